#include "game/engine/geometry.h"

#include <cmath>

namespace sui::engine {

Colour hex(uint32_t rrggbb, float alpha) {
  const auto channel = [rrggbb](int shift) { return static_cast<float>((rrggbb >> shift) & 0xffu) / 255.0f; };
  return {channel(16), channel(8), channel(0), alpha};
}

Colour mixed(Colour from, Colour to, float t) {
  return {from.r + (to.r - from.r) * t, from.g + (to.g - from.g) * t, from.b + (to.b - from.b) * t,
          from.a + (to.a - from.a) * t};
}

Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
Vec3 operator*(Vec3 a, float s) {
  return {a.x * s, a.y * s, a.z * s};
}
float dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

Vec3 normalised(Vec3 a) {
  const float length = std::sqrt(dot(a, a));
  return length > 1e-20f ? a * (1.0f / length) : Vec3{0, 1, 0};
}

Mat4 operator*(const Mat4& a, const Mat4& b) {
  Mat4 out;
  for (std::size_t column = 0; column < 4; ++column) {
    for (std::size_t row = 0; row < 4; ++row) {
      float sum = 0;
      for (std::size_t k = 0; k < 4; ++k) sum += a.m[k * 4 + row] * b.m[column * 4 + k];
      out.m[column * 4 + row] = sum;
    }
  }
  return out;
}

Mat4 translation(Vec3 by) {
  Mat4 out;
  out.m[12] = by.x;
  out.m[13] = by.y;
  out.m[14] = by.z;
  return out;
}

Mat4 rotation_y(float radians) {
  return rotation({0, 1, 0}, radians);
}

Mat4 rotation(Vec3 axis, float radians) {
  const Vec3 u = normalised(axis);
  const float c = std::cos(radians), s = std::sin(radians), k = 1 - c;
  Mat4 out;
  out.m = {c + u.x * u.x * k,
           u.y * u.x * k + u.z * s,
           u.z * u.x * k - u.y * s,
           0,
           u.x * u.y * k - u.z * s,
           c + u.y * u.y * k,
           u.z * u.y * k + u.x * s,
           0,
           u.x * u.z * k + u.y * s,
           u.y * u.z * k - u.x * s,
           c + u.z * u.z * k,
           0,
           0,
           0,
           0,
           1};
  return out;
}

Mat4 scaling(Vec3 by) {
  Mat4 out;
  out.m[0] = by.x;
  out.m[5] = by.y;
  out.m[10] = by.z;
  return out;
}

Mat4 look_at(Vec3 eye, Vec3 target, Vec3 up) {
  const Vec3 back = normalised(eye - target);
  const Vec3 right = normalised(cross(up, back));
  const Vec3 above = cross(back, right);
  Mat4 out;
  out.m = {right.x, above.x, back.x, 0, right.y,          above.y,          back.y,          0,
           right.z, above.z, back.z, 0, -dot(right, eye), -dot(above, eye), -dot(back, eye), 1};
  return out;
}

Mat4 perspective(float fov_y_radians, float aspect, float near_plane, float far_plane) {
  const float f = 1.0f / std::tan(fov_y_radians * 0.5f);
  Mat4 out;
  out.m = {f / aspect,
           0,
           0,
           0,
           0,
           f,
           0,
           0,
           0,
           0,
           (far_plane + near_plane) / (near_plane - far_plane),
           -1,
           0,
           0,
           2 * far_plane * near_plane / (near_plane - far_plane),
           0};
  return out;
}

}  // namespace sui::engine
