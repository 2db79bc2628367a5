#include "game/studio/home.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/pot.h"
#include "game/studio/settings.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::hex;
using engine::Icon;
using engine::Rect;
namespace style = engine::style;

constexpr float kTwoPi = 6.2831853f;
constexpr float kFigureM = 0.17f;  // tall on the wheel
constexpr float kSpeaksS = 4.5f;
constexpr float kShortScreen = 780;

// Once, when a first kiln was opened: whoever goes on to something else is not asked again.
bool offers_story(const Home& home, const Around& around) {
  return !around.shelf.book.story_offered && !around.shelf.pieces.empty() && !home.bench_waits;
}

// The companion sits on the turning wheel like a pot of its own; a tap makes it cheer.
void draw_scene(Home& home, Around& around) {
  engine::Frame& frame = around.frame;
  engine::Camera camera;
  camera.fov_y_deg = 33;
  camera.eye = {0.0f, 0.27f, 0.86f};
  // The feet stand just over the buttons, on tall and short screens alike.
  const float seen_m = 2 * camera.eye.z * std::tan(camera.fov_y_deg / 2 * 3.14159265f / 180);
  const float feet_pt = home.bench_waits || offers_story(home, around) ? 290 : 232;
  camera.target = {0, seen_m * (0.5f - feet_pt / std::max(400.0f, frame.screen.h)), 0};
  camera.eye.y = camera.target.y + 0.155f;
  frame.scene.begin(frame.screen, engine::Place::kWorkshop, camera, true);
  draw_room(frame.scene, around.workshop);
  draw_lantern(frame.scene, around.workshop);
  draw_wheel(frame.scene, around.workshop, home.turn);
  if (around.workshop.companion != nullptr) {
    const engine::Character& figure = *around.workshop.companion->figure;
    auto pose = breathing(frame.now_s);
    pose.wings = home.cheer * (0.7f + 0.3f * static_cast<float>(std::sin(frame.now_s * 14)));
    pose.squash += 0.5f * home.cheer * static_cast<float>(std::sin(frame.now_s * 11));
    pose.nod = 0.15f * static_cast<float>(std::sin(frame.now_s * 0.7));
    pose = felt_pose(around, home.head_at, pose);
    const float scale = kFigureM / engine::height_m(figure);
    const float sway = 0.07f * static_cast<float>(std::sin(frame.now_s * 0.5));
    engine::draw_character(frame.scene, figure,
                           engine::rotation_y(sway * kTwoPi) * engine::scaling({scale, scale, scale}), pose,
                           engine::Colour{1, 1, 1, 1});
  }
  frame.scene.end();
  home.head_at = engine::project(camera, frame.screen, {0, kFigureM * 1.08f, 0});
}

void greet(const Home& home, Around& around) {
  const auto spoken = static_cast<float>(around.frame.now_s - home.speaks_s);
  if (around.workshop.companion == nullptr || spoken < 0 || spoken > kSpeaksS) return;
  const float openness = eased(std::min(spoken, kSpeaksS - spoken) * 4);
  if (offers_story(home, around)) {
    speech_bubble(around, home.head_at, std::string(engine::say(around.strings, "story.offer")), openness);
    return;
  }
  const engine::CompanionLines& lines = lines_of(*around.workshop.companion, around.strings.language);
  speech_bubble(around, home.head_at, engine::line_of(lines.greeting, home.said), openness);
}

void draw_name(const Home& home, Around& around) {
  engine::Frame& frame = around.frame;
  const Rect c = layout::column(frame.safe);
  const float arrive = eased(static_cast<float>((frame.now_s - home.entered_s) / 0.9));
  const float top = frame.safe.h < kShortScreen || offers_story(home, around)
                        ? 74.0f
                        : 104.0f;  // or what the companion says would cover the motto
  const float y = c.y + top + (1 - arrive) * 14;
  const bool han = around.strings.language == "zh";  // four Latin syllables need a smaller hand than three characters
  auto name = on_scene(title_style(han ? 56 : 42, Align::kCentre));
  name.letter_spacing = han ? 10 : 1;
  name.colour.a = arrive;
  name.halo.a *= arrive;
  const std::string_view called = engine::say(around.strings, "home.name");
  name = engine::fitted(frame.canvas, called, name, c.w - 2 * layout::kMargin);
  frame.canvas.text(called, {c.x, y, c.w, 0}, name);
  if (offers_story(home, around)) return;  // what it has to tell needs the motto's place
  auto under = on_scene(body_style(15, Align::kCentre));
  under.letter_spacing = han ? 3.5f : 0.8f;
  under.colour.a = 0.86f * arrive;
  under.halo.a *= arrive;
  const std::string_view motto = engine::say(around.strings, "home.under");
  under = engine::fitted(frame.canvas, motto, under, c.w - 2 * layout::kMargin);
  const float below = frame.canvas.text_size(called, 0, name).y + (han ? 8.0f : 10.0f);
  frame.canvas.text(motto, {c.x, y + below, c.w, 0}, under);
}

}  // namespace

