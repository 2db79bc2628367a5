#include "game/craft/look.h"

#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/glaze_colour.h"
#include "game/craft/look_paint.h"
#include "game/craft/look_parts.h"
#include "game/craft/stack.h"

namespace sui::craft {
namespace {

struct Tint {
  double r, g, b;
};

// Linear albedo of Jingdezhen porcelain clay.
constexpr Tint kWetClay{0.40, 0.36, 0.30};
constexpr Tint kLeatherClay{0.45, 0.42, 0.375};
constexpr Tint kDryClay{0.82, 0.79, 0.735};
constexpr Tint kBiscuit{0.87, 0.80, 0.70};
constexpr Tint kPorcelainReduced{0.90, 0.92, 0.91};
constexpr Tint kPorcelainOxidised{0.92, 0.90, 0.84};

double clamped(double value) {
  return value < 0 ? 0 : (value > 1 ? 1 : value);
}

Tint blend(const Tint& a, const Tint& b, double t) {
  return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

Tint body_tint(const Workpiece& workpiece) {
  if (is_clay_no_longer(workpiece)) {
    const Firing& firing = workpiece.firing;
    const Tint white = blend(kPorcelainOxidised, kPorcelainReduced, clamped((firing.fe2_fraction - 0.1) / 0.6));
    return blend(kBiscuit, white, clamped(firing.vitrification));
  }
  const double wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(workpiece.clay));
  if (wet_pct > kLeatherHardWetPct) return blend(kLeatherClay, kWetClay, clamped((wet_pct - kLeatherHardWetPct) / 4));
  return blend(kDryClay, kLeatherClay, clamped((wet_pct - 1) / (kLeatherHardWetPct - 1)));
}

double wetness_of(const Workpiece& workpiece) {
  if (is_clay_no_longer(workpiece)) return 0;
  const double wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(workpiece.clay));
  const double damp = 0.5 * clamped((wet_pct - 4) / 17);
  return clamped(damp + 0.5 * clamped(workpiece.clay.film_mm / 0.1));
}

float narrow(double value) {
  return static_cast<float>(value);
}

double between(const RingField& field, std::size_t k) {
  if (k == 0) return field[0];
  if (k == kRingCount) return field[kRingCount - 1];
  return 0.5 * (field[k - 1] + field[k]);
}

// Wet skin is dark and dry skin pale long before the pot as a whole is either: it dries from the rim down.
void lay_damp(const Workpiece& workpiece, std::size_t k, double mean_wet_pct, LookRing& ring) {
  const Clay& clay = workpiece.clay;
  ring.damp_outer_pct = narrow(moisture_wet_pct_of_dry(between(clay.skin_moisture_dry, k)) - mean_wet_pct);
  ring.damp_inner_pct = narrow(moisture_wet_pct_of_dry(between(clay.inner_moisture_dry, k)) - mean_wet_pct);
}

void lay_rings(const Workpiece& workpiece, const Stack& stack, Look& look) {
  const Clay& clay = workpiece.clay;
  const bool raw = !is_clay_no_longer(workpiece);
  const double mean_wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(clay));
  const FloorRings bottom = floor_rings(clay);
  const std::size_t floor = bottom.above;
  double z = 0;
  for (std::size_t k = 0; k <= kRingCount; ++k) {
    LookRing& ring = look.rings[k];
    double outer = between(stack.outer_mm, k), inner = between(stack.inner_mm, k);
    if (k < floor && k >= bottom.first) inner = 0;
    if (k < bottom.first) inner = stack.inner_mm[k];  // within the foot ring
    if (k == floor && k < kRingCount) inner = stack.inner_mm[k];
    if (k == kRingCount && floor < kRingCount) {  // the rim is rounded
      const double round = 0.28 * clay.w_mm[k - 1];
      outer -= round;
      inner += round;
    }
    ring.z_mm = narrow(z);
    ring.outer_mm = narrow(outer);
    ring.inner_mm = narrow(floor == kRingCount ? 0 : inner);
    ring.off_x_mm = narrow(between(clay.off_x_mm, k));
    ring.off_y_mm = narrow(between(clay.off_y_mm, k));
    ring.oval_x_mm = narrow(between(clay.oval_x_mm, k));
    ring.oval_y_mm = narrow(between(clay.oval_y_mm, k));
    ring.sink_mm = narrow(between(clay.sink_mm, k));
    ring.twist_turn = narrow(between(clay.twist_turn, k));
    ring.glaze_outer_mm = narrow(between(workpiece.glaze.outer_mm, k));
    ring.glaze_inner_mm = narrow(between(workpiece.glaze.inner_mm, k));
    ring.groove_mm = narrow(between(clay.groove_mm, k));
    ring.groove_pitch_mm = narrow(between(clay.groove_pitch_mm, k));
    ring.glaze_cos1_mm = narrow(between(workpiece.glaze.cos1_mm, k));
    ring.glaze_sin1_mm = narrow(between(workpiece.glaze.sin1_mm, k));
    ring.glaze_cos2_mm = narrow(between(workpiece.glaze.cos2_mm, k));
    ring.glaze_sin2_mm = narrow(between(workpiece.glaze.sin2_mm, k));
    if (raw) lay_damp(workpiece, k, mean_wet_pct, ring);
    if (k == floor) look.floor_top_mm = narrow(z);
    if (k < kRingCount) z += stack.h_mm[k];
  }
}

