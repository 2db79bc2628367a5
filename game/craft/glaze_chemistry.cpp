#include "game/craft/glaze_chemistry.h"

#include <cassert>

namespace sui::craft {
namespace {

constexpr double kKelvin = 273.15;
constexpr double kBoronShiftC = 100;
constexpr double kLeadShiftC = 620;

struct Vertex {
  double sio2, al2o3;
};

constexpr Vertex kUnfused[] = {{0.6, .42}, {0.6, 1}, {2.8, 1}};
constexpr Vertex kMatte[] = {{0.6, .08}, {0.6, .42}, {2.8, 1}, {4, 1}};
constexpr Vertex kSemiMatte[] = {{1.2, .242}, {4, 1}, {5, 1}};
constexpr Vertex kUnderfired[] = {{2.4, .08}, {7.2, .65}, {7.2, .08}};
constexpr Vertex kCrazed[] = {{.6, .08},  {.6, 1},    {1.67, 1},  {2.1, .5},  {2.38, .25}, {2.7, .23},
                              {3.3, .25}, {3.9, .28}, {4.2, .29}, {5.4, .49}, {7.2, .615}, {7.2, .08}};
constexpr double kMapSiO2Min = 0.6, kMapSiO2Max = 7.2, kMapAl2O3Min = 0.08, kMapAl2O3Max = 1.0;

template <int count>
bool inside(const Vertex (&polygon)[count], double sio2, double al2o3) {
  bool within = false;
  for (int i = 0, last = count - 1; i < count; last = i++) {
    const Vertex& a = polygon[i];
    const Vertex& b = polygon[last];
    if ((a.al2o3 > al2o3) == (b.al2o3 > al2o3)) continue;
    if (sio2 < (b.sio2 - a.sio2) * (al2o3 - a.al2o3) / (b.al2o3 - a.al2o3) + a.sio2) within = !within;
  }
  return within;
}

double flux_moles(const Oxides& moles) {
  double sum = 0;
  for (const OxideFacts& facts : oxide_facts()) {
    if (facts.flux) sum += moles.*facts.part;
  }
  return sum;
}

}  // namespace

void add_material(const Oxides& analysis, double parts, GlazeBatch& batch) {
  assert(parts >= 0);
  for (const OxideFacts& facts : oxide_facts()) batch.from_parts.*facts.part += parts * (analysis.*facts.part);
  batch.parts += parts;
}

void add_colorant(Oxide oxide, double pct, GlazeBatch& batch) {
  assert(pct >= 0);
  batch.colorant_pct.*oxide_facts()[static_cast<std::size_t>(oxide)].part += pct;
}

Oxides melted(const GlazeBatch& batch) {
  Oxides weights;
  for (const OxideFacts& facts : oxide_facts()) {
    weights.*facts.part = batch.from_parts.*facts.part + batch.parts * (batch.colorant_pct.*facts.part);
  }
  const double sum = oxide_sum(weights);
  return sum > 0 ? scaled(weights, 100 / sum) : Oxides{};
}

bool has_flux(const Oxides& oxides) {
  return flux_moles(in_moles(oxides)) > 1e-6;
}

UnityFormula unity_formula(const Oxides& oxides) {
  const Oxides moles = in_moles(oxides);
  const double fluxes = flux_moles(moles);
  assert(fluxes > 0);
  UnityFormula formula;
  formula.mol = scaled(moles, 1 / fluxes);
  formula.si_al = moles.al2o3 > 0 ? moles.sio2 / moles.al2o3 : 0;
  return formula;
}

const char* stull_zone_id(StullZone zone) {
  switch (zone) {
    case StullZone::kGloss:
      return "gloss";
    case StullZone::kUnfused:
      return "unfused";
    case StullZone::kMatte:
      return "matte";
    case StullZone::kSemiMatte:
      return "semi_matte";
    case StullZone::kUnderfired:
      return "underfired";
    case StullZone::kCrazed:
      return "crazed";
    case StullZone::kOffMap:
      return "off_map";
  }
  return "off_map";
}

StullZone stull_zone(double sio2_mol, double al2o3_mol) {
  if (!(sio2_mol >= kMapSiO2Min && sio2_mol <= kMapSiO2Max)) return StullZone::kOffMap;
  if (!(al2o3_mol >= kMapAl2O3Min && al2o3_mol <= kMapAl2O3Max)) return StullZone::kOffMap;
  if (inside(kUnfused, sio2_mol, al2o3_mol)) return StullZone::kUnfused;
  if (inside(kMatte, sio2_mol, al2o3_mol)) return StullZone::kMatte;
  if (inside(kSemiMatte, sio2_mol, al2o3_mol)) return StullZone::kSemiMatte;
  if (inside(kUnderfired, sio2_mol, al2o3_mol)) return StullZone::kUnderfired;
  if (inside(kCrazed, sio2_mol, al2o3_mol)) return StullZone::kCrazed;
  return StullZone::kGloss;
}

double expansion_west_gerrow(const Oxides& oxides) {
  double sum = 0;
  for (const OxideFacts& facts : oxide_facts()) sum += facts.expansion * (oxides.*facts.part);
  return sum;
}

Melt melt_of(const Oxides& oxides) {
  const Oxides moles = in_moles(oxides);
  double si = moles.sio2, ti = moles.tio2, al = moles.al2o3 + moles.cr2o3, fe = 2 * moles.fe2o3;
  double mn = moles.mno + moles.cuo + moles.coo, mg = moles.mgo;
  double ca = moles.cao + moles.zno + moles.bao + moles.sro + moles.pbo;
  double na_k = moles.na2o + moles.k2o + moles.li2o, p = moles.p2o5;
  const double sum = si + ti + al + fe + mn + mg + ca + na_k + p;
  Melt melt;
  if (sum <= 0) return melt;
  for (double* amount : {&si, &ti, &al, &fe, &mn, &mg, &ca, &na_k, &p}) *amount *= 100.0 / sum;
  // Na and K have their own slopes only in b's linear term; there the melt's -84.08 is Na's alone, K has none.
  const double na = na_k * (moles.na2o + moles.li2o) / (moles.na2o + moles.k2o + moles.li2o + 1e-30);
  melt.b = 159.56 * (si + ti) - 173.34 * al + 72.13 * (fe + mn + p) + 75.69 * mg - 38.98 * ca - 84.08 * na -
           2.43 * (si + ti) * (fe + mn + mg) - 0.91 * (si + ti + al + p) * na_k + 17.62 * al * na_k;
  melt.c_k = 2.75 * si + 15.72 * (ti + al) + 8.32 * (fe + mg + mn) + 10.2 * ca - 12.29 * na_k +
             0.3 * (al + fe + mg + mn + ca - p) * na_k;
  const double fluxes = flux_moles(moles);
  if (fluxes > 0) melt.shift_c = (kBoronShiftC * moles.b2o3 + kLeadShiftC * moles.pbo) / fluxes;
  melt.estimated = oxides.b2o3 > 2 || oxides.pbo > 1;
  return melt;
}

double log_viscosity_pa_s(const Melt& melt, double temp_c) {
  const double above_c_k = temp_c + melt.shift_c + kKelvin - melt.c_k;
  if (above_c_k < 50) return kLogViscositySolid;  // far below the glass transition
  const double log_viscosity = -4.55 + melt.b / above_c_k;
  if (log_viscosity < kLogViscosityThinnest) return kLogViscosityThinnest;
  return log_viscosity > kLogViscositySolid ? kLogViscositySolid : log_viscosity;
}

double log_viscosity_pa_s(const Oxides& oxides, double temp_c) {
  return log_viscosity_pa_s(melt_of(oxides), temp_c);
}

double surface_tension_mn_m(const Oxides& oxides, double temp_c) {
  double sum = 0;
  for (const OxideFacts& facts : oxide_facts()) sum += facts.surface_tension * (oxides.*facts.part);
  return sum - 0.04 * (temp_c - 900);
}

}  // namespace sui::craft
