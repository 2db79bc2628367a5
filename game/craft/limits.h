// Every limit of a making, in one place.
//
// Owns numbers only; checks that use them live beside what they check (workpiece.cpp). Units are in the names.
// A test hits each of them (tests/unit/craft_limits_test.cpp).
#pragma once

#include <cstdint>

namespace sui::craft {

inline constexpr uint32_t kCraftVersion = 1;  // bumped by any change that alters a running hash

inline constexpr int kTicksPerSecond = 120;
inline constexpr int kHandReachTicks = 4;     // a hand reaches its target linearly in this many ticks (30 Hz sampling)
inline constexpr int kCheckpointTicks = 120;  // the running hash is logged this often while throwing
#ifndef SUI_RING_COUNT
#define SUI_RING_COUNT \
  128  // others only to show that a pot does not depend on it (tests/unit/craft_convergence_test.cpp)
#endif
inline constexpr int kRingCount = SUI_RING_COUNT;
inline constexpr double kRingScale = kRingCount / 128.0;  // what is said per ring is said of 128 of them

inline constexpr int kMassGMin = 200;
inline constexpr int kMassGMax = 6000;
inline constexpr double kMoistureWetPctMin = 12.0;
inline constexpr double kMoistureWetPctMax = 32.0;
inline constexpr double kWheelRpmMax = 400.0;
inline constexpr double kReachRMmMax = 400.0;
inline constexpr double kReachZMmMax = 600.0;
inline constexpr double kWaterMlMax = 200.0;

inline constexpr uint32_t kTickMax = 120u * 60u * 60u;  // one hour at the wheel
inline constexpr uint32_t kActsMax = 120000;
inline constexpr uint32_t kStrokesMax = 2000;
inline constexpr int kStrokeTurnsMax = 256;  // a stroke may go on round the pot, either way
inline constexpr uint32_t kStrokePointsMax = 60000;
inline constexpr double kBrushWidthMmMax = 40.0;
inline constexpr uint32_t kPatternsMax = 12;
inline constexpr int kPatternRepeatsMax = 64;
inline constexpr uint32_t kDryMinutesMax = 60u * 24u * 14u;
inline constexpr uint32_t kKilnSegmentsMax = 24;
inline constexpr double kKilnRateCPerHMax = 1000.0;
inline constexpr double kKilnTempCMax = 1400.0;
inline constexpr uint32_t kKilnHoldMinMax = 60u * 48u;
inline constexpr uint32_t kPartsMax = 12;  // joined to one pot
inline constexpr uint32_t kKilnDrivesMax = 1000;
inline constexpr uint32_t kKilnStokesMax = 2000;
inline constexpr uint32_t kKilnMinuteMax = 60u * 200u;
inline constexpr double kStokeKgMax = 500.0;
inline constexpr uint32_t kFiringsMax = 8;  // one for clay and glaze, the others for enamels
inline constexpr uint32_t kDefectsMax = 32;

}  // namespace sui::craft
