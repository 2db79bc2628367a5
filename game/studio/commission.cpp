#include "game/studio/commission.h"

#include <algorithm>
#include <cmath>

#include "game/craft/likeness.h"
#include "game/craft/measure.h"

namespace sui::studio {
namespace {

using craft::GlazeKind;
using craft::GoalShape;
using craft::Workpiece;

constexpr double kMissCosts = 12;  // points, for each condition that is not met

// A lump of 1.2 kg gives no tall vase: sizes are what such a lump can become, proportions those of the originals.
constexpr std::array<Commission, kCommissionCount> kCommissions = {{
    {"museum_pear", Patron::kMuseum, GoalShape::kYuhuchunping, 55, Size::kHeight, 140, Wish::kBlueAndWhite, 195},
    {"museum_meiping", Patron::kMuseum, GoalShape::kMeiping, 55, Size::kHeight, 130, Wish::kWhite, 185},
    {"tea_bowl", Patron::kTeaHouse, GoalShape::kBowl, 60, Size::kCapacity, 350, Wish::kCeladon, 82},
    {"tea_gaiwan", Patron::kTeaHouse, GoalShape::kGaiwan, 60, Size::kCapacity, 250, Wish::kBlueAndWhite, 84},
    {"opera_jar", Patron::kOpera, GoalShape::kGuan, 55, Size::kWidth, 115, Wish::kDark, 130},
    {"opera_cup", Patron::kOpera, GoalShape::kChickenCup, 60, Size::kWidth, 90, Wish::kEnamelled, 68},
}};

bool is_one_of(GlazeKind kind, std::initializer_list<GlazeKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_painted(const Workpiece& pot, bool (*with)(craft::Pigment)) {
  return std::any_of(pot.surface.strokes.begin(), pot.surface.strokes.end(),
                     [&](const craft::Stroke& stroke) { return with(stroke.pigment); });
}

double size_of(Size size, const craft::Measures& measures) {
  switch (size) {
    case Size::kHeight:
      return measures.height_mm;
    case Size::kWidth:
      return measures.max_diameter_mm;
    case Size::kCapacity:
      return measures.capacity_ml;
  }
  return 0;
}

}  // namespace

const char* patron_id(Patron patron) {
  constexpr std::array<const char*, kPatronCount> kIds = {"museum", "tea_house", "opera"};
  return kIds[static_cast<std::size_t>(patron)];
}

const char* wish_id(Wish wish) {
  constexpr std::array<const char*, 5> kIds = {"blue", "white", "celadon", "dark", "enamelled"};
  return kIds[static_cast<std::size_t>(wish)];
}

const char* condition_id(Condition condition) {
  constexpr std::array<const char*, kConditionCount> kIds = {"shape", "size", "wish", "sound"};
  return kIds[static_cast<std::size_t>(condition)];
}

const std::array<Commission, kCommissionCount>& commissions() {
  return kCommissions;
}

const Commission* commission_named(const std::string& id) {
  for (const Commission& each : kCommissions) {
    if (id == each.id) return &each;
  }
  return nullptr;
}

bool wish_met(Wish wish, const Workpiece& pot) {
  if (!pot.glaze.outside) return false;
  const GlazeKind kind = pot.glaze.kind;
  const bool blue = is_painted(pot, [](craft::Pigment pigment) { return pigment == craft::Pigment::kCobalt; });
  switch (wish) {
    case Wish::kBlueAndWhite:
      return blue && is_one_of(kind, {GlazeKind::kClear, GlazeKind::kQingbai});
    case Wish::kWhite:
      return is_one_of(kind, {GlazeKind::kTianbai, GlazeKind::kShufu, GlazeKind::kQingbai, GlazeKind::kClear}) &&
             pot.surface.strokes.empty();
    case Wish::kCeladon:
      // Without smoke the same glaze comes out straw-coloured.
      return is_one_of(kind, {GlazeKind::kFenqing, GlazeKind::kMeiziqing, GlazeKind::kQingbai}) &&
             pot.firing.fe2_fraction >= 0.45;
    case Wish::kDark:
      return is_one_of(kind, {GlazeKind::kTenmoku, GlazeKind::kHaresFur, GlazeKind::kOilSpot, GlazeKind::kTeaDust,
                              GlazeKind::kKaki});
    case Wish::kEnamelled:
      return is_painted(pot, [](craft::Pigment pigment) { return craft::is_enamel(pigment); }) ||
             is_painted(pot, [](craft::Pigment pigment) { return pigment == craft::Pigment::kOwnColours; });
  }
  return false;
}

Verdict judge(const Commission& commission, const Workpiece& workpiece) {
  Verdict verdict;
  verdict.fired = workpiece.stage == craft::Stage::kFired;
  const auto found = [&verdict](Condition condition) -> Found& {
    return verdict.found[static_cast<std::size_t>(condition)];
  };
  const double alike = craft::likeness(workpiece, commission.shape);
  const double size = size_of(commission.size, craft::measure(workpiece));
  found(Condition::kShape) = {alike >= commission.likeness_least, alike, commission.likeness_least};
  found(Condition::kSize) = {size >= commission.size_least, size, commission.size_least};
  found(Condition::kWish) = {wish_met(commission.wish, workpiece), 0, 0};
  found(Condition::kSound) = {workpiece.defects.empty() && !workpiece.fallen,
                              static_cast<double>(workpiece.defects.size()), 0};
  double score = alike;
  verdict.accepted = verdict.fired;
  for (const Found& each : verdict.found) {
    verdict.accepted = verdict.accepted && each.met;
    if (!each.met) score -= kMissCosts;
  }
  verdict.score = static_cast<int>(std::lround(std::clamp(score, 0.0, 100.0)));
  return verdict;
}

}  // namespace sui::studio
