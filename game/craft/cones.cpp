#include "game/craft/cones.h"

#include <cassert>
#include <cmath>

#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kKelvin = 273.15;
constexpr double kGas = 8.314462618;
constexpr double kReferenceK = 1300 + kKelvin;

// Orton's chart, facts C1.
constexpr double kTemp60C[kConeCount] = {586,  600,  626,  678,  715,  738,  772,  791,  807,  837,  861,  875,
                                         903,  920,  942,  976,  998,  1031, 1063, 1086, 1102, 1119, 1137, 1142,
                                         1152, 1162, 1186, 1222, 1239, 1249, 1260, 1285, 1294, 1306, 1331, 1365};
constexpr double kTemp150C[kConeCount] = {590,  617,  638,  695,  734,  763,  796,  818,  838,  861,  882,  894,
                                          915,  930,  956,  987,  1013, 1044, 1077, 1104, 1122, 1138, 1154, 1164,
                                          1170, 1183, 1207, 1243, 1257, 1271, 1280, 1305, 1315, 1326, 1348, 1384};

// Bands of activation energy, facts C2: cones 022-011, 010-04, 03-3, 6-13. Each cone having its own energy meets the
// chart no better than its rounding, and lets neighbours overtake each other at rates far from the chart's.
struct Band {
  double from_k, e_over_gas_k;
};
constexpr int kBandCount = 4;
constexpr Band kBands[kBandCount] = {{1, 395000 / kGas},
                                     {890 + kKelvin, 1080000 / kGas},
                                     {1090 + kKelvin, 790000 / kGas},
                                     {1180 + kKelvin, 880000 / kGas}};

// ln of the rate at the band's lower edge (of the lowest band: at its upper edge), from 0 at 1300 °C downwards.
constexpr double log_rate_at_edge(int band) {
  double log_rate = 0, above_k = kReferenceK;
  for (int b = kBandCount - 1; b >= (band == 0 ? 1 : band); --b) {
    log_rate -= kBands[b].e_over_gas_k * (1 / kBands[b].from_k - 1 / above_k);
    above_k = kBands[b].from_k;
  }
  return log_rate;
}
constexpr double kLogRateAtEdge[kBandCount] = {log_rate_at_edge(0), log_rate_at_edge(1), log_rate_at_edge(2),
                                               log_rate_at_edge(3)};

double rate_in_band(int band, double kelvin) {
  const double edge_k = kBands[band == 0 ? 1 : band].from_k;
  return exponential(kLogRateAtEdge[band] - kBands[band].e_over_gas_k * (1 / kelvin - 1 / edge_k));
}

int band_of(double kelvin) {
  int band = kBandCount - 1;
  while (band > 0 && kelvin < kBands[band].from_k) --band;
  return band;
}

// ∫ of one band's rate over temperature from absolute zero, hours·K/h: the first terms of the exponential integral's
// series, good to 1e-3 here.
double band_integral(int band, double kelvin) {
  const double x = kelvin / kBands[band].e_over_gas_k;
  return kelvin * x * (1 - 2 * x + 6 * x * x - 24 * x * x * x) * rate_in_band(band, kelvin);
}

double integral_to(double temp_c) {
  const double kelvin = temp_c + kKelvin;
  const int top = band_of(kelvin);
  double sum = band_integral(top, kelvin);
  for (int band = top; band > 0; --band) {
    const double edge_k = kBands[band].from_k;
    sum += band_integral(band - 1, edge_k) - band_integral(band, edge_k);
  }
  return sum;
}

}  // namespace

double cone_temp_60_c(int index) {
  assert(index >= 0 && index < kConeCount);
  return kTemp60C[index];
}

double cone_temp_150_c(int index) {
  assert(index >= 0 && index < kConeCount);
  return kTemp150C[index];
}

std::string cone_name(int index) {
  assert(index >= 0 && index < kConeCount);
  return index <= 21 ? "0" + std::to_string(22 - index) : std::to_string(index - 21);
}

double cone_number(double index) {
  if (index <= 21) return index - 22;
  return index < 22 ? -1 + 2 * (index - 21) : index - 21;
}

double heat_work_per_h(double temp_c) {
  const double kelvin = temp_c + kKelvin;
  if (kelvin < 400) return 0;
  return rate_in_band(band_of(kelvin), kelvin);
}

double ramp_heat_work(double rate_c_h, double peak_c) {
  assert(rate_c_h > 0);
  return peak_c + kKelvin < 400 ? 0 : integral_to(peak_c) / rate_c_h;
}

double cone_heat_work(int index) {
  return std::sqrt(ramp_heat_work(60, cone_temp_60_c(index)) * ramp_heat_work(150, cone_temp_150_c(index)));
}

double cone_falls_at_c(int index, double rate_c_h) {
  const double needed = cone_heat_work(index);
  double low_c = 200, high_c = 2500;
  for (int halving = 0; halving < 40; ++halving) {
    const double middle_c = 0.5 * (low_c + high_c);
    (ramp_heat_work(rate_c_h, middle_c) >= needed ? high_c : low_c) = middle_c;
  }
  return high_c;
}

double cone_position(double heat_work) {
  double below = cone_heat_work(0);
  if (heat_work <= below) return -22;
  for (int index = 1; index < kConeCount; ++index) {
    const double above = cone_heat_work(index);
    if (heat_work < above) return cone_number(index - 1 + natural_log(heat_work / below) / natural_log(above / below));
    below = above;
  }
  return 14;
}

double cone_lean_deg(int index, double heat_work) {
  assert(index >= 0 && index < kConeCount);
  constexpr double kPi = 3.14159265358979323846;
  constexpr double kTanHalfLean = 0.069926811943510414;  // tan 4°
  const double share = heat_work / cone_heat_work(index);
  if (share >= 1) return 90;
  const double tan_half = kTanHalfLean * exponential(-share * natural_log(kTanHalfLean));
  double half = 0.5 * tan_half;  // Newton on sin x = t cos x; x lies in 4° … 45°
  for (int round = 0; round < 8; ++round)
    half -= (sine(half) - tan_half * cosine(half)) / (cosine(half) + tan_half * sine(half));
  return 2 * half * 180 / kPi;
}

ConeReading read_cones(double heat_work) {
  constexpr double kSetLeanDeg = 8;
  ConeReading reading;
  while (reading.next < kConeCount && heat_work >= cone_heat_work(reading.next)) reading.fallen = reading.next++;
  if (reading.next == kConeCount) return reading;
  reading.next_lean_deg = cone_lean_deg(reading.next, heat_work);
  reading.next_bent = (reading.next_lean_deg - kSetLeanDeg) / (90 - kSetLeanDeg);
  if (reading.next_bent < 0) reading.next_bent = 0;
  return reading;
}

}  // namespace sui::craft
