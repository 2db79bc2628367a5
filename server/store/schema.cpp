#include "server/store/schema.h"

#include <array>

namespace sui::store {

namespace {

// Step k takes a file of schema k to schema k + 1.
constexpr std::array<const char*, 3> kSteps = {
    // 1: accounts, pieces, listings, ledger, requests.
    R"sql(
CREATE TABLE schema_version(version INTEGER PRIMARY KEY) STRICT;

CREATE TABLE accounts(
  account INTEGER PRIMARY KEY AUTOINCREMENT,
  key BLOB NOT NULL UNIQUE CHECK(length(key) = 32),
  nickname TEXT NOT NULL,
  coins INTEGER NOT NULL CHECK(coins >= 0 OR account = 1),
  created_ms INTEGER NOT NULL
) STRICT;
INSERT INTO accounts(account, key, nickname, coins, created_ms) VALUES (1, zeroblob(32), 'the mint', 0, 0);

CREATE TABLE pieces(
  piece INTEGER PRIMARY KEY AUTOINCREMENT,
  owner INTEGER NOT NULL REFERENCES accounts(account),
  version INTEGER NOT NULL CHECK(version >= 1),
  fingerprint BLOB NOT NULL UNIQUE CHECK(length(fingerprint) = 32),
  maker INTEGER NOT NULL REFERENCES accounts(account),
  title TEXT NOT NULL,
  record BLOB NOT NULL,
  baked BLOB NOT NULL,
  minted_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX pieces_by_owner ON pieces(owner);

-- state: 0 open, 1 ended by the seller, 2 sold
CREATE TABLE listings(
  listing INTEGER PRIMARY KEY AUTOINCREMENT,
  piece INTEGER NOT NULL REFERENCES pieces(piece),
  seller INTEGER NOT NULL REFERENCES accounts(account),
  price_coins INTEGER NOT NULL CHECK(price_coins >= 1),
  place INTEGER NOT NULL CHECK(place >= 0),
  opened_ms INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK(state IN (0, 1, 2)),
  buyer INTEGER REFERENCES accounts(account) CHECK((buyer IS NOT NULL) = (state = 2)),
  closed_ms INTEGER CHECK((closed_ms IS NOT NULL) = (state <> 0))
) STRICT;
CREATE UNIQUE INDEX listings_one_open_a_piece ON listings(piece) WHERE state = 0;
CREATE UNIQUE INDEX listings_one_open_a_place ON listings(place) WHERE state = 0;
CREATE INDEX listings_by_seller ON listings(seller, state);
CREATE TRIGGER listings_are_immutable BEFORE UPDATE OF listing, piece, seller, price_coins, place, opened_ms ON listings
BEGIN SELECT RAISE(ABORT, 'a listing is immutable'); END;
CREATE TRIGGER listings_close_once BEFORE UPDATE OF state ON listings WHEN OLD.state <> 0
BEGIN SELECT RAISE(ABORT, 'a listing closes once'); END;

-- kind: 1 first coins, 2 a piece is minted, 3 a purchase. coins and pieces are what the account gains.
CREATE TABLE ledger(
  entry INTEGER PRIMARY KEY,
  transfer INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts(account),
  coins INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  listing INTEGER NOT NULL,
  request BLOB NOT NULL CHECK(length(request) = 16),
  at_ms INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE INDEX ledger_by_account ON ledger(account);
CREATE INDEX ledger_by_piece ON ledger(piece);
CREATE INDEX ledger_by_listing ON ledger(listing);
CREATE TRIGGER ledger_is_written_once BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- What was answered to whom, so that asking again changes nothing. refusal: protocol::RefusalKind, or NULL for a deed.
CREATE TABLE requests(
  account INTEGER NOT NULL REFERENCES accounts(account),
  request BLOB NOT NULL CHECK(length(request) = 16),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  refusal INTEGER,
  reason TEXT NOT NULL,
  piece INTEGER NOT NULL,
  listing INTEGER NOT NULL,
  coins INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY(account, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_refused ON requests(at_ms) WHERE refusal IS NOT NULL;
)sql",
    // 2: sellers who were away hear of their sales. What was sold before this step counts as told.
    R"sql(
ALTER TABLE listings ADD COLUMN seller_told INTEGER NOT NULL DEFAULT 1 CHECK(seller_told IN (0, 1));
CREATE INDEX listings_untold ON listings(seller) WHERE seller_told = 0;
)sql",
    // 3: a pot fired a second time is still the same pot. Until this step every pot was fired once.
    R"sql(
ALTER TABLE pieces ADD COLUMN pot BLOB CHECK(length(pot) = 32);
UPDATE pieces SET pot = fingerprint;
CREATE UNIQUE INDEX pieces_one_a_pot ON pieces(pot);
)sql",
};

Error broken(Database& database, const std::string& path) {
  Error error{path, database.fault()};
  database.roll_back();
  return error;
}

}  // namespace

int schema_newest() {
  return static_cast<int>(kSteps.size());
}

Result<int> schema_version(Database& database, const std::string& path) {
  int64_t tables = 0, ours = 0, version = 0;
  {
    Query query(database, "SELECT count(*), sum(name = 'schema_version') FROM sqlite_schema WHERE type = 'table'");
    if (query.row()) {
      tables = query.number(0);
      ours = query.number(1);
    }
  }
  if (database.failed()) return broken(database, path);
  if (tables == 0) return 0;
  if (ours == 0) return Error{path, "is another program's database"};
  {
    Query query(database, "SELECT max(version) FROM schema_version");
    if (query.row()) version = query.number(0);
  }
  if (database.failed()) return broken(database, path);
  if (version < 1) return Error{path, "names no schema version"};
  return static_cast<int>(version);
}

Result<Done> migrate(Database& database, const std::string& path, int version) {
  if (!database.run("BEGIN IMMEDIATE")) return broken(database, path);
  // Asked again under the lock: another server may have been quicker.
  Result<int> found = schema_version(database, path);
  if (!found || *found > schema_newest()) {
    database.roll_back();
    if (!found) return found.error();
    return Error{path, "is of schema " + std::to_string(*found) + ", newer than this server's " +
                           std::to_string(schema_newest()) + "; nothing was changed"};
  }
  for (int step = *found; step < version; ++step) {
    database.run(kSteps[static_cast<std::size_t>(step)]);
    Query(database, "INSERT INTO schema_version(version) VALUES (?)").with(int64_t{step + 1}).run();
  }
  if (!database.failed()) database.run("COMMIT");
  if (database.failed()) return broken(database, path);
  return Done{};
}

}  // namespace sui::store
