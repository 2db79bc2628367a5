#include "game/studio/workshop.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "game/engine/shapes.h"
#include "game/engine/style.h"

namespace sui::studio {
namespace {

using engine::Colour;
using engine::hex;
using engine::LatheRing;
using engine::Mesh;
using engine::MeshId;
using engine::PlainMaterial;
using engine::Scene;
using engine::Vec2;
using engine::Vec3;

constexpr float kPi = 3.14159265f;

uint32_t packed(Colour colour, float gloss) {
  const auto byte = [](float value) { return static_cast<uint32_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255)); };
  return byte(colour.r) | (byte(colour.g) << 8) | (byte(colour.b) << 16) | (byte(gloss) << 24);
}

// A turned thing standing at `foot`: (radius, height) pairs from the outside foot over the rim to the axis.
void add_turned(Mesh& out, std::span<const Vec2> profile, int segments, Vec3 foot, Colour colour, float gloss) {
  std::vector<LatheRing> rings;
  for (const Vec2& point : profile) {
    LatheRing ring;
    ring.radius = point.x;
    ring.height = point.y;
    rings.push_back(ring);
  }
  Mesh part;
  engine::lathe(rings, segments, part);
  for (engine::Vertex& vertex : part.vertices) vertex.colour_rgba8 = packed(colour, gloss);
  engine::add_mesh(out, part, engine::translation(foot));
}

void add_turned(Mesh& out, std::initializer_list<Vec2> profile, int segments, Vec3 foot, Colour colour, float gloss) {
  add_turned(out, std::span<const Vec2>(profile.begin(), profile.size()), segments, foot, colour, gloss);
}

// The same with a soft line through the points (Catmull-Rom), as thrown things have.
void add_thrown(Mesh& out, std::initializer_list<Vec2> profile, Vec3 foot, Colour colour, float gloss) {
  constexpr int kBetween = 5;
  const std::vector<Vec2> points(profile);
  std::vector<Vec2> soft;
  for (std::size_t k = 0; k + 1 < points.size(); ++k) {
    const Vec2 a = points[k == 0 ? 0 : k - 1], b = points[k], c = points[k + 1],
               d = points[std::min(k + 2, points.size() - 1)];
    for (int step = 0; step < kBetween; ++step) {
      const float t = static_cast<float>(step) / kBetween, t2 = t * t, t3 = t2 * t;
      const auto through = [&](float p, float q, float r, float s) {
        return 0.5f * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t2 + (3 * q - p - 3 * r + s) * t3);
      };
      soft.push_back({std::max(0.0f, through(a.x, b.x, c.x, d.x)), through(a.y, b.y, c.y, d.y)});
    }
  }
  soft.push_back(points.back());
  add_turned(out, soft, 28, foot, colour, gloss);
}

void set_gloss(Mesh& mesh, float gloss) {
  for (engine::Vertex& vertex : mesh.vertices) {
    vertex.colour_rgba8 = (vertex.colour_rgba8 & 0x00ffffffu) | (packed({}, gloss) & 0xff000000u);
  }
}

// Greenware, biscuit and a few finished pots waiting on boards along the wall.
void add_waiting_pots(Mesh& out, float y, float z) {
  const Colour dry = hex(0xc9bda9), damp = hex(0x9d907d), white = hex(0xe9ebe8), cobalt = hex(0x3a558f);
  add_thrown(out,
             {{0.034f, 0},
              {0.05f, 0.03f},
              {0.066f, 0.09f},
              {0.052f, 0.15f},
              {0.028f, 0.185f},
              {0.031f, 0.21f},
              {0.024f, 0.2f},
              {0, 0.15f}},
             {-0.33f, y, z}, dry, 0.1f);
  add_thrown(
      out,
      {{0.03f, 0}, {0.034f, 0.012f}, {0.066f, 0.05f}, {0.085f, 0.088f}, {0.08f, 0.086f}, {0.03f, 0.03f}, {0, 0.022f}},
      {-0.12f, y, z + 0.02f}, damp, 0.25f);
  add_thrown(out, {{0.034f, 0}, {0.038f, 0.05f}, {0.042f, 0.13f}, {0.038f, 0.128f}, {0.034f, 0.03f}, {0, 0.02f}},
             {0.1f, y, z - 0.02f}, white, 0.8f);
  add_thrown(out,
             {{0.038f, 0},
              {0.05f, 0.02f},
              {0.074f, 0.08f},
              {0.064f, 0.13f},
              {0.028f, 0.17f},
              {0.02f, 0.21f},
              {0.028f, 0.25f},
              {0.02f, 0.245f},
              {0, 0.15f}},
             {0.29f, y, z}, cobalt, 0.8f);
}

