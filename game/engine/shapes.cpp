#include "game/engine/shapes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace sui::engine {
namespace {

constexpr int kSegmentsMax = 256;
constexpr float kTurn = 6.28318531f;
constexpr float kSamePlaceM = 1e-6f;

uint32_t packed(Colour colour) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f); };
  return byte(colour.r) | byte(colour.g) << 8 | byte(colour.b) << 16 | byte(colour.a) << 24;
}

Vec3 lathe_point(const LatheRing& ring, float cosine, float sine) {
  const float cosine2 = cosine * cosine - sine * sine, sine2 = 2 * cosine * sine;
  const float radius =
      ring.radius <= kSamePlaceM ? 0.0f : std::max(ring.radius + ring.oval_x * cosine2 + ring.oval_z * sine2, 0.0f);
  const float lean = ring.radius <= kSamePlaceM ? 0 : cosine;  // the axis is one point, halfway down the sag
  return {ring.off_x + radius * cosine, ring.height - ring.sink * 0.5f * (1 - lean), ring.off_z - radius * sine};
}

void lathe_indices(int rings, int segments, Mesh& out) {
  out.indices.resize(static_cast<std::size_t>(rings - 1) * static_cast<std::size_t>(segments) * 6);
  std::size_t at = 0;
  const auto columns = static_cast<uint32_t>(segments + 1);
  for (int ring = 0; ring + 1 < rings; ++ring) {
    for (int segment = 0; segment < segments; ++segment) {
      const uint32_t low = static_cast<uint32_t>(ring) * columns + static_cast<uint32_t>(segment);
      const uint32_t high = low + columns;
      for (uint32_t index : {low, low + 1, high, low + 1, high + 1, high}) out.indices[at++] = index;
    }
  }
}

// Towards the neighbour along the profile, skipping none: a repeated ring ends the smooth run and makes a crease.
Vec3 along_profile(const Mesh& out, std::size_t columns, std::size_t rings, std::size_t ring, std::size_t column) {
  const Vec3 here = out.vertices[ring * columns + column].position;
  const auto step = [&](std::size_t other) { return out.vertices[other * columns + column].position - here; };
  Vec3 ahead, behind;
  if (ring + 1 < rings) ahead = step(ring + 1);
  if (ring > 0) behind = Vec3{} - step(ring - 1);
  return ahead + behind;
}

// How far the tangent between neighbours lies off the one a thinned-out profile remembers (x: radius, y: height).
Vec2 slope_mend(std::span<const LatheRing> profile, std::size_t ring) {
  const LatheRing& here = profile[ring];
  if (here.slope_radius == 0 && here.slope_height == 0) return {};
  const LatheRing& before = profile[ring > 0 ? ring - 1 : ring];
  const LatheRing& next = profile[ring + 1 < profile.size() ? ring + 1 : ring];
  const float radius = next.radius - before.radius, height = next.height - before.height;
  const float reach = std::sqrt(radius * radius + height * height);
  return {here.slope_radius * reach - radius, here.slope_height * reach - height};
}

Vec3 axis_normal(std::span<const LatheRing> profile, std::size_t ring) {
  // The first ring of a closed profile looks down, the last one up at the sky out of the pot.
  const std::size_t other = ring == 0 ? 1 : ring - 1;
  const bool outward = profile[other].radius > profile[ring].radius;
  return ring == 0 ? Vec3{0, outward ? -1.0f : 1.0f, 0} : Vec3{0, outward ? 1.0f : -1.0f, 0};
}

void add_quad(Mesh& out, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  for (uint32_t index : {a, b, c, a, c, d}) out.indices.push_back(index);
}

uint32_t add_vertex(Mesh& out, Vec3 position, Vec3 normal, Vec2 uv, uint32_t colour) {
  out.vertices.push_back({position, normal, uv, colour});
  return static_cast<uint32_t>(out.vertices.size() - 1);
}

float axis(Vec3 v, int index) {
  return index == 0 ? v.x : index == 1 ? v.y : v.z;
}
void set_axis(Vec3& v, int index, float value) {
  (index == 0 ? v.x : index == 1 ? v.y : v.z) = value;
}

