// Decor: what else than a brush may meet the wall: bands, washes, knives, comb and slip, stamps, grains of linglong,
// and the mark under the foot; and the five waters cobalt is thinned to.
//
// Owns their names, sizes and the acts they make; what they do to the clay is craft's (surface.h). mm, turns, rings.
#pragma once

#include <array>
#include <span>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

enum class DecorTool : uint8_t {
  kBrush,
  kBand,
  kWash,
  kKnife,
  kSlantedKnife,
  kComb,
  kSlip,
  kRosette,
  kDot,
  kRing,
  kLeaf,
  kLozenge,
  kPierce,
  kFootMark
};
inline constexpr int kDecorTools = static_cast<int>(DecorTool::kFootMark) + 1;

struct DecorName {
  const char *name, *hint;
  engine::Icon icon;  // kNone: drawn by hand
};
const DecorName& name_of(DecorTool tool);
bool carves(DecorTool tool);  // drawn along the wall like a brush, but cutting or raising it
bool stamps(DecorTool tool);
bool cuts(DecorTool tool);  // any that only clay takes
bool may_use(DecorTool tool, const Pot& pot);

// 头浓 … 影淡: how much cobalt is in the brush, darkest first.
inline constexpr std::array<double, 5> kFiveWaters = {0.95, 0.72, 0.5, 0.3, 0.14};
inline constexpr std::array<const char*, 5> kWaterNames = {"water.0", "water.1", "water.2", "water.3", "water.4"};

double decor_mm(DecorTool tool, float size_0_1);  // width, or a stamp's or grain's length
craft::Act carve_begin_act(DecorTool tool, float size_0_1);
craft::Act band_act(craft::Pigment pigment, double v_ring, double width_mm, double load);
craft::Act wash_act(craft::Pigment pigment, double u_turn, double v_ring, double load);
// `all_round`: as many as stand side by side round the pot at that height.
craft::Act stamp_act(DecorTool tool, const Pot& pot, double u_turn, double v_ring, float size_0_1, bool all_round);
craft::Act pierce_act(double u_turn, double v_ring, float size_0_1, double lean_turn);
craft::Act mark_act(int text, int frame, craft::Pigment pigment, double load);
// What the last cut came out as, a key; empty when it is clean.
std::string_view fault_of_last_cut(const Pot& pot);

struct DecorSheet {
  bool open = false;
  float openness = 0, scrolled = 0;
};
// Draws the sheet over the room; the tool that was tapped, if one was. `water` is changed in place.
std::optional<DecorTool> frame(DecorSheet& sheet, Around& around, DecorTool now, int& water);

struct MarkDesk {  // the pot turned over, a mark being chosen
  bool open = false;
  int text = 0, frame = 1;
  float openness = 0;
};
// Draws the whole screen while it is open. True once a mark was written.
bool frame(MarkDesk& desk, Around& around, craft::Pigment pigment, double load);

}  // namespace sui::studio
