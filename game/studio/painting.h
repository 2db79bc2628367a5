// Painting: oxides on the bone-dry wall, or enamels on the fired glaze, the pot on a banding wheel. A finger on the pot
// paints, or draws a pattern up the wall; a finger on the rim of the wheel turns it; two fingers turn it and move the
// eye, and one laid on beside a brush at work turns it; spinning, a still brush draws bands.
//
// Owns the brush in the hand and the wheel's turn; strokes are acts, the pigment field is craft's. Units: mm, turns.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/decor.h"
#include "game/studio/pattern_sheet.h"
#include "game/studio/pot.h"
#include "game/studio/view_hand.h"

namespace sui::studio {

struct Painting {
  float size_0_1 = 0.35f;
  int water = 0;  // of the five: how much pigment is in the brush
  craft::Pigment pigment = craft::Pigment::kCobalt;
  bool spinning = false;
  ViewHand view;
  float turn = 0;        // how far the banding wheel has turned, turns
  float turn_speed = 0;  // turns/s, runs out by itself
  bool stroke_open = false;
  int64_t brush_touch = kNoTouch, turn_touch = kNoTouch;
  double u_last = 0;      // unwrapped
  double unsent_s = 0;    // since the last point
  int laid_segments = 0;  // of the open stroke, already in the field
  int strokes = 0;
  float brush_level = 0;  // for the sound
  Hint hint;
  bool enamels = false;  // the pot is fired: colours go over the glaze, for a second, cooler fire
  PatternSheet patterns;
  std::optional<craft::PatternId> pattern;  // in hand, instead of the brush
  bool pattern_drawn = false;               // being drawn up the wall, between these rings
  double pattern_from = 0, pattern_to = 0;
  DecorTool tool = DecorTool::kBrush;
  DecorSheet decor;
  MarkDesk mark;
  bool leather_hard = false;  // still to be dried: carving comes first here, and the way on is the drying board
};

void enter(Painting& painting, Pot& pot);
Go frame(Painting& painting, Around& around);
void end_stroke(Painting& painting, Pot& pot);

}  // namespace sui::studio
