// The studio's parts that need no window: a touch means a place on the pot's section, undo gives the pot of a moment
// ago, an unfinished pot is taken up where it was left, names fit, and every word is there in every language.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "game/craft/drying.h"
#include "game/engine/strings.h"
#include "game/engine/text_layout.h"
#include "game/piece/limits.h"
#include "game/studio/firing.h"
#include "game/studio/hands.h"
#include "game/studio/layout.h"
#include "game/studio/pot.h"
#include "game/studio/titles.h"
#include "game/studio/ware_strip.h"
#include "game/studio/wheel.h"
#include "tests/unit/craft_potter.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;

constexpr engine::Rect kPhone{0, 0, 390, 844};

void spin(Pot& pot, int ticks) {
  for (int tick = 0; tick < ticks; ++tick) piece::step(*pot.bench);
}

void press_down(Pot& pot, double z_mm) {
  ASSERT_TRUE(
      act(pot, act_of(ActKind::kInnerHand, craft::to_fixed(8, craft::kPerMm), craft::to_fixed(z_mm, craft::kPerMm))));
  spin(pot, 120);
  ASSERT_TRUE(act(pot, act_of(ActKind::kInnerLift)));
  spin(pot, 30);
}

Pot turning_lump() {
  Pot pot;
  fresh_lump(pot, 100);
  EXPECT_TRUE(act(pot, act_of(ActKind::kWheel, craft::to_fixed(170, craft::kPerRpm))));
  spin(pot, 120);
  return pot;
}

TEST(Hands, TheScreenAndTheSectionAgreeBothWays) {
  Wheel wheel;
  const engine::Camera camera = wheel_camera(wheel);
  for (const bool left : {false, true}) {
    for (double r_mm = 4; r_mm < 90; r_mm += 17) {
      for (double z_mm = 0; z_mm < 200; z_mm += 23) {
        const SectionPoint back =
            section_point(camera, kPhone, on_screen(camera, kPhone, SectionPoint{r_mm, z_mm, left}));
        EXPECT_NEAR(back.r_mm, r_mm, 0.2);
        EXPECT_NEAR(back.z_mm, z_mm, 0.2);
        EXPECT_EQ(back.left, left);
      }
    }
  }
}

TEST(Hands, TheMiddleOfTheTopIsInsideAndTheFlanksAreOutside) {
  Wheel wheel;
  const Pot pot = turning_lump();
  const engine::Camera camera = wheel_camera(wheel);
  const auto side = [&](double r_mm, double z_mm, bool left) {
    return side_of(camera, kPhone, pot.bench->workpiece, on_screen(camera, kPhone, SectionPoint{r_mm, z_mm, left}));
  };
  const double top = top_mm(pot.look);
  EXPECT_EQ(side(0, top, false), Side::kInside);
  EXPECT_EQ(side(70, 20, false), Side::kOutside);
  EXPECT_EQ(side(70, 20, true), Side::kOutside);
  EXPECT_EQ(side(3, -60, false), Side::kNone) << "the wheel head before the pot is nobody's clay";
}

TEST(Hands, AQuickFingerTakesHoldWhereItLanded) {
  Wheel wheel;
  const Pot pot = turning_lump();
  const engine::Camera camera = wheel_camera(wheel);
  engine::Touch touch;
  touch.id = 4;
  touch.began = true;
  touch.start = on_screen(camera, kPhone, {0, top_mm(pot.look), false});
  touch.at = on_screen(camera, kPhone, {75, 30, false});
  engine::Input input;
  input.touches.push_back(touch);
  Fingers fingers;
  follow(input, camera, kPhone, layout::workspace(kPhone), pot.bench->workpiece, 0.3, fingers);
  EXPECT_TRUE(fingers.inner.down);
  EXPECT_FALSE(fingers.outer.down);
}

TEST(Hands, TwoFingersAreTwoHands) {
  Wheel wheel;
  const Pot pot = turning_lump();
  const engine::Camera camera = wheel_camera(wheel);
  engine::Input input;
  for (const bool left : {false, true}) {
    engine::Touch touch;
    touch.id = left ? 0 : 1;  // some phones number their fingers from 0
    touch.began = true;
    touch.start = touch.at = on_screen(camera, kPhone, {80, 30, left});
    input.touches.push_back(touch);
  }
  Fingers fingers;
  follow(input, camera, kPhone, layout::workspace(kPhone), pot.bench->workpiece, 0.016, fingers);
  EXPECT_TRUE(fingers.outer.down);
  EXPECT_TRUE(fingers.inner.down);
  EXPECT_NE(fingers.outer.touch, fingers.inner.touch);
}

