#include "game/craft/glaze_colour.h"

#include <cmath>

#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kFeoOverFe2o3 = 0.8998;       // FeO weighs 0.9 of the Fe2O3 it came from
constexpr double kGlassGM2PerMmAndPct = 24.0;  // 2400 kg/m³: 1 wt % in 1 mm is 24 g/m²

void add(Rgb& to, const Rgb& what, double amount) {
  to.r += what.r * amount;
  to.g += what.g * amount;
  to.b += what.b * amount;
}

double smooth(double from, double to, double x) {
  const double t = (x - from) / (to - from);
  if (t <= 0) return 0;
  return t >= 1 ? 1 : t * t * (3 - 2 * t);
}

double above(double amount, double limit) {
  return amount > limit ? amount - limit : 0;
}

double grown(double hours, double time_h) {
  return 1 - exponential(-hours / time_h);
}

struct Fluxes {
  double alkali = 0, lead = 0;  // shares of the unity formula
};

Fluxes fluxes_of(const Oxides& oxides) {
  if (!has_flux(oxides)) return {};
  const Oxides mol = unity_formula(oxides).mol;
  return {mol.na2o + mol.k2o + mol.li2o, mol.pbo};
}

double struck(const Oxides& oxides, const GlazeHistory& history) {
  return grown(history.striking_h, kColloidH / (1 + kStrikeTinFactor * oxides.sno2));
}

double ferrous(const Oxides& oxides, const GlazeHistory& history) {
  const double hot = smooth(kIronGivesOxygenC, kIronGivesOxygenFullC, history.peak_c);
  const double own = kIronSelfReduced * hot * smooth(kIronDissolves, 1.8 * kIronDissolves, oxides.fe2o3);
  return own > history.fe2_fraction ? own : history.fe2_fraction;
}

// Wt % in each state.
struct Colourants {
  double feo, fe2o3, cuo, copper_metal, coo, mno, cr2o3;
};

Rgb absorption(const Colourants& wt, double mn3_share, const Fluxes& fluxes) {
  Rgb k;
  add(k, kFeoAbsorbs, wt.feo);
  const double edge = wt.fe2o3 / (wt.fe2o3 + kFerricEdgePct);
  add(k, {kFe2o3Absorbs.r, kFe2o3Absorbs.g * (0.5 + 0.5 * edge), kFe2o3Absorbs.b * edge}, wt.fe2o3);
  add(k, kFe2o3InLeadAdds, wt.fe2o3 * fluxes.lead);
  add(k, kIronPairAbsorbs, above(wt.feo * wt.fe2o3, kIronPairFrom));
  add(k, kCuoAbsorbs, wt.cuo);
  add(k, kCuoInLeadAdds, wt.cuo * fluxes.lead);
  add(k, kCuoInAlkaliAdds, wt.cuo * fluxes.alkali);
  add(k, kCopperMetalAbsorbs, wt.copper_metal);
  add(k, kCopperRubyAdds, wt.copper_metal);
  add(k, kCooAbsorbs, wt.coo);
  add(k, kMnoAbsorbs, wt.mno * (1 + kMn3Stronger * mn3_share));
  add(k, kCr2o3Absorbs, wt.cr2o3);
  return k;
}

// Liquid-liquid separation: silica-rich, alumina-poor melts part into droplets; phosphorus and boron help. Facts D4.
double droplets(const Oxides& oxides, const GlazeHistory& history) {
  if (!has_flux(oxides)) return 0;
  const UnityFormula formula = unity_formula(oxides);
  const double ratio = smooth(9.5, 12.5, formula.si_al);
  const double helped = smooth(0.15, 0.8, oxides.p2o5 + 0.05 * oxides.b2o3);
  return ratio * helped * grown(history.separation_h, kDropletsFullH);
}

double matte_share(const Oxides& oxides) {
  if (!has_flux(oxides)) return 1;
  const UnityFormula formula = unity_formula(oxides);
  switch (stull_zone(formula.mol.sio2, formula.mol.al2o3)) {
    case StullZone::kUnfused:
    case StullZone::kMatte:
      return 1;
    case StullZone::kSemiMatte:
      return 0.5;
    case StullZone::kOffMap:
      return formula.si_al < 5 ? 1 : 0;  // facts D1's quick rule
    default:
      return 0;
  }
}

Rgb reflect(const Rgb& k, const Rgb& s, double thick_mm, const Rgb& body) {
  const auto one = [&](double absorbs, double scatters, double under) {
    if (scatters < 1e-9) return under * exponential(-2 * absorbs * thick_mm);
    const double a = 1 + absorbs / scatters;
    const double b = std::sqrt(a * a - 1) + 1e-12;
    const double fade = exponential(-2 * b * scatters * thick_mm);
    const double bottom = a * (1 - fade) + b * (1 + fade);
    const double own = (1 - fade) / bottom;
    const double through = 2 * b * exponential(-b * scatters * thick_mm) / bottom;
    return own + through * through * under / (1 - own * under);
  };
  return {one(k.r, s.r, body.r), one(k.g, s.g, body.g), one(k.b, s.b, body.b)};
}

}  // namespace

