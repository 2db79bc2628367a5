// Mint check: the one question asked of a record before it becomes a piece: did this potter make this pot?
//
// Pure: bytes in, answer out. Costs as much as re-throwing the pot does (verifier.h keeps that off the tick).
#pragma once

#include <variant>

#include "game/piece/record.h"
#include "server/store/store.h"

namespace sui::market {

// What the store needs to know, all of it found out here and none of it taken from the client's word.
struct Genuine {
  piece::Fingerprint fingerprint{};
  piece::PublicKey maker{};
  std::string title;
  piece::Bytes baked;
};

// A refusal's reason names what is wrong ("record.maker: …").
std::variant<store::Refusal, Genuine> check_mint(std::span<const uint8_t> record, const piece::PublicKey& potter);

}  // namespace sui::market
