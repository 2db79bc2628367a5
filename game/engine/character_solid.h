// Solids melted together, and the skin over them: signed distances, then surface nets (Gibson 1998).
//
// Private to this folder; pure. Vertices are pulled onto the surface and take its gradient as normal, so few triangles
// look smooth. Vertex colours are glaze colours mixed where solids melt; alpha is how feathered, uv where in the
// feather pattern. Units: metres.
#pragma once

#include "game/engine/character_pack.h"
#include "game/engine/scene.h"

namespace sui::engine {

struct Skin {
  float distance_m = 0;  // negative inside
  Colour colour;
  float plumage = 0;
};

Skin skin_at(const PartPack& part, Vec3 point);
// Error when the part's grid would pass kCellsMax; `where` names the part.
Result<Mesh> mesh_of(const PartPack& part);
Mesh mirrored_x(const Mesh& mesh);

}  // namespace sui::engine
