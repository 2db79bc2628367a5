// The real suisui-tool, run as anyone would run it: the published script, tampering, and every wrong input by name.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/unit/tool_fixture.h"

namespace sui {
namespace {

using Json = nlohmann::json;

using Tool = test::ToolFixture;
using test::Ran;

TEST_F(Tool, MeasuresThePublishedScriptsPot) {
  const Ran ran = run("measure " + thrown() + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto json = nlohmann::ordered_json::parse(ran.out);
  std::vector<std::string> fields;
  for (const auto& [name, value] : json.items()) fields.push_back(name);
  EXPECT_EQ(fields, (std::vector<std::string>{
                        "stage", "height_mm", "max_diameter_mm", "mouth_diameter_mm", "foot_diameter_mm", "wall_mm_min",
                        "wall_mm_max", "floor_mm", "clay_volume_ml", "mass_g", "capacity_ml", "moisture_wet_pct",
                        "eccentricity_mm", "likeness", "difficulty", "fallen", "defects", "fingerprint"}));
  EXPECT_TRUE(json["likeness"]["shape"].is_string());
  EXPECT_GE(json["likeness"]["score"].get<double>(), 0);
  EXPECT_LE(json["likeness"]["score"].get<double>(), 100);
  EXPECT_GT(json["difficulty"].get<double>(), 0);
  EXPECT_EQ(json["stage"], "cut");
  EXPECT_NEAR(json["mass_g"].get<double>(), 1200, 6);
  EXPECT_NEAR(json["clay_volume_ml"].get<double>(), 620, 5);
  EXPECT_FALSE(json["fallen"].get<bool>());
  EXPECT_EQ(json["fingerprint"].get<std::string>().size(), 64u);
}

TEST_F(Tool, TheSameScriptIsTheSamePot) {
  const std::string first = thrown();
  const std::string second = path("again.sui");
  ASSERT_EQ(run("throw " + path("throw.json") + " -o " + second).code, 0);
  EXPECT_EQ(read(first), read(second));
}

TEST_F(Tool, VerifiesAndNoticesTampering) {
  const std::string pot = thrown();
  const Ran fine = run("verify " + pot + " --json");
  EXPECT_EQ(fine.code, 0) << fine.err;
  EXPECT_TRUE(Json::parse(fine.out)["valid"].get<bool>());
  const std::string bytes = read(pot);
  for (std::size_t at = 20; at < bytes.size(); at += 37) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 0x40);
    const Ran ran = run("verify " + write("T.sui", altered) + " --json");
    EXPECT_EQ(ran.code, 1) << at;
    EXPECT_FALSE(Json::parse(ran.out)["valid"].get<bool>());
    EXPECT_NE(ran.err.find("T.sui: record."), std::string::npos) << ran.err;
    EXPECT_EQ(run("measure " + path("T.sui")).code, 2);
  }
  std::string newer = bytes, longer = bytes + "x";
  newer[4] = static_cast<char>(newer[4] ^ 0x10);
  for (const std::string& damaged : {newer, longer, bytes.substr(0, 30)}) {
    const Ran ran = run("verify " + write("T.sui", damaged) + " --json");
    EXPECT_EQ(ran.code, 1) << ran.err;
    EXPECT_FALSE(Json::parse(ran.out)["valid"].get<bool>());
  }
}

TEST_F(Tool, FiresAThrownPotDryingItFirst) {
  const std::string pot = thrown(), schedule = write("S.json", kSchedule), fired = path("Q.sui");
  const Ran ran = run("fire " + pot + " --kiln electric --schedule " + schedule + " -o " + fired + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["stage"], "fired");
  EXPECT_NEAR(json["firing"]["peak_c"].get<double>(), 1280, 8);
  EXPECT_EQ(json["moisture_wet_pct"].get<double>(), 0);
  const Json before = Json::parse(run("measure " + pot + " --json").out);
  const double shrink = 1 - json["height_mm"].get<double>() / before["height_mm"].get<double>();
  EXPECT_GT(shrink, 0.14);
  EXPECT_LT(shrink, 0.18);
  EXPECT_EQ(run("verify " + fired).code, 0);
  EXPECT_EQ(run("verify " + pot).code, 0);
  const Ran twice = run("fire " + fired + " --schedule " + schedule + " -o " + path("R.sui"));
  EXPECT_EQ(twice.code, 2);
  EXPECT_NE(twice.err.find("Q.sui: schedule: the pot is fired already"), std::string::npos) << twice.err;
}

TEST_F(Tool, ABiscuitIsDippedAndFiredAgain) {
  const std::string biscuit = path("B.sui"), glazed = path("G.sui"), fired = path("F.sui");
  const std::string low = write("low.json", R"([{"rate_c_h": 80, "to_c": 930, "hold_min": 20}])");
  const Ran first = run("fire " + thrown() + " --schedule " + low + " -o " + biscuit + " --json");
  ASSERT_EQ(first.code, 0) << first.err;
  const Json bare = Json::parse(first.out);
  EXPECT_EQ(bare["stage"], "biscuit");
  EXPECT_EQ(bare["firings"], 1);
  EXPECT_NEAR(bare["porosity"].get<double>(), 0.30, 0.01);
  EXPECT_NEAR(bare["water_absorption_pct"].get<double>(), 17.5, 2.5);
  EXPECT_NEAR(bare["firing"]["shrink"].get<double>(), 1, 0.01);
  const Ran dried = run("dry " + biscuit + " --place shelf --hours 4 -o " + path("D.sui"));
  EXPECT_EQ(dried.code, 2);
  EXPECT_NE(dried.err.find("B.sui: dry: the pot is biscuit: it is dry for good"), std::string::npos) << dried.err;
  ASSERT_EQ(run("dip " + biscuit + " --seconds 3 -o " + glazed).code, 0);
  const Ran second = run("fire " + glazed + " --schedule " + write("S.json", kSchedule) + " -o " + fired + " --json");
  ASSERT_EQ(second.code, 0) << second.err;
  const Json done = Json::parse(second.out);
  EXPECT_EQ(done["stage"], "fired");
  EXPECT_EQ(done["firings"], 2);
  EXPECT_LT(done["porosity"].get<double>(), 0.05);
  EXPECT_EQ(Json::parse(run("measure " + fired + " --json").out)["porosity"], done["porosity"]);
  EXPECT_EQ(run("verify " + fired).code, 0);
}

// Opens the lump and pulls it up four times: a cylinder about 25 cm tall.
std::string cylinder_script() {
  Json keys = {{{"t", 0}, {"wheel_rpm", 240}, {"water_ml", 5}},
               {{"t", 1}, {"inner", {{"r_mm", 4}, {"z_mm", 90}}}},
               {{"t", 5}, {"inner", {{"r_mm", 4}, {"z_mm", 16}}}},
               {{"t", 9}, {"inner", {{"r_mm", 34}, {"z_mm", 16}}}},
               {{"t", 9.5}, {"inner", nullptr}}};
  const double gaps_mm[] = {16, 11, 8, 6}, tops_mm[] = {95, 130, 180, 240};
  for (int i = 0; i < 4; ++i) {
    const double t = 10 + 10 * i, inner_mm = 52 - gaps_mm[i] / 2, outer_mm = 52 + gaps_mm[i] / 2;
    const auto hands = [&](double at, double apart_mm, double z_mm) {
      keys.push_back({{"t", at},
                      {"inner", {{"r_mm", inner_mm - apart_mm}, {"z_mm", z_mm}}},
                      {"outer", {{"r_mm", outer_mm + apart_mm}, {"z_mm", z_mm}}}});
    };
    keys.push_back({{"t", t}, {"wheel_rpm", 180 - 20 * i}, {"water_ml", 4}});
    hands(t + 0.5, 5, 14);
    hands(t + 1.5, 0, 14);
    hands(t + 9, 0, tops_mm[i]);
    keys.push_back({{"t", t + 9.3}, {"inner", nullptr}, {"outer", nullptr}});
  }
  keys.push_back({{"t", 51}, {"wheel_rpm", 0}});
  keys.push_back({{"t", 52}, {"cut", true}});
  return Json{{"clay", {{"mass_g", 1200}, {"moisture_wet_pct", 21.5}}}, {"keys", keys}}.dump();
}

TEST_F(Tool, AWholeMakingCanBeScripted) {
  const std::string pot = path("0.sui");
  const Ran wet = run("throw " + write("cylinder.json", cylinder_script()) + " -o " + pot + " --json");
  ASSERT_EQ(wet.code, 0) << wet.err;
  const Json cylinder = Json::parse(wet.out);
  EXPECT_GT(cylinder["height_mm"].get<double>(), 200);
  EXPECT_LT(cylinder["wall_mm_min"].get<double>(), 7);
  EXPECT_GT(cylinder["capacity_ml"].get<double>(), 1000);
  const std::string strokes = write("strokes.json", R"([{"pigment": "cobalt", "width_mm": 5, "load": 0.9, "points":
        [{"u_turn": 0.1, "v": 0.3, "pressure": 0.6}, {"u_turn": 0.4, "v": 0.7}]},
        {"kind": "stroke", "pigment": "wax", "seconds": 1.5, "points": [{"u_turn": 0.6, "v": 0.4}, {"u_turn": 0.7, "v": 0.5},
        {"u_turn": 0.8, "v": 0.5}]}, {"kind": "band", "pigment": "iron", "v": 0.95, "width_mm": 2, "load": 0.8},
        {"kind": "wash", "u_turn": 0.9, "v": 0.4, "load": "zheng_nong"}, {"kind": "carve", "tool": "comb", "width_mm": 8, "points":
        [{"u_turn": 0, "v": 0.2}, {"u_turn": 0.2, "v": 0.25}]}, {"kind": "stamp", "form": "leaf", "repeats": 5, "u_turn": 0,
        "v": 0.15, "size_mm": 8}, {"kind": "pierce", "u_turn": 0.5, "v": 0.8, "length_mm": 4}, {"kind": "pattern",
        "pattern": "key_fret", "v_from": 0.85, "v_to": 0.93}, {"kind": "foot_mark", "text": "岁岁窑制"}])");
  const Ran dried = run("dry " + pot + " --place wrapped --hours 72 -o " + path("1.sui"));
  ASSERT_EQ(dried.code, 0) << dried.err;
  ASSERT_EQ(run("dry " + path("1.sui") + " --place shelf --hours 96 -o " + path("2.sui")).code, 0);
  const Ran painted = run("paint " + path("2.sui") + " " + strokes + " -o " + path("3.sui"));
  ASSERT_EQ(painted.code, 0) << painted.err;
  const Ran dipped = run("dip " + path("3.sui") + " --seconds 3 -o " + path("4.sui") + " --json");
  ASSERT_EQ(dipped.code, 0) << dipped.err;
  EXPECT_EQ(Json::parse(dipped.out)["stage"], "glazed");
  const Ran fired = run("fire " + path("4.sui") + " --schedule " + write("S.json", kSchedule) + " -o " + path("5.sui"));
  ASSERT_EQ(fired.code, 0) << fired.err;
  const Ran baked = run("bake " + path("5.sui") + " -o " + path("5.bin") + " --json");
  ASSERT_EQ(baked.code, 0) << baked.err;
  EXPECT_LE(Json::parse(baked.out)["bytes"].get<int>(), 8192);
  EXPECT_EQ(run("verify " + path("5.sui")).code, 0);
}

