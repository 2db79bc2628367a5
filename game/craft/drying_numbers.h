// Numbers of drying that no book gives exactly: one table, each with its source.
//
// Owns constants only. "Facts B" is the sheet's section on drying; "uncertain" marks what was tuned against what
// potters report, not measured. Units are in the names.
#pragma once

namespace sui::craft {

inline constexpr double kPoolCracksMl = 10;     // uncertain; pooled water predicts S-cracks (facts A3, GK)
inline constexpr double kPackedFloorBears = 2;  // uncertain; a floor compressed all over bears three times that
inline constexpr double kPackedRimBears = 0.5;  // uncertain; and a compressed rim half as much strain again
inline constexpr double kFloorRatioMax = 3.2;   // floor against wall; facts B give 2 as the trigger, this as the crack

inline constexpr double kSunOneSided = 0.12;  // uncertain; a pot standing in low sun, air round all of it
inline constexpr double kSidesEvenHours = 6;  // uncertain; water creeping round through the wall and the air inside
inline constexpr double kBendElasticStrain = 0.002;  // springs back; facts B: near-dry clay cracks at 0.001 to 0.003
inline constexpr double kCrookedShare = 0.02;        // of the height: a lean anyone sees

}  // namespace sui::craft
