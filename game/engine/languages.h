// Languages: which ones the game speaks, from assets/strings/languages.json: id, own name, which forms a count takes
// and how a decimal is written, in the order a list shows them; the first is the game's own.
//
// Owns reading that list and a language's whole table of words. Which one is spoken is the caller's choice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "game/engine/files.h"
#include "game/engine/strings.h"

namespace sui::engine {

struct Language {
  std::string id;    // "ky"
  std::string name;  // in its own words: "Кыргызча"
  CountRule counts = CountRule::kSame;
  char decimal_mark = '.';
};

struct Languages {
  std::vector<std::string> parts;  // a table is <id>.<part>.json, one for each of these
  std::string for_others;          // what somebody hears whose language is not here
  std::vector<Language> all;       // never empty
};

Result<Languages> read_languages(const std::string& json_text, const std::string& file_name);
Result<Languages> load_languages(const Assets& assets);
const Language* language_of(const Languages& languages, std::string_view id);  // null: we do not speak it
// What the system asks for ("tr-TR" is Turkish); without a wish the game's own.
const Language& language_for_system(const Languages& languages, std::string_view system_language);
// An unknown id is an error that names those there are.
Result<Strings> load_strings(const Assets& assets, const Languages& languages, std::string_view id);

}  // namespace sui::engine
