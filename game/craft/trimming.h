// Trimming (利坯): the leather-hard pot upside down on a chuck, a tool taking off what is too thick, the foot ring cut.
//
// Owns the chuck, the tool and what a tick of cutting takes; acts and their rules are in trimming_rules.cpp. Heights
// are the pot's own, from its foot, though it stands on its head. What is cut off is counted as wet clay
// (Clay::removed_mm3). Lengths mm, moisture in % wet basis.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

enum class TrimSide : uint8_t { kOutside = 0, kUnderside = 1 };

// Numbers of trimming. Leather-hard is 14-17 % (facts A1); that porcelain tears as it stiffens is facts A1 [4], that
// Jingdezhen trims nearly bone-dry is facts A1 (GK); the depths are uncertain.
inline constexpr double kTrimWetPctMax = 20;      // softer than this the chuck would crush it
inline constexpr double kTrimTearsWetPct = 18;    // above: the tool drags and tears
inline constexpr double kTrimBrittleWetPct = 12;  // below: chips fly, and the edge with them if the cut is deep
inline constexpr double kTrimDepthMm = 0.8;       // a sharp loop takes this much a turn
inline constexpr double kTrimBrittleDepthMm = 0.3;
inline constexpr double kTrimBiteMm = 2.5;      // leaning in further than this a brittle edge breaks out
inline constexpr double kTrimToolMm = 4;        // half the loop's width
inline constexpr double kTrimThroughMm = 0.15;  // thinner than this is a hole
inline constexpr double kTrimFloorMm = 0.4;
inline constexpr double kTrimFootRingMm = 1;  // no foot ring is cut narrower
inline constexpr double kTrimRpmMax = 300;

// One tick on the chuck.
void trim_tick(Workpiece& workpiece);

}  // namespace sui::craft