GlazeGlass glass_of(const Oxides& oxides, const GlazeHistory& history) {
  const Fluxes fluxes = fluxes_of(oxides);
  GlazeGlass glass;
  const double copper = oxides.cuo * history.copper_left;
  const double metal = copper * history.copper_reduced * struck(oxides, history);
  const double fe2 = ferrous(oxides, history);
  const double ferric_all = oxides.fe2o3 * (1 - fe2);
  const double out = above(ferric_all, kIronDissolves) * grown(history.separation_h, kHematiteH);
  const double feo = oxides.fe2o3 * fe2 * kFeoOverFe2o3;
  const Colourants deep{feo,        ferric_all - out, copper * (1 - history.copper_reduced), metal, oxides.coo,
                        oxides.mno, oxides.cr2o3};
  const Colourants skin{
      0.2 * feo, ferric_all - out + 0.8 * feo / kFeoOverFe2o3, 0.3 * copper, 0, oxides.coo, oxides.mno, oxides.cr2o3};
  const double mn3 = 1 - history.copper_reduced;  // much the same oxygen takes both
  glass.absorbs_per_mm = absorption(deep, mn3, fluxes);
  glass.skin_absorbs_per_mm = absorption(skin, 1, fluxes);
  glass.skin_mm = std::sqrt(history.skin_mm2);
  const double matte = matte_share(oxides) * history.melt;
  const double white = kBubblesScatter + kStiffScatter * smooth(4.2, 5.4, history.log_viscosity) +
                       kMatteScatter * matte + kTinScatter * above(oxides.sno2, kTinDissolves) +
                       kZirconScatter * above(oxides.zro2, kZirconDissolves) +
                       kTitaniaScatter * above(oxides.tio2, kTitaniaDissolves);
  glass.scatters_per_mm = {white, white, white};
  add(glass.scatters_per_mm, kDropletsScatter, droplets(oxides, history));
  const double livery = smooth(kLiveryH, 3 * kLiveryH, history.striking_h);
  add(glass.scatters_per_mm, kLiveryScatters, metal * 10 * livery);
  // Iron that came out lies as islands while the melt was stiff and little of it came; it covers all when much came.
  const double cover = smooth(0.1, 2.6, out);
  glass.spots = cover;
  glass.streaks = smooth(kFurFromRun, kFurFullRun, history.run_per_mm2);
  Rgb k = glass.absorbs_per_mm, s = glass.scatters_per_mm;
  const double rich = out / (cover > 0.05 ? cover : 0.05);
  add(k, kHematiteAbsorbs, rich);
  add(s, kHematiteScatters, rich);
  // Few and coarse crystals lie flat and mirror like steel; many fine ones, or a run's, scatter rust (kaki, fur).
  const Rgb rust = reflect(k, s, 0.4, {0.02, 0.02, 0.02});
  const double spread = smooth(kSilverCover, kRustCover, cover);
  const double fine = spread > kFurRust * glass.streaks ? spread : kFurRust * glass.streaks;
  glass.spot = {kSilver.r + (rust.r - kSilver.r) * fine, kSilver.g + (rust.g - kSilver.g) * fine,
                kSilver.b + (rust.b - kSilver.b) * fine};
  glass.gloss = smooth(0.35, 0.95, history.melt) * (1 - 0.75 * matte) * (1 - 0.4 * cover);
  return glass;
}

Rgb layer_over(const GlazeGlass& glass, double thick_mm, const Rgb& body) {
  if (thick_mm <= 0) return body;
  const double skin = (glass.skin_mm < thick_mm ? glass.skin_mm : thick_mm) / thick_mm;
  Rgb k;
  add(k, glass.absorbs_per_mm, 1 - skin);
  add(k, glass.skin_absorbs_per_mm, skin);
  const Rgb plain = reflect(k, glass.scatters_per_mm, thick_mm, body);
  const double spots = glass.spots * (thick_mm < 0.4 ? thick_mm / 0.4 : 1);
  return {plain.r + (glass.spot.r - plain.r) * spots, plain.g + (glass.spot.g - plain.g) * spots,
          plain.b + (glass.spot.b - plain.b) * spots};
}

Rgb underglaze_depth(const Oxides& g_per_m2, const GlazeHistory& history, const Oxides& glaze) {
  const double pct_mm = 1 / kGlassGM2PerMmAndPct;
  const double copper = g_per_m2.cuo * history.copper_left * pct_mm;
  const double iron = g_per_m2.fe2o3 * pct_mm;
  const Colourants wt{iron * history.fe2_fraction * kFeoOverFe2o3,
                      iron * (1 - history.fe2_fraction),
                      copper * (1 - history.copper_reduced),
                      copper * history.copper_reduced * struck(glaze, history),
                      g_per_m2.coo * pct_mm,
                      g_per_m2.mno * pct_mm,
                      g_per_m2.cr2o3 * pct_mm};
  return absorption(wt, 1 - history.copper_reduced, fluxes_of(glaze));
}

double crackle_of(const Oxides& oxides, double body_expansion) {
  return smooth(0, 0.8, expansion_west_gerrow(oxides) - body_expansion);
}

}  // namespace sui::craft
