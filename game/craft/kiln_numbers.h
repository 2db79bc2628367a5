// Every number of the kilns that is not physics: how they are built, and what fire does to clay. One table, sources in
// it.
//
// Owns numbers only. "uncertain" marks what facts leave open and we chose; units last in the names.
#pragma once

#include "game/craft/act.h"

namespace sui::craft {

inline constexpr int kZonesMax = 5;

struct KilnBuild {
  int zones;
  double heat_kw_max;  // elements, burners, or the head's firebox
  double side_kw_max;  // what stoking through a section's side holes gives; 0: only the head is fired
  double wall_m2, wall_w_mk, wall_kj_m3k, wall_m;  // a zone's lining
  double ware_kj_k, ware_m2;                       // a zone's setting: pots, shelves, saggars
  double leak_kg_s;                                // cold air through a zone's wall
  double flame[kZonesMax];  // where the heat is set free: a long flame burns on into the zones behind
  double stoke_s;           // a fireman throws wood this often; 0: burns steadily
  double ash_mm_h;          // fly ash melted on at the head under full fire, mm/h
  double vent_kg_s_max;     // cold air through it with everything open
  double preheat;           // how much of the flue's heat the incoming air has picked up
};

// Electric: a 100 l top-loader; falls about 200 °C/h shut at 1280 °C, as such kilns do (general knowledge).
// Gas: 1 m³ downdraft (facts C5: ±10 °C, 10-14 h). Zhenyao: 300 m³, three zones of 100, pine at about 1.4 t/h over a
// day (facts C5 [22][23]). Dragon: five sections of 8 m³ on a slope (facts C5). Linings and settings: uncertain, chosen
// so that the kilns take their facts' hours and reach their facts' zones.
inline constexpr KilnBuild kElectricBuild{1, 9, 0, 1.3, 0.28, 600, 0.15, 30, 1.2, 0.0002, {1}, 0, 0, 0.03, 0};
inline constexpr KilnBuild kGasBuild{1, 260, 0, 6, 0.35, 700, 0.23, 320, 12, 0.002, {1}, 0, 0, 0.4, 0.1};
inline constexpr KilnBuild kZhenyaoBuild{3,   7500,  0, 110, 1.2, 1800, 0.5, 42000, 260, 0.05, {0.661, 0.182, 0.157},
                                         150, 0.003, 5, 0.22};
inline constexpr KilnBuild kDragonBuild{
    5, 1500, 1100, 25, 1.0, 1700, 0.35, 1900, 30, 0.01, {0.66, 0.16, 0.09, 0.05, 0.04}, 180, 0.02, 1.0, 0.2};

constexpr const KilnBuild& kiln_build(KilnKind kind) {
  switch (kind) {
    case KilnKind::kGas:
      return kGasBuild;
    case KilnKind::kZhenyao:
      return kZhenyaoBuild;
    case KilnKind::kDragon:
      return kDragonBuild;
    case KilnKind::kElectric:
      break;
  }
  return kElectricBuild;
}

// Fuel. Pine and gas alike need about 0.345 g of air a kJ; 5.8 kg a kg at 16.8 MJ/kg, 15.6 at 45 (general knowledge).
inline constexpr double kAirKgPerKj = 3.45e-4;
inline constexpr double kFuelKgPerKj = 5e-5;
inline constexpr double kPineKjPerKg = 16800;
inline constexpr double kVolatileShare = 0.75;   // of pine; the rest is charcoal
inline constexpr double kVolatileS = 130;        // how fast a thrown log flares: uncertain
inline constexpr double kCharcoalS = 1500;       // how fast its embers go: uncertain
inline constexpr double kCoPctPerShortAir = 27;  // CO for each part of the air that is missing
inline constexpr double kMixingSpread = 0.06;    // streaks richer and leaner than the mean: uncertain
// Of the air that burning needs, what a fireman keeps when he wants no CO: plenty below red heat, little where it would
// cost him the climb (general knowledge).
inline constexpr double kOxidisingAirCool = 1.35, kOxidisingAirHot = 1.12;

// Saggars, facts C5: wall about 2 cm; atmosphere passes five times slower than round an open pot (uncertain).
inline constexpr double kSaggarWallMm = 20;
inline constexpr double kOpenExchangeS = 240;
inline constexpr double kSaggarExchangeS = 1200;
inline constexpr double kAshStickC = 900;
inline constexpr double kAshCaoShare = 0.30;  // facts C5: 20-40 %
inline constexpr double kAshGM2PerMm = 2400;
inline constexpr double kAshPerZone = 0.45;  // of the zone before it

// Where a shelf stands against the thermocouple. Electric ±5-15 °C top to bottom, gas ±10 °C (facts C5).
inline constexpr double kElectricTopC = 6;
inline constexpr double kGasTopC = 8;
inline constexpr double kPlaceSpreadC = 4;  // the shelf within its place: the seed's, uncertain

// Carbon: Jingdezhen clay carries little; it leaves between 300 and 950 °C when air reaches it (facts C3).
inline constexpr double kCarbonMm2PerH = 18;    // how fast the black core's edge moves in, as a diffusion: uncertain
inline constexpr double kCarbonLeftMax = 0.20;  // of what there was, when the wall closes
inline constexpr double kBloatMaxPct = 2.0;     // by volume: a blister a finger feels, uncertain

// Cristobalite, facts C3: about 1 % linear at 226 °C, cool 50-60 °C/h or slower. How fast it grows in a porcelain body
// and how much is felt: uncertain, so set that no fire of usual length has to mind it and a day's soak does.
inline constexpr double kCristobaliteC = 226;
inline constexpr double kCristobalitePerH = 0.012;       // of the free silica, at 1280 °C
inline constexpr double kCristobalitePerC = 0.01733;     // twice as fast 40 °C hotter
inline constexpr double kCristobaliteFelt = 0.06;        // below, the glass round the grains takes it up
inline constexpr double kCristobaliteSerious = 0.12;     // with so much the facts' rate is the limit
inline constexpr double kCristobaliteSeriousCPerH = 55;  // and in proportion

// Glaze faults. Tension to craze 30-50 MPa; sigma = E dAlpha (Tg - 25) / (1 - nu), E 70 GPa, nu 0.22, Tg 650 °C (facts
// D2). Body on the West & Gerrow scale 6.95; short of fire it bears less.
inline constexpr double kBodyExpansion = 6.95;
inline constexpr double kGlazeMpaPer1e6 = 70e9 * 1e-6 * 625 / 0.78 * 1e-6;
inline constexpr double kCrazeMpa = 40;
inline constexpr double kShiverMpa = 42;           // facts D2: below 6.2 is a risk, "?"
inline constexpr double kCrackleWantedOver = 1.0;  // a glaze this far over the body is meant to crackle (facts D2)
// Several thin coats, each dried before the next, crack less than one as thick as all of them: as its root, to so many
// (general knowledge; how much is uncertain).
inline constexpr int kCoatsEase = 4;
inline constexpr double kCrawlRawMm = 1.3;       // a thicker raw coat cracks as it dries (general knowledge), uncertain
inline constexpr double kBubblesLeftMax = 0.45;  // of those the melting set free: pinholes, uncertain
inline constexpr double kGlazeRunMaxMm = 3;
inline constexpr double kFootRawMm = 0.05;  // raw glaze left on the foot: it grows to the shelf
inline constexpr double kFootBeadMm = 1.5;  // what the foot's edge holds before it drips to the shelf, uncertain
inline constexpr double kSagMaxMm = 3;
inline constexpr double kSlumpMm = 12;

// Copper, facts C4: metal under reduction, struck as colloid while cooling 900-700 °C, volatile over 1280 °C.
inline constexpr double kCopperLogPo2 = -6.5;    // half of it metal here, uncertain
inline constexpr double kStrikeH = 0.8;          // hours in the window for two thirds of the colour, uncertain
inline constexpr double kCopperLossPerH = 0.25;  // over 1280 °C, uncertain

// The enamel fire, facts D4: lead-alkali enamels, 700-800 °C.
inline constexpr double kEnamelLogMelt = 4.2;  // log viscosity at which it levels in a quarter of an hour
inline constexpr double kEnamelB = 4100, kEnamelA = -3.4,
                        kEnamelC = 240;         // log Pa·s = A + B/(°C - C): 4.3 at 775 °C, uncertain
inline constexpr double kEnamelMeltMin = 0.75;  // below: chalky, rubs off
inline constexpr double kEnamelGoneC = 940;     // nothing of them is left: uncertain
inline constexpr double kEnamelBurntC = 840;    // golds and reds go: uncertain

}  // namespace sui::craft
