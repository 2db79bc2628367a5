// The ladder of quality: a weak device gets a plainer picture, and it does not flicker between two.
#include <gtest/gtest.h>

#include "game/engine/quality.h"

namespace sui::engine {
namespace {

int after(Climber& climber, double seconds, double frame_s) {
  for (double t = 0; t < seconds; t += frame_s) (void)climb(climber, frame_s);
  return climber.rung;
}

TEST(Quality, AQuickDeviceKeepsEverything) {
  Climber climber;
  EXPECT_EQ(after(climber, 600, 1.0 / 60), 0);
}

TEST(Quality, ASlowOneStepsDownWithinSecondsAndEndsOnTheLowestRung) {
  Climber climber;
  ASSERT_EQ(after(climber, 4, 1.0 / 20), 1);
  for (int frame = 0; frame < 2000; ++frame) {
    const float scale = kRungs[static_cast<std::size_t>(climber.rung)].scale;
    (void)climb(climber, 0.03 + 0.02 * static_cast<double>(scale));
  }
  EXPECT_EQ(climber.rung, kRungLowest);
}

TEST(Quality, FramesThatAreHeldBackWhateverIsDrawnGetTheWholePicture) {
  Climber climber;
  EXPECT_EQ(after(climber, 60, 1.0 / 30), 0);
  EXPECT_EQ(after(climber, 600, 1.0 / 30), 0);
}

TEST(Quality, AHungFrameNowAndThenChangesNothing) {
  Climber climber;
  for (int frame = 0; frame < 3600; ++frame) (void)climb(climber, frame % 12 == 0 ? 0.1 : 1.0 / 60);
  EXPECT_EQ(climber.rung, 0);
}

TEST(Quality, ItRisesAgainOnceTheBurdenIsGone) {
  Climber climber;
  ASSERT_EQ(after(climber, 2.1, 1.0 / 30), 1);
  EXPECT_EQ(after(climber, 20, 1.0 / 60), 1);
  EXPECT_EQ(after(climber, 60, 1.0 / 60), 0);
}

TEST(Quality, NeverGoesToAndFroForEver) {
  // A device that is slow on the first rung and easy on the second.
  Climber climber;
  int changes = 0, rung = 0;
  for (int frame = 0; frame < 60 * 60 * 20; ++frame) {
    const int now = climb(climber, rung == 0 ? 1.0 / 30 : 1.0 / 60);
    changes += now != rung ? 1 : 0;
    rung = now;
  }
  EXPECT_LE(changes, 3);
  EXPECT_EQ(rung, 1);
}

TEST(Quality, EveryRungAsksForLessThanTheOneAbove) {
  for (std::size_t rung = 1; rung < kRungs.size(); ++rung) {
    const Quality &above = kRungs[rung - 1], &here = kRungs[rung];
    EXPECT_LT(here.scale, above.scale);
    EXPECT_LE(here.mirrors, above.mirrors);
    EXPECT_LE(here.shadows, above.shadows);
  }
}

}  // namespace
}  // namespace sui::engine
