// The duck incense burner's parts: upper shell with head and hollow neck, webbed feet, pierced pedestal (facts E).
//
// Private to this folder; pure. In the bowl's frame, the duck looking along +x (turn 0); metres.
#pragma once

#include "game/craft/look.h"
#include "game/ware/modelling.h"

namespace sui::ware {

void add_duck_upper(const craft::LookPart& part, const Clay& clay, Mesh& out);
void add_duck_feet(const craft::LookPart& part, const Clay& clay, Mesh& out);
void add_duck_pedestal(const craft::LookPart& part, const Clay& clay, Mesh& out);

}  // namespace sui::ware
