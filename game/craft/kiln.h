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
#include "game/craft/glaze_fire.h"

namespace sui::craft {

struct KilnSegment {
  double rate_c_h = 100;  // up or down, whichever way to_c lies
  double to_c = 600;
  double hold_min = 0;
  double co_pct = 0;
};

// A kiln driven by hand: from this minute on, until the next. Shares of what the kiln has.
struct KilnDrive {
  uint32_t minute = 0;
  double fuel = 0;   // current, gas, or wood thrown as it burns away
  double air = 0.5;  // ports or blower
  double damper = 0.5;
};

// Wood thrown in by hand, besides.
struct KilnStoke {
  uint32_t minute = 0;
  double wood_kg = 0;
  int section = 0;  // 0 the firebox; a dragon kiln has side holes at each section behind it
};

// How a kiln is to be fired: by a written schedule, or by hand. Driving by hand wins.
struct KilnPlan {
  KilnKind kind = KilnKind::kElectric;
  std::vector<KilnSegment> schedule;
  std::vector<KilnDrive> drives;
  std::vector<KilnStoke> stokes;
};

struct KilnSample {
  double hour, kiln_c, ware_c, co_pct;
};

struct Firing {
  bool done = false;
  KilnKind kind = KilnKind::kElectric;
  double peak_c = 0;
  double heat_work = 0;  // hours at 1300 °C worth the same (cones.h), of this and all fires before
  double cone = 0;       // Orton cone as a number: 10.4 is four tenths from cone 10 to 11; 022..01 are negative
  double porosity = 0.3;
  double vitrification = 0;   // 0 raw .. 1 fully vitrified
  double fe2_fraction = 0.1;  // iron as FeO, from the atmosphere while the glaze was open
  double shrink = 1;          // linear, against the bone-dry pot
  double glaze_melt = 0;      // 0 dry powder .. 1 smooth glass
  GlazeHistory glaze;         // what the melt went through, for its colour; as it began where there is none
  GlazeHistory inner_glaze;   // of the glaze inside; the same where one glaze lies on both faces
  double peak_steam_bar = 0;
  double hottest_rate_c_h_573 = 0;  // fastest change through quartz inversion, up or down
  double quartz_gap_c = 0;          // widest difference within the pot there (heating counts half: raw clay forgives)
  double cristobalite = 0;          // share of the body's free silica turned to it, by all its fires
  double fastest_c_h_226 = 0;       // cooling through its inversion
  double run_per_mm2 = 0;           // a glaze layer of t mm ran t² times this, mm
  double creep_per_pa = 0;          // ∫dt/η of the body: how far a stress of 1 Pa strained it while it was soft
  double hours = 0;
  double carbon_left = 1;            // of the clay's own, shut in: a black core
  double bubbles_left = 0;           // in the glaze, against all that melting set free
  double copper_metal_fraction = 0;  // of the glaze's copper
  double copper_left = 1;            // over 1280 °C it flies off
  double cooling_h_1250_1050 = 0;    // hours of cooling there: slow lets cobalt's iron crystallise
  double growth_h_1120_1020 = 0;     // hours of cooling where zinc crystals grow (facts C4)
  double strike_h_900_700 = 0;       // hours of cooling where copper red strikes
  double ash_mm = 0;                 // wood ash melted onto the side that faced the flame, a glass of about 30 % CaO
  double enamel_melt = 0;            // 0 powder .. 1 smooth, of a pot that carries enamels
  double wood_kg = 0, heat_kwh = 0;  // what the kiln ate
  int zone = 0;                      // where the pot stood
  bool in_saggar = false;
  uint32_t steam_minute = 0, quartz_minute = 0, cristobalite_minute = 0,
           peak_minute = 0;       // when each of the worst moments was
  std::vector<KilnSample> curve;  // about 200 samples, for showing; not hashed
};

// What stands in the kiln, as far as heat and steam care.
struct KilnLoad {
  double wall_mm = 4;      // heated from both sides
  double thickest_mm = 8;  // floor or thickest wall: heats last, dries last
  double moisture_dry = 0.006;
  double place_c = 0;      // how much hotter than the thermocouple this shelf gets, °C at top temperature
  Oxides glaze;            // all zero: unglazed
  Oxides inner_glaze;      // of the inside, where another lies there; all zero: the same or none
  int zone = 0;            // zhenyao 0 front, 1 middle, 2 rear; dragon 0 head … 4 tail
  bool in_saggar = false;  // a clay box: no ash, no flame, the atmosphere and the heat come late
  bool smoky = false;      // a kiln with a fire in it
  bool enamel = false;     // carries overglaze colours
  // What earlier fires left in the body: heat-work gathers over all of them.
  double heat_work = 0;
  double carbon = 1;
  double fe2_fraction = 0.1;
  double cristobalite = 0;
};

inline constexpr double kSteamBurstBar = 3.0;     // above the tensile strength of raw clay, GK
inline constexpr double kQuartzGapMaxC = 30.0;    // facts C3
inline constexpr double kBiscuitConeMax = 1.0;    // over it a bare pot was fired out, about 1140 °C
inline constexpr double kConeUnderfired = 8.5;    // below: porosity over 5 %
inline constexpr double kConeOverfired = 13.5;    // two cones and a half over a cone-11 body: bloats
inline constexpr double kGivesUpH = 5;            // a fireman who sees no rise so long moves on
inline constexpr double kFiringHoursMax = 200.0;  // then the power is cut, whatever the schedule says

// Fires one load. Pure; a millisecond or two for a day of kiln time. A segment the kiln cannot reach is given up after
// kGivesUpH without a rise; a dragon kiln's hottest segment is fired at the head, then by side stoking up the slope.
Firing run_plan(const KilnPlan& plan, const KilnLoad& load);
Firing run_schedule(const std::vector<KilnSegment>& schedule, const KilnLoad& load);  // in the electric kiln
int kiln_zones(KilnKind kind);
const char* kiln_id(KilnKind kind);  // "electric", "gas", "zhenyao", "dragon"

double body_porosity(double heat_work);  // facts C3; 0.30 raw
double body_expansion(double porosity);  // on the West & Gerrow scale (facts D2): short of fire it bears less
double body_shrink(double porosity);     // linear, from the solids' volume staying the same
// Hot enough, cone 022 or about 590 °C, that its clay no longer slakes (facts C3: dehydroxylation 450-650 °C).
bool keeps_its_shape_in_water(const Firing& firing);
// Water its open pores drink, % of its dry weight: what a potter weighs when he says a biscuit is 15-20 % porous.
double water_absorption_pct(double porosity);

// What the fired pot looks like, for look.cpp.
double gloss(const Firing& firing);  // 0 raw powder … 1 mirror-smooth glass
// How much of a copper glaze's red is struck: metal, not burnt off, given its hours at 900-700 °C (facts C4). 0 … 1.
double copper_red(const Firing& firing);
// How much of the reds and the gold a muffle as hot as this drove off. 0 … 1.
double enamel_burnt(double peak_c);
// Heaped-and-piled cobalt (facts D4): much iron beside it and slow cooling let dark spots sink in where the load is
// heavy. 0 … 1 for the heaviest; `iron_per_cobalt` is Fe2O3/CoO, 2.2-3.0 in the imported blue.
double cobalt_piled(const Firing& firing, double iron_per_cobalt);

}  // namespace sui::craft
