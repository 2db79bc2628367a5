// Joining (接): handles, ears, spouts, lids and knobs, and the parts of the duck burner, made at the bench and luted to
// the stiff pot. The part is seen where it would sit, dragged along the wall, made larger or thinner, then pressed on.
//
// Owns the part not yet joined and what is told about its joint before it is too late (JointReading). What is shown
// while it is held is the pot with the rules applied to a copy; the acts are made when it is pressed on. Sizes mm.
#pragma once

#include <optional>
#include <span>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct PartChoice {
  craft::PartKind kind = craft::PartKind::kStrapHandle;
  double size_mm = 60, thickness_mm = 5;
  double u_turn = 0, v_ring = 0;  // of parts on the wall
  bool scored = true, slip = true;
  bool fresh = false;  // just pulled, wetter than the pot
};

struct JointReading {  // what drying slowly will make of it
  double pot_wet_pct = 0, part_wet_pct = 0;
  bool rests = false;          // a lid: how far it will misfit the mouth, mm; else how far the joint pulls, %
  double pull = 0, bears = 0;  // and what it bears
  bool holds = true;
  bool pot_stiff = false;  // too dry for slip to bind well
};

struct JoiningRoom {
  std::optional<PartChoice> held;
  bool duck = false;  // the burner's parts are laid out instead of the others
  bool stale = true;  // the preview
  bool fits = false;  // the rules would let it be joined here
  std::string why_not;
  craft::Look preview;
  JointReading joint;
  float turn = 0.07f, turn_speed = 0;
  int64_t place_touch = kNoTouch, turn_touch = kNoTouch;
  float size_0_1 = 0.5f, thickness_0_1 = 0.5f;
  float distance = 0, height = 0;  // of the eye, eased
  int joined = 0;                  // since the room was entered
  float pressed = 0;               // runs down from 1 after one was pressed on
  Hint hint;
};

void enter(JoiningRoom& room, Pot& pot);
Go frame(JoiningRoom& room, Around& around);

struct SizeSpan {
  double least, most;
};
SizeSpan sizes_of_part(craft::PartKind kind);
SizeSpan thicknesses_of_part(craft::PartKind kind);
// The size a potter would begin with on this pot, and where.
PartChoice usual_part(craft::PartKind kind, const Pot& pot);
void take_part(JoiningRoom& room, const Pot& pot, craft::PartKind kind);
// How wet the part is made, in 1/16 %: as the pot under it, or fresh.
int32_t part_moisture(const PartChoice& part, const Pot& pot);
// By the rules: joined to a copy and dried, wrapped first, then on the shelf.
JointReading read_joint(const PartChoice& part, const Pot& pot);
// Makes it and lutes it on; false, with pot.complaint, when the rules refuse.
bool press_on(JoiningRoom& room, Pot& pot);
bool take_off(JoiningRoom& room, Pot& pot);  // the last one, while its slip is wet
bool may_take_off(const Pot& pot);
// Feet, seat, head: the order they go on, so that the pot never stands on what is still soft.
std::span<const craft::PartKind> duck_parts();
bool has_part(const Pot& pot, craft::PartKind kind);

}  // namespace sui::studio
