#include "game/protocol/messages.h"

#include <string_view>

#include "game/protocol/limits.h"

namespace sui::protocol {

namespace {

template <class Message>
concept HasRequest = requires(const Message& message) { message.request; };

template <class Any>
const RequestId* request_in(const Any& any) {
  return std::visit(
      [](const auto& message) -> const RequestId* {
        if constexpr (HasRequest<std::decay_t<decltype(message)>>) return &message.request;
        return nullptr;
      },
      any);
}

}  // namespace

const RequestId* request_of(const FromClient& message) {
  return request_in(message);
}
const RequestId* request_of(const FromServer& message) {
  return request_in(message);
}

uint8_t channel_of(const FromClient& message) {
  if (std::holds_alternative<Mint>(message)) return kChannelRecords;
  return std::holds_alternative<Walk>(message) ? kChannelMotion : kChannelTalk;
}

uint8_t channel_of(const FromServer& message) {
  return std::holds_alternative<Presence>(message) ? kChannelMotion : kChannelTalk;
}

Bytes challenge_bytes(const Nonce& nonce, const piece::PublicKey& key) {
  // The domain keeps a login's signature from ever passing for a record's.
  constexpr std::string_view kDomain = "suisui-login-1";
  Bytes bytes(kDomain.begin(), kDomain.end());
  bytes.insert(bytes.end(), nonce.begin(), nonce.end());
  bytes.insert(bytes.end(), key.begin(), key.end());
  return bytes;
}

const char* refusal_id(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::kBadMessage:
      return "refusal.bad_message";
    case RefusalKind::kVersion:
      return "refusal.version";
    case RefusalKind::kNotProven:
      return "refusal.not_proven";
    case RefusalKind::kTampered:
      return "refusal.tampered";
    case RefusalKind::kTooMany:
      return "refusal.too_many";
    case RefusalKind::kGone:
      return "refusal.gone";
    case RefusalKind::kNotYours:
      return "refusal.not_yours";
    case RefusalKind::kTooPoor:
      return "refusal.too_poor";
    case RefusalKind::kPriceChanged:
      return "refusal.price_changed";
    case RefusalKind::kBusy:
      return "refusal.busy";
    case RefusalKind::kAlreadyMinted:
      return "refusal.already_minted";
    case RefusalKind::kInternal:
      return "refusal.internal";
  }
  return "refusal.internal";
}

}  // namespace sui::protocol
