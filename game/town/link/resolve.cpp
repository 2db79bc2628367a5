#include "game/town/link/resolve.h"

#include <enet/enet.h>

#include <thread>

namespace sui::town {

std::shared_ptr<Resolving> resolve(const std::string& host) {
  auto resolving = std::make_shared<Resolving>();
  ENetAddress address{};
  const std::string literal = host == "localhost" ? "127.0.0.1" : host;
  if (enet_address_set_host_ip(&address, literal.c_str()) == 0) {
    resolving->address_network_order = address.host;
    resolving->state = ResolveState::kFound;
    return resolving;
  }
  // The system's own look-up may wait for seconds and cannot be broken off: it is left to end by itself.
  std::thread([resolving, host] {
    ENetAddress found{};
    const bool known = enet_address_set_host(&found, host.c_str()) == 0;
    resolving->address_network_order = found.host;
    resolving->state = known ? ResolveState::kFound : ResolveState::kUnknown;
  }).detach();
  return resolving;
}

}  // namespace sui::town
