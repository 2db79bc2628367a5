// suisui-tool glaze: the chemistry of a recipe file, and every wrong recipe by file, field and reason.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/tool_fixture.h"

namespace sui {
namespace {

using Json = nlohmann::json;
using Tool = test::ToolFixture;
using test::Ran;

TEST_F(Tool, TellsTheChemistryOfARecipe) {
  const std::string recipe = write("R.json", R"({"materials": [{"name": "釉果", "parts": 90}, {"name": "二灰",
    "parts": 10}], "colorants": [{"oxide": "CoO", "wt_pct": 0.5}]})");
  const Ran ran = run("glaze " + recipe + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  EXPECT_NEAR(json["oxides"]["CoO"].get<double>(), 0.5, 0.06);
  double sum = 0;
  for (const auto& [oxide, amount] : json["oxides"].items()) sum += amount.get<double>();
  EXPECT_NEAR(sum, 100, 0.01);
  EXPECT_NEAR(json["umf"]["CaO"].get<double>(), .59, 0.006);  // facts D5, the 90:10 row
  EXPECT_NEAR(json["umf"]["Al2O3"].get<double>(), .75, 0.006);
  EXPECT_NEAR(json["umf"]["SiO2"].get<double>(), 5.7, 0.06);
  EXPECT_NEAR(json["si_al"].get<double>(), 5.7 / .75, 0.1);
  EXPECT_EQ(json["stull_zone"], "gloss");
  EXPECT_NEAR(json["cte_1e6"].get<double>(), 6.7, 0.06);
  EXPECT_NEAR(json["log_viscosity_pa_s"].get<double>(), 4.4, 0.15);  // the cobalt thins it a little
  EXPECT_GT(json["surface_tension_mn_m"].get<double>(), 300);
  EXPECT_LT(json["surface_tension_mn_m"].get<double>(), 375);
}

TEST_F(Tool, TakesPinyinOwnAnalysesAndATemperature) {
  const std::string own = R"({"name": "mine", "parts": 10, "analysis": {"SiO2": 6.4, "Al2O3": 2.3, "CaO": 49.8,
    "MgO": 1.4, "K2O": 0.2, "Na2O": 0.1, "Fe2O3": 0.3, "loi": 39}})";
  const std::string head = R"({"materials": [{"name": "youguo", "parts": 90}, )";
  const Json known =
      Json::parse(run("glaze " + write("A.json", head + R"({"name": "erhui", "parts": 10}]})") + " --json").out);
  const Json inlined = Json::parse(run("glaze " + write("B.json", head + own + "]}") + " --json").out);
  EXPECT_EQ(known, inlined);
  const std::string cool = write("C.json", head + own + R"(], "temp_c": 1200})");
  const Json cooler = Json::parse(run("glaze " + cool + " --json").out);
  EXPECT_GT(cooler["log_viscosity_pa_s"].get<double>(), known["log_viscosity_pa_s"].get<double>() + 0.5);
  EXPECT_NEAR(cooler["surface_tension_mn_m"].get<double>() - known["surface_tension_mn_m"].get<double>(), 4, 0.02);
  const Json again = Json::parse(run("glaze " + cool + " --json --temp-c 1300").out);
  EXPECT_EQ(again["log_viscosity_pa_s"], known["log_viscosity_pa_s"]);
  EXPECT_NE(run("glaze " + cool).out.find("stull_zone: gloss"), std::string::npos);
}

TEST_F(Tool, EveryWrongRecipeIsRefusedByField) {
  struct Wrong {
    const char* recipe;
    const char* said;
  };
  const Wrong wrongs[] = {
      {"[]", "is an array, not an object"},
      {"{", "is not JSON"},
      {"{}", "materials: is missing"},
      {R"({"materials": {}})", "materials: is an object, not an array"},
      {R"({"materials": []})", "materials: is empty"},
      {R"({"materials": [7]})", "materials[0]: is a number, not an object"},
      {R"({"materials": [{"parts": 7}]})", "materials[0].name: is missing"},
      {R"({"materials": [{"name": 7, "parts": 7}]})", "materials[0].name: is number, not a string"},
      {R"({"materials": [{"name": "沙子", "parts": 7}]})", "materials[0].name: \"沙子\" is not a material we know"},
      {R"({"materials": [{"name": "釉果"}]})", "materials[0].parts: is missing"},
      {R"({"materials": [{"name": "釉果", "parts": -1}]})", "materials[0].parts: is -1, below the limit of 0"},
      {R"({"materials": [{"name": "釉果", "parts": 0}]})", "materials: has no parts at all"},
      {R"({"materials": [{"name": "釉果", "parts": "9"}]})", "materials[0].parts: is a string, not a number"},
      {R"({"materials": [{"name": "石英", "parts": 9}]})", "materials: hold no flux"},
      {R"({"materials": [{"name": "铅粉", "parts": 9}]})", "materials: melt to 100 % PbO, above the limit of 75"},
      {R"({"materials": [{"name": "m", "parts": 9, "analysis": 4}]})", "materials[0].analysis: is not an object"},
      {R"({"materials": [{"name": "m", "parts": 9, "analysis": {"Xx": 4}}]})",
       "materials[0].analysis.Xx: is not an oxide"},
      {R"({"materials": [{"name": "m", "parts": 9, "analysis": {"CaO": 400}}]})", "materials[0].analysis.CaO: is 400"},
      {R"({"materials": [{"name": "m", "parts": 9, "analysis": {"CaO": 80, "SiO2": 80}}]})",
       "materials[0].analysis: adds up to 160 %"},
      {R"({"materials": [{"name": "釉果", "parts": 9, "grams": 3}]})", "materials[0].grams: is not a known key"},
      {R"({"materials": [{"name": "釉果", "parts": 9}], "colorants": [{"oxide": "SiO2", "wt_pct": 1}]})",
       "colorants[0].oxide: is \"SiO2\", not a colourant"},
      {R"({"materials": [{"name": "釉果", "parts": 9}], "colorants": [{"oxide": "CoO"}]})",
       "colorants[0].wt_pct: is missing"},
      {R"({"materials": [{"name": "釉果", "parts": 9}], "colorants": [{"oxide": "CoO", "wt_pct": 101}]})",
       "colorants[0].wt_pct: is 101, above the limit of 100"},
      {R"({"materials": [{"name": "釉果", "parts": 9}], "temp_c": 20})", "temp_c: is 20, below the limit of 600"},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run("glaze " + write("wrong.json", wrong.recipe) + " --json");
    EXPECT_EQ(ran.code, 2) << wrong.recipe;
    EXPECT_NE(ran.err.find("wrong.json"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(wrong.said), std::string::npos) << wrong.recipe << ": " << ran.err;
    EXPECT_FALSE(Json::parse(ran.out)["error"]["where"].get<std::string>().empty()) << wrong.recipe;
  }
  const std::string fine = write("fine.json", R"({"materials": [{"name": "釉果", "parts": 9}]})");
  const Ran hot = run("glaze " + fine + " --temp-c 9000 --json");
  EXPECT_EQ(hot.code, 2);
  EXPECT_EQ(Json::parse(hot.out)["error"]["where"], "--temp-c");
  EXPECT_EQ(run("glaze " + path("missing.json") + " --json").code, 2);
  EXPECT_EQ(run("glaze").code, 2);
}

}  // namespace
}  // namespace sui
