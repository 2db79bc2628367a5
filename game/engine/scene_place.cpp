#include "game/engine/scene_place.h"

#include <cmath>

namespace sui::engine {
namespace {

// A lamp that looks at the target, `width` across the horizon.
Lamp lamp_at(Vec3 centre, float half_width, float half_height, Vec3 mirrored, Vec3 diffuse) {
  Lamp lamp;
  lamp.centre = centre;
  const Vec3 away = normalised(centre);
  const Vec3 level = std::abs(away.y) > 0.98f ? Vec3{1, 0, 0} : normalised(cross(Vec3{0, 1, 0}, away));
  lamp.across = level * half_width;
  lamp.down = cross(level, away) * half_height;
  lamp.mirrored = mirrored;
  lamp.diffuse = diffuse;
  return lamp;
}

void add(LightRig& rig, const Lamp& lamp) {
  rig.lamps[static_cast<std::size_t>(rig.lamp_count++)] = lamp;
}

LightRig workshop() {
  LightRig rig;
  Lamp window = lamp_at({-1.15f, 0.72f, 0.62f}, 0.46f, 0.62f, {15, 14.4f, 13.2f}, {1.02f, 0.96f, 0.86f});
  window.panes_across = 3;
  window.panes_down = 4;
  window.feather = 0.02f;
  add(rig, window);
  Lamp door = lamp_at({1.25f, 0.35f, -0.25f}, 0.11f, 0.6f, {4.2f, 2.9f, 1.8f}, {0.20f, 0.135f, 0.08f});
  door.feather = 0.25f;
  add(rig, door);
  rig.sky = {0.20f, 0.175f, 0.15f};
  rig.horizon = {0.13f, 0.10f, 0.08f};
  rig.ground = {0.105f, 0.068f, 0.042f};
  rig.exposure = 0.92f;
  rig.wall_top = {0.030f, 0.024f, 0.021f};
  rig.wall_low = {0.085f, 0.060f, 0.043f};
  rig.wall_glow = {0.17f, 0.125f, 0.085f};
  rig.glow_at = {0.18f, 0.72f};
  rig.glow_radius = 0.75f;
  rig.vignette = 0.9f;
  rig.fog_per_m = 3.2f;
  rig.patch_at = {0.30f, 0.73f};
  rig.patch = 0.75f;
  rig.patch_size = 0.26f;
  rig.table_dullness = 0.55f;
  return rig;
}

LightRig paper() {
  LightRig rig;
  Lamp north = lamp_at({-0.75f, 1.05f, 0.65f}, 0.62f, 0.46f, {9.5f, 9.9f, 10.4f}, {0.66f, 0.675f, 0.69f});
  north.wrap = 0.5f;
  north.feather = 0.06f;
  north.panes_across = 2;
  add(rig, north);
  Lamp card = lamp_at({1.0f, 0.3f, 0.35f}, 0.2f, 0.6f, {2.6f, 2.5f, 2.35f}, {0.16f, 0.15f, 0.14f});
  card.feather = 0.3f;
  card.wrap = 0.5f;
  add(rig, card);
  rig.sky = {0.36f, 0.37f, 0.38f};
  rig.horizon = {0.40f, 0.39f, 0.37f};
  rig.ground = {0.27f, 0.25f, 0.225f};
  rig.exposure = 0.95f;
  rig.wall_top = {0.50f, 0.49f, 0.46f};
  rig.wall_low = {0.66f, 0.63f, 0.58f};
  rig.wall_glow = {0.20f, 0.19f, 0.17f};
  rig.glow_at = {0.42f, 0.62f};
  rig.glow_radius = 0.8f;
  rig.vignette = 0.35f;
  rig.fog_per_m = 2.2f;
  return rig;
}

LightRig kiln() {
  LightRig rig;
  Lamp ember = lamp_at({0.1f, -0.55f, 0.55f}, 0.55f, 0.22f, {7.5f, 1.9f, 0.35f}, {0.62f, 0.165f, 0.035f});
  ember.feather = 0.5f;
  ember.wrap = 0.45f;
  add(rig, ember);
  Lamp left = lamp_at({-0.8f, 0.05f, 0.1f}, 0.06f, 0.5f, {4.5f, 0.95f, 0.16f}, {0.20f, 0.045f, 0.008f});
  left.feather = 0.4f;
  add(rig, left);
  Lamp right = lamp_at({0.8f, 0.05f, 0.0f}, 0.06f, 0.5f, {3.4f, 0.7f, 0.12f}, {0.16f, 0.035f, 0.006f});
  right.feather = 0.4f;
  add(rig, right);
  rig.shadow = false;
  rig.sky = {0.020f, 0.012f, 0.010f};
  rig.horizon = {0.055f, 0.020f, 0.010f};
  rig.ground = {0.15f, 0.042f, 0.012f};
  rig.exposure = 1.0f;
  rig.wall_top = {0.006f, 0.004f, 0.004f};
  rig.wall_low = {0.060f, 0.016f, 0.006f};
  rig.wall_glow = {0.22f, 0.050f, 0.010f};
  rig.glow_at = {0.5f, 0.12f};
  rig.glow_radius = 0.7f;
  rig.vignette = 0.8f;
  rig.fog_per_m = 1.0f;
  return rig;
}

LightRig vitrine() {
  LightRig rig;
  Lamp left = lamp_at({-0.98f, 0.42f, 0.36f}, 0.085f, 0.85f, {24, 24.5f, 25}, {0.72f, 0.735f, 0.76f});
  left.feather = 0.05f;
  add(rig, left);
  Lamp right = lamp_at({0.95f, 0.34f, 0.30f}, 0.12f, 0.8f, {9, 9, 9.2f}, {0.09f, 0.09f, 0.094f});
  right.feather = 0.10f;
  add(rig, right);
  Lamp rim = lamp_at({0.35f, 0.75f, -0.95f}, 0.5f, 0.10f, {16, 15.5f, 15}, {0.34f, 0.33f, 0.32f});
  rim.feather = 0.2f;
  add(rig, rim);
  Lamp top = lamp_at({0.0f, 1.2f, 0.25f}, 0.34f, 0.34f, {5.5f, 5.4f, 5.2f}, {0.24f, 0.235f, 0.225f});
  top.feather = 0.15f;
  add(rig, top);
  rig.sky = {0.045f, 0.048f, 0.055f};
  rig.horizon = {0.022f, 0.024f, 0.029f};
  rig.ground = {0.030f, 0.030f, 0.033f};
  rig.exposure = 1.12f;
  rig.wall_top = {0.0045f, 0.005f, 0.007f};
  rig.wall_low = {0.012f, 0.013f, 0.017f};
  rig.wall_glow = {0.034f, 0.038f, 0.050f};
  rig.glow_at = {0.5f, 0.56f};
  rig.glow_radius = 0.62f;
  rig.vignette = 1.0f;
  rig.fog_per_m = 2.6f;
  return rig;
}

LightRig street() {
  LightRig rig;
  Lamp sun = lamp_at({-1.5f, 0.95f, 0.75f}, 0.11f, 0.11f, {60, 46, 30}, {1.25f, 0.93f, 0.60f});
  sun.wrap = 0.05f;
  sun.feather = 0.4f;
  add(rig, sun);
  Lamp sky = lamp_at({0.9f, 1.6f, 0.4f}, 0.9f, 0.7f, {1.3f, 1.5f, 1.8f}, {0.15f, 0.18f, 0.23f});
  sky.feather = 0.6f;
  sky.wrap = 0.6f;
  add(rig, sky);
  rig.sky = {0.33f, 0.39f, 0.48f};
  rig.horizon = {0.62f, 0.52f, 0.40f};
  rig.ground = {0.20f, 0.155f, 0.115f};
  rig.exposure = 0.85f;
  rig.wall_top = {0.16f, 0.30f, 0.52f};
  rig.wall_low = {1.02f, 0.70f, 0.40f};
  rig.wall_glow = {0.95f, 0.55f, 0.20f};
  rig.glow_at = {0.15f, 0.62f};
  rig.glow_radius = 0.55f;
  rig.vignette = 0.15f;
  rig.fog_per_m = 0.018f;
  rig.street = true;
  return rig;
}

}  // namespace

LightRig light_rig(Place place) {
  switch (place) {
    case Place::kWorkshop:
      return workshop();
    case Place::kPaper:
      return paper();
    case Place::kKiln:
      return kiln();
    case Place::kVitrine:
      return vitrine();
    case Place::kStreet:
      return street();
  }
  return workshop();
}

Vec3 lamp_direction(const Lamp& lamp) {
  return normalised(lamp.centre);
}

}  // namespace sui::engine
