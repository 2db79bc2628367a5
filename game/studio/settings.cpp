#include "game/studio/settings.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr float kRow = 52, kHeadingRow = 40, kChip = 48, kPad = 18;
constexpr int kAssists[] = {100, 60, 0};
constexpr int kPictures[] = {-1, 0, 2};  // rungs of the ladder: as the device bears, whole, spared
constexpr float kPictureRows = 30 + 48 + 8;

// A group on its own slip of paper: a heading, then rows handed out from the top.
struct Slip {
  Rect area;
  float y = 0;

  Rect row(float height) {
    const Rect next{area.x + kPad, y, area.w - 2 * kPad, height};
    y += height;
    return next;
  }
};

Slip begin_slip(Around& around, Rect area, std::string_view key) {
  engine::panel(around.frame.ui, area);
  auto heading = title_style(17);
  heading.colour = hex(style::kCobalt);
  around.frame.canvas.text(engine::say(around.strings, key), {area.x + kPad, area.y + 14, area.w - 2 * kPad, 0},
                           heading);
  return {area, area.y + kHeadingRow + 4};
}

constexpr float kPortrait = 92, kCard = 138;
constexpr int kCardsInRow = 3;

float companions_height(std::size_t count) {
  const std::size_t rows = (count + kCardsInRow - 1) / kCardsInRow;
  return kHeadingRow + static_cast<float>(rows) * (kCard + 8) + kPad;
}

// Figures are not cut off at the list's edge as paper is: they duck down before they reach it.
float height_within(Rect card, Rect place) {
  const float above = card.y - place.y, below = place.y + place.h - (card.y + card.h);
  return kPortrait * eased(std::clamp(std::min(above, below) / 30 + 1, 0.0f, 1.0f));
}

// Each stands on a card of its own with its name; the chosen one cheers.
bool companions(Around& around, Slip slip, Rect place, SettingsRoom& room) {
  engine::Frame& frame = around.frame;
  shelf::Settings& settings = around.shelf.settings;
  bool changed = false;
  int index = 0;
  const float width = (slip.area.w - 2 * kPad - (kCardsInRow - 1) * 8) / kCardsInRow;
  for (const engine::Companion& companion : around.workshop.companions.all) {
    const Rect card{slip.area.x + kPad + static_cast<float>(index % kCardsInRow) * (width + 8),
                    slip.y + static_cast<float>(index / kCardsInRow) * (kCard + 8), width, kCard};
    ++index;
    const bool now = around.workshop.companion == &companion;
    if (now)
      frame.canvas.rounded({card.x - 2, card.y - 2, card.w + 4, card.h + 4}, style::kRadius + 2, hex(style::kCobalt));
    if (engine::button(frame.ui, "companion-" + companion.id, card, "", engine::ButtonLook::kQuiet) && !now) {
      settings.companion = companion.id;
      room.cheered_s = frame.now_s;
      sound_of(companion, frame.audio);
      changed = true;
    }
    auto name = body_style(14, Align::kCentre);
    name.colour = hex(now ? style::kCobalt : style::kInk);
    const std::string& called = name_of(companion, around.strings.language);
    const float wide = frame.canvas.text_size(called, 0, name).x;
    name.size *= std::min(1.0f, (card.w - 10) / std::max(1.0f, wide));
    frame.canvas.text(called, {card.x + 2, card.y + card.h - 28, card.w - 4, 0}, name);
    engine::Pose pose = breathing(frame.now_s + 0.9 * index);
    const auto since = static_cast<float>(frame.now_s - room.cheered_s);
    if (now && since < 1.6f) pose.wings = std::abs(std::sin(since * 6)) * (1 - since / 1.6f);
    const float height = height_within(card, place);
    if (height > 1)
      draw_figure(frame.scene, *companion.figure, {card.x + card.w / 2, card.y + 104}, height, pose, 0.06f);
  }
  return changed;
}

// Two to a row; the language that is spoken wears cobalt.
void languages(Around& around, Slip slip, Go& go) {
  engine::Frame& frame = around.frame;
  int index = 0;
  for (const engine::Language& spoken : around.languages.all) {
    const float width = (slip.area.w - 2 * kPad - style::kGap) / 2;
    const Rect chip{slip.area.x + kPad + static_cast<float>(index % 2) * (width + style::kGap),
                    slip.y + static_cast<float>(index / 2) * (kChip + 8), width, kChip};
    const bool now = around.strings.language == spoken.id;
    const auto look = now ? engine::ButtonLook::kPrimary : engine::ButtonLook::kQuiet;
    if (engine::button(frame.ui, "language-" + spoken.id, chip, spoken.name, look) && !now) go.language = spoken.id;
    ++index;
  }
}

float languages_height(const Around& around) {
  const auto rows = static_cast<float>((around.languages.all.size() + 1) / 2);
  return kHeadingRow + rows * (kChip + 8) + kPad;
}

bool sounds(Around& around, Slip slip, shelf::Settings& settings) {
  engine::Ui& ui = around.frame.ui;
  Rect row = slip.row(kRow);
  bool changed = engine::slider(ui, "sound-volume", {row.x, row.y + 2, row.w, 44}, settings.sound_0_1, Icon::kSound);
  row = slip.row(kRow);
  changed |= engine::slider(ui, "music-volume", {row.x, row.y + 2, row.w, 44}, settings.music_0_1, Icon::kNote);
  changed |= engine::toggle(ui, "muted", slip.row(kRow), engine::say(around.strings, "settings.mute"), settings.muted);
  changed |= engine::toggle(ui, "vibration", slip.row(kRow), engine::say(around.strings, "settings.vibration"),
                            settings.vibration);
  return changed;
}

