// Colour of a melted glaze: what one millimetre absorbs and scatters, worked out from oxides and the fire's course.
//
// Owns the optics (Beer-Lambert absorption per oxide and valence, scatter, Kubelka-Munk layers, an oxidised skin, iron
// spots); no colour belongs to a name here. Does not own thickness (glaze.h). Units: 1/mm, mm, linear RGB 0..1.
#pragma once

#include "game/craft/glaze_fire.h"
#include "game/craft/glaze_numbers.h"

namespace sui::craft {

struct GlazeGlass {
  Rgb absorbs_per_mm;       // in the depth
  Rgb skin_absorbs_per_mm;  // within skin_mm of the surface, where air came back
  Rgb scatters_per_mm;
  double skin_mm = 0;
  double gloss = 0;    // 0 dry … 1 mirror
  double spots = 0;    // share of the surface under iron that came out as islands
  double streaks = 0;  // 0 round spots … 1 drawn out by running: hare's fur
  Rgb spot;            // reflectance of the islands
};

GlazeGlass glass_of(const Oxides& oxides, const GlazeHistory& history);
// What a layer of `thick_mm` over a body of reflectance `body` sends back, spots averaged in. Kubelka & Munk 1931.
Rgb layer_over(const GlazeGlass& glass, double thick_mm, const Rgb& body);
// Optical depth (one pass) of oxides melted into the glaze from below, g/m² each: underglaze blue, red and brown.
Rgb underglaze_depth(const Oxides& g_per_m2, const GlazeHistory& history, const Oxides& glaze);
// How strongly the glaze is in tension because it shrinks more than the body: 0 sound … 1 crackled all over; facts D2.
// `body_expansion` on the same scale, as the fired body bears it (kiln.h).
double crackle_of(const Oxides& oxides, double body_expansion);

}  // namespace sui::craft
