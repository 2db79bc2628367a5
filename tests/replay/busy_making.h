// One busy making, built in code: the pot every target must throw to the same bits.
//
// Owns the acts (a fixed throwing, plus jerks, twists and splashes from a small integer generator with a fixed seed);
// the rules are craft's. Integers only on this side, so nothing here can differ between machines.
#pragma once

#include <cstdint>

#include "game/piece/making.h"

namespace sui::replay {

// x -> 6364136223846793005 x + 1442695040888963407 (mod 2^64), the upper half handed out.
struct Dice {
  uint64_t state;

  int32_t between(int32_t from, int32_t to);  // both included
};

void wait(piece::Bench& bench, int32_t ticks);
// Centres, opens and pulls four times with jerks, splashes and a dry-handed twist; the wheel stands still after.
void throw_cylinder(piece::Bench& bench, Dice& dice);

// Throws, dries, paints, glazes and fires; sealed. `seed` varies the jerks and strokes.
piece::Bench make_busily(uint64_t seed);

// A pot thrown for three minutes with both hands on it all the time, sampled at 30 Hz: a wandering path plus a third of
// a millimetre of tremor in every coordinate, the worst a record has to hold. Still on the wheel; sealed.
piece::Bench throw_three_minutes(uint64_t seed);

}  // namespace sui::replay
