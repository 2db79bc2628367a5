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
namespace style = engine::style;

bool still_there(const Town& town, protocol::ListingId listing) {
  return std::any_of(town.dealings.stalls.begin(), town.dealings.stalls.end(),
                     [&](const protocol::Stall& stall) { return stall.listing == listing; });
}

std::string counted(const engine::Strings& strings, std::string_view key, int64_t coins) {
  return engine::fill_count(strings, key, static_cast<double>(coins), {{"n", std::to_string(coins)}});
}

void draw_words(Town& town, engine::Frame& frame, const engine::Strings& strings, const piece::Baked* baked) {
  const protocol::Stall& offer = town.panels.offer;
  const auto line = [&](float y) { return on_sheet(town, frame, {20, y, 350, 0}); };
  one_line(frame.canvas, shown_title(offer.title, strings), line(490), heading(26, hex(style::kInk)));
  one_line(frame.canvas, fill(strings, "buy.seller", {{"name", offer.seller_name}}), line(530),
           words(15, hex(style::kInk, 0.75f)));
  if (baked != nullptr) {
    one_line(frame.canvas, facts_of(*baked, strings), line(554), words(style::kSmall, hex(style::kInk, 0.55f)));
  }
  const Rect price = line(606);
  draw_price(frame.canvas, {price.x + price.w / 2, price.y}, offer.price_coins, 34, hex(style::kInk));
  frame.canvas.text(counted(strings, "buy.have", std::max<int64_t>(0, town.dealings.coins)), line(634),
                    words(style::kSmall, hex(style::kInk, 0.55f)));
}

void sentence(Town& town, engine::Frame& frame, std::string_view text, uint32_t colour) {
  frame.canvas.text(text, on_sheet(town, frame, {30, 668, 330, 0}), words(15, hex(colour)));
}

void ask_first(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  const protocol::Stall& offer = town.panels.offer;
  const Rect at = on_sheet(town, frame, kBuyButton);
  engine::Ui& ui = frame.ui;
  const int64_t short_of = offer.price_coins - town.dealings.coins;
  if (!town.dealings.open) {
    engine::button(ui, "buy", at, say(strings, "buy.offline"), ButtonLook::kPrimary, Icon::kNone, false);
  } else if (is_mine(town.dealings, offer)) {
    engine::button(ui, "buy", at, say(strings, "buy.mine"), ButtonLook::kPrimary, Icon::kNone, false);
  } else if (!still_there(town, offer.listing)) {
    sentence(town, frame, say(strings, "refusal.gone"), style::kEmber);
    engine::button(ui, "buy", at, say(strings, "buy.gone"), ButtonLook::kPrimary, Icon::kNone, false);
  } else if (short_of > 0) {
    engine::button(ui, "buy", at, counted(strings, "buy.short", short_of), ButtonLook::kPrimary, Icon::kNone, false);
  } else if (!town.panels.sure) {
    if (engine::button(ui, "buy", at, say(strings, "buy.take"), ButtonLook::kPrimary)) {
      town.panels.sure = true;
      town.panels.sure_since_s = frame.now_s;
      frame.audio.play(engine::Chime::kTap);
    }
  } else {
    const bool unlocked = frame.now_s - town.panels.sure_since_s > kSureLockS;
    if (engine::button(ui, "buy.back", on_sheet(town, frame, kStepBackButton), say(strings, "buy.think"),
                       ButtonLook::kQuiet)) {
      town.panels.sure = false;
    }
    if (engine::button(ui, "buy.sure", at, counted(strings, "buy.sure", offer.price_coins), ButtonLook::kSeal,
                       Icon::kCoin, unlocked)) {
      buy(town.dealings, *town.link, offer);
    }
  }
}

// A buyer taps it as at any stall: a sound pot rings, a cracked one does not.
void show_and_ring(Town& town, engine::Frame& frame, const piece::Baked& baked) {
  const engine::Rect at = on_sheet(town, frame, kSheetPot);
  draw_big_pot(town, frame, at, baked);
  for (const engine::Touch& touch : frame.input.touches) {
    if (touch.ended && touch.is_tap && !touch.taken && at.contains(touch.at))
      frame.audio.strike(ware::ring_of(baked.look), 0.8f);
  }
}

}  // namespace

std::vector<protocol::Stall> pieces_on(const Town& town, int stall) {
  std::vector<protocol::Stall> pieces;
  for (const protocol::Stall& each : town.dealings.stalls) {
    if (stall_of_place(each.place) == stall) pieces.push_back(each);
  }
  return pieces;
}

void draw_stall_panel(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  const std::vector<protocol::Stall> pieces = pieces_on(town, town.panels.stall);
  frame.canvas.text(say(strings, "stall.title"), on_sheet(town, frame, {24, 270, 290, 0}),
                    heading(22, hex(style::kInk), engine::Align::kLeft));
  if (close_button(town, frame, kSheetCloseButton)) open_panel(town, Panel::kNone);
  if (pieces.empty()) {
    frame.canvas.text(say(strings, "stall.empty"), on_sheet(town, frame, {40, 480, 310, 0}),
                      words(16, hex(style::kInk, 0.6f)));
    return;
  }
  std::vector<Card> cards;
  for (const protocol::Stall& piece : pieces) {
    Card card;
    card.baked = baked_of(town.dealings, *town.link, piece.piece, frame.now_s);
    card.title = shown_title(piece.title, strings);
    card.line = fill(strings, "stall.card", {{"name", piece.seller_name}, {"n", std::to_string(piece.price_coins)}});
    cards.push_back(std::move(card));
  }
  const int tapped = card_grid(town, frame, cards);
  if (tapped < 0) return;
  town.panels.offer = pieces[static_cast<std::size_t>(tapped)];
  town.dealings.purchase = {};
  open_panel(town, Panel::kBuy);
}

void draw_buy_panel(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  Panels& panels = town.panels;
  const piece::Baked* baked = baked_of(town.dealings, *town.link, panels.offer.piece, frame.now_s);
  if (baked != nullptr) show_and_ring(town, frame, *baked);
  draw_words(town, frame, strings, baked);
  Ask& purchase = town.dealings.purchase;
  const Rect at = on_sheet(town, frame, kBuyButton);
  switch (purchase.state) {
    case AskState::kNone:
      ask_first(town, frame, strings);
      break;
    case AskState::kWaiting:
      sentence(town, frame, say(strings, town.dealings.open ? "buy.waiting" : "buy.waiting_offline"), style::kInk);
      engine::button(frame.ui, "buy.wait", at, say(strings, "buy.wait"), ButtonLook::kSeal, Icon::kNone, false);
      break;
    case AskState::kDone:
      sentence(town, frame, say(strings, "buy.done"), style::kCobalt);
      if (engine::button(frame.ui, "buy.home", at, say(strings, "buy.home"), ButtonLook::kPrimary, Icon::kShelf)) {
        purchase = {};
        open_panel(town, Panel::kNone);
      }
      break;
    case AskState::kRefused:
      sentence(town, frame, say(strings, purchase.refusal_key), style::kEmber);
      if (engine::button(frame.ui, "buy.ok", at, say(strings, "ok"), ButtonLook::kQuiet)) {
        purchase = {};
        open_panel(town, Panel::kNone);
      }
      break;
  }
  if (purchase.state != AskState::kWaiting && close_button(town, frame, kBuyCloseButton)) {
    purchase = {};
    open_panel(town, Panel::kNone);
  }
}

}  // namespace sui::town
