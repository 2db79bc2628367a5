// Attachments: what is made apart and joined to the thrown pot: handles, spout, lid and knob, the duck burner's parts.
//
// Owns the parts' sizes, their own water and the strain in their joints from luting to the opened kiln; does not own
// whether an act is allowed (attach_rules.cpp) nor the drawn shape (ware/). A part shrinks as it dries, and where it
// dried more or less than the pot under it since they were joined, the joint is strained; facts B: joined with a water
// difference over 0.03, handles crack. Lengths mm as they stand now, moisture on dry basis.
#pragma once

#include <cstdint>
#include <vector>

#include "game/craft/limits.h"

namespace sui::craft {

struct Workpiece;

enum class PartKind : uint8_t {
  kStrapHandle = 0,   // a pulled strap, from the wall above down to the wall below
  kEarHandle = 1,     // a small loop on neck or shoulder
  kSpout = 2,         // a tapered tube
  kLid = 3,           // thrown apart; rests in the mouth, not luted
  kKnob = 4,          // on the lid
  kDuckUpper = 5,     // the burner's upper shell: back, hollow neck and head; rests on the bowl like a lid
  kDuckFeet = 6,      // webbed feet under the bowl
  kDuckPedestal = 7,  // hollow square pedestal with a begonia opening on each side, under the feet
};
inline constexpr int kPartKindCount = 8;
const char* part_id(PartKind kind);  // "strap_handle", … as in JSON and string tables

struct Part {
  PartKind kind = PartKind::kStrapHandle;
  double u_turn = 0, v_ring = 0;         // where; lids, knobs and what stands under the pot are on the axis
  double size_mm = 0, thickness_mm = 0;  // size: length of a handle, ear or spout; diameter of the others
  double moisture_dry = 0, made_moisture_dry = 0;
  double joined_moisture_dry = 0, joined_pot_moisture_dry = 0;  // both when they were joined
  bool scored = false, slip = false;
  double strain = 0, strain_limit = 0;  // the joint's worst so far, and what it bears
  double dried_minutes = 0;             // of the pot, when joined: an undo is only possible until it dries on
  double volume_mm3 = 0;                // as wet as it was made
  bool cracked = false;
};

// A part luted into the mouth or under the foot has no place on the wall; the lid and upper shell only rest.
bool on_the_wall(PartKind kind);
bool only_rests(PartKind kind);

// The pot's ring a part is joined to: the wall's at `v_ring`, else rim or foot.
int ring_of_part(PartKind kind, double v_ring);
double part_volume_mm3(PartKind kind, double size_mm, double thickness_mm);  // of solid clay
double part_dry_g(const Part& part);
double parts_dry_g(const Workpiece& workpiece);
// Of the clay a part is joined to: the wall at its place, the rim, the foot, or the lid under a knob.
double moisture_under(const Workpiece& workpiece, const Part& part);

// What a joint bears before it cracks, as linear strain: facts B's Δw of 0.03 for one scored and slipped, less for
// others.
double joint_limit(bool scored, bool slip);
// Strain between two clays that were joined at one moisture each and now have another.
double joint_strain(double part_was, double part_is, double pot_was, double pot_is);

// Up to a few minutes of drying in air that takes `kg_m2_h` from each free face; raises kJointCrack and kLidMisfit.
void dry_parts(Workpiece& workpiece, double kg_m2_h, double equilibrium_dry, double minutes);
// In the fire all water goes, parts shrink with the body, handles pull the rim oval (facts C3). After the pot shrank.
// `body_scale` is firing's linear shrink, `creep_per_pa` as in kiln.h, `minute` the peak's.
void fire_parts(Workpiece& workpiece, double body_scale, double creep_per_pa, uint32_t minute);

}  // namespace sui::craft
