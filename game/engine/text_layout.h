// Text before it is drawn: UTF-8 decoding that survives damage, and line breaking for Chinese and Latin together.
//
// Private to this folder; pure. Advances are handed in, so this knows no font. Widths in whatever unit the advances
// have. Chinese breaks between any two characters except where punctuation forbids it (、 may not start a line, 《 may
// not end one); Latin breaks at spaces, and inside a word only when the word alone is wider than the line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sui::engine {

inline constexpr char32_t kReplacement = 0xFFFD;

// Decodes the character at `at` and moves past it. Damaged bytes give one kReplacement each.
char32_t next_character(std::string_view utf8, std::size_t& at);
bool is_invisible(char32_t character);  // joiners, selectors, controls: no ink, no width
bool is_cjk(char32_t character);        // may break before and after
bool starts_no_line(char32_t character);
bool ends_no_line(char32_t character);

struct TextUnit {
  char32_t character = 0;
  float advance = 0;
};
struct TextLine {
  uint32_t begin = 0, end = 0;  // units; spaces at the end and the line feed are left out
  float width = 0;
};

void decode(std::string_view utf8, std::vector<TextUnit>& units);  // advances stay 0
// `width` <= 0: break at line feeds alone.
void break_lines(const std::vector<TextUnit>& units, float width, std::vector<TextLine>& lines);

}  // namespace sui::engine