void lay_paint(const Workpiece& workpiece, int columns, int rows, Look& look) {
  if (columns <= 0 || rows <= 0) return;
  take_paint(lay_all(workpiece.surface, workpiece.clay, columns, rows), look);
}

LookGlass melted_look(const Oxides& oxides, const GlazeHistory& history, const Firing& firing) {
  const GlazeGlass glass = glass_of(oxides, history);
  LookGlass look;
  const auto take = [](const Rgb& from, float& r, float& g, float& b) {
    r = narrow(from.r), g = narrow(from.g), b = narrow(from.b);
  };
  take(glass.absorbs_per_mm, look.absorbs_r, look.absorbs_g, look.absorbs_b);
  take(glass.skin_absorbs_per_mm, look.skin_r, look.skin_g, look.skin_b);
  take(glass.scatters_per_mm, look.scatters_r, look.scatters_g, look.scatters_b);
  take(glass.spot, look.spot_r, look.spot_g, look.spot_b);
  look.skin_mm = narrow(glass.skin_mm);
  look.spots = narrow(glass.spots);
  look.streaks = narrow(glass.streaks);
  look.gloss = narrow(glass.gloss);
  look.crackle =
      history.melt < 0.5 ? 0 : narrow(crackle_of(oxides, body_expansion(firing.porosity)) * (1 - 0.8 * glass.spots));
  return look;
}

void take_glazes(const Glaze& glaze, const Firing& firing, Look& look) {
  if (glaze.outside) look.outside = melted_look(glaze.outer_oxides, firing.glaze, firing);
  if (glaze.inside) look.inside = melted_look(glaze.inner_oxides, firing.inner_glaze, firing);
  look.gloss = glaze.outside ? look.outside.gloss : look.inside.gloss;
  look.crackle = look.outside.crackle > look.inside.crackle ? look.outside.crackle : look.inside.crackle;
}

double translucency_of(const Workpiece& workpiece, const Stack& stack) {
  if (!is_clay_no_longer(workpiece)) return 0;
  double wall = 0;
  int counted = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (workpiece.clay.w_mm[k] > workpiece.clay.r_mm[k] || stack.inner_mm[k] <= kInnerSolidMm) continue;
    wall += workpiece.clay.w_mm[k];
    ++counted;
  }
  if (counted == 0) return 0;
  const double mean_mm = wall / counted;
  return clamped(workpiece.firing.vitrification) / (1 + mean_mm * mean_mm / 6);
}

void take_tone(const Workpiece& workpiece, LookTone& look) {
  const Tone tone = tone_of(workpiece);
  for (std::size_t mode = 0; mode < static_cast<std::size_t>(tone.modes); ++mode) {
    look.hz[mode] = narrow(tone.hz[mode]);
    look.decay_s[mode] = narrow(tone.decay_s[mode]);
  }
}

void take_muffle(const Workpiece& workpiece, Look& look) {
  if (workpiece.stage != Stage::kFired || !workpiece.enamel_firing.done) return;
  look.enamel_melt = narrow(clamped(workpiece.enamel_firing.enamel_melt));
  look.enamel_burnt = narrow(enamel_burnt(workpiece.enamel_firing.peak_c));
}

}  // namespace

Look look_of(const Workpiece& workpiece, int paint_columns, int paint_rows) {
  Look look;
  look.stage = workpiece.stage;
  Stack stack;
  lay_out(workpiece.clay, stack);
  lay_rings(workpiece, stack, look);
  look.wetness = narrow(wetness_of(workpiece));
  look.turn = narrow(workpiece.wheel_turn - std::floor(workpiece.wheel_turn));
  const Tint body = body_tint(workpiece);
  look.body_r = narrow(body.r);
  look.body_g = narrow(body.g);
  look.body_b = narrow(body.b);
  look.glazed = workpiece.glaze.laid;
  look.fired = is_fired(workpiece.stage);
  look.fallen = workpiece.fallen;
  if (look.fired && look.glazed) take_glazes(workpiece.glaze, workpiece.firing, look);
  lay_parts(workpiece, look);
  take_tone(workpiece, look.tone);
  take_muffle(workpiece, look);
  look.translucency = narrow(translucency_of(workpiece, stack));
  for (const Defect& defect : workpiece.defects) {
    look.cracked = look.cracked || is_crack(defect.kind);
  }
  if (look.fired) strike_colours(workpiece.firing, workpiece.glaze, look);
  take_foot_mark(workpiece.surface, look);
  lay_paint(workpiece, paint_columns, paint_rows, look);
  return look;
}

}  // namespace sui::craft
