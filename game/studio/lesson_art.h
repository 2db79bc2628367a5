// LessonArt: one small blue drawing for each lesson, as on a sample tile.
//
// Owns the drawings; the tile and its colours are brushwork.h's.
#pragma once

#include "game/studio/brushwork.h"
#include "game/studio/lesson.h"

namespace sui::studio {

void draw_lesson_art(const Sheet& sheet, LessonId lesson);
// A pyrometric cone on its foot, leaning by so many degrees; 8 as it was set, 90 down.
void draw_cone(const Sheet& sheet, engine::Vec2 foot, float height, float lean_deg, float deep);

}  // namespace sui::studio