TEST(Undo, GivesThePotOfAMomentAgo) {
  Pot pot = turning_lump();
  press_down(pot, 50);
  const uint64_t before = pot.bench->workpiece.running_hash;
  const uint32_t before_tick = pot.bench->workpiece.tick;
  press_down(pot, 25);
  ASSERT_NE(pot.bench->workpiece.running_hash, before);
  ASSERT_TRUE(undo_touch(pot));
  EXPECT_EQ(pot.bench->workpiece.tick, before_tick);
  EXPECT_EQ(pot.bench->workpiece.running_hash, before);
  ASSERT_TRUE(undo_touch(pot));
  EXPECT_FALSE(undo_touch(pot)) << "there is nothing before the first touch";
}

TEST(Bench, IsTakenUpWhereItWasLeftAndGoesOn) {
  Pot pot = turning_lump();
  press_down(pot, 40);
  Pot straight = turning_lump();
  press_down(straight, 40);
  piece::seal(*pot.bench);
  Pot again;
  ASSERT_TRUE(resume(again, pot.bench->making)) << again.complaint;
  press_down(again, 20);
  press_down(straight, 20);
  EXPECT_EQ(again.bench->workpiece.running_hash, straight.bench->workpiece.running_hash);
}

// The battery ran out just now: can what was kept be taken up, and does nobody press on in it?
void expect_left_well(const Pot& pot) {
  piece::Bench as_left = *pot.bench;
  let_go(as_left);
  piece::seal(as_left);
  Pot again;
  ASSERT_TRUE(resume(again, as_left.making)) << again.complaint;
  const craft::Workpiece& workpiece = again.bench->workpiece;
  EXPECT_FALSE(workpiece.outer.down || workpiece.inner.down || workpiece.trimming.on || workpiece.trimming.tool.down);
  EXPECT_TRUE(workpiece.surface.strokes.empty() || !workpiece.surface.strokes.back().open);
  EXPECT_EQ(workpiece.stage, pot.bench->workpiece.stage);
}

TEST(Bench, KeptWithAHandOnTheClayItLetsGo) {
  Pot pot = turning_lump();
  press_down(pot, 40);
  for (const ActKind hand : {ActKind::kOuterHand, ActKind::kInnerHand})
    ASSERT_TRUE(act(pot, act_of(hand, craft::to_fixed(30, craft::kPerMm), craft::to_fixed(40, craft::kPerMm))));
  spin(pot, 40);
  expect_left_well(pot);
}

TEST(Bench, KeptWithAToolOrABrushOnThePotItLetsGo) {
  Pot pot = turning_lump();
  press_down(pot, 40);
  ASSERT_TRUE(act(pot, act_of(ActKind::kCut)));
  const auto dry = [&](double wettest_pct) {
    while (pot.bench->workpiece.stage < craft::Stage::kBoneDry &&
           craft::moisture_wet_pct_of_dry(craft::mean_moisture_dry(pot.bench->workpiece.clay)) > wettest_pct)
      ASSERT_TRUE(act(pot, act_of(ActKind::kDry, static_cast<int>(craft::DryingPlace::kShelf), 60)));
  };
  dry(16);
  ASSERT_TRUE(act(pot, act_of(ActKind::kTrimBegin, craft::to_fixed(120, craft::kPerRpm)))) << pot.complaint;
  const double r_mm = craft::look_of(pot.bench->workpiece, 0, 0).rings[40].outer_mm;
  ASSERT_TRUE(
      act(pot, act_of(ActKind::kTrimTool, craft::to_fixed(r_mm, craft::kPerMm), craft::to_fixed(20, craft::kPerMm))))
      << pot.complaint;
  spin(pot, 40);
  expect_left_well(pot);
  let_go(*pot.bench);
  dry(0);
  ASSERT_TRUE(act(pot, act_of(ActKind::kStrokeBegin, static_cast<int>(craft::Pigment::kCobalt),
                              craft::to_fixed(6, craft::kPerMm), craft::to_fixed(0.8, craft::kPerLoad))))
      << pot.complaint;
  ASSERT_TRUE(act(pot, act_of(ActKind::kStrokePoint, 0, craft::to_fixed(80, craft::kPerRing), 200)));
  expect_left_well(pot);
}

