#include "server/store/audit.h"

#include <algorithm>

#include "server/store/ledger.h"
#include "server/store/limits.h"

namespace sui::store {

namespace {

struct Finder {
  Database& database;
  Audit& audit;

  void found(uint64_t& count, std::string what) {
    ++count;
    if (audit.faults.size() < kAuditFaultsMax) audit.faults.push_back(std::move(what));
  }
  // Each row of the query is a fault: `what` with the row's first number in place of #.
  void rows(uint64_t& count, const char* sql, const std::string& what) {
    Query query(database, sql);
    while (query.row()) {
      std::string text = what;
      const std::size_t at = text.find('#');
      if (at != std::string::npos) text.replace(at, 1, std::to_string(query.number(0)));
      found(count, std::move(text));
    }
  }
  int64_t number(const char* sql) {
    Query query(database, sql);
    return query.row() ? query.number(0) : 0;
  }
};

void look_at_owners(Finder& finder) {
  uint64_t& faults = finder.audit.owner_faults;
  finder.rows(faults,
              "SELECT p.piece FROM pieces p LEFT JOIN accounts a ON a.account = p.owner "
              "WHERE a.account IS NULL OR a.account = 1",
              "piece #: has no living owner");
  finder.rows(faults,
              "SELECT p.piece FROM pieces p WHERE 1 <> (SELECT ifnull(sum(l.pieces), 0) FROM ledger l "
              "WHERE l.piece = p.piece AND l.account = p.owner)",
              "piece #: its owner is not the one the ledger gave it to");
  finder.rows(faults,
              "SELECT l.piece FROM ledger l WHERE l.piece <> 0 AND l.account <> 1 GROUP BY l.piece "
              "HAVING sum(l.pieces) <> 1 OR l.piece NOT IN (SELECT piece FROM pieces)",
              "piece #: the ledger's potters do not hold it exactly once");
  finder.rows(faults,
              "SELECT piece FROM (SELECT piece, account, sum(pieces) AS held FROM ledger WHERE piece <> 0 "
              "AND account <> 1 GROUP BY piece, account) WHERE held NOT IN (0, 1)",
              "piece #: a potter holds it more or less than once");
  finder.rows(faults,
              "SELECT p.piece FROM pieces p WHERE p.version <> "
              "(SELECT count(*) FROM ledger l WHERE l.piece = p.piece AND l.pieces = 1)",
              "piece #: its version is not the number of its owners so far");
  finder.rows(faults,
              "SELECT l.listing FROM listings l JOIN pieces p ON p.piece = l.piece "
              "WHERE l.state = 0 AND l.seller <> p.owner",
              "listing #: offers what its seller does not own");
  finder.rows(faults,
              "SELECT l.listing FROM listings l WHERE l.state = 2 AND 2 <> (SELECT count(*) FROM ledger e "
              "WHERE e.listing = l.listing AND e.kind = 3 AND abs(e.coins) = l.price_coins AND e.piece = l.piece)",
              "listing #: is sold, and the ledger knows nothing of it");
}

void look_at_balances(Finder& finder) {
  uint64_t& faults = finder.audit.ledger_faults;
  finder.rows(faults,
              "SELECT a.account FROM accounts a WHERE a.coins <> "
              "(SELECT ifnull(sum(l.coins), 0) FROM ledger l WHERE l.account = a.account)",
              "account #: its coins are not the ledger's sum");
  finder.rows(faults,
              "SELECT transfer FROM ledger GROUP BY transfer HAVING sum(coins) <> 0 OR sum(pieces) <> 0 "
              "OR count(*) <> 2 OR min(piece) <> max(piece)",
              "transfer #: does not balance");
  if (finder.audit.coins_sum != 0)
    finder.found(faults, "all coins together are " + std::to_string(finder.audit.coins_sum));
}

void look_at_chain(Finder& finder) {
  uint64_t& faults = finder.audit.ledger_faults;
  Query query(finder.database,
              "SELECT entry, transfer, kind, account, coins, piece, pieces, listing, request, at_ms, hash "
              "FROM ledger ORDER BY entry");
  Hash before{};
  int64_t expected = 1;
  while (query.row()) {
    Entry entry{query.number(0), query.number(1), query.number(2),
                query.number(3), query.number(4), query.number(5),
                query.number(6), query.number(7), {},
                query.number(9)};
    const std::vector<uint8_t> request = query.bytes(8), hash = query.bytes(10);
    std::copy_n(request.begin(), std::min(request.size(), entry.request.size()), entry.request.begin());
    const Hash ours = hash_of(before, entry);
    if (entry.entry != expected) finder.found(faults, "ledger entry " + std::to_string(expected) + ": is missing");
    if (!std::equal(ours.begin(), ours.end(), hash.begin(), hash.end()))
      finder.found(faults, "ledger entry " + std::to_string(entry.entry) + ": the chain breaks here");
    // Goes on from what is written, so that one planted change is one fault and not a thousand.
    std::copy_n(hash.begin(), std::min(hash.size(), before.size()), before.begin());
    expected = entry.entry + 1;
  }
}

void look_at_file(Finder& finder) {
  {
    Query query(finder.database, "PRAGMA integrity_check(20)");
    while (query.row())
      if (query.text(0) != "ok") finder.found(finder.audit.file_faults, "file: " + query.text(0));
  }
  Query query(finder.database, "PRAGMA foreign_key_check");
  while (query.row())
    finder.found(finder.audit.file_faults,
                 "file: a row of " + query.text(0) + " refers to nothing in " + query.text(2));
}

}  // namespace

bool is_sound(const Audit& audit) {
  return audit.owner_faults == 0 && audit.ledger_faults == 0 && audit.file_faults == 0 && audit.coins_sum == 0;
}

Audit audit(Database& database) {
  Audit audit;
  Finder finder{database, audit};
  audit.accounts = static_cast<uint64_t>(finder.number("SELECT count(*) FROM accounts WHERE account <> 1"));
  audit.pieces = static_cast<uint64_t>(finder.number("SELECT count(*) FROM pieces"));
  audit.listings_open = static_cast<uint64_t>(finder.number("SELECT count(*) FROM listings WHERE state = 0"));
  audit.ledger_rows = static_cast<uint64_t>(finder.number("SELECT count(*) FROM ledger"));
  audit.coins_sum = finder.number("SELECT ifnull(sum(coins), 0) FROM accounts");
  audit.coins_in_hands = finder.number("SELECT ifnull(sum(coins), 0) FROM accounts WHERE account <> 1");
  look_at_file(finder);
  look_at_owners(finder);
  look_at_balances(finder);
  look_at_chain(finder);
  return audit;
}

}  // namespace sui::store
