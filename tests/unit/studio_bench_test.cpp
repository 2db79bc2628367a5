// The workbench between wheel and glaze: what a finger does there becomes acts, the acts replay to the same pot, what
// was done can be taken back, and no pot is lost on the way.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/trimming.h"
#include "game/studio/joining.h"
#include "game/studio/trimming.h"
#include "tests/replay/busy_making.h"

namespace sui::studio {
namespace {

using craft::ActKind;
using craft::DryingPlace;

// A thrown cylinder, cut off and dried in the drying room's own steps.
Pot leather_hard(double wet_pct = 16.4) {
  Pot pot;
  fresh_lump(pot, 0);
  replay::Dice dice{2026};
  replay::throw_cylinder(*pot.bench, dice);
  EXPECT_TRUE(act(pot, craft::act_of(ActKind::kCut)));
  while (craft::measure(pot.bench->workpiece).moisture_wet_pct > wet_pct)
    EXPECT_TRUE(act(pot, craft::act_of(ActKind::kDry, static_cast<int32_t>(DryingPlace::kWrapped), 30)));
  refresh(pot, false);
  return pot;
}

void expect_replays(Pot& pot) {
  piece::seal(*pot.bench);
  const auto again = piece::replay(pot.bench->making);
  ASSERT_TRUE(again) << to_text(again.error());
  EXPECT_EQ(craft::state_hash(*again), craft::state_hash(pot.bench->workpiece));
}

void work(TrimmingRoom& room, Pot& pot, double along_mm, int ticks) {
  for (int tick = 0; tick < ticks; ++tick) {
    if (tick % craft::kHandReachTicks == 0) lead_tool(room, pot, along_mm);
    piece::step(*pot.bench);
  }
  refresh(pot, false);
}

TEST(TrimmingRoom, OnePassTakesNoMoreThanTheToolLeansIn) {
  Pot pot = leather_hard();
  TrimmingRoom room;
  enter(room, pot);
  ASSERT_TRUE(pot.bench->workpiece.trimming.on) << pot.complaint;
  const double z = pot.measures.height_mm * 0.4;
  const double wall_before = read_trim(room, pot).wall_mm_most;
  std::vector<float> outside;
  for (const craft::LookRing& ring : pot.look.rings) outside.push_back(ring.outer_mm);
  land_tool(room, pot, craft::TrimSide::kOutside, z);
  work(room, pot, z, 120 * 6);  // a finger that rests six seconds long
  lift_tool(room, pot);
  double deepest = 0;
  for (std::size_t k = 0; k < outside.size(); ++k)
    deepest = std::max(deepest, static_cast<double>(outside[k] - pot.look.rings[k].outer_mm));
  EXPECT_GT(deepest, 0.5 * lean_mm(room));
  EXPECT_LT(deepest, lean_mm(room) + 0.1);
  EXPECT_TRUE(pot.bench->workpiece.defects.empty());
  EXPECT_GT(read_trim(room, pot).taken_g, 0.5);
  EXPECT_LE(read_trim(room, pot).wall_mm_most, wall_before);
  take_off_chuck(room, pot);
  EXPECT_FALSE(pot.bench->workpiece.trimming.on);
  expect_replays(pot);
}

TEST(TrimmingRoom, AFootRingIsHollowedAndKeepsItsRing) {
  Pot pot = leather_hard();
  TrimmingRoom room;
  enter(room, pot);
  const double foot_mm = pot.look.rings[0].outer_mm;
  EXPECT_EQ(read_trim(room, pot).hollow_mm, 0);
  land_tool(room, pot, craft::TrimSide::kUnderside, 3);
  for (double r = 3; r < foot_mm + 8; r += 1) work(room, pot, r, 40);  // and slips off the edge
  lift_tool(room, pot);
  const TrimReading reading = read_trim(room, pot);
  EXPECT_GT(reading.hollow_mm, 0.2);
  EXPECT_GT(reading.foot_ring_mm, 2);
  EXPECT_TRUE(pot.bench->workpiece.defects.empty());
  take_off_chuck(room, pot);
  expect_replays(pot);
}

TEST(TrimmingRoom, TheLastPassCanBeTakenBack) {
  Pot pot = leather_hard();
  TrimmingRoom room;
  enter(room, pot);
  const auto pass = [&] {
    land_tool(room, pot, craft::TrimSide::kOutside, 40);
    work(room, pot, 40, 240);
    lift_tool(room, pot);
  };
  pass();
  const double mass_after_one = pot.measures.mass_g;
  pass();
  EXPECT_LT(pot.measures.mass_g, mass_after_one);
  ASSERT_TRUE(undo_trim(room, pot));
  EXPECT_NEAR(pot.measures.mass_g, mass_after_one, 1e-9);
  EXPECT_TRUE(pot.bench->workpiece.trimming.on) << "it still stands on the chuck";
  ASSERT_TRUE(undo_trim(room, pot));
  EXPECT_FALSE(undo_trim(room, pot)) << "nothing was trimmed before";
  expect_replays(pot);
}

TEST(TrimmingRoom, AWetPotIsLeftAloneAndSaysWhy) {
  Pot pot = leather_hard(21.0);
  TrimmingRoom room;
  enter(room, pot);
  EXPECT_FALSE(pot.bench->workpiece.trimming.on);
  EXPECT_FALSE(pot.complaint.empty());
  EXPECT_EQ(trim_hint(room, pot), "hint.trim.too_wet");
  land_tool(room, pot, craft::TrimSide::kOutside, 40);
  work(room, pot, 40, 60);
  lift_tool(room, pot);
  take_off_chuck(room, pot);
  EXPECT_EQ(pot.bench->workpiece.clay.removed_mm3, 0);
  EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kCut);
}

TEST(TrimmingRoom, OffTheChuckThePotGoesOnDrying) {
  Pot pot = leather_hard();
  TrimmingRoom room;
  enter(room, pot);
  land_tool(room, pot, craft::TrimSide::kOutside, 30);
  work(room, pot, 30, 60);
  take_off_chuck(room, pot);  // as when the app is put away with the finger down
  for (int hours = 0; hours < 24 * 13 && pot.bench->workpiece.stage < craft::Stage::kBoneDry; hours += 8)
    ASSERT_TRUE(act(pot, craft::act_of(ActKind::kDry, static_cast<int32_t>(DryingPlace::kShelf), 8 * 60)))
        << pot.complaint;
  EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kBoneDry);
}

