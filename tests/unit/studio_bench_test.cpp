// The workbench between wheel and glaze: what a finger does there becomes acts, the acts replay to the same pot, what
// was done can be taken back, and no pot is lost on the way.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/look_paint.h"
#include "game/craft/surface.h"
#include "game/craft/trimming.h"
#include "game/studio/decor.h"
#include "game/studio/firing.h"
#include "game/studio/joining.h"
#include "game/studio/tool_strip.h"
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

TEST(ToolStrip, EitherHandTakesUpAnyToolAndTheActsReplay) {
  Pot pot;
  fresh_lump(pot, 100);
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kWheel, 100 * craft::kPerRpm)));
  EXPECT_FALSE(take_tool(pot, false, craft::Tool::kFingers)) << "it holds nothing else already";
  for (const bool inner : {false, true}) {
    for (const craft::Tool tool : {craft::Tool::kSponge, craft::Tool::kWetSponge, craft::Tool::kRib}) {
      ASSERT_TRUE(take_tool(pot, inner, tool)) << pot.complaint;
      const craft::Workpiece& workpiece = pot.bench->workpiece;
      EXPECT_EQ(inner ? workpiece.inner.tool : workpiece.outer.tool, tool);
    }
  }
  ASSERT_TRUE(press_down(pot, false, true)) << pot.complaint;
  EXPECT_TRUE(pot.bench->workpiece.outer.presses_down);
  ASSERT_TRUE(take_tool(pot, false, craft::Tool::kNeedle)) << pot.complaint;
  EXPECT_FALSE(pot.bench->workpiece.outer.presses_down) << "a needle cuts across";
  expect_replays(pot);
}

TEST(ToolStrip, AHandOnTheClayKeepsWhatItHolds) {
  Pot pot;
  fresh_lump(pot, 0);
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kOuterHand, 90 * craft::kPerMm, 20 * craft::kPerMm)));
  EXPECT_FALSE(take_tool(pot, false, craft::Tool::kRib));
  EXPECT_EQ(pot.bench->workpiece.outer.tool, craft::Tool::kFingers);
}

TEST(Biscuit, ADryBarePotComesOutBiscuitAndTakesGlazeAndFireAgain) {
  Pot pot = leather_hard();
  dry_out(pot);
  Firing firing;
  enter(firing, pot, craft::KilnKind::kElectric);
  EXPECT_TRUE(firing.biscuit);
  for (const craft::Act& wanted : biscuit_acts()) ASSERT_TRUE(act(pot, wanted)) << pot.complaint;
  EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kBiscuit);
  EXPECT_TRUE(pot.bench->workpiece.defects.empty());
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kGlazeDip, 0, 2 * craft::kPerDipSecond, 1450))) << pot.complaint;
  enter(firing, pot, craft::KilnKind::kElectric);
  EXPECT_FALSE(firing.biscuit);
  for (const craft::Act& wanted : fire_acts(Schedule::kNormal, craft::KilnKind::kElectric))
    ASSERT_TRUE(act(pot, wanted)) << pot.complaint;
  EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kFired);
  expect_replays(pot);
}

void draw_along(Pot& pot, DecorTool tool) {
  ASSERT_TRUE(act(pot, carve_begin_act(tool, 0.3f))) << pot.complaint;
  for (int i = 0; i < 8; ++i)
    ASSERT_TRUE(act(pot, craft::act_of(ActKind::kStrokePoint, 1000 * i, (40 + 2 * i) * craft::kPerRing, 200)));
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kStrokeEnd)));
}