// A hand takes up a sponge and a needle: the pool is gone, the rim is off.
TEST_F(Tool, ToolsCanBeScripted) {
  Json script = Json::parse(cylinder_script());
  Json& keys = script["keys"];
  keys.erase(keys.size() - 1);
  keys.push_back({{"t", 51.5}, {"wheel_rpm", 60}, {"tool", {{"hand", "outer"}, {"tool", "needle"}}}});
  keys.push_back({{"t", 53}, {"outer", {{"r_mm", 20}, {"z_mm", 150}}}});
  keys.push_back({{"t", 57}, {"outer", nullptr}});
  keys.push_back({{"t", 57}, {"tool", {{"hand", "outer"}, {"tool", "fingers"}, {"press", "down"}}}});
  keys.push_back({{"t", 58}, {"cut", true}});
  const std::string pot = path("0.sui");
  const Ran thrown = run("throw " + write("needle.json", script.dump()) + " -o " + pot + " --json");
  ASSERT_EQ(thrown.code, 0) << thrown.err;
  EXPECT_NEAR(Json::parse(thrown.out)["height_mm"].get<double>(), 150, 3);
  EXPECT_EQ(run("verify " + pot).code, 0);
}

// A crackle nobody wanted is mended where the glaze was weighed out; a ready glaze leaves only the fire, or nothing.
TEST_F(Tool, ExplainsACrazedGlazeByItsRecipe) {
  const std::string schedule = write("S.json", kSchedule), dry = path("dry.sui"), fired = path("fired.sui");
  ASSERT_EQ(run("throw " + write("cylinder.json", cylinder_script()) + " -o " + dry).code, 0);
  ASSERT_EQ(run("dry " + dry + " --place wrapped --hours 72 -o " + dry).code, 0);
  ASSERT_EQ(run("dry " + dry + " --place shelf --hours 200 -o " + dry).code, 0);
  const std::string steps = write("G.json", R"([{"kind": "weigh", "material": "changshi", "parts": 58},
    {"kind": "weigh", "material": "shiying", "parts": 18}, {"kind": "weigh", "material": "fangjieshi", "parts": 14},
    {"kind": "weigh", "material": "gaoling", "parts": 10}, {"kind": "dip", "glaze": "mixed", "seconds": 3}])");
  ASSERT_EQ(run("glazing " + dry + " " + steps + " -o " + path("glazed.sui")).code, 0);
  ASSERT_EQ(run("fire " + path("glazed.sui") + " --schedule " + schedule + " -o " + fired).code, 0);
  const Ran ran = run("explain " + fired + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  bool crazed = false;
  const Json told = Json::parse(ran.out);
  for (const Json& one : told["defects"]) {
    if (one["kind"] != "crazed") continue;
    crazed = true;
    EXPECT_EQ(one["change"]["lever"], "more_quartz") << ran.out;
    EXPECT_GT(one["change"]["to"].get<double>(), 18);
    EXPECT_EQ(one["change"]["verified"], true);
  }
  EXPECT_TRUE(crazed) << ran.out;
}

