#include "game/craft/kiln.h"

#include <cmath>
#include <utility>

#include "game/craft/burn.h"
#include "game/craft/limits.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kStepH = kChamberStepS / 3600;
constexpr double kOpenDoorC = 60;  // the potter waits this long
constexpr double kWicketC = 200;   // from here the door is broken open: cristobalite is passed
constexpr double kHoldBackC = 20;  // the controller waits for a kiln that cannot follow
constexpr double kCoolingHoursMax = 160;
constexpr double kSideHoursMax = 4;  // a dragon's section is stoked so long at most

double smooth(double from, double to, double x) {
  const double t = (x - from) / (to - from);
  if (t <= 0) return 0;
  return t >= 1 ? 1 : t * t * (3 - 2 * t);
}

// Follows a written schedule: whoever minds the kiln, a controller or a fireman with a pyrometer.
struct Fireman {
  const KilnPlan& plan;
  std::size_t at = 0;
  std::size_t hottest = 0;
  int section = 0;
  double setpoint_c = kAmbientC;
  double held_h = 0, spent_h = 0, best_c = 0, since_best_h = 0;

  explicit Fireman(const KilnPlan& wanted) : plan(wanted) {
    for (std::size_t i = 0; i < plan.schedule.size(); ++i) {
      if (plan.schedule[i].to_c > plan.schedule[hottest].to_c) hottest = i;
    }
  }
  bool finished() const { return at >= plan.schedule.size(); }
  double co_pct() const { return finished() ? 0 : plan.schedule[at].co_pct; }

  void go_on(const Chamber& chamber) {
    held_h = spent_h = best_c = since_best_h = 0;
    const bool up_the_slope = plan.kind == KilnKind::kDragon && at == hottest;
    if (up_the_slope && section + 1 < kiln_zones(plan.kind)) {
      ++section;
      setpoint_c = chamber.zones[static_cast<std::size_t>(section)].gas_c;
      return;
    }
    ++at;
  }

  Firehand next(const Chamber& chamber) {
    const double kiln_c = chamber.zones[static_cast<std::size_t>(section)].gas_c;
    if (finished()) {
      Firehand shut;
      shut.zone = section;
      return shut;
    }
    const KilnSegment& segment = plan.schedule[at];
    const double target_c = segment.to_c < 40 ? 40 : segment.to_c;
    const double stride_c = segment.rate_c_h * kStepH;
    if (setpoint_c < target_c) setpoint_c = setpoint_c + stride_c > target_c ? target_c : setpoint_c + stride_c;
    if (setpoint_c > target_c) setpoint_c = setpoint_c - stride_c < target_c ? target_c : setpoint_c - stride_c;
    const double back_c = plan.kind == KilnKind::kElectric ? kHoldBackC : 2 * kHoldBackC;
    if (setpoint_c > kiln_c + back_c) setpoint_c = kiln_c + back_c;
    if (setpoint_c < kiln_c - back_c) setpoint_c = kiln_c - back_c;
    return fire_for(chamber, section, setpoint_c, segment.co_pct);
  }

  // After the step: holding counts once the kiln is there, and nobody waits for what does not come.
  void look(const Chamber& chamber) {
    if (finished()) return;
    const double kiln_c = chamber.zones[static_cast<std::size_t>(section)].gas_c;
    const KilnSegment& segment = plan.schedule[at];
    const double target_c = segment.to_c < 40 ? 40 : segment.to_c;
    const double near_c = plan.kind == KilnKind::kZhenyao || plan.kind == KilnKind::kDragon ? 12 : 1;
    spent_h += kStepH;
    const double gap_c = std::fabs(kiln_c - target_c);
    if (best_c == 0 || gap_c < best_c - 2) {
      best_c = gap_c;
      since_best_h = 0;
    } else {
      since_best_h += kStepH;
    }
    const bool there = gap_c < near_c && std::fabs(setpoint_c - target_c) <= 1;
    if (there || held_h > 0) held_h += kStepH;
    if (held_h > 0 && (held_h - kStepH) * 60 >= segment.hold_min) return go_on(chamber);
    const bool weary = held_h == 0 && since_best_h > kGivesUpH;
    if (weary || (section > 0 && spent_h > kSideHoursMax)) go_on(chamber);
  }
};

// Does what the hand wrote down, minute by minute.
struct Drive {
  const KilnPlan& plan;
  std::size_t at = 0, next_stoke = 0;

  explicit Drive(const KilnPlan& wanted) : plan(wanted) {}
  bool finished() const { return at + 1 >= plan.drives.size() && next_stoke >= plan.stokes.size(); }

  Firehand next(const Chamber& chamber, uint32_t minute) {
    while (at + 1 < plan.drives.size() && plan.drives[at + 1].minute <= minute) ++at;
    Firehand hand;
    if (!plan.drives.empty() && plan.drives[at].minute <= minute) hand = hand_of(chamber, plan.drives[at]);
    while (next_stoke < plan.stokes.size() && plan.stokes[next_stoke].minute <= minute)
      throw_in(plan.stokes[next_stoke++], hand);
    return hand;
  }
};

