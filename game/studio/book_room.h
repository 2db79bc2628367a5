// BookRoom: the potter's book: lessons as sample tiles that fire blue once learned, what people ordered, and the story
// in pictures. The door to all that teaches and tells; nothing in it has to be done.
//
// Owns the list's scrolling and the sheet of one order; what is learned and delivered is the shelf's book. Units: pt.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/commission.h"

namespace sui::studio {

struct BookRoom {
  float scrolled = 0;
  int order = -1;  // of commissions(), whose sheet is open
  float openness = 0;
  bool leaving = false;
  Hint hint;
};

void enter(BookRoom& room);
Go frame(BookRoom& room, Around& around);

}  // namespace sui::studio
