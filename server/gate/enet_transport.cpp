#include <enet/enet.h>

#include <unordered_map>

#include "game/protocol/limits.h"
#include "server/gate/limits.h"
#include "server/gate/transport.h"

namespace sui::gate {

namespace {

struct HostDeleter {
  void operator()(ENetHost* host) const { enet_host_destroy(host); }
};

class EnetTransport final : public Transport {
 public:
  explicit EnetTransport(ENetHost* host) : host_(host) {
    host_->maximumPacketSize = protocol::kMessageBytesMax;
    host_->maximumWaitingData = kPeerWaitingBytesMax;
  }
  ~EnetTransport() override {
    host_.reset();
    enet_deinitialize();
  }
  EnetTransport(const EnetTransport&) = delete;
  EnetTransport& operator=(const EnetTransport&) = delete;

  void poll(std::vector<TransportEvent>& events, std::size_t events_max) override {
    ENetEvent event{};
    while (events.size() < events_max && enet_host_service(host_.get(), &event, 0) > 0) take(event, events);
  }

  void send(std::span<const PeerId> peers, uint8_t channel, std::span<const uint8_t> bytes) override {
    const enet_uint32 flags =
        channel == protocol::kChannelMotion ? 0u : static_cast<enet_uint32>(ENET_PACKET_FLAG_RELIABLE);
    ENetPacket* packet = enet_packet_create(bytes.data(), bytes.size(), flags);
    if (packet == nullptr) return;
    // One packet for all: ENet counts its users.
    for (const PeerId peer : peers) {
      const auto found = peers_.find(peer);
      if (found != peers_.end()) enet_peer_send(found->second, channel, packet);
    }
    if (packet->referenceCount == 0) enet_packet_destroy(packet);
  }

  void end(PeerId peer, protocol::Goodbye goodbye) override {
    const auto found = peers_.find(peer);
    if (found == peers_.end()) return;
    found->second->data = nullptr;
    enet_peer_disconnect_later(found->second, static_cast<enet_uint32>(goodbye));
    peers_.erase(found);
  }

  void flush() override { enet_host_flush(host_.get()); }
  uint16_t port() const override { return host_->address.port; }

 private:
  void take(const ENetEvent& event, std::vector<TransportEvent>& events) {
    const auto peer = static_cast<PeerId>(reinterpret_cast<std::uintptr_t>(event.peer->data));
    switch (event.type) {
      case ENET_EVENT_TYPE_CONNECT:
        // ENet keeps one pointer per peer for us; an id fits in it and cannot dangle.
        event.peer->data = reinterpret_cast<void*>(static_cast<std::uintptr_t>(++last_peer_));
        enet_peer_timeout(event.peer, 8, 4000, 12000);
        peers_[last_peer_] = event.peer;
        events.emplace_back(Arrived{last_peer_, event.peer->address.host});
        break;
      case ENET_EVENT_TYPE_RECEIVE:
        if (peer != 0)
          events.push_back(
              Heard{peer, event.channelID, {event.packet->data, event.packet->data + event.packet->dataLength}});
        enet_packet_destroy(event.packet);
        break;
      case ENET_EVENT_TYPE_DISCONNECT:
        event.peer->data = nullptr;
        if (peer == 0) break;  // we ended it ourselves
        peers_.erase(peer);
        events.emplace_back(Left{peer});
        break;
      case ENET_EVENT_TYPE_NONE:
        break;
    }
  }

  std::unique_ptr<ENetHost, HostDeleter> host_;
  std::unordered_map<PeerId, ENetPeer*> peers_;
  PeerId last_peer_ = 0;
};

}  // namespace

Result<std::unique_ptr<Transport>> open_enet(const std::string& bind, uint16_t port) {
  if (enet_initialize() != 0) return Error{"--port", "this machine gives no network"};
  ENetAddress address{};
  address.host = ENET_HOST_ANY;
  address.port = port;
  if (!bind.empty() && enet_address_set_host_ip(&address, bind.c_str()) != 0)
    return Error{"--bind", "is not an IPv4 address: " + bind};
  ENetHost* host = enet_host_create(&address, kPeersMax, protocol::kChannelCount, 0, 0);
  if (host == nullptr) return Error{"--port", std::to_string(port) + " cannot be opened; another server may have it"};
  return std::unique_ptr<Transport>(std::make_unique<EnetTransport>(host));
}

}  // namespace sui::gate
