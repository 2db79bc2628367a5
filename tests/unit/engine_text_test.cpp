// Text before it is drawn: damaged bytes, line breaks a Chinese reader accepts, string tables.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "game/engine/strings.h"
#include "game/engine/text_layout.h"

namespace sui::engine {
namespace {

std::vector<std::string> lines_of(std::string_view utf8, float width) {
  std::vector<TextUnit> units;
  std::vector<TextLine> lines;
  decode(utf8, units);
  for (TextUnit& unit : units) unit.advance = is_cjk(unit.character) ? 2.0f : 1.0f;
  break_lines(units, width, lines);
  std::vector<std::string> out;
  for (const TextLine& line : lines) {
    std::string text;
    for (uint32_t i = line.begin; i < line.end; ++i) {
      std::size_t at = 0, passed = 0;
      while (passed < i) {
        next_character(utf8, at);
        ++passed;
      }
      const std::size_t begin = at;
      next_character(utf8, at);
      text += utf8.substr(begin, at - begin);
    }
    out.push_back(text);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(EngineText, LatinBreaksAtSpacesAndDropsThem) {
  EXPECT_EQ(lines_of("the wall rises", 9), (Lines{"the wall", "rises"}));
}

TEST(EngineText, AWordWiderThanTheLineIsCut) {
  EXPECT_EQ(lines_of("abcdefgh ij", 4), (Lines{"abcd", "efgh", "ij"}));
}

TEST(EngineText, ChineseBreaksAnywhere) {
  EXPECT_EQ(lines_of("青花梅瓶", 4), (Lines{"青花", "梅瓶"}));
}

TEST(EngineText, NoLineStartsWithAClosingMarkNorEndsWithAnOpeningOne) {
  EXPECT_EQ(lines_of("青花瓶，好", 5.5f), (Lines{"青花", "瓶，", "好"}));
  EXPECT_EQ(lines_of("青花《瓷》", 6), (Lines{"青花", "《瓷》"}));
}

TEST(EngineText, AClosingMarkHangsByItsEmptyHalf) {
  EXPECT_EQ(lines_of("青花瓶，好", 7), (Lines{"青花瓶，", "好"}));
}

TEST(EngineText, LineFeedsBreakAndEmptyLinesCount) {
  EXPECT_EQ(lines_of("a\n\nb", 0), (Lines{"a", "", "b"}));
}

TEST(EngineText, KoreanBreaksBetweenWordsChineseAnywhere) {
  EXPECT_EQ(lines_of("어떻게 말릴까요", 8), (Lines{"어떻게", "말릴까요"}));
  EXPECT_EQ(lines_of("물이 25%나 돼요", 6), (Lines{"물이", "25%나", "돼요"}));
  EXPECT_EQ(lines_of("怎么晾干它呢", 8), (Lines{"怎么晾干", "它呢"}));
  EXPECT_EQ(lines_of("가나다라마바", 8), (Lines{"가나다라", "마바"})) << "a word wider than the line still breaks";
}

TEST(EngineText, NothingIsLostOrAddedWhateverTheWidth) {
  const std::string text = "泥要揉透，心要放稳。「慢慢来」，duck says: 湿泥不怕手 (really)。";
  std::string kept;
  for (char c : text) {
    if (c != ' ') kept += c;
  }
  for (float width = 1; width < 60; width += 0.7f) {
    std::string joined;
    for (const std::string& line : lines_of(text, width)) {
      for (char c : line) {
        if (c != ' ') joined += c;
      }
    }
    EXPECT_EQ(joined, kept) << "at width " << width;
  }
}

TEST(EngineText, DamagedBytesBecomeReplacementMarks) {
  std::vector<TextUnit> units;
  decode("a\xff\xe7\x93z\xed\xa0\x80\xc0\xaf", units);
  ASSERT_GE(units.size(), 4u);
  EXPECT_EQ(units.front().character, U'a');
  EXPECT_EQ(units[1].character, kReplacement);
  bool z_seen = false;
  for (const TextUnit& unit : units) {
    z_seen = z_seen || unit.character == U'z';
    EXPECT_FALSE(unit.character >= 0xD800 && unit.character <= 0xDFFF);
  }
  EXPECT_TRUE(z_seen);
}

TEST(EngineText, AnyBytesAtAllDecodeAndBreak) {
  std::mt19937 random(7);
  std::vector<TextUnit> units;
  std::vector<TextLine> lines;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random() & 0xff);
    decode(bytes, units);
    for (TextUnit& unit : units) unit.advance = static_cast<float>(random() % 3);
    break_lines(units, static_cast<float>(random() % 9), lines);
    ASSERT_FALSE(lines.empty());
    uint32_t last = 0;
    for (const TextLine& line : lines) {
      ASSERT_LE(last, line.begin);
      ASSERT_LE(line.begin, line.end);
      ASSERT_LE(line.end, units.size());
      last = line.end;
    }
  }
}

TEST(EngineStrings, FillsNamesAndKeepsUnknownOnes) {
  Result<Strings> strings = read_strings("zh", R"({"sold": "{who}买下了{what}，{coins}枚。{odd}"})", "zh.town.json");
  ASSERT_TRUE(strings);
  EXPECT_EQ(fill(*strings, "sold", {{"who", "小满"}, {"what", "梅瓶"}, {"coins", "128"}}),
            "小满买下了梅瓶，128枚。{odd}");
  EXPECT_EQ(say(*strings, "no such key"), "no such key");
}

TEST(EngineStrings, ErrorsNameTheFileAndTheKey) {
  Strings strings{"zh", {}};
  ASSERT_TRUE(add_strings(strings, R"({"ok": "好"})", "zh.common.json"));
  const std::pair<const char*, const char*> wrong[] = {{R"({"ok": "好"})", "ok"},
                                                       {R"({"a": 3})", "a"},
                                                       {R"({"a": {"b": "c"}})", "a"},
                                                       {R"(["a"])", "object"},
                                                       {R"({"a": "b",})", "byte"},
                                                       {"", "byte"},
                                                       {R"({"twice": "1", "twice": "2"})", "twice"}};
  for (const auto& [json, named] : wrong) {
    Result<Done> added = add_strings(strings, json, "zh.studio.json");
    ASSERT_FALSE(added) << json;
    EXPECT_EQ(added.error().where, "zh.studio.json");
    EXPECT_NE(added.error().what.find(named), std::string::npos) << added.error().what;
  }
}

}  // namespace
}  // namespace sui::engine
