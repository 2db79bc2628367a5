// What client and server say survives the wire unchanged; whatever else arrives is refused by name and harms nothing.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "game/protocol/limits.h"
#include "game/protocol/messages.h"

namespace sui::protocol {
namespace {

template <std::size_t size>
std::array<uint8_t, size> filled(uint8_t first) {
  std::array<uint8_t, size> bytes{};
  for (std::size_t k = 0; k < size; ++k) bytes[k] = static_cast<uint8_t>(first + k);
  return bytes;
}

std::vector<FromClient> everything_a_client_says() {
  return {Hello{kProtocolVersion, 1, filled<32>(1), "小鸭 Duck", "zh-Hans"},
          Prove{filled<64>(2)},
          Mint{filled<16>(3), Bytes(5000, 7)},
          List{filled<16>(4), 12, 300},
          Withdraw{filled<16>(5), 13},
          Buy{filled<16>(6), 14, 301},
          Walk{-5, 40000, 200},
          AskStalls{},
          AskPieces{},
          AskBaked{15}};
}

std::vector<FromServer> everything_a_server_says() {
  return {Challenge{filled<32>(1)},
          Welcome{2, "陶工", 500, 1'700'000'000'000},
          Refused{filled<16>(3), RefusalKind::kTampered, "record: 不合"},
          Minted{filled<16>(4), 5, filled<32>(6)},
          Listed{filled<16>(7), 8, 9, 10},
          Withdrawn{filled<16>(11), 12},
          Bought{filled<16>(13), 14, 15, 0},
          Sold{16, 17, 18, 19, "buyer"},
          Stalls{{{20, 21, 22, "seller", "月白", 23, 24}, {25, 26, 27, "", "", 28, 255}}},
          Pieces{{{29, filled<32>(30), "title", "maker", 31, 32}, {33, filled<32>(34), "", "", 0, 0}}, 35},
          BakedPiece{36, Bytes(4000, 9)},
          Presence{{{37, 0, 0, 0}, {38, kStreetLengthMm, kStreetWidthMm, 255}}},
          Names{{{39, "甲"}, {40, "乙"}}}};
}

TEST(Protocol, WhatAClientSaysSurvivesTheWire) {
  for (const FromClient& message : everything_a_client_says()) {
    const Bytes bytes = encode(message);
    const Result<FromClient> back = decode_from_client(bytes);
    ASSERT_TRUE(back) << to_text(back.error());
    ASSERT_EQ(back->index(), message.index());
    EXPECT_EQ(encode(*back), bytes);
  }
  const Result<FromClient> hello = decode_from_client(encode(everything_a_client_says()[0]));
  EXPECT_EQ(std::get<Hello>(*hello).nickname, "小鸭 Duck");
  EXPECT_EQ(std::get<Hello>(*hello).key, filled<32>(1));
  const Result<FromClient> walk = decode_from_client(encode(everything_a_client_says()[6]));
  EXPECT_EQ(std::get<Walk>(*walk).x_mm, -5);
}

TEST(Protocol, WhatAServerSaysSurvivesTheWire) {
  for (const FromServer& message : everything_a_server_says()) {
    const Bytes bytes = encode(message);
    const Result<FromServer> back = decode_from_server(bytes);
    ASSERT_TRUE(back) << to_text(back.error());
    ASSERT_EQ(back->index(), message.index());
    EXPECT_EQ(encode(*back), bytes);
  }
  const auto said = everything_a_server_says();
  const auto pieces = std::get<Pieces>(*decode_from_server(encode(said[9])));
  EXPECT_EQ(pieces.pieces[0].fingerprint, filled<32>(30));
  EXPECT_EQ(pieces.pieces[0].listing, 31u);
  EXPECT_EQ(pieces.coins, 35);
  const auto presence = std::get<Presence>(*decode_from_server(encode(said[11])));
  EXPECT_EQ(presence.potters[1].x_mm, kStreetLengthMm);
  EXPECT_EQ(presence.potters[1].facing_256, 255);
}

// A decoder meets bytes from anywhere. It may accept only what it could have written itself.
template <class Decode>
void expect_harmless(const Bytes& bytes, const Decode& decode) {
  const auto message = decode(bytes);
  if (!message) {
    EXPECT_FALSE(message.error().where.empty());
    EXPECT_FALSE(message.error().what.empty());
    return;
  }
  EXPECT_TRUE(check(*message));
  EXPECT_TRUE(decode(encode(*message)));
}

template <class Message, class Decode>
void corrupt(const Message& message, const Decode& decode, std::mt19937& random) {
  const Bytes whole = encode(message);
  for (std::size_t size = 0; size < std::min<std::size_t>(whole.size(), 400); ++size)
    expect_harmless(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)), decode);
  for (int round = 0; round < 1500; ++round) {
    Bytes bytes = whole;
    const int changes = 1 + static_cast<int>(random() % 4);
    for (int k = 0; k < changes; ++k)
      bytes[random() % std::min<std::size_t>(bytes.size(), 600)] = static_cast<uint8_t>(random());
    expect_harmless(bytes, decode);
  }
}

