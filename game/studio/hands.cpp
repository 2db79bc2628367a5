#include "game/studio/hands.h"

#include <algorithm>
#include <cmath>

#include "game/craft/assist.h"

namespace sui::studio {
namespace {

using engine::Camera;
using engine::dot;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
using engine::Vec3;

constexpr double kBelowFootMm = 12;
constexpr double kTravelPtS = 7, kTravelHoldsS = 0.7;

// Horizontal unit vectors: towards the camera, and to the screen's right.
void facing(const Camera& camera, Vec3& toward, Vec3& right) {
  toward = engine::normalised(Vec3{camera.eye.x - camera.target.x, 0, camera.eye.z - camera.target.z});
  right = engine::normalised(engine::cross(Vec3{0, 1, 0}, toward));
}

void take_hold(const Camera& camera, Rect area, const craft::Workpiece& workpiece, const Touch& touch,
               Fingers& fingers) {
  // Where it landed, not where it is: at a low frame rate a quick finger is elsewhere by now.
  const Side side = side_of(camera, area, workpiece, touch.start);
  if (side == Side::kNone) return;
  Fingertip& finger = side == Side::kInside ? fingers.inner : fingers.outer;
  Fingertip& other = side == Side::kInside ? fingers.outer : fingers.inner;
  Fingertip& hand = !finger.down ? finger : other;  // two fingers on one side: the second is lent to the other
  if (hand.down) return;
  hand = Fingertip{};
  hand.down = true;
  hand.touch = touch.id;
  hand.side = &hand == &fingers.inner ? Side::kInside : Side::kOutside;
  hand.left = section_point(camera, area, touch.start).left;
}

void place(const Camera& camera, Rect area, const Touch& touch, Fingertip& hand) {
  const SectionPoint point = section_point(camera, area, touch.at);
  hand.z_mm = std::clamp(point.z_mm, 0.0, craft::kReachZMmMax - 1);
  // The outer hand does not cross the axis: past it, it rests at the middle.
  const bool crossed = point.left != hand.left;
  hand.r_mm = crossed && hand.side == Side::kOutside ? 0 : std::min(point.r_mm, craft::kReachRMmMax - 1);
  if (hand.side == Side::kInside) hand.left = point.left;
}

// A slow pull is still a pull: the last clear direction holds for a while.
void feel_travel(const Touch& touch, double dt_s, Fingertip& hand) {
  if (std::hypot(touch.speed.x, touch.speed.y) < kTravelPtS) {
    hand.slow_s += dt_s;
    if (hand.slow_s > kTravelHoldsS) hand.vertical = false;
    return;
  }
  hand.slow_s = 0;
  const double across = std::fabs(touch.speed.x), along = std::fabs(touch.speed.y);
  // Changing one's mind takes a clear movement: a hand that trembles must not change the tool.
  hand.vertical = hand.vertical ? along > 0.6 * across : along > 1.2 * across;
}

}  // namespace

SectionPoint section_point(const Camera& camera, Rect area, Vec2 at) {
  Vec3 toward, right;
  facing(camera, toward, right);
  const engine::Ray ray = engine::ray_through(camera, area, at);
  const float slope = dot(ray.along, toward);
  if (std::fabs(slope) < 1e-5f) return {};
  const Vec3 hit = ray.from + ray.along * (-dot(ray.from, toward) / slope);
  const float side = dot(hit, right);
  return {1000.0 * std::fabs(side), 1000.0 * hit.y, side < 0};
}

Vec2 on_screen(const Camera& camera, Rect area, const SectionPoint& point) {
  Vec3 toward, right;
  facing(camera, toward, right);
  const Vec3 world = right * static_cast<float>((point.left ? -point.r_mm : point.r_mm) / 1000) +
                     Vec3{0, static_cast<float>(point.z_mm / 1000), 0};
  return engine::project(camera, area, world);
}

WallAt wall_at(const craft::Look& look, double z_mm) {
  const auto& rings = look.rings;
  if (z_mm < 0 || z_mm > rings.back().z_mm) return {};
  std::size_t above = 1;
  while (above + 1 < rings.size() && rings[above].z_mm < z_mm) ++above;
  const craft::LookRing &low = rings[above - 1], &high = rings[above];
  const double span = high.z_mm - low.z_mm;
  const double t = span > 1e-6 ? (z_mm - low.z_mm) / span : 0;
  return {low.outer_mm + t * (high.outer_mm - low.outer_mm), low.inner_mm + t * (high.inner_mm - low.inner_mm), true};
}

double top_mm(const craft::Look& look) {
  return look.rings.back().z_mm;
}

Side side_of(const Camera& camera, Rect area, const craft::Workpiece& workpiece, Vec2 at) {
  const SectionPoint point = section_point(camera, area, at);
  if (point.z_mm < -kBelowFootMm) return Side::kNone;
  return craft::touches_inside(workpiece, point.r_mm, std::max(0.0, point.z_mm)) ? Side::kInside : Side::kOutside;
}

void follow(const engine::Input& input, const Camera& camera, Rect area, Rect workspace,
            const craft::Workpiece& workpiece, double dt_s, Fingers& fingers) {
  for (Fingertip* hand : {&fingers.outer, &fingers.inner}) {
    if (!hand->down) continue;
    const auto found = std::find_if(input.touches.begin(), input.touches.end(),
                                    [&](const Touch& touch) { return touch.id == hand->touch && !touch.ended; });
    if (found == input.touches.end()) hand->down = false;
  }
  for (const Touch& touch : input.touches) {
    if (touch.taken || touch.ended) continue;
    if (touch.began && workspace.contains(touch.start)) take_hold(camera, area, workpiece, touch, fingers);
    for (Fingertip* hand : {&fingers.outer, &fingers.inner}) {
      if (!hand->down || hand->touch != touch.id) continue;
      place(camera, area, touch, *hand);
      feel_travel(touch, dt_s, *hand);
    }
  }
}

}  // namespace sui::studio
