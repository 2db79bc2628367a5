#include "game/craft/glaze.h"

#include <cassert>
#include <cmath>

#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kRawMaterialIronPct =
    0.75;  // Fe2O3 of washed glaze stone; facts D5 leave the column out, D5 glazes have .7-1
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

struct RawMaterial {  // wt %, before ignition
  double loss, sio2, al2o3, cao, k2o, na2o, fe2o3;
};
constexpr RawMaterial kGlazeStone{3.0, 71.2, 15.8, 1.4, 3.3, 2.7, kRawMaterialIronPct};
constexpr RawMaterial kGlazeAsh{39.0, 6.4, 2.3, 49.8, 0.2, 0.1, 0.3};

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
  const auto part = [&](double RawMaterial::*field) {
    return stone_parts * (kGlazeStone.*field) + ash_parts * (kGlazeAsh.*field);
  };
  Oxides fired;
  fired.sio2 = part(&RawMaterial::sio2);
  fired.al2o3 = part(&RawMaterial::al2o3);
  fired.cao = part(&RawMaterial::cao);
  fired.k2o = part(&RawMaterial::k2o);
  fired.na2o = part(&RawMaterial::na2o);
  fired.fe2o3 = part(&RawMaterial::fe2o3);
  const double sum = fired.sio2 + fired.al2o3 + fired.cao + fired.k2o + fired.na2o + fired.fe2o3;
  for (double* oxide : {&fired.sio2, &fired.al2o3, &fired.cao, &fired.k2o, &fired.na2o, &fired.fe2o3}) {
    *oxide *= 100.0 / sum;
  }
  return fired;
}

Oxides glaze_oxides(GlazeKind kind) {
  assert(kind == GlazeKind::kClear);
  (void)kind;
  return blend_stone_and_ash(90, 10);  // matures at 1280-1320 °C
}

double log_viscosity_pa_s(const Oxides& oxides, double temp_c) {
  struct Moles {
    double si, ti, al, fe, mn, mg, ca, na, k;
  } mol{oxides.sio2 / 60.084,       oxides.tio2 / 79.866, oxides.al2o3 / 101.961,
        2 * oxides.fe2o3 / 159.688, oxides.mno / 70.937,  oxides.mgo / 40.304,
        oxides.cao / 56.077,        oxides.na2o / 61.979, oxides.k2o / 94.196};
  const double sum = mol.si + mol.ti + mol.al + mol.fe + mol.mn + mol.mg + mol.ca + mol.na + mol.k;
  assert(sum > 0);
  for (double* amount : {&mol.si, &mol.ti, &mol.al, &mol.fe, &mol.mn, &mol.mg, &mol.ca, &mol.na, &mol.k}) {
    *amount *= 100.0 / sum;
  }
  const double b = 159.56 * (mol.si + mol.ti) - 173.34 * mol.al + 72.13 * (mol.fe + mol.mn) + 75.69 * mol.mg -
                   38.98 * mol.ca - 84.08 * mol.na - 2.43 * (mol.si + mol.ti) * (mol.fe + mol.mn + mol.mg) -
                   0.91 * (mol.si + mol.ti + mol.al) * (mol.na + mol.k) + 17.62 * mol.al * (mol.na + mol.k);
  const double c = 2.75 * mol.si + 15.72 * (mol.ti + mol.al) + 8.32 * (mol.fe + mol.mg + mol.mn) + 10.2 * mol.ca -
                   12.29 * (mol.na + mol.k) + 0.3 * (mol.al + mol.fe + mol.mg + mol.mn + mol.ca) * (mol.na + mol.k);
  const double above_c_k = temp_c + 273.15 - c;
  if (above_c_k < 50) return 30;  // far below the glass transition: a solid
  const double log_viscosity = -4.55 + b / above_c_k;
  return log_viscosity > 30 ? 30 : log_viscosity;
}

double expansion_west_gerrow(const Oxides& oxides) {
  return 0.035 * oxides.sio2 + 0.063 * oxides.al2o3 + 0.387 * oxides.na2o + 0.331 * oxides.k2o + 0.148 * oxides.cao +
         0.026 * oxides.mgo + 0.144 * oxides.tio2 + 0.125 * oxides.fe2o3 + 0.05 * oxides.mno;
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
