#include "game/town/link/link.h"

#include <enet/enet.h>
#include <sodium.h>

#include <algorithm>
#include <cassert>

#include "game/protocol/limits.h"
#include "game/town/link/outbox.h"
#include "game/town/link/resolve.h"

namespace sui::town {

namespace {

using protocol::Goodbye;

enum class Phase : uint8_t { kOff, kWaiting, kResolving, kDialing, kLogin, kProven };

struct HostDeleter {
  void operator()(ENetHost* host) const { enet_host_destroy(host); }
};

const char* goodbye_text(Goodbye goodbye) {
  switch (goodbye) {
    case Goodbye::kNone:
      return "the connection was lost";
    case Goodbye::kShutdown:
      return "the bazaar closes for a moment";
    case Goodbye::kReplaced:
      return "the same potter came in from elsewhere";
    case Goodbye::kTimeout:
      return "the login took too long";
    case Goodbye::kRefused:
      return "the bazaar refused the connection";
    case Goodbye::kFull:
      return "the bazaar is full";
  }
  return "the connection was lost";
}

class EnetLink final : public Link {
 public:
  EnetLink() {
    const bool ready = enet_initialize() == 0 && sodium_init() >= 0;
    assert(ready);
    static_cast<void>(ready);
  }
  ~EnetLink() override {
    hang_up();
    host_.reset();
    enet_deinitialize();
  }
  EnetLink(const EnetLink&) = delete;
  EnetLink& operator=(const EnetLink&) = delete;

  void connect(const LinkAddress& address, const LinkPotter& potter) override {
    hang_up();
    address_ = address;
    potter_ = potter;
    retry_ms_ = kLinkRetryMsMin;
    retry_at_ms_ = 0;
    trouble_.clear();
    phase_ = Phase::kWaiting;
  }

  void disconnect() override {
    hang_up();
    phase_ = Phase::kOff;
  }

  const std::vector<LinkEvent>& poll(uint64_t now_ms) override;
  Result<Done> send(const protocol::FromClient& message) override;

  LinkStatus status() const override {
    if (phase_ == Phase::kProven) return LinkStatus::kProven;
    return phase_ == Phase::kDialing || phase_ == Phase::kLogin ? LinkStatus::kConnecting : LinkStatus::kOffline;
  }
  const std::string& trouble() const override { return trouble_; }
  std::vector<protocol::FromClient> unanswered() const override {
    std::vector<protocol::FromClient> messages;
    for (const OutboxEntry& entry : outbox_.entries) messages.push_back(entry.message);
    return messages;
  }

 private:
  void hang_up();
  void lose(uint64_t now_ms, Goodbye goodbye, bool is_final, std::string reason);
  void dial(uint64_t now_ms);
  void hear_wire(uint64_t now_ms);
  void hear_packet(uint64_t now_ms, std::span<const uint8_t> bytes);
  void hear_login(uint64_t now_ms, const protocol::FromServer& message);
  void say(const protocol::FromClient& message);
  void pump(uint64_t now_ms);

