#include "game/studio/commission_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/craft/likeness.h"
#include "game/engine/style.h"
#include "game/studio/hands.h"
#include "game/studio/layout.h"
#include "game/studio/pot.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr double kOutlineGrows = 1.35;
constexpr double kLetterComesS = 4.2;  // the pot is looked at first

std::string need_words(Around& around, const Commission& order, Condition condition) {
  const auto whole = [](double value) { return std::to_string(std::lround(value)); };
  switch (condition) {
    case Condition::kShape:
      return engine::fill(
          around.strings, "order.need.shape",
          {{"shape", std::string(engine::say(around.strings, std::string("shape.") + craft::goal_id(order.shape)))},
           {"wanted", whole(order.likeness_least)}});
    case Condition::kSize: {
      constexpr std::array<const char*, 3> kSizes = {"order.need.height", "order.need.width", "order.need.capacity"};
      const bool length = order.size != Size::kCapacity;
      return engine::fill(
          around.strings, kSizes[static_cast<std::size_t>(order.size)],
          {{"wanted", length ? engine::number(around.strings, order.size_least / 10, 1) : whole(order.size_least)}});
    }
    case Condition::kWish:
      return std::string(engine::say(around.strings, std::string("order.need.") + wish_id(order.wish)));
    case Condition::kSound:
      return std::string(engine::say(around.strings, "order.need.sound"));
  }
  return {};
}

// "Likeness 48 of 55", "12.8 of 14.0 cm": how it came out against what was wanted.
std::string found_words(Around& around, const Commission& order, Condition condition, const Found& found) {
  if (condition == Condition::kWish || condition == Condition::kSound) return {};
  const bool length = condition == Condition::kSize && order.size != Size::kCapacity;
  return length ? engine::number(around.strings, found.value / 10, 1) : std::to_string(std::lround(found.value));
}

// Its rows of what is asked, ticked where `verdict` says so; returns where they end.
float draw_needs(Around& around, const Commission& order, const Verdict* verdict, Rect area) {
  Canvas& canvas = around.frame.canvas;
  float y = area.y;
  for (std::size_t i = 0; i < kConditionCount; ++i) {
    const auto condition = static_cast<Condition>(i);
    const bool met = verdict != nullptr && verdict->found[i].met, missed = verdict != nullptr && !met;
    const Vec2 mark{area.x + 11, y + 12};
    canvas.circle(mark, 10, met ? hex(style::kCobalt) : (missed ? hex(0xf0dfd2) : hex(style::kInk, 0.08f)));
    if (verdict != nullptr)
      canvas.icon(met ? Icon::kCheck : Icon::kMinus, mark, 14, met ? hex(style::kPorcelain) : hex(0x9a4a2a));
    auto words = body_style(14.5f);
    words.colour = hex(style::kInk, met || verdict == nullptr ? 0.88f : 1);
    const std::string found = verdict != nullptr ? found_words(around, order, condition, verdict->found[i]) : "";
    const std::string need = need_words(around, order, condition);
    const float room = area.w - 32 - (found.empty() ? 0.0f : 50.0f);
    words = engine::fitted(canvas, need, words, room);
    canvas.text(need, {area.x + 30, y + 2, room, 0}, words);
    if (!found.empty()) {
      auto number = body_style(14.5f, Align::kRight);
      number.colour = met ? hex(style::kCobalt) : hex(0x9a4a2a);
      canvas.text(found, {area.x, y + 2, area.w, 0}, number);
    }
    y += 32;
  }
  return y;
}

