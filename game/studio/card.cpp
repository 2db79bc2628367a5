#include "game/studio/card.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "game/engine/style.h"
#include "game/piece/record.h"
#include "game/studio/chrome.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr Rect kWindow{30, 30, 300, 292};

void draw_pot(engine::Frame& card, const Workshop& workshop, const CardPot& pot) {
  const Extent extent = extent_of(pot.look);
  engine::Camera camera;
  camera.fov_y_deg = 26;
  const float distance = std::max(0.16f + extent.radius * 6.0f, 0.17f + extent.height * 2.35f);
  camera.target = {0, extent.height * 0.5f - distance * 0.012f, 0};
  camera.eye = {0, camera.target.y + distance * 0.17f, distance};
  card.scene.begin(kWindow, engine::Place::kVitrine, camera, true);
  draw_plinth(card.scene, workshop);
  ware::draw(card.scene, pot.shown, pot.look, {0, 0, 0}, pot.turn, 1);
  card.scene.end();
}

void draw_paper(Canvas& canvas) {
  canvas.gradient({0, 0, kCardWidth, kCardHeight}, 0, hex(0xfbf9f2), hex(0xf0ebdd));
  const Colour cobalt = hex(style::kCobalt);
  canvas.outlined({9, 9, kCardWidth - 18, kCardHeight - 18}, 12, 2.2f, cobalt);
  canvas.outlined({14, 14, kCardWidth - 28, kCardHeight - 28}, 8, 0.8f, hex(style::kCobalt, 0.7f));
}

// A band of waves under the case, as on the foot of a blue-and-white jar.
void draw_waves(Canvas& canvas, float y) {
  constexpr float kWide = 20;
  for (float x = kWindow.x + kWide / 2; x < kWindow.x + kWindow.w; x += kWide) {
    for (const float radius : {9.0f, 6.0f, 3.0f})
      canvas.ring({x, y}, radius, 1, -0.25f, 0.25f, hex(style::kCobalt, 0.35f + 0.05f * (9 - radius)));
  }
  canvas.line({kWindow.x, y + 0.5f}, {kWindow.x + kWindow.w, y + 0.5f}, 1, hex(style::kCobalt, 0.8f));
}

void draw_seal(Canvas& canvas, const engine::Strings& strings, const CardPot& pot) {
  const Rect area{kCardWidth - 30 - 46, 358, 46, 46};
  canvas.seal(area, 6, hex(0xb5322a), static_cast<float>(pot.fingerprint[0]));
  auto mark = title_style(19, Align::kCentre);
  mark.colour = hex(style::kPorcelain);
  mark.weight = 0.4f;
  const std::string_view words = engine::say(strings, "card.seal");
  const float tall = canvas.text_size(words, 0, mark).y;
  canvas.text(words, {area.x, area.y + (area.h - tall) / 2, area.w, 0}, mark);
}

void draw_words(Canvas& canvas, const engine::Strings& strings, const CardPot& pot) {
  const float room = kWindow.w - 62;
  auto name = title_style(25);
  name = engine::fitted(canvas, pot.title, name, room);
  canvas.text(pot.title, {kWindow.x, 352, room, 0}, name);
  auto by = body_style(13.5f);
  by.colour = hex(style::kInk, 0.85f);
  const std::string maker = engine::fill(strings, "card.by", {{"name", pot.maker}});
  by = engine::fitted(canvas, maker, by, room);
  canvas.text(maker, {kWindow.x, 387, room, 0}, by);
  auto facts = body_style(12.5f);
  facts.colour = hex(style::kInk, 0.66f);
  facts = engine::fitted(canvas, pot.facts, facts, kWindow.w - 44);
  canvas.text(pot.facts, {kWindow.x, 411, kWindow.w - 44, 0}, facts);
  auto game = title_style(15);
  game.letter_spacing = 2;
  game.colour = hex(style::kCobalt);
  canvas.text(engine::say(strings, "home.name"), {kWindow.x, 438, room, 0}, game);
}

}  // namespace

void draw_card(engine::Frame& card, const engine::Strings& strings, const Workshop& workshop, const CardPot& pot) {
  Canvas& canvas = card.canvas;
  draw_paper(canvas);
  draw_pot(card, workshop, pot);
  canvas.outlined({kWindow.x - 1, kWindow.y - 1, kWindow.w + 2, kWindow.h + 2}, 3, 2, hex(style::kCobalt));
  draw_waves(canvas, kWindow.y + kWindow.h + 16);
  draw_seal(canvas, strings, pot);
  draw_words(canvas, strings, pot);
  if (workshop.companion != nullptr) {
    engine::Pose pose;
    pose.look = -0.4f;
    draw_figure(card.scene, *workshop.companion->figure, {kCardWidth - 48, 461}, 44, pose, -0.06f);
  }
}

std::string card_name(const piece::Fingerprint& fingerprint) {
  return "suisui-" + piece::to_hex(std::span(fingerprint).first(4)) + ".png";
}

void share_card(Around& around, const CardPot& pot) {
  const engine::Picture picture = around.app.drawn(kCardWidthPx, kCardHeightPx, kCardWidth, [&](engine::Frame& card) {
    draw_card(card, around.strings, around.workshop, pot);
  });
  const auto shared = around.app.share(card_name(pot.fingerprint), engine::png_of(picture));
  engine::Ui& ui = around.frame.ui;
  if (!shared)
    return engine::toast(ui, engine::fill(around.strings, "card.failed", {{"why", to_text(shared.error())}}));
  around.frame.audio.play(engine::Chime::kStamp);
  if (shared->way == engine::Shared::Way::kFolder)
    engine::toast(ui, engine::fill(around.strings, "card.saved", {{"path", shared->path}}));
  if (shared->way == engine::Shared::Way::kDownload)
    engine::toast(ui, std::string(engine::say(around.strings, "card.downloaded")));
}

}  // namespace sui::studio
