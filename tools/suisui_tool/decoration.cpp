#include "tools/suisui_tool/decoration.h"

#include "game/craft/limits.h"
#include "game/craft/pattern.h"
#include "game/craft/pigment.h"
#include "game/craft/surface_numbers.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using craft::to_fixed;

constexpr double kStrokeSecondsMax = 60;

Result<int32_t> read_pigment(const Json& value, const Place& place) {
  const auto found = value.find("pigment");
  if (found == value.end()) return static_cast<int32_t>(craft::Pigment::kCobalt);
  if (!found->is_string()) return place.key("pigment").wrong("is not a name");
  std::string known;
  for (int32_t number = 0; number <= static_cast<int32_t>(craft::Pigment::kOwnColours); ++number) {
    const char* id = craft::pigment_id(static_cast<craft::Pigment>(number));
    if (id == nullptr) continue;
    if (*found == id) return number;
    known += (known.empty() ? "" : ", ") + std::string(id);
  }
  return place.key("pigment").wrong("is \"" + found->get<std::string>() + "\", not one of " + known);
}

Result<int32_t> read_v(const Json& value, const Place& place, const char* key) {
  return read_fixed(value, place, key, {0, 1}, craft::kRingCount * craft::kPerRing);
}

Result<int32_t> read_u(const Json& value, const Place& place) {
  return read_fixed(value, place, "u_turn", {-craft::kStrokeTurnsMax, craft::kStrokeTurnsMax}, craft::kPerTurn);
}

Result<int32_t> read_load(const Json& value, const Place& place) {
  const auto found = value.find("load");
  if (found == value.end() || !found->is_string())
    return read_fixed_or(value, place, "load", {0, 1}, craft::kPerLoad, 1);
  std::string known;
  for (std::size_t index = 0; index < craft::kWaterCount; ++index) {
    const craft::Water& water = craft::water(index);
    if (*found == water.id || *found == water.zh) return to_fixed(water.load, craft::kPerLoad);
    known += (known.empty() ? "" : ", ") + std::string(water.id);
  }
  return place.key("load").wrong("is \"" + found->get<std::string>() + "\", not a number or one of " + known);
}

Result<Act> read_point(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"u_turn", "v", "pressure"}); !fine) return fine.error();
  Result<int32_t> u =
      read_fixed(value, place, "u_turn", {-craft::kStrokeTurnsMax, craft::kStrokeTurnsMax}, craft::kPerTurn);
  if (!u) return u.error();
  Result<int32_t> v = read_v(value, place, "v");
  if (!v) return v.error();
  Result<int32_t> pressure = read_fixed_or(value, place, "pressure", {0, 1}, craft::kPerPressure, 1);
  if (!pressure) return pressure.error();
  return act_of(ActKind::kStrokePoint, *u, *v, *pressure);
}

Result<Done> read_points(const Json& value, const Place& place, Decoration& decoration) {
  const auto points = value.find("points");
  const Place here = place.key("points");
  if (points == value.end()) return here.wrong("is missing");
  if (Result<Done> fine = expect_array(*points, here, craft::kStrokePointsMax); !fine) return fine.error();
  if (points->empty()) return here.wrong("is empty");
  Result<double> seconds = read_number_or(value, place, "seconds", {0, kStrokeSecondsMax}, 0);
  if (!seconds) return seconds.error();
  decoration.ticks = static_cast<uint32_t>(to_fixed(*seconds, craft::kTicksPerSecond));
  for (std::size_t i = 0; i < points->size(); ++i) {
    Result<Act> point = read_point((*points)[i], here.item(i));
    if (!point) return point.error();
    decoration.acts.push_back(*point);
  }
  decoration.acts.push_back(act_of(ActKind::kStrokeEnd));
  return Done{};
}

Result<Decoration> read_stroke(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "pigment", "width_mm", "load", "seconds", "points"});
      !fine) {
    return fine.error();
  }
  Result<int32_t> pigment = read_pigment(value, place);
  if (!pigment) return pigment.error();
  Result<int32_t> width = read_fixed_or(value, place, "width_mm", {0.125, craft::kBrushWidthMmMax}, craft::kPerMm, 6);
  if (!width) return width.error();
  Result<int32_t> load = read_load(value, place);
  if (!load) return load.error();
  Decoration decoration;
  decoration.acts.push_back(act_of(ActKind::kStrokeBegin, *pigment, *width, *load));
  if (Result<Done> fine = read_points(value, place, decoration); !fine) return fine.error();
  return decoration;
}

