#include "server/store/requests.h"

#include <string_view>

#include "server/store/limits.h"

namespace sui::store {

namespace {

RequestKey key(protocol::AccountId account, const protocol::RequestId& request, uint64_t now_ms, std::string_view deed,
               std::initializer_list<uint64_t> numbers, std::span<const uint8_t> bytes = {}) {
  std::vector<uint8_t> all(deed.begin(), deed.end());
  for (const uint64_t number : numbers)
    for (int shift = 0; shift < 64; shift += 8) all.push_back(static_cast<uint8_t>(number >> shift));
  all.insert(all.end(), bytes.begin(), bytes.end());
  return {account, request, blake2b(all), now_ms};
}

}  // namespace

RequestKey key_of(const AddPiece& job) {
  return key(job.owner, job.request, job.now_ms, "mint", {}, std::span<const uint8_t>(job.fingerprint));
}
RequestKey key_of(const AddListing& job) {
  return key(job.seller, job.request, job.now_ms, "list", {job.piece, static_cast<uint64_t>(job.price_coins)});
}
RequestKey key_of(const EndListing& job) {
  return key(job.seller, job.request, job.now_ms, "withdraw", {job.listing});
}
RequestKey key_of(const Purchase& job) {
  return key(job.buyer, job.request, job.now_ms, "buy", {job.listing, static_cast<uint64_t>(job.price_coins)});
}

std::optional<Answer> find_answer(Database& database, const RequestKey& key) {
  Query query(database,
              "SELECT digest, refusal, reason, piece, listing, coins FROM requests WHERE account = ? AND request = ?");
  query.with(key.account).with(std::span<const uint8_t>(key.request));
  if (!query.row()) return std::nullopt;
  Answer answer;
  if (query.bytes(0) != std::vector<uint8_t>(key.digest.begin(), key.digest.end())) {
    answer.refusal = protocol::RefusalKind::kBadMessage;
    answer.reason = "request: this id stood for something else before";
    return answer;
  }
  if (!query.is_null(1)) answer.refusal = static_cast<protocol::RefusalKind>(query.number(1));
  answer.reason = query.text(2);
  answer.piece = query.id(3);
  answer.listing = query.id(4);
  answer.coins = query.number(5);
  return answer;
}

void keep_answer(Database& database, const RequestKey& key, const Answer& answer) {
  Query insert(database,
               "INSERT INTO requests(account, request, digest, refusal, reason, piece, listing, coins, at_ms) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.with(key.account).with(std::span<const uint8_t>(key.request)).with(std::span<const uint8_t>(key.digest));
  if (answer.refusal) {
    insert.with(static_cast<int64_t>(*answer.refusal));
  } else {
    insert.with_null();
  }
  insert.with(answer.reason).with(answer.piece).with(answer.listing).with(answer.coins).with(key.now_ms).run();
  if (!answer.refusal) return;
  // Refusals cost nothing to ask for, so they must not fill the disk; deeds are kept for ever.
  Query crowd(database,
              "DELETE FROM requests WHERE account = ?1 AND request IN (SELECT request FROM requests WHERE account = ?1 "
              "AND refusal IS NOT NULL ORDER BY at_ms DESC, request LIMIT -1 OFFSET ?2)");
  crowd.with(key.account).with(static_cast<uint64_t>(kRefusalsKeptMax));
  static_cast<void>(crowd.row());
  if (key.now_ms < kRefusalKeptMs) return;
  Query forget(database, "DELETE FROM requests WHERE refusal IS NOT NULL AND at_ms < ?");
  forget.with(key.now_ms - kRefusalKeptMs);
  static_cast<void>(forget.row());
}

}  // namespace sui::store
