// Acts done to a bare workpiece in tests: what was refused and why, and acts that must be allowed.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "game/craft/workpiece.h"

namespace sui::craft {

inline std::string refusal(const Workpiece& pot, const Act& act) {
  const Result<Done> result = check(pot, act);
  return result ? "" : result.error().where + ": " + result.error().what;
}

inline void must(Workpiece& pot, const Act& act) {
  ASSERT_EQ(refusal(pot, act), "");
  apply(pot, act);
}

inline void must(Workpiece& pot, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  must(pot, Act{pot.tick, kind, a, b, c, d});
}

}  // namespace sui::craft
