#include "game/craft/glaze.h"

#include <cassert>
#include <cmath>

#include "game/craft/materials.h"
#include "game/craft/math.h"
#include "game/craft/wares.h"

namespace sui::craft {
namespace {

// Dipping. Packing of the raw layer and grain density are usual for glaze slops; the rate makes three seconds at
// 1.45 g/ml lay about 0.6 mm on a dry 5 mm wall, a potter's "fingernail".
constexpr double kGrainDensityGMl = 2.6;
constexpr double kRawPacking = 0.5;
constexpr double kUptakeMmPerRootS = 0.33;
constexpr double kWallPores = 0.30;
constexpr double kSaturatedMoistureDry = 0.18;
constexpr double kRimThinningMm = 3.0;  // a raw layer is thinner within this distance of the lip
constexpr double kTurn = 6.283185307179586;
// Ways of laying it on, as shares of what a dip would lay (uncertain: potters differ).
constexpr double kPourShare = 0.75, kPourLower = 0.25;  // thinner at the top, a dip's worth at the foot
constexpr double kPourUneven = 0.35, kPourSeam = 0.10;  // between the side it landed on and the one behind
constexpr double kBrushCoatMm = 0.16, kBrushUneven = 0.16;
constexpr double kBlowPassMm = 0.07, kBlowRoom = 3;
// On a wall that does not drink: gum in the glaze holds so much, in coats this much thinner (uncertain).
constexpr double kClingsMm = 0.6, kDenseCoatShare = 0.5;
constexpr double kFilmMm = 0.2;         // and of a slop that ran off, its film: uncertain
constexpr int kCoatsThatHelp = 4;       // a coat left to dry lets the wall drink again, though never as much
constexpr double kLevelsOverMm = 3;     // a run this long has levelled half of the unevenness
constexpr double kFootTouchesMm = 0.6;  // what the shelf feels of a foot
constexpr double kFootWipedMm = 2.0;    // the foot is sponged clean, or the pot would grow to the shelf

double slop_solids_fraction(double density_g_ml) {
  const double fraction = (density_g_ml - 1.0) / (kGrainDensityGMl - 1.0);
  return fraction < 0.02 ? 0.02 : (fraction > 0.45 ? 0.45 : fraction);
}

double dryness(double moisture_dry) {
  const double wet = moisture_dry / kSaturatedMoistureDry;
  return wet >= 1 ? 0 : 1 - wet;
}

double grown_layer(double already_mm, double wanted_mm, double room_mm) {
  if (room_mm <= already_mm) return already_mm;
  const double room_left_mm = room_mm - already_mm;
  return already_mm + room_left_mm * (1 - exponential(-wanted_mm / room_left_mm));
}

struct Drinks {
  double wanted_mm = 0, room_mm = 0, rim_share = 1, dry = 0, z_mm = 0;
  double open = 1;       // 1 as raw clay … 0 a wall without pores
  double clings_mm = 0;  // what a brush or spray builds up on a wall that does not drink
  bool open_inside = false;
};

struct Suction {
  std::array<Drinks, kRingCount> rings;
  double height_mm = 0;
};

// A fired wall has the pores the fire left it; clay those between its grains.
double pores_of(const Clay& clay) {
  return clay.fired_pores < 0 ? kWallPores : clay.fired_pores;
}

// `coats` were laid before.
Suction suction_of(const Clay& clay, double seconds, const Slop& slop, int coats) {
  assert(seconds >= 0);
  const double solids = slop_solids_fraction(slop.density_g_ml);
  const double water_per_layer = kRawPacking / solids - 1;  // mm of water the wall must drink for 1 mm of layer
  const double rate = kUptakeMmPerRootS * std::sqrt(solids / (kRawPacking - solids));
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  Suction suction;
  const double pores = pores_of(clay), open = pores < kWallPores ? pores / kWallPores : 1;
  const double again = std::sqrt(static_cast<double>(coats < kCoatsThatHelp ? coats + 1 : kCoatsThatHelp));
  suction.height_mm = shapes[kRingCount - 1].z_top_mm;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const RingShape& shape = shapes[k];
    Drinks& ring = suction.rings[k];
    ring.dry = dryness(clay.moisture_dry[k]);
    ring.wanted_mm = rate * std::sqrt(seconds * ring.dry * open);
    ring.open_inside = shape.inner_mm > 0.5;
    const double drinking_mm = ring.open_inside ? clay.w_mm[k] * 0.5 : shape.z_top_mm;
    ring.room_mm = again * drinking_mm * pores * ring.dry / water_per_layer;
    ring.open = open;
    ring.wanted_mm += kFilmMm * (1 - open);
    ring.room_mm += again * kFilmMm * (1 - open);
    ring.clings_mm = kClingsMm * (1 - open);
    ring.z_mm = 0.5 * (shape.z_bottom_mm + shape.z_top_mm);
    const double from_rim = (suction.height_mm - ring.z_mm) / kRimThinningMm;
    ring.rim_share = from_rim >= 1 ? 1.0 : 0.55 + 0.45 * from_rim;
  }
  return suction;
}

// A coat that must dry by itself is laid thinner than one the wall pulls on.
double brushed_share(const Drinks& ring) {
  return kDenseCoatShare + (1 - kDenseCoatShare) * ring.open;
}

bool within(std::size_t ring, double from, double to) {
  const double middle = static_cast<double>(ring) + 0.5;
  return middle >= from && middle <= to;
}

void take_outside(GlazeKind kind, Glaze& glaze) {
  glaze.laid = glaze.outside = true;
  glaze.kind = kind;
  glaze.outer_oxides = glaze_oxides(kind, glaze);
}

void take_inside(GlazeKind kind, Glaze& glaze) {
  glaze.laid = glaze.inside = true;
  glaze.inner_kind = kind;
  glaze.inner_oxides = glaze_oxides(kind, glaze);
}

// Adds amplitude `once_mm` cos(θ - once) + `twice_mm` cos(2θ - twice).
void add_wave(std::size_t ring, double once_mm, double once, double twice_mm, double twice, Glaze& glaze) {
  glaze.cos1_mm[ring] += once_mm * cosine(once);
  glaze.sin1_mm[ring] += once_mm * sine(once);
  glaze.cos2_mm[ring] += twice_mm * cosine(twice);
  glaze.sin2_mm[ring] += twice_mm * sine(twice);
}

}  // namespace

