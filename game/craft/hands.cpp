#include "game/craft/hands.h"

#include <cmath>

#include "game/craft/math.h"
#include "game/craft/throwing_numbers.h"
#include "game/craft/throwing_tools.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kNoContact = -1e9;
constexpr double kPinchThreshold = 1.2;    // strengths; two fingertips, clay free to leave along the wall
constexpr double kIndentThreshold = 2.57;  // strengths; (2 + π)τ, a finger sinking into a solid lump
constexpr double kStrainRateMax = 12;      // 1/s
constexpr double kCentringPerTurn = 0.3;   // facts A3
constexpr double kOvalPerTurn = 0.5;
constexpr double kTearTurns = 0.3;       // twisted this far in one place a neck comes off
constexpr double kTrackMm = 20;          // height of the track a fingertip leaves on a turning wall
constexpr double kRubbedPerTick = 2e-5;  // moisture the skin loses under a hand that slides without water

struct Grip {                                 // the two hands this tick, as the rings meet them
  double outer_kpa, inner_kpa, strength_kpa;  // each hand's strength, and the weaker of them
  double gain;                                // share of an overlap given way to in one tick
  double missed;                              // share of the wall that climbing fingers pass untouched
  double turns;                               // the wheel's turning in one tick
  double pitch_mm;                            // how far the hands climb in one turn
  double steady;                              // 1 bare hands … less with assist: how much of a jerk stays in the clay
  double cosine_1, sine_1, cosine_2, sine_2;  // the hands' side of the pot, in the turning frame
};

// ln(b/a) of a ring of width w about radius r; capped where a finger would sooner sink in than widen the ring.
double hoop_threshold(double r_mm, double w_mm) {
  const double x = w_mm / (2 * r_mm);
  if (x > 0.86) return kIndentThreshold;
  const double x2 = x * x;
  return 2 * x * (15 - 4 * x2) / (15 - 9 * x2);
}

bool against_wall(const Hand& hand) {
  return hand.down && !hand.presses_down && hand.tool != Tool::kNeedle;
}

double outer_overlap(const Hand& hand, double z_mm, double face_mm) {
  if (!against_wall(hand)) return kNoContact;
  double dz = z_mm - hand.z_mm;
  if (hand.tool == Tool::kRib) {
    dz = std::fabs(dz) - kRibHalfMm;
    if (dz < 0) dz = 0;
  }
  return face_mm - hand.r_mm - dz * dz / (2 * kFingertipMm);
}

// Above the tip comes the finger, which needs its own width, and in thick clay the hand behind it, which opens the
// lump as a cone. (Dead end: the tip alone undercut the lump, and what hung over it fell in.) In a thrown neck the arm
// finds its way, so thin walls feel the tip only.
double inner_overlap(const Hand& hand, double z_mm, double r_mm, double w_mm) {
  if (!against_wall(hand)) return kNoContact;
  const double face_mm = r_mm - 0.5 * w_mm;
  double dz = z_mm - hand.z_mm;
  if (hand.tool == Tool::kRib && face_mm >= 3) {
    dz = std::fabs(dz) - kRibHalfMm;
    return hand.r_mm - face_mm - (dz > 0 ? dz * dz / (2 * kFingertipMm) : 0);
  }
  if (face_mm < 3 && dz < -kFloorFeelMm) return kNoContact;
  double reach = hand.r_mm - dz * dz / (2 * kFingertipMm);
  if (dz <= 0) return reach - face_mm;
  double finger = hand.r_mm < kFingerRadiusMm ? hand.r_mm : kFingerRadiusMm;
  const double thick = 2 * w_mm / r_mm - 1;
  const double cone = hand.r_mm - 3 - 0.12 * dz;
  if (thick > 0 && cone > finger) finger += (cone - finger) * (thick < 1 ? thick : 1);
  return (reach > finger ? reach : finger) - face_mm;
}

double pressure_for(double threshold_kpa, double rate) {
  return threshold_kpa * (1 + 0.2 * std::sqrt(rate));
}

// A ring `high_mm` high pushes back over so wide a piece of the hand.
void feel(Hand& hand, double high_mm, double wide_mm, double kpa) {
  if (kpa > hand.pressure_kpa) hand.pressure_kpa = kpa;
  hand.force_mn += kpa * high_mm * wide_mm;
}

// Clay that is moved much loses strength until it has rested.
void work(Clay& clay, std::size_t k, double strain) {
  clay.worked[k] += (1 - clay.worked[k]) * strain / kWorkedStrain;
}

