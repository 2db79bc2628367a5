// Market: the rules of minting, listing, withdrawing and buying, between the gate and the store.
//
// Owns who is logged in as which account, which answers are outstanding, and the street's list of stalls as last read
// from disk. Nothing is told to anybody before the store has committed it. Does not own rows (store/), sockets (gate/)
// or where potters stand (bazaar/).
#pragma once

#include <array>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/gate/gate.h"
#include "server/market/verifier.h"
#include "server/store/store.h"

namespace sui::market {

struct Reply {
  gate::PeerId peer = 0;
  protocol::FromServer message;
};

struct Entered {
  gate::PeerId peer = 0;
  protocol::AccountId account = 0;
  std::string nickname;
};

// What a tick brought about.
struct News {
  std::vector<Reply> replies;
  std::vector<Entered> entered;
  bool stalls_changed = false;  // stalls() is for everybody
};

class Market {
 public:
  Market(store::Store& store, Verifier& verifier, const gate::Clock& clock, gate::Log& log);

  void join(const gate::Joined& joined);
  // The account that left, or 0 if it never got so far.
  protocol::AccountId leave(gate::PeerId peer);
  // Walk is the street's, not ours; everything else a proven peer says.
  void hear(gate::PeerId peer, const protocol::FromClient& message);
  // Takes what store and verifier have finished. Call once a tick.
  void settle(News& news);

  protocol::AccountId account_of(gate::PeerId peer) const;
  const protocol::Stalls& stalls() const { return stalls_; }
  bool idle() const { return pending_.empty() && checking_.empty(); }

 private:
  using RecordHash = std::array<uint8_t, 32>;  // of a record and of who brings it
  struct Session {
    piece::PublicKey key{};
    protocol::AccountId account = 0;
  };
  struct Pending {
    protocol::AccountId account = 0;
    gate::PeerId peer = 0;  // for a login only; answers find the account wherever it is by then
    protocol::RequestId request{};
    protocol::ListingId listing = 0;
    RecordHash hash{};  // of the record to be minted
    enum class Kind : uint8_t { kLogin, kAnswer, kStalls, kSold, kTold } kind = Kind::kAnswer;
  };
  struct Checking {
    protocol::AccountId account = 0;
    protocol::RequestId request{};
    RecordHash hash{};
  };
  // What became of a record: refused for good, or minted. The same bytes are not re-thrown to say it again.
  struct Verdict {
    protocol::RequestId request{};
    std::variant<store::Refusal, protocol::Minted> answer;
  };

  void ask(const protocol::Mint& message, const Session& session);
  void ask(const Pending& pending, store::Job job);
  void refuse(protocol::AccountId account, const protocol::RequestId& request, store::Refusal refusal);
  void tell(protocol::AccountId account, protocol::FromServer message);
  void remember(const RecordHash& hash, Verdict verdict);
  bool answer_from_memory(const protocol::Mint& message, const Session& session, const RecordHash& hash);
  void take(CheckedMint& checked);
  void take(const Pending& pending, store::Outcome& outcome, News& news);
  void enter(const Pending& pending, const store::AccountRow& row, News& news);
  void answer(const Pending& pending, store::Outcome& outcome);
  void take_sold(protocol::AccountId seller, const store::Outcome& outcome);
  void mark_told();
  void read_what_changed();

  store::Store& store_;
  Verifier& verifier_;
  const gate::Clock& clock_;
  gate::Log& log_;
  std::unordered_map<gate::PeerId, Session> sessions_;
  std::unordered_map<protocol::AccountId, gate::PeerId> peers_;
  std::map<store::Ticket, Pending> pending_;
  std::map<CheckTicket, Checking> checking_;
  std::map<RecordHash, Verdict> verdicts_;
  std::deque<RecordHash> verdicts_by_age_;
  uint64_t last_ticket_ = 0;
  std::vector<Reply> replies_;  // until the next settle()
  protocol::Stalls stalls_;
  bool stalls_stale_ = true, stalls_asked_ = false;
  std::set<protocol::AccountId> sellers_to_tell_;
  std::set<protocol::AccountId>
      telling_;  // their sales are being read or marked: asked twice, they would be told twice
  std::map<protocol::AccountId, std::vector<protocol::ListingId>> told_;  // said, and yet to be marked on disk
};

}  // namespace sui::market
