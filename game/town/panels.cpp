#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::town {
namespace {

using engine::hex;
namespace style = engine::style;

float height_of(Panel panel) {
  return panel == Panel::kBuy || panel == Panel::kPiece ? kBuySheetHeight : kStallSheetHeight;
}

float sheet_rest(const Town& town) {  // how far the sheet still is from its place, pt
  const float t = town.panels.openness;
  return (1 - t) * height_of(town.panels.shown);
}

// A tap on the darkened street puts the sheet away.
bool tapped_outside(const Town& town, const engine::Frame& frame) {
  const float top = frame.screen.y + frame.screen.h - height_of(town.panels.shown);
  return std::any_of(frame.input.touches.begin(), frame.input.touches.end(), [&](const engine::Touch& touch) {
    return touch.ended && touch.is_tap && touch.start.y < top && touch.at.y < top;
  });
}

}  // namespace

void open_panel(Town& town, Panel panel) {
  Panels& panels = town.panels;
  panels.open = panel;
  panels.sure = false;
  panels.scrolled = 0;
  if (panel == Panel::kNone) return;
  if (panels.shown != panel && panels.shown != Panel::kNone) {
    panels.openness = std::min(panels.openness, 0.6f);  // one sheet gives way to the next without closing
  }
  panels.shown = panel;
}

Rect on_sheet(const Town& town, const engine::Frame& frame, Rect at_phone) {
  Rect area = placed(at_phone, frame.safe, true);
  area.y += sheet_rest(town);
  return area;
}

bool close_button(Town& town, engine::Frame& frame, Rect at_phone) {
  const Rect area = on_sheet(town, frame, at_phone);
  return engine::icon_button(frame.ui, "sheet.close", {area.x + area.w / 2, area.y + area.h / 2}, area.w * 0.42f,
                             engine::Icon::kClose, engine::ButtonLook::kQuiet);
}

void draw_big_pot(Town& town, engine::Frame& frame, Rect area, const piece::Baked& baked) {
  Panels& panels = town.panels;
  if (panels.pot_of != baked.fingerprint || panels.pot.mesh == engine::MeshId::kNone) {
    ware::show(town.scene, baked.look, 64, true, panels.pot);
    panels.pot_of = baked.fingerprint;
  }
  float height = 0.02f, reach = 0.02f, foot = 0.01f;
  for (const craft::LookRing& ring : baked.look.rings) {
    height = std::max(height, ring.z_mm * 0.001f);
    reach = std::max(reach, ring.outer_mm * 0.001f);
  }
  foot = std::max(foot, baked.look.rings[0].outer_mm * 0.001f);
  const float size = std::max(height, reach * 2);
  engine::Camera camera;
  camera.fov_y_deg = 26;
  camera.target = {0, height * 0.5f, 0};
  camera.eye = {0, height * 0.5f + size * 0.85f, size * 2.75f};
  const Vec2 stand = engine::project(camera, area, {0, 0, 0}), edge = engine::project(camera, area, {foot, 0, 0});
  const float wide = std::max(20.0f, (edge.x - stand.x) * 1.12f);
  frame.canvas.shadow({stand.x - wide, stand.y - wide * 0.10f, wide * 2, wide * 0.24f}, wide * 0.12f, wide * 0.14f,
                      hex(0x3b2a1c, 0.30f));
  panels.turn += static_cast<float>(frame.dt_s) * 0.06f;
  town.scene.begin(area, engine::Place::kPaper, camera, false);
  ware::draw(town.scene, panels.pot, baked.look, {0, 0, 0}, panels.turn, 1);
  town.scene.end();
}

std::string facts_of(const piece::Baked& baked, const engine::Strings& strings) {
  return engine::fill(strings, "piece.facts",
                      {{"height", engine::number(strings, baked.measures.height_mm / 10, 1)},
                       {"width", engine::number(strings, baked.measures.max_diameter_mm / 10, 1)},
                       {"capacity", engine::number(strings, baked.measures.capacity_ml, 0)}});
}

