#include "game/studio/hand_fire.h"

#include <algorithm>
#include <cmath>

#include "game/craft/fire.h"
#include "game/craft/kiln_numbers.h"

namespace sui::studio {
namespace {

using craft::ActKind;
using craft::KilnKind;

constexpr double kRateOverH = 0.25;  // a rate of climb is felt over a quarter of an hour

bool burns_wood(KilnKind kiln) {
  return craft::kiln_build(kiln).stoke_s > 0;
}

craft::KilnDrive wanted(const HandFire& fire, uint32_t minute) {
  const auto share = [](float value) {
    return craft::from_fixed(craft::to_fixed(std::clamp(value, 0.0f, 1.0f), craft::kPerShare), craft::kPerShare);
  };
  // An electric kiln has bungs, and no chimney to dampen.
  const bool electric = fire.burn.kind == KilnKind::kElectric;
  return {minute, share(fire.levers.fuel), share(fire.levers.air), electric ? 1.0 : share(fire.levers.damper)};
}

bool is_same(const craft::KilnDrive& a, const craft::KilnDrive& b) {
  return a.fuel == b.fuel && a.air == b.air && a.damper == b.damper;
}

bool record(HandFire& fire, Pot& pot, const craft::KilnDrive& drive) {
  const auto share = [](double value) { return craft::to_fixed(value, craft::kPerShare); };
  if (!act(pot, craft::act_of(ActKind::kKilnDrive, static_cast<int32_t>(drive.minute), share(drive.fuel),
                              share(drive.air), share(drive.damper))))
    return false;
  fire.drive = drive;
  fire.lit = true;
  return true;
}

// One place is kept for the last drive, without which the fire never goes out.
bool has_room(const Pot& pot) {
  return pot.bench->workpiece.drives.size() + 1 < craft::kKilnDrivesMax;
}

bool log_fits(const Pot& pot) {
  return pot.bench->workpiece.stokes.size() < craft::kKilnStokesMax;
}

// The levers as they stand go into the making when they have moved, at the start of a minute: there replay takes them
// up.
void write_levers(HandFire& fire, Pot& pot) {
  const uint32_t minute = craft::minute_of(fire.burn);
  const craft::KilnDrive now = wanted(fire, minute);
  const bool rested = !fire.lit || minute >= fire.drive.minute + kLeverRestMin;
  if (rested && has_room(pot) && (!fire.lit || !is_same(now, fire.drive))) (void)record(fire, pot, now);
}

void write_logs(HandFire& fire, Pot& pot, craft::Firehand& hand) {
  if (fire.wood_kg <= 0) return;
  const int32_t wood = craft::to_fixed(std::min(fire.wood_kg, craft::kStokeKgMax), craft::kPerWoodKg);
  fire.wood_kg = 0;
  const auto minute = static_cast<int32_t>(craft::minute_of(fire.burn));
  if (log_fits(pot) && act(pot, craft::act_of(ActKind::kKilnStoke, minute, wood, fire.section)))
    craft::throw_in(pot.bench->workpiece.stokes.back(), hand);
}

void one_step(HandFire& fire, Pot& pot) {
  const bool begins = fire.burn.step % craft::kBurnStepsPerMinute == 0;
  if (begins) write_levers(fire, pot);
  craft::Firehand hand = craft::hand_of(fire.burn.chamber, fire.drive);
  if (begins) write_logs(fire, pot, hand);
  craft::burn_on(hand, fire.burn);
}

bool is_at_the_end(const HandFire& fire) {
  return craft::minute_of(fire.burn) + 2 >= craft::kKilnMinuteMax;
}

FireAdvice advice_on(const HandFire& fire, const FireReading& reading) {
  const craft::Firing& firing = fire.burn.firing;
  const auto down = [&reading](std::size_t which) { return reading.cones[which].lean_deg >= 80; };
  if (!fire.lit) return FireAdvice::kLightIt;
  if (reading.cones[2].lean_deg > 40) return FireAdvice::kTooFar;
  if (down(1)) return FireAdvice::kRipe;
  if (reading.atmosphere == Atmosphere::kSmothered) return FireAdvice::kSmothered;
  if (down(0)) return FireAdvice::kSoak;
  if (reading.ware_c < 330 && fire.burn.ware.water_dry > 1e-5 && firing.peak_steam_bar > 0.5 * craft::kSteamBurstBar)
    return FireAdvice::kSteam;
  if (reading.rate_c_h < -15 && reading.hour > 0.5) return FireAdvice::kFalling;
  if (reading.ware_c > 500 && reading.ware_c < 600 && reading.rate_c_h > 180) return FireAdvice::kQuartz;
  const bool bright = reading.atmosphere == Atmosphere::kOxidising;
  if (bright && reading.ware_c > 1000 && fire.burn.kind != KilnKind::kElectric) return FireAdvice::kTurnReducing;
  return FireAdvice::kClimb;
}

double rate_c_h(const std::vector<craft::KilnSample>& curve, double hour, double kiln_c) {
  for (std::size_t back = curve.size(); back-- > 0;) {
    const double passed_h = hour - curve[back].hour;
    if (passed_h >= kRateOverH) return (kiln_c - curve[back].kiln_c) / passed_h;
  }
  return 0;
}

// Wood flares at every stoking: what is called the flame is the mean of some minutes.
double smoke_pct(const craft::Burn& burn, double hour) {
  constexpr double kOverH = 0.15;
  double sum = burn.chamber.co_pct;
  int seen = 1;
  const auto& curve = burn.firing.curve;
  for (std::size_t back = curve.size(); back-- > 0 && hour - curve[back].hour < kOverH; ++seen)
    sum += curve[back].co_pct;
  return sum / seen;
}

}  // namespace

HandFire hand_fire(const Pot& pot, KilnKind kiln, int place) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  HandFire fire;
  fire.place = place;
  fire.burn = craft::cold_kiln(kiln, craft::load_in(workpiece, kiln, place));
  if (kiln == KilnKind::kElectric) fire.levers.air = 0;
  uint32_t minute = 0;
  if (!workpiece.drives.empty()) minute = workpiece.drives.back().minute;
  if (!workpiece.stokes.empty()) minute = std::max(minute, workpiece.stokes.back().minute + 1);
  fire.lit = !workpiece.drives.empty();
  std::size_t drives = 0, stokes = 0;
  while (craft::minute_of(fire.burn) < minute) {
    const uint32_t now = craft::minute_of(fire.burn);
    while (drives < workpiece.drives.size() && workpiece.drives[drives].minute <= now)
      fire.drive = workpiece.drives[drives++];
    craft::Firehand hand = craft::hand_of(fire.burn.chamber, fire.drive);
    while (stokes < workpiece.stokes.size() && workpiece.stokes[stokes].minute <= now)
      craft::throw_in(workpiece.stokes[stokes++], hand);
    craft::burn_on(hand, fire.burn);
  }
  if (!fire.lit) return fire;
  fire.drive = workpiece.drives.back();
  fire.levers = {static_cast<float>(fire.drive.fuel), static_cast<float>(fire.drive.air),
                 static_cast<float>(fire.drive.damper)};
  fire.paused = true;  // whoever comes back finds it as it was left
  return fire;
}

