#include "game/engine/strings.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "game/engine/limits.h"

namespace sui::engine {
namespace {

using nlohmann::json;

// Reads events rather than a document: a document would silently keep the last of two equal keys.
class TableReader : public nlohmann::json_sax<json> {
 public:
  TableReader(Strings& into, const std::string& file_name) : into_(into), file_name_(file_name) {}

  bool null() override { return wrong_kind(); }
  bool boolean(bool) override { return wrong_kind(); }
  bool number_integer(number_integer_t) override { return wrong_kind(); }
  bool number_unsigned(number_unsigned_t) override { return wrong_kind(); }
  bool number_float(number_float_t, const string_t&) override { return wrong_kind(); }
  bool binary(binary_t&) override { return wrong_kind(); }
  bool start_array(std::size_t) override { return wrong_kind(); }
  bool end_array() override { return wrong_kind(); }

  bool start_object(std::size_t) override {
    if (inside_) return wrong_kind();
    inside_ = true;
    return true;
  }
  bool end_object() override { return true; }
  bool key(string_t& name) override {
    key_ = name;
    return true;
  }
  bool string(string_t& text) override {
    if (!inside_) return wrong_kind();
    if (into_.table.size() >= kStringsPerLanguageMax) {
      return fail("has more than " + std::to_string(kStringsPerLanguageMax) + " strings");
    }
    return into_.table.emplace(key_, text).second || fail("\"" + key_ + "\" is there twice");
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return fail("is not valid JSON at byte " + std::to_string(position));
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  bool wrong_kind() { return fail(key_.empty() ? "is not an object of strings" : "\"" + key_ + "\" is not a string"); }
  bool fail(std::string what) {
    if (!error_) error_ = Error{file_name_, std::move(what)};
    return false;
  }

  Strings& into_;
  const std::string& file_name_;
  std::string key_;
  bool inside_ = false;
  std::optional<Error> error_;
};

using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

std::string filled(std::string_view text, Values values) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    out += text.substr(at, open - at);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    bool known = false;
    for (const auto& [value_name, value] : values) {
      if (value_name != name) continue;
      out += value;
      known = true;
      break;
    }
    if (!known) out += text.substr(open, close - open + 1);
    at = close + 1;
  }
  out += text.substr(at);
  return out;
}

}  // namespace

Result<Strings> read_strings(const std::string& language, const std::string& json_text, const std::string& file_name) {
  Strings strings;
  strings.language = language;
  Result<Done> added = add_strings(strings, json_text, file_name);
  if (!added) return added.error();
  return strings;
}

Result<Done> add_strings(Strings& strings, const std::string& json_text, const std::string& file_name) {
  TableReader reader(strings, file_name);
  json::sax_parse(json_text, &reader);
  if (reader.error()) return *reader.error();
  return Done{};
}

std::string_view say(const Strings& strings, std::string_view key) {
  const auto found = strings.table.find(key);
  return found == strings.table.end() ? key : std::string_view(found->second);
}

const std::vector<std::string>& count_forms(CountRule rule) {
  static const std::vector<std::string> kForms[] = {{"other"}, {"one", "other"}, {"one", "few", "many"}};
  return kForms[static_cast<std::size_t>(rule)];
}

std::string_view count_form(CountRule rule, double count) {
  const double whole = std::floor(std::fabs(count));
  const bool fraction = whole != std::fabs(count);
  const int tens = static_cast<int>(std::fmod(whole, 100)), units = tens % 10;
  switch (rule) {
    case CountRule::kSame:
      break;
    case CountRule::kOneOther:
      return !fraction && whole == 1 ? "one" : "other";
    case CountRule::kOneFewMany:
      if (fraction) return "few";
      if (tens >= 11 && tens <= 14) return "many";
      return units == 1 ? "one" : units >= 2 && units <= 4 ? "few" : "many";
  }
  return "other";
}

std::string number(const Strings& strings, double value, int decimals) {
  char text[40];
  const int length = std::snprintf(text, sizeof text, "%.*f", decimals, value);
  std::string written(text, static_cast<std::size_t>(std::clamp(length, 0, static_cast<int>(sizeof text) - 1)));
  const std::size_t mark = written.find('.');
  if (mark != std::string::npos) written[mark] = strings.decimal_mark;
  return written;
}

std::string_view say_count(const Strings& strings, std::string_view key, double count) {
  const std::string whole = std::string(key) + "." + std::string(count_form(strings.counts, count));
  const auto found = strings.table.find(whole);
  return found == strings.table.end() ? key : std::string_view(found->second);
}

std::string fill_count(const Strings& strings, std::string_view key, double count,
                       std::initializer_list<std::pair<std::string_view, std::string>> values) {
  return filled(say_count(strings, key, count), values);
}

std::string fill(const Strings& strings, std::string_view key,
                 std::initializer_list<std::pair<std::string_view, std::string>> values) {
  return filled(say(strings, key), values);
}

}  // namespace sui::engine
