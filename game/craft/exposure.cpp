#include "game/craft/exposure.h"

#include <cmath>

#include "game/craft/chamber.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kStepS = kChamberStepS;
constexpr double kStepH = kStepS / 3600;
constexpr double kKelvin = 273.15;
constexpr double kLn10 = 2.302585092994046;
constexpr double kShelfMm = 15;  // the foot heats with the shelf it stands on

// Radiation and convection into a slab that holds `depth_mm` of clay per face. Implicit: thin walls settle in seconds.
double follow(double ware_c, double kiln_c, double depth_mm) {
  const double mean_k = 0.5 * (ware_c + kiln_c) + kKelvin;
  const double heat_w_m2k = 4 * 0.85 * 5.670374e-8 * mean_k * mean_k * mean_k + 15;
  const double k = kStepS * heat_w_m2k / (2.0e6 * depth_mm * 1e-3);
  return (ware_c + k * kiln_c) / (1 + k);
}

double steam_pressure_bar(double temp_c) {  // Clausius-Clapeyron through 1 bar at 100 °C
  const double kelvin = (temp_c > 320 ? 320 : temp_c) + kKelvin;
  return exponential(13.18 * (1 - 373.15 / kelvin));
}

double log_po2(double temp_c, double co_pct) {
  if (co_pct <= 0.05) return -0.68;
  const double co2_pct = co_pct < 14 ? 16 - co_pct : 2;
  const double log = 2 * natural_log(co2_pct / co_pct) / kLn10 - (29497 / (temp_c + kKelvin) - 9.05);
  return log > -0.68 ? -0.68 : log;
}

double fe2_at_equilibrium(double log_oxygen) {  // facts C4
  return 1 / (1 + exponential(kLn10 * 0.12 * (log_oxygen + 9)));
}

void pass_water(const KilnLoad& load, uint32_t minute, FiredWare& ware, Firing& firing) {
  if (ware.water_dry < 1e-9 || ware.foot_c > 400) return;
  constexpr double kDiffusionAt100C = 4.0e-9;  // m²/s: a sound bone-dry pot bears 100 °C/h, a wet one does not
  constexpr double kHeldBack = 0.004;          // water that no longer fills the pores
  const double pressure_bar = steam_pressure_bar(ware.foot_c);
  const double core_bar = pressure_bar * ware.water_dry / (ware.water_dry + kHeldBack) - 1;
  if (core_bar > firing.peak_steam_bar) {
    if (firing.peak_steam_bar <= kSteamBurstBar) firing.steam_minute = minute;
    firing.peak_steam_bar = core_bar;
  }
  const double path_m = 0.6 * load.thickest_mm * 1e-3;  // mostly upwards: the shelf blocks the other way
  const double k = kStepS * 2.4674 * kDiffusionAt100C * pressure_bar / (path_m * path_m);
  ware.water_dry /= 1 + k;
}

void pass_quartz(double wall_before_c, uint32_t minute, const FiredWare& ware, Firing& firing) {
  const auto inverts = [](double temp_c) { return temp_c > 555 && temp_c < 591; };
  if (!inverts(ware.wall_c) && !inverts(ware.foot_c)) return;
  const double rate_c_h = (ware.wall_c - wall_before_c) / kStepH;
  const double gap_c = std::fabs(ware.wall_c - ware.foot_c) * (rate_c_h > 0 ? 0.5 : 1.0);
  if (std::fabs(rate_c_h) > firing.hottest_rate_c_h_573) firing.hottest_rate_c_h_573 = std::fabs(rate_c_h);
  if (gap_c > firing.quartz_gap_c) {
    firing.quartz_gap_c = gap_c;
    firing.quartz_minute = minute;
  }
}

// Free silica turns to cristobalite in hours near the top; cold, it snaps smaller at 226 °C (facts C3).
void pass_cristobalite(double wall_before_c, uint32_t minute, const FiredWare& ware, Firing& firing) {
  if (ware.wall_c > 1150) {
    const double per_h = kCristobalitePerH * exponential((ware.wall_c - 1280) * kCristobalitePerC);
    firing.cristobalite += (1 - firing.cristobalite) * per_h * kStepH;
  }
  if (ware.wall_c > kCristobaliteC + 20 || ware.wall_c < kCristobaliteC - 20 || firing.peak_c < 600) return;
  const double cooling_c_h = (wall_before_c - ware.wall_c) / kStepH;
  if (cooling_c_h <= firing.fastest_c_h_226) return;
  firing.fastest_c_h_226 = cooling_c_h;
  firing.cristobalite_minute = minute;
}

// A core of carbon shrinks as air diffuses in to it: its edge moves as the root of time. Below 300 °C it does not burn,
// in smoke it does not either, and once the pores close what is left stays.
void pass_carbon(const KilnLoad& load, const Surroundings& around, FiredWare& ware, Firing& firing) {
  if (ware.wall_c < 300 || ware.carbon <= 0 || body_porosity(firing.heat_work) < 0.2) return;
  const double air = ware.co_pct > 0.3 ? 0 : around.o2_pct / (around.o2_pct + 3);
  const double half_mm = 0.5 * load.thickest_mm;
  const double warm = ware.wall_c < 650 ? (ware.wall_c - 300) / 350 : 1;
  const double burnt = 1 - ware.carbon + 0.02;  // ash already round the core: the way in grows
  ware.carbon -= 0.5 * kCarbonMm2PerH * air * warm * kStepH / (half_mm * half_mm * burnt);
  if (ware.carbon < 0) ware.carbon = 0;
  firing.carbon_left = ware.carbon;
}