void dry_out(Pot& pot) {
  for (int step = 0; step < 40 && pot.bench->workpiece.stage < craft::Stage::kBoneDry; ++step) {
    const auto place = step < 8 ? DryingPlace::kWrapped : DryingPlace::kShelf;
    ASSERT_TRUE(act(pot, craft::act_of(ActKind::kDry, static_cast<int32_t>(place), 480))) << pot.complaint;
  }
}

bool joint_cracked(const Pot& pot) {
  for (const craft::Defect& defect : pot.bench->workpiece.defects)
    if (defect.kind == craft::DefectKind::kJointCrack || defect.kind == craft::DefectKind::kLidMisfit) return true;
  return false;
}

TEST(JoiningRoom, AHandlePutOnAsDampAsThePotHoldsAsWasSaid) {
  Pot pot = leather_hard();
  JoiningRoom room;
  enter(room, pot);
  take_part(room, pot, craft::PartKind::kStrapHandle);
  ASSERT_TRUE(room.held);
  const JointReading told = read_joint(*room.held, pot);
  EXPECT_TRUE(told.holds) << told.pull << " over " << told.bears;
  ASSERT_TRUE(press_on(room, pot)) << pot.complaint;
  EXPECT_TRUE(has_part(pot, craft::PartKind::kStrapHandle));
  EXPECT_FALSE(room.held);
  expect_replays(pot);
  dry_out(pot);
  EXPECT_FALSE(joint_cracked(pot));
}

TEST(JoiningRoom, WhatIsSaidToCrackCracks) {
  Pot pot = leather_hard(13.5);
  JoiningRoom room;
  enter(room, pot);
  take_part(room, pot, craft::PartKind::kStrapHandle);
  room.held->fresh = true;
  room.held->slip = false;
  const JointReading told = read_joint(*room.held, pot);
  EXPECT_FALSE(told.holds);
  EXPECT_GT(told.part_wet_pct, told.pot_wet_pct + 3);
  ASSERT_TRUE(press_on(room, pot)) << pot.complaint;
  dry_out(pot);
  EXPECT_TRUE(joint_cracked(pot));
}

TEST(JoiningRoom, ThePartComesOffWhileItsSlipIsWetAndNotLater) {
  Pot pot = leather_hard();
  JoiningRoom room;
  enter(room, pot);
  EXPECT_FALSE(may_take_off(pot));
  take_part(room, pot, craft::PartKind::kEarHandle);
  ASSERT_TRUE(press_on(room, pot)) << pot.complaint;
  ASSERT_TRUE(may_take_off(pot));
  ASSERT_TRUE(take_off(room, pot));
  EXPECT_FALSE(has_part(pot, craft::PartKind::kEarHandle));
  take_part(room, pot, craft::PartKind::kEarHandle);
  ASSERT_TRUE(press_on(room, pot)) << pot.complaint;
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kDry, 0, 60)));
  EXPECT_FALSE(may_take_off(pot));
  expect_replays(pot);
}

TEST(JoiningRoom, TheSecondOfAPairGoesOpposite) {
  Pot pot = leather_hard();
  JoiningRoom room;
  enter(room, pot);
  take_part(room, pot, craft::PartKind::kEarHandle);
  room.held->u_turn = 0.2;
  ASSERT_TRUE(press_on(room, pot)) << pot.complaint;
  take_part(room, pot, craft::PartKind::kEarHandle);
  EXPECT_NEAR(room.held->u_turn, 0.7, 1e-4);
}

TEST(JoiningRoom, TheDuckIsMadeOfItsThreePartsAndDriesWhole) {
  Pot pot = leather_hard();
  JoiningRoom room;
  enter(room, pot);
  for (const craft::PartKind kind : duck_parts()) {
    take_part(room, pot, kind);
    const SizeSpan sizes = sizes_of_part(kind);
    EXPECT_GE(room.held->size_mm, sizes.least);
    EXPECT_LE(room.held->size_mm, sizes.most);
    ASSERT_TRUE(press_on(room, pot)) << craft::part_id(kind) << ": " << pot.complaint;
    EXPECT_TRUE(has_part(pot, kind));
  }
  expect_replays(pot);
  dry_out(pot);
  EXPECT_FALSE(joint_cracked(pot));
  EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kBoneDry);
}

TEST(JoiningRoom, AKnobWithoutALidLeavesThePotAsItWas) {
  Pot pot = leather_hard();
  JoiningRoom room;
  enter(room, pot);
  const std::size_t acts = pot.bench->making.acts.size();
  take_part(room, pot, craft::PartKind::kKnob);
  EXPECT_FALSE(press_on(room, pot));
  EXPECT_FALSE(pot.complaint.empty());
  EXPECT_EQ(pot.bench->making.acts.size(), acts);
  EXPECT_FALSE(pot.bench->workpiece.part_in_hand);
}

}  // namespace
}  // namespace sui::studio
