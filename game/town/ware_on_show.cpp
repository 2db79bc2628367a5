#include <algorithm>
#include <array>
#include <cmath>

#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::town {
namespace {

constexpr float kPotsReach = 30.0f;  // ahead: beyond it a pot is a speck
constexpr float kMeshReach = 6.5f;   // from the camera; further off a portrait cannot be told from the pot
constexpr float kFineReach = 4.2f;
constexpr int kFineSegments = 22, kCoarseSegments = 12, kPortraitSegments = 24;
constexpr std::size_t kMeshesMax = 6, kFocusMeshesMax = 15;
constexpr float kLensDeg = 24, kDistanceInSizes = 2.7f, kRise = 0.24f;  // of the portrait's camera

float standing_scale(const craft::Look& look) {
  float height = 1, reach = 1;
  for (const craft::LookRing& ring : look.rings) {
    height = std::max(height, ring.z_mm);
    reach = std::max(reach, ring.outer_mm);
  }
  return std::min({2.4f, 300.0f / height, 205.0f / reach});  // every pot is shown as large as its place allows
}

int free_cell(const StreetView& view) {
  std::array<bool, kCells> taken{};
  for (const PotOnShow& pot : view.pots) {
    if (pot.cell >= 0) taken[static_cast<std::size_t>(pot.cell)] = true;
  }
  const auto found = std::find(taken.begin(), taken.end(), false);
  return found == taken.end() ? -1 : static_cast<int>(found - taken.begin());
}

void sit_for_portrait(Town& town, const craft::Look& look, PotOnShow& pot) {
  pot.cell = free_cell(town.view);
  if (pot.cell < 0) return;
  ware::Shown shown;
  ware::show(town.scene, look, kPortraitSegments, true, shown);
  const float height = std::max(0.02f, craft::tallest_mm(look) * 0.001f),
              reach = std::max(0.02f, craft::widest_mm(look) * 0.001f);
  const float size = std::max(height, reach * 2), distance = size * kDistanceInSizes;
  engine::Camera camera;
  camera.fov_y_deg = kLensDeg;
  camera.target = {0, height * 0.48f, 0};
  camera.eye = {0, camera.target.y + distance * kRise, distance};
  town.scene.portrait_on(town.view.sheet, pot.cell % kCellsAcross * kCellPx, pot.cell / kCellsAcross * kCellPx,
                         shown.mesh, shown.material, camera, kCellPx);
  ware::hide(town.scene, shown);
  const float slant = std::sqrt(1 + kRise * kRise);
  pot.half_m = distance * slant * std::tan(kLensDeg * 3.14159265f / 360);
  pot.middle_m = camera.target.y;
}

// Which of the listed pieces stand in sight; true when one that came new was made.
bool take_in(Town& town, double now_s, float reach, std::size_t make_most) {
  StreetView& view = town.view;
  std::size_t made = 0;
  for (const protocol::Stall& stall : town.dealings.stalls) {
    const int index = stall_of_place(stall.place), slot = slot_of_place(stall.place);
    const float ahead = town.me.z - stall_middle(index).z;
    if (ahead > reach || ahead < -3.5f) continue;
    const auto shown = std::find_if(view.pots.begin(), view.pots.end(),
                                    [&](const PotOnShow& pot) { return pot.piece == stall.piece; });
    if (shown != view.pots.end()) {
      shown->wanted = true;
      shown->stall = index;
      shown->slot = slot;
      continue;
    }
    if (view.pots.size() >= static_cast<std::size_t>(kCells) || made >= make_most) continue;
    const piece::Baked* baked = baked_of(town.dealings, *town.link, stall.piece, now_s);
    if (baked == nullptr) continue;
    ++made;
    view.pots.emplace_back();
    PotOnShow& pot = view.pots.back();
    sit_for_portrait(town, baked->look, pot);
    pot.piece = stall.piece;
    pot.stall = index;
    pot.slot = slot;
    pot.scale = standing_scale(baked->look);
    pot.wanted = true;
  }
  return made > 0;
}

void drop_mesh(Town& town, PotOnShow& pot) {
  if (pot.segments == 0) return;
  ware::hide(town.scene, pot.shown);
  pot.shown = {};
  pot.segments = 0;
}

// The nearest few become meshes, finer when nearer; `make_most` of them now.
void choose_detail(Town& town, std::size_t make_most) {
  StreetView& view = town.view;
  const bool focused = view.focused > 0.3f;
  view.by_distance.clear();
  for (PotOnShow& pot : view.pots) {
    const Vec3 from = slot_foot(pot.stall, pot.slot) - view.camera.eye;
    pot.away = std::sqrt(engine::dot(from, from));
    view.by_distance.push_back(&pot);
  }
  std::sort(view.by_distance.begin(), view.by_distance.end(),
            [](const PotOnShow* a, const PotOnShow* b) { return a->away < b->away; });
  std::size_t meshes = 0, made = 0;
  for (PotOnShow* pot : view.by_distance) {
    const auto baked = town.dealings.baked.find(pot->piece);
    const bool looked_at = focused && pot->stall == view.focus;
    const bool wants = looked_at || pot->away < kMeshReach;
    // Before a stall its own pieces come first; what stands behind it stays a portrait.
    if (!wants || (focused && !looked_at) || meshes >= (focused ? kFocusMeshesMax : kMeshesMax) ||
        baked == town.dealings.baked.end()) {
      drop_mesh(town, *pot);
      continue;
    }
    ++meshes;
    const int segments = looked_at && pot->away < kFineReach ? kFineSegments : kCoarseSegments;
    if (pot->segments == segments || made >= make_most) continue;
    ++made;
    ware::show(town.scene, baked->second.look, segments, pot->segments == 0, pot->shown);
    pot->segments = segments;
    pot->shown.material.casts_shadow = false;  // on its step, under an awning: nobody would see it fall
  }
}

// A square with the pot's portrait, upright, facing the camera.
void add_square(engine::Mesh& out, const PotOnShow& pot, Vec3 foot, float scale, Vec3 eye) {
  const Vec3 towards = engine::normalised(Vec3{eye.x - foot.x, 0, eye.z - foot.z});
  const Vec3 right{towards.z, 0, -towards.x};
  const Vec3 normal = engine::normalised(towards + Vec3{0, 0.35f, 0});
  const float half = pot.half_m * scale;
  const Vec3 middle = foot + Vec3{0, pot.middle_m * scale, 0};
  constexpr float kCell = static_cast<float>(kCellPx) / static_cast<float>(kSheetPx);
  const float u = static_cast<float>(pot.cell % kCellsAcross) * kCell,
              v = static_cast<float>(pot.cell / kCellsAcross) * kCell;
  const auto first = static_cast<uint32_t>(out.vertices.size());
  const Vec3 up{0, half, 0}, side = right * half;
  out.vertices.push_back({middle - side - up, normal, {u, v + kCell}, 0x40ffffffu});
  out.vertices.push_back({middle + side - up, normal, {u + kCell, v + kCell}, 0x40ffffffu});
  out.vertices.push_back({middle + side + up, normal, {u + kCell, v}, 0x40ffffffu});
  out.vertices.push_back({middle - side + up, normal, {u, v}, 0x40ffffffu});
  for (const uint32_t corner : {0u, 1u, 2u, 0u, 2u, 3u}) out.indices.push_back(first + corner);
}

}  // namespace

