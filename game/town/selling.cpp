#include <algorithm>

#include "game/engine/style.h"
#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::town {
namespace {

using engine::ButtonLook;
using engine::fill;
using engine::hex;
using engine::Icon;
using engine::say;
using shelf::MintState;
using shelf::ShelfPiece;
namespace style = engine::style;

constexpr int64_t kPriceStep = 10;

std::string state_line(const ShelfPiece& piece, const engine::Strings& strings) {
  if (piece.listing_id != 0) return fill(strings, "mine.listed", {{"n", std::to_string(piece.price_coins)}});
  switch (piece.mint) {
    case MintState::kLocal:
      return std::string(say(strings, "mine.local"));
    case MintState::kAsked:
      return std::string(say(strings, "mine.asked"));
    case MintState::kRefused:
      return std::string(say(strings, "mine.refused"));
    case MintState::kAway:
      return std::string(say(strings, "mine.away"));
    case MintState::kMinted:
      break;
  }
  return piece.bought ? fill(strings, "buy.maker", {{"name", piece.maker_name}})
                      : std::string(say(strings, "mine.ready"));
}

const ShelfPiece* chosen(const Town& town, const shelf::Shelf& shelf) {
  const auto found = std::find_if(shelf.pieces.begin(), shelf.pieces.end(),
                                  [&](const ShelfPiece& piece) { return piece.fingerprint == town.panels.mine; });
  return found == shelf.pieces.end() ? nullptr : &*found;
}

void offer_controls(Town& town, engine::Frame& frame, const ShelfPiece& piece, const engine::Strings& strings) {
  engine::Ui& ui = frame.ui;
  frame.canvas.text(say(strings, "piece.fixed"), on_sheet(town, frame, {30, 652, 330, 0}),
                    words(style::kSmall, hex(style::kInk, 0.6f)));
  engine::stepper(ui, "price", on_sheet(town, frame, kPriceStepper), town.panels.price_coins, kPriceStep, kPriceStep,
                  protocol::kPriceCoinsMax,
                  engine::say_count(strings, "piece.unit", static_cast<double>(town.panels.price_coins)));
  const bool waiting = town.dealings.listing.state == AskState::kWaiting;
  const std::string label = !town.dealings.open ? std::string(say(strings, "buy.offline"))
                            : waiting           ? std::string(say(strings, "piece.wait"))
                                      : fill(strings, "piece.list", {{"n", std::to_string(town.panels.price_coins)}});
  if (engine::button(ui, "list", on_sheet(town, frame, kListButton), label, ButtonLook::kPrimary, Icon::kBazaar,
                     town.dealings.open && !waiting)) {
    list(town.dealings, *town.link, piece.piece_id, town.panels.price_coins);
  }
}

void withdraw_controls(Town& town, engine::Frame& frame, const ShelfPiece& piece, const engine::Strings& strings) {
  frame.canvas.text(say(strings, "piece.on_stall"), on_sheet(town, frame, {30, 678, 330, 0}),
                    words(15, hex(style::kInk, 0.7f)));
  const bool waiting = town.dealings.listing.state == AskState::kWaiting;
  const std::string_view label = !town.dealings.open ? say(strings, "buy.offline")
                                 : waiting           ? say(strings, "piece.wait")
                                                     : say(strings, "piece.withdraw");
  if (engine::button(frame.ui, "withdraw", on_sheet(town, frame, kListButton), label, ButtonLook::kDanger, Icon::kNone,
                     town.dealings.open && !waiting)) {
    withdraw(town.dealings, *town.link, piece.listing_id);
  }
}

}  // namespace

void draw_mine_panel(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings) {
  frame.canvas.text(say(strings, "mine.title"), on_sheet(town, frame, {24, 270, 290, 0}),
                    heading(22, hex(style::kInk), engine::Align::kLeft));
  if (close_button(town, frame, kSheetCloseButton)) open_panel(town, Panel::kNone);
  std::vector<Card> cards;
  std::vector<const ShelfPiece*> pieces;
  for (const ShelfPiece& piece : shelf.pieces) {
    if (piece.mint == MintState::kAway) continue;
    Card card;
    card.baked = &piece.baked;
    card.title = shown_title(piece.title, strings);
    card.line = state_line(piece, strings);
    card.bright = piece.mint == MintState::kMinted;
    cards.push_back(std::move(card));
    pieces.push_back(&piece);
  }
  if (cards.empty()) {
    frame.canvas.text(say(strings, "mine.empty"), on_sheet(town, frame, {40, 480, 310, 0}),
                      words(16, hex(style::kInk, 0.6f)));
    return;
  }
  const int tapped = card_grid(town, frame, cards);
  if (tapped < 0) return;
  town.panels.mine = pieces[static_cast<std::size_t>(tapped)]->fingerprint;
  town.dealings.listing = {};
  open_panel(town, Panel::kPiece);
}

void draw_piece_panel(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings) {
  const ShelfPiece* piece = chosen(town, shelf);
  if (piece == nullptr) {
    open_panel(town, Panel::kMine);
    return;
  }
  draw_big_pot(town, frame, on_sheet(town, frame, kSheetPot), piece->baked);
  const auto line = [&](float y) { return on_sheet(town, frame, {20, y, 350, 0}); };
  one_line(frame.canvas, shown_title(piece->title, strings), line(490), heading(26, hex(style::kInk)));
  one_line(frame.canvas, state_line(*piece, strings), line(530), words(15, hex(style::kInk, 0.75f)));
  one_line(frame.canvas, facts_of(piece->baked, strings), line(554), words(style::kSmall, hex(style::kInk, 0.55f)));
  if (town.dealings.listing.state == AskState::kRefused) {
    frame.canvas.text(say(strings, town.dealings.listing.refusal_key), line(592), words(15, hex(style::kEmber)));
  }
  if (piece->listing_id != 0) {
    const Rect price = line(626);
    draw_price(frame.canvas, {price.x + price.w / 2, price.y}, piece->price_coins, 34, hex(style::kInk));
    withdraw_controls(town, frame, *piece, strings);
  } else if (piece->mint == MintState::kMinted) {
    offer_controls(town, frame, *piece, strings);
  } else {
    const bool refused = piece->mint == MintState::kRefused;
    const std::string_view why = refused ? say(strings, piece->reason) : say(strings, "piece.unregistered");
    frame.canvas.text(why, on_sheet(town, frame, {30, 630, 330, 0}),
                      words(15, hex(refused ? style::kEmber : style::kInk, refused ? 1.0f : 0.7f)));
    engine::button(frame.ui, "list", on_sheet(town, frame, kListButton), say(strings, "piece.not_yet"),
                   ButtonLook::kPrimary, Icon::kNone, false);
  }
  if (close_button(town, frame, kBuyCloseButton)) open_panel(town, Panel::kMine);
}

}  // namespace sui::town
