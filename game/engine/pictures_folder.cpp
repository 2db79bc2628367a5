#include "game/engine/pictures_folder.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace sui::engine {
namespace {

namespace fs = std::filesystem;

constexpr int kNamesTried = 999;

std::string in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool holds_the_same(const fs::path& path, std::span<const uint8_t> bytes) {
  const std::string there = text_of(path);
  return there.size() == bytes.size() &&
         std::equal(bytes.begin(), bytes.end(), there.begin(),
                    [](uint8_t byte, char letter) { return byte == static_cast<uint8_t>(letter); });
}

}  // namespace

std::string pictures_folder_in(const std::string& text, const std::string& home) {
  static const std::string kKey = "XDG_PICTURES_DIR=\"";
  std::size_t at = text.rfind(kKey);
  while (at != std::string::npos && at > 0 && text[at - 1] != '\n') at = text.rfind(kKey, at - 1);
  if (at == std::string::npos) return {};
  const std::size_t from = at + kKey.size(), to = text.find('"', from);
  if (to == std::string::npos || to == from) return {};
  std::string named = text.substr(from, to - from);
  static const std::string kHome = "$HOME";
  if (named.rfind(kHome, 0) == 0) named = home + named.substr(kHome.size());
  return named;
}

std::string pictures_folder() {
  const std::string home = in_environment("HOME");
  const std::string configured = in_environment("XDG_CONFIG_HOME");
  const fs::path config = configured.empty() ? fs::path(home) / ".config" : fs::path(configured);
  const std::string named = pictures_folder_in(text_of(config / "user-dirs.dirs"), home);
  std::error_code error;
  if (!named.empty() && fs::is_directory(named, error)) return named;
  const fs::path usual = fs::path(home) / "Pictures";
  return fs::is_directory(usual, error) ? usual.string() : home;
}

Result<std::string> keep_picture(const std::string& folder, const std::string& name, std::span<const uint8_t> bytes) {
  const fs::path wanted(name);
  for (int copy = 1; copy <= kNamesTried; ++copy) {
    const std::string number = copy == 1 ? "" : "-" + std::to_string(copy);
    const fs::path path = fs::path(folder) / (wanted.stem().string() + number + wanted.extension().string());
    std::error_code error;
    if (fs::exists(path, error)) {
      if (holds_the_same(path, bytes)) return path.string();
      continue;
    }
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return Error{path.string(), "cannot be written"};
    return path.string();
  }
  return Error{folder, "has too many pictures of this name"};
}

}  // namespace sui::engine
