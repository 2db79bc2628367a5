// Character packs: a figure as smooth-blended solids with glaze colours (assets/characters/*.json), meshed at load.
//
// Owns reading, meshing (signed distances, surface nets) and posing of parts (body, head, wings, feet) for walking,
// nodding, cheering. The Sui Sui Duck is the first pack; another file is another character. Units: metres, figure
// stands on y = 0 facing +z.
#pragma once

#include <memory>
#include <string>

#include "game/base/result.h"
#include "game/engine/scene.h"

namespace sui::engine {

struct Pose {
  float walk = 0;         // phase in steps; 0 standing
  float walk_weight = 0;  // 0 stands … 1 walks
  float nod = 0;          // -1 looks down … 1 looks up
  float look = 0;         // -1 left … 1 right
  float wings = 0;        // 0 folded … 1 raised, cheering
  float squash = 0;       // breath and hops: -1 … 1
  float blink = 0;        // 0 open … 1 shut
};

struct Character;  // meshes of the parts and their joints
Result<std::shared_ptr<Character>> load_character(Scene& scene, const std::string& json_text,
                                                  const std::string& file_name);
void draw_character(Scene& scene, const Character& character, const Mat4& transform, const Pose& pose, Colour tint);
float height_m(const Character& character);

}  // namespace sui::engine
