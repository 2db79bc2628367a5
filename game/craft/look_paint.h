// The decorated half of a Look: a PigmentField in bytes, and what the fire made of copper and iron.
//
// Owns field -> bytes; derived, never hashed. Used by look_of and by whoever keeps a field of their own while painting.
#pragma once

#include "game/craft/look.h"
#include "game/craft/surface.h"

namespace sui::craft {

// Sets paint_columns, paint_rows and every paint layer of `look`; look.fired says whether wax still shows.
void take_paint(const PigmentField& field, Look& look);
// The colours a fire gave youlihong (facts D4: oxidized, grey, good) and iron brown. Copper kept from air but cooled
// too fast to strike is grey.
void strike_colours(const Firing& firing, Look& look);

}  // namespace sui::craft
