// Transport: datagrams made into peers and packets. The one seam between the server and the network.
//
// Owns connections; does not know what is said or who says it. A peer's number is never used twice.
// Addresses are IPv4 in network order, for counting only.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "game/base/result.h"
#include "game/protocol/messages.h"

namespace sui::gate {

using PeerId = uint64_t;

struct Arrived {
  PeerId peer = 0;
  uint32_t address = 0;
};
struct Left {
  PeerId peer = 0;
};
struct Heard {
  PeerId peer = 0;
  uint8_t channel = 0;
  protocol::Bytes bytes;
};
using TransportEvent = std::variant<Arrived, Left, Heard>;

class Transport {
 public:
  virtual ~Transport() = default;
  // Appends what happened, at most `events_max` of it; never blocks.
  virtual void poll(std::vector<TransportEvent>& events, std::size_t events_max) = 0;
  // Unknown peers are those that have just left: nothing happens.
  virtual void send(std::span<const PeerId> peers, uint8_t channel, std::span<const uint8_t> bytes) = 0;
  // What was sent before still arrives. No Left is told for it.
  virtual void end(PeerId peer, protocol::Goodbye goodbye) = 0;
  virtual void flush() = 0;
  virtual uint16_t port() const = 0;
};

// Port 0: any free one. `bind` empty: every interface. Errors name what was asked for.
Result<std::unique_ptr<Transport>> open_enet(const std::string& bind, uint16_t port);

}  // namespace sui::gate