Result<Decoration> read_band(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "pigment", "v", "width_mm", "load"}); !fine) {
    return fine.error();
  }
  Result<int32_t> pigment = read_pigment(value, place);
  if (!pigment) return pigment.error();
  Result<int32_t> v = read_v(value, place, "v");
  if (!v) return v.error();
  Result<int32_t> width = read_fixed_or(value, place, "width_mm", {0.125, craft::kBrushWidthMmMax}, craft::kPerMm, 1);
  if (!width) return width.error();
  Result<int32_t> load = read_load(value, place);
  if (!load) return load.error();
  return Decoration{{act_of(ActKind::kBand, *pigment, *v, *width, *load)}};
}

Result<Decoration> read_wash(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "pigment", "u_turn", "v", "load"}); !fine) {
    return fine.error();
  }
  Result<int32_t> pigment = read_pigment(value, place);
  if (!pigment) return pigment.error();
  Result<int32_t> u = read_u(value, place);
  if (!u) return u.error();
  Result<int32_t> v = read_v(value, place, "v");
  if (!v) return v.error();
  Result<int32_t> load = read_load(value, place);
  if (!load) return load.error();
  return Decoration{{act_of(ActKind::kWash, *pigment, *u, *v, *load)}};
}

Result<Decoration> read_carving(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "tool", "width_mm", "depth_mm", "seconds", "points"});
      !fine) {
    return fine.error();
  }
  Result<int> tool = read_choice_or(value, place, "tool", {"knife", "slanted_knife", "comb", "slip"}, 0);
  if (!tool) return tool.error();
  Result<int32_t> width = read_fixed_or(value, place, "width_mm", {0.25, craft::kBrushWidthMmMax}, craft::kPerMm, 2);
  if (!width) return width.error();
  Result<int32_t> depth =
      read_fixed_or(value, place, "depth_mm", {craft::kCarveDepthMmMin, craft::kCarveDepthMmMax}, craft::kPerMm, 0.8);
  if (!depth) return depth.error();
  Decoration decoration;
  decoration.acts.push_back(act_of(ActKind::kCarveBegin, *tool, *width, *depth));
  if (Result<Done> fine = read_points(value, place, decoration); !fine) return fine.error();
  return decoration;
}

Result<Decoration> read_stamp(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "form", "repeats", "u_turn", "v", "size_mm"}); !fine) {
    return fine.error();
  }
  Result<int> form = read_choice_or(value, place, "form", {"rosette", "dot", "ring", "leaf", "lozenge"}, 0);
  if (!form) return form.error();
  Result<int32_t> repeats = read_fixed_or(value, place, "repeats", {1, craft::kPatternRepeatsMax}, 1, 1);
  if (!repeats) return repeats.error();
  Result<int32_t> u = read_u(value, place);
  if (!u) return u.error();
  Result<int32_t> v = read_v(value, place, "v");
  if (!v) return v.error();
  Result<int32_t> size =
      read_fixed_or(value, place, "size_mm", {craft::kStampSizeMmMin, craft::kStampSizeMmMax}, craft::kPerMm, 10);
  if (!size) return size.error();
  return Decoration{{act_of(ActKind::kStamp, *form + 256 * *repeats, *u, *v, *size)}};
}

Result<Decoration> read_pierced(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "u_turn", "v", "length_mm", "lean_turn"}); !fine) {
    return fine.error();
  }
  Result<int32_t> u = read_u(value, place);
  if (!u) return u.error();
  Result<int32_t> v = read_v(value, place, "v");
  if (!v) return v.error();
  Result<int32_t> length =
      read_fixed_or(value, place, "length_mm", {craft::kGrainMmMin, craft::kGrainMmMax}, craft::kPerMm, 5);
  if (!length) return length.error();
  Result<int32_t> lean = read_fixed_or(value, place, "lean_turn", {-1, 1}, craft::kPerTurn, 0);
  if (!lean) return lean.error();
  return Decoration{{act_of(ActKind::kPierce, *u, *v, *length, *lean)}};
}