// Both faces overlap: the wall thins to the gap between the hands, and moves to its middle.
void pinch(Workpiece& workpiece, const Grip& grip, std::size_t k, double high_mm, double outer_mm, double inner_mm,
           Motion& motion) {
  Clay& clay = workpiece.clay;
  const double threshold = kPinchThreshold * clay.yield_kpa[k];
  const double rate_max = flow_rate(grip.strength_kpa / threshold, kStrainRateMax);
  const double most = clay.w_mm[k] * rate_max * kTickS;
  double thin = grip.gain * (outer_mm + inner_mm);
  if (thin > most) thin = most;
  motion.width_mm[k] -= thin;
  double shift = 0.5 * grip.gain * (inner_mm - outer_mm);
  const double shift_most = clay.r_mm[k] * rate_max * kTickS;
  if (shift > shift_most) shift = shift_most;
  if (shift < -shift_most) shift = -shift_most;
  motion.radial_mm[k] += shift;
  const double strain = thin / clay.w_mm[k];
  work(clay, k, strain);
  const double kpa = pressure_for(threshold, strain / kTickS);
  feel(workpiece.outer, high_mm, kFingerWideMm, kpa);
  feel(workpiece.inner, high_mm, kFingerWideMm, kpa);
}

void push_hoop(Workpiece& workpiece, const Grip& grip, std::size_t k, double high_mm, double overlap_mm, bool outwards,
               Motion& motion) {
  Clay& clay = workpiece.clay;
  const double threshold = clay.yield_kpa[k] * hoop_threshold(clay.r_mm[k], clay.w_mm[k]);
  const double strength = outwards ? grip.inner_kpa : grip.outer_kpa;
  const double most = clay.r_mm[k] * flow_rate(strength / threshold, kStrainRateMax) * kTickS;
  double move = grip.gain * overlap_mm;
  if (move > most) move = most;
  const bool thick = clay.w_mm[k] > clay.r_mm[k];
  if (outwards && thick) {
    motion.open_mm[k] += move;
  } else {
    motion.radial_mm[k] += outwards ? move : -move;
  }
  const double strain = move / clay.r_mm[k];
  work(clay, k, strain);
  const double wide = thick && !outwards ? kPalmWideMm : kFingerWideMm;  // a lump is held with the palm
  feel(outwards ? workpiece.inner : workpiece.outer, high_mm, wide, pressure_for(threshold, strain / kTickS));
}

struct Contact {
  double centring_mm = 0;  // largest overlap counted with the ring's swing
  std::size_t ring = 0;
  double swing_mm = 0;
  bool touched = false;
};

void note_contact(Contact& contact, const Clay& clay, std::size_t k, double overlap_mm) {
  const double x = clay.off_x_mm[k], y = clay.off_y_mm[k];
  if (overlap_mm + std::fabs(x) + std::fabs(y) <= contact.centring_mm) return;  // no nearer, whatever the swing
  const double swing_mm = std::sqrt(x * x + y * y);
  overlap_mm += swing_mm;
  if (overlap_mm <= contact.centring_mm) return;
  contact = {overlap_mm, k, swing_mm, true};
}

// Steady pressure trues the clay about the ring pressed: a whole lump follows, a thin wall only near the finger.
void centre(Workpiece& workpiece, const Stack& stack, const Grip& grip, const Contact& contact) {
  Clay& clay = workpiece.clay;
  const std::size_t c = contact.ring;
  const double threshold = clay.yield_kpa[c] * hoop_threshold(clay.r_mm[c], clay.w_mm[c]);
  double firm = grip.strength_kpa / threshold;
  firm = firm > 1 ? 1 : firm * firm;
  const double share = contact.centring_mm / (contact.swing_mm + 0.2);
  const double height = stack.z_mm[c] / (4 * clay.r_mm[c]);
  const double per_tick = grip.turns * firm * (share < 1 ? share : 1) / (1 + height * height);
  const double assisted = 1 + 0.01 * workpiece.start.assist;
  const double reach = 8 + clay.w_mm[c];
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double dz = (stack.z_mm[k] - stack.z_mm[c]) / reach;
    const double near = 1 / (1 + dz * dz);
    const double keep = 1 - kCentringPerTurn * assisted * per_tick * near;
    const double keep_oval = 1 - kOvalPerTurn * assisted * per_tick * near;
    clay.off_x_mm[k] *= keep;
    clay.off_y_mm[k] *= keep;
    clay.oval_x_mm[k] *= keep_oval;
    clay.oval_y_mm[k] *= keep_oval;
  }
}

