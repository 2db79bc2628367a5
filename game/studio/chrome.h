// Chrome: what every room wears: the way back, the title, the duck with its one hint, and the veil between rooms.
//
// Owns the hint's timing and the veil; positions are layout.h's. Draws on the canvas over the scene. Units: pt,
// seconds.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "game/craft/coach.h"
#include "game/engine/character.h"
#include "game/engine/companions.h"
#include "game/studio/room.h"

namespace sui::studio {

// Text styles of the house.
engine::TextStyle title_style(float size, engine::Align align = engine::Align::kLeft);
engine::TextStyle body_style(float size, engine::Align align = engine::Align::kLeft);
engine::TextStyle on_scene(engine::TextStyle style);  // porcelain text with a soft dark halo

bool back_button(Around& around);
void room_title(Around& around, std::string_view key, bool on_light = false);
// A quiet dark ramp behind the controls at the bottom, so that they read on any scene.
void bottom_shade(Around& around, float height, float strength = 0.55f);
void top_shade(Around& around, float height = 130, float strength = 0.4f);

struct Hint {  // the duck says one thing at a time, and not too fast
  std::string key;
  std::string words;  // filled in when the key came
  double shown_s = 0;
  float openness = 0;
  std::string urgent;  // said before anything else while urgent_s > 0
  double urgent_s = 0;
  float hop = 0;  // runs down from 1 after a new hint
};

inline constexpr double kHintLeastS = 2.2;

// Says `key` at once and for three seconds, whatever the room would say.
void say_now(Hint& hint, std::string_view key);

using HintNumbers = std::array<craft::CoachNumber, 2>;

// `key` empty: the duck keeps quiet. Draws duck and bubble in layout::hint.
void duck_hint(Around& around, Hint& hint, std::string_view key, bool cheers = false, const HintNumbers& numbers = {});
// The words of a hint with its numbers in place, whole ones without a decimal.
std::string hint_words(const engine::Strings& strings, std::string_view key, const HintNumbers& numbers);
inline constexpr float kHintTextSize = 15;
float hint_text_width(engine::Rect safe, bool with_duck);
// The companion's own words, in the same bubble; empty: it falls silent.
void companion_says(Around& around, Hint& hint, const std::string& words, bool cheers);
// A bubble over `mouth` (pt), its tail pointing down at it.
void speech_bubble(Around& around, engine::Vec2 mouth, const std::string& words, float openness);
// The companion alone, `height` pt tall with its feet at `foot` (pt).
void draw_companion(Around& around, engine::Vec2 foot, float height, const engine::Pose& pose, float facing_turn);
void draw_figure(engine::Scene& scene, const engine::Character& figure, engine::Vec2 foot, float height,
                 const engine::Pose& pose, float facing_turn);
// The companion feels what happens at the pot (Workshop::happening, and what can be seen of pot and fingers), gives
// sound to it, and stands so. Once a frame; `head` is where it is on the screen (pt).
engine::Pose felt_pose(Around& around, engine::Vec2 head, const engine::Pose& at_ease);
void sound_of(const engine::Companion& companion, engine::Audio& audio);
engine::Pose breathing(double now_s);

struct Veil {      // never a hard cut: out, change, in
  float dark = 1;  // 1 covered
  bool closing = false;
};
inline constexpr float kVeilOutS = 0.2f, kVeilInS = 0.32f;

// Advances; true once when it has closed and the picture may change.
bool step(Veil& veil, double dt_s);
void draw(engine::Frame& frame, const Veil& veil);

// A full disk must not be found out when the pot is gone.
void tell_not_kept(Around& around, const Error& error);
// A room where nothing is at work: the calm music, and the street as loud as `street_0_1`.
void sound_of_room(Around& around, float street_0_1);

float eased(float t);                                          // smooth 0..1
float toward(float now, float goal, double dt_s, float rate);  // exponential approach, rate per second

}  // namespace sui::studio
