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
  rig.fog_per_m = 1.3f;
  rig.patch_at = {0.30f, 0.73f};
  rig.patch = 0.75f;
  rig.patch_size = 0.26f;
  rig.table_dullness = 0.55f;
  return rig;
}

// After dark: one paper lantern where the window was, its ribs seen in every glaze, and the moon at the door.
LightRig workshop_by_lantern() {
  LightRig rig;
  Lamp lantern = lamp_at({-0.95f, 0.80f, 0.60f}, 0.30f, 0.36f, {13.5f, 9.6f, 5.4f}, {1.06f, 0.745f, 0.43f});
  lantern.panes_across = 1;
  lantern.panes_down = 6;
  lantern.feather = 0.10f;
  add(rig, lantern);
  Lamp moon = lamp_at({1.20f, 0.55f, -0.35f}, 0.16f, 0.55f, {2.3f, 3.0f, 4.4f}, {0.115f, 0.165f, 0.275f});
  moon.feather = 0.12f;
  add(rig, moon);
  rig.sky = {0.066f, 0.060f, 0.068f};
  rig.horizon = {0.048f, 0.038f, 0.038f};
  rig.ground = {0.062f, 0.040f, 0.026f};
  rig.exposure = 1.02f;
  rig.wall_top = {0.006f, 0.006f, 0.010f};
  rig.wall_low = {0.018f, 0.013f, 0.012f};
  rig.wall_glow = {0.115f, 0.058f, 0.022f};
  rig.glow_at = {0.12f, 0.80f};
  rig.glow_radius = 0.50f;
  rig.vignette = 1.2f;
  rig.fog_per_m = 3.4f;  // the lantern does not reach the far shelves
  rig.patch_at = {0.30f, 0.73f};
  rig.patch_size = 0.26f;
  rig.table_dullness = 0.55f;
  return rig;
}

LightRig paper() {
  LightRig rig;
  Lamp north = lamp_at({-0.80f, 0.95f, 0.70f}, 0.50f, 0.52f, {19, 19.5f, 20}, {0.86f, 0.87f, 0.875f});
  north.wrap = 0.38f;
  north.feather = 0.03f;
  north.panes_across = 2;
  north.panes_down = 2;
  add(rig, north);
  Lamp card = lamp_at({1.0f, 0.3f, 0.30f}, 0.13f, 0.7f, {3.6f, 3.5f, 3.3f}, {0.10f, 0.095f, 0.088f});
  card.feather = 0.25f;
  card.wrap = 0.5f;
  add(rig, card);
  rig.sky = {0.275f, 0.28f, 0.285f};
  rig.horizon = {0.40f, 0.385f, 0.36f};
  rig.ground = {0.24f, 0.215f, 0.185f};
  rig.exposure = 0.95f;
  rig.wall_top = {0.62f, 0.60f, 0.555f};
  rig.wall_low = {0.90f, 0.86f, 0.79f};
  rig.wall_glow = {0.30f, 0.285f, 0.255f};
  rig.glow_at = {0.40f, 0.62f};
  rig.glow_radius = 0.8f;
  rig.vignette = 0.40f;
  rig.fog_per_m = 3.2f;
  rig.table_dullness = 0.75f;
  return rig;
}

// A lamp on the same table: warmer, but colours must still be told apart and words on the paper read.
LightRig paper_by_lamp() {
  LightRig rig = paper();
  rig.lamps[0].mirrored = {17, 13.8f, 9.8f};
  rig.lamps[0].diffuse = {0.90f, 0.76f, 0.57f};
  rig.lamps[1].mirrored = {1.6f, 1.9f, 2.5f};
  rig.lamps[1].diffuse = {0.055f, 0.066f, 0.090f};
  rig.sky = {0.205f, 0.180f, 0.160f};
  rig.horizon = {0.27f, 0.225f, 0.18f};
  rig.ground = {0.20f, 0.16f, 0.12f};
  rig.wall_top = {0.40f, 0.335f, 0.26f};
  rig.wall_low = {0.70f, 0.585f, 0.445f};
  rig.wall_glow = {0.34f, 0.27f, 0.185f};
  rig.vignette = 0.62f;
  return rig;
}

LightRig kiln() {
  LightRig rig;
  Lamp ember = lamp_at({-0.55f, -0.34f, 0.45f}, 0.5f, 0.2f, {6.5f, 1.6f, 0.28f}, {0.34f, 0.082f, 0.016f});
  ember.feather = 0.5f;
  ember.wrap = 0.15f;
  add(rig, ember);
  Lamp left = lamp_at({-0.75f, 0.34f, -0.40f}, 0.05f, 0.55f, {6.0f, 1.35f, 0.20f}, {0.19f, 0.042f, 0.008f});
  left.feather = 0.35f;
  add(rig, left);
  Lamp right = lamp_at({0.80f, 0.30f, -0.35f}, 0.05f, 0.55f, {4.0f, 0.9f, 0.14f}, {0.13f, 0.028f, 0.005f});
  right.feather = 0.35f;
  add(rig, right);
  rig.shadow = false;
  rig.sky = {0.045f, 0.016f, 0.008f};
  rig.horizon = {0.085f, 0.026f, 0.010f};
  rig.ground = {0.10f, 0.028f, 0.009f};
  rig.exposure = 1.0f;
  rig.wall_top = {0.010f, 0.005f, 0.004f};
  rig.wall_low = {0.075f, 0.020f, 0.007f};
  rig.wall_glow = {0.34f, 0.085f, 0.016f};
  rig.glow_at = {0.5f, 0.36f};
  rig.glow_radius = 0.52f;
  rig.vignette = 1.0f;
  rig.fog_per_m = 2.4f;
  return rig;
}