// A push lands on one side and is only evened out by the turning: what a whole turn does not even out stays as wobble.
// What kneading left uneven gives way unevenly as the wall is thinned.
void wobble(Workpiece& workpiece, const Stack& stack, const Grip& grip, const Motion& motion) {
  Clay& clay = workpiece.clay;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (motion.radial_mm[k] == 0) continue;
    const double per_width = 1 / clay.w_mm[k];
    double give = stack.z_mm[k] * 0.06 * per_width;
    give = give < 2.5 ? 0.3 + give : 2.8;
    double kick = 0.5 * motion.radial_mm[k] * give * grip.steady;
    if (motion.width_mm[k] < 0) {
      kick += 0.4 * grip.missed * motion.width_mm[k] * give * grip.steady;
      clay.off_x_mm[k] -= kUnevenShown * clay.uneven_mm * motion.width_mm[k] * per_width;
    }
    clay.off_x_mm[k] += kick * grip.cosine_1;
    clay.off_y_mm[k] += kick * grip.sine_1;
    clay.oval_x_mm[k] += 0.4 * kick * grip.cosine_2;
    clay.oval_y_mm[k] += 0.4 * kick * grip.sine_2;
  }
}

// Collared in too far in one pass, a thin wall folds rather than thickens (facts A3). The hand inside would hold it.
void fold(Workpiece& workpiece, const Grip& grip, const Motion& motion) {
  if (workpiece.outer.pressure_kpa <= 0 || workpiece.inner.pressure_kpa > 0) return;
  Clay& clay = workpiece.clay;
  const double limit = kFoldStrain * (1 + kFoldHelp * workpiece.start.assist);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (motion.radial_mm[k] >= 0 || clay.w_mm[k] > kFoldThin * clay.r_mm[k]) continue;
    const double inward = -motion.radial_mm[k];
    clay.squeezed[k] += inward / clay.r_mm[k];
    if (clay.squeezed[k] <= limit) continue;
    // Folds stand where they began: with the wall, not with the hand.
    clay.oval_x_mm[k] += 0.3 * inward * grip.steady;
    raise_defect(workpiece, DefectKind::kFolded, static_cast<int>(k), clay.squeezed[k], limit);
  }
}

double friction(const Clay& clay, std::size_t k) {
  double dry = 0.7 - 5 * (clay.skin_moisture_dry[k] - 0.18);
  dry = dry < 0.3 ? 0.3 : (dry > 0.7 ? 0.7 : dry);
  const double wet = clay.film_mm < 0.05 ? clay.film_mm * 20 : 1;
  return dry + (0.1 - dry) * wet;
}

// Where between the hand and the wheel head the turning moment finds the wall weakest: 2π r² t τy least (facts A3).
std::size_t weakest_below(const Clay& clay, std::size_t k, double& least_mn_mm) {
  std::size_t weakest = k;
  least_mn_mm = 1e300;
  for (std::size_t below = k + 1; below-- > 0;) {
    const double r = clay.r_mm[below];
    const double holds = kTwoPi * r * r * clay.w_mm[below] * 0.5 * clay.yield_kpa[below];
    if (holds >= least_mn_mm) continue;
    least_mn_mm = holds;
    weakest = below;
  }
  return weakest;
}

