// What a finger's events become: taps, drags, speeds, and nothing lost between frames.
#include <gtest/gtest.h>

#include "game/engine/gestures.h"

namespace sui::engine {
namespace {

constexpr double kFrame_s = 1.0 / 60;

struct Hand {
  Gestures gestures;
  double now_s = 0;
  const std::vector<Touch>& frame() {
    now_s += kFrame_s;
    settle_frame(gestures, now_s, kFrame_s);
    return gestures.input.touches;
  }
  void after() { forget_frame(gestures); }
};

TEST(EngineInput, AFingerLandsMovesAndLifts) {
  Hand hand;
  touch_down(hand.gestures, 3, {10, 20}, 0.5f);
  ASSERT_EQ(hand.frame().size(), 1u);
  EXPECT_TRUE(hand.gestures.input.touches[0].began);
  hand.after();
  touch_moved(hand.gestures, 3, {10, 60}, 0.5f);
  hand.frame();
  EXPECT_FALSE(hand.gestures.input.touches[0].began);
  EXPECT_EQ(hand.gestures.input.touches[0].last.y, 20);
  EXPECT_EQ(hand.gestures.input.touches[0].start.y, 20);
  EXPECT_EQ(hand.gestures.input.touches[0].at.y, 60);
  hand.after();
  touch_up(hand.gestures, 3, {10, 60});
  hand.frame();
  EXPECT_TRUE(hand.gestures.input.touches[0].ended);
  EXPECT_FALSE(hand.gestures.input.touches[0].is_tap) << "it moved 40 pt";
  hand.after();
  EXPECT_TRUE(hand.frame().empty());
}

TEST(EngineInput, AQuickTapBetweenTwoFramesIsSeenInTwo) {
  Hand hand;
  touch_down(hand.gestures, kMouseTouch, {5, 5}, 1);
  touch_up(hand.gestures, kMouseTouch, {6, 5});
  hand.frame();
  ASSERT_EQ(hand.gestures.input.touches.size(), 1u);
  EXPECT_TRUE(hand.gestures.input.touches[0].began);
  EXPECT_FALSE(hand.gestures.input.touches[0].ended);
  hand.after();
  hand.frame();
  ASSERT_EQ(hand.gestures.input.touches.size(), 1u);
  EXPECT_TRUE(hand.gestures.input.touches[0].ended);
  EXPECT_TRUE(hand.gestures.input.touches[0].is_tap);
}

TEST(EngineInput, ADoubleTapBetweenTwoFramesIsTwoTaps) {
  Hand hand;
  for (int i = 0; i < 2; ++i) {
    touch_down(hand.gestures, 1, {5, 5}, 1);
    touch_up(hand.gestures, 1, {5, 5});
  }
  int began = 0, taps = 0;
  for (int i = 0; i < 8; ++i) {
    for (const Touch& touch : hand.frame()) {
      began += touch.began ? 1 : 0;
      taps += touch.is_tap ? 1 : 0;
    }
    hand.after();
  }
  EXPECT_EQ(began, 2);
  EXPECT_EQ(taps, 2);
}

TEST(EngineInput, HoldingLongOrStrayingAndComingBackIsNoTap) {
  Hand slow;
  touch_down(slow.gestures, 1, {5, 5}, 1);
  for (int i = 0; i < 40; ++i) {
    slow.frame();
    slow.after();
  }
  touch_up(slow.gestures, 1, {5, 5});
  EXPECT_FALSE(slow.frame()[0].is_tap);

  Hand stray;
  touch_down(stray.gestures, 1, {5, 5}, 1);
  stray.frame();
  stray.after();
  touch_moved(stray.gestures, 1, {50, 5}, 1);
  touch_moved(stray.gestures, 1, {5, 5}, 1);
  touch_up(stray.gestures, 1, {5, 5});
  EXPECT_FALSE(stray.frame()[0].is_tap);
}

TEST(EngineInput, ATapDuringAHangIsStillATap) {
  Hand hand;
  touch_down(hand.gestures, 1, {5, 5}, 1);
  hand.frame();
  hand.after();
  touch_up(hand.gestures, 1, {5, 5});
  hand.now_s += 0.6;  // the frame took that long: when in it the finger lifted, nobody saw
  settle_frame(hand.gestures, hand.now_s, 0.6);
  EXPECT_TRUE(hand.gestures.input.touches[0].is_tap);
}

TEST(EngineInput, SpeedSettlesToTheFingersOwnAndToRest) {
  Hand hand;
  touch_down(hand.gestures, 1, {0, 0}, 1);
  hand.frame();
  hand.after();
  float y = 0;
  for (int i = 0; i < 30; ++i) {
    y += 5;
    touch_moved(hand.gestures, 1, {0, y}, 1);
    hand.frame();
    hand.after();
  }
  EXPECT_NEAR(hand.gestures.input.touches[0].speed.y, 300, 3);
  for (int i = 0; i < 30; ++i) {
    hand.frame();
    hand.after();
  }
  EXPECT_NEAR(hand.gestures.input.touches[0].speed.y, 0, 1);
}

TEST(EngineInput, TwoHandsKeepTheirNames) {
  Hand hand;
  touch_down(hand.gestures, 7, {0, 0}, 1);
  touch_down(hand.gestures, 8, {100, 0}, 1);
  hand.frame();
  hand.after();
  touch_up(hand.gestures, 7, {0, 0});
  touch_moved(hand.gestures, 8, {90, 0}, 1);
  hand.frame();
  hand.after();
  ASSERT_EQ(hand.frame().size(), 1u);
  EXPECT_EQ(hand.gestures.input.touches[0].id, 8);
  EXPECT_EQ(hand.gestures.input.touches[0].at.x, 90);
}

TEST(EngineInput, WhenTheWindowHidesEveryFingerLifts) {
  Hand hand;
  touch_down(hand.gestures, 7, {0, 0}, 1);
  key_down(hand.gestures, Key::kW);
  hand.frame();
  hand.after();
  EXPECT_TRUE(is_held(hand.gestures.input, Key::kW));
  all_touches_up(hand.gestures);
  EXPECT_TRUE(hand.frame()[0].ended);
  EXPECT_FALSE(is_held(hand.gestures.input, Key::kW));
}

TEST(EngineInput, MoreFingersThanAnyHandHasAreIgnored) {
  Hand hand;
  for (int i = 0; i < 100; ++i) touch_down(hand.gestures, i, {0, 0}, 1);
  EXPECT_LE(hand.frame().size(), 16u);
  hand.after();
  for (int i = 0; i < 100; ++i) touch_up(hand.gestures, i, {0, 0});
  hand.frame();
  hand.after();
  EXPECT_TRUE(hand.frame().empty());
}

TEST(EngineInput, KeysAreSeenOnceAndHeldUntilTheyRise) {
  Hand hand;
  key_down(hand.gestures, Key::kA);
  hand.frame();
  EXPECT_TRUE(was_pressed(hand.gestures.input, Key::kA));
  hand.after();
  hand.frame();
  EXPECT_FALSE(was_pressed(hand.gestures.input, Key::kA));
  EXPECT_TRUE(is_held(hand.gestures.input, Key::kA));
  key_up(hand.gestures, Key::kA);
  EXPECT_FALSE(is_held(hand.gestures.input, Key::kA));
}

}  // namespace
}  // namespace sui::engine
