// The eye's own gestures, two fingers that move the view and never take a hand from the clay; and what the phone's
// motor tells the hands.
#include <gtest/gtest.h>

#include <cmath>

#include "game/studio/feel.h"
#include "game/studio/layout.h"
#include "game/studio/pot.h"
#include "game/studio/view_hand.h"
#include "game/studio/wheel.h"

namespace sui::studio {
namespace {

using engine::Camera;
using engine::Input;
using engine::Touch;
using engine::Vec2;

constexpr engine::Rect kPhone{0, 0, 390, 844};
constexpr double kFrameS = 1.0 / 60;

Touch landed(int64_t id, Vec2 at) {
  Touch touch;
  touch.id = id;
  touch.at = touch.start = touch.last = at;
  touch.began = true;
  return touch;
}

Camera usual() {
  Camera camera;
  camera.eye = {0, 0.3f, 0.9f};
  camera.target = {0, 0.1f, 0};
  return camera;
}

float distance_of(const Camera& camera) {
  const engine::Vec3 away = camera.eye - camera.target;
  return std::sqrt(engine::dot(away, away));
}

struct TwoOnGlass {  // lands two fingers, then moves them in ten even steps
  ViewHand view;
  Input input;
  bool turntable = false;

  TwoOnGlass(Vec2 a, Vec2 b) {
    input.touches = {landed(0, a), landed(1, b)};
    const TwoFingers fingers = two_fingers(input, layout::workspace(kPhone));
    EXPECT_NE(fingers.first, nullptr);
    if (fingers.first != nullptr) take_view(view, fingers);
  }
  void frame() { follow_view(view, input, seen(view, usual()), kPhone, layout::workspace(kPhone), kFrameS, turntable); }
  void move(Vec2 a, Vec2 b) {
    const Vec2 from_a = input.touches[0].at, from_b = input.touches[1].at;
    for (int step = 1; step <= 10; ++step) {
      const float t = static_cast<float>(step) / 10;
      const Vec2 to[2] = {{from_a.x + (a.x - from_a.x) * t, from_a.y + (a.y - from_a.y) * t},
                          {from_b.x + (b.x - from_b.x) * t, from_b.y + (b.y - from_b.y) * t}};
      for (int finger = 0; finger < 2; ++finger) {
        Touch& touch = input.touches[static_cast<std::size_t>(finger)];
        touch.began = touch.taken = false;
        touch.last = touch.at;
        touch.at = to[finger];
      }
      frame();
    }
  }
  void lift() {
    for (Touch& touch : input.touches) touch.ended = true;
    frame();
    input.touches.clear();
  }
};

TEST(ViewHand, FingersMovingApartBringThePotNearerAndTogetherTakeItAway) {
  TwoOnGlass apart({150, 400}, {240, 400});
  apart.move({60, 400}, {330, 400});
  EXPECT_LT(distance_of(seen(apart.view, usual())), 0.5f * distance_of(usual()));
  TwoOnGlass together({60, 400}, {330, 400});
  together.move({170, 400}, {220, 400});
  EXPECT_GT(distance_of(seen(together.view, usual())), 1.2f * distance_of(usual()));
}

TEST(ViewHand, WhatIsBetweenTheFingersStaysThere) {
  TwoOnGlass fingers({195, 260}, {195, 340});
  const Camera before = usual();
  // A place on the axis seen between the fingers.
  float height = 0;
  for (float y = 0; y < 0.4f; y += 0.0005f)
    if (std::fabs(engine::project(before, kPhone, {0, y, 0}).y - 300) < 1) height = y;
  ASSERT_GT(height, 0.05f);
  fingers.move({195, 230}, {195, 370});
  EXPECT_NEAR(engine::project(seen(fingers.view, before), kPhone, {0, height, 0}).y, 300, 22);
}

TEST(ViewHand, NeverComesTooNearNorGoesUnderTheTable) {
  TwoOnGlass fingers({180, 400}, {210, 400});
  for (int again = 0; again < 6; ++again) {
    fingers.move({20, 560}, {370, 560});
    fingers.move({180, 200}, {210, 200});
    fingers.move({20, 200}, {370, 200});
    fingers.move({20, 110}, {370, 110});
  }
  const Camera camera = seen(fingers.view, usual());
  EXPECT_GT(distance_of(camera), distance_of(usual()) / (kNearest * 1.01f));
  EXPECT_GT(camera.eye.y, camera.target.y);
}

TEST(ViewHand, OnATurntableAcrossTurnsThePotAndTheEyeStays) {
  TwoOnGlass fingers({120, 400}, {220, 400});
  fingers.turntable = true;
  fingers.move({200, 400}, {300, 400});
  EXPECT_GT(fingers.view.turned, 0);
  EXPECT_EQ(fingers.view.swing, 0);
}

TEST(ViewHand, ItsFingersAreNoHandsUntilBothAreLifted) {
  TwoOnGlass fingers({300, 200}, {300, 300});
  fingers.move({300, 180}, {300, 320});
  for (const Touch& touch : fingers.input.touches) EXPECT_TRUE(touch.taken);
  fingers.input.touches[0].ended = true;
  fingers.frame();
  fingers.input.touches.erase(fingers.input.touches.begin());
  fingers.input.touches[0].taken = false;
  fingers.frame();
  EXPECT_TRUE(fingers.input.touches[0].taken);
  EXPECT_TRUE(holds_view(fingers.view));
}

TEST(ViewHand, ATapOfBothGivesTheUsualViewBack) {
  TwoOnGlass fingers({120, 300}, {260, 300});
  fingers.move({60, 360}, {330, 360});
  fingers.lift();
  ASSERT_GT(fingers.view.nearness, 1.3f);
  fingers.input.touches = {landed(3, {120, 300}), landed(4, {260, 300})};
  const TwoFingers again = two_fingers(fingers.input, layout::workspace(kPhone));
  ASSERT_NE(again.first, nullptr);
  take_view(fingers.view, again);
  fingers.frame();
  fingers.lift();
  for (int frame = 0; frame < 120; ++frame) fingers.frame();
  EXPECT_NEAR(distance_of(seen(fingers.view, usual())), distance_of(usual()), 0.01f);
}

TEST(ViewHand, TheMousesWheelDoesAsMuch) {
  ViewHand view;
  Input input;
  input.pointer = {200, 400};
  input.wheel_steps = 3;
  follow_view(view, input, usual(), kPhone, layout::workspace(kPhone), kFrameS, false);
  EXPECT_GT(view.nearness, 1.3f);
}

struct AtTheWheel : testing::Test {
  Wheel wheel;
  Pot pot;
  Camera camera;
  void SetUp() override {
    fresh_lump(pot, 100);
    refresh(pot, false);
    camera = wheel_camera(wheel);
  }
  bool moves_the_eye(Vec2 a, Vec2 b) {
    Input input;
    input.touches = {landed(0, a), landed(1, b)};
    return may_take_view(camera, kPhone, pot.look, two_fingers(input, layout::workspace(kPhone)));
  }
};

TEST_F(AtTheWheel, FingersOnTheClayAreHands) {
  const double middle_mm = top_mm(pot.look) / 2;
  const double wall_mm = wall_at(pot.look, middle_mm).outer_mm;
  const Vec2 right = on_screen(camera, kPhone, {wall_mm + 2, middle_mm, false});
  const Vec2 left = on_screen(camera, kPhone, {wall_mm + 2, middle_mm, true});
  const Vec2 inside = on_screen(camera, kPhone, {4, top_mm(pot.look), false});
  EXPECT_FALSE(moves_the_eye(right, inside));
  EXPECT_FALSE(moves_the_eye(left, right));
  EXPECT_FALSE(moves_the_eye(right, {right.x, right.y - 30}));
}

TEST_F(AtTheWheel, ASqueezeFromBothSidesIsNeverTakenForAPinch) {
  EXPECT_FALSE(moves_the_eye({20, 480}, {370, 480}));
}

TEST_F(AtTheWheel, TwoFingersBesideOrOverThePotMoveTheEye) {
  EXPECT_TRUE(moves_the_eye({360, 380}, {350, 520}));
  EXPECT_TRUE(moves_the_eye({20, 380}, {30, 520}));
  EXPECT_TRUE(moves_the_eye({80, 160}, {310, 180}));
}

// How often the motor spoke in `seconds` of leaning on the clay.
int beats(double seconds, double rpm, double eccentricity_mm) {
  ClayFeel feel;
  int count = 0;
  for (double t = 0; t < seconds; t += kFrameS)
    count += feel_clay(feel, true, rpm, eccentricity_mm, kFrameS) > 0 ? 1 : 0;
  return count;
}

TEST(Feel, CentredClayIsFeltOnceAsItTakesHold) {
  EXPECT_EQ(beats(5, 200, 0.2), 1);
}

TEST(Feel, ClayOffCentreThumpsOnceATurn) {
  EXPECT_NEAR(beats(6, 100, 4), 1 + 10, 1);
  EXPECT_NEAR(beats(6, 200, 4), 1 + 20, 1);
}

TEST(Feel, AFastWheelNeverBuzzes) {
  EXPECT_LE(beats(6, 3000, 4), 1 + static_cast<int>(6 / kBeatLeastS));
}

TEST(Feel, TheFurtherOffTheStronger) {
  ClayFeel slight, strong;
  (void)feel_clay(slight, true, 120, 1, 1);
  (void)feel_clay(strong, true, 120, 5, 1);
  EXPECT_LT(feel_clay(slight, true, 120, 1, 1), feel_clay(strong, true, 120, 5, 1));
}

TEST(Feel, HandsInTheAirFeelNothing) {
  ClayFeel feel;
  for (int frame = 0; frame < 300; ++frame) EXPECT_EQ(feel_clay(feel, false, 200, 6, kFrameS), 0);
}

}  // namespace
}  // namespace sui::studio
