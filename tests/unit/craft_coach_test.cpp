#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "game/craft/assist.h"
#include "game/craft/coach.h"
#include "tests/unit/craft_goal_pot.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

// A potter with the coach at their shoulder.
struct Lesson {
  Potter potter;
  CoachState state;
  struct Word {
    uint32_t tick;
    CoachHint hint;
  };
  std::vector<Word> words;  // every hint, as it was first said
  CoachId last = CoachId::kQuiet;

  Lesson(int mass_g, double wet_pct, int assist = 0) : potter(mass_g, wet_pct, assist) {
    potter.watcher = [this](const Workpiece& pot) {
      const CoachHint hint = coach(pot, state);
      if (hint.id != CoachId::kQuiet && hint.id != last) words.push_back({pot.tick, hint});
      last = hint.id;
    };
    potter.acted = [this](const Act& act) { coach_sees(act, state); };
  }
  Lesson(const Lesson&) = delete;
  Lesson& operator=(const Lesson&) = delete;

  std::string all() const {
    std::string text;
    for (const Word& word : words) {
      text += std::to_string(word.tick) + " " + coach_id(word.hint.id);
      for (const CoachNumber& number : word.hint.numbers)
        text += " " + std::string(number.name) + "=" + std::to_string(number.value);
      text += "\n";
    }
    return text;
  }
};

constexpr uint32_t kTwoSeconds = 2 * kTicksPerSecond;

class CoachHears : public ::testing::Test {
 protected:
  // From here on the pupil makes the mistake.
  void now_the_mistake() {
    EXPECT_EQ(lesson.all(), "") << "a word before the mistake";
    began = lesson.potter.pot.tick;
  }
  // Within two seconds of the mistake the first word is this one.
  CoachHint expect_heard(CoachId id) {
    if (lesson.words.empty()) {
      ADD_FAILURE() << "not a word, expected " << coach_id(id);
      return {};
    }
    const Lesson::Word& word = lesson.words.front();
    EXPECT_STREQ(coach_id(word.hint.id), coach_id(id)) << lesson.all();
    EXPECT_LE(word.tick, began + kTwoSeconds) << lesson.all();
    return word.hint;
  }

  Lesson lesson{1200, 21.5};
  Potter& potter = lesson.potter;
  Workpiece& pot = lesson.potter.pot;
  uint32_t began = 0;
};

TEST_F(CoachHears, NothingWhileAGoodCylinderIsMade) {
  potter.cylinder();
  EXPECT_EQ(lesson.all(), "");
  // … nor when its mouth is brought in slowly.
  potter.wheel(80);
  potter.water(3);
  const double top = potter.measures().height_mm - 8, r = potter.measures().mouth_diameter_mm / 2;
  potter.sweep_outer(6, {r, top}, {r - 8, top});
  potter.lift();
  potter.wait(3);
  EXPECT_EQ(lesson.all(), "");
  EXPECT_FALSE(pot.fallen);
}

TEST_F(CoachHears, NothingWhileAGoodCylinderIsMadeOfMoreClay) {
  Lesson large(2000, 21);
  large.potter.centre();
  large.potter.open();
  for (const double gap : {14.0, 11.0, 9.0}) large.potter.pull(gap, 60);
  EXPECT_EQ(large.all(), "");
}

// One finger with help, as a first-time visitor throws (assist.h).
TEST_F(CoachHears, NothingWhileAHelpedVisitorThrowsACup) {
  Lesson helped(1200, 21.5, 100);
  Potter& visitor = helped.potter;
  const auto touch = [&](double r_mm, double z_mm, bool inside, bool vertical) {
    const AssistHands hands = assist_hands(visitor.pot, {r_mm, z_mm, inside, vertical});
    if (hands.outer) visitor.outer({hands.outer_r_mm, hands.outer_z_mm});
    if (hands.inner) visitor.inner({hands.inner_r_mm, hands.inner_z_mm});
    if (!hands.outer && visitor.pot.outer.down) visitor.act(ActKind::kOuterLift);
    if (!hands.inner && visitor.pot.inner.down) visitor.act(ActKind::kInnerLift);
    visitor.pass(4);
  };
  visitor.wheel(220);
  visitor.water(6);
  for (int i = 0; i < 120; ++i) touch(57 - i * 0.02, 30, false, false);
  visitor.lift();
  visitor.wheel(160);
  for (int i = 0; i < 90; ++i) touch(2, 76 - 70.0 * i / 90, true, true);
  for (int i = 0; i < 90; ++i) touch(8 + 28.0 * i / 90, 9, true, false);
  visitor.lift();
  for (int pull = 0; pull < 3; ++pull) {
    visitor.wheel(110);
    visitor.water(5);
    for (double z = 6; z < visitor.measures().height_mm + 3; z += 25.0 / 30) touch(60, z, false, true);
    visitor.lift();
  }
  EXPECT_EQ(helped.all(), "");
}

