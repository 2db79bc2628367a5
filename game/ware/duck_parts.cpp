#include "game/ware/duck_parts.h"

#include <algorithm>
#include <cmath>

#include "game/craft/attachment_numbers.h"

namespace sui::ware {
namespace {

constexpr float kTurn = 6.28318531f;
constexpr float kM = 0.001f;
const Mat4 kStraight{};

// Back and breast: a deep cap over the bowl's mouth, fuller in front, with a flange that grips the bowl's rim.
void add_back(float r, const Clay& clay, Mesh& out) {
  std::vector<Vec2> profile{{0, -0.02f * r}, {0.90f * r, -0.06f * r}, {0.90f * r, 0},
                            {1.02f * r, 0},  {1.04f * r, 0.03f * r},  {1.02f * r, 0.07f * r}};
  for (int i = 1; i <= 14; ++i) {
    const float angle = 0.25f * kTurn * static_cast<float>(i) / 14.0f;
    profile.push_back(
        {i == 14 ? 0 : 1.0f * r * std::pow(std::cos(angle), 0.85f), 0.07f * r + 0.56f * r * std::sin(angle)});
  }
  add_turned(out, profile, {0, 0, 0}, clay);
}

void add_tail(float r, const Clay& clay, Mesh& out) {
  // A broad base drawn out to an upturned tip, and two feathers beside it.
  add_tube(out,
           bend({-0.35f * r, 0.22f * r, 0}, {-0.95f * r, 0.26f * r, 0}, {-1.25f * r, 0.40f * r, 0},
                {-1.58f * r, 0.74f * r, 0}, {0.62f * r, 0.34f * r}, {0.10f * r, 0.03f * r}, 16),
           {0, 0, 1}, clay);
  for (const float side : {-1.0f, 1.0f}) {
    const std::size_t first = out.vertices.size();
    add_tube(out,
             bend({-0.55f * r, 0.24f * r, 0}, {-0.98f * r, 0.26f * r, 0}, {-1.2f * r, 0.34f * r, 0},
                  {-1.42f * r, 0.54f * r, 0}, {0.30f * r, 0.18f * r}, {0.08f * r, 0.03f * r}, 12),
             {0, 0, 1}, clay);
    move(out, first, engine::rotation_y(side * 0.20f));
  }
}

// A folded wing, and the three quills that show behind it.
void add_wings(float r, const Clay& clay, Mesh& out) {
  for (const float side : {-1.0f, 1.0f}) {
    const Mat4 lie = engine::rotation({0, 0, 1}, -0.16f);
    const Mat4 tuck = engine::rotation({1, 0, 0}, side * -0.42f) * lie;
    add_ellipsoid(out, {0.02f * r, 0.28f * r, side * 0.80f * r}, {0.62f * r, 0.30f * r, 0.17f * r}, tuck, clay);
    Clay under = clay;
    under.open = 0.72f;
    for (int quill = 0; quill < 3; ++quill) {
      const float down = static_cast<float>(quill);
      add_ellipsoid(out, {(-0.52f - 0.02f * down) * r, (0.42f - 0.12f * down) * r, side * (0.62f - 0.03f * down) * r},
                    {0.50f * r, 0.075f * r, 0.06f * r},
                    engine::rotation_y(side * 0.30f) * engine::rotation({0, 0, 1}, -0.12f), quill == 1 ? under : clay);
    }
  }
}

void add_neck_and_head(float r, const Clay& clay, Mesh& out) {
  // Out of the breast, back in an S, and up to the nape.
  add_tube(out,
           bend({0.52f * r, 0.22f * r, 0}, {1.12f * r, 0.66f * r, 0}, {0.36f * r, 1.02f * r, 0},
                {0.66f * r, 1.62f * r, 0}, {0.64f * r, 0.56f * r}, {0.25f * r, 0.27f * r}, 24, -0.12f),
           {0, 0, 1}, clay);
  const Vec3 head{0.74f * r, 1.72f * r, 0};
  add_ellipsoid(out, head, {0.40f * r, 0.33f * r, 0.31f * r}, engine::rotation({0, 0, 1}, -0.10f), clay);
  // The bill is open: smoke leaves between its halves.
  Clay dark = clay;
  dark.open = 0.03f;
  add_ellipsoid(out, head + Vec3{0.36f * r, -0.075f * r, 0}, {0.16f * r, 0.05f * r, 0.11f * r}, kStraight, dark);
  add_tube(out,
           bend(head + Vec3{0.18f * r, 0.02f * r, 0}, head + Vec3{0.40f * r, 0.02f * r, 0},
                head + Vec3{0.54f * r, -0.06f * r, 0}, head + Vec3{0.78f * r, -0.01f * r, 0}, {0.20f * r, 0.15f * r},
                {0.16f * r, 0.035f * r}, 12),
           {0, 0, 1}, clay);
  add_tube(out,
           bend(head + Vec3{0.16f * r, -0.10f * r, 0}, head + Vec3{0.36f * r, -0.15f * r, 0},
                head + Vec3{0.50f * r, -0.17f * r, 0}, head + Vec3{0.70f * r, -0.17f * r, 0}, {0.15f * r, 0.08f * r},
                {0.12f * r, 0.03f * r}, 12),
           {0, 0, 1}, clay);
  // "Flower eyes": a round petal under a bead.
  for (const float side : {-1.0f, 1.0f}) {
    const Vec3 eye = head + Vec3{0.13f * r, 0.08f * r, side * 0.275f * r};
    Clay petal = clay;
    petal.open = 0.62f;
    add_ellipsoid(out, eye, {0.085f * r, 0.085f * r, 0.03f * r}, kStraight, petal);
    Clay pupil = clay;
    pupil.open = 0.06f;
    add_ellipsoid(out, eye + Vec3{0, 0, side * 0.016f * r}, {0.042f * r, 0.042f * r, 0.03f * r}, kStraight, pupil);
  }
}

// Six hidden air holes in the joint of the two shells.
void add_air_holes(float r, const Clay& clay, Mesh& out) {
  Clay dark = clay;
  dark.open = 0.03f;
  for (int hole = 0; hole < craft::kDuckAirHoles; ++hole) {
    const float angle = kTurn * (static_cast<float>(hole) + 0.5f) / craft::kDuckAirHoles;
    add_ellipsoid(out, {1.015f * r * std::cos(angle), 0.02f * r, -1.015f * r * std::sin(angle)},
                  {0.045f * r, 0.022f * r, 0.045f * r}, kStraight, dark);
  }
}

// ---- the pedestal: a panel with a begonia opening, four times ----

constexpr int kPanelPoints = 64;

Vec2 on_rectangle(float angle, float half_x, float half_y) {
  const float c = std::cos(angle), s = std::sin(angle);
  const float reach = std::min(half_x / std::max(std::abs(c), 1e-5f), half_y / std::max(std::abs(s), 1e-5f));
  return {c * reach, s * reach};
}

// 海棠: four round lobes on the axes, meeting in points between.
Vec2 on_begonia(float angle, float half_x, float half_y) {
  const float c = std::cos(angle), s = std::sin(angle);
  const float lobe = 0.66f + 0.34f * std::sqrt(std::abs(std::cos(2 * angle)));
  return {half_x * lobe * c, half_y * lobe * s};
}

void add_panel(Mesh& out, float half_x, float half_y, float thick, const Clay& clay) {
  const float hole_x = 0.74f * half_x, hole_y = 0.80f * half_y;
  Clay inside = clay;
  inside.open = 0.3f;
  const auto ring = [&](bool hole, float z, Vec3 normal, const Clay& as) {
    const auto first = static_cast<uint32_t>(out.vertices.size());
    for (int i = 0; i <= kPanelPoints; ++i) {
      const float angle = kTurn * static_cast<float>(i) / kPanelPoints;
      const Vec2 at = hole ? on_begonia(angle, hole_x, hole_y) : on_rectangle(angle, half_x, half_y);
      Vec3 facing = normal;
      if (hole && normal.z == 0) facing = engine::normalised(Vec3{-std::cos(angle), -std::sin(angle), 0});
      out.vertices.push_back({{at.x, at.y, z}, facing, {0, 1.5f}, clay_colour(as)});
    }
    return first;
  };
  const auto strip = [&](uint32_t a, uint32_t b) {  // faces the way a turns counter-clockwise inside b
    for (uint32_t i = 0; i < kPanelPoints; ++i)
      for (const uint32_t index : {a + i, b + i, b + i + 1, a + i, b + i + 1, a + i + 1}) out.indices.push_back(index);
  };
  const Vec3 front{0, 0, 1}, back{0, 0, -1}, none{0, 0, 0};
  strip(ring(true, 0, front, clay), ring(false, 0, front, clay));
  strip(ring(false, -thick, back, inside), ring(true, -thick, back, inside));
  strip(ring(true, -thick, none, inside), ring(true, 0, none, inside));
  strip(ring(false, 0, none, clay), ring(false, -thick, none, clay));
}

}  // namespace

void add_duck_upper(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float r = 0.5f * part.size_mm * kM;
  const std::size_t first = out.vertices.size();
  add_back(r, clay, out);
  add_tail(r, clay, out);
  add_wings(r, clay, out);
  add_neck_and_head(r, clay, out);
  add_air_holes(r, clay, out);
  move(out, first, engine::translation({0, part.z_mm * kM, 0}));
}

void add_duck_feet(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float r = 0.5f * part.size_mm * kM, tall = static_cast<float>(craft::kFeetHeightShare) * part.size_mm * kM;
  const float apart = std::min(0.34f * r, 0.62f * part.r_mm * kM);
  for (const float side : {-1.0f, 1.0f}) {
    const float z = side * apart;
    const Vec3 ankle{-0.02f * r, -tall + 0.10f * r, z};
    add_tube(out,
             bend({-0.06f * r, 0.12f * r, z}, {-0.06f * r, 0, z}, {-0.04f * r, -0.5f * tall, z}, ankle,
                  {0.17f * r, 0.17f * r}, {0.075f * r, 0.075f * r}, 10),
             {0, 0, 1}, clay);
    const std::size_t first = out.vertices.size();
    // Web, and the three toes that stretch it.
    add_ellipsoid(out, {0.24f * r, -tall + 0.038f * r, 0}, {0.34f * r, 0.035f * r, 0.22f * r}, kStraight, clay);
    for (const float spread : {-0.46f, 0.0f, 0.46f}) {
      const std::size_t toe = out.vertices.size();
      add_tube(out,
               bend({0, -tall + 0.12f * r, 0}, {0.2f * r, -tall + 0.10f * r, 0}, {0.42f * r, -tall + 0.06f * r, 0},
                    {0.62f * r, -tall + 0.06f * r, 0}, {0.075f * r, 0.075f * r}, {0.035f * r, 0.03f * r}, 10),
               {0, 0, 1}, clay);
      move(out, toe, engine::rotation_y(spread));
    }
    move(out, first, engine::translation({ankle.x, 0, ankle.z}));
  }
}

void add_duck_pedestal(const craft::LookPart& part, const Clay& clay, Mesh& out) {
  const float half = 0.375f * part.size_mm * kM,
              tall = static_cast<float>(craft::kPedestalHeightShare) * part.size_mm * kM;
  const float top = part.z_mm * kM, moulding = 0.13f * tall;
  const float panel_half = 0.5f * (tall - 2 * moulding);
  const std::size_t first = out.vertices.size();
  for (int side = 0; side < 4; ++side) {
    const std::size_t panel = out.vertices.size();
    add_panel(out, half, panel_half, part.thickness_mm * kM, clay);
    move(out, panel, engine::rotation_y(0.25f * kTurn * static_cast<float>(side)) * engine::translation({0, 0, half}));
  }
  add_block(out, {0, panel_half + 0.5f * moulding, 0}, {1.07f * half, 0.5f * moulding, 1.07f * half}, 0.0012f, clay);
  for (int side = 0; side < 4; ++side) {
    const std::size_t rail = out.vertices.size();
    add_block(out, {0, -panel_half - 0.5f * moulding, half * 0.96f}, {1.08f * half, 0.5f * moulding, 0.12f * half},
              0.001f, clay);
    move(out, rail, engine::rotation_y(0.25f * kTurn * static_cast<float>(side)));
  }
  move(out, first, engine::translation({0, top - 0.5f * tall, 0}));
}

}  // namespace sui::ware
