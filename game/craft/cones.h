// Pyrometric cones: heat-work, and which of Orton's self-supporting cones it bends.
//
// Owns the chart of 36 cones at 60 and 150 °C/h and the one rate of work that meets it (facts C1, C2); knows no kiln.
// Heat-work is in hours at 1300 °C worth the same. A cone is known by its index, 0 = cone 022 … 35 = cone 14; as a
// plain number it is -22 … -1, 1 … 14: there is no cone 0. °C, °C/h.
#pragma once

#include <string>

namespace sui::craft {

inline constexpr int kConeCount = 36;

// Which cone is down, and how far the next one leans.
struct ConeReading {
  int fallen = -1;           // index of the hottest cone that is down; -1: not even 022
  int next = 0;              // index of the one above it; kConeCount: cone 14 is down, nothing is left to bend
  double next_bent = 0;      // 0 stands as it was set … 1 touches the shelf
  double next_lean_deg = 8;  // the same as an angle: cones are set leaning 8°, and are down at 90°
};

double cone_temp_60_c(int index);   // the chart, last 100 °C at 60 °C/h
double cone_temp_150_c(int index);  // the chart, last 100 °C at 150 °C/h
std::string cone_name(int index);   // "022" … "01", "1" … "14"
double cone_number(double index);   // 0 → -22, 21 → -1, 22 → 1, 35 → 14; between cones in proportion

// Work done in an hour at this temperature. Arrhenius with the activation energy of the cones that bend there: 395,
// 1080, 790 and 880 kJ/mol (facts C2), joined without a step. Rises with temperature without end.
double heat_work_per_h(double temp_c);
// Work of a steady climb from cold to `peak_c`. Not below 1e-300 °C/h.
double ramp_heat_work(double rate_c_h, double peak_c);
// Work that lays this cone down: between what the chart's two columns say.
double cone_heat_work(int index);
// Where this cone goes down when the kiln climbs steadily. Errors against the chart: 1.7 °C rms, 5 at worst.
double cone_falls_at_c(int index, double rate_c_h);
// As a plain number that never falls with more work: 10.4 lies four tenths of the way from cone 10 to cone 11.
double cone_position(double heat_work);
// A cone is a viscous rod falling under its own weight: dθ/dt = k sin θ, so tan(θ/2) grows as the exponential of work.
ConeReading read_cones(double heat_work);
// The lean of one cone on the shelf, 8 as it was set … 90 down, where it stays.
double cone_lean_deg(int index, double heat_work);

}  // namespace sui::craft
