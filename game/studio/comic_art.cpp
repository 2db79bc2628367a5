#include "game/studio/comic_art.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/studio/workshop.h"

namespace sui::studio::comic_art {
namespace {

using engine::hex;
using engine::Vec2;

constexpr uint32_t kGold = 0xf4d27a;

void duck(const Sheet& sheet, Around& around, Vec2 foot, float height, float turn, bool glad = false) {
  const engine::Companion* found = engine::chosen_companion(around.workshop.companions, engine::kFirstCompanion);
  if (found == nullptr) return;
  engine::Pose pose = around.frame.ui.state.reduced_motion ? engine::Pose{} : breathing(around.frame.now_s);
  if (glad) pose.wings = 0.55f;
  draw_figure(around.frame.scene, *found->figure, sheet.at(foot.x, foot.y), sheet.pt(height), pose, turn);
}

void cloud(const Sheet& sheet, float x, float y, float size) {
  wash(sheet,
       {{x - size, y},
        {x - 0.6f * size, y - 0.34f * size},
        {x, y - 0.44f * size},
        {x + 0.7f * size, y - 0.24f * size},
        {x + size, y},
        {x, y + 0.12f * size}},
       0.03f, 0.16f);
  line_through(sheet,
               {{x - size, y},
                {x - 0.7f * size, y - 0.3f * size},
                {x - 0.2f * size, y - 0.2f * size},
                {x, y - 0.46f * size},
                {x + 0.6f * size, y - 0.3f * size},
                {x + size, y}},
               0.7f, 0.55f);
}

void mountain(const Sheet& sheet, float x, float foot, float wide, float tall, float deep) {
  const auto ridge = {Vec2{x - wide, foot},
                      Vec2{x - 0.5f * wide, foot - 0.5f * tall},
                      Vec2{x - 0.1f * wide, foot - tall},
                      Vec2{x + 0.2f * wide, foot - 0.8f * tall},
                      Vec2{x + 0.6f * wide, foot - 0.4f * tall},
                      Vec2{x + wide, foot}};
  wash(sheet, ridge, 0.75f * deep, 0.1f * deep);
  line_through(sheet, ridge, 0.8f, std::min(1.0f, deep + 0.25f));
}

// A sherd: three or four corners, its broken edge darker.
void sherd(const Sheet& sheet, Vec2 at, float size, float turn, float deep) {
  const auto corner = [&](float angle, float far) {
    const float a = 6.2832f * (angle + turn);
    return Vec2{at.x + size * far * std::cos(a), at.y + size * far * std::sin(a)};
  };
  const Vec2 a = corner(0, 1), b = corner(0.28f, 0.8f), c = corner(0.55f, 1.1f), d = corner(0.8f, 0.7f);
  wash_straight(sheet, {a, b, c, d}, 0.2f * deep, 0.55f * deep);
  even_line(sheet, {a, b}, 0.8f, deep);
  even_line(sheet, {b, c}, 0.8f, deep);
  even_line(sheet, {c, d}, 0.8f, deep);
  even_line(sheet, {d, a}, 0.8f, deep);
}

void flame(const Sheet& sheet, Vec2 foot, float tall, float sway) {
  Sheet hot = sheet;
  hot.ink = hex(0xd9572b);
  wash(hot,
       {{foot.x - 0.3f * tall, foot.y},
        {foot.x - 0.34f * tall, foot.y - 0.4f * tall},
        {foot.x + sway, foot.y - tall},
        {foot.x + 0.3f * tall, foot.y - 0.45f * tall},
        {foot.x + 0.26f * tall, foot.y}},
       0.25f, 0.85f);
}

void smoke(const Sheet& sheet, Vec2 from, float tall, float drift) {
  line_through(sheet,
               {from,
                {from.x + 2 + drift, from.y - 0.3f * tall},
                {from.x - 2 - drift, from.y - 0.6f * tall},
                {from.x + 3, from.y - tall}},
               0.9f, 0.4f);
}

float drifting(const Around& around, float since_s, float speed) {
  return around.frame.ui.state.reduced_motion ? 0 : std::sin(since_s * speed);
}

void ground_line(const Sheet& sheet, float y) {
  line_through(sheet, {{2, y}, {30, y - 0.6f}, {70, y + 0.5f}, {98, y}}, 0.9f, 0.6f);
}

void roof(const Sheet& sheet, float x, float y, float wide) {
  wash(sheet,
       {{x - wide, y + 1},
        {x - 0.7f * wide, y - 3},
        {x - 0.3f * wide, y - 9},
        {x + 0.3f * wide, y - 9},
        {x + 0.7f * wide, y - 3},
        {x + wide, y + 1},
        {x, y - 1}},
       0.75f, 0.45f);
  line_through(sheet,
               {{x - 1.08f * wide, y - 1.5f},
                {x - 0.9f * wide, y + 1},
                {x, y - 0.5f},
                {x + 0.9f * wide, y + 1},
                {x + 1.08f * wide, y - 1.5f}},
               1.2f);
  even_line(sheet, {{x - 0.32f * wide, y - 9.5f}, {x + 0.32f * wide, y - 9.5f}}, 1.3f);
}

void bird(const Sheet& sheet, Vec2 at, float size, float beat) {
  line_through(sheet,
               {{at.x - size, at.y - beat * size},
                {at.x - 0.4f * size, at.y - 0.3f * size},
                at,
                {at.x + 0.4f * size, at.y - 0.3f * size},
                {at.x + size, at.y - beat * size}},
               0.9f, 0.85f);
}

void person(const Sheet& sheet, Vec2 foot, float tall, float deep) {
  wash(sheet,
       {{foot.x - 0.24f * tall, foot.y},
        {foot.x - 0.18f * tall, foot.y - 0.5f * tall},
        {foot.x, foot.y - 0.72f * tall},
        {foot.x + 0.18f * tall, foot.y - 0.5f * tall},
        {foot.x + 0.24f * tall, foot.y}},
       0.5f * deep, 0.9f * deep);
  wash_disc(sheet, {foot.x, foot.y - 0.84f * tall}, 0.13f * tall, 0.15f * tall, 0.85f * deep, deep);
}

void lantern(const Sheet& sheet, Vec2 top, float size) {
  Sheet warm = sheet;
  warm.ink = hex(0xd9a23a);
  even_line(sheet, {{top.x, top.y - size}, top}, 0.5f, 0.7f);
  wash_disc(warm, {top.x, top.y + size}, 0.9f * size, size, 0.35f, 0.8f);
  ring_line(sheet, {top.x, top.y + size}, 0.9f * size, size, 0.5f, 0.7f);
}

}  // namespace

void palace(const Sheet& sheet, Around& around, float since_s) {
  cloud(sheet, 60, 10, 8);
  cloud(sheet, 88, 17, 6);
  roof(sheet, 24, 18, 21);
  for (const float x : {9.0f, 19.0f, 29.0f, 39.0f}) even_line(sheet, {{x, 19}, {x, 36}}, 1.6f, 0.75f);
  wash_straight(sheet, {{4, 36}, {44, 36}, {47, 41}, {1, 41}}, 0.2f, 0.4f);
  ground_line(sheet, 42);
  const float drift = drifting(around, since_s, 1.3f);
  smoke(sheet, {67, 19}, 16, drift);
  smoke(sheet, {69, 18}, 12, -drift);
  duck(sheet, around, {76, 43}, 27, -0.09f);
}

void smashed(const Sheet& sheet, Around& around, float since_s) {
  const float t = around.frame.ui.state.reduced_motion ? 1.0f : eased(since_s / 0.6f);
  for (int i = 0; i < 12; ++i) {  // the blow
    const float a = 0.5236f * static_cast<float>(i) + 0.2f;
    even_line(sheet, {{50 + 15 * std::cos(a), 27 + 9 * std::sin(a)}, {50 + 24 * std::cos(a), 27 + 14 * std::sin(a)}},
              0.6f, 0.35f);
  }
  for (int i = 0; i < 17; ++i) {
    const float a = 2.4f * static_cast<float>(i), far = (4 + 1.5f * static_cast<float>(i)) * (0.35f + 0.65f * t);
    sherd(sheet, {50 + 1.25f * far * std::cos(a), 28 + 0.55f * far * std::sin(a)}, 3.4f - 0.08f * static_cast<float>(i),
          0.17f * static_cast<float>(i), 0.95f);
  }
  line_through(sheet, {{78, 3}, {68, 11}, {60, 18}}, 2.0f, 0.9f);
  wash_straight(sheet, {{52, 15}, {60, 12}, {64, 19}, {56, 22}}, 0.7f, 1);
}

void buried(const Sheet& sheet, Around&, float) {
  wash_disc(sheet, {82, 9}, 5, 5, 0.06f, 0.14f);
  ring_line(sheet, {82, 9}, 5, 5, 0.6f, 0.5f);
  wash_straight(sheet, {{-12, 20}, {112, 19}, {112, 50}, {-12, 50}}, 0.1f, 0.55f);
  line_through(sheet, {{-12, 20}, {30, 18.5f}, {60, 20.5f}, {112, 19}}, 1.2f, 0.95f);
  line_through(sheet, {{-12, 29}, {35, 30.5f}, {70, 28}, {112, 30}}, 0.7f, 0.7f);
  line_through(sheet, {{-12, 38}, {25, 37}, {60, 39.5f}, {112, 37.5f}}, 0.7f, 0.8f);
  for (int i = 0; i < 9; ++i) {
    const float x = 8 + 10.5f * static_cast<float>(i);
    line_through(sheet, {{x, 19.5f}, {x + 1, 16}, {x + 3, 13.5f}}, 0.7f, 0.75f);
    line_through(sheet, {{x, 19.5f}, {x - 1, 16.5f}, {x - 2, 15}}, 0.6f, 0.6f);
  }
  Sheet bright = sheet;
  bright.ground = hex(0xffffff);
  for (int i = 0; i < 11; ++i)
    sherd(bright, {24 + 5.4f * static_cast<float>(i % 10), 31 + 3.3f * static_cast<float>((i * 7) % 4)}, 2.6f,
          0.21f * static_cast<float>(i), 0.9f);
}

void found(const Sheet& sheet, Around&, float) {
  for (int step = 0; step < 3; ++step) {  // the trench, layer under layer
    const float in = 5 * static_cast<float>(step), y = 14 + 8 * static_cast<float>(step);
    wash_straight(sheet, {{4 + in, y}, {58 - in, y}, {56 - in, y + 8}, {6 + in, y + 8}},
                  0.08f + 0.1f * static_cast<float>(step), 0.3f + 0.12f * static_cast<float>(step));
    even_line(sheet, {{4 + in, y}, {58 - in, y}}, 0.8f, 0.75f);
  }
  sherd(sheet, {26, 35}, 4, 0.1f, 1);
  sherd(sheet, {35, 36}, 3, 0.4f, 1);
  line_through(sheet, {{52, 8}, {44, 20}, {37, 30}}, 1.8f, 0.85f);  // a soft brush
  wash(sheet, {{39, 26}, {41, 28}, {37, 34}, {34, 33}}, 0.6f, 0.95f);
  wash_straight(sheet, {{62, 26}, {97, 26}, {93, 40}, {66, 40}}, 0.06f, 0.18f);  // the tray
  even_line(sheet, {{62, 26}, {97, 26}}, 0.9f, 0.8f);
  even_line(sheet, {{66, 40}, {93, 40}}, 0.9f, 0.8f);
  for (int i = 0; i < 8; ++i)
    sherd(sheet, {69 + 7 * static_cast<float>(i % 4), 30 + 6 * static_cast<float>(i / 4)}, 2.5f,
          0.23f * static_cast<float>(i), 0.95f);
  person(sheet, {76, 22}, 17, 0.8f);
  line_through(sheet, {{68, 8}, {76, 4.5f}, {84, 8}}, 1.6f, 0.95f);
}

void rejoined(const Sheet& sheet, Around& around, float since_s) {
  for (int i = 0; i < 16; ++i) {
    const float a = 0.3927f * static_cast<float>(i);
    even_line(sheet, {{50 + 22 * std::cos(a), 24 + 15 * std::sin(a)}, {50 + 30 * std::cos(a), 24 + 20 * std::sin(a)}},
              0.5f, 0.22f);
  }
  wash_straight(sheet, {{36, 42}, {64, 42}, {67, 46.5f}, {33, 46.5f}}, 0.18f, 0.45f);
  even_line(sheet, {{36, 42}, {64, 42}}, 0.9f, 0.9f);
  duck(sheet, around, {50, 43}, 32, 0.07f, true);
  // The joins come one after the other; their gold is ours, not the restorers'.
  Sheet gold = sheet;
  gold.ink = hex(kGold);
  const float t = around.frame.ui.state.reduced_motion ? 9.0f : since_s * 3;
  const auto join = [&](float after, Dots dots) {
    if (t <= after) return;
    line_through(sheet, dots, 1.7f);
    line_through(gold, dots, 0.95f);
  };
  join(1, {{43, 28}, {47, 31}, {50, 29.5f}, {55, 33}});
  join(2, {{50, 29.5f}, {51, 35}, {48, 39}});
  join(3, {{55, 33}, {58, 30}});
  join(4, {{49, 14}, {52, 17}, {51, 21}});
  for (int i = 0; i < 6; ++i)
    sherd(sheet, {10 + 5.2f * static_cast<float>(i % 3) + (i > 2 ? 64.0f : 0.0f), 42 - 2 * static_cast<float>(i % 2)},
          1.9f, 0.2f * static_cast<float>(i), 0.5f);
}

void seen(const Sheet& sheet, Around& around, float) {
  wash_straight(sheet, {{-12, 41}, {112, 41}, {112, 50}, {-12, 50}}, 0.12f, 0.3f);
  even_line(sheet, {{38, 6}, {38, 38}}, 0.8f, 0.6f);
  even_line(sheet, {{66, 6}, {66, 38}}, 0.8f, 0.6f);
  even_line(sheet, {{38, 6}, {66, 6}}, 0.8f, 0.6f);
  wash_straight(sheet, {{35, 38}, {69, 38}, {69, 46}, {35, 46}}, 0.35f, 0.65f);
  duck(sheet, around, {52, 38.5f}, 23, 0.0f);
  person(sheet, {18, 49}, 30, 0.75f);
  person(sheet, {84, 49}, 27, 0.6f);
  line_through(sheet, {{44, 11}, {48, 9}, {47, 14}}, 0.5f, 0.25f);
}

void stone(const Sheet& sheet, Around& around, float since_s) {
  mountain(sheet, 24, 34, 26, 28, 0.55f);
  mountain(sheet, 58, 34, 24, 20, 0.35f);
  cloud(sheet, 76, 9, 7);
  line_through(sheet, {{0, 39}, {30, 37}, {60, 40}, {100, 38}}, 1.0f, 0.5f);
  line_through(sheet, {{0, 43}, {40, 41.5f}, {100, 43}}, 0.8f, 0.4f);
  const float turn = around.frame.ui.state.reduced_motion ? 0.2f : since_s * 0.5f;
  ring_line(sheet, {74, 30}, 11, 11, 1.2f, 0.95f);  // the water wheel and its hammer
  ring_line(sheet, {74, 30}, 3, 3, 1.0f, 0.95f);
  for (int i = 0; i < 8; ++i) {
    const float a = turn + 0.7854f * static_cast<float>(i);
    even_line(sheet,
              {{74 + 3 * std::cos(a), 30 + 3 * std::sin(a)}, {74 + 12.5f * std::cos(a), 30 + 12.5f * std::sin(a)}},
              0.9f, 0.8f);
  }
  even_line(sheet, {{74, 30}, {50, 31}}, 1.4f, 0.9f);
  wash_straight(sheet, {{47, 26}, {52, 26}, {52, 37}, {47, 37}}, 0.5f, 0.85f);
  for (const float x : {42.0f, 46.0f, 50.0f, 55.0f}) sherd(sheet, {x, 40}, 2, 0.1f * x, 0.7f);
}

void thrown(const Sheet& sheet, Around&, float) {
  wash_disc(sheet, {50, 42}, 34, 4.5f, 0.25f, 0.55f);
  ring_line(sheet, {50, 42}, 34, 4.5f, 0.9f, 0.9f);
  draw_vessel(sheet, craft::GoalShape::kYuhuchunping, {50, 41}, 35, 1);
  // Two sleeves and their hands, one either side.
  for (const float side : {-1.0f, 1.0f}) {
    const auto x = [side](float away) { return 50 + side * away; };
    wash(sheet, {{x(48), 12}, {x(34), 17}, {x(24), 24}, {x(22), 30}, {x(30), 31}, {x(48), 27}}, 0.3f, 0.7f);
    line_through(sheet, {{x(48), 12}, {x(34), 17}, {x(24), 24}}, 0.9f);
    line_through(sheet, {{x(48), 27}, {x(32), 31}, {x(22), 31}}, 0.9f);
    wash(sheet, {{x(24), 24}, {x(16), 26}, {x(11), 30}, {x(13), 33}, {x(22), 31}}, 0.03f, 0.12f);
    line_through(sheet, {{x(24), 24}, {x(16), 26}, {x(11), 30}, {x(13), 33}, {x(22), 31}}, 0.8f);
  }
}

void painted(const Sheet& sheet, Around&, float) {
  draw_vessel(sheet, craft::GoalShape::kGuan, {34, 45}, 36, 1, 0.12f);
  line_through(sheet, {{18, 30}, {26, 22}, {34, 30}, {42, 22}, {50, 28}}, 1.2f, 0.95f);
  for (const Vec2 at : {Vec2{22, 21}, Vec2{30, 32}, Vec2{38, 20}, Vec2{46, 31}}) {
    for (int petal = 0; petal < 6; ++petal) {
      const float a = 1.0472f * static_cast<float>(petal);
      wash_disc(sheet, {at.x + 2.6f * std::cos(a), at.y + 2.6f * std::sin(a)}, 1.8f, 1.8f, 0.35f, 0.75f);
    }
    wash_disc(sheet, at, 1.2f, 1.2f, 0.95f, 1);
  }
  line_through(sheet, {{92, 2}, {74, 16}, {58, 27}}, 1.8f, 0.9f);
  wash(sheet, {{60, 24}, {61, 28}, {52, 31}, {56, 26}}, 0.8f, 1);
  wash_disc(sheet, {80, 41}, 9, 3, 0.5f, 0.95f);  // the dish of blue
  ring_line(sheet, {80, 41}, 11, 4, 0.9f, 0.95f);
}

void fired(const Sheet& sheet, Around& around, float since_s) {
  wash(sheet, {{8, 45}, {10, 26}, {24, 11}, {50, 6}, {78, 12}, {90, 28}, {92, 45}}, 0.12f, 0.4f);
  line_through(sheet, {{8, 46}, {10, 26}, {24, 11}, {50, 6}, {78, 12}, {90, 28}, {92, 46}}, 1.4f);
  for (const float y : {18.0f, 26.0f, 34.0f}) {
    line_through(sheet, {{18, y + 3}, {34, y}, {40, y}}, 0.5f, 0.4f);
    line_through(sheet, {{60, y}, {68, y}, {84, y + 3}}, 0.5f, 0.4f);
  }
  wash(sheet, {{38, 46}, {38, 30}, {44, 23}, {56, 23}, {62, 30}, {62, 46}}, 0.9f, 1);
  const float sway = drifting(around, since_s, 4);
  flame(sheet, {46, 45}, 15, sway);
  flame(sheet, {54, 45}, 17, -sway);
  flame(sheet, {50, 45}, 20, 0.5f * sway);
  smoke(sheet, {78, 9}, 9, 0.5f * sway);
}

void shipped(const Sheet& sheet, Around& around, float since_s) {
  mountain(sheet, 20, 24, 22, 14, 0.3f);
  mountain(sheet, 82, 24, 24, 17, 0.35f);
  const float bob = 0.5f * drifting(around, since_s, 1.5f);
  wash(sheet, {{20, 33 + bob}, {30, 41 + bob}, {66, 41 + bob}, {78, 32 + bob}, {50, 36 + bob}}, 0.5f, 0.9f);
  line_through(sheet, {{18, 32 + bob}, {30, 41 + bob}, {66, 41 + bob}, {80, 31 + bob}}, 1.2f);
  for (int i = 0; i < 5; ++i) {  // bowls bundled in straw
    const float x = 31 + 8 * static_cast<float>(i);
    wash_straight(sheet, {{x - 3, 26 + bob}, {x + 3, 26 + bob}, {x + 3, 36 + bob}, {x - 3, 36 + bob}}, 0.15f, 0.4f);
    for (const float y : {27.0f, 30.0f, 33.0f})
      line_through(sheet, {{x - 3.6f, y + bob}, {x, y + 1.4f + bob}, {x + 3.6f, y + bob}}, 0.7f, 0.8f);
  }
  even_line(sheet, {{54, 34 + bob}, {54, 6 + bob}}, 1.0f, 0.9f);
  wash(sheet, {{55, 7 + bob}, {70, 12 + bob}, {69, 24 + bob}, {55, 25 + bob}}, 0.08f, 0.3f);
  line_through(sheet, {{55, 7 + bob}, {70, 12 + bob}, {69, 24 + bob}, {55, 25 + bob}}, 0.8f);
  for (const float y : {42.0f, 45.0f})
    line_through(sheet, {{4, y}, {24, y - 1}, {44, y + 1}, {70, y - 1}, {96, y}}, 0.8f, 0.55f);
}

void seventy_two(const Sheet& sheet, Around& around, float since_s) {
  const int shown = around.frame.ui.state.reduced_motion ? 72 : static_cast<int>(since_s * 40);
  for (int i = 0; i < 72; ++i) {
    const float x = 9.5f + 7.4f * static_cast<float>(i % 12), y = 9 + 7.2f * static_cast<float>(i / 12);
    const float deep = i < shown ? 0.9f : 0.14f;
    wash(sheet, {{x - 2.6f, y - 1.6f}, {x + 2.6f, y - 1.6f}, {x + 1.6f, y + 1.4f}, {x, y + 2}, {x - 1.6f, y + 1.4f}},
         0.15f * deep, 0.55f * deep);
    line_through(sheet, {{x - 2.8f, y - 1.6f}, {x - 1.5f, y + 1.6f}, {x + 1.5f, y + 1.6f}, {x + 2.8f, y - 1.6f}}, 0.6f,
                 deep);
  }
}

void chimneys(const Sheet& sheet, Around& around, float since_s) {
  for (int i = 0; i < 5; ++i) {  // saw-tooth roofs
    const float x = 4 + 15 * static_cast<float>(i);
    wash_straight(sheet, {{x, 42}, {x, 28}, {x + 13, 21}, {x + 13, 42}}, 0.2f, 0.5f);
    even_line(sheet, {{x, 28}, {x + 13, 21}}, 1.0f, 0.9f);
    even_line(sheet, {{x + 13, 21}, {x + 13, 42}}, 0.8f, 0.8f);
    wash_straight(sheet, {{x + 3, 33}, {x + 10, 33}, {x + 10, 38}, {x + 3, 38}}, 0.6f, 0.8f);
  }
  for (const float x : {70.0f, 86.0f}) {
    wash_straight(sheet, {{x - 2, 4}, {x + 2, 4}, {x + 3.4f, 42}, {x - 3.4f, 42}}, 0.4f, 0.75f);
    for (const float y : {8.0f, 16.0f, 24.0f}) even_line(sheet, {{x - 2.6f, y}, {x + 2.6f, y}}, 0.6f, 1);
  }
  ground_line(sheet, 43);
  bird(sheet, {40, 10}, 3, 0.5f + 0.3f * drifting(around, since_s, 3));
}

void birds(const Sheet& sheet, Around& around, float since_s) {
  mountain(sheet, 18, 45, 22, 16, 0.3f);
  mountain(sheet, 52, 45, 26, 22, 0.45f);
  mountain(sheet, 86, 45, 22, 18, 0.35f);
  for (int i = 0; i < 9; ++i) {  // a wedge on its way
    const float along = static_cast<float>((i + 1) / 2), side = i % 2 == 0 ? 1.0f : -1.0f;
    const float beat =
        0.4f + 0.35f * (around.frame.ui.state.reduced_motion ? 0 : std::sin(since_s * 5 + static_cast<float>(i)));
    bird(sheet, {70 - 8 * along, 19 + side * 2.6f * along}, 3.6f, beat);
  }
}

void stalls(const Sheet& sheet, Around& around, float since_s) {
  for (int i = 0; i < 3; ++i) {
    const float x = 18 + 32 * static_cast<float>(i);
    wash_straight(sheet, {{x - 13, 12}, {x + 13, 12}, {x + 15, 19}, {x - 15, 19}}, 0.35f, 0.7f);
    for (int k = 0; k < 5; ++k) wash_disc(sheet, {x - 12 + 6 * static_cast<float>(k), 19}, 3, 2, 0.7f, 0.5f);
    even_line(sheet, {{x - 12, 19}, {x - 12, 44}}, 0.8f, 0.8f);
    even_line(sheet, {{x + 12, 19}, {x + 12, 44}}, 0.8f, 0.8f);
    wash_straight(sheet, {{x - 14, 35}, {x + 14, 35}, {x + 13, 44}, {x - 13, 44}}, 0.2f, 0.4f);
    even_line(sheet, {{x - 14, 35}, {x + 14, 35}}, 1.0f, 0.95f);
    constexpr std::array<craft::GoalShape, 3> kWares = {craft::GoalShape::kBowl, craft::GoalShape::kYuhuchunping,
                                                        craft::GoalShape::kGuan};
    draw_vessel(sheet, kWares[static_cast<std::size_t>(i)], {x + 6, 35}, i == 0 ? 4.0f : (i == 1 ? 11.0f : 7.0f), 1);
    draw_vessel(sheet, craft::GoalShape::kChickenCup, {x - 7, 35}, 3, 1);
    lantern(sheet, {x, 20 + 0.3f * drifting(around, since_s, 1.1f + 0.2f * static_cast<float>(i))}, 2.6f);
  }
  ground_line(sheet, 45);
}

void lamp(const Sheet& sheet, Around&, float) {
  wash_straight(sheet, {{-12, -4}, {112, -4}, {112, 54}, {-12, 54}}, 0.88f, 0.7f);
  Sheet warm = sheet;
  warm.ground = hex(0xffe9b8);
  warm.ink = hex(0xe0a84a);
  wash_straight(warm, {{30, 8}, {70, 8}, {70, 38}, {30, 38}}, 0.05f, 0.45f);  // a lit window
  const Sheet dark = sheet;
  even_line(dark, {{50, 8}, {50, 38}}, 1.0f, 1);
  even_line(dark, {{30, 22}, {70, 22}}, 1.0f, 1);
  even_line(dark, {{29, 38}, {71, 38}}, 1.8f, 1);
  person(dark, {42, 38}, 19, 1);
  draw_vessel(warm, craft::GoalShape::kYuhuchunping, {58, 38}, 11, 1);
  for (int i = 0; i < 12; ++i)
    wash_disc(sheet, {6 + 8.1f * static_cast<float>((i * 5) % 12), 5 + 3.1f * static_cast<float>((i * 7) % 11)}, 0.5f,
              0.5f, 0.1f, 0.1f);
}

}  // namespace sui::studio::comic_art
