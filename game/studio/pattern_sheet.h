// PatternSheet: the traditional patterns to choose from, each drawn small as the brush would lay it.
//
// Owns the sheet and its previews on the GPU, made when it is first opened; the drawings are craft's (pattern.h). A
// pattern that was chosen is laid by the painting room. Units: pt.
#pragma once

#include <array>
#include <optional>

#include "game/craft/pattern.h"
#include "game/studio/chrome.h"

namespace sui::studio {

struct PatternSheet {
  bool open = false;
  float openness = 0, scrolled = 0;
  bool in_enamels = false;  // how the previews were drawn
  std::array<engine::TextureId, craft::kPatternCount> previews{};
  bool made = false;
};

// Draws the sheet over the room; the pattern that was tapped, if one was.
std::optional<craft::PatternId> frame(PatternSheet& sheet, Around& around, bool in_enamels);

}  // namespace sui::studio
