// What only a browser has: a page that hides, a folder kept in IndexedDB, a keyboard that rises for an input element.
//
// Private to this folder; compiled for the browser alone. The page's save.js mounts the folder before main and gives
// Module.keepSaves(); without it nothing is kept and nothing fails.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/engine/geometry.h"

namespace sui::engine::web {

void keep_files();  // copies the folder to IndexedDB; calls while one copy runs are joined
std::string language();
bool wants_reduced_motion();
bool draws_in_software();  // asked before the canvas gets its one context
Rect safe_insets();        // x left, y top, w right, h bottom, pt
void show_keyboard(bool wanted, Rect field);
std::string take_typed();  // UTF-8 since the last call; "\b" for backspace, "\n" for enter
std::string composing();
// Asks the browser to share the picture; where it cannot, downloads it. True when it was asked to share.
bool share(const std::string& name, const std::vector<uint8_t>& png);
void vibrate(int milliseconds);

}  // namespace sui::engine::web
