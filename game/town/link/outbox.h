// Outbox: the requests a server has not answered yet, asked again under the same id until it does.
//
// Owns which request is on its way, which waits, and which answer ends it; does not own the wire.
// Times are milliseconds of the clock handed to the link.
#pragma once

#include <cstdint>
#include <vector>

#include "game/protocol/messages.h"
#include "game/town/link/limits.h"

namespace sui::town {

struct OutboxEntry {
  protocol::FromClient message;
  bool on_its_way = false;
  uint64_t ask_at_ms = 0;
  uint64_t patience_ms = kLinkAskAgainMs;  // before the next try, should the server be busy
};

struct Outbox {
  std::vector<OutboxEntry> entries;  // oldest first
};

// The same request id again changes nothing. Refused when kOutboxMax requests wait already.
Result<Done> keep(Outbox& outbox, const protocol::FromClient& message);
// The next request to put on the wire, or null: at most kAskedAtOnceMax are unanswered there. One mint at a time: a
// record is long, and its check costs the server.
OutboxEntry* next_to_ask(Outbox& outbox, uint64_t now_ms);
// True if the message concerns the player; false if the outbox dealt with it (a busy server is simply asked again).
bool hear(Outbox& outbox, const protocol::FromServer& message, uint64_t now_ms);
// The connection is gone: whatever was on its way must be asked again.
void forget_wire(Outbox& outbox);

}  // namespace sui::town