// The corner of a box as seen from one of its three faces: pulled in by the bevel on the two other axes.
Vec3 box_corner(Vec3 centre, Vec3 half, float bevel, int face, int corner) {
  Vec3 point;
  for (int index = 0; index < 3; ++index) {
    const float sign = (corner >> index & 1) != 0 ? 1.0f : -1.0f;
    set_axis(point, index, axis(centre, index) + sign * (axis(half, index) - (index == face ? 0.0f : bevel)));
  }
  return point;
}

Vec2 box_uv(Vec3 point, int face) {
  return {axis(point, (face + 1) % 3), axis(point, (face + 2) % 3)};
}

// The flat normal of each face, on vertices box_corner gives; the bevels join faces smoothly through shared vertices.
void add_box_strip(Mesh& out, const std::array<uint32_t, 24>& corners, int first, int second, bool first_high,
                   bool second_high) {
  const int along = 3 - first - second;
  const int base = (first_high ? 1 << first : 0) | (second_high ? 1 << second : 0);
  const int low = base, high = base | 1 << along;
  const auto at = [&](int face, int corner) { return corners[static_cast<std::size_t>(face * 8 + corner)]; };
  add_quad(out, at(first, low), at(first, high), at(second, high), at(second, low));
}

void face_outward(Mesh& out, std::size_t first_index, Vec3 centre) {
  for (std::size_t at = first_index; at + 2 < out.indices.size(); at += 3) {
    const Vec3 a = out.vertices[out.indices[at]].position, b = out.vertices[out.indices[at + 1]].position,
               c = out.vertices[out.indices[at + 2]].position;
    if (dot(cross(b - a, c - a), a + b + c - centre * 3) < 0) std::swap(out.indices[at + 1], out.indices[at + 2]);
  }
}

}  // namespace

Vec3 lathe_point(const LatheRing& ring, float turn) {
  const float angle = kTurn * (turn + ring.twist_turn);
  return lathe_point(ring, std::cos(angle), std::sin(angle));
}

void lathe(std::span<const LatheRing> profile, int segments, Mesh& out) {
  assert(profile.size() >= 2 && segments >= 3 && segments <= kSegmentsMax);
  const std::size_t rings = profile.size(), columns = static_cast<std::size_t>(segments) + 1;
  out.vertices.resize(rings * columns);
  const std::size_t index_count = (rings - 1) * static_cast<std::size_t>(segments) * 6;
  const bool same_topology = out.indices.size() == index_count && out.indices[2] == static_cast<uint32_t>(columns);
  if (!same_topology) lathe_indices(static_cast<int>(rings), segments, out);

  std::array<float, kSegmentsMax + 1> cosines, sines;
  for (std::size_t column = 0; column < columns; ++column) {
    const float angle = kTurn * static_cast<float>(column) / static_cast<float>(segments);
    cosines[column] = column + 1 == columns ? 1.0f : std::cos(angle);
    sines[column] = column + 1 == columns ? 0.0f : std::sin(angle);
  }
  for (std::size_t ring = 0; ring < rings; ++ring) {
    const LatheRing& given = profile[ring];
    const float twist_cos = std::cos(kTurn * given.twist_turn), twist_sin = std::sin(kTurn * given.twist_turn);
    const uint32_t colour = 0xffffffu | static_cast<uint32_t>(given.glaze) << 24;
    for (std::size_t column = 0; column < columns; ++column) {
      const float cosine = cosines[column] * twist_cos - sines[column] * twist_sin;
      const float sine = sines[column] * twist_cos + cosines[column] * twist_sin;
      Vertex& vertex = out.vertices[ring * columns + column];
      vertex.position = lathe_point(given, cosine, sine);
      vertex.uv = {static_cast<float>(column) / static_cast<float>(segments), given.v};
      vertex.colour_rgba8 = colour;
    }
  }
  for (std::size_t ring = 0; ring < rings; ++ring) {
    const Vec2 mend = slope_mend(profile, ring);
    for (std::size_t column = 0; column < columns; ++column) {
      Vertex& vertex = out.vertices[ring * columns + column];
      if (profile[ring].radius <= kSamePlaceM) {
        vertex.normal = axis_normal(profile, ring);
        continue;
      }
      const std::size_t next = column + 1 == columns ? 1 : column + 1;
      const std::size_t before = column == 0 ? columns - 2 : column - 1;
      const Vec3 round = out.vertices[ring * columns + next].position - out.vertices[ring * columns + before].position;
      const Vec3 outward{cosines[column] * mend.x, mend.y, -sines[column] * mend.x};
      vertex.normal = normalised(cross(round, along_profile(out, columns, rings, ring, column) + outward));
    }
  }
}