TEST_F(CoachHears, NoWaterAtAll) {
  potter.wheel(240);
  potter.wait(1);
  now_the_mistake();
  potter.sweep_outer(2.2, {55, 30}, {52, 30});
  expect_heard(CoachId::kNeverWet);
}

TEST_F(CoachHears, HandsRunDry) {
  potter.centre();
  potter.open();
  potter.wait(75);  // the film flies off and soaks in
  now_the_mistake();
  potter.wheel(90);
  potter.sweep_both(2.5, {56, 12}, {54, 50}, {42, 14}, {42, 50});
  expect_heard(CoachId::kHandsDry);
}

TEST_F(CoachHears, AWideRimOnAFastWheel) {
  pot = goal_pot(GoalShape::kBowl, 95, 6);
  potter.water(4);
  potter.wheel(50);
  potter.wait(4);
  now_the_mistake();
  potter.wheel(240);
  potter.wait(2);
  const CoachHint hint = expect_heard(CoachId::kRimTooFast);
  EXPECT_STREQ(hint.numbers[0].name, "cm");
  EXPECT_NEAR(hint.numbers[0].value, 24, 1);
  EXPECT_STREQ(hint.numbers[1].name, "rpm");
  EXPECT_LT(hint.numbers[1].value, 200);
}

TEST_F(CoachHears, AWheelThatStands) {
  potter.water(5);
  now_the_mistake();
  potter.sweep_outer(2, {60, 30}, {52, 30});
  expect_heard(CoachId::kWheelStands);
}

TEST_F(CoachHears, JerkyHands) {
  potter.cylinder();
  potter.water(3);
  now_the_mistake();
  for (int i = 0; i < 6; ++i) {
    potter.sweep_both(0.2, {58, 60}, {47, 62}, {44, 60}, {36, 62});
    potter.sweep_both(0.2, {47, 62}, {58, 60}, {36, 62}, {44, 60});
  }
  expect_heard(CoachId::kJerking);
}

TEST_F(CoachHears, CollaringTooFast) {
  potter.cylinder();
  potter.water(3);
  potter.wheel(80);
  potter.wait(1);
  const double top = potter.measures().height_mm - 15, r = potter.measures().mouth_diameter_mm / 2;
  now_the_mistake();
  potter.sweep_outer(1.5, {r + 1, top}, {r - 20, top});
  const CoachHint hint = expect_heard(CoachId::kCollarFast);
  EXPECT_GT(hint.numbers[0].value, hint.numbers[1].value);
}

TEST_F(CoachHears, HandsThatRunUpTheWall) {
  potter.centre();
  potter.open();
  potter.water(4);
  potter.wheel(90);
  potter.wait(1);
  now_the_mistake();
  potter.sweep_both(1.0, {54, 14}, {54, 62}, {42, 14}, {42, 62});
  potter.sweep_both(0.4, {54, 62}, {54, 80}, {42, 62}, {42, 80});
  const CoachHint hint = expect_heard(CoachId::kClimbFast);
  EXPECT_NEAR(hint.numbers[0].value, 48 / 1.5, 4);  // mm a turn
}

TEST_F(CoachHears, OneHandAloneStrokingUp) {
  potter.cylinder();
  potter.water(3);
  now_the_mistake();
  potter.sweep_outer(2, {50, 40}, {50, 70});
  expect_heard(CoachId::kOneSided);
}

