// Past the gate every message has an owner, is well formed and within its rate; hundreds of phones may share an
// address.
#include "server/gate/gate.h"

#include <gtest/gtest.h>

#include "server/gate/limits.h"
#include "tests/unit/server_fakes.h"

namespace sui::test {
namespace {

using namespace sui::gate;
using protocol::Goodbye;
using protocol::RefusalKind;
using protocol::Refused;

piece::KeyPair keys(uint8_t number) {
  std::array<uint8_t, 32> seed{};
  seed[0] = number;
  return *piece::key_pair_from_seed(seed);
}

class GateTest : public testing::Test {
 protected:
  void hello(PeerId peer, const piece::KeyPair& pair) {
    transport.say(peer, protocol::Hello{protocol::kProtocolVersion, 1, pair.public_key, "potter", "zh"});
  }
  // Hello, Challenge, Prove; the Joined is in the inbox of the last fill.
  PeerId log_in(const piece::KeyPair& pair, uint32_t address = 1) {
    const PeerId peer = transport.arrive(address);
    hello(peer, pair);
    gate.fill();
    const auto challenges = transport.heard_of<protocol::Challenge>(peer);
    EXPECT_EQ(challenges.size(), 1u);
    if (challenges.empty()) return peer;
    transport.say(peer, protocol::Prove{
                            piece::sign_bytes(protocol::challenge_bytes(challenges[0].nonce, pair.public_key), pair)});
    inbox = gate.fill();
    return peer;
  }
  template <class Message>
  std::size_t said() const {
    std::size_t count = 0;
    for (const Inbound& one : inbox) {
      const auto* words = std::get_if<Said>(&one);
      count += words != nullptr && std::holds_alternative<Message>(words->message) ? 1 : 0;
    }
    return count;
  }
  void expect_shown_out(PeerId peer, RefusalKind kind, const std::string& reason) {
    const auto refusals = transport.heard_of<Refused>(peer);
    ASSERT_EQ(refusals.size(), 1u);
    EXPECT_EQ(refusals[0].kind, kind);
    EXPECT_NE(refusals[0].reason.find(reason), std::string::npos) << refusals[0].reason;
    EXPECT_EQ(transport.ended.count(peer), 1u);
    EXPECT_EQ(gate.peers(), 0u);
  }
  static protocol::RequestId request(uint8_t number) {
    protocol::RequestId id{};
    id[0] = number;
    id[1] = 1;
    return id;
  }

