// The client's end without a server, and with one that behaves badly: off-line is normal, and nothing asked for is
// lost.
#include "game/town/link/link.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>

#include "game/protocol/limits.h"
#include "game/town/link/outbox.h"
#include "game/town/link/resolve.h"

namespace sui::town {
namespace {

protocol::RequestId request(uint8_t number) {
  protocol::RequestId id{};
  id[0] = number;
  return id;
}

// ---- outbox --------------------------------------------------------------------------------------------------------

class OutboxTest : public testing::Test {
 protected:
  std::size_t ask_all(uint64_t now_ms) {
    std::size_t asked = 0;
    while (OutboxEntry* entry = next_to_ask(outbox, now_ms)) {
      entry->on_its_way = true;
      ++asked;
    }
    return asked;
  }
  bool refuse(uint8_t number, protocol::RefusalKind kind, uint64_t now_ms = 0) {
    return hear(outbox, protocol::Refused{request(number), kind, "reason"}, now_ms);
  }
  Outbox outbox;
};

TEST_F(OutboxTest, ARequestIsAskedOnceUntilTheWireBreaksAndThenAgain) {
  ASSERT_TRUE(keep(outbox, protocol::Buy{request(1), 1, 1}));
  ASSERT_TRUE(keep(outbox, protocol::Buy{request(1), 1, 1}));
  EXPECT_EQ(outbox.entries.size(), 1u);
  EXPECT_EQ(ask_all(0), 1u);
  EXPECT_EQ(ask_all(1000000), 0u);
  forget_wire(outbox);
  EXPECT_EQ(ask_all(0), 1u);
}

TEST_F(OutboxTest, NeverAsksMoreAtOnceThanTheServerTakes) {
  for (uint8_t k = 1; k <= 100; ++k) ASSERT_TRUE(keep(outbox, protocol::Buy{request(k), k, 1}));
  EXPECT_EQ(ask_all(0), kAskedAtOnceMax);
  EXPECT_TRUE(hear(outbox, protocol::Bought{request(1), 1, 1, 1}, 0));
  EXPECT_EQ(ask_all(0), 1u);
}

TEST_F(OutboxTest, AnAnswerEndsItAndItsEchoIsNotHeardTwice) {
  ASSERT_TRUE(keep(outbox, protocol::Buy{request(1), 1, 1}));
  ask_all(0);
  EXPECT_TRUE(hear(outbox, protocol::Bought{request(1), 1, 1, 1}, 0));
  EXPECT_TRUE(outbox.entries.empty());
  EXPECT_FALSE(hear(outbox, protocol::Bought{request(1), 1, 1, 1}, 0));
}

TEST_F(OutboxTest, ABusyServerIsAskedAgainWithGrowingPatience) {
  ASSERT_TRUE(keep(outbox, protocol::Buy{request(1), 1, 1}));
  uint64_t now_ms = 0, waited_ms = 0;
  for (int round = 0; round < 12; ++round) {
    ASSERT_EQ(ask_all(now_ms), 1u);
    EXPECT_FALSE(refuse(1, round % 2 == 0 ? protocol::RefusalKind::kBusy : protocol::RefusalKind::kInternal, now_ms));
    EXPECT_EQ(ask_all(now_ms), 0u);
    const uint64_t before_ms = now_ms;
    while (next_to_ask(outbox, now_ms) == nullptr) now_ms += 100;
    EXPECT_GE(now_ms - before_ms, waited_ms);
    waited_ms = now_ms - before_ms;
    EXPECT_LE(waited_ms, kLinkAskAgainMsMax);
  }
  EXPECT_TRUE(refuse(1, protocol::RefusalKind::kGone, now_ms)) << "a real answer is for the player";
  EXPECT_TRUE(outbox.entries.empty());
}

TEST_F(OutboxTest, PotsAreShownOneAtATimeAndHoldUpNothingElse) {
  for (uint8_t k = 1; k <= 3; ++k) ASSERT_TRUE(keep(outbox, protocol::Mint{request(k), {k}}));
  ASSERT_TRUE(keep(outbox, protocol::Buy{request(9), 1, 1}));
  EXPECT_EQ(ask_all(0), 2u);
  EXPECT_TRUE(hear(outbox, protocol::Minted{request(1), 1, {}}, 0));
  EXPECT_EQ(ask_all(0), 1u);
}

TEST_F(OutboxTest, HasAnEnd) {
  for (std::size_t k = 0; k < kOutboxMax; ++k) {
    protocol::RequestId id{};
    id[0] = static_cast<uint8_t>(k);
    id[1] = 1;
    ASSERT_TRUE(keep(outbox, protocol::Buy{id, 1, 1}));
  }
  const Result<Done> more = keep(outbox, protocol::Buy{request(255), 1, 1});
  ASSERT_FALSE(more);
  EXPECT_NE(more.error().what.find("256 unanswered"), std::string::npos);
}

TEST_F(OutboxTest, WhatWasNeverAskedForIsForThePlayer) {
  EXPECT_TRUE(hear(outbox, protocol::Sold{1, 1, 1, 1, "b"}, 0));
  EXPECT_TRUE(hear(outbox, protocol::Refused{{}, protocol::RefusalKind::kBadMessage, "r"}, 0));
}

// ---- link ----------------------------------------------------------------------------------------------------------

LinkPotter potter() {
  LinkPotter one;
  one.keys = piece::make_key_pair();
  one.nickname = "potter";
  one.language = "en";
  return one;
}

TEST(Link, WithoutAServerIsOfflineAndQuiet) {
  const auto link = make_link();
  EXPECT_EQ(link->status(), LinkStatus::kOffline);
  for (uint64_t now_ms = 0; now_ms < 10000; now_ms += 16) EXPECT_TRUE(link->poll(now_ms).empty());
  EXPECT_TRUE(link->trouble().empty());
}

TEST(Link, KeepsTryingWithGrowingPatience) {
  const auto link = make_link();
  link->connect({"127.0.0.1", 1}, potter());  // nobody listens there
  std::vector<uint64_t> lost_ms;
  for (uint64_t now_ms = 0; now_ms < 200000; now_ms += 50)
    for (const LinkEvent& event : link->poll(now_ms))
      if (const auto* lost = std::get_if<Lost>(&event)) {
        EXPECT_FALSE(lost->final);
        EXPECT_EQ(lost->reason, "no bazaar answers");
        lost_ms.push_back(now_ms);
      }
  ASSERT_GE(lost_ms.size(), 5u);
  EXPECT_GT(lost_ms.back() - lost_ms[lost_ms.size() - 2], lost_ms[1] - lost_ms[0]);
  EXPECT_EQ(link->trouble(), "no bazaar answers");
}

TEST(Link, ANameNobodyKnowsIsSaidSoWithoutHoldingUpAFrame) {
  const auto resolving = resolve("no-such-bazaar.invalid");
  for (int k = 0; k < 2000 && resolving->state == ResolveState::kAsking; ++k)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(resolving->state, ResolveState::kUnknown);
}

TEST(Link, NumbersAndLocalhostAreAnsweredAtOnce) {
  EXPECT_EQ(resolve("127.0.0.1")->state, ResolveState::kFound);
  EXPECT_EQ(resolve("localhost")->address_network_order, resolve("127.0.0.1")->address_network_order);
}

TEST(Link, KeepsRequestsWhileOfflineAndHandsThemBack) {
  const auto link = make_link();
  ASSERT_TRUE(link->send(protocol::Mint{request(1), {1, 2}}));
  ASSERT_TRUE(link->send(protocol::List{request(2), 3, 4}));
  ASSERT_TRUE(link->send(protocol::Walk{1, 2, 3}));
  ASSERT_TRUE(link->send(protocol::AskPieces{}));
  const auto waiting = link->unanswered();
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(std::get<protocol::Mint>(waiting[0]).record, (piece::Bytes{1, 2}));
  EXPECT_EQ(std::get<protocol::List>(waiting[1]).price_coins, 4);
}

TEST(Link, RefusesWhatTheServerWouldRefuse) {
  const auto link = make_link();
  const Result<Done> dear = link->send(protocol::List{request(1), 3, protocol::kPriceCoinsMax + 1});
  ASSERT_FALSE(dear);
  EXPECT_EQ(dear.error().where, "List.price_coins");
  EXPECT_FALSE(link->send(protocol::Hello{}));
  EXPECT_FALSE(link->send(protocol::Prove{}));
  EXPECT_TRUE(link->unanswered().empty());
}

TEST(Link, RequestIdsDoNotRepeat) {
  std::set<protocol::RequestId> ids;
  for (int k = 0; k < 1000; ++k) ids.insert(fresh_request());
  EXPECT_EQ(ids.size(), 1000u);
}

}  // namespace
}  // namespace sui::town
