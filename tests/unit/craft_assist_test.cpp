// One finger with help: a first-time visitor centres, opens and raises a cup in about a minute.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/assist.h"
#include "game/craft/math.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

class Visitor : public Potter {
 public:
  explicit Visitor(int assist) : Potter(1200, 21.5, assist) {}

  // A thirtieth of a second of the finger at this place.
  void touch(double r_mm, double z_mm, bool inside, bool vertical) {
    const AssistHands hands = assist_hands(pot, {r_mm, z_mm, inside, vertical});
    if (hands.outer) outer({hands.outer_r_mm, hands.outer_z_mm});
    if (hands.inner) inner({hands.inner_r_mm, hands.inner_z_mm});
    if (!hands.outer && pot.outer.down) act(ActKind::kOuterLift);
    if (!hands.inner && pot.inner.down) act(ActKind::kInnerLift);
    advance(pot, pot.tick + 4);
  }
  void press_side() {
    wheel(220);
    water(6);
    for (int i = 0; i < 120; ++i) touch(57 - i * 0.02, 30, false, false);
    lift();
  }
  void press_down_and_widen() {
    wheel(160);
    for (int i = 0; i < 90; ++i) touch(2, 76 - 70.0 * i / 90, true, true);
    for (int i = 0; i < 90; ++i) touch(8 + 28.0 * i / 90, 9, true, false);
    lift();
  }
  void drag_up() {
    wheel(110);
    water(5);
    for (double z = 6; z < measures().height_mm + 3 && !pot.fallen; z += 25.0 / 30) touch(60, z, false, true);
    lift();
  }
};

TEST(Assist, OneFingerMakesACup) {
  Visitor visitor(100);
  visitor.press_side();
  EXPECT_LT(visitor.measures().eccentricity_mm, 0.3);
  visitor.press_down_and_widen();
  EXPECT_GT(visitor.measures().floor_mm, 4);
  EXPECT_LT(visitor.measures().floor_mm, 14);
  EXPECT_GT(visitor.measures().capacity_ml, 60);
  visitor.drag_up();
  visitor.drag_up();
  const Measures cup = visitor.measures();
  EXPECT_FALSE(visitor.pot.fallen);
  EXPECT_TRUE(visitor.pot.defects.empty());
  EXPECT_GE(cup.height_mm, 110);
  EXPECT_GE(cup.wall_mm_min, 3);
  EXPECT_GT(cup.capacity_ml, 400);
  EXPECT_LT(cup.eccentricity_mm, 2);
  EXPECT_LT(visitor.pot.tick, 60u * kTicksPerSecond);
}

TEST(Assist, ShapingWithOneFingerAfterwards) {
  Visitor visitor(100);
  visitor.press_side();
  visitor.press_down_and_widen();
  visitor.drag_up();
  visitor.drag_up();
  const Measures cup = visitor.measures();
  Visitor bellied = visitor, collared = visitor;
  for (int i = 0; i < 90; ++i) bellied.touch(48 + 0.3 * i, cup.height_mm * 0.5, true, false);
  EXPECT_GT(bellied.measures().max_diameter_mm, cup.max_diameter_mm + 3);
  for (int i = 0; i < 90; ++i) collared.touch(60 - 0.3 * i, cup.height_mm - 6, false, false);
  EXPECT_LT(collared.measures().mouth_diameter_mm, cup.mouth_diameter_mm - 3);
  EXPECT_FALSE(bellied.pot.fallen || collared.pot.fallen);
}

// However long and far a visitor drags inwards, help takes the wall in pass by pass.
TEST(Assist, CollaringWithOneFingerDoesNotFold) {
  for (const int assist : {60, 100}) {
    Visitor visitor(assist);
    visitor.press_side();
    visitor.press_down_and_widen();
    visitor.drag_up();
    visitor.drag_up();
    const Measures cup = visitor.measures();
    for (int i = 0; i < 30 * 20; ++i) visitor.touch(10, cup.height_mm - 12, false, false);
    EXPECT_LT(visitor.measures().mouth_diameter_mm, 0.85 * cup.mouth_diameter_mm);
    for (const Defect& defect : visitor.pot.defects) EXPECT_NE(defect.kind, DefectKind::kFolded) << assist;
  }
}

TEST(Assist, ManyPullsNeverTearTheWall) {
  Visitor visitor(60);
  visitor.press_side();
  visitor.press_down_and_widen();
  for (int i = 0; i < 8; ++i) visitor.drag_up();
  EXPECT_FALSE(visitor.pot.fallen);
  EXPECT_GE(visitor.measures().wall_mm_min, 2.5);
}

TEST(Assist, AFingerHeldStillDoesNotWearTheWallThrough) {
  Visitor visitor(100);
  visitor.press_side();
  visitor.press_down_and_widen();
  visitor.drag_up();
  for (int i = 0; i < 30 * 15; ++i) visitor.touch(60, 50, false, true);
  EXPECT_GE(visitor.measures().wall_mm_min, 2.5);
  EXPECT_FALSE(visitor.pot.fallen);
}

// A child's minute at the wheel: two dozen strokes anywhere, any way, at any speed. Most pots must still stand.
TEST(Assist, AChildsMinuteMostlyEndsStanding) {
  int standing = 0;
  constexpr int kChildren = 40;
  for (int child = 0; child < kChildren; ++child) {
    uint64_t state = static_cast<uint64_t>(child);
    const auto between = [&state](double low, double high) {
      state = mix(state, uint64_t{77});
      return low + (high - low) * static_cast<double>(state >> 40) / 16777216.0;
    };
    Visitor visitor(100);
    visitor.wheel(160);
    visitor.wait(1);
    for (int stroke = 0; stroke < 24 && !visitor.pot.fallen; ++stroke) {
      if (between(0, 1) < 0.3) visitor.water(5);
      if (between(0, 1) < 0.2) visitor.wheel(between(40, 280));
      double r = between(0, 80), z = between(0, visitor.measures().height_mm * 1.1);
      const bool inside = touches_inside(visitor.pot, r, z), vertical = between(0, 1) < 0.6;
      const double speed = between(5, 80) / 30 * (between(0, 1) < 0.6 ? 1 : -1);
      const int length = static_cast<int>(between(20, 90));
      for (int i = 0; i < length; ++i) {
        visitor.touch(r, z, inside, vertical);
        r = std::fmax(0, r + (vertical ? 0 : speed));
        z = std::fmax(0, z + (vertical ? speed : 0));
      }
      visitor.lift();
    }
    standing += visitor.pot.fallen ? 0 : 1;
  }
  EXPECT_GE(standing, kChildren * 7 / 10);
}

TEST(Assist, TheTopOfALumpIsInsideAndItsSideIsNot) {
  const Visitor visitor(100);
  EXPECT_TRUE(touches_inside(visitor.pot, 3, 78));
  EXPECT_FALSE(touches_inside(visitor.pot, 58, 30));
}

}  // namespace
}  // namespace sui::craft