  FakeTransport transport;
  FakeClock clock;
  FakeLog log;
  Gate gate{transport, clock, log};
  std::vector<Inbound> inbox;
};

TEST_F(GateTest, WhoeverHoldsTheKeyComesIn) {
  const PeerId peer = log_in(keys(1));
  ASSERT_EQ(inbox.size(), 1u);
  const Joined& joined = std::get<Joined>(inbox[0]);
  EXPECT_EQ(joined.peer, peer);
  EXPECT_EQ(joined.key, keys(1).public_key);
  EXPECT_EQ(joined.nickname, "potter");
}

TEST_F(GateTest, AnotherKeysSignatureDoesNot) {
  const PeerId peer = transport.arrive();
  hello(peer, keys(1));
  gate.fill();
  const auto nonce = transport.heard_of<protocol::Challenge>(peer).at(0).nonce;
  transport.say(peer,
                protocol::Prove{piece::sign_bytes(protocol::challenge_bytes(nonce, keys(1).public_key), keys(2))});
  EXPECT_TRUE(gate.fill().empty());
  expect_shown_out(peer, RefusalKind::kNotProven, "Prove.signature: does not fit the key");
}

TEST_F(GateTest, AnOldLoginsSignatureDoesNot) {
  const PeerId first = transport.arrive(), second = transport.arrive();
  hello(first, keys(1));
  hello(second, keys(1));
  gate.fill();
  const auto nonce = transport.heard_of<protocol::Challenge>(first).at(0).nonce;
  transport.heard(second);
  transport.say(second,
                protocol::Prove{piece::sign_bytes(protocol::challenge_bytes(nonce, keys(1).public_key), keys(1))});
  EXPECT_TRUE(gate.fill().empty());
  EXPECT_EQ(transport.ended.count(second), 1u);
}

TEST_F(GateTest, NobodyIsHeardBeforeTheyHaveProvenWhoTheyAre) {
  const PeerId peer = transport.arrive();
  transport.say(peer, protocol::Buy{request(1), 1, 1});
  EXPECT_TRUE(gate.fill().empty());
  expect_shown_out(peer, RefusalKind::kNotProven, "Hello");
}

TEST_F(GateTest, AnotherVersionIsToldWhichIsSpokenHere) {
  const PeerId peer = transport.arrive();
  transport.say(peer, protocol::Hello{99, 1, keys(1).public_key, "potter", "zh"});
  gate.fill();
  expect_shown_out(peer, RefusalKind::kVersion, "is 99, this bazaar speaks 1");
}

TEST_F(GateTest, StrangersAreNotWaitedForForEver) {
  const PeerId silent = transport.arrive(), halfway = transport.arrive();
  hello(halfway, keys(1));
  gate.fill();
  clock.now_ms += kHandshakeMsMax - 1;
  gate.fill();
  EXPECT_EQ(gate.peers(), 2u);
  clock.now_ms += 1;
  gate.fill();
  EXPECT_EQ(gate.peers(), 0u);
  EXPECT_EQ(transport.ended[silent], Goodbye::kTimeout);
  EXPECT_EQ(transport.ended[halfway], Goodbye::kTimeout);
  clock.now_ms += 100000;
  log_in(keys(2));
  clock.now_ms += 100000;
  gate.fill();
  EXPECT_EQ(gate.peers(), 1u) << "the proven stay";
}

TEST_F(GateTest, AThousandPhonesBehindOneAddressAllComeIn) {
  for (int k = 0; k < 1000; ++k) {
    std::array<uint8_t, 32> seed{};
    seed[0] = static_cast<uint8_t>(k);
    seed[1] = static_cast<uint8_t>(k >> 8);
    log_in(*piece::key_pair_from_seed(seed), 0x0a0b0c0d);
  }
  EXPECT_EQ(gate.peers(), 1000u);
  EXPECT_TRUE(transport.ended.empty());
}

TEST_F(GateTest, OneAddressHoldsOnlySoManyDoorsOpenWithoutComingIn) {
  for (std::size_t k = 0; k < kUnprovenPerAddressMax + 5; ++k) transport.arrive(7);
  const PeerId elsewhere = transport.arrive(8);
  gate.fill();
  EXPECT_EQ(transport.ended.size(), 5u);
  EXPECT_EQ(transport.ended.count(elsewhere), 0u);
  for (const auto& [peer, goodbye] : transport.ended) EXPECT_EQ(goodbye, Goodbye::kFull);
}

TEST_F(GateTest, AllAddressesTogetherHoldOnlySoManyDoorsOpen) {
  for (uint32_t k = 0; k < kUnprovenMax + 3; ++k) transport.arrive(k);
  gate.fill();
  EXPECT_EQ(transport.ended.size(), 3u);
}

TEST_F(GateTest, TheSamePotterFromElsewhereReplacesTheOlderWay) {
  const PeerId older = log_in(keys(1));
  const PeerId newer = log_in(keys(1));
  EXPECT_EQ(transport.ended[older], Goodbye::kReplaced);
  ASSERT_EQ(inbox.size(), 2u);
  EXPECT_EQ(std::get<Gone>(inbox[0]).peer, older);
  EXPECT_EQ(std::get<Joined>(inbox[1]).peer, newer);
  EXPECT_EQ(gate.peers(), 1u);
}

// ---- rates ---------------------------------------------------------------------------------------------------------

TEST_F(GateTest, AKeyMayAskOnlySoOften) {
  const PeerId peer = log_in(keys(1)), other = log_in(keys(2));
  for (uint8_t k = 0; k < kRequestBurst + 10; ++k) transport.say(peer, protocol::Buy{request(k), 1, 1});
  transport.say(other, protocol::AskStalls{});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::Buy>(), static_cast<std::size_t>(kRequestBurst));
  EXPECT_EQ(said<protocol::AskStalls>(), 1u) << "nobody else pays for it";
  const auto refusals = transport.heard_of<Refused>(peer);
  ASSERT_EQ(refusals.size(), 10u);
  EXPECT_EQ(refusals[0].kind, RefusalKind::kBusy);
  EXPECT_EQ(refusals[0].request, request(kRequestBurst)) << "so that the client knows what to ask again";
  clock.now_ms += 1000;
  for (uint8_t k = 0; k < 100; ++k) transport.say(peer, protocol::Buy{request(k), 1, 1});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::Buy>(), static_cast<std::size_t>(protocol::kRequestsPerSecondMax));
}

TEST_F(GateTest, ComingInAnewDoesNotFillTheBucket) {
  const PeerId peer = log_in(keys(1));
  for (uint8_t k = 0; k < kRequestBurst; ++k) transport.say(peer, protocol::AskPieces{});
  gate.fill();
  const PeerId again = log_in(keys(1));
  transport.say(again, protocol::AskPieces{});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::AskPieces>(), 0u);
}

TEST_F(GateTest, MintsHaveARateOfTheirOwn) {
  const PeerId peer = log_in(keys(1));
  for (uint8_t k = 0; k < protocol::kMintsPerMinuteMax + 3; ++k) transport.say(peer, protocol::Mint{request(k), {1}});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::Mint>(), static_cast<std::size_t>(protocol::kMintsPerMinuteMax));
  clock.now_ms += 60000 / protocol::kMintsPerMinuteMax;
  transport.say(peer, protocol::Mint{request(99), {1}});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::Mint>(), 1u);
}

