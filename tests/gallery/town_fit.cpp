#include "tests/gallery/town_fit.h"

#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::gallery {
namespace {

using shelf::MintState;
using town::AskState;
using town::Panel;

constexpr protocol::PieceId kPiece = 11;

protocol::Stall offered(int64_t price_coins) {
  protocol::Stall stall;
  stall.listing = 7;
  stall.piece = kPiece;
  stall.seller = 5;
  stall.seller_name = "Ninger";
  stall.title = "天球";
  stall.price_coins = price_coins;
  return stall;
}

struct State {
  const char* name;
  void (*set)(town::Town& town, shelf::ShelfPiece& piece);
};

void buying(town::Town& town, AskState state) {
  town.panels.open = town.panels.shown = Panel::kBuy;
  town.panels.offer = offered(240);
  town.dealings.purchase.state = state;
  town.dealings.purchase.refusal_key = "refusal.tampered";
}

void own_piece(town::Town& town, shelf::ShelfPiece& piece, MintState mint) {
  town.panels.open = town.panels.shown = Panel::kPiece;
  town.panels.mine = piece.fingerprint;
  piece.mint = mint;
}

void list_of(town::Town& town, Panel panel) {
  town.panels.open = town.panels.shown = panel;
  town.panels.stall = town::stall_of_place(0);
}

constexpr State kStates[] = {
    {"street", [](town::Town& town, shelf::ShelfPiece&) { town.dealings.open = false; }},
    {"street-seeking",
     [](town::Town& town, shelf::ShelfPiece&) {
       town.dealings.open = false;
       town.options.server_host = "localhost";
     }},
    {"street-stall",
     [](town::Town& town, shelf::ShelfPiece&) {
       const engine::Vec3 front = town::stall_front(town::stall_of_place(0));
       town.me.x = front.x;
       town.me.z = front.z;
       town.view.open = true;
     }},
    {"stall", [](town::Town& town, shelf::ShelfPiece&) { list_of(town, Panel::kStall); }},
    {"mine", [](town::Town& town, shelf::ShelfPiece&) { list_of(town, Panel::kMine); }},
    {"mine-asked",
     [](town::Town& town, shelf::ShelfPiece& piece) {
       list_of(town, Panel::kMine);
       piece.mint = MintState::kAsked;
     }},
    {"piece-local", [](town::Town& town, shelf::ShelfPiece& piece) { own_piece(town, piece, MintState::kLocal); }},
    {"piece-refused",
     [](town::Town& town, shelf::ShelfPiece& piece) {
       own_piece(town, piece, MintState::kRefused);
       piece.reason = "refusal.tampered";
     }},
    {"piece-minted", [](town::Town& town, shelf::ShelfPiece& piece) { own_piece(town, piece, MintState::kMinted); }},
    {"piece-listed",
     [](town::Town& town, shelf::ShelfPiece& piece) {
       own_piece(town, piece, MintState::kMinted);
       piece.listing_id = 9;
       piece.price_coins = 1240;
     }},
    {"buy", [](town::Town& town, shelf::ShelfPiece&) { buying(town, AskState::kNone); }},
    {"buy-sure",
     [](town::Town& town, shelf::ShelfPiece&) {
       buying(town, AskState::kNone);
       town.panels.sure = true;
     }},
    {"buy-short",
     [](town::Town& town, shelf::ShelfPiece&) {
       buying(town, AskState::kNone);
       town.dealings.coins = 12;
     }},
    {"buy-mine",
     [](town::Town& town, shelf::ShelfPiece&) {
       buying(town, AskState::kNone);
       town.dealings.account = town.panels.offer.seller;
     }},
    {"buy-gone",
     [](town::Town& town, shelf::ShelfPiece&) {
       buying(town, AskState::kNone);
       town.dealings.stalls.clear();
     }},
    {"buy-offline",
     [](town::Town& town, shelf::ShelfPiece&) {
       buying(town, AskState::kWaiting);
       town.dealings.open = false;
     }},
    {"buy-wait", [](town::Town& town, shelf::ShelfPiece&) { buying(town, AskState::kWaiting); }},
    {"buy-done", [](town::Town& town, shelf::ShelfPiece&) { buying(town, AskState::kDone); }},
    {"buy-refused", [](town::Town& town, shelf::ShelfPiece&) { buying(town, AskState::kRefused); }},
};

}  // namespace

std::vector<std::string> town_screens() {
  std::vector<std::string> names;
  for (const State& state : kStates) names.push_back(state.name);
  return names;
}

void draw_town_screen(const std::string& screen, town::Town& town, engine::Frame& frame, shelf::Shelf& shelf,
                      const engine::Strings& strings) {
  const shelf::ShelfPiece before = shelf.pieces.front();
  town.dealings = {};
  town.dealings.open = true;
  town.dealings.coins = 500;
  town.dealings.stalls = {offered(240)};
  town.dealings.baked[kPiece] = before.baked;
  town.options.server_host.clear();
  town.panels = {};
  town.greeting = 0;
  for (const State& state : kStates) {
    if (screen == state.name) state.set(town, shelf.pieces.front());
  }
  if (town.panels.shown != Panel::kNone) town.panels.openness = 1;
  town.last_frame_s = frame.now_s;
  (void)town::frame(town, frame, shelf, strings);
  shelf.pieces.front() = before;
}

}  // namespace sui::gallery
