#include <algorithm>
#include <cassert>
#include <cmath>

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
constexpr float kPotsReach = 13.0f;  // stalls further ahead show no pots: they would be two pixels wide
constexpr float kDetailsReach = 15.0f;
constexpr std::size_t kPotsShownMax = 36;
constexpr std::size_t kPortraitsMax = 64;
constexpr int kPortraitPx = 256;
constexpr int kPotSegments = 20;

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

float standing_scale(const craft::Look& look) {
  float height = 1, reach = 1;
  for (const craft::LookRing& ring : look.rings) {
    height = std::max(height, ring.z_mm);
    reach = std::max(reach, ring.outer_mm);
  }
  return std::min({2.4f, 300.0f / height, 210.0f / reach});  // every pot is shown as large as its place allows
}

// Which of the listed pieces are near enough to be seen, nearest stalls first; pots no longer wanted go.
void choose_pots(Town& town, double now_s, double dt_s) {
  StreetView& view = town.view;
  for (PotOnShow& pot : view.pots) pot.wanted = false;
  bool built = false;
  std::size_t count = 0;
  for (const protocol::Stall& stall : town.dealings.stalls) {
    const int index = stall_of_place(stall.place), slot = slot_of_place(stall.place);
    const float ahead = town.me.z - stall_middle(index).z;
    if (ahead > kPotsReach || ahead < -3.5f || count >= kPotsShownMax) continue;
    ++count;
    const auto shown = std::find_if(view.pots.begin(), view.pots.end(),
                                    [&](const PotOnShow& pot) { return pot.piece == stall.piece; });
    if (shown != view.pots.end()) {
      shown->wanted = true;
      shown->stall = index;
      shown->slot = slot;
      continue;
    }
    const piece::Baked* baked = baked_of(town.dealings, *town.link, stall.piece, now_s);
    if (baked == nullptr || built) continue;
    built = true;  // one mesh a frame, so that a busy street does not stutter
    view.pots.emplace_back();
    PotOnShow& pot = view.pots.back();
    ware::show(town.scene, baked->look, kPotSegments, true, pot.shown);
    pot.piece = stall.piece;
    pot.stall = index;
    pot.slot = slot;
    pot.scale = standing_scale(baked->look);
    pot.wanted = true;
  }
  for (PotOnShow& pot : view.pots) {
    pot.arrival = eased(pot.arrival, pot.wanted ? 1.0f : 0.0f, dt_s, 6);
    if (!pot.wanted && pot.arrival < 0.03f) ware::hide(town.scene, pot.shown);
  }
  std::erase_if(view.pots, [](const PotOnShow& pot) { return !pot.wanted && pot.arrival < 0.03f; });
}

void draw_pots(Town& town) {
  for (const PotOnShow& pot : town.view.pots) {
    const auto baked = town.dealings.baked.find(pot.piece);
    if (baked == town.dealings.baked.end()) continue;
    Vec3 foot = slot_foot(pot.stall, pot.slot);
    foot.y += (1 - pot.arrival) * 0.25f;
    ware::draw(town.scene, pot.shown, baked->second.look, foot, 0, pot.scale * (0.2f + 0.8f * pot.arrival));
  }
}

void draw_figure(const Town& town, const engine::Companion* companion, float x, float z, float facing,
                 const engine::Pose& pose, float presence) {
  if (companion == nullptr) return;
  const float scale = kDuckHeight / std::max(0.01f, engine::height_m(*companion->figure)) * presence;
  engine::draw_character(
      town.scene, *companion->figure,
      engine::translation({x, 0.01f, z}) * engine::rotation_y(facing) * engine::scaling({scale, scale, scale}), pose,
      {1, 1, 1, 1});
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

// I walk as my companion; the bazaar does not say who the others' are, so they walk as ducks.
void draw_potters(Town& town, const shelf::Shelf& shelf, double now_s) {
  const engine::Companion* duck = chosen_companion(town.view.companions, engine::kFirstCompanion);
  const engine::Companion* companion = chosen_companion(town.view.companions, shelf.settings.companion);
  engine::Pose mine = pose_of(town.me.speed, town.me.walk_phase, now_s, 0);
  mine.wings = town.cheer;
  mine.squash += town.me.bump * 0.4f;
  draw_figure(town, companion, town.me.x, town.me.z, town.me.facing, mine, 1);
  for (const OtherPotter& potter : town.crowd.potters) {
    if (potter.presence < 0.02f || std::fabs(potter.z - town.me.z) > 22) continue;
    const auto seed = static_cast<uint32_t>(potter.account * 2654435761u);
    draw_figure(town, duck, potter.x, potter.z, potter.facing, pose_of(potter.speed, potter.walk_phase, now_s, seed),
                potter.presence);
  }
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
  for (engine::MeshId mesh : {view.brick, view.ground, view.windows, view.trim, view.lanterns, view.far}) {
    town.scene.drop_mesh(mesh);
  }
  for (std::size_t i = 0; i < view.things.size(); ++i) {
    town.scene.drop_mesh(view.things[i]);
    town.scene.drop_mesh(view.details[i]);
    town.scene.drop_mesh(view.timber[i]);
  }
  for (engine::TextureId texture : {view.brickwork, view.paving, view.panes}) town.scene.drop_texture(texture);
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
  PlainMaterial panes = plain(0.5f, 0.5f);
  panes.texture = view.panes;
  panes.casts_shadow = false;
  scene.draw_plain(view.windows, still, panes);
  PlainMaterial trim = plain(0.85f, 0.25f);
  trim.casts_shadow = false;
  scene.draw_plain(view.trim, still, trim);
  const float breath = 0.9f + 0.06f * static_cast<float>(std::sin(frame.now_s * 1.3));
  scene.draw_plain(view.lanterns, still, plain(0.8f, 0, breath));
  scene.draw_plain(view.far, still, trim);
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
