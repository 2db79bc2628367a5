// How clay fails on the wheel: each criterion of facts A3 found by bisection over makings, against its formula.
// A wall of known shape is set on the wheel; then only acts and time.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/shell.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.283185307179586;
constexpr double kG = 9.81;

struct Section {  // a piece of wall from one end to the other, `rings` rings of it
  std::size_t rings;
  double r_from_mm, r_to_mm, height_mm, width_from_mm, width_to_mm;
};

// True and evenly wet, of the given pieces from the foot up.
Workpiece wall(double wet_pct, std::initializer_list<Section> sections) {
  Workpiece pot = *fresh_workpiece({ClayBody::kJingdezhen, 1200, to_fixed(wet_pct, 16), 0});
  Clay& clay = pot.clay;
  std::size_t k = 0;
  for (const Section& section : sections) {
    for (std::size_t i = 0; i < section.rings; ++i, ++k) {
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(section.rings);
      clay.r_mm[k] = section.r_from_mm + (section.r_to_mm - section.r_from_mm) * share;
      clay.w_mm[k] = section.width_from_mm + (section.width_to_mm - section.width_from_mm) * share;
      clay.volume_mm3[k] =
          kTwoPi * clay.r_mm[k] * clay.w_mm[k] * section.height_mm / static_cast<double>(section.rings);
      clay.off_x_mm[k] = clay.off_y_mm[k] = clay.oval_x_mm[k] = clay.oval_y_mm[k] = 0;
    }
  }
  EXPECT_EQ(k, static_cast<std::size_t>(kRingCount));
  clay.uneven_mm = 0;
  return pot;
}

double density_kg_m3(double wet_pct) {
  const double dry = moisture_dry_of_wet_pct(wet_pct);
  return (1 + dry) / (1 / kGrainDensityGCm3 + dry) * 1000;
}

double strength_kpa(double wet_pct) {  // 2 τy
  return yield_stress_kpa(moisture_dry_of_wet_pct(wet_pct));
}

// The least value between `holds` and `fails` that fails, to a thousandth of the way.
template <typename Fails>
double threshold(double holds, double fails, const Fails& failed) {
  EXPECT_FALSE(failed(holds)) << "already fails at " << holds;
  EXPECT_TRUE(failed(fails)) << "still holds at " << fails;
  for (int i = 0; i < 10; ++i) {
    const double middle = 0.5 * (holds + fails);
    (failed(middle) ? fails : holds) = middle;
  }
  return 0.5 * (holds + fails);
}

bool has(const Workpiece& pot, DefectKind kind) {
  for (const Defect& defect : pot.defects)
    if (defect.kind == kind) return true;
  return false;
}

// h_crit = 2τy / (ρ g): 1.2 m at 21.5 %, 0.34 m at 25 %.
TEST(Failure, AColumnIsCrushed) {
  for (const double wet : {25.0, 26.0, 27.0}) {
    const double facts_mm = 1e6 * strength_kpa(wet) / (density_kg_m3(wet) * kG);
    const double found = threshold(0.5 * facts_mm, 1.6 * facts_mm, [&](double height) {
      Workpiece pot = wall(wet, {{kRingCount, 60, 60, height, 7, 7}});
      advance(pot, 30 * kTicksPerSecond);
      return measure(pot).height_mm < 0.97 * height;
    });
    EXPECT_NEAR(found / facts_mm, 1, 0.15) << wet << " %: " << found << " mm";
  }
  EXPECT_NEAR(1e6 * strength_kpa(25) / (density_kg_m3(25) * kG), 340, 20);
  EXPECT_NEAR(1e6 * strength_kpa(21.5) / (density_kg_m3(21.5) * kG), 1200, 60);
}

// σθ = ρ (g r tan α + ω² r²) < 2τy, at the rim of a cone.
TEST(Failure, AFlaredWallLetsGoAtTheSpeedOfTheFacts) {
  struct Case {
    double wet_pct, tangent, rim_mm;
  };
  for (const Case& given : {Case{23, 0.6, 120}, {24, 1.0, 130}, {24, 1.5, 110}, {25, 0.6, 110}}) {
    const double height = (given.rim_mm - 45) / given.tangent;
    double facts_rpm = 0;
    while (flare_stress_kpa(density_kg_m3(given.wet_pct) * 1e-6, given.rim_mm, given.tangent, facts_rpm) <
           strength_kpa(given.wet_pct))
      facts_rpm += 0.5;
    const double found = threshold(0.5 * facts_rpm, 1.8 * facts_rpm, [&](double rpm) {
      Workpiece pot = wall(given.wet_pct, {{kRingCount, 45, given.rim_mm, height, 18, 4}});
      apply(pot, {pot.tick, ActKind::kWheel, to_fixed(rpm, kPerRpm), 0, 0, 0});
      advance(pot, 12 * kTicksPerSecond);
      return pot.fallen;
    });
    EXPECT_NEAR(found / facts_rpm, 1, 0.15) << given.wet_pct << " %, tan " << given.tangent << ": " << found;
  }
}

