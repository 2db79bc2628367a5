// Numbers of throwing that a potter knows by hand and no book gives exactly: one table, each with its source.
//
// Owns constants only. "Facts A2, A3" are the sheet's clay sections; "uncertain" marks what was tuned by eye against
// what potters report, not measured. Units are in the names.
#pragma once

namespace sui::craft {

// The wheel: a quarter-horse electric wheel, full torque when a third of a turn a second behind.
inline constexpr double kWheelTorqueNm = 5;             // uncertain; makers give 4 to 15 at throwing speeds
inline constexpr double kWheelInertiaKgM2 = 0.16;       // with this torque 300 rpm/s, as wheels spin up
inline constexpr double kWheelShortRpmFullTorque = 60;  // uncertain; how far a governor lets it sag

// Thixotropy: 10-20 % of the strength lost when overworked, back in minutes (facts A1, uncertain).
inline constexpr double kWorkedLoss = 0.2;
inline constexpr double kWorkedStrain = 2.5;  // strain that overworks two thirds of the way
inline constexpr double kRestedMinutes = 3;

// Folding: inward strain in one pass above 8-10 % (facts A3, uncertain). A pass fades as the wheel turns.
inline constexpr double kFoldStrain = 0.09;
inline constexpr double kFoldFadePerTurn = 0.01;      // under the hand; uncertain
inline constexpr double kFoldFadePerTurnFree = 0.05;  // left alone; uncertain
inline constexpr double kFoldHelp = 0.015;            // of the limit more for each point of assist
inline constexpr double kFoldThin = 0.3;              // width over radius: thicker rings thicken instead

// Contact: a fingertip is 1 cm² (facts A2); a palm round a lump is up to 30 cm².
inline constexpr double kFingerWideMm = 10;
inline constexpr double kPalmWideMm = 40;
inline constexpr double kContactMm2Min = 30;
inline constexpr double kFingertipMm2Max = 200;

// Pressing straight down.
inline constexpr double kFingertipReachMm = 8;    // how far beside the rim a fingertip still rests on it
inline constexpr double kRimFoundMm = 15;         // a hand lower than this below the rim has gone inside
inline constexpr double kRimDepthPerWidth = 1.5;  // how deep a rim feels the press, in its own widths (Saint-Venant)
inline constexpr double kLumpDepthMm = 18;        // and a lump, about a palm's half width
inline constexpr double kPackPerS = 0.25;         // uncertain: a few seconds of compressing a floor is enough (GK)
inline constexpr double kConingTrues = 1.6;       // e-folds of off-centre lost per unit of coning strain; uncertain
inline constexpr double kConingMixes = 1.2;       // the same for what kneading left uneven; uncertain
inline constexpr double kUnevenShown = 0.3;       // of the unevenness shown as wobble per e-fold of thinning; uncertain

// Throwing lines: ridges between neighbouring turns of a fingertip, height pitch² / 8R (geometry).
inline constexpr double kGrooveMmMax = 1.2;
inline constexpr double kGrooveOfWall = 0.25;

// Tools.
inline constexpr double kRibHalfMm = 25;       // a wooden rib is about 5 cm long
inline constexpr double kRibStrengthKpa = 45;  // the same hand over a broad blade
inline constexpr double kSpongeMl = 30;        // what a wet sponge holds
inline constexpr double kSpongeGivesMlPerS = 6;
inline constexpr double kSpongeTakesMlPerS = 6;  // out of a pool, near the floor
inline constexpr double kSpongeReachMm = 8;      // above the floor
inline constexpr double kNeedleReachMm = 2;      // how far past the inner face the point must be

// Water standing inside: drunk by the floor at about 0.1 mm a minute into its top millimetres (diffusivity 1e-8 m²/s,
// facts A3, uncertain).
inline constexpr double kPoolSoakMmPerS = 0.0018;
inline constexpr double kPoolSoakDepthMm = 1.5;
inline constexpr double kMoistureMax = 0.5;

// Spinning off: the foot's slip on the wheel head holds a share of the clay's own shear strength; uncertain.
inline constexpr double kFootGrip = 0.3;
inline constexpr double kSlideMmPerS = 60;

}  // namespace sui::craft
