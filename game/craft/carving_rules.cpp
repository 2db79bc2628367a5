#include "game/craft/carving_rules.h"

#include "game/craft/rules.h"
#include "game/craft/surface_numbers.h"
#include "game/craft/wall.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

const char* no_cutting(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and let it dry to leather-hard before carving";
    case Stage::kCut:
    case Stage::kLeatherHard:
    case Stage::kBoneDry:
      return nullptr;
    case Stage::kGlazed:
      return "the pot is glazed: carve before the glaze";
    case Stage::kBiscuit:
      return "the pot is biscuit: a fired wall cannot be carved";
    default:
      return "the pot is fired: porcelain cannot be carved";
  }
}

Result<Done> check_carve(const Act& act) {
  if (act.a < 0 || act.a > static_cast<int32_t>(CarveTool::kSlip)) return Error{"carve.tool", "is not a tool we know"};
  const Result<Done> width = in_range("carve.width_mm", from_fixed(act.b, kPerMm), 0.25, kBrushWidthMmMax, "mm");
  if (!width) return width;
  const bool slip = act.a == static_cast<int32_t>(CarveTool::kSlip);
  return in_range("carve.depth_mm", from_fixed(act.c, kPerMm), kCarveDepthMmMin,
                  slip ? kSlipHeightMmMax : kCarveDepthMmMax, "mm");
}

Result<Done> check_place(int32_t u, int32_t v) {
  const Result<Done> turn =
      in_range("stroke.u_turn", from_fixed(u, kPerTurn), -kStrokeTurnsMax, kStrokeTurnsMax, "turns");
  return turn ? in_range("stroke.v_ring", from_fixed(v, kPerRing), 0, kRingCount, "rings") : turn;
}

Result<Done> check_stamp(const Act& act) {
  if (act.a < 0 || act.a % 256 > static_cast<int32_t>(StampForm::kLozenge))
    return Error{"stamp.form", "is not a stamp we know"};
  Result<Done> result = in_range("stamp.repeats", act.a / 256, 1, kPatternRepeatsMax, "");
  if (!result) return result;
  if (result = check_place(act.b, act.c); !result) return result;
  return in_range("stamp.size_mm", from_fixed(act.d, kPerMm), kStampSizeMmMin, kStampSizeMmMax, "mm");
}

Result<Done> check_pierce(const Act& act) {
  const Result<Done> place = check_place(act.a, act.b);
  if (!place) return place;
  const Result<Done> length = in_range("pierce.length_mm", from_fixed(act.c, kPerMm), kGrainMmMin, kGrainMmMax, "mm");
  if (!length) return length;
  return in_range("pierce.lean_turn", from_fixed(act.d, kPerTurn), -1, 1, "turns");
}

std::size_t ring_of_point(const StrokePoint& point) {
  const int ring = static_cast<int>(point.v_ring);
  return static_cast<std::size_t>(ring < 0 ? 0 : (ring >= kRingCount ? kRingCount - 1 : ring));
}

void raise(Workpiece& workpiece, Stroke& stroke, DefectKind kind, std::size_t ring, double value, double limit) {
  const std::size_t before = workpiece.defects.size();
  raise_defect(workpiece, kind, static_cast<int>(ring), value, limit);
  stroke.defects_raised += static_cast<uint32_t>(workpiece.defects.size() - before);
}

}  // namespace

Result<Done> check_cut(const Workpiece& workpiece, const Act& act) {
  if (const char* reason = no_cutting(workpiece.stage)) return Error{"carve", reason};
  if (act.kind == ActKind::kCarveBegin) return check_carve(act);
  return act.kind == ActKind::kStamp ? check_stamp(act) : check_pierce(act);
}

Stroke cut_of(const Act& act) {
  Stroke stroke;
  switch (act.kind) {
    case ActKind::kCarveBegin:
      stroke.kind = StrokeKind::kCarve;
      stroke.form = act.a;
      stroke.width_mm = from_fixed(act.b, kPerMm);
      stroke.depth_mm = from_fixed(act.c, kPerMm);
      break;
    case ActKind::kStamp:
      stroke.kind = StrokeKind::kStamp;
      stroke.form = act.a % 256;
      stroke.repeats = act.a / 256;
      stroke.points = {{from_fixed(act.b, kPerTurn), from_fixed(act.c, kPerRing), 1, act.tick}};
      stroke.width_mm = from_fixed(act.d, kPerMm);
      stroke.depth_mm = kStampDepthMm;
      break;
    default:
      stroke.kind = StrokeKind::kPierce;
      stroke.points = {{from_fixed(act.a, kPerTurn), from_fixed(act.b, kPerRing), 1, act.tick}};
      stroke.width_mm = from_fixed(act.c, kPerMm);
      stroke.lean_turn = from_fixed(act.d, kPerTurn);
      break;
  }
  return stroke;
}

void feel_cut(Workpiece& workpiece, Stroke& stroke) {
  const StrokePoint& point = stroke.points.back();
  const std::size_t ring = ring_of_point(point);
  const double wet_pct = moisture_wet_pct_of_dry(workpiece.clay.moisture_dry[ring]);
  if (wet_pct > kCutsCleanWetPctMax) {
    stroke.crispness = kSmearedCrispness;
    raise(workpiece, stroke, DefectKind::kSmearedCut, ring, wet_pct, kCutsCleanWetPctMax);
  } else if (wet_pct < kCutsCleanWetPctMin) {
    stroke.crispness = kChippedCrispness;
    raise(workpiece, stroke, DefectKind::kChippedCut, ring, wet_pct, kCutsCleanWetPctMin);
  }
  const bool cuts_in = stroke.kind == StrokeKind::kStamp ||
                       (stroke.kind == StrokeKind::kCarve && stroke.form != static_cast<int32_t>(CarveTool::kSlip));
  if (!cuts_in) return;
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(workpiece.clay, shapes);
  const double thick_mm = wall_thickness_mm(shapes, ring);
  const double deep_mm = stroke.depth_mm * point.pressure * (stroke.crispness < 1 ? stroke.crispness : 1);
  if (deep_mm >= thick_mm) raise(workpiece, stroke, DefectKind::kCarvedThrough, ring, deep_mm, thick_mm);
}

void take_back_cut(Workpiece& workpiece, const Stroke& stroke) {
  uint32_t left = stroke.defects_raised;
  for (std::size_t i = workpiece.defects.size(); i-- > 0 && left > 0;) {
    const DefectKind kind = workpiece.defects[i].kind;
    if (kind != DefectKind::kSmearedCut && kind != DefectKind::kChippedCut && kind != DefectKind::kCarvedThrough)
      continue;
    workpiece.defects.erase(workpiece.defects.begin() + static_cast<std::ptrdiff_t>(i));
    --left;
  }
}

}  // namespace sui::craft