TEST(Protocol, CorruptionIsRefusedOrHarmless) {
  std::mt19937 random(20240521);
  for (const FromClient& message : everything_a_client_says()) corrupt(message, decode_from_client, random);
  for (const FromServer& message : everything_a_server_says()) corrupt(message, decode_from_server, random);
}

TEST(Protocol, BytesOffTheWordAreReadAllTheSame) {
  const Bytes bytes = encode(everything_a_server_says()[9]);
  for (std::size_t shift = 1; shift < 8; ++shift) {
    Bytes shifted(shift, 0);
    shifted.insert(shifted.end(), bytes.begin(), bytes.end());
    EXPECT_TRUE(decode_from_server(std::span<const uint8_t>(shifted).subspan(shift)));
  }
}

TEST(Protocol, OneSideNeverTakesTheOthersWords) {
  EXPECT_FALSE(decode_from_client(encode(FromServer{Challenge{}})));
  EXPECT_FALSE(decode_from_server(encode(FromClient{AskStalls{}})));
}

// ---- limits --------------------------------------------------------------------------------------------------------

void expect_refused(const FromClient& message, const std::string& where, const std::string& what = "") {
  const Result<FromClient> back = decode_from_client(encode(message));
  ASSERT_FALSE(back) << where;
  EXPECT_EQ(back.error().where, where);
  EXPECT_NE(back.error().what.find(what), std::string::npos) << back.error().what;
}

void expect_refused(const FromServer& message, const std::string& where, const std::string& what = "") {
  const Result<FromServer> back = decode_from_server(encode(message));
  ASSERT_FALSE(back) << where;
  EXPECT_EQ(back.error().where, where);
  EXPECT_NE(back.error().what.find(what), std::string::npos) << back.error().what;
}

std::string letters(std::size_t count) {
  return std::string(count, 'a');
}

TEST(ProtocolLimits, Hello) {
  Hello hello{kProtocolVersion, 1, filled<32>(1), letters(kNicknameBytesMax), letters(kLanguageBytesMax)};
  EXPECT_TRUE(decode_from_client(encode(FromClient{hello})));
  hello.nickname += "a";
  expect_refused(FromClient{hello}, "Hello.nickname", "above the limit of 36");
  hello.nickname = "two\nlines";
  expect_refused(FromClient{hello}, "Hello.nickname", "UTF-8");
  hello.nickname =
      "\xe2\x80\xae"
      "evil";  // writes backwards
  expect_refused(FromClient{hello}, "Hello.nickname", "UTF-8");
  hello.nickname = "\xc0\x80";
  expect_refused(FromClient{hello}, "Hello.nickname", "UTF-8");
  hello.nickname = "a";
  hello.language += "a";
  expect_refused(FromClient{hello}, "Hello.language", "above the limit of 16");
  hello.language = "en";
  hello.key = {};
  expect_refused(FromClient{hello}, "Hello.key", "zero");
}

