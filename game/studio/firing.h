// Firing: choose a schedule, light the kiln, watch the curve and the glow; hours pass in eight seconds; cool; open. Or
// drive the kiln by hand, minute by minute.
//
// Owns the ready schedules and the film; what a hand does to a kiln is hand_fire.h's. The fire itself is craft's and is
// over the moment it is lit: the film shows its curve. Units: °C, hours; film in seconds.
#pragma once

#include <array>
#include <vector>

#include "game/craft/kiln.h"
#include "game/studio/chrome.h"
#include "game/studio/hand_fire.h"
#include "game/studio/kiln_face.h"
#include "game/studio/kiln_levers.h"
#include "game/studio/pot.h"

namespace sui::studio {

enum class Schedule : uint8_t { kSlow, kNormal, kFast, kOwn };  // kOwn: as the pot's glaze was made for
std::vector<craft::KilnSegment> schedule_of(Schedule schedule, craft::GlazeKind glaze);
// What lighting this kiln records: the schedule's segments, then the fire, the pot standing where it fares best.
std::vector<craft::Act> fire_acts(Schedule schedule, craft::KilnKind kiln,
                                  craft::GlazeKind glaze = craft::GlazeKind::kClear);
std::vector<craft::Act> muffle_acts();   // the enamels' fire: facts D4, 700-800 °C
std::vector<craft::Act> biscuit_acts();  // a bare pot's: slow, so that a dry one cannot burst

struct Firing {
  enum class Phase : uint8_t { kChoosing, kByHand, kBurning, kCold, kOpening };
  Phase phase = Phase::kChoosing;
  bool muffle = false;   // the enamels' fire, over finished ware
  bool biscuit = false;  // 素烧: a low fire for the bare pot, before its glaze
  Schedule chosen = Schedule::kNormal;
  craft::GlazeKind glaze = craft::GlazeKind::kClear;  // on the pot's outside
  craft::KilnKind kiln = craft::KilnKind::kElectric;
  std::array<std::vector<craft::KilnSegment>, 4> plans;  // by Schedule
  craft::Look before;                                    // raw, shown until the glow hides the change
  craft::Look after;
  bool after_shown = false;
  double film = 0;  // 0 … 1 along the curve
  float glow = 0, door = 1;
  bool kiln_told = false;  // the duck speaks of the kiln that was chosen
  float heat = 0;          // of the kiln's own light, against the day's
  HandFire hand;
  KilnFace face;
  KilnLevers levers;
  Hint hint;
};

inline constexpr double kFilmS = 8;

// A pot whose fire was begun by hand goes on in the kiln it was lit in.
void enter(Firing& firing, Pot& pot, craft::KilnKind lit_by_hand);
void note_the_minute(Firing& firing, Pot& pot);  // before the making is kept
bool is_driven(const Firing& firing);            // time passes in it
double peak_hour(const craft::Firing& fire);     // when the ware was hottest; 0 before any fire
Go frame(Firing& firing, Around& around);

}  // namespace sui::studio
