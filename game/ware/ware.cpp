#include "game/ware/ware.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/ware/foot.h"
#include "game/ware/paint.h"
#include "game/ware/parts.h"
#include "game/ware/profile.h"

namespace sui::ware {
namespace {

constexpr float kTurn = 6.28318531f;
constexpr float kMetresPerMm = 0.001f;
constexpr int kPickSegments = 64;
constexpr int kPickStride = 2;

float encoded(float linear) {
  const float value = std::clamp(linear, 0.0f, 1.0f);
  return value <= 0.0031308f ? value * 12.92f : 1.055f * std::pow(value, 1.0f / 2.4f) - 0.055f;
}

// The profile is as true as the turn: what a chord of the turn misses, the profile may miss too, but not below a tenth
// of a millimetre on a large screen's pot.
float tolerance_m(const craft::Look& look, int segments) {
  float radius_mm = 1;
  for (const craft::LookRing& ring : look.rings) radius_mm = std::max(radius_mm, ring.outer_mm);
  const float half_angle = 0.5f * kTurn / static_cast<float>(segments);
  return radius_mm * kMetresPerMm * std::clamp(0.5f * half_angle * half_angle, 0.0012f, 0.02f);
}

// The outer layer's thickness at an angle (mm): poured and brushed glaze lies unevenly round the pot.
float glaze_at(const WallNote& note, float cosine, float sine) {
  const float twice_cosine = cosine * cosine - sine * sine, twice_sine = 2 * sine * cosine;
  return note.glaze_mm + note.cos1_mm * cosine + note.sin1_mm * sine + note.cos2_mm * twice_cosine +
         note.sin2_mm * twice_sine;
}

uint32_t packed(const WallNote& note, uint8_t glaze) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f); };
  return byte(note.open) | byte(note.wall_mm / 16.0f) << 8 | (note.bare ? 255u : 0u) << 16 |
         static_cast<uint32_t>(glaze) << 24;
}

void build_mesh(const craft::Look& look, int segments, bool upturned, engine::Mesh& mesh) {
  Profile profile;
  build_profile(look, profile, upturned);
  thin_out(tolerance_m(look, segments), profile);
  const auto count = static_cast<std::size_t>(profile.count);
  engine::lathe({profile.rings.data(), count}, segments, mesh);
  const std::size_t columns = static_cast<std::size_t>(segments) + 1;
  for (std::size_t ring = 0; ring < count; ++ring) {
    const WallNote& note = profile.notes[ring];
    const uint32_t colour = packed(note, profile.rings[ring].glaze);
    for (std::size_t column = 0; column < columns; ++column) {
      uint32_t& vertex = mesh.vertices[ring * columns + column].colour_rgba8;
      vertex = colour;
      if (!note.uneven) continue;
      const float angle =
          kTurn * static_cast<float>(column % static_cast<std::size_t>(segments)) / static_cast<float>(segments);
      vertex = packed(note, glaze_byte(glaze_at(note, std::cos(angle), std::sin(angle))));
    }
  }
  add_parts(look, mesh);
}

float throwing_lines(craft::Stage stage) {
  switch (stage) {
    case craft::Stage::kThrowing:
      return 0.75f;
    case craft::Stage::kCut:
      return 0.8f;
    case craft::Stage::kLeatherHard:
      return 0.45f;
    case craft::Stage::kBiscuit:
      return 0.30f;
    case craft::Stage::kBoneDry:
      return 0.35f;
    case craft::Stage::kGlazed:
      return 0.10f;
    case craft::Stage::kFired:
    case craft::Stage::kEnamelled:
      return 0.08f;
  }
  return 0;
}

engine::WareGlass glass_of(const craft::LookGlass& look) {
  engine::WareGlass glass;
  glass.absorbs = {look.absorbs_r, look.absorbs_g, look.absorbs_b};
  glass.skin = {look.skin_r, look.skin_g, look.skin_b};
  glass.scatters = {look.scatters_r, look.scatters_g, look.scatters_b};
  glass.spot = {look.spot_r, look.spot_g, look.spot_b};
  glass.skin_mm = look.skin_mm;
  glass.spots = look.spots;
  glass.streaks = look.streaks;
  glass.gloss = look.gloss;
  return glass;
}

