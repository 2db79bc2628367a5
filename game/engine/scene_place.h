// The light of each place: lamps as rectangles, the room's ambient colours, the far wall.
//
// Private to this folder, pure numbers, no GPU. A rig is laid out round the camera's target and grows with the
// camera's distance, so a cup and a vase framed alike are lit alike. Units: metres, linear light.
#pragma once

#include <array>

#include "game/engine/scene.h"

namespace sui::engine {

inline constexpr int kLampsMax = 4;

struct Lamp {
  Vec3 centre;        // from the target
  Vec3 across, down;  // half sides
  Vec3 mirrored;      // what a mirror sees
  Vec3 diffuse;       // what a white wall facing it gives back
  float wrap = 0.3f;  // how far a big lamp reaches round the edge
  float feather = 0;  // soft border of its reflection, in half sides
  float panes_across = 1, panes_down = 1;
};

struct LightRig {
  std::array<Lamp, kLampsMax> lamps{};  // lamp 0 throws the shadow
  int lamp_count = 0;
  bool shadow = true;
  Vec3 sky, horizon, ground;
  float exposure = 1;
  Vec3 wall_top, wall_low, wall_glow;
  Vec2 glow_at{0.5f, 0.5f};
  float glow_radius = 0.8f, vignette = 0.8f, fog_per_m = 0;
  Vec2 patch_at{0.3f, 0.7f};
  float patch = 0, patch_size = 0.4f;  // the window's light on the wall; of the street: how many lights are lit
  float table_dullness = 0.7f;         // how much of a lamp its own reflection in the table loses
  float table_mirror = 0;              // how much of a pot a glossy table under it shows upside down
  bool street = false;
};

// `heat_0_1` matters to the kiln alone: 0 cold by daylight … 1 lit by its own embers.
// `night_0_1`: 0 by day … 1 by lantern; the vitrine has its own lamps and keeps them.
LightRig light_rig(Place place, float heat_0_1 = 1, float night_0_1 = 0);
Vec3 lamp_direction(const Lamp& lamp);

}  // namespace sui::engine
