// LessonHand: the ghost of a hand that shows where to touch: on the clay at the wheel, as a brush on the wall.
//
// Owns the paths; lies over the room and hides as soon as a real hand is there. Stands still where motion is unwanted.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/lesson.h"

namespace sui::studio {

struct Wheel;

void show_hand_on_clay(Around& around, LessonId lesson, const LessonSight& sight, const Wheel& wheel, double since_s);
void show_brush_on_wall(Around& around, double since_s);

}  // namespace sui::studio
