// Link: the client's end of its connection to a bazaar server. Off-line is a normal state, never an error.
//
// Owns the connection, the login (Hello, Challenge, Prove), reconnecting with patience, and the outbox: what was asked
// for and is not answered yet is asked again, under the same request id, until the server answers. Does not own rules,
// screens, or what is kept across a restart of the program (the shelf).
// Times are milliseconds of any steady clock, handed in. Nothing blocks; an idle poll allocates nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "game/protocol/messages.h"

namespace sui::town {

struct LinkAddress {
  std::string host = "127.0.0.1";
  uint16_t port = 0;
};

struct LinkPotter {
  piece::KeyPair keys;
  std::string nickname;
  std::string language;
};

enum class LinkStatus : uint8_t { kOffline, kConnecting, kProven };

// The way to the server is open and proven; `welcome` says who we are there.
struct Connected {
  protocol::Welcome welcome;
};
// The way is lost, or could not be found; the link goes on trying unless `final`.
struct Lost {
  protocol::Goodbye goodbye = protocol::Goodbye::kNone;
  bool final = false;
  std::string reason;
};
using LinkEvent = std::variant<Connected, Lost, protocol::FromServer>;

class Link {
 public:
  virtual ~Link() = default;

  // Starts trying, and keeps trying. A second call forgets the first server, not the outbox.
  virtual void connect(const LinkAddress& address, const LinkPotter& potter) = 0;
  // Ends the connection; the outbox is kept for the next one.
  virtual void disconnect() = 0;
  // Passes time, and hands back what happened since the last call; valid until the next call.
  virtual const std::vector<LinkEvent>& poll(uint64_t now_ms) = 0;
  // Refuses only what breaks a limit. Mint, List, Withdraw and Buy are kept until answered, even across connections;
  // Walk and questions are dropped while there is no server to hear them. Hello and Prove are the link's own.
  virtual Result<Done> send(const protocol::FromClient& message) = 0;
  virtual LinkStatus status() const = 0;
  // Why the last try failed, for people ("refused: …"); empty while all is well.
  virtual const std::string& trouble() const = 0;
  // Requests not answered yet, oldest first: what a shelf may keep, and hand to send() after a restart.
  virtual std::vector<protocol::FromClient> unanswered() const = 0;
};

std::unique_ptr<Link> make_link();

// 128 random bits, so that a request sent twice is known as one.
protocol::RequestId fresh_request();

}  // namespace sui::town