TEST_F(GateTest, TooManyStepsAreForgottenWithoutAWord) {
  const PeerId peer = log_in(keys(1));
  transport.heard(peer);
  for (int k = 0; k < 500; ++k) transport.say(peer, protocol::Walk{k, 0, 0});
  inbox = gate.fill();
  EXPECT_EQ(said<protocol::Walk>(), static_cast<std::size_t>(kWalkBurst));
  EXPECT_TRUE(transport.heard(peer).empty());
  EXPECT_TRUE(transport.ended.empty());
}

TEST_F(GateTest, WhoeverNeverStopsIsShownOut) {
  const PeerId peer = log_in(keys(1));
  for (uint32_t k = 0; k < kRequestBurst + kOverRateMax + 1; ++k) transport.say(peer, protocol::AskPieces{});
  gate.fill();
  EXPECT_EQ(transport.ended[peer], Goodbye::kRefused);
}

TEST_F(GateTest, OneTickTakesOnlySoMuch) {
  const PeerId peer = log_in(keys(1));
  for (std::size_t k = 0; k < kInboxMax + 10; ++k) transport.say(peer, protocol::Walk{});
  gate.fill();
  EXPECT_EQ(transport.events.size(), 10u) << "the rest waits where it is";
}

TEST(Rates, ForgetsKeysNotSeenForLongAndNeverGrowsPastItsLimit) {
  Rates rates;
  for (std::size_t k = 0; k < kKeysRememberedMax * 2; ++k) {
    piece::PublicKey key{};
    std::memcpy(key.data(), &k, sizeof k);
    rates_of(rates, key, 1000);
    ASSERT_LE(rates.keys.size(), kKeysRememberedMax);
  }
  piece::PublicKey fresh{};
  fresh[31] = 1;
  rates_of(rates, fresh, 1000 + kKeyForgottenMs);
  EXPECT_EQ(rates.keys.size(), 1u);
}

// ---- bad bytes -----------------------------------------------------------------------------------------------------

TEST_F(GateTest, RubbishFromAStrangerEndsIt) {
  const PeerId peer = transport.arrive();
  transport.say_bytes(peer, 0, {1, 2, 3});
  gate.fill();
  expect_shown_out(peer, RefusalKind::kBadMessage, "ClientMessage: is not well formed");
}

TEST_F(GateTest, NothingLongIsReadForAStranger) {
  const PeerId peer = transport.arrive();
  transport.say(peer, protocol::Mint{request(1), protocol::Bytes(100000, 1)});
  gate.fill();
  expect_shown_out(peer, RefusalKind::kBadMessage, "above the limit of 2048");
}

TEST_F(GateTest, RecordsTravelOnTheirOwnChannelOnly) {
  const PeerId peer = log_in(keys(1));
  transport.heard(peer);
  const protocol::FromClient mint = protocol::Mint{request(1), protocol::Bytes(100, 1)};
  transport.say_bytes(peer, protocol::kChannelTalk, protocol::encode(mint));
  transport.say_bytes(peer, protocol::kChannelTalk, protocol::Bytes(protocol::kSmallMessageBytesMax + 1, 1));
  transport.say_bytes(peer, protocol::kChannelRecords, protocol::Bytes(protocol::kMessageBytesMax + 1, 1));
  transport.say_bytes(peer, protocol::kChannelRecords, protocol::encode(protocol::FromClient{protocol::AskStalls{}}));
  EXPECT_TRUE(gate.fill().empty());
  const auto refusals = transport.heard_of<Refused>(peer);
  ASSERT_EQ(refusals.size(), 4u);
  EXPECT_NE(refusals[0].reason.find("channel 0, where it has no place"), std::string::npos);
  EXPECT_NE(refusals[1].reason.find("above the limit of 2048"), std::string::npos);
  EXPECT_NE(refusals[2].reason.find("above the limit of " + std::to_string(protocol::kMessageBytesMax)),
            std::string::npos);
  EXPECT_NE(refusals[3].reason.find("channel 2"), std::string::npos);
  EXPECT_TRUE(transport.ended.empty()) << "a slip is forgiven";
}

TEST_F(GateTest, ManySlipsAreNotForgiven) {
  const PeerId peer = log_in(keys(1));
  for (uint32_t k = 0; k < kBadMessagesMax; ++k) transport.say_bytes(peer, 0, {9});
  inbox = gate.fill();
  EXPECT_EQ(transport.ended[peer], Goodbye::kRefused);
  EXPECT_EQ(std::get<Gone>(inbox.back()).peer, peer);
}

TEST_F(GateTest, LeavingIsToldOnce) {
  const PeerId peer = log_in(keys(1));
  transport.go(peer);
  transport.go(peer);
  EXPECT_EQ(gate.fill().size(), 1u);
}

}  // namespace
}  // namespace sui::test
