// The fields of a character pack's JSON, read one by one and checked; the first thing that was wrong is remembered.
//
// Private to this folder; pure. Owns no meaning: whoever reads says which fields there are and how far they may go.
// Later reads after a fault give harmless values, so that a reader can go on to its end and ask once.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "game/base/result.h"
#include "game/engine/geometry.h"

namespace sui::engine {

using Json = nlohmann::json;

class Fields {
 public:
  Fields(const Json& object, std::string where, std::optional<Error>& wrong)
      : object_(object), where_(std::move(where)), wrong_(wrong) {
    if (!object_.is_object()) fail("", "is not an object");
  }

  const Json* field(const char* name) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
  }
  bool has(const char* name) const { return field(name) != nullptr; }

  void fail(const std::string& name, const std::string& what) const {
    if (!wrong_) wrong_ = Error{where_ + (name.empty() ? "" : (where_.back() == ' ' ? "" : ".") + name), what};
  }

  float number(const char* name, float low, float high, std::optional<float> usual = {}) const {
    const Json* value = field(name);
    if (value == nullptr) {
      if (!usual) fail(name, "is missing");
      return usual.value_or(low);
    }
    if (!value->is_number()) {
      fail(name, "is not a number");
      return low;
    }
    const double given = value->get<double>();
    if (!(given >= static_cast<double>(low) && given <= static_cast<double>(high))) {
      fail(name, "is outside " + std::to_string(low) + " … " + std::to_string(high));
      return low;
    }
    return static_cast<float>(given);
  }

  Vec3 vector(const char* name, float low, float high, std::optional<Vec3> usual = {}) const {
    const Json* value = field(name);
    if (value == nullptr) {
      if (!usual) fail(name, "is missing");
      return usual.value_or(Vec3{});
    }
    if (!value->is_array() || value->size() != 3) {
      fail(name, "is not three numbers");
      return {};
    }
    float out[3] = {};
    for (std::size_t index = 0; index < 3; ++index) {
      const Json& one = (*value)[index];
      const double given = one.is_number() ? one.get<double>() : NAN;
      if (!(given >= static_cast<double>(low) && given <= static_cast<double>(high))) {
        fail(name, "has a number that is missing or outside " + std::to_string(low) + " … " + std::to_string(high));
        return {};
      }
      out[index] = static_cast<float>(given);
    }
    return {out[0], out[1], out[2]};
  }

  bool flag(const char* name) const {
    const Json* value = field(name);
    if (value == nullptr) return false;
    if (!value->is_boolean()) fail(name, "is not true or false");
    return value->is_boolean() && value->get<bool>();
  }

  std::string text(const char* name, const std::optional<std::string>& usual = {}) const {
    const Json* value = field(name);
    if (value == nullptr) {
      if (!usual) fail(name, "is missing");
      return usual.value_or("");
    }
    if (!value->is_string() || value->get_ref<const std::string&>().size() > 64) {
      fail(name, "is not a short text");
      return "";
    }
    return value->get<std::string>();
  }

  const Json::array_t* list(const char* name, std::size_t least, std::size_t most) const {
    const Json* value = field(name);
    if (value == nullptr || !value->is_array() || value->size() < least || value->size() > most) {
      fail(name, "is not a list of " + std::to_string(least) + " to " + std::to_string(most));
      return nullptr;
    }
    return &value->get_ref<const Json::array_t&>();
  }

  const std::string& where() const { return where_; }

 private:
  const Json& object_;
  std::string where_;
  std::optional<Error>& wrong_;
};

}  // namespace sui::engine
