#include "game/engine/files.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <system_error>

#include "game/engine/limits.h"

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace sui::engine {
namespace {

namespace fs = std::filesystem;

// '~' can begin no name, so a file half written by a killed program is never taken for a whole one.
constexpr char kPartialMark = '~';

fs::path path_of(const std::string& utf8) {
  return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

std::FILE* opened(const fs::path& path, bool for_writing) {
#ifdef _WIN32
  return _wfopen(path.c_str(), for_writing ? L"wb" : L"rb");
#else
  return std::fopen(path.c_str(), for_writing ? "wb" : "rb");
#endif
}

bool made_durable(std::FILE* file) {
  if (std::fflush(file) != 0) return false;
#ifdef _WIN32
  return _commit(_fileno(file)) == 0;
#else
  return fsync(fileno(file)) == 0;
#endif
}

// A rename is durable only when the folder itself has reached the disk. Windows has no such call and needs none.
void folder_made_durable([[maybe_unused]] const fs::path& folder) {
#ifndef _WIN32
  const int handle = open(folder.c_str(), O_RDONLY);
  if (handle < 0) return;
  fsync(handle);
  close(handle);
#endif
}

Result<std::vector<uint8_t>> read_whole(const fs::path& path, const std::string& name, std::size_t bytes_max) {
  std::error_code trouble;
  if (!fs::is_regular_file(path, trouble)) return Error{name, "is not there"};
  const auto size = fs::file_size(path, trouble);
  if (trouble) return Error{name, trouble.message()};
  if (size > bytes_max) {
    return Error{name, "has " + std::to_string(size) + " bytes, above the limit of " + std::to_string(bytes_max)};
  }
  std::FILE* file = opened(path, false);
  if (file == nullptr) return Error{name, "cannot be opened"};
  std::vector<uint8_t> bytes(static_cast<std::size_t>(size));
  const std::size_t got = bytes.empty() ? 0 : std::fread(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  if (got != bytes.size()) return Error{name, "could be read only in part"};
  return bytes;
}

bool is_asset_name(const std::string& name) {
  return !name.empty() && name.find("..") == std::string::npos && name.front() != '/' &&
         name.find('\\') == std::string::npos && name.find('\0') == std::string::npos &&
         name.find(':') == std::string::npos;
}

class FolderFiles : public Files {
 public:
  FolderFiles(fs::path folder, std::function<void()> after_change)
      : folder_(std::move(folder)), after_change_(std::move(after_change)) {}

  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    if (!is_file_name(name)) return Error{name, "is not a file name"};
    return read_whole(folder_ / name, name, kFileBytesMax);
  }

  Result<Done> write(const std::string& name, std::span<const uint8_t> bytes) override {
    if (!is_file_name(name)) return Error{name, "is not a file name"};
    if (bytes.size() > kFileBytesMax) return Error{name, "is too large to keep"};
    const fs::path partial = folder_ / (kPartialMark + name);
    std::FILE* file = opened(partial, true);
    if (file == nullptr) return Error{name, "cannot be created in " + folder_.string()};
    const bool written = bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool durable = written && made_durable(file);
    const bool closed = std::fclose(file) == 0;
    std::error_code trouble;
    if (!durable || !closed) {
      fs::remove(partial, trouble);
      return Error{name, "could not be written whole; is the disk full?"};
    }
    fs::rename(partial, folder_ / name, trouble);
    if (trouble) return Error{name, trouble.message()};
    folder_made_durable(folder_);
    if (after_change_) after_change_();
    return Done{};
  }

  Result<Done> remove(const std::string& name) override {
    if (!is_file_name(name)) return Error{name, "is not a file name"};
    std::error_code trouble;
    if (!fs::remove(folder_ / name, trouble)) return Error{name, trouble ? trouble.message() : "is not there"};
    folder_made_durable(folder_);
    if (after_change_) after_change_();
    return Done{};
  }

  std::vector<std::string> names(const std::string& prefix) const override {
    std::vector<std::string> found;
    std::error_code trouble;
    for (fs::directory_iterator entry(folder_, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
      const std::string name = entry->path().filename().string();
      std::error_code odd;
      if (is_file_name(name) && name.rfind(prefix, 0) == 0 && entry->is_regular_file(odd)) found.push_back(name);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  fs::path folder_;
  std::function<void()> after_change_;
};

class MemoryFiles : public Files {
 public:
  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    if (!is_file_name(name)) return Error{name, "is not a file name"};
    const auto found = contents_.find(name);
    if (found == contents_.end()) return Error{name, "is not there"};
    return found->second;
  }
  Result<Done> write(const std::string& name, std::span<const uint8_t> bytes) override {
    if (!is_file_name(name)) return Error{name, "is not a file name"};
    if (bytes.size() > kFileBytesMax) return Error{name, "is too large to keep"};
    contents_[name].assign(bytes.begin(), bytes.end());
    return Done{};
  }
  Result<Done> remove(const std::string& name) override {
    if (contents_.erase(name) == 0) return Error{name, "is not there"};
    return Done{};
  }
  std::vector<std::string> names(const std::string& prefix) const override {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : contents_) {
      if (name.rfind(prefix, 0) == 0) found.push_back(name);
    }
    return found;
  }

 private:
  std::map<std::string, std::vector<uint8_t>> contents_;
};

class FolderAssets : public Assets {
 public:
  explicit FolderAssets(fs::path folder) : folder_(std::move(folder)) {}
  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    if (!is_asset_name(name)) return Error{"assets/" + name, "is not an asset name"};
    return read_whole(folder_ / name, "assets/" + name, kAssetBytesMax);
  }
  std::vector<std::string> folders(const std::string& folder) const override {
    std::vector<std::string> found;
    if (!is_asset_name(folder)) return found;
    std::error_code trouble;
    for (fs::directory_iterator entry(folder_ / folder, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
      std::error_code odd;
      const std::string name = entry->path().filename().string();
      if (entry->is_directory(odd) && is_file_name(name)) found.push_back(name);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  fs::path folder_;
};

}  // namespace

std::vector<std::string> Assets::folders(const std::string& folder) const {
  std::vector<std::string> found;
  const auto listed = read(folder + "/folders.txt");
  if (!listed) return found;
  std::string name;
  for (const uint8_t byte : *listed) {
    if (byte != '\n') {
      name += static_cast<char>(byte);
      continue;
    }
    if (is_file_name(name)) found.push_back(name);
    name.clear();
  }
  if (is_file_name(name)) found.push_back(name);
  std::sort(found.begin(), found.end());
  return found;
}

bool is_file_name(std::string_view name) {
  if (name.empty() || name.size() > kFileNameBytesMax || name.front() == '.') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  });
}

Result<std::unique_ptr<Files>> open_files(const std::string& folder, std::function<void()> after_change) {
  const fs::path path = path_of(folder);
  std::error_code trouble;
  fs::create_directories(path, trouble);
  if (!fs::is_directory(path, trouble)) return Error{folder, "is not a folder and cannot be made one"};
  for (fs::directory_iterator entry(path, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
    std::error_code odd;
    const std::string name = entry->path().filename().string();
    if (name.size() > 1 && name.front() == kPartialMark && is_file_name(name.substr(1))) fs::remove(entry->path(), odd);
  }
  return std::unique_ptr<Files>(std::make_unique<FolderFiles>(path, std::move(after_change)));
}

std::unique_ptr<Files> make_memory_files() {
  return std::make_unique<MemoryFiles>();
}

Result<std::unique_ptr<Assets>> open_assets(const std::string& folder) {
  const fs::path path = path_of(folder);
  std::error_code trouble;
  if (!fs::is_directory(path, trouble)) return Error{folder, "is not there: the game's assets are missing"};
  return std::unique_ptr<Assets>(std::make_unique<FolderAssets>(path));
}

}  // namespace sui::engine