TEST_F(CoachHears, AnOpeningThatGoesThrough) {
  potter.centre();
  potter.wheel(120);
  potter.water(4);
  potter.sweep_both(4, {60, 25}, {60, 25}, {8, 80}, {8, 10});
  now_the_mistake();
  potter.sweep_both(2, {60, 25}, {60, 25}, {8, 10}, {8, 2});
  expect_heard(CoachId::kTooDeep);
}

TEST_F(CoachHears, AFloorThatIsTooThin) {
  pot = pot_of([](double) { return 0.5; }, 100, 8, 3);
  potter.water(3);
  now_the_mistake();
  potter.wheel(90);
  potter.wait(2);
  const CoachHint hint = expect_heard(CoachId::kFloorThin);
  EXPECT_NEAR(hint.numbers[0].value, 3, 1);
}

TEST_F(CoachHears, OpeningClayThatIsNotCentred) {
  potter.wheel(160);
  potter.water(5);
  potter.wait(1);
  now_the_mistake();
  potter.sweep_inner(2.5, {8, 80}, {8, 45});
  expect_heard(CoachId::kOffCentre);
}

TEST_F(CoachHears, PullingAWallThatSwings) {
  potter.centre();
  potter.open();
  potter.water(4);
  potter.wheel(90);
  potter.wait(1);
  now_the_mistake();
  for (std::size_t k = 0; k < kRingCount; ++k) pot.clay.off_x_mm[k] += 3.6;
  potter.sweep_both(2, {54, 16}, {54, 40}, {43, 16}, {43, 40});
  expect_heard(CoachId::kOffCentre);
}

TEST_F(CoachHears, CentringOnASlowWheel) {
  potter.wheel(60);
  potter.water(5);
  potter.wait(1);
  now_the_mistake();
  potter.sweep_outer(2, {62, 30}, {56, 30});
  expect_heard(CoachId::kCentreFaster);
}

TEST_F(CoachHears, PullingOnAFastWheel) {
  potter.centre();
  potter.open();
  potter.water(4);
  now_the_mistake();
  potter.wheel(260);
  potter.sweep_both(2.2, {54, 14}, {54, 48}, {43, 14}, {43, 48});
  expect_heard(CoachId::kPullSlower);
}

TEST_F(CoachHears, AnOpeningNotDeepEnough) {
  potter.centre();
  potter.wheel(120);
  potter.water(4);
  potter.sweep_both(3, {60, 25}, {60, 25}, {8, 80}, {8, 26});
  now_the_mistake();
  potter.sweep_both(4, {60, 25}, {60, 25}, {8, 26}, {40, 26});
  const CoachHint hint = expect_heard(CoachId::kFloorThick);
  EXPECT_NEAR(hint.numbers[0].value, 24, 4);
}

TEST_F(CoachHears, AWallThatWobbles) {
  potter.cylinder();
  now_the_mistake();
  for (std::size_t k = 0; k < kRingCount; ++k) pot.clay.off_x_mm[k] += 0.06 * static_cast<double>(k);  // knocked
  potter.wait(2);
  expect_heard(CoachId::kWobble);
}

TEST_F(CoachHears, APoolLeftInside) {
  potter.cylinder();
  now_the_mistake();
  potter.water(50);
  potter.wait(2);
  const CoachHint hint = expect_heard(CoachId::kPool);
  EXPECT_NEAR(hint.numbers[0].value, 10, 4);
}

TEST_F(CoachHears, ALumpThatDrowns) {
  potter.centre();
  now_the_mistake();
  potter.water(40);
  potter.wait(2);
  expect_heard(CoachId::kTooWet);
}

TEST_F(CoachHears, ClayAsSoftAsButter) {
  Lesson soft(1200, 26);
  soft.potter.centre();
  soft.potter.open(100);
  soft.potter.wait(1);
  ASSERT_FALSE(soft.words.empty());
  EXPECT_STREQ(coach_id(soft.words.front().hint.id), "clay_soft") << soft.all();
  EXPECT_NEAR(soft.words.front().hint.numbers[0].value, 26, 0.6);
}

