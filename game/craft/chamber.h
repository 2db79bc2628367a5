// The chamber of a kiln: zones in a row that one stream of burning gas passes, each with gas, lining and setting.
//
// Owns temperatures, fire bed and atmosphere; knows neither schedules (kiln.h) nor pots (exposure.h). One step is 30 s
// of kiln time. °C, kW, kg/s, CO and O2 in % by volume.
#pragma once

#include <array>

#include "game/craft/kiln_numbers.h"

namespace sui::craft {

inline constexpr int kLiningNodes = 4;
inline constexpr double kChamberStepS = 30;
inline constexpr double kAmbientC = 20;

struct Zone {
  double gas_c = kAmbientC, ware_c = kAmbientC;
  std::array<double, kLiningNodes> lining_c{kAmbientC, kAmbientC, kAmbientC, kAmbientC};
};

struct Chamber {
  KilnKind kind = KilnKind::kElectric;
  std::array<Zone, kZonesMax> zones;
  std::array<double, kZonesMax> flaring_kj{}, embers_kj{};  // wood lying on the grate or thrown in at the side
  double owed_kj = 0;                                       // what the fireman means to throw but has not yet
  double since_stoke_s = 0;
  double air_kg_s = 0;
  double burning_kw = 0;
  double co_pct = 0, o2_pct = 20.9;
};

// What is done to it in one step.
struct Firehand {
  int zone = 0;              // where the fire is: only a dragon kiln is stoked anywhere but at the head
  double heat_kw = 0;        // gas or current; for wood, what the fireman throws as it is needed
  double air_kg_s = 0;       // through the fire (a kiln without fire: through its vents)
  double thrown_kj = 0;      // wood thrown in now, besides
  double co_given_pct = -1;  // electric: gas led in on purpose; the fire's own otherwise
};

Chamber cold_chamber(KilnKind kind);
void burn(const Firehand& hand, Chamber& chamber);  // one step
// The fire that brings zone `at`'s gas to `gas_c` in this step, its air mixed to leave `co_pct`; less if it cannot.
Firehand fire_for(const Chamber& chamber, int at, double gas_c, double co_pct);
// What surrounds a pot in this zone: half flame, half its neighbours.
double surrounding_c(const Chamber& chamber, int zone);

double co_pct_of_air(double air_share);                // air_share 1: exactly what the fuel needs
double air_share_for_co(double co_pct, double gas_c);  // the inverse; no CO wanted: what a fireman keeps then
double air_kg_s_natural(const Chamber& chamber, double air, double damper);  // what draught or fan brings, 0..1 each

}  // namespace sui::craft
