// A kiln driven by hand: what was looked at is what comes out, a decent hand ripens the pot, an idle one does not, and
// a fire that was left goes on where it was.
#include "game/studio/hand_fire.h"

#include <gtest/gtest.h>

#include <cmath>

#include "game/piece/record.h"
#include "tests/unit/craft_potter.h"
#include "tests/unit/fireman.h"

namespace sui::studio {
namespace {

using craft::act_of;
using craft::ActKind;
using craft::KilnKind;

// A cylinder, dry and in the clear glaze, with its making, as it stands before the kiln.
const piece::Making& glazed_making() {
  static const piece::Making making = [] {
    craft::Potter potter(1200, 21.5);
    auto bench = piece::fresh_bench(potter.pot.start);
    EXPECT_TRUE(bench);
    potter.acted = [&](const craft::Act& done) {
      piece::advance(*bench, done.tick);
      EXPECT_TRUE(piece::act_on(*bench, done));
    };
    potter.cylinder();
    potter.cut();
    potter.dry(craft::DryingPlace::kWrapped, 60 * 24 * 2);
    potter.dry(craft::DryingPlace::kShelf, 60 * 24 * 5);
    potter.act(ActKind::kGlazeDip, static_cast<int32_t>(craft::GlazeKind::kClear), 2 * craft::kPerDipSecond, 1450);
    piece::seal(*bench);
    return bench->making;
  }();
  return making;
}

Pot glazed_pot() {
  Pot pot;
  EXPECT_TRUE(resume(pot, glazed_making())) << pot.complaint;
  return pot;
}

double kiln_c_at(const craft::Firing& firing, double hour) {
  for (std::size_t at = 1; at < firing.curve.size(); ++at) {
    const craft::KilnSample &from = firing.curve[at - 1], &to = firing.curve[at];
    if (to.hour < hour) continue;
    return from.kiln_c + (to.kiln_c - from.kiln_c) * (hour - from.hour) / (to.hour - from.hour);
  }
  return 0;
}

TEST(HandFire, ADecentHandRipensThePotInEveryKilnAndReplayAgrees) {
  for (const KilnKind kiln : {KilnKind::kElectric, KilnKind::kGas, KilnKind::kZhenyao}) {
    Pot pot = glazed_pot();
    HandFire fire = hand_fire(pot, kiln, kiln == KilnKind::kZhenyao ? 1 : 0);
    ASSERT_TRUE(test::drive(fire, pot, {})) << craft::kiln_id(kiln);
    const double hour = read_fire(fire).hour - 1, cone = read_fire(fire).cone;
    const double seen_c = kiln_c_at(fire.burn.firing, hour);
    ASSERT_TRUE(put_out(fire, pot)) << pot.complaint;
    const craft::Firing& firing = pot.bench->workpiece.firing;
    EXPECT_TRUE(firing.done);
    EXPECT_NEAR(kiln_c_at(firing, hour), seen_c, 2) << craft::kiln_id(kiln);
    EXPECT_NEAR(firing.cone, cone, 1.2) << craft::kiln_id(kiln);  // the last heat, and the place on the shelf
    EXPECT_GT(firing.cone, craft::kConeUnderfired) << craft::kiln_id(kiln);
    EXPECT_LT(firing.cone, craft::kConeOverfired) << craft::kiln_id(kiln);
    piece::seal(*pot.bench);
    const auto again = piece::replay(pot.bench->making);
    ASSERT_TRUE(again) << to_text(again.error());
    EXPECT_EQ(craft::state_hash(*again), craft::state_hash(pot.bench->workpiece));
  }
}

TEST(HandFire, AnIdleHandFiresNothing) {
  Pot pot = glazed_pot();
  const std::size_t acts = pot.bench->making.acts.size();
  HandFire fire = hand_fire(pot, KilnKind::kGas, 0);
  for (int second = 0; second < 600; ++second) burn_on(fire, pot, 1);
  EXPECT_FALSE(fire.lit);
  EXPECT_EQ(pot.bench->making.acts.size(), acts);  // nothing was done, nothing is written

  fire.levers = {0.05f, 0.6f, 0.8f};  // lit, and then nobody minds it
  for (int second = 0; second < 240; ++second) burn_on(fire, pot, 1);
  EXPECT_GT(read_fire(fire).hour, 30);
  EXPECT_LT(read_fire(fire).cone, -10);
  ASSERT_TRUE(put_out(fire, pot));
  EXPECT_LT(pot.bench->workpiece.firing.vitrification, 0.2);
}

TEST(HandFire, LeavingAndComingBackGivesTheSameFire) {
  Pot pot = glazed_pot();
  HandFire fire = hand_fire(pot, KilnKind::kGas, 0);
  (void)test::drive(fire, pot, {12, 5});
  note_the_minute(fire, pot);
  const FireReading left = read_fire(fire);
  Pot taken_up;
  ASSERT_TRUE(resume(taken_up, pot.bench->making));
  HandFire again = hand_fire(taken_up, KilnKind::kGas, 0);
  EXPECT_TRUE(again.lit && again.paused);
  const FireReading found = read_fire(again);
  EXPECT_EQ(found.hour, left.hour);
  EXPECT_EQ(found.kiln_c, left.kiln_c);
  EXPECT_EQ(found.ware_c, left.ware_c);
  EXPECT_NEAR(again.levers.fuel, fire.levers.fuel, 0.01);
  EXPECT_TRUE(test::drive(again, taken_up, {}));
  EXPECT_TRUE(put_out(again, taken_up)) << taken_up.complaint;
}

TEST(HandFire, BeforeRedHeatThePotMayBeTakenOutAsItWas) {
  Pot pot = glazed_pot();
  const uint64_t before = pot.bench->workpiece.running_hash;
  HandFire fire = hand_fire(pot, KilnKind::kElectric, 0);
  (void)test::drive(fire, pot, {12, 2});
  EXPECT_FALSE(met_fire(fire));
  ASSERT_TRUE(take_out_again(fire, pot));
  EXPECT_FALSE(fire.lit);
  EXPECT_EQ(pot.bench->workpiece.running_hash, before);
  (void)test::drive(fire, pot, {12, 8});
  EXPECT_TRUE(met_fire(fire));
}

TEST(HandFire, LogsFeedTheDragonWhereTheyAreThrown) {
  Pot pot = glazed_pot();
  HandFire fire = hand_fire(pot, KilnKind::kDragon, 1);
  (void)test::drive(fire, pot, {12, 14, 90});
  const double head_c = fire.burn.chamber.zones[0].gas_c, tail_c = fire.burn.chamber.zones[4].gas_c;
  fire.section = 4;
  for (int log = 0; log < 40; ++log) {
    throw_log(fire);
    burn_on(fire, pot, 0.5);
  }
  EXPECT_GT(fire.burn.chamber.zones[4].gas_c - tail_c, 60 + fire.burn.chamber.zones[0].gas_c - head_c);
  EXPECT_GT(pot.bench->workpiece.stokes.size(), 20u);
  ASSERT_TRUE(put_out(fire, pot)) << pot.complaint;
  EXPECT_GT(pot.bench->workpiece.firing.wood_kg, 1200);
}

TEST(HandFire, LessAirMakesSmokeAndTheReadingSaysSo) {
  Pot pot = glazed_pot();
  HandFire fire = hand_fire(pot, KilnKind::kGas, 0);
  (void)test::drive(fire, pot, {6, 30, 150, 1.3f, 1.3f});
  EXPECT_EQ(read_fire(fire).atmosphere, Atmosphere::kOxidising);
  EXPECT_EQ(read_fire(fire).advice, FireAdvice::kTurnReducing);
  fire.levers.air *= 0.62f;
  burn_on(fire, pot, 3);
  EXPECT_EQ(read_fire(fire).atmosphere, Atmosphere::kReducing) << read_fire(fire).co_pct;
  fire.levers.air *= 0.6f;
  burn_on(fire, pot, 3);
  EXPECT_EQ(read_fire(fire).atmosphere, Atmosphere::kSmothered) << read_fire(fire).co_pct;
}

TEST(HandFire, ConesLieDownInTheirOrderAndColoursRise) {
  Pot pot = glazed_pot();
  HandFire fire = hand_fire(pot, KilnKind::kElectric, 0);
  auto colour = HeatColour::kBlack;
  for (double cone = -20; cone < 11.5; cone += 1.5) {
    ASSERT_TRUE(test::drive(fire, pot, {cone, 60})) << cone;
    const FireReading reading = read_fire(fire);
    EXPECT_GE(static_cast<int>(reading.colour), static_cast<int>(colour));
    colour = reading.colour;
    EXPECT_GE(reading.cones[0].lean_deg, reading.cones[1].lean_deg);
    EXPECT_GE(reading.cones[1].lean_deg, reading.cones[2].lean_deg);
  }
  const FireReading reading = read_fire(fire);
  EXPECT_GE(colour, HeatColour::kPaleYellow);
  EXPECT_EQ(reading.cones[1].lean_deg, 90);
  EXPECT_LT(reading.cones[2].lean_deg, 80);
  EXPECT_TRUE(reading.advice == FireAdvice::kRipe || reading.advice == FireAdvice::kTooFar);
}

TEST(HandFire, ARestlessHandNeverOutgrowsTheMaking) {
  Pot pot = glazed_pot();
  HandFire fire = hand_fire(pot, KilnKind::kGas, 0);
  fire.pace = 3;
  for (int frame = 0; frame < 60 * 220; ++frame) {
    fire.levers.fuel = 0.1f + 0.05f * static_cast<float>(frame % 7);
    burn_on(fire, pot, 1.0 / 60);
    if (frame % 100 == 0) note_the_minute(fire, pot);
  }
  EXPECT_LE(pot.bench->workpiece.drives.size(), craft::kKilnDrivesMax);
  EXPECT_TRUE(put_out(fire, pot)) << pot.complaint;
}

}  // namespace
}  // namespace sui::studio
