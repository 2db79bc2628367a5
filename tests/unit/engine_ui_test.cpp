// The controls under a finger, over a canvas that only measures.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "game/engine/gestures.h"
#include "game/engine/glyphs.h"
#include "game/engine/style.h"
#include "game/engine/ui.h"
#include "game/engine/ui_root.h"

namespace sui::engine {
namespace {

class BlankCanvas : public Canvas {
 public:
  void rect(Rect, Colour) override {}
  void rounded(Rect, float, Colour) override {}
  void outlined(Rect, float, float, Colour) override {}
  void gradient(Rect, float, Colour, Colour) override {}
  void shadow(Rect, float, float, Colour) override {}
  void circle(Vec2, float, Colour) override {}
  void ring(Vec2, float, float, float, float, Colour) override {}
  void line(Vec2, Vec2, float, Colour) override {}
  void triangle(Vec2, Vec2, Vec2, Colour) override {}
  void image(TextureId, Rect, Rect, Colour, float) override {}
  void seal(Rect, float, Colour, float) override {}
  void icon(Icon, Vec2, float, Colour, float) override {}
  float text(std::string_view, Rect, const TextStyle& style) override { return style.size; }
  Vec2 text_size(std::string_view utf8, float, const TextStyle& style) override {
    return {static_cast<float>(utf8.size()) * style.size * 0.5f, style.size};
  }
  void text_scale(float) override {}
  void push_clip(Rect) override { ++clips; }
  void pop_clip() override { --clips; }
  int clips = 0;
};

class EngineUi : public testing::Test {
 protected:
  template <class Draw>
  void frame(Draw draw) {
    now_s_ += kDt_s;
    settle_frame(gestures_, now_s_, kDt_s);
    start_ui_frame(state_, now_s_);
    Ui ui{canvas_, gestures_.input, state_, kDt_s, {0, 0, 390, 844}, {0, 0, 390, 844}};
    draw(ui);
    end_ui_frame(state_, gestures_.input);
    forget_frame(gestures_);
    EXPECT_EQ(canvas_.clips, 0);
  }
  void down(Vec2 at, int64_t id = 1) { touch_down(gestures_, id, at, 1); }
  void move(Vec2 at, int64_t id = 1) { touch_moved(gestures_, id, at, 1); }
  void up(Vec2 at, int64_t id = 1) { touch_up(gestures_, id, at); }

