#include "game/craft/workpiece.h"

#include <cassert>

#include "game/craft/drying.h"
#include "game/craft/fire.h"
#include "game/craft/math.h"
#include "game/craft/shell.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kDipSecondsMax = 60;
constexpr double kSlopDensityMin = 1.05, kSlopDensityMax = 1.9;
constexpr double kKilnRateMin = 5;
constexpr double kKilnTempMin = 20;
constexpr double kCoPctMax = 15;
constexpr int kStrokeTurnsMax = 256;
constexpr uint64_t kHashStart = 0x53756953756920ULL;

std::string number_text(double value) {
  std::string text = std::to_string(value);
  while (text.size() > 1 && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

Error out_of_range(const char* where, double value, double low, double high, const char* unit) {
  return {where, "is " + number_text(value) + ", outside " + number_text(low) + " … " + number_text(high) + " " + unit};
}

Result<Done> in_range(const char* where, double value, double low, double high, const char* unit) {
  if (value < low || value > high) return out_of_range(where, value, low, high, unit);
  return Done{};
}

const char* wheel_is_over(Stage stage) {
  return stage == Stage::kFired ? "the pot is fired: it is past the wheel" : "the pot is cut off: throwing is over";
}

const char* no_painting(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and let it dry to leather-hard before painting";
    case Stage::kCut:
      return "the pot is still wet: let it dry to leather-hard before painting";
    case Stage::kGlazed:
      return "the pot is glazed: underglaze is painted before the glaze";
    case Stage::kFired:
      return "the pot is fired: underglaze is painted before the fire";
    default:
      return nullptr;
  }
}

const char* no_dipping(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and dry it before glazing";
    case Stage::kCut:
      return "the pot is still wet: let it dry to bone-dry before glazing, or it falls apart in the slop";
    case Stage::kLeatherHard:
      return "the pot is leather-hard: let it dry to bone-dry before glazing";
    case Stage::kGlazed:
      return "the pot is glazed already";
    case Stage::kFired:
      return "the pot is fired already";
    default:
      return nullptr;
  }
}

bool stroke_open(const Workpiece& workpiece) {
  return !workpiece.surface.strokes.empty() && workpiece.surface.strokes.back().open;
}

Result<Done> check_hand(const Workpiece& workpiece, const Act& act, const char* r_name, const char* z_name) {
  if (workpiece.stage != Stage::kThrowing) return Error{r_name, wheel_is_over(workpiece.stage)};
  const Result<Done> r = in_range(r_name, from_fixed(act.a, kPerMm), 0, kReachRMmMax, "mm");
  if (!r) return r;
  return in_range(z_name, from_fixed(act.b, kPerMm), 0, kReachZMmMax, "mm");
}

Result<Done> check_wheel_act(const Workpiece& workpiece, const Act& act) {
  switch (act.kind) {
    case ActKind::kOuterHand:
      return check_hand(workpiece, act, "outer.r_mm", "outer.z_mm");
    case ActKind::kInnerHand:
      return check_hand(workpiece, act, "inner.r_mm", "inner.z_mm");
    case ActKind::kOuterLift:
      if (!workpiece.outer.down) return Error{"outer", "is not on the clay: there is no hand to lift"};
      return Done{};
    case ActKind::kInnerLift:
      if (!workpiece.inner.down) return Error{"inner", "is not on the clay: there is no hand to lift"};
      return Done{};
    default:
      break;
  }
  if (workpiece.stage != Stage::kThrowing)
    return Error{act.kind == ActKind::kWheel ? "wheel_rpm" : (act.kind == ActKind::kWater ? "water_ml" : "cut"),
                 wheel_is_over(workpiece.stage)};
  if (act.kind == ActKind::kWheel) {
    const double rpm = from_fixed(act.a, kPerRpm);
    if (rpm == workpiece.wheel_rpm_target) return Error{"wheel_rpm", "is what the wheel is set to already"};
    return in_range("wheel_rpm", rpm, 0, kWheelRpmMax, "rpm");
  }
  if (act.kind == ActKind::kWater) return in_range("water_ml", from_fixed(act.a, kPerMl), 0, kWaterMlMax, "ml");
  return Done{};
}

