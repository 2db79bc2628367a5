// Ledger: who gained and lost what, written once, each entry chained to the one before by BLAKE2b-256.
//
// Owns entries and their hashes; balances and owners live in accounts and pieces, changed in the same transaction.
// A transfer is two entries whose coins and pieces are 0 in sum.
#pragma once

#include <array>
#include <cstdint>

#include "game/protocol/messages.h"
#include "server/store/database.h"

namespace sui::store {

using Hash = std::array<uint8_t, 32>;

enum class TransferKind : int64_t { kFirstCoins = 1, kMint = 2, kPurchase = 3 };

struct Transfer {
  TransferKind kind = TransferKind::kFirstCoins;
  protocol::AccountId from = 0, to = 0;
  int64_t coins = 0;            // from `from` to `to`
  protocol::PieceId piece = 0;  // 0: none; goes the other way in a purchase
  int64_t pieces = 0;           // +1: the piece goes from `from` to `to`, -1: back, 0: none
  protocol::ListingId listing = 0;
  protocol::RequestId request{};
  uint64_t now_ms = 0;
};

struct Entry {
  int64_t entry = 0, transfer = 0, kind = 0, account = 0, coins = 0, piece = 0, pieces = 0, listing = 0;
  protocol::RequestId request{};
  int64_t at_ms = 0;
};

Hash hash_of(const Hash& before, const Entry& entry);
// Two entries at the ledger's end. Faults stay in the database.
void append(Database& database, const Transfer& transfer);
Hash blake2b(std::span<const uint8_t> bytes);

}  // namespace sui::store
