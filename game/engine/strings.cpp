#include "game/engine/strings.h"

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

}  // namespace

Result<Strings> read_strings(const std::string& language, const std::string& json_text, const std::string& file_name) {
  Strings strings{language, {}};
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

std::string fill(const Strings& strings, std::string_view key,
                 std::initializer_list<std::pair<std::string_view, std::string>> values) {
  const std::string_view text = say(strings, key);
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

}  // namespace sui::engine