void burn_on(HandFire& fire, Pot& pot, double dt_s) {
  const bool anything = fire.lit || fire.levers.fuel > 0.01f || fire.wood_kg > 0;
  if (fire.paused || !anything || is_at_the_end(fire)) return;
  const double steps_per_s = kPacesMinPerS[static_cast<std::size_t>(fire.pace)] * craft::kBurnStepsPerMinute;
  fire.owed_steps += dt_s * steps_per_s;
  for (; fire.owed_steps >= 1 && !is_at_the_end(fire); fire.owed_steps -= 1) one_step(fire, pot);
}

double log_kg(KilnKind kiln) {
  return kiln == KilnKind::kDragon ? 30 : 120;
}

void throw_log(HandFire& fire) {
  if (!burns_wood(fire.burn.kind)) return;
  fire.wood_kg = std::min(fire.wood_kg + log_kg(fire.burn.kind), craft::kStokeKgMax);
  fire.paused = false;
}

void note_the_minute(HandFire& fire, Pot& pot) {
  if (!fire.lit) return;
  // The minute that has begun keeps the levers it began with.
  const uint32_t minute = (fire.burn.step + 1) / craft::kBurnStepsPerMinute;
  if (minute <= fire.drive.minute || !has_room(pot)) return;
  while (craft::minute_of(fire.burn) < minute) craft::burn_on(craft::hand_of(fire.burn.chamber, fire.drive), fire.burn);
  (void)record(fire, pot, wanted(fire, minute));
}

bool put_out(HandFire& fire, Pot& pot) {
  craft::KilnDrive last =
      wanted(fire, std::max((fire.burn.step + 1) / craft::kBurnStepsPerMinute, fire.lit ? fire.drive.minute + 1 : 0));
  last.fuel = 0;
  // Nobody stands there any more: what is open stays open only as far as embers want.
  last.air = craft::from_fixed(craft::to_fixed(0.1, craft::kPerShare), craft::kPerShare);
  last.damper = last.air;
  if (fire.burn.kind == KilnKind::kElectric) last.air = 0;
  return record(fire, pot, last) &&
         act(pot, craft::act_of(ActKind::kFire, static_cast<int32_t>(fire.burn.kind), fire.place));
}