engine::WareMaterial material_of(const craft::Look& look) {
  engine::WareMaterial material;
  material.body = srgb(look.body_r, look.body_g, look.body_b);
  // On the wheel clay never loses its shine: a potter's hands are wet even when the film meter says dry.
  const bool thrown = look.stage == craft::Stage::kThrowing || look.stage == craft::Stage::kCut;
  material.wetness = look.fired ? 0 : thrown ? std::min(0.45f + 0.65f * look.wetness, 1.0f) : look.wetness;
  material.damp = look.fired || look.glazed ? 0.0f : 1.0f;
  material.throwing_lines = throwing_lines(look.stage);
  material.outside = glass_of(look.outside);
  material.inside = glass_of(look.inside);
  material.gloss = look.fired && look.glazed ? std::max(look.gloss, 0.02f) : 0;
  material.translucency = look.fired ? look.translucency : 0;
  material.crackle = look.crackle;
  material.cracked = look.cracked ? 1.0f : 0.0f;
  material.cobalt = {look.cobalt_r, look.cobalt_g, look.cobalt_b};
  material.cobalt_piled = look.cobalt_piled;
  material.copper = {look.copper_r, look.copper_g, look.copper_b};
  material.iron = {look.iron_r, look.iron_g, look.iron_b};
  material.paint_fired = look.fired && look.glazed ? 1.0f : 0.0f;  // without a glaze to melt into, it stays dull
  material.enamel_shine = look.enamel_melt * look.enamel_melt * (1 - 0.6f * look.enamel_burnt);
  if (look.glazed && !look.fired) {
    // Raw glaze is a white, faintly pink powder; the painting under it is gone until the fire brings it back.
    material.powder = 1;
    material.wetness = look.wetness * 0.4f;
    material.body = srgb(0.80f, 0.745f, 0.69f);
  }
  return material;
}

struct Hit {
  float away = 1e30f, u = 0, v = 0;
};

// Möller–Trumbore, front faces only; keeps the nearest. uv of the corners in a, b, c order.
void meet(const engine::Ray& ray, const engine::Vec3* corners, const engine::Vec2* places, Hit& nearest) {
  const engine::Vec3 ab = corners[1] - corners[0], ac = corners[2] - corners[0];
  const engine::Vec3 p = engine::cross(ray.along, ac);
  const float det = engine::dot(ab, p);
  if (det < 1e-14f) return;
  const engine::Vec3 from = ray.from - corners[0];
  const float s = engine::dot(from, p) / det;
  if (s < -1e-4f || s > 1.0001f) return;
  const engine::Vec3 q = engine::cross(from, ab);
  const float t = engine::dot(ray.along, q) / det;
  if (t < -1e-4f || s + t > 1.0001f) return;
  const float away = engine::dot(ac, q) / det;
  if (away <= 0 || away >= nearest.away) return;
  nearest.away = away;
  nearest.u = places[0].x + s * (places[1].x - places[0].x) + t * (places[2].x - places[0].x);
  nearest.v = places[0].y + s * (places[1].y - places[0].y) + t * (places[2].y - places[0].y);
}

// The ray in the pot's own frame, before turning and standing.
engine::Ray into_frame(engine::Ray ray, engine::Vec3 foot, float turn) {
  const float angle = -kTurn * turn, cosine = std::cos(angle), sine = std::sin(angle);
  const auto turned = [&](engine::Vec3 d) {
    return engine::Vec3{cosine * d.x + sine * d.z, d.y, cosine * d.z - sine * d.x};
  };
  return {turned(ray.from - foot), turned(ray.along)};
}

}  // namespace

engine::Colour srgb(float r, float g, float b) {
  return {encoded(r), encoded(g), encoded(b), 1};
}

engine::Colour srgb(const craft::Rgb& linear) {
  return srgb(static_cast<float>(linear.r), static_cast<float>(linear.g), static_cast<float>(linear.b));
}

void show(engine::Scene& scene, const craft::Look& look, int segments, bool paint_changed, Shown& shown) {
  build_mesh(look, segments, shown.upturned, shown.scratch);
  if (shown.mesh == engine::MeshId::kNone) {
    shown.mesh = scene.make_mesh(shown.scratch);
  } else {
    scene.update_mesh(shown.mesh, shown.scratch);
  }
  const float glow = shown.material.glow;  // the kiln's, not the pot's
  shown.material = material_of(look);
  shown.material.glow = glow;
  show_paint(scene, look, paint_changed, shown);
  show_mark(scene, look, shown);
}