Result<Decoration> read_pattern(const Json& value, const Place& place) {
  if (Result<Done> fine =
          expect_object(value, place, {"kind", "pattern", "repeats", "v_from", "v_to", "pigment", "load"});
      !fine) {
    return fine.error();
  }
  const auto name = value.find("pattern");
  if (name == value.end()) return place.key("pattern").wrong("is missing");
  int32_t pattern = -1;
  std::string known;
  for (int32_t number = 0; number < craft::kPatternCount; ++number) {
    const char* id = craft::pattern_id(static_cast<craft::PatternId>(number));
    if (*name == id) pattern = number;
    known += (known.empty() ? "" : ", ") + std::string(id);
  }
  if (pattern < 0) return place.key("pattern").wrong("is " + name->dump() + ", not one of " + known);
  Result<int32_t> repeats = read_fixed_or(value, place, "repeats", {0, craft::kPatternRepeatsMax}, 1, 0);
  if (!repeats) return repeats.error();
  Result<int32_t> from = read_v(value, place, "v_from");
  if (!from) return from.error();
  Result<int32_t> to = read_v(value, place, "v_to");
  if (!to) return to.error();
  Result<int32_t> pigment = read_pigment(value, place);
  if (!pigment) return pigment.error();
  Result<int32_t> load = read_load(value, place);
  if (!load) return load.error();
  return Decoration{{act_of(ActKind::kPattern, pattern + 256 * *repeats, *from, *to, *pigment + 256 * *load)}};
}

Result<Decoration> read_foot_mark(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "text", "frame", "pigment", "load"}); !fine) {
    return fine.error();
  }
  Result<int> text = read_choice_or(value, place, "text", {"岁岁平安", "岁岁窑制", "岁岁平安年制"}, 0);
  if (!text) return text.error();
  Result<int> frame = read_choice_or(value, place, "frame", {"none", "double_ring", "double_square"}, 1);
  if (!frame) return frame.error();
  Result<int32_t> pigment = read_pigment(value, place);
  if (!pigment) return pigment.error();
  Result<int32_t> load = read_load(value, place);
  if (!load) return load.error();
  return Decoration{{act_of(ActKind::kFootMark, *text, *frame, 0, *pigment + 256 * *load)}};
}

struct Reader {
  const char* kind;
  Result<Decoration> (*read)(const Json& value, const Place& place);
};
constexpr Reader kReaders[] = {
    {"stroke", &read_stroke}, {"band", &read_band},      {"wash", &read_wash},       {"carve", &read_carving},
    {"stamp", &read_stamp},   {"pierce", &read_pierced}, {"pattern", &read_pattern}, {"foot_mark", &read_foot_mark},
};

Result<Decoration> read_decoration(const Json& value, const Place& place) {
  if (!value.is_object()) return place.wrong("is not an object");
  const auto kind = value.find("kind");
  if (kind == value.end()) return read_stroke(value, place);
  std::string known;
  for (const Reader& reader : kReaders) {
    if (*kind == reader.kind) return reader.read(value, place);
    known += (known.empty() ? "" : ", ") + std::string(reader.kind);
  }
  return place.key("kind").wrong("is " + kind->dump() + ", not one of " + known);
}

}  // namespace

Result<std::vector<Decoration>> read_decorations(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, "strokes"};
  if (Result<Done> fine = expect_array(*root, place, craft::kStrokesMax); !fine) return fine.error();
  std::vector<Decoration> decorations;
  for (std::size_t i = 0; i < root->size(); ++i) {
    Result<Decoration> decoration = read_decoration((*root)[i], place.item(i));
    if (!decoration) return decoration.error();
    decorations.push_back(std::move(*decoration));
  }
  return decorations;
}

Result<Done> order_decorations(piece::Bench& bench, const std::string& file,
                               const std::vector<Decoration>& decorations) {
  for (std::size_t i = 0; i < decorations.size(); ++i) {
    const Decoration& decoration = decorations[i];
    const uint32_t begun = bench.workpiece.tick;
    const auto steps = static_cast<uint32_t>(decoration.acts.size());
    for (uint32_t step = 0; step < steps; ++step) {
      // The brush touches with its first point and lifts with its last: as many spaces as there are points less one.
      if (decoration.ticks > 0 && step > 1 && step + 1 < steps) {
        piece::advance(bench, begun + decoration.ticks * (step - 1) / (steps > 3 ? steps - 3 : 1));
      }
      if (Result<Done> done = piece::act_on(bench, decoration.acts[step]); !done) {
        return Place{file, "strokes"}.item(i).wrong(done.error().where + ": " + done.error().what);
      }
    }
  }
  return Done{};
}

}  // namespace sui::tool
