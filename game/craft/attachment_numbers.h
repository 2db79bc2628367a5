// Numbers of joints and parts, in one place, with where they come from.
//
// Owns constants only. Those marked uncertain are a potter's rule of thumb or fitted to one; change them here.
#pragma once

namespace sui::craft {

// Facts B: handles joined with a moisture difference above 0.03 crack (GK). Scored and slipped, leather-hard.
inline constexpr double kJointMoistureGap = 0.03;
inline constexpr double kJointMoisture = 0.19;  // leather-hard, dry basis: where that gap is turned into strain
// Share of that strain a joint bears. Uncertain.
inline constexpr double kSlipOnlyShare = 0.6, kScoredOnlyShare = 0.4, kDryJointShare = 0.15;
// Slip on clay that no longer gives shrinks alone: strain it adds on a bone-dry pot, and where that begins. Uncertain;
// strain of slip at 27 % water on rigid clay, most of it lost to the layer's thinness.
inline constexpr double kSlipPullStrain = 0.02;
inline constexpr double kSlipPullBelow = 0.18, kSlipPullFull = 0.10;  // dry basis
// A lid cast or thrown wetter than the pot shrinks past it: play in the mouth that still counts as fitting.
inline constexpr double kLidPlayMm = 1.2;
// Facts A3: moisture diffusivity along clay, as in drying.cpp; the joint's way is about one part's thickness.
inline constexpr double kJointDiffusivityMm2Min = 0.4;
// Facts C3 [19]: handles pull rims oval. Share of a handle's weight that tugs the rim outward: its overhang against its
// height, uncertain.
inline constexpr double kHandleTugShare = 0.12;
inline constexpr double kHandleOvalMmMax = 1.5;
inline constexpr double kFiredDensityGMm3 = 0.0024;
// How deep pressing a part on a pot still soft dents the wall, mm for each 0.01 above leather-hard. Uncertain.
inline constexpr double kPressDentMm = 0.35;

// Shares of the sizes of the duck burner's parts, of the bowl's mouth diameter. Facts E: about 25 cm high, two shells.
inline constexpr double kPedestalHeightShare = 0.30, kFeetHeightShare = 0.16;
inline constexpr double kLidRiseShare = 0.2;  // a lid over its rim, of its diameter
// The upper shell as modelled: head over the rim, tail behind the axis.
inline constexpr double kDuckRiseShare = 1.04, kDuckTailShare = 0.8;
inline constexpr int kDuckAirHoles = 6;  // facts E: six hidden air holes between the shells

}  // namespace sui::craft
