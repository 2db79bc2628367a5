// The check for cut words finds each way a text can be cut, and nothing else.
#include "tests/gallery/fit.h"

#include <gtest/gtest.h>

namespace sui::gallery {
namespace {

constexpr engine::Rect kScreen{0, 0, 390, 844};

// Every letter is half as wide as it is high; words break at spaces only when a width is asked for.
class Letters : public engine::Canvas {
 public:
  engine::Vec2 text_size(std::string_view utf8, float wrap_width, const engine::TextStyle& style) override {
    const float wide = static_cast<float>(utf8.size()) * style.size / 2;
    const bool wraps = wrap_width > 0 && wide > wrap_width && utf8.find(' ') != std::string_view::npos;
    return {wraps ? wrap_width : wide, style.size * style.line_height * (wraps ? 2.0f : 1.0f)};
  }
  void rect(engine::Rect, engine::Colour) override {}
  void rounded(engine::Rect, float, engine::Colour) override {}
  void outlined(engine::Rect, float, float, engine::Colour) override {}
  void gradient(engine::Rect, float, engine::Colour, engine::Colour) override {}
  void shadow(engine::Rect, float, float, engine::Colour) override {}
  void circle(engine::Vec2, float, engine::Colour) override {}
  void ring(engine::Vec2, float, float, float, float, engine::Colour) override {}
  void line(engine::Vec2, engine::Vec2, float, engine::Colour) override {}
  void triangle(engine::Vec2, engine::Vec2, engine::Vec2, engine::Colour) override {}
  void image(engine::TextureId, engine::Rect, engine::Rect, engine::Colour, float) override {}
  void seal(engine::Rect, float, engine::Colour, float) override {}
  void icon(engine::Icon, engine::Vec2, float, engine::Colour, float) override {}
  float text(std::string_view, engine::Rect, const engine::TextStyle&) override { return 0; }
  void text_scale(float) override {}
  void push_clip(engine::Rect) override {}
  void pop_clip() override {}
};

std::string faults_of(const std::vector<std::pair<std::string, engine::Rect>>& texts, engine::Rect button = {},
                      engine::Align align = engine::Align::kLeft) {
  Letters letters;
  FitCanvas canvas(letters);
  canvas.begin_frame(kScreen);
  canvas.gradient({0, 0, 390, 120}, 0, {}, {});  // ground, not a control
  if (button.w > 0) canvas.rounded(button, 8, {});
  for (const auto& [words, area] : texts) {
    engine::TextStyle style;
    style.align = align;
    canvas.text(words, area, style);
  }
  std::string all;
  for (const Fault& fault : canvas.faults()) all += fault.words + " " + fault.what + "; ";
  return all;
}

TEST(Fit, WordsWithRoomAreQuiet) {
  EXPECT_EQ(faults_of({{"Cut", {40, 700, 0, 0}}, {"Cut", {40, 722, 0, 0}}}, {20, 690, 100, 60}), "");
  EXPECT_EQ(faults_of({{"two words", {40, 700, 60, 0}}}), "") << "it wraps";
  EXPECT_EQ(faults_of({{"over the edge of the ground", {20, 110, 0, 0}}}), "");
}

TEST(Fit, FindsEachWayToBeCut) {
  EXPECT_EQ(faults_of({{"Unbreakable", {40, 700, 60, 0}}}), "Unbreakable is wider than its room; ");
  EXPECT_EQ(faults_of({{"Longest", {350, 700, 0, 0}}}), "Longest runs off the screen; ");
  EXPECT_EQ(faults_of({{"Cut it off", {30, 700, 0, 0}}}, {20, 695, 76, 40}), "Cut it off spills out of its control; ");
  EXPECT_EQ(faults_of({{"tall words", {30, 700, 60, 0}}}, {20, 695, 100, 40}),
            "tall words spills out of its control; ");
  EXPECT_EQ(faults_of({{"one", {40, 700, 0, 0}}, {"two", {44, 706, 0, 0}}}), "two is written over \"one\"; ");
}

TEST(Fit, FindsWhatAListCutsOffAtItsSide) {
  Letters letters;
  FitCanvas canvas(letters);
  canvas.begin_frame(kScreen);
  canvas.push_clip({100, 100, 60, 400});
  canvas.text("A long title", {100, 200, 0, 0}, {});
  canvas.text("A long title", {100, 900, 0, 0}, {});  // scrolled out of sight
  canvas.pop_clip();
  ASSERT_EQ(canvas.faults().size(), 1u);
  EXPECT_EQ(canvas.faults()[0].what, "is cut off");
}

TEST(Fit, WhatASheetCoversIsOutOfSight) {
  Letters letters;
  FitCanvas canvas(letters);
  canvas.begin_frame(kScreen);
  canvas.rounded({20, 690, 40, 30}, 8, {0, 0, 0, 1});
  canvas.text("Go", {22, 696, 0, 0}, {});
  canvas.gradient({0, 300, 390, 544}, 20, {1, 1, 1, 1}, {1, 1, 1, 1});
  canvas.text("Patterns to choose from", {20, 696, 0, 0}, {});
  EXPECT_TRUE(canvas.faults().empty());
}

TEST(Fit, NamesTheKey) {
  const auto strings =
      engine::read_strings("en", R"({"a.b": "{n} pieces", "a.c": "Cut", "a.d": "hour {n}", "a.e": "{n}"})", "en.json");
  ASSERT_TRUE(strings);
  EXPECT_EQ(key_of(*strings, "Cut"), "a.c");
  EXPECT_EQ(key_of(*strings, "hour 12"), "a.d");
  EXPECT_EQ(key_of(*strings, "3 pieces"), "a.b");
  EXPECT_EQ(key_of(*strings, "天球"), "?");
}

}  // namespace
}  // namespace sui::gallery
