#include "game/engine/character_solid.h"

#include <algorithm>
#include <cmath>

namespace sui::engine {
namespace {

float length(Vec3 v) {
  return std::sqrt(dot(v, v));
}

Vec3 turned(const Mat4& matrix, Vec3 d) {
  const std::array<float, 16>& m = matrix.m;
  return {m[0] * d.x + m[4] * d.y + m[8] * d.z, m[1] * d.x + m[5] * d.y + m[9] * d.z,
          m[2] * d.x + m[6] * d.y + m[10] * d.z};
}

// Not the true distance (that needs a root finder) but the same zero and a fair slope: k1 (k1 - 1) / k2 (Quilez).
float ellipsoid_distance(Vec3 point, Vec3 radii) {
  const Vec3 scaled{point.x / radii.x, point.y / radii.y, point.z / radii.z};
  const Vec3 twice{scaled.x / radii.x, scaled.y / radii.y, scaled.z / radii.z};
  const float near = length(scaled), steep = length(twice);
  if (steep < 1e-6f) return -std::min({radii.x, radii.y, radii.z});
  return near * (near - 1) / steep;
}

float capsule_distance(Vec3 point, const Solid& solid) {
  const Vec3 along = solid.to - solid.at, from = point - solid.at;
  const float share = std::clamp(dot(from, along) / std::max(dot(along, along), 1e-12f), 0.0f, 1.0f);
  return length(from - along * share) - (solid.radii.x + (solid.radii.y - solid.radii.x) * share);
}

float box_distance(Vec3 point, Vec3 half) {
  const float round = 0.3f * std::min({half.x, half.y, half.z});
  const Vec3 over{std::abs(point.x) - half.x + round, std::abs(point.y) - half.y + round,
                  std::abs(point.z) - half.z + round};
  const Vec3 outside{std::max(over.x, 0.0f), std::max(over.y, 0.0f), std::max(over.z, 0.0f)};
  return length(outside) + std::min(std::max({over.x, over.y, over.z}), 0.0f) - round;
}

float distance_to(const Solid& solid, Vec3 point) {
  if (solid.shape == SolidShape::kCapsule) return capsule_distance(point, solid);
  const Vec3 local = turned(solid.unturn, point - solid.at);
  return solid.shape == SolidShape::kBox ? box_distance(local, solid.radii) : ellipsoid_distance(local, solid.radii);
}

float distance_at(const PartPack& part, Vec3 point) {
  float distance = 1e3f;
  for (const Solid& solid : part.solids) {
    const float own = distance_to(solid, point);
    const float blend = std::max(solid.blend, 1e-5f);
    if (solid.carve) {
      const float share = std::clamp(0.5f - 0.5f * (distance + own) / blend, 0.0f, 1.0f);
      distance = distance + (-own - distance) * share + blend * share * (1 - share);
    } else {
      const float share = std::clamp(0.5f + 0.5f * (distance - own) / blend, 0.0f, 1.0f);
      distance = distance + (own - distance) * share - blend * share * (1 - share);
    }
  }
  return distance;
}

Vec3 gradient_at(const PartPack& part, Vec3 point, float step) {
  const auto slope = [&](Vec3 by) { return distance_at(part, point + by) - distance_at(part, point - by); };
  return normalised({slope({step, 0, 0}), slope({0, step, 0}), slope({0, 0, step})});
}

struct Grid {
  Vec3 low;
  int x = 0, y = 0, z = 0;
  float cell = 0;
  std::size_t at(int column, int row, int layer) const {
    return (static_cast<std::size_t>(layer) * static_cast<std::size_t>(y + 1) + static_cast<std::size_t>(row)) *
               static_cast<std::size_t>(x + 1) +
           static_cast<std::size_t>(column);
  }
  Vec3 point(int column, int row, int layer) const {
    return low + Vec3{static_cast<float>(column), static_cast<float>(row), static_cast<float>(layer)} * cell;
  }
};

Result<Grid> grid_round(const PartPack& part) {
  Vec3 low{1e3f, 1e3f, 1e3f}, high{-1e3f, -1e3f, -1e3f};
  const auto include = [&](Vec3 centre, float reach) {
    low = {std::min(low.x, centre.x - reach), std::min(low.y, centre.y - reach), std::min(low.z, centre.z - reach)};
    high = {std::max(high.x, centre.x + reach), std::max(high.y, centre.y + reach), std::max(high.z, centre.z + reach)};
  };
  for (const Solid& solid : part.solids) {
    if (solid.carve) continue;
    if (solid.shape == SolidShape::kCapsule) {
      include(solid.at, solid.radii.x + solid.blend * 0.3f);
      include(solid.to, solid.radii.y + solid.blend * 0.3f);
    } else {
      // The turned box of an ellipsoid: each world axis sees the longest mix of its radii.
      for (int sign : {-1, 1}) {
        for (int axis = 0; axis < 3; ++axis) {
          const Vec3 side = turned(solid.turn, {axis == 0 ? solid.radii.x : 0, axis == 1 ? solid.radii.y : 0,
                                                axis == 2 ? solid.radii.z : 0});
          include(solid.at + side * static_cast<float>(sign),
                  std::min({solid.radii.x, solid.radii.y, solid.radii.z}) + solid.blend * 0.3f);
        }
      }
    }
  }
  Grid grid;
  grid.cell = part.cell_m;
  grid.low = low - Vec3{1.5f, 1.5f, 1.5f} * part.cell_m;
  const Vec3 size = (high - grid.low) * (1 / part.cell_m);
  const auto cells = [](float length) { return static_cast<double>(std::ceil(length + 1.5f)); };
  const double total = cells(size.x) * cells(size.y) * cells(size.z);
  if (!(total <= kCellsMax)) {
    return Error{part.name + ".cell_m", "makes " + std::to_string(static_cast<long long>(total)) + " cells, above " +
                                            std::to_string(kCellsMax)};
  }
  grid.x = static_cast<int>(cells(size.x));
  grid.y = static_cast<int>(cells(size.y));
  grid.z = static_cast<int>(cells(size.z));
  return grid;
}

uint32_t packed(Colour colour, float alpha) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f); };
  return byte(colour.r) | byte(colour.g) << 8 | byte(colour.b) << 16 | byte(alpha) << 24;
}

