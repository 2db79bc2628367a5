// Did this potter make this pot? A genuine record becomes a piece; every forgery is refused with what is wrong with it.
#include "server/market/mint_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "game/piece/baked.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"
#include "tests/replay/busy_making.h"

namespace sui::market {
namespace {

using protocol::RefusalKind;

class MintCheck : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::array<uint8_t, 32> seed{};
    seed[0] = 1;
    potter = *piece::key_pair_from_seed(seed);
    seed[0] = 2;
    thief = *piece::key_pair_from_seed(seed);
    record.making = replay::make_busily(1004).making;
    record.title = "青花 vase";
    piece::sign(record, potter);
  }
  static piece::Bytes bytes(const piece::Record& of) {
    Result<piece::Bytes> encoded = piece::encode(of);
    EXPECT_TRUE(encoded) << (encoded ? "" : to_text(encoded.error()));
    return encoded ? *encoded : piece::Bytes{};
  }
  static void expect_refused(std::span<const uint8_t> of, RefusalKind kind, const std::string& reason) {
    const auto answer = check_mint(of, potter.public_key);
    const auto* refusal = std::get_if<store::Refusal>(&answer);
    ASSERT_NE(refusal, nullptr) << reason;
    EXPECT_EQ(refusal->kind, kind) << refusal->reason;
    EXPECT_NE(refusal->reason.find(reason), std::string::npos) << refusal->reason;
  }

  static piece::KeyPair potter, thief;
  static piece::Record record;
};
piece::KeyPair MintCheck::potter, MintCheck::thief;
piece::Record MintCheck::record;

TEST_F(MintCheck, AGenuinePotBecomesAPiece) {
  const auto answer = check_mint(bytes(record), potter.public_key);
  const auto* genuine = std::get_if<Genuine>(&answer);
  ASSERT_NE(genuine, nullptr) << std::get<store::Refusal>(answer).reason;
  EXPECT_EQ(genuine->fingerprint, piece::fingerprint(record.making));
  EXPECT_EQ(genuine->maker, potter.public_key);
  EXPECT_EQ(genuine->title, "青花 vase");
  EXPECT_LE(genuine->baked.size(), piece::kBakedBytesMax);
  const Result<piece::Baked> baked = piece::decode_baked(genuine->baked);
  ASSERT_TRUE(baked);
  EXPECT_EQ(baked->title, "青花 vase");
  EXPECT_EQ(baked->fingerprint, genuine->fingerprint);
}

TEST_F(MintCheck, ATouchChangedAfterwardsIsFoundOutEvenIfSignedAgain) {
  piece::Record forged = record;
  for (craft::Act& act : forged.making.acts)
    if (act.kind == craft::ActKind::kOuterHand) {
      act.a += 64;
      break;
    }
  expect_refused(bytes(forged), RefusalKind::kTampered, "signature");
  piece::sign(forged, potter);
  expect_refused(bytes(forged), RefusalKind::kTampered, "checkpoints");
}

TEST_F(MintCheck, AnotherHashIsFoundOut) {
  piece::Record forged = record;
  forged.making.checkpoints[forged.making.checkpoints.size() / 2].running_hash ^= 1;
  piece::sign(forged, potter);
  expect_refused(bytes(forged), RefusalKind::kTampered, "checkpoints");
}

TEST_F(MintCheck, ANewTitleNeedsANewSignature) {
  piece::Record forged = record;
  forged.title = "imperial ware";
  expect_refused(bytes(forged), RefusalKind::kTampered, "signature");
}

TEST_F(MintCheck, AnothersPotCannotBeMinted) {
  piece::Record stolen = record;
  piece::sign(stolen, thief);
  expect_refused(bytes(stolen), RefusalKind::kNotYours, "record.maker");
}

TEST_F(MintCheck, AnUnsignedPotCannotBeMinted) {
  piece::Record unsigned_record = record;
  unsigned_record.maker = {};
  unsigned_record.signature = {};
  expect_refused(bytes(unsigned_record), RefusalKind::kNotYours, "signed");
}

TEST_F(MintCheck, AnUnfiredPotIsNotAPieceYet) {
  piece::Record raw = record;
  Result<piece::Bench> bench = piece::fresh_bench(raw.making.start);
  ASSERT_TRUE(bench);
  piece::advance(*bench, 240);
  piece::seal(*bench);
  raw.making = bench->making;
  piece::sign(raw, potter);
  expect_refused(bytes(raw), RefusalKind::kBadMessage, "not fired yet");
}

