// UTF-8 as it comes from outside: whether it is well formed, and how much of it fits.
//
// Owns no limits (limits.h). Control characters count as malformed: no name or reason needs them, and they spoil logs.
#pragma once

#include <cstddef>
#include <string_view>

namespace sui::protocol {

// Bytes of the well-formed, printable character at the start of `text`; 0 if there is none.
std::size_t character_bytes(std::string_view text);
bool is_plain_text(std::string_view text);

}  // namespace sui::protocol
