// CommissionView: an order on the screen: its outline behind the clay, its sheet in the book, and the letter that comes
// when the kiln is opened.
//
// Owns what is shown and when; who asked for what and the verdict are commission.h's, the record of it the shelf's.
#pragma once

#include "game/studio/brushwork.h"
#include "game/studio/chrome.h"
#include "game/studio/commission.h"

namespace sui::studio {

// The vessel asked for, in the dress asked for, at most so wide and tall.
void draw_order_vessel(const Sheet& sheet, const Commission& order, engine::Vec2 foot, float widest, float tallest);
// A seal with the score; pale and round the corner for what was not taken yet.
void draw_score(Around& around, engine::Vec2 centre, float radius, int score, bool accepted);

enum class OrderChoice : uint8_t { kNone, kLeave, kTake, kGiveBack };
OrderChoice order_details(Around& around, const Commission& order, bool taken, float openness);

struct CommissionView {
  bool outline_shown = true;
  const Commission* order = nullptr;  // that the pot in the kiln's door was made for
  Verdict verdict;
  bool letter_open = false;
  float openness = 0;
};

// The outline behind the clay and the button that hides it; over the wheel, when something is ordered.
void over_wheel(CommissionView& view, Around& around, const engine::Camera& camera);
// The pot is out: judges it, writes the best score into the book, gives the order back when it was taken.
void pot_is_out(CommissionView& view, Around& around);
// The letter, over the opened pot.
void over_reveal(CommissionView& view, Around& around, double since_s);

}  // namespace sui::studio
