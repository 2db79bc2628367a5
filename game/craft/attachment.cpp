#include "game/craft/attachment.h"

#include <cassert>
#include <cmath>

#include "game/craft/attachment_numbers.h"
#include "game/craft/drying.h"
#include "game/craft/math.h"
#include "game/craft/stack.h"
#include "game/craft/wheel.h"
#include "game/craft/workpiece.h"

namespace sui::craft {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kTwoPi = 2 * kPi;

double above_limit(double moisture_dry) {
  return moisture_dry > kShrinkageLimitDry ? moisture_dry : kShrinkageLimitDry;
}

std::size_t ring_under(const Part& part) {
  return static_cast<std::size_t>(ring_of_part(part.kind, part.v_ring));
}

double slip_pull(const Part& part) {
  if (!part.slip) return 0;
  const double dryness = (kSlipPullBelow - part.joined_pot_moisture_dry) / (kSlipPullBelow - kSlipPullFull);
  return kSlipPullStrain * (dryness < 0 ? 0 : (dryness > 1 ? 1 : dryness));
}

void raise(Workpiece& workpiece, DefectKind kind, uint32_t when, int ring, double value, double limit) {
  if (workpiece.defects.size() < kDefectsMax) workpiece.defects.push_back({kind, when, ring, value, limit});
}

// What a lid and its mouth differ in diameter since they fitted.
double misfit_mm(const Part& part, double strain) {
  return std::fabs(strain) * part.size_mm;
}

void strain_joint(Workpiece& workpiece, Part& part, double pot_moisture, uint32_t when) {
  const double strain =
      joint_strain(part.joined_moisture_dry, part.moisture_dry, part.joined_pot_moisture_dry, pot_moisture);
  if (only_rests(part.kind)) {
    const double misfit = misfit_mm(part, strain);
    // Only the end counts: a lid that dries ahead is let catch up.
    if (pot_moisture > kShrinkageLimitDry || part.moisture_dry > kShrinkageLimitDry) return;
    part.strain = misfit;
    part.strain_limit = kLidPlayMm;
    if (misfit <= kLidPlayMm || part.cracked) return;
    part.cracked = true;
    raise(workpiece, DefectKind::kLidMisfit, when, static_cast<int>(ring_under(part)), misfit, kLidPlayMm);
    return;
  }
  const double worst = std::fabs(strain) + slip_pull(part);
  if (worst > part.strain) part.strain = worst;
  if (part.cracked || part.strain <= part.strain_limit) return;
  part.cracked = true;
  raise(workpiece, DefectKind::kJointCrack, when, static_cast<int>(ring_under(part)), part.strain, part.strain_limit);
}

void shrink_part(Part& part, double moisture_was) {
  const double scale = drying_shrink(moisture_was, part.moisture_dry);
  part.size_mm *= scale;
  part.thickness_mm *= scale;
}

const Part* lid_of(const Workpiece& workpiece) {
  for (const Part& part : workpiece.parts)
    if (part.kind == PartKind::kLid) return &part;
  return nullptr;
}

}  // namespace

// A knob stands on its lid: they lose water together.
double moisture_under(const Workpiece& workpiece, const Part& part) {
  if (part.kind == PartKind::kKnob) {
    const Part* lid = lid_of(workpiece);
    if (lid != nullptr) return lid->moisture_dry;
  }
  return workpiece.clay.moisture_dry[ring_under(part)];
}

const char* part_id(PartKind kind) {
  switch (kind) {
    case PartKind::kStrapHandle:
      return "strap_handle";
    case PartKind::kEarHandle:
      return "ear_handle";
    case PartKind::kSpout:
      return "spout";
    case PartKind::kLid:
      return "lid";
    case PartKind::kKnob:
      return "knob";
    case PartKind::kDuckUpper:
      return "duck_upper";
    case PartKind::kDuckFeet:
      return "duck_feet";
    case PartKind::kDuckPedestal:
      return "duck_pedestal";
  }
  return "unknown";
}

bool on_the_wall(PartKind kind) {
  return kind == PartKind::kStrapHandle || kind == PartKind::kEarHandle || kind == PartKind::kSpout;
}

int ring_of_part(PartKind kind, double v_ring) {
  if (on_the_wall(kind)) return v_ring < 0 ? 0 : (v_ring >= kRingCount ? kRingCount - 1 : static_cast<int>(v_ring));
  return kind == PartKind::kDuckFeet || kind == PartKind::kDuckPedestal ? 0 : kRingCount - 4;
}

bool only_rests(PartKind kind) {
  return kind == PartKind::kLid || kind == PartKind::kDuckUpper;
}

// Straps are four times as wide as thick; a spout tapers from half its length to a quarter; a lid is a shallow cap; the
// upper shell a deep one with neck and head; the pedestal four walls and a top, the openings a quarter of them.
double part_volume_mm3(PartKind kind, double size_mm, double thickness_mm) {
  const double s = size_mm, t = thickness_mm;
  switch (kind) {
    case PartKind::kStrapHandle:
      return 1.6 * s * 4 * t * t * kPi / 4;
    case PartKind::kEarHandle:
      return 2.4 * s * t * t * kPi / 4;
    case PartKind::kSpout:
      return s * kPi * 0.375 * s * t;
    case PartKind::kLid:
      return 0.3 * kPi * s * s * t;
    case PartKind::kKnob:
      return 0.6 * s * s * s;
    case PartKind::kDuckUpper:
      return (0.40 * kPi * s * s + 0.9 * s * s) * t;
    case PartKind::kDuckFeet:
      return 0.25 * s * s * t;
    case PartKind::kDuckPedestal:
      return (4 * 0.75 * 0.75 * kPedestalHeightShare + 0.75 * 0.75) * s * s * t;
  }
  return 0;
}

