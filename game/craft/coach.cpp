#include "game/craft/coach.h"

#include <cmath>

#include "game/craft/coach_sight.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

// When a fault is worth a word. Facts A2 and A3 where cited; the rest is a teacher's judgement, uncertain.
constexpr double kSpinShare = 0.42;  // of the strength; a rim lets go near 1
constexpr double kSpinShareWanted = 0.25;
constexpr double kDragDry = 0.4;        // where hands.cpp begins to chatter
constexpr double kFilmLeastMm = 0.012;  // under it wet slip (facts A2: 0.05-0.15) has turned to damp drag
constexpr double kDryWorkS = 1.6;       // pressed on a lump no water ever touched
constexpr double kStandingRpm = 15;
constexpr double kJoltMmS = 34;          // change of a hand's speed across the wall between two looks
constexpr double kFingerWidthMm = 18;    // pitch per turn, facts A2
constexpr double kCollarPerTurn = 0.07;  // folds at 8-10 % inward a pass, facts A3
constexpr double kLoneClimbMmS = 7, kLoneClimbS = 0.5;
constexpr double kFloorLeastMm = 4.2, kFloorMostMm = 12;  // facts A2: base 5-8 mm
constexpr double kSwingMm = 1.5;                          // facts A3: under 0.5 mm is centred
constexpr double kWallSwingMm = 5;
constexpr double kCentreRpm = 120, kCentreRpmWanted = 240;  // facts A2: 240-300
constexpr double kPullRpm = 210, kPullRpmWanted = 120;      // facts A2: half of centring
constexpr double kDrownedMl = 16, kWaterFadesS = 12;
constexpr double kPoolMl = 9;                            // 10 ml left inside crack the floor (drying.cpp)
constexpr double kSoftWetPct = 24.2;                     // facts A1: 21.5 % throwing, 25 % slumping
constexpr double kRimLeastMm = 2.2, kWallLeastMm = 2.0;  // facts A2: thrown walls 3-5 mm, expert 2 mm
constexpr double kBaseOverRim = 1.75, kBaseMostMm = 7, kPulledMm = 8, kPullFromMm = 15;

constexpr double kSureAfterS = 0.35;  // a fault must last this long
constexpr double kForgottenS = 1.2;   // and be gone this long
constexpr double kOffShare = 0.82;    // a fault is over only well under where it began
constexpr double kReadS = 2;          // no hint goes sooner …
constexpr double kYieldS = 0.8;       // … unless a more urgent one comes, and that not at once

struct Fault {
  double ratio = 0;  // 1 where it begins to matter
  CoachNumber first, second;
};

double rounded_to(double value, double step) {
  return std::floor(value / step + 0.5) * step;
}

Fault rim_too_fast(const CoachSight& sight) {
  if (!sight.opened || sight.rpm < 30) return {};
  const double wanted = sight.rpm * std::sqrt(kSpinShareWanted / (sight.spin_share > 0.01 ? sight.spin_share : 0.01));
  return {sight.spin_share / kSpinShare,
          {"cm", rounded_to(0.2 * sight.widest_mm, 1)},
          {"rpm", rounded_to(wanted, 10) < 30 ? 30 : rounded_to(wanted, 10)}};
}

Fault never_wet(const CoachState& state) {
  if (state.watered) return {};
  return {state.dry_work_s / kDryWorkS, {"seconds", rounded_to(state.dry_work_s, 1)}, {}};
}

Fault hands_dry(const Workpiece& workpiece, const CoachSight& sight, const CoachState& state) {
  if (!state.watered || (!sight.presses_outer && !sight.presses_inner)) return {};
  const double film = workpiece.clay.film_mm > 1e-4 ? workpiece.clay.film_mm : 1e-4;
  const double drag = sight.drag / kDragDry, slip = kFilmLeastMm / film;
  return {drag > slip ? drag : slip, {"seconds", rounded_to(state.dry_work_s, 1)}, {}};
}

Fault jerking(const CoachState& state) {
  return {state.jerks, {}, {}};
}

