#include <cmath>
#include <iterator>

#include "game/town/layout.h"
#include "game/town/masonry.h"
#include "game/town/street.h"

namespace sui::town {
namespace {

constexpr uint32_t kTimber = 0x9a6b44, kTimberDark = 0x6a4830;

struct Cloth {
  uint32_t main, stripe;
};
// Indigo, undyed linen, celadon, madder: what a dyer in these hills has.
constexpr Cloth kCloths[] = {{0x34508f, 0xeee6d3}, {0xe9dfc6, 0xd9c7a2}, {0x9fc0b0, 0xf2ecdc},
                             {0xbd5c3e, 0xeedfc5}, {0xdfd2b3, 0x7f9aae}, {0x40608f, 0xc9d3d6}};

// What the steps are covered with: quiet, so that white ware stands out.
constexpr uint32_t kDrapes[] = {0x56698c, 0x8e9c86, 0xa58a68, 0x7d6a5c, 0x6f8a90};

// In the stall's own axes: x to its back, z along its front.
Mesh timber_of(int stall) {
  Mesh out;
  const auto seed = static_cast<uint32_t>(stall) * 37;
  const Colour timber = varied(matt(kTimber, 1, 0.15f), seed, 0.10f), dark = varied(matt(kTimberDark), seed + 1, 0.08f);
  const Colour drape = matt(kDrapes[static_cast<std::size_t>(stall * 3 + stall / 5) % std::size(kDrapes)]);
  for (float along : {-1.16f, 1.16f}) {
    add_bar(out, {-0.70f, 0, along}, {-0.70f, 2.09f, along}, 0.07f, dark);
    add_bar(out, {0.72f, 0, along}, {0.72f, 2.55f, along}, 0.07f, dark);
  }
  for (int row = 0; row < kSlotRows; ++row) {  // a step: its board, and the face below the next one
    const auto step = static_cast<float>(row);
    const float x = -0.52f + 0.30f * step, up = 0.74f + 0.22f * step;
    add_box(out, {x, up - 0.025f, 0}, {0.17f, 0.025f, 1.14f}, row == 0 ? timber : drape);
    const float low = row == 0 ? 0.0f : up - 0.22f;
    add_quad(out, {x - 0.14f, low, 1.1f}, {x - 0.14f, low, -1.1f}, {x - 0.14f, up - 0.05f, -1.1f},
             {x - 0.14f, up - 0.05f, 1.1f},
             row == 0 ? varied(timber, seed + 9, 0.1f) : Colour{drape.r * 0.86f, drape.g * 0.86f, drape.b * 0.86f, 0});
    for (float along : {-1.1f, 1.1f}) {  // cheeks
      add_quad(out, {x - 0.15f, 0, along}, {x + 0.15f, 0, along}, {x + 0.15f, up - 0.02f, along},
               {x - 0.15f, up - 0.02f, along}, matt(kTimber, 0.8f));
    }
  }
  for (float up : {0.08f, 0.36f, 0.63f}) add_bar(out, {-0.69f, up, -1.14f}, {-0.69f, up, 1.14f}, 0.06f, dark);
  add_bar(out, {-0.72f, 2.07f, -1.3f}, {-0.72f, 2.07f, 1.3f}, 0.06f, dark);
  add_bar(out, {0.72f, 2.53f, -1.3f}, {0.72f, 2.53f, 1.3f}, 0.06f, dark);
  return out;
}

Mesh awning_of(int stall) {
  Mesh out;
  const Cloth cloth = kCloths[static_cast<std::size_t>(stall * 5 + stall / 4) % std::size(kCloths)];
  constexpr int kStripes = 9;
  constexpr float kHalf = 1.36f;
  for (int i = 0; i < kStripes; ++i) {
    const float t0 = static_cast<float>(i) / kStripes, t1 = static_cast<float>(i + 1) / kStripes;
    const auto at = [&](float t, float x, float up) {
      const float belly = std::sin(t * 6.2831853f);
      return Vec3{x, up - 0.07f * belly * belly, (t - 0.5f) * 2 * kHalf};
    };
    const Colour top =
        varied(matt(i % 2 == 0 ? cloth.main : cloth.stripe), static_cast<uint32_t>(stall * 16 + i), 0.05f);
    const Colour under = engine::mixed(top, matt(0xffd9a0), 0.22f);  // the low sun comes through
    const Vec3 back0 = at(t0, 0.86f, 2.70f), back1 = at(t1, 0.86f, 2.70f);
    const Vec3 front0 = at(t0, -1.05f, 2.08f), front1 = at(t1, -1.05f, 2.08f);
    const Vec3 hem0 = front0 + Vec3{-0.03f, -0.17f, 0}, hem1 = front1 + Vec3{-0.03f, -0.17f, 0};
    const Vec3 scallop = (hem0 + hem1) * 0.5f + Vec3{0, -0.10f, 0};
    add_cloth(out, front0, front1, back1, back0, top, under);
    add_quad(out, hem0, hem1, front1, front0, top);
    add_triangle(out, {hem0, top, {}}, {scallop, top, {}}, {hem1, top, {}});
  }
  return out;
}

void add_saggars(Mesh& out, Vec3 at, int high, uint32_t seed) {
  for (int i = 0; i < high; ++i) {
    const auto each = static_cast<uint32_t>(i);
    const Colour clay = varied(matt(i % 3 == 1 ? 0xab8560 : 0xbd946b), seed + each, 0.14f);
    const Vec3 foot = at + Vec3{(scatter(seed + each * 3) - 0.5f) * 0.05f, 0.235f * static_cast<float>(i),
                                (scatter(seed + each * 5) - 0.5f) * 0.05f};
    add_turned(out, foot, {{0.27f, 0}, {0.28f, 0.2f}}, 9, clay);
    add_turned(out, foot, {{0.27f, 0.2f}, {0.30f, 0.2f}, {0.29f, 0.235f}, {0, 0.24f}}, 9, matt(0x93714f));
  }
}

// Long boards of white blanks, carried through this city on shoulders for a thousand years.
void add_ware_rack(Stretch& out, Vec3 at, uint32_t seed) {
  for (float along : {-0.8f, 0.8f}) {
    for (float x : {-0.18f, 0.18f}) {
      add_bar(out.details, at + Vec3{x, 0, along}, at + Vec3{x, 1.75f, along}, 0.06f, matt(kTimberDark));
    }
  }
  for (int shelf = 0; shelf < 3; ++shelf) {
    const float up = 0.5f + 0.55f * static_cast<float>(shelf);
    add_box(out.details, at + Vec3{0, up, 0}, {0.22f, 0.02f, 0.95f}, matt(kTimber));
    for (int i = 0; i < 6; ++i) {
      const uint32_t each = seed + static_cast<uint32_t>(shelf * 16 + i);
      if (scatter(each) < 0.12f) continue;
      const Colour blank = varied(matt(0xece7dc, 1, shelf == 2 ? 0.9f : 0.1f), each, 0.03f);
      const Vec3 foot = at + Vec3{0, up + 0.02f, -0.78f + 0.31f * static_cast<float>(i)};
      if (shelf == 1) {
        add_turned(out.details, foot, {{0.055f, 0}, {0.09f, 0.05f}, {0.11f, 0.11f}, {0, 0.05f}}, 8, blank);
      } else {
        add_turned(out.details, foot, {{0.07f, 0}, {0.115f, 0.12f}, {0.045f, 0.24f}, {0.065f, 0.29f}}, 8, blank);
      }
    }
  }
}

void add_jar(Mesh& out, Vec3 at, float size, uint32_t glaze) {
  add_turned(out, at,
             {{0.22f * size, 0},
              {0.35f * size, 0.24f * size},
              {0.36f * size, 0.36f * size},
              {0.23f * size, 0.58f * size},
              {0.27f * size, 0.66f * size},
              {0.22f * size, 0.66f * size},
              {0.2f * size, 0.5f * size}},
             12, matt(glaze, 0.95f, 0.9f));
}

}  // namespace

void add_stalls(StreetMeshes& out) {
  for (int stall = 0; stall < kStallCount; ++stall) {
    const Vec3 middle = stall_middle(stall);
    Stretch& stretch = stretch_at(out, middle.z);
    const engine::Mat4 place = engine::translation(middle) * engine::rotation_y(stall_turn(stall));
    add_mesh(stretch.timber, timber_of(stall), place);
    add_mesh(stretch.things, awning_of(stall), place);
  }
}

// Between the stalls, by turns: saggars, boards of blanks, jars.
void add_clutter(StreetMeshes& out) {
  for (int gap = 0; gap <= kStallCount / 2; ++gap) {
    for (float side : {-1.0f, 1.0f}) {
      const auto seed = static_cast<uint32_t>(gap * 2 + (side > 0 ? 1 : 0)) * 101u + 9u;
      const Vec3 at{side * 3.2f, 0, kStallFirstZ + kStallStepZ * (0.5f - static_cast<float>(gap))};
      Stretch& stretch = stretch_at(out, at.z);
      const int kind = (gap + (side > 0 ? 1 : 0)) % 3;
      if (kind == 0) {
        add_saggars(stretch.details, at + Vec3{0, 0, 0.35f}, 4 + static_cast<int>(scatter(seed) * 2), seed);
        add_saggars(stretch.details, at + Vec3{side * 0.2f, 0, -0.3f}, 6, seed + 50);
        add_saggars(stretch.details, at + Vec3{-side * 0.55f, 0, 0.1f}, 2, seed + 90);
      } else if (kind == 1) {
        add_ware_rack(stretch, at + Vec3{side * 0.3f, 0, 0}, seed);
      } else {
        add_jar(stretch.details, at + Vec3{0, 0, 0.3f}, 1.1f, 0x7a5334);
        add_jar(stretch.details, at + Vec3{-side * 0.3f, 0, -0.35f}, 0.8f, 0x9dbdaf);
        add_jar(stretch.details, at + Vec3{-side * 0.55f, 0, 0.4f}, 0.55f, 0xe8ebea);
      }
    }
  }
}

}  // namespace sui::town
