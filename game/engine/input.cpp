#include "game/engine/input.h"

#include <algorithm>
#include <cmath>

#include "game/engine/gestures.h"
#include "game/engine/limits.h"

namespace sui::engine {
namespace {

bool has(const std::vector<Key>& keys, Key key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::size_t index_of(const Gestures& gestures, int64_t id) {
  const std::vector<Touch>& touches = gestures.input.touches;
  std::size_t at = 0;
  while (at < touches.size() && (touches[at].id != id || touches[at].ended)) ++at;
  return at;
}

void land(Gestures& gestures, const Gestures::Event& event, double now_s) {
  if (gestures.input.touches.size() >= kTouchesMax) return;
  Touch touch;
  touch.id = event.id;
  touch.at = touch.start = touch.last = event.at;
  touch.pressure = event.pressure;
  touch.began = true;
  gestures.input.touches.push_back(touch);
  gestures.down_since_s.push_back(now_s);
  gestures.felt_s.push_back(0);
  gestures.travelled_pt.push_back(0);
}

// True when the event must wait for the next frame.
bool apply(Gestures& gestures, const Gestures::Event& event, double now_s) {
  const std::size_t at = index_of(gestures, event.id);
  std::vector<Touch>& touches = gestures.input.touches;
  if (event.down) {
    if (at < touches.size()) return touches[at].began;  // the same finger again: its lift is waiting too
    for (const Touch& touch : touches) {
      if (touch.id == event.id) return true;  // lifted in this very frame
    }
    land(gestures, event, now_s);
    return false;
  }
  if (at == touches.size()) return false;
  Touch& touch = touches[at];
  if (event.up && touch.began) return true;
  touch.at = event.at;
  const float from_start = std::hypot(event.at.x - touch.start.x, event.at.y - touch.start.y);
  gestures.travelled_pt[at] = std::max(gestures.travelled_pt[at], from_start);
  if (event.up) {
    touch.ended = true;
  } else {
    touch.pressure = event.pressure;
  }
  return false;
}

void ease_speed(Touch& touch, double dt_s) {
  const float dt = static_cast<float>(dt_s);
  if (touch.began || dt <= 0) return;
  const float weight = 1 - std::exp(-dt / kSpeedSmoothing_s);
  touch.speed.x += ((touch.at.x - touch.last.x) / dt - touch.speed.x) * weight;
  touch.speed.y += ((touch.at.y - touch.last.y) / dt - touch.speed.y) * weight;
}

}  // namespace

bool is_held(const Input& input, Key key) {
  return has(input.held, key);
}
bool was_pressed(const Input& input, Key key) {
  return has(input.pressed, key);
}

void touch_down(Gestures& gestures, int64_t id, Vec2 at, float pressure) {
  gestures.events.push_back({id, at, pressure, true, false});
}

void touch_moved(Gestures& gestures, int64_t id, Vec2 at, float pressure) {
  gestures.events.push_back({id, at, pressure, false, false});
}

void touch_up(Gestures& gestures, int64_t id, Vec2 at) {
  gestures.events.push_back({id, at, 0, false, true});
}

void all_touches_up(Gestures& gestures) {
  for (const Touch& touch : gestures.input.touches) {
    if (!touch.ended) touch_up(gestures, touch.id, touch.at);
  }
  gestures.input.held.clear();
  gestures.input.pointer_right_held = false;
}

void key_down(Gestures& gestures, Key key) {
  Input& input = gestures.input;
  if (!has(input.pressed, key)) input.pressed.push_back(key);
  if (!has(input.held, key)) input.held.push_back(key);
}

void key_up(Gestures& gestures, Key key) {
  std::vector<Key>& held = gestures.input.held;
  held.erase(std::remove(held.begin(), held.end(), key), held.end());
}

void typed(Gestures& gestures, std::string_view utf8) {
  if (gestures.input.text.size() + utf8.size() <= kTypedBytesPerFrameMax) gestures.input.text += utf8;
}

void settle_frame(Gestures& gestures, double now_s, double dt_s) {
  // Once an event waits, later ones of the same finger wait too, so their order holds.
  gestures.deferred.clear();
  for (const Gestures::Event& event : gestures.events) {
    const bool waits_behind = std::any_of(gestures.deferred.begin(), gestures.deferred.end(),
                                          [&event](const Gestures::Event& earlier) { return earlier.id == event.id; });
    if (waits_behind || apply(gestures, event, now_s)) gestures.deferred.push_back(event);
  }
  gestures.events.swap(gestures.deferred);

  for (std::size_t i = 0; i < gestures.input.touches.size(); ++i) {
    Touch& touch = gestures.input.touches[i];
    touch.held_s = now_s - gestures.down_since_s[i];
    ease_speed(touch, dt_s);
    if (!touch.began) gestures.felt_s[i] += std::min(dt_s, kTapFrameSecondsMax);
    touch.is_tap = touch.ended && gestures.felt_s[i] <= kTapSecondsMax && gestures.travelled_pt[i] <= kTapMoveMax_pt;
  }
}

void forget_frame(Gestures& gestures) {
  Input& input = gestures.input;
  for (std::size_t i = input.touches.size(); i-- > 0;) {
    Touch& touch = input.touches[i];
    if (touch.ended) {
      const auto offset = static_cast<std::ptrdiff_t>(i);
      input.touches.erase(input.touches.begin() + offset);
      gestures.down_since_s.erase(gestures.down_since_s.begin() + offset);
      gestures.felt_s.erase(gestures.felt_s.begin() + offset);
      gestures.travelled_pt.erase(gestures.travelled_pt.begin() + offset);
      continue;
    }
    touch.began = false;
    touch.last = touch.at;
  }
  input.pressed.clear();
  input.text.clear();
  input.wheel_steps = 0;
  input.back = false;
}

}  // namespace sui::engine
