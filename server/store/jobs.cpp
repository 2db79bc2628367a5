#include "server/store/jobs.h"

#include <algorithm>

#include "game/protocol/limits.h"
#include "server/store/ledger.h"
#include "server/store/limits.h"
#include "server/store/requests.h"

namespace sui::store {

namespace {

using protocol::RefusalKind;

Refusal refuse(Database& database, const RequestKey& key, RefusalKind kind, std::string reason) {
  // A full shelf or street is how things stand now, not an answer for good: the same request may succeed tomorrow.
  if (kind == RefusalKind::kTooMany) return {kind, std::move(reason)};
  Answer answer;
  answer.refusal = kind;
  answer.reason = reason;
  keep_answer(database, key, answer);
  return {kind, std::move(reason)};
}

int64_t number_of(Query& query) {
  return query.row() ? query.number(0) : 0;
}

int64_t coins_of(Database& database, protocol::AccountId account) {
  Query query(database, "SELECT coins FROM accounts WHERE account = ?");
  return number_of(query.with(account));
}

int64_t pieces_of(Database& database, protocol::AccountId account) {
  Query query(database, "SELECT count(*) FROM pieces WHERE owner = ?");
  return number_of(query.with(account));
}

piece::Fingerprint fingerprint_in(const std::vector<uint8_t>& bytes) {
  piece::Fingerprint fingerprint{};
  if (bytes.size() == fingerprint.size()) std::copy(bytes.begin(), bytes.end(), fingerprint.begin());
  return fingerprint;
}

// One row that no client can read would keep every client out of the street, however it came to be.
std::string title_in(Query& query, int column) {
  return protocol::tidy_text(query.text(column), piece::kNameBytesMax);
}
std::string name_in(Query& query, int column) {
  return protocol::tidy_text(query.text(column), protocol::kNicknameBytesMax);
}

void give_coins(Database& database, protocol::AccountId account, int64_t coins) {
  Query(database, "UPDATE accounts SET coins = coins + ? WHERE account = ?").with(coins).with(account).run();
}

// ---- accounts ------------------------------------------------------------------------------------------------------

AccountRow add_account(Database& database, const FindAccount& job) {
  Query(database, "INSERT INTO accounts(key, nickname, coins, created_ms) VALUES (?, ?, 0, ?)")
      .with(std::span<const uint8_t>(job.key))
      .with(job.nickname)
      .with(job.now_ms)
      .run();
  const auto account = static_cast<protocol::AccountId>(database.last_row());
  if (job.coins_at_first > 0) {
    give_coins(database, kMintAccount, -job.coins_at_first);
    give_coins(database, account, job.coins_at_first);
    Transfer transfer;
    transfer.kind = TransferKind::kFirstCoins;
    transfer.from = kMintAccount;
    transfer.to = account;
    transfer.coins = job.coins_at_first;
    transfer.now_ms = job.now_ms;
    append(database, transfer);
  }
  return {account, job.nickname, job.coins_at_first, true};
}

Outcome perform(Database& database, const FindAccount& job) {
  if (job.key == piece::PublicKey{}) return Refusal{RefusalKind::kNotProven, "key: is all zero"};
  AccountRow found;
  {
    Query query(database, "SELECT account, nickname, coins FROM accounts WHERE key = ?");
    if (query.with(std::span<const uint8_t>(job.key)).row())
      found = {query.id(0), name_in(query, 1), query.number(2), false};
  }
  if (database.failed()) return Refusal{};
  if (found.account == 0) return add_account(database, job);
  if (!job.nickname.empty() && job.nickname != found.nickname) {
    Query(database, "UPDATE accounts SET nickname = ? WHERE account = ?").with(job.nickname).with(found.account).run();
    found.nickname = job.nickname;
  }
  return found;
}

// ---- pieces --------------------------------------------------------------------------------------------------------

Outcome perform(Database& database, const AddPiece& job) {
  const RequestKey key = key_of(job);
  if (const auto answer = find_answer(database, key)) {
    if (answer->refusal) return Refusal{*answer->refusal, answer->reason};
    return protocol::Minted{job.request, answer->piece, job.fingerprint};
  }
  protocol::PieceId twin = 0;
  {
    Query query(database, "SELECT piece FROM pieces WHERE pot = ?");
    twin = static_cast<protocol::PieceId>(number_of(query.with(std::span<const uint8_t>(job.pot))));
  }
  if (twin != 0)
    return refuse(database, key, RefusalKind::kAlreadyMinted,
                  "record: this very pot is piece " + std::to_string(twin) + " already");
  if (pieces_of(database, job.owner) >= static_cast<int64_t>(protocol::kPiecesMax))
    return refuse(database, key, RefusalKind::kTooMany,
                  "pieces: you own " + std::to_string(protocol::kPiecesMax) + " already, the most one potter can keep");
  protocol::AccountId maker = 0;
  {
    Query query(database, "SELECT account FROM accounts WHERE key = ?");
    maker = static_cast<protocol::AccountId>(number_of(query.with(std::span<const uint8_t>(job.maker))));
  }
  if (database.failed()) return Refusal{};
  if (maker == 0) return refuse(database, key, RefusalKind::kNotYours, "record.maker: is not known here");
  Query(database,
        "INSERT INTO pieces(owner, version, fingerprint, pot, maker, title, record, baked, minted_ms) "
        "VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)")
      .with(job.owner)
      .with(std::span<const uint8_t>(job.fingerprint))
      .with(std::span<const uint8_t>(job.pot))
      .with(maker)
      .with(job.title)
      .with(std::span<const uint8_t>(job.record))
      .with(std::span<const uint8_t>(job.baked))
      .with(job.now_ms)
      .run();
  Answer answer;
  answer.piece = static_cast<protocol::PieceId>(database.last_row());
  Transfer transfer;
  transfer.kind = TransferKind::kMint;
  transfer.from = kMintAccount;
  transfer.to = job.owner;
  transfer.piece = answer.piece;
  transfer.pieces = 1;
  transfer.request = job.request;
  transfer.now_ms = job.now_ms;
  append(database, transfer);
  keep_answer(database, key, answer);
  return protocol::Minted{job.request, answer.piece, job.fingerprint};
}

// ---- listings ------------------------------------------------------------------------------------------------------

int64_t first_free_place(Database& database) {
  Query query(database, "SELECT place FROM listings WHERE state = 0 ORDER BY place");
  int64_t place = 0;
  while (query.row() && query.number(0) == place) ++place;
  return place;
}

Outcome perform(Database& database, const AddListing& job) {
  const RequestKey key = key_of(job);
  if (const auto answer = find_answer(database, key)) {
    if (answer->refusal) return Refusal{*answer->refusal, answer->reason};
    return protocol::Listed{job.request, answer->listing, answer->piece, answer->coins};
  }
  if (job.price_coins < 1 || job.price_coins > protocol::kPriceCoinsMax)
    return refuse(database, key, RefusalKind::kBadMessage,
                  "price_coins: is " + std::to_string(job.price_coins) + ", not between 1 and " +
                      std::to_string(protocol::kPriceCoinsMax));
  protocol::AccountId owner = 0;
  {
    Query query(database, "SELECT owner FROM pieces WHERE piece = ?");
    owner = static_cast<protocol::AccountId>(number_of(query.with(job.piece)));
  }
  if (database.failed()) return Refusal{};
  const std::string piece_text = "piece " + std::to_string(job.piece);
  if (owner == 0) return refuse(database, key, RefusalKind::kGone, piece_text + ": there is none");
  if (owner != job.seller)
    return refuse(database, key, RefusalKind::kNotYours, piece_text + ": belongs to another potter");
  int64_t open_here = 0, open_mine = 0;
  {
    Query query(database, "SELECT count(*) FROM listings WHERE piece = ? AND state = 0");
    open_here = number_of(query.with(job.piece));
  }
  {
    Query query(database, "SELECT count(*) FROM listings WHERE seller = ? AND state = 0");
    open_mine = number_of(query.with(job.seller));
  }
  const int64_t place = first_free_place(database);
  if (database.failed()) return Refusal{};
  if (open_here != 0) return refuse(database, key, RefusalKind::kTooMany, piece_text + ": is on a stall already");
  if (open_mine >= static_cast<int64_t>(protocol::kListingsPerPotterMax))
    return refuse(
        database, key, RefusalKind::kTooMany,
        "listings: you have " + std::to_string(protocol::kListingsPerPotterMax) + " open, the most one potter may");
  if (place >= static_cast<int64_t>(protocol::kStallsMax))
    return refuse(database, key, RefusalKind::kTooMany, "listings: every stall of the street is taken");
  Query(database, "INSERT INTO listings(piece, seller, price_coins, place, opened_ms) VALUES (?, ?, ?, ?, ?)")
      .with(job.piece)
      .with(job.seller)
      .with(job.price_coins)
      .with(place)
      .with(job.now_ms)
      .run();
  Answer answer;
  answer.listing = static_cast<protocol::ListingId>(database.last_row());
  answer.piece = job.piece;
  answer.coins = job.price_coins;
  keep_answer(database, key, answer);
  return protocol::Listed{job.request, answer.listing, job.piece, job.price_coins};
}

struct ListingRow {
  int64_t state = -1;  // -1: there is none
  protocol::PieceId piece = 0;
  protocol::AccountId seller = 0;
  int64_t price_coins = 0;
};

ListingRow listing_row(Database& database, protocol::ListingId listing) {
  Query query(database, "SELECT state, piece, seller, price_coins FROM listings WHERE listing = ?");
  if (!query.with(listing).row()) return {};
  return {query.number(0), query.id(1), query.id(2), query.number(3)};
}

// Why a listing cannot be had any more; null while it can.
const char* gone(const ListingRow& row) {
  switch (row.state) {
    case 0:
      return nullptr;
    case 1:
      return ": was taken back by its seller";
    case 2:
      return ": is sold";
    default:
      return ": there is none";
  }
}

Outcome perform(Database& database, const EndListing& job) {
  const RequestKey key = key_of(job);
  if (const auto answer = find_answer(database, key)) {
    if (answer->refusal) return Refusal{*answer->refusal, answer->reason};
    return protocol::Withdrawn{job.request, answer->listing};
  }
  const std::string name = "listing " + std::to_string(job.listing);
  const ListingRow row = listing_row(database, job.listing);
  if (database.failed()) return Refusal{};
  if (row.state >= 0 && row.seller != job.seller)
    return refuse(database, key, RefusalKind::kNotYours, name + ": belongs to another potter");
  if (const char* why = gone(row)) return refuse(database, key, RefusalKind::kGone, name + why);
  Query(database, "UPDATE listings SET state = 1, closed_ms = ? WHERE listing = ? AND seller = ? AND state = 0")
      .with(job.now_ms)
      .with(job.listing)
      .with(job.seller)
      .run();
  Answer answer;
  answer.listing = job.listing;
  keep_answer(database, key, answer);
  return protocol::Withdrawn{job.request, job.listing};
}

// ---- purchase ------------------------------------------------------------------------------------------------------

// Everything that must hold before coins move; empty `reason`: it does.
Refusal purchase_fault(Database& database, const Purchase& job, const ListingRow& row) {
  const std::string name = "listing " + std::to_string(job.listing);
  if (const char* why = gone(row)) return {RefusalKind::kGone, name + why};
  if (row.seller == job.buyer) return {RefusalKind::kNotYours, name + ": is your own"};
  if (row.price_coins != job.price_coins)
    return {RefusalKind::kPriceChanged,
            name + ": costs " + std::to_string(row.price_coins) + " coins, not " + std::to_string(job.price_coins)};
  const int64_t coins = coins_of(database, job.buyer);
  if (coins < row.price_coins)
    return {RefusalKind::kTooPoor,
            name + ": costs " + std::to_string(row.price_coins) + " coins, you have " + std::to_string(coins)};
  if (coins_of(database, row.seller) > protocol::kCoinsMax - row.price_coins)
    return {RefusalKind::kTooMany, name + ": its seller's purse holds no more coins"};
  if (pieces_of(database, job.buyer) >= static_cast<int64_t>(protocol::kPiecesMax))
    return {RefusalKind::kTooMany,
            "pieces: you own " + std::to_string(protocol::kPiecesMax) + " already, the most one potter can keep"};
  return {};
}

// Every write names what the checks saw; one row less or more, and the whole purchase is undone.
void carry_out(Database& database, const Purchase& job, const ListingRow& row) {
  int64_t version = 0;
  {
    Query query(database, "SELECT version FROM pieces WHERE piece = ? AND owner = ?");
    version = number_of(query.with(row.piece).with(row.seller));
  }
  Query(database, "UPDATE accounts SET coins = coins - ?1 WHERE account = ?2 AND coins >= ?1")
      .with(row.price_coins)
      .with(job.buyer)
      .run();
  give_coins(database, row.seller, row.price_coins);
  Query(database, "UPDATE pieces SET owner = ?, version = version + 1 WHERE piece = ? AND owner = ? AND version = ?")
      .with(job.buyer)
      .with(row.piece)
      .with(row.seller)
      .with(version)
      .run();
  Query(database,
        "UPDATE listings SET state = 2, buyer = ?, closed_ms = ?, seller_told = 0 WHERE listing = ? AND state = 0")
      .with(job.buyer)
      .with(job.now_ms)
      .with(job.listing)
      .run();
  Transfer transfer;
  transfer.kind = TransferKind::kPurchase;
  transfer.from = job.buyer;
  transfer.to = row.seller;
  transfer.coins = row.price_coins;
  transfer.piece = row.piece;
  transfer.pieces = -1;
  transfer.listing = job.listing;
  transfer.request = job.request;
  transfer.now_ms = job.now_ms;
  append(database, transfer);
}

Outcome perform(Database& database, const Purchase& job) {
  const RequestKey key = key_of(job);
  const auto before = find_answer(database, key);
  if (before && before->refusal) return Refusal{*before->refusal, before->reason};
  const ListingRow row = listing_row(database, job.listing);
  if (before)
    return PurchaseRow{before->piece, row.seller, row.price_coins, before->coins, coins_of(database, row.seller)};
  Refusal fault = purchase_fault(database, job, row);
  if (database.failed()) return Refusal{};
  if (!fault.reason.empty()) return refuse(database, key, fault.kind, std::move(fault.reason));
  carry_out(database, job, row);
  Answer answer;
  answer.piece = row.piece;
  answer.listing = job.listing;
  answer.coins = coins_of(database, job.buyer);
  keep_answer(database, key, answer);
  return PurchaseRow{row.piece, row.seller, row.price_coins, answer.coins, coins_of(database, row.seller)};
}

// ---- reading -------------------------------------------------------------------------------------------------------

Outcome perform(Database& database, const ReadStalls&) {
  protocol::Stalls stalls;
  Query query(database,
              "SELECT l.listing, l.piece, l.seller, a.nickname, p.title, l.price_coins, l.place FROM listings l "
              "JOIN accounts a ON a.account = l.seller JOIN pieces p ON p.piece = l.piece "
              "WHERE l.state = 0 ORDER BY l.place LIMIT ?");
  query.with(static_cast<uint64_t>(protocol::kStallsMax));
  while (query.row())
    stalls.stalls.push_back({query.id(0), query.id(1), query.id(2), name_in(query, 3), title_in(query, 4),
                             query.number(5), static_cast<uint16_t>(query.number(6))});
  return stalls;
}

Outcome perform(Database& database, const ReadPieces& job) {
  protocol::Pieces pieces;
  pieces.coins = coins_of(database, job.owner);
  Query query(database,
              "SELECT p.piece, p.fingerprint, p.title, m.nickname, l.listing, l.price_coins FROM pieces p "
              "JOIN accounts m ON m.account = p.maker LEFT JOIN listings l ON l.piece = p.piece AND l.state = 0 "
              "WHERE p.owner = ? ORDER BY p.piece DESC LIMIT ?");
  query.with(job.owner).with(static_cast<uint64_t>(protocol::kPiecesMax));
  while (query.row())
    pieces.pieces.push_back({query.id(0), fingerprint_in(query.bytes(1)), title_in(query, 2), name_in(query, 3),
                             query.id(4), query.number(5)});
  return pieces;
}

Outcome perform(Database& database, const ReadBaked& job) {
  Query query(database, "SELECT baked FROM pieces WHERE piece = ?");
  if (query.with(job.piece).row()) return protocol::BakedPiece{job.piece, query.bytes(0)};
  return Refusal{RefusalKind::kGone, "piece " + std::to_string(job.piece) + ": there is none"};
}

Outcome perform(Database& database, const ReadSold& job) {
  SoldRows rows;
  const int64_t coins = coins_of(database, job.seller);
  {
    Query query(database,
                "SELECT l.listing, l.piece, l.price_coins, b.nickname FROM listings l JOIN accounts b "
                "ON b.account = l.buyer WHERE l.seller = ? AND l.seller_told = 0 ORDER BY l.closed_ms, l.listing");
    query.with(job.seller);
    while (query.row()) rows.sold.push_back({query.id(0), query.id(1), query.number(2), coins, name_in(query, 3)});
  }
  return rows;
}

Outcome perform(Database& database, const MarkTold& job) {
  for (const protocol::ListingId listing : job.listings)
    Query(database, "UPDATE listings SET seller_told = 1 WHERE listing = ? AND seller = ? AND state = 2")
        .with(listing)
        .with(job.seller)
        .run();
  return Told{};
}

}  // namespace

Outcome perform(Database& database, const Job& job) {
  return std::visit([&database](const auto& one) { return perform(database, one); }, job);
}

}  // namespace sui::store