Mesh room_mesh() {
  Mesh out;
  engine::add_box(out, {0, -0.78f, -0.2f}, {2.4f, 0.02f, 2.2f}, hex(0x54463a));   // swept clay floor
  engine::add_box(out, {0, 0.4f, -1.62f}, {2.4f, 1.4f, 0.03f}, hex(0xb7a78d));    // limewash
  engine::add_box(out, {0, -0.5f, -1.57f}, {2.4f, 0.27f, 0.03f}, hex(0x6f6152));  // splash line
  for (const float y : {0.02f, 0.36f}) {
    engine::add_box(out, {0.1f, y - 0.016f, -1.42f}, {0.75f, 0.014f, 0.13f}, hex(0x5d4130), 0.004f);
    add_waiting_pots(out, y, -1.42f);
  }
  for (const float x : {-0.6f, 0.62f}) engine::add_box(out, {x, 0.0f, -1.45f}, {0.022f, 0.8f, 0.03f}, hex(0x4c3427));
  return out;
}

Mesh window_mesh() {  // panes only: drawn with emission
  Mesh out;
  for (const float x : {-1.16f, -0.88f}) {
    for (const float y : {0.34f, 0.66f}) engine::add_box(out, {x, y, -1.58f}, {0.125f, 0.145f, 0.008f}, hex(0xfff0d2));
  }
  return out;
}

constexpr engine::Vec3 kLanternFoot{-0.098f, 0.300f, -0.12f};

// A paper lantern on its cord: round, ribbed, brightest where the flame is.
Mesh lantern_mesh() {
  Mesh out;
  constexpr engine::Vec3 kFoot = kLanternFoot;
  constexpr int kRibs = 7;
  constexpr float kTall = 0.088f, kWide = 0.041f;
  engine::Vec2 below{0.018f, 0};
  for (int rib = 1; rib <= kRibs; ++rib) {
    const float t = static_cast<float>(rib) / kRibs;
    const engine::Vec2 above{0.018f + (kWide - 0.018f) * std::sin(3.14159265f * t), kTall * t};
    const float lit = 1 - std::abs(t - 0.45f) * 0.9f;
    const engine::Vec2 ribbed{(below.x + above.x) / 2 + 0.002f, (below.y + above.y) / 2};
    add_turned(out, {below, ribbed, above}, 24, kFoot, Colour{1.0f, 0.62f * lit, 0.24f * lit, 1}, 0);
    below = above;
  }
  for (const float y : {-0.006f, kTall - 0.002f})
    add_turned(out, {{0.019f, y}, {0.019f, y + 0.007f}, {0, y + 0.007f}}, 16, kFoot, hex(0x2c1d14), 0);
  engine::add_box(out, kFoot + engine::Vec3{0, kTall + 0.4f, 0}, {0.0012f, 0.4f, 0.0012f}, hex(0x2c1d14));
  engine::add_box(out, kFoot + engine::Vec3{0, -0.024f, 0}, {0.002f, 0.019f, 0.002f}, hex(0xb0553a));
  return out;
}

