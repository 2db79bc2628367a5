// What came out of the kiln, judged: every fault of body, glaze and enamel with the number that caused it and its
// limit.
//
// Private to craft/: fire.cpp asks after each firing. Owns the judgements alone; the numbers come from kiln.h, the
// limits from kiln_numbers.h. Value and limit share a unit: bar, °C/h, cone, share, mm, % by volume, MPa.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

struct Places {
  int thickest_ring = 0, lowest_wall_ring = 0;
};

struct Sag {
  double droop_mm = 0;
  int ring = 0;
};

// The glaze as it went in: what cracks, crawls and sticks is decided before it melts.
struct RawCoat {
  double thickest_mm = 0, foot_mm = 0;
  double cracks_mm = 0;  // a single coat so thick would crack as it dried as this one does
  int thickest_ring = 0;
};

// `holds`: the share of each ring's glaze that wax lets hold (surface.h).
RawCoat raw_coat(const Clay& clay, const Glaze& glaze, const RingField& holds);
// Bare, and no hotter than biscuit goes: not short of fire nor of glaze, only not finished.
bool is_biscuit(const Workpiece& workpiece);
// Short of fire or of glaze is not for good: the next fire judges it anew.
void forget_what_fire_mends(Workpiece& workpiece);
void judge_body(const Places& places, Workpiece& workpiece);
void judge_sag(const Sag& sag, Workpiece& workpiece);
void judge_glaze(const RawCoat& coat, const RingField& holds, Workpiece& workpiece);
void judge_enamels(int lowest_wall_ring, Workpiece& workpiece);

// Tension in the cooled glaze, MPa; negative: it is squeezed. Facts D2.
double glaze_tension_mpa(double glaze_expansion, double porosity);

}  // namespace sui::craft
