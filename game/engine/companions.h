// Companions: the character packs that lie in assets/characters, a folder each. A new folder is a new companion.
//
// Owns finding, checking and meshing them; a damaged or incomplete pack is named in `trouble` and left out, the others
// stay. A folder holds
//   manifest.json          id (the folder's name), names {language: name}, author, licence, order, model, voice
//   <model>                the figure with its palette, as character_pack.h says
//   lines.<language>.json  greeting, cheers, consoles: what it says; one such file for each language in names
// voice is "quack", "ring" (struck porcelain) or "silent". Who is chosen, and when it speaks, is the rooms' affair.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "game/engine/character.h"
#include "game/engine/files.h"

namespace sui::engine {

inline constexpr std::string_view kFirstCompanion = "duck";
inline constexpr std::size_t kCompanionsMax = 12;
inline constexpr std::size_t kLinesMax = 12;  // of one kind

enum class CompanionVoice : uint8_t { kSilent, kQuack, kRing };

struct CompanionLines {
  std::vector<std::string> greeting, cheers, consoles;
};

struct Companion {
  std::string id, author, licence;
  int order = 0;  // smallest first
  CompanionVoice voice = CompanionVoice::kSilent;
  std::map<std::string, std::string> names;  // by language
  std::map<std::string, CompanionLines> lines;
  std::shared_ptr<Character> figure;
};

struct Companions {
  std::vector<Companion> all;
  std::vector<Error> trouble;  // one for each pack that was left out
};

Result<Companion> load_companion(Scene& scene, const Assets& assets, const std::string& id);
Companions load_companions(Scene& scene, const Assets& assets);
// The one with this id, else the duck, else the first; null when there is none at all.
const Companion* chosen_companion(const Companions& companions, std::string_view id);
// In the language, else in English, else in whatever there is.
const std::string& name_of(const Companion& companion, const std::string& language);
const CompanionLines& lines_of(const Companion& companion, const std::string& language);
// One of the lines; the same `turn` gives the same line.
const std::string& line_of(const std::vector<std::string>& lines, uint64_t turn);

}  // namespace sui::engine
