#include "tests/gallery/screens.h"

#include <algorithm>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "tests/unit/fireman.h"

namespace sui::gallery {
namespace {

using craft::ActKind;
using engine::Vec2;
using studio::Room;
namespace layout = studio::layout;

// Every companion large on paper, from three sides, at ease and cheering, and as small as beside a hint.
void draw_companions(engine::Frame& frame, const studio::Workshop& workshop) {
  frame.canvas.rect(frame.screen, engine::hex(engine::style::kPorcelain));
  const auto rows = static_cast<float>(workshop.companions.all.size());
  const float row = frame.screen.h / rows;
  float foot = row * 0.86f;
  for (const engine::Companion& companion : workshop.companions.all) {
    engine::Pose pose, cheering;
    cheering.wings = 1;
    cheering.look = -0.6f;
    const float tall = std::min(row * 0.62f, frame.screen.w * 0.42f), across = frame.screen.w;
    studio::draw_figure(frame.scene, *companion.figure, {across * 0.24f, foot}, tall, pose, 0.04f);
    studio::draw_figure(frame.scene, *companion.figure, {across * 0.62f, foot}, tall * 0.75f, cheering, 0.12f);
    studio::draw_figure(frame.scene, *companion.figure, {across * 0.88f, foot - row * 0.42f}, 58, pose, 0.08f);
    studio::draw_figure(frame.scene, *companion.figure, {across * 0.88f, foot}, 92, pose, 0.25f);
    foot += row;
  }
}

// Every companion in every mood, one row each: watching, wincing, clapping, broken, being joined, joined.
void draw_moods(engine::Frame& frame, const studio::Workshop& workshop) {
  frame.canvas.gradient(frame.screen, 0, engine::hex(0x6b5a4a), engine::hex(0x3d3129));
  constexpr int kMoods = 6;
  const float row = frame.screen.h / kMoods,
              column = frame.screen.w / static_cast<float>(workshop.companions.all.size());
  float across = frame.screen.x + column / 2;
  for (const engine::Companion& companion : workshop.companions.all) {
    for (int mood = 0; mood < kMoods; ++mood) {
      studio::Feeling feeling;
      studio::Happening happening;
      const Vec2 foot{across, frame.screen.y + (static_cast<float>(mood) + 0.93f) * row};
      happening.at_work = mood == 0;
      happening.hand = {foot.x + 200, foot.y + 160};
      happening.wobble = mood == 1 ? 1.0f : 0.0f;
      happening.proud = mood == 2;
      happening.broken = mood >= 3;
      const double lasts_s[] = {1, 0.6, 2.4, 1.6, studio::kMournsS + 0.55 * studio::kJoinsS, 9};
      for (double at_s = 0; at_s < lasts_s[mood]; at_s += kFrameS)
        studio::feel(feeling, happening, {foot.x, foot.y - 80}, kFrameS);
      const engine::Pose pose = studio::pose_of(feeling, engine::Pose{}, frame.now_s, false);
      studio::draw_figure(frame.scene, *companion.figure, foot, row * 0.72f, pose, 0.06f);
    }
    across += column;
  }
}

// As if the kiln had been opened too early.
void crack(studio::Pot& pot, shelf::Settings&) {
  craft::Defect dunted;
  dunted.kind = craft::DefectKind::kDunted;
  dunted.ring = 60;
  dunted.value = 210;
  dunted.limit = 120;
  if (pot.bench) pot.bench->workpiece.defects.push_back(dunted);
}

// A screen whose list was pushed up: what runs under its head is cut on purpose.
Screen scrolled(Screen screen) {
  screen.is_scrolled = true;
  return screen;
}

Vec2 the_primary(engine::Rect safe) {
  return layout::centre(layout::primary(safe));
}
Vec2 the_pot(engine::Rect safe) {
  return {safe.x + safe.w * 0.64f, safe.y + safe.h * 0.42f};
}
Vec2 the_dip(engine::Rect safe) {
  return layout::centre(layout::dip_hold(safe));
}
Vec2 the_patterns(engine::Rect safe) {
  return layout::corner(safe, 1);
}
Vec2 the_third_pattern(engine::Rect safe) {
  return {safe.x + safe.w * 0.27f, safe.y + safe.h * 0.57f};
}
Vec2 the_middle(engine::Rect safe) {
  return {safe.x + safe.w * 0.5f, safe.y + safe.h * 0.5f};
}
Vec2 the_bottom(engine::Rect safe) {
  return {safe.x + safe.w * 0.97f, safe.y + safe.h * 0.85f};
}
Vec2 the_top(engine::Rect safe) {
  return {safe.x + safe.w * 0.97f, safe.y + safe.h * 0.15f};
}
Vec2 beside_high(engine::Rect safe) {
  return {safe.x + safe.w * 0.93f, safe.y + safe.h * 0.40f};
}
Vec2 beside_low(engine::Rect safe) {
  return {safe.x + safe.w * 0.93f, safe.y + safe.h * 0.52f};
}
Vec2 beside_higher(engine::Rect safe) {
  return {safe.x + safe.w * 0.93f, safe.y + safe.h * 0.47f};
}
Vec2 beside_lower(engine::Rect safe) {
  return {safe.x + safe.w * 0.93f, safe.y + safe.h * 0.66f};
}
Vec2 the_upturned_foot(engine::Rect safe) {
  return {safe.x + safe.w * 0.53f, safe.y + safe.h * 0.247f};
}
Vec2 carve_low(engine::Rect safe) {
  return {safe.x + safe.w * 0.40f, safe.y + safe.h * 0.50f};
}
Vec2 carve_high(engine::Rect safe) {
  return {safe.x + safe.w * 0.52f, safe.y + safe.h * 0.42f};
}
Vec2 carve_far(engine::Rect safe) {
  return {safe.x + safe.w * 0.62f, safe.y + safe.h * 0.52f};
}
Vec2 spin_it(engine::Rect safe) {
  return layout::tool(safe, 1);
}
Vec2 the_first_stamp(engine::Rect safe) {
  return {safe.x + safe.w * 0.45f, safe.y + safe.h * 0.62f};
}
Vec2 the_mark_cell(engine::Rect safe) {
  return {safe.x + safe.w * 0.45f, safe.y + safe.h * 0.875f};
}
Vec2 the_first_part(engine::Rect safe) {
  return layout::centre(layout::part_choice(safe, 0));
}
Vec2 the_second_part(engine::Rect safe) {
  return layout::centre(layout::part_choice(safe, 1));
}
Vec2 the_third_part(engine::Rect safe) {
  return layout::centre(layout::part_choice(safe, 2));
}
Vec2 the_fourth_part(engine::Rect safe) {
  return layout::centre(layout::part_choice(safe, 3));
}
Vec2 the_sixth_part(engine::Rect safe) {
  return layout::centre(layout::part_choice(safe, 5));
}
Vec2 the_press(engine::Rect safe) {
  return layout::centre(layout::press_on(safe));
}
Vec2 the_first_cell(engine::Rect safe) {
  return layout::centre(layout::shelf_cell(safe, 0, 0));
}

Vec2 the_kiln_by_hand(engine::Rect safe) {
  return layout::centre(layout::kiln_by_hand(safe));
}

// A fire somebody has minded up to here.
void burning_by_hand(studio::Pot& pot, shelf::Settings& settings, craft::KilnKind kiln, const test::FiremansAim& aim) {
  settings.kiln_by_hand = static_cast<int>(kiln);
  studio::HandFire fire = studio::hand_fire(pot, kiln, 0);
  (void)test::drive(fire, pot, aim);
  studio::note_the_minute(fire, pot);
}
void gas_reducing(studio::Pot& pot, shelf::Settings& settings) {
  burning_by_hand(pot, settings, craft::KilnKind::kGas, {8.3, 40, 150, 1.25f, 0.82f});
}
void dragon_awake(studio::Pot& pot, shelf::Settings& settings) {
  burning_by_hand(pot, settings, craft::KilnKind::kDragon, {-12, 20, 120});
}

Vec2 the_first_order(engine::Rect safe) {
  return {safe.x + safe.w * 0.2f, safe.y + safe.h * 0.66f};
}
Vec2 the_speed(engine::Rect safe) {
  const engine::Rect row = layout::slider_row(safe);
  return {row.x + row.w * 0.62f, row.y + row.h / 2};
}
Vec2 the_gas_kiln(engine::Rect safe) {
  return layout::centre(layout::kiln_choice(safe, 1));
}

}  // namespace

const std::vector<Screen>& screens() {
  static const std::vector<Screen> all = {
      {"home", Room::kHome, ActKind::kWheel, 1, 60, {}},
      {"wheel-lump", Room::kWheel, ActKind::kCut, 0.004, 70, {}},
      {"wheel-wall", Room::kWheel, ActKind::kCut, 0.42, 60, {{35, 25, the_pot}}},
      {"wheel-vase", Room::kWheel, ActKind::kCut, 1, 60, {}},
      {"wheel-above",
       Room::kWheel,
       ActKind::kCut,
       0.6,
       80,
       {{35, 20, beside_high, beside_higher}, {35, 20, beside_low, beside_lower}}},
      {"drying", Room::kDrying, ActKind::kDry, 1, 60, {}},
      {"painting", Room::kPainting, ActKind::kGlazeDip, 1, 45, {}},
      {"painting-close",
       Room::kPainting,
       ActKind::kGlazeDip,
       1,
       60,
       {{15, 20, beside_high, beside_higher}, {15, 20, beside_low, beside_lower}}},
      {"glazes", Room::kGlazing, ActKind::kGlazeDip, 1, 30, {}},
      {"glazing", Room::kGlazing, ActKind::kGlazeDip, 1, 65, {{35, 30, the_dip}}},
      {"kiln", Room::kFiring, ActKind::kKilnSegment, 1, 45, {}},
      {"kiln-hot", Room::kFiring, ActKind::kKilnSegment, 1, 125, {{30, 3, the_primary}}},
      {"kiln-by-hand-cold", Room::kFiring, ActKind::kKilnSegment, 1, 60, {{20, 3, the_kiln_by_hand}}},
      {"kiln-by-hand", Room::kFiring, ActKind::kKilnSegment, 1, 60, {}, {}, nullptr, gas_reducing},
      {"kiln-dragon", Room::kFiring, ActKind::kKilnSegment, 1, 60, {}, {}, nullptr, dragon_awake},
      {"reveal", Room::kReveal, ActKind::kFire, 1, 80, {}},
      {"card", Room::kReveal, ActKind::kFire, 1, 80, {}, {}, nullptr, nullptr, 1, true},
      {"enamels", Room::kPainting, ActKind::kFire, 1, 45, {}},
      {"patterns", Room::kPainting, ActKind::kGlazeDip, 1, 60, {{25, 3, the_patterns}}},
      {"pattern-laid",
       Room::kPainting,
       ActKind::kBand,
       1,
       80,
       {{15, 3, the_patterns}, {35, 3, the_third_pattern}, {60, 3, the_middle}}},
      {"shelf", Room::kShelf, ActKind::kFire, 1, 40, {}},
      scrolled({"shelf-hundreds",
                Room::kShelf,
                ActKind::kFire,
                1,
                100,
                {{5, 6, the_bottom, the_top}, {25, 6, the_bottom, the_top}, {45, 6, the_bottom, the_top}},
                {},
                nullptr,
                nullptr,
                300}),
      {"home-arhat", Room::kHome, ActKind::kWheel, 1, 60, {}, "arhat"},
      {"home-cat", Room::kHome, ActKind::kWheel, 1, 60, {}, "cat"},
      {"reveal-cat", Room::kReveal, ActKind::kFire, 1, 80, {}, "cat"},
      {"characters", Room::kHome, ActKind::kWheel, 1, 3, {}, {}, draw_companions},
      {"moods", Room::kHome, ActKind::kWheel, 1, 3, {}, {}, draw_moods},
      {"reveal-broken", Room::kReveal, ActKind::kFire, 1, 150, {}, {}, nullptr, crack},
      {"home-night", Room::kHome, ActKind::kWheel, 1, 60, {}, {}, nullptr, nullptr, 1, false, "", "", {}, 1},
      {"wheel-night", Room::kWheel, ActKind::kCut, 1, 60, {}, {}, nullptr, nullptr, 1, false, "", "", {}, 1},
      {"painting-night", Room::kPainting, ActKind::kFire, 1, 45, {}, {}, nullptr, nullptr, 1, false, "", "", {}, 1},
      {"street-day",
       Room::kHome,
       ActKind::kWheel,
       1,
       20,
       {},
       {},
       nullptr,
       nullptr,
       1,
       false,
       "",
       "",
       FairPlace::kStreet,
       0},
      {"street-dusk",
       Room::kHome,
       ActKind::kWheel,
       1,
       20,
       {},
       {},
       nullptr,
       nullptr,
       1,
       false,
       "",
       "",
       FairPlace::kStreet,
       0.5f},
      {"street-night",
       Room::kHome,
       ActKind::kWheel,
       1,
       20,
       {},
       {},
       nullptr,
       nullptr,
       1,
       false,
       "",
       "",
       FairPlace::kStreet,
       1},
      {"street-stall",
       Room::kHome,
       ActKind::kWheel,
       1,
       50,
       {},
       {},
       nullptr,
       nullptr,
       1,
       false,
       "",
       "",
       FairPlace::kBeforeAStall,
       0.5f},
      {"settings", Room::kSettings, ActKind::kFire, 1, 30, {}},
      scrolled({"settings-below", Room::kSettings, ActKind::kFire, 1, 60, {{10, 12, the_bottom, the_top}}}),
      {"leather-hard", Room::kDrying, ActKind::kTrimBegin, 1, 60, {}},
      {"trimming", Room::kTrimming, ActKind::kTrimBegin, 1, 60, {{25, 60, the_pot}}},
      {"trimming-foot", Room::kTrimming, ActKind::kTrimEnd, 1, 60, {{30, 60, the_upturned_foot}}},
      {"wheel-tools", Room::kWheel, ActKind::kCut, 0.42, 60, {{25, 3, layout::wheel_tools}}},
      {"kiln-biscuit", Room::kFiring, ActKind::kGlazeDip, 1, 45, {}},
      {"decor", Room::kPainting, ActKind::kTrimBegin, 1, 45, {{20, 3, layout::decor_tools}}},
      {"carving",
       Room::kPainting,
       ActKind::kTrimBegin,
       1,
       90,
       {{10, 12, carve_low, carve_high},
        {24, 12, carve_high, carve_far},
        {38, 3, spin_it},
        {44, 3, layout::decor_tools},
        {58, 3, the_first_stamp},
        {72, 3, the_middle}}},
      {"foot-mark-choose",
       Room::kPainting,
       ActKind::kFootMark,
       1,
       75,
       {{15, 3, layout::decor_tools}, {35, 3, the_mark_cell}}},
      {"foot-mark", Room::kPainting, ActKind::kGlazeDip, 1, 75, {{15, 3, layout::decor_tools}, {35, 3, the_mark_cell}}},
      {"reveal-foot", Room::kReveal, ActKind::kFire, 1, 90, {{60, 3, layout::turn_over}}},
      {"joining", Room::kJoining, ActKind::kTrimBegin, 1, 60, {{20, 3, the_first_part}}},
      {"joining-lid", Room::kJoining, ActKind::kTrimBegin, 1, 60, {{20, 3, the_fourth_part}}},
      {"joining-duck",
       Room::kJoining,
       ActKind::kTrimBegin,
       1,
       150,
       {{10, 3, the_sixth_part},
        {20, 3, the_first_part},
        {30, 3, the_press},
        {40, 3, the_second_part},
        {50, 3, the_press},
        {60, 3, the_third_part},
        {90, 3, the_press}}},
      {"shelf-close", Room::kShelf, ActKind::kFire, 1, 75, {{25, 3, the_first_cell}}},
      {"book", Room::kBook, ActKind::kFire, 1, 40, {}},
      {"book-order", Room::kBook, ActKind::kFire, 1, 70, {{25, 3, the_first_order}}},
      {"lesson-centre", Room::kWheel, ActKind::kFire, 1, 75, {{20, 3, the_speed}}, {}, {}, {}, 1, false, "centre"},
      {"lesson-pull", Room::kWheel, ActKind::kFire, 1, 66, {}, {}, {}, {}, 1, false, "pull"},
      {"lesson-collar", Room::kWheel, ActKind::kFire, 1, 66, {}, {}, {}, {}, 1, false, "collar"},
      {"lesson-trim", Room::kTrimming, ActKind::kFire, 1, 50, {}, {}, {}, {}, 1, false, "trim"},
      {"lesson-paint", Room::kPainting, ActKind::kFire, 1, 50, {}, {}, {}, {}, 1, false, "outline_wash"},
      {"lesson-fire",
       Room::kFiring,
       ActKind::kFire,
       1,
       220,
       {{30, 3, the_gas_kiln}, {50, 3, the_primary}},
       {},
       {},
       {},
       1,
       false,
       "read_fire"},
      {"lesson-learned",
       Room::kFiring,
       ActKind::kFire,
       1,
       420,
       {{30, 3, the_gas_kiln}, {50, 3, the_primary}, {238, 3, the_primary}},
       {},
       {},
       {},
       1,
       false,
       "read_fire"},
      scrolled({"book-story", Room::kBook, ActKind::kFire, 1, 90, {{10, 30, the_primary, the_first_cell}}}),
      {"home-story", Room::kHome, ActKind::kWheel, 1, 60, {}},
      {"comic-duck", Room::kStory, ActKind::kFire, 1, 90, {{15, 3, the_middle}, {35, 3, the_middle}}},
      {"comic-rejoined",
       Room::kStory,
       ActKind::kFire,
       1,
       150,
       {{15, 3, the_middle}, {30, 3, the_middle}, {45, 3, the_middle}, {60, 3, the_middle}, {75, 3, the_middle}}},
      {"comic-steps",
       Room::kStory,
       ActKind::kFire,
       1,
       90,
       {{15, 3, the_middle}, {35, 3, the_middle}},
       {},
       {},
       {},
       1,
       false,
       "",
       "",
       {},
       0,
       1},
      {"comic-vessel",
       Room::kStory,
       ActKind::kFire,
       1,
       170,
       {{15, 3, the_middle}, {30, 3, the_middle}, {45, 3, the_middle}, {60, 3, the_middle}, {75, 3, the_middle}},
       {},
       {},
       {},
       1,
       false,
       "",
       "",
       {},
       0,
       1},
      {"comic-drifters",
       Room::kStory,
       ActKind::kFire,
       1,
       90,
       {{15, 3, the_middle}, {35, 3, the_middle}},
       {},
       {},
       {},
       1,
       false,
       "",
       "",
       {},
       0,
       2},
      {"comic-lamp",
       Room::kStory,
       ActKind::kFire,
       1,
       90,
       {{15, 3, the_middle}, {30, 3, the_middle}, {45, 3, the_middle}},
       {},
       {},
       {},
       1,
       false,
       "",
       "",
       {},
       0,
       2},
      {"codex", Room::kCodex, ActKind::kFire, 1, 40, {}},
      {"wheel-order", Room::kWheel, ActKind::kCut, 1, 60, {}, {}, {}, {}, 1, false, "", "museum_pear"},
      {"letter",
       Room::kReveal,
       ActKind::kFire,
       1,
       150,
       {{100, 3, the_patterns}},
       {},
       {},
       {},
       1,
       false,
       "",
       "museum_pear"},
  };
  return all;
}

}  // namespace sui::gallery