TEST_F(Tool, PartsAreJoinedByAFileAndWrongOnesRefusedByField) {
  const std::string pot = path("0.sui");
  ASSERT_EQ(run("throw " + write("cylinder.json", cylinder_script()) + " -o " + pot).code, 0);
  ASSERT_EQ(run("dry " + pot + " --place wrapped --hours 20 -o " + path("1.sui")).code, 0);
  const std::string good = R"([{"kind": "ear_handle", "size_mm": 24, "u_turn": 0.25, "v": 0.8}, {"undo": true},
      {"kind": "strap_handle", "size_mm": 95, "thickness_mm": 5, "u_turn": 0.25, "v": 0.8, "bond": "scored_slip"},
      {"kind": "lid", "size_mm": 80, "thickness_mm": 4}])";
  const Ran joined = run("join " + path("1.sui") + " " + write("P.json", good) + " -o " + path("2.sui") + " --json");
  ASSERT_EQ(joined.code, 0) << joined.err;
  const Json with_lid = Json::parse(joined.out);
  const Json parts = with_lid["parts"];
  const double lid_mm = with_lid["height_with_parts_mm"].get<double>() - with_lid["height_mm"].get<double>();
  EXPECT_GT(lid_mm, 5);
  EXPECT_LT(lid_mm, 80);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0]["kind"], "strap_handle");
  EXPECT_EQ(parts[0]["cracked"], false);
  EXPECT_EQ(run("verify " + path("2.sui")).code, 0);
  const std::pair<const char*, const char*> wrong[] = {
      {R"([{"kind": "wing", "size_mm": 40}])", "P.json: [0].kind: is"},
      {R"([{"kind": "lid"}])", "P.json: [0].size_mm"},
      {R"([{"kind": "lid", "size_mm": 80, "u_turn": 0.5}])", "P.json: [0].u_turn"},
      {R"([{"kind": "spout", "size_mm": 80, "v": 0.5}])", "P.json: [0].u_turn"},
      {R"([{"kind": "spout", "size_mm": 390, "u_turn": 0, "v": 0.5}])", "P.json: [0]"},
      {R"([{"kind": "knob", "size_mm": 20}])", "a knob wants a lid"},
      {R"([{"undo": true}])", "there is none to take off"},
      {R"([{"kind": "lid", "size_mm": 80, "bond": "glue"}])", "P.json: [0].bond"}};
  for (const auto& [text, said] : wrong) {
    const Ran ran = run("join " + path("1.sui") + " " + write("P.json", text) + " -o " + path("3.sui"));
    EXPECT_EQ(ran.code, 2) << text;
    EXPECT_NE(ran.err.find(said), std::string::npos) << ran.err;
  }
}

