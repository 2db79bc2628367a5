// HandFire: a kiln driven by hand: levers and logs become acts as the minutes pass, and what a fireman sees at the
// spy-hole is told in plain values.
//
// Owns the fire as it burns (craft's own, in step with the acts) and the reading of it; draws nothing (kiln_face.h).
// What is recorded is what burns: the fired pot is the one that was looked at. Minutes of kiln time, °C, shares 0 … 1.
#pragma once

#include <array>
#include <cstdint>

#include "game/craft/burn.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct Levers {
  float fuel = 0, air = 0.6f, damper = 0.8f;
};

struct HandFire {
  bool lit = false;  // the making has acts of this fire
  int place = 0;     // as kFire's b
  int section = 0;   // where logs go: 0 the firebox
  Levers levers;
  craft::Burn burn;
  craft::KilnDrive drive;  // as recorded last
  double wood_kg = 0;      // thrown since the minute began
  double owed_steps = 0;   // of kiln time that the screen's frames have not added up to yet
  int pace = 1;            // of kPacesMinPerS
  bool paused = false;
};

inline constexpr std::array<double, 4> kPacesMinPerS = {3, 10, 25, 60};
inline constexpr uint32_t kLeverRestMin = 3;  // levers are written down no oftener
inline constexpr double kWorthFiringC = 500;  // below it the clay has met no fire: it may be taken out again
inline constexpr std::array<int, 3> kConesSet = {8, 10, 12};  // begin to soak, ripe, too much

// Takes an unfinished fire up at its last act; a fresh one waits for the first fuel.
HandFire hand_fire(const Pot& pot, craft::KilnKind kiln, int place);
// Passes `dt_s` of the player's time. The first fuel or log lights the kiln.
void burn_on(HandFire& fire, Pot& pot, double dt_s);
void throw_log(HandFire& fire);
double log_kg(craft::KilnKind kiln);
// Writes the present minute down, so that leaving now loses none of it.
void note_the_minute(HandFire& fire, Pot& pot);
// The last fuel and the fire itself: the pot is fired afterwards. False when the pot refuses.
bool put_out(HandFire& fire, Pot& pot);
// Before red heat: the fire's acts are forgotten and the pot is as it was put in.
bool take_out_again(HandFire& fire, Pot& pot);
bool met_fire(const HandFire& fire);

enum class HeatColour : uint8_t { kBlack, kFaintRed, kDarkRed, kCherry, kOrange, kYellow, kPaleYellow, kWhite };
enum class Atmosphere : uint8_t { kOxidising, kNeutral, kReducing, kSmothered };
enum class FireAdvice : uint8_t {
  kLightIt,
  kSteam,         // the last water leaves: gently
  kQuartz,        // at 573 °C: gently
  kClimb,         // nothing to say but the colour
  kTurnReducing,  // over 1000 °C and still bright
  kSmothered,
  kFalling,
  kSoak,  // the first cone is down
  kRipe,  // the second is
  kTooFar
};

struct ConeSeen {
  int number = 0;       // 10: cone 10
  double lean_deg = 8;  // 90 lies down
};

struct FireReading {
  double hour = 0, kiln_c = 20, ware_c = 20, rate_c_h = 0, co_pct = 0;
  HeatColour colour = HeatColour::kBlack;
  Atmosphere atmosphere = Atmosphere::kOxidising;
  std::array<ConeSeen, kConesSet.size()> cones;
  double cone = -22;
  FireAdvice advice = FireAdvice::kLightIt;
};

FireReading read_fire(const HandFire& fire);
HeatColour colour_at(double temp_c);
Atmosphere atmosphere_of(double co_pct);
// "kiln.heat.cherry", "kiln.air.reducing", "hint.hand.soak": the words' keys.
const char* words_for(HeatColour colour);
const char* words_for(Atmosphere atmosphere);
const char* words_for(const FireReading& reading, craft::KilnKind kiln);  // what a companion says of it; "" nothing

}  // namespace sui::studio
