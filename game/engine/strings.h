// String tables: assets/strings/zh.common.json, zh.studio.json, en.town.json …: flat "key": "text with {name}". Chinese
// first, the others beside it. Owns lookup, filling in, which form a count takes ("street.count.few") and how a number
// is written; a missing key shows the key itself (and a test finds it). UTF-8 throughout.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "game/base/result.h"

namespace sui::engine {

// How a language's nouns follow a number, after Unicode's plural rules for cardinals.
enum class CountRule : uint8_t {
  kSame,        // 3 件: always "other"
  kOneOther,    // 1 pot, 3 pots
  kOneFewMany,  // 1 горшок, 3 горшка, 5 горшков; a fraction takes "few": 2,3 горшка
};

struct Strings {
  std::string language;  // "zh", "en"
  std::map<std::string, std::string, std::less<>> table;
  CountRule counts = CountRule::kSame;
  char decimal_mark = '.';
};

Result<Strings> read_strings(const std::string& language, const std::string& json_text, const std::string& file_name);
// Adds another table of the same language (zh.studio.json, zh.town.json …); a key defined twice is an error.
Result<Done> add_strings(Strings& strings, const std::string& json_text, const std::string& file_name);
std::string_view say(const Strings& strings, std::string_view key);
std::string fill(const Strings& strings, std::string_view key,
                 std::initializer_list<std::pair<std::string_view, std::string>> values);

const std::vector<std::string>& count_forms(CountRule rule);             // {"one", "few", "many"}
std::string_view count_form(CountRule rule, double count);               // "few"
std::string number(const Strings& strings, double value, int decimals);  // "2.3" or "2,3"
// As say and fill, of the form of `key` that `count` takes: "street.count" and 3 say "street.count.few" in Russian.
std::string_view say_count(const Strings& strings, std::string_view key, double count);
std::string fill_count(const Strings& strings, std::string_view key, double count,
                       std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace sui::engine
