#include "game/engine/window_events.h"

#include <optional>

namespace sui::engine {
namespace {

// SDL's own names for these are casts our warnings refuse.
constexpr Uint32 kMouseMadeByTouch = 0xffffffffu;  // SDL_TOUCH_MOUSEID
constexpr SDL_TouchID kTouchMadeByMouse = -1;      // SDL_MOUSE_TOUCHID

std::optional<Key> key_of(SDL_Scancode code) {
  switch (code) {
    case SDL_SCANCODE_ESCAPE:
      return Key::kEscape;
    case SDL_SCANCODE_RETURN:
    case SDL_SCANCODE_KP_ENTER:
      return Key::kEnter;
    case SDL_SCANCODE_BACKSPACE:
      return Key::kBackspace;
    case SDL_SCANCODE_LEFT:
      return Key::kLeft;
    case SDL_SCANCODE_RIGHT:
      return Key::kRight;
    case SDL_SCANCODE_UP:
      return Key::kUp;
    case SDL_SCANCODE_DOWN:
      return Key::kDown;
    case SDL_SCANCODE_SPACE:
      return Key::kSpace;
    case SDL_SCANCODE_W:
      return Key::kW;
    case SDL_SCANCODE_A:
      return Key::kA;
    case SDL_SCANCODE_S:
      return Key::kS;
    case SDL_SCANCODE_D:
      return Key::kD;
    case SDL_SCANCODE_TAB:
      return Key::kTab;
    case SDL_SCANCODE_F11:
      return Key::kF11;
    default:
      return std::nullopt;
  }
}

void note_finger(const SDL_TouchFingerEvent& finger, Vec2 window_pt, Gestures& gestures) {
  if (finger.touchId == kTouchMadeByMouse) return;  // the mouse speaks for itself
  const Vec2 at{finger.x * window_pt.x, finger.y * window_pt.y};
  const float pressure = finger.pressure > 0 && finger.pressure <= 1 ? finger.pressure : 1;
  // Mouse and finger share one space of ids, and kMouseTouch is the mouse's.
  const int64_t id = finger.fingerId == kMouseTouch ? INT64_MAX : finger.fingerId;
  if (finger.type == SDL_FINGERDOWN) touch_down(gestures, id, at, pressure);
  if (finger.type == SDL_FINGERMOTION) touch_moved(gestures, id, at, pressure);
  if (finger.type == SDL_FINGERUP) touch_up(gestures, id, at);
}

void note_button(const SDL_MouseButtonEvent& button, float points_per_unit, Gestures& gestures) {
  if (button.which == kMouseMadeByTouch) return;
  const Vec2 at{static_cast<float>(button.x) * points_per_unit, static_cast<float>(button.y) * points_per_unit};
  const bool down = button.type == SDL_MOUSEBUTTONDOWN;
  gestures.input.pointer = at;
  if (button.button == SDL_BUTTON_RIGHT) gestures.input.pointer_right_held = down;
  if (button.button == SDL_BUTTON_X1 && down) gestures.input.back = true;
  if (button.button != SDL_BUTTON_LEFT) return;
  down ? touch_down(gestures, kMouseTouch, at, 1) : touch_up(gestures, kMouseTouch, at);
}

void note_key(const SDL_KeyboardEvent& event, Gestures& gestures, WindowNews& news) {
  const bool down = event.type == SDL_KEYDOWN;
  const SDL_Scancode code = event.keysym.scancode;
  if (down && event.repeat == 0) {
    if (code == SDL_SCANCODE_AC_BACK || code == SDL_SCANCODE_ESCAPE) gestures.input.back = true;
    const bool alt_enter = code == SDL_SCANCODE_RETURN && (event.keysym.mod & KMOD_ALT) != 0;
    if (code == SDL_SCANCODE_F11 || alt_enter) news.toggled_fullscreen = true;
    if (alt_enter) return;
  }
  const std::optional<Key> key = key_of(code);
  if (!key) return;
  // Held backspace repeats, as everywhere a person types.
  if (down && (event.repeat == 0 || *key == Key::kBackspace)) key_down(gestures, *key);
  if (!down) key_up(gestures, *key);
}

void note_window(const SDL_WindowEvent& event, Gestures& gestures, WindowNews& news) {
  switch (event.event) {
    case SDL_WINDOWEVENT_CLOSE:
      news.closed = true;
      break;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
      all_touches_up(gestures);
      news.hidden = true;
      break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
      news.shown = true;
      break;
    default:
      break;
  }
}

}  // namespace

void note_event(const SDL_Event& event, Vec2 window_pt, float points_per_unit, Gestures& gestures, WindowNews& news) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      note_finger(event.tfinger, window_pt, gestures);
      break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      note_button(event.button, points_per_unit, gestures);
      break;
    case SDL_MOUSEMOTION:
      if (event.motion.which == kMouseMadeByTouch) break;
      gestures.input.pointer = {static_cast<float>(event.motion.x) * points_per_unit,
                                static_cast<float>(event.motion.y) * points_per_unit};
      if ((event.motion.state & SDL_BUTTON_LMASK) != 0) touch_moved(gestures, kMouseTouch, gestures.input.pointer, 1);
      break;
    case SDL_MOUSEWHEEL:
      gestures.input.wheel_steps += event.wheel.preciseY;
      break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      note_key(event.key, gestures, news);
      break;
    case SDL_TEXTINPUT:
      typed(gestures, event.text.text);
      gestures.input.composing.clear();
      break;
    case SDL_TEXTEDITING:
      gestures.input.composing = event.edit.text;
      break;
    case SDL_WINDOWEVENT:
      note_window(event.window, gestures, news);
      break;
    case SDL_APP_WILLENTERBACKGROUND:
      all_touches_up(gestures);
      news.hidden = true;
      break;
    case SDL_APP_DIDENTERFOREGROUND:
      news.shown = true;
      break;
    case SDL_QUIT:
    case SDL_APP_TERMINATING:
      news.closed = true;
      break;
    default:
      break;
  }
}

}  // namespace sui::engine