TEST(Decor, WhatIsCutAtLeatherHardIsSeenInTheWallAndDriesWithIt) {
  for (const DecorTool tool : {DecorTool::kKnife, DecorTool::kSlantedKnife, DecorTool::kComb, DecorTool::kSlip}) {
    Pot pot = leather_hard();
    ASSERT_TRUE(may_use(tool, pot));
    draw_along(pot, tool);
    EXPECT_EQ(fault_of_last_cut(pot), "") << name_of(tool).name;
    repaint(pot);
    ASSERT_FALSE(pot.look.paint_height.empty()) << name_of(tool).name;
    const auto [low, high] = std::minmax_element(pot.look.paint_height.begin(), pot.look.paint_height.end());
    if (tool == DecorTool::kSlip) {
      EXPECT_GT(*high, 140);
    } else {
      EXPECT_LT(*low, 116) << name_of(tool).name;
    }
    dry_out(pot);
    EXPECT_EQ(pot.bench->workpiece.stage, craft::Stage::kBoneDry);
    expect_replays(pot);
  }
}

TEST(Decor, AStampGoesRoundThePotAndAGrainGoesThrough) {
  Pot pot = leather_hard();
  const craft::Act one = stamp_act(DecorTool::kLeaf, pot, 0.3, 60, 0.3f, false);
  const craft::Act all = stamp_act(DecorTool::kLeaf, pot, 0.3, 60, 0.3f, true);
  EXPECT_EQ(one.a / 256, 1);
  EXPECT_GT(all.a / 256, 8);
  EXPECT_EQ(all.a % 256, static_cast<int32_t>(craft::StampForm::kLeaf));
  ASSERT_TRUE(act(pot, all)) << pot.complaint;
  ASSERT_TRUE(act(pot, pierce_act(-0.4, 80, 0.5f, 0.1))) << pot.complaint;
  repaint(pot);
  ASSERT_FALSE(pot.look.paint_hole.empty());
  EXPECT_GT(*std::max_element(pot.look.paint_hole.begin(), pot.look.paint_hole.end()), 200);
  expect_replays(pot);
}

TEST(Decor, CuttingTooDryIsDoneAndSaidAloud) {
  Pot pot = leather_hard();
  dry_out(pot);
  ASSERT_TRUE(may_use(DecorTool::kKnife, pot));
  draw_along(pot, DecorTool::kKnife);
  EXPECT_EQ(fault_of_last_cut(pot), "hint.decor.chipped");
  ASSERT_TRUE(act(pot, craft::act_of(ActKind::kStrokeUndo)));
  EXPECT_EQ(fault_of_last_cut(pot), "");
}

TEST(Decor, BandsAndTheFiveWatersLayLessAndLess) {
  Pot pot = leather_hard();
  dry_out(pot);
  double before = 1e9;
  for (std::size_t water = 0; water < kFiveWaters.size(); ++water) {
    const double v = 30 + 14 * static_cast<double>(water);
    ASSERT_TRUE(act(pot, band_act(craft::Pigment::kCobalt, v, 4, kFiveWaters[water]))) << pot.complaint;
    const craft::PigmentField field = craft::lay_all(pot.bench->workpiece.surface, pot.bench->workpiece.clay, 64, 512);
    const auto row = static_cast<std::size_t>(v / craft::kRingCount * 512);
    const double laid = field.cobalt_g_m2[row * 64 + 20];
    EXPECT_GT(laid, 0) << water;
    EXPECT_LT(laid, before) << water;
    before = laid;
  }
  ASSERT_TRUE(act(pot, wash_act(craft::Pigment::kCobalt, 0.5, 50, kFiveWaters[2]))) << pot.complaint;
  expect_replays(pot);
}

TEST(Decor, TheFootBearsOneMark) {
  Pot pot = leather_hard();
  dry_out(pot);
  ASSERT_TRUE(act(pot, mark_act(2, 1, craft::Pigment::kCobalt, 0.9))) << pot.complaint;
  repaint(pot);
  EXPECT_TRUE(pot.look.foot_mark.written);
  EXPECT_EQ(pot.look.foot_mark.text, 2);
  EXPECT_FALSE(act(pot, mark_act(0, 0, craft::Pigment::kCobalt, 0.9)));
  expect_replays(pot);
}

}  // namespace
}  // namespace sui::studio