TEST_F(Tool, AWetPotBurstsWhenSentAsItIs) {
  const std::string command = "fire " + thrown() + " --schedule " + write("S.json", kSchedule) + " -o " + path("Q.sui");
  const auto bursts = [](const Ran& ran) { return ran.out.find("\"burst\"") != std::string::npos; };
  EXPECT_TRUE(bursts(run(command + " --json --as-is")));
}

struct Wrong {
  const char* name;
  std::string script, said;
};

TEST_F(Tool, EveryWrongScriptIsRefusedByFileFieldAndReason) {
  const auto keys = [](const std::string& list) {
    return R"({"clay": {"body": "jingdezhen", "mass_g": 1200, "moisture_wet_pct": 21.5}, "assist": 0, "keys": [)" +
           list + "]}";
  };
  const auto clay = [](const std::string& inside) { return R"({"clay": {)" + inside + R"(}, "keys": []})"; };
  const Wrong wrongs[] = {
      {"empty", "", "is not JSON"},
      {"cut off", R"({"clay": {"mass_g")", "is not JSON"},
      {"bytes", std::string("\x80\x01\xff\x00", 4), "is not JSON"},
      {"an array", "[]", "is an array, not an object"},
      {"unknown key", R"({"clay": {}, "keyz": []})", "keyz: is not a known key"},
      {"a key twice", R"({"keys": [], "keys": []})", "\"keys\" twice"},
      {"deep", std::string(100000, '['), "deeper"},
      {"no clay", R"({"keys": []})", "clay: is missing"},
      {"no keys", R"({"clay": {"mass_g": 1200, "moisture_wet_pct": 21.5}})", "keys: is missing"},
      {"no mass", clay(R"("moisture_wet_pct": 21)"), "clay.mass_g: is missing"},
      {"text mass", clay(R"("mass_g": "1200", "moisture_wet_pct": 21)"), "clay.mass_g: is a string, not a number"},
      {"light", clay(R"("mass_g": 1, "moisture_wet_pct": 21)"), "clay.mass_g: is 1, below the limit of 200"},
      {"heavy", clay(R"("mass_g": 1e9, "moisture_wet_pct": 21)"), "clay.mass_g"},
      {"infinite", clay(R"("mass_g": 1e999, "moisture_wet_pct": 21)"), "has a number too large to hold at byte"},
      {"soup", clay(R"("mass_g": 900, "moisture_wet_pct": 80)"), "clay.moisture_wet_pct: is 80, above the limit of 32"},
      {"other clay", clay(R"("body": "stoneware", "mass_g": 900, "moisture_wet_pct": 21)"),
       "clay.body: is \"stoneware\""},
      {"assist", R"({"clay": {"mass_g": 900, "moisture_wet_pct": 21}, "assist": 101, "keys": []})", "assist: is 101"},
      {"no keys", keys(""), "keys: is empty"},
      {"keys object", R"({"clay": {"mass_g": 900, "moisture_wet_pct": 21}, "keys": {}})", "keys: is an object"},
      {"a number for a key", keys("5"), "keys[0]: is a number, not an object"},
      {"no time", keys(R"({"wheel_rpm": 5})"), "keys[0].t: is missing"},
      {"before the start", keys(R"({"t": -1})"), "keys[0].t: is -1, below the limit of 0"},
      {"after an hour", keys(R"({"t": 3601})"), "keys[0].t: is 3601, above the limit of 3600"},
      {"unsorted", keys(R"({"t": 2}, {"t": 1})"), "keys[1].t: is 1, before the key ahead of it at 2"},
      {"unknown channel", keys(R"({"t": 0, "foot": 1})"), "keys[0].foot: is not a known key"},
      {"fast", keys(R"({"t": 0, "wheel_rpm": 4000})"), "keys[0].wheel_rpm: is 4000, above the limit of 400"},
      {"backwards", keys(R"({"t": 0, "wheel_rpm": -1})"), "keys[0].wheel_rpm"},
      {"a hand that is a number", keys(R"({"t": 0, "outer": 5})"), "keys[0].outer: is a number, not an object"},
      {"half a hand", keys(R"({"t": 0, "inner": {"r_mm": 5}})"), "keys[0].inner.z_mm: is missing"},
      {"out of reach", keys(R"({"t": 0, "outer": {"r_mm": 4000, "z_mm": 1}})"),
       "keys[0].outer.r_mm: is 4000, above the limit of 400"},
      {"an extra", keys(R"({"t": 0, "outer": {"r_mm": 4, "z_mm": 1, "x": 0}})"), "keys[0].outer.x: is not a known key"},
      {"flood", keys(R"({"t": 0, "water_ml": 500})"), "keys[0].water_ml: is 500, above the limit of 200"},
      {"a tool that is a word", keys(R"({"t": 0, "tool": "rib"})"), "keys[0].tool: is a string, not an object"},
      {"no hand for it", keys(R"({"t": 0, "tool": {"tool": "rib"}})"), "keys[0].tool.hand: is missing"},
      {"a spoon", keys(R"({"t": 0, "tool": {"hand": "outer", "tool": "spoon"}})"), "keys[0].tool.tool: is \"spoon\""},
      {"sideways", keys(R"({"t": 0, "tool": {"hand": "outer", "tool": "rib", "press": "up"}})"),
       "keys[0].tool.press: is \"up\""},
      {"the tool it holds", keys(R"({"t": 0, "tool": {"hand": "inner", "tool": "fingers"}})"),
       "keys[0].tool: tool.tool is what the hand holds already"},
      {"a hand that is busy",
       keys(R"({"t": 0, "outer": {"r_mm": 60, "z_mm": 20}}, {"t": 1, "tool": {"hand": "outer", "tool": "rib"}})"),
       "keys[1].tool: tool.hand is on the clay"},
      {"a needle pressed", keys(R"({"t": 0, "tool": {"hand": "outer", "tool": "needle", "press": "down"}})"),
       "keys[0].tool: tool.press a needle cuts across"},
      {"uncut", keys(R"({"t": 0, "cut": false})"), "keys[0].cut: can only be true"},
      {"after the cut", keys(R"({"t": 0, "cut": true}, {"t": 1, "wheel_rpm": 3})"), "keys[1]: comes after the cut"},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run("throw " + write("wrong.json", wrong.script) + " -o " + path("never.sui"));
    EXPECT_EQ(ran.code, 2) << wrong.name;
    EXPECT_NE(ran.err.find("wrong.json: "), std::string::npos) << wrong.name << ": " << ran.err;
    EXPECT_NE(ran.err.find(wrong.said), std::string::npos) << wrong.name << ": " << ran.err;
    EXPECT_EQ(read(path("never.sui")), "") << wrong.name;
  }
}

