#include "game/studio/kiln_face.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::mixed;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr float kFrame = 17;  // the fireclay ring round the hole

struct Hole {
  Vec2 at;
  float radius = 90;
};

Hole hole_in(Rect safe) {
  const Rect face = layout::kiln_face(safe);
  const float readout = 70;  // the words under it
  const float radius = std::min(std::min(face.w * 0.36f, (face.h - readout) / 2 - kFrame - 2), 150.0f);
  return {{face.x + face.w / 2, face.y + (face.h - readout) / 2}, std::max(radius, 44.0f)};
}

// The glow of iron and brick by heat: nothing, dull red, cherry, orange, straw, nearly white.
Colour glow_colour(float glow, float alpha) {
  const Colour dark = hex(0x6a1608), red = hex(0xd23c12), orange = hex(0xff8a2e), straw = hex(0xffe2a0);
  Colour colour = glow < 0.35f  ? mixed(dark, red, glow / 0.35f)
                  : glow < 0.7f ? mixed(red, orange, (glow - 0.35f) / 0.35f)
                                : mixed(orange, straw, (glow - 0.7f) / 0.3f);
  colour.a = alpha;
  return colour;
}

void draw_chamber(Around& around, const KilnFace& face, const Hole& hole) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  show(frame.scene, pot);
  pot.shown.material.glow = face.glow;
  const Extent extent = extent_of(pot.look);
  const float scale = std::min(1.0f, 0.26f / std::max(0.01f, std::max(extent.height, extent.radius * 1.9f)));
  engine::Camera camera;
  camera.fov_y_deg = 30;
  camera.target = {0, 0.10f, 0};
  camera.eye = {0, 0.15f, 0.74f};
  const Rect window{hole.at.x - hole.radius, hole.at.y - hole.radius, 2 * hole.radius, 2 * hole.radius};
  frame.scene.heat(face.heat);
  frame.scene.begin(window, engine::Place::kKiln, camera, true);
  draw_kiln(frame.scene, around.workshop, face.glow, 1, face.heat);
  ware::draw(frame.scene, pot.shown, pot.look, {0, 0, -0.06f}, 0.06f, scale);
  frame.scene.end();
}

// A cone bends in an even curve from its foot: lying down, its tip is at the shelf again.
void draw_cone(Canvas& canvas, Vec2 foot, float tall, double lean_deg, Colour colour) {
  constexpr int kPieces = 9;
  constexpr float kSet = 8 * 3.14159265f / 180, kDown = 156 * 3.14159265f / 180;
  const float bent = static_cast<float>((lean_deg - 8) / 82) * kDown;
  Vec2 at = foot;
  for (int piece = 0; piece < kPieces; ++piece) {
    const float share = (static_cast<float>(piece) + 0.5f) / kPieces;
    const float angle = kSet + bent * share;
    const Vec2 next{at.x + std::sin(angle) * tall / kPieces, at.y - std::cos(angle) * tall / kPieces};
    canvas.line(at, next, 1.5f + 0.15f * tall * (1 - share), colour);
    at = next;
  }
}

void draw_cones(Around& around, const KilnFace& face, const FireReading& reading, const Hole& hole) {
  Canvas& canvas = around.frame.canvas;
  const float tall = hole.radius * 0.46f, gap = hole.radius * 0.36f;
  const float shelf = hole.at.y + hole.radius * 0.70f;
  const Colour body =
      mixed(hex(0xbfb39c), mixed(hex(0x7a2a10), hex(0xc8702c), face.glow), std::min(1.0f, face.glow * 2));
  const Colour rim = glow_colour(std::min(1.0f, face.glow + 0.3f), 0.2f + 0.6f * face.glow);
  canvas.rect({hole.at.x - gap * 1.62f, shelf - 2, gap * 3.5f, hole.radius * 0.085f + 2}, body);
  canvas.rect({hole.at.x - gap * 1.62f, shelf - 2, gap * 3.5f, 2}, rim);
  for (std::size_t which = 0; which < reading.cones.size(); ++which) {
    const Vec2 foot{hole.at.x + (static_cast<float>(which) - 1) * gap * 0.98f - gap * 0.1f, shelf};
    draw_cone(canvas, {foot.x - 1.6f, foot.y}, tall, reading.cones[which].lean_deg, rim);
    draw_cone(canvas, foot, tall, reading.cones[which].lean_deg, body);
    auto number = body_style(std::max(12.0f, hole.radius * 0.12f), Align::kCentre);
    number.weight = 0.4f;
    number.colour = hex(style::kPorcelain);
    number.halo = Colour{0.05f, 0.02f, 0.01f, 0.85f};
    canvas.text(std::to_string(reading.cones[which].number), {foot.x - 20, shelf + 1, 40, 0}, number);
  }
}

