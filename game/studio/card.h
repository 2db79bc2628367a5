// Card: a pot's portrait to show around: the pot in its museum case on blue-bordered paper, with its name, maker,
// numbers, a seal and the game's name.
//
// Owns the drawing and where it is handed to (engine::App::share); the pot, its words and its maker are the caller's.
// 1080 by 1440 pixels on every device; inside, pt of a card 360 wide. Nothing leaves the device but by the player's own
// hand.
#pragma once

#include <string>

#include "game/studio/pot.h"
#include "game/studio/room.h"

namespace sui::studio {

inline constexpr int kCardWidthPx = 1080, kCardHeightPx = 1440;
inline constexpr float kCardWidth = 360, kCardHeight = 480;

struct CardPot {
  const craft::Look& look;
  const ware::Shown& shown;
  std::string title, maker, facts;
  piece::Fingerprint fingerprint{};
  float turn = 0;  // as it stands before the player
};

void draw_card(engine::Frame& card, const engine::Strings& strings, const Workshop& workshop, const CardPot& pot);
// Draws the card, hands it to the player and says in a toast where it went.
void share_card(Around& around, const CardPot& pot);
std::string card_name(const piece::Fingerprint& fingerprint);  // "suisui-0a1b2c3d.png"

}  // namespace sui::studio
