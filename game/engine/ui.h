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
#include <vector>

#include "game/engine/canvas.h"
#include "game/engine/input.h"

namespace sui::engine {

enum class ButtonLook : uint8_t { kPrimary, kQuiet, kGlass, kSeal, kDanger };

struct UiHold {  // a finger on a control; several fingers may hold several
  int64_t touch = 0;
  uint32_t id = 0;
  double since_s = 0, repeated_s = 0;  // of steppers: how long held, when it last stepped
};

struct UiState {  // lives in the engine; screens get a Ui each frame
  std::vector<UiHold> holds;
  uint32_t focused_id = 0;  // the text field that has the keyboard; 0: none
  Rect focused_area;
  bool focused_seen = false;                   // the field was drawn in this frame; one that is not loses the keyboard
  std::unordered_map<uint32_t, float> warmth;  // eased press/hover per control
  std::unordered_map<uint32_t, float> scroll_speed;  // pt/s of a list gliding on
  std::vector<Rect> scroll_places;                   // lists being drawn: what is scrolled out of one cannot be touched
  std::vector<int64_t> on_sheet;  // touches a sheet or panel took in this frame: controls upon it may have them
  bool sheet_was_open = false, sheet_seen = false;  // controls drawn before an open sheet lie under it
  std::string toast;
  double toast_left_s = 0, toast_shown_s = 0;
  double now_s = 0;
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

// As `text`, but small enough for one line in `room`; never smaller than can be read.
inline constexpr float kLettersLeast = 12;
TextStyle fitted(Canvas& canvas, std::string_view utf8, TextStyle text, float room);
// The same for words that may take several lines, in a block `width` by `height`.
TextStyle fitted(Canvas& canvas, std::string_view utf8, TextStyle text, float width, float height);

bool button(Ui& ui, std::string_view id, Rect area, std::string_view label, ButtonLook look, Icon icon = Icon::kNone,
            bool enabled = true);
bool icon_button(Ui& ui, std::string_view id, Vec2 centre, float radius, Icon icon, ButtonLook look,
                 bool enabled = true, bool chosen = false);
bool slider(Ui& ui, std::string_view id, Rect area, float& value_0_1,
            Icon icon);  // true while it changes; vertical when taller than wide
// A line with a switch at its right end; true when it was thrown.
bool toggle(Ui& ui, std::string_view id, Rect area, std::string_view label, bool& on);
// Exclusive choices side by side on one strip; true when another was taken.
bool choice(Ui& ui, std::string_view id, Rect area, const std::vector<std::string_view>& labels, int& chosen);
bool stepper(Ui& ui, std::string_view id, Rect area, int64_t& value, int64_t step, int64_t least, int64_t most,
             std::string_view unit);
// True when the text changed. Enter and a touch elsewhere give the keyboard back.
bool text_field(Ui& ui, std::string_view id, Rect area, std::string& utf8, std::size_t bytes_max,
                std::string_view hint);
// A list longer than its place: drag, glide, soft ends. Draw the content between the two calls, its top at the y
// returned; controls inside let go of a finger that turns out to scroll.
float begin_scroll(Ui& ui, std::string_view id, Rect area, float content_height, float& offset);
void end_scroll(Ui& ui);
// A panel rising from the bottom: returns its inner rect; `openness` 0..1 is eased by the caller's state.
Rect sheet(Ui& ui, float height, float openness);
void panel(Ui& ui, Rect area);
void icon(Ui& ui, Icon which, Vec2 centre, float size, Colour colour);
void toast(Ui& ui, std::string text);
void draw_toast(Ui& ui);
bool any_touch_in(const Ui& ui, Rect area);

}  // namespace sui::engine
