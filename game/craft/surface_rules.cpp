#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr int kStrokeTurnsMax = 256;

const char* no_painting(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and let it dry to leather-hard before painting";
    case Stage::kCut:
      return "the pot is still wet: let it dry to leather-hard before painting";
    case Stage::kGlazed:
      return "the pot is glazed: underglaze is painted before the glaze";
    case Stage::kFired:
      return "the pot is fired: underglaze is painted before the fire";
    default:
      return nullptr;
  }
}

}  // namespace

bool stroke_open(const Workpiece& workpiece) {
  return !workpiece.surface.strokes.empty() && workpiece.surface.strokes.back().open;
}

Result<Done> check_surface(const Workpiece& workpiece, const Act& act) {
  const bool open = stroke_open(workpiece);
  if (act.kind == ActKind::kStrokeEnd) {
    if (!open) return Error{"stroke", "no brush stroke is begun"};
    return Done{};
  }
  if (const char* reason = no_painting(workpiece.stage)) return Error{"stroke", reason};
  if (act.kind == ActKind::kStrokePoint) {
    if (!open) return Error{"stroke", "no brush stroke is begun"};
    if (workpiece.paint_points >= kStrokePointsMax) return Error{"stroke", "the pot holds no more points of paint"};
    Result<Done> result =
        in_range("stroke.u_turn", from_fixed(act.a, kPerTurn), -kStrokeTurnsMax, kStrokeTurnsMax, "turns");
    if (!result) return result;
    result = in_range("stroke.v_ring", from_fixed(act.b, kPerRing), 0, kRingCount, "rings");
    if (!result) return result;
    return in_range("stroke.pressure", from_fixed(act.c, kPerPressure), 0, 1, "");
  }
  if (open) return Error{"stroke", "a brush stroke is unfinished: lift the brush first"};
  if (act.kind == ActKind::kStrokeUndo) {
    if (workpiece.surface.strokes.empty()) return Error{"stroke", "there is no stroke to take back"};
    return Done{};
  }
  if (workpiece.surface.strokes.size() >= kStrokesMax) return Error{"stroke", "the pot holds no more strokes"};
  if (act.a != static_cast<int32_t>(Pigment::kCobalt)) return Error{"stroke.pigment", "is not a pigment we know"};
  const Result<Done> width = in_range("stroke.width_mm", from_fixed(act.b, kPerMm), 0.125, kBrushWidthMmMax, "mm");
  if (!width) return width;
  return in_range("stroke.load", from_fixed(act.c, kPerLoad), 0, 1, "");
}

void apply_surface(Workpiece& workpiece, const Act& act) {
  std::vector<Stroke>& strokes = workpiece.surface.strokes;
  switch (act.kind) {
    case ActKind::kStrokeBegin: {
      Stroke stroke;
      stroke.pigment = static_cast<Pigment>(act.a);
      stroke.width_mm = from_fixed(act.b, kPerMm);
      stroke.load = from_fixed(act.c, kPerLoad);
      strokes.push_back(stroke);
      break;
    }
    case ActKind::kStrokePoint:
      strokes.back().points.push_back(
          {from_fixed(act.a, kPerTurn), from_fixed(act.b, kPerRing), from_fixed(act.c, kPerPressure)});
      ++workpiece.paint_points;
      break;
    case ActKind::kStrokeEnd:
      strokes.back().open = false;
      break;
    default:
      workpiece.paint_points -= static_cast<uint32_t>(strokes.back().points.size());
      strokes.pop_back();
      break;
  }
}

}  // namespace sui::craft