Result<Done> check_dry(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing) return Error{"dry", "the pot is on the wheel: cut it off before drying"};
  if (workpiece.stage == Stage::kGlazed) return Error{"dry", "the pot is glazed: it goes to the kiln"};
  if (workpiece.stage == Stage::kFired) return Error{"dry", "the pot is fired: it is dry for good"};
  if (stroke_open(workpiece)) return Error{"dry", "a brush stroke is unfinished: lift the brush first"};
  if (act.a < 0 || act.a > static_cast<int32_t>(DryingPlace::kSun)) return Error{"dry.place", "is not a place we know"};
  const double left = static_cast<double>(kDryMinutesMax) - workpiece.dried_minutes;
  return in_range("dry.minutes", act.b, 1, left, "min");
}

Result<Done> check_stroke(const Workpiece& workpiece, const Act& act) {
  const bool open = stroke_open(workpiece);
  if (act.kind == ActKind::kStrokeEnd) {
    if (!open) return Error{"stroke", "no brush stroke is begun"};
    return Done{};
  }
  if (const char* reason = no_painting(workpiece.stage)) return Error{"stroke", reason};
  if (act.kind == ActKind::kStrokePoint) {
    if (!open) return Error{"stroke", "no brush stroke is begun"};
    if (workpiece.paint_points >= kStrokePointsMax) return Error{"stroke", "the pot holds no more points of paint"};
    Result<Done> result =
        in_range("stroke.u_turn", from_fixed(act.a, kPerTurn), -kStrokeTurnsMax, kStrokeTurnsMax, "turns");
    if (!result) return result;
    result = in_range("stroke.v_ring", from_fixed(act.b, kPerRing), 0, kRingCount, "rings");
    if (!result) return result;
    return in_range("stroke.pressure", from_fixed(act.c, kPerPressure), 0, 1, "");
  }
  if (open) return Error{"stroke", "a brush stroke is unfinished: lift the brush first"};
  if (act.kind == ActKind::kStrokeUndo) {
    if (workpiece.surface.strokes.empty()) return Error{"stroke", "there is no stroke to take back"};
    return Done{};
  }
  if (workpiece.surface.strokes.size() >= kStrokesMax) return Error{"stroke", "the pot holds no more strokes"};
  if (act.a != static_cast<int32_t>(Pigment::kCobalt)) return Error{"stroke.pigment", "is not a pigment we know"};
  const Result<Done> width = in_range("stroke.width_mm", from_fixed(act.b, kPerMm), 0.125, kBrushWidthMmMax, "mm");
  if (!width) return width;
  return in_range("stroke.load", from_fixed(act.c, kPerLoad), 0, 1, "");
}

Result<Done> check_dip(const Workpiece& workpiece, const Act& act) {
  if (const char* reason = no_dipping(workpiece.stage)) return Error{"glaze", reason};
  if (stroke_open(workpiece)) return Error{"glaze", "a brush stroke is unfinished: lift the brush first"};
  if (act.a != static_cast<int32_t>(GlazeKind::kClear)) return Error{"glaze.kind", "is not a glaze we know"};
  const Result<Done> seconds = in_range("glaze.seconds", from_fixed(act.b, kPerDipSecond), 0.125, kDipSecondsMax, "s");
  if (!seconds) return seconds;
  return in_range("glaze.density_g_ml", from_fixed(act.c, kPerSlopDensity), kSlopDensityMin, kSlopDensityMax, "g/ml");
}

Result<Done> check_kiln_segment(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing)
    return Error{"schedule", "the pot is on the wheel: cut it off before planning its fire"};
  if (workpiece.stage == Stage::kFired) return Error{"schedule", "the pot is fired already"};
  if (workpiece.schedule.size() >= kKilnSegmentsMax) return Error{"schedule", "is full: no more segments fit"};
  Result<Done> result = in_range("rate_c_h", from_fixed(act.a, kPerCelsius), kKilnRateMin, kKilnRateCPerHMax, "°C/h");
  if (!result) return result;
  result = in_range("to_c", from_fixed(act.b, kPerCelsius), kKilnTempMin, kKilnTempCMax, "°C");
  if (!result) return result;
  result = in_range("hold_min", act.c, 0, kKilnHoldMinMax, "min");
  if (!result) return result;
  return in_range("co_pct", from_fixed(act.d, kPerCoPct), 0, kCoPctMax, "%");
}

