// Did this potter make this pot? A genuine record becomes a piece; every forgery is refused with what is wrong with it.
#include "server/market/mint_check.h"

#include <gtest/gtest.h>

#include "game/piece/baked.h"
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

TEST_F(MintCheck, RubbishIsRefusedByName) {
  expect_refused({}, RefusalKind::kTampered, "record");
  expect_refused(piece::Bytes(1000, 7), RefusalKind::kTampered, "record");
  piece::Bytes cut = bytes(record);
  cut.resize(cut.size() / 2);
  expect_refused(cut, RefusalKind::kTampered, "record");
}

}  // namespace
}  // namespace sui::market
