// The street of the old porcelain works as meshes: brick halls with saw-tooth roofs, one tall chimney, paving, plane
// trees, stalls with cloth awnings, saggars, boards of drying ware, strings of lanterns.
//
// Pure numbers to meshes. Static and merged: what is near comes in stretches along the street, so that only those in
// sight are drawn and only those near throw shade. Owns no GPU objects. Units: metres, layout.h's street. Brick,
// paving and windows carry texture coordinates for pattern.h.
#pragma once

#include <array>
#include <vector>

#include "game/engine/scene.h"

namespace sui::town {

inline constexpr int kStretchCount = 6;
inline constexpr float kStretchLength = 6.2f;

struct Stretch {
  engine::Mesh things;   // awnings, trunks, half the leaves: gloss by vertex
  engine::Mesh details;  // saggars, jars, boards of ware, the other leaves: only seen from near
  engine::Mesh timber;   // grained
};

struct StreetMeshes {
  engine::Mesh brick;                        // walls and chimney, textured
  engine::Mesh ground;                       // textured
  engine::Mesh windows;                      // textured
  engine::Mesh trim;                         // lintels, roofs, pipes, wires
  engine::Mesh lanterns;                     // lit
  std::vector<engine::Vec3> lantern_places;  // their middles
  engine::Mesh far;                          // hills, the plain around: drawn last, nearly all of it is hidden
  std::array<Stretch, kStretchCount> stretches;
};

StreetMeshes build_street();
Stretch& stretch_at(StreetMeshes& street, float z);

// Its parts, each in the file of its trade (halls.cpp, stalls.cpp, greenery.cpp).
void add_halls(StreetMeshes& out);
void add_ground(StreetMeshes& out);
void add_chimney(StreetMeshes& out);
void add_stalls(StreetMeshes& out);
void add_trees(StreetMeshes& out);
void add_lanterns(StreetMeshes& out);
void add_clutter(StreetMeshes& out);

}  // namespace sui::town