Mesh head_mesh() {
  Mesh out;
  add_turned(out,
             {{kHeadRadius - 0.006f, -0.018f},
              {kHeadRadius, -0.014f},
              {kHeadRadius, -0.004f},
              {kHeadRadius - 0.003f, -0.001f},
              {kHeadRadius - 0.02f, -0.001f},
              {kHeadRadius - 0.022f, -0.002f},
              {kHeadRadius - 0.024f, -0.001f},
              {0.09f, -0.001f},
              {0.088f, -0.002f},
              {0.086f, -0.001f},
              {0, -0.001f}},
             48, {0, 0, 0}, hex(0x7d7a72), 0.55f);
  // Smears of slip: without them a turning head looks as if it stood still.
  const float smears[][3] = {
      {0.11f, 0.2f, 0.016f}, {0.12f, 1.7f, 0.010f}, {0.103f, 2.9f, 0.013f}, {0.116f, 4.3f, 0.018f}};
  for (const auto& smear : smears) {
    engine::add_sphere(out, {smear[0] * std::cos(smear[1]), -0.001f, smear[0] * std::sin(smear[1])},
                       {smear[2], 0.0018f, smear[2] * 0.6f}, 10, hex(0xa3968a));
  }
  return out;
}

Mesh pan_mesh() {
  Mesh out;
  add_turned(out,
             {{0.12f, -0.085f},
              {0.2f, -0.082f},
              {0.226f, -0.07f},
              {0.238f, -0.03f},
              {0.242f, 0.004f},
              {0.238f, 0.009f},
              {0.232f, 0.004f},
              {0.222f, -0.045f},
              {0.2f, -0.062f},
              {0.0f, -0.064f}},
             56, {0, 0, 0}, hex(0x44525a), 0.65f);
  // The bench the wheel is let into.
  engine::add_box(out, {0, -0.13f, 0.02f}, {0.52f, 0.045f, 0.36f}, hex(0x5e4231), 0.008f);
  return out;
}

// On the ledge behind the pan, where they are seen past the pot.
Mesh water_mesh() {
  Mesh out;
  const Vec3 at{0.125f, -0.012f, -0.36f};
  add_thrown(out, {{0.028f, 0}, {0.05f, 0.022f}, {0.057f, 0.046f}, {0.054f, 0.046f}, {0.044f, 0.02f}, {0, 0.014f}}, at,
             hex(0xdfe4e2), 0.9f);
  add_turned(out, {{0.053f, 0.036f}, {0.053f, 0.0365f}, {0, 0.0365f}}, 28, at, hex(0x8b8c80), 1.0f);
  engine::add_box(out, {0, -0.03f, -0.37f}, {0.6f, 0.016f, 0.1f}, hex(0x6a4a36), 0.004f);
  return out;
}

Mesh sponge_mesh() {
  Mesh out;
  const float lobes[][4] = {{0, 0, 0, 0.02f},
                            {0.016f, 0.002f, 0.006f, 0.015f},
                            {-0.017f, 0.001f, 0.004f, 0.014f},
                            {0.004f, 0.006f, -0.01f, 0.013f},
                            {-0.006f, 0.007f, 0.009f, 0.012f}};
  for (const auto& lobe : lobes) {
    engine::add_sphere(out, {-0.115f + lobe[0], 0.0f + lobe[1], -0.34f + lobe[2]}, {lobe[3], lobe[3] * 0.75f, lobe[3]},
                       12, hex(0xc6a86a));
  }
  set_gloss(out, 0);
  return out;
}

Mesh board_mesh() {
  Mesh out;
  engine::add_box(out, {0, -0.016f, 0}, {0.42f, 0.015f, 0.13f}, hex(0x7a5439), 0.004f);
  engine::add_box(out, {-0.3f, -0.4f, -0.02f}, {0.022f, 0.37f, 0.1f}, hex(0x4c3427), 0.004f);
  engine::add_box(out, {0.3f, -0.4f, -0.02f}, {0.022f, 0.37f, 0.1f}, hex(0x4c3427), 0.004f);
  return out;
}

