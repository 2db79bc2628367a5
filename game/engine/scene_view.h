// The camera's matrices, shared by drawing and by pointing.
//
// Private to this folder; pure; owns nothing and knows no GPU. Units: metres, degrees for the camera's angle of view.
// Near and far planes follow the distance to the target, so one camera serves a cup and a street.
#pragma once

#include "game/engine/scene.h"

namespace sui::engine {

float target_distance_m(const Camera& camera);
Mat4 view_projection(const Camera& camera, float aspect);
// From the world into the cube a lamp sees: `reach` metres round the target, steady under small camera moves.
Mat4 lamp_view_projection(Vec3 target, Vec3 towards_lamp, float reach, int map_size_px);
Vec3 moved(const Mat4& matrix, Vec3 point);
Vec3 turned(const Mat4& matrix, Vec3 direction);

}  // namespace sui::engine
