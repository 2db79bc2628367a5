#include "game/studio/feeling.h"

#include <algorithm>
#include <cmath>

namespace sui::studio {
namespace {

constexpr float kPi = 3.14159265f;
constexpr float kWinceFrom = 0.25f;  // of a wobble: below it nobody minds
constexpr double kWinceAgainS = 2.5;

float toward_goal(float now, float goal, double dt_s, float rate) {
  return goal + (now - goal) * std::exp(-rate * static_cast<float>(dt_s));
}

void watch(Feeling& feeling, const Happening& happening, engine::Vec2 figure, double dt_s) {
  feeling.watching = toward_goal(feeling.watching, happening.at_work ? 1.0f : 0.0f, dt_s, happening.at_work ? 7 : 1.6f);
  if (!happening.at_work) return;
  // It turns its head no further than a neck goes; a figure's right is the screen's left.
  const float right = std::clamp((happening.hand.x - figure.x) / 190, -1.0f, 1.0f);
  const float up = std::clamp((figure.y - happening.hand.y) / 320, -1.0f, 0.6f);
  feeling.look = toward_goal(feeling.look, -0.85f * right, dt_s, 8);
  feeling.nod = toward_goal(feeling.nod, up, dt_s, 8);
}

bool winces(Feeling& feeling, const Happening& happening, double dt_s) {
  const float goal = std::clamp((happening.wobble - kWinceFrom) / (1 - kWinceFrom), 0.0f, 1.0f);
  const bool begins = goal > 0.2f && feeling.wince < 0.15f && feeling.calm_s > kWinceAgainS;
  feeling.calm_s = goal > 0.1f ? 0 : feeling.calm_s + dt_s;
  if (begins) feeling.flinch = 1;
  feeling.wince = toward_goal(feeling.wince, goal, dt_s, goal > feeling.wince ? 14 : 2.2f);
  feeling.flinch = std::max(0.0f, feeling.flinch - static_cast<float>(dt_s) * 2.4f);
  return begins;
}

Outburst break_and_mend(Feeling& feeling, const Happening& happening, double dt_s) {
  if (happening.broken && feeling.broken_s < 0) {
    feeling.broken_s = 0;
    feeling.gold = 0;
    feeling.joined = false;
    return Outburst::kCrack;
  }
  if (feeling.broken_s < 0) return Outburst::kNone;
  feeling.broken_s += dt_s;
  if (!happening.broken && happening.fresh && feeling.joined) {
    feeling.gold = std::max(0.0f, feeling.gold - static_cast<float>(dt_s / kGoldFadesS));
    if (feeling.gold <= 0) {
      feeling.broken_s = -1;
      feeling.joined = false;
    }
    return Outburst::kNone;
  }
  if (feeling.joined || feeling.broken_s < kMournsS) return Outburst::kNone;
  const bool begins = feeling.gold <= 0;
  feeling.gold = static_cast<float>(std::min(1.0, (feeling.broken_s - kMournsS) / kJoinsS));
  feeling.joined = feeling.gold >= 1;
  return begins ? Outburst::kJoin : Outburst::kNone;
}

// 0 before it broke; up as the cracks run; down again as gold heals them.
float grief_of(const Feeling& feeling) {
  if (feeling.broken_s < 0 || feeling.joined) return 0;
  return std::min(1.0f, static_cast<float>(feeling.broken_s / kCracksRunS)) * (1 - feeling.gold);
}

}  // namespace

Outburst feel(Feeling& feeling, const Happening& happening, engine::Vec2 figure, double dt_s) {
  watch(feeling, happening, figure, dt_s);
  const bool wince_begins = winces(feeling, happening, dt_s);
  const bool grows_proud = happening.proud && feeling.proud_s < 0;
  feeling.proud_s = !happening.proud ? -1 : (grows_proud ? 0 : feeling.proud_s + dt_s);
  feeling.pride = toward_goal(feeling.pride, happening.proud ? 1.0f : 0.0f, dt_s, 4);
  const Outburst broke = break_and_mend(feeling, happening, dt_s);
  if (broke != Outburst::kNone) return broke;
  if (grows_proud) return Outburst::kApplause;
  return wince_begins ? Outburst::kWince : Outburst::kNone;
}

engine::Pose pose_of(const Feeling& feeling, engine::Pose pose, double now_s, bool little_motion) {
  const float grief = grief_of(feeling);
  pose.look += (feeling.look - pose.look) * feeling.watching;
  pose.nod += (feeling.nod - pose.nod) * feeling.watching;

  // It shuts its eyes to slits, draws its head in, away from what it cannot watch, and hides behind its wings.
  const float wince = feeling.wince;
  pose.blink = std::max(pose.blink, 0.72f * wince);
  pose.nod += (-0.55f - pose.nod) * 0.7f * wince;
  pose.look += (0.75f - pose.look) * 0.6f * wince;
  pose.squash -= 0.75f * wince;
  pose.wings = std::max(pose.wings, 0.38f * wince);
  if (!little_motion) {
    pose.squash -= 0.6f * feeling.flinch * std::sin(feeling.flinch * kPi);
    pose.look += 0.10f * wince * static_cast<float>(std::sin(now_s * 31));
  }

  if (feeling.pride > 0.01f) {
    const float applause =
        feeling.pride * std::clamp(static_cast<float>(1 - (feeling.proud_s - kApplaudsS) / 0.8), 0.0f, 1.0f);
    const auto beat = static_cast<float>(0.5 - 0.5 * std::cos(feeling.proud_s * 2 * static_cast<double>(kPi) * 2.6));
    pose.wings = std::max(pose.wings, applause);
    pose.clap = applause * (little_motion ? 0.5f : beat);
    if (!little_motion) pose.squash += 0.28f * applause * (0.5f - beat);
    pose.nod += (0.35f - pose.nod) * 0.5f * feeling.pride;
    pose.token = feeling.pride;
    pose.token_s = little_motion ? 1.35f : static_cast<float>(std::max(0.0, feeling.proud_s));
  }

  pose.nod += (-0.8f - pose.nod) * 0.85f * grief;
  pose.squash -= 0.45f * grief;
  pose.blink = std::max(pose.blink, 0.45f * grief);
  pose.wings *= 1 - grief;
  if (feeling.broken_s >= 0) {
    pose.cracks = feeling.joined ? std::min(1.0f, feeling.gold * 4)
                                 : std::min(1.0f, static_cast<float>(feeling.broken_s / kCracksRunS));
    pose.gold = feeling.joined ? 1 : feeling.gold;
  }
  return pose;
}

float leaning_in(const Feeling& feeling) {
  const float applause = feeling.proud_s >= 0 && feeling.proud_s < kApplaudsS ? feeling.pride : 0;
  return 1 + 0.25f * std::max({feeling.wince, applause, grief_of(feeling)});
}

}  // namespace sui::studio
