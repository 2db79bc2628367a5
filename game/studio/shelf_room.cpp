#include "game/studio/shelf_room.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/card.h"
#include "game/studio/layout.h"
#include "game/studio/museum_corner.h"
#include "game/studio/reveal.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::TextureId;
using engine::Touch;
using engine::Vec2;
using shelf::MintState;
using shelf::ShelfPiece;
namespace style = engine::style;

constexpr int kPortraitPx = 320;

engine::Camera portrait_camera(const craft::Look& look) {
  const Extent extent = extent_of(look);
  engine::Camera camera;
  camera.fov_y_deg = 24;
  const float span = std::max(extent.height, extent.radius * 2.0f) * 1.22f;
  const float distance = span / 2 / std::tan(camera.fov_y_deg / 2 * 3.14159265f / 180) + extent.radius;
  camera.target = {0, extent.height * 0.5f, 0};
  camera.eye = {0, camera.target.y + distance * 0.17f, distance};
  return camera;
}

// One new portrait a frame: opening a full shelf stays smooth.
TextureId portrait_of(ShelfRoom& room, Around& around, const ShelfPiece& piece, bool& may_make) {
  for (Portrait& portrait : room.portraits) {
    if (portrait.fingerprint != piece.fingerprint) continue;
    portrait.seen_frame = room.frames;
    return portrait.texture;
  }
  if (!may_make) return TextureId::kNone;
  may_make = false;
  engine::Scene& scene = around.frame.scene;
  ware::Shown shown;
  ware::show(scene, piece.baked.look, kSegments, true, shown);
  const TextureId texture = scene.portrait(shown.mesh, shown.material, portrait_camera(piece.baked.look), kPortraitPx);
  ware::hide(scene, shown);
  const Portrait made{piece.fingerprint, room.frames, texture};
  if (room.portraits.size() < kPortraitsMost) {
    room.portraits.push_back(made);
    return texture;
  }
  const auto longest_unseen =
      std::min_element(room.portraits.begin(), room.portraits.end(),
                       [](const Portrait& one, const Portrait& other) { return one.seen_frame < other.seen_frame; });
  scene.drop_texture(longest_unseen->texture);
  *longest_unseen = made;
  return texture;
}

const char* mint_key(const ShelfPiece& piece) {
  if (piece.listing_id != 0) return "mint.listed";
  switch (piece.mint) {
    case MintState::kLocal:
      return "mint.local";
    case MintState::kAsked:
      return "mint.asked";
    case MintState::kMinted:
      return piece.bought ? "mint.bought" : "mint.minted";
    case MintState::kRefused:
      return "mint.refused";
    case MintState::kAway:
      return "mint.away";
  }
  return "mint.local";
}

Colour mint_colour(const ShelfPiece& piece) {
  if (piece.listing_id != 0) return hex(style::kEmber);
  if (piece.mint == MintState::kRefused) return hex(0x9a3b22);
  if (piece.mint == MintState::kMinted) return hex(style::kDuckTurquoise);
  return hex(0x7b6a55);
}

void draw_wall(Around& around) {
  const Rect screen = around.frame.screen;
  around.frame.canvas.gradient(screen, 0, hex(0xe9e1d1), hex(0xcdbfa8));
}

void draw_board(Around& around, Rect place) {
  Canvas& canvas = around.frame.canvas;
  const Rect board{place.x - 12, place.y + 152, place.w + 24, 13};
  canvas.shadow({board.x, board.y + 8, board.w, 12}, 4, 16, Colour{0.2f, 0.12f, 0.06f, 0.30f});
  canvas.gradient(board, 2, hex(0x94694a), hex(0x6b4630));
  canvas.rect({board.x, board.y, board.w, 1.5f}, hex(0xc39a73, 0.8f));
}

