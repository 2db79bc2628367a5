// Quality: how much of the picture a device can afford, as a ladder of rungs, and who climbs up and down on it.
//
// Owns the rungs and when to change; the scene does what a rung says (scene_root.h), letters and controls stay sharp on
// all of them. Pure: time is handed in. Units: seconds; scale is of the scene's pixels to the window's, each way.
#pragma once

#include <array>
#include <cstdint>

namespace sui::engine {

struct Quality {
  float scale = 1;
  bool mirrors = true;  // pots upside down in black glass
  bool shadows = true;  // of the key light; pots keep the soft dark under their feet
};

inline constexpr std::array<Quality, 4> kRungs = {{
    {1.0f, true, true},
    {0.8f, false, true},
    {0.65f, false, true},
    {0.5f, false, false},
}};
inline constexpr int kRungLowest = static_cast<int>(kRungs.size()) - 1;

// A slow second is enough to step down, but a single hung frame is not; up again only after a long easy while, and
// never back to a rung that was too much twice: a picture that changes all the time is worse than a plain one.
inline constexpr double kSlowFrameS = 1.0 / 40, kEasyFrameS = 1.0 / 55;
inline constexpr int kFramesWatched = 60;
inline constexpr double kEasyForS = 30;

struct Climber {
  int rung = 0;
  int watched = 0, slow = 0, easy = 0;  // frames of the present count
  double counted_s = 0;                 // by the present count
  double easy_s = 0;
  double top_frame_s = 0;  // how long frames took on the highest rung when it was left
  bool in_vain = false;    // the lowest was no quicker: the device holds frames back, not the picture
  std::array<uint8_t, kRungs.size()> left{};  // how often each was too much
};

// One frame took `frame_s` from the last to this; returns the rung to draw on.
int climb(Climber& climber, double frame_s);

}  // namespace sui::engine
