// Glaze on a pot: the bench it is mixed on, what each way of applying it lays, and how it settles in the fire.
//
// Owns thickness per ring (and how uneven it lies round the pot) and which glaze lies outside and inside; does not own
// the chemistry (glaze_chemistry.h), recipes (wares.h), colour (glaze_colour.h) nor temperatures (kiln.h).
// Units: mm of glaze, wt % oxides, seconds, g/ml.
#pragma once

#include <array>

#include "game/craft/act.h"
#include "game/craft/clay.h"
#include "game/craft/glaze_chemistry.h"
#include "game/craft/glaze_numbers.h"

namespace sui::craft {

struct Glaze {
  bool laid = false;
  GlazeKind kind = GlazeKind::kClear;        // outside; inside too where nothing else was swilled in
  GlazeKind inner_kind = GlazeKind::kClear;  // inside
  bool outside = false, inside = false;      // whether anything lies there
  Oxides outer_oxides, inner_oxides;         // melted, wt %; all zero where nothing lies
  RingField outer_mm{};                      // raw, then fired thickness on the outer wall, mean round the pot
  RingField inner_mm{};
  // How the outer layer differs round the pot: cos θ, sin θ, cos 2θ, sin 2θ amplitudes.
  RingField cos1_mm{}, sin1_mm{}, cos2_mm{}, sin2_mm{};
  double run_mm = 0;  // how far the melt ran down
  int32_t coats = 0;  // laid on the outside so far; brushed ones lie turned against the last

  GlazeBatch bench;     // what was weighed out for this pot's own glaze
  int32_t weighed = 0;  // materials and colourants on that bench
};

inline constexpr int32_t kWeighedMax = 24;

// What is left of a glaze stone : glaze ash (釉果:二灰) blend after ignition, wt %, sums to 100. Facts D5.
Oxides blend_stone_and_ash(double stone_parts, double ash_parts);
Oxides glaze_oxides(GlazeKind kind);                      // of a named ware
Oxides glaze_oxides(GlazeKind kind, const Glaze& glaze);  // kMixed: of the bench

struct Slop {
  GlazeKind kind = GlazeKind::kClear;
  double density_g_ml = 1.45;
};

// Dip for `seconds`: thickness follows the wall's suction (drier and thicker walls take more). The foot is sponged
// clean unless `whole`.
void dip(const Clay& clay, double seconds, double density_g_ml, GlazeKind kind, Glaze& glaze);
void dip(const Clay& clay, double seconds, const Slop& slop, bool whole, Glaze& glaze);
// Poured over the outside from the side `from_turn`: thick where it lands, thin behind, thicker lower down.
void pour(const Clay& clay, double seconds, const Slop& slop, double from_turn, Glaze& glaze);
// 荡釉: swilled round the inside and tipped out.
void swill(const Clay& clay, double seconds, const Slop& slop, Glaze& glaze);
// Brushed coats from ring `from` to `to`: uneven, and each lies turned against the last.
void brush_on(const Clay& clay, double from_ring, double to_ring, int coats, GlazeKind kind, Glaze& glaze);
// 吹釉: blown on as a mist, thin and even; it dries as it lands, so it can be built up past what a wall drinks.
void blow_on(const Clay& clay, double from_ring, double to_ring, int passes, GlazeKind kind, Glaze& glaze);
// Wiped off the outside up to this height.
void wipe_foot(const Clay& clay, double up_to_mm, Glaze& glaze);
// Thickest raw or fired glaze on what touches the shelf, mm: the pot grows to it in the fire. `holds` is the share of
// each ring's glaze that holds at its least waxed place.
double glaze_under_foot_mm(const Clay& clay, const Glaze& glaze, const RingField& holds);
// Melts the layers down to these shares of their thickness; running levels the outer one round the pot.
void settle(double outer_share, double inner_share, double run_per_mm2, Glaze& glaze);
// Thickness of what was laid at an angle, never negative; where wax lies none of it holds (surface.h: glaze_holds).
double outer_glaze_mm(const Glaze& glaze, int ring, double turn);

// A raw layer melts down to this share of its thickness: pores close, ash loses its carbonate.
inline constexpr double kFiredOverRaw = 0.55;

}  // namespace sui::craft