bool met_fire(const HandFire& fire) {
  return fire.burn.firing.peak_c >= kWorthFiringC;
}

bool take_out_again(HandFire& fire, Pot& pot) {
  const std::vector<craft::Act>& acts = pot.bench->making.acts;
  auto upto = static_cast<uint32_t>(acts.size());
  while (upto > 0 && (acts[upto - 1].kind == ActKind::kKilnDrive || acts[upto - 1].kind == ActKind::kKilnStoke)) --upto;
  if (upto == acts.size()) return true;
  if (!resume(pot, piece::cut_short(pot.bench->making, upto))) return false;
  fire = hand_fire(pot, fire.burn.kind, fire.place);
  return true;
}

HeatColour colour_at(double temp_c) {  // the colours smiths and firemen go by; general knowledge
  constexpr std::array<double, 7> kFrom_c = {500, 620, 740, 850, 980, 1120, 1240};
  int colour = 0;
  while (colour < static_cast<int>(kFrom_c.size()) && temp_c >= kFrom_c[static_cast<std::size_t>(colour)]) ++colour;
  return static_cast<HeatColour>(colour);
}

Atmosphere atmosphere_of(double co_pct) {  // facts C4: reduction is 2-5 % CO
  if (co_pct < 0.3) return Atmosphere::kOxidising;
  if (co_pct < 1.5) return Atmosphere::kNeutral;
  return co_pct < 8 ? Atmosphere::kReducing : Atmosphere::kSmothered;
}

FireReading read_fire(const HandFire& fire) {
  FireReading reading;
  const craft::Burn& burn = fire.burn;
  reading.hour = burn.step * craft::kChamberStepS / 3600;
  reading.kiln_c = craft::kiln_c(burn);
  reading.ware_c = burn.ware.wall_c;
  reading.co_pct = smoke_pct(burn, reading.hour);
  reading.rate_c_h = rate_c_h(burn.firing.curve, reading.hour, reading.kiln_c);
  reading.colour = colour_at(reading.ware_c);
  reading.atmosphere = atmosphere_of(reading.co_pct);
  // The cones are fresh, whatever fires the pot has seen.
  const double work = burn.firing.heat_work - burn.load.heat_work;
  reading.cone = craft::cone_position(work);
  for (std::size_t which = 0; which < kConesSet.size(); ++which) {
    constexpr int kConeOne = 22;  // its index in the chart
    const int index = kConesSet[which] - 1 + kConeOne;
    reading.cones[which] = {kConesSet[which], craft::cone_lean_deg(index, work)};
  }
  reading.advice = advice_on(fire, reading);
  return reading;
}

const char* words_for(HeatColour colour) {
  constexpr std::array<const char*, 8> kWords = {"kiln.heat.black",  "kiln.heat.faint",  "kiln.heat.dark",
                                                 "kiln.heat.cherry", "kiln.heat.orange", "kiln.heat.yellow",
                                                 "kiln.heat.pale",   "kiln.heat.white"};
  return kWords[static_cast<std::size_t>(colour)];
}

const char* words_for(Atmosphere atmosphere) {
  constexpr std::array<const char*, 4> kWords = {"kiln.air.oxidising", "kiln.air.neutral", "kiln.air.reducing",
                                                 "kiln.air.smothered"};
  return kWords[static_cast<std::size_t>(atmosphere)];
}

const char* words_for(const FireReading& reading, KilnKind kiln) {
  constexpr std::array<const char*, 8> kColours = {"",
                                                   "hint.hand.faint",
                                                   "hint.hand.dark",
                                                   "hint.hand.cherry",
                                                   "hint.hand.orange",
                                                   "hint.hand.yellow",
                                                   "hint.hand.pale",
                                                   "hint.hand.white"};
  switch (reading.advice) {
    case FireAdvice::kLightIt:
      return kiln == KilnKind::kElectric ? "hint.hand.light.electric"
             : burns_wood(kiln)          ? "hint.hand.light.wood"
                                         : "hint.hand.light.gas";
    case FireAdvice::kSteam:
      return "hint.hand.steam";
    case FireAdvice::kQuartz:
      return "hint.hand.quartz";
    case FireAdvice::kTurnReducing:
      return "hint.hand.reduce";
    case FireAdvice::kSmothered:
      return "hint.hand.smothered";
    case FireAdvice::kFalling:
      return "hint.hand.falling";
    case FireAdvice::kSoak:
      return "hint.hand.soak";
    case FireAdvice::kRipe:
      return "hint.hand.ripe";
    case FireAdvice::kTooFar:
      return "hint.hand.toofar";
    case FireAdvice::kClimb:
      break;
  }
  return kColours[static_cast<std::size_t>(reading.colour)];
}

}  // namespace sui::studio
