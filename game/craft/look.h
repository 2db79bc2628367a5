// Look: all that is needed to draw a pot, and nothing else. What the screens, the bazaar and the baked record share.
//
// Owns plain arrays in floats; is derived, never hashed, never fed back. Sizes are as the piece stands now (mm).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "game/craft/tone.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

struct LookRing {  // at the boundary k of the stack: kRingCount + 1 of them, 0 at the foot
  float z_mm = 0;
  float outer_mm = 0, inner_mm = 0;  // inner 0 where the floor is solid; within a foot ring its hollow
  float off_x_mm = 0, off_y_mm = 0;  // centre offset
  float oval_x_mm = 0, oval_y_mm = 0;
  float sink_mm = 0;  // one-sided sag of a flopping rim: z drops by sink * (1 - cos θ)/2
  float twist_turn = 0;
  float glaze_outer_mm = 0, glaze_inner_mm = 0;
  float damp_outer_pct = 0, damp_inner_pct = 0;  // raw clay: how much moister its skin is than the pot, wet basis
  float groove_mm = 0, groove_pitch_mm = 0;      // throwing lines: a spiral ridge so high, so far from turn to turn
  // How the outer layer differs round the pot: amplitudes of cos θ, sin θ, cos 2θ, sin 2θ.
  float glaze_cos1_mm = 0, glaze_sin1_mm = 0, glaze_cos2_mm = 0, glaze_sin2_mm = 0;
};

struct LookGlass {                                    // a melted glaze (glaze_colour.h), linear light
  float absorbs_r = 0, absorbs_g = 0, absorbs_b = 0;  // per mm
  float skin_r = 0, skin_g = 0, skin_b = 0;           // per mm, where air came back, to skin_mm deep
  float scatters_r = 0, scatters_g = 0, scatters_b = 0;
  float skin_mm = 0;
  float spot_r = 0, spot_g = 0, spot_b = 0;  // reflectance of iron come out as islands
  float spots = 0, streaks = 0;              // share of the surface; 0 round … 1 drawn out
  float gloss = 0;                           // 0 raw powder … 1 mirror-smooth glass
  float crackle = 0;                         // 0 … 1 crazed
};

// A part joined to the pot, with the places it is joined at: on the wall in the plane of u_turn, or on the axis.
struct LookPart {
  PartKind kind = PartKind::kStrapHandle;
  bool cracked = false;
  float u_turn = 0;
  float r_mm = 0, z_mm = 0;          // on the wall; for lids the mouth's radius and the rim, for feet the pot's foot
  float low_r_mm = 0, low_z_mm = 0;  // where a strap comes back to the wall
  float size_mm = 0, thickness_mm = 0;
  float glaze_mm = 0;
};

// What the underside shows: foot_mark.h's numbers, and the linear colour it is written in as it stands now.
struct LookFootMark {
  bool written = false;
  uint8_t text = 0, frame = 0;
  float r = 0, g = 0, b = 0;
};

// What a fingernail wakes (tone.h), pitches rising; 0 Hz: raw clay, or no wall to ring.
struct LookTone {
  std::array<float, kToneModes> hz{}, decay_s{};
};

struct Look {
  Stage stage = Stage::kThrowing;
  std::array<LookRing, kRingCount + 1> rings{};
  float floor_top_mm = 0;                    // height of the inside floor
  float wetness = 1;                         // 0 chalky … 1 dripping: drives sheen and darkness
  float turn = 0;                            // the wheel's angle, turns
  float body_r = 0, body_g = 0, body_b = 0;  // linear albedo of the clay or biscuit now
  LookGlass outside, inside;                 // the glaze on either face
  float gloss = 0;                           // of the outside: 0 raw powder … 1 mirror-smooth glass
  float translucency = 0;                    // 0 … 1, thin vitrified walls glow
  float crackle = 0;                         // the more crazed of the two faces
  std::vector<LookPart> parts;               // at most kPartsMax
  LookTone tone;
  // What the muffle made of the overglaze colours; before it they are shown as they are meant.
  float enamel_melt = 1;   // 0 chalk … 1 smooth and bright
  float enamel_burnt = 0;  // 0 … 1 of the reds and the gold gone
  bool glazed = false, fired = false, cracked = false, fallen = false;
  // What cobalt, copper and iron under the glaze turned to: linear colour of their deepest tone on white.
  float cobalt_r = 0.001f, cobalt_g = 0.002f, cobalt_b = 0.2f;
  float cobalt_piled = 0;  // 0 … 1: how far its iron came out in dark spots where it lies thick
  float copper_r = 0.1f, copper_g = 0.1f, copper_b = 0.1f;
  float iron_r = 0.1f, iron_g = 0.1f, iron_b = 0.1f;
  // Decoration (look_paint.h), row 0 at the foot. Cobalt's layer is there whenever columns are; others may be empty.
  int paint_columns = 0, paint_rows = 0;
  std::vector<uint8_t> paint_cobalt, paint_copper, paint_iron;  // 0..255 = 0..deepest_g_m2 of the oxide (pigment.h)
  std::vector<uint8_t> paint_enamel;                            // how thick any enamel lies, 0..255
  std::vector<uint8_t> paint_enamel_kind;  // which one is uppermost: enamel_index, or kWaxUppermost
  std::vector<uint8_t> paint_height;       // 128 the wall's own face, kHeightStepsPerMm to the mm, down is cut
  std::vector<uint8_t> paint_hole;         // 0..255, pierced through
  std::vector<uint8_t> paint_bare;         // 0..255, glazed pots only: how much of the glaze wax kept off
  LookFootMark foot_mark;
};

inline constexpr float kPaintFullGM2 = 12.0f;      // cobalt's deepest_g_m2
inline constexpr uint8_t kWaxUppermost = 9;        // raw pots only: the fire burns wax away
inline constexpr float kHeightStepsPerMm = 48.0f;  // ±2.6 mm

// How far feet and pedestal lift the foot of the pot off the shelf.
float stand_mm(const Look& look);

// Top of all that stands on the shelf, and how far anything reaches from the axis: for cameras.
float tallest_mm(const Look& look);
float widest_mm(const Look& look);

// `paint_columns` 0 leaves the paint out (while throwing).
Look look_of(const Workpiece& workpiece, int paint_columns, int paint_rows);

}  // namespace sui::craft
