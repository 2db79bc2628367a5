#include "game/studio/chrome.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/pot.h"
#include "game/studio/workshop.h"

namespace sui::studio {

using engine::Align;
using engine::Canvas;
using engine::Colour;
using engine::Face;
using engine::hex;
using engine::Rect;
using engine::TextStyle;
using engine::Vec2;
namespace style = engine::style;

namespace {
constexpr float kDuckWidth = 70, kDuckHeight = 72;
constexpr float kUnderTitle = 66;
}  // namespace

TextStyle title_style(float size, Align align) {
  TextStyle text;
  text.face = Face::kSerif;
  text.size = size;
  text.colour = hex(style::kInk);
  text.align = align;
  text.line_height = 1.25f;
  return text;
}

TextStyle body_style(float size, Align align) {
  TextStyle text;
  text.size = size;
  text.colour = hex(style::kInk);
  text.align = align;
  return text;
}

TextStyle on_scene(TextStyle text) {
  text.colour = hex(style::kPorcelain);
  text.halo = Colour{0.06f, 0.05f, 0.05f, 0.55f};
  return text;
}

bool back_button(Around& around) {
  return engine::icon_button(around.frame.ui, "back", layout::back(around.frame.safe), layout::kRoundRadius,
                             engine::Icon::kBack, engine::ButtonLook::kGlass) ||
         around.frame.input.back;
}

void room_title(Around& around, std::string_view key, bool on_light) {
  const Rect c = layout::column(around.frame.safe);
  auto text = title_style(style::kHeading + 1, Align::kCentre);
  if (!on_light) text = on_scene(text);
  text.letter_spacing = 2;
  const std::string_view words = engine::say(around.strings, key);
  text = engine::fitted(around.frame.canvas, words, text, c.w - 140);
  around.frame.canvas.text(words, {c.x + 70, c.y + 31, c.w - 140, 0}, text);
}

void bottom_shade(Around& around, float height, float strength) {
  const Rect screen = around.frame.screen;
  around.frame.canvas.gradient({screen.x, screen.y + screen.h - height, screen.w, height}, 0,
                               Colour{0.05f, 0.045f, 0.05f, 0}, Colour{0.05f, 0.045f, 0.05f, strength});
}

void top_shade(Around& around, float height, float strength) {
  const Rect screen = around.frame.screen;
  around.frame.canvas.gradient({screen.x, screen.y, screen.w, height}, 0, Colour{0.05f, 0.045f, 0.05f, strength},
                               Colour{0.05f, 0.045f, 0.05f, 0});
}

engine::Pose breathing(double now_s) {
  engine::Pose pose;
  pose.squash = 0.12f * static_cast<float>(std::sin(now_s * 2.1));
  pose.look = 0.35f * static_cast<float>(std::sin(now_s * 0.43) * std::sin(now_s * 0.19));
  const double blink = std::fmod(now_s, 4.7);
  pose.blink = blink < 0.16 ? static_cast<float>(std::sin(blink / 0.16 * 3.14159)) : 0;
  return pose;
}

void draw_companion(Around& around, Vec2 foot, float height, const engine::Pose& pose, float facing_turn) {
  if (around.workshop.companion == nullptr) return;
  draw_figure(around.frame.scene, *around.workshop.companion->figure, foot, height, pose, facing_turn);
}

void draw_figure(engine::Scene& scene, const engine::Character& figure, Vec2 foot, float height,
                 const engine::Pose& pose, float facing_turn) {
  const float tall_m = engine::height_m(figure);
  // Room above for wings, hops and smoke; the lens is long, so the figure is not distorted.
  constexpr float kRoom = 2.0f, kFoot = 0.78f;
  const float area_height = height * kRoom;
  const Rect area{foot.x - area_height / 2, foot.y - area_height * kFoot, area_height, area_height};
  engine::Camera camera;
  camera.fov_y_deg = 18;
  const float distance = tall_m * kRoom / 2 / std::tan(camera.fov_y_deg / 2 * 3.14159265f / 180);
  camera.target = {0, tall_m * (kFoot - 0.5f) * kRoom, 0};
  camera.eye = {0, camera.target.y + distance * 0.14f, distance};
  scene.begin(area, engine::Place::kPaper, camera, false);
  engine::draw_character(scene, figure, engine::rotation_y(facing_turn * 2 * 3.14159265f), pose, Colour{1, 1, 1, 1});
  scene.end();
}

namespace {

// Cracked through, or no longer standing: what no glaze covers.
bool is_broken(const craft::Workpiece& workpiece) {
  const auto cracked = [](const craft::Defect& defect) { return craft::is_crack(defect.kind); };
  return workpiece.fallen || std::any_of(workpiece.defects.begin(), workpiece.defects.end(), cracked);
}

void give_sound(Outburst outburst, Around& around) {
  engine::Audio& audio = around.frame.audio;
  switch (outburst) {
    case Outburst::kNone:
      return;
    case Outburst::kCrack:
      return audio.play(engine::Chime::kCrack);
    case Outburst::kJoin:
      return audio.strike(engine::Ring{}, 0.3f);
    case Outburst::kWince:
    case Outburst::kApplause:
      if (around.workshop.companion != nullptr) sound_of(*around.workshop.companion, audio);
  }
}

}  // namespace

engine::Pose felt_pose(Around& around, Vec2 head, const engine::Pose& at_ease) {
  Workshop& workshop = around.workshop;
  Happening happening = workshop.happening;
  workshop.happening = {};
  for (const engine::Touch& touch : around.frame.input.touches) {
    if (touch.ended) continue;
    happening.at_work = true;
    happening.hand = touch.at;
  }
  if (around.pot.bench) {
    happening.broken = is_broken(around.pot.bench->workpiece);
    happening.fresh = !happening.broken;
  }
  give_sound(feel(workshop.feeling, happening, head, around.frame.dt_s), around);
  return pose_of(workshop.feeling, at_ease, around.frame.now_s, around.frame.ui.state.reduced_motion);
}

void sound_of(const engine::Companion& companion, engine::Audio& audio) {
  switch (companion.voice) {
    case engine::CompanionVoice::kQuack:
      return audio.play(engine::Chime::kQuack);
    case engine::CompanionVoice::kRing:
      return audio.strike(engine::Ring{}, 0.35f);
    case engine::CompanionVoice::kSilent:
      return;
  }
}

void say_now(Hint& hint, std::string_view key) {
  hint.urgent = std::string(key);
  hint.urgent_s = 3;
  hint.shown_s = kHintLeastS * 2;
}

std::string hint_words(const engine::Strings& strings, std::string_view key, const HintNumbers& numbers) {
  const auto in_words = [&strings](double value) {
    return engine::number(strings, value, std::floor(value) == value ? 0 : 1);
  };
  return engine::fill(strings, key,
                      {{numbers[0].name, in_words(numbers[0].value)}, {numbers[1].name, in_words(numbers[1].value)}});
}

float hint_text_width(Rect safe, bool with_duck) {
  return layout::hint(safe).w - (with_duck ? kDuckWidth : 0.0f) - 36;
}

namespace {

// The companion hops and opens its mouth when what it says has changed.
void begin_saying(Hint& hint, std::string_view key, std::string words) {
  hint.key = std::string(key);
  hint.words = std::move(words);
  hint.shown_s = 0;
  hint.openness = 0;
  hint.hop = key.empty() ? 0.0f : 1.0f;
}

void draw_speech(Around& around, Hint& hint, bool cheers) {
  engine::Frame& frame = around.frame;
  hint.openness = toward(hint.openness, hint.key.empty() ? 0.0f : 1.0f, frame.dt_s, 7);
  hint.hop = std::max(0.0f, hint.hop - static_cast<float>(frame.dt_s) * 1.6f);

  const Rect area = layout::hint(frame.safe);
  auto pose = breathing(frame.now_s);
  const float bounce = std::sin((1 - hint.hop) * 3.14159f * 2) * hint.hop;
  pose.squash += bounce * 0.6f;
  pose.wings = cheers ? 0.6f + 0.4f * static_cast<float>(std::sin(frame.now_s * 9)) : std::max(0.0f, bounce) * 0.7f;
  const float duck_width = around.workshop.companion != nullptr ? kDuckWidth : 0.0f;
  pose = felt_pose(around, {area.x + 32, area.y}, pose);
  // What it feels strongly it shows larger, growing from its feet.
  const float tall = kDuckHeight * leaning_in(around.workshop.feeling);
  draw_companion(around, {area.x + 32, area.y + area.h + 6}, tall, pose, 0.08f);
  if (hint.openness < 0.02f || hint.words.empty()) return;

  auto text = body_style(kHintTextSize);
  text.line_height = 1.35f;
  const float width_most = hint_text_width(frame.safe, around.workshop.companion != nullptr);
  const Vec2 size = frame.canvas.text_size(hint.words, width_most, text);
  const float shift = (1 - eased(hint.openness)) * 10;
  // Many large words grow downward: the room's title stands above.
  const float top = std::max(area.y + (area.h - size.y - 20) / 2, frame.safe.y + kUnderTitle);
  const Rect bubble{area.x + duck_width + 6, top + shift, size.x + 28, size.y + 20};
  const float alpha = 0.94f * eased(hint.openness);
  Canvas& canvas = frame.canvas;
  canvas.shadow(bubble, 16, 14, Colour{0, 0, 0, 0.22f * alpha});
  const float bill = area.y + area.h / 2 + shift;
  canvas.triangle({bubble.x + 2, bill - 7}, {bubble.x - 8, bill + 2}, {bubble.x + 2, bill + 7},
                  hex(style::kPorcelain, alpha));
  canvas.rounded(bubble, 16, hex(style::kPorcelain, alpha));
  text.colour = hex(style::kInk, eased(hint.openness));
  canvas.text(hint.words, {bubble.x + 14, bubble.y + 10, width_most, 0}, text);
}

}  // namespace

void duck_hint(Around& around, Hint& hint, std::string_view key, bool cheers, const HintNumbers& numbers) {
  hint.urgent_s = std::max(0.0, hint.urgent_s - around.frame.dt_s);
  // A lesson speaks for the room, but the coach is heard first: dry hands wait for nobody.
  if (!around.told.empty() && key.rfind("coach.", 0) != 0) key = around.told;
  if (hint.urgent_s > 0) key = hint.urgent;
  hint.shown_s += around.frame.dt_s;
  if (key != hint.key && (hint.key.empty() || hint.shown_s > kHintLeastS)) {
    begin_saying(hint, key, hint_words(around.strings, key, numbers));
  }
  draw_speech(around, hint, cheers);
}

void companion_says(Around& around, Hint& hint, const std::string& words, bool cheers) {
  if (words.empty()) {
    hint.key.clear();  // the bubble fades with its words in it
  } else if (words != hint.words) {
    begin_saying(hint, words, words);
  }
  draw_speech(around, hint, cheers);
}

void speech_bubble(Around& around, Vec2 mouth, const std::string& words, float openness) {
  if (openness < 0.02f || words.empty()) return;
  Canvas& canvas = around.frame.canvas;
  auto text = body_style(kHintTextSize);
  text.line_height = 1.35f;
  text.colour = hex(style::kInk, openness);
  const float width_most = layout::column(around.frame.safe).w - 120;
  const Vec2 size = canvas.text_size(words, width_most, text);
  const Rect bubble{mouth.x - size.x / 2 - 16, mouth.y - size.y - 32 + 8 * (1 - openness), size.x + 32, size.y + 20};
  const Colour paper = hex(style::kPorcelain, 0.94f * openness);
  canvas.shadow(bubble, 16, 14, Colour{0, 0, 0, 0.22f * openness});
  canvas.triangle({mouth.x - 8, bubble.y + bubble.h - 1}, {mouth.x, bubble.y + bubble.h + 9},
                  {mouth.x + 8, bubble.y + bubble.h - 1}, paper);
  canvas.rounded(bubble, 16, paper);
  canvas.text(words, {bubble.x + 16, bubble.y + 10, width_most, 0}, text);
}

bool step(Veil& veil, double dt_s) {
  const auto dt = static_cast<float>(dt_s);
  if (veil.closing) {
    veil.dark += dt / kVeilOutS;
    if (veil.dark < 1) return false;
    veil.dark = 1;
    veil.closing = false;
    return true;
  }
  veil.dark = std::max(0.0f, veil.dark - dt / kVeilInS);
  return false;
}

void draw(engine::Frame& frame, const Veil& veil) {
  if (veil.dark <= 0) return;
  Colour ink = hex(0x120f0e);
  ink.a = eased(veil.dark);
  frame.canvas.rect(frame.screen, ink);
}

void tell_not_kept(Around& around, const Error& error) {
  engine::toast(around.frame.ui, engine::fill(around.strings, "reveal.notkept", {{"why", to_text(error)}}));
}

void sound_of_room(Around& around, float street_0_1) {
  engine::Ambience sound;
  sound.street = street_0_1;
  sound.music = engine::Mood::kCalm;
  around.frame.audio.ambience(sound);
}

float eased(float t) {
  t = std::clamp(t, 0.0f, 1.0f);
  return t * t * (3 - 2 * t);
}

float toward(float now, float goal, double dt_s, float rate) {
  return goal + (now - goal) * std::exp(-rate * static_cast<float>(dt_s));
}

}  // namespace sui::studio
