#include "game/craft/glaze.h"

#include <cassert>
#include <cmath>

#include "game/craft/materials.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kGlassDensityGM2PerMm = 2400.0;

// Dipping. Packing of the raw layer and grain density are usual for glaze slops; the rate makes three seconds at
// 1.45 g/ml lay about 0.6 mm on a dry 5 mm wall, a potter's "fingernail".
constexpr double kGrainDensityGMl = 2.6;
constexpr double kRawPacking = 0.5;
constexpr double kUptakeMmPerRootS = 0.33;
constexpr double kWallPores = 0.30;
constexpr double kSaturatedMoistureDry = 0.18;
constexpr double kRimThinningMm = 3.0;  // a raw layer is thinner within this distance of the lip
constexpr double kFootWipedMm = 2.0;    // the foot is sponged clean, or the pot would grow to the shelf

double slop_solids_fraction(double density_g_ml) {
  const double fraction = (density_g_ml - 1.0) / (kGrainDensityGMl - 1.0);
  return fraction < 0.02 ? 0.02 : (fraction > 0.45 ? 0.45 : fraction);
}

double dryness(double moisture_dry) {
  const double wet = moisture_dry / kSaturatedMoistureDry;
  return wet >= 1 ? 0 : 1 - wet;
}

double grown_layer(double already_mm, double wanted_mm, double room_mm) {
  if (room_mm <= already_mm) return already_mm;
  const double room_left_mm = room_mm - already_mm;
  return already_mm + room_left_mm * (1 - exponential(-wanted_mm / room_left_mm));
}

}  // namespace

Oxides blend_stone_and_ash(double stone_parts, double ash_parts) {
  assert(stone_parts >= 0 && ash_parts >= 0 && stone_parts + ash_parts > 0);
  GlazeBatch batch;
  add_material(material(material_named("youguo")).oxides, stone_parts, batch);
  add_material(material(material_named("erhui")).oxides, ash_parts, batch);
  return melted(batch);
}

Oxides glaze_oxides(GlazeKind kind) {
  assert(kind == GlazeKind::kClear);
  (void)kind;
  return blend_stone_and_ash(90, 10);  // matures at 1280-1320 °C
}

void dip(const Clay& clay, double seconds, double density_g_ml, GlazeKind kind, Glaze& glaze) {
  assert(seconds >= 0);
  const double solids = slop_solids_fraction(density_g_ml);
  const double water_per_layer = kRawPacking / solids - 1;  // mm of water the wall must drink for 1 mm of layer
  const double rate = kUptakeMmPerRootS * std::sqrt(solids / (kRawPacking - solids));
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  const double rim_z_mm = shapes[kRingCount - 1].z_top_mm;
  glaze.laid = true;
  glaze.kind = kind;
  for (int ring = 0; ring < kRingCount; ++ring) {
    const auto k = static_cast<std::size_t>(ring);
    const RingShape& shape = shapes[k];
    const double dry = dryness(clay.moisture_dry[k]);
    const double wanted_mm = rate * std::sqrt(seconds * dry);
    const bool open_inside = shape.inner_mm > 0.5;
    const double drinking_mm = open_inside ? clay.w_mm[k] * 0.5 : shape.z_top_mm;
    const double room_mm = drinking_mm * kWallPores * dry / water_per_layer;
    const double z_mm = 0.5 * (shape.z_bottom_mm + shape.z_top_mm);
    const double from_rim = (rim_z_mm - z_mm) / kRimThinningMm;
    const double rim_share = from_rim >= 1 ? 1.0 : 0.55 + 0.45 * from_rim;
    if (z_mm > kFootWipedMm) {
      glaze.outer_mm[k] = grown_layer(glaze.outer_mm[k], wanted_mm * rim_share, room_mm);
    }
    if (open_inside) glaze.inner_mm[k] = grown_layer(glaze.inner_mm[k], wanted_mm * rim_share, room_mm);
  }
}

Rgb glaze_transmittance_per_mm(GlazeKind kind, double fe2_fraction) {
  const double iron_pct = glaze_oxides(kind).fe2o3;
  const double feo_pct = iron_pct * fe2_fraction * 0.8998;  // FeO weighs 0.9 of the Fe2O3 it came from
  const double fe2o3_pct = iron_pct * (1 - fe2_fraction);
  return {exponential(-(0.30 * feo_pct + 0.05 * fe2o3_pct)), exponential(-(0.10 * feo_pct + 0.13 * fe2o3_pct)),
          exponential(-(0.16 * feo_pct + 0.45 * fe2o3_pct))};
}

Rgb cobalt_transmittance_per_g_m2() {
  const double pct_mm = 100.0 / kGlassDensityGM2PerMm;  // wt % times mm of glass that 1 g/m² makes
  return {exponential(-9.0 * pct_mm), exponential(-7.5 * pct_mm), exponential(-1.2 * pct_mm)};
}

}  // namespace sui::craft
