// The clay: an axisymmetric stack of Lagrangian rings, bottom to top, plus how far each is off true.
//
// Sizes are always those of the pot as it stands: drying and firing shrink the rings in place.
// Ring k owns volume, mean radius, horizontal width and moisture; its height follows from volume.
// A lump is the same stack with a tiny inner radius. Owns state and geometry only; forces and hands are in
// wheel.h, air in drying.h. Units: mm, mm^3, kPa, moisture on dry basis (g water per g dry clay).
#pragma once

#include <array>

#include "game/craft/limits.h"

namespace sui::craft {

using RingField = std::array<double, kRingCount>;

struct Clay {
  RingField volume_mm3{};              // constant while nothing is trimmed or dried
  RingField r_mm{};                    // mean radius
  RingField w_mm{};                    // horizontal width; inner radius is r - w/2
  RingField moisture_dry{};            // core of the wall
  RingField skin_moisture_dry{};       // the outer ~0.3 mm, what the hands feel
  RingField inner_moisture_dry{};      // the same inside; where the clay is solid, as its core
  RingField off_x_mm{}, off_y_mm{};    // m=1: the ring's centre against the wheel's, in the turning frame
  RingField oval_x_mm{}, oval_y_mm{};  // m=2 amplitude (cos 2θ, sin 2θ)
  RingField sink_mm{};           // how far the ring hangs out of the horizontal when a rim flops (tilt, at mean radius)
  RingField twist_turn{};        // angle gathered by dragging hands
  RingField yield_kpa{};         // uniaxial strength of the wall, core and skin together; refreshed as water moves
  RingField hoop_creep{};        // hoop strain suffered by weight and spin alone: what makes a rim flop
  RingField axial_creep{};       // the same for crushing under the weight above
  RingField worked{};            // 0 rested … 1 overworked: thixotropic loss of strength, mended by minutes of rest
  RingField packed{};            // 0 … 1 compressed by a hand or rib pressing straight: rims and floors crack less
  RingField squeezed{};          // inward strain of the present pass of collaring: too much of it folds the wall
  RingField groove_mm{};         // throwing lines: height of the ridge the rising fingers leave between their turns
  RingField groove_pitch_mm{};   // and how far apart those turns are
  double uneven_mm = 0;          // what kneading left uneven in the lump; comes out as wobble when the wall is thinned
  double removed_mm3 = 0;        // cut away so far, as wet clay: volume and this together never change
  double pool_ml = 0;            // water standing inside on the floor
  double pool_soaked_ml = 0;     // what of it the floor has drunk
  double lopsided_dry = 0;       // moisture of the shady side over the mean, while a pot dries from one side
  double bent_strain = 0;        // and the strain that left in it for good
  double film_mm = 0;            // water film on the skin: slip under the hands
  double dry_density_g_mm3 = 0;  // dry grams per mm^3 of wet clay at the start
  double fired_pores = -1;       // open pores of the fired body, share of its volume; below 0 while it is clay
};

inline constexpr double kGrainDensityGCm3 = 2.6;  // ρs, facts A1
inline constexpr double kInnerSolidMm = 0.5;      // an inner radius up to this is a solid disc
inline constexpr double kSkinMm = 0.3;            // depth of the skin on each face

struct RingShape {
  double z_bottom_mm, z_top_mm, outer_mm, inner_mm;  // inner_mm <= 0.5 counts as solid floor
};

// The solid rings that make the floor: `first` is 0 unless a foot ring stands under it, `above` is the first ring of
// the wall. All of a lump is floor. O(rings).
struct FloorRings {
  std::size_t first, above;
};

FloorRings floor_rings(const Clay& clay);
double ring_height_mm(const Clay& clay, int ring);
RingShape ring_shape(const Clay& clay, int ring);  // O(ring): walks the stack
void ring_shapes(const Clay& clay, std::array<RingShape, kRingCount>& out);
double clay_volume_mm3(const Clay& clay);
double moisture_dry_of_wet_pct(double wet_pct);  // 21.5 % wet basis -> 0.274 g water per g dry clay
double moisture_wet_pct_of_dry(double dry);
double yield_stress_kpa(double moisture_dry);  // uniaxial σy = 2τy, facts A1 (Vardanega & Haigh 2014)

}  // namespace sui::craft
