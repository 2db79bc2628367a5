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

TEST_F(Tool, GlazesByAFileOfSteps) {
  const std::string pot = thrown(), schedule = write("S.json", kSchedule), dry = path("dry.sui");
  ASSERT_EQ(run("dry " + pot + " --place wrapped --hours 72 -o " + dry).code, 0);
  ASSERT_EQ(run("dry " + dry + " --place shelf --hours 200 -o " + dry).code, 0);
  const std::string steps = write("G.json", R"([{"kind": "weigh", "material": "釉果", "parts": 84},
    {"kind": "weigh", "material": "erhui", "parts": 16}, {"kind": "colorant", "oxide": "CoO", "wt_pct": 0.5},
    {"kind": "pour", "glaze": "mixed", "seconds": 2, "from_turn": 0.3}, {"kind": "swill", "glaze": "青白"},
    {"kind": "brush", "glaze": "mixed", "from": 0.2, "to": 0.6, "coats": 2}, {"kind": "wipe", "up_to_mm": 3}])");
  const Ran ran = run("glazing " + dry + " " + steps + " -o " + path("glazed.sui") + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(Json::parse(ran.out)["stage"], "glazed");
  EXPECT_EQ(run("verify " + path("glazed.sui")).code, 0);
  ASSERT_EQ(run("dip " + dry + " --glaze jihong --seconds 3 -o " + path("red.sui")).code, 0);
  ASSERT_EQ(run("fire " + path("red.sui") + " --schedule " + schedule + " -o " + path("fired.sui")).code, 0);
  EXPECT_EQ(run("verify " + path("fired.sui")).code, 0);
  EXPECT_EQ(run("dip " + dry + " --glaze ketchup -o " + path("x.sui")).code, 2);

  struct Wrong {
    const char* steps;
    const char* said;
  };
  const Wrong wrongs[] = {
      {"{}", "glazing: is an object, not an array"},
      {"[]", "glazing: is empty"},
      {"[5]", "glazing[0]: is not an object"},
      {R"([{"glaze": "jun"}])", "glazing[0].kind: is missing"},
      {R"([{"kind": "lick"}])", "glazing[0].kind: is \"lick\", not one of weigh"},
      {R"([{"kind": "dip"}])", "glazing[0].glaze: is missing"},
      {R"([{"kind": "dip", "glaze": "ketchup"}])", "glazing[0].glaze: is \"ketchup\", not a glaze we know"},
      {R"([{"kind": "dip", "glaze": "mixed"}])", "glazing[0]: glaze.bench: is empty"},
      {R"([{"kind": "dip", "glaze": "jun", "seconds": 90}])", "glazing[0].seconds: is 90, above the limit of 60"},
      {R"([{"kind": "dip", "glaze": "jun", "whole": 1}])", "glazing[0].whole: is neither true nor false"},
      {R"([{"kind": "pour", "glaze": "jun", "from_turn": 3}])", "glazing[0].from_turn: is 3"},
      {R"([{"kind": "brush", "glaze": "jun", "from": 0.6, "to": 0.2}])", "glazing[0]: glaze.to: is not above"},
      {R"([{"kind": "blow", "glaze": "jun", "coats": 99}])", "glazing[0].coats: is 99"},
      {R"([{"kind": "weigh", "material": "sand", "parts": 3}])", "glazing[0].material: \"sand\""},
      {R"([{"kind": "weigh", "material": "erhui"}])", "glazing[0].parts: is missing"},
      {R"([{"kind": "colorant", "oxide": "Au", "wt_pct": 1}])", "glazing[0].oxide: \"Au\""},
      {R"([{"kind": "wipe", "up_to_mm": 3}])", "glazing[0]: glaze: there is none on the outside"},
      {R"([{"kind": "empty", "now": true}])", "glazing[0].now: is not a known key"},
      {R"([{"kind": "dip", "glaze": "jun"}, {"kind": "dip", "glaze": "ge"}])",
       "glazing[1]: glaze.kind: is not the one"},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran refused =
        run("glazing " + dry + " " + write("wrong.json", wrong.steps) + " --json -o " + path("never.sui"));
    EXPECT_EQ(refused.code, 2) << wrong.steps;
    EXPECT_NE(refused.err.find("wrong.json: " + std::string(wrong.said)), std::string::npos) << refused.err;
    EXPECT_FALSE(Json::parse(refused.out)["error"]["what"].get<std::string>().empty());
  }
}

}  // namespace
}  // namespace sui
