// Trimming: the leather-hard pot on the chuck, what the tool may take, what goes wrong too wet, too dry, too deep.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/clay.h"
#include "game/craft/drying.h"
#include "game/craft/look.h"
#include "game/craft/stack.h"
#include "game/craft/trimming.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

bool has(const Workpiece& pot, DefectKind kind) {
  for (const Defect& defect : pot.defects)
    if (defect.kind == kind) return true;
  return false;
}

double accounted_mm3(const Workpiece& pot) {
  const double size3 = pot.linear_shrink * pot.linear_shrink * pot.linear_shrink;
  return clay_volume_mm3(pot.clay) / size3 + pot.clay.removed_mm3;
}

class Trimmer : public Potter {
 public:
  Trimmer() : Potter(1200, 21.5) {
    cylinder();
    cut();
  }
  // Down to this much water, wrapped so that it is even.
  void stiffen(double wet_pct) {
    while (measures().moisture_wet_pct > wet_pct) dry(wet_pct > 10 ? DryingPlace::kWrapped : DryingPlace::kShelf, 30);
  }
  void begin(double rpm = 150) { act(ActKind::kTrimBegin, to_fixed(rpm, kPerRpm)); }
  void tool(Spot at, TrimSide side) {
    act(ActKind::kTrimTool, to_fixed(at.r_mm, kPerMm), to_fixed(at.z_mm, kPerMm), static_cast<int32_t>(side));
  }
  void sweep_tool(double seconds, Spot from, Spot to, TrimSide side = TrimSide::kOutside) {
    const int samples = static_cast<int>(seconds * 30);
    for (int i = 0; i <= samples; ++i) {
      const double t = static_cast<double>(i) / samples;
      tool({from.r_mm + (to.r_mm - from.r_mm) * t, from.z_mm + (to.z_mm - from.z_mm) * t}, side);
      wait(4.0 / kTicksPerSecond);
    }
  }
  void lift_tool() { act(ActKind::kTrimLift); }
  void end() { act(ActKind::kTrimEnd); }
  Result<Done> may(ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0) const {
    return check(pot, {pot.tick, kind, a, b, c, 0});
  }
  // Follows the outside up from z to z, paring the wall to `wall_mm`.
  void pare_wall(double wall_mm, double from_mm, double to_mm, double bite_mm = 0.8) {
    for (double z = from_mm; z < to_mm; z += 1) {
      for (int pass = 0; pass < 400; ++pass) {
        const std::size_t k = ring_at(z);
        const double face = pot.clay.r_mm[k] + 0.5 * pot.clay.w_mm[k];
        const double over = pot.clay.w_mm[k] - wall_mm;
        if (over <= 0.02) break;
        tool({face - (over < bite_mm ? over : bite_mm), z}, TrimSide::kOutside);
        wait(4.0 / kTicksPerSecond);
      }
    }
    lift_tool();
  }
  std::size_t ring_at(double z) const {
    Stack stack;
    lay_out(pot.clay, stack);
    std::size_t k = 0;
    while (k + 1 < kRingCount && stack.z_mm[k] + 0.5 * stack.h_mm[k] < z) ++k;
    return k;
  }
};

TEST(Trimming, IsForStiffPotsOnAChuck) {
  Trimmer trimmer;
  EXPECT_FALSE(trimmer.may(ActKind::kTrimBegin, 150 * kPerRpm));  // wet from the wheel
  EXPECT_FALSE(trimmer.may(ActKind::kTrimTool, 64, 64));
  trimmer.stiffen(16);
  EXPECT_FALSE(trimmer.may(ActKind::kTrimBegin, 301 * kPerRpm));
  EXPECT_FALSE(trimmer.may(ActKind::kTrimBegin, -1));
  trimmer.begin();
  EXPECT_FALSE(trimmer.may(ActKind::kTrimBegin, 150 * kPerRpm));
  EXPECT_TRUE(trimmer.may(ActKind::kTrimBegin, 100 * kPerRpm));
  EXPECT_FALSE(trimmer.may(ActKind::kDry, 1, 60));  // not while it turns
  EXPECT_FALSE(trimmer.may(ActKind::kTrimLift));
  EXPECT_FALSE(trimmer.may(ActKind::kTrimTool, 64, 64, 2));
  EXPECT_FALSE(trimmer.may(ActKind::kTrimTool, to_fixed(kReachRMmMax, kPerMm) + 1, 64, 0));
  EXPECT_FALSE(trimmer.may(ActKind::kTrimTool, 64, to_fixed(kReachZMmMax, kPerMm) + 1, 0));
  trimmer.tool({80, 20}, TrimSide::kOutside);
  EXPECT_FALSE(trimmer.may(ActKind::kTrimTool, 64, 64, 1));
  trimmer.end();
  EXPECT_TRUE(trimmer.may(ActKind::kDry, 1, 60));
  EXPECT_FALSE(trimmer.may(ActKind::kTrimEnd));
}

