// Fakes for the server's seams: a clock that stands still, a network of one's own, a log that is read back.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "game/protocol/limits.h"
#include "server/gate/clock.h"
#include "server/gate/log.h"
#include "server/gate/transport.h"

namespace sui::test {

class FakeClock final : public gate::Clock {
 public:
  uint64_t wall_ms() const override { return 1'700'000'000'000 + now_ms; }
  uint64_t steady_ms() const override { return now_ms; }
  uint64_t now_ms = 1000;
};

class FakeLog final : public gate::Log {
 public:
  void write(gate::LogLevel, const char* event, std::initializer_list<gate::LogField>) override { ++events[event]; }
  std::map<std::string, int> events;
};

class FakeTransport final : public gate::Transport {
 public:
  gate::PeerId arrive(uint32_t address = 0x0100007f) {
    events.push_back(gate::Arrived{++last_peer, address});
    return last_peer;
  }
  void say(gate::PeerId peer, const protocol::FromClient& message) {
    say_bytes(peer, protocol::channel_of(message), protocol::encode(message));
  }
  void say_bytes(gate::PeerId peer, uint8_t channel, protocol::Bytes bytes) {
    events.push_back(gate::Heard{peer, channel, std::move(bytes)});
  }
  void go(gate::PeerId peer) { events.push_back(gate::Left{peer}); }

  // What a peer was told since last asked.
  std::vector<protocol::FromServer> heard(gate::PeerId peer) {
    std::vector<protocol::FromServer> messages;
    for (const protocol::Bytes& bytes : sent[peer]) {
      Result<protocol::FromServer> message = protocol::decode_from_server(bytes);
      if (message) messages.push_back(std::move(*message));
    }
    sent[peer].clear();
    return messages;
  }
  template <class Message>
  std::vector<Message> heard_of(gate::PeerId peer) {
    std::vector<Message> found;
    for (const protocol::FromServer& message : heard(peer))
      if (const auto* one = std::get_if<Message>(&message)) found.push_back(*one);
    return found;
  }

  void poll(std::vector<gate::TransportEvent>& into, std::size_t events_max) override {
    while (!events.empty() && into.size() < events_max) {
      into.push_back(std::move(events.front()));
      events.pop_front();
    }
  }
  void send(std::span<const gate::PeerId> peers, uint8_t, std::span<const uint8_t> bytes) override {
    for (const gate::PeerId peer : peers) sent[peer].emplace_back(bytes.begin(), bytes.end());
  }
  void end(gate::PeerId peer, protocol::Goodbye goodbye) override { ended[peer] = goodbye; }
  void flush() override {}
  uint16_t port() const override { return 1; }

  std::deque<gate::TransportEvent> events;
  std::map<gate::PeerId, std::vector<protocol::Bytes>> sent;
  std::map<gate::PeerId, protocol::Goodbye> ended;
  gate::PeerId last_peer = 0;
};

}  // namespace sui::test
