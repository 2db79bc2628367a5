// Lessons and commissions: each lesson is passed by doing what it says and by nothing less, the clay of one is the
// clay of the next, and a commission is taken when it is what was asked for, or says what is missing.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/assist.h"
#include "game/craft/likeness.h"
#include "game/craft/measure.h"
#include "game/craft/trimming.h"
#include "game/studio/codex.h"
#include "game/studio/comic.h"
#include "game/studio/commission.h"
#include "game/studio/firing.h"
#include "game/studio/lesson.h"
#include "tests/unit/craft_goal_pot.h"
#include "tests/unit/craft_potter.h"

namespace sui::studio {
namespace {

using craft::act_of;
using craft::ActKind;
using craft::Stage;
using craft::Workpiece;

// One finger with the helping hand, on a lesson's clay.
class Learner : public craft::Potter {
 public:
  Learner(LessonId lesson, int assist) : Potter(1200, 21.5, 0), lesson_(lesson) {
    const auto clay = practice_clay(lesson, assist);
    EXPECT_TRUE(clay) << (clay ? "" : to_text(clay.error()));
    pot = clay->workpiece;
  }
  LessonSight sight() const { return see(lesson_, pot); }
  void touch(double r_mm, double z_mm, bool inside, bool vertical) {
    const craft::AssistHands hands = craft::assist_hands(pot, {r_mm, z_mm, inside, vertical});
    if (hands.outer) outer({hands.outer_r_mm, hands.outer_z_mm});
    if (hands.inner) inner({hands.inner_r_mm, hands.inner_z_mm});
    if (!hands.outer && pot.outer.down) act(ActKind::kOuterLift);
    if (!hands.inner && pot.inner.down) act(ActKind::kInnerLift);
    advance(pot, pot.tick + 4);
  }
  void learn() {
    switch (lesson_) {
      case LessonId::kCentre:
        wheel(200);
        water(6);
        for (int i = 0; i < 200; ++i) touch(56, 30, false, false);
        break;
      case LessonId::kOpen:
        wheel(160);
        for (int i = 0; i < 90; ++i) touch(2, 76 - 70.0 * i / 90, true, true);
        for (int i = 0; i < 90; ++i) touch(8 + 28.0 * i / 90, 9, true, false);
        break;
      case LessonId::kPull:
        for (int pull = 0; pull < 3; ++pull) {
          wheel(100);
          water(5);
          for (double z = 6; z < measures().height_mm + 3; z += 0.8) touch(60, z, false, true);
          lift();
        }
        break;
      case LessonId::kBelly:
        wheel(80);
        for (int i = 0; i < 90; ++i) touch(48 + 0.3 * i, 0.5 * measures().height_mm, true, false);
        break;
      case LessonId::kCollar:
        wheel(80);
        for (int i = 0; i < 600; ++i) touch(55 - 0.1 * i, measures().height_mm - 8, false, false);
        break;
      default:
        FAIL() << "not at the wheel";
    }
    lift();
  }