Mesh table_mesh() {
  Mesh out;
  engine::add_box(out, {0, -0.1f, 0}, {0.9f, 0.02f, 0.5f}, hex(0x8a6443), 0.006f);
  engine::add_box(out, {0, 0.5f, -0.9f}, {2.0f, 1.2f, 0.02f}, hex(0xd9d2c2));
  // Ink stone with ground cobalt, and a brush rest.
  add_turned(out, {{0.04f, 0}, {0.045f, 0.004f}, {0.046f, 0.016f}, {0.041f, 0.017f}, {0.036f, 0.009f}, {0, 0.008f}}, 28,
             {-0.15f, -0.079f, 0.12f}, hex(0x2a3041), 0.7f);
  return out;
}

Mesh banding_mesh() {
  Mesh out;
  add_turned(out,
             {{0.062f, -0.08f},
              {0.062f, -0.07f},
              {0.02f, -0.062f},
              {0.016f, -0.02f},
              {0.05f, -0.016f},
              {0.112f, -0.015f},
              {0.114f, -0.012f},
              {0.114f, -0.003f},
              {0.111f, -0.001f},
              {0.09f, -0.001f},
              {0.088f, -0.002f},
              {0.086f, -0.001f},
              {0, -0.001f}},
             48, {0, 0, 0}, hex(0x4b4a4b), 0.5f);
  for (int mark = 0; mark < 8; ++mark) {  // filed notches let the eye follow the turn
    const float angle = static_cast<float>(mark) * kPi / 4;
    engine::add_sphere(out, {0.1f * std::cos(angle), -0.001f, 0.1f * std::sin(angle)}, {0.003f, 0.001f, 0.003f}, 8,
                       hex(0xb9a77c));
  }
  return out;
}

Mesh bucket_mesh() {
  Mesh out;
  add_turned(out,
             {{0.14f, -0.3f},
              {0.165f, -0.2f},
              {0.18f, -0.02f},
              {0.184f, 0},
              {0.18f, 0.006f},
              {0.174f, 0},
              {0.17f, -0.06f},
              {0.15f, -0.2f},
              {0, -0.2f}},
             48, {0, 0, 0}, hex(0x6a4f3d), 0.5f);
  engine::add_box(out, {0, -0.33f, 0}, {0.8f, 0.03f, 0.6f}, hex(0x5b5148), 0.006f);
  engine::add_box(out, {0, 0.4f, -0.9f}, {2.0f, 1.2f, 0.02f}, hex(0xa79a86));
  return out;
}

Mesh slop_mesh() {
  Mesh out;
  add_turned(out, {{0.172f, 0}, {0.171f, 0.0012f}, {0, 0.0008f}}, 48, {0, kSlopTop, 0}, hex(0xffffff), 0.85f);
  return out;
}

// Courses of soft firebrick with dark joints; each brick a shade of its own.
void add_bricks(Mesh& out, Vec3 low, Vec3 along, float length, int courses) {
  constexpr float kBrick = 0.11f, kCourse = 0.052f, kJoint = 0.0022f;
  for (int course = 0; course < courses; ++course) {
    const float offset = course % 2 == 0 ? 0 : kBrick / 2;
    for (int brick = 0; brick < 6; ++brick) {
      const float from = std::max(0.0f, static_cast<float>(brick) * kBrick - offset);
      const float to = std::min(length, static_cast<float>(brick + 1) * kBrick - offset);
      if (to - from < 0.012f) continue;
      const float middle = (from + to) / 2, half = (to - from) / 2 - kJoint;
      const int shade = (course * 7 + brick * 13) % 5;
      const Colour colour = engine::mixed(hex(0xcdb694), hex(0xb4987a), static_cast<float>(shade) / 4);
      const Vec3 centre = low + along * middle + Vec3{0, (static_cast<float>(course) + 0.5f) * kCourse, 0};
      const Vec3 size{along.x > 0 ? half : 0.012f, kCourse / 2 - kJoint, along.x > 0 ? 0.012f : half};
      engine::add_box(out, centre, size, colour, 0.002f);
    }
  }
}