void hide(engine::Scene& scene, Shown& shown) {
  if (shown.mesh != engine::MeshId::kNone) scene.drop_mesh(shown.mesh);
  shown.mesh = engine::MeshId::kNone;
  hide_paint(scene, shown);
  hide_mark(scene, shown);
}

void draw(engine::Scene& scene, const Shown& shown, const craft::Look& look, engine::Vec3 foot, float extra_turn,
          float scale) {
  if (shown.mesh == engine::MeshId::kNone) return;
  const engine::Mat4 transform = engine::translation(foot) * engine::rotation_y(kTurn * (look.turn + extra_turn)) *
                                 engine::scaling({scale, scale, scale});
  scene.draw_ware(shown.mesh, transform, shown.material);
}

void draw_upturned(engine::Scene& scene, const Shown& shown, const craft::Look& look, engine::Vec3 foot,
                   float extra_turn) {
  if (shown.mesh == engine::MeshId::kNone) return;
  const float tall = craft::stand_mm(look) * kMetresPerMm + look.rings.back().z_mm * kMetresPerMm;
  const engine::Mat4 transform = engine::translation({foot.x, foot.y + tall, foot.z}) *
                                 engine::rotation_y(kTurn * (look.turn + extra_turn)) *
                                 engine::rotation({1, 0, 0}, kTurn / 2);
  scene.draw_ware(shown.mesh, transform, shown.material);
  if (shown.mark != engine::MeshId::kNone) scene.draw_ware(shown.mark, transform, mark_material(look, shown));
}

bool pick(const craft::Look& look, engine::Vec3 foot, float extra_turn, engine::Ray ray, double& u_turn,
          double& v_ring) {
  foot.y += craft::stand_mm(look) * kMetresPerMm;
  const engine::Ray inside = into_frame(ray, foot, look.turn + extra_turn);
  Hit nearest;
  std::array<engine::Vec3, kPickSegments + 1> low, high;
  const auto fill = [&](int index, std::array<engine::Vec3, kPickSegments + 1>& points) {
    const engine::LatheRing ring = outer_ring(look, index);
    for (int segment = 0; segment <= kPickSegments; ++segment) {
      points[static_cast<std::size_t>(segment)] =
          engine::lathe_point(ring, static_cast<float>(segment) / kPickSegments);
    }
  };
  fill(0, low);
  for (int index = kPickStride; index <= craft::kRingCount; index += kPickStride) {
    fill(index, high);
    const auto below = static_cast<float>(index - kPickStride), above = static_cast<float>(index);
    for (std::size_t segment = 0; segment < kPickSegments; ++segment) {
      const float left = static_cast<float>(segment) / kPickSegments,
                  right = static_cast<float>(segment + 1) / kPickSegments;
      const engine::Vec3 first[3] = {low[segment], low[segment + 1], high[segment]};
      const engine::Vec2 first_places[3] = {{left, below}, {right, below}, {left, above}};
      meet(inside, first, first_places, nearest);
      const engine::Vec3 second[3] = {low[segment + 1], high[segment + 1], high[segment]};
      const engine::Vec2 second_places[3] = {{right, below}, {right, above}, {left, above}};
      meet(inside, second, second_places, nearest);
    }
    low = high;
  }
  if (nearest.away > 1e29f) return false;
  u_turn = std::clamp(static_cast<double>(nearest.u), 0.0, 1.0);
  v_ring = std::clamp(static_cast<double>(nearest.v), 0.0, static_cast<double>(craft::kRingCount));
  return true;
}

engine::Ring ring_of(const craft::Look& look) {
  engine::Ring ring;
  // Raw clay has no pitch of its own: a dull click.
  constexpr float kClickHz[4] = {420, 1190, 2280, 3680}, kClickS = 0.05f;
  const bool rings = look.tone.hz[0] > 0;
  for (std::size_t mode = 0; mode < 4; ++mode) {
    const float overtone = 1 + 1.1f * static_cast<float>(mode);
    ring.frequency_hz[mode] = std::clamp(rings ? look.tone.hz[mode] : kClickHz[mode], 120.0f, 16000.0f);
    ring.damping_s[mode] = std::clamp(rings ? look.tone.decay_s[mode] : kClickS / overtone, 0.01f, 6.0f);
    ring.level[mode] = (rings ? 1.0f : 0.5f) / overtone;
  }
  return ring;
}

}  // namespace sui::ware
