// Pot: the one piece being made: its bench (workpiece and log), its look, and what is shown of it.
//
// Owns keeping the three in step and the live paint field; does not own files (shelf/) nor GPU work (ware/).
// Look is mm, the scene metres.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "game/craft/assist.h"
#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/craft/surface.h"
#include "game/engine/scene.h"
#include "game/piece/making.h"
#include "game/ware/ware.h"

namespace sui::studio {

inline constexpr int kPaintColumns = 512, kPaintRows = 256;
inline constexpr int kSegments = 72;

struct Pot {
  std::optional<piece::Bench> bench;
  craft::Look look;
  craft::Measures measures;
  ware::Shown shown;
  craft::PigmentField pigment;
  bool paint_changed = false;
  std::string complaint;  // the last act refused, in the craft's words: for the log, not for players
};

// Starts a fresh lump; `assist` 0..100. Asserts that the start is within limits, which it is by construction.
void fresh_lump(Pot& pot, int assist);
bool resume(Pot& pot, const piece::Making& making);  // false when the making no longer replays
bool act(Pot& pot, craft::Act act);                  // false when the pot refuses; `complaint` says why

// Whatever is held lets go: hands and tool are lifted, the brush too, the pot comes off the chuck. An open hand in a
// kept making would press on for ever.
void let_go(piece::Bench& bench);

// Takes back the last touch of the wheel; false when there is none.
bool undo_touch(Pot& pot);
// Index of the first act of the last time hands went to the clay, or of a lone water act; acts.size() when none.
uint32_t last_touch_begins(const piece::Making& making);

// Derives look and measures. `with_paint` uses the live pigment field.
void refresh(Pot& pot, bool with_paint);
// Lays all strokes again, after undo or resume.
void repaint(Pot& pot);
void show(engine::Scene& scene, Pot& pot, int segments = kSegments);

engine::Vec3 metres(float x_mm, float y_mm, float z_mm);
// Widest radius and height in metres, for cameras.
struct Extent {
  float radius = 0, height = 0;
};
Extent extent_of(const craft::Look& look);
// A finished piece that bears a mark can be stood on its rim, unless a lid would fall.
bool shows_its_foot(const craft::Look& look);
// The same eye, raised to look down on an upturned foot.
engine::Camera over_the_foot(engine::Camera camera);

}  // namespace sui::studio