Mesh chamber_mesh() {
  Mesh out;
  const Colour joint = hex(0x5a4a3c);
  engine::add_box(out, {0, 0.16f, -0.25f}, {0.26f, 0.26f, 0.012f}, joint);
  engine::add_box(out, {-0.25f, 0.16f, 0}, {0.012f, 0.26f, 0.26f}, joint);
  engine::add_box(out, {0.25f, 0.16f, 0}, {0.012f, 0.26f, 0.26f}, joint);
  add_bricks(out, {-0.25f, -0.1f, -0.234f}, {1, 0, 0}, 0.5f, 10);
  add_bricks(out, {-0.234f, -0.1f, -0.25f}, {0, 0, 1}, 0.5f, 10);
  add_bricks(out, {0.234f, -0.1f, -0.25f}, {0, 0, 1}, 0.5f, 10);
  engine::add_box(out, {0, 0.43f, 0}, {0.26f, 0.02f, 0.25f}, hex(0x9d8a72));
  engine::add_box(out, {0, -0.11f, 0}, {0.26f, 0.02f, 0.25f}, hex(0xa8957a));
  // Kiln shelf on three props.
  engine::add_box(out, {0, -0.01f, 0}, {0.19f, 0.0095f, 0.19f}, hex(0xded2bd), 0.002f);
  for (const Vec3 prop : {Vec3{-0.13f, -0.09f, 0.12f}, Vec3{0.13f, -0.09f, 0.12f}, Vec3{0, -0.09f, -0.13f}}) {
    engine::add_cylinder(out, prop, 0.018f, 0.018f, 0.072f, 14, hex(0xcabba2));
  }
  return out;
}

Mesh coils_mesh() {  // in grooves between courses
  Mesh out;
  for (int row = 0; row < 5; ++row) {
    const float y = -0.1f + 0.052f * static_cast<float>(2 * row + 1);
    engine::add_box(out, {0, y, -0.222f}, {0.21f, 0.0018f, 0.002f}, hex(0xff8a4a));
    engine::add_box(out, {-0.222f, y, 0}, {0.002f, 0.0018f, 0.21f}, hex(0xff8a4a));
    engine::add_box(out, {0.222f, y, 0}, {0.002f, 0.0018f, 0.21f}, hex(0xff8a4a));
  }
  return out;
}

Mesh door_mesh() {
  Mesh out;
  const Colour steel = hex(0x767a80), edge = hex(0x585c62);
  engine::add_box(out, {0.27f, 0.14f, 0.29f}, {0.255f, 0.3f, 0.025f}, steel, 0.012f);
  for (const float y : {-0.06f, 0.34f}) engine::add_box(out, {0.27f, y, 0.317f}, {0.24f, 0.014f, 0.004f}, edge, 0.003f);
  engine::add_box(out, {0.47f, 0.14f, 0.335f}, {0.011f, 0.075f, 0.011f}, hex(0x3c2a20), 0.006f);  // wooden handle
  // The maker's plate: porcelain with a cobalt rim, a cobalt wave under where the name would be.
  engine::add_box(out, {0.27f, 0.30f, 0.318f}, {0.092f, 0.030f, 0.004f}, hex(0x2a489a), 0.006f);
  engine::add_box(out, {0.27f, 0.30f, 0.3205f}, {0.085f, 0.024f, 0.004f}, hex(0xeef1ee), 0.005f);
  for (int wave = 0; wave < 9; ++wave) {
    const float x = 0.206f + 0.016f * static_cast<float>(wave);
    engine::add_cylinder(out, {x, 0.289f + 0.004f * static_cast<float>(wave % 2), 0.325f}, 0.0075f, 0.0075f, 0.003f, 14,
                         hex(wave % 2 == 0 ? 0x2a489a : 0x6f8ac4));
  }
  for (const float x : {0.035f, 0.505f}) {
    for (const float y : {-0.13f, 0.14f, 0.41f})
      engine::add_sphere(out, {x, y, 0.315f}, {0.008f, 0.008f, 0.006f}, 10, edge);
  }
  Mesh ring;
  add_turned(ring, {{0.04f, 0}, {0.04f, 0.008f}, {0.034f, 0.011f}, {0.028f, 0.008f}, {0.026f, 0.001f}, {0, 0.001f}}, 32,
             {0, 0, 0}, edge, 0.5f);
  engine::add_mesh(out, ring, engine::translation({0.27f, 0.18f, 0.314f}) * engine::rotation({1, 0, 0}, kPi / 2));
  return out;
}

