#include "game/engine/languages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "game/engine/limits.h"

namespace sui::engine {
namespace {

using nlohmann::json;

constexpr const char* kLanguagesFile = "strings/languages.json";

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= kLanguageIdBytesMax &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool words_of(const json& object, const char* name, std::vector<std::string>& words) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array() || found->empty()) return false;
  for (const json& word : *found) {
    if (!word.is_string()) return false;
    words.push_back(word.get<std::string>());
  }
  return true;
}

bool rule_of(const std::vector<std::string>& forms, CountRule& rule) {
  for (const CountRule candidate : {CountRule::kSame, CountRule::kOneOther, CountRule::kOneFewMany}) {
    if (forms != count_forms(candidate)) continue;
    rule = candidate;
    return true;
  }
  return false;
}

Result<Language> read_language(const json& row, const std::string& where) {
  Language language;
  if (!row.is_object()) return Error{where, "is not an object"};
  language.id = text_of(row, "id");
  language.name = text_of(row, "name");
  if (!is_id(language.id)) return Error{where + ".id", "is not a language's short name, such as \"ky\""};
  if (language.name.empty()) return Error{where + ".name", "is missing"};
  std::vector<std::string> forms;
  if (!words_of(row, "counts", forms) || !rule_of(forms, language.counts)) {
    return Error{where + ".counts", "is none of [other], [one, other], [one, few, many]"};
  }
  const std::string mark = text_of(row, "decimal_mark");
  if (mark != "." && mark != ",") return Error{where + ".decimal_mark", "is neither \".\" nor \",\""};
  language.decimal_mark = mark[0];
  return language;
}

}  // namespace

Result<Languages> read_languages(const std::string& json_text, const std::string& file_name) {
  const json root = json::parse(json_text, nullptr, false);
  if (!root.is_object()) return Error{file_name, "is not a JSON object"};
  Languages languages;
  if (!words_of(root, "parts", languages.parts)) return Error{file_name + ": parts", "is not a list of names"};
  const auto rows = root.find("languages");
  if (rows == root.end() || !rows->is_array() || rows->empty() || rows->size() > kLanguagesMax) {
    return Error{file_name + ": languages", "is not a list of 1 to " + std::to_string(kLanguagesMax) + " languages"};
  }
  for (const json& row : *rows) {
    const std::string where = file_name + ": languages[" + std::to_string(languages.all.size()) + "]";
    const Result<Language> language = read_language(row, where);
    if (!language) return language.error();
    if (language_of(languages, language->id) != nullptr) return Error{where + ".id", "is there twice"};
    languages.all.push_back(*language);
  }
  languages.for_others = text_of(root, "for_others");
  if (language_of(languages, languages.for_others) == nullptr) {
    return Error{file_name + ": for_others", "is not one of the languages"};
  }
  return languages;
}

Result<Languages> load_languages(const Assets& assets) {
  const auto bytes = assets.read(kLanguagesFile);
  if (!bytes) return bytes.error();
  return read_languages(std::string(bytes->begin(), bytes->end()), kLanguagesFile);
}

const Language* language_of(const Languages& languages, std::string_view id) {
  for (const Language& language : languages.all) {
    if (language.id == id) return &language;
  }
  return nullptr;
}

const Language& language_for_system(const Languages& languages, std::string_view system_language) {
  if (system_language.empty()) return languages.all.front();
  const Language* spoken = language_of(languages, system_language.substr(0, system_language.find_first_of("-_.")));
  return spoken != nullptr ? *spoken : *language_of(languages, languages.for_others);
}

Result<Strings> load_strings(const Assets& assets, const Languages& languages, std::string_view id) {
  const Language* language = language_of(languages, id);
  if (language == nullptr) {
    std::string known;
    for (const Language& each : languages.all) known += (known.empty() ? "" : ", ") + each.id;
    return Error{"language", "\"" + std::string(id) + "\" is none we speak: " + known};
  }
  Strings strings;
  strings.language = language->id;
  strings.counts = language->counts;
  strings.decimal_mark = language->decimal_mark;
  for (const std::string& part : languages.parts) {
    const std::string name = "strings/" + language->id + "." + part + ".json";
    const auto bytes = assets.read(name);
    if (!bytes) return bytes.error();
    const auto added = add_strings(strings, std::string(bytes->begin(), bytes->end()), name);
    if (!added) return added.error();
  }
  return strings;
}

}  // namespace sui::engine
