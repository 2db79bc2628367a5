#include "tools/suisui_tool/orders.h"

#include <algorithm>
#include <cmath>

#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::ActKind;

constexpr double kRateMinCPerH = 5;  // as craft::check: below, a kiln's controller calls it a fault
constexpr double kToMinC = 20;
constexpr double kCoMaxPct = 15;

Result<craft::KilnSegment> read_segment(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"rate_c_h", "to_c", "hold_min", "co_pct"}); !fine) {
    return fine.error();
  }
  Result<double> rate = read_number(value, place, "rate_c_h", {kRateMinCPerH, craft::kKilnRateCPerHMax});
  if (!rate) return rate.error();
  Result<double> to = read_number(value, place, "to_c", {kToMinC, craft::kKilnTempCMax});
  if (!to) return to.error();
  Result<double> hold = read_number_or(value, place, "hold_min", {0, craft::kKilnHoldMinMax}, 0);
  if (!hold) return hold.error();
  if (*hold != std::floor(*hold)) return place.key("hold_min").wrong("is " + in_words(*hold) + ", not whole minutes");
  Result<double> co = read_number_or(value, place, "co_pct", {0, kCoMaxPct}, 0);
  if (!co) return co.error();
  return craft::KilnSegment{*rate, *to, *hold, *co};
}

}  // namespace

Result<std::vector<craft::KilnSegment>> read_schedule(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, "schedule"};
  if (Result<Done> fine = expect_array(*root, place, craft::kKilnSegmentsMax); !fine) return fine.error();
  if (root->empty()) return place.wrong("is empty");
  std::vector<craft::KilnSegment> schedule;
  double from_c = kToMinC, hours = 0;
  for (std::size_t i = 0; i < root->size(); ++i) {
    Result<craft::KilnSegment> segment = read_segment((*root)[i], place.item(i));
    if (!segment) return segment.error();
    hours += std::fabs(segment->to_c - from_c) / segment->rate_c_h + segment->hold_min / 60;
    from_c = segment->to_c;
    if (hours > craft::kFiringHoursMax) {
      return place.item(i).wrong("ends " + in_words(std::floor(hours)) + " hours into the firing, above the limit of " +
                                 in_words(craft::kFiringHoursMax));
    }
    schedule.push_back(*segment);
  }
  return schedule;
}

Result<Done> order_dry(piece::Bench& bench, craft::DryingPlace place, double hours) {
  return piece::act_on(bench, craft::act_of(ActKind::kDry, static_cast<int32_t>(place), craft::to_fixed(hours, 60)));
}

Result<Done> order_dry_for_kiln(piece::Bench& bench) {
  if (bench.workpiece.stage == craft::Stage::kThrowing) {
    if (Result<Done> cut = piece::act_on(bench, craft::act_of(ActKind::kCut)); !cut) return cut;
  }
  constexpr int kHoursAtATime = 12;
  constexpr int kTurnsMax = 24;          // twelve days: no pot within the mass limit needs them
  constexpr double kDryThrough = 0.011;  // the shelf's air leaves 0.008
  const auto wettest = [&] {
    const craft::RingField& moisture = bench.workpiece.clay.moisture_dry;
    return *std::max_element(moisture.begin(), moisture.end());
  };
  for (int turn = 0; turn < kTurnsMax; ++turn) {
    const craft::Stage stage = bench.workpiece.stage;
    if (stage > craft::Stage::kBoneDry || (stage == craft::Stage::kBoneDry && wettest() <= kDryThrough)) break;
    const auto place = stage == craft::Stage::kCut ? craft::DryingPlace::kWrapped : craft::DryingPlace::kShelf;
    if (Result<Done> dried = order_dry(bench, place, kHoursAtATime); !dried) return dried;
  }
  return Done{};
}

Result<Done> order_dip(piece::Bench& bench, craft::GlazeKind kind, double seconds, double density_g_ml) {
  return piece::act_on(bench, craft::act_of(ActKind::kGlazeDip, static_cast<int32_t>(kind),
                                            craft::to_fixed(seconds, craft::kPerDipSecond),
                                            craft::to_fixed(density_g_ml, craft::kPerSlopDensity)));
}

Result<Done> order_fire(piece::Bench& bench, craft::KilnKind kiln, const std::vector<craft::KilnSegment>& schedule) {
  for (const craft::KilnSegment& segment : schedule) {
    Result<Done> done = piece::act_on(
        bench, craft::act_of(ActKind::kKilnSegment, craft::to_fixed(segment.rate_c_h, craft::kPerCelsius),
                             craft::to_fixed(segment.to_c, craft::kPerCelsius), craft::to_fixed(segment.hold_min, 1),
                             craft::to_fixed(segment.co_pct, craft::kPerCoPct)));
    if (!done) return done;
  }
  return piece::act_on(bench, craft::act_of(ActKind::kFire, static_cast<int32_t>(kiln)));
}

}  // namespace sui::tool
