#include "game/town/layout.h"

#include <cmath>

namespace sui::town {

int stall_of_place(uint16_t place) {
  return place % kStallCount;
}
int slot_of_place(uint16_t place) {
  return (place / kStallCount) % kSlotsPerStall;
}

float stall_side(int stall) {
  return stall % 2 == 0 ? -1.0f : 1.0f;
}

Vec3 stall_middle(int stall) {
  return {stall_side(stall) * kStallX, 0, kStallFirstZ - static_cast<float>(stall / 2) * kStallStepZ};
}

float stall_turn(int stall) {
  constexpr float kHalfTurn = 3.14159265f;
  return stall_side(stall) > 0 ? kStallTurn : kHalfTurn - kStallTurn;
}

Vec3 stall_point(int stall, Vec3 own) {
  const Vec3 middle = stall_middle(stall);
  const float cosine = std::cos(stall_turn(stall)), sine = std::sin(stall_turn(stall));
  return {middle.x + own.x * cosine + own.z * sine, own.y, middle.z - own.x * sine + own.z * cosine};
}

Vec3 stall_front(int stall) {
  return stall_point(stall, {-kStallHalfDepth - 0.6f, 0, 0.85f * stall_side(stall)});
}

// Steps rising to the back; the front row fills first, from the middle outwards.
Vec3 slot_foot(int stall, int slot) {
  constexpr float kColumnOrder[kSlotColumns] = {0, -1, 1, -2, 2};
  const int row = slot / kSlotColumns, column = slot % kSlotColumns;
  const auto step = static_cast<float>(row);
  return stall_point(stall, {-0.52f + 0.30f * step, 0.74f + 0.22f * step, kColumnOrder[column] * 0.45f});
}

Vec2 to_wire_mm(Vec3 at) {
  return {-at.z * 1000.0f, (at.x + kStreetWidth * 0.5f) * 1000.0f};
}

Vec3 from_wire_mm(int32_t x_mm, int32_t y_mm) {
  return {static_cast<float>(y_mm) / 1000.0f - kStreetWidth * 0.5f, 0, -static_cast<float>(x_mm) / 1000.0f};
}

Rect placed(Rect at_phone, Rect screen, bool at_bottom) {
  const float right_gap = kScreenW - at_phone.x - at_phone.w;
  Rect out = at_phone;
  const float middle_x = screen.x + screen.w * 0.5f;
  const float width = screen.w < 520 ? screen.w : 520;  // on a wide screen controls stay within reach of each other
  const float left = middle_x - width * 0.5f;
  if (at_phone.w > kScreenW * 0.5f) {
    out.x = left + at_phone.x;
    out.w = width - at_phone.x - right_gap;
  } else if (at_phone.x + at_phone.w * 0.5f > kScreenW * 0.5f) {
    out.x = left + width - right_gap - at_phone.w;
  } else {
    out.x = left + at_phone.x;
  }
  out.y = screen.y + (at_bottom ? screen.h - (kScreenH - at_phone.y) : at_phone.y);
  return out;
}

}  // namespace sui::town
