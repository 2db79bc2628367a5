#include "game/engine/character.h"

#include <cmath>
#include <utility>
#include <vector>

#include "game/engine/character_pack.h"
#include "game/engine/character_solid.h"
#include "game/engine/shapes.h"

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
  MeshId far = MeshId::kNone, puff = MeshId::kNone;
  Vec3 head_joint;
  float height_m = 0.25f, clear_coat = 1;
  Pride pride;
  Colour join;
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
      const float forward = (1.2f + 1.1f * pose.clap) * pose.wings;
      const Mat4 raised = rotation({0, 0, 1}, side * (0.8f * pose.wings + pulse(flap))) *
                          rotation({0, 1, 0}, -side * forward) * rotation({1, 0, 0}, 0.3f * pose.wings);
      return rig.body * about(part.joint, raised);
    }
  }
  return rig.body;
}

constexpr float kFarCoarser = 2.9f, kFarFeetCoarser = 1.6f;  // cells of the mesh that is seen from afar; legs are thin
constexpr int kPuffSegments = 12;

// One coarse skin of all parts as they stand.
Result<Mesh> far_mesh(const CharacterPack& pack) {
  Mesh whole;
  for (PartPack part : pack.parts) {
    part.cell_m *= part.motion == Motion::kFoot ? kFarFeetCoarser : kFarCoarser;
    Result<Mesh> mesh = mesh_of(part);
    if (!mesh) return mesh.error();
    add_mesh(whole, *mesh, {});
    if (part.mirrored) add_mesh(whole, mirrored_x(*mesh), {});
  }
  return whole;
}

Vec3 moved(const Mat4& matrix, Vec3 p) {
  const std::array<float, 16>& m = matrix.m;
  return {m[0] * p.x + m[4] * p.y + m[8] * p.z + m[12], m[1] * p.x + m[5] * p.y + m[9] * p.z + m[13],
          m[2] * p.x + m[6] * p.y + m[10] * p.z + m[14]};
}

struct TokenLook {
  int count = 7;
  float life_s = 2.4f, rise = 0.5f, sway = 0.05f, size_from = 0.035f, size_to = 0.15f;  // in heights of the figure
  float thick = 1, glow = 0.3f;
};

TokenLook look_of(Token token) {
  if (token == Token::kSparks) return {11, 1.3f, 0.62f, 0.30f, 0.022f, 0.008f, 1.0f, 4.0f};
  if (token == Token::kIncense) return {20, 5.0f, 0.95f, 0.05f, 0.020f, 0.075f, 0.34f, 0.35f};
  return {};
}

// Rises from its place on the head, whatever the head does; each puff grows, sways and thins out.
void draw_token(Scene& scene, const Character& character, const Mat4& transform, const Rig& rig, const Pose& pose) {
  if (character.pride.token == Token::kNone || pose.token < 0.01f) return;
  const TokenLook look = look_of(character.pride.token);
  const std::array<float, 16>& m = transform.m;
  const float scale = std::sqrt(m[0] * m[0] + m[1] * m[1] + m[2] * m[2]), size = character.height_m * scale;
  const Vec3 from = moved(rig.head, character.pride.at);
  PlainMaterial mist;
  mist.is_mist = true;
  mist.casts_shadow = false;
  mist.emission = look.glow;
  mist.tint = character.pride.colour;
  for (int each = 0; each < look.count; ++each) {
    const float share = static_cast<float>(each) / static_cast<float>(look.count);
    const float turns = pose.token_s / look.life_s - share;
    if (turns < 0) continue;  // not let out yet
    const float age = turns - std::floor(turns), own = static_cast<float>(each) * 2.4f + std::floor(turns);
    const float sway = look.sway * size * age;
    const Vec3 at = from + Vec3{sway * std::sin(own * 3 + age * 4), look.rise * size * age * (1.3f - 0.3f * age),
                                sway * std::cos(own * 5 + age * 3) + 0.35f * look.sway * size};
    const float radius = (look.size_from + (look.size_to - look.size_from) * std::sqrt(age)) * size;
    mist.tint.a = pose.token * look.thick * std::min(1.0f, age * 7) * (1 - age) * (1 - 0.35f * age);
    scene.draw_plain(character.puff, translation(at) * scaling({radius, radius, radius}), mist);
  }
}

PlainMaterial glaze_of(const Character& character, Colour tint) {
  PlainMaterial glaze;
  glaze.tint = tint;
  glaze.roughness = 0.3f;
  glaze.clear_coat = character.clear_coat;
  glaze.plumage = 1;
  return glaze;
}

void broken_alike(const Character& character, const Pose& pose, PlainMaterial& glaze) {
  glaze.cracks = pose.cracks;
  glaze.gold = pose.gold;
  glaze.join = character.join;
  glaze.whole_m = character.height_m;
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
  character->pride = pack->pride;
  character->join = pack->join;
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
  Result<Mesh> far = far_mesh(*pack);
  if (!far) return Error{file_name + ": " + far.error().where, far.error().what};
  character->far = scene.make_mesh(*far);
  Mesh puff;
  add_mist_ball(puff, kPuffSegments);
  character->puff = scene.make_mesh(puff);
  for (auto& [part, mesh] : made) {
    part.mesh = scene.make_mesh(mesh);
    character->parts.push_back(part);
  }
  return character;
}

void draw_character(Scene& scene, const Character& character, const Mat4& transform, const Pose& pose, Colour tint) {
  PlainMaterial glaze = glaze_of(character, tint);
  broken_alike(character, pose, glaze);
  const Rig rig = rig_of(character, transform, pose);
  for (const Part& part : character.parts) {
    scene.draw_plain(part.mesh, place_of(character, rig, part, pose), glaze);
  }
  draw_token(scene, character, transform, rig, pose);
}

void draw_crowd(Scene& scene, const Character& character, std::span<const Standing> crowd, std::vector<Mat4>& scratch) {
  if (crowd.empty()) return;
  PlainMaterial glaze = glaze_of(character, {1, 1, 1, 1});
  broken_alike(character, crowd.front().pose, glaze);
  for (const Part& part : character.parts) {
    scratch.clear();
    for (const Standing& one : crowd)
      scratch.push_back(place_of(character, rig_of(character, one.transform, one.pose), part, one.pose));
    scene.draw_plain_many(part.mesh, scratch, glaze);
  }
}

void draw_far_crowd(Scene& scene, const Character& character, std::span<const Standing> crowd, bool casts_shadow,
                    std::vector<Mat4>& scratch) {
  PlainMaterial glaze = glaze_of(character, {1, 1, 1, 1});
  glaze.plumage = 0;
  glaze.casts_shadow = casts_shadow;
  scratch.clear();
  for (const Standing& one : crowd) scratch.push_back(rig_of(character, one.transform, one.pose).body);
  scene.draw_plain_many(character.far, scratch, glaze);
}

float height_m(const Character& character) {
  return character.height_m;
}

}  // namespace sui::engine