TEST_F(Tool, EveryWrongScheduleIsRefusedByField) {
  const std::string pot = thrown();
  const Wrong wrongs[] = {
      {"half a minute", R"([{"rate_c_h": 100, "to_c": 600, "hold_min": 0.5}])",
       "schedule[0].hold_min: is 0.5, not whole minutes"},
      {"object", "{}", "schedule: is an object, not an array"},
      {"none", "[]", "schedule: is empty"},
      {"no rate", R"([{"to_c": 600}])", "schedule[0].rate_c_h: is missing"},
      {"no target", R"([{"rate_c_h": 60}])", "schedule[0].to_c: is missing"},
      {"standing still", R"([{"rate_c_h": 0, "to_c": 600}])", "schedule[0].rate_c_h: is 0, below the limit"},
      {"the sun", R"([{"rate_c_h": 100, "to_c": 5500}])", "schedule[0].to_c: is 5500, above the limit of 1400"},
      {"endless", R"([{"rate_c_h": 100, "to_c": 600, "hold_min": 1e7}])", "schedule[0].hold_min"},
      {"smoke", R"([{"rate_c_h": 100, "to_c": 600, "co_pct": 90}])", "schedule[0].co_pct: is 90"},
      {"weeks", R"([{"rate_c_h": 5, "to_c": 1300}])", "schedule[0]: ends 256 hours"},
      {"typo", R"([{"rate_c_h": 100, "to_c": 600, "hold": 5}])", "schedule[0].hold: is not a known key"},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran ran =
        run("fire " + pot + " --schedule " + write("wrong.json", wrong.script) + " -o " + path("never.sui"));
    EXPECT_EQ(ran.code, 2) << wrong.name;
    EXPECT_NE(ran.err.find("wrong.json: " + wrong.said), std::string::npos) << wrong.name << ": " << ran.err;
  }
}

