// Settings: the companion, language, sound, comfort, and how much the clay forgives, on one sheet of paper.
//
// Owns the sheet; what was chosen is the shelf's to keep and the app's to obey. Every change takes hold at once. pt.
#pragma once

#include "game/studio/chrome.h"

namespace sui::studio {

inline constexpr float kLargeText = 1.25f;  // times a text's own size

struct SettingsRoom {
  float scrolled = 0;
  double cheered_s = -10;  // when the companion was chosen
};

// What the app is told of them.
engine::Comfort comfort_of(const shelf::Settings& settings);

Go frame(SettingsRoom& room, Around& around);

}  // namespace sui::studio
