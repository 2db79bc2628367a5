// What store tests share: a file of their own, potters, pots and the deeds between them in one line each.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>

#include "game/protocol/limits.h"
#include "server/store/store.h"
#include "tests/unit/temp_folder.h"

namespace sui::test {

inline piece::PublicKey key_of(uint64_t number) {
  piece::PublicKey key{};
  std::memcpy(key.data(), &number, sizeof number);
  key[31] = 0x5a;
  return key;
}

inline piece::Fingerprint fingerprint_of(uint64_t number) {
  piece::Fingerprint fingerprint{};
  std::memcpy(fingerprint.data(), &number, sizeof number);
  fingerprint[30] = 0xa5;
  return fingerprint;
}

class StoreTest : public testing::Test {
 protected:
  StoreTest() : path(folder.file("bazaar.db")) { reopen(); }

  void reopen(const store::SqliteOptions& options = {}) {
    store.reset();
    Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(path, options);
    ASSERT_TRUE(opened) << to_text(opened.error());
    store = std::move(*opened);
  }

  protocol::RequestId request() {
    protocol::RequestId id{};
    ++last_request;
    std::memcpy(id.data(), &last_request, sizeof last_request);
    id[15] = 1;
    return id;
  }

  store::AccountRow account(uint64_t number) {
    return std::get<store::AccountRow>(store->run_now(
        store::FindAccount{key_of(number), "potter " + std::to_string(number), protocol::kStartCoins, now_ms()}));
  }

  store::AddPiece mint_job(protocol::AccountId owner, uint64_t owner_number, uint64_t pot) {
    return {request(),
            owner,
            fingerprint_of(pot),
            fingerprint_of(pot),
            key_of(owner_number),
            "pot " + std::to_string(pot),
            {1, 2, 3},
            {4, 5},
            now_ms()};
  }
  protocol::PieceId mint(protocol::AccountId owner, uint64_t owner_number, uint64_t pot) {
    return std::get<protocol::Minted>(store->run_now(mint_job(owner, owner_number, pot))).piece;
  }
  protocol::ListingId list(protocol::AccountId seller, protocol::PieceId piece, int64_t price_coins) {
    return std::get<protocol::Listed>(
               store->run_now(store::AddListing{request(), seller, piece, price_coins, now_ms()}))
        .listing;
  }
  store::Outcome buy(protocol::AccountId buyer, protocol::ListingId listing, int64_t price_coins) {
    return store->run_now(store::Purchase{request(), buyer, listing, price_coins, now_ms()});
  }
  protocol::Pieces shelf(protocol::AccountId owner) {
    return std::get<protocol::Pieces>(store->run_now(store::ReadPieces{owner}));
  }
  int64_t coins(protocol::AccountId owner) { return shelf(owner).coins; }
  protocol::Stalls stalls() { return std::get<protocol::Stalls>(store->run_now(store::ReadStalls{})); }

  store::Audit audited() {
    const Result<store::Audit> audit = store->audit();
    EXPECT_TRUE(audit);
    return audit ? *audit : store::Audit{};
  }
  void expect_sound() {
    const store::Audit audit = audited();
    EXPECT_TRUE(store::is_sound(audit)) << (audit.faults.empty() ? "" : audit.faults[0]);
    EXPECT_EQ(audit.coins_in_hands, static_cast<int64_t>(audit.accounts) * protocol::kStartCoins);
  }
  static void expect_refused(const store::Outcome& outcome, protocol::RefusalKind kind, const std::string& reason) {
    const auto* refusal = std::get_if<store::Refusal>(&outcome);
    ASSERT_NE(refusal, nullptr) << "was not refused: " << reason;
    EXPECT_EQ(refusal->kind, kind) << refusal->reason;
    EXPECT_NE(refusal->reason.find(reason), std::string::npos) << refusal->reason;
  }
  uint64_t now_ms() { return 1'700'000'000'000 + ++ticks; }

  TempFolder folder;
  std::string path;
  std::unique_ptr<store::Store> store;
  uint64_t last_request = 0, ticks = 0;
};

}  // namespace sui::test
