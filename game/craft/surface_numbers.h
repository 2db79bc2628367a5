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

// ---- wax ----
inline constexpr double kWaxSealsGM2 = 0.8;  // so much and nothing holds (uncertain)

}  // namespace sui::craft
