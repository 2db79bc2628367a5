// Where things are in the street (metres) and on its screen (pt, on a phone of 390 x 844; bottom things keep their
// distance from the bottom).
//
// Numbers and pure functions only. The journey test reads the constants by name, so a tap there is a tap here.
// The street runs along -z from the gate at z = 0; x is across, 0 the middle. On the wire: x_mm = -z, y_mm = x + half.
#pragma once

#include <cstdint>

#include "game/engine/geometry.h"
#include "game/protocol/limits.h"

namespace sui::town {

using engine::Rect;
using engine::Vec2;
using engine::Vec3;

inline constexpr float kStreetLength = static_cast<float>(protocol::kStreetLengthMm) / 1000.0f;
inline constexpr float kStreetWidth = static_cast<float>(protocol::kStreetWidthMm) / 1000.0f;

// Stalls stand in pairs, left and right, nearest the gate first.
inline constexpr int kStallCount = 16;
inline constexpr float kStallFirstZ = -5.2f;
inline constexpr float kStallStepZ = 3.7f;
inline constexpr float kStallX = 2.7f;           // middle of the stall, either side
inline constexpr float kStallTurn = 0.42f;       // radians its front is turned towards who comes from the gate
inline constexpr float kStallHalfWidth = 1.25f;  // along its front
inline constexpr float kStallHalfDepth = 0.75f;
inline constexpr int kSlotColumns = 5, kSlotRows = 4;
inline constexpr int kSlotsPerStall = kSlotColumns * kSlotRows;
inline constexpr float kLaneHalf = 2.3f;  // where one can walk, stalls aside

inline constexpr float kSpawnX = 0.0f, kSpawnZ = -1.6f;
inline constexpr float kVisitDistance = 1.3f;  // from the place before a stall, to look at what stands there
inline constexpr float kWalkSpeed = 2.6f;      // m/s

// The camera that follows: eye = duck's (x * kFollowX, 0, z) + this; it looks at duck + kLookAhead.
inline constexpr float kCameraUp = 2.05f, kCameraBack = 5.2f;
inline constexpr float kLookUp = 1.42f, kLookAhead = 4.0f;
inline constexpr float kFollowX = 0.55f;
inline constexpr float kCameraFovYDeg = 55.0f;

// Before a stall the camera turns to what stands there: eye and target in the stall's own axes (z times its side).
inline constexpr float kFocusBack = 3.9f, kFocusUp = 2.2f, kFocusAlong = -0.8f, kFocusLookUp = 0.85f;

// Screen, at 390 x 844.
inline constexpr float kScreenW = 390, kScreenH = 844;
inline constexpr Rect kBackButton{16, 20, 48, 48};
inline constexpr Rect kCoinsPlate{258, 22, 112, 44};
inline constexpr Rect kMyStallButton{20, 764, 350, 56};
inline constexpr Rect kVisitButton{20, 692, 350, 60};
inline constexpr float kBuySheetHeight = 690;  // the dialogs with one big pot: buying, my own piece
inline constexpr Rect kSheetPot{30, 176, 330, 300};
inline constexpr Rect kBuyButton{20, 764, 350, 56};
inline constexpr Rect kStepBackButton{20, 708, 350, 46};
inline constexpr Rect kBuyCloseButton{322, 172, 48, 48};
inline constexpr float kStallSheetHeight = 600;  // the lists of cards
inline constexpr Rect kSheetCloseButton{322, 262, 48, 48};
inline constexpr Rect kCards{20, 322, 350, 512};  // two columns
inline constexpr float kCardHeight = 214, kCardGap = 12;
inline constexpr Rect kPriceStepper{20, 694, 350, 54};
inline constexpr Rect kListButton{20, 764, 350, 56};

inline constexpr double kPresenceDelayS = 0.2;  // others are shown this far in the past, between two known places
inline constexpr double kSureLockS = 0.6;       // between the first and the second press: a double tap buys nothing

int stall_of_place(uint16_t place);
int slot_of_place(uint16_t place);
Vec3 stall_middle(int stall);           // on the ground
float stall_side(int stall);            // -1 left, +1 right
float stall_turn(int stall);            // about y: its own +x points to its back
Vec3 stall_point(int stall, Vec3 own);  // from the stall's own axes: x to its back, y up, z along its front
Vec3 stall_front(int stall);            // where a visitor stands: at its near corner, so as not to hide the ware
Vec3 slot_foot(int stall, int slot);

Vec2 to_wire_mm(Vec3 at);
Vec3 from_wire_mm(int32_t x_mm, int32_t y_mm);

// A rectangle given for 390 x 844, kept at the bottom or the top of another screen, widths stretched.
Rect placed(Rect at_phone, Rect screen, bool at_bottom);

}  // namespace sui::town
