// Likeness: how much a pot is like a goal shape, 0 … 100, whatever its size.
//
// Owns the comparison of outlines; judges neither walls nor glaze. A pure function of the pot as it stands, never
// hashed. Fair by construction: a place counts by how many per cent it is too wide or too narrow, or how far (in
// hundredths of the height) it sits too high or low, whichever explains it better, so a plate is not judged harder
// than a vase and a potter's own style costs little.
#pragma once

#include "game/craft/shapes.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

struct Likeness {
  GoalShape shape = GoalShape::kMeiping;
  double score = 0;
};

// Outer radius over height of a pot, in its own heights; what it weighs or holds does not matter.
Outline outline_of(const Workpiece& workpiece);

// 100 for the shape itself, about 90 for 5 % too wide all over, about 70 for 10 %.
double outline_likeness(const Outline& outline, GoalShape shape);

// The outline's likeness, less what is off centre, oval, or not hollowed out; 0 for a pot that fell.
double likeness(const Workpiece& workpiece, GoalShape shape);
Likeness nearest_shape(const Workpiece& workpiece);

}  // namespace sui::craft
