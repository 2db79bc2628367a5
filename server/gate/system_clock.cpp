#include <chrono>

#include "server/gate/clock.h"

namespace sui::gate {

namespace {

template <class AnyClock>
uint64_t milliseconds() {
  const auto since = AnyClock::now().time_since_epoch();
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace

uint64_t SystemClock::wall_ms() const {
  return milliseconds<std::chrono::system_clock>();
}
uint64_t SystemClock::steady_ms() const {
  return milliseconds<std::chrono::steady_clock>();
}

}  // namespace sui::gate
