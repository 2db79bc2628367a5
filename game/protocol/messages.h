// What client and server say to each other, as plain structs. Bytes are FlatBuffers (messages.fbs), verified before
// use.
//
// Owns the vocabulary, its limits (limits.h) and both directions of coding; does not own sockets or rules.
// Ids are 64-bit and made by the server, except trade and mint ids: 128-bit, made by the client, so a retry is the same
// act. Coins are whole. Positions are mm in the street's plane.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "game/base/result.h"
#include "game/piece/record.h"

namespace sui::protocol {

using piece::Bytes;
using RequestId = std::array<uint8_t, 16>;
using Nonce = std::array<uint8_t, 32>;
using PieceId = uint64_t;
using ListingId = uint64_t;
using AccountId = uint64_t;

// ---- client to server -------------------------------------------------------------------------------------------
struct Hello {
  uint32_t protocol_version = 0;
  uint32_t craft_version = 0;
  piece::PublicKey key{};
  std::string nickname;
  std::string language;
};
struct Prove {
  piece::Signature signature{};
};  // over challenge_bytes(nonce, key)
struct Mint {
  RequestId request{};
  Bytes record;
};
struct List {
  RequestId request{};
  PieceId piece = 0;
  int64_t price_coins = 0;
};
struct Withdraw {
  RequestId request{};
  ListingId listing = 0;
};
struct Buy {
  RequestId request{};
  ListingId listing = 0;
  int64_t price_coins = 0;
};  // the price seen; refused if it differs
struct Walk {
  int32_t x_mm = 0, y_mm = 0;
  uint8_t facing_256 = 0;
};                    // unreliable, at most 10 a second
struct AskStalls {};  // answered by Stalls
struct AskPieces {};  // answered by Pieces: my shelf
struct AskBaked {
  PieceId piece = 0;
};  // answered by BakedPiece
using FromClient = std::variant<Hello, Prove, Mint, List, Withdraw, Buy, Walk, AskStalls, AskPieces, AskBaked>;

// ---- server to client -------------------------------------------------------------------------------------------
struct Challenge {
  Nonce nonce{};
};
struct Welcome {
  AccountId account = 0;
  std::string nickname;
  int64_t coins = 0;
  uint64_t server_time_ms = 0;
};
enum class RefusalKind : uint8_t {
  kBadMessage = 0,
  kVersion = 1,
  kNotProven = 2,
  kTampered = 3,
  kTooMany = 4,
  kGone = 5,
  kNotYours = 6,
  kTooPoor = 7,
  kPriceChanged = 8,
  kBusy = 9,
  kAlreadyMinted = 10,
  kInternal = 11
};
struct Refused {
  RequestId request{};
  RefusalKind kind = RefusalKind::kBadMessage;
  std::string reason;
};
struct Minted {
  RequestId request{};
  PieceId piece = 0;
  piece::Fingerprint fingerprint{};
};
struct Listed {
  RequestId request{};
  ListingId listing = 0;
  PieceId piece = 0;
  int64_t price_coins = 0;
};
struct Withdrawn {
  RequestId request{};
  ListingId listing = 0;
};
struct Bought {
  RequestId request{};
  ListingId listing = 0;
  PieceId piece = 0;
  int64_t coins_left = 0;
};
struct Sold {
  ListingId listing = 0;
  PieceId piece = 0;
  int64_t price_coins = 0;
  int64_t coins = 0;
  std::string buyer;
};
struct Stall {
  ListingId listing = 0;
  PieceId piece = 0;
  AccountId seller = 0;
  std::string seller_name;
  std::string title;
  int64_t price_coins = 0;
  uint16_t place = 0;
};
struct Stalls {
  std::vector<Stall> stalls;
};  // whole street; also pushed when it changes
struct OwnedPiece {
  PieceId piece = 0;
  piece::Fingerprint fingerprint{};
  std::string title;
  std::string maker_name;
  ListingId listing = 0;
  int64_t price_coins = 0;
};
struct Pieces {
  std::vector<OwnedPiece> pieces;
  int64_t coins = 0;
};
struct BakedPiece {
  PieceId piece = 0;
  Bytes baked;
};
struct Potter {
  AccountId account = 0;
  int32_t x_mm = 0, y_mm = 0;
  uint8_t facing_256 = 0;
};
struct PotterName {
  AccountId account = 0;
  std::string nickname;
};
struct Presence {
  std::vector<Potter> potters;
};  // unreliable, one per tick, all in sight
struct Names {
  std::vector<PotterName> names;
};  // reliable, when somebody comes
using FromServer = std::variant<Challenge, Welcome, Refused, Minted, Listed, Withdrawn, Bought, Sold, Stalls, Pieces,
                                BakedPiece, Presence, Names>;

Bytes encode(const FromClient& message);
Bytes encode(const FromServer& message);
Result<FromClient> decode_from_client(std::span<const uint8_t> bytes);
Result<FromServer> decode_from_server(std::span<const uint8_t> bytes);

// Whether a message keeps every limit: what decode_from_* asks last, and a sender may ask first.
Result<Done> check(const FromClient& message);
Result<Done> check(const FromServer& message);

// The client's own number of a request, or null for messages that carry none.
const RequestId* request_of(const FromClient& message);
// The request an answer belongs to, or null for what the server says unasked.
const RequestId* request_of(const FromServer& message);
uint8_t channel_of(const FromClient& message);
uint8_t channel_of(const FromServer& message);

// Why a connection was ended, as the 32-bit number ENet hands over with a disconnect.
enum class Goodbye : uint32_t { kNone = 0, kShutdown = 1, kReplaced = 2, kTimeout = 3, kRefused = 4, kFull = 5 };

// At most `bytes_max` bytes of plain text (piece/plain_text.h), cut at a whole character; what is not plain is left
// out.
std::string tidy_text(const std::string& text, std::size_t bytes_max);

Bytes challenge_bytes(const Nonce& nonce,
                      const piece::PublicKey& key);  // domain-separated: "suisui-login-1" + nonce + key
const char* refusal_id(RefusalKind kind);            // string-table key "refusal.tampered"

}  // namespace sui::protocol
