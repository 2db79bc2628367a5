// The decorated half of a Look: a PigmentField in bytes, and what the fire made of copper and iron.
//
// Owns field -> bytes; derived, never hashed. Used by look_of and by whoever keeps a field of their own while painting.
#pragma once

#include "game/craft/look.h"
#include "game/craft/surface.h"

namespace sui::craft {

// Sets paint_columns, paint_rows and every paint layer of `look`; look.fired says whether wax still shows.
void take_paint(const PigmentField& field, Look& look);
// The colours of youlihong and of iron brown for the share of iron the fire reduced (facts D4: good, grey, oxidized).
void strike_colours(double fe2_fraction, Look& look);

}  // namespace sui::craft
