#include "game/craft/workpiece.h"

#include <cassert>

#include "game/craft/math.h"
#include "game/craft/rules.h"
#include "game/craft/trimming.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr uint64_t kHashStart = 0x53756953756920ULL;

uint64_t mix_field(uint64_t hash, const RingField& field) {
  for (const double value : field) hash = mix(hash, value);
  return hash;
}

uint64_t mix_hand(uint64_t hash, const Hand& hand) {
  hash = mix(hash, static_cast<uint64_t>(hand.down) | static_cast<uint64_t>(hand.tool) << 8 |
                       static_cast<uint64_t>(hand.presses_down) << 16);
  hash = mix(mix(hash, hand.r_mm), hand.z_mm);
  hash = mix(mix(hash, hand.held_ml), hand.cut_turns);
  return mix(mix(hash, hand.pressure_kpa), hand.drag);
}

// Which glazes lie where, how unevenly, and what the fire made of them.
uint64_t mix_layers(uint64_t hash, const Glaze& glaze) {
  hash = mix(hash, static_cast<uint64_t>(glaze.kind) << 16 | static_cast<uint64_t>(glaze.inner_kind) << 8 |
                       static_cast<uint64_t>(glaze.outside) << 1 | static_cast<uint64_t>(glaze.inside));
  for (const OxideFacts& facts : oxide_facts()) {
    hash = mix(mix(hash, glaze.outer_oxides.*facts.part), glaze.inner_oxides.*facts.part);
  }
  for (const RingField* wave : {&glaze.cos1_mm, &glaze.sin1_mm, &glaze.cos2_mm, &glaze.sin2_mm}) {
    hash = mix_field(hash, *wave);
  }
  return hash;
}

uint64_t mix_history(uint64_t hash, const GlazeHistory& history) {
  for (const double value : {history.fe2_fraction, history.copper_reduced, history.copper_left, history.striking_h,
                             history.separation_h, history.skin_mm2, history.log_viscosity, history.melt}) {
    hash = mix(hash, value);
  }
  return hash;
}

uint64_t mix_part(uint64_t hash, const Part& part) {
  hash = mix(hash, static_cast<uint64_t>(part.kind) << 8 | (part.cracked ? 4u : 0u) | (part.slip ? 2u : 0u) |
                       (part.scored ? 1u : 0u));
  for (const double value : {part.u_turn, part.v_ring, part.size_mm, part.thickness_mm, part.moisture_dry,
                             part.joined_moisture_dry, part.joined_pot_moisture_dry, part.strain, part.volume_mm3})
    hash = mix(hash, value);
  return hash;
}

void mix_state(Workpiece& workpiece) {
  workpiece.running_hash = state_hash(workpiece);
}

void mix_act(Workpiece& workpiece, const Act& act) {
  const auto word = [](int32_t high, int32_t low) {
    return static_cast<uint64_t>(static_cast<uint32_t>(high)) << 32 | static_cast<uint32_t>(low);
  };
  uint64_t hash = mix(workpiece.running_hash, static_cast<uint64_t>(act.tick) << 8 | static_cast<uint64_t>(act.kind));
  workpiece.running_hash = mix(mix(hash, word(act.a, act.b)), word(act.c, act.d));
}

// Acts that change more than their own numbers say: what they did goes into the hash with them.
bool changes_the_pot(ActKind kind) {
  return kind == ActKind::kCut || kind == ActKind::kTrimLift || kind == ActKind::kTrimEnd || kind == ActKind::kDry ||
         kind == ActKind::kFire || kind == ActKind::kLute || domain_of(kind) == ActDomain::kGlazing;
}

}  // namespace

