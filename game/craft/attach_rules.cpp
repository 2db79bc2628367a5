#include <cmath>

#include "game/craft/attachment.h"
#include "game/craft/attachment_numbers.h"
#include "game/craft/drying.h"
#include "game/craft/math.h"
#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;

struct SizeRange {
  double size_min, size_max, thickness_min, thickness_max;
};

SizeRange sizes_of(PartKind kind) {
  switch (kind) {
    case PartKind::kStrapHandle:
      return {15, 250, 2, 15};
    case PartKind::kEarHandle:
      return {6, 60, 2, 12};
    case PartKind::kSpout:
      return {15, 200, 2, 10};
    case PartKind::kKnob:
      return {5, 60, 2, 60};
    default:
      return {20, 400, 2, 15};
  }
}

Result<Done> check_part(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing)
    return Error{"part", "the pot is on the wheel: cut it off before joining parts to it"};
  if (workpiece.glaze.laid) return Error{"part", "the pot is glazed: nothing can be luted to glaze"};
  if (workpiece.stage != Stage::kCut && workpiece.stage != Stage::kLeatherHard && workpiece.stage != Stage::kBoneDry)
    return Error{"part", "the pot has been through the fire: slip no longer binds"};
  if (stroke_open(workpiece)) return Error{"part", "a brush stroke is unfinished: lift the brush first"};
  if (act.kind == ActKind::kPartUndo) {
    if (workpiece.parts.empty()) return Error{"part", "there is none to take off"};
    if (workpiece.parts.back().dried_minutes != workpiece.dried_minutes)
      return Error{"part", "the slip has dried since: it stays on"};
    return Done{};
  }
  if (act.a < 0 || act.a >= kPartKindCount) return Error{"part.kind", "is not a part we know"};
  const auto kind = static_cast<PartKind>(act.a);
  const SizeRange sizes = sizes_of(kind);
  Result<Done> fine = in_range("part.size_mm", from_fixed(act.b, kPerMm), sizes.size_min, sizes.size_max, "mm");
  if (!fine) return fine;
  fine = in_range("part.thickness_mm", from_fixed(act.c, kPerMm), sizes.thickness_min, sizes.thickness_max, "mm");
  if (!fine) return fine;
  return in_range("part.moisture_wet_pct", act.d / 16.0, 0, kMoistureWetPctMax, "%");
}

bool has(const Workpiece& workpiece, PartKind kind) {
  for (const Part& part : workpiece.parts)
    if (part.kind == kind) return true;
  return false;
}

Result<Done> check_lute(const Workpiece& workpiece, const Act& act) {
  if (!workpiece.part_in_hand) return Error{"lute", "no part is in hand: make one first"};
  if (workpiece.parts.size() >= kPartsMax) return Error{"lute", "no more parts fit on one pot"};
  const PartKind kind = workpiece.part_in_hand->kind;
  if (act.d < 0 || act.d > 3) return Error{"lute.bond", "is not a bond we know"};
  if (!on_the_wall(kind)) {
    if (act.b != 0 || act.c != 0) return Error{"lute.u_turn", "has no meaning for a part that sits on the axis"};
    if (has(workpiece, kind)) return Error{"lute", std::string("there is a ") + part_id(kind) + " already"};
    if (kind == PartKind::kKnob && !has(workpiece, PartKind::kLid)) return Error{"lute", "a knob wants a lid"};
    if ((kind == PartKind::kLid && has(workpiece, PartKind::kDuckUpper)) ||
        (kind == PartKind::kDuckUpper && has(workpiece, PartKind::kLid)))
      return Error{"lute", "the mouth is covered already"};
    return Done{};
  }
  Result<Done> fine = in_range("lute.u_turn", from_fixed(act.b, kPerTurn), 0, 1, "turn");
  if (!fine) return fine;
  fine = in_range("lute.v_ring", from_fixed(act.c, kPerRing), 0, kRingCount, "rings");
  if (!fine) return fine;
  const double v = from_fixed(act.c, kPerRing);
  const auto ring = v >= kRingCount ? kRingCount - 1 : static_cast<std::size_t>(v);
  const Clay& clay = workpiece.clay;
  if (clay.r_mm[ring] - 0.5 * clay.w_mm[ring] <= kInnerSolidMm)
    return Error{"lute.v_ring", "is " + std::to_string(v) + ", where there is no wall but the floor"};
  return Done{};
}

void make_part(Workpiece& workpiece, const Act& act) {
  Part part;
  part.kind = static_cast<PartKind>(act.a);
  part.size_mm = from_fixed(act.b, kPerMm);
  part.thickness_mm = from_fixed(act.c, kPerMm);
  part.moisture_dry = moisture_dry_of_wet_pct(act.d / 16.0);
  part.made_moisture_dry = part.moisture_dry;
  part.volume_mm3 = part_volume_mm3(part.kind, part.size_mm, part.thickness_mm);
  workpiece.part_in_hand = part;
}

// Pressing on a wall still soft dents it: an oval across the hand, and a lean.
void press_on(Workpiece& workpiece, const Part& part) {
  if (!on_the_wall(part.kind)) return;
  const double soft = part.joined_pot_moisture_dry - moisture_dry_of_wet_pct(kLeatherHardWetPct);
  if (soft <= 0) return;
  Clay& clay = workpiece.clay;
  const double angle = kTwoPi * part.u_turn;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (clay.r_mm[k] - 0.5 * clay.w_mm[k] <= kInnerSolidMm) continue;
    const double away = (static_cast<double>(k) - part.v_ring) / 12;
    const double dent = kPressDentMm * soft * 100 / (1 + away * away);
    clay.oval_x_mm[k] -= dent * cosine(2 * angle);
    clay.oval_y_mm[k] -= dent * sine(2 * angle);
  }
}

void lute(Workpiece& workpiece, const Act& act) {
  Part part = *workpiece.part_in_hand;
  workpiece.part_in_hand.reset();
  part.u_turn = from_fixed(act.b, kPerTurn);
  part.v_ring = from_fixed(act.c, kPerRing);
  part.scored = (act.d & 1) != 0;
  part.slip = (act.d & 2) != 0;
  part.strain_limit = joint_limit(part.scored, part.slip);
  part.joined_moisture_dry = part.moisture_dry;
  part.joined_pot_moisture_dry = moisture_under(workpiece, part);
  part.dried_minutes = workpiece.dried_minutes;
  workpiece.parts.push_back(part);
  press_on(workpiece, part);
}

}  // namespace

Result<Done> check_joining(const Workpiece& workpiece, const Act& act) {
  if (act.kind != ActKind::kLute) return check_part(workpiece, act);
  Act nothing_said{act.tick, ActKind::kMakePart, 0, to_fixed(40, kPerMm), to_fixed(5, kPerMm), 0};
  if (Result<Done> fine = check_part(workpiece, nothing_said); !fine) return fine;
  return check_lute(workpiece, act);
}

void apply_joining(Workpiece& workpiece, const Act& act) {
  if (act.kind == ActKind::kMakePart) {
    make_part(workpiece, act);
  } else if (act.kind == ActKind::kLute) {
    lute(workpiece, act);
  } else {
    workpiece.part_in_hand = workpiece.parts.back();
    workpiece.parts.pop_back();
  }
}

}  // namespace sui::craft