// The same kiln before it is lit: its door stands open to the day, and new firebrick is nearly white.
LightRig cold_kiln() {
  LightRig rig;
  Lamp day = lamp_at({-0.62f, 0.62f, 0.95f}, 0.46f, 0.40f, {11, 11.3f, 11.8f}, {0.70f, 0.71f, 0.73f});
  day.feather = 0.12f;
  day.wrap = 0.3f;
  add(rig, day);
  Lamp left = lamp_at({-0.75f, 0.34f, -0.40f}, 0.05f, 0.55f, {0.6f, 0.58f, 0.55f}, {0.05f, 0.048f, 0.045f});
  left.feather = 0.35f;
  add(rig, left);
  Lamp right = lamp_at({0.80f, 0.30f, 0.35f}, 0.12f, 0.55f, {2.2f, 2.0f, 1.7f}, {0.11f, 0.10f, 0.085f});
  right.feather = 0.35f;
  add(rig, right);
  rig.shadow = false;
  rig.sky = {0.17f, 0.17f, 0.172f};
  rig.horizon = {0.15f, 0.143f, 0.135f};
  rig.ground = {0.12f, 0.11f, 0.10f};
  rig.exposure = 0.95f;
  rig.wall_top = {0.018f, 0.018f, 0.020f};
  rig.wall_low = {0.045f, 0.043f, 0.042f};
  rig.wall_glow = {0.05f, 0.047f, 0.044f};
  rig.glow_at = {0.5f, 0.36f};
  rig.glow_radius = 0.52f;
  rig.vignette = 0.9f;
  rig.fog_per_m = 2.0f;
  return rig;
}

float between(float from, float to, float share) {
  return from + (to - from) * share;
}
Vec3 between(Vec3 from, Vec3 to, float share) {
  return from + (to - from) * share;
}

// Two rigs of as many lamps, one passing into the other.
LightRig between(const LightRig& from, const LightRig& to, float share) {
  if (share <= 0) return from;
  LightRig rig = to;
  for (std::size_t k = 0; k < static_cast<std::size_t>(to.lamp_count); ++k) {
    for (Vec3 Lamp::*side : {&Lamp::centre, &Lamp::across, &Lamp::down, &Lamp::mirrored, &Lamp::diffuse}) {
      rig.lamps[k].*side = between(from.lamps[k].*side, to.lamps[k].*side, share);
    }
    rig.lamps[k].wrap = between(from.lamps[k].wrap, to.lamps[k].wrap, share);
    rig.lamps[k].feather = between(from.lamps[k].feather, to.lamps[k].feather, share);
  }
  for (Vec3 LightRig::*colour : {&LightRig::sky, &LightRig::horizon, &LightRig::ground, &LightRig::wall_top,
                                 &LightRig::wall_low, &LightRig::wall_glow}) {
    rig.*colour = between(from.*colour, to.*colour, share);
  }
  rig.patch = between(from.patch, to.patch, share);
  rig.exposure = between(from.exposure, to.exposure, share);
  rig.vignette = between(from.vignette, to.vignette, share);
  rig.fog_per_m = between(from.fog_per_m, to.fog_per_m, share);
  return rig;
}

LightRig vitrine() {
  LightRig rig;
  Lamp left = lamp_at({-0.98f, 0.42f, 0.36f}, 0.085f, 0.85f, {36, 36.5f, 37}, {0.66f, 0.675f, 0.70f});
  left.feather = 0.05f;
  add(rig, left);
  Lamp right = lamp_at({0.95f, 0.34f, 0.22f}, 0.10f, 0.8f, {15, 15, 15.2f}, {0.075f, 0.075f, 0.079f});
  right.feather = 0.10f;
  add(rig, right);
  // Steep, so that the black glass underneath throws it below the picture.
  Lamp rim = lamp_at({0.35f, 1.5f, -0.8f}, 0.5f, 0.14f, {20, 19.5f, 19}, {0.34f, 0.33f, 0.32f});
  rim.feather = 0.2f;
  add(rig, rim);
  Lamp top = lamp_at({0.0f, 1.3f, 0.35f}, 0.30f, 0.30f, {7, 6.9f, 6.7f}, {0.20f, 0.196f, 0.188f});
  top.feather = 0.15f;
  add(rig, top);
  rig.sky = {0.050f, 0.054f, 0.062f};
  rig.horizon = {0.020f, 0.022f, 0.027f};
  rig.ground = {0.034f, 0.035f, 0.039f};
  rig.exposure = 1.05f;
  rig.wall_top = {0.0045f, 0.005f, 0.007f};
  rig.wall_low = {0.012f, 0.013f, 0.017f};
  rig.wall_glow = {0.036f, 0.041f, 0.055f};
  rig.glow_at = {0.5f, 0.56f};
  rig.glow_radius = 0.62f;
  rig.vignette = 1.0f;
  rig.fog_per_m = 3.4f;
  rig.table_dullness = 0.55f;
  rig.table_mirror = 0.24f;
  return rig;
}

