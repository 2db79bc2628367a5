#include <algorithm>
#include <cmath>
#include <optional>

#include "game/craft/look_paint.h"
#include "game/engine/style.h"
#include "game/studio/decor.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
namespace style = engine::style;

constexpr float kSheetShare = 0.76f, kCell = 76, kWaterTall = 74;
constexpr int kColumns = 3;
constexpr float kTurn = 6.2831853f;

bool tapped(const Around& around, Rect area, Rect place) {
  for (const Touch& touch : around.frame.input.touches) {
    if (touch.ended && touch.is_tap && area.contains(touch.at) && place.contains(touch.at)) return true;
  }
  return false;
}

// A stamp's own form, as it is pressed.
void draw_form(Canvas& canvas, DecorTool tool, Vec2 at, float r, Colour ink) {
  switch (tool) {
    case DecorTool::kRosette:
      for (int petal = 0; petal < 6; ++petal) {
        const float angle = kTurn * static_cast<float>(petal) / 6;
        canvas.circle({at.x + 0.62f * r * std::cos(angle), at.y + 0.62f * r * std::sin(angle)}, 0.36f * r, ink);
      }
      canvas.circle(at, 0.26f * r, ink);
      break;
    case DecorTool::kDot:
      canvas.circle(at, 0.55f * r, ink);
      break;
    case DecorTool::kRing:
      canvas.ring(at, 0.7f * r, 0.24f * r, 0, 1, ink);
      break;
    case DecorTool::kLeaf:
      for (int slice = 0; slice < 12; ++slice) {
        const auto half = [&](int at_slice) {
          return 0.5f * r * std::sin(kTurn / 2 * std::pow(static_cast<float>(at_slice) / 12, 0.8f));
        };
        const float high = at.y - r + r * static_cast<float>(slice) / 6, low = high + r / 6;
        const float wide = half(slice), next = half(slice + 1);
        canvas.triangle({at.x - wide, high}, {at.x + wide, high}, {at.x + next, low}, ink);
        canvas.triangle({at.x - wide, high}, {at.x + next, low}, {at.x - next, low}, ink);
      }
      canvas.line({at.x, at.y - 0.5f * r}, {at.x, at.y + 1.15f * r}, 1.4f, hex(0xf8f8f6));
      break;
    case DecorTool::kLozenge:
      canvas.triangle({at.x, at.y - r}, {at.x + 0.62f * r, at.y}, {at.x, at.y + r}, ink);
      canvas.triangle({at.x, at.y - r}, {at.x, at.y + r}, {at.x - 0.62f * r, at.y}, ink);
      break;
    default:  // grains of rice
      for (const float x : {-0.55f, 0.0f, 0.55f}) {
        const float y = x == 0 ? -0.1f : 0.1f;
        canvas.line({at.x + x * r, at.y + (y - 0.42f) * r}, {at.x + x * r, at.y + (y + 0.42f) * r}, 0.3f * r, ink);
      }
      break;
  }
}

void five_waters(Around& around, Rect area, Rect place, bool open, int& water) {
  Canvas& canvas = around.frame.canvas;
  const float step = area.w / static_cast<float>(kFiveWaters.size());
  for (std::size_t index = 0; index < kFiveWaters.size(); ++index) {
    const Rect cell{area.x + step * static_cast<float>(index), area.y, step, area.h};
    const Vec2 at{cell.x + step / 2, cell.y + 24};
    const auto depth = static_cast<float>(std::pow(kFiveWaters[index], 0.8));
    const bool chosen = static_cast<int>(index) == water;
    if (chosen) canvas.ring(at, 23, 2, 0, 1, hex(style::kEmber));
    canvas.circle(at, 19, engine::mixed(hex(0xe6ebf4), hex(style::kCobalt), depth));
    const std::string_view name = engine::say(around.strings, kWaterNames[index]);
    const auto text = engine::fitted(canvas, name, body_style(12, Align::kCentre), step - 4);
    canvas.text(name, {cell.x + 2, cell.y + 50, step - 4, 0}, text);
    if (open && tapped(around, cell, place)) water = static_cast<int>(index);
  }
}

void draw_cell(Around& around, Rect cell, DecorTool tool, bool chosen, bool may) {
  Canvas& canvas = around.frame.canvas;
  canvas.shadow({cell.x, cell.y + 3, cell.w, cell.h}, 12, 7, hex(0x1a120b, 0.16f));
  canvas.gradient(cell, 12, hex(0xffffff, may ? 1 : 0.5f), hex(0xf3f5f4, may ? 1 : 0.5f));
  if (chosen) canvas.outlined(cell, 12, 2, hex(style::kEmber));
  const Colour ink = hex(style::kInk, may ? 1 : 0.35f);
  const Vec2 at{cell.x + cell.w / 2, cell.y + 28};
  const DecorName& named = name_of(tool);
  if (named.icon == Icon::kNone) {
    draw_form(canvas, tool, at, 15, ink);
  } else {
    engine::icon(around.frame.ui, named.icon, at, 30, ink);
  }
  auto text = body_style(13, Align::kCentre);
  text.colour = ink;
  const std::string_view name = engine::say(around.strings, named.name);
  text = engine::fitted(canvas, name, text, cell.w - 8);
  canvas.text(name, {cell.x + 4, cell.y + cell.h - 26, cell.w - 8, 0}, text);
}

