#include "game/studio/book_room.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/engine/style.h"
#include "game/studio/comic.h"
#include "game/studio/commission_view.h"
#include "game/studio/layout.h"
#include "game/studio/lesson_art.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr int kLessonsInRow = 4, kOrdersInRow = 3;
constexpr float kGap = 10, kLabel = 36, kHeading = 46, kOrderTall = 168, kStoryTall = 92;
constexpr float kTop = 158;

struct Page {  // what is laid out while it is drawn
  Rect area;
  float y = 0;
};

void draw_ground(Around& around) {
  const Rect screen = around.frame.screen;
  Canvas& canvas = around.frame.canvas;
  canvas.gradient(screen, 0, hex(0xf3f5f4), hex(0xdde5ea));
  // Joints of a tiled wall, barely there.
  constexpr float kTilePt = 78;
  for (float x = std::fmod(screen.w / 2, kTilePt); x < screen.w; x += kTilePt)
    canvas.rect({screen.x + x, screen.y, 1, screen.h}, hex(style::kCobaltDeep, 0.035f));
  for (float y = 40; y < screen.h; y += kTilePt)
    canvas.rect({screen.x, screen.y + y, screen.w, 1}, hex(style::kCobaltDeep, 0.035f));
}

void heading(Around& around, Page& page, std::string_view key, const std::string& count) {
  Canvas& canvas = around.frame.canvas;
  auto text = title_style(20);
  text.colour = hex(style::kCobaltDeep);
  const std::string_view words = engine::say(around.strings, key);
  text = engine::fitted(canvas, words, text, page.area.w - 70);
  canvas.text(words, {page.area.x, page.y + 10, page.area.w, 0}, text);
  auto small = body_style(13, Align::kRight);
  small.colour = hex(style::kInk, 0.55f);
  canvas.text(count, {page.area.x, page.y + 17, page.area.w, 0}, small);
  page.y += kHeading;
}

void lesson_tiles(Around& around, Page& page, Go& go) {
  engine::Frame& frame = around.frame;
  const auto& learned = around.shelf.book.learned;
  heading(around, page, "book.lessons",
          std::to_string(std::count_if(kLessons.begin(), kLessons.end(),
                                       [&](LessonId lesson) { return learned.count(lesson_id(lesson)) > 0; })) +
              " / " + std::to_string(kLessonCount));
  const float size = (page.area.w - kGap * (kLessonsInRow - 1)) / kLessonsInRow;
  for (std::size_t index = 0; index < kLessonCount; ++index) {
    const auto column = static_cast<float>(index % kLessonsInRow), row = static_cast<float>(index / kLessonsInRow);
    const Rect area{page.area.x + column * (size + kGap), page.y + row * (size + kLabel), size, size};
    const char* id = lesson_id(kLessons[index]);
    if (engine::button(frame.ui, id, area, "", ButtonLook::kQuiet)) {
      go.room = Room::kWheel;
      go.lesson = kLessons[index];
    }
    const float fired = learned.count(id) > 0 ? 1.0f : 0.0f;
    const Sheet sheet = tile(frame.canvas, area, fired);
    draw_lesson_art(sheet, kLessons[index]);
    auto name = body_style(13, Align::kCentre);
    name.colour = fired > 0 ? hex(style::kCobalt) : hex(style::kInk, 0.8f);
    const std::string_view called = engine::say(around.strings, std::string("lesson.") + id);
    name = engine::fitted(frame.canvas, called, name, size + 6);
    frame.canvas.text(called, {area.x - 3, area.y + size + 6, size + 6, 0}, name);
  }
  page.y += static_cast<float>((kLessonCount + kLessonsInRow - 1) / kLessonsInRow) * (size + kLabel) + 6;
}

