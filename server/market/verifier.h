// Verifier: re-throws records on threads of its own, so that the tick never waits for a pot.
//
// Owns the threads and a bounded queue; the question itself is mint_check.h.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "server/market/mint_check.h"

namespace sui::market {

using CheckTicket = uint64_t;

struct CheckedMint {
  CheckTicket ticket = 0;
  std::variant<store::Refusal, Genuine> answer;
  piece::Bytes record;  // handed back for the store
  double milliseconds = 0;
};

class Verifier {
 public:
  virtual ~Verifier() = default;
  virtual bool submit(CheckTicket ticket, piece::Bytes record, const piece::PublicKey& potter) = 0;  // false: full
  virtual std::vector<CheckedMint> take_checked() = 0;                                               // never blocks
};

std::unique_ptr<Verifier> start_verifier(unsigned threads);

}  // namespace sui::market
