#include "game/craft/look_paint.h"

#include "game/craft/foot_mark.h"
#include "game/craft/glaze_colour.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

uint8_t byte_of(float value) {
  return static_cast<uint8_t>(value <= 0 ? 0 : (value >= 255 ? 255 : value + 0.5f));
}

void take_amounts(const std::vector<float>& layer, double deepest_g_m2, std::vector<uint8_t>& bytes) {
  bytes.resize(layer.size());
  const auto scale = static_cast<float>(255.0 / deepest_g_m2);
  for (std::size_t i = 0; i < layer.size(); ++i) bytes[i] = byte_of(layer[i] * scale);
}

// Whatever lies thickest is seen; black is painted as outline over the rest and seen sooner.
void take_uppermost(const std::vector<float>& layer, double deepest_g_m2, double hiding, uint8_t kind,
                    std::vector<float>& seen, Look& look) {
  const bool outline = kind == enamel_index(Pigment::kEnamelBlack);
  if (layer.empty()) return;
  const auto scale = static_cast<float>(1 / deepest_g_m2);
  const auto weight = static_cast<float>(outline ? 4 * hiding : hiding);
  for (std::size_t i = 0; i < layer.size(); ++i) {
    if (layer[i] <= 0) continue;
    const float amount = layer[i] * scale;
    look.paint_enamel[i] = byte_of(static_cast<float>(look.paint_enamel[i]) + 255 * amount);
    if (amount * weight <= seen[i]) continue;
    seen[i] = amount * weight;
    look.paint_enamel_kind[i] = kind;
  }
}

struct Shade {
  double at, r, g, b;
};

void between_tones(const Shade (&tones)[3], double at, float& r, float& g, float& b) {
  const int i = at < tones[1].at ? 0 : 1;
  double t = (at - tones[i].at) / (tones[i + 1].at - tones[i].at);
  t = t < 0 ? 0 : (t > 1 ? 1 : t);
  r = static_cast<float>(tones[i].r + (tones[i + 1].r - tones[i].r) * t);
  g = static_cast<float>(tones[i].g + (tones[i + 1].g - tones[i].g) * t);
  b = static_cast<float>(tones[i].b + (tones[i + 1].b - tones[i].b) * t);
}

// What a full load of `pigment` left raw looks like on the clay; as the ware shader draws it.
Rgb raw_tone(Pigment pigment) {
  if (pigment == Pigment::kCopper) return {0.085, 0.105, 0.080};
  if (pigment == Pigment::kIron) return {0.150, 0.045, 0.022};
  return {0.030, 0.027, 0.034};
}

Rgb fired_tone(Pigment pigment, double load, const Look& look) {
  if (is_enamel(pigment)) return enamel(enamel_index(pigment)).colour;
  Rgb deepest{static_cast<double>(look.cobalt_r), static_cast<double>(look.cobalt_g),
              static_cast<double>(look.cobalt_b)};
  if (pigment == Pigment::kCopper) deepest = {look.copper_r, look.copper_g, look.copper_b};
  if (pigment == Pigment::kIron) deepest = {look.iron_r, look.iron_g, look.iron_b};
  const double amount = load * full_dose_g_m2(pigment) / deepest_g_m2(pigment);
  return {static_cast<double>(look.body_r) * power_of(deepest.r, amount),
          static_cast<double>(look.body_g) * power_of(deepest.g, amount),
          static_cast<double>(look.body_b) * power_of(deepest.b, amount)};
}

}  // namespace

void take_paint(const PigmentField& field, Look& look) {
  look.paint_columns = field.columns;
  look.paint_rows = field.rows;
  take_amounts(field.cobalt_g_m2, deepest_g_m2(Pigment::kCobalt), look.paint_cobalt);
  take_amounts(field.copper_g_m2, deepest_g_m2(Pigment::kCopper), look.paint_copper);
  take_amounts(field.iron_g_m2, deepest_g_m2(Pigment::kIron), look.paint_iron);
  bool enamelled = !look.fired && !field.wax_g_m2.empty();
  for (const std::vector<float>& layer : field.enamel_g_m2) enamelled = enamelled || !layer.empty();
  look.paint_enamel.assign(enamelled ? field.cells() : 0, 0);
  look.paint_enamel_kind.assign(enamelled ? field.cells() : 0, 0);
  std::vector<float> seen(enamelled ? field.cells() : 0, 0.0f);
  for (std::size_t kind = 0; kind < kEnamelCount; ++kind) {
    const auto pigment = static_cast<Pigment>(static_cast<std::size_t>(Pigment::kEnamelRed) + kind);
    take_uppermost(field.enamel_g_m2[kind], deepest_g_m2(pigment), enamel(kind).hiding, static_cast<uint8_t>(kind),
                   seen, look);
  }
  if (!look.fired) take_uppermost(field.wax_g_m2, deepest_g_m2(Pigment::kWax), 1, kWaxUppermost, seen, look);
  look.paint_height.resize(field.height_mm.size());
  for (std::size_t i = 0; i < field.height_mm.size(); ++i)
    look.paint_height[i] = byte_of(128 + field.height_mm[i] * kHeightStepsPerMm);
  take_amounts(field.hole, 1, look.paint_hole);
  look.paint_bare.assign(look.glazed ? field.wax_g_m2.size() : 0, 0);
  for (std::size_t i = 0; i < look.paint_bare.size(); ++i)
    look.paint_bare[i] = byte_of(static_cast<float>(255 * wax_resist(static_cast<double>(field.wax_g_m2[i]))));
}

// sRGB of facts D4, made linear.
void strike_colours(const Firing& firing, const Glaze& glaze, Look& look) {
  constexpr Shade kCopper[3] = {{0.05, 0.275, 0.366, 0.195}, {0.4, 0.195, 0.144, 0.138}, {0.8, 0.392, 0.031, 0.042}};
  constexpr Shade kIron[3] = {{0.15, 0.230, 0.060, 0.014}, {0.45, 0.125, 0.042, 0.018}, {0.75, 0.050, 0.026, 0.016}};
  const double struck = 0.4 * firing.copper_metal_fraction + 0.6 * copper_red(firing);
  between_tones(kCopper, struck, look.copper_r, look.copper_g, look.copper_b);
  between_tones(kIron, firing.fe2_fraction, look.iron_r, look.iron_g, look.iron_b);
  const double deepest = deepest_g_m2(Pigment::kCobalt);
  Oxides ore;
  ore.coo = deepest;
  ore.fe2o3 = kCobaltIron * deepest;
  ore.mno = kCobaltManganese * deepest;
  const Rgb depth = underglaze_depth(ore, firing.glaze, glaze.outer_oxides);
  look.cobalt_r = static_cast<float>(exponential(-2 * depth.r));
  look.cobalt_g = static_cast<float>(exponential(-2 * depth.g));
  look.cobalt_b = static_cast<float>(exponential(-2 * depth.b));
  look.cobalt_piled = static_cast<float>(cobalt_piled(firing, kCobaltIron));
}

void take_foot_mark(const Surface& surface, Look& look) {
  for (const Stroke& stroke : surface.strokes) {
    if (stroke.kind != StrokeKind::kFootMark) continue;
    const Rgb tone = look.fired ? fired_tone(stroke.pigment, stroke.load, look) : raw_tone(stroke.pigment);
    look.foot_mark = {true,
                      static_cast<uint8_t>(stroke.form),
                      static_cast<uint8_t>(stroke.repeats),
                      static_cast<float>(tone.r),
                      static_cast<float>(tone.g),
                      static_cast<float>(tone.b)};
  }
}

}  // namespace sui::craft
