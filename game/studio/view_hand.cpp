#include "game/studio/view_hand.h"

#include <algorithm>
#include <cmath>

#include "game/studio/chrome.h"

namespace sui::studio {
namespace {

using engine::Camera;
using engine::Input;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
using engine::Vec3;

constexpr float kTiltPt = 1 / 240.0f, kSwingPt = 1 / 260.0f, kTurnsPt = 1 / 420.0f;
constexpr float kWheelStep = 1.12f;
constexpr float kRaisedLeastM = -0.12f, kRaisedMostM = 0.2f;
constexpr double kTapS = 0.3;
constexpr float kTapPt = 14;
constexpr float kSpreadLeastPt = 24;  // two fingers side by side: their distance is noise

Touch* held(Input& input, int64_t id) {
  const auto found =
      std::find_if(input.touches.begin(), input.touches.end(), [id](const Touch& touch) { return touch.id == id; });
  return found == input.touches.end() ? nullptr : &*found;
}

float distance(Vec2 a, Vec2 b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// What lies under `at` stays under it.
void come_nearer(ViewHand& view, float factor, Vec2 at, const Camera& camera, Rect screen) {
  const float before = view.nearness;
  view.nearness = std::clamp(view.nearness * factor, kFurthest, kNearest);
  const Vec3 away = camera.eye - camera.target;
  const float seen_m = 2 * std::sqrt(engine::dot(away, away)) * std::tan(camera.fov_y_deg * 3.14159265f / 360);
  const float above_m = (screen.y + screen.h / 2 - at.y) / screen.h * seen_m;
  view.raised_m = std::clamp(view.raised_m + above_m * (1 - before / view.nearness), kRaisedLeastM, kRaisedMostM);
}

void let_go(ViewHand& view) {
  view.goes_home = view.goes_home || (view.held_s < kTapS && view.moved_pt < kTapPt);
  view.first = view.second = kNoTouch;
}

void go_home(ViewHand& view, double dt_s) {
  constexpr float kRate = 7;
  view.nearness = toward(view.nearness, 1, dt_s, kRate);
  view.tilt = toward(view.tilt, 0, dt_s, kRate);
  view.swing = toward(view.swing, 0, dt_s, kRate);
  view.raised_m = toward(view.raised_m, 0, dt_s, kRate);
  const float left = std::fabs(view.nearness - 1) + std::fabs(view.tilt) + std::fabs(view.swing);
  if (left < 0.004f) view.goes_home = false;
}

}  // namespace

TwoFingers two_fingers(Input& input, Rect workspace) {
  TwoFingers found;
  for (Touch& touch : input.touches) {
    if (touch.ended) continue;
    if (touch.taken || !workspace.contains(touch.start) || found.second != nullptr) return {};
    (found.first == nullptr ? found.first : found.second) = &touch;
  }
  if (found.second == nullptr) return {};
  if (!found.second->began) std::swap(found.first, found.second);
  return found.second->began ? found : TwoFingers{};
}

void take_view(ViewHand& view, const TwoFingers& fingers) {
  view.first = fingers.first->id;
  view.second = fingers.second->id;
  view.spread_pt = distance(fingers.first->at, fingers.second->at);
  view.middle = {(fingers.first->at.x + fingers.second->at.x) / 2, (fingers.first->at.y + fingers.second->at.y) / 2};
  view.moved_pt = 0;
  view.held_s = 0;
  view.goes_home = false;
}

void follow_view(ViewHand& view, Input& input, const Camera& camera, Rect screen, Rect workspace, double dt_s,
                 bool turntable) {
  view.turned = 0;
  if (input.wheel_steps != 0 && workspace.contains(input.pointer)) {
    view.goes_home = false;
    come_nearer(view, std::pow(kWheelStep, input.wheel_steps), input.pointer, camera, screen);
  }
  if (view.goes_home) go_home(view, dt_s);
  if (!holds_view(view)) return;
  Touch *first = held(input, view.first), *second = held(input, view.second);
  for (Touch* touch : {first, second})
    if (touch != nullptr) touch->taken = true;
  view.held_s += dt_s;
  const bool first_gone = first == nullptr || first->ended, second_gone = second == nullptr || second->ended;
  if (first_gone && second_gone) return let_go(view);
  if (first_gone || second_gone) return;  // the one that stays is still no hand
  const float spread = distance(first->at, second->at);
  const Vec2 middle{(first->at.x + second->at.x) / 2, (first->at.y + second->at.y) / 2};
  const float dx = middle.x - view.middle.x, dy = middle.y - view.middle.y;
  view.moved_pt += std::fabs(spread - view.spread_pt) + std::hypot(dx, dy);
  if (std::min(spread, view.spread_pt) > kSpreadLeastPt)
    come_nearer(view, spread / view.spread_pt, middle, camera, screen);
  view.tilt = std::clamp(view.tilt + dy * kTiltPt, -kElevationMost, kElevationMost);
  if (turntable) {
    view.turned = dx * kTurnsPt;
  } else {
    view.swing = std::clamp(view.swing - dx * kSwingPt, -kSwingMost, kSwingMost);
  }
  view.spread_pt = spread;
  view.middle = middle;
}

Camera seen(const ViewHand& view, Camera camera) {
  const Vec3 away = camera.eye - camera.target;
  const float flat = std::hypot(away.x, away.z);
  const float length = std::sqrt(engine::dot(away, away)) / view.nearness;
  const float own = std::atan2(away.y, flat);
  const float elevation = std::clamp(own + view.tilt, std::min(own, kElevationLeast), std::max(own, kElevationMost));
  const float azimuth = std::atan2(away.x, away.z) + view.swing;
  camera.target.y += view.raised_m;
  camera.eye = camera.target + Vec3{length * std::cos(elevation) * std::sin(azimuth), length * std::sin(elevation),
                                    length * std::cos(elevation) * std::cos(azimuth)};
  return camera;
}

}  // namespace sui::studio
