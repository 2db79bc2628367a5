#include "game/engine/scene_view.h"

#include <algorithm>
#include <cmath>

namespace sui::engine {
namespace {

constexpr float kRadiansPerDegree = 3.14159265f / 180.0f;

float aspect_of(Rect area) {
  return area.w / std::max(area.h, 1.0f);
}

}  // namespace

float target_distance_m(const Camera& camera) {
  const Vec3 along = camera.target - camera.eye;
  return std::max(std::sqrt(dot(along, along)), 1e-3f);
}

Mat4 view_projection(const Camera& camera, float aspect) {
  const float distance = target_distance_m(camera);
  return perspective(camera.fov_y_deg * kRadiansPerDegree, aspect, distance * 0.08f, distance * 40) *
         look_at(camera.eye, camera.target, camera.up);
}

Mat4 lamp_view_projection(Vec3 target, Vec3 towards_lamp, float reach, int map_size_px) {
  const Vec3 side = std::abs(towards_lamp.y) > 0.98f ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  const Mat4 view = look_at(towards_lamp, {0, 0, 0}, side);
  Vec3 centre = moved(view, target);
  // Whole texels: a shadow must not crawl while the camera eases.
  const float texel = 2 * reach / static_cast<float>(map_size_px);
  centre.x = std::floor(centre.x / texel) * texel;
  centre.y = std::floor(centre.y / texel) * texel;
  const float depth = reach * 3;
  Mat4 box;
  box.m[0] = 1 / reach;
  box.m[5] = 1 / reach;
  box.m[10] = -1 / depth;
  box.m[12] = -centre.x / reach;
  box.m[13] = -centre.y / reach;
  box.m[14] = centre.z / depth;
  return box * view;
}

Vec3 moved(const Mat4& matrix, Vec3 point) {
  return turned(matrix, point) + Vec3{matrix.m[12], matrix.m[13], matrix.m[14]};
}

Vec3 turned(const Mat4& matrix, Vec3 d) {
  const std::array<float, 16>& m = matrix.m;
  return {m[0] * d.x + m[4] * d.y + m[8] * d.z, m[1] * d.x + m[5] * d.y + m[9] * d.z,
          m[2] * d.x + m[6] * d.y + m[10] * d.z};
}

Vec2 project(const Camera& camera, Rect area, Vec3 point) {
  const Mat4 matrix = view_projection(camera, aspect_of(area));
  const Vec3 clip = moved(matrix, point);
  const std::array<float, 16>& m = matrix.m;
  const float w = m[3] * point.x + m[7] * point.y + m[11] * point.z + m[15];
  const float inverse = 1 / (std::abs(w) < 1e-6f ? 1e-6f : w);
  return {area.x + area.w * (0.5f + 0.5f * clip.x * inverse), area.y + area.h * (0.5f - 0.5f * clip.y * inverse)};
}

Ray ray_through(const Camera& camera, Rect area, Vec2 point) {
  const Vec3 ahead = normalised(camera.target - camera.eye);
  const Vec3 right = normalised(cross(ahead, camera.up));
  const Vec3 above = cross(right, ahead);
  const float half = std::tan(camera.fov_y_deg * kRadiansPerDegree * 0.5f);
  const float x = ((point.x - area.x) / area.w * 2 - 1) * half * aspect_of(area);
  const float y = (1 - (point.y - area.y) / area.h * 2) * half;
  return {camera.eye, normalised(ahead + right * x + above * y)};
}

}  // namespace sui::engine
