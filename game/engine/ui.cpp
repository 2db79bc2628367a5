#include "game/engine/ui.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/engine/ui_root.h"

namespace sui::engine {
namespace {

struct Paint {
  Colour top, bottom, line, ink, shadow;
};

Paint paint_of(ButtonLook look, float press) {
  const Colour porcelain = hex(style::kPorcelain), ink = hex(style::kInk), ember = hex(style::kEmber);
  switch (look) {
    case ButtonLook::kPrimary:
      return {mixed(hex(0x3a5db4), hex(style::kCobalt), press), mixed(hex(0x274391), hex(style::kCobaltDeep), press),
              hex(0xffffff, 0.22f), hex(0xfdfcf8), hex(style::kCobaltDeep, 0.34f)};
    case ButtonLook::kQuiet:
      return {mixed(hex(0xfffefb), hex(0xece7da), press), mixed(hex(0xf3efe4), hex(0xe6e0d1), press),
              hex(style::kInk, 0.14f), ink, hex(0x3b2a1c, 0.14f)};
    case ButtonLook::kGlass:
      return {mixed(hex(0x1b2233, 0.34f), hex(0x1b2233, 0.52f), press),
              mixed(hex(0x10151f, 0.46f), hex(0x10151f, 0.60f), press), hex(0xffffff, 0.26f), porcelain,
              hex(0x000000, 0.20f)};
    case ButtonLook::kSeal:
      return {mixed(hex(0xd0492a), hex(0xb23a1f), press), ember, hex(0xffffff, 0), hex(0xfff6ea), hex(0x5a1a08, 0.26f)};
    case ButtonLook::kDanger:
      return {mixed(hex(0xfffefb), hex(0xf7e2d8), press), mixed(hex(0xf6efe6), hex(0xf2d6c9), press),
              hex(style::kEmber, 0.55f), hex(0xb8401a), hex(0x3b2a1c, 0.12f)};
  }
  return {};
}

void faded(Paint& paint, ButtonLook look) {
  const float keep = look == ButtonLook::kGlass ? 0.55f : 0.42f;
  paint.top.a *= keep + 0.1f;
  paint.bottom.a *= keep + 0.1f;
  paint.line.a *= keep;
  paint.ink.a *= look == ButtonLook::kPrimary || look == ButtonLook::kSeal ? 0.8f : 0.4f;
  paint.shadow.a = 0;
}

void draw_body(Ui& ui, Rect area, float radius, ButtonLook look, const Paint& paint, float press, float seed) {
  Canvas& canvas = ui.canvas;
  if (paint.shadow.a > 0) {
    const float lift = look == ButtonLook::kPrimary ? 5 : 3;
    Rect under = inset(area, 1);
    under.y += lift * (1 - 0.7f * press);
    canvas.shadow(under, radius, 9 - 4 * press, paint.shadow);
  }
  if (look == ButtonLook::kSeal) {
    canvas.seal(area, std::min(radius, 7.0f), paint.top, seed);
    canvas.outlined(inset(area, 4.5f), 3, 1, hex(0xfff0e0, 0.5f * paint.top.a));  // the carver's frame
    return;
  }
  canvas.gradient(area, radius, paint.top, paint.bottom);
  canvas.outlined(area, radius, look == ButtonLook::kDanger ? 1.2f : 1, paint.line);
}

Rect pressed_area(Rect area, float press) {
  const float by = 0.018f * press * std::min(area.w, 160.0f);
  return {area.x + by, area.y + by * area.h / std::max(area.w, 1.0f) + press, area.w - 2 * by,
          area.h - 2 * by * area.h / std::max(area.w, 1.0f)};
}

// A click counts where the finger lifts, with room for a thumb that rolls.
bool clicked(Ui& ui, uint32_t id, Rect area, float& press) {
  grabbed(ui, id, area);
  Touch* touch = holding(ui, id);
  const bool over = touch != nullptr && inset(area, -14).contains(touch->at);
  press = eased(ui, id, over && !touch->ended ? 1.0f : 0.0f, over ? 0.03f : 0.11f);
  if (touch == nullptr || !touch->ended) return false;
  let_go(ui.state, id);
  return over;
}

}  // namespace

TextStyle fitted(Canvas& canvas, std::string_view utf8, TextStyle text, float room) {
  const Vec2 whole = canvas.text_size(utf8, 0, text);
  if (whole.x <= room || whole.x <= 0) return text;
  const float scale = whole.y / (text.line_height * text.size);  // large text makes every letter larger
  const float share = std::max(room / whole.x, std::min(1.0f, kLettersLeast / (text.size * scale)));
  text.size *= share;
  text.letter_spacing *= share;
  return text;
}

TextStyle fitted(Canvas& canvas, std::string_view utf8, TextStyle text, float width, float height) {
  const float scale = canvas.text_size("x", 0, text).y / (text.line_height * text.size);
  const float least = std::min(text.size, kLettersLeast / scale);
  for (Vec2 size = canvas.text_size(utf8, width, text); size.x > width + 0.5f || size.y > height;
       size = canvas.text_size(utf8, width, text)) {
    if (text.size <= least) break;
    text.size = std::max(least, text.size * 0.95f);
  }
  return text;
}

bool button(Ui& ui, std::string_view id, Rect area, std::string_view label, ButtonLook look, Icon which, bool enabled) {
  const uint32_t control = control_id(id);
  float press = 0;
  const bool click = enabled && clicked(ui, control, area, press);
  Paint paint = paint_of(look, press);
  if (!enabled) faded(paint, look);
  if (enabled && is_hovered(ui, area)) paint.top = mixed(paint.top, hex(0xffffff, paint.top.a), 0.10f);
  const Rect body = pressed_area(area, press);
  draw_body(ui, body, std::min(style::kRadius, body.h / 2), look, paint, press, static_cast<float>(control % 97));

  const bool is_seal = look == ButtonLook::kSeal;
  TextStyle text;
  text.face = is_seal ? Face::kSerif : Face::kSans;
  text.size = std::min(is_seal ? 19.0f : 17.0f, body.h * 0.46f);
  text.letter_spacing = is_seal ? text.size * 0.12f : 0.4f;
  text.weight = is_seal ? 0.1f : look == ButtonLook::kQuiet ? 0.35f : 0.55f;
  text.colour = paint.ink;
  if (look == ButtonLook::kGlass && enabled) text.halo = hex(0x0b0f18, 0.25f);
  const float icon_size = which == Icon::kNone ? 0 : std::min(24.0f, body.h * 0.5f);
  const float gap = which == Icon::kNone || label.empty() ? 0 : 8;
  text = fitted(ui.canvas, label, text, body.w - 24 - icon_size - gap);
  const Vec2 size = label.empty() ? Vec2{} : ui.canvas.text_size(label, 0, text);
  const float wide = size.x;
  const float left = body.x + (body.w - wide - icon_size - gap) / 2, middle = body.y + body.h / 2;
  ui.canvas.icon(which, {left + icon_size / 2, middle}, icon_size, paint.ink);
  if (!label.empty()) {
    ui.canvas.text(label, {left + icon_size + gap, middle - size.y / 2, 0, 0}, text);
  }
  return click;
}

bool icon_button(Ui& ui, std::string_view id, Vec2 centre, float radius, Icon which, ButtonLook look, bool enabled,
                 bool chosen) {
  const uint32_t control = control_id(id);
  const float reach = std::max(radius, 22.0f);
  const Rect area{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  const Rect touchable{centre.x - reach, centre.y - reach, 2 * reach, 2 * reach};
  float press = 0;
  const bool click = enabled && clicked(ui, control, touchable, press);
  const float lit = eased(ui, control ^ 0x5bd1e995u, chosen ? 1.0f : 0.0f, 0.09f);
  Paint paint = paint_of(look, press);
  if (look != ButtonLook::kSeal) {
    paint.top = mixed(paint.top, hex(0xfffefb), lit);
    paint.bottom = mixed(paint.bottom, hex(0xefeadd), lit);
    paint.ink = mixed(paint.ink, hex(style::kCobalt), lit);
    paint.line = mixed(paint.line, hex(0xffffff, 0.8f), lit);
  }
  if (!enabled) faded(paint, look);
  if (enabled && is_hovered(ui, area)) paint.top = mixed(paint.top, hex(0xffffff, paint.top.a), 0.12f);
  const Rect body = pressed_area(area, press * 1.6f);
  draw_body(ui, body, look == ButtonLook::kSeal ? 7 : body.w / 2, look, paint, press, static_cast<float>(control % 97));
  ui.canvas.icon(which, {body.x + body.w / 2, body.y + body.h / 2}, std::min(body.w * 0.52f, 34.0f), paint.ink,
                 0.15f * lit);
  return click;
}

void panel(Ui& ui, Rect area) {
  for (Touch& touch : ui.input.touches) {
    if (!touch.began || touch.taken || !area.contains(touch.start)) continue;
    touch.taken = true;
    ui.state.on_sheet.push_back(touch.id);
  }
  Rect under = inset(area, 2);
  under.y += 6;
  ui.canvas.shadow(under, 20, 16, hex(0x1a120b, 0.28f));
  ui.canvas.gradient(area, 20, hex(0xfdfbf5), hex(0xf3efe4));
  ui.canvas.outlined(area, 20, 1, hex(0xffffff, 0.85f));
}

Rect sheet(Ui& ui, float height, float openness) {
  const float open = std::clamp(openness, 0.0f, 1.0f);
  const float bottom_gap = ui.screen.y + ui.screen.h - ui.safe.y - ui.safe.h;
  const float full = height + bottom_gap, width = std::min(ui.screen.w, 560.0f);
  const Rect area{ui.screen.x + (ui.screen.w - width) / 2, ui.screen.y + ui.screen.h - full * open, width, full};
  const Rect inner{area.x + style::kMargin, area.y + 26, area.w - 2 * style::kMargin, height - 26 - style::kMargin};
  if (open <= 0.001f) return inner;
  ui.state.sheet_seen = ui.state.sheet_seen || open > 0.3f;
  for (Touch& touch : ui.input.touches) {
    if (!touch.began || touch.taken) continue;
    touch.taken = true;
    if (area.contains(touch.start)) ui.state.on_sheet.push_back(touch.id);
  }
  ui.canvas.rect(ui.screen, hex(0x0d1220, 0.46f * open));
  ui.canvas.shadow({area.x + 4, area.y + 2, area.w - 8, area.h + 40}, 26, 22, hex(0x05070d, 0.40f));
  ui.canvas.gradient({area.x, area.y, area.w, area.h + 60}, 26, hex(0xfdfbf5), hex(0xf1ede1));
  ui.canvas.outlined({area.x, area.y, area.w, area.h + 60}, 26, 1, hex(0xffffff, 0.9f));
  ui.canvas.rounded({area.x + area.w / 2 - 20, area.y + 10, 40, 4.5f}, 2.3f, hex(style::kInk, 0.16f));
  return inner;
}

void icon(Ui& ui, Icon which, Vec2 centre, float size, Colour colour) {
  ui.canvas.icon(which, centre, size, colour);
}

void toast(Ui& ui, std::string text) {
  ui.state.toast = std::move(text);
  ui.state.toast_left_s = 2.2 + 0.03 * static_cast<double>(ui.state.toast.size());
  ui.state.toast_shown_s = 0;
}

void draw_toast(Ui& ui) {
  UiState& state = ui.state;
  if (state.toast_left_s <= 0) return;
  state.toast_left_s -= ui.dt_s;
  state.toast_shown_s += ui.dt_s;
  const double in = std::min(state.toast_shown_s / 0.22, 1.0), out = std::clamp(state.toast_left_s / 0.35, 0.0, 1.0);
  const auto seen = static_cast<float>((1 - (1 - in) * (1 - in)) * out * out * (3 - 2 * out));
  TextStyle text;
  text.size = 15;
  text.align = Align::kCentre;
  text.weight = 0.25f;
  text.colour = hex(style::kPorcelain, seen);
  const float room = std::min(ui.safe.w - 2 * style::kMargin, 420.0f) - 36;
  const Vec2 size = ui.canvas.text_size(state.toast, room, text);
  const float slide = state.reduced_motion ? 0 : (1 - seen) * -10;
  const Rect body{ui.safe.x + (ui.safe.w - size.x) / 2 - 18, ui.safe.y + 74 + slide, size.x + 36, size.y + 20};
  ui.canvas.shadow({body.x, body.y + 4, body.w, body.h}, 20, 12, hex(0x05070d, 0.30f * seen));
  ui.canvas.rounded(body, std::min(body.h / 2, 20.0f), hex(style::kInk, 0.92f * seen));
  ui.canvas.outlined(body, std::min(body.h / 2, 20.0f), 1, hex(0xffffff, 0.14f * seen));
  ui.canvas.text(state.toast, {body.x + 18, body.y + 10, size.x + 0.5f, 0}, text);
}

bool any_touch_in(const Ui& ui, Rect area) {
  return std::any_of(ui.input.touches.begin(), ui.input.touches.end(),
                     [area](const Touch& touch) { return !touch.ended && area.contains(touch.at); });
}

}  // namespace sui::engine
