// Meshes made of numbers: lathe work (pots, wheel heads, lanterns), boxes, rounded boxes, planes, tubes.
//
// Pure: owns nothing, sees no GPU; every solid is closed and looks outwards (counter-clockwise).
// Units: metres. Colours sRGB baked into vertices.
#pragma once

#include <span>

#include "game/engine/scene.h"

namespace sui::engine {

struct LatheRing {  // a closed profile walked from the outside foot up, over the rim, down inside to the axis
  float radius = 0, height = 0;
  float off_x = 0, off_z = 0;    // centre offset
  float oval_x = 0, oval_z = 0;  // second harmonic
  float sink = 0;                // one-sided sag
  float twist_turn = 0;
  float slope_radius = 0, slope_height = 0;  // unit tangent of the profile; both 0: taken from the neighbours
  float v = 0;                               // texture row, 0..1; > 1 or < 0 is unpainted ground
  uint8_t glaze = 0;                         // 0..255 = 0..1.5 mm
};

// Where a ring lies at `turn` (counter-clockwise from above, 0 is +x), for pointing at what lathe() draws.
Vec3 lathe_point(const LatheRing& ring, float turn);
// Rebuilds `out` in place (no allocation once it has its size). Smooth normals along the profile; a ring given twice
// makes a crease. `segments` 3..256. Vertex uv: u turn, v from the ring.
void lathe(std::span<const LatheRing> profile, int segments, Mesh& out);
void add_box(Mesh& out, Vec3 centre, Vec3 half, Colour colour, float bevel = 0);
void add_plane(Mesh& out, Vec3 centre, float half_x, float half_z, Colour colour, float uv_per_m = 1);
void add_cylinder(Mesh& out, Vec3 foot, float radius_low, float radius_high, float height, int segments, Colour colour);
void add_sphere(Mesh& out, Vec3 centre, Vec3 radii, int segments, Colour colour);
// For mist (PlainMaterial::is_mist): a ball that thins out towards its edge from wherever it is seen, and a flat disc
// on the ground, radius 1.
void add_mist_ball(Mesh& out, int segments);
void add_mist_disc(Mesh& out, int segments);
// Adds `part` moved by `transform`, which may not mirror.
void add_mesh(Mesh& out, const Mesh& part, const Mat4& transform);

}  // namespace sui::engine
