// A look's decoration as textures: cobalt alone in one, the rest packed in two more that only a busy pot needs.
//
// Private to this folder; owns the packing and when textures travel to the graphics card.
#pragma once

#include "game/ware/ware.h"

namespace sui::ware {

void show_paint(engine::Scene& scene, const craft::Look& look, bool changed, Shown& shown);
void hide_paint(engine::Scene& scene, Shown& shown);

}  // namespace sui::ware
