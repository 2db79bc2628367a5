// Layout: where every control of the studio lies. The rooms draw from these; whoever drives the game with real fingers
// reads them. Owns positions only. Units: pt, origin top left, on a 390 x 844 phone; wider windows keep the same
// column, centred, at most kColumnMax wide, and everything at the bottom keeps its distance from the bottom.
//
// On 390 x 844: back (40, 44) · corner(0) (350, 44) · primary centre (195, 785) · home start centre (195, 694)
// wheel: speed slider y 668..720, water (56, 774), assist hand (130, 774), cut centre (277, 774), clay y 92..652.
#pragma once

#include <algorithm>

#include "game/engine/geometry.h"

namespace sui::studio::layout {

using engine::Rect;
using engine::Vec2;

inline constexpr float kColumnMax = 460;
inline constexpr float kMargin = 20;
inline constexpr float kRoundRadius = 24;  // back, corners
inline constexpr float kToolRadius = 32;   // water, hand, undo: at the thumb

inline Rect column(Rect safe) {
  const float width = std::min(safe.w, kColumnMax);
  return {safe.x + (safe.w - width) / 2, safe.y, width, safe.h};
}
inline float bottom(Rect safe) {
  return safe.y + safe.h;
}
inline Vec2 centre(Rect area) {
  return {area.x + area.w / 2, area.y + area.h / 2};
}

// ---- every room ----
inline Vec2 back(Rect safe) {
  return {column(safe).x + 40, safe.y + 44};
}
inline Vec2 corner(Rect safe, int from_right) {
  const Rect c = column(safe);
  return {c.x + c.w - 40 - 58.0f * static_cast<float>(from_right), safe.y + 44};
}
inline Rect primary(Rect safe) {
  const Rect c = column(safe);
  return {c.x + kMargin, bottom(safe) - 88, c.w - 2 * kMargin, 58};
}
// The wide button at the right of a row of round tools.
inline Rect primary_beside_tools(Rect safe) {
  const Rect c = column(safe);
  return {c.x + 184, bottom(safe) - 100, c.w - 184 - kMargin, 60};
}
inline Vec2 tool(Rect safe, int from_left) {
  return {column(safe).x + 56 + 74.0f * static_cast<float>(from_left), bottom(safe) - 70};
}
inline Rect slider_row(Rect safe) {
  const Rect c = column(safe);
  return {c.x + kMargin, bottom(safe) - 176, c.w - 2 * kMargin, 52};
}
// Three cards side by side: drying places, firing schedules.
inline Rect choice(Rect safe, int index) {
  const Rect c = column(safe);
  const float width = (c.w - 2 * kMargin - 24) / 3;
  return {c.x + kMargin + static_cast<float>(index) * (width + 12), bottom(safe) - 236, width, 124};
}
// Four kilns in a row above the schedules.
inline constexpr int kKilnCount = 4;
inline Rect kiln_choice(Rect safe, int index) {
  const Rect c = column(safe);
  const float width = (c.w - 2 * kMargin - 24) / kKilnCount;
  return {c.x + kMargin + static_cast<float>(index) * (width + 8), bottom(safe) - 236 - 56, width, 46};
}
// What can be done to a leather-hard pot, in a row above the drying places.
inline constexpr int kBenchDoors = 3;
inline Rect bench_door(Rect safe, int index) {
  const Rect c = column(safe);
  const float width = (c.w - 2 * kMargin - 16) / kBenchDoors;
  return {c.x + kMargin + static_cast<float>(index) * (width + 8), bottom(safe) - 236 - 60, width, 48};
}
inline Rect to_leather_hard(Rect safe) {  // the same row while the pot is wet
  const Rect c = column(safe);
  return {c.x + kMargin, bottom(safe) - 236 - 60, c.w - 2 * kMargin, 48};
}
// ---- the kiln by hand: the door to it above the kilns; then the spy-hole, the curve, levers at the thumb ----
inline Rect kiln_by_hand(Rect safe) {
  const Rect row = kiln_choice(safe, 0);
  const Rect c = column(safe);
  return {c.x + c.w - kMargin - 150, row.y - 54, 150, 44};
}
// Wide windows look left and drive right; upright ones look above and drive below.
inline bool is_wide(Rect safe) {
  return safe.w > safe.h;
}
inline Rect kiln_panel(Rect safe) {
  if (!is_wide(safe)) return column(safe);
  const float width = std::min(safe.w / 2 - kMargin, kColumnMax);
  return {safe.x + safe.w / 2, safe.y, width, safe.h};
}
inline Rect kiln_face(Rect safe) {  // what is left for looking
  if (is_wide(safe)) return {safe.x, safe.y + 150, safe.w / 2, safe.h - 200};
  const Rect c = column(safe);
  return {c.x, safe.y + 146, c.w, safe.h - 146 - 404};
}
inline Rect kiln_curve(Rect safe) {
  const Rect panel = kiln_panel(safe);
  return {panel.x + 24, bottom(safe) - 400, panel.w - 48, 116};
}
inline constexpr int kKilnLeversMost = 4;
inline Rect kiln_lever(Rect safe, int index, int count, bool sections) {
  const Rect panel = kiln_panel(safe);
  const float gap = 14,
              width = (panel.w - 2 * kMargin - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  const float drawn = std::min(width, sections ? 76.0f : 96.0f), top = sections ? 220.0f : 270.0f;
  return {panel.x + kMargin + static_cast<float>(index) * (width + gap) + (width - drawn) / 2, bottom(safe) - top,
          drawn, top - 108};
}
inline Rect kiln_section(Rect safe, int index, int count) {
  const Rect panel = kiln_panel(safe);
  const float width = (panel.w - 2 * kMargin - 8 * static_cast<float>(count - 1)) / static_cast<float>(count);
  return {panel.x + kMargin + static_cast<float>(index) * (width + 8), bottom(safe) - 272, width, 44};
}
inline Vec2 kiln_clock(Rect safe, int index) {  // 0 stop and go, 1 the pace
  return {kiln_panel(safe).x + 52 + 72.0f * static_cast<float>(index), bottom(safe) - 66};
}
inline Rect kiln_end(Rect safe) {
  const Rect panel = kiln_panel(safe);
  return {panel.x + 176, bottom(safe) - 92, panel.w - 176 - kMargin, 58};
}

// The wheel's tools: their button at the right above the speed, and the two rows it opens.
inline Vec2 wheel_tools(Rect safe) {
  const Rect c = column(safe);
  return {c.x + c.w - kMargin - 23, bottom(safe) - 206};
}
inline Rect wheel_tool_rows(Rect safe) {
  const Rect c = column(safe);
  return {c.x + 12, bottom(safe) - 240 - 124, c.w - 24, 124};
}
// Painting: what else there is than the brush, at the right above the strip; the marks to choose from.
inline Vec2 decor_tools(Rect safe) {
  const Rect c = column(safe);
  return {c.x + c.w - kMargin - 23, bottom(safe) - 276};
}
inline Rect mark_choice(Rect safe, int index) {
  const Rect c = column(safe);
  const float width = (c.w - 2 * kMargin - 16) / 3;
  return {c.x + kMargin + static_cast<float>(index % 3) * (width + 8),
          bottom(safe) - 208 + static_cast<float>(index / 3) * 54, width, 46};
}
// A finished piece turned over to read its mark, under the corner.
inline Vec2 turn_over(Rect safe) {
  return {corner(safe, 0).x, corner(safe, 0).y + 58};
}
// Joining: six parts to choose from in two rows over the sliders, switches of the joint beside the button.
inline constexpr float kJointSwitchRadius = 24;
inline Rect part_choice(Rect safe, int index) {
  const Rect c = column(safe);
  const float width = (c.w - 2 * kMargin - 16) / 3;
  return {c.x + kMargin + static_cast<float>(index % 3) * (width + 8),
          bottom(safe) - 176 - 108 + static_cast<float>(index / 3) * 52, width, 46};
}
inline Vec2 joint_switch(Rect safe, int index) {
  return {column(safe).x + 46 + 56.0f * static_cast<float>(index), bottom(safe) - 70};
}
inline Rect press_on(Rect safe) {
  const Rect c = column(safe);
  return {c.x + 198, bottom(safe) - 100, c.w - 198 - kMargin, 60};
}
inline Rect joining_space(Rect safe) {
  return {safe.x, safe.y + 92, safe.w, safe.h - 92 - 334};
}
// Where touches that begin belong to the pot, not to a control.
inline Rect workspace(Rect safe) {
  return {safe.x, safe.y + 92, safe.w, safe.h - 92 - 192};
}
// The duck with its hint, under the top bar.
inline Rect hint(Rect safe) {
  const Rect c = column(safe);
  return {c.x + kMargin, safe.y + 86, c.w - 2 * kMargin, 64};
}

// ---- home ----
inline Rect home_start(Rect safe) {
  const Rect c = column(safe);
  return {c.x + kMargin, bottom(safe) - 184, c.w - 2 * kMargin, 68};
}
inline Rect home_fresh(Rect safe) {  // "a new lump instead", only while an unfinished pot waits
  const Rect start = home_start(safe);
  return {start.x + start.w / 2 - 100, start.y - 56, 200, 44};
}
inline Rect home_shelf(Rect safe) {
  const Rect start = home_start(safe);
  return {start.x, start.y + start.h + 14, (start.w - 12) / 2, 56};
}
inline Rect home_bazaar(Rect safe) {
  Rect area = home_shelf(safe);
  area.x += area.w + 12;
  return area;
}

// ---- painting: the rim of the banding wheel, dragged to turn it ----
inline Rect banding_strip(Rect safe) {
  const Rect c = column(safe);
  return {c.x, bottom(safe) - 246, c.w, 56};
}

// ---- glazing: hold anywhere in it to keep the pot under ----
inline Rect dip_hold(Rect safe) {
  const Rect c = column(safe);
  return {c.x + c.w / 2 - 62, bottom(safe) - 248, 124, 124};
}

// The glazes' test tiles, under the thumb below the ring that dips.
inline Rect ware_row(Rect safe) {
  const Rect c = column(safe);
  return {c.x, bottom(safe) - 112, c.w, 96};
}

// ---- reveal ----
inline Rect title_field(Rect safe) {
  Rect area = primary(safe);
  area.y -= 52 + 14;
  area.h = 52;
  return area;
}

inline Vec2 share_at_reveal(Rect safe) {  // nobody goes back from there
  return back(safe);
}
inline Vec2 share_on_shelf(Rect safe) {
  return corner(safe, 0);
}

// ---- shelf: two to a board on a phone, more where the wall is wide ----
inline constexpr float kShelfTop = 104, kCellHeight = 214, kCellWidth = 169;
inline constexpr int kShelfAcrossMax = 6;
inline int shelf_across(Rect safe) {
  return std::clamp(static_cast<int>((safe.w - 2 * kMargin + 12) / (kCellWidth + 12)), 2, kShelfAcrossMax);
}
inline Rect shelf_board(Rect safe, int row, float scrolled) {  // with what stands on it
  const int across = shelf_across(safe);
  const Rect c = column(safe);
  const float width = across > 2 ? static_cast<float>(across) * (kCellWidth + 12) - 12 : c.w - 2 * kMargin;
  return {safe.x + (safe.w - width) / 2, safe.y + kShelfTop + static_cast<float>(row) * kCellHeight - scrolled, width,
          kCellHeight};
}
inline Rect shelf_cell(Rect safe, int index, float scrolled) {
  const int across = shelf_across(safe);
  const Rect board = shelf_board(safe, index / across, scrolled);
  const float width = (board.w - 12 * static_cast<float>(across - 1)) / static_cast<float>(across);
  return {board.x + static_cast<float>(index % across) * (width + 12), board.y, width, kCellHeight};
}

}  // namespace sui::studio::layout
