#include <string>
#include <string_view>

#include "game/piece/plain_text.h"
#include "game/protocol/messages.h"

namespace sui::protocol {

std::string tidy_text(const std::string& text, std::size_t bytes_max) {
  std::string tidy;
  for (std::string_view rest = text; !rest.empty();) {
    const piece::Character character = piece::first_character(rest);
    if (tidy.size() + character.bytes > bytes_max) break;
    tidy.append(rest.substr(0, character.bytes));
    rest.remove_prefix(character.fault == piece::TextFault::kNone ? character.bytes : 1);
  }
  return tidy;
}

}  // namespace sui::protocol
