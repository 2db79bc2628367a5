// Files of every age: brought to today's shape without losing a coin, or left exactly as they were.
#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "server/store/schema.h"
#include "tests/unit/store_fixture.h"

namespace sui::test {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// What an administrator with the sqlite3 shell could do.
void by_hand(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

class StoreFile : public StoreTest {
 protected:
  StoreFile() { store.reset(); }
  // The words of the refusal; the file must be byte for byte what it was.
  std::string refusal() {
    const std::string before = contents(path);
    const Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(path);
    EXPECT_FALSE(opened);
    EXPECT_EQ(contents(path), before);
    return opened ? "" : to_text(opened.error());
  }
};

TEST_F(StoreFile, OfSchema1IsBroughtToTodayWithEverythingInIt) {
  std::filesystem::remove(path);
  by_hand(path, contents(std::string(SUI_FIXTURES) + "/store_schema_1.sql"));
  reopen();
  expect_sound();
  const store::Audit audit = audited();
  EXPECT_EQ(audit.accounts, 3u);
  EXPECT_EQ(audit.pieces, 4u);
  EXPECT_EQ(audit.listings_open, 1u);
  const protocol::AccountId seller = account(1).account, buyer = account(2).account;
  EXPECT_EQ(coins(seller), 620);
  EXPECT_EQ(coins(buyer), 380);
  EXPECT_EQ(shelf(buyer).pieces.at(1).title, "青花 pot");
  // Sold before anybody kept count of who was told: not news any more.
  EXPECT_TRUE(std::get<store::SoldRows>(store->run_now(store::ReadSold{seller})).sold.empty());
  const protocol::Stall stall = stalls().stalls.at(0);
  ASSERT_TRUE(std::holds_alternative<store::PurchaseRow>(buy(buyer, stall.listing, stall.price_coins)));
  EXPECT_EQ(std::get<store::SoldRows>(store->run_now(store::ReadSold{stall.seller})).sold.size(), 1u);
  expect_sound();
}

TEST_F(StoreFile, OfSchema1LooksToAnAuditLikeAFileToMigrateFirst) {
  std::filesystem::remove(path);
  by_hand(path, contents(std::string(SUI_FIXTURES) + "/store_schema_1.sql"));
  const Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(path, {true, {}});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().what.find("start the server once"), std::string::npos);
}

TEST_F(StoreFile, FromTheFutureIsRefusedUntouched) {
  by_hand(path, "INSERT INTO schema_version(version) VALUES (" + std::to_string(store::schema_newest() + 1) + ")");
  EXPECT_NE(refusal().find("newer than this server's"), std::string::npos);
}

TEST_F(StoreFile, OfAnotherProgramIsRefusedUntouched) {
  std::filesystem::remove(path);
  by_hand(path, "CREATE TABLE recipes(title TEXT)");
  EXPECT_NE(refusal().find("another program's database"), std::string::npos);
}

TEST_F(StoreFile, ThatIsNoDatabaseIsRefusedUntouched) {
  std::ofstream(path, std::ios::binary) << std::string(5000, 'x');
  EXPECT_NE(refusal().find("not a database"), std::string::npos);
}

TEST_F(StoreFile, ThatCannotBeMadeIsNamed) {
  const Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(folder.file("no/such/folder/b.db"));
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().where.find("no/such/folder"), std::string::npos);
}

TEST_F(StoreFile, IsNeverWrittenByAnAudit) {
  const std::string before = contents(path);
  Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(path, {true, {}});
  ASSERT_TRUE(opened);
  EXPECT_TRUE((*opened)->audit());
  EXPECT_TRUE(std::holds_alternative<store::Refusal>((*opened)->run_now(store::FindAccount{key_of(1), "a", 500, 1})));
  opened->reset();
  EXPECT_EQ(contents(path), before);
}

// ---- corruption planted by hand, each found and named --------------------------------------------------------------

class PlantedCorruption : public StoreTest {
 protected:
  PlantedCorruption() {
    seller = account(1).account;
    buyer = account(2).account;
    pot = mint(seller, 1, 1);
    kept = mint(seller, 1, 2);
    buy(buyer, list(seller, pot, 100), 100);
    list(seller, kept, 50);
    expect_sound();
    store.reset();
  }
  store::Audit after(const std::string& sql) {
    by_hand(path, sql);
    reopen();
    store::Audit audit = audited();
    EXPECT_FALSE(store::is_sound(audit)) << sql;
    EXPECT_FALSE(audit.faults.empty());
    return audit;
  }
  static bool names(const store::Audit& audit, const std::string& words) {
    for (const std::string& fault : audit.faults)
      if (fault.find(words) != std::string::npos) return true;
    return false;
  }
  protocol::AccountId seller = 0, buyer = 0;
  protocol::PieceId pot = 0, kept = 0;
};