// Brick by brick, each a shade of its own and lit by what comes out of the hole.
void draw_bricks(Canvas& canvas, Rect screen, const KilnFace& face, const Hole& hole) {
  const Colour joint = hex(0x191210);
  const float reach = hole.radius * 1.5f, left = hole.at.x - reach, top = hole.at.y - reach;
  const float right = hole.at.x + reach, low = hole.at.y + reach;
  canvas.rect({screen.x, screen.y, screen.w, top - screen.y}, joint);
  canvas.rect({screen.x, low, screen.w, screen.y + screen.h - low}, joint);
  canvas.rect({screen.x, top, left - screen.x, 2 * reach}, joint);
  canvas.rect({right, top, screen.x + screen.w - right, 2 * reach}, joint);
  canvas.ring(hole.at, hole.radius * 1.56f, hole.radius * 1.12f, 0, 1, joint);
  constexpr float kWide = 62, kTall = 24;
  int row = 0;
  for (float y = screen.y - 6; y < screen.y + screen.h; y += kTall, ++row) {
    int brick = 0;
    for (float x = screen.x - (row % 2 == 0 ? 8 : 8 + kWide / 2); x < screen.x + screen.w; x += kWide, ++brick) {
      const Vec2 middle{x + kWide / 2, y + kTall / 2};
      const float away = std::hypot((middle.x - hole.at.x) * 0.9f, middle.y - hole.at.y) - hole.radius;
      const float dx = std::max(0.0f, std::abs(middle.x - hole.at.x) - kWide / 2);
      const float dy = std::max(0.0f, std::abs(middle.y - hole.at.y) - kTall / 2);
      if (std::hypot(dx, dy) < hole.radius + 3) continue;
      const float lit = face.glow * std::exp(-std::max(0.0f, away) / 110);
      const float shade = static_cast<float>((row * 7 + brick * 13) % 5) / 4;
      const Colour cold = mixed(hex(0x3a2a24), hex(0x2e2320), shade);
      const Colour warm = mixed(cold, glow_colour(0.3f + 0.5f * face.glow, 1), std::min(0.8f, lit));
      canvas.rect({x + 1, y + 1, kWide - 2, kTall - 2}, warm);
      canvas.rect({x + 1, y + 1, kWide - 2, 2}, mixed(warm, hex(0xffffff), 0.07f));
    }
  }
}

void draw_ring(Canvas& canvas, const KilnFace& face, const Hole& hole) {
  // Bricks on end round the fireclay, as an arch is laid.
  constexpr int kArch = 26;
  constexpr float kLong = 36;
  const Colour lit = mixed(hex(0x443129), glow_colour(0.3f + 0.5f * face.glow, 1), 0.7f * face.glow);
  canvas.ring(hole.at, hole.radius + kFrame + kLong / 2, kLong, 0, 1, lit);
  const float inner = hole.radius + kFrame, outer = inner + kLong;
  for (int joint = 0; joint < kArch; ++joint) {
    const float angle = 6.2831853f * static_cast<float>(joint) / kArch;
    const Vec2 out{std::sin(angle), -std::cos(angle)};
    canvas.line({hole.at.x + out.x * inner, hole.at.y + out.y * inner},
                {hole.at.x + out.x * outer, hole.at.y + out.y * outer}, 2.2f, hex(0x191210, 0.8f));
  }
  canvas.ring(hole.at, outer, 2, 0, 1, hex(0x191210));
  const Colour clay = mixed(hex(0x6b5548), glow_colour(0.5f, 1), 0.45f * face.glow);
  canvas.ring(hole.at, hole.radius + kFrame / 2, kFrame, 0, 1, clay);
  canvas.ring(hole.at, hole.radius + kFrame - 1.5f, 2, 0, 1, mixed(clay, hex(0x000000), 0.45f));
  canvas.ring(hole.at, hole.radius + 2, 4, 0, 1,
              mixed(mixed(clay, hex(0x000000), 0.5f), glow_colour(face.glow, 1), face.glow));
  canvas.ring(hole.at, hole.radius + kFrame * 0.55f, 1.2f, 0.8f, 1.02f, hex(style::kPorcelain, 0.25f));
}