// A branch of plum over the letter's corner, as on writing paper.
void draw_sprig(const Sheet& sheet) {
  line_through(sheet, {{0, 18}, {24, 22}, {46, 40}, {70, 44}, {100, 70}}, 2.6f, 0.45f);
  line_through(sheet, {{46, 40}, {56, 24}, {72, 14}}, 1.8f, 0.4f);
  for (const Vec2 at : {Vec2{72, 14}, Vec2{30, 14}, Vec2{64, 54}, Vec2{92, 56}}) {
    for (int petal = 0; petal < 5; ++petal) {
      const float angle = 1.2566f * static_cast<float>(petal);
      wash_disc(sheet, {at.x + 5 * std::cos(angle), at.y + 5 * std::sin(angle)}, 4, 4, 0.12f, 0.3f);
    }
    wash_disc(sheet, at, 1.8f, 1.8f, 0.7f, 0.7f);
  }
}

const Commission* ordered(const Around& around) {
  return commission_named(around.shelf.book.ordered);
}

}  // namespace

void draw_order_vessel(const Sheet& sheet, const Commission& order, Vec2 foot, float widest, float tallest) {
  double most = 0;
  for (const double radius : craft::goal_outline(order.shape).radius) most = std::max(most, radius);
  const float height = std::min(tallest, widest / static_cast<float>(2 * most));
  Sheet dressed = sheet;
  switch (order.wish) {
    case Wish::kBlueAndWhite:
    case Wish::kEnamelled:
      break;
    case Wish::kWhite:
      dressed.ink = hex(0x8fa0b8);
      break;
    case Wish::kCeladon:
      dressed.ink = hex(0x4f8a6e);
      break;
    case Wish::kDark:
      dressed.ink = hex(0x2a1d18);
      break;
  }
  draw_vessel(dressed, order.shape, foot, height, 1, order.wish == Wish::kDark ? 0.62f : 0.2f);
  if (order.wish != Wish::kBlueAndWhite && order.wish != Wish::kEnamelled) return;
  // A spray of leaves round the belly; in enamels it is in colour.
  const float z = 0.42f, radius = static_cast<float>(craft::goal_radius(order.shape, z)) * height;
  const float y = foot.y - z * height;
  constexpr std::array<uint32_t, 3> kEnamels = {0xd8748c, 0x2f7f4f, 0xd9a936};
  for (int i = 0; i < 5; ++i) {
    const float x = foot.x + radius * (-0.72f + 0.36f * static_cast<float>(i));
    Sheet leaf = sheet;
    if (order.wish == Wish::kEnamelled) leaf.ink = hex(kEnamels[static_cast<std::size_t>(i % 3)]);
    const float size = std::min(0.16f * radius, 3.4f) + 0.8f;
    wash_disc(leaf, {x, y - size * (i % 2 == 0 ? 0.5f : -0.5f)}, size, size * 0.8f, 0.7f, 0.95f);
  }
  line_through(sheet, {{foot.x - 0.9f * radius, y + 1.5f}, {foot.x, y + 3}, {foot.x + 0.9f * radius, y + 1.5f}}, 1.1f,
               0.85f);
}

