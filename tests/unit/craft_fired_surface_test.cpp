// What the fire makes of a decorated, glazed surface, as it is seen: wax that kept glaze off, five waters of cobalt,
// cobalt that heaped and piled, two glazes on one pot, the mark on the foot.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "game/craft/foot_mark.h"
#include "game/craft/glaze_colour.h"
#include "game/craft/look.h"
#include "game/craft/wares.h"
#include "tests/unit/colour_difference.h"
#include "tests/unit/plain_pot.h"
#include "tests/unit/pot_acts.h"

namespace sui::craft {
namespace {

constexpr int kColumns = 512, kRows = 256;

int32_t number(Pigment pigment) {
  return static_cast<int32_t>(pigment);
}

void band(Workpiece& pot, Pigment pigment, double v_ring, double width_mm) {
  must(pot, ActKind::kBand, number(pigment), to_fixed(v_ring, kPerRing), to_fixed(width_mm, kPerMm), kPerLoad);
}

void dip(Workpiece& pot, GlazeKind kind, bool whole = false) {
  must(pot, ActKind::kGlazeDip, static_cast<int32_t>(kind), 3 * kPerDipSecond, 1450, whole ? 1 : 0);
}

void burn(Workpiece& pot, double peak_c, double co_pct, double cooling_c_h = 120) {
  const auto segment = [&](double rate, double to, int32_t hold, double co) {
    must(pot, ActKind::kKilnSegment, to_fixed(rate, kPerCelsius), to_fixed(to, kPerCelsius), hold,
         to_fixed(co, kPerCoPct));
  };
  segment(100, 900, 0, 0);
  segment(100, peak_c, 20, co_pct);
  segment(cooling_c_h, 1000, 0, 0);
  must(pot, ActKind::kFire, static_cast<int32_t>(co_pct > 0 ? KilnKind::kGas : KilnKind::kElectric), 0, 7, 0);
}

bool has(const Workpiece& pot, DefectKind kind) {
  return std::any_of(pot.defects.begin(), pot.defects.end(), [kind](const Defect& d) { return d.kind == kind; });
}

std::size_t cell_at(double u_turn, double v_ring) {
  return static_cast<std::size_t>(v_ring / kRingCount * kRows) * kColumns + static_cast<std::size_t>(u_turn * kColumns);
}

TEST(Wax, AWaxedBandOnACeladonPotComesOutBareAndItsNeighboursGlazed) {
  Workpiece pot = test::build({});
  band(pot, Pigment::kWax, 70, 10);
  band(pot, Pigment::kCobalt, 70, 3);  // too late: it does not hold on the wax
  dip(pot, GlazeKind::kMeiziqing);
  burn(pot, 1258, 6);
  const Look look = look_of(pot, kColumns, kRows);
  ASSERT_EQ(look.paint_bare.size(), look.paint_cobalt.size());
  for (const double u : {0.1, 0.4, 0.9}) {
    EXPECT_EQ(look.paint_bare[cell_at(u, 70)], 255) << u;
    EXPECT_EQ(look.paint_cobalt[cell_at(u, 70)], 0) << u;
    EXPECT_EQ(look.paint_bare[cell_at(u, 50)], 0) << u;
    EXPECT_EQ(look.paint_bare[cell_at(u, 90)], 0) << u;
  }
  EXPECT_GT(look.rings[50].glaze_outer_mm, 0.2f);
  EXPECT_TRUE(look.paint_enamel.empty()) << "the wax itself has burnt away";
  const RingField holds = glaze_holds(pot.surface, pot.clay);
  EXPECT_EQ(holds[70], 0);
  EXPECT_EQ(holds[50], 1);
}

TEST(Wax, UnglazedOrUnwaxedNothingIsBareOfGlaze) {
  Workpiece unwaxed = test::build({}), unglazed = test::build({});
  band(unwaxed, Pigment::kCobalt, 70, 10);
  dip(unwaxed, GlazeKind::kClear);
  burn(unwaxed, 1280, 0);
  EXPECT_TRUE(look_of(unwaxed, 64, 32).paint_bare.empty());
  band(unglazed, Pigment::kWax, 70, 10);
  burn(unglazed, 1280, 0);
  EXPECT_TRUE(look_of(unglazed, 64, 32).paint_bare.empty()) << "there was no glaze to keep off";
}

TEST(Wax, AWaxedFootLetsGoOfTheShelfAndAnOpenGapInItDoesNot) {
  const auto dipped_whole = [](auto wax) {
    Workpiece pot = test::build({});
    wax(pot);
    dip(pot, GlazeKind::kClear, true);
    burn(pot, 1280, 0);
    return has(pot, DefectKind::kStuckToShelf);
  };
  EXPECT_TRUE(dipped_whole([](Workpiece&) {}));
  EXPECT_FALSE(dipped_whole([](Workpiece& pot) { band(pot, Pigment::kWax, 2, 12); }));
  EXPECT_TRUE(dipped_whole([](Workpiece& pot) {  // the brush stops a tenth short of all the way round
    must(pot, ActKind::kStrokeBegin, number(Pigment::kWax), to_fixed(12, kPerMm), kPerLoad);
    for (int i = 0; i <= 36; ++i)
      must(pot, ActKind::kStrokePoint, to_fixed(i * 0.025, kPerTurn), to_fixed(2, kPerRing), kPerPressure);
    must(pot, ActKind::kStrokeEnd);
  }));
}

// ---- blue and white ------------------------------------------------------------------------------------------------

// The colour of a cell: the wall through its cobalt under the glaze that lies there, as the ware shader draws it.
Rgb seen(const Look& look, const Workpiece& pot, std::size_t cell) {
  const double load = look.paint_cobalt[cell] / 255.0;
  const auto through = [load](float body, float deepest) {
    return static_cast<double>(body) * std::pow(static_cast<double>(deepest), load);
  };
  const Rgb painted{through(look.body_r, look.cobalt_r), through(look.body_g, look.cobalt_g),
                    through(look.body_b, look.cobalt_b)};
  return layer_over(glass_of(pot.glaze.outer_oxides, pot.firing.glaze), 0.3, painted);
}

// Five fields between outlines round the pot, a water in each.
Workpiece five_waters() {
  Workpiece pot = test::build({});
  for (int field = 0; field <= static_cast<int>(kWaterCount); ++field) band(pot, Pigment::kCobalt, 30 + 15 * field, 1);
  for (std::size_t tone = 0; tone < kWaterCount; ++tone) {
    const int32_t v = to_fixed(37.5 + 15 * static_cast<double>(tone), kPerRing);
    for (const int32_t u : {0, kPerTurn / 5, 2 * kPerTurn / 5, 3 * kPerTurn / 5, 4 * kPerTurn / 5})
      must(pot, ActKind::kWash, number(Pigment::kCobalt), u, v, to_fixed(water(tone).load, kPerLoad));
  }
  dip(pot, GlazeKind::kClear);
  return pot;
}

TEST(BlueAndWhite, FiveWatersFireToFiveBlues) {  // 头浓 二浓 正浓 淡描 影淡
  Workpiece pot = five_waters();
  burn(pot, 1290, 3);
  const Look look = look_of(pot, kColumns, kRows);
  std::vector<Rgb> blues{seen(look, pot, cell_at(0.1, 20))};  // the white ground
  for (int tone = static_cast<int>(kWaterCount) - 1; tone >= 0; --tone)
    blues.push_back(seen(look, pot, cell_at(0.1, 38.5 + 15 * tone)));
  for (std::size_t i = 1; i < blues.size(); ++i) {
    EXPECT_GE(test::difference(blues[i - 1], blues[i]), 6) << i;
    EXPECT_LT(test::lab_of(blues[i]).lightness, test::lab_of(blues[i - 1]).lightness) << i;
    EXPECT_LT(test::lab_of(blues[i]).b, test::lab_of(blues[0]).b) << "blue, not grey: " << i;
  }
  // Facts D4, Kangxi: D3DEEA … 1B2F6E, from the palest wash to the outline at its deepest.
  EXPECT_LT(test::difference(blues[1], test::colour(0xD3DEEA)), 8);
  const std::size_t deepest = static_cast<std::size_t>(
      std::max_element(look.paint_cobalt.begin(), look.paint_cobalt.end()) - look.paint_cobalt.begin());
  EXPECT_LT(test::difference(seen(look, pot, deepest), test::colour(0x1B2F6E)), 26);
}

TEST(BlueAndWhite, HeapsAndPilesWhereItLiesThickAndTheKilnCoolsSlowly) {  // facts D4
  Workpiece slow = five_waters(), fast = five_waters();
  burn(slow, 1290, 3, 40);
  burn(fast, 1290, 3, 400);
  EXPECT_GT(look_of(slow, 0, 0).cobalt_piled, 0.7f);
  EXPECT_LT(look_of(fast, 0, 0).cobalt_piled, 0.2f);
}

TEST(BlueAndWhite, IsBlue) {
  Workpiece pot = five_waters();
  burn(pot, 1280, 3);
  const Look look = look_of(pot, 0, 0);
  EXPECT_GT(look.cobalt_b, 10 * look.cobalt_g);
  EXPECT_GT(look.cobalt_g, look.cobalt_r);
  EXPECT_LT(look.cobalt_r, 0.01f) << "no red returns from the deepest tone";
}

// ---- two glazes ----------------------------------------------------------------------------------------------------

TEST(TwoGlazes, EachMeltsInItsOwnWay) {
  Workpiece both = test::build({}), clear = test::build({});
  must(both, ActKind::kGlazePour, static_cast<int32_t>(GlazeKind::kTenmoku), 3 * kPerDipSecond, 1450, 0);
  must(both, ActKind::kGlazeSwill, static_cast<int32_t>(GlazeKind::kClear), 3 * kPerDipSecond, 1450);
  dip(clear, GlazeKind::kClear);
  burn(both, 1280, 0);
  burn(clear, 1280, 0);
  EXPECT_EQ(both.firing.inner_glaze.melt, clear.firing.glaze.melt) << "the clear glaze melts as it would alone";
  EXPECT_EQ(both.firing.inner_glaze.run_per_mm2, clear.firing.glaze.run_per_mm2);
  EXPECT_GT(both.firing.glaze.run_per_mm2, 2 * both.firing.inner_glaze.run_per_mm2) << "iron makes tenmoku fluid";
  EXPECT_EQ(clear.firing.inner_glaze.melt, clear.firing.glaze.melt) << "one glaze, one history";
  EXPECT_NE(state_hash(both), state_hash(clear));
  const Look two = look_of(both, 0, 0), one = look_of(clear, 0, 0);
  EXPECT_EQ(two.inside.absorbs_b, one.inside.absorbs_b);
  EXPECT_EQ(two.inside.gloss, one.inside.gloss);
  EXPECT_GT(two.outside.absorbs_b, 3 * two.inside.absorbs_b);
}

TEST(TwoGlazes, OneMayStayPowderWhereTheOtherMelts) {
  Workpiece pot = test::build({});
  must(pot, ActKind::kGlazePour, static_cast<int32_t>(GlazeKind::kDuckYellow), 3 * kPerDipSecond, 1450, 0);
  must(pot, ActKind::kGlazeSwill, static_cast<int32_t>(GlazeKind::kClear), 3 * kPerDipSecond, 1450);
  const double inner_raw_mm = pot.glaze.inner_mm[80];
  burn(pot, 1020, 0);
  EXPECT_GT(look_of(pot, 0, 0).outside.gloss, 0.9f);
  EXPECT_LT(look_of(pot, 0, 0).inside.gloss, 0.05f);
  EXPECT_GT(pot.glaze.inner_mm[80], 0.9 * inner_raw_mm) << "powder keeps its thickness";
}

// ---- the mark ------------------------------------------------------------------------------------------------------

TEST(FootMark, TheUndersideShowsItInTheColourOfItsFire) {
  Workpiece pot = test::build({});
  EXPECT_FALSE(look_of(pot, 0, 0).foot_mark.written);
  must(pot, ActKind::kFootMark, static_cast<int32_t>(FootMarkText::kMadeInYearsOfPeace),
       static_cast<int32_t>(FootMarkFrame::kDoubleRing), 0, 256 * kPerLoad);
  const LookFootMark raw = look_of(pot, 0, 0).foot_mark;
  EXPECT_TRUE(raw.written);
  EXPECT_EQ(raw.text, 2);
  EXPECT_EQ(raw.frame, 1);
  EXPECT_LT(raw.b, 0.1f) << "raw cobalt is a dull grey";
  dip(pot, GlazeKind::kClear);
  burn(pot, 1280, 3);
  const LookFootMark blue = look_of(pot, 0, 0).foot_mark;
  EXPECT_GT(blue.b, 4 * blue.g);
  EXPECT_GT(blue.b, 4 * raw.b);
}

}  // namespace
}  // namespace sui::craft