void draw_cell(Around& around, const ShelfPiece& piece, TextureId portrait, Rect cell) {
  Canvas& canvas = around.frame.canvas;
  const float alpha = piece.mint == MintState::kAway ? 0.38f : 1;
  const float middle = cell.x + cell.w / 2, foot = cell.y + 155;
  canvas.shadow({middle - 40, foot - 8, 80, 8}, 4, 10, Colour{0.15f, 0.09f, 0.05f, 0.38f * alpha});
  if (portrait != TextureId::kNone) {
    const float size = 156;
    canvas.image(portrait, {middle - size / 2, foot - size * 0.93f, size, size}, {0, 0, 1, 1}, Colour{1, 1, 1, alpha});
  }
  auto name = title_style(15, Align::kCentre);
  name.colour.a = piece.mint == MintState::kAway ? 0.55f : 1;
  const std::string_view title =
      piece.title.empty() ? engine::say(around.strings, "shelf.untitled") : std::string_view(piece.title);
  name = engine::fitted(canvas, title, name, cell.w);
  canvas.text(title, {cell.x, cell.y + 170, cell.w, 0}, name);
  auto state = body_style(11.5f, Align::kCentre);
  state.colour = mint_colour(piece);
  const std::string_view registered = engine::say(around.strings, mint_key(piece));
  state = engine::fitted(canvas, registered, state, cell.w);
  canvas.text(registered, {cell.x, cell.y + 190, cell.w, 0}, state);
}

void scroll(ShelfRoom& room, Around& around, float longest) {
  engine::Frame& frame = around.frame;
  const Rect space{frame.screen.x, frame.safe.y + 92, frame.screen.w, frame.safe.h - 92 - 100};
  const Touch* finger = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && space.contains(touch.start)) {
      room.touch = touch.id;
      room.moved = false;
    }
    if (touch.id == room.touch) finger = &touch;
  }
  if (finger != nullptr && !finger->ended) {
    if (std::fabs(finger->at.y - finger->start.y) > 9) room.moved = true;
    if (room.moved) room.scrolled -= finger->at.y - finger->last.y;
    room.scroll_speed = -finger->speed.y;
  } else {
    if (finger != nullptr && finger->is_tap && !room.moved) {
      for (std::size_t index = 0; index < around.shelf.pieces.size(); ++index) {
        if (!layout::shelf_cell(frame.safe, static_cast<int>(index), room.scrolled).contains(finger->at)) continue;
        room.looked_at = static_cast<int>(index);
        room.leaving = false;
        room.turn = 0;
        const ShelfPiece& piece = around.shelf.pieces[index];
        room.turned_over = room.shown.upturned = false;
        ware::show(frame.scene, piece.baked.look, 96, true, room.shown);
        frame.audio.play(engine::Chime::kTap);
      }
    }
    room.touch = kNoTouch;
    room.scrolled += room.scroll_speed * static_cast<float>(frame.dt_s);
    room.scroll_speed = toward(room.scroll_speed, 0, frame.dt_s, 4);
  }
  room.scrolled -= frame.input.wheel_steps * 60;
  const float bounded = std::clamp(room.scrolled, 0.0f, std::max(0.0f, longest));
  if (room.touch == kNoTouch) room.scrolled = toward(room.scrolled, bounded, frame.dt_s, 14);
}