  static constexpr double kDt_s = 1.0 / 60;
  BlankCanvas canvas_;
  Gestures gestures_;
  UiState state_;
  double now_s_ = 0;
};

constexpr Rect kPlace{20, 700, 200, 52};

TEST_F(EngineUi, AButtonClicksOnceWhereTheFingerLifts) {
  int clicks = 0;
  const auto draw = [&](Ui& ui) { clicks += button(ui, "a", kPlace, "上轮", ButtonLook::kPrimary) ? 1 : 0; };
  down({100, 720});
  frame(draw);
  EXPECT_TRUE(gestures_.input.touches[0].taken) << "what lies under must not feel it";
  EXPECT_EQ(clicks, 0);
  up({110, 722});
  frame(draw);
  frame(draw);
  EXPECT_EQ(clicks, 1);
  down({100, 720});
  frame(draw);
  move({100, 300});
  frame(draw);
  up({100, 300});
  frame(draw);
  EXPECT_EQ(clicks, 1) << "a finger drawn away thinks better of it";
}

TEST_F(EngineUi, ADisabledButtonDoesNothing) {
  down({100, 720});
  up({100, 720});
  for (int i = 0; i < 3; ++i) {
    frame([&](Ui& ui) { EXPECT_FALSE(button(ui, "a", kPlace, "x", ButtonLook::kQuiet, Icon::kNone, false)); });
  }
}

TEST_F(EngineUi, TwoThumbsHoldTwoControls) {
  float speed = 0.2f;
  int clicks = 0;
  const auto draw = [&](Ui& ui) {
    slider(ui, "speed", {300, 400, 52, 200}, speed, Icon::kSpeed);
    clicks += button(ui, "water", kPlace, "加水", ButtonLook::kGlass) ? 1 : 0;
  };
  down({320, 500}, 1);
  frame(draw);
  down({100, 720}, 2);
  frame(draw);
  move({320, 420}, 1);
  up({100, 720}, 2);
  frame(draw);
  EXPECT_EQ(clicks, 1);
  EXPECT_GT(speed, 0.9f);
}

TEST_F(EngineUi, ASliderReachesBothEndsAndStaysWithin) {
  float value = 0.5f;
  const auto draw = [&](Ui& ui) { slider(ui, "s", {20, 400, 300, 48}, value, Icon::kNone); };
  down({170, 420});
  frame(draw);
  EXPECT_NEAR(value, 0.5f, 0.02f);
  move({900, 420});
  frame(draw);
  EXPECT_EQ(value, 1);
  move({-900, 420});
  frame(draw);
  EXPECT_EQ(value, 0);
}

TEST_F(EngineUi, AStepperStepsRepeatsAndStopsAtItsEnds) {
  int64_t value = 3;
  const auto draw = [&](Ui& ui) { stepper(ui, "p", {20, 400, 200, 52}, value, 1, 0, 5, "枚"); };
  down({30, 420});
  frame(draw);
  up({30, 420});
  frame(draw);
  EXPECT_EQ(value, 2);
  down({200, 420});
  for (int i = 0; i < 240; ++i) frame(draw);
  EXPECT_EQ(value, 5);
}

TEST_F(EngineUi, UnderASheetNothingIsTouchedAndOnItControlsWork) {
  int under = 0, on = 0;
  bool scene_feels = false;
  const auto draw = [&](Ui& ui) {
    under += button(ui, "under", {20, 500, 200, 52}, "x", ButtonLook::kQuiet) ? 1 : 0;
    const Rect inner = sheet(ui, 400, 1);
    on += button(ui, "on", {inner.x, inner.y + 20, inner.w, 52}, "y", ButtonLook::kPrimary) ? 1 : 0;
    for (const Touch& touch : ui.input.touches) scene_feels = scene_feels || !touch.taken;
  };
  frame(draw);
  const Vec2 points[] = {{100, 520}, {100, 100}, {380, 800}};  // both buttons' place, outside, bare sheet
  for (Vec2 point : points) {
    down(point);
    frame(draw);
    up(point);
    frame(draw);
    frame(draw);
  }
  EXPECT_EQ(under, 0);
  EXPECT_EQ(on, 1);
  EXPECT_FALSE(scene_feels);
}

TEST_F(EngineUi, AListScrollsAndItsButtonsLetGo) {
  float offset = 0;
  int clicks = 0;
  const auto draw = [&](Ui& ui) {
    const float top = begin_scroll(ui, "list", {0, 100, 390, 300}, 1000, offset);
    for (int i = 0; i < 10; ++i) {
      clicks += button(ui, "row" + std::to_string(i), {20, top + static_cast<float>(i) * 100, 300, 80}, "x",
                       ButtonLook::kQuiet)
                    ? 1
                    : 0;
    }
    end_scroll(ui);
  };
  down({100, 350});
  frame(draw);
  for (int i = 1; i <= 10; ++i) {
    move({100, 350 - 20.0f * static_cast<float>(i)});
    frame(draw);
  }
  up({100, 150});
  frame(draw);
  EXPECT_EQ(clicks, 0);
  EXPECT_NEAR(offset, 200, 25);
  for (int i = 0; i < 300; ++i) frame(draw);
  EXPECT_GT(offset, 220) << "it glides on";
  EXPECT_LE(offset, 700);
  down({100, 50});  // a row scrolled out under the heading
  up({100, 50});
  for (int i = 0; i < 3; ++i) frame(draw);
  EXPECT_EQ(clicks, 0);
  down({100, 250});
  up({100, 250});
  for (int i = 0; i < 3; ++i) frame(draw);
  EXPECT_EQ(clicks, 1);
  const auto beside = [&](Ui& ui) {  // the list is gone, its place binds nobody any more
    clicks += button(ui, "beside", {20, 600, 300, 80}, "x", ButtonLook::kQuiet) ? 10 : 0;
  };
  frame(beside);
  down({100, 640});
  frame(beside);
  up({100, 640});
  for (int i = 0; i < 3; ++i) frame(beside);
  EXPECT_EQ(clicks, 11);
}

TEST_F(EngineUi, TypingRespectsCharactersAndTheLimit) {
  std::string name;
  const auto draw = [&](Ui& ui) { text_field(ui, "name", {20, 300, 300, 48}, name, 10, "起个名字"); };
  typed(gestures_, "x");
  frame(draw);
  EXPECT_EQ(name, "") << "no focus yet";
  down({100, 320});
  up({100, 320});
  frame(draw);
  frame(draw);
  EXPECT_NE(state_.focused_id, 0u);
  typed(gestures_, "青花梅瓶");
  frame(draw);
  EXPECT_EQ(name, "青花梅") << "10 bytes hold three of them, never a part";
  key_down(gestures_, Key::kBackspace);
  frame(draw);
  EXPECT_EQ(name, "青花");
  typed(gestures_, "a\x01\n\xff");
  frame(draw);
  EXPECT_EQ(name, "青花a");
  key_down(gestures_, Key::kEnter);
  frame(draw);
  EXPECT_EQ(state_.focused_id, 0u);
}

TEST_F(EngineUi, AFieldThatIsNoLongerDrawnLosesTheKeyboard) {
  std::string name;
  down({100, 320});
  frame([&](Ui& ui) { text_field(ui, "name", {20, 300, 300, 48}, name, 10, ""); });
  EXPECT_NE(state_.focused_id, 0u);
  frame([](Ui&) {});
  EXPECT_EQ(state_.focused_id, 0u);
}

TEST(EngineGlyphs, AFieldKnowsHowFarTheEdgeIs) {
  constexpr int kSide = 40;
  std::vector<uint8_t> disc(kSide * kSide), field(kSide * kSide);
  const float radius = 10, centre = 20;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float d = std::hypot(static_cast<float>(x) + 0.5f - centre, static_cast<float>(y) + 0.5f - centre) - radius;
      disc[static_cast<std::size_t>(y * kSide + x)] =
          static_cast<uint8_t>(std::lround(255 * std::clamp(0.5f - d, 0.0f, 1.0f)));
    }
  }
  FieldScratch scratch;
  field_from_coverage(disc, kSide, kSide, 8, scratch, field);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float d = std::hypot(static_cast<float>(x) + 0.5f - centre, static_cast<float>(y) + 0.5f - centre) - radius;
      const float told = (127.5f - static_cast<float>(field[static_cast<std::size_t>(y * kSide + x)])) / 127.5f * 8;
      EXPECT_NEAR(told, std::clamp(d, -8.0f, 8.0f), 0.55f);
    }
  }
}

