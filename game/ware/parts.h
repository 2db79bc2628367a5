// Attachments as meshes: handles as bent tubes, spouts as tapered ones, lids and knobs as lathe work, the duck's parts.
//
// Private to this folder; pure. Parts are added to the pot's own mesh, in its frame (metres, foot at y = 0 before the
// stand lifts it), so that portraits, stalls and shelves draw them without knowing. Vertex colours as WareMaterial
// says.
#pragma once

#include "game/craft/look.h"
#include "game/engine/scene.h"

namespace sui::ware {

void add_parts(const craft::Look& look, engine::Mesh& mesh);

}  // namespace sui::ware