Oxides blend_stone_and_ash(double stone_parts, double ash_parts) {
  assert(stone_parts >= 0 && ash_parts >= 0 && stone_parts + ash_parts > 0);
  GlazeBatch batch;
  add_material(material(material_named("youguo")).oxides, stone_parts, batch);
  add_material(material(material_named("erhui")).oxides, ash_parts, batch);
  return melted(batch);
}

Oxides glaze_oxides(GlazeKind kind) {
  return ware_oxides(ware_of(kind));
}

Oxides glaze_oxides(GlazeKind kind, const Glaze& glaze) {
  return kind == GlazeKind::kMixed ? melted(glaze.bench) : glaze_oxides(kind);
}

void dip(const Clay& clay, double seconds, double density_g_ml, GlazeKind kind, Glaze& glaze) {
  dip(clay, seconds, Slop{kind, density_g_ml}, false, glaze);
}

void dip(const Clay& clay, double seconds, const Slop& slop, bool whole, Glaze& glaze) {
  const Suction suction = suction_of(clay, seconds, slop, glaze.coats);
  take_outside(slop.kind, glaze);
  take_inside(slop.kind, glaze);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const Drinks& ring = suction.rings[k];
    const double wanted_mm = ring.wanted_mm * ring.rim_share;
    if (whole || ring.z_mm > kFootWipedMm) glaze.outer_mm[k] = grown_layer(glaze.outer_mm[k], wanted_mm, ring.room_mm);
    if (ring.open_inside) glaze.inner_mm[k] = grown_layer(glaze.inner_mm[k], wanted_mm, ring.room_mm);
  }
  ++glaze.coats;
}

void pour(const Clay& clay, double seconds, const Slop& slop, double from_turn, Glaze& glaze) {
  const Suction suction = suction_of(clay, seconds, slop, glaze.coats);
  take_outside(slop.kind, glaze);
  const double angle = kTurn * from_turn;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const Drinks& ring = suction.rings[k];
    const double low = 1 - ring.z_mm / (suction.height_mm > 1 ? suction.height_mm : 1);
    const double before_mm = glaze.outer_mm[k];
    const double wanted_mm = ring.wanted_mm * (kPourShare + kPourLower * low);
    glaze.outer_mm[k] = grown_layer(before_mm, wanted_mm, ring.room_mm);
    const double grew_mm = glaze.outer_mm[k] - before_mm;
    add_wave(k, grew_mm * kPourUneven, angle, grew_mm * kPourSeam, 2 * angle, glaze);
  }
  ++glaze.coats;
}

