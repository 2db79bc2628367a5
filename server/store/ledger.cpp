#include "server/store/ledger.h"

#include <sodium.h>

#include <algorithm>

namespace sui::store {

namespace {

void put(std::vector<uint8_t>& bytes, int64_t value) {
  for (int shift = 0; shift < 64; shift += 8)
    bytes.push_back(static_cast<uint8_t>(static_cast<uint64_t>(value) >> shift));
}

void insert(Database& database, const Entry& entry, const Hash& hash) {
  Query(database,
        "INSERT INTO ledger(entry, transfer, kind, account, coins, piece, pieces, listing, request, at_ms, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(entry.entry)
      .with(entry.transfer)
      .with(entry.kind)
      .with(entry.account)
      .with(entry.coins)
      .with(entry.piece)
      .with(entry.pieces)
      .with(entry.listing)
      .with(std::span<const uint8_t>(entry.request))
      .with(entry.at_ms)
      .with(std::span<const uint8_t>(hash))
      .run();
}

}  // namespace

Hash blake2b(std::span<const uint8_t> bytes) {
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  return hash;
}

Hash hash_of(const Hash& before, const Entry& entry) {
  std::vector<uint8_t> bytes(before.begin(), before.end());
  for (const int64_t value : {entry.entry, entry.transfer, entry.kind, entry.account, entry.coins, entry.piece,
                              entry.pieces, entry.listing, entry.at_ms})
    put(bytes, value);
  bytes.insert(bytes.end(), entry.request.begin(), entry.request.end());
  return blake2b(bytes);
}

void append(Database& database, const Transfer& transfer) {
  Entry last;
  Hash before{};
  {
    Query query(database, "SELECT entry, transfer, hash FROM ledger ORDER BY entry DESC LIMIT 1");
    if (query.row()) {
      last.entry = query.number(0);
      last.transfer = query.number(1);
      const std::vector<uint8_t> bytes = query.bytes(2);
      if (bytes.size() == before.size()) std::copy(bytes.begin(), bytes.end(), before.begin());
    }
  }
  Entry entry;
  entry.entry = last.entry + 1;
  entry.transfer = last.transfer + 1;
  entry.kind = static_cast<int64_t>(transfer.kind);
  entry.piece = static_cast<int64_t>(transfer.piece);
  entry.listing = static_cast<int64_t>(transfer.listing);
  entry.request = transfer.request;
  entry.at_ms = static_cast<int64_t>(transfer.now_ms);
  entry.account = static_cast<int64_t>(transfer.from);
  entry.coins = -transfer.coins;
  entry.pieces = -transfer.pieces;
  const Hash middle = hash_of(before, entry);
  insert(database, entry, middle);
  entry.entry += 1;
  entry.account = static_cast<int64_t>(transfer.to);
  entry.coins = transfer.coins;
  entry.pieces = transfer.pieces;
  insert(database, entry, hash_of(middle, entry));
}

}  // namespace sui::store