Result<Done> check_fire(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing) return Error{"fire", "the pot is on the wheel: cut it off before firing"};
  if (workpiece.stage == Stage::kFired) return Error{"fire", "the pot is fired already"};
  if (stroke_open(workpiece)) return Error{"fire", "a brush stroke is unfinished: lift the brush first"};
  if (workpiece.schedule.empty()) return Error{"fire", "the kiln has no schedule yet"};
  if (act.a != static_cast<int32_t>(KilnKind::kElectric)) return Error{"fire.kiln", "is not a kiln we know"};
  return Done{};
}

uint64_t mix_field(uint64_t hash, const RingField& field) {
  for (const double value : field) hash = mix(hash, value);
  return hash;
}

uint64_t mix_hand(uint64_t hash, const Hand& hand) {
  hash = mix(hash, static_cast<uint64_t>(hand.down));
  hash = mix(mix(hash, hand.r_mm), hand.z_mm);
  return mix(mix(hash, hand.pressure_kpa), hand.drag);
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

void apply_stroke(Workpiece& workpiece, const Act& act) {
  std::vector<Stroke>& strokes = workpiece.surface.strokes;
  switch (act.kind) {
    case ActKind::kStrokeBegin: {
      Stroke stroke;
      stroke.pigment = static_cast<Pigment>(act.a);
      stroke.width_mm = from_fixed(act.b, kPerMm);
      stroke.load = from_fixed(act.c, kPerLoad);
      strokes.push_back(stroke);
      break;
    }
    case ActKind::kStrokePoint:
      strokes.back().points.push_back(
          {from_fixed(act.a, kPerTurn), from_fixed(act.b, kPerRing), from_fixed(act.c, kPerPressure)});
      ++workpiece.paint_points;
      break;
    case ActKind::kStrokeEnd:
      strokes.back().open = false;
      break;
    default:
      workpiece.paint_points -= static_cast<uint32_t>(strokes.back().points.size());
      strokes.pop_back();
      break;
  }
}

void cut_off(Workpiece& workpiece) {
  workpiece.stage = Stage::kCut;
  workpiece.wheel_rpm = workpiece.wheel_rpm_target = 0;
  lift_hand(workpiece.outer);
  lift_hand(workpiece.inner);
  workpiece.clay.film_mm = 0;
  // A collapse under way ends where it was heading.
  while (workpiece.fallen && workpiece.fallen_ticks < kCollapseTicks) {
    const double before = workpiece.fallen_ticks;
    throw_tick(workpiece);
    if (workpiece.fallen_ticks <= before) break;
  }
}

}  // namespace