TEST(Trimming, AFootRingIsCutAndTheClayIsAccountedFor) {
  Trimmer trimmer;
  trimmer.stiffen(16);
  const Measures before = trimmer.measures();
  const double clay_before = accounted_mm3(trimmer.pot);
  trimmer.begin();
  trimmer.wait(1.5);
  const double foot = before.foot_diameter_mm / 2;
  trimmer.sweep_tool(12, {4, 3}, {foot - 6, 3}, TrimSide::kUnderside);
  trimmer.lift_tool();
  trimmer.sweep_tool(6, {foot + 1, 0}, {foot - 1.5, 0});  // a chamfer
  trimmer.lift_tool();
  trimmer.end();
  const Measures after = trimmer.measures();
  EXPECT_TRUE(trimmer.pot.defects.empty());
  EXPECT_NEAR(accounted_mm3(trimmer.pot) / clay_before, 1, 1e-12);
  EXPECT_LT(after.mass_g, before.mass_g - 15);
  EXPECT_NEAR(after.floor_mm, before.floor_mm - 3, 0.6);
  EXPECT_NEAR(after.height_mm, before.height_mm, 1e-6);
  EXPECT_NEAR(after.capacity_ml, before.capacity_ml, 1);  // the hollow underneath holds no tea
  EXPECT_LT(after.foot_diameter_mm, before.foot_diameter_mm - 1);
  const Look look = look_of(trimmer.pot, 0, 0);
  EXPECT_NEAR(look.rings[0].inner_mm, static_cast<float>(foot - 6), 1.0f);
  EXPECT_NEAR(look.floor_top_mm, static_cast<float>(before.floor_mm), 0.01f);
  // It goes on to dry like any pot.
  trimmer.dry(DryingPlace::kWrapped, 60 * 24 * 2);
  trimmer.dry(DryingPlace::kShelf, 60 * 24 * 6);
  EXPECT_EQ(trimmer.pot.stage, Stage::kBoneDry);
  EXPECT_NEAR(accounted_mm3(trimmer.pot) / clay_before, 1, 1e-9);
}

// Facts A2: thrown walls are 3-5 mm; eggshell below 1 mm comes from trimming.
TEST(Trimming, EggshellWallsAreReached) {
  Trimmer trimmer;
  trimmer.stiffen(15);
  const double before = accounted_mm3(trimmer.pot);
  trimmer.begin();
  trimmer.wait(1.5);
  trimmer.pare_wall(0.8, 60, 100);
  trimmer.end();
  const std::size_t k = trimmer.ring_at(80);
  EXPECT_LT(trimmer.pot.clay.w_mm[k], 1);
  EXPECT_GT(trimmer.pot.clay.w_mm[k], 0.5);
  EXPECT_FALSE(has(trimmer.pot, DefectKind::kCutThrough));
  EXPECT_NEAR(accounted_mm3(trimmer.pot) / before, 1, 1e-12);
}

TEST(Trimming, ATooDeepCutGoesThrough) {
  Trimmer trimmer;
  trimmer.stiffen(15);
  trimmer.begin();
  trimmer.wait(1.5);
  Trimmer under = trimmer;
  trimmer.sweep_tool(12, {56, 80}, {40, 80});
  EXPECT_TRUE(has(trimmer.pot, DefectKind::kCutThrough));
  under.sweep_tool(12, {20, 1}, {20, 12}, TrimSide::kUnderside);
  EXPECT_TRUE(has(under.pot, DefectKind::kCutThrough));
}

TEST(Trimming, TooWetTearsTooDryChips) {
  Trimmer trimmer;
  trimmer.stiffen(19);
  Trimmer leather = trimmer, dry = trimmer;
  leather.stiffen(15.5);
  dry.stiffen(3);
  for (Trimmer* each : {&trimmer, &leather, &dry}) {
    each->begin();
    each->wait(1.5);
    const double face = each->pot.clay.r_mm[each->ring_at(80)] + 0.5 * each->pot.clay.w_mm[each->ring_at(80)];
    each->tool({face - 3, 80}, TrimSide::kOutside);
    each->wait(0.3);
    each->end();
  }
  EXPECT_TRUE(has(trimmer.pot, DefectKind::kTrimTorn));
  EXPECT_TRUE(has(dry.pot, DefectKind::kTrimChipped));
  EXPECT_FALSE(has(leather.pot, DefectKind::kTrimTorn) || has(leather.pot, DefectKind::kTrimChipped));
}

// 利坯 on a nearly bone-dry pot, as in Jingdezhen: light cuts, and it stays whole.
TEST(Trimming, ANearlyBoneDryPotTakesLightCuts) {
  Trimmer trimmer;
  trimmer.stiffen(3);
  trimmer.begin(200);
  trimmer.wait(2);
  const double before = trimmer.pot.clay.w_mm[trimmer.ring_at(80)];
  trimmer.pare_wall(before - 1.5, 76, 84, 0.3);
  EXPECT_NEAR(trimmer.pot.clay.w_mm[trimmer.ring_at(80)], before - 1.5, 0.3);
  EXPECT_TRUE(trimmer.pot.defects.empty());
}

}  // namespace
}  // namespace sui::craft