Mesh shell_mesh() {  // what surrounds the door
  Mesh out;
  const Colour paint = hex(0x46525a);
  for (const float x : {-0.36f, 0.36f}) engine::add_box(out, {x, 0.14f, 0.2f}, {0.09f, 0.62f, 0.06f}, paint, 0.006f);
  engine::add_box(out, {0, 0.62f, 0.2f}, {0.27f, 0.16f, 0.06f}, paint, 0.006f);
  engine::add_box(out, {0, -0.3f, 0.2f}, {0.27f, 0.19f, 0.06f}, paint, 0.006f);
  return out;
}

Mesh spy_mesh() {  // the glow behind the spyhole
  Mesh out;
  engine::add_sphere(out, {0.27f, 0.18f, 0.316f}, {0.024f, 0.024f, 0.002f}, 18, hex(0xff9a4a));
  return out;
}

Mesh plinth_mesh() {  // black glass, wider than any picture of it: no edge to catch the light
  Mesh out;
  engine::add_cylinder(out, {0, -0.02f, 0}, 0.9f, 0.9f, 0.0195f, 64, hex(0x121317));
  return out;
}

PlainMaterial plain(float roughness, float grain, float clear_coat = 0) {
  PlainMaterial material;
  material.roughness = roughness;
  material.grain = grain;
  material.clear_coat = clear_coat;
  return material;
}

PlainMaterial glowing(float emission) {
  PlainMaterial material;
  material.emission = emission;
  return material;
}

constexpr engine::Mat4 kHere{};

}  // namespace

void open_workshop(Scene& scene, const engine::Assets& assets, Workshop& workshop) {
  if (workshop.ready) return;
  workshop.ready = true;
  workshop.room = scene.make_mesh(room_mesh());
  workshop.window = scene.make_mesh(window_mesh());
  workshop.lantern = scene.make_mesh(lantern_mesh());
  Mesh halo;
  engine::add_mist_ball(halo, 24);
  workshop.halo = scene.make_mesh(halo);
  workshop.head = scene.make_mesh(head_mesh());
  workshop.pan = scene.make_mesh(pan_mesh());
  workshop.water = scene.make_mesh(water_mesh());
  workshop.sponge = scene.make_mesh(sponge_mesh());
  workshop.board = scene.make_mesh(board_mesh());
  workshop.table = scene.make_mesh(table_mesh());
  workshop.banding = scene.make_mesh(banding_mesh());
  workshop.bucket = scene.make_mesh(bucket_mesh());
  workshop.slop = scene.make_mesh(slop_mesh());
  workshop.chamber = scene.make_mesh(chamber_mesh());
  workshop.coils = scene.make_mesh(coils_mesh());
  workshop.door = scene.make_mesh(door_mesh());
  workshop.shell = scene.make_mesh(shell_mesh());
  workshop.spy = scene.make_mesh(spy_mesh());
  workshop.plinth = scene.make_mesh(plinth_mesh());
  workshop.companions = engine::load_companions(scene, assets);
  choose_companion(workshop, engine::kFirstCompanion);
}

void choose_companion(Workshop& workshop, std::string_view id) {
  workshop.companion = engine::chosen_companion(workshop.companions, id);
}

void draw_room(Scene& scene, const Workshop& workshop) {
  scene.draw_plain(workshop.room, kHere, plain(0.8f, 0.5f));
  PlainMaterial panes = glowing(0.9f - 0.62f * workshop.night);
  const float night = workshop.night;
  panes.tint = {1 - 0.62f * night, 1 - 0.5f * night, 1 - 0.2f * night, 1};
  scene.draw_plain(workshop.window, kHere, panes);
}

