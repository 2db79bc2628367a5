#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/math.h"

namespace sui::craft {
namespace {

TEST(Math, ExponentialAgreesWithLibm) {
  for (double x = -699; x < 699; x += 0.37) EXPECT_NEAR(exponential(x) / std::exp(x), 1, 1e-13) << x;
  EXPECT_EQ(exponential(-701), 0);
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(900), exponential(700));
}

TEST(Math, LogarithmAgreesWithLibm) {
  for (double x = 1e-300; x < 1e300; x *= 3.7) EXPECT_NEAR(natural_log(x) / std::log(x), 1, 1e-13) << x;
  for (double x = 0.9; x < 1.1; x += 0.00037)
    EXPECT_NEAR(natural_log(x), std::log(x), 1e-13 * std::fabs(std::log(x))) << x;
  EXPECT_EQ(natural_log(1), 0);
  EXPECT_NEAR(natural_log(5e-324), std::log(5e-324), 1e-10);
}

TEST(Math, PowersAgreeWithLibm) {
  for (double base = 0.001; base < 1000; base *= 1.31)
    for (double exponent = -20; exponent < 20; exponent += 0.73)
      EXPECT_NEAR(power_of(base, exponent) / std::pow(base, exponent), 1, 1e-13) << base << '^' << exponent;
}

TEST(Math, SineAndCosineAgreeWithLibm) {
  for (double x = -1e5; x < 1e5; x += 1.237) {
    EXPECT_NEAR(sine(x), std::sin(x), 1e-14) << x;
    EXPECT_NEAR(cosine(x), std::cos(x), 1e-14) << x;
  }
}

TEST(Math, HashTellsBitsApartButNotTheSignOfZero) {
  EXPECT_EQ(mix(7, 0.0), mix(7, -0.0));
  EXPECT_NE(mix(7, 1.0), mix(7, std::nextafter(1.0, 2.0)));
  EXPECT_NE(mix(7, uint64_t{1}), mix(8, uint64_t{1}));
}

}  // namespace
}  // namespace sui::craft