  std::unique_ptr<ENetHost, HostDeleter> host_;
  ENetPeer* peer_ = nullptr;  // the host's
  std::shared_ptr<Resolving> resolving_;
  LinkAddress address_;
  LinkPotter potter_;
  Phase phase_ = Phase::kOff;
  uint64_t retry_at_ms_ = 0, retry_ms_ = kLinkRetryMsMin, login_until_ms_ = 0, walk_at_ms_ = 0;
  std::optional<protocol::Walk> walk_;
  Outbox outbox_;
  std::string trouble_;
  std::vector<LinkEvent> events_;
};

void EnetLink::hang_up() {
  if (peer_ != nullptr) enet_peer_disconnect_now(peer_, static_cast<enet_uint32>(Goodbye::kNone));
  peer_ = nullptr;
  resolving_.reset();
  walk_.reset();
  forget_wire(outbox_);
}

void EnetLink::lose(uint64_t now_ms, Goodbye goodbye, bool is_final, std::string reason) {
  hang_up();
  trouble_ = reason;
  events_.push_back(Lost{goodbye, is_final, std::move(reason)});
  phase_ = is_final ? Phase::kOff : Phase::kWaiting;
  // Spread a little, so that a street of phones does not knock all at once when the server is back.
  retry_at_ms_ = now_ms + retry_ms_ + randombytes_uniform(static_cast<uint32_t>(retry_ms_ / 4 + 1));
  retry_ms_ = std::min(retry_ms_ * 2, kLinkRetryMsMax);
}

void EnetLink::dial(uint64_t now_ms) {
  if (!host_) host_.reset(enet_host_create(nullptr, 1, protocol::kChannelCount, 0, 0));
  if (!host_) return lose(now_ms, Goodbye::kNone, false, "this device gives no network socket");
  host_->maximumPacketSize = protocol::kMessageBytesMax;
  host_->maximumWaitingData = 4 * protocol::kMessageBytesMax;
  ENetAddress address{};
  address.host = resolving_->address_network_order;
  address.port = address_.port;
  resolving_.reset();
  peer_ = enet_host_connect(host_.get(), &address, protocol::kChannelCount, 0);
  if (peer_ == nullptr) return lose(now_ms, Goodbye::kNone, false, "this device gives no connection");
  // A dead server is noticed within seconds; a two-second hole in the Wi-Fi is not mistaken for one.
  enet_peer_timeout(peer_, 8, 3000, 8000);
  phase_ = Phase::kDialing;
  login_until_ms_ = now_ms + kLinkLoginMsMax;
}

void EnetLink::say(const protocol::FromClient& message) {
  const protocol::Bytes bytes = protocol::encode(message);
  const uint8_t channel = protocol::channel_of(message);
  const enet_uint32 flags =
      channel == protocol::kChannelMotion ? 0u : static_cast<enet_uint32>(ENET_PACKET_FLAG_RELIABLE);
  ENetPacket* packet = enet_packet_create(bytes.data(), bytes.size(), flags);
  if (packet != nullptr && enet_peer_send(peer_, channel, packet) != 0) enet_packet_destroy(packet);
}

void EnetLink::hear_login(uint64_t now_ms, const protocol::FromServer& message) {
  if (const auto* challenge = std::get_if<protocol::Challenge>(&message)) {
    protocol::Prove prove;
    prove.signature =
        piece::sign_bytes(protocol::challenge_bytes(challenge->nonce, potter_.keys.public_key), potter_.keys);
    return say(prove);
  }
  if (const auto* welcome = std::get_if<protocol::Welcome>(&message)) {
    phase_ = Phase::kProven;
    retry_ms_ = kLinkRetryMsMin;
    trouble_.clear();
    events_.push_back(Connected{*welcome});
    return;
  }
  if (const auto* refused = std::get_if<protocol::Refused>(&message))
    lose(now_ms, Goodbye::kRefused, refused->kind == protocol::RefusalKind::kVersion, refused->reason);
}

void EnetLink::hear_packet(uint64_t now_ms, std::span<const uint8_t> bytes) {
  Result<protocol::FromServer> message = protocol::decode_from_server(bytes);
  if (!message) return lose(now_ms, Goodbye::kNone, false, "the bazaar said: " + to_text(message.error()));
  if (phase_ == Phase::kLogin) return hear_login(now_ms, *message);
  if (hear(outbox_, *message, now_ms)) events_.push_back(std::move(*message));
}

void EnetLink::hear_wire(uint64_t now_ms) {
  ENetEvent event{};
  for (std::size_t count = 0; peer_ != nullptr && count < kLinkPacketsPerPollMax; ++count) {
    if (enet_host_service(host_.get(), &event, 0) <= 0) return;
    switch (event.type) {
      case ENET_EVENT_TYPE_CONNECT: {
        protocol::Hello hello{protocol::kProtocolVersion, craft::kCraftVersion, potter_.keys.public_key,
                              protocol::tidy_text(potter_.nickname, protocol::kNicknameBytesMax),
                              protocol::tidy_text(potter_.language, protocol::kLanguageBytesMax)};
        phase_ = Phase::kLogin;
        say(hello);
        break;
      }
      case ENET_EVENT_TYPE_RECEIVE:
        hear_packet(now_ms, {event.packet->data, event.packet->dataLength});
        enet_packet_destroy(event.packet);
        break;
      case ENET_EVENT_TYPE_DISCONNECT: {
        peer_ = nullptr;
        const auto goodbye =
            event.data > static_cast<enet_uint32>(Goodbye::kFull) ? Goodbye::kNone : static_cast<Goodbye>(event.data);
        const bool never_met = phase_ == Phase::kDialing;
        // Going back in after being replaced would make two devices of one potter throw each other out for ever.
        lose(now_ms, goodbye, goodbye == Goodbye::kReplaced, never_met ? "no bazaar answers" : goodbye_text(goodbye));
        break;
      }
      case ENET_EVENT_TYPE_NONE:
        return;
    }
  }
}

void EnetLink::pump(uint64_t now_ms) {
  while (OutboxEntry* entry = next_to_ask(outbox_, now_ms)) {
    say(entry->message);
    entry->on_its_way = true;
  }
  if (walk_ && now_ms >= walk_at_ms_) {
    say(*walk_);
    walk_.reset();
    walk_at_ms_ = now_ms + kLinkWalkMsMin;
  }
}

const std::vector<LinkEvent>& EnetLink::poll(uint64_t now_ms) {
  events_.clear();
  if (phase_ == Phase::kWaiting && now_ms >= retry_at_ms_) {
    resolving_ = resolve(address_.host);
    phase_ = Phase::kResolving;
  }
  if (phase_ == Phase::kResolving) {
    const ResolveState state = resolving_->state;
    if (state == ResolveState::kFound) dial(now_ms);
    if (state == ResolveState::kUnknown) lose(now_ms, Goodbye::kNone, false, "nobody knows " + address_.host);
  }
  if (peer_ != nullptr) hear_wire(now_ms);
  if ((phase_ == Phase::kDialing || phase_ == Phase::kLogin) && now_ms >= login_until_ms_)
    lose(now_ms, Goodbye::kTimeout, false, phase_ == Phase::kDialing ? "no bazaar answers" : "the login took too long");
  if (phase_ == Phase::kProven) pump(now_ms);
  if (peer_ != nullptr) enet_host_flush(host_.get());
  return events_;
}

Result<Done> EnetLink::send(const protocol::FromClient& message) {
  if (Result<Done> kept = protocol::check(message); !kept) return kept;
  if (std::holds_alternative<protocol::Hello>(message) || std::holds_alternative<protocol::Prove>(message))
    return Error{"Hello", "is the link's own to say"};
  if (protocol::request_of(message) != nullptr) return keep(outbox_, message);
  if (phase_ != Phase::kProven) return Done{};
  if (const auto* walk = std::get_if<protocol::Walk>(&message)) {
    walk_ = *walk;
  } else {
    say(message);
  }
  return Done{};
}

}  // namespace

std::unique_ptr<Link> make_link() {
  return std::make_unique<EnetLink>();
}

protocol::RequestId fresh_request() {
  protocol::RequestId request{};
  randombytes_buf(request.data(), request.size());
  return request;
}

}  // namespace sui::town