TEST(Firing, EveryKilnBringsASoundPotThroughItsUsualAndSlowFire) {
  craft::Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  potter.dry(craft::DryingPlace::kWrapped, 60 * 24 * 2);
  potter.dry(craft::DryingPlace::kShelf, 60 * 24 * 5);
  potter.act(ActKind::kGlazeDip, 0, 2 * craft::kPerDipSecond, 1450);
  ASSERT_TRUE(potter.pot.defects.empty());
  for (int kiln = 0; kiln <= craft::kKilnKindMax; ++kiln) {
    for (const Schedule schedule : {Schedule::kSlow, Schedule::kNormal}) {
      craft::Workpiece pot = potter.pot;
      for (craft::Act act : fire_acts(schedule, static_cast<craft::KilnKind>(kiln))) {
        act.tick = pot.tick;
        const Result<Done> allowed = craft::check(pot, act);
        ASSERT_TRUE(allowed) << to_text(allowed.error());
        craft::apply(pot, act);
      }
      EXPECT_EQ(pot.stage, craft::Stage::kFired);
      EXPECT_GT(pot.firing.cone, 8.5) << craft::kiln_id(pot.firing.kind);
      for (const craft::Defect& defect : pot.defects) {
        ADD_FAILURE() << craft::kiln_id(pot.firing.kind) << ": " << craft::defect_id(defect.kind) << " " << defect.value
                      << " over " << defect.limit << " at cone " << pot.firing.cone;
      }
    }
  }
}

TEST(Firing, TheEggShapedKilnsReadySchedulesReachItsThreeTemperatures) {  // facts C5; 18-32 h
  constexpr double kLeastC[] = {1300, 1260, 1130}, kMostC[] = {1320, 1280, 1170};
  for (const Schedule schedule : {Schedule::kSlow, Schedule::kNormal}) {
    std::vector<craft::KilnSegment> segments;
    for (const craft::Act& act : fire_acts(schedule, craft::KilnKind::kZhenyao)) {
      if (act.kind == ActKind::kKilnSegment)
        segments.push_back({act.a / 16.0, act.b / 16.0, static_cast<double>(act.c), act.d / 256.0});
    }
    for (int zone = 0; zone < 3; ++zone) {
      craft::KilnLoad load;
      load.zone = zone;
      load.in_saggar = load.smoky = true;
      const craft::Firing fire = craft::run_plan({craft::KilnKind::kZhenyao, segments, {}, {}}, load);
      EXPECT_GE(fire.peak_c, kLeastC[zone]) << static_cast<int>(schedule) << " zone " << zone;
      EXPECT_LE(fire.peak_c, kMostC[zone]) << static_cast<int>(schedule) << " zone " << zone;
      EXPECT_GE(fire.peak_minute / 60.0, 18);
      EXPECT_LE(fire.peak_minute / 60.0, 32);
    }
  }
}

TEST(Firing, NoReadyScheduleIsNearWhatADryPotBears) {
  for (const Schedule schedule : {Schedule::kSlow, Schedule::kNormal, Schedule::kFast}) {
    craft::KilnLoad load;
    load.moisture_dry = 0.011;  // as dry as the shelf's air leaves it
    load.thickest_mm = 12;      // a stout floor
    const craft::Firing fire = craft::run_schedule(schedule_of(schedule, craft::GlazeKind::kClear), load);
    EXPECT_LT(fire.peak_steam_bar, 0.75 * craft::kSteamBurstBar) << static_cast<int>(schedule);
    EXPECT_LT(fire.quartz_gap_c, craft::kQuartzGapMaxC) << static_cast<int>(schedule);
    EXPECT_NEAR(fire.cone, 10.3, 1.2) << static_cast<int>(schedule);
    EXPECT_LT(fire.carbon_left, 0.2) << static_cast<int>(schedule);
  }
}

