// Firing a workpiece: runs its schedule in the kiln (kiln.h) and writes the outcome into clay, glaze and defects.
//
// Owns what the fire does to this pot; does not own temperatures (kiln.h) nor whether firing is allowed (workpiece.h).
// Sizes shrink in place: ring radii, widths and volumes are those of the fired pot afterwards.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

// `act` is a checked kFire act; `workpiece.schedule` holds the segments. Ends in stage kFired, or bare
// out of a low fire in kBiscuit. What fires before did to the body counts: it shrinks by the remainder.
void fire(Workpiece& workpiece, const Act& act);
// The pot as it stands in this kiln, at this place (act.h: kFire's b), before chance has said where on the shelf: what
// somebody who feeds the fire can know.
KilnLoad load_in(const Workpiece& workpiece, KilnKind kind, int place);

}  // namespace sui::craft
