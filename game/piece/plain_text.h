// Plain text: the one rule for every title, name and reason that a person typed and others will read.
//
// Well-formed UTF-8 without control characters, direction overrides or line separators: those spoil logs, or let one
// name pass for another. What a record may be called and what a message may carry are the same question, so a piece
// that was minted can always be shown. Owns no lengths (limits.h, protocol/limits.h).
#pragma once

#include <cstddef>
#include <string_view>

namespace sui::piece {

enum class TextFault { kNone, kNotUtf8, kControl, kDeceptive };

struct Character {
  std::size_t bytes = 0;  // 0 when there is a fault
  TextFault fault = TextFault::kNone;
};

// The character at the start of `text`, which must not be empty.
Character first_character(std::string_view text);
bool is_plain_text(std::string_view text);
const char* fault_text(TextFault fault);  // "is not UTF-8", to be followed by where

}  // namespace sui::piece
