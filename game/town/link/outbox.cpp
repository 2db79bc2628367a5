#include "game/town/link/outbox.h"

#include <algorithm>
#include <string>

namespace sui::town {

namespace {

auto find(Outbox& outbox, const protocol::RequestId& request) {
  return std::find_if(outbox.entries.begin(), outbox.entries.end(),
                      [&request](const OutboxEntry& entry) { return *protocol::request_of(entry.message) == request; });
}

// The server could not say yes or no. kInternal belongs here: whether the deed was done is known only by asking again.
bool is_passing(protocol::RefusalKind kind) {
  return kind == protocol::RefusalKind::kBusy || kind == protocol::RefusalKind::kNotProven ||
         kind == protocol::RefusalKind::kInternal;
}

}  // namespace

Result<Done> keep(Outbox& outbox, const protocol::FromClient& message) {
  if (find(outbox, *protocol::request_of(message)) != outbox.entries.end()) return Done{};
  if (outbox.entries.size() >= kOutboxMax)
    return Error{"outbox", "holds " + std::to_string(kOutboxMax) + " unanswered requests already"};
  OutboxEntry entry;
  entry.message = message;
  outbox.entries.push_back(std::move(entry));
  return Done{};
}

OutboxEntry* next_to_ask(Outbox& outbox, uint64_t now_ms) {
  bool mint_on_its_way = false;
  std::size_t asked = 0;
  for (const OutboxEntry& entry : outbox.entries) {
    mint_on_its_way |= entry.on_its_way && std::holds_alternative<protocol::Mint>(entry.message);
    asked += entry.on_its_way ? 1 : 0;
  }
  if (asked >= kAskedAtOnceMax) return nullptr;
  for (OutboxEntry& entry : outbox.entries) {
    if (entry.on_its_way || entry.ask_at_ms > now_ms) continue;
    if (mint_on_its_way && std::holds_alternative<protocol::Mint>(entry.message)) continue;
    return &entry;
  }
  return nullptr;
}

bool hear(Outbox& outbox, const protocol::FromServer& message, uint64_t now_ms) {
  const protocol::RequestId* request = protocol::request_of(message);
  if (request == nullptr) return true;
  const auto entry = find(outbox, *request);
  const auto* refused = std::get_if<protocol::Refused>(&message);
  // An answer nobody waits for is an echo of one already heard; a refusal without a request is about something else.
  if (entry == outbox.entries.end()) return refused != nullptr && *request == protocol::RequestId{};
  if (refused != nullptr && is_passing(refused->kind)) {
    entry->on_its_way = false;
    entry->ask_at_ms = now_ms + entry->patience_ms;
    entry->patience_ms = std::min(entry->patience_ms * 2, kLinkAskAgainMsMax);
    return false;
  }
  outbox.entries.erase(entry);
  return true;
}

void forget_wire(Outbox& outbox) {
  for (OutboxEntry& entry : outbox.entries) {
    entry.on_its_way = false;
    entry.ask_at_ms = 0;
  }
}

}  // namespace sui::town
