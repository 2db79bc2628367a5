#include "game/craft/pigment.h"
#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr int kStrokeTurnsMax = 256;

const char* no_underglaze(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and let it dry to leather-hard before painting";
    case Stage::kCut:
      return "the pot is still wet: let it dry to leather-hard before painting";
    case Stage::kLeatherHard:
    case Stage::kBoneDry:
      return nullptr;
    case Stage::kGlazed:
      return "the pot is glazed: underglaze is painted before the glaze";
    default:
      return "the pot is fired: underglaze is painted before the fire; enamels go on now";
  }
}

const char* no_enamel(Stage stage) {
  if (stage >= Stage::kFired) return nullptr;
  if (stage == Stage::kGlazed) return "the glaze is raw: enamels are painted on the fired glaze";
  return "the pot is not fired yet: enamels are painted on the fired pot, for a second, cooler firing";
}

bool same_side_of_the_fire(const Workpiece& workpiece, Pigment pigment) {
  return is_enamel(pigment) == (workpiece.stage >= Stage::kFired);
}

Result<Done> check_pigment(const Workpiece& workpiece, int32_t number) {
  if (number < 0 || number > 255) return Error{"stroke.pigment", "is not a pigment we know"};
  const auto pigment = static_cast<Pigment>(number);
  if (!is_underglaze(pigment) && !is_enamel(pigment)) return Error{"stroke.pigment", "is not a pigment we know"};
  const char* reason = is_enamel(pigment) ? no_enamel(workpiece.stage) : no_underglaze(workpiece.stage);
  if (reason != nullptr) return Error{"stroke", reason};
  return Done{};
}

Result<Done> check_width(int32_t width) {
  return in_range("stroke.width_mm", from_fixed(width, kPerMm), 0.125, kBrushWidthMmMax, "mm");
}
Result<Done> check_load(int32_t load) {
  return in_range("stroke.load", from_fixed(load, kPerLoad), 0, 1, "");
}
Result<Done> check_ring(int32_t v) {
  return in_range("stroke.v_ring", from_fixed(v, kPerRing), 0, kRingCount, "rings");
}

Result<Done> check_point(const Workpiece& workpiece, const Act& act) {
  if (workpiece.paint_points >= kStrokePointsMax) return Error{"stroke", "the pot holds no more points of paint"};
  Result<Done> result =
      in_range("stroke.u_turn", from_fixed(act.a, kPerTurn), -kStrokeTurnsMax, kStrokeTurnsMax, "turns");
  if (!result) return result;
  result = check_ring(act.b);
  if (!result) return result;
  return in_range("stroke.pressure", from_fixed(act.c, kPerPressure), 0, 1, "");
}

Result<Done> check_undo(const Workpiece& workpiece) {
  const Surface& surface = workpiece.surface;
  if (surface.strokes.empty()) return Error{"stroke", "there is no stroke to take back"};
  if (surface.strokes.size() <= surface.fired) return Error{"stroke", "what is fired in cannot be taken back"};
  if (workpiece.stage == Stage::kGlazed) return Error{"stroke", "the pot is glazed: what lies under the glaze stays"};
  if (!same_side_of_the_fire(workpiece, surface.strokes.back().pigment))
    return Error{"stroke", "what is fired in cannot be taken back"};
  return Done{};
}

Result<Done> check_begin(const Workpiece& workpiece, const Act& act) {
  Result<Done> result = check_pigment(workpiece, act.a);
  if (!result) return result;
  result = check_width(act.kind == ActKind::kBand ? act.c : act.b);
  if (!result) return result;
  if (act.kind == ActKind::kBand) {
    if (result = check_ring(act.b); !result) return result;
  }
  return check_load(act.kind == ActKind::kBand ? act.d : act.c);
}

void take_back(Workpiece& workpiece) {
  std::vector<Stroke>& strokes = workpiece.surface.strokes;
  workpiece.paint_points -= static_cast<uint32_t>(strokes.back().points.size());
  strokes.pop_back();
}

void begin_stroke(Workpiece& workpiece, const Act& act) {
  Stroke stroke;
  stroke.pigment = static_cast<Pigment>(act.a);
  stroke.width_mm = from_fixed(act.b, kPerMm);
  stroke.load = from_fixed(act.c, kPerLoad);
  workpiece.surface.strokes.push_back(stroke);
}

void lay_down(Workpiece& workpiece, Stroke stroke) {
  stroke.open = false;
  workpiece.paint_points += static_cast<uint32_t>(stroke.points.size());
  workpiece.surface.strokes.push_back(std::move(stroke));
}

Stroke band_of(const Act& act) {
  Stroke stroke;
  stroke.kind = StrokeKind::kBand;
  stroke.pigment = static_cast<Pigment>(act.a);
  stroke.width_mm = from_fixed(act.c, kPerMm);
  stroke.load = from_fixed(act.d, kPerLoad);
  stroke.points = {{0, from_fixed(act.b, kPerRing), 1, act.tick}};
  return stroke;
}

}  // namespace

bool stroke_open(const Workpiece& workpiece) {
  return !workpiece.surface.strokes.empty() && workpiece.surface.strokes.back().open;
}

Result<Done> check_surface(const Workpiece& workpiece, const Act& act) {
  const bool open = stroke_open(workpiece);
  if (act.kind == ActKind::kStrokeEnd || act.kind == ActKind::kStrokePoint) {
    if (!open) return Error{"stroke", "no brush stroke is begun"};
    return act.kind == ActKind::kStrokeEnd ? Result<Done>(Done{}) : check_point(workpiece, act);
  }
  if (open) return Error{"stroke", "a brush stroke is unfinished: lift the brush first"};
  if (act.kind == ActKind::kStrokeUndo) return check_undo(workpiece);
  if (workpiece.surface.strokes.size() >= kStrokesMax) return Error{"stroke", "the pot holds no more strokes"};
  if (act.kind != ActKind::kStrokeBegin && workpiece.paint_points >= kStrokePointsMax)
    return Error{"stroke", "the pot holds no more points of paint"};
  return check_begin(workpiece, act);
}

void apply_surface(Workpiece& workpiece, const Act& act) {
  std::vector<Stroke>& strokes = workpiece.surface.strokes;
  switch (act.kind) {
    case ActKind::kStrokeBegin:
      begin_stroke(workpiece, act);
      break;
    case ActKind::kStrokePoint:
      strokes.back().points.push_back(
          {from_fixed(act.a, kPerTurn), from_fixed(act.b, kPerRing), from_fixed(act.c, kPerPressure), act.tick});
      ++workpiece.paint_points;
      break;
    case ActKind::kStrokeEnd:
      strokes.back().open = false;
      break;
    case ActKind::kBand:
      lay_down(workpiece, band_of(act));
      break;
    default:
      take_back(workpiece);
      break;
  }
  // Colours on the fired glaze want their own fire; taken off again, the pot is as it was.
  if (is_fired(workpiece.stage))
    workpiece.stage = strokes.size() > workpiece.surface.fired ? Stage::kEnamelled : Stage::kFired;
}

}  // namespace sui::craft
