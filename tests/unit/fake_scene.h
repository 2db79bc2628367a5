// A Scene that draws nothing and remembers everything: meshes by id, and what was drawn with which transform.
// Also the checks of closed skins that several tests share.
#pragma once

#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "game/engine/scene.h"

namespace sui::engine {

struct FakeDrawing {
  MeshId mesh;
  Mat4 transform;
  bool is_ware;
  WareMaterial ware;
  PlainMaterial plain;
};

class FakeScene final : public Scene {
 public:
  MeshId make_mesh(const Mesh& mesh) override {
    meshes.push_back(mesh);
    return static_cast<MeshId>(meshes.size());
  }
  void update_mesh(MeshId id, const Mesh& mesh) override { meshes[static_cast<std::size_t>(id) - 1] = mesh; }
  void drop_mesh(MeshId) override { ++dropped; }
  TextureId make_texture(int, int, int, std::span<const uint8_t> pixels, bool) override {
    textures.emplace_back(pixels.begin(), pixels.end());
    return static_cast<TextureId>(textures.size());
  }
  void update_texture(TextureId id, int, int, int, std::span<const uint8_t> pixels) override {
    textures[static_cast<std::size_t>(id) - 1].assign(pixels.begin(), pixels.end());
    ++texture_updates;
  }
  void drop_texture(TextureId) override { ++dropped; }
  void heat(float) override {}
  void quality(const Quality&) override {}
  void begin(Rect, Place, const Camera&, bool) override {}
  void draw_ware(MeshId mesh, const Mat4& transform, const WareMaterial& material) override {
    drawn.push_back({mesh, transform, true, material, {}});
  }
  void draw_plain(MeshId mesh, const Mat4& transform, const PlainMaterial& material) override {
    drawn.push_back({mesh, transform, false, {}, material});
  }
  void nightfall(float night_0_1) override { night = night_0_1; }
  void draw_plain_many(MeshId mesh, std::span<const Mat4> transforms, const PlainMaterial& material) override {
    for (const Mat4& transform : transforms) drawn.push_back({mesh, transform, false, {}, material});
  }
  void end() override {}
  SceneCost cost() const override {
    SceneCost cost;
    cost.draw_calls = static_cast<int>(drawn.size());
    for (const FakeDrawing& drawing : drawn)
      cost.triangles += static_cast<int64_t>(meshes[static_cast<std::size_t>(drawing.mesh) - 1].indices.size() / 3);
    return cost;
  }
  TextureId portrait(MeshId, const WareMaterial&, const Camera&, int) override { return TextureId::kNone; }

  TextureId make_sheet(int) override {
    textures.emplace_back();
    return static_cast<TextureId>(textures.size());
  }
  void portrait_on(TextureId, int, int, MeshId, const WareMaterial&, const Camera&, int) override { ++portraits; }

  float night = 0;
  int portraits = 0;
  std::vector<Mesh> meshes;
  std::vector<std::vector<uint8_t>> textures;
  std::vector<FakeDrawing> drawn;
  int dropped = 0, texture_updates = 0;
};

inline Vec3 moved(const Mat4& matrix, Vec3 p) {
  const std::array<float, 16>& m = matrix.m;
  return {m[0] * p.x + m[4] * p.y + m[8] * p.z + m[12], m[1] * p.x + m[5] * p.y + m[9] * p.z + m[13],
          m[2] * p.x + m[6] * p.y + m[10] * p.z + m[14]};
}

using Spot = std::tuple<long, long, long>;

inline Spot spot_of(Vec3 p) {  // to a hundredth of a millimetre
  return {std::lround(p.x * 1e5f), std::lround(p.y * 1e5f), std::lround(p.z * 1e5f)};
}

// Edges walked once one way and not back: holes, or triangles turned the wrong way round.
inline int open_edges(const Mesh& mesh) {
  std::map<std::pair<Spot, Spot>, int> walked;
  for (std::size_t at = 0; at + 2 < mesh.indices.size(); at += 3) {
    Spot corner[3];
    for (std::size_t k = 0; k < 3; ++k) corner[k] = spot_of(mesh.vertices[mesh.indices[at + k]].position);
    if (corner[0] == corner[1] || corner[1] == corner[2] || corner[2] == corner[0]) continue;
    for (std::size_t k = 0; k < 3; ++k) {
      const Spot from = corner[k], to = corner[(k + 1) % 3];
      from < to ? ++walked[{from, to}] : --walked[{to, from}];
    }
  }
  int open = 0;
  for (const auto& [edge, count] : walked) open += count != 0;
  return open;
}

inline double volume_m3(const Mesh& mesh) {
  double six = 0;
  for (std::size_t at = 0; at + 2 < mesh.indices.size(); at += 3) {
    const Vec3 a = mesh.vertices[mesh.indices[at]].position, b = mesh.vertices[mesh.indices[at + 1]].position,
               c = mesh.vertices[mesh.indices[at + 2]].position;
    six += static_cast<double>(dot(a, cross(b, c)));
  }
  return six / 6;
}

// Smallest agreement between a vertex normal and its triangles: 1 flat, negative when it points inwards.
inline float worst_normal(const Mesh& mesh) {
  float worst = 1;
  for (std::size_t at = 0; at + 2 < mesh.indices.size(); at += 3) {
    const Vertex& a = mesh.vertices[mesh.indices[at]];
    const Vertex& b = mesh.vertices[mesh.indices[at + 1]];
    const Vertex& c = mesh.vertices[mesh.indices[at + 2]];
    const Vec3 face = cross(b.position - a.position, c.position - a.position);
    const float area = std::sqrt(dot(face, face));
    if (area < 1e-9f) continue;
    for (const Vertex* corner : {&a, &b, &c}) worst = std::min(worst, dot(corner->normal, face) / area);
  }
  return worst;
}

}  // namespace sui::engine
