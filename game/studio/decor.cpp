#include "game/studio/decor.h"

#include <algorithm>
#include <cmath>

#include "game/craft/surface_numbers.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using craft::kPerMm;
using craft::kPerRing;
using craft::kPerTurn;
using craft::Stage;
using engine::Icon;

constexpr double kTwoPi = 6.283185307179586;
constexpr double kApart = 1.3;  // stamps round a pot, from middle to middle, of their size

constexpr std::array<DecorName, kDecorTools> kNames = {{
    {"decor.brush", "hint.paint", Icon::kBrush},
    {"decor.band", "hint.decor.band", Icon::kWheel},
    {"decor.wash", "hint.decor.wash", Icon::kDrop},
    {"decor.knife", "hint.decor.knife", Icon::kKnife},
    {"decor.slanted", "hint.decor.slanted", Icon::kNeedle},
    {"decor.comb", "hint.decor.comb", Icon::kComb},
    {"decor.slip", "hint.decor.slip", Icon::kWetSponge},
    {"decor.rosette", "hint.decor.stamp", Icon::kNone},
    {"decor.dot", "hint.decor.stamp", Icon::kNone},
    {"decor.ring", "hint.decor.stamp", Icon::kNone},
    {"decor.leaf", "hint.decor.stamp", Icon::kNone},
    {"decor.lozenge", "hint.decor.stamp", Icon::kNone},
    {"decor.pierce", "hint.decor.pierce", Icon::kNone},
    {"decor.mark", "hint.paint", Icon::kTurnOver},
}};

int32_t turns(double u) {
  return craft::to_fixed(u - std::floor(u), kPerTurn);
}
int32_t rings(double v) {
  return craft::to_fixed(std::clamp(v, 0.0, static_cast<double>(craft::kRingCount)), kPerRing);
}

struct Span {
  double least, most;
};
Span span_of(DecorTool tool) {
  if (stamps(tool)) return {4, 32};
  switch (tool) {
    case DecorTool::kPierce:
      return {2.5, 11};
    case DecorTool::kComb:
      return {3, 18};
    case DecorTool::kKnife:
    case DecorTool::kSlantedKnife:
    case DecorTool::kSlip:
      return {0.8, 9};
    default:
      return {1, 16};
  }
}

}  // namespace

const DecorName& name_of(DecorTool tool) {
  return kNames[static_cast<std::size_t>(tool)];
}

bool carves(DecorTool tool) {
  return tool >= DecorTool::kKnife && tool <= DecorTool::kSlip;
}
bool stamps(DecorTool tool) {
  return tool >= DecorTool::kRosette && tool <= DecorTool::kLozenge;
}
bool cuts(DecorTool tool) {
  return tool >= DecorTool::kKnife && tool <= DecorTool::kPierce;
}

bool may_use(DecorTool tool, const Pot& pot) {
  const Stage stage = pot.bench->workpiece.stage;
  if (cuts(tool)) return stage == Stage::kCut || stage == Stage::kLeatherHard || stage == Stage::kBoneDry;
  return stage == Stage::kLeatherHard || stage == Stage::kBoneDry || stage == Stage::kBiscuit;
}

double decor_mm(DecorTool tool, float size_0_1) {
  const Span span = span_of(tool);
  const double share = std::clamp(static_cast<double>(size_0_1), 0.0, 1.0);
  return span.least + (span.most - span.least) * share;
}

Act carve_begin_act(DecorTool tool, float size_0_1) {
  const double width = decor_mm(tool, size_0_1);
  const bool slip = tool == DecorTool::kSlip;
  // A broad blade goes deeper, a comb only scratches.
  const double depth = slip                       ? std::clamp(0.28 * width, 0.4, 2.0)
                       : tool == DecorTool::kComb ? 0.45
                                                  : std::clamp(0.3 * width, 0.4, 1.8);
  return act_of(ActKind::kCarveBegin, static_cast<int32_t>(tool) - static_cast<int32_t>(DecorTool::kKnife),
                craft::to_fixed(width, kPerMm), craft::to_fixed(depth, kPerMm));
}

Act band_act(craft::Pigment pigment, double v_ring, double width_mm, double load) {
  return act_of(ActKind::kBand, static_cast<int32_t>(pigment), rings(v_ring), craft::to_fixed(width_mm, kPerMm),
                craft::to_fixed(load, craft::kPerLoad));
}

Act wash_act(craft::Pigment pigment, double u_turn, double v_ring, double load) {
  return act_of(ActKind::kWash, static_cast<int32_t>(pigment), turns(u_turn), rings(v_ring),
                craft::to_fixed(load, craft::kPerLoad));
}

Act stamp_act(DecorTool tool, const Pot& pot, double u_turn, double v_ring, float size_0_1, bool all_round) {
  const double size = decor_mm(tool, size_0_1);
  const auto k = static_cast<std::size_t>(std::clamp(v_ring, 0.0, static_cast<double>(craft::kRingCount)));
  const double round_mm = kTwoPi * static_cast<double>(pot.look.rings[k].outer_mm);
  const int32_t repeats = all_round ? std::clamp(static_cast<int32_t>(round_mm / (kApart * size)), 1, 64) : 1;
  const int32_t form = static_cast<int32_t>(tool) - static_cast<int32_t>(DecorTool::kRosette);
  return act_of(ActKind::kStamp, form + 256 * repeats, turns(u_turn), rings(v_ring), craft::to_fixed(size, kPerMm));
}

Act pierce_act(double u_turn, double v_ring, float size_0_1, double lean_turn) {
  return act_of(ActKind::kPierce, turns(u_turn), rings(v_ring),
                craft::to_fixed(decor_mm(DecorTool::kPierce, size_0_1), kPerMm), craft::to_fixed(lean_turn, kPerTurn));
}

Act mark_act(int text, int frame, craft::Pigment pigment, double load) {
  return act_of(ActKind::kFootMark, text, frame, 0,
                static_cast<int32_t>(pigment) + 256 * craft::to_fixed(load, craft::kPerLoad));
}

std::string_view fault_of_last_cut(const Pot& pot) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  if (workpiece.surface.strokes.empty() || workpiece.surface.strokes.back().defects_raised == 0) return "";
  switch (workpiece.defects.back().kind) {
    case craft::DefectKind::kCarvedThrough:
      return "hint.decor.through";
    case craft::DefectKind::kChippedCut:
      return "hint.decor.chipped";
    default:
      return "hint.decor.smeared";
  }
}

}  // namespace sui::studio
