// Gate: who is at the door, whether the key is theirs, and whether they ask too much. Past it, every message has an
// owner, is well formed and is within its rate.
//
// Owns the login (Hello, Challenge, Prove), rates by proven key, patience with strangers and the decoding of messages;
// does not own accounts or rules. fill() is called once a tick; its inbox is valid until the next.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "server/gate/clock.h"
#include "server/gate/log.h"
#include "server/gate/rates.h"
#include "server/gate/transport.h"

namespace sui::gate {

struct Joined {
  PeerId peer = 0;
  piece::PublicKey key{};
  std::string nickname, language;
};
struct Gone {
  PeerId peer = 0;
};
struct Said {
  PeerId peer = 0;
  protocol::FromClient message;  // never Hello or Prove
};
using Inbound = std::variant<Joined, Gone, Said>;

class Gate {
 public:
  Gate(Transport& transport, const Clock& clock, Log& log);

  const std::vector<Inbound>& fill();
  void answer(PeerId peer, const protocol::FromServer& message);
  void answer(std::span<const PeerId> peers, const protocol::FromServer& message);
  void end(PeerId peer, protocol::Goodbye goodbye);
  void end_all(protocol::Goodbye goodbye);
  void flush() { transport_.flush(); }
  std::size_t peers() const { return peers_.size(); }

 private:
  enum class Step : uint8_t { kFresh, kChallenged, kProven };
  struct Peer {
    Step step = Step::kFresh;
    uint32_t address = 0;
    uint64_t arrived_ms = 0;
    protocol::Nonce nonce{};
    piece::PublicKey key{};
    std::string nickname, language;
    uint32_t bad_messages = 0, over_rate = 0;
  };

  void take(const Arrived& event, uint64_t now_ms);
  void take(const Left& event, uint64_t now_ms);
  void take(const Heard& event, uint64_t now_ms);
  void log_in(PeerId id, Peer& peer, const protocol::FromClient& message);
  void prove(PeerId id, Peer& peer, const protocol::Prove& prove);
  void let_through(PeerId id, Peer& peer, protocol::FromClient message, uint64_t now_ms);
  void refuse(PeerId id, const protocol::RequestId& request, protocol::RefusalKind kind, const std::string& reason);
  void forget(PeerId id);
  void show_out_the_slow(uint64_t now_ms);

  Transport& transport_;
  const Clock& clock_;
  Log& log_;
  std::map<PeerId, Peer> peers_;
  std::map<uint32_t, std::size_t> unproven_by_address_;
  std::size_t unproven_ = 0;
  std::unordered_map<piece::PublicKey, PeerId, KeyHash> proven_;
  Rates rates_;
  std::vector<TransportEvent> events_;
  std::vector<Inbound> inbox_;
};

}  // namespace sui::gate