// Dry hands stick and slip, which shakes the wall; past the wall's torsional strength the neck twists, and far enough
// it tears. What the fingers feel is friction, and the share of the torsional strength it uses.
void drag(Workpiece& workpiece, const Grip& grip, std::size_t k, Hand& hand) {
  Clay& clay = workpiece.clay;
  const double mu = friction(clay, k);
  const double least_mn = kContactMm2Min * hand.pressure_kpa;
  if (hand.force_mn < least_mn) hand.force_mn = least_mn;
  hand.moment_mn_mm = mu * hand.force_mn * clay.r_mm[k];
  double holds = 0;
  const std::size_t weakest = weakest_below(clay, k, holds);
  // One place is twisted by what a fingertip gives it, however far up the arm the clay drags.
  const double tip_mn = kFingertipMm2Max * hand.pressure_kpa;
  const double used = mu * (hand.force_mn < tip_mn ? hand.force_mn : tip_mn) * clay.r_mm[k] / holds;
  hand.drag = (mu - 0.1) + used;
  if (hand.drag > 0.4) {
    const double turns = 0.37 * workpiece.wheel_turn;  // chatter keeps no step with the wheel
    const double angle = kTwoPi * (turns - std::floor(turns));
    const double shake = 0.02 * (hand.drag - 0.4) * grip.gain * grip.steady;
    clay.off_x_mm[k] += shake * cosine(angle);
    clay.off_y_mm[k] += shake * sine(angle);
  }
  if (used <= 1) return;
  const double slip = 0.05 * grip.turns * (used - 1 < 2 ? used - 1 : 2) * grip.steady;
  for (std::size_t above = weakest; above < kRingCount; ++above) clay.twist_turn[above] -= slip;
  const double below = weakest == 0 ? 0 : clay.twist_turn[weakest - 1];
  const double shear = below - clay.twist_turn[weakest];
  if (shear <= kTearTurns) return;
  raise_defect(workpiece, DefectKind::kTorn, static_cast<int>(weakest), shear, kTearTurns);
  workpiece.fallen = true;
  workpiece.fallen_ring = static_cast<int32_t>(weakest);
}

double climb_mm(const Hand& hand) {
  if (!hand.down || hand.reach_ticks_left <= 0) return 0;
  return std::fabs(hand.target_z_mm - hand.z_mm) / hand.reach_ticks_left;
}

Grip grip_of(const Workpiece& workpiece) {
  Grip grip{};
  const double assist = 0.01 * workpiece.start.assist;
  const auto strength = [assist](const Hand& hand) {
    return (hand.tool == Tool::kRib ? kRibStrengthKpa : kHandStrengthKpa) * (1 + 0.25 * assist);
  };
  grip.outer_kpa = strength(workpiece.outer);
  grip.inner_kpa = strength(workpiece.inner);
  grip.strength_kpa = grip.outer_kpa < grip.inner_kpa ? grip.outer_kpa : grip.inner_kpa;
  // A standing wheel is only dented: the ring as a whole gives way as it comes round.
  grip.gain = 0.5 * (workpiece.wheel_rpm < 60 ? workpiece.wheel_rpm / 60 : 1);
  grip.turns = workpiece.wheel_rpm / 60 * kTickS;
  // More than a fingertip's height per turn leaves a spiral of clay between the tracks (facts A2).
  const double climb =
      climb_mm(workpiece.outer) > climb_mm(workpiece.inner) ? climb_mm(workpiece.outer) : climb_mm(workpiece.inner);
  const double covered = kTrackMm * grip.turns;
  grip.missed = climb > covered ? 1 - covered / climb : 0;
  grip.pitch_mm = grip.turns > 0 ? climb / grip.turns : 0;
  if (grip.pitch_mm > kReachZMmMax) grip.pitch_mm = kReachZMmMax;  // a wheel all but still: one scratch, no spiral
  grip.gain *= 1 - grip.missed;
  grip.steady = 1 - 0.75 * assist;
  const double angle = -kTwoPi * (workpiece.wheel_turn - std::floor(workpiece.wheel_turn));
  grip.cosine_1 = cosine(angle);
  grip.sine_1 = sine(angle);
  grip.cosine_2 = grip.cosine_1 * grip.cosine_1 - grip.sine_1 * grip.sine_1;
  grip.sine_2 = 2 * grip.cosine_1 * grip.sine_1;
  return grip;
}

// A finger on a standing wheel pushes the clay aside where it is.
void dent(Workpiece& workpiece, const Grip& grip, std::size_t k, double overlap_mm) {
  const double still = 1 - 2 * grip.gain;
  if (still <= 0) return;
  const double push = 0.02 * still * (overlap_mm < 4 ? overlap_mm : 4) * grip.steady;
  Clay& clay = workpiece.clay;
  clay.off_x_mm[k] += push * grip.cosine_1;
  clay.off_y_mm[k] += push * grip.sine_1;
  clay.oval_x_mm[k] += 0.5 * push * grip.cosine_2;
  clay.oval_y_mm[k] += 0.5 * push * grip.sine_2;
}

constexpr double kSmoothing = kRingScale * kRingScale;  // of a second difference: the same over the same millimetres

