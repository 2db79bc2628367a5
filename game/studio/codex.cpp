#include "game/studio/codex.h"

#include <string>

#include "game/engine/style.h"
#include "game/studio/brushwork.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using engine::Canvas;
using engine::hex;
using engine::Rect;
namespace style = engine::style;

constexpr float kTop = 88, kGap = 12, kPad = 18, kClosedTall = 84;

constexpr std::array<Card, kCardCount> kCards = {{
    {"duck", "Xinhua, 10.6.2023; CCTV, 1.4.2024", "duck", ""},
    {"pun", "Xinhua, 10.6.2023; Xinhua, 9.2025", "duck", ""},
    {"steps", "Song Yingxing, Tiangong Kaiwu, 1637", "steps", ""},
    {"drifters", "Xinhua, China Daily, 2025", "drifters", ""},
    {"taoxichuan", "Xinhua, 7.8.2018; China Daily, 2025", "drifters", ""},
    {"city", "State Council News, China Daily, 2025", "", ""},
    {"zhenyao", "chinaguyao.com, 2012; taoci-hy.com", "", "read_fire"},
    {"arhat", "Beijing Review, 20.10.2023", "", ""},
}};

engine::TextStyle fact_style() {
  auto words = body_style(15.5f);
  words.line_height = 1.55f;
  words.colour = hex(style::kInk, 0.92f);
  return words;
}

std::string key_of(const Card& card) {
  return std::string("codex.") + card.id;
}

std::string how_to_open(const Card& card, Around& around) {
  if (card.chapter[0] != 0)
    return engine::fill(
        around.strings, "codex.read_first",
        {{"chapter", std::string(engine::say(around.strings, std::string("chapter.") + card.chapter))}});
  return engine::fill(around.strings, "codex.learn_first",
                      {{"lesson", std::string(engine::say(around.strings, std::string("lesson.") + card.lesson))}});
}

float height_of(const Card& card, Around& around, float width) {
  if (!is_open(card, around.shelf.book)) return kClosedTall;
  const std::string_view fact = engine::say(around.strings, key_of(card) + ".fact");
  return 58 + around.frame.canvas.text_size(fact, width - 2 * kPad, fact_style()).y + 50;
}

void draw_card(const Card& card, Around& around, Rect area) {
  Canvas& canvas = around.frame.canvas;
  const bool open = is_open(card, around.shelf.book);
  (void)tile(canvas, area, open ? 1.0f : 0.0f);
  const float width = area.w - 2 * kPad;
  auto title = title_style(18);
  title.colour = open ? hex(style::kCobaltDeep) : hex(0x7d7364);
  const std::string_view called = engine::say(around.strings, key_of(card));
  title = engine::fitted(canvas, called, title, width);
  canvas.text(called, {area.x + kPad, area.y + 15, width, 0}, title);
  auto small = body_style(12.5f);
  if (!open) {
    small.colour = hex(0x7d7364);
    const std::string how = how_to_open(card, around);
    small = engine::fitted(canvas, how, small, width);
    canvas.text(how, {area.x + kPad, area.y + 49, width, 0}, small);
    return;
  }
  canvas.rect({area.x + kPad, area.y + 45, 34, 1.6f}, hex(style::kCobalt, 0.7f));
  canvas.text(engine::say(around.strings, key_of(card) + ".fact"), {area.x + kPad, area.y + 55, width, 0},
              fact_style());
  small.colour = hex(style::kInk, 0.62f);
  const std::string source = engine::fill(around.strings, "codex.source", {{"source", card.source}});
  small = engine::fitted(canvas, source, small, width);
  canvas.text(source, {area.x + kPad, area.y + area.h - 32, width, 0}, small);
}

}  // namespace

const std::array<Card, kCardCount>& cards() {
  return kCards;
}

bool is_open(const Card& card, const shelf::Book& book) {
  if (card.chapter[0] != 0) return book.read.count(card.chapter) > 0;
  return card.lesson[0] == 0 || book.learned.count(card.lesson) > 0;
}

Go frame(Codex& codex, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  frame.canvas.gradient(frame.screen, 0, hex(0xf3f5f4), hex(0xdde5ea));
  const Rect c = layout::column(frame.safe);
  const Rect place{c.x, frame.safe.y + kTop, c.w, frame.safe.h - kTop};
  const float width = c.w - 2 * layout::kMargin;
  float all = 30;
  for (const Card& card : cards()) all += height_of(card, around, width) + kGap;
  float y = engine::begin_scroll(frame.ui, "codex", place, all, codex.scrolled);
  for (const Card& card : cards()) {
    const float tall = height_of(card, around, width);
    draw_card(card, around, {c.x + layout::kMargin, y, width, tall});
    y += tall + kGap;
  }
  engine::end_scroll(frame.ui);
  if (back_button(around)) go.room = Room::kBook;
  room_title(around, "room.codex", true);
  sound_of_room(around, 0.08f);
  return go;
}

}  // namespace sui::studio
