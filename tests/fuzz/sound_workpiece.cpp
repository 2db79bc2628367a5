#include "tests/fuzz/sound_workpiece.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "game/craft/clay.h"
#include "game/craft/difficulty.h"
#include "game/craft/likeness.h"
#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/craft/tone.h"

namespace sui::fuzz {
namespace {

using craft::Workpiece;

[[noreturn]] void unsound(const char* name, double value, int at) {
  std::fprintf(stderr, "unsound: %s[%d] is %.17g\n", name, at, value);
  std::abort();
}

void within(const char* name, double value, double low, double high, int at = -1) {
  if (!(value >= low && value <= high)) unsound(name, value, at);
}

void finite(const char* name, double value, int at = -1) {
  if (!std::isfinite(value)) unsound(name, value, at);
}

struct BoundedField {
  const char* name;
  craft::RingField craft::Clay::*field;
  double low, high;
};

constexpr double kFiringHoursMax = craft::kFiringHoursMax + 161;  // and at most so long to cool
constexpr double kFar = 1e4;                                      // mm: an offset larger than this was never a pot
constexpr BoundedField kClayFields[] = {
    {"volume_mm3", &craft::Clay::volume_mm3, 1e-9, 1e8},
    {"r_mm", &craft::Clay::r_mm, 1e-3, 1000},
    {"w_mm", &craft::Clay::w_mm, 1e-3, 1000},
    {"moisture_dry", &craft::Clay::moisture_dry, 0, 1},
    {"skin_moisture_dry", &craft::Clay::skin_moisture_dry, 0, 1},
    {"inner_moisture_dry", &craft::Clay::inner_moisture_dry, 0, 1},
    {"off_x_mm", &craft::Clay::off_x_mm, -kFar, kFar},
    {"off_y_mm", &craft::Clay::off_y_mm, -kFar, kFar},
    {"oval_x_mm", &craft::Clay::oval_x_mm, -kFar, kFar},
    {"oval_y_mm", &craft::Clay::oval_y_mm, -kFar, kFar},
    {"sink_mm", &craft::Clay::sink_mm, -1e-6, kFar},
    {"twist_turn", &craft::Clay::twist_turn, -1e4, 1e4},
    {"yield_kpa", &craft::Clay::yield_kpa, 0, 1e6},
    {"hoop_creep", &craft::Clay::hoop_creep, 0, 1e4},
    {"axial_creep", &craft::Clay::axial_creep, 0, 1e4},
    {"worked", &craft::Clay::worked, 0, 1 + 1e-9},
    {"packed", &craft::Clay::packed, 0, 1 + 1e-9},
    {"squeezed", &craft::Clay::squeezed, 0, 1e4},
    {"groove_mm", &craft::Clay::groove_mm, 0, 100},
    {"groove_pitch_mm", &craft::Clay::groove_pitch_mm, 0, craft::kReachZMmMax},
};

void expect_clay(const craft::Clay& clay) {
  for (const BoundedField& each : kClayFields) {
    for (std::size_t k = 0; k < craft::kRingCount; ++k)
      within(each.name, (clay.*each.field)[k], each.low, each.high, static_cast<int>(k));
  }
  for (std::size_t k = 0; k < craft::kRingCount; ++k)
    within("inner_mm", clay.r_mm[k] - 0.5 * clay.w_mm[k], -1e-9, 1000, static_cast<int>(k));
  within("uneven_mm", clay.uneven_mm, 0, 100);
  within("removed_mm3", clay.removed_mm3, 0, 1e8);
  within("pool_ml", clay.pool_ml, 0, 1e6);
  within("pool_soaked_ml", clay.pool_soaked_ml, 0, 1e6);
  within("film_mm", clay.film_mm, 0, 1);
  within("lopsided_dry", clay.lopsided_dry, 0, 1);
  within("bent_strain", clay.bent_strain, 0, 1);
  within("dry_density_g_mm3", clay.dry_density_g_mm3, 1e-6, 1);
}

void expect_hand(const char* name, const craft::Hand& hand) {
  for (const double value : {hand.r_mm, hand.z_mm, hand.target_r_mm, hand.target_z_mm, hand.pressure_kpa, hand.drag,
                             hand.force_mn, hand.moment_mn_mm, hand.held_ml, hand.cut_turns})
    within(name, value, -1, 1e12);
}

void expect_glaze(const craft::Glaze& glaze) {
  for (std::size_t k = 0; k < craft::kRingCount; ++k) {
    const int at = static_cast<int>(k);
    within("glaze.outer_mm", glaze.outer_mm[k], 0, 1e3, at);
    within("glaze.inner_mm", glaze.inner_mm[k], 0, 1e3, at);
    for (const double wave : {glaze.cos1_mm[k], glaze.sin1_mm[k], glaze.cos2_mm[k], glaze.sin2_mm[k]})
      within("glaze.wave_mm", wave, -1e3, 1e3, at);
  }
  within("glaze.run_mm", glaze.run_mm, 0, 1000);
  for (const craft::OxideFacts& facts : craft::oxide_facts()) {
    within("glaze.outer_oxides", glaze.outer_oxides.*facts.part, 0, 100 + 1e-6);
    within("glaze.inner_oxides", glaze.inner_oxides.*facts.part, 0, 100 + 1e-6);
  }
}

void expect_firing(const craft::Firing& firing) {
  for (const double share :
       {firing.porosity, firing.vitrification, firing.fe2_fraction, firing.glaze_melt, firing.carbon_left,
        firing.bubbles_left, firing.copper_metal_fraction, firing.copper_left, firing.enamel_melt, firing.shrink})
    within("firing share", share, -1e-9, 1 + 1e-9);
  within("firing.cone", firing.cone, -30, 60);
  within("firing.peak_c", firing.peak_c, -100, 2000);
  within("firing.hours", firing.hours, 0, kFiringHoursMax);
  for (const double value :
       {firing.heat_work, firing.peak_steam_bar, firing.hottest_rate_c_h_573, firing.quartz_gap_c, firing.run_per_mm2,
        firing.creep_per_pa, firing.cooling_h_1250_1050, firing.growth_h_1120_1020, firing.strike_h_900_700,
        firing.ash_mm, firing.wood_kg, firing.heat_kwh})
    within("firing amount", value, 0, 1e15);
  for (const craft::GlazeHistory* history : {&firing.glaze, &firing.inner_glaze}) {
    for (const double value :
         {history->fe2_fraction, history->copper_reduced, history->copper_left, history->striking_h,
          history->separation_h, history->skin_mm2, history->log_viscosity, history->melt})
      within("firing.glaze", value, -100, 1e9);
  }
  for (const craft::KilnSample& sample : firing.curve) {
    within("curve.hour", sample.hour, 0, kFiringHoursMax);
    within("curve.kiln_c", sample.kiln_c, -100, 3000);
    within("curve.ware_c", sample.ware_c, -100, 3000);
    within("curve.co_pct", sample.co_pct, 0, 100);
  }
}

void expect_parts_and_strokes(const Workpiece& workpiece) {
  for (const craft::Part& part : workpiece.parts) {
    for (const double value :
         {part.size_mm, part.thickness_mm, part.moisture_dry, part.joined_moisture_dry, part.joined_pot_moisture_dry,
          part.strain, part.strain_limit, part.dried_minutes, part.volume_mm3, part.u_turn, part.v_ring})
      within("part", value, -1e-9, 1e9);
  }
  for (const craft::Stroke& stroke : workpiece.surface.strokes) {
    within("stroke.width_mm", stroke.width_mm, 0, 1e3);
    within("stroke.load", stroke.load, 0, 1);
    within("stroke.depth_mm", stroke.depth_mm, 0, 1e3);
    within("stroke.crispness", stroke.crispness, 0, 10);
    finite("stroke.lean_turn", stroke.lean_turn);
    for (const craft::StrokePoint& point : stroke.points) {
      within("point.u_turn", point.u_turn, -craft::kStrokeTurnsMax, craft::kStrokeTurnsMax);
      within("point.v_ring", point.v_ring, 0, craft::kRingCount);
      within("point.pressure", point.pressure, 0, 1);
    }
  }
}

}  // namespace

double accounted_mm3(const Workpiece& workpiece) {
  const double size3 = workpiece.linear_shrink * workpiece.linear_shrink * workpiece.linear_shrink;
  return craft::clay_volume_mm3(workpiece.clay) / size3 + workpiece.clay.removed_mm3;
}

void expect_sound(const Workpiece& workpiece, double lump_mm3) {
  expect_clay(workpiece.clay);
  expect_hand("outer", workpiece.outer);
  expect_hand("inner", workpiece.inner);
  expect_hand("trimming tool", workpiece.trimming.tool);
  within("wheel_rpm", workpiece.wheel_rpm, 0, craft::kWheelRpmMax + 1);
  within("wheel_turn", workpiece.wheel_turn, 0, 1e6);
  within("dried_minutes", workpiece.dried_minutes, 0, craft::kDryMinutesMax);
  within("linear_shrink", workpiece.linear_shrink, 0.5, 1);
  within("fallen_ticks", workpiece.fallen_ticks, 0, 1e5);
  expect_glaze(workpiece.glaze);
  expect_firing(workpiece.firing);
  expect_firing(workpiece.enamel_firing);
  expect_parts_and_strokes(workpiece);
  within("defects", static_cast<double>(workpiece.defects.size()), 0, craft::kDefectsMax);
  for (const craft::Defect& defect : workpiece.defects) {
    within("defect.ring", defect.ring, 0, craft::kRingCount - 1, static_cast<int>(defect.kind));
    within("defect.value", defect.value, -1e12, 1e12, static_cast<int>(defect.kind));
    within("defect.limit", defect.limit, -1e12, 1e12, static_cast<int>(defect.kind));
  }
  within("clay kept, of the lump", accounted_mm3(workpiece) / lump_mm3, 1 - 1e-6, 1 + 1e-6);
}

void expect_readings_sound(const Workpiece& workpiece) {
  const craft::Measures measures = craft::measure(workpiece);
  for (const double value :
       {measures.height_mm, measures.max_diameter_mm, measures.mouth_diameter_mm, measures.foot_diameter_mm,
        measures.wall_mm_min, measures.wall_mm_max, measures.floor_mm, measures.clay_volume_ml, measures.mass_g,
        measures.capacity_ml, measures.moisture_wet_pct, measures.eccentricity_mm})
    within("measures", value, 0, 1e7);
  within("likeness", craft::nearest_shape(workpiece).score, 0, 100 + 1e-9);
  finite("difficulty", craft::difficulty_of(workpiece).index);
  const craft::Tone tone = craft::tone_of(workpiece);
  for (std::size_t mode = 0; mode < static_cast<std::size_t>(tone.modes); ++mode) {
    within("tone.hz", tone.hz[mode], 0, 1e6);
    within("tone.decay_s", tone.decay_s[mode], 0, 1e6);
  }
  const craft::Look look = craft::look_of(workpiece, 64, 32);
  for (const craft::LookRing& ring : look.rings) {
    for (const float value : {ring.z_mm, ring.outer_mm, ring.inner_mm, ring.sink_mm, ring.glaze_outer_mm,
                              ring.glaze_inner_mm, ring.groove_mm, ring.groove_pitch_mm})
      within("look.rings", value, -1e-3, 1e5);
    for (const float value : {ring.off_x_mm, ring.off_y_mm, ring.oval_x_mm, ring.oval_y_mm, ring.twist_turn})
      within("look.rings", value, -1e5, 1e5);
  }
  for (const craft::LookGlass* glass : {&look.outside, &look.inside}) {
    for (const float value :
         {glass->absorbs_r, glass->absorbs_g, glass->absorbs_b, glass->skin_r, glass->skin_g, glass->skin_b,
          glass->scatters_r, glass->scatters_g, glass->scatters_b, glass->skin_mm, glass->spot_r, glass->spot_g,
          glass->spot_b, glass->spots, glass->streaks, glass->gloss, glass->crackle})
      within("look.glass", value, 0, 1e6);
  }
  for (const float value :
       {look.wetness, look.body_r, look.body_g, look.body_b, look.gloss, look.translucency, look.crackle, look.copper_r,
        look.copper_g, look.copper_b, look.iron_r, look.iron_g, look.iron_b})
    within("look", value, 0, 1 + 1e-5);
  within("tallest_mm", craft::tallest_mm(look), 0, 1e5);
  within("widest_mm", craft::widest_mm(look), 0, 1e5);
}

}  // namespace sui::fuzz
