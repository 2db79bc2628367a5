// Modelling: the few moves every attachment is made of, as mesh pieces with a ware's vertex colours.
//
// Private to this folder; pure. Metres; the scene's axes: y up, turn 0 at +x, growing towards -z. Every solid is closed
// and looks outwards.
#pragma once

#include <span>
#include <vector>

#include "game/engine/geometry.h"
#include "game/engine/scene.h"

namespace sui::ware {

using engine::Mat4;
using engine::Mesh;
using engine::Vec2;
using engine::Vec3;

struct Clay {      // what a vertex colour says of the place
  float open = 1;  // to the sky
  float wall_mm = 8;
  float glaze_mm = 0;
  bool bare = false;
};

struct Node {  // of a tube: middle, half widths across (along `side`) and in the plane
  Vec3 at;
  float across = 0, thick = 0;
};

uint32_t clay_colour(const Clay& clay);
// The cubic from a to d, `count` nodes with sizes running from `first` to `last`, bulged in the middle by `swell`.
std::vector<Node> bend(Vec3 a, Vec3 b, Vec3 c, Vec3 d, Vec2 first, Vec2 last, int count, float swell = 0);
// An elliptic tube through nodes that lie in the plane across `side`; ends closed by caps, or turned in and open.
void add_tube(Mesh& out, std::span<const Node> nodes, Vec3 side, const Clay& clay, bool open_end = false);
void add_ellipsoid(Mesh& out, Vec3 centre, Vec3 radii, const Mat4& turned, const Clay& clay);
// Lathe work on the y axis from (radius, height) points, from the underside's middle out, up and back to the axis.
void add_turned(Mesh& out, std::span<const Vec2> profile, Vec3 foot, const Clay& clay);
void add_block(Mesh& out, Vec3 centre, Vec3 half, float bevel, const Clay& clay);
// All vertices from `first` on, moved.
void move(Mesh& out, std::size_t first, const Mat4& by);

}  // namespace sui::ware