LightRig street() {
  LightRig rig;
  Lamp sun = lamp_at({-1.5f, 0.95f, 0.75f}, 0.11f, 0.11f, {60, 46, 30}, {3.0f, 2.05f, 1.12f});
  sun.wrap = 0.05f;
  sun.feather = 0.4f;
  add(rig, sun);
  Lamp sky = lamp_at({0.9f, 1.6f, 0.4f}, 0.9f, 0.7f, {1.3f, 1.5f, 1.8f}, {0.15f, 0.18f, 0.23f});
  sky.feather = 0.6f;
  sky.wrap = 0.6f;
  add(rig, sky);
  rig.sky = {0.30f, 0.345f, 0.43f};
  rig.horizon = {0.62f, 0.52f, 0.40f};
  rig.ground = {0.25f, 0.185f, 0.13f};
  rig.exposure = 0.80f;
  rig.wall_top = {0.16f, 0.36f, 0.66f};
  rig.wall_low = {0.95f, 0.66f, 0.40f};
  rig.wall_glow = {0.85f, 0.48f, 0.17f};
  rig.glow_at = {0.36f, 0.60f};
  rig.glow_radius = 0.42f;
  rig.vignette = 0.15f;
  rig.fog_per_m = 0.018f;
  rig.street = true;
  return rig;
}

// The sun is down, the sky still has it: rose over violet, and the lanterns are lit.
LightRig street_at_dusk() {
  LightRig rig = street();
  rig.lamps[0].mirrored = {16, 9, 7};
  rig.lamps[0].diffuse = {0.74f, 0.40f, 0.30f};
  rig.lamps[1].mirrored = {2.2f, 1.5f, 1.0f};
  rig.lamps[1].diffuse = {0.46f, 0.315f, 0.20f};
  rig.sky = {0.235f, 0.215f, 0.30f};
  rig.horizon = {0.44f, 0.27f, 0.23f};
  rig.ground = {0.20f, 0.125f, 0.082f};
  rig.exposure = 0.88f;
  rig.wall_top = {0.060f, 0.085f, 0.225f};
  rig.wall_low = {0.86f, 0.36f, 0.20f};
  rig.wall_glow = {0.70f, 0.26f, 0.085f};
  rig.fog_per_m = 0.020f;
  rig.patch = 0.55f;
  return rig;
}

// Moonlight from where the sun stood; what warms the street hangs over it.
LightRig street_by_lantern() {
  LightRig rig = street();
  rig.lamps[0].mirrored = {5, 6.2f, 8.5f};
  rig.lamps[0].diffuse = {0.135f, 0.180f, 0.290f};
  rig.lamps[1].mirrored = {4.2f, 2.7f, 1.3f};
  rig.lamps[1].diffuse = {0.52f, 0.335f, 0.170f};
  rig.sky = {0.060f, 0.066f, 0.110f};
  rig.horizon = {0.085f, 0.070f, 0.082f};
  rig.ground = {0.105f, 0.064f, 0.036f};
  rig.exposure = 0.98f;
  rig.wall_top = {0.007f, 0.011f, 0.032f};
  rig.wall_low = {0.060f, 0.052f, 0.082f};
  rig.wall_glow = {0.060f, 0.040f, 0.034f};
  rig.fog_per_m = 0.022f;
  rig.patch = 1;
  return rig;
}

LightRig street(float night_0_1) {
  if (night_0_1 < 0.5f) return between(street(), street_at_dusk(), 2 * night_0_1);
  return between(street_at_dusk(), street_by_lantern(), 2 * night_0_1 - 1);
}

}  // namespace

LightRig light_rig(Place place, float heat_0_1, float night_0_1) {
  switch (place) {
    case Place::kWorkshop:
      return between(workshop(), workshop_by_lantern(), night_0_1);
    case Place::kPaper:
      return between(paper(), paper_by_lamp(), night_0_1);
    case Place::kKiln:
      return between(cold_kiln(), kiln(), heat_0_1);
    case Place::kVitrine:
      return vitrine();
    case Place::kStreet:
      return street(night_0_1);
  }
  return workshop();
}

Vec3 lamp_direction(const Lamp& lamp) {
  return normalised(lamp.centre);
}

}  // namespace sui::engine
