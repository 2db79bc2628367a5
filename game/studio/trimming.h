// Trimming (利坯): the leather-hard pot upside down on the turning wheel, one finger for the loop tool. Along the wall
// it shaves the outside; on the upturned foot it hollows the foot ring.
//
// Owns gestures -> acts -> ticks of trimming, and what can be read off the pot meanwhile (TrimReading, for whoever
// teaches it). One touch takes off at most what the tool leans in, wherever it goes, so a finger that rests cuts no
// hole. Does not own the rules (craft/trimming.h). Heights are the pot's own, from its foot. mm, g, s.
#pragma once

#include <array>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

inline constexpr double kLeanLeastMm = 0.2, kLeanMostMm = 3;

struct TrimReading {
  double wet_pct = 0;
  bool too_wet = false, tears = false, brittle = false;  // for the chuck; for a clean cut; for a deep one
  double wall_mm_least = 0, wall_mm_most = 0, floor_mm = 0;
  double foot_ring_mm = 0, hollow_mm = 0;  // 0 before it is cut
  double taken_g = 0;                      // since the room was entered
  bool tool_down = false;
  craft::TrimSide side{};
  double at_z_mm = 0, at_wall_mm = 0;  // where the tool is, or was last
};

struct Shaving {  // a curl on its way down, in pt
  engine::Vec2 at, speed;
  float turn = 0, spin = 0, size = 0, left_s = 0;
};
inline constexpr std::size_t kShavings = 40;

struct TrimmingRoom {
  float lean_0_1 = 0.36f;
  bool fast = false;
  double behind_s = 0, idle_s = 0;
  int64_t touch = kNoTouch;
  bool landed = false;  // the tool is led, though its first act may still be on the way
  craft::TrimSide side{};
  double along_mm = 0;                                  // outside: height; underside: distance from the axis
  std::array<double, craft::kRingCount + 1> skin_mm{};  // the outside as the tool landed
  double hollow_mm = 0;                                 // and how deep the foot was
  bool left = false;                                    // on which side of the pot the tool is shown
  craft::Act sent;
  double mass_g_before = 0, removed_mm3_seen = 0;
  std::size_t defects_before = 0;
  TrimReading reading;
  float contact = 0;
  std::array<Shaving, kShavings> shavings{};
  std::size_t next_shaving = 0;
  engine::MeshId chuck = engine::MeshId::kNone;
  bool chuck_stale = true;
  int frames_to_measure = 0;
  int passes = 0;
  Hint hint;
};

void enter(TrimmingRoom& room, Pot& pot);
Go frame(TrimmingRoom& room, Around& around);

// Puts the pot on the chuck; false, with pot.complaint, when it is too soft for it.
bool put_on_chuck(const TrimmingRoom& room, Pot& pot);
void land_tool(TrimmingRoom& room, Pot& pot, craft::TrimSide side, double along_mm);
void lead_tool(TrimmingRoom& room, Pot& pot, double along_mm);
void lift_tool(TrimmingRoom& room, Pot& pot);
// Tool up, pot off the chuck; for leaving the room or the app.
void take_off_chuck(TrimmingRoom& room, Pot& pot);
// Takes back the last touch of the tool; false when there is none.
bool undo_trim(TrimmingRoom& room, Pot& pot);

double lean_mm(const TrimmingRoom& room);
TrimReading read_trim(const TrimmingRoom& room, const Pot& pot);
std::string trim_hint(const TrimmingRoom& room, const Pot& pot);
engine::Camera trimming_camera(const craft::Look& look);
// Everything but the controls.
void draw_trimming_room(TrimmingRoom& room, Around& around, const engine::Camera& camera);

}  // namespace sui::studio