 private:
  LessonId lesson_;
};

TEST(Lessons, NoneIsPassedByDoingNothing) {
  for (const LessonId lesson : kLessons) {
    for (const int assist : {0, 60, 100}) {
      const auto clay = practice_clay(lesson, assist);
      ASSERT_TRUE(clay) << lesson_id(lesson);
      Workpiece pot = clay->workpiece;
      EXPECT_FALSE(see(lesson, pot).done) << lesson_id(lesson) << " with " << assist;
      EXPECT_EQ(see(lesson, pot).step, 0) << lesson_id(lesson) << " with " << assist;
      if (!is_at_the_wheel(lesson)) continue;
      craft::apply(pot, {pot.tick, ActKind::kWheel, craft::to_fixed(200, craft::kPerRpm)});
      craft::advance(pot, pot.tick + 20 * craft::kTicksPerSecond);
      EXPECT_FALSE(see(lesson, pot).done) << lesson_id(lesson) << " by letting the wheel turn";
    }
  }
}

TEST(Lessons, EachIsPassedByDoingWhatItSays) {
  for (const LessonId lesson : kLessons) {
    if (!is_at_the_wheel(lesson)) continue;
    for (const int assist : {0, 60, 100}) {
      Learner learner(lesson, assist);
      learner.learn();
      const LessonSight sight = learner.sight();
      EXPECT_TRUE(sight.done) << lesson_id(lesson) << " with " << assist << ": " << sight.now << " of " << sight.wanted
                              << ' ' << sight.trouble;
    }
  }
}

TEST(Lessons, TheClayOfOneIsTheClayOfTheNext) {
  for (const LessonId lesson : {LessonId::kCentre, LessonId::kOpen, LessonId::kPull, LessonId::kBelly}) {
    Learner learner(lesson, 60);
    const auto next = static_cast<LessonId>(static_cast<int>(lesson) + 1);
    EXPECT_FALSE(carries_over(next, learner.pot)) << lesson_id(next);
    learner.learn();
    EXPECT_TRUE(carries_over(next, learner.pot)) << lesson_id(next);
  }
}

TEST(Lessons, AHandStillOnTheClayHasNotFinished) {
  Learner learner(LessonId::kCentre, 60);
  learner.learn();
  ASSERT_TRUE(learner.sight().done);
  learner.outer({60, 30});
  EXPECT_FALSE(learner.sight().done);
}

TEST(Lessons, AFloorGoneTooThinIsSaidAndDoesNotPass) {
  Learner learner(LessonId::kOpen, 0);
  learner.wheel(160);
  learner.sweep_both(4, {60, 25}, {60, 25}, {8, 80}, {8, 1});
  learner.sweep_both(4, {60, 25}, {60, 25}, {8, 1}, {44, 1});
  learner.lift();
  ASSERT_LT(learner.measures().floor_mm, kFloorLeastMm);
  EXPECT_FALSE(learner.sight().done);
  EXPECT_EQ(lesson_words(LessonId::kOpen, learner.sight()), "hint.learn.open.thin");
}

TEST(Lessons, AWallShavedAndAFootHollowedIsTrimmed) {
  Workpiece pot = practice_clay(LessonId::kTrim, 60)->workpiece;
  ASSERT_EQ(see(LessonId::kTrim, pot).step, 0);
  const auto act = [&pot](ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0) {
    const craft::Act made{pot.tick, kind, a, b, c};
    const auto allowed = craft::check(pot, made);
    ASSERT_TRUE(allowed) << to_text(allowed.error());
    craft::apply(pot, made);
  };
  const auto tool = [&](double r_mm, double z_mm, craft::TrimSide side) {
    act(ActKind::kTrimTool, craft::to_fixed(r_mm, craft::kPerMm), craft::to_fixed(z_mm, craft::kPerMm),
        static_cast<int32_t>(side));
    craft::advance(pot, pot.tick + 8);
  };
  act(ActKind::kTrimBegin, craft::to_fixed(200, craft::kPerRpm));
  craft::advance(pot, pot.tick + 200);
  const auto foot = static_cast<double>(craft::ring_shape(pot.clay, 4).outer_mm);
  for (int pass = 0; pass < 4; ++pass) {
    for (double z = 2; z < 40; z += 0.5) tool(foot - 1.0 - 0.8 * pass, z, craft::TrimSide::kOutside);
    act(ActKind::kTrimLift);
  }
  EXPECT_EQ(see(LessonId::kTrim, pot).step, 1) << see(LessonId::kTrim, pot).now;
  EXPECT_FALSE(see(LessonId::kTrim, pot).done) << "it has no foot yet";
  for (double depth = 0.6; depth < 3; depth += 0.6) {
    for (double r = foot - 14; r > 2; r -= 0.8) tool(r, depth, craft::TrimSide::kUnderside);
  }
  EXPECT_FALSE(see(LessonId::kTrim, pot).done) << "the tool is still on it";
  act(ActKind::kTrimLift);
  const LessonSight sight = see(LessonId::kTrim, pot);
  EXPECT_TRUE(sight.done) << sight.now << ' ' << sight.trouble;
}

class Painter {
 public:
  Painter() : pot(practice_clay(LessonId::kOutlineWash, 100)->workpiece) {}
  void stroke(double width_mm, double load, const std::vector<craft::StrokePoint>& points) {
    craft::apply(pot, {pot.tick, ActKind::kStrokeBegin, 0, craft::to_fixed(width_mm, craft::kPerMm),
                       craft::to_fixed(load, craft::kPerLoad)});
    for (const craft::StrokePoint& point : points) {
      const craft::Act act{pot.tick, ActKind::kStrokePoint, craft::to_fixed(point.u_turn, craft::kPerTurn),
                           craft::to_fixed(point.v_ring, craft::kPerRing), craft::kPerPressure};
      ASSERT_TRUE(craft::check(pot, act));
      craft::apply(pot, act);
    }
    craft::apply(pot, {pot.tick, ActKind::kStrokeEnd});
  }
  // Round a leaf in the middle of the wall; `round` 1: all the way.
  void leaf(double round) {
    std::vector<craft::StrokePoint> points;
    for (int i = 0; i <= 60; ++i) {
      const double angle = 6.2831853 * round * i / 60;
      points.push_back({0.25 + 0.06 * std::cos(angle), 75 + 16 * std::sin(angle), 1});
    }
    stroke(2.5, 0.95, points);
  }
  void wash(double half_u) {
    for (double v = 64; v <= 88; v += 4) stroke(14, 0.3, {{0.25 - half_u, v, 1}, {0.25 + half_u, v, 1}});
  }
  LessonSight sight() const { return see(LessonId::kOutlineWash, pot); }
  Workpiece pot;
};

TEST(Lessons, AClosedLineFilledWithAPaleWashIsOutlineAndWash) {
  Painter painter;
  painter.leaf(1);
  EXPECT_EQ(painter.sight().step, 1) << "the line is home";
  EXPECT_FALSE(painter.sight().done);
  painter.wash(0.04);
  EXPECT_TRUE(painter.sight().done) << painter.sight().now << ' ' << painter.sight().trouble;
}

TEST(Lessons, AnOpenLineOrAWashOverEverythingIsNot) {
  Painter open;
  open.leaf(0.6);
  open.wash(0.04);
  EXPECT_EQ(open.sight().step, 0);
  Painter spilt;
  spilt.leaf(1);
  spilt.wash(0.04);
  for (int i = 0; i < 8; ++i) spilt.wash(0.2);
  EXPECT_FALSE(spilt.sight().done);
  EXPECT_STREQ(spilt.sight().trouble, "spilt");
  Painter dark;
  dark.leaf(1);
  for (double v = 64; v <= 88; v += 4) dark.stroke(14, 0.95, {{0.21, v, 1}, {0.29, v, 1}});
  EXPECT_FALSE(dark.sight().done) << "a full brush is no wash";
}

Workpiece fired_in(Schedule schedule, craft::KilnKind kiln) {
  Workpiece pot = practice_clay(LessonId::kReadFire, 100)->workpiece;
  for (craft::Act act : fire_acts(schedule, kiln, craft::GlazeKind::kQingbai)) {
    act.tick = pot.tick;
    const auto allowed = craft::check(pot, act);
    EXPECT_TRUE(allowed) << to_text(allowed.error());
    craft::apply(pot, act);
  }
  return pot;
}

TEST(Lessons, TheFireIsReadByCallingTheConeAsItGoesDown) {
  const Workpiece fired = fired_in(Schedule::kOwn, craft::KilnKind::kGas);
  EXPECT_FALSE(see(LessonId::kReadFire, fired).done) << "a good fire that nobody watched teaches nothing";
  EXPECT_TRUE(see(LessonId::kReadFire, fired, 9.8).done);
  EXPECT_STREQ(see(LessonId::kReadFire, fired, 7).trouble, "early");
  EXPECT_STREQ(see(LessonId::kReadFire, fired, 10.7).trouble, "late");
  const LessonSight electric = see(LessonId::kReadFire, fired_in(Schedule::kOwn, craft::KilnKind::kElectric), 10);
  EXPECT_FALSE(electric.done);
  EXPECT_STREQ(electric.trouble, "clear") << "there is no flame to read in an electric kiln";
}

TEST(Lessons, TheConesOfAFireRiseToWhereItEnded) {
  const craft::Firing fire = fired_in(Schedule::kOwn, craft::KilnKind::kGas).firing;
  double before = cone_at(fire, 0);
  for (double hour = 1; hour <= fire.hours; hour += 0.5) {
    EXPECT_GE(cone_at(fire, hour), before);
    before = cone_at(fire, hour);
  }
  EXPECT_NEAR(cone_at(fire, fire.hours), fire.cone, 0.3);
}

Workpiece asked_for(const Commission& commission) {
  Workpiece pot = craft::goal_pot(commission.shape, 0.87 * commission.wet_height_mm, 3);
  pot.stage = Stage::kFired;
  pot.firing.done = true;
  pot.firing.fe2_fraction = 0.6;
  pot.glaze.laid = pot.glaze.outside = true;
  craft::Stroke stroke;
  switch (commission.wish) {
    case Wish::kBlueAndWhite:
      pot.surface.strokes.push_back(stroke);
      break;
    case Wish::kWhite:
      pot.glaze.kind = craft::GlazeKind::kTianbai;
      break;
    case Wish::kCeladon:
      pot.glaze.kind = craft::GlazeKind::kFenqing;
      break;
    case Wish::kDark:
      pot.glaze.kind = craft::GlazeKind::kTenmoku;
      break;
    case Wish::kEnamelled:
      stroke.pigment = craft::Pigment::kEnamelRose;
      pot.surface.strokes.push_back(stroke);
      break;
  }
  return pot;
}

TEST(Commissions, EachTakesThePotItAskedFor) {
  for (const Commission& commission : commissions()) {
    const Verdict verdict = judge(commission, asked_for(commission));
    EXPECT_TRUE(verdict.accepted) << commission.id;
    EXPECT_GT(verdict.score, 90) << commission.id;
    for (std::size_t i = 0; i < kConditionCount; ++i)
      EXPECT_TRUE(verdict.found[i].met) << commission.id << ' ' << condition_id(static_cast<Condition>(i)) << ' '
                                        << verdict.found[i].value << " of " << verdict.found[i].wanted;
  }
}

TEST(Commissions, ThePotForOneIsNotThePotForAnother) {
  for (const Commission& wanted : commissions()) {
    for (const Commission& made : commissions()) {
      if (wanted.shape == made.shape) continue;
      EXPECT_FALSE(judge(wanted, asked_for(made)).accepted) << wanted.id << " with " << made.id;
    }
  }
}

TEST(Commissions, WhatIsMissingIsSaid) {
  const Commission& pear = commissions()[0];
  Workpiece raw = asked_for(pear);
  raw.stage = Stage::kGlazed;
  EXPECT_FALSE(judge(pear, raw).fired);
  EXPECT_FALSE(judge(pear, raw).accepted);
  Workpiece plain = asked_for(pear);
  plain.surface.strokes.clear();
  EXPECT_FALSE(judge(pear, plain).found[static_cast<std::size_t>(Condition::kWish)].met);
  EXPECT_LT(judge(pear, plain).score, judge(pear, asked_for(pear)).score);
  Workpiece cracked = asked_for(pear);
  cracked.defects.emplace_back();
  EXPECT_FALSE(judge(pear, cracked).found[static_cast<std::size_t>(Condition::kSound)].met);
  Workpiece straw = asked_for(commissions()[2]);
  straw.firing.fe2_fraction = 0.1;
  EXPECT_FALSE(judge(commissions()[2], straw).accepted) << "celadon without smoke is not green";
}

TEST(Commissions, AThrownCylinderIsHonestlyNotYetAPearVase) {
  craft::Potter potter(1200, 21.5, 60);
  potter.cylinder();
  potter.cut();
  potter.dry(craft::DryingPlace::kWrapped, 48 * 60);
  potter.dry(craft::DryingPlace::kShelf, 96 * 60);
  potter.act(ActKind::kGlazeDip, 0, craft::to_fixed(2.5, craft::kPerDipSecond), 1450);
  for (const craft::Act& act : fire_acts(Schedule::kNormal, craft::KilnKind::kGas))
    potter.act(act.kind, act.a, act.b, act.c, act.d);
  const Verdict verdict = judge(commissions()[0], potter.pot);
  EXPECT_TRUE(verdict.fired);
  EXPECT_FALSE(verdict.accepted);
  EXPECT_FALSE(verdict.found[static_cast<std::size_t>(Condition::kShape)].met);
  EXPECT_TRUE(verdict.found[static_cast<std::size_t>(Condition::kSize)].met);
}

TEST(Codex, EveryCardCanBeTurnedByReadingOrLearning) {
  shelf::Book book;
  int closed = 0;
  for (const Card& card : cards()) closed += !is_open(card, book);
  EXPECT_GT(closed, 0);
  EXPECT_LT(closed, static_cast<int>(kCardCount)) << "somebody who reads no story finds something, too";
  for (const Chapter& chapter : chapters()) book.read.insert(chapter.id);
  for (const LessonId lesson : kLessons) book.learned.insert(lesson_id(lesson));
  for (const Card& card : cards()) {
    EXPECT_TRUE(is_open(card, book)) << card.id;
    EXPECT_NE(card.source[0], 0) << card.id << " names its source";
  }
}

}  // namespace
}  // namespace sui::studio
