#include "game/ware/parts.h"

#include <algorithm>
#include <cmath>

#include "game/craft/attachment_numbers.h"
#include "game/ware/duck_parts.h"
#include "game/ware/modelling.h"

namespace sui::ware {
namespace {

constexpr float kTurn = 6.28318531f;
constexpr float kM = 0.001f;
constexpr float kSunkMm = 1.2f;  // a joint reaches a little into the wall

Clay clay_of(const craft::Look& look, const craft::LookPart& part) {
  Clay clay;
  clay.wall_mm = part.thickness_mm;
  // Raw clay has no glaze to tell of: half-way says it is as moist as the pot (profile.cpp: coat_mm).
  clay.glaze_mm = look.fired || look.glazed ? part.glaze_mm : 0.75f;
  clay.bare = look.fired && part.glaze_mm < 0.03f;
  clay.open = 0.92f;
  return clay;
}

// A pulled strap: out and a little up from the shoulder, round, and back to the belly; broad at the joints.
void add_strap(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float length = part.size_mm * kM, top = part.z_mm * kM, low = part.low_z_mm * kM;
  const Vec3 from{(part.r_mm - kSunkMm) * kM, top, 0}, to{(part.low_r_mm - kSunkMm) * kM, low, 0};
  const float reach = std::max(from.x, to.x) + 0.54f * length;
  const Vec3 up{reach - 0.12f * length, top + 0.24f * length, 0};
  const Vec3 down{reach, low + 0.02f * length, 0};
  const float across = 2.0f * part.thickness_mm * kM, thick = 0.55f * part.thickness_mm * kM;
  auto nodes = bend(from, up, down, to, {1.15f * across, 1.25f * thick}, {1.05f * across, 1.1f * thick}, 25, -0.22f);
  // The clay is smeared onto the wall at both ends.
  nodes.front().across *= 1.22f;
  nodes.back().across *= 1.18f;
  add_tube(out, nodes, {0, 0, 1}, clay);
}

void add_ear(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float size = part.size_mm * kM, r = part.r_mm * kM, z = part.z_mm * kM;
  const float half = 0.5f * part.thickness_mm * kM;
  std::vector<Node> nodes;
  for (int i = 0; i <= 20; ++i) {
    const float angle = (0.62f - 1.24f * static_cast<float>(i) / 20.0f) * kTurn / 2;
    nodes.push_back(
        {{r + size * 0.5f * (std::cos(angle) + 0.12f), z + size * 0.5f * std::sin(angle), 0}, half * 1.15f, half});
  }
  add_tube(out, nodes, {0, 0, 1}, clay);
}

void add_spout(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float length = part.size_mm * kM, r = (part.r_mm - 0.06f * part.size_mm) * kM, z = part.z_mm * kM;
  const Vec3 from{r, z, 0}, out_to{r + 0.42f * length, z + 0.02f * length, 0},
      rise{r + 0.36f * length, z + 0.62f * length, 0}, tip{r + 0.70f * length, z + 0.80f * length, 0};
  const float wide = 0.17f * length, narrow = 0.062f * length;
  auto nodes = bend(from, out_to, rise, tip, {wide, wide}, {narrow, narrow}, 25);
  nodes.front().across *= 1.2f;
  nodes.front().thick *= 1.2f;
  add_tube(out, nodes, {0, 0, 1}, clay, true);
}

void add_lid(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float r = 0.5f * part.size_mm * kM, rise = static_cast<float>(craft::kLidRiseShare) * part.size_mm * kM,
              t = part.thickness_mm * kM, seat = std::min(part.r_mm * kM - 0.0006f, 0.9f * r);
  std::vector<Vec2> profile{{0, -0.3f * t},    {0.92f * seat, -1.2f * t},
                            {seat, -1.2f * t}, {seat, 0},
                            {0.97f * r, 0},    {r, 0.25f * t},
                            {r, 0.7f * t},     {0.97f * r, t}};
  for (int i = 1; i <= 12; ++i) {
    const float angle = 0.25f * kTurn * static_cast<float>(i) / 12.0f;
    profile.push_back({i == 12 ? 0 : 0.95f * r * std::cos(angle), t + (rise - t) * std::sin(angle)});
  }
  add_turned(out, profile, {0, part.z_mm * kM, 0}, clay);
}

void add_knob(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float r = 0.5f * part.size_mm * kM;
  std::vector<Vec2> profile{{0, -0.25f * r}, {0.7f * r, -0.25f * r}, {0.5f * r, 0.05f * r}, {0.42f * r, 0.35f * r}};
  for (int i = 0; i <= 14; ++i) {
    const float angle = (-0.32f + 0.57f * static_cast<float>(i) / 14.0f) * kTurn;
    const float limited = std::min(std::max(angle, -1.1f), 0.25f * kTurn);
    profile.push_back({i == 14 ? 0 : r * std::cos(limited), 1.25f * r + 0.9f * r * std::sin(limited)});
  }
  add_turned(out, profile, {0, part.z_mm * kM, 0}, clay);
}

// One that came away hangs askew and shows its joint.
Mat4 fallen_away(const craft::LookPart& part) {
  if (craft::on_the_wall(part.kind)) {
    const Vec3 joint{part.r_mm * kM, part.z_mm * kM, 0};
    return engine::translation(joint + Vec3{0.0045f, -0.003f, 0}) * engine::rotation({0, 0, 1}, -0.24f) *
           engine::translation(joint * -1.0f);
  }
  if (part.kind == craft::PartKind::kDuckFeet || part.kind == craft::PartKind::kDuckPedestal)
    return engine::rotation_y(0.13f);  // the pot stands on them still, out of line
  const Vec3 rest{0.5f * part.size_mm * kM, part.z_mm * kM, 0};
  return engine::translation(rest) * engine::rotation({0, 0, 1}, 0.10f) * engine::translation(rest * -1.0f);
}

}  // namespace

void add_parts(const craft::Look& look, Mesh& mesh) {
  for (const craft::LookPart& part : look.parts) {
    const std::size_t first = mesh.vertices.size();
    const Clay clay = clay_of(look, part);
    switch (part.kind) {
      case craft::PartKind::kStrapHandle:
        add_strap(part, clay, mesh);
        break;
      case craft::PartKind::kEarHandle:
        add_ear(part, clay, mesh);
        break;
      case craft::PartKind::kSpout:
        add_spout(part, clay, mesh);
        break;
      case craft::PartKind::kLid:
        add_lid(part, clay, mesh);
        break;
      case craft::PartKind::kKnob:
        add_knob(part, clay, mesh);
        break;
      case craft::PartKind::kDuckUpper:
        add_duck_upper(part, clay, mesh);
        break;
      case craft::PartKind::kDuckFeet:
        add_duck_feet(part, clay, mesh);
        break;
      case craft::PartKind::kDuckPedestal:
        add_duck_pedestal(part, clay, mesh);
        break;
    }
    if (part.cracked) move(mesh, first, fallen_away(part));
    if (craft::on_the_wall(part.kind)) move(mesh, first, engine::rotation_y(kTurn * part.u_turn));
  }
  const float stand = craft::stand_mm(look) * kM;
  if (stand > 0) move(mesh, 0, engine::translation({0, stand, 0}));
}

}  // namespace sui::ware
