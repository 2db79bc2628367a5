#include "game/craft/kiln.h"

#include <cassert>
#include <cmath>

#include "game/craft/cones.h"
#include "game/craft/limits.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kStepH = 1.0 / 120;  // 30 s of kiln time
constexpr double kStepS = 30;
constexpr double kAmbientC = 20;
constexpr double kOpenDoorC = 60;  // the potter waits this long
constexpr double kKelvin = 273.15;
constexpr double kLn10 = 2.302585092994046;

// An electric kiln of about 100 l. Loss: closed it falls 200 °C/h at 1280 and 90 at 573, as such kilns do.
constexpr double kFullPowerCPerH = 380;
constexpr double kLossPerH = 0.16;
constexpr double kOpenLossPerH = 1.6;  // lid propped open: what a cooling segment may ask for at most
constexpr double kHoldBackC = 20;      // the controller waits for a kiln that cannot follow

double smooth(double from, double to, double x) {
  const double t = (x - from) / (to - from);
  if (t <= 0) return 0;
  return t >= 1 ? 1 : t * t * (3 - 2 * t);
}

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

double fe2_at_equilibrium(double temp_c, double co_pct) {  // facts C4
  double log_po2 = -0.68;
  if (co_pct > 0.05) {
    const double co2_pct = co_pct < 14 ? 16 - co_pct : 2;
    log_po2 = 2 * natural_log(co2_pct / co_pct) / kLn10 - (29497 / (temp_c + kKelvin) - 9.05);
    if (log_po2 > -0.68) log_po2 = -0.68;
  }
  return 1 / (1 + exponential(kLn10 * 0.12 * (log_po2 + 9)));
}

// One controller step towards the segment's target.
struct Controller {
  const std::vector<KilnSegment>& schedule;
  std::size_t at = 0;
  double setpoint_c = kAmbientC;
  double held_h = 0;

  bool finished() const { return at >= schedule.size(); }
  double co_pct() const { return finished() ? 0 : schedule[at].co_pct; }

  double next_kiln_c(double kiln_c) {
    const double closed_c = kiln_c - kLossPerH * (kiln_c - kAmbientC) * kStepH;
    if (finished()) return closed_c;
    const KilnSegment& segment = schedule[at];
    const double target_c = segment.to_c < 40 ? 40 : segment.to_c;
    const double stride_c = segment.rate_c_h * kStepH;
    if (setpoint_c < target_c) setpoint_c = setpoint_c + stride_c > target_c ? target_c : setpoint_c + stride_c;
    if (setpoint_c > target_c) setpoint_c = setpoint_c - stride_c < target_c ? target_c : setpoint_c - stride_c;
    if (setpoint_c > kiln_c + kHoldBackC) setpoint_c = kiln_c + kHoldBackC;
    if (setpoint_c < kiln_c - kHoldBackC) setpoint_c = kiln_c - kHoldBackC;
    const double hottest_c = closed_c + kFullPowerCPerH * kStepH;
    const double coldest_c = kiln_c - kOpenLossPerH * (kiln_c - kAmbientC) * kStepH;
    double next_c = setpoint_c > hottest_c ? hottest_c : (setpoint_c < coldest_c ? coldest_c : setpoint_c);
    if (std::fabs(next_c - target_c) < 1 && setpoint_c >= target_c - 1 && setpoint_c <= target_c + 1) {
      if (held_h * 60 >= segment.hold_min) {
        ++at;
        held_h = 0;
      } else {
        held_h += kStepH;
      }
    }
    return next_c;
  }
};

struct Ware {
  double wall_c = kAmbientC, foot_c = kAmbientC;
  double water_dry = 0;
};

