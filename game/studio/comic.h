// Comic: the story in blue and white: the duck that was broken, the hands a pot goes through, the people who came to
// the city to make. Panels like tiles on a wall, a few to a page; a tap brings the next, skipping is always at hand.
//
// Owns which chapters there are, their panels and how far one has read; what was read is kept in the shelf's book.
#pragma once

#include <array>
#include <cstddef>

#include "game/studio/brushwork.h"
#include "game/studio/chrome.h"

namespace sui::studio {

struct Panel {
  const char* words;  // a string key
  void (*draw)(const Sheet& sheet, Around& around, float since_s);
};

struct Chapter {
  const char* id;  // stable: kept in the book; "chapter.<id>" is its title
  std::array<Panel, 6> panels;
  std::size_t count;
};
inline constexpr std::size_t kChapterCount = 3;
const std::array<Chapter, kChapterCount>& chapters();

inline constexpr std::size_t kPanelsOnPage = 3;

struct Comic {
  std::size_t chapter = 0;
  std::size_t shown = 1;  // panels so far; the page is the last one's
  double shown_s = 0;     // since the last of them came
  int64_t touch = kNoTouch;
};

void open_chapter(Comic& comic, std::size_t chapter);
Go frame(Comic& comic, Around& around);

}  // namespace sui::studio
