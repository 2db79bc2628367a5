#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/engine/style.h"
#include "game/engine/text_layout.h"
#include "game/engine/ui.h"
#include "game/engine/ui_root.h"

namespace sui::engine {
namespace {

constexpr double kRepeatAfter_s = 0.42, kRepeatEvery_s = 0.075;

// A list's end gives way, ever harder, so the finger feels it without a wall.
float softened(float over) {
  return over > 0 ? 60 * (1 - std::exp(-over / 120)) : -60 * (1 - std::exp(over / 120));
}

std::size_t last_character_at(const std::string& utf8) {
  std::size_t at = 0, last = 0;
  while (at < utf8.size()) {
    const std::size_t begin = at;
    // What shows no ink (joiners, accents' selectors) goes with the letter before it.
    if (!is_invisible(next_character(utf8, at))) last = begin;
  }
  return last;
}

bool typed_into(Ui& ui, std::string& utf8, std::size_t bytes_max) {
  bool changed = false;
  if (was_pressed(ui.input, Key::kBackspace) && ui.input.composing.empty() && !utf8.empty()) {
    utf8.resize(last_character_at(utf8));
    changed = true;
  }
  std::size_t at = 0;
  while (at < ui.input.text.size()) {
    const std::size_t begin = at;
    const char32_t character = next_character(ui.input.text, at);
    if (character < 0x20 || character == 0x7F || character == kReplacement) continue;
    if (utf8.size() + at - begin > bytes_max) break;
    utf8.append(ui.input.text, begin, at - begin);
    changed = true;
  }
  return changed;
}

// Full steps first, then faster the longer it is held.
int64_t steps_now(UiHold& hold, double now_s) {
  const double held_s = now_s - hold.since_s;
  if (held_s < kRepeatAfter_s || now_s - hold.repeated_s < kRepeatEvery_s) return 0;
  hold.repeated_s = now_s;
  return held_s > 4 ? 20 : held_s > 2.2 ? 5 : 1;
}

int64_t stepped(Ui& ui, uint32_t id, Rect area, bool enabled) {
  if (!enabled) {
    let_go(ui.state, id);
    return 0;
  }
  if (grabbed(ui, id, area) != nullptr) return 1;
  UiHold* hold = hold_of(ui.state, id);
  return hold == nullptr ? 0 : steps_now(*hold, ui.state.now_s);
}

}  // namespace

bool slider(Ui& ui, std::string_view id, Rect area, float& value_0_1, Icon which) {
  const uint32_t control = control_id(id);
  const bool upright = area.h > area.w;
  const float thick = upright ? area.w : area.h, radius = std::min(thick / 2, 20.0f);
  bool changed = false;
  grabbed(ui, control, inset(area, -6));
  if (const Touch* touch = holding(ui, control)) {
    const float pad = thick * 0.3f;  // the ends are reached before the finger leaves the slider
    const float t = upright ? (area.y + area.h - pad - touch->at.y) / (area.h - 2 * pad)
                            : (touch->at.x - area.x - pad) / (area.w - 2 * pad);
    const float next = std::clamp(t, 0.0f, 1.0f);
    changed = next != value_0_1;
    value_0_1 = next;
    if (touch->ended) let_go(ui.state, control);
  }
  const float press = eased(ui, control, hold_of(ui.state, control) != nullptr ? 1.0f : 0.0f, 0.08f);
  const float shown = eased(ui, control ^ 0x9e3779b9u, value_0_1 + 0.01f, 0.045f) - 0.01f;

  const Rect body = inset(area, -1.5f * press);
  ui.canvas.shadow({body.x + 1, body.y + 4, body.w - 2, body.h - 2}, radius, 9, hex(0x05070d, 0.20f));
  ui.canvas.gradient(body, radius, hex(0x141a28, 0.40f), hex(0x141a28, 0.50f));
  const float share = std::clamp(shown, 0.0f, 1.0f);
  Rect fill = body;
  if (upright) {
    fill.h = body.h * share;
    fill.y = body.y + body.h - fill.h;
  } else {
    fill.w = body.w * share;
  }
  if (share > 0.004f) {
    ui.canvas.push_clip(fill);
    ui.canvas.gradient(body, radius, hex(0xfffefa), hex(0xe9e3d5));
    ui.canvas.pop_clip();
  }
  ui.canvas.outlined(body, radius, 1, hex(0xffffff, 0.30f));
  const Vec2 at =
      upright ? Vec2{area.x + area.w / 2, area.y + area.h - thick / 2} : Vec2{area.x + thick / 2, area.y + area.h / 2};
  const float along = upright ? area.h : area.w;
  const float covered = std::clamp((share * along - thick * 0.3f) / (thick * 0.4f), 0.0f, 1.0f);
  ui.canvas.icon(which, at, std::min(thick * 0.46f, 24.0f), mixed(hex(style::kPorcelain), hex(style::kInk), covered));
  return changed;
}

bool toggle(Ui& ui, std::string_view id, Rect area, std::string_view label, bool& on) {
  const uint32_t control = control_id(id);
  grabbed(ui, control, area);
  bool thrown = false;
  if (const Touch* touch = holding(ui, control); touch != nullptr && touch->ended) {
    thrown = area.contains(touch->at);
    let_go(ui.state, control);
  }
  if (thrown) on = !on;
  const float lit = eased(ui, control ^ 0x5bd1e995u, on ? 1.0f : 0.0f, 0.07f);
  TextStyle text;
  text.size = style::kBody;
  text.colour = hex(style::kInk);
  const float wide = 50, tall = 30, room = area.w - wide - style::kGap;
  const float height = ui.canvas.text_size(label, room, text).y;
  ui.canvas.text(label, {area.x, area.y + (area.h - height) / 2, room, 0}, text);
  const Rect body{area.x + area.w - wide, area.y + (area.h - tall) / 2, wide, tall};
  ui.canvas.rounded(body, tall / 2, mixed(hex(style::kInk, 0.22f), hex(style::kCobalt), lit));
  const float knob = tall / 2 - 3;
  const Vec2 at{body.x + tall / 2 + (wide - tall) * lit, body.y + tall / 2};
  ui.canvas.shadow({at.x - knob, at.y - knob + 2, 2 * knob, 2 * knob}, knob, 5, hex(0x05070d, 0.3f));
  ui.canvas.circle(at, knob, hex(0xfffefb));
  // Not by colour alone: a switch that is on bears a mark.
  ui.canvas.icon(Icon::kCheck, at, knob * 1.25f, hex(style::kCobalt, lit));
  return thrown;
}

bool choice(Ui& ui, std::string_view id, Rect area, const std::vector<std::string_view>& labels, int& chosen) {
  const uint32_t control = control_id(id);
  const int before = chosen;
  const float width = area.w / static_cast<float>(labels.size());
  for (std::size_t index = 0; index < labels.size(); ++index) {
    const uint32_t part = control ^ (0x9e3779b9u * static_cast<uint32_t>(index + 1));
    const Rect cell{area.x + width * static_cast<float>(index), area.y, width, area.h};
    grabbed(ui, part, cell);
    if (const Touch* touch = holding(ui, part); touch != nullptr && touch->ended) {
      if (cell.contains(touch->at)) chosen = static_cast<int>(index);
      let_go(ui.state, part);
    }
  }
  ui.canvas.rounded(area, 14, hex(style::kInk, 0.08f));
  const float slid = eased(ui, control, static_cast<float>(chosen) + 0.01f, 0.06f) - 0.01f;
  const Rect lit = inset({area.x + width * slid, area.y, width, area.h}, 3);
  ui.canvas.shadow({lit.x, lit.y + 2, lit.w, lit.h}, 12, 6, hex(0x05070d, 0.16f));
  ui.canvas.rounded(lit, 12, hex(0xfffefb));
  for (std::size_t index = 0; index < labels.size(); ++index) {
    TextStyle text;
    text.size = 15;
    text.align = Align::kCentre;
    text.weight = static_cast<int>(index) == chosen ? 0.3f : 0;
    text.colour = hex(static_cast<int>(index) == chosen ? style::kCobalt : style::kInk);
    const Rect cell{area.x + width * static_cast<float>(index) + 4, area.y, width - 8, area.h};
    text = fitted(ui.canvas, labels[index], text, cell.w);
    const float height = ui.canvas.text_size(labels[index], cell.w, text).y;
    ui.canvas.text(labels[index], {cell.x, cell.y + (cell.h - height) / 2, cell.w, 0}, text);
  }
  return chosen != before;
}

bool stepper(Ui& ui, std::string_view id, Rect area, int64_t& value, int64_t step, int64_t least, int64_t most,
             std::string_view unit) {
  const uint32_t control = control_id(id);
  const float side = std::min(area.h, area.w / 3);
  const Rect less{area.x, area.y, side, area.h}, more{area.x + area.w - side, area.y, side, area.h};
  const int64_t before = value;
  const int64_t down = stepped(ui, control ^ 1u, less, value > least);
  const int64_t up = stepped(ui, control ^ 2u, more, value < most);
  value = std::clamp(value + (up - down) * step, least, most);

  ui.canvas.gradient(area, style::kRadius, hex(0xfffefb), hex(0xf5f1e7));
  ui.canvas.outlined(area, style::kRadius, 1, hex(style::kInk, 0.14f));
  for (int i = 0; i < 2; ++i) {
    const Rect& end = i == 0 ? less : more;
    const bool enabled = i == 0 ? value > least : value < most;
    const uint32_t part = control ^ (i == 0 ? 1u : 2u);
    const float press = eased(ui, part, hold_of(ui.state, part) != nullptr ? 1.0f : 0.0f, 0.06f);
    const Vec2 centre{end.x + end.w / 2, end.y + end.h / 2};
    const float radius = std::min(end.w, end.h) / 2 - 6;
    ui.canvas.circle(centre, radius, mixed(hex(style::kCobalt, 0.08f), hex(style::kCobalt, 0.24f), press));
    ui.canvas.icon(i == 0 ? Icon::kMinus : Icon::kPlus, centre, radius * 1.15f,
                   hex(style::kCobalt, enabled ? 1.0f : 0.28f));
  }
  TextStyle number;
  number.size = 20;
  number.weight = 0.45f;
  number.colour = hex(style::kInk);
  TextStyle small = number;
  small.size = 13;
  small.weight = 0;
  small.colour = hex(style::kInk, 0.62f);
  const std::string shown = std::to_string(value);
  const Vec2 number_size = ui.canvas.text_size(shown, 0, number), unit_size = ui.canvas.text_size(unit, 0, small);
  const float wide = number_size.x, unit_wide = unit.empty() ? 0 : unit_size.x + 5;
  const float left = area.x + (area.w - wide - unit_wide) / 2, middle = area.y + area.h / 2;
  ui.canvas.text(shown, {left, middle - number_size.y / 2, 0, 0}, number);
  if (!unit.empty()) ui.canvas.text(unit, {left + wide + 5, middle - unit_size.y / 2 + 1.5f, 0, 0}, small);
  return value != before;
}

bool text_field(Ui& ui, std::string_view id, Rect area, std::string& utf8, std::size_t bytes_max,
                std::string_view hint) {
  const uint32_t control = control_id(id);
  UiState& state = ui.state;
  if (grabbed(ui, control, area) != nullptr) state.focused_id = control;
  bool focused = state.focused_id == control;
  for (const Touch& touch : ui.input.touches) {
    if (focused && touch.began && !area.contains(touch.start)) focused = false;
  }
  bool changed = false;
  if (focused) {
    changed = typed_into(ui, utf8, bytes_max);
    if (was_pressed(ui.input, Key::kEnter) && ui.input.composing.empty()) focused = false;
    state.focused_seen = true;
    state.focused_area = area;
    if (!focused) state.focused_id = 0;
  }
  const float warm = eased(ui, control, focused ? 1.0f : 0.0f, 0.09f);
  ui.canvas.gradient(area, 12, hex(0xfffefb), hex(0xfcf9f2));
  ui.canvas.outlined(area, 12, 1 + 0.8f * warm, mixed(hex(style::kInk, 0.20f), hex(style::kCobalt), warm));

  TextStyle text;
  text.size = 17;
  text.colour = hex(style::kInk);
  const Rect inner{area.x + 14, area.y + 2, area.w - 28, area.h - 4};
  const std::string shown = focused ? utf8 + ui.input.composing : utf8;
  if (shown.empty()) text = fitted(ui.canvas, hint, text, inner.w);
  const float wide = ui.canvas.text_size(shown, 0, text).x;
  const float top = area.y + area.h / 2 - ui.canvas.text_size("x", 0, text).y / 2;
  const float shift = std::max(0.0f, wide + 2 - inner.w);  // the end stays in sight
  ui.canvas.push_clip(inner);
  if (shown.empty() && !focused) {
    text.colour = hex(style::kInk, 0.40f);
    ui.canvas.text(hint, {inner.x, top, 0, 0}, text);
  } else {
    ui.canvas.text(shown, {inner.x - shift, top, 0, 0}, text);
  }
  const double blink = std::fmod(state.now_s, 1.1);
  if (focused && (blink < 0.62 || state.reduced_motion)) {
    const float x = inner.x - shift + wide + 1.5f;
    ui.canvas.line({x, area.y + area.h / 2 - 10}, {x, area.y + area.h / 2 + 10}, 1.6f, hex(style::kCobalt));
    if (!ui.input.composing.empty()) {
      const float from = ui.canvas.text_size(utf8, 0, text).x;
      ui.canvas.rect({inner.x - shift + from, area.y + area.h / 2 + 11, wide - from, 1}, hex(style::kCobalt, 0.6f));
    }
  }
  ui.canvas.pop_clip();
  return changed;
}

float begin_scroll(Ui& ui, std::string_view id, Rect area, float content_height, float& offset) {
  const uint32_t control = control_id(id);
  UiState& state = ui.state;
  const float most = std::max(0.0f, content_height - area.h);
  const bool covered = state.sheet_was_open && !state.sheet_seen;
  float& speed = state.scroll_speed[control];
  bool dragging = false;
  for (Touch& touch : ui.input.touches) {
    if (covered || !area.contains(touch.start)) continue;
    if (hold_of(state, control) == nullptr) {
      const float dx = std::abs(touch.at.x - touch.start.x), dy = std::abs(touch.at.y - touch.start.y);
      if (touch.began) speed = 0;
      if (dy < 10 || dy < dx || touch.ended) continue;
      state.holds.erase(std::remove_if(state.holds.begin(), state.holds.end(),
                                       [&touch](const UiHold& hold) { return hold.touch == touch.id; }),
                        state.holds.end());
      touch.taken = true;
      state.holds.push_back({touch.id, control, state.now_s, state.now_s});
    }
    if (hold_of(state, control)->touch != touch.id) continue;
    const float over = offset < 0 || offset > most ? 0.45f : 1.0f;
    offset -= (touch.at.y - touch.last.y) * over;
    speed = -touch.speed.y;
    dragging = !touch.ended;
    if (touch.ended) let_go(state, control);
  }
  if (!covered && area.contains(ui.input.pointer) && ui.input.wheel_steps != 0) {
    offset = std::clamp(offset - ui.input.wheel_steps * 56, 0.0f, most);
    speed = 0;
  }
  const auto dt = static_cast<float>(ui.dt_s);
  if (!dragging) {
    offset += speed * dt;
    speed *= std::exp(-dt / 0.32f);
    const float inside = std::clamp(offset, 0.0f, most);
    if (inside != offset) {
      speed *= std::exp(-dt / 0.05f);
      offset += (inside - offset) * (1 - std::exp(-dt / 0.09f));
      if (std::abs(inside - offset) < 0.3f) offset = inside;
    }
  }
  const float inside = std::clamp(offset, 0.0f, most);
  ui.canvas.push_clip(area);
  state.scroll_places.push_back(area);
  return area.y - inside - softened(offset - inside);
}

void end_scroll(Ui& ui) {
  ui.state.scroll_places.pop_back();  // or nothing outside the list could be touched ever after
  ui.canvas.pop_clip();
}

}  // namespace sui::engine
