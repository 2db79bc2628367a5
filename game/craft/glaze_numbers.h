// Every number of the glaze that no book gives exactly, in one place with where it comes from.
//
// Owns numbers only. "D4", "C4" … are sections of the fact sheet; "chosen" means fitted so that the wares of D4's table
// come out within the tolerance their tests state (uncertain, tune here and nowhere else).
#pragma once

namespace sui::craft {

struct Rgb {
  double r = 0, g = 0, b = 0;  // linear light
};

// --- In the fire (glaze_fire.cpp) ---
inline constexpr double kOpenFromC = 750;         // gases reach into the raw layer from here on
inline constexpr double kOpenH = 0.4;             // as the kiln's iron
inline constexpr double kSealLogViscosity = 6.5;  // viscous sintering closes a 20 µm powder within an hour here
inline constexpr double kSealedIronH = 12;        // at 1280 °C: a sealed glaze keeps its iron
inline constexpr double kSealedCopperH = 6;       // copper moves faster (chosen)
inline constexpr double kCopperSlope = 0.45;      // per decade of oxygen (chosen)
inline constexpr double kCopperHalfLogOxygen =
    -6;                                           // half of the copper below Cu2+ (chosen; C4: reduction from cone 010)
inline constexpr double kCopperFliesPerH = 0.06;  // at 1280 °C, "volatile > 1280 °C" (C4)
inline constexpr double kCopperFliesJ = 480000;   // steep: ten times faster at 1400 °C (chosen)
inline constexpr double kSkinMm2PerH =
    0.012;                                // oxygen in silicate melt near 3e-12 m²/s at 1280 °C (order of magnitude)
inline constexpr double kSkinJ = 210000;  // as for oxygen in soda-lime-like melts (order of magnitude)
inline constexpr double kSkinLogOxygen = -4;                         // more oxygen than this oxidises (chosen)
inline constexpr double kStrikeFromC = 900, kStrikeToC = 700;        // C4
inline constexpr double kSeparateFromC = 1250, kSeparateToC = 1000;  // Jun, hare's fur, kaki: slow cooling (GK)

// --- Colour of what is dissolved, per mm and wt % (D4's calibration) ---
inline constexpr Rgb kFeoAbsorbs{.30, .10, .16};
inline constexpr Rgb kFe2o3Absorbs{.05, .13, .45};
inline constexpr Rgb kCuoAbsorbs{1.2, .25, .4};
inline constexpr Rgb kCopperMetalAbsorbs{.8, 9, 6};
// Facts give (9, 7.5, 1.2), a calibration of theirs: it makes a violet that their own table of wares has nowhere. From
// thin D3DEEA to deep 1B2F6E the table absorbs blue about 0.4 of red: chosen between, uncertain.
inline constexpr Rgb kCooAbsorbs{9, 7.2, 2.4};
inline constexpr Rgb kMnoAbsorbs{.12, .22, .13};
inline constexpr Rgb kCr2o3Absorbs{3, .9, 3};
// Beyond D4 (chosen): iron of both valences side by side is brown-black; copper is greener among lead, bluer among
// alkali; oxidised manganese (Mn3+) stains more than Mn2+.
inline constexpr Rgb kIronPairAbsorbs{.14, .25, .15};  // per mm, wt % FeO and wt % Fe2O3
inline constexpr Rgb kCopperRubyAdds{0, 0, 1.2};       // some of the struck copper stands as Cu2O, yellow
inline constexpr Rgb kCuoInLeadAdds{0, .10, .20};
inline constexpr Rgb kCuoInAlkaliAdds{0, -.02, -.20};
inline constexpr double kIronPairFrom = 2.5;  // the product below which the two hardly meet (chosen)
// A little Fe3+ hardly touches the blue: its ultraviolet edge reaches there only as there is more of it. D4's values
// hold well above this, wt % Fe2O3 (chosen).
inline constexpr double kFerricEdgePct = 1.0;
inline constexpr Rgb kFe2o3InLeadAdds{-.02, .0, .20};
inline constexpr double kMn3Stronger = 2.0;

// --- Scatter, per mm (all chosen) ---
inline constexpr double kBubblesScatter = 0.05;  // the clearest glaze
inline constexpr double kStiffScatter = 0.45;    // a stiff melt keeps bubbles and undissolved quartz
inline constexpr double kMatteScatter = 2.2;     // a matte of crystals
inline constexpr double kTinScatter = 0.9, kZirconScatter = 0.8,
                        kTitaniaScatter = 0.35;  // per wt % beyond what dissolves
inline constexpr double kTinDissolves = 1.0, kZirconDissolves = 1.0, kTitaniaDissolves = 1.5;
inline constexpr Rgb kDropletsScatter{.24, .28, 2.6};  // small against light: blue most (Rayleigh)
inline constexpr double kDropletsFullH = 1.2;          // hours of slow cooling to 63 %

// --- Iron that comes out again (chosen) ---
inline constexpr double kIronDissolves = 4.4;  // wt % Fe2O3 a cooling glaze holds (D4: 6-8 tenmoku, 8-12 oil spot)
// Iron beyond what dissolves gives off oxygen in the heat: bubbles that carry oil spots up, and a black ground (GK).
inline constexpr double kIronGivesOxygenC = 1222, kIronGivesOxygenFullC = 1252;
inline constexpr double kIronSelfReduced = 0.42;
inline constexpr Rgb kSilver{.34, .32, .27};                     // specular hematite, as islands of an oil spot show it
inline constexpr double kSilverCover = 0.25, kRustCover = 0.75;  // of the surface
inline constexpr double kFurRust = 0.95;                         // of a run's islands
inline constexpr double kFurFromRun = 6, kFurFullRun = 10;       // a layer of t mm that ran t² times this
inline constexpr double kHematiteH = 1.6;                        // hours of slow cooling to 63 %
inline constexpr Rgb kHematiteAbsorbs{.55, 1.9, 3.2};            // per wt % precipitated
inline constexpr Rgb kHematiteScatters{.75, .15, .05};

// --- Copper red (chosen) ---
inline constexpr double kColloidH = 0.5;       // hours between 900 and 700 °C to 63 %; tin seeds it
inline constexpr double kStrikeTinFactor = 3;  // per wt % SnO2
inline constexpr double kLiveryH = 8;          // longer than this the colloid coarsens: liver (C4)
inline constexpr Rgb kLiveryScatters{.30, .10, .08};

}  // namespace sui::craft