void draw_lantern(Scene& scene, const Workshop& workshop) {
  const float night = workshop.night;
  if (night < 0.02f) return;
  scene.draw_plain(workshop.lantern, kHere, glowing(2.6f * night));
  PlainMaterial halo = glowing(0.7f);
  halo.is_mist = true;
  halo.tint = {1.0f, 0.56f, 0.22f, 0.34f * night};
  constexpr float kHaloM = 0.13f;
  scene.draw_plain(
      workshop.halo,
      engine::translation(kLanternFoot + engine::Vec3{0, 0.045f, 0}) * engine::scaling({kHaloM, kHaloM, kHaloM}), halo);
}

void draw_wheel(Scene& scene, const Workshop& workshop, float turn) {
  scene.draw_plain(workshop.pan, kHere, plain(0.45f, 0.3f, 0.25f));
  scene.draw_plain(workshop.head, engine::rotation_y(turn * 2 * kPi), plain(0.35f, 0.1f));
  scene.draw_plain(workshop.water, kHere, plain(0.2f, 0, 0.6f));
  scene.draw_plain(workshop.sponge, kHere, plain(1.0f, 0.9f));
}

void draw_drying_board(Scene& scene, const Workshop& workshop) {
  scene.draw_plain(workshop.board, kHere, plain(0.7f, 0.7f));
}

void draw_banding_wheel(Scene& scene, const Workshop& workshop, float turn) {
  scene.draw_plain(workshop.table, kHere, plain(0.6f, 0.7f));
  scene.draw_plain(workshop.banding, engine::rotation_y(turn * 2 * kPi), plain(0.4f, 0.1f));
}

void draw_bucket(Scene& scene, const Workshop& workshop, float disturbed, Colour slop) {
  scene.draw_plain(workshop.bucket, kHere, plain(0.6f, 0.5f, 0.2f));
  PlainMaterial wet = plain(0.25f, 0, 0.7f);
  wet.tint = slop;
  scene.draw_plain(workshop.slop, engine::scaling({1, 1 + 6 * disturbed, 1}), wet);
}

void draw_kiln(Scene& scene, const Workshop& workshop, float glow, float door_open, float heat) {
  PlainMaterial brick = plain(0.95f, 0);
  brick.tint = engine::mixed(hex(0xd8d2cc), hex(0xff9a5c), std::min(1.0f, glow * 0.8f));
  brick.emission = glow * 0.32f;
  scene.draw_plain(workshop.chamber, kHere, brick);
  PlainMaterial coil = plain(0.6f, 0);
  coil.tint = engine::mixed(hex(0x4a3c34), hex(0xffffff), std::min(1.0f, glow * 2));
  coil.emission = std::min(2.0f, glow * 2.4f);
  scene.draw_plain(workshop.coils, kHere, coil);
  // Against its own embers the front stands in the dark: a little light of its own, or it would not be seen at all, and
  // a cold tint, or the ember light would turn steel to wood.
  PlainMaterial steel = plain(0.45f, 0);
  steel.tint = engine::mixed(hex(0xffffff), hex(0xc4d4e4), heat);
  steel.emission = 0.02f + 0.12f * heat;
  scene.draw_plain(workshop.shell, kHere, steel);
  if (door_open > 0.999f) return;
  const Vec3 hinge{-0.27f, 0, 0.29f};
  const engine::Mat4 swing =
      engine::translation(hinge) * engine::rotation_y(-door_open * 1.9f) * engine::translation({0, 0, -0.29f});
  steel.emission = 0.03f + 0.21f * heat;
  scene.draw_plain(workshop.door, swing, steel);
  scene.draw_plain(workshop.spy, swing, glowing(0.5f + glow));
}

void draw_plinth(Scene& scene, const Workshop& workshop) {
  scene.draw_plain(workshop.plinth, kHere, plain(0.25f, 0, 0.5f));
}

}  // namespace sui::studio
