#include "game/engine/quality.h"

namespace sui::engine {
namespace {

constexpr uint8_t kTooMuchMost = 2;

// Saving its battery a phone may give 30 frames a second whatever is drawn: so much quicker the lowest rung must be.
constexpr double kWorthIt = 0.9;

void start_counting(Climber& climber) {
  climber.watched = climber.slow = climber.easy = 0;
  climber.counted_s = 0;
}

void step_down(Climber& climber, double frame_s) {
  if (climber.rung == 0) climber.top_frame_s = frame_s;
  uint8_t& left = climber.left[static_cast<std::size_t>(climber.rung)];
  if (left < kTooMuchMost) ++left;
  ++climber.rung;
  climber.easy_s = 0;
}

}  // namespace

int climb(Climber& climber, double frame_s) {
  if (climber.in_vain) return climber.rung;
  ++climber.watched;
  if (frame_s > kSlowFrameS) ++climber.slow;
  if (frame_s < kEasyFrameS) ++climber.easy;
  climber.counted_s += frame_s;
  climber.easy_s += frame_s;
  if (climber.watched < kFramesWatched) return climber.rung;
  const bool mostly_slow = climber.slow * 2 > climber.watched,
             nearly_all_easy = climber.easy * 10 > climber.watched * 9;
  const double mean_s = climber.counted_s / climber.watched;
  start_counting(climber);
  if (mostly_slow && climber.rung < kRungLowest) {
    step_down(climber, mean_s);
    return climber.rung;
  }
  if (mostly_slow && mean_s > kWorthIt * climber.top_frame_s) {
    climber.in_vain = true;
    climber.rung = 0;
    return climber.rung;
  }
  if (!nearly_all_easy) climber.easy_s = 0;
  const bool may_rise = climber.rung > 0 && climber.left[static_cast<std::size_t>(climber.rung - 1)] < kTooMuchMost;
  if (may_rise && climber.easy_s > kEasyForS) {
    --climber.rung;
    climber.easy_s = 0;
  }
  return climber.rung;
}

}  // namespace sui::engine
