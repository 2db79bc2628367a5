// Palette: the dishes of colour beside the pot: three oxides for under the glaze, nine enamels for over it.
//
// Owns which dishes there are, where they stand and what they look like fired; what a pigment lays is craft's. pt.
#pragma once

#include <span>

#include "game/craft/act.h"
#include "game/studio/chrome.h"

namespace sui::studio {

struct Dish {
  craft::Pigment pigment;
  const char* id;
  const char* hint;
  uint32_t dark, pale;  // as it will fire, full and thinned
};

std::span<const Dish> dishes(bool enamels);
const Dish& dish_of(craft::Pigment pigment);
// Oxides stand in a row right of the brush's size, enamels in a column down the right side.
engine::Vec2 dish_place(engine::Rect safe, bool enamels, std::size_t index);
engine::Rect brush_size_row(engine::Rect safe, bool enamels);
// Draws them; true when another was taken.
bool frame_palette(Around& around, bool enamels, craft::Pigment& pigment);

}  // namespace sui::studio
