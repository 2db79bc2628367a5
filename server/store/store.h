// The store: the only folder that sees SQL. Plain jobs in, plain results out; one worker thread runs them in order.
//
// Owns accounts, pieces, listings, the coin ledger, their schema and migrations. Every job is one transaction; its
// result exists only after the commit is on disk (SQLite: WAL, synchronous=FULL). Does not own rules (market/) nor
// sockets. Coins are whole; times are milliseconds since 1970 handed in by the caller's clock.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "game/base/result.h"
#include "game/protocol/messages.h"

namespace sui::store {

using Ticket = uint64_t;  // the caller's own number for a job, handed back with its result

struct FindAccount {
  piece::PublicKey key{};
  std::string nickname;
  int64_t coins_at_first = 0;
  uint64_t now_ms = 0;
};
struct AddPiece {
  protocol::RequestId request{};
  protocol::AccountId owner = 0;
  piece::Fingerprint fingerprint{};
  piece::Fingerprint pot{};  // piece::pot_identity: one pot is one piece, enamelled and fired again or not
  piece::PublicKey maker{};
  std::string title;
  piece::Bytes record;
  piece::Bytes baked;
  uint64_t now_ms = 0;
};
struct AddListing {
  protocol::RequestId request{};
  protocol::AccountId seller = 0;
  protocol::PieceId piece = 0;
  int64_t price_coins = 0;
  uint64_t now_ms = 0;
};
struct EndListing {
  protocol::RequestId request{};
  protocol::AccountId seller = 0;
  protocol::ListingId listing = 0;
  uint64_t now_ms = 0;
};
struct Purchase {
  protocol::RequestId request{};
  protocol::AccountId buyer = 0;
  protocol::ListingId listing = 0;
  int64_t price_coins = 0;
  uint64_t now_ms = 0;
};
struct ReadStalls {};
struct ReadPieces {
  protocol::AccountId owner = 0;
};
struct ReadBaked {
  protocol::PieceId piece = 0;
};
// Sales the seller has not been told of: the same ones again, until they are marked.
struct ReadSold {
  protocol::AccountId seller = 0;
};
struct MarkTold {
  protocol::AccountId seller = 0;
  std::vector<protocol::ListingId> listings;
};
using Job = std::variant<FindAccount, AddPiece, AddListing, EndListing, Purchase, ReadStalls, ReadPieces, ReadBaked,
                         ReadSold, MarkTold>;

struct AccountRow {
  protocol::AccountId account = 0;
  std::string nickname;
  int64_t coins = 0;
  bool fresh = false;
};
struct PurchaseRow {
  protocol::PieceId piece = 0;
  protocol::AccountId seller = 0;
  int64_t price_coins = 0;
  int64_t buyer_coins = 0;
  int64_t seller_coins = 0;
};
struct SoldRows {
  std::vector<protocol::Sold> sold;
};
struct Told {};
// kBusy, kInternal and kTooMany say nothing final about the deed: the same request id may be asked again and may then
// succeed. All others are answers, kept with the request (the newest kRefusalsKeptMax of a potter) and given again to
// whoever asks again.
struct Refusal {
  protocol::RefusalKind kind = protocol::RefusalKind::kInternal;
  std::string reason;
};
using Outcome = std::variant<Refusal, AccountRow, protocol::Minted, protocol::Listed, protocol::Withdrawn, PurchaseRow,
                             protocol::Stalls, protocol::Pieces, protocol::BakedPiece, SoldRows, Told>;

struct Finished {
  Ticket ticket = 0;
  Outcome outcome;
};

struct Audit {
  uint64_t accounts = 0, pieces = 0, listings_open = 0, ledger_rows = 0;
  int64_t coins_sum = 0;       // over all accounts, the mint's own (negative) included: always 0
  int64_t coins_in_hands = 0;  // over people only
  uint64_t owner_faults = 0;   // pieces without exactly one living owner, or whose owner the ledger does not bear out
  uint64_t ledger_faults = 0;  // balances unlike the ledger's sum, transfers that are not 0 in sum, a broken hash chain
  uint64_t file_faults = 0;    // what SQLite itself finds damaged
  std::vector<std::string> faults;  // in words, the first kAuditFaultsMax of them
};

bool is_sound(const Audit& audit);

class Store {
 public:
  virtual ~Store() = default;                         // finishes what was submitted, then puts the file in order
  virtual bool submit(Ticket ticket, Job job) = 0;    // false: the queue is full, try later
  virtual std::vector<Finished> take_finished() = 0;  // never blocks
  virtual Outcome run_now(const Job& job) = 0;        // for tools and tests: on the caller's thread, in order
  virtual Result<Audit> audit() = 0;
};

struct SqliteOptions {
  bool read_only = false;       // for audits: nothing is created, migrated or written
  std::function<bool()> fault;  // for tests: asked before every step of a statement; true makes the step fail
};

// Opens (and migrates) the file. Errors name the file and the reason; a newer schema than ours is refused untouched.
Result<std::unique_ptr<Store>> open_sqlite(const std::string& path);
Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, const SqliteOptions& options);

}  // namespace sui::store
