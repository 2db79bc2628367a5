// Result: a value, or an error that names what was wrong.
//
// Everything that comes from outside (files, packets, SQL rows, JSON, script text) is read through functions
// that return a Result; none of it asserts. `where` names the file or message and the field, `what` the reason.
// This folder owns nothing else: it is the one header every other folder may include.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace sui {

struct Error {
  std::string where;  // "throw.json: keys[3].outer.r_mm"
  std::string what;   // "is 4000, above the limit of 400"
};

inline std::string to_text(const Error& error) {
  return error.where + ": " + error.what;
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

struct Done {};  // Result<Done>: nothing to hand back but success

}  // namespace sui