// Both halves alike, so the pattern has no seam. Down from a pole (hidden under a neck, on a crown) rows are circles
// round it; along a wing they are straight.
Vec2 feather_place(const Feathers& feathers, Vec3 point) {
  const Vec3 from = point - feathers.centre;
  if (feathers.from_pole) {
    const float around = std::atan2(std::abs(from.x), from.z);
    return {around * feathers.leaves_round / 6.2831853f, length(from) / feathers.size_m};
  }
  const float around = std::atan2(std::abs(from.x), from.y);
  return {around * feathers.leaves_round / 6.2831853f, -from.z / feathers.size_m};
}

Vertex vertex_near(const PartPack& part, Vec3 point) {
  const float step = part.cell_m * 0.25f;
  for (int round = 0; round < 2; ++round) {
    const float distance = std::clamp(distance_at(part, point), -part.cell_m, part.cell_m);
    point = point - gradient_at(part, point, step) * distance;
  }
  const Skin skin = skin_at(part, point);
  return {point, gradient_at(part, point, step), feather_place(part.feathers, point),
          packed(skin.colour, skin.plumage)};
}

constexpr int kCorners[8][3] = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 1}};
constexpr int kEdges[12][2] = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3},
                               {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};

// The mean of the places where the surface cuts the cell's edges; false when it does not.
bool cut_of(const Grid& grid, const std::vector<float>& distances, int x, int y, int z, Vec3& mean) {
  float corner[8];
  Vec3 points[8];
  for (std::size_t index = 0; index < 8; ++index) {
    const int* offset = kCorners[index];
    corner[index] = distances[grid.at(x + offset[0], y + offset[1], z + offset[2])];
    points[index] = grid.point(x + offset[0], y + offset[1], z + offset[2]);
  }
  Vec3 sum;
  int cuts = 0;
  for (const auto& edge : kEdges) {
    const float from = corner[edge[0]], to = corner[edge[1]];
    if ((from < 0) == (to < 0)) continue;
    sum = sum + points[edge[0]] + (points[edge[1]] - points[edge[0]]) * (from / (from - to));
    ++cuts;
  }
  if (cuts == 0) return false;
  mean = sum * (1 / static_cast<float>(cuts));
  return true;
}

