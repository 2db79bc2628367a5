// Dealings: what this player and the bazaar owe each other: mints asked for, pieces on stalls, coins, a purchase under
// way.
//
// Owns the client's picture of the market as the server last told it, and keeps the shelf in step with it; the server
// is always right. Does not own the connection (link/) nor screens. Pure but for the shelf's files; the clock is handed
// in. Coins are whole, times in seconds since the app opened or wall-clock ms as named.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "game/protocol/limits.h"
#include "game/shelf/shelf.h"
#include "game/town/link/link.h"

namespace sui::town {

enum class NoticeKind : uint8_t {
  kConnected,
  kLost,
  kMinted,
  kMintRefused,
  kListed,
  kWithdrawn,
  kBought,
  kSold,
  kRefused,
  kTrouble
};
struct Notice {  // for a toast, a sound; `key` is a string-table key where there is one
  NoticeKind kind = NoticeKind::kConnected;
  std::string title, name, key, reason;
  int64_t coins = 0;
};

enum class AskState : uint8_t { kNone, kWaiting, kDone, kRefused };
struct Ask {  // one thing asked for by hand: buying, listing, withdrawing
  AskState state = AskState::kNone;
  protocol::RequestId request{};
  std::string refusal_key;  // "refusal.too_poor"
};

struct WantedPiece {  // owned here, but its picture is not on this device yet
  std::string maker_name;
};

struct Dealings {
  protocol::AccountId account = 0;
  std::string nickname;
  int64_t coins = -1;
  bool open = false;
  std::vector<protocol::Stall> stalls;
  uint64_t stalls_seen = 0;  // counts up when `stalls` changed
  std::map<protocol::PieceId, piece::Baked> baked;
  std::map<protocol::PieceId, double> baked_asked_s;
  std::map<protocol::PieceId, WantedPiece> wanted;
  std::set<protocol::RequestId> mints_sent;  // since the program started: the link keeps them until answered
  double mint_after_s = 0;
  bool look_round = true;  // the shelf may hold pieces to offer
  Ask purchase, listing;
  std::optional<protocol::Stall> buying;
  std::vector<Notice> notices;
};

inline constexpr std::size_t kBakedKeptMax = 320;
inline constexpr double kMintEveryS = 60.0 / protocol::kMintsPerMinuteMax + 0.5;
inline constexpr double kMintAgainS = 20;  // after "not now"
inline constexpr double kAskBakedAgainS = 6;
inline constexpr std::size_t kBakedAskedAtOnceMax = 6;

void hear(Dealings& dealings, const LinkEvent& event, Link& link, shelf::Shelf& shelf, engine::Files& files,
          double now_s, uint64_t wall_clock_ms);
// Offers what the shelf holds and the bazaar does not know yet, one piece at a time and within the server's limits.
void offer(Dealings& dealings, Link& link, shelf::Shelf& shelf, engine::Files& files, double now_s);
// The picture of a piece, asked for when it is not here; nullptr until it came.
const piece::Baked* baked_of(Dealings& dealings, Link& link, protocol::PieceId piece, double now_s);

void buy(Dealings& dealings, Link& link, const protocol::Stall& stall);
void list(Dealings& dealings, Link& link, protocol::PieceId piece, int64_t price_coins);
void withdraw(Dealings& dealings, Link& link, protocol::ListingId listing);

bool is_mine(const Dealings& dealings, const protocol::Stall& stall);

}  // namespace sui::town
