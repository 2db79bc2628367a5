// Clock: the server's only source of time, handed in so that a test can hold it.
//
// Wall time is for rows and logs and may jump; steady time is for limits and patience and never goes back.
// Milliseconds.
#pragma once

#include <cstdint>

namespace sui::gate {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual uint64_t wall_ms() const = 0;    // since 1970
  virtual uint64_t steady_ms() const = 0;  // since some moment
};

class SystemClock final : public Clock {
 public:
  uint64_t wall_ms() const override;
  uint64_t steady_ms() const override;
};

}  // namespace sui::gate
