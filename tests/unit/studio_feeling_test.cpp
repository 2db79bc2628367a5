#include <gtest/gtest.h>

#include "game/studio/feeling.h"

namespace sui::studio {
namespace {

constexpr double kFrameS = 1.0 / 60;
constexpr engine::Vec2 kFigure{50, 100};

struct Seen {
  Feeling feeling;
  int winces = 0, cracks = 0, joins = 0, applause = 0;

  void lives(const Happening& happening, double seconds) {
    for (double at_s = 0; at_s < seconds; at_s += kFrameS) {
      const Outburst outburst = feel(feeling, happening, kFigure, kFrameS);
      winces += outburst == Outburst::kWince;
      cracks += outburst == Outburst::kCrack;
      joins += outburst == Outburst::kJoin;
      applause += outburst == Outburst::kApplause;
    }
  }
  engine::Pose pose(bool little_motion = false, double now_s = 3.7) const {
    return pose_of(feeling, engine::Pose{}, now_s, little_motion);
  }
};

Happening hand_at(float x, float y) {
  Happening happening;
  happening.at_work = true;
  happening.hand = {x, y};
  return happening;
}

TEST(Feeling, TheHeadFollowsTheHandAndTurnsBackWhenItLeaves) {
  Seen seen;
  seen.lives(hand_at(300, 500), 1);
  const engine::Pose right = seen.pose();
  EXPECT_LT(right.look, -0.5f) << "the screen's right is the figure's left";
  EXPECT_LT(right.nod, -0.5f) << "down";
  seen.lives(hand_at(-200, 60), 1);
  EXPECT_GT(seen.pose().look, 0.5f);
  seen.lives({}, 6);
  EXPECT_NEAR(seen.pose().look, 0, 0.05f);
}

TEST(Feeling, AWobbleMakesItWinceOnceAndShutItsEyes) {
  Seen seen;
  Happening calm, wild;
  calm.wobble = 0.2f;
  wild.wobble = 1;
  seen.lives(calm, 2);
  EXPECT_EQ(seen.winces, 0);
  EXPECT_LT(seen.pose().blink, 0.05f);
  seen.lives(wild, 3);
  EXPECT_EQ(seen.winces, 1) << "it does not quack at every swing";
  EXPECT_GT(seen.pose().blink, 0.6f);
  EXPECT_LT(seen.pose().squash, -0.5f);
  seen.lives(calm, 4);
  EXPECT_LT(seen.pose().blink, 0.1f);
  seen.lives(wild, 1);
  EXPECT_EQ(seen.winces, 2);
}

TEST(Feeling, AGoodPotIsApplaudedAndSmokedFor) {
  Seen seen;
  Happening good;
  good.proud = true;
  seen.lives(good, 1.5);
  EXPECT_EQ(seen.applause, 1);
  EXPECT_GT(seen.pose().wings, 0.9f);
  EXPECT_GT(seen.pose().token, 0.9f);
  EXPECT_GT(leaning_in(seen.feeling), 1.2f);
  seen.lives(good, 10);
  EXPECT_LT(seen.pose().wings, 0.05f) << "nobody claps for ever";
  EXPECT_GT(seen.pose().token, 0.9f) << "pride stays";
}

TEST(Feeling, BrokenIsNotLost) {
  Seen seen;
  Happening broken;
  broken.broken = true;
  seen.lives(broken, kCracksRunS + 0.1);
  EXPECT_EQ(seen.cracks, 1);
  EXPECT_FLOAT_EQ(seen.pose().cracks, 1);
  EXPECT_FLOAT_EQ(seen.pose().gold, 0);
  EXPECT_LT(seen.pose().nod, -0.5f) << "it hangs its head";
  seen.lives(broken, kMournsS + kJoinsS);
  EXPECT_EQ(seen.joins, 1);
  EXPECT_FLOAT_EQ(seen.pose().gold, 1);
  EXPECT_NEAR(seen.pose().nod, 0, 0.05f);
  seen.lives(broken, 60);
  EXPECT_FLOAT_EQ(seen.pose().gold, 1) << "the joins stay with the piece";
  EXPECT_EQ(seen.cracks, 1);
  seen.lives({}, 60);
  EXPECT_FLOAT_EQ(seen.pose().gold, 1) << "and while nothing lies on the bench";
  Happening fresh;
  fresh.fresh = true;
  seen.lives(fresh, kGoldFadesS * 0.5);
  EXPECT_GT(seen.pose().cracks, 0.5f);
  seen.lives(fresh, kGoldFadesS);
  EXPECT_FLOAT_EQ(seen.pose().cracks, 0);
  seen.lives(broken, 1);
  EXPECT_EQ(seen.cracks, 2) << "it can break again";
}

TEST(Feeling, WithLittleMotionItStillShowsWhatItFeelsButStandsStill) {
  Seen seen;
  Happening good;
  good.proud = true;
  good.wobble = 1;
  seen.lives(good, 2);
  const engine::Pose before = seen.pose(true, 5), after = seen.pose(true, 5.13);
  EXPECT_FLOAT_EQ(before.look, after.look);
  EXPECT_FLOAT_EQ(before.clap, after.clap);
  EXPECT_FLOAT_EQ(before.token_s, after.token_s);
  EXPECT_GT(after.wings, 0.9f);
  EXPECT_GT(after.token, 0.9f);
}

}  // namespace
}  // namespace sui::studio
