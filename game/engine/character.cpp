#include "game/engine/character.h"

#include <cmath>
#include <utility>
#include <vector>

#include "game/engine/character_pack.h"
#include "game/engine/character_solid.h"

namespace sui::engine {
namespace {

constexpr float kHalfTurn = 3.14159265f;

struct Part {
  MeshId mesh = MeshId::kNone;
  Motion motion = Motion::kBody;
  Vec3 joint;
  float side = 1;  // -1: the mirrored one, on the figure's right
};

}  // namespace

struct Character {
  std::vector<Part> parts;
  Vec3 head_joint;
  float height_m = 0.25f, clear_coat = 1;
};

namespace {

Mat4 about(Vec3 joint, const Mat4& turn) {
  return translation(joint) * turn * translation(Vec3{} - joint);
}

float pulse(float value) {
  return value > 0 ? value : 0;
}

// The ground figure: squashed on its feet, rocking from foot to foot as it walks. Sizes go with the figure's height.
struct Rig {
  Mat4 ground, body, head;
};

Rig rig_of(const Character& character, const Mat4& transform, const Pose& pose) {
  const float size = character.height_m;
  const float stretch = 1 + 0.16f * pose.squash;
  const float slim = 1 / std::sqrt(stretch);
  Rig rig;
  rig.ground = transform * scaling({slim, stretch, slim});
  const float step = std::sin(kHalfTurn * pose.walk) * pose.walk_weight;
  const float bob = std::abs(std::sin(kHalfTurn * pose.walk)) * pose.walk_weight * 0.028f * size;
  const Vec3 hips{0, 0.18f * size, 0};
  // Weight on the left foot (+x) tips the body over it: the top leans to +x.
  rig.body = rig.ground * translation({-step * 0.02f * size, bob, 0}) *
             about(hips, rotation({0, 0, 1}, 0.15f * step) * rotation({0, 1, 0}, 0.10f * step));
  const float thrust = std::sin(2 * kHalfTurn * pose.walk) * pose.walk_weight * 0.025f * size;
  rig.head = rig.body * translation({0, 0, thrust}) *
             about(character.head_joint, rotation({0, 0, 1}, -0.12f * step) * rotation({0, 1, 0}, -0.85f * pose.look) *
                                             rotation({1, 0, 0}, -0.42f * pose.nod));
  return rig;
}

Mat4 foot_place(const Rig& rig, const Part& part, const Pose& pose, float size) {
  const float swing = std::cos(kHalfTurn * pose.walk) * part.side * pose.walk_weight;
  const float lift = pulse(std::sin(kHalfTurn * pose.walk) * part.side) * pose.walk_weight;
  return rig.ground * translation({0, lift * 0.075f * size, swing * 0.10f * size}) *
         about(part.joint, rotation({1, 0, 0}, lift * 0.5f - swing * 0.12f));
}

Mat4 place_of(const Character& character, const Rig& rig, const Part& part, const Pose& pose) {
  switch (part.motion) {
    case Motion::kBody:
      return rig.body;
    case Motion::kHead:
      return rig.head;
    case Motion::kFoot:
      return foot_place(rig, part, pose, character.height_m);
    case Motion::kEye:
      return rig.head * about(part.joint, scaling({1, 1 - 0.92f * pose.blink, 1}));
    case Motion::kWing: {
      const float flap = 0.10f * std::sin(2 * kHalfTurn * pose.walk) * pose.walk_weight;
      // Out from the flank, then up: the long feathers point sideways when it cheers.
      const float side = part.side;
      const Mat4 raised = rotation({0, 0, 1}, side * (0.8f * pose.wings + pulse(flap))) *
                          rotation({0, 1, 0}, -side * 1.2f * pose.wings) * rotation({1, 0, 0}, 0.3f * pose.wings);
      return rig.body * about(part.joint, raised);
    }
  }
  return rig.body;
}

}  // namespace

Result<std::shared_ptr<Character>> load_character(Scene& scene, const std::string& json_text,
                                                  const std::string& file_name) {
  Result<CharacterPack> pack = read_character_pack(json_text, file_name);
  if (!pack) return pack.error();
  std::vector<std::pair<Part, Mesh>> made;
  auto character = std::make_shared<Character>();
  character->height_m = pack->height_m;
  character->clear_coat = pack->clear_coat;
  character->head_joint = {0, 0.6f * pack->height_m, 0};
  for (const PartPack& part : pack->parts) {
    Result<Mesh> mesh = mesh_of(part);
    if (!mesh) return Error{file_name + ": " + mesh.error().where, mesh.error().what};
    if (part.motion == Motion::kHead) character->head_joint = part.joint;
    if (part.mirrored) {
      const Vec3 joint{-part.joint.x, part.joint.y, part.joint.z};
      made.push_back({{MeshId::kNone, part.motion, joint, -1}, mirrored_x(*mesh)});
    }
    made.emplace_back(Part{MeshId::kNone, part.motion, part.joint, 1}, std::move(*mesh));
  }
  for (auto& [part, mesh] : made) {
    part.mesh = scene.make_mesh(mesh);
    character->parts.push_back(part);
  }
  return character;
}

void draw_character(Scene& scene, const Character& character, const Mat4& transform, const Pose& pose, Colour tint) {
  PlainMaterial glaze;
  glaze.tint = tint;
  glaze.roughness = 0.3f;
  glaze.clear_coat = character.clear_coat;
  glaze.plumage = 1;
  const Rig rig = rig_of(character, transform, pose);
  for (const Part& part : character.parts) {
    scene.draw_plain(part.mesh, place_of(character, rig, part, pose), glaze);
  }
}

float height_m(const Character& character) {
  return character.height_m;
}

}  // namespace sui::engine