void draw_score(Around& around, Vec2 centre, float radius, int score, bool accepted) {
  Canvas& canvas = around.frame.canvas;
  const Rect area{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  if (accepted)
    canvas.seal(area, 5, hex(0xa8313a), static_cast<float>(score));
  else
    canvas.outlined(area, 5, 1.4f, hex(style::kInk, 0.35f));
  auto number = title_style(radius * 0.95f, Align::kCentre);
  number.colour = accepted ? hex(style::kPorcelain) : hex(style::kInk, 0.6f);
  const std::string text = std::to_string(score);
  number = engine::fitted(canvas, text, number, 2 * radius - 4);
  const Vec2 size = canvas.text_size(text, 0, number);
  canvas.text(text, {area.x, centre.y - size.y / 2, area.w, 0}, number);
}

OrderChoice order_details(Around& around, const Commission& order, bool taken, float openness) {
  engine::Frame& frame = around.frame;
  const Rect inner = engine::sheet(frame.ui, 524, openness);
  if (openness < 0.02f) return OrderChoice::kNone;
  Canvas& canvas = frame.canvas;
  const Rect face{inner.x, inner.y + 4, 132, 172};
  draw_order_vessel(tile(canvas, face, 1), order, {50, 116}, 78, 100);
  const float x = face.x + face.w + 16, width = inner.w - face.w - 16;
  auto patron = body_style(14);
  patron.colour = hex(style::kCobalt);
  const std::string_view from = engine::say(around.strings, std::string("patron.") + patron_id(order.patron));
  patron = engine::fitted(canvas, from, patron, width);
  canvas.text(from, {x, face.y + 2, width, 0}, patron);
  auto name = title_style(23);
  const std::string_view called = engine::say(around.strings, std::string("order.") + order.id);
  name = engine::fitted(canvas, called, name, width);
  canvas.text(called, {x, face.y + 24, width, 0}, name);
  auto ask = body_style(14.5f);
  ask.line_height = 1.45f;
  ask.colour = hex(style::kInk, 0.85f);
  const std::string_view asked = engine::say(around.strings, std::string("order.") + order.id + ".ask");
  ask = engine::fitted(canvas, asked, ask, width, 116);
  canvas.text(asked, {x, face.y + 60, width, 0}, ask);
  draw_needs(around, order, nullptr, {inner.x, face.y + face.h + 24, inner.w, 0});
  const float low = inner.y + inner.h - 122;
  OrderChoice choice = OrderChoice::kNone;
  if (engine::button(frame.ui, "take", {inner.x, low, inner.w, 56},
                     engine::say(around.strings, taken ? "order.throw" : "order.take"), ButtonLook::kPrimary,
                     Icon::kWheel))
    choice = OrderChoice::kTake;
  const float half = (inner.w - 12) / 2;
  if (taken && engine::button(frame.ui, "giveback", {inner.x, low + 66, half, 48},
                              engine::say(around.strings, "order.giveback"), ButtonLook::kQuiet))
    choice = OrderChoice::kGiveBack;
  const Rect later{taken ? inner.x + half + 12 : inner.x, low + 66, taken ? half : inner.w, 48};
  if (engine::button(frame.ui, "later", later, engine::say(around.strings, "order.later"), ButtonLook::kQuiet))
    choice = OrderChoice::kLeave;
  return choice;
}

void over_wheel(CommissionView& view, Around& around, const engine::Camera& camera) {
  const Commission* order = ordered(around);
  if (order == nullptr) return;
  engine::Frame& frame = around.frame;
  if (engine::icon_button(frame.ui, "outline", layout::corner(frame.safe, 2), layout::kRoundRadius, Icon::kGoal,
                          ButtonLook::kGlass, true, view.outline_shown))
    view.outline_shown = !view.outline_shown;
  if (!view.outline_shown) return;
  Canvas& canvas = frame.canvas;
  const Rect space = layout::workspace(frame.safe), hint = layout::hint(frame.safe);
  const float top = hint.y + hint.h + 8;
  canvas.push_clip({space.x, top, space.w, space.y + space.h - top});
  const craft::Look& look = around.pot.look;
  // Proportions are asked for, not inches: where the pot outgrows the outline, the outline grows along.
  const double height = std::clamp(top_mm(look), order->wet_height_mm, kOutlineGrows * order->wet_height_mm);
  constexpr int kRows = 72;
  for (const bool left : {false, true}) {
    Vec2 before;
    for (int row = 0; row <= kRows; ++row) {
      const double z = static_cast<double>(row) / kRows, radius = craft::goal_radius(order->shape, z) * height;
      const Vec2 goal = on_screen(camera, frame.screen, {radius, z * height, left});
      const WallAt wall = wall_at(look, z * height);
      // Between the clay and where it should be: pale where clay is still wanted, warm where there is too much.
      const Vec2 clay = on_screen(camera, frame.screen, {wall.clay ? wall.outer_mm : 0, z * height, left});
      const bool proud = wall.clay && wall.outer_mm > radius + 1.5;
      if (row % 2 == 0 && std::fabs(clay.x - goal.x) > 3 && (wall.clay || row % 4 == 0)) {
        const float inset = goal.x < clay.x ? 2.0f : -2.0f;
        canvas.line({goal.x + inset, goal.y}, {clay.x - inset, goal.y}, 1.1f,
                    proud ? hex(style::kEmber, 0.55f) : hex(style::kPorcelain, wall.clay ? 0.30f : 0.14f));
      }
      if (row > 0) canvas.line(before, goal, 2.2f, hex(0xcfe0ff, 0.9f));
      before = goal;
    }
  }
  canvas.pop_clip();
  const int score = static_cast<int>(std::lround(craft::likeness(around.pot.bench->workpiece, order->shape)));
  auto words = on_scene(body_style(13, Align::kCentre));
  const std::string now = engine::fill(around.strings, "order.likeness", {{"now", std::to_string(score)}});
  const Rect c = layout::column(frame.safe);
  words = engine::fitted(canvas, now, words, c.w - 80);
  canvas.text(now, {c.x, layout::slider_row(frame.safe).y - 22, c.w, 0}, words);
}

void pot_is_out(CommissionView& view, Around& around) {
  const bool shown = view.outline_shown;
  view = CommissionView{};
  view.outline_shown = shown;
  view.order = ordered(around);
  if (view.order == nullptr) return;
  view.verdict = judge(*view.order, around.pot.bench->workpiece);
  shelf::Book& book = around.shelf.book;
  int& best = book.best[view.order->id];
  best = std::max(best, view.verdict.score);
  if (view.verdict.accepted) {
    book.delivered.insert(view.order->id);
    book.ordered.clear();
  }
  if (const auto kept = shelf::keep_book(around.app.files(), book); !kept) tell_not_kept(around, kept.error());
}

void over_reveal(CommissionView& view, Around& around, double since_s) {
  if (view.order == nullptr || since_s < kLetterComesS) return;
  engine::Frame& frame = around.frame;
  const Commission& order = *view.order;
  if (engine::icon_button(frame.ui, "letter", layout::corner(frame.safe, 1), layout::kRoundRadius, Icon::kLetter,
                          view.letter_open ? ButtonLook::kGlass : ButtonLook::kSeal)) {
    view.letter_open = true;
    frame.audio.play(engine::Chime::kStamp);
  }
  view.openness = toward(view.openness, view.letter_open ? 1.0f : 0.0f, frame.dt_s, 9);
  if (view.openness < 0.02f) return;
  const Rect inner = engine::sheet(frame.ui, 478, eased(view.openness));
  Canvas& canvas = frame.canvas;
  draw_sprig({canvas, {inner.x + inner.w - 84, inner.y - 8, 84, 84}, hex(0xfaf7ee), hex(style::kCobalt)});
  const bool taken = view.verdict.accepted;
  auto from = title_style(22);
  from.colour = hex(style::kCobaltDeep);
  const std::string_view patron = engine::say(around.strings, std::string("patron.") + patron_id(order.patron));
  from = engine::fitted(canvas, patron, from, inner.w - 96);
  canvas.text(patron, {inner.x, inner.y + 6, inner.w, 0}, from);
  auto words = title_style(16.5f);
  words.line_height = 1.6f;
  const std::string_view letter =
      engine::say(around.strings,
                  (taken ? std::string("letter.thanks.") : std::string("letter.notyet.")) + patron_id(order.patron));
  words = engine::fitted(canvas, letter, words, inner.w - 6, 118);
  canvas.text(letter, {inner.x, inner.y + 60, inner.w - 6, 0}, words);
  draw_needs(around, order, &view.verdict, {inner.x, inner.y + 194, inner.w, 0});
  draw_score(around, {inner.x + 30, inner.y + inner.h - 42}, 28, view.verdict.score, taken);
  if (engine::button(frame.ui, "read", {inner.x + 76, inner.y + inner.h - 70, inner.w - 76, 56},
                     engine::say(around.strings, taken ? "letter.glad" : "letter.again"), ButtonLook::kPrimary))
    view.letter_open = false;
}

}  // namespace sui::studio