uint64_t state_hash(const Workpiece& workpiece) {
  const Clay& clay = workpiece.clay;
  uint64_t hash = mix(workpiece.running_hash, uint64_t{workpiece.tick});
  hash = mix(hash, static_cast<uint64_t>(workpiece.stage));
  hash = mix(mix(hash, workpiece.wheel_rpm), workpiece.wheel_turn);
  hash = mix_hand(mix_hand(hash, workpiece.outer), workpiece.inner);
  if (workpiece.trimming.on) hash = mix(mix_hand(hash, workpiece.trimming.tool), uint64_t{1});
  for (const RingField* field :
       {&clay.volume_mm3, &clay.r_mm,      &clay.w_mm,       &clay.moisture_dry, &clay.skin_moisture_dry,
        &clay.off_x_mm,   &clay.off_y_mm,  &clay.oval_x_mm,  &clay.oval_y_mm,    &clay.sink_mm,
        &clay.twist_turn, &clay.yield_kpa, &clay.hoop_creep, &clay.axial_creep,  &clay.inner_moisture_dry,
        &clay.worked,     &clay.packed,    &clay.squeezed,   &clay.groove_mm,    &clay.groove_pitch_mm}) {
    hash = mix_field(hash, *field);
  }
  hash = mix(mix(hash, clay.pool_ml), clay.film_mm);
  hash = mix(mix(mix(hash, clay.pool_soaked_ml), clay.removed_mm3), clay.uneven_mm);
  hash = mix(mix(hash, clay.lopsided_dry), clay.bent_strain);
  if (workpiece.glaze.laid) {
    hash = mix_field(mix_field(hash, workpiece.glaze.outer_mm), workpiece.glaze.inner_mm);
    hash = mix(hash, workpiece.glaze.run_mm);
    hash = mix_layers(hash, workpiece.glaze);
  }
  for (const Part& part : workpiece.parts) hash = mix_part(hash, part);
  if (workpiece.part_in_hand) hash = mix_part(hash, *workpiece.part_in_hand);
  const Firing& firing = workpiece.firing;
  for (const double value :
       {firing.peak_c, firing.heat_work, firing.cone, firing.porosity, firing.vitrification, firing.fe2_fraction,
        firing.shrink, firing.glaze_melt, firing.peak_steam_bar, firing.hottest_rate_c_h_573, workpiece.dried_minutes,
        workpiece.linear_shrink, workpiece.fallen_ticks}) {
    hash = mix(hash, value);
  }
  for (const double value : {firing.carbon_left, firing.bubbles_left, firing.copper_metal_fraction, firing.copper_left,
                             firing.cooling_h_1250_1050, firing.growth_h_1120_1020, firing.strike_h_900_700,
                             firing.ash_mm, firing.wood_kg, workpiece.enamel_firing.enamel_melt,
                             workpiece.enamel_firing.peak_c, firing.cristobalite, firing.fastest_c_h_226}) {
    hash = mix(hash, value);
  }
  if (firing.done && workpiece.glaze.laid) hash = mix_history(mix_history(hash, firing.glaze), firing.inner_glaze);
  for (const Stroke& stroke : workpiece.surface.strokes) {  // what clay and wall had a say in
    hash = mix(mix(hash, stroke.crispness), static_cast<uint64_t>(stroke.repeats));
  }
  for (const Defect& defect : workpiece.defects) {
    hash = mix(hash, static_cast<uint64_t>(defect.kind) << 32 | static_cast<uint32_t>(defect.ring));
    hash = mix(mix(hash, defect.value), defect.limit);
  }
  return hash;
}

const char* stage_id(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "throwing";
    case Stage::kCut:
      return "cut";
    case Stage::kLeatherHard:
      return "leather_hard";
    case Stage::kBoneDry:
      return "bone_dry";
    case Stage::kGlazed:
      return "glazed";
    case Stage::kFired:
      return "fired";
    case Stage::kEnamelled:
      return "enamelled";
    case Stage::kBiscuit:
      return "biscuit";
  }
  return "unknown";
}

