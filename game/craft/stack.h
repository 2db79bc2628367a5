// The stack laid out for one tick: heights and faces of every ring, and the moves a tick adds up before they are made.
//
// Owns scratch arrays only, kept on the call stack: nothing here outlives a tick. Lengths mm.
#pragma once

#include "game/craft/clay.h"

namespace sui::craft {

struct Stack {
  RingField h_mm, z_mm, outer_mm, inner_mm;  // z at the ring's middle
  double top_mm = 0;
};

// What a tick wants to do to each ring, before neighbours are heard.
struct Motion {
  RingField radial_mm{};  // of the wall's middle (of the face, for a solid disc)
  RingField width_mm{};
  RingField open_mm{};  // of the inner face of a thick ring, as in opening
  RingField squash{};   // strain of a ring pressed lower
  bool any = false;
};

void lay_out(const Clay& clay, Stack& stack);
// Spreads a radial push over the shell's decay length √(r w): v - λ² v″ = v_local, the wheel head holding the foot.
void spread(const Clay& clay, const Stack& stack, RingField& push);
// Makes the moves: half of hoop strain goes to thickness, half to height; volume never changes.
void settle(Clay& clay, const Stack& stack, const Motion& motion);

// Herschel-Bulkley with n = 1/2 and K = 0.2 of the strength (facts A1): strain rate 1/s for a load of `ratio`
// strengths.
inline double flow_rate(double ratio, double rate_max) {
  const double over = (ratio - 1) * 5;
  if (over <= 0) return 0;
  const double rate = over * over;
  return rate < rate_max ? rate : rate_max;
}

}  // namespace sui::craft