TEST_F(Tool, EveryWrongDecorationIsRefusedByField) {
  const Wrong wrongs[] = {
      {"an object", "{}", "strokes: is an object, not an array"},
      {"a number", "[5]", "strokes[0]: is not an object"},
      {"unknown kind", R"([{"kind": "spray"}])", "strokes[0].kind: is \"spray\", not one of stroke, band"},
      {"unknown water", R"([{"kind": "wash", "u_turn": 0, "v": 0.5, "load": "tea"}])",
       "strokes[0].load: is \"tea\", not a number or one of tou_nong, er_nong"},
      {"unknown pigment", R"([{"pigment": "ink", "points": []}])", "strokes[0].pigment: is \"ink\", not one of cobalt"},
      {"no points", R"([{"pigment": "iron"}])", "strokes[0].points: is missing"},
      {"a wide brush", R"([{"width_mm": 400, "points": [{"u_turn": 0, "v": 0}]}])", "strokes[0].width_mm: is 400"},
      {"above the rim", R"([{"points": [{"u_turn": 0, "v": 2}]}])", "strokes[0].points[0].v: is 2"},
      {"a band nowhere", R"([{"kind": "band", "width_mm": 2}])", "strokes[0].v: is missing"},
      {"a wash nowhere", R"([{"kind": "wash", "v": 0.5}])", "strokes[0].u_turn: is missing"},
      {"a spade", R"([{"kind": "carve", "tool": "spade", "points": []}])", "strokes[0].tool: is \"spade\""},
      {"a deep cut", R"([{"kind": "carve", "depth_mm": 80, "points": []}])", "strokes[0].depth_mm: is 80"},
      {"unknown stamp", R"([{"kind": "stamp", "form": "foot"}])", "strokes[0].form: is \"foot\""},
      {"a wide grain", R"([{"kind": "pierce", "u_turn": 0, "v": 0.5, "length_mm": 99}])",
       "strokes[0].length_mm: is 99"},
      {"unknown pattern", R"([{"kind": "pattern", "pattern": "tartan"}])",
       "strokes[0].pattern: is \"tartan\", not one of key_fret"},
      {"a flat pattern", R"([{"kind": "pattern", "pattern": "waves", "v_from": 0.5, "v_to": 0.5}])",
       "strokes[0]: pattern.height_rings"},
      {"another's mark", R"([{"kind": "foot_mark", "text": "大明成化年制"}])", "strokes[0].text: is \"大明成化年制\""},
      {"a band with points", R"([{"kind": "band", "v": 0.5, "points": []}])", "strokes[0].points: is not a known key"},
      {"enamel on raw clay", R"([{"kind": "band", "v": 0.5, "pigment": "enamel_red"}])",
       "strokes[0]: stroke: the pot is not fired"},
  };
  const std::string pot = path("dry.sui");
  ASSERT_EQ(run("dry " + thrown() + " --place shelf --hours 100 -o " + pot).code, 0);
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run("paint " + pot + " " + write("wrong.json", wrong.script) + " -o " + path("never.sui"));
    EXPECT_EQ(ran.code, 2) << wrong.name;
    EXPECT_NE(ran.err.find("wrong.json: "), std::string::npos) << wrong.name << ": " << ran.err;
    EXPECT_NE(ran.err.find(wrong.said), std::string::npos) << wrong.name << ": " << ran.err;
    EXPECT_EQ(read(path("never.sui")), "") << wrong.name;
  }
}

// Stiffened, put on the chuck, a foot ring cut; too soon, or with nonsense, it is refused and said why.
TEST_F(Tool, APotCanBeTrimmed) {
  const std::string pot = path("0.sui"), stiff = path("1.sui"), trimmed = path("2.sui");
  ASSERT_EQ(run("throw " + write("cylinder.json", cylinder_script()) + " -o " + pot).code, 0);
  const std::string cuts = write("cuts.json", R"({"rpm": 150, "cuts": [
    {"side": "underside", "seconds": 12, "from": {"r_mm": 4, "z_mm": 3}, "to": {"r_mm": 40, "z_mm": 3}},
    {"seconds": 3, "from": {"r_mm": 200, "z_mm": 1}, "to": {"r_mm": 190, "z_mm": 1}}]})");
  const Ran soft = run("trim " + pot + " " + cuts + " -o " + path("never.sui"));
  EXPECT_EQ(soft.code, 2);
  EXPECT_NE(soft.err.find("too soft for the chuck"), std::string::npos) << soft.err;
  double hours = 0, water = 30;
  std::string from = pot;
  for (; water > 16.5 && hours < 100; hours += 4) {
    const Ran dried = run("dry " + from + " --place wrapped --hours 4 -o " + stiff + " --json");
    ASSERT_EQ(dried.code, 0) << dried.err;
    water = Json::parse(dried.out)["moisture_wet_pct"].get<double>();
    from = stiff;
  }
  const Json before = Json::parse(run("measure " + stiff + " --json").out);
  const Ran done = run("trim " + stiff + " " + cuts + " -o " + trimmed + " --json");
  ASSERT_EQ(done.code, 0) << done.err;
  const Json after = Json::parse(done.out);
  EXPECT_LT(after["floor_mm"].get<double>(), before["floor_mm"].get<double>() - 2);
  EXPECT_LT(after["mass_g"].get<double>(), before["mass_g"].get<double>() - 10);
  EXPECT_EQ(run("verify " + trimmed).code, 0);
  const Wrong wrongs[] = {
      {"no speed", R"({"cuts": []})", "rpm: is missing"},
      {"too fast", R"({"rpm": 900, "cuts": []})", "rpm: is 900, above the limit of 300"},
      {"none", R"({"rpm": 100, "cuts": []})", "cuts: is empty"},
      {"nowhere", R"({"rpm": 100, "cuts": [{"seconds": 1}]})", "cuts[0].from: is missing"},
      {"no time", R"({"rpm": 100, "cuts": [{"from": {"r_mm": 1, "z_mm": 1}}]})", "cuts[0].seconds: is missing"},
      {"inside", R"({"rpm": 100, "cuts": [{"side": "inside"}]})", "cuts[0].side: is \"inside\""},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run("trim " + stiff + " " + write("wrong.json", wrong.script) + " -o " + path("never.sui"));
    EXPECT_EQ(ran.code, 2) << wrong.name;
    EXPECT_NE(ran.err.find("wrong.json: " + std::string(wrong.said)), std::string::npos)
        << wrong.name << ": " << ran.err;
  }
}

