// Burn: one kiln alight with one pot in it, half a minute at a time: what a whole firing (kiln.h) is made of, and what
// somebody at the spy-hole looks at while it goes on.
//
// Owns putting fire, chamber and pot in step and the curve so far; knows neither who feeds the fire nor when it ends.
// Minutes and seconds of kiln time.
#pragma once

#include "game/craft/chamber.h"
#include "game/craft/exposure.h"
#include "game/craft/kiln.h"

namespace sui::craft {

inline constexpr uint32_t kBurnStepsPerMinute = 2;

struct Burn {
  KilnKind kind = KilnKind::kElectric;
  KilnLoad load;
  Chamber chamber;
  FiredWare ware;
  Firing firing;  // so far
  double burnt_kj = 0;
  uint32_t step = 0, sample_every = 4;
};

Burn cold_kiln(KilnKind kind, const KilnLoad& load);
void burn_on(const Firehand& hand, Burn& burn);  // one step
inline uint32_t minute_of(const Burn& burn) {
  return burn.step / kBurnStepsPerMinute;
}
double kiln_c(const Burn& burn);  // where the pot stands

// What these levers bring the fire in the next step.
Firehand hand_of(const Chamber& chamber, const KilnDrive& drive);
void throw_in(const KilnStoke& stoke, Firehand& hand);

}  // namespace sui::craft
