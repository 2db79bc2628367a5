#include "tools/suisui_tool/glazing.h"

#include "game/craft/materials.h"
#include "game/craft/wares.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using craft::to_fixed;

constexpr Range kSeconds{0.125, 60};
constexpr Range kDensity{1.05, 1.9};
constexpr Range kCoats{1, 12};

Result<std::string> read_name(const Json& value, const Place& place, const char* key) {
  const auto found = value.find(key);
  const Place here = place.key(key);
  if (found == value.end()) return here.wrong("is missing");
  if (!found->is_string()) return here.wrong("is " + std::string(found->type_name()) + ", not a string");
  return found->get<std::string>();
}

Result<int32_t> read_glaze(const Json& value, const Place& place) {
  Result<std::string> name = read_name(value, place, "glaze");
  if (!name) return name.error();
  Result<craft::GlazeKind> kind =
      glaze_named(*name, place.key("glaze").wrong("is \"" + *name + "\", not a glaze we know"));
  if (!kind) return kind.error();
  return static_cast<int32_t>(*kind);
}

Result<Act> read_weigh(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "material", "parts"}); !fine) return fine.error();
  Result<std::string> name = read_name(value, place, "material");
  if (!name) return name.error();
  const int material = craft::material_named(*name);
  if (material < 0) return place.key("material").wrong("\"" + *name + "\" is not a material we know");
  Result<int32_t> parts = read_fixed(value, place, "parts", {1.0 / craft::kPerPart, 2000}, craft::kPerPart);
  if (!parts) return parts.error();
  return act_of(ActKind::kGlazeWeigh, material, *parts);
}

Result<Act> read_colorant(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "oxide", "wt_pct"}); !fine) return fine.error();
  Result<std::string> formula = read_name(value, place, "oxide");
  if (!formula) return formula.error();
  const int oxide = craft::oxide_named(*formula);
  if (oxide < 0) return place.key("oxide").wrong("\"" + *formula + "\" is not an oxide we know");
  Result<int32_t> pct = read_fixed(value, place, "wt_pct", {1.0 / craft::kPerColorantPct, 30}, craft::kPerColorantPct);
  if (!pct) return pct.error();
  return act_of(ActKind::kGlazeColorant, oxide, *pct);
}

Result<Act> read_empty(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind"}); !fine) return fine.error();
  return act_of(ActKind::kGlazeEmpty);
}

struct Laying {
  int32_t glaze = 0, sixteenths = 0, density = 0;
};

Result<Laying> read_laying(const Json& value, const Place& place) {
  Result<int32_t> glaze = read_glaze(value, place);
  if (!glaze) return glaze.error();
  Result<int32_t> seconds = read_fixed_or(value, place, "seconds", kSeconds, craft::kPerDipSecond, 3);
  if (!seconds) return seconds.error();
  Result<int32_t> density = read_fixed_or(value, place, "density_g_ml", kDensity, craft::kPerSlopDensity, 1.45);
  if (!density) return density.error();
  return Laying{*glaze, *seconds, *density};
}

Result<Act> read_dip(const Json& value, const Place& place) {
  Result<Done> fine = expect_object(value, place, {"kind", "glaze", "seconds", "density_g_ml", "whole"});
  if (!fine) return fine.error();
  Result<Laying> laying = read_laying(value, place);
  if (!laying) return laying.error();
  const auto whole = value.find("whole");
  if (whole != value.end() && !whole->is_boolean()) return place.key("whole").wrong("is neither true nor false");
  const bool foot_too = whole != value.end() && whole->get<bool>();
  return act_of(ActKind::kGlazeDip, laying->glaze, laying->sixteenths, laying->density, foot_too ? 1 : 0);
}

Result<Act> read_pour(const Json& value, const Place& place) {
  Result<Done> fine = expect_object(value, place, {"kind", "glaze", "seconds", "density_g_ml", "from_turn"});
  if (!fine) return fine.error();
  Result<Laying> laying = read_laying(value, place);
  if (!laying) return laying.error();
  Result<int32_t> turn = read_fixed_or(value, place, "from_turn", {0, 0.99999}, craft::kPerTurn, 0);
  if (!turn) return turn.error();
  const int32_t side = *turn < craft::kPerTurn ? *turn : 0;
  return act_of(ActKind::kGlazePour, laying->glaze, laying->sixteenths, laying->density, side);
}

