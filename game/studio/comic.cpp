#include "game/studio/comic.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/engine/style.h"
#include "game/studio/comic_art.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Rect;
namespace style = engine::style;

constexpr float kTop = 84, kFoot = 104, kJoint = 8, kCaption = 58;
constexpr double kComesS = 0.5;

const std::array<Chapter, kChapterCount> kChapters = {{
    {"duck",
     {{{"story.duck.1", comic_art::palace},
       {"story.duck.2", comic_art::smashed},
       {"story.duck.3", comic_art::buried},
       {"story.duck.4", comic_art::found},
       {"story.duck.5", comic_art::rejoined},
       {"story.duck.6", comic_art::seen}}},
     6},
    {"steps",
     {{{"story.steps.1", comic_art::stone},
       {"story.steps.2", comic_art::thrown},
       {"story.steps.3", comic_art::painted},
       {"story.steps.4", comic_art::fired},
       {"story.steps.5", comic_art::shipped},
       {"story.steps.6", comic_art::seventy_two}}},
     6},
    {"drifters",
     {{{"story.drifters.1", comic_art::chimneys},
       {"story.drifters.2", comic_art::birds},
       {"story.drifters.3", comic_art::stalls},
       {"story.drifters.4", comic_art::lamp}}},
     4},
}};

Rect panel_area(Rect safe, std::size_t on_page) {
  const Rect c = layout::column(safe);
  const float all = safe.h - kTop - kFoot, tall = (all - kJoint * (kPanelsOnPage - 1)) / kPanelsOnPage;
  return {c.x + 16, safe.y + kTop + static_cast<float>(on_page) * (tall + kJoint), c.w - 32, tall};
}

void draw_panel(Around& around, const Panel& panel, Rect area, float since_s) {
  Canvas& canvas = around.frame.canvas;
  const bool still = around.frame.ui.state.reduced_motion;
  const float come = still ? 1.0f : eased(since_s / static_cast<float>(kComesS));
  area.y += (1 - come) * 14;
  canvas.shadow({area.x, area.y + 2, area.w, area.h}, 10, 9, hex(0x2b3a5a, 0.18f * come));
  canvas.rounded(area, 10, hex(0xd0dae3));
  const Rect face{area.x + 1.5f, area.y + 1, area.w - 3, area.h - 3};
  canvas.gradient(face, 9, hex(0xffffff), hex(0xf1f5f7));
  const Rect art{face.x, face.y, face.w, face.h - kCaption};
  canvas.push_clip(art);
  // As wide as the tile, and no taller than what stands over the caption.
  const float width = std::min(art.w, art.h * 100 / 49);
  const Sheet sheet{
      canvas,
      {art.x + (art.w - width) / 2, art.y + std::max(0.0f, art.h - width * 0.49f) / 2, width, width * 0.49f},
      hex(0xf7f9fa),
      hex(style::kCobaltDeep)};
  panel.draw(sheet, around, since_s);
  canvas.pop_clip();
  // The caption on its own strip, under a double line as on a plate's rim.
  const Rect strip{face.x, face.y + face.h - kCaption, face.w, kCaption};
  canvas.rounded({strip.x, strip.y, strip.w, strip.h}, 8, hex(0xfbfcfc));
  canvas.rect({strip.x + 10, strip.y + 1, strip.w - 20, 1.6f}, hex(style::kCobalt, 0.75f));
  canvas.rect({strip.x + 10, strip.y + 4.2f, strip.w - 20, 0.8f}, hex(style::kCobalt, 0.5f));
  auto words = title_style(15.5f);
  words.colour = hex(style::kInk);
  words.line_height = 1.35f;
  const std::string_view told = engine::say(around.strings, panel.words);
  words = engine::fitted(canvas, told, words, strip.w - 28, kCaption - 10);
  const float tall = canvas.text_size(told, strip.w - 28, words).y;
  canvas.text(told, {strip.x + 14, strip.y + 4 + (kCaption - 4 - tall) / 2, strip.w - 28, 0}, words);
  if (come < 1) canvas.rounded(area, 10, hex(0xe6ecef, 1 - come));
}

void draw_wall(Around& around) {
  const Rect screen = around.frame.screen;
  around.frame.canvas.gradient(screen, 0, hex(0xe9eef1), hex(0xd3dde4));
}

void mark_read(const Comic& comic, Around& around) {
  shelf::Book& book = around.shelf.book;
  if (!book.read.insert(chapters()[comic.chapter].id).second) return;
  if (const auto kept = shelf::keep_book(around.app.files(), book); !kept) tell_not_kept(around, kept.error());
}

bool tapped_on_panels(Comic& comic, Around& around) {
  const Rect safe = around.frame.safe;
  const Rect place{safe.x, safe.y + kTop, safe.w, safe.h - kTop - kFoot};
  bool tapped = false;
  for (const engine::Touch& touch : around.frame.input.touches) {
    if (touch.began && !touch.taken && place.contains(touch.start)) comic.touch = touch.id;
    if (touch.id != comic.touch || !touch.ended) continue;
    const bool swiped = touch.start.x - touch.at.x > 40 || touch.start.y - touch.at.y > 40;
    tapped = touch.is_tap || swiped;
    comic.touch = kNoTouch;
  }
  return tapped;
}

}  // namespace

const std::array<Chapter, kChapterCount>& chapters() {
  return kChapters;
}

void open_chapter(Comic& comic, std::size_t chapter) {
  comic = Comic{};
  comic.chapter = std::min(chapter, kChapterCount - 1);
}

Go frame(Comic& comic, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  const Chapter& chapter = chapters()[comic.chapter];
  comic.shown_s += frame.dt_s;
  draw_wall(around);
  const std::size_t page = (comic.shown - 1) / kPanelsOnPage, first = page * kPanelsOnPage;
  for (std::size_t i = first; i < comic.shown; ++i) {
    const bool newest = i + 1 == comic.shown;
    draw_panel(around, chapter.panels[i], panel_area(frame.safe, i - first),
               newest ? static_cast<float>(comic.shown_s) : 100.0f);
  }
  // Bare plaster where tiles are still to come.
  for (std::size_t i = comic.shown - first; i < kPanelsOnPage && first + i < chapter.count; ++i)
    frame.canvas.outlined(panel_area(frame.safe, i), 10, 1.2f, hex(style::kCobaltDeep, 0.12f));
  if (back_button(around)) go.room = Room::kBook;
  room_title(around, std::string("chapter.") + chapter.id, true);

  const bool at_end = comic.shown == chapter.count;
  const Rect c = layout::column(frame.safe);
  const float low = layout::bottom(frame.safe) - 84, skip = at_end ? 0.0f : 112.0f;
  if (!at_end && engine::button(frame.ui, "skip", {c.x + 16, low, skip - 12, 56},
                                engine::say(around.strings, "story.skip"), ButtonLook::kQuiet)) {
    mark_read(comic, around);
    go.room = Room::kBook;
  }
  const bool on = engine::button(frame.ui, "on", {c.x + 16 + skip, low, c.w - 32 - skip, 56},
                                 engine::say(around.strings, at_end ? "story.end" : "story.on"), ButtonLook::kPrimary,
                                 at_end ? engine::Icon::kCheck : engine::Icon::kForward);
  if (on || (tapped_on_panels(comic, around) && !at_end)) {
    if (at_end) {
      mark_read(comic, around);
      go.room = Room::kBook;
    } else {
      ++comic.shown;
      comic.shown_s = 0;
      frame.audio.play(engine::Chime::kTap);
    }
  }
  sound_of_room(around, 0.08f);
  return go;
}

}  // namespace sui::studio