TEST_F(PlantedCorruption, AStolenPot) {
  const store::Audit audit = after("UPDATE pieces SET owner = 3 WHERE piece = 2");
  EXPECT_TRUE(names(audit, "piece 2: its owner is not the one the ledger gave it to"));
  EXPECT_TRUE(names(audit, "offers what its seller does not own"));
}
TEST_F(PlantedCorruption, APotWithoutAnOwner) {
  EXPECT_TRUE(names(after("PRAGMA foreign_keys = OFF; UPDATE pieces SET owner = 77 WHERE piece = 1"),
                    "piece 1: has no living owner"));
}
TEST_F(PlantedCorruption, APotThatVanished) {
  const store::Audit audit = after("PRAGMA foreign_keys = OFF; DELETE FROM pieces WHERE piece = 1");
  EXPECT_TRUE(names(audit, "piece 1: the ledger's potters do not hold it exactly once"));
  EXPECT_GT(audit.file_faults, 0u);
}
TEST_F(PlantedCorruption, APotThatNobodyMinted) {
  EXPECT_TRUE(names(
      after("INSERT INTO pieces SELECT 9, 3, 1, randomblob(32), maker, title, record, baked, 1, randomblob(32) FROM "
            "pieces WHERE piece = 1"),
      "piece 9: its owner is not"));
}
TEST_F(PlantedCorruption, CoinsFromNowhere) {
  const store::Audit audit = after("UPDATE accounts SET coins = coins + 1000 WHERE account = 3");
  EXPECT_TRUE(names(audit, "account 3: its coins are not the ledger's sum"));
  EXPECT_EQ(audit.coins_sum, 1000);
}
TEST_F(PlantedCorruption, CoinsMovedWithoutATransfer) {
  const store::Audit audit = after(
      "UPDATE accounts SET coins = coins + 1 WHERE account = 2; UPDATE accounts SET coins = coins - 1 WHERE account = "
      "3");
  EXPECT_EQ(audit.coins_sum, 0);
  EXPECT_EQ(audit.ledger_faults, 2u);
}
TEST_F(PlantedCorruption, ALedgerEntryRewritten) {
  EXPECT_TRUE(names(after("DROP TRIGGER ledger_is_written_once; UPDATE ledger SET at_ms = at_ms + 1 WHERE entry = 3"),
                    "ledger entry 3: the chain breaks here"));
}
TEST_F(PlantedCorruption, AWholeTransferRewrittenInBalance) {
  const store::Audit audit = after(
      "DROP TRIGGER ledger_is_written_once; UPDATE ledger SET coins = coins * 2 WHERE kind = 3;"
      "UPDATE accounts SET coins = (SELECT sum(coins) FROM ledger l WHERE l.account = accounts.account)");
  EXPECT_EQ(audit.coins_sum, 0);
  EXPECT_TRUE(names(audit, "the chain breaks here"));
}
TEST_F(PlantedCorruption, ALedgerEntryTornOut) {
  const store::Audit audit = after("DROP TRIGGER ledger_is_kept; DELETE FROM ledger WHERE entry = 2");
  EXPECT_TRUE(names(audit, "ledger entry 2: is missing"));
  EXPECT_TRUE(names(audit, "transfer 1: does not balance"));
}
TEST_F(PlantedCorruption, TheLedgersEndCutOff) {
  EXPECT_GT(after("DROP TRIGGER ledger_is_kept; DELETE FROM ledger WHERE kind = 3").ledger_faults, 0u);
}
TEST_F(PlantedCorruption, ASaleThatNeverWas) {
  EXPECT_TRUE(names(after("UPDATE listings SET state = 2, buyer = 3, closed_ms = 1 WHERE state = 0"),
                    "the ledger knows nothing of it"));
}
TEST_F(PlantedCorruption, TheFileItselfRefusesCarelessHands) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  for (const char* sql : {"UPDATE ledger SET coins = 0", "DELETE FROM ledger", "UPDATE listings SET price_coins = 1",
                          "UPDATE listings SET state = 0, buyer = NULL, closed_ms = NULL WHERE state = 2",
                          "UPDATE accounts SET coins = -1 WHERE account = 3",
                          "INSERT INTO listings(piece, seller, price_coins, place, opened_ms) VALUES (2, 2, 5, 9, 1)"})
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
  sqlite3_close(handle);
}

}  // namespace
}  // namespace sui::test
