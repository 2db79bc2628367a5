// Glaze chemistry: from parts on the scale to the melt's numbers.
//
// Owns weighing (GlazeBatch), the unity formula, the place on Stull's map, expansion, viscosity and surface tension;
// does not own analyses (materials.h), colour (glaze_colour.h) nor thickness (glaze.h). Pure functions.
// Units: wt %, moles per mole of flux, 1e-6 per K, log10 Pa·s, mN/m, °C.
#pragma once

#include "game/craft/oxides.h"

namespace sui::craft {

// Colourants go by weight on top of 100 dry parts, as potters write them: "+0.5 % CoO".
struct GlazeBatch {
  Oxides from_parts;    // parts times wt %
  double parts = 0;     // dry weight so far
  Oxides colorant_pct;  // per 100 dry parts
};

void add_material(const Oxides& analysis, double parts, GlazeBatch& batch);
void add_colorant(Oxide oxide, double pct, GlazeBatch& batch);
// What is left after ignition, wt %, summing to 100. All zero for an empty batch.
Oxides melted(const GlazeBatch& batch);

// Moles with the fluxes (R2O + RO of Li, Na, K, Ca, Mg, Ba, Sr, Zn, Pb) summing to one. Colouring RO does not count.
struct UnityFormula {
  Oxides mol;
  double si_al = 0;  // SiO2 : Al2O3; 0 without alumina
};
bool has_flux(const Oxides& oxides);
UnityFormula unity_formula(const Oxides& oxides);  // has_flux(oxides) must hold

enum class StullZone : uint8_t { kGloss, kUnfused, kMatte, kSemiMatte, kUnderfired, kCrazed, kOffMap };
const char* stull_zone_id(StullZone zone);  // "gloss", "semi_matte", …
// Facts D1: vertices as digitised from Stull's map (cone 11, fluxes 0.3 R2O : 0.7 RO). Where its polygons overlap, the
// melt's own failing comes first: unfused, matte, semi-matte, underfired, crazed; gloss is what remains of the map.
StullZone stull_zone(double sio2_mol, double al2o3_mol);

// Thermal expansion by West & Gerrow; facts D2. For comparing with bodies on the same scale only.
double expansion_west_gerrow(const Oxides& oxides);

// Giordano, Russell & Dingwell 2008 (dry terms, facts D3), the composition's part worked out once:
// log10 η = -4.55 + b / (T - c). Zn, Ba and Sr count as Ca; Li as Na; Cu and Co as Mn; Sn and Zr stay crystals.
// Boron and lead are outside that model. Boron is left out of it and makes the melt as fluid as 100 °C more per unit of
// the formula would (the slope of facts D1's full-melt scale); lead counts as lime plus 620 °C per unit (chosen so that
// a lead bisilicate reaches log10 η = 3 near 800 °C, uncertain). `estimated` says so.
struct Melt {
  double b = 0, c_k = 0, shift_c = 0;
  bool estimated = false;
};
inline constexpr double kLogViscositySolid = 30;  // reported for anything stiffer
// Water's. The model is one of silicates; of bone ash or lime alone it would say anything.
inline constexpr double kLogViscosityThinnest = -3;
Melt melt_of(const Oxides& oxides);
double log_viscosity_pa_s(const Melt& melt, double temp_c);
double log_viscosity_pa_s(const Oxides& oxides, double temp_c);
// Too much lead or boron for even the estimate: a tool should refuse it.
inline constexpr double kLeadPctMax = 75, kBoronPctMax = 30;

// Dietzel's factors at 900 °C, less 4 mN/m per 100 °C above; facts D3.
double surface_tension_mn_m(const Oxides& oxides, double temp_c);

}  // namespace sui::craft