void choose_pots(Town& town, double now_s, double dt_s) {
  constexpr float kNearReach = 9;
  StreetView& view = town.view;
  for (PotOnShow& pot : view.pots) pot.wanted = false;
  // One a frame, so that a busy street does not stutter; what stands near is asked for first.
  const bool made = take_in(town, now_s, kNearReach, 1);
  (void)take_in(town, now_s, kPotsReach, made ? 0 : 1);
  for (PotOnShow& pot : view.pots) {
    const float goal = pot.wanted ? 1.0f : 0.0f;
    pot.arrival = goal + (pot.arrival - goal) * std::exp(-6 * static_cast<float>(dt_s));
    if (!pot.wanted && pot.arrival < 0.03f) drop_mesh(town, pot);
  }
  std::erase_if(view.pots, [](const PotOnShow& pot) { return !pot.wanted && pot.arrival < 0.03f; });
  choose_detail(town, 1);
}

void settle_pots(Town& town, double now_s) {
  (void)take_in(town, now_s, kPotsReach, static_cast<std::size_t>(kCells));
  choose_detail(town, kFocusMeshesMax);
  for (PotOnShow& pot : town.view.pots) pot.arrival = 1;
}

void draw_pots(Town& town) {
  StreetView& view = town.view;
  view.squares.vertices.clear();
  view.squares.indices.clear();
  for (const PotOnShow& pot : view.pots) {
    const auto baked = town.dealings.baked.find(pot.piece);
    if (baked == town.dealings.baked.end()) continue;
    Vec3 foot = slot_foot(pot.stall, pot.slot);
    foot.y += (1 - pot.arrival) * 0.25f;
    const float scale = pot.scale * (0.2f + 0.8f * pot.arrival);
    if (pot.segments > 0) {
      ware::draw(town.scene, pot.shown, baked->second.look, foot, 0, scale);
    } else if (pot.cell >= 0 && foot.z < view.camera.eye.z) {
      add_square(view.squares, pot, foot, scale, view.camera.eye);
    }
  }
  if (view.squares.indices.empty()) return;
  town.scene.update_mesh(view.impostors, view.squares);
  engine::PlainMaterial portraits;
  portraits.texture = view.sheet;
  portraits.is_cut_out = true;
  portraits.casts_shadow = false;
  portraits.roughness = 0.9f;
  town.scene.draw_plain(view.impostors, {}, portraits);
}

}  // namespace sui::town