Result<Workpiece> fresh_workpiece(const ClayStart& start) {
  if (start.body != ClayBody::kJingdezhen) return Error{"clay.body", "is not a clay we know"};
  if (start.mass_g < kMassGMin || start.mass_g > kMassGMax)
    return out_of_range("clay.mass_g", start.mass_g, kMassGMin, kMassGMax, "g");
  const double wet_pct = start.moisture_wet_16pct / 16.0;
  if (wet_pct < kMoistureWetPctMin || wet_pct > kMoistureWetPctMax)
    return out_of_range("clay.moisture_wet_pct", wet_pct, kMoistureWetPctMin, kMoistureWetPctMax, "%");
  if (start.assist < 0 || start.assist > 100) return out_of_range("assist", start.assist, 0, 100, "");
  Workpiece workpiece;
  workpiece.start = start;
  workpiece.clay = fresh_lump(start);
  workpiece.defects.reserve(kDefectsMax);
  workpiece.running_hash = mix(kHashStart, uint64_t{kCraftVersion});
  mix_state(workpiece);
  return workpiece;
}

Result<Done> check(const Workpiece& workpiece, const Act& act) {
  if (act.tick != workpiece.tick)
    return Error{"tick",
                 "is " + std::to_string(act.tick) + ", but the pot stands at tick " + std::to_string(workpiece.tick)};
  if (workpiece.act_count >= kActsMax)
    return Error{"acts", "are " + std::to_string(kActsMax) + " already: no more fit"};
  if (workpiece.trimming.on && domain_of(act.kind) != ActDomain::kTrimming)
    return Error{"trim", "the pot is on the chuck: take it off first"};
  switch (domain_of(act.kind)) {
    case ActDomain::kThrowing:
      return check_throwing(workpiece, act);
    case ActDomain::kTrimming:
      return check_trimming(workpiece, act);
    case ActDomain::kDrying:
      return check_drying(workpiece, act);
    case ActDomain::kSurface:
      return check_surface(workpiece, act);
    case ActDomain::kGlazing:
      return check_glazing(workpiece, act);
    case ActDomain::kKiln:
      return check_kiln(workpiece, act);
    case ActDomain::kJoining:
      return check_joining(workpiece, act);
    case ActDomain::kNone:
      break;
  }
  return unknown_act(act);
}

void apply(Workpiece& workpiece, const Act& act) {
  assert(act.tick == workpiece.tick);
  ++workpiece.act_count;
  switch (domain_of(act.kind)) {
    case ActDomain::kThrowing:
      apply_throwing(workpiece, act);
      break;
    case ActDomain::kTrimming:
      apply_trimming(workpiece, act);
      break;
    case ActDomain::kDrying:
      apply_drying(workpiece, act);
      break;
    case ActDomain::kSurface:
      apply_surface(workpiece, act);
      break;
    case ActDomain::kGlazing:
      apply_glazing(workpiece, act);
      break;
    case ActDomain::kKiln:
      apply_kiln(workpiece, act);
      break;
    case ActDomain::kJoining:
      apply_joining(workpiece, act);
      break;
    case ActDomain::kNone:
      assert(false);
      break;
  }
  mix_act(workpiece, act);
  if (changes_the_pot(act.kind)) mix_state(workpiece);
}

void step(Workpiece& workpiece) {
  if (workpiece.tick >= kTickMax) return;  // an hour at the wheel: the pot stands as it is
  if (workpiece.stage == Stage::kThrowing) throw_tick(workpiece);
  if (workpiece.trimming.on) trim_tick(workpiece);
  ++workpiece.tick;
  if (workpiece.stage == Stage::kThrowing && workpiece.tick % kCheckpointTicks == 0) mix_state(workpiece);
}

void advance(Workpiece& workpiece, uint32_t tick) {
  if (tick > kTickMax) tick = kTickMax;
  while (workpiece.tick < tick && (workpiece.stage == Stage::kThrowing || workpiece.trimming.on)) step(workpiece);
  if (workpiece.tick < tick) workpiece.tick = tick;
}

}  // namespace sui::craft
