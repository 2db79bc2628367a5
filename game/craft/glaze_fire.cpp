#include "game/craft/glaze_fire.h"

#include "game/craft/glaze_numbers.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kKelvin = 273.15;
constexpr double kLn10 = 2.302585092994046;
constexpr double kAirLogOxygen = -0.68;
constexpr double kGas = 8.314462618;

double towards(double from, double to, double step_h, double time_h) {
  return from + (to - from) * (step_h / (step_h + time_h));
}

double arrhenius(double temp_c, double reference_c, double joule_per_mol) {
  return exponential(-joule_per_mol / kGas * (1 / (temp_c + kKelvin) - 1 / (reference_c + kKelvin)));
}

}  // namespace

double log_oxygen_bar(double temp_c, double co_pct) {
  if (co_pct <= 0.05) return kAirLogOxygen;
  const double co2_pct = co_pct < 14 ? 16 - co_pct : 2;
  const double log_po2 = 2 * natural_log(co2_pct / co_pct) / kLn10 - (29497 / (temp_c + kKelvin) - 9.05);
  return log_po2 > kAirLogOxygen ? kAirLogOxygen : log_po2;
}

double melt_step(const Melt& melt, double temp_c, double before_c, double co_pct, double step_h,
                 GlazeHistory& history) {
  if (temp_c < kStrikeToC) return kLogViscositySolid;
  const double log_viscosity = log_viscosity_pa_s(melt, temp_c);
  const bool cooling = temp_c < before_c;
  const double log_oxygen = log_oxygen_bar(temp_c, co_pct);
  // Pores close long before the glaze is smooth; from then on gases only creep in, slower the cooler the melt.
  if (log_viscosity < kSealLogViscosity) history.sealed = true;
  const double slower = 1 / arrhenius(temp_c, 1280, kSkinJ);
  if (temp_c > kOpenFromC) {
    const double fe2 = 1 / (1 + exponential(kLn10 * 0.12 * (log_oxygen + 9)));  // facts C4
    history.fe2_fraction = towards(history.fe2_fraction, fe2, step_h, history.sealed ? kSealedIronH * slower : kOpenH);
    const double copper = 1 / (1 + exponential(kLn10 * kCopperSlope * (log_oxygen - kCopperHalfLogOxygen)));
    history.copper_reduced =
        towards(history.copper_reduced, copper, step_h, history.sealed ? kSealedCopperH * slower : kOpenH);
    const double lost = kCopperFliesPerH * arrhenius(temp_c, 1280, kCopperFliesJ) * step_h;
    history.copper_left /= 1 + lost;
    // Air eats its way in by diffusion; a reducing flame eats the oxidised skin away again.
    const double grows = kSkinMm2PerH * arrhenius(temp_c, 1280, kSkinJ) * step_h;
    history.skin_mm2 += log_oxygen > kSkinLogOxygen ? grows : -4 * grows;
    if (history.skin_mm2 < 0) history.skin_mm2 = 0;
  }
  if (temp_c > history.peak_c) history.peak_c = temp_c;
  if (log_viscosity < history.log_viscosity) history.log_viscosity = log_viscosity;
  const double melt_h = 0.25 * exponential(kLn10 * (log_viscosity - 4.4));
  history.melt = log_viscosity < 12 ? towards(history.melt, 1, step_h, melt_h) : history.melt;
  // ρg/2η, ρ = 2400 kg/m³: facts D3
  history.run_per_mm2 += history.melt * 11.77 * 3600 * step_h / exponential(kLn10 * log_viscosity);
  if (!cooling) {
    if (temp_c > kSeparateFromC) history.separation_h = 0;  // melted in again
    history.striking_h = temp_c > kStrikeFromC ? 0 : history.striking_h;
    return log_viscosity;
  }
  if (temp_c < kSeparateFromC && temp_c > kSeparateToC) history.separation_h += step_h;
  if (temp_c < kStrikeFromC) history.striking_h += step_h;
  return log_viscosity;
}

}  // namespace sui::craft
