#include "tools/suisui_tool/json_fields.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <vector>

#include "game/craft/act.h"

namespace sui::tool {
namespace {

// First pass over the text: where it breaks, how deep it nests, and which key comes twice.
struct Inspector : nlohmann::json_sax<Json> {
  static constexpr std::size_t kDepthMax = 32;
  std::string complaint;
  std::vector<std::set<std::string>> keys;

  bool open() {
    keys.emplace_back();
    if (keys.size() <= kDepthMax) return true;
    complaint = "nests deeper than " + std::to_string(kDepthMax) + " levels";
    return false;
  }
  bool close() {
    keys.pop_back();
    return true;
  }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool key(string_t& name) override {
    if (keys.back().insert(name).second) return true;
    complaint = "has the key \"" + name + "\" twice in one object";
    return false;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& why) override {
    constexpr int kNumberTooLarge = 406;  // nlohmann's out_of_range: the text is JSON, but no double holds it
    complaint = why.id == kNumberTooLarge ? "has a number too large to hold at byte " + std::to_string(position)
                                          : "is not JSON from byte " + std::to_string(position) + " on";
    return false;
  }
};

std::string kind_of(const Json& value) {
  const std::string name = value.type_name();
  if (value.is_null()) return name;
  return (value.is_array() || value.is_object() ? "an " : "a ") + name;
}

}  // namespace

Result<Json> parse_json(const std::string& name, const std::string& text) {
  Inspector inspector;
  if (!Json::sax_parse(text, &inspector)) return Error{name, inspector.complaint};
  Json parsed = Json::parse(text, nullptr, false);
  if (parsed.is_discarded()) return Error{name, "is not JSON"};
  return parsed;
}

std::string in_words(double number) {
  char text[40];
  for (int digits = 6; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

Result<Done> expect_object(const Json& value, const Place& place, std::initializer_list<const char*> known_keys) {
  if (!value.is_object()) return place.wrong("is " + kind_of(value) + ", not an object");
  for (const auto& [key, unused] : value.items()) {
    (void)unused;
    const bool known = std::any_of(known_keys.begin(), known_keys.end(), [&](const char* name) { return key == name; });
    if (known) continue;
    std::string list;
    for (const char* name : known_keys) list += (list.empty() ? "" : ", ") + std::string(name);
    return place.key(key.c_str()).wrong("is not a known key (known: " + list + ")");
  }
  return Done{};
}

Result<Done> expect_array(const Json& value, const Place& place, std::size_t items_max) {
  if (!value.is_array()) return place.wrong("is " + kind_of(value) + ", not an array");
  if (value.size() > items_max) {
    return place.wrong("has " + std::to_string(value.size()) + " items, above the limit of " +
                       std::to_string(items_max));
  }
  return Done{};
}

Result<double> read_number(const Json& object, const Place& place, const char* key, Range range) {
  const auto found = object.find(key);
  const Place here = place.key(key);
  if (found == object.end()) return here.wrong("is missing");
  if (!found->is_number()) return here.wrong("is " + kind_of(*found) + ", not a number");
  const double number = found->get<double>();
  if (!std::isfinite(number)) return here.wrong("is not a finite number");
  if (number < range.from) return here.wrong("is " + in_words(number) + ", below the limit of " + in_words(range.from));
  if (number > range.to) return here.wrong("is " + in_words(number) + ", above the limit of " + in_words(range.to));
  return number;
}

Result<double> read_number_or(const Json& object, const Place& place, const char* key, Range range, double otherwise) {
  if (object.find(key) == object.end()) return otherwise;
  return read_number(object, place, key, range);
}

Result<int32_t> read_fixed(const Json& value, const Place& place, const char* key, Range range, int units) {
  Result<double> number = read_number(value, place, key, range);
  if (!number) return number.error();
  return craft::to_fixed(*number, units);
}

Result<int32_t> read_fixed_or(const Json& value, const Place& place, const char* key, Range range, int units,
                              double otherwise) {
  Result<double> number = read_number_or(value, place, key, range, otherwise);
  if (!number) return number.error();
  return craft::to_fixed(*number, units);
}

Result<int> read_choice_or(const Json& object, const Place& place, const char* key,
                           std::initializer_list<const char*> choices, int otherwise) {
  const auto found = object.find(key);
  if (found == object.end()) return otherwise;
  const Place here = place.key(key);
  if (!found->is_string()) return here.wrong("is " + kind_of(*found) + ", not a string");
  const std::string& text = found->get_ref<const std::string&>();
  std::string list;
  int index = 0;
  for (const char* choice : choices) {
    if (text == choice) return index;
    list += (list.empty() ? "" : ", ") + std::string(choice);
    ++index;
  }
  return here.wrong("is \"" + text + "\"; known: " + list);
}

Result<int> read_choice(const Json& object, const Place& place, const char* key,
                        std::initializer_list<const char*> choices) {
  if (object.find(key) == object.end()) return place.key(key).wrong("is missing");
  return read_choice_or(object, place, key, choices, 0);
}

}  // namespace sui::tool
