// Workpiece: a pot between the first touch and the opened kiln, and the only two ways to change it.
//
// check() says whether an act may be done now, apply() does it, step() passes one tick of wheel time.
// Everything here is a pure function of its arguments: no clock, file, thread, random or libm transcendental.
// The running hash covers all that can be felt or seen; the same acts give the same hash on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "game/base/result.h"
#include "game/craft/act.h"
#include "game/craft/attachment.h"
#include "game/craft/clay.h"
#include "game/craft/defect.h"
#include "game/craft/glaze.h"
#include "game/craft/kiln.h"
#include "game/craft/surface.h"

namespace sui::craft {

enum class Stage : uint8_t {
  kThrowing = 0,
  kCut = 1,  // off the wheel, wet
  kLeatherHard = 2,
  kBoneDry = 3,
  kGlazed = 4,  // raw glaze on a bone-dry pot (once-fired, as in Jingdezhen)
  kFired = 5,
  kEnamelled = 6,  // fired, with overglaze colours on that want their own fire; after it the pot is kFired again
  kBiscuit = 7,    // 素烧: once through a low fire, bare; it drinks glaze and goes to the kiln again
};

inline constexpr int kStageMax = 7;
constexpr bool is_fired(Stage stage) {  // out of its last fire of body and glaze
  return stage == Stage::kFired || stage == Stage::kEnamelled;
}
const char* stage_id(Stage stage);  // "throwing", …

struct ClayStart {
  ClayBody body = ClayBody::kJingdezhen;
  int32_t mass_g = 1200;
  int32_t moisture_wet_16pct = 344;  // wet basis, 1/16 %: 344 = 21.5 %
  int32_t assist = 0;                // 0 master clay … 100 full help: steadier centring, kinder strength (recorded)

  friend bool operator==(const ClayStart& left, const ClayStart& right) {
    return left.body == right.body && left.mass_g == right.mass_g &&
           left.moisture_wet_16pct == right.moisture_wet_16pct && left.assist == right.assist;
  }
};

struct Hand {
  bool down = false;
  Tool tool = Tool::kFingers;
  bool presses_down = false;  // straight down on rim, lump or floor, rather than against the wall
  double r_mm = 0, z_mm = 0;  // the fingertip, before the clay answers
  double target_r_mm = 0, target_z_mm = 0;
  int32_t reach_ticks_left = 0;
  double pressure_kpa = 0;  // what the clay pushed back with in the last tick
  double drag = 0;          // friction felt in the last tick, 0 slippery … 1 tearing
  double force_mn = 0;      // how hard the hand pressed in the last tick, and the friction's turning moment, mN mm:
  double moment_mn_mm = 0;  // what slows the wheel
  double held_ml = 0;       // water left in a wet sponge
  double cut_turns = 0;     // how far round the needle has been through the wall
};

enum class TrimSide : uint8_t;  // trimming.h

struct Trimming {
  bool on = false;  // the pot stands upside down on the chuck
  Hand tool;
  TrimSide side{};
};

struct Workpiece {
  ClayStart start;
  Stage stage = Stage::kThrowing;
  uint32_t tick = 0;
  double wheel_rpm = 0, wheel_rpm_target = 0, wheel_turn = 0;
  Hand outer, inner;
  Trimming trimming;
  Clay clay;
  std::vector<Part> parts;           // joined, in order
  std::optional<Part> part_in_hand;  // made, not yet joined
  Surface surface;
  Glaze glaze;
  std::vector<KilnSegment> schedule;  // of the next firing
  std::vector<KilnDrive> drives;
  std::vector<KilnStoke> stokes;
  Firing firing;         // of clay and glaze
  Firing enamel_firing;  // the last muffle fire
  uint32_t firings = 0;
  std::vector<Defect> defects;
  bool fallen = false;
  int32_t fallen_ring = 0;  // the hinge of the collapse: everything above it goes
  double fallen_ticks = 0;  // time since the collapse began: it is a motion, not a switch
  double dried_minutes = 0;
  double linear_shrink = 1;  // drying and firing so far, against wet
  uint32_t act_count = 0;
  uint32_t paint_points = 0;  // in all strokes still on the pot
  uint64_t running_hash = 0;
};

Result<Workpiece> fresh_workpiece(const ClayStart& start);

// Been through a fire, whatever lies on it since: clay no longer.
inline bool is_clay_no_longer(const Workpiece& workpiece) {
  return is_fired(workpiece.stage) || workpiece.firing.done;
}

// Running hash and all that can be felt or seen at this very tick: what a finished making ends with.
uint64_t state_hash(const Workpiece& workpiece);

// Whether `act` may be applied now. Error::where is the act's field, Error::what the reason.
// An act that does nothing is refused, so that one pot has not many makings: lifting a hand that is not down, setting
// the wheel to the speed it is set to. What a hand does far from the clay is not looked at.
Result<Done> check(const Workpiece& workpiece, const Act& act);
// Applies a checked act at workpiece.tick (act.tick must equal it; check() says so otherwise).
void apply(Workpiece& workpiece, const Act& act);
// One tick of 1/120 s. Cheap when nothing throws.
void step(Workpiece& workpiece);
// Steps until workpiece.tick == tick, at most to kTickMax. Skips idle time after the cut without simulating it.
void advance(Workpiece& workpiece, uint32_t tick);

}  // namespace sui::craft