uint64_t state_hash(const Workpiece& workpiece) {
  const Clay& clay = workpiece.clay;
  uint64_t hash = mix(workpiece.running_hash, uint64_t{workpiece.tick});
  hash = mix(hash, static_cast<uint64_t>(workpiece.stage));
  hash = mix(mix(hash, workpiece.wheel_rpm), workpiece.wheel_turn);
  hash = mix_hand(mix_hand(hash, workpiece.outer), workpiece.inner);
  for (const RingField* field : {&clay.volume_mm3, &clay.r_mm, &clay.w_mm, &clay.moisture_dry, &clay.skin_moisture_dry,
                                 &clay.off_x_mm, &clay.off_y_mm, &clay.oval_x_mm, &clay.oval_y_mm, &clay.sink_mm,
                                 &clay.twist_turn, &clay.yield_kpa, &clay.hoop_creep, &clay.axial_creep}) {
    hash = mix_field(hash, *field);
  }
  hash = mix(mix(hash, clay.pool_ml), clay.film_mm);
  if (workpiece.glaze.laid) {
    hash = mix_field(mix_field(hash, workpiece.glaze.outer_mm), workpiece.glaze.inner_mm);
    hash = mix(hash, workpiece.glaze.run_mm);
  }
  const Firing& firing = workpiece.firing;
  for (const double value :
       {firing.peak_c, firing.heat_work, firing.cone, firing.porosity, firing.vitrification, firing.fe2_fraction,
        firing.shrink, firing.glaze_melt, firing.peak_steam_bar, firing.hottest_rate_c_h_573, workpiece.dried_minutes,
        workpiece.linear_shrink, workpiece.fallen_ticks}) {
    hash = mix(hash, value);
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
  switch (act.kind) {
    case ActKind::kWheel:
    case ActKind::kOuterHand:
    case ActKind::kOuterLift:
    case ActKind::kInnerHand:
    case ActKind::kInnerLift:
    case ActKind::kWater:
    case ActKind::kCut:
      return check_wheel_act(workpiece, act);
    case ActKind::kDry:
      return check_dry(workpiece, act);
    case ActKind::kStrokeBegin:
    case ActKind::kStrokePoint:
    case ActKind::kStrokeEnd:
    case ActKind::kStrokeUndo:
      return check_stroke(workpiece, act);
    case ActKind::kGlazeDip:
      return check_dip(workpiece, act);
    case ActKind::kKilnSegment:
      return check_kiln_segment(workpiece, act);
    case ActKind::kFire:
      return check_fire(workpiece, act);
  }
  return Error{"kind", "is " + std::to_string(static_cast<int>(act.kind)) + ", not an act we know"};
}

void apply(Workpiece& workpiece, const Act& act) {
  assert(act.tick == workpiece.tick);
  ++workpiece.act_count;
  switch (act.kind) {
    case ActKind::kWheel:
      workpiece.wheel_rpm_target = from_fixed(act.a, kPerRpm);
      break;
    case ActKind::kOuterHand:
      aim_hand(workpiece.outer, from_fixed(act.a, kPerMm), from_fixed(act.b, kPerMm));
      break;
    case ActKind::kOuterLift:
      lift_hand(workpiece.outer);
      break;
    case ActKind::kInnerHand:
      aim_hand(workpiece.inner, from_fixed(act.a, kPerMm), from_fixed(act.b, kPerMm));
      break;
    case ActKind::kInnerLift:
      lift_hand(workpiece.inner);
      break;
    case ActKind::kWater:
      put_water(workpiece, from_fixed(act.a, kPerMl));
      break;
    case ActKind::kCut:
      cut_off(workpiece);
      break;
    case ActKind::kDry:
      dry(workpiece, static_cast<DryingPlace>(act.a), act.b);
      break;
    case ActKind::kStrokeBegin:
    case ActKind::kStrokePoint:
    case ActKind::kStrokeEnd:
    case ActKind::kStrokeUndo:
      apply_stroke(workpiece, act);
      break;
    case ActKind::kGlazeDip:
      dip(workpiece.clay, from_fixed(act.b, kPerDipSecond), from_fixed(act.c, kPerSlopDensity),
          static_cast<GlazeKind>(act.a), workpiece.glaze);
      workpiece.stage = Stage::kGlazed;
      break;
    case ActKind::kKilnSegment:
      workpiece.schedule.push_back({from_fixed(act.a, kPerCelsius), from_fixed(act.b, kPerCelsius),
                                    static_cast<double>(act.c), from_fixed(act.d, kPerCoPct)});
      break;
    case ActKind::kFire:
      fire(workpiece, act);
      break;
  }
  mix_act(workpiece, act);
  if (act.kind == ActKind::kCut || act.kind == ActKind::kDry || act.kind == ActKind::kGlazeDip ||
      act.kind == ActKind::kFire)
    mix_state(workpiece);
}

void step(Workpiece& workpiece) {
  if (workpiece.tick >= kTickMax) return;  // an hour at the wheel: the pot stands as it is
  if (workpiece.stage == Stage::kThrowing) throw_tick(workpiece);
  ++workpiece.tick;
  if (workpiece.stage == Stage::kThrowing && workpiece.tick % kCheckpointTicks == 0) mix_state(workpiece);
}

void advance(Workpiece& workpiece, uint32_t tick) {
  if (tick > kTickMax) tick = kTickMax;
  while (workpiece.tick < tick && workpiece.stage == Stage::kThrowing) step(workpiece);
  if (workpiece.tick < tick) workpiece.tick = tick;
}

}  // namespace sui::craft
