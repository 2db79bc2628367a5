// Reading JSON field by field, strictly: wrong types, numbers out of range and unknown keys are errors naming their
// place.
//
// Owns JSON text -> values; knows no script. Paths look like "throw.json: keys[3].outer.r_mm".
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>

#include "game/base/result.h"

namespace sui::tool {

using Json = nlohmann::json;

// `name` is the file's name for errors. Reports where the text stops being JSON, and keys named twice.
Result<Json> parse_json(const std::string& name, const std::string& text);

// One value and where it stands: `file`: `path`.
struct Place {
  std::string file, path;

  Place key(const char* name) const { return {file, path.empty() ? name : path + "." + name}; }
  Place item(std::size_t index) const { return {file, path + "[" + std::to_string(index) + "]"}; }
  Error wrong(const std::string& what) const { return {path.empty() ? file : file + ": " + path, what}; }
};

struct Range {
  double from, to;
};

Result<Done> expect_object(const Json& value, const Place& place, std::initializer_list<const char*> known_keys);
Result<Done> expect_array(const Json& value, const Place& place, std::size_t items_max);
Result<double> read_number(const Json& object, const Place& place, const char* key, Range range);
Result<double> read_number_or(const Json& object, const Place& place, const char* key, Range range, double otherwise);
// The same as an act's integer, `units` of them to one of the number's.
Result<int32_t> read_fixed(const Json& object, const Place& place, const char* key, Range range, int units);
Result<int32_t> read_fixed_or(const Json& object, const Place& place, const char* key, Range range, int units,
                              double otherwise);
// One of `choices`; hands back its index.
Result<int> read_choice_or(const Json& object, const Place& place, const char* key,
                           std::initializer_list<const char*> choices, int otherwise);
Result<int> read_choice(const Json& object, const Place& place, const char* key,
                        std::initializer_list<const char*> choices);

std::string in_words(double number);  // shortest decimal that reads back: 0.1, 4000

}  // namespace sui::tool