void pass_water(const KilnLoad& load, uint32_t minute, Ware& ware, Firing& firing) {
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

void pass_quartz(double wall_before_c, uint32_t minute, const Ware& ware, Firing& firing) {
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

void pass_heat(double temp_c, double co_pct, const KilnLoad& load, Firing& firing) {
  if (temp_c < 450) return;
  firing.heat_work += heat_work_per_h(temp_c) * kStepH;
  const double open_h = firing.glaze_melt > 0.6 || firing.heat_work > 0.1 ? 12 : 0.4;  // a sealed glaze keeps its iron
  if (temp_c > 750) {
    firing.fe2_fraction += (fe2_at_equilibrium(temp_c, co_pct) - firing.fe2_fraction) * (kStepH / (kStepH + open_h));
  }
  if (temp_c > 1000) firing.creep_per_pa += kStepS / exponential(kLn10 * 9.7 - 0.0462098 * (temp_c - 1300));
  if (load.glaze.sio2 <= 0 || temp_c < 800) return;
  const double log_viscosity = log_viscosity_pa_s(load.glaze, temp_c);
  const double melt_h = 0.25 * exponential(kLn10 * (log_viscosity - 4.4));
  firing.glaze_melt += (1 - firing.glaze_melt) * (kStepH / (kStepH + melt_h));
  firing.run_per_mm2 += firing.glaze_melt * 11.77 * kStepS / exponential(kLn10 * log_viscosity);  // ρg/2η, ρ = 2400
}

void thin_out(std::vector<KilnSample>& curve) {  // keeps every second sample: the curve stays near 200 points
  std::size_t kept = 0;
  for (std::size_t i = 0; i < curve.size(); i += 2) curve[kept++] = curve[i];
  curve.resize(kept);
}

}  // namespace

double body_porosity(double heat_work) {
  if (heat_work <= 0) return 0.30;
  const double half_way = 0.5 * (cone_heat_work(28) + cone_heat_work(29));  // between cones 7 and 8
  return 0.30 / (1 + power_of(heat_work / half_way, 1.7));
}

double body_shrink(double porosity) {
  return power_of(0.70 / (1 - porosity), 1.0 / 3);
}

Firing run_schedule(const std::vector<KilnSegment>& schedule, const KilnLoad& load) {
  assert(load.wall_mm > 0 && load.thickest_mm > 0);
  constexpr double kShelfMm = 15;  // the foot heats with the shelf it stands on
  Firing firing;
  Controller controller{schedule};
  Ware ware;
  ware.water_dry = load.moisture_dry;
  double kiln_c = kAmbientC;
  uint32_t step = 0, sample_every = 4;
  const auto steps_max = static_cast<uint32_t>(kFiringHoursMax / kStepH);
  while (!(controller.finished() && ware.wall_c < kOpenDoorC && ware.foot_c < kOpenDoorC)) {
    const uint32_t minute = step / 2;
    const double co_pct = controller.co_pct();
    if (step % sample_every == 0) firing.curve.push_back({step * kStepH, kiln_c, ware.wall_c, co_pct});
    if (firing.curve.size() >= 400) {
      thin_out(firing.curve);
      sample_every *= 2;
    }
    if (step >= steps_max) controller.at = schedule.size();
    kiln_c = controller.next_kiln_c(kiln_c);
    const double place_c = kiln_c + load.place_c * (kiln_c - kAmbientC) / 1260;
    const double wall_before_c = ware.wall_c;
    ware.wall_c = follow(ware.wall_c, place_c, 0.5 * load.wall_mm);
    ware.foot_c = follow(ware.foot_c, place_c, load.thickest_mm + kShelfMm);
    if (ware.wall_c > firing.peak_c) {
      firing.peak_c = ware.wall_c;
      firing.peak_minute = minute;
    }
    pass_water(load, minute, ware, firing);
    pass_quartz(wall_before_c, minute, ware, firing);
    pass_heat(ware.wall_c, co_pct, load, firing);
    ++step;
  }
  firing.done = true;
  firing.hours = step * kStepH;
  firing.curve.push_back({firing.hours, kiln_c, ware.wall_c, 0});
  firing.cone = cone_position(firing.heat_work);
  firing.porosity = body_porosity(firing.heat_work);
  firing.vitrification = 1 - firing.porosity / 0.30;
  firing.shrink = body_shrink(firing.porosity);
  return firing;
}

double gloss(const Firing& firing) {
  return firing.done ? smooth(0.35, 0.95, firing.glaze_melt) : 0;
}

double crazing(const Firing& firing, GlazeKind kind) {
  if (!firing.done || firing.glaze_melt < 0.5) return 0;
  // Facts D2: porcelain bears glazes up to about 6.9 (West & Gerrow); a body short of fire has less glassy matrix to
  // shrink with it, and bears less.
  const double bears = 6.95 - 1.2 * smooth(0.02, 0.12, firing.porosity);
  return smooth(0, 0.8, expansion_west_gerrow(glaze_oxides(kind)) - bears);
}

Rgb glaze_transmittance_per_mm(const Firing& firing, GlazeKind kind) {
  return glaze_transmittance_per_mm(kind, firing.fe2_fraction);
}

}  // namespace sui::craft
