// The street's screens for the check of cut words: the street itself, a stall, buying in every state, one's own pieces.
//
// Owns what the bazaar would have told: there is no server here. Each state is one frame, drawn by the town's own code.
#pragma once

#include <string>
#include <vector>

#include "game/town/town.h"

namespace sui::gallery {

std::vector<std::string> town_screens();
// Draws `screen` once into the frame; `shelf` must hold a piece and is left as it was.
void draw_town_screen(const std::string& screen, town::Town& town, engine::Frame& frame, shelf::Shelf& shelf,
                      const engine::Strings& strings);

}  // namespace sui::gallery