TEST_F(MintCheck, BiscuitIsNotFinishedAndTwoFiresAreOnePot) {
  piece::Record biscuit = record;
  const auto fire = std::find_if(biscuit.making.acts.begin(), biscuit.making.acts.end(),
                                 [](const craft::Act& act) { return act.kind == craft::ActKind::kGlazeDip; });
  ASSERT_NE(fire, biscuit.making.acts.end());
  biscuit.making = piece::cut_short(record.making, static_cast<uint32_t>(fire - biscuit.making.acts.begin()));
  Result<piece::Bench> bench = piece::reopen(biscuit.making);
  ASSERT_TRUE(bench) << to_text(bench.error());
  const auto act = [&bench](craft::ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0) {
    const Result<Done> done = piece::act_on(*bench, {0, kind, a, b, c, 0});
    ASSERT_TRUE(done) << to_text(done.error());
  };
  const auto signed_bytes = [&] {
    piece::seal(*bench);
    biscuit.making = bench->making;
    piece::sign(biscuit, potter);
    return bytes(biscuit);
  };
  act(craft::ActKind::kKilnSegment, 16 * 60, 16 * 930, 20);
  act(craft::ActKind::kFire);
  expect_refused(signed_bytes(), RefusalKind::kBadMessage, "the pot is biscuit, not fired yet");
  const piece::Fingerprint pot = piece::pot_identity(biscuit.making);
  act(craft::ActKind::kGlazeDip, 0, 48, 1450);
  act(craft::ActKind::kKilnSegment, 16 * 100, 16 * 1280, 20);
  act(craft::ActKind::kFire);
  const auto answer = check_mint(signed_bytes(), potter.public_key);
  const auto* genuine = std::get_if<Genuine>(&answer);
  ASSERT_NE(genuine, nullptr) << std::get<store::Refusal>(answer).reason;
  EXPECT_EQ(genuine->pot, pot);
}

TEST_F(MintCheck, OneFiredPotIsNotManyPieces) {
  Result<piece::Bench> bench = piece::reopen(record.making);
  ASSERT_TRUE(bench);
  const auto minted_as = [](const piece::Bench& from, const std::string& reason) {
    piece::Record padded = record;
    padded.making = from.making;
    piece::sign(padded, potter);
    expect_refused(bytes(padded), RefusalKind::kTampered, reason);
  };
  for (const craft::ActKind kind : {craft::ActKind::kOuterLift, craft::ActKind::kInnerLift, craft::ActKind::kStrokeEnd,
                                    craft::ActKind::kStrokeUndo, craft::ActKind::kFire})
    EXPECT_FALSE(piece::act_on(*bench, {0, kind, 0, 0, 0, 0})) << static_cast<int>(kind);
  piece::advance(*bench, bench->workpiece.tick + 1);
  piece::seal(*bench);
  minted_as(*bench, "goes on after the fire");
  bench = piece::reopen(record.making);
  bench->making.acts.push_back({bench->workpiece.tick, craft::ActKind::kOuterLift, 0, 0, 0, 0});
  piece::seal(*bench);
  minted_as(*bench, "no hand to lift");
}

TEST_F(MintCheck, RubbishIsRefusedByName) {
  expect_refused({}, RefusalKind::kTampered, "record");
  expect_refused(piece::Bytes(1000, 7), RefusalKind::kTampered, "record");
  piece::Bytes cut = bytes(record);
  cut.resize(cut.size() / 2);
  expect_refused(cut, RefusalKind::kTampered, "record");
}

// ---- what passes can be shown to everybody -------------------------------------------------------------------------

TEST_F(MintCheck, ATitleNoClientCouldReadIsRefusedByName) {
  constexpr piece::EnvelopeKind kEnvelope{
      "record", {'S', 'U', 'I', 0x1a}, 1, piece::kRecordBytesMax, piece::kRecordInflatedBytesMax};
  piece::Record forged = record;
  forged.title = "a???b";
  for (const std::string trick : {"\u202e", "\u2066", "\u2028", "\xff\xff\xff"}) {
    piece::Bytes payload = *piece::open_envelope(kEnvelope, bytes(forged));
    const std::string stand_in = "???";
    const auto at = std::search(payload.begin(), payload.end(), stand_in.begin(), stand_in.end());
    ASSERT_NE(at, payload.end());
    std::copy(trick.begin(), trick.end(), at);
    expect_refused(*piece::close_envelope(kEnvelope, payload), RefusalKind::kTampered, "record.title");
  }
}

