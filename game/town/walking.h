// Walking in the street: round bodies on flat ground, so that ducks bump softly and stalls are walked round.
//
// Owns the Box2D world (top-down, no gravity). Only what pleases the eye: nothing here is recorded or sent but where
// my own duck came to stand. Units: metres, seconds, radians (0 looks towards +z).
#pragma once

#include <memory>

#include "game/engine/geometry.h"
#include "game/town/presence.h"

namespace sui::town {

struct Walker {  // my duck
  float x = 0, z = 0, facing = 3.1415927f;
  float speed = 0;       // m/s
  float walk_phase = 0;  // steps
  bool has_goal = false;
  float goal_x = 0, goal_z = 0;
  float bump = 0;  // 1 just bumped into somebody … 0
};

struct Street;
struct StreetDeleter {
  void operator()(Street* street) const;
};
using StreetPointer = std::unique_ptr<Street, StreetDeleter>;

StreetPointer open_street(float x, float z);
void place(Street& street, float x, float z);
// Walks towards the goal, or along `steer` (length 0..1) when it is not zero; a steered duck forgets its goal.
void walk(Street& street, Walker& walker, engine::Vec2 steer, const Crowd& crowd, double dt_s);
// The nearest place to (x, z) where a duck may stand.
engine::Vec2 standing_place(float x, float z);

}  // namespace sui::town
