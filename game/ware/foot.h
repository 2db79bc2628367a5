// The underside's mark as a thin disc of its own: a sheet inside the foot ring, written on by craft's foot_mark.h.
//
// Private to this folder; owns the disc's mesh, its texture and when they are made anew. Drawn only of a pot that is
// turned over. Units: Look is mm, the scene metres.
#pragma once

#include "game/ware/ware.h"

namespace sui::ware {

// Makes the disc of a marked, upturned pot; drops it of any other.
void show_mark(engine::Scene& scene, const craft::Look& look, Shown& shown);
void hide_mark(engine::Scene& scene, Shown& shown);
// The pot's own material with the mark as its paint.
engine::WareMaterial mark_material(const craft::Look& look, const Shown& shown);

}  // namespace sui::ware
