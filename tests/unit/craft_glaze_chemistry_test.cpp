// Glaze chemistry against the fact sheet: the one-slider glaze (D5), Stull's map (D1), Glazy's formulas (D6), D2, D3.
#include <gtest/gtest.h>

#include <string>

#include "game/craft/glaze_chemistry.h"
#include "game/craft/materials.h"

namespace sui::craft {
namespace {

struct Part {
  const char* name;
  double parts;
};

Oxides mix_of(std::initializer_list<Part> parts) {
  GlazeBatch batch;
  for (const Part& part : parts) add_material(material(material_named(part.name)).oxides, part.parts, batch);
  return melted(batch);
}

// Wt % of a glaze that is known only by its unity formula.
Oxides weights_of(const Oxides& mol) {
  Oxides weights;
  for (const OxideFacts& facts : oxide_facts()) weights.*facts.part = mol.*facts.part * facts.molar_mass;
  return scaled(weights, 100 / oxide_sum(weights));
}

StullZone zone_of(const Oxides& oxides) {
  const UnityFormula formula = unity_formula(oxides);
  return stull_zone(formula.mol.sio2, formula.mol.al2o3);
}

TEST(GlazeChemistry, TheSliderOfStoneAndAshFollowsTheTable) {
  struct Row {
    double stone, ash, k, na, ca, al, si, expansion, log_viscosity;
  };
  for (const Row& row : {Row{96, 4, .24, .30, .43, 1.07, 8.2, 6.4, 4.7}, Row{90, 10, .17, .21, .59, .75, 5.7, 6.7, 4.4},
                         Row{78, 22, .10, .12, .75, .44, 3.3, 7.3, 3.7}}) {
    const Oxides oxides = mix_of({{"釉果", row.stone}, {"二灰", row.ash}});
    const UnityFormula formula = unity_formula(oxides);
    EXPECT_NEAR(formula.mol.k2o, row.k, 0.006) << row.ash;
    EXPECT_NEAR(formula.mol.na2o, row.na, 0.006) << row.ash;
    EXPECT_NEAR(formula.mol.cao, row.ca, 0.006) << row.ash;
    EXPECT_NEAR(formula.mol.al2o3, row.al, 0.011) << row.ash;
    EXPECT_NEAR(formula.mol.sio2, row.si, 0.06) << row.ash;
    EXPECT_NEAR(expansion_west_gerrow(oxides), row.expansion, 0.06) << row.ash;
    EXPECT_NEAR(log_viscosity_pa_s(oxides, 1300), row.log_viscosity, 0.07) << row.ash;
  }
}

TEST(GlazeChemistry, ThePotters4321IsGlazysFormula) {  // facts D6, 86194
  const UnityFormula formula = unity_formula(mix_of({{"霞石", 40}, {"石英", 30}, {"白垩", 20}, {"高岭", 10}}));
  EXPECT_NEAR(formula.mol.na2o, .23, 0.01);
  EXPECT_NEAR(formula.mol.k2o, .08, 0.01);
  EXPECT_NEAR(formula.mol.cao, .69, 0.01);
  EXPECT_NEAR(formula.mol.al2o3, .44, 0.015);
  EXPECT_NEAR(formula.mol.sio2, 3.37, 0.03);
}

Oxides glass(double sio2, double al2o3, double cao, double k2o, double na2o, double fe2o3) {
  Oxides oxides;
  oxides.sio2 = sio2, oxides.al2o3 = al2o3, oxides.cao = cao;
  oxides.k2o = k2o, oxides.na2o = na2o, oxides.fe2o3 = fe2o3;
  return oxides;
}

TEST(GlazeChemistry, OldGlazesLieInGlossAndTheShinoInMatte) {  // the check line of facts D1
  for (const Oxides& oxides : {glass(66.3, 14.3, 14.1, 2.1, 1.2, 1.0), glass(69.5, 14.9, 9.0, 2.7, 3.1, .8),
                               glass(72.5, 14.5, 5.0, 3.4, 3.3, .8), glass(72.5, 14.6, 3.0, 5.6, 2.6, .7),
                               glass(70, 15.5, 6.0, 3.1, 3.1, .9)}) {
    const UnityFormula formula = unity_formula(oxides);
    const StullZone zone = zone_of(oxides);
    // Tianbai is so poor in flux that it leaves the map at the glossy corner.
    EXPECT_TRUE(zone == StullZone::kGloss || (zone == StullZone::kOffMap && formula.mol.sio2 > 7.2))
        << formula.mol.sio2 << " " << formula.mol.al2o3;
  }
  EXPECT_EQ(stull_zone(4.68, .61), StullZone::kGloss);  // limestone
  EXPECT_EQ(stull_zone(3.93, .40), StullZone::kGloss);  // jade celadon and tenmoku
  EXPECT_EQ(stull_zone(2.99, .74), StullZone::kMatte);  // Malcolm's shino
}

TEST(GlazeChemistry, EveryFieldOfTheMapIsReached) {
  EXPECT_EQ(stull_zone(1.2, .8), StullZone::kUnfused);
  EXPECT_EQ(stull_zone(2.0, .6), StullZone::kMatte);
  EXPECT_EQ(stull_zone(4.0, .95), StullZone::kSemiMatte);
  EXPECT_EQ(stull_zone(6.5, .3), StullZone::kUnderfired);
  EXPECT_EQ(stull_zone(3.5, .2), StullZone::kUnderfired);
  EXPECT_EQ(stull_zone(2.5, .15), StullZone::kCrazed);
  EXPECT_EQ(stull_zone(4.0, .5), StullZone::kGloss);
  EXPECT_EQ(stull_zone(9, 1), StullZone::kOffMap);
  EXPECT_EQ(stull_zone(3, 1.2), StullZone::kOffMap);
  EXPECT_STREQ(stull_zone_id(StullZone::kSemiMatte), "semi_matte");
}

TEST(GlazeChemistry, GlazysFormulasAreTheirOwnUnity) {  // facts D6: the rows sum to one flux within their rounding
  Oxides flambe, macro_crystal;
  flambe.li2o = .08, flambe.na2o = .09, flambe.k2o = .15, flambe.cao = .48, flambe.zno = .14;
  flambe.al2o3 = .25, flambe.b2o3 = .08, flambe.sio2 = 3.18, flambe.sno2 = .02, flambe.cuo = .01;
  macro_crystal.na2o = .24, macro_crystal.k2o = .03, macro_crystal.cao = .11, macro_crystal.zno = .62;
  macro_crystal.al2o3 = .05, macro_crystal.b2o3 = .04, macro_crystal.sio2 = 1.82;
  for (const Oxides& mol : {flambe, macro_crystal}) {
    const UnityFormula formula = unity_formula(weights_of(mol));
    for (const OxideFacts& facts : oxide_facts()) {
      EXPECT_NEAR(formula.mol.*facts.part, mol.*facts.part, 0.08 * (mol.*facts.part) + 1e-9) << facts.formula;
    }
    EXPECT_NEAR(formula.si_al, mol.sio2 / mol.al2o3, 1e-9);
  }
}

TEST(GlazeChemistry, FluxesMakeTheMeltFluidAndQuartzStiff) {
  const auto with = [](const char* name) {
    return log_viscosity_pa_s(mix_of({{"釉果", 85}, {"二灰", 10}, {name, 5}}), 1280);
  };
  const double plain = log_viscosity_pa_s(mix_of({{"釉果", 85}, {"二灰", 10}}), 1280);
  for (const char* flux : {"fangjieshi", "baiyunshi", "yanghuaxin", "tansuanli", "tansuanbei", "pengrongkuai",
                           "qianrongkuai", "xiaoshi"}) {
    EXPECT_LT(with(flux), plain) << flux;
  }
  EXPECT_GT(with("shiying"), plain);
  EXPECT_TRUE(melt_of(mix_of({{"pengrongkuai", 20}, {"youguo", 80}})).estimated);
  EXPECT_FALSE(melt_of(mix_of({{"youguo", 80}, {"erhui", 20}})).estimated);
}

// What has no silica is outside the model; whatever is weighed out, nothing is thinner than water.
TEST(GlazeChemistry, NoMeltIsThinnerThanWater) {
  for (int index = 0; index < kMaterialCount; ++index) {
    GlazeBatch batch;
    add_material(material(index).oxides, 100, batch);
    for (double temp_c = 700; temp_c <= 1400; temp_c += 50)
      EXPECT_GE(log_viscosity_pa_s(melted(batch), temp_c), -3) << material(index).id << " at " << temp_c;
  }
  EXPECT_EQ(log_viscosity_pa_s(mix_of({{"guhui", 100}}), 1400), kLogViscosityThinnest);
}

TEST(GlazeChemistry, LeadGlazesMeltWherePorcelainGlazesAreStillDust) {
  const Oxides lead = mix_of({{"qianrongkuai", 100}});
  EXPECT_LT(log_viscosity_pa_s(lead, 800), 3.6);
  EXPECT_GT(log_viscosity_pa_s(lead, 600), 4.5);
  EXPECT_GT(log_viscosity_pa_s(mix_of({{"youguo", 90}, {"erhui", 10}}), 800), 8);
}

TEST(GlazeChemistry, SurfaceTensionIsThatOfASilicateMelt) {  // facts D3: about 300-350 mN/m, -4 per 100 °C
  const Oxides oxides = mix_of({{"youguo", 90}, {"erhui", 10}});
  EXPECT_NEAR(surface_tension_mn_m(oxides, 1300), 350, 25);
  EXPECT_NEAR(surface_tension_mn_m(oxides, 1200) - surface_tension_mn_m(oxides, 1300), 4, 1e-9);
  EXPECT_LT(surface_tension_mn_m(mix_of({{"qianrongkuai", 100}}), 900), 220);
}

TEST(GlazeChemistry, ColourantsGoOnTopOfAHundredDryParts) {
  GlazeBatch batch;
  add_colorant(Oxide::kCoO, 0.5, batch);  // the order of weighing does not matter
  add_material(material(material_named("釉果")).oxides, 90, batch);
  add_material(material(material_named("二灰")).oxides, 10, batch);
  const Oxides oxides = melted(batch);
  EXPECT_NEAR(oxide_sum(oxides), 100, 1e-9);
  const double left = 100 * 0.9 * (1 - 0.03) + 10 * (1 - 0.39);  // after ignition, were the analyses complete
  EXPECT_NEAR(oxides.coo, 100 * 0.5 / left, 0.02);
}

TEST(GlazeChemistry, EveryAnalysisAddsUp) {
  for (int index = 0; index < kMaterialCount; ++index) {
    const Material& one = material(index);
    const double sum = oxide_sum(one.oxides) + one.loss;
    EXPECT_GT(sum, 98) << one.zh;
    EXPECT_LT(sum, 101) << one.zh;
    EXPECT_EQ(material_named(one.id), index);
    EXPECT_EQ(material_named(one.zh), index);
  }
  EXPECT_EQ(material_named("unobtainium"), -1);
  for (int oxide = 0; oxide < kOxideCount; ++oxide) {
    EXPECT_EQ(oxide_named(oxide_facts()[static_cast<std::size_t>(oxide)].formula), oxide);
  }
  EXPECT_EQ(oxide_named("UO2"), -1);
}

}  // namespace
}  // namespace sui::craft
