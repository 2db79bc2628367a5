// String tables: assets/strings/zh.common.json, zh.studio.json, en.town.json …: flat "key": "text with {name}". Chinese
// first, English beside it. Owns lookup and filling in; a missing key shows the key itself (and a test finds it). UTF-8
// throughout.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "game/base/result.h"

namespace sui::engine {

struct Strings {
  std::string language;  // "zh", "en"
  std::map<std::string, std::string, std::less<>> table;
};

Result<Strings> read_strings(const std::string& language, const std::string& json_text, const std::string& file_name);
// Adds another table of the same language (zh.studio.json, zh.town.json …); a key defined twice is an error.
Result<Done> add_strings(Strings& strings, const std::string& json_text, const std::string& file_name);
std::string_view say(const Strings& strings, std::string_view key);
std::string fill(const Strings& strings, std::string_view key,
                 std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace sui::engine