void add_box(Mesh& out, Vec3 centre, Vec3 half, Colour colour, float bevel) {
  const float width = std::clamp(bevel, 0.0f, 0.49f * 2 * std::min({half.x, half.y, half.z}));
  const uint32_t paint = packed(colour);
  const std::size_t first_index = out.indices.size();
  std::array<uint32_t, 24> corners;
  for (int face = 0; face < 3; ++face) {
    for (int corner = 0; corner < 8; ++corner) {
      Vec3 normal;
      set_axis(normal, face, (corner >> face & 1) != 0 ? 1.0f : -1.0f);
      const Vec3 point = box_corner(centre, half, width, face, corner);
      corners[static_cast<std::size_t>(face * 8 + corner)] = add_vertex(out, point, normal, box_uv(point, face), paint);
    }
  }
  for (int face = 0; face < 3; ++face) {
    const int u = 1 << (face + 1) % 3, v = 1 << (face + 2) % 3;
    for (int base : {0, 1 << face}) {
      const auto at = [&](int corner) { return corners[static_cast<std::size_t>(face * 8 + corner)]; };
      add_quad(out, at(base), at(base | u), at(base | u | v), at(base | v));
    }
  }
  if (width > 0) {
    for (int first = 0; first < 3; ++first) {
      for (int signs = 0; signs < 4; ++signs) {
        add_box_strip(out, corners, first, (first + 1) % 3, (signs & 1) != 0, (signs & 2) != 0);
      }
    }
    for (uint32_t corner = 0; corner < 8; ++corner) {
      for (uint32_t face = 0; face < 3; ++face) out.indices.push_back(corners[face * 8 + corner]);
    }
  }
  face_outward(out, first_index, centre);
}

void add_plane(Mesh& out, Vec3 centre, float half_x, float half_z, Colour colour, float uv_per_m) {
  const uint32_t paint = packed(colour);
  const auto corner = [&](float x, float z) {
    return add_vertex(out, centre + Vec3{x, 0, z}, {0, 1, 0}, {(centre.x + x) * uv_per_m, (centre.z + z) * uv_per_m},
                      paint);
  };
  const uint32_t a = corner(-half_x, half_z), b = corner(half_x, half_z), c = corner(half_x, -half_z),
                 d = corner(-half_x, -half_z);
  add_quad(out, a, b, c, d);
}

void add_cylinder(Mesh& out, Vec3 foot, float radius_low, float radius_high, float height, int segments,
                  Colour colour) {
  assert(segments >= 3 && segments <= kSegmentsMax);
  const uint32_t paint = packed(colour);
  const float lean = (radius_low - radius_high) / std::max(height, 1e-6f);
  const auto ring = [&](float radius, float y, Vec3 flat, bool side) {
    const auto first = static_cast<uint32_t>(out.vertices.size());
    for (int segment = 0; segment <= segments; ++segment) {
      const float turn = static_cast<float>(segment) / static_cast<float>(segments);
      const float cosine = std::cos(kTurn * turn), sine = std::sin(kTurn * turn);
      const Vec3 normal = side ? normalised({cosine, lean, -sine}) : flat;
      add_vertex(out, foot + Vec3{radius * cosine, y, -radius * sine}, normal, {turn, y}, paint);
    }
    return first;
  };
  const uint32_t low = ring(radius_low, 0, {}, true), high = ring(radius_high, height, {}, true);
  for (uint32_t segment = 0; segment < static_cast<uint32_t>(segments); ++segment) {
    add_quad(out, low + segment, low + segment + 1, high + segment + 1, high + segment);
  }
  const auto lid = [&](float radius, float y, bool up) {
    if (radius <= 0) return;
    const Vec3 normal{0, up ? 1.0f : -1.0f, 0};
    const uint32_t edge = ring(radius, y, normal, false);
    const uint32_t middle = add_vertex(out, foot + Vec3{0, y, 0}, normal, {0.5f, 0.5f}, paint);
    for (uint32_t segment = 0; segment < static_cast<uint32_t>(segments); ++segment) {
      const uint32_t a = edge + segment, b = a + 1;
      for (uint32_t index : {middle, up ? a : b, up ? b : a}) out.indices.push_back(index);
    }
  };
  lid(radius_low, 0, false);
  lid(radius_high, height, true);
}

