#include "game/protocol/text.h"

#include <cstdint>
#include <string>

#include "game/protocol/messages.h"

namespace sui::protocol {

namespace {

uint32_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<uint8_t>(text[index]);
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
  if (text.empty()) return 0;
  const uint32_t lead = byte_at(text, 0);
  if (lead < 0x80) return lead < 0x20 || lead == 0x7f ? 0 : 1;
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < size) return 0;
  uint32_t code = lead & (0x7fu >> size);
  for (std::size_t k = 1; k < size; ++k) {
    if ((byte_at(text, k) & 0xc0u) != 0x80u) return 0;
    code = (code << 6) | (byte_at(text, k) & 0x3fu);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  const bool control = code >= 0x80 && code < 0xa0;
  // Direction overrides and line separators let one name pass for another.
  const bool trick =
      (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
  return overlong || surrogate || control || trick || code > 0x10ffff ? 0 : size;
}

bool is_plain_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = character_bytes(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::string tidy_text(const std::string& text, std::size_t bytes_max) {
  std::string tidy;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = character_bytes(rest);
    if (tidy.size() + size > bytes_max) break;
    tidy.append(rest.substr(0, size));
    rest.remove_prefix(size == 0 ? 1 : size);
  }
  return tidy;
}

}  // namespace sui::protocol