Fault collar_fast(const CoachSight& sight, const CoachState& state) {
  if (!sight.opened || !sight.presses_outer || sight.presses_inner || sight.turns_per_s < 0.2) return {};
  if (state.outer.r_mm_s >= 0 || sight.middle_mm > 0.4 * state.outer.r_mm) return {};
  const double per_turn = -state.outer.r_mm_s / (sight.turns_per_s * state.outer.r_mm);
  return {per_turn / kCollarPerTurn, {"pct", rounded_to(100 * per_turn, 1)}, {"most", 5}};
}

Fault climb_fast(const CoachSight& sight, const CoachState& state) {
  if (!sight.opened || !sight.presses_outer || !sight.presses_inner || sight.turns_per_s < 0.2) return {};
  const double outer = std::fabs(state.outer.z_mm_s), inner = std::fabs(state.inner.z_mm_s);
  const double per_turn = (outer > inner ? outer : inner) / sight.turns_per_s;
  return {per_turn / kFingerWidthMm, {"mm", rounded_to(per_turn, 1)}, {"most", 15}};
}

Fault too_deep(const CoachSight& sight, const CoachState& state) {
  if (!state.inner.down || !sight.presses_inner || state.inner.r_mm > 25 || state.inner.z_mm_s > -0.5) return {};
  if (sight.floor_mm > 14) return {};
  const double left = state.inner.z_mm - 2;  // the finger feels the floor this far ahead (hands.h)
  return {kFloorLeastMm / (left > 0.5 ? left : 0.5), {"mm", rounded_to(left > 0 ? left : 0, 1)}, {}};
}

Fault floor_thin(const CoachSight& sight) {
  if (!sight.opened || sight.floor_mm <= 0.1) return {};
  return {kFloorLeastMm / sight.floor_mm, {"mm", rounded_to(sight.floor_mm, 1)}, {}};
}

bool works_the_wall(const CoachSight& sight) {
  return sight.presses_outer && sight.presses_inner && sight.opened;
}

Fault off_centre(const CoachSight& sight, const CoachState& state) {
  const bool opens = !sight.opened && sight.presses_inner && state.inner.r_mm < 30;
  if (!opens && !works_the_wall(sight)) return {};
  const double most = opens ? kSwingMm : 2 * kSwingMm;
  return {sight.swing_mm / most, {"mm", rounded_to(sight.swing_mm, 0.5)}, {}};
}

Fault centre_faster(const CoachSight& sight) {
  if (sight.opened || !sight.presses_outer || sight.presses_inner || sight.swing_mm < 1 || sight.rpm < kStandingRpm)
    return {};
  return {kCentreRpm / sight.rpm, {"rpm", rounded_to(sight.rpm, 10)}, {"wanted", kCentreRpmWanted}};
}

Fault pull_slower(const CoachSight& sight) {
  if (!works_the_wall(sight)) return {};
  return {sight.rpm / kPullRpm, {"rpm", rounded_to(sight.rpm, 10)}, {"wanted", kPullRpmWanted}};
}

Fault floor_thick(const CoachSight& sight, const CoachState& state) {
  const bool widens = sight.presses_inner && state.inner.r_mm > 18 && state.inner.r_mm_s > 2;
  const bool pulls = sight.presses_inner && sight.presses_outer && state.inner.z_mm_s > 4;
  if (!widens && !pulls) return {};
  return {sight.floor_mm / kFloorMostMm, {"mm", rounded_to(sight.floor_mm, 1)}, {}};
}

Fault wobble(const CoachSight& sight) {
  if (!sight.opened) return {};
  return {sight.swing_mm / kWallSwingMm, {"mm", rounded_to(sight.swing_mm, 1)}, {}};
}

Fault rim_thin(const CoachSight& sight) {
  if (!sight.opened || sight.rim_thinnest_mm <= 0 || sight.rim_thinnest_mm > 0.75 * sight.middle_mm) return {};
  return {kRimLeastMm / sight.rim_thinnest_mm, {"mm", rounded_to(sight.rim_thinnest_mm, 0.5)}, {}};
}

