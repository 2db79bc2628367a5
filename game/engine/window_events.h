// Turns SDL's events into gestures. The only place that knows SDL's names for fingers, buttons and keys.
//
// Private to this folder; keeps nothing. Positions become pt here.
#pragma once

#include <SDL.h>

#include "game/engine/gestures.h"

namespace sui::engine {

struct WindowNews {
  bool closed = false, hidden = false, shown = false, toggled_fullscreen = false;
};

// `window_pt`: the window's size in pt; `points_per_unit`: pt per SDL window coordinate.
void note_event(const SDL_Event& event, Vec2 window_pt, float points_per_unit, Gestures& gestures, WindowNews& news);

}  // namespace sui::engine
