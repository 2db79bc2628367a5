// Our own exp, log, sin, cos and pow: the same bits on x86-64, arm64 and WebAssembly, unlike any libm's.
// Polynomial, IEEE double, no contraction. Accuracy against libm is tested: relative error below 1e-13
// (exp, log, power_of), absolute below 1e-14 (sine, cosine for |x| < 1e5). sqrt, floor and fabs come from <cmath>
// because IEEE fixes them.
#pragma once

#include <cstdint>

namespace sui::craft {

double exponential(double x);                   // clamps below -700 to 0 and above 700 to exponential(700)
double natural_log(double x);                   // x > 0
double power_of(double base, double exponent);  // base > 0
double sine(double radians);
double cosine(double radians);

uint64_t mix(uint64_t hash, uint64_t word);  // running hash step
uint64_t mix(uint64_t hash, double value);   // the value's bits; -0 counts as 0; a NaN is a bug and asserts

}  // namespace sui::craft
