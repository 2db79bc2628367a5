#include "game/craft/carving_rules.h"
#include "game/craft/foot_mark.h"
#include "game/craft/pattern.h"
#include "game/craft/pigment.h"
#include "game/craft/rules.h"

namespace sui::craft {
namespace {

const char* no_underglaze(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and let it dry to leather-hard before painting";
    case Stage::kCut:
      return "the pot is still wet: let it dry to leather-hard before painting";
    case Stage::kLeatherHard:
    case Stage::kBoneDry:
    case Stage::kBiscuit:
      return nullptr;
    case Stage::kGlazed:
      return "the pot is glazed: underglaze is painted before the glaze";
    default:
      return "the pot is fired: underglaze is painted before the fire; enamels go on now";
  }
}

const char* no_enamel(Stage stage) {
  if (is_fired(stage)) return nullptr;
  if (stage == Stage::kGlazed) return "the glaze is raw: enamels are painted on the fired glaze";
  if (stage == Stage::kBiscuit) return "the pot is biscuit: enamels are painted on the fired glaze";
  return "the pot is not fired yet: enamels are painted on the fired pot, for a second, cooler firing";
}

bool over_the_glaze(Pigment pigment) {
  return is_enamel(pigment) || pigment == Pigment::kOwnColours;
}

Result<Done> check_pigment(const Workpiece& workpiece, int32_t number, bool patterned = false) {
  const auto pigment = static_cast<Pigment>(number);
  const bool known = number >= 0 && number <= 255 &&
                     (is_underglaze(pigment) || is_enamel(pigment) || (patterned && pigment == Pigment::kOwnColours));
  if (!known) return Error{"stroke.pigment", "is not a pigment we know"};
  const char* reason = over_the_glaze(pigment) ? no_enamel(workpiece.stage) : no_underglaze(workpiece.stage);
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

Result<Done> check_turn(int32_t u) {
  return in_range("stroke.u_turn", from_fixed(u, kPerTurn), -kStrokeTurnsMax, kStrokeTurnsMax, "turns");
}

Result<Done> check_point(const Workpiece& workpiece, const Act& act) {
  if (workpiece.paint_points >= kStrokePointsMax) return Error{"stroke", "the pot holds no more points of paint"};
  Result<Done> result = check_turn(act.a);
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
  if (over_the_glaze(surface.strokes.back().pigment) != is_fired(workpiece.stage))
    return Error{"stroke", "what is fired in cannot be taken back"};
  return Done{};
}

Result<Done> all_of(std::initializer_list<Result<Done>> results) {
  for (const Result<Done>& result : results) {
    if (!result) return result;
  }
  return Done{};
}

Result<Done> check_pattern(const Workpiece& workpiece, const Act& act) {
  if (act.a < 0 || pattern_id(static_cast<PatternId>(act.a % 256)) == nullptr || act.a % 256 >= kPatternCount)
    return Error{"pattern", "is not one we know"};
  uint32_t patterns = 0;
  for (const Stroke& stroke : workpiece.surface.strokes) patterns += stroke.kind == StrokeKind::kPattern;
  if (patterns >= kPatternsMax) return Error{"pattern", "the pot holds no more patterns"};
  if (act.d < 0) return Error{"stroke.pigment", "is not a pigment we know"};
  return all_of({in_range("pattern.repeats", act.a / 256, 0, kPatternRepeatsMax, ""), check_ring(act.b),
                 check_ring(act.c),
                 in_range("pattern.height_rings", from_fixed(act.c - act.b, kPerRing), 2, kRingCount, "rings"),
                 check_pigment(workpiece, act.d % 256, true), check_load(act.d / 256)});
}

Result<Done> check_foot_mark(const Workpiece& workpiece, const Act& act) {
  for (const Stroke& stroke : workpiece.surface.strokes) {
    if (stroke.kind == StrokeKind::kFootMark) return Error{"mark", "the foot bears one already"};
  }
  if (act.d < 0) return Error{"stroke.pigment", "is not a pigment we know"};
  if (act.d % 256 == static_cast<int32_t>(Pigment::kWax)) return Error{"mark.pigment", "is wax, which leaves no mark"};
  return all_of({in_range("mark.text", act.a, 0, kFootMarkTexts - 1, ""),
                 in_range("mark.frame", act.b, 0, kFootMarkFrames - 1, ""), check_pigment(workpiece, act.d % 256),
                 check_load(act.d / 256)});
}

Result<Done> check_begin(const Workpiece& workpiece, const Act& act) {
  switch (act.kind) {
    case ActKind::kBand:
      return all_of({check_pigment(workpiece, act.a), check_ring(act.b), check_width(act.c), check_load(act.d)});
    case ActKind::kWash:
      return all_of({check_pigment(workpiece, act.a), check_turn(act.b), check_ring(act.c), check_load(act.d)});
    case ActKind::kPattern:
      return check_pattern(workpiece, act);
    case ActKind::kFootMark:
      return check_foot_mark(workpiece, act);
    case ActKind::kCarveBegin:
    case ActKind::kStamp:
    case ActKind::kPierce:
      return check_cut(workpiece, act);
    default:
      return all_of({check_pigment(workpiece, act.a), check_width(act.b), check_load(act.c)});
  }
}

void take_back(Workpiece& workpiece) {
  std::vector<Stroke>& strokes = workpiece.surface.strokes;
  workpiece.paint_points -= static_cast<uint32_t>(strokes.back().points.size());
  take_back_cut(workpiece, strokes.back());
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

Stroke wash_of(const Act& act) {
  Stroke stroke;
  stroke.kind = StrokeKind::kWash;
  stroke.pigment = static_cast<Pigment>(act.a);
  stroke.load = from_fixed(act.d, kPerLoad);
  stroke.points = {{from_fixed(act.b, kPerTurn), from_fixed(act.c, kPerRing), 1, act.tick}};
  return stroke;
}

Stroke pattern_of(const Workpiece& workpiece, const Act& act) {
  Stroke stroke;
  stroke.kind = StrokeKind::kPattern;
  stroke.form = act.a % 256;
  stroke.pigment = static_cast<Pigment>(act.d % 256);
  stroke.load = from_fixed(act.d / 256, kPerLoad);
  stroke.points = {{0, from_fixed(act.b, kPerRing), 1, act.tick}, {0, from_fixed(act.c, kPerRing), 1, act.tick}};
  stroke.repeats = act.a / 256;
  if (stroke.repeats == 0) {
    stroke.repeats = pattern_repeats(static_cast<PatternId>(stroke.form), workpiece.clay, stroke.points[0].v_ring,
                                     stroke.points[1].v_ring);
  }
  return stroke;
}

Stroke foot_mark_of(const Act& act) {
  Stroke stroke;
  stroke.kind = StrokeKind::kFootMark;
  stroke.form = act.a;
  stroke.repeats = act.b;
  stroke.pigment = static_cast<Pigment>(act.d % 256);
  stroke.load = from_fixed(act.d / 256, kPerLoad);
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
      if (strokes.back().kind == StrokeKind::kCarve) feel_cut(workpiece, strokes.back());
      break;
    case ActKind::kStrokeEnd:
      strokes.back().open = false;
      break;
    case ActKind::kBand:
      lay_down(workpiece, band_of(act));
      break;
    case ActKind::kWash:
      lay_down(workpiece, wash_of(act));
      break;
    case ActKind::kPattern:
      lay_down(workpiece, pattern_of(workpiece, act));
      break;
    case ActKind::kFootMark:
      lay_down(workpiece, foot_mark_of(act));
      break;
    case ActKind::kCarveBegin:
      strokes.push_back(cut_of(act));
      break;
    case ActKind::kStamp:
    case ActKind::kPierce:
      lay_down(workpiece, cut_of(act));
      feel_cut(workpiece, strokes.back());
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
