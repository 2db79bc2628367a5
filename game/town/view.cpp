#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/engine/shapes.h"
#include "game/town/layout.h"
#include "game/town/pattern.h"
#include "game/town/state.h"
#include "game/town/street.h"

namespace sui::town {
namespace {

using engine::Camera;
using engine::Mat4;
using engine::Mesh;
using engine::PlainMaterial;

constexpr float kDuckHeight = 0.98f;
constexpr float kDucksReach = 30.0f, kNearDuck = 7.5f, kShadowReach = 12;
constexpr std::size_t kNearDucksMax = 4;
constexpr float kDetailsReach = 15.0f;
constexpr std::size_t kPortraitsMax = 64;
constexpr int kPortraitPx = 256;

float eased(float from, float to, double dt_s, float rate) {
  return from + (to - from) * (1 - std::exp(-static_cast<float>(dt_s) * rate));
}

PlainMaterial plain(float roughness, float clear_coat = 0, float emission = 0, float grain = 0) {
  PlainMaterial material;
  material.roughness = roughness;
  material.clear_coat = clear_coat;
  material.emission = emission;
  material.grain = grain;
  return material;
}

engine::Pose pose_of(float speed, float phase, double now_s, uint32_t seed) {
  engine::Pose pose;
  pose.walk = phase;
  pose.walk_weight = std::clamp(speed / (kWalkSpeed * 0.6f), 0.0f, 1.0f);
  const double own = now_s + static_cast<double>(seed % 97) * 0.37;
  pose.squash = 0.12f * static_cast<float>(std::sin(own * 2.1)) * (1 - pose.walk_weight);
  pose.look = 0.35f * static_cast<float>(std::sin(own * 0.53) * std::sin(own * 0.31)) * (1 - pose.walk_weight);
  pose.blink = std::fmod(own, 3.7) < 0.14 ? 1.0f : 0.0f;
  return pose;
}

engine::Standing standing(const engine::Character& figure, float x, float z, float facing, const engine::Pose& pose,
                          float presence) {
  const float scale = kDuckHeight / std::max(0.01f, engine::height_m(figure)) * presence;
  return {engine::translation({x, 0.01f, z}) * engine::rotation_y(facing) * engine::scaling({scale, scale, scale}),
          pose};
}

// I walk as my companion; the bazaar does not say who the others' are, so they walk as ducks: those near with heads
// that turn, the others in one piece.
void draw_potters(Town& town, const shelf::Shelf& shelf, double now_s) {
  StreetView& view = town.view;
  const engine::Companion* duck = chosen_companion(view.companions, engine::kFirstCompanion);
  const engine::Companion* companion = chosen_companion(view.companions, shelf.settings.companion);
  if (duck == nullptr || companion == nullptr) return;
  view.near_crowd.clear();
  view.far_crowd.clear();
  view.distant_crowd.clear();
  engine::Pose mine = pose_of(town.me.speed, town.me.walk_phase, now_s, 0);
  mine.wings = town.cheer;
  mine.squash += town.me.bump * 0.4f;
  const engine::Standing me = standing(*companion->figure, town.me.x, town.me.z, town.me.facing, mine, 1);
  if (companion == duck) {
    view.near_crowd.push_back(me);
  } else {
    engine::draw_character(town.scene, *companion->figure, me.transform, me.pose, {1, 1, 1, 1});
  }
  for (const OtherPotter& potter : town.crowd.potters) {
    const float ahead = view.camera.eye.z - potter.z;
    if (potter.presence < 0.02f || ahead < -1 || ahead > kDucksReach) continue;
    const auto seed = static_cast<uint32_t>(potter.account * 2654435761u);
    engine::Pose pose = pose_of(potter.speed, potter.walk_phase, now_s, seed);
    pose.squash -= 0.8f * potter.squash * std::cos(potter.squash * 9);
    pose.wings = 0.5f * potter.squash;
    const float away = std::hypot(potter.x - view.camera.eye.x, ahead);
    const bool near =
        away < kNearDuck && view.near_crowd.size() < (view.focused > 0.5f ? kNearDucksMax / 2 : kNearDucksMax);
    (near                  ? view.near_crowd
     : away < kShadowReach ? view.far_crowd
                           : view.distant_crowd)
        .push_back(standing(*duck->figure, potter.x + potter.push_x, potter.z + potter.push_z, potter.facing, pose,
                            potter.presence));
  }
  engine::draw_crowd(town.scene, *duck->figure, view.near_crowd, view.scratch);
  engine::draw_far_crowd(town.scene, *duck->figure, view.far_crowd, true, view.scratch);
  engine::draw_far_crowd(town.scene, *duck->figure, view.distant_crowd, false, view.scratch);
}

// Nearest first: what stands in front is shaded once, and hides the rest.
void draw_stretches(Town& town) {
  const StreetView& view = town.view;
  for (std::size_t i = 0; i < view.things.size(); ++i) {
    const float near = -static_cast<float>(i) * kStretchLength, far = near - kStretchLength;
    if (far > view.camera.eye.z + 1.5f && i + 1 < view.things.size()) continue;
    const bool casts = far < view.camera.target.z + 9 && near > view.camera.target.z - 9;
    PlainMaterial things = plain(0.9f, 0.6f), timber = plain(0.75f, 0, 0, 0.6f);
    things.casts_shadow = timber.casts_shadow = casts;
    town.scene.draw_plain(view.timber[i], {}, timber);
    town.scene.draw_plain(view.things[i], {}, things);
    if (view.camera.eye.z - near < kDetailsReach) town.scene.draw_plain(view.details[i], {}, things);
  }
}

// What air and ground send back of the lanterns, once it is dark enough to be seen.
void draw_glow(Town& town, float night) {
  if (night < 0.05f) return;
  const StreetView& view = town.view;
  PlainMaterial glow = plain(1, 0, 0.8f);
  glow.is_mist = true;
  glow.casts_shadow = false;
  glow.tint = {1.0f, 0.60f, 0.26f, 0.34f * night};
  town.scene.draw_plain_many(view.pool, view.pools, glow);
  glow.tint = {1.0f, 0.58f, 0.24f, 0.27f * night};
  town.scene.draw_plain_many(view.halo, view.halos, glow);
}

}  // namespace

void open_view(Town& town) {
  StreetView& view = town.view;
  if (view.open) return;
  view.open = true;
  StreetMeshes meshes = build_street();
  engine::Scene& scene = town.scene;
  view.brick = scene.make_mesh(meshes.brick);
  view.ground = scene.make_mesh(meshes.ground);
  view.windows = scene.make_mesh(meshes.windows);
  view.trim = scene.make_mesh(meshes.trim);
  view.lanterns = scene.make_mesh(meshes.lanterns);
  view.far = scene.make_mesh(meshes.far);
  for (const Vec3& lantern : meshes.lantern_places) {
    constexpr float kHaloM = 0.52f, kPoolM = 2.1f;
    view.halos.push_back(engine::translation(lantern) * engine::scaling({kHaloM, kHaloM, kHaloM}));
    view.pools.push_back(engine::translation({lantern.x, 0.025f, lantern.z}) * engine::scaling({kPoolM, 1, kPoolM}));
  }
  Mesh ball, disc;
  engine::add_mist_ball(ball, 16);
  engine::add_mist_disc(disc, 20);
  view.halo = scene.make_mesh(ball);
  view.pool = scene.make_mesh(disc);
  view.impostors = scene.make_mesh({});
  view.sheet = scene.make_sheet(kSheetPx);
  for (std::size_t i = 0; i < view.things.size(); ++i) {
    view.things[i] = scene.make_mesh(meshes.stretches[i].things);
    view.details[i] = scene.make_mesh(meshes.stretches[i].details);
    view.timber[i] = scene.make_mesh(meshes.stretches[i].timber);
  }
  const auto texture = [&](const Picture& picture) {
    return scene.make_texture(picture.width, picture.height, 3, picture.rgb, true);
  };
  view.brickwork = texture(brickwork());
  view.paving = texture(paving());
  view.panes = texture(windows());

  if (view.companions.all.empty()) view.companions = engine::load_companions(scene, town.assets);
  if (!view.companions.trouble.empty()) view.trouble = to_text(view.companions.trouble.front());
}

void close_view(Town& town) {
  StreetView& view = town.view;
  if (!view.open) return;
  for (engine::MeshId mesh : {view.brick, view.ground, view.windows, view.trim, view.lanterns, view.far, view.halo,
                              view.pool, view.impostors}) {
    town.scene.drop_mesh(mesh);
  }
  for (std::size_t i = 0; i < view.things.size(); ++i) {
    town.scene.drop_mesh(view.things[i]);
    town.scene.drop_mesh(view.details[i]);
    town.scene.drop_mesh(view.timber[i]);
  }
  for (engine::TextureId texture : {view.brickwork, view.paving, view.panes, view.sheet})
    town.scene.drop_texture(texture);
  for (PotOnShow& pot : view.pots) ware::hide(town.scene, pot.shown);
  for (const auto& portrait : view.portraits) town.scene.drop_texture(portrait.second);
  ware::hide(town.scene, town.panels.pot);
  view = {};
}

void follow(Town& town, double dt_s) {
  StreetView& view = town.view;
  const float x = town.me.x * kFollowX;
  if (!view.camera_set) {
    view.camera_x = x;
    view.camera_z = town.me.z;
    view.camera_set = true;
  }
  view.camera_x = eased(view.camera_x, x, dt_s, 3.2f);
  view.camera_z = eased(view.camera_z, town.me.z, dt_s, 4.5f);
  const Vec3 eye{view.camera_x, kCameraUp, view.camera_z + kCameraBack};
  const Vec3 target{view.camera_x, kLookUp, view.camera_z - kLookAhead};
  view.camera.eye = eye;
  view.camera.target = target;
  view.camera.fov_y_deg = kCameraFovYDeg;

  const int near = town.me.speed < 0.6f ? stall_before(town) : -1;
  if (near >= 0) view.focus = near;
  view.focused = eased(view.focused, near >= 0 ? 1.0f : 0.0f, dt_s, near >= 0 ? 2.2f : 3.5f);
  if (view.focus < 0 || view.focused < 0.002f) return;
  const float t = view.focused * view.focused * (3 - 2 * view.focused), side = stall_side(view.focus);
  const Vec3 near_eye = stall_point(view.focus, {-kFocusBack, kFocusUp, kFocusAlong * side});
  const Vec3 near_target = stall_point(view.focus, {0, kFocusLookUp, 0});
  view.camera.eye = eye + (near_eye - eye) * t;
  view.camera.target = target + (near_target - target) * t;
}

int stall_before(const Town& town) {
  int best = -1;
  float nearest = kVisitDistance;
  for (const protocol::Stall& stall : town.dealings.stalls) {
    const int index = stall_of_place(stall.place);
    const Vec3 front = stall_front(index);
    const float distance = std::hypot(front.x - town.me.x, front.z - town.me.z);
    if (distance >= nearest) continue;
    nearest = distance;
    best = index;
  }
  return best;
}

void draw_street(Town& town, engine::Frame& frame, const shelf::Shelf& shelf) {
  choose_pots(town, frame.now_s, frame.dt_s);
  const StreetView& view = town.view;
  const float night = town.night;
  engine::Scene& scene = town.scene;
  scene.begin(frame.screen, engine::Place::kStreet, view.camera, true);
  const Mat4 still;
  draw_potters(town, shelf, frame.now_s);
  draw_pots(town);
  draw_stretches(town);
  PlainMaterial stone = plain(0.8f);
  stone.texture = view.paving;
  stone.casts_shadow = false;
  scene.draw_plain(view.ground, still, stone);
  PlainMaterial brick = plain(0.95f);
  brick.texture = view.brickwork;
  brick.casts_shadow = false;  // the halls would take the sun from the whole street
  scene.draw_plain(view.brick, still, brick);
  PlainMaterial panes = plain(0.5f, 0.5f, 0.75f * night);
  panes.texture = view.panes;
  panes.casts_shadow = false;
  scene.draw_plain(view.windows, still, panes);
  PlainMaterial trim = plain(0.85f, 0.25f);
  trim.casts_shadow = false;
  scene.draw_plain(view.trim, still, trim);
  const float breath = 0.9f + 0.06f * static_cast<float>(std::sin(frame.now_s * 1.3));
  scene.draw_plain(view.lanterns, still, plain(0.8f, 0, breath * (1 + 0.9f * night)));
  scene.draw_plain(view.far, still, trim);
  draw_glow(town, night);
  scene.end();
}

engine::TextureId portrait_of(Town& town, const piece::Baked& baked) {
  StreetView& view = town.view;
  const auto known = view.portraits.find(baked.fingerprint);
  if (known != view.portraits.end()) return known->second;
  if (view.portraits.size() >= kPortraitsMax) {
    for (const auto& portrait : view.portraits) town.scene.drop_texture(portrait.second);
    view.portraits.clear();
  }
  ware::Shown shown;
  ware::show(town.scene, baked.look, 48, true, shown);
  float height = 0.02f, reach = 0.02f;
  for (const craft::LookRing& ring : baked.look.rings) {
    height = std::max(height, ring.z_mm * 0.001f);
    reach = std::max(reach, ring.outer_mm * 0.001f);
  }
  Camera camera;
  const float size = std::max(height, reach * 2);
  camera.target = {0, height * 0.48f, 0};
  camera.fov_y_deg = 24;
  const float distance = size * 2.7f;
  camera.eye = {0, height * 0.48f + distance * 0.24f, distance};
  const engine::TextureId portrait = town.scene.portrait(shown.mesh, shown.material, camera, kPortraitPx);
  ware::hide(town.scene, shown);
  view.portraits[baked.fingerprint] = portrait;
  return portrait;
}

}  // namespace sui::town
