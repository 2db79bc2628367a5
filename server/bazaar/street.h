// Street: who is in the bazaar and where they stand.
//
// Owns positions and who sees whom; does not own accounts, stalls or sockets. A walker goes no faster than a potter can
// and never leaves the paving, whatever the client says. mm in the street's plane, steady milliseconds.
#pragma once

#include <string>
#include <vector>

#include "game/protocol/messages.h"

namespace sui::bazaar {

struct Walker {
  protocol::Potter potter;
  std::string nickname;
  uint64_t moved_ms = 0;
};

struct Street {
  std::vector<Walker> walkers;  // in order of arrival
  bool changed = false;         // since the last presence was sent
};

// Again for one who is here already: keeps the place, takes the name.
void enter(Street& street, protocol::AccountId account, const std::string& nickname, uint64_t now_ms);
void leave(Street& street, protocol::AccountId account);
void walk(Street& street, protocol::AccountId account, const protocol::Walk& walk, uint64_t now_ms);

// True while one picture serves everybody.
bool all_in_sight(const Street& street);
// Everybody, or the kPottersMax nearest to `account`, the potter themself always among them.
protocol::Presence presence(const Street& street, protocol::AccountId account);
// All names, in as many messages as their limit asks for.
std::vector<protocol::Names> names(const Street& street);

}  // namespace sui::bazaar