void add_sphere(Mesh& out, Vec3 centre, Vec3 radii, int segments, Colour colour) {
  assert(segments >= 4 && segments <= kSegmentsMax);
  const uint32_t paint = packed(colour);
  const int rows = segments / 2;
  const auto first = static_cast<uint32_t>(out.vertices.size());
  for (int row = 0; row <= rows; ++row) {
    const float fall = kTurn * 0.5f * static_cast<float>(row) / static_cast<float>(rows);
    const float y = -std::cos(fall), around = row == 0 || row == rows ? 0.0f : std::sin(fall);
    for (int segment = 0; segment <= segments; ++segment) {
      const float turn = static_cast<float>(segment) / static_cast<float>(segments);
      const Vec3 unit{around * std::cos(kTurn * turn), y, -around * std::sin(kTurn * turn)};
      const Vec3 normal = normalised({unit.x / radii.x, unit.y / radii.y, unit.z / radii.z});
      add_vertex(out, centre + Vec3{unit.x * radii.x, unit.y * radii.y, unit.z * radii.z}, normal,
                 {turn, static_cast<float>(row) / static_cast<float>(rows)}, paint);
    }
  }
  const auto columns = static_cast<uint32_t>(segments + 1);
  for (uint32_t row = 0; row < static_cast<uint32_t>(rows); ++row) {
    for (uint32_t segment = 0; segment < static_cast<uint32_t>(segments); ++segment) {
      const uint32_t low = first + row * columns + segment, high = low + columns;
      add_quad(out, low, low + 1, high + 1, high);
    }
  }
}

void add_mist_ball(Mesh& out, int segments) {
  const std::size_t first = out.vertices.size();
  add_sphere(out, {}, {1, 1, 1}, segments, {1, 1, 1, 1});
  for (std::size_t at = first; at < out.vertices.size(); ++at) out.vertices[at].uv = {0, 0};
}

void add_mist_disc(Mesh& out, int segments) {
  assert(segments >= 3 && segments <= kSegmentsMax);
  const auto first = static_cast<uint32_t>(out.vertices.size());
  constexpr Vec3 kUp{0, 1, 0};
  out.vertices.push_back({{0, 0, 0}, kUp, {1, 1}, packed({1, 1, 1, 1})});
  for (int segment = 0; segment <= segments; ++segment) {
    const float angle = kTurn * static_cast<float>(segment) / static_cast<float>(segments);
    out.vertices.push_back({{std::cos(angle), 0, -std::sin(angle)}, kUp, {1, 0}, packed({1, 1, 1, 1})});
  }
  for (uint32_t segment = 0; segment < static_cast<uint32_t>(segments); ++segment) {
    for (const uint32_t corner : {0u, segment + 1, segment + 2}) out.indices.push_back(first + corner);
  }
}

void add_mesh(Mesh& out, const Mesh& part, const Mat4& transform) {
  const auto first = static_cast<uint32_t>(out.vertices.size());
  const std::array<float, 16>& m = transform.m;
  const auto turned = [&m](Vec3 d) {
    return Vec3{m[0] * d.x + m[4] * d.y + m[8] * d.z, m[1] * d.x + m[5] * d.y + m[9] * d.z,
                m[2] * d.x + m[6] * d.y + m[10] * d.z};
  };
  for (Vertex vertex : part.vertices) {
    vertex.position = turned(vertex.position) + Vec3{m[12], m[13], m[14]};
    vertex.normal = normalised(turned(vertex.normal));
    out.vertices.push_back(vertex);
  }
  for (uint32_t index : part.indices) out.indices.push_back(first + index);
}

}  // namespace sui::engine