engine::Camera mark_camera(const craft::Look& look, float openness) {
  const float tall = look.rings.back().z_mm / 1000, wide = look.rings[0].outer_mm / 1000;
  engine::Camera camera;
  camera.fov_y_deg = 28;
  const float distance = 0.2f + wide * 6.4f;
  camera.target = {0, tall - 0.22f * distance, 0};
  const float high = 0.35f + 0.5f * eased(openness);
  camera.eye = {0, tall + high * distance, distance * (1.1f - 0.35f * eased(openness))};
  return camera;
}

bool is_marked(const Pot& pot) {
  for (const craft::Stroke& stroke : pot.bench->workpiece.surface.strokes)
    if (stroke.kind == craft::StrokeKind::kFootMark) return true;
  return false;
}

// As it would be written with this brush.
void preview(const MarkDesk& desk, Pot& pot, craft::Pigment pigment, double load) {
  craft::Surface surface;
  craft::Stroke stroke;
  stroke.kind = craft::StrokeKind::kFootMark;
  stroke.form = desk.text;
  stroke.repeats = desk.frame;
  stroke.pigment = pigment;
  stroke.load = load;
  surface.strokes.push_back(stroke);
  craft::take_foot_mark(surface, pot.look);
}

}  // namespace

std::optional<DecorTool> frame(DecorSheet& sheet, Around& around, DecorTool now, int& water) {
  engine::Frame& frame = around.frame;
  sheet.openness = toward(sheet.openness, sheet.open ? 1.0f : 0.0f, frame.dt_s, 11);
  if (sheet.openness < 0.01f) return std::nullopt;
  const float height = frame.safe.h * kSheetShare;
  for (const Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && touch.at.y < frame.screen.y + frame.screen.h - height) sheet.open = false;
  }
  const Rect inner = engine::sheet(frame.ui, height, sheet.openness);
  Canvas& canvas = frame.canvas;
  canvas.text(engine::say(around.strings, "decor.title"), {inner.x, inner.y, inner.w, 0},
              title_style(20, Align::kCentre));
  const Rect place{inner.x, inner.y + 40, inner.w, inner.h - 40};
  const float width = (inner.w - style::kGap * (kColumns - 1)) / kColumns;
  constexpr int kLines = (kDecorTools + kColumns - 1) / kColumns;
  std::optional<DecorTool> chosen;
  const float top =
      engine::begin_scroll(frame.ui, "decor", place, kWaterTall + kLines * (kCell + style::kGap), sheet.scrolled);
  five_waters(around, {inner.x, top, inner.w, kWaterTall}, place, sheet.open, water);
  for (int index = 0; index < kDecorTools; ++index) {
    const Rect cell{inner.x + static_cast<float>(index % kColumns) * (width + style::kGap),
                    top + kWaterTall + static_cast<float>(index / kColumns) * (kCell + style::kGap), width, kCell};
    if (cell.y > place.y + place.h || cell.y + cell.h < place.y) continue;
    const auto tool = static_cast<DecorTool>(index);
    const bool may = may_use(tool, around.pot);
    draw_cell(around, cell, tool, tool == now, may);
    if (sheet.open && may && tapped(around, place, cell)) chosen = tool;
  }
  engine::end_scroll(frame.ui);
  if (chosen) sheet.open = false;
  return chosen;
}

bool frame(MarkDesk& desk, Around& around, craft::Pigment pigment, double load) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  desk.openness = toward(desk.openness, 1, frame.dt_s, frame.ui.state.reduced_motion ? 60.0f : 4.0f);
  const bool marked = is_marked(pot);
  if (!marked) preview(desk, pot, pigment, load);
  pot.shown.upturned = true;
  show(frame.scene, pot, 96);
  frame.scene.begin(frame.screen, engine::Place::kPaper, mark_camera(pot.look, desk.openness), true);
  draw_banding_wheel(frame.scene, around.workshop, 0);
  ware::draw_upturned(frame.scene, pot.shown, pot.look, {0, 0, 0}, -pot.look.turn);
  frame.scene.end();
  pot.shown.upturned = false;
  bottom_shade(around, 330, 0.66f);
  room_title(around, "room.mark", true);

  engine::Ui& ui = frame.ui;
  if (back_button(around)) desk.open = false;
  bool written = false;
  if (!marked) {
    constexpr std::array<const char*, 6> kChoices = {"mark.peace",    "mark.kiln", "mark.made",
                                                     "mark.no_frame", "mark.ring", "mark.square"};
    for (int index = 0; index < 6; ++index) {
      int& held = index < 3 ? desk.text : desk.frame;
      const Rect area = layout::mark_choice(frame.safe, index);
      const char* key = kChoices[static_cast<std::size_t>(index)];
      if (engine::button(ui, key, area, engine::say(around.strings, key), ButtonLook::kGlass)) held = index % 3;
      if (held == index % 3) frame.canvas.outlined(area, style::kRadius, 2, hex(style::kEmber));
    }
    if (engine::button(ui, "write", layout::primary(frame.safe), engine::say(around.strings, "mark.write"),
                       ButtonLook::kPrimary, Icon::kBrush)) {
      written = act(pot, mark_act(desk.text, desk.frame, pigment, load));
      if (written) frame.audio.play(engine::Chime::kStamp);
    }
  } else if (engine::button(ui, "over", layout::primary(frame.safe), engine::say(around.strings, "mark.turn_back"),
                            ButtonLook::kPrimary, Icon::kTurnOver)) {
    desk.open = false;
  }
  if (!desk.open) {
    desk.openness = 0;
    repaint(pot);
    if (!is_marked(pot)) pot.look.foot_mark = {};
  }
  return written;
}

}  // namespace sui::studio
