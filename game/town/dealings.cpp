#include "game/town/dealings.h"

#include <algorithm>

namespace sui::town {
namespace {

using shelf::MintState;
using shelf::Shelf;
using shelf::ShelfPiece;

struct Desk {  // everything one message may touch
  Dealings& dealings;
  Link& link;
  Shelf& shelf;
  engine::Files& files;
  double now_s;
  uint64_t wall_clock_ms;
};

void say_trouble(Dealings& dealings, const Error& error) {
  dealings.notices.push_back({NoticeKind::kTrouble, "", "", "notice.trouble", to_text(error), 0});
}

void keep(Desk& desk, const ShelfPiece& piece) {
  const Result<Done> kept = shelf::keep_piece(desk.files, piece);
  if (!kept) say_trouble(desk.dealings, kept.error());
}

template <class Fits>
ShelfPiece* find_piece(Shelf& shelf, Fits fits) {
  const auto found = std::find_if(shelf.pieces.begin(), shelf.pieces.end(), fits);
  return found == shelf.pieces.end() ? nullptr : &*found;
}

ShelfPiece* piece_of_request(Shelf& shelf, const protocol::RequestId& request) {
  return find_piece(shelf, [&](const ShelfPiece& piece) {
    return piece.request == request && !piece.bought && piece.mint == MintState::kAsked;
  });
}

ShelfPiece* piece_of_id(Shelf& shelf, protocol::PieceId id) {
  return find_piece(shelf, [&](const ShelfPiece& piece) { return piece.piece_id == id && id != 0; });
}

void ask(Desk& desk, const protocol::FromClient& question) {
  const Result<Done> sent = desk.link.send(question);
  if (!sent) say_trouble(desk.dealings, sent.error());
}

void take_home(Desk& desk, protocol::PieceId id, const piece::Baked& baked) {
  const auto wanted = desk.dealings.wanted.find(id);
  if (wanted == desk.dealings.wanted.end()) return;
  const WantedPiece how = wanted->second;
  desk.dealings.wanted.erase(wanted);
  ShelfPiece* known =
      find_piece(desk.shelf, [&](const ShelfPiece& piece) { return piece.fingerprint == baked.fingerprint; });
  if (known != nullptr) {  // my own pot came back to me
    known->mint = MintState::kMinted;
    known->piece_id = id;
    known->listing_id = 0;
    keep(desk, *known);
    return;
  }
  const Result<Done> added = shelf::add_bought(desk.files, desk.shelf, id, baked, how.maker_name, desk.wall_clock_ms);
  if (!added) say_trouble(desk.dealings, added.error());
}

void want(Desk& desk, protocol::PieceId id, const std::string& maker_name) {
  desk.dealings.wanted[id] = {maker_name};
  const auto known = desk.dealings.baked.find(id);
  if (known != desk.dealings.baked.end()) {
    const piece::Baked baked = known->second;
    take_home(desk, id, baked);
    return;
  }
  // offer() asks for it, and asks again until it is here: an answer may be lost with the line.
}

void hear_message(Desk&, const protocol::Challenge&) {}
void hear_message(Desk&, const protocol::Welcome&) {}
void hear_message(Desk&, const protocol::Presence&) {}
void hear_message(Desk&, const protocol::Names&) {}

void hear_message(Desk& desk, const protocol::Minted& minted) {
  ShelfPiece* piece = piece_of_request(desk.shelf, minted.request);
  if (piece == nullptr) return;
  piece->mint = MintState::kMinted;
  piece->piece_id = minted.piece;
  piece->reason.clear();
  keep(desk, *piece);
  desk.dealings.notices.push_back({NoticeKind::kMinted, piece->title, "", "", "", 0});
}

bool fits(const Ask& ask_made, const protocol::RequestId& request) {
  return ask_made.state == AskState::kWaiting && ask_made.request == request;
}

void hear_message(Desk& desk, const protocol::Refused& refused) {
  const std::string key = protocol::refusal_id(refused.kind);
  for (Ask* asked : {&desk.dealings.purchase, &desk.dealings.listing}) {
    if (!fits(*asked, refused.request)) continue;
    asked->state = AskState::kRefused;
    asked->refusal_key = key;
    desk.dealings.notices.push_back({NoticeKind::kRefused, "", "", key, refused.reason, 0});
    ask(desk, protocol::AskStalls{});
    ask(desk, protocol::AskPieces{});
    return;
  }
  ShelfPiece* piece = piece_of_request(desk.shelf, refused.request);
  if (piece == nullptr) return;
  using protocol::RefusalKind;
  const bool later = refused.kind == RefusalKind::kBusy || refused.kind == RefusalKind::kTooMany ||
                     refused.kind == RefusalKind::kInternal || refused.kind == RefusalKind::kNotProven;
  if (later) {
    piece->mint = MintState::kLocal;
    desk.dealings.mints_sent.erase(piece->request);
    desk.dealings.mint_after_s = desk.now_s + kMintAgainS;
    desk.dealings.look_round = true;
    keep(desk, *piece);
    return;
  }
  piece->mint = MintState::kRefused;
  piece->reason = key;
  keep(desk, *piece);
  desk.dealings.notices.push_back({NoticeKind::kMintRefused, piece->title, "", key, refused.reason, 0});
  if (refused.kind == RefusalKind::kAlreadyMinted) ask(desk, protocol::AskPieces{});
}

void hear_message(Desk& desk, const protocol::Listed& listed) {
  ShelfPiece* piece = piece_of_id(desk.shelf, listed.piece);
  if (piece != nullptr) {
    piece->listing_id = listed.listing;
    piece->price_coins = listed.price_coins;
    keep(desk, *piece);
  }
  if (fits(desk.dealings.listing, listed.request)) {
    desk.dealings.listing.state = AskState::kDone;
    desk.dealings.notices.push_back(
        {NoticeKind::kListed, piece != nullptr ? piece->title : "", "", "", "", listed.price_coins});
  }
}

void hear_message(Desk& desk, const protocol::Withdrawn& withdrawn) {
  ShelfPiece* piece = find_piece(
      desk.shelf, [&](const ShelfPiece& each) { return each.listing_id == withdrawn.listing && each.listing_id != 0; });
  if (piece != nullptr) {
    piece->listing_id = 0;
    piece->price_coins = 0;
    keep(desk, *piece);
  }
  if (fits(desk.dealings.listing, withdrawn.request)) {
    desk.dealings.listing.state = AskState::kDone;
    desk.dealings.notices.push_back({NoticeKind::kWithdrawn, piece != nullptr ? piece->title : "", "", "", "", 0});
  }
}

void hear_message(Desk& desk, const protocol::Bought& bought) {
  Dealings& dealings = desk.dealings;
  dealings.coins = bought.coins_left;
  const bool mine = fits(dealings.purchase, bought.request);
  std::string seller, title;
  for (const protocol::Stall& stall : dealings.stalls) {
    if (stall.listing != bought.listing) continue;
    seller = stall.seller_name;
    title = stall.title;
  }
  if (mine && dealings.buying) {
    seller = dealings.buying->seller_name;
    title = dealings.buying->title;
  }
  if (mine) dealings.purchase.state = AskState::kDone;
  dealings.notices.push_back({NoticeKind::kBought, title, seller, "", "", bought.coins_left});
  ask(desk, protocol::AskStalls{});
  ask(desk, protocol::AskPieces{});  // the answer knows who made it, which need not be who sold it
}

void hear_message(Desk& desk, const protocol::Sold& sold) {
  desk.dealings.coins = sold.coins;
  ShelfPiece* piece = piece_of_id(desk.shelf, sold.piece);
  if (piece != nullptr) {
    piece->mint = MintState::kAway;
    piece->listing_id = 0;
    keep(desk, *piece);
  }
  desk.dealings.notices.push_back(
      {NoticeKind::kSold, piece != nullptr ? piece->title : "", sold.buyer, "", "", sold.price_coins});
}

void hear_message(Desk& desk, const protocol::Stalls& stalls) {
  desk.dealings.stalls = stalls.stalls;
  ++desk.dealings.stalls_seen;
}

void hear_message(Desk& desk, const protocol::Pieces& pieces) {
  desk.dealings.coins = pieces.coins;
  for (const protocol::OwnedPiece& owned : pieces.pieces) {
    ShelfPiece* piece = find_piece(desk.shelf, [&](const ShelfPiece& each) {
      return each.piece_id == owned.piece || each.fingerprint == owned.fingerprint;
    });
    if (piece == nullptr) {
      if (desk.dealings.wanted.count(owned.piece) == 0) want(desk, owned.piece, owned.maker_name);
      continue;
    }
    const bool same = piece->mint == MintState::kMinted && piece->piece_id == owned.piece &&
                      piece->listing_id == owned.listing && piece->price_coins == owned.price_coins;
    if (same) continue;
    piece->mint = MintState::kMinted;
    piece->piece_id = owned.piece;
    piece->listing_id = owned.listing;
    piece->price_coins = owned.price_coins;
    piece->reason.clear();
    keep(desk, *piece);
  }
  if (pieces.pieces.size() >= protocol::kPiecesMax) return;  // not the whole truth
  for (ShelfPiece& piece : desk.shelf.pieces) {
    if (piece.mint != MintState::kMinted) continue;
    const bool owned = std::any_of(pieces.pieces.begin(), pieces.pieces.end(),
                                   [&](const protocol::OwnedPiece& each) { return each.piece == piece.piece_id; });
    if (owned) continue;
    piece.mint = MintState::kAway;
    piece.listing_id = 0;
    keep(desk, piece);
  }
}

void hear_message(Desk& desk, const protocol::BakedPiece& message) {
  Result<piece::Baked> baked = piece::decode_baked(message.baked);
  desk.dealings.baked_asked_s.erase(message.piece);
  if (!baked) {
    say_trouble(desk.dealings, baked.error());
    return;
  }
  const piece::Baked& kept = desk.dealings.baked.insert_or_assign(message.piece, std::move(*baked)).first->second;
  take_home(desk, message.piece, kept);
  if (desk.dealings.baked.size() <= kBakedKeptMax) return;
  for (auto each = desk.dealings.baked.begin(); each != desk.dealings.baked.end();) {  // what no stall shows any more
    const bool shown = std::any_of(desk.dealings.stalls.begin(), desk.dealings.stalls.end(),
                                   [&](const protocol::Stall& stall) { return stall.piece == each->first; });
    each = shown ? std::next(each) : desk.dealings.baked.erase(each);
  }
}

void hear_event(Desk& desk, const Connected& connected) {
  Dealings& dealings = desk.dealings;
  dealings.open = true;
  dealings.account = connected.welcome.account;
  dealings.nickname = connected.welcome.nickname;
  dealings.coins = connected.welcome.coins;
  dealings.look_round = true;
  dealings.baked_asked_s.clear();
  ask(desk, protocol::AskStalls{});
  ask(desk, protocol::AskPieces{});
  dealings.notices.push_back({NoticeKind::kConnected, "", connected.welcome.nickname, "", "", dealings.coins});
}

void hear_event(Desk& desk, const Lost& lost) {
  if (desk.dealings.open) {
    desk.dealings.notices.push_back({NoticeKind::kLost, "", "", "", lost.reason, 0});
  }
  desk.dealings.open = false;
}

void hear_event(Desk& desk, const protocol::FromServer& message) {
  std::visit([&](const auto& each) { hear_message(desk, each); }, message);
}

void send_asked(Dealings& dealings, Ask& asked, Link& link, const protocol::FromClient& message) {
  const Result<Done> sent = link.send(message);
  asked.state = sent ? AskState::kWaiting : AskState::kRefused;
  asked.refusal_key = sent ? "" : "refusal.too_many";
  if (!sent) say_trouble(dealings, sent.error());
}

}  // namespace

void hear(Dealings& dealings, const LinkEvent& event, Link& link, Shelf& shelf, engine::Files& files, double now_s,
          uint64_t wall_clock_ms) {
  Desk desk{dealings, link, shelf, files, now_s, wall_clock_ms};
  std::visit([&](const auto& each) { hear_event(desk, each); }, event);
}

void offer(Dealings& dealings, Link& link, Shelf& shelf, engine::Files& files, double now_s) {
  for (const auto& [id, how] : dealings.wanted) (void)baked_of(dealings, link, id, now_s);
  if (!dealings.open || !dealings.look_round || now_s < dealings.mint_after_s) return;
  Desk desk{dealings, link, shelf, files, now_s, 0};
  for (ShelfPiece& piece : shelf.pieces) {
    const bool waits = piece.mint == MintState::kLocal || piece.mint == MintState::kAsked;
    if (!waits || piece.bought || dealings.mints_sent.count(piece.request) != 0) continue;
    Result<piece::Bytes> record = shelf::record_bytes(files, piece);
    if (!record) {  // it stays on the shelf; saying why once is enough
      piece.mint = MintState::kRefused;
      piece.reason = "refusal.unreadable";
      keep(desk, piece);
      dealings.notices.push_back(
          {NoticeKind::kMintRefused, piece.title, "", "refusal.unreadable", to_text(record.error()), 0});
      continue;
    }
    if (!link.send(protocol::Mint{piece.request, std::move(*record)})) {  // too much on its way already
      dealings.mint_after_s = now_s + kMintAgainS;
      return;
    }
    dealings.mints_sent.insert(piece.request);
    if (piece.mint != MintState::kAsked) {
      piece.mint = MintState::kAsked;
      keep(desk, piece);
    }
    dealings.mint_after_s = now_s + kMintEveryS;
    return;
  }
  dealings.look_round = false;
}

const piece::Baked* baked_of(Dealings& dealings, Link& link, protocol::PieceId piece, double now_s) {
  const auto found = dealings.baked.find(piece);
  if (found != dealings.baked.end()) return &found->second;
  if (!dealings.open) return nullptr;
  const auto asked = dealings.baked_asked_s.find(piece);
  if (asked != dealings.baked_asked_s.end() && now_s - asked->second < kAskBakedAgainS) return nullptr;
  const auto waiting = std::count_if(dealings.baked_asked_s.begin(), dealings.baked_asked_s.end(),
                                     [&](const auto& each) { return now_s - each.second < kAskBakedAgainS; });
  if (static_cast<std::size_t>(waiting) >= kBakedAskedAtOnceMax) return nullptr;
  if (link.send(protocol::AskBaked{piece})) dealings.baked_asked_s[piece] = now_s;
  return nullptr;
}

void buy(Dealings& dealings, Link& link, const protocol::Stall& stall) {
  if (dealings.purchase.state == AskState::kWaiting) return;
  dealings.buying = stall;
  const protocol::RequestId request = fresh_request();
  dealings.purchase.request = request;
  send_asked(dealings, dealings.purchase, link, protocol::Buy{request, stall.listing, stall.price_coins});
}

void list(Dealings& dealings, Link& link, protocol::PieceId piece, int64_t price_coins) {
  if (dealings.listing.state == AskState::kWaiting) return;
  const protocol::RequestId request = fresh_request();
  dealings.listing.request = request;
  send_asked(dealings, dealings.listing, link, protocol::List{request, piece, price_coins});
}

void withdraw(Dealings& dealings, Link& link, protocol::ListingId listing) {
  if (dealings.listing.state == AskState::kWaiting) return;
  const protocol::RequestId request = fresh_request();
  dealings.listing.request = request;
  send_asked(dealings, dealings.listing, link, protocol::Withdraw{request, listing});
}

bool is_mine(const Dealings& dealings, const protocol::Stall& stall) {
  return dealings.account != 0 && stall.seller == dealings.account;
}

}  // namespace sui::town
