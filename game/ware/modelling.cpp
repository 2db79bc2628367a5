#include "game/ware/modelling.h"

#include <algorithm>
#include <cmath>

#include "game/engine/shapes.h"

namespace sui::ware {
namespace {

constexpr float kTurn = 6.28318531f;
constexpr int kAround = 14;
constexpr int kTurnedAround = 40;
constexpr Vec2 kUnpainted{0, 1.5f};

Vec3 times(const Mat4& m, Vec3 v, float w) {
  return {m.m[0] * v.x + m.m[4] * v.y + m.m[8] * v.z + m.m[12] * w,
          m.m[1] * v.x + m.m[5] * v.y + m.m[9] * v.z + m.m[13] * w,
          m.m[2] * v.x + m.m[6] * v.y + m.m[10] * v.z + m.m[14] * w};
}

void paint_over(Mesh& out, std::size_t first, const Clay& clay) {
  const uint32_t colour = clay_colour(clay);
  for (std::size_t i = first; i < out.vertices.size(); ++i) {
    out.vertices[i].colour_rgba8 = colour;
    out.vertices[i].uv = kUnpainted;
  }
}

void add_cap(Mesh& out, uint32_t ring, Vec3 middle, Vec3 normal, bool reversed, uint32_t colour) {
  const auto base = static_cast<uint32_t>(out.vertices.size());
  out.vertices.push_back({middle, normal, kUnpainted, colour});
  for (uint32_t i = 0; i <= kAround; ++i)
    out.vertices.push_back({out.vertices[ring + i].position, normal, kUnpainted, colour});
  for (uint32_t i = 0; i < kAround; ++i) {
    const uint32_t a = base + 1 + i, b = base + 2 + i;
    for (const uint32_t index : {base, reversed ? a : b, reversed ? b : a}) out.indices.push_back(index);
  }
}

}  // namespace

uint32_t clay_colour(const Clay& clay) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f); };
  return byte(clay.open) | byte(clay.wall_mm / 16.0f) << 8 | (clay.bare ? 255u : 0u) << 16 |
         byte(clay.glaze_mm / 1.5f) << 24;
}

std::vector<Node> bend(Vec3 a, Vec3 b, Vec3 c, Vec3 d, Vec2 first, Vec2 last, int count, float swell) {
  std::vector<Node> nodes;
  for (int i = 0; i < count; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(count - 1), s = 1 - t;
    const Vec3 at = a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
    const float belly = 1 + swell * 4 * s * t;
    nodes.push_back({at, (first.x * s + last.x * t) * belly, (first.y * s + last.y * t) * belly});
  }
  return nodes;
}

void add_tube(Mesh& out, std::span<const Node> nodes, Vec3 side, const Clay& clay, bool open_end) {
  const auto base = static_cast<uint32_t>(out.vertices.size());
  const uint32_t colour = clay_colour(clay);
  const std::size_t count = nodes.size();
  const auto tangent_at = [&](std::size_t i) {
    return engine::normalised(nodes[i + 1 < count ? i + 1 : i].at - nodes[i > 0 ? i - 1 : 0].at);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const Vec3 up = engine::normalised(engine::cross(tangent_at(i), side));
    for (int k = 0; k <= kAround; ++k) {
      const float angle = kTurn * static_cast<float>(k) / kAround, c = std::cos(angle), s = std::sin(angle);
      const Vec3 out_by = side * (nodes[i].across * c) + up * (nodes[i].thick * s);
      const Vec3 normal = engine::normalised(side * (c / std::max(nodes[i].across, 1e-5f)) +
                                             up * (s / std::max(nodes[i].thick, 1e-5f)));
      out.vertices.push_back({nodes[i].at + out_by, normal, kUnpainted, colour});
    }
  }
  constexpr uint32_t kColumns = kAround + 1;
  for (uint32_t i = 0; i + 1 < count; ++i) {
    for (uint32_t k = 0; k < kAround; ++k) {
      const uint32_t low = base + i * kColumns + k, high = low + kColumns;
      for (const uint32_t index : {low, low + 1, high, low + 1, high + 1, high}) out.indices.push_back(index);
    }
  }
  add_cap(out, base, nodes.front().at, tangent_at(0) * -1.0f, false, colour);
  const auto last = static_cast<uint32_t>(base + (count - 1) * kColumns);
  if (!open_end) {
    add_cap(out, last, nodes.back().at, tangent_at(count - 1), true, colour);
    return;
  }
  // The mouth of a spout: a lip, and the dark of the hole behind it.
  Clay dark = clay;
  dark.open = 0.05f;
  const Vec3 ahead = tangent_at(count - 1), up = engine::normalised(engine::cross(ahead, side));
  const Node& tip = nodes.back();
  const auto ring = [&](float scale, float back, const Clay& as) {
    const auto first = static_cast<uint32_t>(out.vertices.size());
    for (int k = 0; k <= kAround; ++k) {
      const float angle = kTurn * static_cast<float>(k) / kAround;
      const Vec3 by = side * (scale * tip.across * std::cos(angle)) + up * (scale * tip.thick * std::sin(angle));
      out.vertices.push_back({tip.at + by - ahead * back, ahead, kUnpainted, clay_colour(as)});
    }
    return first;
  };
  const auto strip = [&](uint32_t low, uint32_t high) {
    for (uint32_t k = 0; k < kAround; ++k)
      for (const uint32_t index : {low + k, low + k + 1, high + k, low + k + 1, high + k + 1, high + k})
        out.indices.push_back(index);
  };
  const uint32_t edge = ring(1, 0, clay), lip = ring(0.68f, 0, clay), mouth = ring(0.66f, 0, dark),
                 end = ring(0.6f, tip.across, dark);
  strip(edge, lip);
  strip(lip, mouth);
  strip(mouth, end);
  add_cap(out, end, tip.at - ahead * tip.across, ahead, true, clay_colour(dark));
}

void add_ellipsoid(Mesh& out, Vec3 centre, Vec3 radii, const Mat4& turned, const Clay& clay) {
  const std::size_t first = out.vertices.size();
  engine::add_sphere(out, {0, 0, 0}, radii, 16, {1, 1, 1, 1});
  paint_over(out, first, clay);
  move(out, first, turned);
  move(out, first, engine::translation(centre));
}

void add_turned(Mesh& out, std::span<const Vec2> profile, Vec3 foot, const Clay& clay) {
  std::vector<engine::LatheRing> rings;
  for (const Vec2 point : profile) {
    engine::LatheRing ring;
    ring.radius = point.x;
    ring.height = point.y;
    ring.v = kUnpainted.y;
    rings.push_back(ring);
  }
  Mesh turned;
  engine::lathe(rings, kTurnedAround, turned);
  const std::size_t first = out.vertices.size();
  engine::add_mesh(out, turned, engine::translation(foot));
  paint_over(out, first, clay);
}

void add_block(Mesh& out, Vec3 centre, Vec3 half, float bevel, const Clay& clay) {
  const std::size_t first = out.vertices.size();
  engine::add_box(out, centre, half, {1, 1, 1, 1}, bevel);
  paint_over(out, first, clay);
}

void move(Mesh& out, std::size_t first, const Mat4& by) {
  for (std::size_t i = first; i < out.vertices.size(); ++i) {
    out.vertices[i].position = times(by, out.vertices[i].position, 1);
    out.vertices[i].normal = engine::normalised(times(by, out.vertices[i].normal, 0));
  }
}

}  // namespace sui::ware