TEST(ProtocolLimits, RequestsNeedAnIdAndAThing) {
  const RequestId id = filled<16>(1);
  expect_refused(FromClient{Mint{{}, Bytes(1)}}, "Mint.request");
  expect_refused(FromClient{List{{}, 1, 1}}, "List.request");
  expect_refused(FromClient{Withdraw{{}, 1}}, "Withdraw.request");
  expect_refused(FromClient{Buy{{}, 1, 1}}, "Buy.request");
  expect_refused(FromClient{List{id, 0, 1}}, "List.piece", "missing");
  expect_refused(FromClient{Withdraw{id, 0}}, "Withdraw.listing", "missing");
  expect_refused(FromClient{Buy{id, uint64_t{1} << 63, 1}}, "Buy.listing", "above");
  expect_refused(FromClient{AskBaked{0}}, "AskBaked.piece", "missing");
}

TEST(ProtocolLimits, Prices) {
  const RequestId id = filled<16>(1);
  EXPECT_TRUE(decode_from_client(encode(FromClient{List{id, 1, 1}})));
  EXPECT_TRUE(decode_from_client(encode(FromClient{List{id, 1, kPriceCoinsMax}})));
  expect_refused(FromClient{List{id, 1, 0}}, "List.price_coins", "below the least of 1");
  expect_refused(FromClient{List{id, 1, -500}}, "List.price_coins", "below the least of 1");
  expect_refused(FromClient{List{id, 1, kPriceCoinsMax + 1}}, "List.price_coins", "above the limit of 1000000");
  expect_refused(FromClient{Buy{id, 1, kPriceCoinsMax + 1}}, "Buy.price_coins", "above the limit");
  expect_refused(FromServer{Bought{id, 1, 1, -1}}, "Bought.coins_left", "below");
  expect_refused(FromServer{Welcome{1, "a", kCoinsMax + 1, 0}}, "Welcome.coins", "above");
}

TEST(ProtocolLimits, Records) {
  const RequestId id = filled<16>(1);
  const Bytes largest(piece::kRecordBytesMax, 1);
  const Bytes wire = encode(FromClient{Mint{id, largest}});
  EXPECT_LE(wire.size(), kMessageBytesMax);
  EXPECT_TRUE(decode_from_client(wire));
  expect_refused(FromClient{Mint{id, Bytes(piece::kRecordBytesMax + 1, 1)}}, "Mint.record", "above the limit");
  expect_refused(FromClient{Mint{id, {}}}, "Mint.record", "empty");
  const Result<FromClient> huge = decode_from_client(Bytes(kMessageBytesMax + 1, 0));
  ASSERT_FALSE(huge);
  EXPECT_NE(huge.error().what.find("above the limit"), std::string::npos);
  expect_refused(FromServer{BakedPiece{1, Bytes(piece::kBakedBytesMax + 1)}}, "BakedPiece.baked", "above the limit");
}

TEST(ProtocolLimits, OnlyAMintMayBeLong) {
  // Valid FlatBuffers with padding after the message: long, and nothing but long.
  Bytes bytes = encode(FromClient{AskStalls{}});
  bytes.resize(kSmallMessageBytesMax + 1, 0);
  const Result<FromClient> back = decode_from_client(bytes);
  ASSERT_FALSE(back);
  EXPECT_NE(back.error().what.find("any but Mint"), std::string::npos) << back.error().what;
  for (const FromClient& message : everything_a_client_says())
    if (!std::holds_alternative<Mint>(message)) {
      EXPECT_LE(encode(message).size(), kSmallMessageBytesMax);
    }
}

