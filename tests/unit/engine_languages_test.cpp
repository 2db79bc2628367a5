// What a reader of each language would notice: nouns after numbers, decimals, which language one is answered in.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "game/engine/languages.h"
#include "game/engine/limits.h"

namespace sui::engine {
namespace {

class ShippedAssets : public Assets {
 public:
  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    std::ifstream in(std::string(SUI_ASSETS) + "/" + name, std::ios::binary);
    if (!in) return Error{name, "is not there"};
    return std::vector<uint8_t>{std::istreambuf_iterator<char>(in), {}};
  }
};

Languages shipped() {
  const auto languages = load_languages(ShippedAssets{});
  EXPECT_TRUE(languages) << (languages ? "" : to_text(languages.error()));
  return languages ? *languages : Languages{};
}

std::string forms_of(const Language& language) {
  std::string forms;
  for (int count : {0, 1, 2, 5, 11, 21, 22, 25, 101}) {
    forms += std::string(forms.empty() ? "" : " ") + std::string(count_form(language.counts, count));
  }
  return forms;
}

TEST(Languages, NounsFollowTheirNumber) {
  const std::string same = "other other other other other other other other other";
  const std::string one_other = "other one other other other other other other other";
  const std::map<std::string, std::string> expected = {
      {"zh", same},      {"ko", same},      {"tr", same},      {"ky", same},
      {"en", one_other}, {"it", one_other}, {"bg", one_other}, {"ru", "many one few many many one few many one"}};
  const Languages languages = shipped();
  EXPECT_EQ(languages.all.size(), expected.size());
  for (const Language& language : languages.all) {
    ASSERT_TRUE(expected.count(language.id)) << language.id;
    EXPECT_EQ(forms_of(language), expected.at(language.id)) << language.id;
  }
  EXPECT_EQ(count_form(CountRule::kOneFewMany, 2.3), "few") << "2,3 дня";
  EXPECT_EQ(count_form(CountRule::kOneOther, 1.5), "other") << "1.5 days";
  EXPECT_EQ(count_form(CountRule::kOneFewMany, 112), "many") << "112 часов";
}

TEST(Languages, AnHourIsCountedInEachOfThem) {
  const std::map<std::string, std::string> after_21 = {
      {"zh", "过了 21 小时"}, {"en", "21 hours later"}, {"ru", "Прошёл 21 час"}, {"tr", "21 saat sonra"},
      {"it", "Dopo 21 ore"},  {"ko", "21시간 뒤"},      {"bg", "След 21 часа"},  {"ky", "21 сааттан кийин"}};
  const Languages languages = shipped();
  for (const Language& language : languages.all) {
    const auto strings = load_strings(ShippedAssets{}, languages, language.id);
    ASSERT_TRUE(strings) << to_text(strings.error());
    EXPECT_EQ(fill_count(*strings, "dry.hours", 21, {{"n", "21"}}), after_21.at(language.id));
  }
}

TEST(Languages, DecimalsAreWrittenAsTheyReadThem) {
  const Languages languages = shipped();
  for (const auto& [id, written] : std::map<std::string, std::string>{{"zh", "27.1"},
                                                                      {"en", "27.1"},
                                                                      {"ru", "27,1"},
                                                                      {"tr", "27,1"},
                                                                      {"it", "27,1"},
                                                                      {"ko", "27.1"},
                                                                      {"bg", "27,1"},
                                                                      {"ky", "27,1"}}) {
    const auto strings = load_strings(ShippedAssets{}, languages, id);
    ASSERT_TRUE(strings) << to_text(strings.error());
    EXPECT_EQ(number(*strings, 27.09, 1), written) << id;
    EXPECT_EQ(number(*strings, 27.09, 0), "27") << id;
  }
}

TEST(Languages, TheSystemIsAnsweredInItsOwn) {
  const Languages languages = shipped();
  EXPECT_EQ(language_for_system(languages, "ky").id, "ky");
  EXPECT_EQ(language_for_system(languages, "tr-TR").id, "tr");
  EXPECT_EQ(language_for_system(languages, "").id, "zh") << "the city's own";
  EXPECT_EQ(language_for_system(languages, "pt").id, "en") << "somebody who reads none of them";
}

TEST(Languages, AnUnknownOneIsNamedWithThoseThereAre) {
  const auto strings = load_strings(ShippedAssets{}, shipped(), "xx");
  ASSERT_FALSE(strings);
  EXPECT_NE(to_text(strings.error()).find("\"xx\" is none we speak: zh, en, ru"), std::string::npos);
}

TEST(Languages, AListThatIsWrongSaysWhere) {
  const std::string good = R"({"id": "zh", "name": "中", "counts": ["other"], "decimal_mark": "."})";
  const auto file = [](const std::string& rows, const std::string& others = "zh") {
    return R"({"parts": ["common"], "for_others": ")" + others + R"(", "languages": [)" + rows + "]}";
  };
  ASSERT_TRUE(read_languages(file(good), "l.json"));
  std::string many = good;
  for (std::size_t i = 0; i < kLanguagesMax; ++i) many += "," + good;
  const std::pair<std::string, std::string> wrong[] = {
      {"[]", "object"},
      {file(""), "languages"},
      {file(many), "1 to 64"},
      {file(good + "," + good), "twice"},
      {file(good, "en"), "for_others"},
      {file("3"), "languages[0]"},
      {file(R"({"id": "Zh", "name": "中", "counts": ["other"], "decimal_mark": "."})"), "languages[0].id"},
      {file(R"({"id": "zh", "name": "", "counts": ["other"], "decimal_mark": "."})"), "name"},
      {file(R"({"id": "zh", "name": "中", "counts": ["few"], "decimal_mark": "."})"), "counts"},
      {file(R"({"id": "zh", "name": "中", "counts": ["other"], "decimal_mark": "'"})"), "decimal_mark"}};
  for (const auto& [json, named] : wrong) {
    const auto languages = read_languages(json, "l.json");
    ASSERT_FALSE(languages) << json;
    EXPECT_NE(to_text(languages.error()).find(named), std::string::npos) << to_text(languages.error());
  }
}

}  // namespace
}  // namespace sui::engine