double part_dry_g(const Part& part) {  // dry grams per mm³ of clay as wet as the part was made
  return part.volume_mm3 * 0.001 / (1 / kGrainDensityGCm3 + part.made_moisture_dry);
}

double parts_dry_g(const Workpiece& workpiece) {
  double grams = 0;
  for (const Part& part : workpiece.parts) grams += part_dry_g(part);
  return grams;
}

double joint_limit(bool scored, bool slip) {
  const double whole = kJointMoistureGap / (3 * (1 / kGrainDensityGCm3 + kJointMoisture));
  return whole * (slip ? (scored ? 1 : kSlipOnlyShare) : (scored ? kScoredOnlyShare : kDryJointShare));
}

double joint_strain(double part_was, double part_is, double pot_was, double pot_is) {
  const double mean = 0.5 * (above_limit(part_was) + above_limit(pot_was));
  const double gap = (above_limit(part_was) - above_limit(part_is)) - (above_limit(pot_was) - above_limit(pot_is));
  return gap / (3 * (1 / kGrainDensityGCm3 + mean));  // facts B: ε = Δw / (3 (1/ρs + w))
}

void dry_parts(Workpiece& workpiece, double kg_m2_h, double equilibrium_dry, double minutes) {
  for (Part& part : workpiece.parts) {
    const double was = part.moisture_dry;
    // Both faces free: kg/m² a minute over half the thickness; below the shrinkage limit the surface is dry.
    const double above = was - equilibrium_dry;
    const double free = above < kShrinkageLimitDry ? above / kShrinkageLimitDry : 1;
    const double dry_kg_m2 = 0.5 * part.thickness_mm * 0.001 * 1000 / (1 / kGrainDensityGCm3 + was);
    double loss = above > 0 ? kg_m2_h / 60 * minutes * free / dry_kg_m2 : 0;
    if (loss > 0.5 * above) loss = above > 0 ? 0.5 * above : 0;
    part.moisture_dry -= loss;
    const double pot = moisture_under(workpiece, part);
    const double reach = part.thickness_mm + 4;
    const double rate = kJointDiffusivityMm2Min * minutes / (reach * reach);
    // A resting lid shares the damp air of the pot, a luted part its water.
    const double shared = only_rests(part.kind) ? 0.5 * rate : rate;
    part.moisture_dry += (pot - part.moisture_dry) * shared / (1 + shared);
    shrink_part(part, was);
    strain_joint(workpiece, part, pot, workpiece.tick);
  }
}

void fire_parts(Workpiece& workpiece, double body_scale, double creep_per_pa, uint32_t minute) {
  Clay& clay = workpiece.clay;
  for (Part& part : workpiece.parts) {
    const double was = part.moisture_dry;
    part.moisture_dry = 0;
    shrink_part(part, was);
    strain_joint(workpiece, part, 0, workpiece.tick);
    part.size_mm *= body_scale;
    part.thickness_mm *= body_scale;
  }
  double worst = 0;
  int worst_ring = 0;
  for (const Part& part : workpiece.parts) {
    if (part.cracked || (part.kind != PartKind::kStrapHandle && part.kind != PartKind::kEarHandle)) continue;
    const std::size_t joined = ring_under(part);
    // A ring under a radial pull P gives 0.149 P R³ / (E I); in the fire 3η/t stands for E.
    const double grams = kFiredDensityGMm3 * part_volume_mm3(part.kind, part.size_mm, part.thickness_mm);
    const double pull_n = kHandleTugShare * grams * 0.00981;
    Stack stack;
    lay_out(clay, stack);
    const double angle = 2 * kTwoPi * part.u_turn;
    for (std::size_t k = 0; k < kRingCount; ++k) {
      if (clay.r_mm[k] - 0.5 * clay.w_mm[k] <= kInnerSolidMm || clay.w_mm[k] > clay.r_mm[k]) continue;
      const double away = (stack.z_mm[k] - stack.z_mm[joined]) / (0.7 * part.size_mm + 1);
      const double r_m = 0.001 * clay.r_mm[k], w_m = 0.001 * clay.w_mm[k];
      const double inertia = 0.001 * (part.size_mm + 10) * w_m * w_m * w_m / 12;
      const double grip = stack.z_mm[k] / stack.top_mm;  // the floor holds the wall round, the mouth is free
      double oval_mm =
          1000 * 0.149 * pull_n * r_m * r_m * r_m / inertia * creep_per_pa / 3 * grip * grip / (1 + away * away);
      if (oval_mm > 0.25 * clay.r_mm[k]) oval_mm = 0.25 * clay.r_mm[k];
      clay.oval_x_mm[k] += oval_mm * cosine(angle);
      clay.oval_y_mm[k] += oval_mm * sine(angle);
      if (oval_mm > worst) worst = oval_mm, worst_ring = static_cast<int>(k);
    }
  }
  if (worst > kHandleOvalMmMax) raise(workpiece, DefectKind::kHandleOval, minute, worst_ring, worst, kHandleOvalMmMax);
}

}  // namespace sui::craft
