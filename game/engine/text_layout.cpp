#include "game/engine/text_layout.h"

#include <algorithm>

namespace sui::engine {
namespace {

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

// Full-width closing marks have ink only in their left half, so they may hang over the edge by the other half.
float hang(const TextUnit& unit) {
  return is_one_of(unit.character, U"，。、；：！？）》」』】") && unit.advance > 0 ? unit.advance * 0.5f : 0;
}

bool is_hangul(char32_t character) {
  return character >= 0xAC00 && character <= 0xD7AF;
}

bool is_space(char32_t character) {
  return character == U' ' || character == 0x3000 || character == U'\t';
}

bool may_break_between(char32_t before, char32_t after) {
  if (starts_no_line(after) || ends_no_line(before)) return false;
  // Korean breaks between words, unlike Chinese.
  if ((is_hangul(before) || is_hangul(after)) && !is_space(before)) return false;
  return is_space(before) || is_cjk(before) || is_cjk(after) || before == U'-' || before == U'/';
}

TextLine trimmed(const std::vector<TextUnit>& units, uint32_t begin, uint32_t end) {
  while (end > begin && is_space(units[end - 1].character)) --end;
  TextLine line{begin, end, 0};
  for (uint32_t i = begin; i < end; ++i) line.width += units[i].advance;
  return line;
}

}  // namespace

char32_t next_character(std::string_view utf8, std::size_t& at) {
  const auto byte = [utf8](std::size_t i) { return static_cast<uint8_t>(utf8[i]); };
  const uint8_t lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || at + static_cast<std::size_t>(more) > utf8.size()) return kReplacement;
  char32_t value = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    const uint8_t next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xC0u) != 0x80u) return kReplacement;
    value = (value << 6) | (next & 0x3Fu);
  }
  const bool overlong = (more == 2 && value < 0x800) || (more == 3 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return kReplacement;
  at += static_cast<std::size_t>(more);
  return value;
}

bool is_invisible(char32_t c) {
  return (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool starts_no_line(char32_t c) {
  return is_one_of(c, U"，。、；：！？）》〉」』】〕〗”’…—·・～％‰℃°,.;:!?)]}%々ー");
}

bool ends_no_line(char32_t c) {
  return is_one_of(c, U"（《〈「『【〔〖“‘([{￥$£€");
}

void decode(std::string_view utf8, std::vector<TextUnit>& units) {
  units.clear();
  std::size_t at = 0;
  while (at < utf8.size()) {
    const char32_t character = next_character(utf8, at);
    if (!is_invisible(character)) units.push_back({character, 0});
  }
}

void break_lines(const std::vector<TextUnit>& units, float width, std::vector<TextLine>& lines) {
  lines.clear();
  const auto count = static_cast<uint32_t>(units.size());
  uint32_t begin = 0, last_break = 0;  // last_break > begin: a line may end before that unit
  float used = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const TextUnit& unit = units[i];
    if (unit.character == U'\n') {
      lines.push_back(trimmed(units, begin, i));
      begin = last_break = i + 1;
      used = 0;
      continue;
    }
    if (i > begin && may_break_between(units[i - 1].character, unit.character)) last_break = i;
    const bool over = width > 0 && used + unit.advance - hang(unit) > width + 0.01f && !is_space(unit.character);
    if (over && i > begin) {
      const uint32_t end = last_break > begin ? last_break : i;
      lines.push_back(trimmed(units, begin, end));
      begin = last_break = end;
      used = 0;
      for (uint32_t k = begin; k < i; ++k) used += units[k].advance;
    }
    used += unit.advance;
  }
  lines.push_back(trimmed(units, begin, count));
}

}  // namespace sui::engine
