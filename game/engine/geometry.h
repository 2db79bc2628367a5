// Small vectors, matrices, rectangles and colours for drawing. Floats, column-major matrices, right-handed, y up.
// Only for what pleases the eye: nothing here is ever recorded or hashed. UI lengths are points (pt): 390 pt wide on a
// phone.
#pragma once

#include <array>
#include <cstdint>

namespace sui::engine {

struct Vec2 {
  float x = 0, y = 0;
};
struct Vec3 {
  float x = 0, y = 0, z = 0;
};
struct Mat4 {
  std::array<float, 16> m{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  bool contains(Vec2 p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
};

struct Colour {
  float r = 0, g = 0, b = 0, a = 1;
};  // sRGB-encoded, straight alpha, as a designer names them
Colour hex(uint32_t rrggbb, float alpha = 1);
Colour mixed(Colour from, Colour to, float t);

Vec3 operator+(Vec3 a, Vec3 b);
Vec3 operator-(Vec3 a, Vec3 b);
Vec3 operator*(Vec3 a, float s);
float dot(Vec3 a, Vec3 b);
Vec3 cross(Vec3 a, Vec3 b);
Vec3 normalised(Vec3 a);
Mat4 operator*(const Mat4& a, const Mat4& b);
Mat4 translation(Vec3 by);
Mat4 rotation_y(float radians);
Mat4 rotation(Vec3 axis, float radians);
Mat4 scaling(Vec3 by);
Mat4 look_at(Vec3 eye, Vec3 target, Vec3 up);
Mat4 perspective(float fov_y_radians, float aspect, float near_plane, float far_plane);

}  // namespace sui::engine