void order_card(Around& around, const Commission& order, Rect area) {
  Canvas& canvas = around.frame.canvas;
  const shelf::Book& book = around.shelf.book;
  const bool delivered = book.delivered.count(order.id) > 0, wanted = book.ordered == order.id;
  if (wanted) canvas.rounded({area.x - 2, area.y - 2, area.w + 4, area.h + 4}, 12, hex(style::kCobalt));
  const Sheet sheet = tile(canvas, area, 1);
  draw_order_vessel(sheet, order, {50, 92}, 66, 62);
  auto patron = body_style(12, Align::kCentre);
  patron.colour = hex(style::kInk, 0.6f);
  const std::string_view from = engine::say(around.strings, std::string("patron.") + patron_id(order.patron));
  patron = engine::fitted(canvas, from, patron, area.w - 8);
  canvas.text(from, {area.x + 4, area.y + area.h - 52, area.w - 8, 0}, patron);
  auto name = title_style(15, Align::kCentre);
  const std::string_view called = engine::say(around.strings, std::string("order.") + order.id);
  name = engine::fitted(canvas, called, name, area.w - 8);
  canvas.text(called, {area.x + 4, area.y + area.h - 32, area.w - 8, 0}, name);
  const auto best = book.best.find(order.id);
  if (best == book.best.end()) return;
  draw_score(around, {area.x + area.w - 24, area.y + 24}, 17, best->second, delivered);
}

void order_cards(BookRoom& room, Around& around, Page& page) {
  const auto& delivered = around.shelf.book.delivered;
  heading(around, page, "book.orders",
          std::to_string(std::count_if(commissions().begin(), commissions().end(),
                                       [&](const Commission& order) { return delivered.count(order.id) > 0; })) +
              " / " + std::to_string(kCommissionCount));
  const float width = (page.area.w - kGap * (kOrdersInRow - 1)) / kOrdersInRow;
  for (std::size_t index = 0; index < kCommissionCount; ++index) {
    const auto column = static_cast<float>(index % kOrdersInRow), row = static_cast<float>(index / kOrdersInRow);
    const Rect area{page.area.x + column * (width + kGap), page.y + row * (kOrderTall + kGap), width, kOrderTall};
    const Commission& order = commissions()[index];
    if (engine::button(around.frame.ui, order.id, area, "", ButtonLook::kQuiet)) {
      room.order = static_cast<int>(index);
      room.leaving = false;
    }
    order_card(around, order, area);
  }
  page.y += static_cast<float>((kCommissionCount + kOrdersInRow - 1) / kOrdersInRow) * (kOrderTall + kGap) + 6;
}

// Three chapters as wide tiles with their first picture, and the cards.
void story_tiles(Around& around, Page& page, Go& go) {
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const auto& read = around.shelf.book.read;
  heading(around, page, "book.story",
          std::to_string(std::count_if(chapters().begin(), chapters().end(),
                                       [&](const Chapter& chapter) { return read.count(chapter.id) > 0; })) +
              " / " + std::to_string(kChapterCount));
  constexpr std::array<std::size_t, kChapterCount> kCovers = {1, 1, 1};
  for (std::size_t index = 0; index < kChapterCount; ++index) {
    const Chapter& chapter = chapters()[index];
    const Rect area{page.area.x, page.y, page.area.w, kStoryTall};
    if (engine::button(frame.ui, chapter.id, area, "", ButtonLook::kQuiet)) {
      go.room = Room::kStory;
      go.chapter = index;
    }
    const Sheet face = tile(canvas, area, 1);
    const Rect art{face.area.x + 6, face.area.y + 6, (face.area.h - 12) * 100 / 49, face.area.h - 12};
    chapter.panels[kCovers[index]].draw({canvas, art, face.ground, hex(style::kCobaltDeep)}, around, 100);
    const float x = art.x + art.w + 14, width = area.x + area.w - x - 12;
    auto title = title_style(18);
    title.colour = hex(style::kCobaltDeep);
    const std::string_view called = engine::say(around.strings, std::string("chapter.") + chapter.id);
    title = engine::fitted(canvas, called, title, width, 54);
    const float tall = canvas.text_size(called, width, title).y;
    canvas.text(called, {x, area.y + (area.h - tall) / 2, width, 0}, title);
    if (read.count(chapter.id) > 0) {
      canvas.circle({area.x + area.w - 18, area.y + 18}, 10, hex(style::kCobalt));
      canvas.icon(engine::Icon::kCheck, {area.x + area.w - 18, area.y + 18}, 14, hex(style::kPorcelain));
    }
    page.y += kStoryTall + kGap;
  }
  if (engine::button(frame.ui, "codex", {page.area.x, page.y, page.area.w, 56},
                     engine::say(around.strings, "book.codex"), ButtonLook::kQuiet, engine::Icon::kBook))
    go.room = Room::kCodex;
  page.y += 56 + kGap;
}

