#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::town {
namespace {

using engine::Canvas;
using engine::Colour;
using engine::hex;
namespace style = engine::style;

bool in_sight(const Town& town, Vec3 point, float reach) {
  const engine::Camera& camera = town.view.camera;
  const Vec3 ahead = engine::normalised(camera.target - camera.eye), to = point - camera.eye;
  const float depth = engine::dot(ahead, to);
  return depth > 1.0f && depth < reach;
}

void draw_name(Town& town, engine::Frame& frame, Vec3 head, const std::string& name, float strength) {
  if (name.empty() || strength < 0.03f || !in_sight(town, head, 18)) return;
  const Vec2 at = engine::project(town.view.camera, frame.screen, head);
  engine::TextStyle text = words(style::kSmall, hex(style::kPorcelain, strength));
  text.weight = 0.4f;
  const Vec2 size = frame.canvas.text_size(name, 0, text);
  const float width = size.x + 18, height = size.y + 4;
  frame.canvas.rounded({at.x - width / 2, at.y - height / 2, width, height}, height / 2,
                       hex(style::kInk, 0.55f * strength));
  frame.canvas.text(name, {at.x - width / 2, at.y - size.y / 2, width, 0}, text);
}

engine::Rect draw_tag(const engine::Frame& frame, Vec2 at, const std::string& label, int64_t coins, float strength) {
  Canvas& canvas = frame.canvas;
  const engine::TextStyle text = words(style::kSmall, hex(style::kInk, strength));
  const std::string price = std::to_string(coins);
  const float label_width = label.empty() ? 0 : canvas.text_size(label, 0, text).x + 8;
  const float width = label_width + canvas.text_size(price, 0, text).x + 36;
  const float edge = 6 + width / 2;  // a tag at the side of the picture stays readable
  at.x = std::clamp(at.x, frame.screen.x + edge, frame.screen.x + std::max(edge, frame.screen.w - edge));
  const float line = canvas.text_size(price, 0, text).y, height = std::max(26.0f, line + 6);
  const engine::Rect card{at.x - width / 2, at.y - height / 2, width, height};
  const float middle = card.y + height / 2;
  canvas.shadow({card.x, card.y + 2, card.w, card.h}, 6, 6, hex(0x1a120b, 0.35f * strength));
  canvas.rounded(card, 6, hex(style::kPorcelain, 0.96f * strength));
  engine::TextStyle left = text;
  left.align = engine::Align::kLeft;
  if (!label.empty()) canvas.text(label, {card.x + 10, middle - line / 2, 0, 0}, left);
  canvas.circle({card.x + 16 + label_width, middle}, 6.5f, hex(0xb98a3c, strength));
  canvas.rect({card.x + 14 + label_width, middle - 2, 4, 4}, hex(style::kPorcelain, strength));
  canvas.text(price, {card.x + 27 + label_width, middle - line / 2, 0, 0}, left);
  return card;
}

}  // namespace

engine::TextStyle words(float size, Colour colour, engine::Align align) {
  engine::TextStyle text;
  text.size = size;
  text.colour = colour;
  text.align = align;
  return text;
}

engine::TextStyle heading(float size, Colour colour, engine::Align align) {
  engine::TextStyle text = words(size, colour, align);
  text.face = engine::Face::kSerif;
  text.letter_spacing = size * 0.06f;
  return text;
}

void one_line(Canvas& canvas, std::string_view utf8, Rect area, const engine::TextStyle& style) {
  canvas.text(utf8, area, engine::fitted(canvas, utf8, style, area.w));
}

// An old coin, round with a square hole, and the number beside it.
void draw_price(Canvas& canvas, Vec2 centre, int64_t coins, float size, Colour ink) {
  const engine::TextStyle text = heading(size, ink, engine::Align::kLeft);
  const std::string number = coins < 0 ? "—" : std::to_string(coins);
  const float coin = size * 0.42f, gap = size * 0.36f;
  const float width = coin * 2 + gap + canvas.text_size(number, 0, text).x;
  const Vec2 at{centre.x - width / 2 + coin, centre.y};
  canvas.circle(at, coin, hex(0x8f6526, ink.a));
  canvas.circle({at.x, at.y - coin * 0.06f}, coin * 0.92f, hex(0xc79a48, ink.a));
  canvas.ring(at, coin * 0.74f, coin * 0.12f, 0, 1, hex(0x9b7130, ink.a));
  canvas.rect({at.x - coin * 0.26f, at.y - coin * 0.26f, coin * 0.52f, coin * 0.52f}, hex(0x5f431b, ink.a));
  canvas.text(number, {at.x + coin + gap, centre.y - size * text.line_height / 2, 0, 0}, text);
}

constexpr float kTagsReach = 13;  // further off tags would only hide what they tell of

void draw_labels(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings) {
  const float quiet = 1 - town.panels.openness;
  if (quiet < 0.05f) return;
  for (const OtherPotter& potter : town.crowd.potters) {
    const float away = std::hypot(potter.x - town.me.x, potter.z - town.me.z);
    draw_name(town, frame, {potter.x, 1.28f, potter.z}, potter.nickname,
              potter.presence * quiet * std::clamp((16 - away) / 4, 0.0f, 1.0f));
  }
  draw_name(town, frame, {town.me.x, 1.28f, town.me.z}, shelf.nickname,
            quiet * std::clamp(town.greeting * 2, 0.0f, 1.0f));

  const float near = town.view.focused * quiet;
  for (const PotOnShow& pot : town.view.pots) {
    if (pot.stall != town.view.focus || near < 0.3f || !pot.wanted) continue;
    for (const protocol::Stall& stall : town.dealings.stalls) {
      if (stall.piece != pot.piece) continue;
      const Vec3 foot = slot_foot(pot.stall, pot.slot) + Vec3{0, -0.06f, 0};
      draw_tag(frame, engine::project(town.view.camera, frame.screen, foot), "", stall.price_coins,
               (near - 0.3f) / 0.7f);
    }
  }
  for (int index = 0; index < kStallCount; ++index) {
    Rect& tag = town.view.tags[static_cast<std::size_t>(index)];
    tag = {};
    int count = 0;
    int64_t least = 0;
    for (const protocol::Stall& stall : town.dealings.stalls) {
      if (stall_of_place(stall.place) != index) continue;
      least = count == 0 ? stall.price_coins : std::min(least, stall.price_coins);
      ++count;
    }
    const Vec3 sign = stall_point(index, {-1.05f, 1.72f, 0});
    if (count == 0 || !in_sight(town, sign, kTagsReach)) continue;
    const float strength = quiet * (1 - town.view.focused) *
                           std::clamp((kTagsReach - std::fabs(sign.z - town.view.camera.eye.z)) / 2, 0.0f, 1.0f);
    if (strength < 0.03f) continue;
    tag = draw_tag(frame, engine::project(town.view.camera, frame.screen, sign),
                   engine::fill_count(strings, "street.count", count, {{"n", std::to_string(count)}}), least, strength);
  }
}

}  // namespace sui::town
