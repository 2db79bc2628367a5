// The decorated half of a Look: a PigmentField in bytes, and what the fire made of copper and iron.
//
// Owns field -> bytes; derived, never hashed. Used by look_of and by whoever keeps a field of their own while painting.
#pragma once

#include "game/craft/look.h"
#include "game/craft/surface.h"

namespace sui::craft {

// Sets paint_columns, paint_rows and every paint layer of `look`; look.fired says whether wax still shows, look.glazed
// whether it kept glaze off.
void take_paint(const PigmentField& field, Look& look);
// The colours a fire gave youlihong (facts D4: oxidized, grey, good) and iron brown. Copper kept from air but cooled
// too fast to strike is grey. Cobalt's blue is its oxides' optical depth in the glaze over it (glaze_colour.h).
void strike_colours(const Firing& firing, const Glaze& glaze, Look& look);
// The mark on the foot, raw or as the fire left it (after strike_colours).
void take_foot_mark(const Surface& surface, Look& look);

}  // namespace sui::craft
