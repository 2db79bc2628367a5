#include "game/ware/foot.h"

#include <algorithm>
#include <cmath>

#include "game/craft/foot_mark.h"
#include "game/craft/pigment.h"

namespace sui::ware {
namespace {

constexpr float kTurn = 6.28318531f;
constexpr float kM = 0.001f;
constexpr int kSegments = 48, kCells = 256;
constexpr float kWithinRingMm = 0.9f, kWithinFlatMm = 2.5f, kAboveMm = 0.06f;
constexpr float kFloorMm = 6;

struct Sheet {
  float radius_mm = 0, height_mm = 0;
};

// Inside the foot ring at its roof; without a ring the flat of the base.
Sheet sheet_of(const craft::Look& look) {
  const craft::LookRing& foot = look.rings[0];
  if (foot.inner_mm <= 0.5f) return {std::max(foot.outer_mm - kWithinFlatMm, 2.0f), foot.z_mm - kAboveMm};
  std::size_t roof = 0;
  while (roof < craft::kRingCount && look.rings[roof].inner_mm > 0.5f) ++roof;
  return {std::max(foot.inner_mm - kWithinRingMm, 2.0f), look.rings[roof].z_mm - kAboveMm};
}

engine::Mesh disc(const Sheet& sheet, bool glassy) {
  engine::Mesh mesh;
  const auto byte = [](float share) { return static_cast<uint32_t>(std::clamp(share, 0.0f, 1.0f) * 255.0f + 0.5f); };
  // Open to the sky as the underside around it; a breath of glaze, so that a fired mark shines.
  const uint32_t wall = byte(0.8f) | byte(kFloorMm / 16.0f) << 8 | byte(glassy ? 0.03f : 0.0f) << 24;
  const auto add = [&](float x, float z) {
    engine::Vertex vertex;
    const float r = sheet.radius_mm * kM;
    vertex.position = {x * r, sheet.height_mm * kM, z * r};
    vertex.normal = {0, -1, 0};
    vertex.uv = {0.5f + 0.49f * x, 0.5f + 0.49f * z};
    vertex.colour_rgba8 = wall;
    mesh.vertices.push_back(vertex);
  };
  add(0, 0);
  for (int segment = 0; segment <= kSegments; ++segment) {
    const float angle = kTurn * static_cast<float>(segment) / kSegments;
    add(std::cos(angle), std::sin(angle));
  }
  for (uint32_t segment = 1; segment <= kSegments; ++segment)
    mesh.indices.insert(mesh.indices.end(), {0, segment, segment + 1});
  return mesh;
}

std::vector<uint8_t> written(const craft::LookFootMark& mark, float across_mm) {
  craft::Stroke stroke;
  stroke.kind = craft::StrokeKind::kFootMark;
  stroke.form = mark.text;
  stroke.repeats = mark.frame;
  stroke.load = 1;
  stroke.open = false;
  const craft::PigmentField field = craft::lay_foot_mark(stroke, static_cast<double>(across_mm), kCells);
  const double full = craft::full_dose_g_m2(craft::Pigment::kCobalt);
  std::vector<uint8_t> pixels(field.cobalt_g_m2.size());
  for (std::size_t i = 0; i < pixels.size(); ++i)
    pixels[i] = static_cast<uint8_t>(std::lround(255 * std::clamp(field.cobalt_g_m2[i] / full, 0.0, 1.0)));
  return pixels;
}

}  // namespace

void show_mark(engine::Scene& scene, const craft::Look& look, Shown& shown) {
  if (!shown.upturned || !look.foot_mark.written) return hide_mark(scene, shown);
  const Sheet sheet = sheet_of(look);
  const bool glassy = look.fired && look.glazed;
  const auto key = static_cast<int>(look.foot_mark.text) + 16 * static_cast<int>(look.foot_mark.frame) +
                   256 * static_cast<int>(sheet.radius_mm * 8) + (glassy ? 1 << 24 : 0);
  if (shown.mark != engine::MeshId::kNone && shown.mark_key == key) return;
  hide_mark(scene, shown);
  shown.mark_key = key;
  shown.mark = scene.make_mesh(disc(sheet, glassy));
  shown.mark_paint = scene.make_texture(kCells, kCells, 1, written(look.foot_mark, 2 * sheet.radius_mm), true);
}

void hide_mark(engine::Scene& scene, Shown& shown) {
  if (shown.mark != engine::MeshId::kNone) scene.drop_mesh(shown.mark);
  if (shown.mark_paint != engine::TextureId::kNone) scene.drop_texture(shown.mark_paint);
  shown.mark = engine::MeshId::kNone;
  shown.mark_paint = engine::TextureId::kNone;
}

engine::WareMaterial mark_material(const craft::Look& look, const Shown& shown) {
  engine::WareMaterial material = shown.material;
  material.paint = shown.mark_paint;
  material.decor = material.enamel = engine::TextureId::kNone;
  material.throwing_lines = material.cobalt_piled = material.powder = material.cracked = 0;
  material.paint_fired = 1;  // the look's colour is what the fire made of it, or the raw pigment's own
  const auto share = [](float of_mark, float of_body) {
    return std::clamp(of_mark / std::max(of_body, 0.02f), 0.001f, 1.0f);
  };
  material.cobalt = {share(look.foot_mark.r, look.body_r), share(look.foot_mark.g, look.body_g),
                     share(look.foot_mark.b, look.body_b)};
  return material;
}

}  // namespace sui::ware
