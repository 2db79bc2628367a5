#include <algorithm>
#include <cmath>

#include "game/town/layout.h"
#include "game/town/masonry.h"
#include "game/town/pattern.h"
#include "game/town/street.h"

namespace sui::town {
namespace {

constexpr float kWallX = kStreetWidth * 0.5f;
constexpr uint32_t kConcrete = 0xb3a592, kTile = 0x57504e, kSteel = 0x51615c, kFrame = 0xd9d2c0;

// A point of a side wall: `along` from the gate into the street, `up`, `out` towards the street's middle.
Vec3 on_side(float side, float along, float up, float out = 0) {
  return {side * (kWallX - out), up, -along};
}

// Brick between two distances and two heights. A wall is laid in strips so that its foot can be darker than its top.
void add_wall(Mesh& out, float side, float from, float to, float low, float high, float proud = 0) {
  const auto shade = [&](float height) { return 0.78f + 0.22f * std::clamp(height / 2.5f, 0.0f, 1.0f); };
  const auto corner = [&](float along, float up) {
    return Corner{on_side(side, along, up, proud),
                  matt(0xffffff, shade(up)),
                  {along / kBrickPictureWidth, std::min(up, kBrickPictureHeight) / kBrickPictureHeight}};
  };
  const float levels[] = {low, std::max(low, std::min(high, 1.0f)), std::max(low, std::min(high, 2.5f)), high};
  for (int strip = 0; strip < 3; ++strip) {
    if (levels[strip + 1] - levels[strip] < 0.01f) continue;
    const Corner a = corner(from, levels[strip]), b = corner(to, levels[strip]);
    const Corner c = corner(to, levels[strip + 1]), d = corner(from, levels[strip + 1]);
    if (side < 0) {
      add_quad(out, b, a, d, c);
    } else {
      add_quad(out, a, b, c, d);
    }
  }
}

// The brick triangle under one saw tooth, seen from the street.
void add_tooth_side(Mesh& out, float side, float from, float to, float eaves, float peak) {
  const auto corner = [&](float along, float up) {
    return Corner{on_side(side, along, up),
                  matt(0xffffff),
                  {along / kBrickPictureWidth, std::min(up, kBrickPictureHeight) / kBrickPictureHeight}};
  };
  const Corner a = corner(from, eaves), b = corner(to, eaves), top = corner(from + 0.35f, peak);
  if (side < 0) {
    add_triangle(out, b, a, top);
  } else {
    add_triangle(out, a, b, top);
  }
}

void add_slab(Mesh& out, float side, float from, float to, float low, float high, float proud, Colour colour) {
  add_box(out, {side * (kWallX - proud * 0.5f), (low + high) * 0.5f, -(from + to) * 0.5f},
          {proud * 0.5f + 0.02f, (high - low) * 0.5f, (to - from) * 0.5f}, colour);
}

// Steel factory window: a painted picture of frame and panes (pattern.h), some lit from within.
void add_window(StreetMeshes& out, float side, float middle, float low, float width, float height, uint32_t seed) {
  const float from = middle - width * 0.5f, to = middle + width * 0.5f;
  const float u = scatter(seed + 3) > 0.5f ? 0.5f : 0.0f, w = u + 0.5f, v = height > 1.6f ? 1.0f : 0.75f;
  const Colour tint = matt(0xffffff, 0.9f + 0.1f * scatter(seed), 0.7f);
  const Corner a{on_side(side, from, low, 0.02f), tint, {u, 0}}, b{on_side(side, to, low, 0.02f), tint, {w, 0}};
  const Corner c{on_side(side, to, low + height, 0.02f), tint, {w, v}},
      d{on_side(side, from, low + height, 0.02f), tint, {u, v}};
  if (side < 0) {
    add_quad(out.windows, b, a, d, c);
  } else {
    add_quad(out.windows, a, b, c, d);
  }
  add_slab(out.trim, side, from - 0.14f, to + 0.14f, low + height, low + height + 0.24f, 0.07f, matt(kConcrete));
  add_slab(out.trim, side, from - 0.10f, to + 0.10f, low - 0.12f, low, 0.13f, matt(kConcrete, 0.92f));
}

void add_door(StreetMeshes& out, float side, float middle, uint32_t colour) {
  add_slab(out.trim, side, middle - 0.78f, middle + 0.78f, 0.02f, 2.35f, 0.05f, matt(colour, 0.8f));
  for (int leaf = -1; leaf <= 1; leaf += 2) {
    const float at = middle + static_cast<float>(leaf) * 0.38f;
    add_slab(out.trim, side, at - 0.33f, at + 0.33f, 0.12f, 1.05f, 0.09f, matt(colour));
    add_slab(out.trim, side, at - 0.33f, at + 0.33f, 1.15f, 2.22f, 0.09f, matt(colour, 1.08f));
  }
  add_slab(out.trim, side, middle - 0.95f, middle + 0.95f, 2.38f, 2.66f, 0.10f, matt(kConcrete));
}

// One bay of a hall is one stall's step; piers stand between bays.
void add_hall(StreetMeshes& out, float side, float from, float to, float eaves, bool saw_tooth, uint32_t seed) {
  add_wall(out.brick, side, from, to, 0, eaves);
  const int bays = std::max(1, static_cast<int>((to - from) / kStallStepZ + 0.5f));
  const float bay = (to - from) / static_cast<float>(bays);
  for (int i = 0; i <= bays; ++i) {
    const float at = from + bay * static_cast<float>(i);
    add_wall(out.brick, side, at - 0.2f, at + 0.2f, 0, eaves, 0.12f);
    add_slab(out.trim, side, at - 0.24f, at + 0.24f, eaves - 0.05f, eaves + 0.1f, 0.18f, matt(kConcrete, 0.9f));
  }
  for (int i = 0; i < bays; ++i) {
    const float middle = from + bay * (static_cast<float>(i) + 0.5f);
    const uint32_t each = seed + static_cast<uint32_t>(i) * 13;
    if (i == bays / 2) {
      add_door(out, side, middle, scatter(each) > 0.5f ? 0x3f6a66 : 0x7a3b2c);
      add_window(out, side, middle, 3.05f, 1.7f, eaves - 3.75f, each);
    } else {
      add_window(out, side, middle, 1.45f, 1.9f, 1.75f, each);
      if (eaves > 5.0f) add_window(out, side, middle, 3.95f, 1.9f, eaves - 4.75f, each + 5);
    }
  }
  add_slab(out.trim, side, from - 0.1f, to + 0.1f, eaves, eaves + 0.16f, 0.16f, matt(kConcrete));

  const float depth = side * 7;  // roofs reach back, out of sight
  const float peak = eaves + (saw_tooth ? 1.9f : 2.3f);
  if (!saw_tooth) {  // a long tiled slope
    const Vec3 a = on_side(side, from - 0.2f, eaves + 0.12f, 0.3f), b = on_side(side, to + 0.2f, eaves + 0.12f, 0.3f);
    const Vec3 c = {b.x + depth, peak, b.z}, d = {a.x + depth, peak, a.z};
    if (side < 0) {
      add_quad(out.trim, b, a, d, c, matt(kTile));
    } else {
      add_quad(out.trim, a, b, c, d, matt(kTile));
    }
    return;
  }
  const int teeth = std::max(1, bays);
  const float step = (to - from) / static_cast<float>(teeth);
  for (int i = 0; i < teeth; ++i) {
    const float near = from + step * static_cast<float>(i), far = near + step;
    add_tooth_side(out.brick, side, near, far, eaves + 0.12f, peak);
    const Vec3 foot = on_side(side, near, eaves + 0.16f, 0.06f), ridge = on_side(side, near + 0.35f, peak, 0.1f);
    const Vec3 end = on_side(side, far, eaves + 0.14f, 0.1f);
    const Vec3 into{depth, 0, 0};
    const Colour glazing = varied(matt(0x9fb4b3, 1, 0.9f), seed + static_cast<uint32_t>(i), 0.08f);
    add_cloth(out.trim, foot, foot + into, ridge + into, ridge, glazing, glazing);
    add_cloth(out.trim, ridge, ridge + into, end + into, end, matt(kTile), matt(kTile, 0.7f));
    add_bar(out.trim, ridge, end, 0.14f, matt(kConcrete, 0.86f));  // coping that draws the zigzag
    add_bar(out.trim, foot, ridge, 0.12f, matt(kFrame, 0.8f));
  }
}

// A ring of bricks round the chimney between two heights; the picture is laid afresh on each.
void add_shaft(Mesh& out, Vec3 foot, float low, float high, float radius_low, float radius_high, float shade) {
  constexpr int kSides = 18;
  for (int i = 0; i < kSides; ++i) {
    const auto corner = [&](int step, float up, float radius) {
      const float turn = static_cast<float>(step) / kSides * 6.2831853f;
      const float facing = 0.5f + 0.5f * std::cos(turn + 2.3f);
      return Corner{foot + Vec3{std::sin(turn) * radius, up, std::cos(turn) * radius},
                    matt(0xffffff, shade * (0.86f + 0.14f * facing)),
                    {static_cast<float>(step) / kSides * 4, 0.25f + 0.7f * (up - low) / std::max(0.1f, high - low)}};
    };
    add_quad(out, corner(i, low, radius_low), corner(i + 1, low, radius_low), corner(i + 1, high, radius_high),
             corner(i, high, radius_high));
  }
}

void add_pipe_bridge(StreetMeshes& out, float along) {
  const Colour steel = matt(kSteel, 1, 0.25f), pale = matt(0x8a9a8c, 1, 0.3f);
  for (float offset : {0.0f, 0.9f}) {
    const float z = -along - offset;
    for (float up : {5.0f, 5.7f}) add_bar(out.trim, {-kWallX, up, z}, {kWallX, up, z}, 0.1f, steel);
    for (int i = 0; i < 8; ++i) {
      const float a = -kWallX + static_cast<float>(i) * kStreetWidth / 8, b = a + kStreetWidth / 8;
      add_bar(out.trim, {a, i % 2 == 0 ? 5.0f : 5.7f, z}, {b, i % 2 == 0 ? 5.7f : 5.0f, z}, 0.06f, steel);
    }
  }
  for (float side : {-1.0f, 1.0f}) {
    for (float offset : {0.0f, 0.9f}) {
      add_bar(out.trim, {side * (kWallX - 0.3f), 0, -along - offset}, {side * (kWallX - 0.3f), 5.7f, -along - offset},
              0.14f, steel);
    }
  }
  add_bar(out.trim, {-kWallX, 5.32f, -along - 0.3f}, {kWallX, 5.32f, -along - 0.3f}, 0.26f, pale);
  add_bar(out.trim, {-kWallX, 5.24f, -along - 0.65f}, {kWallX, 5.24f, -along - 0.65f}, 0.18f, matt(0xa8593f, 1, 0.2f));
}

}  // namespace

void add_ground(StreetMeshes& out) {
  constexpr float kPiece = 4.0f;
  for (float from = -10; from < kStreetLength + 6; from += kPiece) {
    const float half = kPavingPictureWidth * 0.5f, u = from / kPavingPictureLength,
                v = u + kPiece / kPavingPictureLength;
    add_quad(out.ground, {{-half, 0, -from}, matt(0xffffff), {u, 0}}, {{half, 0, -from}, matt(0xffffff), {u, 1}},
             {{half, 0, -from - kPiece}, matt(0xffffff), {v, 1}}, {{-half, 0, -from - kPiece}, matt(0xffffff), {v, 0}});
  }
  add_plane(out.far, {0, -0.03f, -70}, 90, 90, matt(0x8d8474));
}

void add_chimney(StreetMeshes& out) {
  const Vec3 foot{1.1f, 0, -kStreetLength - 13};
  constexpr float kHeight = 30, kLow = 2.1f, kHigh = 1.15f;
  constexpr int kRings = 5;
  for (int i = 0; i < kRings; ++i) {
    const float a = static_cast<float>(i) / kRings, b = static_cast<float>(i + 1) / kRings;
    add_shaft(out.brick, foot, kHeight * a, kHeight * b, kLow + (kHigh - kLow) * a, kLow + (kHigh - kLow) * b, 1);
    const float radius = kLow + (kHigh - kLow) * b;
    add_shaft(out.trim, foot, kHeight * b - 0.28f, kHeight * b, radius + 0.07f, radius + 0.07f, 0.55f);  // iron hoops
  }
  add_shaft(out.brick, foot, kHeight, kHeight + 0.9f, kHigh + 0.22f, kHigh + 0.3f, 0.9f);
  add_shaft(out.trim, foot, kHeight + 0.9f, kHeight + 1.1f, kHigh + 0.34f, kHigh + 0.34f, 0.6f);

  // Three rows of hills: the city lies in a bowl of them.
  for (int row = 0; row < 3; ++row) {
    const float z = -95.0f - 28.0f * static_cast<float>(row);
    const Colour colour = engine::mixed(matt(0x6f7f6a), matt(0xb4b3a6), 0.3f + 0.3f * static_cast<float>(row));
    constexpr int kPeaks = 26;
    for (int i = 0; i < kPeaks; ++i) {
      const auto height = [&](int at) {
        return 9.0f + 5.5f * static_cast<float>(row) +
               6 * std::sin(static_cast<float>(at) * 0.55f + static_cast<float>(row) * 2.1f) +
               3 * scatter(static_cast<uint32_t>(at * 7 + row));
      };
      const float a = -78.0f + 6.0f * static_cast<float>(i), b = a + 6.0f;
      add_quad(out.far, {a, -1, z}, {b, -1, z}, {b, height(i + 1), z}, {a, height(i), z}, colour);
    }
  }
}

void add_halls(StreetMeshes& out) {
  add_hall(out, -1, -3.0f, 15.7f, 4.9f, true, 100);
  add_hall(out, -1, 16.1f, kStreetLength + 3, 6.6f, false, 200);
  add_hall(out, 1, -3.0f, 12.0f, 6.3f, false, 300);
  add_hall(out, 1, 12.4f, kStreetLength + 3, 5.2f, true, 400);
  add_pipe_bridge(out, 15.0f);

  // The kiln hall that closes the street.
  const float z = -kStreetLength - 4, half = 8, eaves = 5.6f, ridge = 8.0f;
  const auto corner = [&](float x, float y) {
    return Corner{{x, y, z},
                  matt(0xffffff, 0.9f),
                  {x / kBrickPictureWidth, std::min(y, kBrickPictureHeight) / kBrickPictureHeight}};
  };
  add_quad(out.brick, corner(-half, 0), corner(half, 0), corner(half, eaves), corner(-half, eaves));
  constexpr int kTeeth = 4;
  const float tooth = 2 * half / kTeeth;
  for (int i = 0; i < kTeeth; ++i) {  // the saw-tooth roof, seen from its side
    const float x = -half + tooth * static_cast<float>(i), steep = x + 0.5f;
    add_triangle(out.brick, corner(x, eaves), corner(x + tooth, eaves), corner(steep, ridge));
    add_bar(out.trim, {x, eaves, z + 0.1f}, {steep, ridge + 0.1f, z + 0.1f}, 0.2f, matt(kFrame, 0.85f));
    add_bar(out.trim, {steep, ridge + 0.08f, z + 0.1f}, {x + tooth, eaves + 0.1f, z + 0.1f}, 0.26f,
            matt(kConcrete, 0.9f));
    add_box(out.lanterns, {steep + 0.8f, eaves + 0.75f, z + 0.02f}, {0.42f, 0.42f, 0.05f}, matt(0xe7a75a));
    for (float bar : {-0.15f, 0.15f}) {
      add_bar(out.trim, {steep + 0.8f + bar, eaves + 0.3f, z + 0.09f}, {steep + 0.8f + bar, eaves + 1.2f, z + 0.09f},
              0.05f, matt(kFrame, 0.7f));
      add_bar(out.trim, {steep + 0.35f, eaves + 0.75f + bar, z + 0.09f},
              {steep + 1.25f, eaves + 0.75f + bar, z + 0.09f}, 0.05f, matt(kFrame, 0.7f));
    }
  }
  for (int arch = -1; arch <= 1; ++arch) {
    const float x = static_cast<float>(arch) * 3.4f, wide = arch == 0 ? 1.35f : 0.95f, high = arch == 0 ? 2.6f : 2.0f;
    constexpr int kSteps = 10;
    const Colour dark = arch == 0 ? matt(0xe0913f, 1.0f, 0.1f) : matt(0x4d3f38);  // the middle door stands open, lit
    Mesh& mesh = arch == 0 ? out.lanterns : out.trim;
    const Colour rim = arch == 0 ? matt(0xc8672a, 1.0f, 0.1f) : dark,
                 heart = arch == 0 ? matt(0xffd98a, 1.0f, 0.1f) : dark;
    add_quad(mesh, {{x - wide, 0, z + 0.05f}, rim, {}}, {{x, 0, z + 0.05f}, heart, {}},
             {{x, high, z + 0.05f}, heart, {}}, {{x - wide, high, z + 0.05f}, rim, {}});
    add_quad(mesh, {{x, 0, z + 0.05f}, heart, {}}, {{x + wide, 0, z + 0.05f}, rim, {}},
             {{x + wide, high, z + 0.05f}, rim, {}}, {{x, high, z + 0.05f}, heart, {}});
    for (int i = 0; i < kSteps; ++i) {
      const float a = static_cast<float>(i) / kSteps * 3.1415927f, b = static_cast<float>(i + 1) / kSteps * 3.1415927f;
      const Vec3 p{x + std::cos(a) * wide, high + std::sin(a) * wide, z + 0.05f};
      const Vec3 q{x + std::cos(b) * wide, high + std::sin(b) * wide, z + 0.05f};
      add_triangle(mesh, {{x, high, z + 0.05f}, heart, {}}, {p, rim, {}}, {q, rim, {}});
      add_bar(out.trim, p, q, 0.26f, matt(kConcrete, 0.9f));
    }
  }
}

}  // namespace sui::town