void boards(ShelfRoom& room, Around& around, Go& go) {
  ++room.frames;
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const Rect safe = frame.safe;
  const auto count = static_cast<int>(around.shelf.pieces.size());
  draw_wall(around);
  const int across = layout::shelf_across(safe), filled = (count + across - 1) / across;
  // The last board is the museum's: in sight while there is room over the buttons, else at the end.
  constexpr float kButtons = 88;
  const int museum =
      std::max(static_cast<int>((safe.h - layout::kShelfTop - kButtons) / layout::kCellHeight) - 1, filled);
  const float longest = layout::kShelfTop + static_cast<float>(museum) * layout::kCellHeight + kMuseumCornerHeight -
                        kMuseumLift + 110 - safe.h;
  if (room.looked_at < 0) scroll(room, around, longest);
  bool may_make = true;
  for (int row = 0; row <= museum; ++row) {
    Rect board = layout::shelf_board(safe, row, room.scrolled);
    if (row == museum) board.y -= kMuseumLift;
    if (board.y >= safe.y + safe.h || board.y + board.h <= safe.y) continue;
    draw_board(around, board);
    if (row == museum) draw_museum_corner(around, board.y + 152);
  }
  for (int index = 0; index < count; ++index) {
    const Rect cell = layout::shelf_cell(safe, index, room.scrolled);
    if (cell.y > safe.y + safe.h || cell.y + cell.h < safe.y) continue;
    const ShelfPiece& piece = around.shelf.pieces[static_cast<std::size_t>(index)];
    draw_cell(around, piece, portrait_of(room, around, piece, may_make), cell);
  }
  const Rect screen = frame.screen;
  canvas.gradient({screen.x, screen.y, screen.w, 96}, 0, hex(0xe9e1d1, 1), hex(0xe9e1d1, 0));
  canvas.gradient({screen.x, screen.y + screen.h - 130, screen.w, 130}, 0, hex(0xcdbfa8, 0), hex(0xcdbfa8, 1));
  const Rect c = layout::column(safe);
  auto title = title_style(22, Align::kCentre);
  title.letter_spacing = 2;
  canvas.text(engine::say(around.strings, "room.shelf"), {c.x + 60, c.y + 30, c.w - 120, 0}, title);
  if (count == 0) {
    auto empty = body_style(16, Align::kCentre);
    empty.colour = hex(style::kInk, 0.7f);
    draw_companion(around, {c.x + c.w / 2, c.y + c.h * 0.44f}, 130, breathing(frame.now_s), 0.05f);
    canvas.text(engine::say(around.strings, "shelf.empty"), {c.x + 50, c.y + c.h * 0.44f + 24, c.w - 100, 0}, empty);
  }
  if (!around.shelf.lost.empty()) {
    auto lost = body_style(12, Align::kCentre);
    lost.colour = hex(0x9a3b22);
    canvas.text(
        engine::fill_count(around.strings, "shelf.lost", static_cast<double>(around.shelf.lost.size()),
                           {{"n", std::to_string(around.shelf.lost.size())}, {"file", around.shelf.lost.front()}}),
        {c.x + 30, c.y + 76, c.w - 60, 0}, lost);
  }
  if (room.looked_at >= 0) return;
  if (back_button(around)) go.room = Room::kHome;
  Rect left = layout::primary(safe), right = left;
  left.w = (left.w - 12) / 2;
  right.x += left.w + 12;
  right.w = left.w;
  if (engine::button(frame.ui, "throw", left, engine::say(around.strings, "shelf.throw"), ButtonLook::kQuiet,
                     engine::Icon::kWheel)) {
    go.room = Room::kWheel;
  }
  if (engine::button(frame.ui, "bazaar", right, engine::say(around.strings, "shelf.bazaar"), ButtonLook::kPrimary,
                     engine::Icon::kBazaar)) {
    go.bazaar = true;
  }
}

void turn_piece(ShelfRoom& room, Around& around, const ShelfPiece& piece) {
  engine::Frame& frame = around.frame;
  const Rect space = layout::workspace(frame.safe);
  const Touch* finger = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && space.contains(touch.start)) room.touch = touch.id;
    if (touch.id == room.touch) finger = &touch;
  }
  if (finger != nullptr && !finger->ended) {
    room.turn += (finger->at.x - finger->last.x) / 420;
    room.turn_speed = finger->speed.x / 420;
    return;
  }
  if (finger != nullptr && finger->is_tap) frame.audio.strike(ware::ring_of(piece.baked.look), 0.8f);
  room.touch = kNoTouch;
  room.turn_speed = toward(room.turn_speed, room.turned_over ? 0.0f : 0.05f, frame.dt_s, 1.2f);
  room.turn += room.turn_speed * static_cast<float>(frame.dt_s);
}

