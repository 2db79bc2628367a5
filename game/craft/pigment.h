// Pigments: what a brush is dipped in, how much of it a full brush lays, and what colour an enamel is.
//
// Owns names and the domain's one table of numbers for pigments; does not own strokes (surface.h), nor what the fire
// makes of oxides under the glaze (the look and the shaders). Units: g of oxide or enamel per m², linear RGB.
#pragma once

#include <cstddef>

#include "game/craft/act.h"
#include "game/craft/glaze.h"

namespace sui::craft {

inline constexpr std::size_t kEnamelCount = 9;

constexpr bool is_underglaze(Pigment pigment) {
  return static_cast<uint8_t>(pigment) <= static_cast<uint8_t>(Pigment::kWax);
}
constexpr bool is_enamel(Pigment pigment) {
  return pigment >= Pigment::kEnamelRed && pigment <= Pigment::kEnamelGold;
}
// Place of an enamel in tables of enamels: red 0 … gold 8.
constexpr std::size_t enamel_index(Pigment pigment) {
  return static_cast<std::size_t>(pigment) - static_cast<std::size_t>(Pigment::kEnamelRed);
}

// "cobalt", "enamel_red", …; null for a number that is no pigment. Stable: scripts use them.
const char* pigment_id(Pigment pigment);

// A full brush (load 1, pressure 1) lays this much in the middle of its stroke, g/m².
double full_dose_g_m2(Pigment pigment);
// This much is drawn as the deepest tone a Look can hold, g/m².
double deepest_g_m2(Pigment pigment);

// The blue is imported ore, per gram of CoO: Fe2O3 2.2-3.0 and MnO .01-.06 (facts D4); its iron is what heaps and
// piles.
inline constexpr double kCobaltIron = 2.5, kCobaltManganese = 0.03;

// The five waters a wash is mixed with (分水): cobalt ground in ever more tea.
struct Water {
  const char* id;  // "tou_nong": scripts use it
  const char* zh;
  double load;  // of the brush
};
inline constexpr std::size_t kWaterCount = 5;
const Water& water(std::size_t index);  // 0 the densest

struct Enamel {
  Rgb colour;           // linear, fired, at full strength on white
  double hiding;        // 0 glassy and translucent … 1 opaque
  double metallic = 0;  // 1: gold
};
// Fired colours: facts D4 (wucai red, green, yellow, aubergine; duck turquoise; fencai rose and white). Black and gold
// are ours. How far each hides the ground is an artist's estimate: uncertain.
const Enamel& enamel(std::size_t index);

}  // namespace sui::craft