bool comforts(Around& around, Slip slip, shelf::Settings& settings) {
  engine::Ui& ui = around.frame.ui;
  bool changed = engine::toggle(ui, "large-text", slip.row(kRow), engine::say(around.strings, "settings.large_text"),
                                settings.large_text);
  changed |= engine::toggle(ui, "little-motion", slip.row(kRow), engine::say(around.strings, "settings.little_motion"),
                            settings.little_motion);
  const Rect called = slip.row(30);
  around.frame.canvas.text(engine::say(around.strings, "settings.picture"), {called.x, called.y + 4, called.w, 0},
                           body_style(16));
  const std::vector<std::string_view> labels = {engine::say(around.strings, "settings.picture.auto"),
                                                engine::say(around.strings, "settings.picture.fine"),
                                                engine::say(around.strings, "settings.picture.spare")};
  int chosen = settings.picture < 0 ? 0 : (settings.picture == 0 ? 1 : 2);
  if (engine::choice(ui, "picture", slip.row(48), labels, chosen)) {
    settings.picture = kPictures[chosen];
    changed = true;
  }
  return changed;
}

bool lights(Around& around, Slip slip, shelf::Settings& settings) {
  const std::vector<std::string_view> labels = {engine::say(around.strings, "settings.light.hour"),
                                                engine::say(around.strings, "settings.light.day"),
                                                engine::say(around.strings, "settings.light.night")};
  int chosen = static_cast<int>(settings.light);
  const bool changed = engine::choice(around.frame.ui, "light", slip.row(48), labels, chosen);
  settings.light = static_cast<shelf::RoomLight>(chosen);
  return changed;
}

bool clay(Around& around, Slip slip, shelf::Settings& settings) {
  int chosen = settings.assist >= 80 ? 0 : (settings.assist >= 30 ? 1 : 2);
  const std::vector<std::string_view> labels = {engine::say(around.strings, "settings.assist.steady"),
                                                engine::say(around.strings, "settings.assist.helped"),
                                                engine::say(around.strings, "settings.assist.master")};
  const bool changed = engine::choice(around.frame.ui, "assist", slip.row(48), labels, chosen);
  settings.assist = kAssists[chosen];
  const char* notes[] = {"settings.assist.steady.note", "settings.assist.helped.note", "settings.assist.master.note"};
  auto note = body_style(14);
  note.colour = hex(style::kInk, 0.72f);
  const Rect row = slip.row(50);
  around.frame.canvas.text(engine::say(around.strings, notes[chosen]), {row.x, row.y + 10, row.w, 0}, note);
  return changed;
}

}  // namespace

engine::Comfort comfort_of(const shelf::Settings& settings) {
  engine::Comfort comfort;
  comfort.text_scale = settings.large_text ? kLargeText : 1.0f;
  comfort.little_motion = settings.little_motion;
  comfort.vibration = settings.vibration;
  comfort.rung = settings.picture;
  comfort.muted = settings.muted;
  comfort.sound_0_1 = settings.sound_0_1;
  comfort.music_0_1 = settings.music_0_1;
  return comfort;
}

Go frame(SettingsRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  frame.canvas.gradient(frame.screen, 0, hex(0xe9e1d1), hex(0xcdbfa8));
  const Rect c = layout::column(frame.safe);
  const float sound_height = kHeadingRow + 4 * kRow + kPad,
              comfort_height = kHeadingRow + 2 * kRow + kPictureRows + kPad, clay_height = kHeadingRow + 48 + 50 + kPad,
              light_height = kHeadingRow + 48 + kPad;
  const std::size_t figures = around.workshop.companions.all.size();
  const float companion_height = figures == 0 ? 0 : companions_height(figures);
  const float whole = clay_height + sound_height + comfort_height + light_height + languages_height(around) +
                      4 * style::kGap + 24 + (figures == 0 ? 0 : companion_height + style::kGap);
  const Rect place{c.x, frame.safe.y + 92, c.w, frame.safe.h - 92};
  shelf::Settings& settings = around.shelf.settings;
  bool changed = false;
  float y = engine::begin_scroll(frame.ui, "settings", place, whole, room.scrolled);
  const auto next = [&](float height) {
    const Rect area{c.x + layout::kMargin, y, c.w - 2 * layout::kMargin, height};
    y += height + style::kGap;
    return area;
  };
  if (figures > 0) {
    changed |= companions(around, begin_slip(around, next(companion_height), "settings.companion"), place, room);
  }
  changed |= clay(around, begin_slip(around, next(clay_height), "settings.clay"), settings);
  changed |= sounds(around, begin_slip(around, next(sound_height), "settings.sound"), settings);
  changed |= lights(around, begin_slip(around, next(light_height), "settings.light"), settings);
  changed |= comforts(around, begin_slip(around, next(comfort_height), "settings.comfort"), settings);
  languages(around, begin_slip(around, next(languages_height(around)), "settings.language"), go);
  engine::end_scroll(frame.ui);
  room_title(around, "room.settings", true);
  if (back_button(around)) go.room = Room::kHome;
  if (changed) {
    around.app.comfort(comfort_of(settings));
    if (const auto kept = shelf::keep_settings(around.app.files(), around.shelf); !kept)
      tell_not_kept(around, kept.error());
  }
  sound_of_room(around, 0.12f);
  return go;
}

}  // namespace sui::studio