// Once the fire is out: shut while the ware glows, a brick drawn here and there below, the wicket broken when it is
// warm.
double cooling_air_kg_s(const Chamber& chamber, int zone) {
  const double gas_c = chamber.zones[static_cast<std::size_t>(zone)].gas_c;
  const KilnBuild& build = kiln_build(chamber.kind);
  const double most_kg_s = build.vent_kg_s_max;
  if (gas_c < kWicketC) return chamber.kind == KilnKind::kElectric ? 0.2 * most_kg_s : most_kg_s;
  if (build.stoke_s <= 0) return 0;
  return gas_c < 900 ? 0.12 * most_kg_s : 0.04 * most_kg_s;
}

void close_the_book(double hours, const KilnLoad& load, Firing& firing) {
  firing.done = true;
  firing.hours = hours;
  firing.cone = cone_position(firing.heat_work);
  firing.porosity = body_porosity(firing.heat_work);
  firing.vitrification = 1 - firing.porosity / 0.30;
  firing.shrink = body_shrink(firing.porosity);
  firing.zone = load.zone;
  firing.in_saggar = load.in_saggar;
  if (load.inner_glaze.sio2 <= 0) firing.inner_glaze = firing.glaze;
}

}  // namespace

int kiln_zones(KilnKind kind) {
  return kiln_build(kind).zones;
}

const char* kiln_id(KilnKind kind) {
  switch (kind) {
    case KilnKind::kElectric:
      return "electric";
    case KilnKind::kGas:
      return "gas";
    case KilnKind::kZhenyao:
      return "zhenyao";
    case KilnKind::kDragon:
      return "dragon";
  }
  return "unknown";
}

double body_porosity(double heat_work) {
  if (heat_work <= 0) return 0.30;
  const double half_way = 0.5 * (cone_heat_work(28) + cone_heat_work(29));  // between cones 7 and 8
  return 0.30 / (1 + power_of(heat_work / half_way, 1.7));
}

bool keeps_its_shape_in_water(const Firing& firing) {
  return firing.done && firing.heat_work >= cone_heat_work(0);
}

double water_absorption_pct(double porosity) {
  return 100 * porosity / ((1 - porosity) * kGrainDensityGCm3);
}

double body_shrink(double porosity) {
  return power_of(0.70 / (1 - porosity), 1.0 / 3);
}

Firing run_schedule(const std::vector<KilnSegment>& schedule, const KilnLoad& load) {
  return run_plan({KilnKind::kElectric, schedule, {}, {}}, load);
}

Firing run_plan(const KilnPlan& plan, const KilnLoad& load) {
  const bool by_hand = !plan.drives.empty() || !plan.stokes.empty();
  Burn burn = cold_kiln(plan.kind, load);
  const Chamber& chamber = burn.chamber;
  Fireman fireman{plan};
  Drive drive{plan};
  uint32_t fire_out = 0;
  const auto steps_max = static_cast<uint32_t>(kFiringHoursMax / kStepH);
  const auto cooling_max = static_cast<uint32_t>(kCoolingHoursMax / kStepH);
  for (;;) {
    const bool over = (by_hand ? drive.finished() : fireman.finished()) || burn.step >= steps_max;
    if (over && burn.ware.wall_c < kOpenDoorC && burn.ware.foot_c < kOpenDoorC) break;
    if (over && fire_out == 0) fire_out = burn.step;
    if (over && burn.step - fire_out > cooling_max) break;
    Firehand hand;
    if (burn.step < steps_max) hand = by_hand ? drive.next(chamber, minute_of(burn)) : fireman.next(chamber);
    if (over) hand.air_kg_s += cooling_air_kg_s(chamber, load.zone);
    burn_on(hand, burn);
    if (!by_hand) fireman.look(chamber);
  }
  Firing firing = std::move(burn.firing);
  firing.curve.push_back(
      {burn.step * kStepH, chamber.zones[static_cast<std::size_t>(load.zone)].gas_c, burn.ware.wall_c, 0});
  firing.heat_kwh = burn.burnt_kj / 3600;
  if (kiln_build(plan.kind).stoke_s > 0) firing.wood_kg = burn.burnt_kj / kPineKjPerKg;
  close_the_book(burn.step * kStepH, load, firing);
  return firing;
}

double gloss(const Firing& firing) {
  return firing.done ? smooth(0.35, 0.95, firing.glaze_melt) : 0;
}

double body_expansion(double porosity) {
  return kBodyExpansion - 1.2 * smooth(0.02, 0.12, porosity);
}

double copper_red(const Firing& firing) {
  const double struck = 1 - exponential(-firing.strike_h_900_700 / kStrikeH);
  return firing.done ? firing.copper_metal_fraction * firing.copper_left * struck : 0;
}

double enamel_burnt(double peak_c) {
  return smooth(kEnamelBurntC, kEnamelGoneC, peak_c);
}

double cobalt_piled(const Firing& firing, double iron_per_cobalt) {
  if (!firing.done) return 0;
  return smooth(0.7, 4, firing.cooling_h_1250_1050) * smooth(0.8, 2.6, iron_per_cobalt);
}

}  // namespace sui::craft
