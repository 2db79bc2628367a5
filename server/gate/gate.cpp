#include "server/gate/gate.h"

#include <sodium.h>

#include <algorithm>

#include "game/protocol/limits.h"
#include "server/gate/limits.h"

namespace sui::gate {

namespace {

using protocol::Goodbye;
using protocol::RefusalKind;

std::size_t bytes_max(uint8_t channel) {
  return channel == protocol::kChannelRecords ? protocol::kMessageBytesMax : protocol::kSmallMessageBytesMax;
}

protocol::RequestId request_or_none(const protocol::FromClient& message) {
  const protocol::RequestId* request = protocol::request_of(message);
  return request == nullptr ? protocol::RequestId{} : *request;
}

bool within_rate(KeyRates& rates, const protocol::FromClient& message, uint64_t now_ms) {
  if (std::holds_alternative<protocol::Walk>(message))
    return take(rates.walks, now_ms, protocol::kWalkPerSecondMax, kWalkBurst);
  if (!take(rates.requests, now_ms, protocol::kRequestsPerSecondMax, kRequestBurst)) return false;
  return !std::holds_alternative<protocol::Mint>(message) ||
         take(rates.mints, now_ms, protocol::kMintsPerMinuteMax / 60.0, protocol::kMintsPerMinuteMax);
}

}  // namespace

Gate::Gate(Transport& transport, const Clock& clock, Log& log) : transport_(transport), clock_(clock), log_(log) {}

const std::vector<Inbound>& Gate::fill() {
  inbox_.clear();
  events_.clear();
  transport_.poll(events_, kInboxMax);
  const uint64_t now_ms = clock_.steady_ms();
  for (const TransportEvent& event : events_) std::visit([this, now_ms](const auto& one) { take(one, now_ms); }, event);
  show_out_the_slow(now_ms);
  return inbox_;
}

void Gate::answer(PeerId peer, const protocol::FromServer& message) {
  answer(std::span<const PeerId>(&peer, 1), message);
}

void Gate::answer(std::span<const PeerId> peers, const protocol::FromServer& message) {
  if (peers.empty()) return;
  transport_.send(peers, protocol::channel_of(message), protocol::encode(message));
}

void Gate::end(PeerId peer, Goodbye goodbye) {
  transport_.end(peer, goodbye);
  forget(peer);
}

void Gate::end_all(Goodbye goodbye) {
  while (!peers_.empty()) end(peers_.begin()->first, goodbye);
}

void Gate::refuse(PeerId id, const protocol::RequestId& request, RefusalKind kind, const std::string& reason) {
  answer(id, protocol::Refused{request, kind, protocol::tidy_text(reason, protocol::kReasonBytesMax)});
}

void Gate::forget(PeerId id) {
  const auto found = peers_.find(id);
  if (found == peers_.end()) return;
  const Peer& peer = found->second;
  if (peer.step == Step::kProven) {
    inbox_.emplace_back(Gone{id});
    const auto proven = proven_.find(peer.key);
    if (proven != proven_.end() && proven->second == id) proven_.erase(proven);
  } else {
    --unproven_;
    if (--unproven_by_address_[peer.address] == 0) unproven_by_address_.erase(peer.address);
  }
  peers_.erase(found);
}

void Gate::take(const Arrived& event, uint64_t now_ms) {
  Peer& peer = peers_[event.peer];
  peer.address = event.address;
  peer.arrived_ms = now_ms;
  ++unproven_;
  const std::size_t from_here = ++unproven_by_address_[event.address];
  if (unproven_ <= kUnprovenMax && from_here <= kUnprovenPerAddressMax) return;
  log_.write(LogLevel::kWarning, "turned_away", {{"unproven", unproven_}, {"from_here", from_here}});
  end(event.peer, Goodbye::kFull);
}

void Gate::take(const Left& event, uint64_t) {
  forget(event.peer);
}

void Gate::take(const Heard& event, uint64_t now_ms) {
  const auto found = peers_.find(event.peer);
  if (found == peers_.end()) return;
  Peer& peer = found->second;
  // Sizes first: nothing long is looked into for somebody unknown, or on a channel meant for short words.
  const std::size_t size_max = peer.step == Step::kProven ? bytes_max(event.channel) : protocol::kSmallMessageBytesMax;
  Result<protocol::FromClient> message =
      Error{"ClientMessage",
            "has " + std::to_string(event.bytes.size()) + " bytes, above the limit of " + std::to_string(size_max)};
  if (event.bytes.size() <= size_max) message = protocol::decode_from_client(event.bytes);
  if (message && protocol::channel_of(*message) != event.channel)
    message = Error{"ClientMessage", "came on channel " + std::to_string(event.channel) + ", where it has no place"};
  if (!message) {
    refuse(event.peer, {}, RefusalKind::kBadMessage, to_text(message.error()));
    log_.write(LogLevel::kWarning, "bad_message", {{"peer", event.peer}, {"reason", to_text(message.error())}});
    if (peer.step != Step::kProven || ++peer.bad_messages >= kBadMessagesMax) end(event.peer, Goodbye::kRefused);
    return;
  }
  if (peer.step == Step::kProven) return let_through(event.peer, peer, std::move(*message), now_ms);
  log_in(event.peer, peer, *message);
}

void Gate::log_in(PeerId id, Peer& peer, const protocol::FromClient& message) {
  const auto* hello = std::get_if<protocol::Hello>(&message);
  if (peer.step == Step::kFresh && hello != nullptr) {
    if (hello->protocol_version != protocol::kProtocolVersion) {
      refuse(id, {}, RefusalKind::kVersion,
             "Hello.protocol_version: is " + std::to_string(hello->protocol_version) + ", this bazaar speaks " +
                 std::to_string(protocol::kProtocolVersion));
      return end(id, Goodbye::kRefused);
    }
    peer.key = hello->key;
    peer.nickname = hello->nickname;
    peer.language = hello->language;
    randombytes_buf(peer.nonce.data(), peer.nonce.size());
    peer.step = Step::kChallenged;
    return answer(id, protocol::Challenge{peer.nonce});
  }
  const auto* proof = std::get_if<protocol::Prove>(&message);
  if (peer.step == Step::kChallenged && proof != nullptr) return prove(id, peer, *proof);
  refuse(id, request_or_none(message), RefusalKind::kNotProven, "say Hello, then Prove, and only then the rest");
  end(id, Goodbye::kRefused);
}

void Gate::prove(PeerId id, Peer& peer, const protocol::Prove& prove) {
  if (!piece::signature_fits(protocol::challenge_bytes(peer.nonce, peer.key), prove.signature, peer.key)) {
    refuse(id, {}, RefusalKind::kNotProven, "Prove.signature: does not fit the key");
    return end(id, Goodbye::kRefused);
  }
  --unproven_;
  if (--unproven_by_address_[peer.address] == 0) unproven_by_address_.erase(peer.address);
  peer.step = Step::kProven;
  // The same potter from elsewhere, or back before the old way was found dead: the newer way is the one that works.
  const auto before = proven_.find(peer.key);
  if (before != proven_.end()) end(PeerId{before->second}, Goodbye::kReplaced);
  proven_[peer.key] = id;
  inbox_.emplace_back(Joined{id, peer.key, peer.nickname, peer.language});
}

void Gate::let_through(PeerId id, Peer& peer, protocol::FromClient message, uint64_t now_ms) {
  if (std::holds_alternative<protocol::Hello>(message) || std::holds_alternative<protocol::Prove>(message)) {
    refuse(id, {}, RefusalKind::kBadMessage, "Hello: was said already");
    if (++peer.bad_messages >= kBadMessagesMax) end(id, Goodbye::kRefused);
    return;
  }
  if (within_rate(rates_of(rates_, peer.key, now_ms), message, now_ms)) {
    inbox_.emplace_back(Said{id, std::move(message)});
    return;
  }
  if (std::holds_alternative<protocol::Walk>(message)) return;  // the next one says it all again
  if (++peer.over_rate > kOverRateMax) return end(id, Goodbye::kRefused);
  refuse(id, request_or_none(message), RefusalKind::kBusy, "too many requests at once; ask again in a moment");
}

void Gate::show_out_the_slow(uint64_t now_ms) {
  if (unproven_ == 0) return;
  for (auto peer = peers_.begin(); peer != peers_.end();) {
    const PeerId id = peer->first;
    const bool slow = peer->second.step != Step::kProven && peer->second.arrived_ms + kHandshakeMsMax <= now_ms;
    ++peer;  // before end() takes it away
    if (slow) end(id, Goodbye::kTimeout);
  }
}

}  // namespace sui::gate
