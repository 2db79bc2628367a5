// Feeling: what the companion feels about what happens at the pot, and the pose that shows it.
//
// Pure: the room says what happens, time passes. It watches the hand at work, winces when clay swings, applauds what
// came whole from the fire and sends up its token of pride; with a pot that broke it breaks a little too: cracks run
// over it, it mourns, and gold joins them. The joins stay as long as this piece is on the bench.
// Owns no picture and no sound. Units: seconds, pt; shares 0..1.
#pragma once

#include "game/engine/character.h"

namespace sui::studio {

struct Happening {       // at the pot, in this frame
  bool at_work = false;  // a finger is at `hand` (pt)
  engine::Vec2 hand;
  float wobble = 0;     // 0 runs true … 1 about to be lost
  bool proud = false;   // a good pot stands there
  bool broken = false;  // the pot is cracked or has fallen
  bool fresh = false;   // another lump lies there now
};

enum class Outburst : uint8_t { kNone, kWince, kApplause, kCrack, kJoin };  // what just began: a moment for a sound

struct Feeling {
  float watching = 0, look = 0, nod = 0;  // eased
  float wince = 0, flinch = 0;            // held, and the start of it
  double calm_s = 10;                     // since it last winced
  float pride = 0;
  double proud_s = -1;   // since it grew proud; < 0: it is not
  double broken_s = -1;  // since it broke; < 0: whole
  float gold = 0;        // how far the joins have come; they fade once another piece lies on the bench
  bool joined = false;
};

inline constexpr double kCracksRunS = 0.7;              // until they are all there
inline constexpr double kMournsS = 2.6, kJoinsS = 2.8;  // then the gold begins, and takes so long
inline constexpr double kApplaudsS = 4.2;
inline constexpr double kGoldFadesS = 14;

// `figure` is where its head is on the screen (pt).
Outburst feel(Feeling& feeling, const Happening& happening, engine::Vec2 figure, double dt_s);
// `at_ease` as it would stand; with little motion nothing swings, claps or drifts, yet every feeling can be read.
engine::Pose pose_of(const Feeling& feeling, engine::Pose at_ease, double now_s, bool little_motion);
// How much larger it should be drawn so that the feeling is seen: 1 … 1.3.
float leaning_in(const Feeling& feeling);

}  // namespace sui::studio
