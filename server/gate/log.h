// Log: one line an event, with named fields, for machines to read.
//
// Owns the shape only; the program decides where lines go (server/json_log.h). Never given keys, names or messages'
// contents: an account's number is enough to follow it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace sui::gate {

enum class LogLevel : uint8_t { kDebug, kInfo, kWarning, kError };

struct LogField {
  const char* name;
  std::variant<int64_t, uint64_t, double, std::string> value;

  template <class Value>
  LogField(const char* named, Value given) : name(named) {
    if constexpr (std::is_floating_point_v<Value>) {
      value = static_cast<double>(given);
    } else if constexpr (std::is_unsigned_v<Value>) {
      value = static_cast<uint64_t>(given);
    } else if constexpr (std::is_integral_v<Value>) {
      value = static_cast<int64_t>(given);
    } else {
      value = std::string(std::move(given));
    }
  }
};

class Log {
 public:
  virtual ~Log() = default;
  virtual void write(LogLevel level, const char* event, std::initializer_list<LogField> fields) = 0;
};

}  // namespace sui::gate