void pass_glaze(const KilnLoad& load, double before_c, FiredWare& ware, Firing& firing) {
  if (load.inner_glaze.sio2 > 0)
    melt_step(ware.inner_melt, ware.wall_c, before_c, ware.co_pct, kStepH, firing.inner_glaze);
  if (load.glaze.sio2 <= 0) return;
  const double melt_before = firing.glaze.melt;
  const double log_viscosity = melt_step(ware.melt, ware.wall_c, before_c, ware.co_pct, kStepH, firing.glaze);
  if (log_viscosity >= kLogViscositySolid) return;
  firing.glaze_melt = firing.glaze.melt;
  firing.run_per_mm2 = firing.glaze.run_per_mm2;
  // Bubbles rise and break as fast as surface tension (0.32 N/m, facts D3) draws through the layer: γ/(η t), the
  // coat taken as half a millimetre; a thicker one heals slower in proportion (fire.cpp).
  constexpr double kHealShare = 0.02;
  const double heal = kHealShare * kStepS * 0.32 / (exponential(kLn10 * log_viscosity) * 0.5e-3);
  ware.gas_left = (ware.gas_left + firing.glaze.melt - melt_before) / (1 + heal);
  firing.bubbles_left = ware.gas_left;
}

void pass_copper(double temp_c, double log_oxygen, double takes_h, FiredWare& ware, Firing& firing) {
  if (temp_c > 750) {
    const double metal = 1 / (1 + exponential(kLn10 * 0.5 * (log_oxygen - kCopperLogPo2)));
    firing.copper_metal_fraction += (metal - firing.copper_metal_fraction) * (kStepH / (kStepH + takes_h));
  }
  if (temp_c > 1280) ware.copper_left /= 1 + kCopperLossPerH * kStepH;
  firing.copper_left = ware.copper_left;
}

void pass_cooling(double temp_c, Firing& firing) {
  if (firing.peak_c < 900 || temp_c > firing.peak_c - 5) return;
  if (temp_c > 1050 && temp_c < 1250) firing.cooling_h_1250_1050 += kStepH;
  if (temp_c > 1020 && temp_c < 1120) firing.growth_h_1120_1020 += kStepH;
  if (temp_c > 700 && temp_c < 900) firing.strike_h_900_700 += kStepH;
}

void pass_heat(double temp_c, const KilnLoad& load, FiredWare& ware, Firing& firing) {
  if (temp_c < 450) return;
  firing.heat_work += heat_work_per_h(temp_c) * kStepH;
  // A sealed glaze keeps its iron; stiff with cold it hardly changes at all.
  const auto takes_h = [&](double heat_work) {
    return firing.glaze_melt <= 0.6 && heat_work <= 0.1 ? 0.4 : (temp_c > 1100 ? 12 : 200);
  };
  const double log_oxygen = log_po2(temp_c, ware.co_pct);
  if (temp_c > 750) {
    firing.fe2_fraction +=
        (fe2_at_equilibrium(log_oxygen) - firing.fe2_fraction) * (kStepH / (kStepH + takes_h(firing.heat_work)));
  }
  pass_copper(temp_c, log_oxygen, takes_h(firing.heat_work - load.heat_work), ware, firing);
  if (temp_c > 1000) firing.creep_per_pa += kStepS / exponential(kLn10 * 9.7 - 0.0462098 * (temp_c - 1300));
  if (load.enamel && temp_c > kEnamelC + 200) {
    const double log_viscosity = kEnamelA + kEnamelB / (temp_c - kEnamelC);
    const double melt_h = 0.25 * exponential(kLn10 * (log_viscosity - kEnamelLogMelt));
    firing.enamel_melt += (1 - firing.enamel_melt) * (kStepH / (kStepH + melt_h));
  }
}

}  // namespace

void pass_step(const KilnLoad& load, const Surroundings& around, FiredWare& ware, Firing& firing) {
  const double offset_c = load.place_c * (around.kiln_c - kAmbientC) / 1260;
  double round_c = around.kiln_c + offset_c;
  if (load.in_saggar) {
    ware.saggar_c = follow(ware.saggar_c, round_c, kSaggarWallMm);
    round_c = ware.saggar_c;
  }
  // The saggar's clay lets the fire's gas through slowly: it evens out the pulses of the stoking.
  const double exchange_s = load.in_saggar ? kSaggarExchangeS : (load.smoky ? kOpenExchangeS : 0);
  ware.co_pct += (around.co_pct - ware.co_pct) * kStepS / (kStepS + exchange_s);
  if (ware.co_pct < 1e-6) ware.co_pct = 0;
  const double wall_before_c = ware.wall_c;
  ware.wall_c = follow(ware.wall_c, round_c, 0.5 * load.wall_mm);
  ware.foot_c = follow(ware.foot_c, round_c, load.thickest_mm + kShelfMm);
  if (ware.wall_c > firing.peak_c) {
    firing.peak_c = ware.wall_c;
    firing.peak_minute = around.minute;
    firing.cooling_h_1250_1050 = firing.growth_h_1120_1020 = firing.strike_h_900_700 = 0;
  }
  if (!load.in_saggar && ware.wall_c > kAshStickC) firing.ash_mm += around.ash_mm_h * kStepH;
  pass_water(load, around.minute, ware, firing);
  pass_quartz(wall_before_c, around.minute, ware, firing);
  pass_cristobalite(wall_before_c, around.minute, ware, firing);
  pass_carbon(load, around, ware, firing);
  pass_heat(ware.wall_c, load, ware, firing);
  pass_glaze(load, wall_before_c, ware, firing);
  pass_cooling(ware.wall_c, firing);
}

}  // namespace sui::craft
