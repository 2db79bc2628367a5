#include <algorithm>
#include <cmath>

#include "game/town/layout.h"
#include "game/town/masonry.h"
#include "game/town/street.h"

namespace sui::town {
namespace {

constexpr float kTau = 6.2831853f;
constexpr float kTreeX = 3.7f;

// A crown is a hollow cloud of leaves: dark inside, sunlit out and up.
void add_crown(Stretch& out, Vec3 centre, Vec3 radii, int leaves, uint32_t seed) {
  for (int i = 0; i < leaves; ++i) {
    const uint32_t each = seed + static_cast<uint32_t>(i) * 17;
    const float up = 1 - 2 * (static_cast<float>(i) + 0.5f) / static_cast<float>(leaves);
    const float turn = static_cast<float>(i) * 2.399963f;  // golden angle: even, never in rows
    const float level = std::sqrt(std::fmax(0.0f, 1 - up * up));
    const float depth = 0.72f + 0.34f * scatter(each);
    const Vec3 away{std::cos(turn) * level, up, std::sin(turn) * level};
    const Vec3 at{centre.x + away.x * radii.x * depth, centre.y + away.y * radii.y * depth,
                  centre.z + away.z * radii.z * depth};
    const float size = 0.20f + 0.14f * scatter(each + 1);
    Vec3 tilt =
        engine::normalised(away + Vec3{scatter(each + 2) - 0.5f, 0.55f * scatter(each + 3), scatter(each + 4) - 0.5f});
    const Vec3 aside = engine::normalised(engine::cross(tilt, Vec3{0.3f, 1, 0.2f}));
    const Vec3 across = engine::cross(tilt, aside);
    const float sun = 0.70f + 0.34f * (0.5f + 0.5f * up) * (depth - 0.4f) / 0.66f;
    const float pick = scatter(each + 5);
    Colour leaf = engine::mixed(matt(0x72873f), matt(0xb0b358), pick);
    if (pick > 0.86f) leaf = matt(0xe0b455);  // the first that turned
    leaf = {leaf.r * sun, leaf.g * sun, leaf.b * sun, 0.12f};
    Mesh& mesh = i % 2 == 0 ? out.things : out.details;
    add_quad(mesh, at - aside * size, at + across * (size * 0.62f), at + aside * size, at - across * (size * 0.62f),
             leaf);
    // Shaded as part of the crown, not as a sheet of paper.
    const Vec3 normal = engine::normalised(away * 0.8f + tilt * 0.5f + Vec3{0, 0.25f, 0});
    for (std::size_t k = mesh.vertices.size() - 4; k < mesh.vertices.size(); ++k) mesh.vertices[k].normal = normal;
  }
}

void add_plane_tree(Stretch& out, Vec3 foot, uint32_t seed) {
  const float lean = -0.12f * (foot.x > 0 ? 1.0f : -1.0f);
  Vec3 at = foot;
  constexpr int kPieces = 7;
  for (int i = 0; i < kPieces; ++i) {  // bark that flakes: cream, olive, grey
    const float r0 = 0.17f - 0.012f * static_cast<float>(i), r1 = r0 - 0.012f;
    const float pick = scatter(seed + static_cast<uint32_t>(i) * 3);
    const Colour bark = pick < 0.4f ? matt(0xb9b095) : pick < 0.7f ? matt(0x8f9076) : matt(0xa1957c);
    add_turned(out.things, at, {{r0, 0}, {r1, 0.5f}}, 8, bark);
    at = at + Vec3{lean * 0.35f, 0.48f, 0};
  }
  for (int i = 0; i < 4; ++i) {
    const float turn = (static_cast<float>(i) + 0.3f * scatter(seed + 40 + static_cast<uint32_t>(i))) / 4 * kTau;
    add_bar(out.things, at - Vec3{0, 0.15f, 0},
            at + Vec3{std::cos(turn) * 0.8f + lean * 3, 0.85f, std::sin(turn) * 0.8f}, 0.09f, matt(0x9a9079));
  }
  const Vec3 crown = at + Vec3{lean * 4, 1.15f, 0};
  add_crown(out, crown, {1.25f, 0.9f, 1.35f}, 140, seed);
  add_crown(out, crown + Vec3{lean * 5, 0.5f, 0.7f}, {0.8f, 0.6f, 0.8f}, 56, seed + 500);
  add_crown(out, crown + Vec3{-lean * 2, 0.6f, -0.8f}, {0.85f, 0.65f, 0.85f}, 56, seed + 900);
}

void add_lantern(StreetMeshes& out, Vec3 top, float size, Colour paper) {
  const Vec3 foot = top - Vec3{0, 0.12f + size * 2, 0};
  const float r = size * 0.92f, h = size * 2;
  out.lantern_places.push_back(foot + Vec3{0, size, 0});
  const std::size_t before = out.lanterns.vertices.size();
  add_turned(out.lanterns, foot,
             {{r * 0.42f, 0}, {r * 0.85f, h * 0.2f}, {r, h * 0.5f}, {r * 0.85f, h * 0.8f}, {r * 0.42f, h}}, 10, paper);
  for (std::size_t k = before; k < out.lanterns.vertices.size(); ++k) {  // the flame sits in the middle
    engine::Vertex& vertex = out.lanterns.vertices[k];
    const float off = (vertex.position.y - foot.y) / h - 0.45f;
    vertex.colour_rgba8 = packed(engine::mixed(paper, matt(0xb4552a), std::min(0.75f, off * off * 2.6f)));
  }
  add_turned(out.trim, foot + Vec3{0, h - 0.01f, 0}, {{r * 0.44f, 0}, {r * 0.4f, 0.05f}, {0, 0.13f}}, 8,
             matt(0x6a4a2e));
  add_turned(out.trim, foot - Vec3{0, 0.04f, 0}, {{0, 0}, {r * 0.4f, 0}, {r * 0.44f, 0.05f}}, 8, matt(0x6a4a2e));
}

}  // namespace

void add_trees(StreetMeshes& out) {
  for (int gap = 1; gap <= kStallCount / 2; gap += 2) {
    for (float side : {-1.0f, 1.0f}) {
      const float shift = side > 0 ? kStallStepZ : 0.0f;
      const Vec3 foot{side * kTreeX, 0, kStallFirstZ + kStallStepZ * (0.5f - static_cast<float>(gap)) - shift};
      add_plane_tree(stretch_at(out, foot.z), foot, static_cast<uint32_t>(gap * 71 + (side > 0 ? 13 : 0)));
      add_box(out.trim, foot + Vec3{0, 0.05f, 0}, {0.45f, 0.05f, 0.45f}, matt(0x8f8474));
    }
  }
}

void add_lanterns(StreetMeshes& out) {
  for (int i = 0; i < 10; ++i) {
    const float z = -2.6f - 3.4f * static_cast<float>(i);
    const float lean = i % 2 == 0 ? 1.3f : -1.3f;
    const Vec3 from{-kStreetWidth * 0.5f, 4.4f, z + lean}, to{kStreetWidth * 0.5f, 4.55f, z - lean};
    add_wire(out.trim, from, to, 0.55f, 10, 0.016f, matt(0x4a4038));
    for (int bulb = 1; bulb < 10; ++bulb) {
      const Vec3 at = on_wire(from, to, 0.55f, static_cast<float>(bulb) / 10);
      const uint32_t seed = static_cast<uint32_t>(i * 10 + bulb);
      if (bulb == 3 || bulb == 7 || (bulb == 5 && i % 3 == 1)) {
        const float pick = scatter(seed);
        const Colour paper = pick < 0.25f ? matt(0xe06a3a) : pick < 0.45f ? matt(0xdfe3c0) : matt(0xf6d79b);
        add_lantern(out, at, 0.17f + 0.06f * scatter(seed + 1), paper);
      } else {
        add_turned(out.lanterns, at - Vec3{0, 0.09f, 0}, {{0, 0}, {0.038f, 0.04f}, {0, 0.09f}}, 5, matt(0xffe2a6));
      }
    }
  }
}

Stretch& stretch_at(StreetMeshes& street, float z) {
  const int index = static_cast<int>(-z / kStretchLength);
  return street.stretches[static_cast<std::size_t>(std::clamp(index, 0, kStretchCount - 1))];
}

StreetMeshes build_street() {
  StreetMeshes out;
  add_ground(out);
  add_halls(out);
  add_chimney(out);
  add_stalls(out);
  add_trees(out);
  add_lanterns(out);
  add_clutter(out);
  return out;
}

}  // namespace sui::town