// Thrown for a moment, dried, fired somehow: any pot, good or ruined.
piece::Making any_pot(std::mt19937& dice) {
  const auto below = [&dice](int32_t end) { return static_cast<int32_t>(dice() % static_cast<uint32_t>(end)); };
  craft::ClayStart start;
  start.mass_g = 300 + below(4000);
  start.moisture_wet_16pct = 16 * (16 + below(12));
  piece::Bench bench = *piece::fresh_bench(start);
  const auto act = [&bench](craft::ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
    return static_cast<bool>(piece::act_on(bench, {0, kind, a, b, c, d}));
  };
  act(craft::ActKind::kWheel, below(400 * 16));
  for (int k = 0; k < 20; ++k) {
    act(below(2) == 0 ? craft::ActKind::kInnerHand : craft::ActKind::kOuterHand, below(90 * 64), below(200 * 64));
    piece::advance(bench, bench.workpiece.tick + static_cast<uint32_t>(below(20)));
  }
  act(craft::ActKind::kCut);
  act(craft::ActKind::kDry, below(3), 60 * 24 * (1 + below(10)));
  if (act(craft::ActKind::kStrokeBegin, 0, 64 * (1 + below(30)), 256)) {
    for (int k = 0; k < 12; ++k) act(craft::ActKind::kStrokePoint, below(65536), below(128 * 256), below(257));
    act(craft::ActKind::kStrokeEnd);
  }
  if (below(2) == 0) act(craft::ActKind::kGlazeDip, 0, 16 * (1 + below(50)), 1050 + below(800));
  act(craft::ActKind::kKilnSegment, 16 * (20 + below(980)), 16 * (300 + below(1100)), below(600), below(15 * 256));
  EXPECT_TRUE(act(craft::ActKind::kFire));
  if (bench.workpiece.stage == craft::Stage::kBiscuit) {
    act(craft::ActKind::kGlazeDip, 0, 48, 1450);
    act(craft::ActKind::kKilnSegment, 16 * 100, 16 * 1280, 20);
    EXPECT_TRUE(act(craft::ActKind::kFire));
  }
  piece::seal(bench);
  return bench.making;
}

TEST_F(MintCheck, WhateverPassesEveryClientCanRead) {
  std::mt19937 dice(1004);
  int passed = 0;
  const char* scraps[] = {"瓶", "é", "\u202e", "\u2028", "🦆", "\x7f", "x", " ", "\xc3", "\u0085", "\u200d", "ش", ""};
  for (int pot = 0; pot < 12; ++pot) {
    piece::Record one;
    one.making = any_pot(dice);
    for (int name = 0; name < 4; ++name) {
      one.title.clear();
      for (uint32_t k = 0, count = dice() % 14; k < count; ++k) one.title += scraps[dice() % std::size(scraps)];
      piece::sign(one, potter);
      const Result<piece::Bytes> encoded = piece::encode(one);
      if (!encoded) {
        EXPECT_EQ(encoded.error().where, "title");
        continue;
      }
      const auto answer = check_mint(*encoded, potter.public_key);
      const auto* genuine = std::get_if<Genuine>(&answer);
      ASSERT_NE(genuine, nullptr) << std::get<store::Refusal>(answer).reason;
      ++passed;
      const std::string& title = genuine->title;
      for (const protocol::FromServer& message :
           {protocol::FromServer{protocol::Stalls{{{1, 2, 3, "potter", title, 4, 5}}}},
            protocol::FromServer{protocol::Pieces{{{1, genuine->fingerprint, title, "potter", 0, 0}}, 7}},
            protocol::FromServer{protocol::BakedPiece{1, genuine->baked}}}) {
        const auto heard = protocol::decode_from_server(protocol::encode(message));
        EXPECT_TRUE(heard) << title << ": " << (heard ? "" : to_text(heard.error()));
      }
      EXPECT_TRUE(piece::decode_baked(genuine->baked));
      break;
    }
  }
  EXPECT_GE(passed, 6);
}

}  // namespace
}  // namespace sui::market