Result<Act> read_swill(const Json& value, const Place& place) {
  Result<Done> fine = expect_object(value, place, {"kind", "glaze", "seconds", "density_g_ml"});
  if (!fine) return fine.error();
  Result<Laying> laying = read_laying(value, place);
  if (!laying) return laying.error();
  return act_of(ActKind::kGlazeSwill, laying->glaze, laying->sixteenths, laying->density);
}

Result<Act> read_band(const Json& value, const Place& place, ActKind act) {
  Result<Done> fine = expect_object(value, place, {"kind", "glaze", "from", "to", "coats"});
  if (!fine) return fine.error();
  Result<int32_t> glaze = read_glaze(value, place);
  if (!glaze) return glaze.error();
  constexpr int kPerHeight = craft::kRingCount * craft::kPerRing;
  Result<int32_t> from = read_fixed_or(value, place, "from", {0, 1}, kPerHeight, 0);
  if (!from) return from.error();
  Result<int32_t> to = read_fixed_or(value, place, "to", {0, 1}, kPerHeight, 1);
  if (!to) return to.error();
  Result<int32_t> coats = read_fixed_or(value, place, "coats", kCoats, 1, 3);
  if (!coats) return coats.error();
  return act_of(act, *glaze, *from, *to, *coats);
}

Result<Act> read_brush(const Json& value, const Place& place) {
  return read_band(value, place, ActKind::kGlazeBrush);
}

Result<Act> read_blow(const Json& value, const Place& place) {
  return read_band(value, place, ActKind::kGlazeBlow);
}

Result<Act> read_wipe(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"kind", "up_to_mm"}); !fine) return fine.error();
  Result<int32_t> height = read_fixed(value, place, "up_to_mm", {0.25, 600}, craft::kPerMm);
  if (!height) return height.error();
  return act_of(ActKind::kGlazeWipe, *height);
}

struct Reader {
  const char* kind;
  Result<Act> (*read)(const Json& value, const Place& place);
};
constexpr Reader kReaders[] = {
    {"weigh", &read_weigh}, {"colorant", &read_colorant}, {"empty", &read_empty},
    {"dip", &read_dip},     {"pour", &read_pour},         {"swill", &read_swill},
    {"brush", &read_brush}, {"blow", &read_blow},         {"wipe", &read_wipe},
};

Result<Act> read_step(const Json& value, const Place& place) {
  if (!value.is_object()) return place.wrong("is not an object");
  const auto kind = value.find("kind");
  if (kind == value.end()) return place.key("kind").wrong("is missing");
  std::string known;
  for (const Reader& reader : kReaders) {
    if (*kind == reader.kind) return reader.read(value, place);
    known += (known.empty() ? "" : ", ") + std::string(reader.kind);
  }
  return place.key("kind").wrong("is " + kind->dump() + ", not one of " + known);
}

}  // namespace

Result<craft::GlazeKind> glaze_named(const std::string& name, const Error& unknown) {
  if (name == "mixed") return craft::GlazeKind::kMixed;
  const int index = craft::ware_named(name);
  if (index >= 0) return craft::ware(index).kind;
  std::string list = "mixed";
  for (int ware = 0; ware < craft::kWareCount; ++ware) {
    list += std::string(", ") + craft::ware(ware).zh + " " + craft::ware(ware).id;
  }
  return Error{unknown.where, unknown.what + "; known: " + list};
}

Result<std::vector<Act>> read_glazing(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, "glazing"};
  if (Result<Done> fine = expect_array(*root, place, kGlazingStepsMax); !fine) return fine.error();
  if (root->empty()) return place.wrong("is empty");
  std::vector<Act> acts;
  for (std::size_t i = 0; i < root->size(); ++i) {
    Result<Act> act = read_step((*root)[i], place.item(i));
    if (!act) return act.error();
    acts.push_back(*act);
  }
  return acts;
}

Result<Done> order_glazing(piece::Bench& bench, const std::string& file, const std::vector<Act>& acts) {
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (Result<Done> done = piece::act_on(bench, acts[i]); !done) {
      return Place{file, "glazing"}.item(i).wrong(done.error().where + ": " + done.error().what);
    }
  }
  return Done{};
}

}  // namespace sui::tool
