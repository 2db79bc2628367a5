// Requests: what was answered to whom, so that the same request asked again changes nothing and hears the same.
//
// Owns the requests table; does not own what a request does.
#pragma once

#include <optional>
#include <string>

#include "server/store/database.h"
#include "server/store/ledger.h"
#include "server/store/store.h"

namespace sui::store {

// The part of an answer that no other table keeps.
struct Answer {
  std::optional<protocol::RefusalKind> refusal;
  std::string reason;
  protocol::PieceId piece = 0;
  protocol::ListingId listing = 0;
  int64_t coins = 0;
};

struct RequestKey {
  protocol::AccountId account = 0;
  protocol::RequestId request{};
  Hash digest{};  // of what was asked: one id never stands for two things
  uint64_t now_ms = 0;
};

RequestKey key_of(const AddPiece& job);
RequestKey key_of(const AddListing& job);
RequestKey key_of(const EndListing& job);
RequestKey key_of(const Purchase& job);

// The answer given before, if any. An id that stood for something else is answered with a refusal.
std::optional<Answer> find_answer(Database& database, const RequestKey& key);
void keep_answer(Database& database, const RequestKey& key, const Answer& answer);

}  // namespace sui::store
