// A host's name to an IPv4 address without holding up a frame.
//
// Owns the one thread of the link, and only for names that must be asked of the network; numbers and "localhost" are
// answered at once. Does not own retries.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace sui::town {

enum class ResolveState : uint8_t { kAsking, kFound, kUnknown };

struct Resolving {
  std::atomic<ResolveState> state{ResolveState::kAsking};
  uint32_t address_network_order = 0;  // written before `state` says kFound
};

// Shared with the thread that asks, so that either may be gone first.
std::shared_ptr<Resolving> resolve(const std::string& host);

}  // namespace sui::town