float content_height(Rect area) {
  const float size = (area.w - kGap * (kLessonsInRow - 1)) / kLessonsInRow;
  const auto rows = [](std::size_t count, int in_row) {
    return static_cast<float>((count + static_cast<std::size_t>(in_row) - 1) / static_cast<std::size_t>(in_row));
  };
  return 3 * kHeading + kChapterCount * (kStoryTall + kGap) + 56 + kGap +
         rows(kLessonCount, kLessonsInRow) * (size + kLabel) +
         rows(kCommissionCount, kOrdersInRow) * (kOrderTall + kGap) + 12 + 40;
}

void order_sheet(BookRoom& room, Around& around, Go& go) {
  const bool open = room.order >= 0 && !room.leaving;
  room.openness = toward(room.openness, open ? 1.0f : 0.0f, around.frame.dt_s, 11);
  if (room.order < 0) return;
  if (room.leaving && room.openness < 0.02f) {
    room.order = -1;
    room.openness = 0;
    return;
  }
  const Commission& order = commissions()[static_cast<std::size_t>(room.order)];
  shelf::Book& book = around.shelf.book;
  switch (order_details(around, order, book.ordered == order.id, eased(room.openness))) {
    case OrderChoice::kNone:
      return;
    case OrderChoice::kLeave:
      room.leaving = true;
      return;
    case OrderChoice::kGiveBack:
      book.ordered.clear();
      room.leaving = true;
      break;
    case OrderChoice::kTake:
      book.ordered = order.id;
      around.frame.audio.play(engine::Chime::kStamp);
      go.room = Room::kWheel;
      break;
  }
  if (const auto kept = shelf::keep_book(around.app.files(), book); !kept) tell_not_kept(around, kept.error());
}

}  // namespace

void enter(BookRoom& room) {
  room.order = -1;
  room.openness = 0;
  room.leaving = false;
  room.hint = Hint{};
}

Go frame(BookRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  draw_ground(around);
  const Rect c = layout::column(frame.safe);
  const Rect place{c.x, frame.safe.y + kTop, c.w, frame.safe.h - kTop};
  Page page{{c.x + layout::kMargin, 0, c.w - 2 * layout::kMargin, 0}, 0};
  page.y = engine::begin_scroll(frame.ui, "book", place, content_height(page.area), room.scrolled);
  lesson_tiles(around, page, go);
  order_cards(room, around, page);
  story_tiles(around, page, go);
  engine::end_scroll(frame.ui);
  // What scrolls away fades under the heading rather than being cut.
  frame.canvas.gradient({place.x, place.y, place.w, 14}, 0, hex(0xf1f4f4), hex(0xf1f4f4, 0));
  if (back_button(around)) {
    if (room.order >= 0)
      room.leaving = true;
    else
      go.room = Room::kHome;
  }
  room_title(around, "room.book", true);
  duck_hint(around, room.hint, "hint.book");
  order_sheet(room, around, go);
  sound_of_room(around, 0.1f);
  return go;
}

}  // namespace sui::studio
