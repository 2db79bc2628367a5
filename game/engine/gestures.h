// Gestures: turns the events of a window into the Input of one frame. Pure: no SDL, no clock; time is handed in.
//
// Private to this folder. Owns which touches are down, their smoothed speed and what counts as a tap. A finger that
// lands and lifts between two frames is shown for two frames, so nobody misses it. Positions in pt, time in seconds.
#pragma once

#include <string_view>
#include <vector>

#include "game/engine/input.h"

namespace sui::engine {

inline constexpr double kTapSecondsMax = 0.35;
inline constexpr double kTapFrameSecondsMax = 0.1;  // a frame that hung does not turn a tap into a hold
inline constexpr float kTapMoveMax_pt = 12;
inline constexpr float kSpeedSmoothing_s = 0.06f;

struct Gestures {
  Input input;
  // Facts gathered since the last frame.
  struct Event {
    int64_t id = 0;
    Vec2 at;
    float pressure = 1;
    bool down = false, up = false;
  };
  std::vector<Event> events, deferred;
  std::vector<double> down_since_s;  // beside input.touches
  std::vector<double> felt_s;        // held, no frame counted longer than kTapFrameSecondsMax
  std::vector<float> travelled_pt;
};

void touch_down(Gestures& gestures, int64_t id, Vec2 at, float pressure);
void touch_moved(Gestures& gestures, int64_t id, Vec2 at, float pressure);
void touch_up(Gestures& gestures, int64_t id, Vec2 at);
void all_touches_up(Gestures& gestures);  // the window lost the fingers: another app, a system gesture
void key_down(Gestures& gestures, Key key);
void key_up(Gestures& gestures, Key key);
void typed(Gestures& gestures, std::string_view utf8);

// Call once before the screens look at gestures.input, and forget_frame once after.
void settle_frame(Gestures& gestures, double now_s, double dt_s);
void forget_frame(Gestures& gestures);

}  // namespace sui::engine
