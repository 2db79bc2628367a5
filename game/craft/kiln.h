// The kiln: temperatures, atmosphere and heat-work along a schedule, and what they do to body and glaze.
//
// Owns the firing integration (fixed steps of kiln time) and its curve for display; the caller applies the outcome.
// Units: °C, hours or minutes as named, CO in %, heat-work as an Arrhenius integral calibrated to cones (facts C2).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/craft/act.h"
#include "game/craft/clay.h"
#include "game/craft/cones.h"
#include "game/craft/glaze.h"

namespace sui::craft {

struct KilnSegment {
  double rate_c_h = 100;  // up or down, whichever way to_c lies
  double to_c = 600;
  double hold_min = 0;
  double co_pct = 0;
};

struct KilnSample {
  double hour, kiln_c, ware_c, co_pct;
};

struct Firing {
  bool done = false;
  KilnKind kind = KilnKind::kElectric;
  double peak_c = 0;
  double heat_work = 0;  // hours at 1300 °C worth the same (cones.h)
  double cone = 0;       // Orton cone as a number: 10.4 is four tenths from cone 10 to 11; 022..01 are negative
  double porosity = 0.3;
  double vitrification = 0;   // 0 raw .. 1 fully vitrified
  double fe2_fraction = 0.1;  // iron as FeO, from the atmosphere while the glaze was open
  double shrink = 1;          // linear, against the bone-dry pot
  double glaze_melt = 0;      // 0 dry powder .. 1 smooth glass
  double peak_steam_bar = 0;
  double hottest_rate_c_h_573 = 0;  // fastest change through quartz inversion, up or down
  double quartz_gap_c = 0;          // widest difference within the pot there (heating counts half: raw clay forgives)
  double run_per_mm2 = 0;           // a glaze layer of t mm ran t² times this, mm
  double creep_per_pa = 0;          // ∫dt/η of the body: how far a stress of 1 Pa strained it while it was soft
  double hours = 0;
  uint32_t steam_minute = 0, quartz_minute = 0, peak_minute = 0;  // when each of the worst moments was
  std::vector<KilnSample> curve;                                  // about 200 samples, for showing; not hashed
};

// What stands in the kiln, as far as heat and steam care.
struct KilnLoad {
  double wall_mm = 4;      // heated from both sides
  double thickest_mm = 8;  // floor or thickest wall: heats last, dries last
  double moisture_dry = 0.006;
  double place_c = 0;  // how much hotter than the thermocouple this shelf gets, °C at top temperature
  Oxides glaze;        // all zero: unglazed
};

inline constexpr double kSteamBurstBar = 3.0;     // above the tensile strength of raw clay, GK
inline constexpr double kQuartzGapMaxC = 30.0;    // facts C3
inline constexpr double kConeUnderfired = 8.5;    // below: porosity over 5 %
inline constexpr double kConeOverfired = 13.5;    // two cones and a half over a cone-11 body: bloats
inline constexpr double kFiringHoursMax = 200.0;  // then the power is cut, whatever the schedule says

// Fires one load. Pure; about 1 ms for a day of kiln time.
Firing run_schedule(const std::vector<KilnSegment>& schedule, const KilnLoad& load);

double body_porosity(double heat_work);  // facts C3; 0.30 raw
double body_shrink(double porosity);     // linear, from the solids' volume staying the same

// What the fired pot looks like, for look.cpp.
double gloss(const Firing& firing);                    // 0 raw powder … 1 mirror-smooth glass
double crazing(const Firing& firing, GlazeKind kind);  // 0 … 1, glaze in tension because it shrank more than the body
Rgb glaze_transmittance_per_mm(const Firing& firing, GlazeKind kind);

}  // namespace sui::craft