void close_by(ShelfRoom& room, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const ShelfPiece& piece = around.shelf.pieces[static_cast<std::size_t>(room.looked_at)];
  const craft::Look& look = piece.baked.look;
  turn_piece(room, around, piece);
  const Extent extent = extent_of(look);
  engine::Camera camera;
  camera.fov_y_deg = 26;
  const float distance =
      std::max(0.26f + extent.radius * 7.2f, 0.3f + extent.height * 2.9f) * (1.25f - 0.25f * eased(room.closeness));
  camera.target = {0, extent.height * 0.5f - distance * 0.05f, 0};
  camera.eye = {0, camera.target.y + distance * 0.19f, distance};
  if (room.turned_over) camera = over_the_foot(camera);
  frame.scene.begin(frame.screen, engine::Place::kVitrine, camera, true);
  draw_plinth(frame.scene, around.workshop);
  if (room.turned_over) {
    ware::draw_upturned(frame.scene, room.shown, look, {0, 0, 0}, room.turn - look.turn);
  } else {
    ware::draw(frame.scene, room.shown, look, {0, 0, 0}, room.turn, 1);
  }
  frame.scene.end();
  bottom_shade(around, 300, 0.6f);

  const Rect c = layout::column(frame.safe);
  float y = layout::primary(frame.safe).y - 118;
  auto name = title_style(26, Align::kCentre);
  name.colour = hex(style::kPorcelain);
  y += canvas.text(piece.title.empty() ? engine::say(around.strings, "shelf.untitled") : std::string_view(piece.title),
                   {c.x + 20, y, c.w - 40, 0}, name) +
       6;
  auto facts = body_style(14, Align::kCentre);
  facts.colour = hex(style::kPorcelain, 0.82f);
  y += canvas.text(facts_line(around.strings, piece.baked.measures, piece.baked.cone), {c.x + 20, y, c.w - 40, 0},
                   facts);
  auto state = body_style(13, Align::kCentre);
  state.colour = piece.mint == MintState::kRefused ? hex(0xf0a07c) : hex(style::kCeladon);
  std::string words(engine::say(around.strings, mint_key(piece)));
  if (!piece.reason.empty()) words += " · " + std::string(engine::say(around.strings, piece.reason));
  if (piece.bought && !piece.maker_name.empty()) {
    words = engine::fill(around.strings, "shelf.made_by", {{"name", piece.maker_name}});
  }
  canvas.text(words, {c.x + 30, y + 4, c.w - 60, 0}, state);
  if (engine::icon_button(frame.ui, "share", layout::share_on_shelf(frame.safe), layout::kRoundRadius,
                          engine::Icon::kShare, ButtonLook::kGlass)) {
    const bool bought = piece.bought && !piece.maker_name.empty();
    const std::string untitled(engine::say(around.strings, "shelf.untitled"));
    share_card(around,
               {look, room.shown, piece.title.empty() ? untitled : piece.title,
                bought ? piece.maker_name : around.shelf.nickname,
                facts_line(around.strings, piece.baked.measures, piece.baked.cone), piece.fingerprint, room.turn});
  }
  if (shows_its_foot(look) &&
      engine::icon_button(frame.ui, "over", layout::turn_over(frame.safe), layout::kRoundRadius,
                          engine::Icon::kTurnOver, ButtonLook::kGlass, true, room.turned_over)) {
    room.turned_over = room.shown.upturned = !room.turned_over;
    if (room.turned_over) room.turn = room.turn_speed = 0;
    ware::show(frame.scene, look, 96, false, room.shown);
  }
  if (back_button(around)) room.leaving = true;
  if (engine::button(frame.ui, "bazaar", layout::primary(frame.safe), engine::say(around.strings, "shelf.bazaar"),
                     ButtonLook::kPrimary, engine::Icon::kBazaar)) {
    go.bazaar = true;
  }
}

}  // namespace

void enter(ShelfRoom& room, double now_s) {
  room.scrolled = room.scroll_speed = 0;
  room.touch = kNoTouch;
  room.looked_at = -1;
  room.closeness = 0;
  room.leaving = false;
  room.entered_s = now_s;
}

Go frame(ShelfRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  if (room.looked_at >= static_cast<int>(around.shelf.pieces.size())) room.looked_at = -1;
  const bool close = room.looked_at >= 0 && !room.leaving;
  room.closeness = std::clamp(room.closeness + static_cast<float>(frame.dt_s) * (close ? 3.2f : -4.0f), 0.0f, 1.0f);
  if (room.leaving && room.closeness <= 0) {
    room.looked_at = -1;
    room.leaving = false;
    ware::hide(frame.scene, room.shown);
  }
  // Through the dark between the boards and the case: half way each picture is hidden.
  if (room.looked_at < 0 || room.closeness < 0.5f) {
    boards(room, around, go);
  } else {
    close_by(room, around, go);
  }
  if (room.looked_at >= 0) {
    const float dark = 1 - std::fabs(room.closeness - 0.5f) * 2;
    if (dark > 0.01f) frame.canvas.rect(frame.screen, Colour{0.05f, 0.045f, 0.045f, eased(dark)});
  }
  sound_of_room(around, 0.1f);
  return go;
}

}  // namespace sui::studio