TEST(ProtocolLimits, RowsOfStallsPiecesPottersAndNames) {
  Stalls stalls{
      std::vector<Stall>(kStallsMax, Stall{1, 1, 1, letters(kNicknameBytesMax), letters(piece::kNameBytesMax), 1, 0})};
  EXPECT_LE(encode(FromServer{stalls}).size(), kMessageBytesMax);
  EXPECT_TRUE(decode_from_server(encode(FromServer{stalls})));
  stalls.stalls.push_back(stalls.stalls[0]);
  expect_refused(FromServer{stalls}, "Stalls.stalls", "more rows");
  expect_refused(FromServer{Stalls{{{1, 1, 1, "", letters(piece::kNameBytesMax + 1), 1, 0}}}}, "Stalls.stalls.title");
  expect_refused(FromServer{Stalls{{{1, 1, 1, "", "", 1, kStallsMax}}}}, "Stalls.stalls.place",
                 "past the street's end");

  Pieces pieces;
  for (std::size_t k = 0; k < kPiecesMax; ++k)
    pieces.pieces.push_back({k + 1, filled<32>(1), letters(piece::kNameBytesMax),
                             letters(kNicknameBytesMax - 4) + std::to_string(1000 + k), 1, 1});
  const Bytes wire = encode(FromServer{pieces});
  EXPECT_LE(wire.size(), kMessageBytesMax);
  EXPECT_TRUE(decode_from_server(wire));
  pieces.pieces.push_back(pieces.pieces[0]);
  expect_refused(FromServer{pieces}, "Pieces.pieces", "more rows");

  Names names{std::vector<PotterName>(kPottersMax, PotterName{1, "a"})};
  EXPECT_TRUE(decode_from_server(encode(FromServer{names})));
  names.names.push_back(names.names[0]);
  expect_refused(FromServer{names}, "Names.names", "more rows");
  expect_refused(FromServer{Refused{{}, RefusalKind::kBusy, letters(kReasonBytesMax + 1)}}, "Refused.reason");
}

TEST(ProtocolLimits, AFullStreetFitsOneDatagram) {
  Presence presence;
  for (std::size_t k = 0; k < kPottersMax; ++k)
    presence.potters.push_back({k + 1, static_cast<int32_t>(k) * 300, 4000, static_cast<uint8_t>(k)});
  EXPECT_LE(encode(FromServer{presence}).size(), kPresenceBytesMax);
  EXPECT_TRUE(decode_from_server(encode(FromServer{presence})));
  presence.potters.push_back(presence.potters[0]);
  expect_refused(FromServer{presence}, "Presence.accounts", "more rows");
  expect_refused(FromServer{Presence{{{1, kStreetLengthMm + 1, 0, 0}}}}, "Presence.x_mm", "outside the street");
  expect_refused(FromServer{Presence{{{1, 0, kStreetWidthMm + 1, 0}}}}, "Presence.y_mm", "outside the street");
}

// ---- the rest ------------------------------------------------------------------------------------------------------

TEST(Protocol, TidyTextKeepsWholeCharactersOnly) {
  EXPECT_EQ(tidy_text("陶瓷陶瓷", 7), "陶瓷");
  EXPECT_EQ(tidy_text("a\nb\x01"
                      "c",
                      10),
            "abc");
  EXPECT_EQ(tidy_text("ok\xff\xfe!", 10), "ok!");
  EXPECT_EQ(tidy_text("abc", 2), "ab");
}

TEST(Protocol, ALoginsSignatureIsBoundToItsPurposeNonceAndKey) {
  const Bytes bytes = challenge_bytes(filled<32>(1), filled<32>(2));
  EXPECT_EQ(std::string(bytes.begin(), bytes.begin() + 14), "suisui-login-1");
  EXPECT_EQ(bytes.size(), 14u + 32u + 32u);
  EXPECT_NE(challenge_bytes(filled<32>(1), filled<32>(3)), bytes);
  EXPECT_NE(challenge_bytes(filled<32>(9), filled<32>(2)), bytes);
}

TEST(Protocol, EveryRefusalHasItsOwnWords) {
  std::set<std::string> ids;
  for (uint8_t kind = 0; kind <= static_cast<uint8_t>(RefusalKind::kInternal); ++kind)
    ids.insert(refusal_id(static_cast<RefusalKind>(kind)));
  EXPECT_EQ(ids.size(), 12u);
  EXPECT_EQ(std::string(refusal_id(RefusalKind::kTampered)), "refusal.tampered");
}

}  // namespace
}  // namespace sui::protocol