// A ridge is left between neighbouring turns of a climbing fingertip: pitch² / 8 R high (geometry). A rib wipes it
// away.
void groove(Clay& clay, const Hand& hand, const Grip& grip, std::size_t k) {
  double ridge = grip.pitch_mm * grip.pitch_mm / (8 * kFingertipMm);
  const double most = kGrooveOfWall * clay.w_mm[k] < kGrooveMmMax ? kGrooveOfWall * clay.w_mm[k] : kGrooveMmMax;
  if (ridge > most) ridge = most;
  double share = 0.2;
  if (hand.tool != Tool::kFingers) {
    ridge = 0;
    share = hand.tool == Tool::kRib ? 0.1 : 0.03;
  }
  clay.groove_mm[k] += share * (ridge - clay.groove_mm[k]);
  clay.groove_pitch_mm[k] += share * (grip.pitch_mm - clay.groove_pitch_mm[k]);
}

// Pinching presses ring by ring; unevenness finer than a fingertip is smoothed under it.
void smooth_under(const Clay& clay, std::size_t first, std::size_t last, Motion& motion) {
  for (std::size_t k = first > 1 ? first : 1; k < last && k + 1 < kRingCount; ++k) {
    if (clay.r_mm[k - 1] - clay.w_mm[k - 1] / 2 <= kInnerSolidMm || clay.w_mm[k] > clay.r_mm[k]) continue;
    motion.width_mm[k] += kSmoothing * 0.06 * (clay.w_mm[k - 1] + clay.w_mm[k + 1] - 2 * clay.w_mm[k]);
    motion.radial_mm[k] += kSmoothing * 0.02 * (clay.r_mm[k - 1] + clay.r_mm[k + 1] - 2 * clay.r_mm[k]);
  }
}

}  // namespace

namespace {

struct Touched {
  Contact contact;
  std::size_t first = kRingCount, last = 0;
};

// Every ring a hand overlaps gives way to it.
Touched press_rings(Workpiece& workpiece, const Stack& stack, const Grip& grip, Motion& motion) {
  Clay& clay = workpiece.clay;
  Touched touched;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double outer = outer_overlap(workpiece.outer, stack.z_mm[k], stack.outer_mm[k]);
    const double inner = inner_overlap(workpiece.inner, stack.z_mm[k], clay.r_mm[k], clay.w_mm[k]);
    if (outer < -12 && inner < -12) continue;
    note_contact(touched.contact, clay, k, outer > inner ? outer : inner);
    if (outer <= 0 && inner <= 0) continue;
    if (k < touched.first) touched.first = k;
    touched.last = k + 1;
    clay.hoop_creep[k] *= 0.97;  // a wall under the hands is being formed anew
    clay.axial_creep[k] *= 0.97;
    if (clay.film_mm < 0.01 && clay.skin_moisture_dry[k] > 0.12) clay.skin_moisture_dry[k] -= kRubbedPerTick;
    if (outer > 0) groove(clay, workpiece.outer, grip, k);
    const double high = stack.h_mm[k];
    if (outer > 0 && inner > 0) {
      pinch(workpiece, grip, k, high, outer, inner, motion);
    } else if (outer > 0) {
      push_hoop(workpiece, grip, k, high, outer, false, motion);
      dent(workpiece, grip, k, outer);
    } else {
      push_hoop(workpiece, grip, k, high, inner, true, motion);
      dent(workpiece, grip, k, inner);
    }
  }
  return touched;
}

}  // namespace

void press(Workpiece& workpiece, const Stack& stack, Motion& motion) {
  Clay& clay = workpiece.clay;
  let_go(workpiece.outer);
  let_go(workpiece.inner);
  if (!workpiece.outer.down && !workpiece.inner.down) return;
  const Grip grip = grip_of(workpiece);
  press_down(workpiece, stack, workpiece.outer, grip.gain, motion);
  press_down(workpiece, stack, workpiece.inner, grip.gain, motion);
  const Touched touched = press_rings(workpiece, stack, grip, motion);
  if (touched.contact.touched) centre(workpiece, stack, grip, touched.contact);
  if (touched.last > 0) {
    motion.any = true;
    smooth_under(clay, touched.first, touched.last, motion);
    spread(clay, stack, motion.radial_mm);
    wobble(workpiece, stack, grip, motion);
    fold(workpiece, grip, motion);
    if (against_wall(workpiece.outer) && workpiece.outer.pressure_kpa > 0)
      drag(workpiece, grip, touched.contact.ring, workpiece.outer);
    if (against_wall(workpiece.inner) && workpiece.inner.pressure_kpa > 0)
      drag(workpiece, grip, touched.contact.ring, workpiece.inner);
  }
  if (motion.any) cone(clay, motion);
}

}  // namespace sui::craft
