#include "tools/suisui_tool/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace sui::tool {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

std::string last_error() {
  return std::strerror(errno);
}

}  // namespace

Result<std::vector<uint8_t>> read_file(const std::string& path, std::size_t bytes_max) {
  std::error_code unreadable;
  if (std::filesystem::is_directory(path, unreadable)) return Error{path, "is a folder, not a file"};
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return Error{path, "cannot be read: " + last_error()};
  std::vector<uint8_t> bytes(bytes_max + 1);
  const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file.get());
  if (std::ferror(file.get()) != 0) return Error{path, "cannot be read: " + last_error()};
  if (got > bytes_max) return Error{path, "is larger than " + std::to_string(bytes_max) + " bytes"};
  bytes.resize(got);
  return bytes;
}

Result<Done> write_file(const std::string& path, std::span<const uint8_t> bytes) {
  const std::string part = path + ".part";
  {
    File file(std::fopen(part.c_str(), "wb"));
    if (!file) return Error{path, "cannot be written: " + last_error()};
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    const bool flushed = whole && std::fflush(file.get()) == 0;
    if (!flushed) {
      const std::string reason = last_error();
      file.reset();
      std::remove(part.c_str());
      return Error{path, "cannot be written: " + reason};
    }
  }
  std::error_code failed;
  std::filesystem::rename(part, path, failed);
  if (failed) {
    std::remove(part.c_str());
    return Error{path, "cannot be written: " + failed.message()};
  }
  return Done{};
}

}  // namespace sui::tool
