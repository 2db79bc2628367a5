#include "game/town/masonry.h"

#include <algorithm>
#include <cmath>

namespace sui::town {
namespace {

uint32_t add_corner(Mesh& out, const Corner& corner, Vec3 normal) {
  const auto index = static_cast<uint32_t>(out.vertices.size());
  out.vertices.push_back({corner.at, normal, corner.uv, packed(corner.colour)});
  return index;
}

}  // namespace

uint32_t packed(Colour colour) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f); };
  return byte(colour.r) | byte(colour.g) << 8 | byte(colour.b) << 16 | byte(colour.a) << 24;
}

float scatter(uint32_t seed) {
  uint32_t x = seed * 747796405u + 2891336453u;
  x = ((x >> ((x >> 28u) + 4u)) ^ x) * 277803737u;
  x = (x >> 22u) ^ x;
  return static_cast<float>(x >> 8) / 16777216.0f;
}

Colour matt(uint32_t rrggbb, float shade, float gloss) {
  Colour colour = engine::hex(rrggbb, gloss);
  colour.r = std::min(1.0f, colour.r * shade);
  colour.g = std::min(1.0f, colour.g * shade);
  colour.b = std::min(1.0f, colour.b * shade);
  return colour;
}

Colour varied(Colour base, uint32_t seed, float amount) {
  const float light = 1 + (scatter(seed) - 0.5f) * 2 * amount;
  const float warm = (scatter(seed + 7919) - 0.5f) * amount;
  return {std::clamp(base.r * (light + warm), 0.0f, 1.0f), std::clamp(base.g * light, 0.0f, 1.0f),
          std::clamp(base.b * (light - warm), 0.0f, 1.0f), base.a};
}

void add_quad(Mesh& out, const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
  const Vec3 normal = engine::normalised(engine::cross(c.at - a.at, d.at - b.at));
  const uint32_t first = add_corner(out, a, normal);
  add_corner(out, b, normal);
  add_corner(out, c, normal);
  add_corner(out, d, normal);
  for (uint32_t step : {0u, 1u, 2u, 0u, 2u, 3u}) out.indices.push_back(first + step);
}

void add_quad(Mesh& out, Vec3 a, Vec3 b, Vec3 c, Vec3 d, Colour colour) {
  add_quad(out, {a, colour, {0, 0}}, {b, colour, {1, 0}}, {c, colour, {1, 1}}, {d, colour, {0, 1}});
}

void add_triangle(Mesh& out, const Corner& a, const Corner& b, const Corner& c) {
  const Vec3 normal = engine::normalised(engine::cross(b.at - a.at, c.at - a.at));
  const uint32_t first = add_corner(out, a, normal);
  add_corner(out, b, normal);
  add_corner(out, c, normal);
  for (uint32_t step : {0u, 1u, 2u}) out.indices.push_back(first + step);
}

void add_cloth(Mesh& out, Vec3 a, Vec3 b, Vec3 c, Vec3 d, Colour front, Colour back) {
  const Vec3 behind = engine::normalised(engine::cross(c - a, d - b)) * -0.006f;
  add_quad(out, a, b, c, d, front);
  add_quad(out, d + behind, c + behind, b + behind, a + behind, back);
}

void add_bar(Mesh& out, Vec3 from, Vec3 to, float thickness, Colour colour) {
  const Vec3 along = engine::normalised(to - from);
  const Vec3 aside =
      engine::normalised(engine::cross(along, std::fabs(along.y) > 0.9f ? Vec3{1, 0, 0} : Vec3{0, 1, 0}));
  const Vec3 across = engine::cross(along, aside);
  const float half = thickness * 0.5f;
  const Vec3 offsets[4] = {aside * half + across * half, across * half - aside * half, aside * -half + across * -half,
                           aside * half - across * half};
  for (int side = 0; side < 4; ++side) {
    const Vec3 p = offsets[side], q = offsets[(side + 1) % 4];
    add_quad(out, from + p, from + q, to + q, to + p, colour);
  }
}

void add_turned(Mesh& out, Vec3 foot, std::initializer_list<Ring> rings, int segments, Colour colour) {
  const auto first = static_cast<uint32_t>(out.vertices.size());
  const auto columns = static_cast<uint32_t>(segments) + 1;
  const Ring* before = rings.begin();
  for (const Ring* ring = rings.begin(); ring != rings.end(); ++ring) {
    const Ring* after = ring + 1 == rings.end() ? ring : ring + 1;
    const float outward = after->height - before->height, up = before->radius - after->radius;
    for (uint32_t column = 0; column < columns; ++column) {
      const float turn = static_cast<float>(column) / static_cast<float>(segments) * 6.2831853f;
      const Vec3 away{std::sin(turn), 0, std::cos(turn)};
      Vec3 at = foot + away * ring->radius;
      at.y += ring->height;
      const Vec3 normal = engine::normalised(away * outward + Vec3{0, up, 0});
      add_corner(out, {at, colour, {}}, normal);
    }
    before = ring;
  }
  for (uint32_t row = 0; row + 1 < rings.size(); ++row) {
    for (uint32_t column = 0; column + 1 < columns; ++column) {
      const uint32_t low = first + row * columns + column, high = low + columns;
      for (uint32_t index : {low, low + 1, high, low + 1, high + 1, high}) out.indices.push_back(index);
    }
  }
}

Vec3 on_wire(Vec3 from, Vec3 to, float sag, float t) {
  Vec3 at = from + (to - from) * t;
  at.y -= sag * 4 * t * (1 - t);
  return at;
}

void add_wire(Mesh& out, Vec3 from, Vec3 to, float sag, int pieces, float thickness, Colour colour) {
  for (int piece = 0; piece < pieces; ++piece) {
    const float t0 = static_cast<float>(piece) / static_cast<float>(pieces);
    const float t1 = static_cast<float>(piece + 1) / static_cast<float>(pieces);
    const Vec3 a = on_wire(from, to, sag, t0), b = on_wire(from, to, sag, t1), half{0, thickness * 0.5f, 0};
    add_quad(out, a - half, b - half, b + half, a + half, colour);
  }
}

}  // namespace sui::town