TEST_F(Tool, EveryWrongFileAndOptionExitsWithTwo) {
  const std::string pot = thrown(), bytes = read(pot), schedule = write("S.json", kSchedule);
  const std::string truncated = write("short.sui", bytes.substr(0, bytes.size() / 2));
  const std::string text = write("text.sui", "not a pot"), empty = write("empty.sui", "");
  for (const std::string& file : {path("missing.sui"), truncated, text, empty, folder.file("")}) {
    for (const std::string command : {"measure ", "verify "}) {
      const Ran ran = run(command + file + " --json");
      // Half a record is a damaged record; the others never were one.
      EXPECT_EQ(ran.code, command == "verify " && file == truncated ? 1 : 2) << command << file;
      EXPECT_NE(ran.err.find(file), std::string::npos) << ran.err;
      EXPECT_FALSE(Json::parse(ran.out)["error"]["what"].get<std::string>().empty());
    }
  }
  EXPECT_EQ(run("").code, 2);
  EXPECT_EQ(run("juggle " + pot).code, 2);
  EXPECT_EQ(run("throw " + path("missing.json") + " -o " + path("x.sui")).code, 2);
  EXPECT_EQ(run("throw " + path("throw.json")).code, 2);
  EXPECT_EQ(run("throw " + path("throw.json") + " -o " + path("no/such/folder/x.sui")).code, 2);
  EXPECT_EQ(run("fire " + pot + " --kiln anagama --schedule " + schedule + " -o " + path("x.sui")).code, 2);
  EXPECT_EQ(run("fire " + pot + " -o " + path("x.sui")).code, 2);
  EXPECT_EQ(run("dip " + pot + " --seconds 3 -o " + path("x.sui")).code, 2);  // it is still wet
  EXPECT_EQ(run("dry " + pot + " --place oven -o " + path("x.sui")).code, 2);
  EXPECT_EQ(run("--help").code, 0);
  EXPECT_EQ(run("fire --help").code, 0);
}

TEST_F(Tool, FiresInFourKilnsByPlanAndByHand) {
  const std::string pot = thrown(), schedule = write("S.json", kSchedule);
  const auto fire = [&](const std::string& how) {
    const Ran ran = run("fire " + pot + " " + how + " -o " + path("F.sui") + " --json");
    EXPECT_EQ(ran.code, 0) << how << ": " << ran.err;
    return ran.code == 0 ? Json::parse(ran.out)["firing"] : Json();
  };
  EXPECT_EQ(fire("--kiln gas --place 1 --schedule " + schedule)["kiln"], "gas");
  const Json rear = fire("--kiln zhenyao --place 2 --schedule " + schedule);
  EXPECT_GT(fire("--kiln zhenyao --schedule " + schedule)["peak_c"], rear["peak_c"]);
  EXPECT_GT(fire("--kiln dragon --open --schedule " + schedule)["ash_mm"], 0);
  const std::string hand = write("hand.json", R"({"drive": [{"minute": 0, "fuel": 0.3, "air": 0.5, "damper": 0.8},
    {"minute": 300, "fuel": 0, "air": 0, "damper": 0}], "stoke": [{"minute": 60, "wood_kg": 20}]})");
  EXPECT_GT(fire("--kiln dragon --schedule " + hand)["wood_kg"], 20);
  const auto refused = [&](const std::string& how, const std::string& said) {
    const Ran ran = run("fire " + pot + " " + how + " -o " + path("F.sui") + " --json");
    EXPECT_EQ(ran.code, 2) << how;
    EXPECT_NE(ran.err.find(said), std::string::npos) << ran.err;
  };
  refused("--kiln gas --schedule " + hand, "stoke");
  refused("--kiln gas --place 4 --schedule " + schedule, "fire.place");
  refused("--kiln electric --open --schedule " + schedule, "fire.place");
  refused("--kiln dragon --schedule " + write("W.json", R"({"drive": []})"), "drive: is empty");
  refused("--kiln dragon --schedule " + write("W.json", R"({"stoke": []})"), "drive: is missing");
  refused("--kiln dragon --schedule " + write("W.json", R"({"drive": [{"minute": 1.5}]})"), "drive[0].minute: is 1.5");
  refused("--kiln dragon --schedule " + write("W.json", R"({"drive": [{"minute": 1, "fuel": 2}]})"), "drive[0].fuel");
  refused(
      "--kiln gas --schedule " + write("W.json", R"({"drive": [{"minute": 1, "fuel": 0.2, "air": 0.2, "damper": 1}]})"),
      "never goes out");
}