// A visitor takes any tile and keeps to what is offered first: the kiln and the fire that go with it.
TEST(Firing, EveryGlazeOnTheShelfComesOutSoundInTheFireOfferedWithIt) {
  craft::Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  potter.dry(craft::DryingPlace::kWrapped, 60 * 24 * 2);
  potter.dry(craft::DryingPlace::kShelf, 60 * 24 * 5);
  WareStrip strip;
  fire_tiles(strip);
  EXPECT_GE(strip.tiles.size(), 16u);
  for (const WareTile& tile : strip.tiles) {
    Pot pot;
    pot.bench.emplace();
    pot.bench->workpiece = potter.pot;
    ASSERT_TRUE(
        act(pot, craft::act_of(ActKind::kGlazeDip, static_cast<int32_t>(tile.kind), 2 * craft::kPerDipSecond, 1450)))
        << pot.complaint;
    Firing firing;
    enter(firing, pot, craft::KilnKind::kElectric);
    for (const craft::Act& wanted : fire_acts(firing.chosen, firing.kiln, firing.glaze))
      ASSERT_TRUE(act(pot, wanted)) << pot.complaint;
    const craft::Workpiece& fired = pot.bench->workpiece;
    const char* id = craft::ware_of(tile.kind).id;
    for (const craft::Defect& defect : fired.defects) {
      const bool meant = defect.kind == craft::DefectKind::kCrazed;  // Ge, Jun and their like
      EXPECT_TRUE(meant) << id << ": " << craft::defect_id(defect.kind) << " " << defect.value << " over "
                         << defect.limit;
    }
    EXPECT_GT(pot.look.outside.gloss + fired.firing.glaze_melt, 0.5) << id;
  }
}

TEST(WareStrip, TilesWearTheColoursOfTheirOwnFires) {
  WareStrip strip;
  fire_tiles(strip);
  const engine::Colour red = tile_of(strip, craft::GlazeKind::kJihong).thick;
  EXPECT_GT(red.r, 2 * red.g) << "fired, not painted: copper red in its own smoky fire";
  const engine::Colour green = tile_of(strip, craft::GlazeKind::kMeiziqing).thick;
  EXPECT_GT(green.g, green.r);
  const engine::Colour blue = tile_of(strip, craft::GlazeKind::kJilan).thick;
  EXPECT_GT(blue.b, 1.5f * blue.r);
  EXPECT_EQ(tile_of(strip, craft::GlazeKind::kDuckYellow).kind, craft::GlazeKind::kClear) << "not on a raw pot";
}

constexpr const char* kSpoken[] = {"zh", "en", "ru", "tr", "it", "ko", "bg", "ky"};

engine::Strings words_of(const std::string& language) {
  const std::string file = std::string(SUI_STRINGS) + "/" + language + ".studio.json";
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<engine::Strings> strings = engine::read_strings(language, text, file);
  EXPECT_TRUE(strings) << (strings ? "" : to_text(strings.error()));
  return strings ? *strings : engine::Strings{};
}

TEST(Titles, FitAndSuitTheVessel) {
  for (const std::string language : kSpoken) {
    const engine::Strings strings = words_of(language);
    std::set<std::string> names;
    for (int first = 0; first < 256; ++first) {
      for (const Vessel vessel :
           {Vessel::kBottle, Vessel::kVase, Vessel::kJar, Vessel::kCup, Vessel::kBowl, Vessel::kDish}) {
        const uint8_t fingerprint[1] = {static_cast<uint8_t>(first)};
        const std::string title = title_for(strings, vessel, fingerprint, 0);
        EXPECT_LE(title.size(), piece::kNameBytesMax) << title;
        EXPECT_NE(title, title_for(strings, vessel, fingerprint, 1)) << "another one is another one";
        names.insert(title);
      }
    }
    EXPECT_EQ(names.size(), 32u * 6u) << language;
  }
  craft::Measures plate;
  plate.height_mm = 30;
  plate.max_diameter_mm = plate.mouth_diameter_mm = 200;
  EXPECT_EQ(vessel_of(plate), Vessel::kDish);
}