// 2 ρ g ℓ² / t < 2τy: a rim laid out flat holds as a shelf, whatever the hoop would say.
TEST(Failure, AnOverhangingRimDroopsAtTheLengthOfTheFacts) {
  struct Case {
    double wet_pct, thick_mm;
  };
  for (const Case& given : {Case{25, 3}, {25, 5}, {26, 5}}) {
    const double facts_mm =
        std::sqrt(1e6 * strength_kpa(given.wet_pct) * given.thick_mm / (2 * density_kg_m3(given.wet_pct) * kG));
    constexpr double kTangent = 5;
    const double width = given.thick_mm * std::sqrt(1 + kTangent * kTangent);
    const double found = threshold(0.5 * facts_mm, 1.8 * facts_mm, [&](double length) {
      Workpiece pot = wall(given.wet_pct, {{kRingCount / 8, 120, 120, 60, 12, 12},
                                           {kRingCount * 7 / 8, 120, 120 + length, length / kTangent, width, width}});
      apply(pot, {pot.tick, ActKind::kWheel, to_fixed(5, kPerRpm), 0, 0, 0});
      advance(pot, 20 * kTicksPerSecond);
      return pot.fallen;
    });
    EXPECT_NEAR(found / facts_mm, 1, 0.15) << given.wet_pct << " %, " << given.thick_mm << " mm: " << found;
  }
}

// μ F r < 2π r² t τy: a dry hand on a broad top twists the neck below it. F is what the hand was pressed with.
TEST(Failure, ADryHandTwistsANeckThatIsTooNarrow) {
  for (const double wet : {21.5, 23.0}) {
    constexpr double kHandMm = 40, kNeckThickMm = 2, kTopThickMm = 5;
    double force_mn = 0;
    const std::size_t part = kRingCount / 4;
    const double found = threshold(30, 6, [&](double neck_mm) {
      Workpiece pot = wall(wet, {{part, neck_mm, neck_mm, 10, kNeckThickMm, kNeckThickMm},
                                 {part, neck_mm, kHandMm, 30, kNeckThickMm, kTopThickMm},
                                 {2 * part, kHandMm, kHandMm, 20, kTopThickMm, kTopThickMm}});
      for (double& skin : pot.clay.skin_moisture_dry) skin = 0.18;
      pot.clay.film_mm = 0;
      apply(pot, {pot.tick, ActKind::kWheel, to_fixed(60, kPerRpm), 0, 0, 0});
      advance(pot, pot.tick + 120);
      const double face = pot.clay.r_mm[3 * part] + 0.5 * pot.clay.w_mm[3 * part];
      apply(pot, {pot.tick, ActKind::kOuterHand, to_fixed(face - 1.5, kPerMm), to_fixed(50, kPerMm), 0, 0});
      force_mn = 0;
      for (int i = 0; i < 6 && !pot.fallen; ++i) {
        step(pot);
        if (pot.outer.force_mn > force_mn) force_mn = pot.outer.force_mn;
      }
      return pot.clay.twist_turn[kRingCount - 1] != 0;
    });
    // Facts A2: dry clay drags with μ 0.5 to 0.8. The neck's strength: its core, and a dry skin of 0.3 mm outside.
    const double core = moisture_dry_of_wet_pct(wet);
    const double layers =
        (1 - 0.3 / kNeckThickMm) * yield_stress_kpa(core) + 0.3 / kNeckThickMm * yield_stress_kpa(0.18);
    const double facts_mm = std::sqrt(0.7 * force_mn * kHandMm / (kTwoPi * kNeckThickMm * 0.5 * layers));
    EXPECT_NEAR(found / facts_mm, 1, 0.15) << wet << " %: neck " << found << " mm, pressed with " << force_mn << " mN";
  }
}

// Folds if the inward strain of a pass is above 8-10 %.
TEST(Failure, AWallCollaredTooFarInOnePassFolds) {
  double strain = 0;
  const auto collared = [&](double share, int passes) {
    Potter potter(1200, 21.5);
    potter.pot = wall(21.5, {{kRingCount, 50, 50, 110, 5, 5}});
    potter.wheel(80);
    potter.water(6);
    potter.wait(1.5);
    const std::size_t high = kRingCount * 9 / 10;
    const double before = potter.pot.clay.r_mm[high];
    double face = before + 0.5 * potter.pot.clay.w_mm[high];
    for (int pass = 0; pass < passes; ++pass) {
      potter.sweep_outer(1.2, {face, 99}, {face - before * share / passes, 99});
      potter.wait(0.2);
      potter.lift();
      if (passes > 1) potter.wait(3);
      face = potter.pot.clay.r_mm[high] + 0.5 * potter.pot.clay.w_mm[high];
    }
    strain = 1 - potter.pot.clay.r_mm[high] / before;
    return has(potter.pot, DefectKind::kFolded);
  };
  threshold(0.03, 0.25, [&](double share) { return collared(share, 1); });
  EXPECT_GT(strain, 0.08 * 0.85);
  EXPECT_LT(strain, 0.10 * 1.15);
  EXPECT_FALSE(collared(0.25, 5));  // as far in several passes
  EXPECT_GT(strain, 0.15);
}

}  // namespace
}  // namespace sui::craft