void enter(Home& home, bool bench_waits, double now_s) {
  home.bench_waits = bench_waits;
  home.entered_s = now_s;
  home.speaks_s = now_s + 1.4;  // once the name has arrived
  ++home.said;
}

Go frame(Home& home, Around& around) {
  engine::Frame& frame = around.frame;
  engine::Ui& ui = frame.ui;
  Go go;
  home.turn += static_cast<float>(frame.dt_s) * 0.12f;
  home.cheer = std::max(0.0f, home.cheer - static_cast<float>(frame.dt_s) * 0.8f);
  for (const engine::Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && layout::workspace(frame.safe).contains(touch.at)) {
      home.cheer = 1;
      if (frame.now_s - home.speaks_s > 1.2) {
        home.speaks_s = frame.now_s;
        ++home.said;
      }
      if (around.workshop.companion != nullptr) sound_of(*around.workshop.companion, frame.audio);
    }
  }
  draw_scene(home, around);
  top_shade(around, 260, 0.5f);
  bottom_shade(around, 330, 0.7f);
  draw_name(home, around);
  greet(home, around);

  const Rect safe = frame.safe;
  const auto word = [&](std::string_view key) { return engine::say(around.strings, key); };
  if (engine::button(ui, "start", layout::home_start(safe), word(home.bench_waits ? "home.resume" : "home.start"),
                     ButtonLook::kPrimary, Icon::kWheel)) {
    go.room = Room::kWheel;
  }
  if (home.bench_waits &&
      engine::button(ui, "fresh", layout::home_fresh(safe), word("home.fresh"), ButtonLook::kGlass)) {
    go.room = Room::kWheel;
    go.fresh_lump = true;
  }
  if (engine::button(ui, "shelf", layout::home_shelf(safe), word("home.shelf"), ButtonLook::kGlass, Icon::kShelf)) {
    go.room = Room::kShelf;
  }
  if (engine::button(ui, "bazaar", layout::home_bazaar(safe), word("home.bazaar"), ButtonLook::kGlass, Icon::kBazaar)) {
    go.bazaar = true;
  }
  if (engine::icon_button(ui, "settings", layout::corner(safe, 0), layout::kRoundRadius, Icon::kSettings,
                          ButtonLook::kGlass)) {
    go.room = Room::kSettings;
  }
  shelf::Settings& settings = around.shelf.settings;
  if (engine::icon_button(ui, "sound", layout::corner(safe, 1), layout::kRoundRadius,
                          settings.muted ? Icon::kMute : Icon::kSound, ButtonLook::kGlass, true, !settings.muted)) {
    settings.muted = !settings.muted;
    around.app.comfort(comfort_of(settings));
    (void)shelf::keep_settings(around.app.files(), around.shelf);
  }

  if (engine::icon_button(ui, "book", layout::corner(safe, 2), layout::kRoundRadius, Icon::kBook, ButtonLook::kGlass)) {
    go.room = Room::kBook;
  }
  if (offers_story(home, around)) {
    if (engine::button(ui, "story", layout::home_fresh(safe), word("story.listen"), ButtonLook::kGlass, Icon::kBook)) {
      go.room = Room::kStory;
      go.chapter = 0;
    }
    if (go.room || go.bazaar) {
      around.shelf.book.story_offered = true;
      (void)shelf::keep_book(around.app.files(), around.shelf.book);
    }
  }

  engine::Ambience sound;
  sound.wheel_rpm = 8;
  sound.street = 0.12f;
  sound.music = engine::Mood::kCalm;
  frame.audio.ambience(sound);
  return go;
}

}  // namespace sui::studio