TEST_F(Tool, ExplainsEachFaultAndProvesItsChange) {
  const std::string pot = path("E.sui");
  const std::string cold = write("C.json", R"([{"rate_c_h": 60, "to_c": 600}, {"rate_c_h": 100, "to_c": 1150}])");
  const std::string cup = path("cup.sui");
  const std::string hands = R"({"clay": {"mass_g": 1200, "moisture_wet_pct": 21.5}, "keys": [{"t": 0, "wheel_rpm": 240},
    {"t": 1, "outer": {"r_mm": 62, "z_mm": 30}}, {"t": 3, "outer": {"r_mm": 55, "z_mm": 40}}, {"t": 3.1, "outer": null},
    {"t": 4, "inner": {"r_mm": 10, "z_mm": 80}}, {"t": 5, "water_ml": 5}, {"t": 7, "inner": {"r_mm": 10, "z_mm": 9}},
    {"t": 11, "inner": {"r_mm": 40, "z_mm": 9}}, {"t": 11.1, "inner": null}, {"t": 20, "cut": true}]})";
  ASSERT_EQ(run("throw " + write("cup.json", hands) + " -o " + cup).code, 0);
  const Ran fired = run("fire " + cup + " --schedule " + cold + " -o " + pot + " --json");
  ASSERT_EQ(fired.code, 0) << fired.err;
  EXPECT_GT(Json::parse(fired.out)["ring"]["hz"].size(), 2u);
  const Ran told = run("explain " + pot + " --json");
  ASSERT_EQ(told.code, 0) << told.err;
  const Json defects = Json::parse(told.out)["defects"];
  EXPECT_EQ(defects.size(), Json::parse(fired.out)["defects"].size());
  for (const Json& defect : defects) {
    EXPECT_TRUE(defect["verified"].get<bool>()) << defect.dump();
    EXPECT_FALSE(defect["cause"]["zh"].get<std::string>().empty());
    EXPECT_FALSE(defect["change"]["words"]["en"].get<std::string>().empty());
    EXPECT_GE(defect["place"]["up_mm"].get<double>(), 0);
  }
  EXPECT_NE(run("explain " + pot).out.find("underfired"), std::string::npos);
  EXPECT_EQ(run("explain " + path("missing.sui") + " --json").code, 2);
}

TEST_F(Tool, TellsWhichConeIsDown) {
  const Ran ran = run("cone --rate-c-h 60 --peak-c 1286 --hold-min 0 --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["cone"], "10");  // the chart: 1285 °C at 60 °C/h
  EXPECT_EQ(json["next"], "11");
  EXPECT_GT(json["next_bent"].get<double>(), 0);
  EXPECT_LT(json["next_bent"].get<double>(), 1);
  EXPECT_EQ(Json::parse(run("cone --rate-c-h 150 --peak-c 876 --json").out)["cone"], "013");
  EXPECT_EQ(Json::parse(run("cone --rate-c-h 150 --peak-c 300 --json").out)["cone"], nullptr);
  EXPECT_EQ(Json::parse(run("cone --rate-c-h 60 --peak-c 1450 --json").out)["next"], nullptr);
  EXPECT_NE(run("cone --rate-c-h 60 --peak-c 1286").out.find("cone 10 is down"), std::string::npos);
}

TEST_F(Tool, WrongConeQuestionsAreAnsweredByOption) {
  const Wrong wrongs[] = {
      {"standing still", "--rate-c-h 0 --peak-c 1200", "--rate-c-h"},
      {"falling", "--rate-c-h -60 --peak-c 1200", "--rate-c-h"},
      {"no number", "--rate-c-h nan --peak-c 1200", "--rate-c-h"},
      {"a word", "--rate-c-h fast --peak-c 1200", "--rate-c-h"},
      {"the sun", "--rate-c-h 60 --peak-c 5500", "--peak-c"},
      {"no peak", "--rate-c-h 60", "--peak-c"},
      {"back in time", "--rate-c-h 60 --peak-c 1200 --hold-min -5", "--hold-min"},
      {"for ever", "--rate-c-h 60 --peak-c 1200 --hold-min inf", "--hold-min"},
  };
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run("cone " + wrong.script + " --json");
    EXPECT_EQ(ran.code, 2) << wrong.name;
    EXPECT_NE(ran.err.find(wrong.said), std::string::npos) << wrong.name << ": " << ran.err;
    const Json json = Json::parse(ran.out);
    const std::string said = json["error"]["where"].get<std::string>() + json["error"]["what"].get<std::string>();
    EXPECT_NE(said.find(wrong.said), std::string::npos) << wrong.name << ": " << ran.out;
  }
}

}  // namespace
}  // namespace sui
