#include "game/craft/math.h"

#include <cassert>
#include <cmath>
#include <cstring>

namespace sui::craft {
namespace {

uint64_t bits_of(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

double double_of(uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

// ln 2 and π/2 split so that n times the high part is exact for the n that occur (Cody & Waite).
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kHalfPiHigh = 1.57079632673412561417e+00;
constexpr double kHalfPiMiddle = 6.07710050630396597660e-11;
constexpr double kHalfPiLow = 2.02226624879595063154e-21;

double sine_near_zero(double x) {
  const double s = x * x;
  double p = -1.0 / 1307674368000.0;
  p = p * s + 1.0 / 6227020800.0;
  p = p * s - 1.0 / 39916800.0;
  p = p * s + 1.0 / 362880.0;
  p = p * s - 1.0 / 5040.0;
  p = p * s + 1.0 / 120.0;
  p = p * s - 1.0 / 6.0;
  return x + x * s * p;
}

double cosine_near_zero(double x) {
  const double s = x * x;
  double p = 1.0 / 20922789888000.0;
  p = p * s - 1.0 / 87178291200.0;
  p = p * s + 1.0 / 479001600.0;
  p = p * s - 1.0 / 3628800.0;
  p = p * s + 1.0 / 40320.0;
  p = p * s - 1.0 / 720.0;
  p = p * s + 1.0 / 24.0;
  return 1.0 - 0.5 * s + s * s * p;
}

// sin(x + quarters * π/2)
double sine_quarter(double x, int quarters) {
  assert(std::fabs(x) < 1e9);
  const double n = std::floor(x * 0.636619772367581343 + 0.5);
  const double rest = ((x - n * kHalfPiHigh) - n * kHalfPiMiddle) - n * kHalfPiLow;
  const int quadrant = (static_cast<int>(n - 4.0 * std::floor(n * 0.25)) + quarters) & 3;
  const double value = (quadrant & 1) != 0 ? cosine_near_zero(rest) : sine_near_zero(rest);
  return (quadrant & 2) != 0 ? -value : value;
}

}  // namespace

double exponential(double x) {
  if (x < -700) return 0;
  if (x > 700) x = 700;
  const double n = std::floor(x * 1.44269504088896340736 + 0.5);
  const double high = x - n * kLn2High;
  const double r = high - n * kLn2Low;
  double p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  const double value = 1.0 + (r + r * r * p);
  return value * double_of(static_cast<uint64_t>(static_cast<int64_t>(n) + 1023) << 52);
}

double natural_log(double x) {
  assert(x > 0);
  double shift = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984.0;  // 2^54
    shift = -54;
  }
  const uint64_t bits = bits_of(x);
  double exponent = static_cast<double>(static_cast<int64_t>(bits >> 52) - 1023) + shift;
  double mantissa = double_of((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  if (mantissa > 1.41421356237309505) {
    mantissa *= 0.5;
    exponent += 1;
  }
  const double s = (mantissa - 1) / (mantissa + 1);
  const double q = s * s;
  double p = 1.0 / 23.0;
  for (int odd = 21; odd >= 3; odd -= 2) p = p * q + 1.0 / odd;
  return exponent * kLn2High + (2 * s + (2 * s * q * p + exponent * kLn2Low));
}

double power_of(double base, double exponent) {
  return exponential(exponent * natural_log(base));
}

double sine(double radians) {
  return sine_quarter(radians, 0);
}
double cosine(double radians) {
  return sine_quarter(radians, 1);
}

uint64_t mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ULL;
  return hash ^ (hash >> 29);
}

uint64_t mix(uint64_t hash, double value) {
  assert(value == value);
  return mix(hash, value == 0 ? uint64_t{0} : bits_of(value));
}

}  // namespace sui::craft
