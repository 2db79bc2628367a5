// Mint check: the one question asked of a record before it becomes a piece: did this potter make this pot?
//
// A making ends with its fire, and the rules refuse acts that do nothing (craft/workpiece.h), so padding a fired pot's
// record makes no second pot of it. What stays open: a potter with a patched client may change a touch that hardly
// matters (a hand in the air, a stroke laid and taken back), re-throw what follows and sign again, and so mint
// look-alikes of one good pot. Only its maker can, it is another making throughout, and no exact rule tells it from a
// practised hand.
//
// Pure: bytes in, answer out. Costs as much as re-throwing the pot does (verifier.h keeps that off the tick).
#pragma once

#include <variant>

#include "game/piece/record.h"
#include "server/store/store.h"

namespace sui::market {

// What the store needs to know, all of it found out here and none of it taken from the client's word.
struct Genuine {
  piece::Fingerprint fingerprint{}, pot{};  // of this making, and of the pot however often it is fired again
  piece::PublicKey maker{};
  std::string title;
  piece::Bytes baked;
};

// A refusal's reason names what is wrong ("record.maker: …").
std::variant<store::Refusal, Genuine> check_mint(std::span<const uint8_t> record, const piece::PublicKey& potter);

}  // namespace sui::market
