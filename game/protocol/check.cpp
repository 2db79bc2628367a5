#include <algorithm>
#include <string>

#include "game/piece/plain_text.h"
#include "game/protocol/limits.h"
#include "game/protocol/messages.h"

namespace sui::protocol {

namespace {

// Collects the first limit a message breaks.
struct Checker {
  const char* message;
  Error error{};

  void fault(const char* field, std::string what) {
    if (error.where.empty()) error = {std::string(message) + "." + field, std::move(what)};
  }
  void bytes(std::size_t size, std::size_t size_max, const char* field) {
    if (size > size_max)
      fault(field, "has " + std::to_string(size) + " bytes, above the limit of " + std::to_string(size_max));
  }
  void text(const std::string& value, std::size_t size_max, const char* field) {
    bytes(value.size(), size_max, field);
    if (!piece::is_plain_text(value)) fault(field, "is not plain UTF-8 text");
  }
  void rows(std::size_t count, std::size_t count_max, const char* field) {
    if (count > count_max)
      fault(field, "has " + std::to_string(count) + " rows, above the limit of " + std::to_string(count_max));
  }
  void id(uint64_t value, const char* field) {
    // SQL and JavaScript alike keep such numbers as signed; 0 is nobody.
    if (value == 0) fault(field, "is missing");
    if (value > static_cast<uint64_t>(INT64_MAX)) fault(field, "is above any number given out");
  }
  void coins(int64_t value, int64_t least, int64_t most, const char* field) {
    if (value < least) fault(field, "is " + std::to_string(value) + ", below the least of " + std::to_string(least));
    if (value > most) fault(field, "is " + std::to_string(value) + ", above the limit of " + std::to_string(most));
  }
  template <std::size_t size>
  void given(const std::array<uint8_t, size>& value, const char* field) {
    if (std::all_of(value.begin(), value.end(), [](uint8_t byte) { return byte == 0; })) fault(field, "is all zero");
  }
};

void look(Checker& c, const Hello& m) {
  c.given(m.key, "key");
  c.text(m.nickname, kNicknameBytesMax, "nickname");
  c.text(m.language, kLanguageBytesMax, "language");
}
void look(Checker&, const Prove&) {}
void look(Checker& c, const Mint& m) {
  c.given(m.request, "request");
  if (m.record.empty()) c.fault("record", "is empty");
  c.bytes(m.record.size(), piece::kRecordBytesMax, "record");
}
void look(Checker& c, const List& m) {
  c.given(m.request, "request");
  c.id(m.piece, "piece");
  c.coins(m.price_coins, 1, kPriceCoinsMax, "price_coins");
}
void look(Checker& c, const Withdraw& m) {
  c.given(m.request, "request");
  c.id(m.listing, "listing");
}
void look(Checker& c, const Buy& m) {
  c.given(m.request, "request");
  c.id(m.listing, "listing");
  c.coins(m.price_coins, 1, kPriceCoinsMax, "price_coins");
}
void look(Checker&, const Walk&) {}  // the street clamps; a stray finger is not an error
void look(Checker&, const AskStalls&) {}
void look(Checker&, const AskPieces&) {}
void look(Checker& c, const AskBaked& m) {
  c.id(m.piece, "piece");
}

void look(Checker&, const Challenge&) {}
void look(Checker& c, const Welcome& m) {
  c.id(m.account, "account");
  c.text(m.nickname, kNicknameBytesMax, "nickname");
  c.coins(m.coins, 0, kCoinsMax, "coins");
}
void look(Checker& c, const Refused& m) {
  c.text(m.reason, kReasonBytesMax, "reason");
}
void look(Checker& c, const Minted& m) {
  c.id(m.piece, "piece");
}
void look(Checker& c, const Listed& m) {
  c.id(m.listing, "listing");
  c.id(m.piece, "piece");
  c.coins(m.price_coins, 1, kPriceCoinsMax, "price_coins");
}
void look(Checker& c, const Withdrawn& m) {
  c.id(m.listing, "listing");
}
void look(Checker& c, const Bought& m) {
  c.id(m.listing, "listing");
  c.id(m.piece, "piece");
  c.coins(m.coins_left, 0, kCoinsMax, "coins_left");
}
void look(Checker& c, const Sold& m) {
  c.id(m.listing, "listing");
  c.id(m.piece, "piece");
  c.coins(m.price_coins, 1, kPriceCoinsMax, "price_coins");
  c.coins(m.coins, 0, kCoinsMax, "coins");
  c.text(m.buyer, kNicknameBytesMax, "buyer");
}
void look(Checker& c, const Stalls& m) {
  c.rows(m.stalls.size(), kStallsMax, "stalls");
  for (const Stall& stall : m.stalls) {
    c.id(stall.listing, "stalls.listing");
    c.id(stall.piece, "stalls.piece");
    c.id(stall.seller, "stalls.seller");
    c.text(stall.seller_name, kNicknameBytesMax, "stalls.seller_name");
    c.text(stall.title, piece::kNameBytesMax, "stalls.title");
    c.coins(stall.price_coins, 1, kPriceCoinsMax, "stalls.price_coins");
    if (stall.place >= kStallsMax)
      c.fault("stalls.place", "is " + std::to_string(stall.place) + ", past the street's end");
  }
}
void look(Checker& c, const Pieces& m) {
  c.rows(m.pieces.size(), kPiecesMax, "pieces");
  c.coins(m.coins, 0, kCoinsMax, "coins");
  for (const OwnedPiece& piece : m.pieces) {
    c.id(piece.piece, "pieces.piece");
    c.text(piece.title, piece::kNameBytesMax, "pieces.title");
    c.text(piece.maker_name, kNicknameBytesMax, "pieces.maker_name");
    c.coins(piece.price_coins, 0, kPriceCoinsMax, "pieces.price_coins");
  }
}
void look(Checker& c, const BakedPiece& m) {
  c.id(m.piece, "piece");
  c.bytes(m.baked.size(), piece::kBakedBytesMax, "baked");
}
void look(Checker& c, const Presence& m) {
  c.rows(m.potters.size(), kPottersMax, "accounts");
  for (const Potter& potter : m.potters) {
    c.id(potter.account, "accounts");
    if (potter.x_mm < 0 || potter.x_mm > kStreetLengthMm)
      c.fault("x_mm", "is " + std::to_string(potter.x_mm) + ", outside the street");
    if (potter.y_mm < 0 || potter.y_mm > kStreetWidthMm)
      c.fault("y_mm", "is " + std::to_string(potter.y_mm) + ", outside the street");
  }
}
void look(Checker& c, const Names& m) {
  c.rows(m.names.size(), kPottersMax, "names");
  for (const PotterName& name : m.names) {
    c.id(name.account, "names.account");
    c.text(name.nickname, kNicknameBytesMax, "names.nickname");
  }
}

// In the variants' order.
constexpr const char* kClientNames[] = {"Hello", "Prove", "Mint",      "List",      "Withdraw",
                                        "Buy",   "Walk",  "AskStalls", "AskPieces", "AskBaked"};
constexpr const char* kServerNames[] = {"Challenge",  "Welcome",  "Refused", "Minted", "Listed",
                                        "Withdrawn",  "Bought",   "Sold",    "Stalls", "Pieces",
                                        "BakedPiece", "Presence", "Names"};
static_assert(std::size(kClientNames) == std::variant_size_v<FromClient>);
static_assert(std::size(kServerNames) == std::variant_size_v<FromServer>);

template <class Any>
Result<Done> checked(const Any& message, const char* name) {
  Checker checker{name};
  std::visit([&checker](const auto& m) { look(checker, m); }, message);
  if (!checker.error.where.empty()) return std::move(checker.error);
  return Done{};
}

}  // namespace

Result<Done> check(const FromClient& message) {
  return checked(message, kClientNames[message.index()]);
}
Result<Done> check(const FromServer& message) {
  return checked(message, kServerNames[message.index()]);
}

}  // namespace sui::protocol