std::string shown_title(const std::string& title, const engine::Strings& strings) {
  return title.empty() ? std::string(engine::say(strings, "piece.untitled")) : title;
}

int card_grid(Town& town, engine::Frame& frame, const std::vector<Card>& cards) {
  const Rect area = on_sheet(town, frame, kCards);
  const int rows = (static_cast<int>(cards.size()) + 1) / 2;
  const float width = (area.w - kCardGap) / 2, full = static_cast<float>(rows) * (kCardHeight + kCardGap);
  int tapped = -1;
  const float top = engine::begin_scroll(frame.ui, "cards", area, full, town.panels.scrolled);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Card& card = cards[i];
    const Rect cell{area.x + static_cast<float>(i % 2) * (width + kCardGap),
                    top + static_cast<float>(i / 2) * (kCardHeight + kCardGap), width, kCardHeight};
    if (cell.y + cell.h < area.y || cell.y > area.y + area.h) continue;
    if (engine::button(frame.ui, "card" + std::to_string(i), cell, "", engine::ButtonLook::kQuiet)) {
      tapped = static_cast<int>(i);
    }
    const float side = width - 24;
    if (card.baked != nullptr) {
      frame.canvas.image(portrait_of(town, *card.baked), {cell.x + 12, cell.y + 8, side, side - 6}, {0, 0, 1, 1},
                         {1, 1, 1, card.bright ? 1.0f : 0.45f}, 8);
    }
    engine::TextStyle title = heading(15, hex(style::kInk, card.bright ? 1.0f : 0.6f));
    title.weight = -0.2f;
    title = engine::fitted(frame.canvas, card.title, title, cell.w - 16);
    frame.canvas.push_clip({cell.x + 8, cell.y, cell.w - 16, cell.h});
    frame.canvas.text(card.title, {cell.x + 8, cell.y + cell.h - 56, cell.w - 16, 0}, title);
    const engine::TextStyle line =
        engine::fitted(frame.canvas, card.line, words(style::kSmall, hex(style::kInk, 0.62f)), cell.w - 16);
    frame.canvas.text(card.line, {cell.x + 8, cell.y + cell.h - 31, cell.w - 16, 0}, line);
    frame.canvas.pop_clip();
  }
  engine::end_scroll(frame.ui);
  return tapped;
}

void draw_panels(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings) {
  Panels& panels = town.panels;
  const float goal = panels.open == Panel::kNone ? 0.0f : 1.0f;
  panels.openness +=
      (goal - panels.openness) * (1 - std::exp(-static_cast<float>(frame.dt_s) * (goal > 0 ? 11.0f : 18.0f)));
  if (std::fabs(goal - panels.openness) < 0.004f) panels.openness = goal;
  if (panels.openness <= 0) {
    if (panels.shown != Panel::kNone && panels.pot.mesh != engine::MeshId::kNone) {
      ware::hide(town.scene, panels.pot);
      panels.pot = {};
    }
    panels.shown = Panel::kNone;
    return;
  }
  const bool outside = tapped_outside(town, frame);
  engine::sheet(frame.ui, height_of(panels.shown), panels.openness);
  switch (panels.shown) {
    case Panel::kNone:
      break;
    case Panel::kStall:
      draw_stall_panel(town, frame, strings);
      break;
    case Panel::kBuy:
      draw_buy_panel(town, frame, strings);
      break;
    case Panel::kMine:
      draw_mine_panel(town, frame, shelf, strings);
      break;
    case Panel::kPiece:
      draw_piece_panel(town, frame, shelf, strings);
      break;
  }
  const bool busy = panels.shown == Panel::kBuy && town.dealings.purchase.state == AskState::kWaiting;
  if ((outside || frame.input.back) && !busy && panels.open != Panel::kNone && panels.openness > 0.6f) {
    open_panel(town, Panel::kNone);
  }
}

}  // namespace sui::town
