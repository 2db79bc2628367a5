// Numbers of the decorated surface that no table gives exactly: one place to tune them.
//
// Owns constants only. "Uncertain" means chosen by eye against pictures of the ware; the source of the others is
// named.
#pragma once

namespace sui::craft {

// ---- the brush ----
inline constexpr double kBrushSpacing = 0.2;   // stamps per brush radius of travel, inverse
inline constexpr double kCellSpacing = 0.4;    // nor closer than this part of a cell: finer would not be seen
inline constexpr double kEndsDose = 0.5;       // the brush rests where it lands and lifts: a drop gathers (uncertain)
inline constexpr double kEdgeSoftness = 0.10;  // uncertain
inline constexpr double kBrushRunsDryWidths = 30;  // a brush gives most of its load in so many widths (uncertain)
// A hurried brush lays less and a narrower line, a slow one floods: amount ∝ (reference / speed)^exponent (uncertain).
inline constexpr double kUnhurriedMmS = 80;
inline constexpr double kSpeedDoseExponent = 0.35, kSpeedDoseMin = 0.55, kSpeedDoseMax = 1.5;
inline constexpr double kSpeedWidthExponent = 0.15, kSpeedWidthMin = 0.8, kSpeedWidthMax = 1.12;
inline constexpr double kCoatsMax = 60;  // a raw wall painted all over this often drinks no more: what comes runs off

// ---- washes (all uncertain) ----
inline constexpr double kWashReachMm = 45;  // one full brush floods so far and no farther
inline constexpr double kWashClimbs = 1.5;  // upward it comes only the inverse of this far
inline constexpr double kWashDose = 0.55;   // of a full stroke's
inline constexpr double kWashThin = 0.85, kWashPool = 0.75, kWashPoolMm = 2.5;  // deeper along the lower edge
inline constexpr double kDamShare = 0.8;  // the middle of an outline stops water, its soft border takes some

// ---- cuts ----
inline constexpr double kCombToothMm = 1.4;
inline constexpr double kGrainSlimness = 0.42;  // a rice grain's width over its length (uncertain)
// A knife leaves its edge clean while the clay is leather-hard (facts A1: 14–17 % wet). Wetter it drags and throws a
// burr; far drier it chips (uncertain: 5 %).
inline constexpr double kCutsCleanWetPctMax = 17.5, kCutsCleanWetPctMin = 5.0;
inline constexpr double kSmearedCrispness = 0.55, kChippedCrispness = 1.6;
inline constexpr double kCarveDepthMmMin = 0.05, kCarveDepthMmMax = 8, kSlipHeightMmMax = 3;
inline constexpr double kStampSizeMmMin = 2, kStampSizeMmMax = 60, kStampDepthMm = 0.9;
inline constexpr double kGrainMmMin = 1.5, kGrainMmMax = 12;

// ---- wax ----
inline constexpr double kWaxSealsGM2 = 0.8;  // so much and nothing holds (uncertain)

}  // namespace sui::craft
