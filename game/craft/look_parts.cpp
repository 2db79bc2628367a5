#include "game/craft/look_parts.h"

#include "game/craft/attachment_numbers.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr float kStrapDrop = 0.62f;  // of its length, from upper to lower joint

// Radius of the wall in the direction of `u_turn`, with all that is off centre and oval there.
float wall_mm(const Look& look, float z_mm, double u_turn) {
  std::size_t k = 0;
  while (k < kRingCount && look.rings[k].z_mm < z_mm) ++k;
  const LookRing& ring = look.rings[k];
  const double angle = kTwoPi * u_turn;
  const auto c1 = static_cast<float>(cosine(angle)), s1 = static_cast<float>(sine(angle));
  const auto c2 = static_cast<float>(cosine(2 * angle)), s2 = static_cast<float>(sine(2 * angle));
  return ring.outer_mm + ring.off_x_mm * c1 + ring.off_y_mm * s1 + ring.oval_x_mm * c2 + ring.oval_y_mm * s2;
}

float glaze_at(const Look& look, float z_mm) {
  std::size_t k = 0;
  while (k < kRingCount && look.rings[k].z_mm < z_mm) ++k;
  return look.rings[k].glaze_outer_mm;
}

}  // namespace

float stand_mm(const Look& look) {
  float height = 0;
  for (const LookPart& part : look.parts) {
    if (part.kind == PartKind::kDuckPedestal) height += static_cast<float>(kPedestalHeightShare) * part.size_mm;
    if (part.kind == PartKind::kDuckFeet) height += static_cast<float>(kFeetHeightShare) * part.size_mm;
  }
  return height;
}

float tallest_mm(const Look& look) {
  const float rim_mm = look.rings[kRingCount].z_mm;
  float top = rim_mm;
  for (const LookPart& part : look.parts) {
    const double rises = part.kind == PartKind::kLid         ? kLidRiseShare
                         : part.kind == PartKind::kKnob      ? 1.1
                         : part.kind == PartKind::kDuckUpper ? kDuckRiseShare
                         : part.kind == PartKind::kSpout     ? 0.85
                                                             : 0;
    const float reach = part.z_mm + static_cast<float>(rises) * part.size_mm;
    top = reach > top ? reach : top;
  }
  return top + stand_mm(look);
}

float widest_mm(const Look& look) {
  float widest = 0;
  for (const LookRing& ring : look.rings) widest = ring.outer_mm > widest ? ring.outer_mm : widest;
  for (const LookPart& part : look.parts) {
    const double reaches = part.kind == PartKind::kStrapHandle ? 0.45
                           : part.kind == PartKind::kEarHandle ? 0.6
                           : part.kind == PartKind::kSpout     ? 0.72
                                                               : 0;
    float reach = part.r_mm + static_cast<float>(reaches) * part.size_mm;
    if (part.kind == PartKind::kDuckUpper) reach = static_cast<float>(kDuckTailShare) * part.size_mm;
    widest = reach > widest ? reach : widest;
  }
  return widest;
}

void lay_parts(const Workpiece& workpiece, Look& look) {
  const LookRing& rim = look.rings[kRingCount];
  const LookRing& foot = look.rings[0];
  float lid_top_mm = rim.z_mm, feet_mm = 0;
  for (const Part& part : workpiece.parts) {
    if (part.kind == PartKind::kLid) lid_top_mm += static_cast<float>(kLidRiseShare * part.size_mm);
    if (part.kind == PartKind::kDuckFeet) feet_mm = static_cast<float>(kFeetHeightShare * part.size_mm);
  }
  for (const Part& part : workpiece.parts) {
    LookPart shown;
    shown.kind = part.kind;
    shown.cracked = part.cracked;
    shown.u_turn = static_cast<float>(part.u_turn);
    shown.size_mm = static_cast<float>(part.size_mm);
    shown.thickness_mm = static_cast<float>(part.thickness_mm);
    if (on_the_wall(part.kind)) {
      const double v = part.v_ring;
      const auto k = v >= kRingCount ? kRingCount - 1 : static_cast<std::size_t>(v);
      const auto share = static_cast<float>(v - static_cast<double>(k));
      shown.z_mm = look.rings[k].z_mm + (look.rings[k + 1].z_mm - look.rings[k].z_mm) * share;
      shown.r_mm = wall_mm(look, shown.z_mm, part.u_turn);
      shown.low_z_mm = shown.z_mm - kStrapDrop * shown.size_mm;
      if (shown.low_z_mm < 3) shown.low_z_mm = 3;
      shown.low_r_mm = wall_mm(look, shown.low_z_mm, part.u_turn);
    } else if (part.kind == PartKind::kDuckFeet || part.kind == PartKind::kDuckPedestal) {
      shown.r_mm = foot.outer_mm;
      shown.z_mm = part.kind == PartKind::kDuckPedestal ? -feet_mm : 0;
    } else {
      shown.r_mm = rim.inner_mm;
      shown.z_mm = part.kind == PartKind::kKnob ? lid_top_mm : rim.z_mm;
    }
    shown.glaze_mm = glaze_at(look, shown.z_mm < 0 ? 0 : shown.z_mm);
    // A lid and a pedestal take the pot's glaze at its shoulder: rim and foot are wiped.
    if (!on_the_wall(part.kind)) shown.glaze_mm = glaze_at(look, 0.7f * rim.z_mm);
    look.parts.push_back(shown);
  }
}

}  // namespace sui::craft
