#include "game/craft/materials.h"
#include "game/craft/pigment.h"
#include "game/craft/rules.h"
#include "game/craft/wares.h"

namespace sui::craft {
namespace {

constexpr double kLaySecondsMin = 0.125, kLaySecondsMax = 60;
constexpr double kSlopDensityMin = 1.05, kSlopDensityMax = 1.9;
constexpr double kPartsMin = 1.0 / 16, kPartsMax = 2000;
constexpr double kColorantPctMin = 1.0 / 256, kColorantPctMax = 30;
constexpr int kCoatsMax = 12;
constexpr double kWipeMmMax = 600;

const char* no_glazing(const Workpiece& workpiece) {
  switch (workpiece.stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and dry it before glazing";
    case Stage::kCut:
      return "the pot is still wet: let it dry to bone-dry before glazing, or it falls apart in the slop";
    case Stage::kLeatherHard:
      return "the pot is leather-hard: let it dry to bone-dry before glazing";
    case Stage::kBoneDry:
    case Stage::kGlazed:
    case Stage::kBiscuit:
      return nullptr;
    case Stage::kFired:
      // Fired out bare, it may still be given a glaze of a lower fire: 素三彩 is made so.
      if (workpiece.glaze.laid) return "the pot is fired already";
      if (!keeps_its_shape_in_water(workpiece.firing)) return "the pot was hardly fired: it falls apart in the slop";
      for (const Stroke& stroke : workpiece.surface.strokes) {
        if (is_enamel(stroke.pigment) || stroke.pigment == Pigment::kOwnColours)
          return "the pot carries enamels: no glaze goes over them";
      }
      return nullptr;
    default:
      return "the pot is fired already";
  }
}

Result<Done> check_weighing(const Workpiece& workpiece, const Act& act) {
  if (workpiece.glaze.weighed >= kWeighedMax)
    return Error{"glaze.bench", "holds " + std::to_string(kWeighedMax) + " weighings already: no more fit"};
  if (act.kind == ActKind::kGlazeWeigh) {
    if (act.a < 0 || act.a >= kMaterialCount) return Error{"glaze.material", "is not a material we know"};
    return in_range("glaze.parts", from_fixed(act.b, kPerPart), kPartsMin, kPartsMax, "parts");
  }
  if (act.a < 0 || act.a >= kOxideCount || !oxide_facts()[static_cast<std::size_t>(act.a)].colours)
    return Error{"glaze.oxide", "is not a colourant"};
  return in_range("glaze.wt_pct", from_fixed(act.b, kPerColorantPct), kColorantPctMin, kColorantPctMax, "%");
}

Result<Done> check_bench(const Workpiece& workpiece, const Act& act) {
  const Glaze& glaze = workpiece.glaze;
  const bool used =
      (glaze.outside && glaze.kind == GlazeKind::kMixed) || (glaze.inside && glaze.inner_kind == GlazeKind::kMixed);
  if (used) return Error{"glaze.bench", "is on the pot already: what is laid cannot be mixed again"};
  if (act.kind != ActKind::kGlazeEmpty) return check_weighing(workpiece, act);
  if (glaze.weighed == 0) return Error{"glaze.bench", "is empty already"};
  return Done{};
}

Result<Done> check_kind(const Workpiece& workpiece, int32_t kind) {
  if (kind >= 0 && kind < kWareCount) return Done{};
  if (kind != static_cast<int32_t>(GlazeKind::kMixed)) return Error{"glaze.kind", "is not a glaze we know"};
  if (workpiece.glaze.bench.parts <= 0) return Error{"glaze.bench", "is empty: weigh a glaze out before using it"};
  const Oxides oxides = melted(workpiece.glaze.bench);
  if (!has_flux(oxides)) return Error{"glaze.bench", "holds no flux: it cannot melt"};
  if (oxides.pbo > kLeadPctMax || oxides.b2o3 > kBoronPctMax)
    return Error{"glaze.bench", "holds more lead or boron than glazes are known for"};
  return Done{};
}

// A face carries one glaze; where two meet at the lip is where they meet.
Result<Done> check_face(const Workpiece& workpiece, const Act& act) {
  const Glaze& glaze = workpiece.glaze;
  const auto kind = static_cast<GlazeKind>(act.a);
  const bool outside = act.kind != ActKind::kGlazeSwill;
  const bool inside = act.kind == ActKind::kGlazeSwill || act.kind == ActKind::kGlazeDip;
  if (outside && glaze.outside && glaze.kind != kind)
    return Error{"glaze.kind", "is not the one on the outside already"};
  if (inside && glaze.inside && glaze.inner_kind != kind)
    return Error{"glaze.kind", "is not the one on the inside already"};
  return Done{};
}

Result<Done> check_band(int32_t from, int32_t to) {
  const int32_t top = kRingCount * kPerRing;
  if (from < 0 || from > top) return out_of_range("glaze.from", from_fixed(from, kPerRing), 0, kRingCount, "rings");
  if (to < 0 || to > top) return out_of_range("glaze.to", from_fixed(to, kPerRing), 0, kRingCount, "rings");
  if (to <= from) return Error{"glaze.to", "is not above where it begins"};
  return Done{};
}

Result<Done> check_slop(int32_t seconds, int32_t density) {
  const Result<Done> fine =
      in_range("glaze.seconds", from_fixed(seconds, kPerDipSecond), kLaySecondsMin, kLaySecondsMax, "s");
  if (!fine) return fine;
  return in_range("glaze.density_g_ml", from_fixed(density, kPerSlopDensity), kSlopDensityMin, kSlopDensityMax, "g/ml");
}

Result<Done> check_laying(const Workpiece& workpiece, const Act& act) {
  if (Result<Done> fine = check_kind(workpiece, act.a); !fine) return fine;
  if (Result<Done> fine = check_face(workpiece, act); !fine) return fine;
  switch (act.kind) {
    case ActKind::kGlazeDip:
      if (act.d != 0 && act.d != 1) return Error{"glaze.whole", "is neither 0 nor 1"};
      return check_slop(act.b, act.c);
    case ActKind::kGlazePour:
      if (act.d < 0 || act.d >= kPerTurn) return out_of_range("glaze.from_turn", from_fixed(act.d, kPerTurn), 0, 1, "");
      return check_slop(act.b, act.c);
    case ActKind::kGlazeSwill:
      return check_slop(act.b, act.c);
    default: {
      if (act.d < 1 || act.d > kCoatsMax) return out_of_range("glaze.coats", act.d, 1, kCoatsMax, "");
      return check_band(act.b, act.c);
    }
  }
}

void weigh(const Act& act, Glaze& glaze) {
  if (act.kind == ActKind::kGlazeEmpty) {
    glaze.bench = {};
    glaze.weighed = 0;
    return;
  }
  ++glaze.weighed;
  if (act.kind == ActKind::kGlazeWeigh) {
    add_material(material(act.a).oxides, from_fixed(act.b, kPerPart), glaze.bench);
  } else {
    add_colorant(static_cast<Oxide>(act.a), from_fixed(act.b, kPerColorantPct), glaze.bench);
  }
}

bool at_the_bench(ActKind kind) {
  return kind == ActKind::kGlazeWeigh || kind == ActKind::kGlazeColorant || kind == ActKind::kGlazeEmpty;
}

}  // namespace

Result<Done> check_glazing(const Workpiece& workpiece, const Act& act) {
  if (const char* reason = no_glazing(workpiece)) return Error{"glaze", reason};
  if (stroke_open(workpiece)) return Error{"glaze", "a brush stroke is unfinished: lift the brush first"};
  if (at_the_bench(act.kind)) return check_bench(workpiece, act);
  if (act.kind != ActKind::kGlazeWipe) return check_laying(workpiece, act);
  if (!workpiece.glaze.outside) return Error{"glaze", "there is none on the outside to wipe off"};
  return in_range("glaze.up_to_mm", from_fixed(act.a, kPerMm), 0.25, kWipeMmMax, "mm");
}

void apply_glazing(Workpiece& workpiece, const Act& act) {
  Glaze& glaze = workpiece.glaze;
  const Clay& clay = workpiece.clay;
  if (at_the_bench(act.kind)) {
    weigh(act, glaze);
    return;
  }
  const auto kind = static_cast<GlazeKind>(act.a);
  const Slop slop{kind, from_fixed(act.c, kPerSlopDensity)};
  const double seconds = from_fixed(act.b, kPerDipSecond);
  switch (act.kind) {
    case ActKind::kGlazeWipe:
      wipe_foot(clay, from_fixed(act.a, kPerMm), glaze);
      return;
    case ActKind::kGlazePour:
      pour(clay, seconds, slop, from_fixed(act.d, kPerTurn), glaze);
      break;
    case ActKind::kGlazeSwill:
      swill(clay, seconds, slop, glaze);
      break;
    case ActKind::kGlazeBrush:
      brush_on(clay, from_fixed(act.b, kPerRing), from_fixed(act.c, kPerRing), act.d, kind, glaze);
      break;
    case ActKind::kGlazeBlow:
      blow_on(clay, from_fixed(act.b, kPerRing), from_fixed(act.c, kPerRing), act.d, kind, glaze);
      break;
    default:
      dip(clay, seconds, slop, act.d == 1, glaze);
      break;
  }
  workpiece.stage = Stage::kGlazed;
}

}  // namespace sui::craft
