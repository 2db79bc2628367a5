// UI: the thin touch toolkit over Canvas: buttons, sliders, sheets, lists, steppers, text fields, toasts. Immediate.
//
// Owns which control a finger holds and short animations by id; draws in one house style (style.h): ink, porcelain,
// celadon, ember. Controls are at least 44 pt. Touches a control takes are marked `taken`, so screens under it do not
// act.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "game/engine/canvas.h"
#include "game/engine/input.h"

namespace sui::engine {

enum class ButtonLook : uint8_t { kPrimary, kQuiet, kGlass, kSeal, kDanger };

struct UiState {  // lives in the engine; screens get a Ui each frame
  int64_t held_touch = 0;
  uint32_t held_id = 0, focused_id = 0;
  std::unordered_map<uint32_t, float> warmth;  // eased press/hover per control
  std::string toast;
  double toast_left_s = 0;
  bool reduced_motion = false;
};

struct Ui {
  Canvas& canvas;
  Input& input;
  UiState& state;
  double dt_s;
  Rect screen;  // pt
  Rect safe;    // inside notches and home bars
};

bool button(Ui& ui, std::string_view id, Rect area, std::string_view label, ButtonLook look, Icon icon = Icon::kNone,
            bool enabled = true);
bool icon_button(Ui& ui, std::string_view id, Vec2 centre, float radius, Icon icon, ButtonLook look,
                 bool enabled = true, bool chosen = false);
bool slider(Ui& ui, std::string_view id, Rect area, float& value_0_1,
            Icon icon);  // true while it changes; vertical when taller than wide
bool stepper(Ui& ui, std::string_view id, Rect area, int64_t& value, int64_t step, int64_t least, int64_t most,
             std::string_view unit);
bool text_field(Ui& ui, std::string_view id, Rect area, std::string& utf8, std::size_t bytes_max,
                std::string_view hint);
// A panel rising from the bottom: returns its inner rect; `openness` 0..1 is eased by the caller's state.
Rect sheet(Ui& ui, float height, float openness);
void panel(Ui& ui, Rect area);
void icon(Ui& ui, Icon which, Vec2 centre, float size, Colour colour);
void toast(Ui& ui, std::string text);
void draw_toast(Ui& ui);
bool any_touch_in(const Ui& ui, Rect area);

}  // namespace sui::engine
