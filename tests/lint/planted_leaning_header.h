// Planted for the lint's own test: this header uses std::vector without including it.
// Owns nothing and is included by nothing; tests/lint sees that it does not compile alone.
// No units.
#pragma once

inline std::vector<int> leaning() {
  return {};
}
