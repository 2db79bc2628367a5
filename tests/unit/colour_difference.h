// How far apart two colours look: CIE 1976 L*a*b* under D65, ΔE 1 just visible side by side. For tests.
#pragma once

#include <algorithm>
#include <cmath>

#include "game/craft/glaze_numbers.h"

namespace sui::test {

struct Lab {
  double lightness, a, b;
};

inline Lab lab_of(const craft::Rgb& linear) {
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = root((0.4124 * linear.r + 0.3576 * linear.g + 0.1805 * linear.b) / 0.95047);
  const double y = root(0.2126 * linear.r + 0.7152 * linear.g + 0.0722 * linear.b);
  const double z = root((0.0193 * linear.r + 0.1192 * linear.g + 0.9505 * linear.b) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double difference(const craft::Rgb& left, const craft::Rgb& right) {
  const Lab a = lab_of(left), b = lab_of(right);
  return std::hypot(a.lightness - b.lightness, a.a - b.a, a.b - b.b);
}

inline craft::Rgb colour(int srgb) {  // 0xRRGGBB
  const auto linear = [](int channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return {linear(srgb >> 16 & 255), linear(srgb >> 8 & 255), linear(srgb & 255)};
}

}  // namespace sui::test