Fault wall_thin(const CoachSight& sight) {
  if (!sight.opened || sight.thinnest_mm <= 0) return {};
  return {kWallLeastMm / sight.thinnest_mm, {"mm", rounded_to(sight.thinnest_mm, 0.5)}, {}};
}

// Said while the hands are up the wall and between pulls, to one whose pull did not begin at the foot.
Fault base_thick(const CoachSight& sight, const CoachState& state) {
  if (!sight.opened || sight.base_mm < kBaseMostMm || sight.rim_mm <= 0 || sight.rim_mm > kPulledMm) return {};
  if (state.pull_from_mm < sight.floor_mm + kPullFromMm) return {};
  return {sight.base_mm / sight.rim_mm / kBaseOverRim,
          {"base", rounded_to(sight.base_mm, 1)},
          {"rim", rounded_to(sight.rim_mm, 1)}};
}

Fault fault_of(CoachId id, const Workpiece& workpiece, const CoachSight& sight, const CoachState& state) {
  const bool presses = sight.presses_outer || sight.presses_inner;
  switch (id) {
    case CoachId::kRimTooFast:
      return rim_too_fast(sight);
    case CoachId::kNeverWet:
      return never_wet(state);
    case CoachId::kHandsDry:
      return hands_dry(workpiece, sight, state);
    case CoachId::kWheelStands:
      return {presses && sight.rpm < kStandingRpm ? 1.5 : 0.0, {}, {}};
    case CoachId::kJerking:
      return jerking(state);
    case CoachId::kCollarFast:
      return collar_fast(sight, state);
    case CoachId::kClimbFast:
      return climb_fast(sight, state);
    case CoachId::kOneSided:
      return {state.lone_climb_s / kLoneClimbS, {}, {}};
    case CoachId::kTooDeep:
      return too_deep(sight, state);
    case CoachId::kFloorThin:
      return floor_thin(sight);
    case CoachId::kOffCentre:
      return off_centre(sight, state);
    case CoachId::kCentreFaster:
      return centre_faster(sight);
    case CoachId::kPullSlower:
      return pull_slower(sight);
    case CoachId::kFloorThick:
      return floor_thick(sight, state);
    case CoachId::kWobble:
      return wobble(sight);
    case CoachId::kTooWet:
      return {state.water_ml / kDrownedMl, {"ml", rounded_to(state.water_ml, 1)}, {}};
    case CoachId::kPool:
      return {workpiece.clay.pool_ml / kPoolMl, {"ml", rounded_to(workpiece.clay.pool_ml, 1)}, {}};
    case CoachId::kClaySoft:
      return {sight.opened ? sight.wet_pct / kSoftWetPct : 0, {"pct", rounded_to(sight.wet_pct, 0.5)}, {}};
    case CoachId::kRimThin:
      return rim_thin(sight);
    case CoachId::kWallThin:
      return wall_thin(sight);
    case CoachId::kBaseThick:
      return base_thick(sight, state);
    case CoachId::kQuiet:
      break;
  }
  return {};
}

// What lasts longer than one look: water, dry work, jolts, a hand climbing alone.
void remember(const CoachSight& sight, const CoachHand& outer_was, const CoachHand& inner_was, CoachState& state) {
  const bool presses = sight.presses_outer || sight.presses_inner;
  state.water_ml *= sight.seconds < kWaterFadesS ? 1 - sight.seconds / kWaterFadesS : 0;
  if (presses) state.dry_work_s += sight.seconds;

  const auto jolt = [&](const CoachHand& was, const CoachHand& now) {
    if (!was.down || !now.down || !sight.opened || !presses) return;
    const double r = now.r_mm_s - was.r_mm_s, z = now.z_mm_s - was.z_mm_s;
    const double change = std::sqrt(r * r + 0.1 * z * z);
    if (change > kJoltMmS) state.jerks += 0.55;
  };
  state.jerks *= sight.seconds < 2 ? 1 - 0.4 * sight.seconds : 0.2;
  jolt(outer_was, state.outer);
  jolt(inner_was, state.inner);
  if (state.jerks > 2) state.jerks = 2;

  const bool pulls = sight.opened && sight.presses_outer && sight.presses_inner;
  if (pulls && (!state.pulls || state.outer.z_mm < state.pull_from_mm)) state.pull_from_mm = state.outer.z_mm;
  // Hands that stay on the clay are still in the same pull, whether or not they bite at this look.
  state.pulls = pulls || (state.pulls && state.outer.down && state.inner.down);

  const bool lone = sight.presses_outer != sight.presses_inner && state.outer.down != state.inner.down;
  const CoachHand& hand = state.outer.down ? state.outer : state.inner;
  const bool climbs = lone && sight.opened && std::fabs(hand.z_mm_s) > kLoneClimbMmS &&
                      std::fabs(hand.z_mm_s) > 2 * std::fabs(hand.r_mm_s);
  state.lone_climb_s += climbs ? sight.seconds : -sight.seconds;
  if (state.lone_climb_s < 0) state.lone_climb_s = 0;
  if (state.lone_climb_s > 2 * kLoneClimbS) state.lone_climb_s = 2 * kLoneClimbS;
}