// The tongue of a kiln short of air: it burns where it meets the air outside.
void draw_flame(Around& around, const KilnFace& face, const Hole& hole) {
  if (face.flame < 0.02f) return;
  Canvas& canvas = around.frame.canvas;
  const double now_s = around.frame.ui.state.reduced_motion ? 0 : around.frame.now_s;
  for (int tongue = 0; tongue < 5; ++tongue) {
    const auto seed = static_cast<float>(tongue);
    const float sway = static_cast<float>(std::sin(now_s * (5.1 + tongue) + tongue * 2.1));
    const float tall =
        hole.radius * (0.25f + 0.75f * face.flame) * (0.72f + 0.16f * sway + 0.1f * static_cast<float>(tongue % 3));
    const float x = hole.at.x + (seed - 2) * hole.radius * 0.19f, y = hole.at.y - hole.radius * 0.78f;
    constexpr int kPuffs = 20;
    for (int puff = 0; puff < kPuffs; ++puff) {
      const float t = (static_cast<float>(puff) + 0.5f) / kPuffs;
      const float wide = hole.radius * 0.155f * std::sqrt(t + 0.05f) * (1 - t) * 2.1f;
      const Vec2 at{x + sway * 9 * t * t - (seed - 2) * 5 * t, y - tall * t};
      const float there = std::min(1.0f, face.flame * 2.5f);
      canvas.circle(at, wide * 1.5f, mixed(hex(0xff7a1e, 0.09f * there), hex(0xb02a0a, 0.05f * there), t));
      canvas.circle(at, wide * 0.8f, mixed(hex(0xffd070, 0.16f * there), hex(0xff7a1e, 0.07f * there), t));
    }
  }
}

void draw_smoke(Around& around, const KilnFace& face, const Hole& hole) {
  if (face.smoke < 0.02f) return;
  const double now_s = around.frame.ui.state.reduced_motion ? 0 : around.frame.now_s;
  for (int puff = 0; puff < 14; ++puff) {
    const auto rise = static_cast<float>(std::fmod(now_s * 0.22 + puff * 0.0714, 1.0));
    const float x = hole.at.x + 30 * static_cast<float>(std::sin(puff * 2.4 + now_s * 0.5)) * (0.4f + rise);
    const Vec2 at{x, hole.at.y - hole.radius * (0.9f + 1.3f * rise)};
    const float wide = 10 + 30 * rise;
    around.frame.canvas.ring(at, wide / 2, wide, 0, 1, hex(0x0c0908, 0.20f * face.smoke * (1 - rise)));
  }
}

void draw_readout(Around& around, const FireReading& reading, const Hole& hole) {
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const Rect area = layout::kiln_face(frame.safe);
  const float top = hole.at.y + hole.radius + kFrame + 2;
  const std::string temperature = std::to_string(static_cast<int>(std::lround(reading.kiln_c))) + " °C";
  canvas.text(temperature, {area.x, top, area.w, 0}, on_scene(title_style(32, Align::kCentre)));
  const long rate = std::lround(reading.rate_c_h / 5) * 5;
  const std::string climb = (rate > 0 ? "+" : rate < 0 ? "−" : "±") + std::to_string(std::labs(rate)) + " °C/h";
  const std::string hour =
      engine::fill(around.strings, "fire.hour", {{"n", std::to_string(static_cast<int>(reading.hour))}});
  const std::string line =
      std::string(engine::say(around.strings, words_for(reading.colour))) + "  ·  " + climb + "  ·  " + hour;
  auto small = on_scene(body_style(14, Align::kCentre));
  small = engine::fitted(canvas, line, small, area.w - 40);
  canvas.text(line, {area.x + 20, top + 43, area.w - 40, 0}, small);
}

double hours_shown(double hour) {
  return std::max(12.0, std::ceil((hour + 1.5) / 6) * 6);
}

// How much of the band a flame fills: it grows with the smoke in it, whatever colours somebody sees.
float band_share(double co_pct) {
  return static_cast<float>(std::sqrt(std::clamp(co_pct / 12, 0.0, 1.0)));
}

void draw_band(Around& around, const HandFire& fire, const FireReading& reading, Rect band, double hours) {
  Canvas& canvas = around.frame.canvas;
  canvas.rounded(band, 4, hex(0x0d0a0a, 0.55f));
  const auto& curve = fire.burn.firing.curve;
  for (std::size_t index = 1; index < curve.size(); ++index) {
    const float from = band.x + static_cast<float>(curve[index - 1].hour / hours) * band.w;
    const float to = band.x + static_cast<float>(curve[index].hour / hours) * band.w;
    const float share = band_share(curve[index].co_pct);
    const float tall = std::max(1.5f, band.h * share);
    const Colour flame = mixed(hex(0x9fd0d8), hex(style::kEmber), std::min(1.0f, share * 2.6f));
    canvas.rect({from, band.y + band.h - tall, std::max(0.8f, to - from), tall}, flame);
  }
  // Where reduction begins and where smoke smothers it.
  for (const double level : {1.5, 8.0}) {
    const float y = band.y + band.h * (1 - band_share(level));
    for (float x = band.x; x < band.x + band.w - 3; x += 8)
      canvas.line({x, y}, {x + 3, y}, 1, hex(style::kPorcelain, 0.35f));
  }
  auto word = body_style(12, Align::kRight);
  word.colour = hex(style::kPorcelain, 0.92f);
  word.halo = Colour{0.05f, 0.04f, 0.04f, 0.9f};
  const std::string_view said = engine::say(around.strings, words_for(reading.atmosphere));
  word = engine::fitted(canvas, said, word, band.w - 12);
  const float tall = canvas.text_size(said, 0, word).y;
  canvas.text(said, {band.x + 6, band.y + (band.h - tall) / 2, band.w - 12, 0}, word);
}

}  // namespace