void add_quad(Mesh& mesh, uint32_t a, uint32_t b, uint32_t c, uint32_t d, bool flipped) {
  if (flipped) std::swap(b, d);
  for (uint32_t index : {a, b, c, a, c, d}) mesh.indices.push_back(index);
}

}  // namespace

Skin skin_at(const PartPack& part, Vec3 point) {
  Skin skin;
  skin.distance_m = 1e3f;
  for (const Solid& solid : part.solids) {
    const float own = distance_to(solid, point);
    const float blend = std::max(solid.blend, 1e-5f);
    float share = std::clamp(0.5f + 0.5f * (skin.distance_m - own) / blend, 0.0f, 1.0f);
    if (solid.carve) {
      share = std::clamp(0.5f - 0.5f * (skin.distance_m + own) / blend, 0.0f, 1.0f);
      skin.distance_m += (-own - skin.distance_m) * share + blend * share * (1 - share);
    } else {
      skin.distance_m += (own - skin.distance_m) * share - blend * share * (1 - share);
    }
    // Glazes meet in a narrower line than shapes do.
    const float tint = std::clamp((share - 0.5f) * 2.2f + 0.5f, 0.0f, 1.0f);
    skin.colour = mixed(skin.colour, solid.colour, tint);
    skin.plumage += (solid.plumage - skin.plumage) * tint;
  }
  return skin;
}

Result<Mesh> mesh_of(const PartPack& part) {
  Result<Grid> made = grid_round(part);
  if (!made) return made.error();
  const Grid& grid = *made;
  std::vector<float> distances(grid.at(0, 0, grid.z + 1));
  for (int z = 0; z <= grid.z; ++z) {
    for (int y = 0; y <= grid.y; ++y) {
      for (int x = 0; x <= grid.x; ++x) distances[grid.at(x, y, z)] = distance_at(part, grid.point(x, y, z));
    }
  }
  Mesh mesh;
  constexpr uint32_t kNoVertex = 0xffffffffu;
  std::vector<uint32_t> vertex_of(distances.size(), kNoVertex);
  for (int z = 0; z < grid.z; ++z) {
    for (int y = 0; y < grid.y; ++y) {
      for (int x = 0; x < grid.x; ++x) {
        Vec3 mean;
        if (!cut_of(grid, distances, x, y, z, mean)) continue;
        vertex_of[grid.at(x, y, z)] = static_cast<uint32_t>(mesh.vertices.size());
        mesh.vertices.push_back(vertex_near(part, mean));
      }
    }
  }
  for (int z = 1; z < grid.z; ++z) {
    for (int y = 1; y < grid.y; ++y) {
      for (int x = 1; x < grid.x; ++x) {
        const auto cell = [&](int back_x, int back_y, int back_z) {
          return vertex_of[grid.at(x - back_x, y - back_y, z - back_z)];
        };
        const bool inside = distances[grid.at(x, y, z)] < 0;
        if (inside != (distances[grid.at(x + 1, y, z)] < 0)) {
          add_quad(mesh, cell(0, 1, 1), cell(0, 0, 1), cell(0, 0, 0), cell(0, 1, 0), !inside);
        }
        if (inside != (distances[grid.at(x, y + 1, z)] < 0)) {
          add_quad(mesh, cell(1, 0, 1), cell(1, 0, 0), cell(0, 0, 0), cell(0, 0, 1), !inside);
        }
        if (inside != (distances[grid.at(x, y, z + 1)] < 0)) {
          add_quad(mesh, cell(1, 1, 0), cell(0, 1, 0), cell(0, 0, 0), cell(1, 0, 0), !inside);
        }
      }
    }
  }
  return mesh;
}

Mesh mirrored_x(const Mesh& mesh) {
  Mesh out = mesh;
  for (Vertex& vertex : out.vertices) {
    vertex.position.x = -vertex.position.x;
    vertex.normal.x = -vertex.normal.x;
  }
  for (std::size_t at = 0; at + 2 < out.indices.size(); at += 3) std::swap(out.indices[at + 1], out.indices[at + 2]);
  return out;
}

}  // namespace sui::engine