void weigh_evidence(double ratio, double seconds, double& evidence) {
  if (ratio >= 1) {
    evidence += seconds / kSureAfterS;
  } else if (ratio < kOffShare) {
    evidence -= seconds / kForgottenS;
  }
  evidence = evidence < 0 ? 0 : (evidence > 1 ? 1 : evidence);
}

}  // namespace

const char* coach_id(CoachId id) {
  constexpr std::array<const char*, kCoachIdCount + 1> kIds{
      "rim_too_fast", "never_wet",
      "hands_dry",    "wheel_stands",
      "jerking",      "collar_fast",
      "climb_fast",   "one_sided",
      "too_deep",     "floor_thin",
      "off_centre",   "centre_faster",
      "pull_slower",  "floor_thick",
      "wobble",       "pool",
      "too_wet",      "clay_soft",
      "rim_thin",     "wall_thin",
      "base_thick",   "",
  };
  return kIds[static_cast<std::size_t>(id)];
}

void coach_sees(const Act& act, CoachState& state) {
  if (act.kind == ActKind::kOuterLift) state.outer.down = false;
  if (act.kind == ActKind::kInnerLift) state.inner.down = false;
  if (act.kind != ActKind::kWater) return;
  state.watered = true;
  state.dry_work_s = 0;
  state.water_ml += from_fixed(act.a, kPerMl);
}

CoachHint coach(const Workpiece& workpiece, CoachState& state) {
  if (workpiece.tick < state.tick || workpiece.stage != Stage::kThrowing || workpiece.fallen) {
    state = CoachState{};
    state.tick = workpiece.tick;
    state.watered = workpiece.clay.film_mm > 0.03;  // an undo: what came before is not known
    return state.said;
  }
  if (workpiece.tick < state.tick + kCoachTicks) return state.said;
  const CoachHand outer_was = state.outer, inner_was = state.inner;
  const CoachSight sight = coach_sight(workpiece, state);
  remember(sight, outer_was, inner_was, state);
  state.tick = workpiece.tick;
  state.said_s += sight.seconds;

  // The first that is sure; the one already said goes on while there is anything left of it.
  CoachHint wanted;
  for (std::size_t rank = 0; rank < kCoachIdCount; ++rank) {
    const auto id = static_cast<CoachId>(rank);
    const Fault fault = fault_of(id, workpiece, sight, state);
    weigh_evidence(fault.ratio, sight.seconds, state.evidence[rank]);
    if (wanted.id != CoachId::kQuiet) continue;
    const bool stands = state.said.id == id && state.evidence[rank] > 0;
    if (stands) {
      wanted = state.said;
    } else if (state.evidence[rank] >= 1) {
      wanted = {id, {fault.first, fault.second}};
    }
  }
  if (wanted.id == state.said.id) return state.said;
  const bool urgent = wanted.id < state.said.id;
  const double least = state.said.id == CoachId::kQuiet ? 0 : (urgent ? kYieldS : kReadS);
  if (state.said_s < least) return state.said;
  state.said = wanted;
  state.said_s = 0;
  return state.said;
}

}  // namespace sui::craft
