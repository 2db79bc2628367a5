#include "tools/suisui_tool/orders.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "game/craft/kiln_numbers.h"
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

Result<std::vector<craft::KilnSegment>> read_segments(const Json& root, const Place& place) {
  if (Result<Done> fine = expect_array(root, place, craft::kKilnSegmentsMax); !fine) return fine.error();
  if (root.empty()) return place.wrong("is empty");
  std::vector<craft::KilnSegment> schedule;
  double from_c = kToMinC, hours = 0;
  for (std::size_t i = 0; i < root.size(); ++i) {
    Result<craft::KilnSegment> segment = read_segment(root[i], place.item(i));
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

Result<uint32_t> read_minute(const Json& value, const Place& place) {
  Result<double> minute = read_number(value, place, "minute", {0, craft::kKilnMinuteMax});
  if (!minute) return minute.error();
  if (*minute != std::floor(*minute))
    return place.key("minute").wrong("is " + in_words(*minute) + ", not whole minutes");
  return static_cast<uint32_t>(*minute);
}

Result<craft::KilnDrive> read_drive(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"minute", "fuel", "air", "damper"}); !fine) return fine.error();
  Result<uint32_t> minute = read_minute(value, place);
  if (!minute) return minute.error();
  craft::KilnDrive drive{*minute, 0, 0, 0};
  for (const auto& [name, share] :
       {std::pair{"fuel", &drive.fuel}, std::pair{"air", &drive.air}, std::pair{"damper", &drive.damper}}) {
    Result<double> read = read_number(value, place, name, {0, 1});
    if (!read) return read.error();
    *share = *read;
  }
  return drive;
}

Result<craft::KilnStoke> read_stoke(const Json& value, const Place& place) {
  if (Result<Done> fine = expect_object(value, place, {"minute", "wood_kg", "section"}); !fine) return fine.error();
  Result<uint32_t> minute = read_minute(value, place);
  if (!minute) return minute.error();
  Result<double> wood_kg = read_number(value, place, "wood_kg", {0.0625, craft::kStokeKgMax});
  if (!wood_kg) return wood_kg.error();
  Result<double> section = read_number_or(value, place, "section", {0, craft::kZonesMax - 1}, 0);
  if (!section) return section.error();
  if (*section != std::floor(*section)) return place.key("section").wrong("is not a whole number");
  return craft::KilnStoke{*minute, *wood_kg, static_cast<int>(*section)};
}

Result<FireOrder> read_by_hand(const Json& root, const std::string& file) {
  const Place place{file, ""};
  if (Result<Done> fine = expect_object(root, place, {"drive", "stoke"}); !fine) return fine.error();
  FireOrder order;
  const auto drives = root.find("drive");
  if (drives == root.end()) return place.key("drive").wrong("is missing");
  if (Result<Done> fine = expect_array(*drives, place.key("drive"), craft::kKilnDrivesMax); !fine) return fine.error();
  if (drives->empty()) return place.key("drive").wrong("is empty");
  for (std::size_t i = 0; i < drives->size(); ++i) {
    Result<craft::KilnDrive> drive = read_drive((*drives)[i], place.key("drive").item(i));
    if (!drive) return drive.error();
    order.drives.push_back(*drive);
  }
  const auto stokes = root.find("stoke");
  if (stokes == root.end()) return order;
  if (Result<Done> fine = expect_array(*stokes, place.key("stoke"), craft::kKilnStokesMax); !fine) return fine.error();
  for (std::size_t i = 0; i < stokes->size(); ++i) {
    Result<craft::KilnStoke> stoke = read_stoke((*stokes)[i], place.key("stoke").item(i));
    if (!stoke) return stoke.error();
    order.stokes.push_back(*stoke);
  }
  return order;
}

}  // namespace

Result<FireOrder> read_schedule(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  if (root->is_object() && (root->contains("drive") || root->contains("stoke"))) return read_by_hand(*root, file);
  Result<std::vector<craft::KilnSegment>> schedule = read_segments(*root, {file, "schedule"});
  if (!schedule) return schedule.error();
  return FireOrder{std::move(*schedule), {}, {}};
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

namespace {

// Acts of a list, one after another; what the rules refuse is named by its place in the file's list.
template <typename Item, typename ToAct>
Result<Done> act_each(piece::Bench& bench, const char* list, const std::vector<Item>& items, const ToAct& to_act) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Result<Done> done = piece::act_on(bench, to_act(items[i]));
    if (!done && done.error().where == list) return done;  // the whole list, not this item
    if (!done) return Error{std::string(list) + "[" + std::to_string(i) + "]." + done.error().where, done.error().what};
  }
  return Done{};
}

}  // namespace

Result<Done> order_fire(piece::Bench& bench, const KilnOrder& kiln, const FireOrder& order) {
  Result<Done> done = act_each(bench, "schedule", order.schedule, [](const craft::KilnSegment& segment) {
    return craft::act_of(ActKind::kKilnSegment, craft::to_fixed(segment.rate_c_h, craft::kPerCelsius),
                         craft::to_fixed(segment.to_c, craft::kPerCelsius), craft::to_fixed(segment.hold_min, 1),
                         craft::to_fixed(segment.co_pct, craft::kPerCoPct));
  });
  if (!done) return done;
  done = act_each(bench, "drive", order.drives, [](const craft::KilnDrive& drive) {
    return craft::act_of(ActKind::kKilnDrive, static_cast<int32_t>(drive.minute),
                         craft::to_fixed(drive.fuel, craft::kPerShare), craft::to_fixed(drive.air, craft::kPerShare),
                         craft::to_fixed(drive.damper, craft::kPerShare));
  });
  if (!done) return done;
  done = act_each(bench, "stoke", order.stokes, [](const craft::KilnStoke& stoke) {
    return craft::act_of(ActKind::kKilnStoke, static_cast<int32_t>(stoke.minute),
                         craft::to_fixed(stoke.wood_kg, craft::kPerWoodKg), stoke.section);
  });
  if (!done) return done;
  return piece::act_on(bench, craft::act_of(ActKind::kFire, static_cast<int32_t>(kiln.kind),
                                            kiln.place + (kiln.open_to_flame ? craft::kOpenToFlame : 0)));
}

}  // namespace sui::tool