double luminance(uint32_t rrggbb) {
  const auto linear = [](uint32_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(rrggbb >> 16) + 0.7152 * linear(rrggbb >> 8 & 255) + 0.0722 * linear(rrggbb & 255);
}

// WCAG 2.1, success criterion 1.4.3: 4.5 for letters of any size.
double contrast(uint32_t one, uint32_t other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST(EngineStyle, LettersCanBeReadOnTheirGrounds) {
  EXPECT_GT(contrast(style::kInk, style::kPorcelain), 4.5);
  EXPECT_GT(contrast(style::kPorcelain, style::kCobalt), 4.5);
  EXPECT_GT(contrast(style::kPorcelain, style::kCobaltDeep), 4.5);
  EXPECT_GT(contrast(style::kInk, style::kCeladon), 4.5);
  EXPECT_GT(contrast(style::kCeladon, style::kInk), 4.5);
  EXPECT_GT(contrast(style::kPorcelain, style::kWood), 4.5);
  EXPECT_GT(contrast(style::kInk, style::kClay), 4.5);
}

TEST(EngineIcons, EveryIconHasInkInsideItsSquareAndNoneBeyond) {
  constexpr int kSide = 60;
  std::vector<float> distances(kSide * kSide);
  for (int i = 1; i < kIconCount; ++i) {
    icon_distances(static_cast<Icon>(i), kSide, 3, distances.data());
    int inked = 0;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const bool ink = distances[static_cast<std::size_t>(y * kSide + x)] < 0;
        inked += ink ? 1 : 0;
        const bool in_margin = x < 5 || y < 5 || x >= kSide - 5 || y >= kSide - 5;
        EXPECT_FALSE(ink && in_margin) << "icon " << i << " leaves its square at " << x << ", " << y;
      }
    }
    EXPECT_GT(inked, 60) << "icon " << i;
    EXPECT_LT(inked, kSide * kSide / 2) << "icon " << i;
  }
}

}  // namespace
}  // namespace sui::engine
