// Input of one frame: fingers and mouse as one kind of touch, keys, typed text. Positions in pt, origin top left.
//
// Owns the frame's facts and the small gesture state over them; knows nothing of clay. Mouse button 1 is a touch with
// id kMouseTouch; a real finger keeps SDL's id. A touch appears with `began` in the frame it lands and once with
// `ended`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/engine/geometry.h"

namespace sui::engine {

inline constexpr int64_t kMouseTouch = -1;

struct Touch {
  int64_t id = 0;
  Vec2 at, start, last;  // now, where it landed, in the frame before
  Vec2 speed;            // pt/s, smoothed over ~60 ms
  double held_s = 0;
  float pressure = 1;  // 0..1 where the device knows, else 1
  bool began = false, ended = false;
  bool taken = false;   // the UI took it; screens under it leave it alone
  bool is_tap = false;  // set with `ended`: short and hardly moved
};

enum class Key : uint8_t { kEscape, kEnter, kBackspace, kLeft, kRight, kUp, kDown, kSpace, kW, kA, kS, kD, kTab, kF11 };

struct Input {
  std::vector<Touch> touches;
  std::vector<Key> pressed;  // keys that went down in this frame
  std::vector<Key> held;
  std::string text;                 // UTF-8 typed in this frame
  std::string composing;            // UTF-8 an input method is still putting together
  Vec2 pointer;                     // hovering mouse
  bool pointer_right_held = false;  // right button: the assist hand on a mouse
  float wheel_steps = 0;
  bool back = false;  // Android back, Escape
};

bool is_held(const Input& input, Key key);
bool was_pressed(const Input& input, Key key);

}  // namespace sui::engine