void swill(const Clay& clay, double seconds, const Slop& slop, Glaze& glaze) {
  const Suction suction = suction_of(clay, seconds, slop, 0);
  take_inside(slop.kind, glaze);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const Drinks& ring = suction.rings[k];
    if (ring.open_inside) glaze.inner_mm[k] = grown_layer(glaze.inner_mm[k], ring.wanted_mm, ring.room_mm);
  }
}

void brush_on(const Clay& clay, double from_ring, double to_ring, int coats, GlazeKind kind, Glaze& glaze) {
  const Suction suction = suction_of(clay, 1, Slop{kind, 1.45}, 0);
  take_outside(kind, glaze);
  for (int coat = 0; coat < coats; ++coat) {
    // The brush's laps: a golden turn on, so that no two coats lie alike.
    const double angle = kTurn * 0.381966 * static_cast<double>(glaze.coats % 64);
    for (std::size_t k = 0; k < kRingCount; ++k) {
      if (!within(k, from_ring, to_ring)) continue;
      const Drinks& ring = suction.rings[k];
      const double before_mm = glaze.outer_mm[k];
      glaze.outer_mm[k] =
          grown_layer(before_mm, kBrushCoatMm * ring.dry * brushed_share(ring), ring.room_mm + ring.clings_mm);
      const double grew_mm = glaze.outer_mm[k] - before_mm;
      add_wave(k, grew_mm * kBrushUneven, angle, grew_mm * kBrushUneven, 3 * angle, glaze);
    }
    ++glaze.coats;
  }
}

void blow_on(const Clay& clay, double from_ring, double to_ring, int passes, GlazeKind kind, Glaze& glaze) {
  const Suction suction = suction_of(clay, 1, Slop{kind, 1.45}, 0);
  take_outside(kind, glaze);
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t k = 0; k < kRingCount; ++k) {
      const Drinks& ring = suction.rings[k];
      if (!within(k, from_ring, to_ring)) continue;
      glaze.outer_mm[k] = grown_layer(glaze.outer_mm[k], kBlowPassMm * ring.dry * brushed_share(ring),
                                      kBlowRoom * ring.room_mm + ring.clings_mm);
    }
    ++glaze.coats;
  }
}

void wipe_foot(const Clay& clay, double up_to_mm, Glaze& glaze) {
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (0.5 * (shapes[k].z_bottom_mm + shapes[k].z_top_mm) > up_to_mm) break;
    glaze.outer_mm[k] = glaze.cos1_mm[k] = glaze.sin1_mm[k] = glaze.cos2_mm[k] = glaze.sin2_mm[k] = 0;
  }
}

double glaze_under_foot_mm(const Clay& clay, const Glaze& glaze, const RingField& holds) {
  if (!glaze.outside) return 0;
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  double thickest_mm = 0;
  for (std::size_t k = 0; k < kRingCount && shapes[k].z_bottom_mm < kFootTouchesMm; ++k) {
    const double here_mm = glaze.outer_mm[k] * holds[k];
    if (here_mm > thickest_mm) thickest_mm = here_mm;
  }
  return thickest_mm;
}

void settle(double outer_share, double inner_share, double run_per_mm2, Glaze& glaze) {
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double level = 1 / (1 + glaze.outer_mm[k] * glaze.outer_mm[k] * run_per_mm2 / kLevelsOverMm);
    for (RingField* wave : {&glaze.cos1_mm, &glaze.sin1_mm, &glaze.cos2_mm, &glaze.sin2_mm}) {
      (*wave)[k] *= outer_share * level;
    }
    glaze.outer_mm[k] *= outer_share;
    glaze.inner_mm[k] *= inner_share;
  }
}

double outer_glaze_mm(const Glaze& glaze, int ring, double turn) {
  const auto k = static_cast<std::size_t>(ring);
  const double angle = kTurn * (turn - std::floor(turn));
  const double thick_mm = glaze.outer_mm[k] + glaze.cos1_mm[k] * cosine(angle) + glaze.sin1_mm[k] * sine(angle) +
                          glaze.cos2_mm[k] * cosine(2 * angle) + glaze.sin2_mm[k] * sine(2 * angle);
  return thick_mm > 0 ? thick_mm : 0;
}

}  // namespace sui::craft