TEST(Layout, ControlsKeepApartOnEveryScreen) {
  for (const engine::Rect safe :
       {kPhone, engine::Rect{0, 0, 360, 640}, engine::Rect{0, 44, 393, 774}, engine::Rect{0, 0, 1280, 800}}) {
    const engine::Rect work = layout::workspace(safe), slider = layout::slider_row(safe);
    EXPECT_LE(work.y + work.h, slider.y);
    EXPECT_GE(work.h, 300);
    EXPECT_LE(slider.y + slider.h, layout::tool(safe, 0).y - layout::kToolRadius);
    EXPECT_LE(layout::tool(safe, 1).x + layout::kToolRadius, layout::primary_beside_tools(safe).x);
    EXPECT_LE(layout::kiln_choice(safe, 3).y + layout::kiln_choice(safe, 3).h, layout::choice(safe, 0).y);
    EXPECT_GE(std::min(layout::kiln_choice(safe, 0).h, layout::kiln_choice(safe, 0).w), 44);
    EXPECT_LE(layout::choice(safe, 2).y + layout::choice(safe, 2).h, layout::primary(safe).y);
    EXPECT_LE(layout::primary(safe).y + layout::primary(safe).h, safe.y + safe.h);
  }
}

std::set<std::string> keys_of(const std::string& file) {
  std::ifstream stream(file);
  const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  const auto table = nlohmann::json::parse(text, nullptr, false);
  EXPECT_TRUE(table.is_object()) << file;
  std::set<std::string> keys;
  for (const auto& [key, value] : table.items()) {
    EXPECT_FALSE(value.get<std::string>().empty()) << key;
    keys.insert(key);
  }
  return keys;
}

TEST(Words, NameEveryDefectInEveryLanguage) {
  for (const std::string language : kSpoken) {
    const auto keys = keys_of(std::string(SUI_STRINGS) + "/" + language + ".studio.json");
    for (int kind = 1; kind <= 127; ++kind) {
      const std::string id = craft::defect_id(static_cast<craft::DefectKind>(kind));
      if (id == "unknown") continue;
      const std::string key = "defect." + id;
      EXPECT_TRUE(keys.count(key)) << language << " " << key;
      EXPECT_TRUE(keys.count(key + ".why")) << language << " " << key;
    }
  }
}

// Every word of the coach, with the widest numbers it can have, in three lines of the bubble on a 390 pt phone, set in
// letters no narrower than those of the house's face.
TEST(Coach, SpeaksEveryLanguageAndFitsItsBubble) {
  for (const char* language : kSpoken) {
    const engine::Strings strings = words_of(language);
    for (std::size_t rank = 0; rank < craft::kCoachIdCount; ++rank) {
      const std::string key = std::string("coach.") + craft::coach_id(static_cast<craft::CoachId>(rank));
      std::string words(engine::say(strings, key));
      ASSERT_NE(words, key) << language << " has no words for it";
      for (std::size_t open = words.find('{'); open != std::string::npos; open = words.find('{')) {
        const std::size_t close = words.find('}', open);
        ASSERT_NE(close, std::string::npos) << key;
        words.replace(open, close - open + 1, "12.5");
      }
      std::vector<engine::TextUnit> units;
      std::vector<engine::TextLine> lines;
      engine::decode(words, units);
      for (engine::TextUnit& unit : units)
        unit.advance = kHintTextSize * (engine::is_cjk(unit.character) ? 1.0f : 0.57f);
      engine::break_lines(units, hint_text_width(kPhone, true), lines);
      EXPECT_LE(lines.size(), std::string(language) == "zh" ? 2u : 3u) << language << " " << key << ": " << words;
    }
  }
}

TEST(Coach, NumbersStandInTheWords) {
  const engine::Strings strings = words_of("en");
  const std::string words = hint_words(strings, "coach.base_thick", {{{"base", 9}, {"rim", 3.5}}});
  EXPECT_EQ(words, "9 mm at the base, 3.5 mm at the rim: start your pull lower");
}

TEST(Coach, TheDuckPassesOnTheCoachsWord) {
  Wheel wheel;
  Pot pot = turning_lump();
  enter(wheel, pot, false);
  wheel.speed_0_1 = 0.5f;
  EXPECT_EQ(wheel_hint(wheel, pot), "hint.open");
  wheel.coach.said.id = craft::CoachId::kHandsDry;
  EXPECT_EQ(wheel_hint(wheel, pot), "coach.hands_dry");
}

}  // namespace
}  // namespace sui::studio