TEST_F(CoachHears, ARimWornThin) {
  pot = pot_of([](double) { return 0.4; }, 130, 6, 7);
  potter.water(3);
  potter.wheel(90);
  potter.wait(2);
  now_the_mistake();
  potter.sweep_both(2, {51.2, 118}, {51.2, 130}, {49.6, 118}, {49.6, 130});
  potter.wait(1);
  ASSERT_FALSE(lesson.words.empty());
  EXPECT_TRUE(lesson.words.front().hint.id == CoachId::kRimThin) << lesson.all();
}

TEST_F(CoachHears, AWallPinchedThrough) {
  pot = pot_of([](double) { return 0.4; }, 130, 4, 7);
  potter.water(3);
  potter.wheel(90);
  potter.wait(2);
  now_the_mistake();
  potter.sweep_both(2, {51.2, 70}, {51.2, 75}, {49.6, 70}, {49.6, 75});
  expect_heard(CoachId::kWallThin);
}

TEST_F(CoachHears, AFootLeftThick) {
  potter.centre();
  potter.open();
  for (const double gap : {12.0, 9.0, 7.0}) {
    potter.water(4);
    potter.wheel(90);
    potter.wait(0.3);
    began = pot.tick;
    for (double z = 44; z < potter.measures().height_mm + 4; z += 2)  // the pulls start half way up
      potter.sweep_both(0.1, {54, z}, {54, z + 2}, {54 - gap, z}, {54 - gap, z + 2});
    potter.lift();
    if (!lesson.words.empty()) break;
  }
  ASSERT_FALSE(lesson.words.empty());
  const CoachHint hint = lesson.words.front().hint;
  EXPECT_STREQ(coach_id(hint.id), "base_thick") << lesson.all();
  EXPECT_STREQ(hint.numbers[0].name, "base");
  EXPECT_STREQ(hint.numbers[1].name, "rim");
  EXPECT_GT(hint.numbers[0].value, 1.5 * hint.numbers[1].value);
}

TEST_F(CoachHears, OneThingAtATimeTheMostUrgentFirst) {
  pot = goal_pot(GoalShape::kBowl, 95, 6);
  potter.wheel(240);
  potter.water(150);  // pooled, drowned, and far too fast
  potter.wait(3);
  ASSERT_FALSE(lesson.words.empty());
  EXPECT_EQ(lesson.words.back().hint.id, CoachId::kRimTooFast) << lesson.all();
}

TEST_F(CoachHears, AHintStaysLongEnoughToBeRead) {
  for (int i = 0; i < 40; ++i) {  // a fault that comes and goes ten times in eight seconds
    pot.clay.pool_ml = i % 2 == 0 ? 20 : 0;
    potter.wheel(60 + i);
    potter.wait(0.4);
  }
  ASSERT_FALSE(lesson.words.empty());
  for (std::size_t i = 1; i < lesson.words.size(); ++i)
    EXPECT_GE(lesson.words[i].tick - lesson.words[i - 1].tick, static_cast<uint32_t>(kTwoSeconds)) << lesson.all();
  EXPECT_LE(lesson.words.size(), 4u) << lesson.all();
}

TEST_F(CoachHears, NothingOnceThePotIsCutOrFallen) {
  potter.cylinder();
  pot.clay.pool_ml = 30;
  potter.wait(2);
  EXPECT_FALSE(lesson.words.empty());
  potter.cut();
  EXPECT_EQ(coach(pot, lesson.state).id, CoachId::kQuiet);
}

TEST_F(CoachHears, TheSameLessonTwiceIsTheSame) {
  Lesson again(1200, 21.5);
  for (Lesson* each : {&lesson, &again}) {
    each->potter.wheel(60);
    each->potter.sweep_outer(3, {62, 30}, {50, 30});
    each->potter.wheel(300);
    each->potter.sweep_inner(3, {8, 80}, {8, 3});
  }
  EXPECT_NE(lesson.all(), "");
  EXPECT_EQ(lesson.all(), again.all());
}

TEST(Coach, EveryHintHasItsOwnName) {
  std::set<std::string> ids;
  for (std::size_t rank = 0; rank < kCoachIdCount; ++rank) ids.insert(coach_id(static_cast<CoachId>(rank)));
  EXPECT_EQ(ids.size(), kCoachIdCount);
  EXPECT_EQ(ids.count(""), 0u);
}

}  // namespace
}  // namespace sui::craft
