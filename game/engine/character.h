// Character packs: a figure as smooth-blended solids with glaze colours (assets/characters/*.json), meshed at load.
//
// Owns reading, meshing (signed distances, surface nets) and posing of parts (body, head, wings, feet) for walking,
// nodding, cheering, clapping, breaking and being joined. The Sui Sui Duck is the first pack; another file is another
// character, with a token of pride and joins of its own. Units: metres, figure stands on y = 0 facing +z.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

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
  float clap = 0;         // 0 wings apart … 1 together in front, where they are raised
  float token = 0;        // how much of its pride is seen: the duck's smoke, the cat's sparks …
  float token_s = 0;      // … and since when
  float cracks = 0;       // 0 whole … 1 sherds
  float gold = 0;         // how many of them are joined
};

struct Character;  // meshes of the parts and their joints
Result<std::shared_ptr<Character>> load_character(Scene& scene, const std::string& json_text,
                                                  const std::string& file_name);
void draw_character(Scene& scene, const Character& character, const Mat4& transform, const Pose& pose, Colour tint);
// A crowd: every part once to the GPU for all of them. They break like the first of them, and show no pride.
struct Standing {
  Mat4 transform;
  Pose pose;
};
void draw_crowd(Scene& scene, const Character& character, std::span<const Standing> crowd, std::vector<Mat4>& scratch);
// The same from afar: one coarse mesh in one piece, which may only waddle.
void draw_far_crowd(Scene& scene, const Character& character, std::span<const Standing> crowd, bool casts_shadow,
                    std::vector<Mat4>& scratch);
float height_m(const Character& character);

}  // namespace sui::engine