void follow(KilnFace& face, const FireReading& reading, double dt_s) {
  const auto bright = static_cast<float>(std::clamp((reading.ware_c - 480) / 800, 0.0, 1.0));
  face.glow = toward(face.glow, bright, dt_s, 6);
  face.heat = toward(face.heat, static_cast<float>(std::clamp((reading.kiln_c - 150) / 550, 0.0, 1.0)), dt_s, 5);
  const bool burns = reading.kiln_c > 300;
  const auto rich = static_cast<float>(std::clamp((reading.co_pct - 0.8) / 6, 0.0, 1.0));
  face.flame = toward(face.flame, burns ? std::sqrt(rich) : 0, dt_s, 4);
  const auto dense = static_cast<float>(std::clamp((reading.co_pct - 7) / 5, 0.0, 1.0));
  face.smoke = toward(face.smoke, dense, dt_s, 3);
}

void draw_face(Around& around, const KilnFace& face, const FireReading& reading) {
  engine::Frame& frame = around.frame;
  const Hole hole = hole_in(frame.safe);
  draw_chamber(around, face, hole);
  Canvas& canvas = frame.canvas;
  canvas.circle(hole.at, hole.radius, glow_colour(face.glow, 0.34f * face.glow));
  draw_cones(around, face, reading, hole);
  draw_bricks(canvas, frame.screen, face, hole);
  draw_ring(canvas, face, hole);
  for (int halo = 0; halo < 4 && face.glow > 0.02f; ++halo) {
    const float out = 14 + 20 * static_cast<float>(halo);
    canvas.ring(hole.at, hole.radius + out / 2, out, 0, 1, glow_colour(0.4f + 0.4f * face.glow, 0.05f * face.glow));
  }
  draw_flame(around, face, hole);
  draw_smoke(around, face, hole);
  top_shade(around);
  bottom_shade(around, 340, 0.6f);
  draw_readout(around, reading, hole);
}

void draw_hand_curve(Around& around, const HandFire& fire, const FireReading& reading) {
  Canvas& canvas = around.frame.canvas;
  const Rect whole = layout::kiln_curve(around.frame.safe);
  canvas.rounded({whole.x - 12, whole.y - 6, whole.w + 24, whole.h + 12}, 14, hex(0x120d0c, 0.66f));
  const Rect area{whole.x, whole.y, whole.w, whole.h - 32}, band{whole.x, whole.y + whole.h - 28, whole.w, 26};
  const double hours = hours_shown(reading.hour);
  const auto spot = [&](double hour, double temp_c) {
    return Vec2{area.x + static_cast<float>(hour / hours) * area.w,
                area.y + area.h * (1 - static_cast<float>(std::clamp(temp_c / 1400, 0.0, 1.0)))};
  };
  for (const float level : {500.0f, 1000.0f, 1280.0f}) {
    const float y = spot(0, level).y;
    canvas.line({area.x, y}, {area.x + area.w, y}, 1, hex(style::kPorcelain, 0.12f));
    auto label = body_style(10);
    label.colour = hex(style::kPorcelain, 0.5f);
    canvas.text(std::to_string(static_cast<int>(level)) + "°", {area.x, std::max(whole.y - 4, y - 15), 0, 0}, label);
  }
  const auto& curve = fire.burn.firing.curve;
  for (std::size_t index = 1; index < curve.size(); ++index) {
    canvas.line(spot(curve[index - 1].hour, curve[index - 1].kiln_c), spot(curve[index].hour, curve[index].kiln_c),
                2.4f, hex(style::kEmber));
  }
  const Vec2 now = spot(reading.hour, reading.kiln_c);
  if (!curve.empty()) canvas.line(spot(curve.back().hour, curve.back().kiln_c), now, 2.4f, hex(style::kEmber));
  canvas.circle(now, 8, hex(style::kEmber, 0.3f));
  canvas.circle(now, 4, hex(0xffd9b0));
  draw_band(around, fire, reading, band, hours);
}

}  // namespace sui::studio
