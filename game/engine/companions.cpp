#include "game/engine/companions.h"

#include <algorithm>
#include <utility>

#include "game/engine/character_fields.h"

namespace sui::engine {
namespace {

constexpr std::size_t kTextBytesMax = 16 * 1024;
constexpr std::size_t kLanguagesMax = 32;
constexpr std::size_t kLineBytesMax = 240;

Result<std::string> read_text(const Assets& assets, const std::string& path) {
  const auto bytes = assets.read(path);
  if (!bytes) return Error{path, bytes.error().what};
  return std::string(bytes->begin(), bytes->end());
}

Result<Json> read_json(const Assets& assets, const std::string& path) {
  const auto text = read_text(assets, path);
  if (!text) return text.error();
  if (text->size() > kTextBytesMax) return Error{path, "is larger than 16 KiB"};
  Json json = Json::parse(*text, nullptr, false);
  if (json.is_discarded()) return Error{path, "is not JSON"};
  return json;
}

bool is_language(const std::string& name) {
  return name.size() >= 2 && name.size() <= 8 && is_file_name(name) && name.find('.') == std::string::npos;
}

void read_names(const Fields& file, Companion& companion) {
  const Json* names = file.field("names");
  if (names == nullptr || !names->is_object() || names->empty() || names->size() > kLanguagesMax) {
    file.fail("names", "is not an object of 1 to 32 names by language");
    return;
  }
  for (const auto& [language, name] : names->get_ref<const Json::object_t&>()) {
    if (!is_language(language)) return file.fail("names." + language, "is no language");
    if (!name.is_string() || name.get_ref<const std::string&>().empty() ||
        name.get_ref<const std::string&>().size() > 64) {
      return file.fail("names." + language, "is not a short text");
    }
    companion.names[language] = name.get<std::string>();
  }
}

CompanionVoice read_voice(const Fields& file) {
  const std::string voice = file.text("voice");
  if (voice == "quack") return CompanionVoice::kQuack;
  if (voice == "ring") return CompanionVoice::kRing;
  if (voice != "silent") file.fail("voice", "is none of quack, ring, silent");
  return CompanionVoice::kSilent;
}

std::vector<std::string> read_lines(const Fields& file, const char* name) {
  std::vector<std::string> lines;
  const Json::array_t* list = file.list(name, 1, kLinesMax);
  if (list == nullptr) return lines;
  for (std::size_t index = 0; index < list->size(); ++index) {
    const Json& line = (*list)[index];
    if (!line.is_string() || line.get_ref<const std::string&>().empty() ||
        line.get_ref<const std::string&>().size() > kLineBytesMax) {
      file.fail(std::string(name) + "[" + std::to_string(index) + "]", "is not a text of 1 to 240 bytes");
      return {};
    }
    lines.push_back(line.get<std::string>());
  }
  return lines;
}

Result<CompanionLines> load_lines(const Assets& assets, const std::string& path) {
  const auto json = read_json(assets, path);
  if (!json) return json.error();
  std::optional<Error> wrong;
  const Fields file(*json, path + ": ", wrong);
  CompanionLines lines{read_lines(file, "greeting"), read_lines(file, "cheers"), read_lines(file, "consoles")};
  if (wrong) return *wrong;
  return lines;
}

}  // namespace

Result<Companion> load_companion(Scene& scene, const Assets& assets, const std::string& id) {
  const std::string folder = "characters/" + id + "/";
  const std::string path = folder + "manifest.json";
  const auto json = read_json(assets, path);
  if (!json) return json.error();
  std::optional<Error> wrong;
  const Fields file(*json, path + ": ", wrong);
  Companion companion;
  companion.id = file.text("id");
  if (!wrong && companion.id != id) file.fail("id", "is \"" + companion.id + "\", not its folder's name");
  companion.author = file.text("author");
  companion.licence = file.text("licence");
  companion.order = static_cast<int>(file.number("order", 0, 10000));
  companion.voice = read_voice(file);
  read_names(file, companion);
  const std::string model = file.text("model");
  if (!wrong && !is_file_name(model)) file.fail("model", "is not a file's name");
  if (wrong) return *wrong;
  for (const auto& [language, name] : companion.names) {
    std::string name_of_lines = folder + "lines.";
    name_of_lines.append(language).append(".json");
    auto lines = load_lines(assets, name_of_lines);
    if (!lines) return lines.error();
    companion.lines[language] = std::move(*lines);
  }
  const auto text = read_text(assets, folder + model);
  if (!text) return text.error();
  auto figure = load_character(scene, *text, folder + model);
  if (!figure) return figure.error();
  companion.figure = std::move(*figure);
  return companion;
}

Companions load_companions(Scene& scene, const Assets& assets) {
  Companions companions;
  for (const std::string& id : assets.folders("characters")) {
    if (companions.all.size() == kCompanionsMax) {
      companions.trouble.push_back({"characters/" + id, "is one too many: " + std::to_string(kCompanionsMax) + " fit"});
      continue;
    }
    auto companion = load_companion(scene, assets, id);
    if (companion) {
      companions.all.push_back(std::move(*companion));
    } else {
      companions.trouble.push_back(companion.error());
    }
  }
  std::stable_sort(companions.all.begin(), companions.all.end(),
                   [](const Companion& left, const Companion& right) { return left.order < right.order; });
  return companions;
}

const Companion* chosen_companion(const Companions& companions, std::string_view id) {
  const Companion* found = nullptr;
  for (const Companion& companion : companions.all) {
    if (companion.id == id) return &companion;
    if (found == nullptr || companion.id == kFirstCompanion) found = &companion;
  }
  return found;
}

namespace {
template <class Value>
const Value& in_language(const std::map<std::string, Value>& values, const std::string& language) {
  for (const std::string& wanted : {language, std::string("en")}) {
    const auto found = values.find(wanted);
    if (found != values.end()) return found->second;
  }
  static const Value kNothing{};
  return values.empty() ? kNothing : values.begin()->second;
}
}  // namespace

const std::string& name_of(const Companion& companion, const std::string& language) {
  return in_language(companion.names, language);
}

const CompanionLines& lines_of(const Companion& companion, const std::string& language) {
  return in_language(companion.lines, language);
}

const std::string& line_of(const std::vector<std::string>& lines, uint64_t turn) {
  static const std::string kNothing;
  return lines.empty() ? kNothing : lines[static_cast<std::size_t>(turn % lines.size())];
}

}  // namespace sui::engine
