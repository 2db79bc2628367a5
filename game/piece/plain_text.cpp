#include "game/piece/plain_text.h"

#include <cassert>
#include <cstdint>

namespace sui::piece {

namespace {

uint32_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<uint8_t>(text[index]);
}

}  // namespace

Character first_character(std::string_view text) {
  assert(!text.empty());
  const uint32_t lead = byte_at(text, 0);
  if (lead < 0x20 || lead == 0x7f) return {0, TextFault::kControl};
  if (lead < 0x80) return {1, TextFault::kNone};
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < size) return {0, TextFault::kNotUtf8};
  uint32_t code = lead & (0x7fu >> size);
  for (std::size_t k = 1; k < size; ++k) {
    if ((byte_at(text, k) & 0xc0u) != 0x80u) return {0, TextFault::kNotUtf8};
    code = (code << 6) | (byte_at(text, k) & 0x3fu);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  if (overlong || surrogate || code > 0x10ffff) return {0, TextFault::kNotUtf8};
  if (code < 0xa0) return {0, TextFault::kControl};
  const bool deceptive =
      (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
  if (deceptive) return {0, TextFault::kDeceptive};
  return {size, TextFault::kNone};
}

bool is_plain_text(std::string_view text) {
  while (!text.empty()) {
    const Character character = first_character(text);
    if (character.fault != TextFault::kNone) return false;
    text.remove_prefix(character.bytes);
  }
  return true;
}

const char* fault_text(TextFault fault) {
  switch (fault) {
    case TextFault::kNone:
      return "is plain text";
    case TextFault::kNotUtf8:
      return "is not UTF-8";
    case TextFault::kControl:
      return "has a control character";
    case TextFault::kDeceptive:
      return "has a character that turns the reading direction or breaks the line";
  }
  return "is not plain text";
}

}  // namespace sui::piece
