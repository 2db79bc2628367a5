#include "tools/suisui_tool/cuts.h"

#include "game/craft/trimming.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::ActKind;

constexpr uint32_t kSpinUpTicks = 2 * craft::kTicksPerSecond;

Result<Done> read_spot(const Json& cut, const Place& place, const char* name, double& r_mm, double& z_mm) {
  const auto found = cut.find(name);
  const Place here = place.key(name);
  if (found == cut.end()) return here.wrong("is missing");
  if (Result<Done> fine = expect_object(*found, here, {"r_mm", "z_mm"}); !fine) return fine.error();
  Result<double> r = read_number(*found, here, "r_mm", {0, craft::kReachRMmMax});
  if (!r) return r.error();
  Result<double> z = read_number(*found, here, "z_mm", {0, craft::kReachZMmMax});
  if (!z) return z.error();
  r_mm = *r;
  z_mm = *z;
  return Done{};
}

Result<Cut> read_cut(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"side", "seconds", "from", "to"}); !fine) return fine.error();
  Cut cut;
  Result<int> side = read_choice_or(value, place, "side", {"outside", "underside"}, 0);
  if (!side) return side.error();
  cut.side = *side;
  Result<double> seconds = read_number(value, place, "seconds", {0.1, kCutSecondsMax});
  if (!seconds) return seconds.error();
  cut.seconds = *seconds;
  if (Result<Done> fine = read_spot(value, place, "from", cut.from_r_mm, cut.from_z_mm); !fine) return fine.error();
  if (Result<Done> fine = read_spot(value, place, "to", cut.to_r_mm, cut.to_z_mm); !fine) return fine.error();
  return cut;
}

Result<Done> play_cut(piece::Bench& bench, const Cut& cut) {
  const int steps = static_cast<int>(cut.seconds * craft::kTicksPerSecond / craft::kHandReachTicks) + 1;
  for (int step = 0; step <= steps; ++step) {
    const double share = static_cast<double>(step) / steps;
    const double r = cut.from_r_mm + (cut.to_r_mm - cut.from_r_mm) * share;
    const double z = cut.from_z_mm + (cut.to_z_mm - cut.from_z_mm) * share;
    Result<Done> done = piece::act_on(bench, craft::act_of(ActKind::kTrimTool, craft::to_fixed(r, craft::kPerMm),
                                                           craft::to_fixed(z, craft::kPerMm), cut.side));
    if (!done) return done;
    piece::advance(bench, bench.workpiece.tick + craft::kHandReachTicks);
  }
  return piece::act_on(bench, craft::act_of(ActKind::kTrimLift));
}

}  // namespace

Result<Cuts> read_cuts(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, ""};
  if (Result<Done> fine = expect_object(*root, place, {"rpm", "cuts"}); !fine) return fine.error();
  Cuts cuts;
  Result<double> rpm = read_number(*root, place, "rpm", {1, craft::kTrimRpmMax});
  if (!rpm) return rpm.error();
  cuts.rpm = *rpm;
  const auto list = root->find("cuts");
  if (list == root->end()) return place.key("cuts").wrong("is missing");
  if (Result<Done> fine = expect_array(*list, place.key("cuts"), kCutsMax); !fine) return fine.error();
  if (list->empty()) return place.key("cuts").wrong("is empty");
  for (std::size_t i = 0; i < list->size(); ++i) {
    Result<Cut> cut = read_cut((*list)[i], place.key("cuts").item(i));
    if (!cut) return cut.error();
    cuts.cuts.push_back(*cut);
  }
  return cuts;
}

Result<Done> order_trim(piece::Bench& bench, const std::string& file, const Cuts& cuts) {
  if (Result<Done> on =
          piece::act_on(bench, craft::act_of(ActKind::kTrimBegin, craft::to_fixed(cuts.rpm, craft::kPerRpm)));
      !on)
    return on;
  piece::advance(bench, bench.workpiece.tick + kSpinUpTicks);
  for (std::size_t i = 0; i < cuts.cuts.size(); ++i) {
    if (Result<Done> done = play_cut(bench, cuts.cuts[i]); !done)
      return Place{file, "cuts"}.item(i).wrong(done.error().where + " " + done.error().what);
  }
  return piece::act_on(bench, craft::act_of(ActKind::kTrimEnd));
}

}  // namespace sui::tool
