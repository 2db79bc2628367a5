// The market's promises: nothing is said before it is on disk, nobody is left without an answer, sellers hear of sales.
#include "server/market/market.h"

#include <gtest/gtest.h>

#include <deque>

#include "game/protocol/limits.h"
#include "server/market/limits.h"
#include "tests/unit/server_fakes.h"

namespace sui::test {
namespace {

using namespace sui::market;
using protocol::RefusalKind;

// A store whose disk the test moves by hand.
class FakeStore final : public store::Store {
 public:
  bool submit(store::Ticket ticket, store::Job job) override {
    if (full) return false;
    jobs.push_back({ticket, std::move(job)});
    return true;
  }
  std::vector<store::Finished> take_finished() override { return std::exchange(finished, {}); }
  store::Outcome run_now(const store::Job&) override { return store::Refusal{}; }
  Result<store::Audit> audit() override { return store::Audit{}; }

  template <class Job>
  const Job* waiting() const {
    for (const auto& [ticket, job] : jobs)
      if (const auto* one = std::get_if<Job>(&job)) return one;
    return nullptr;
  }
  // The first job of this kind is on disk, with this outcome.
  template <class Job>
  void commit(store::Outcome outcome) {
    for (auto one = jobs.begin(); one != jobs.end(); ++one) {
      if (!std::holds_alternative<Job>(one->second)) continue;
      finished.push_back({one->first, std::move(outcome)});
      jobs.erase(one);
      return;
    }
    FAIL() << "no such job waits";
  }

  bool full = false;
  std::deque<std::pair<store::Ticket, store::Job>> jobs;
  std::vector<store::Finished> finished;
};

class FakeVerifier final : public Verifier {
 public:
  bool submit(CheckTicket ticket, piece::Bytes record, const piece::PublicKey& potter) override {
    if (full) return false;
    tickets.push_back(ticket);
    records.push_back(std::move(record));
    potters.push_back(potter);
    return true;
  }
  std::vector<CheckedMint> take_checked() override { return std::exchange(checked, {}); }
  void answer(std::size_t at, std::variant<store::Refusal, Genuine> with) {
    checked.push_back({tickets.at(at), std::move(with), records.at(at), 1.0});
  }

  bool full = false;
  std::vector<CheckTicket> tickets;
  std::vector<piece::Bytes> records;
  std::vector<piece::PublicKey> potters;
  std::vector<CheckedMint> checked;
};

class MarketTest : public testing::Test {
 protected:
  static piece::PublicKey key(uint8_t number) {
    piece::PublicKey one{};
    one[0] = number;
    return one;
  }
  static protocol::RequestId request(uint8_t number) {
    protocol::RequestId id{};
    id[0] = number;
    return id;
  }
  void join(gate::PeerId peer, protocol::AccountId account) {
    market.join({peer, key(static_cast<uint8_t>(account)), "potter", "zh"});
    store.commit<store::FindAccount>(store::AccountRow{account, "potter", 500, false});
    settle();
    if (store.waiting<store::ReadStalls>() != nullptr) store.commit<store::ReadStalls>(protocol::Stalls{});
    while (store.waiting<store::ReadSold>() != nullptr) store.commit<store::ReadSold>(store::SoldRows{});
    settle();
    heard.clear();
  }
  void settle() {
    market.settle(news);
    for (Reply& reply : news.replies) heard.push_back(std::move(reply));
  }
  template <class Message>
  std::vector<Message> told(gate::PeerId peer) const {
    std::vector<Message> found;
    for (const Reply& reply : heard)
      if (const auto* one = std::get_if<Message>(&reply.message); one != nullptr && reply.peer == peer)
        found.push_back(*one);
    return found;
  }

  FakeStore store;
  FakeVerifier verifier;
  FakeClock clock;
  FakeLog log;
  Market market{store, verifier, clock, log};
  News news;
  std::vector<Reply> heard;
};

TEST_F(MarketTest, AWelcomeComesOnlyAfterTheAccountIsOnDisk) {
  market.join({1, key(1), "potter", "zh"});
  settle();
  EXPECT_TRUE(told<protocol::Welcome>(1).empty());
  ASSERT_NE(store.waiting<store::FindAccount>(), nullptr);
  EXPECT_EQ(store.waiting<store::FindAccount>()->coins_at_first, protocol::kStartCoins);
  store.commit<store::FindAccount>(store::AccountRow{7, "potter", 500, true});
  settle();
  ASSERT_EQ(told<protocol::Welcome>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Welcome>(1)[0].account, 7u);
  ASSERT_EQ(news.entered.size(), 1u);
  EXPECT_EQ(market.account_of(1), 7u);
}

TEST_F(MarketTest, NobodyTradesBeforeTheWelcome) {
  market.join({1, key(1), "potter", "zh"});
  market.hear(1, protocol::Buy{request(1), 1, 1});
  settle();
  ASSERT_EQ(told<protocol::Refused>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Refused>(1)[0].kind, RefusalKind::kNotProven);
  EXPECT_EQ(told<protocol::Refused>(1)[0].request, request(1));
}

TEST_F(MarketTest, NothingIsSaidOfADeedBeforeItIsOnDisk) {
  join(1, 7);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  for (int tick = 0; tick < 10; ++tick) settle();
  EXPECT_TRUE(heard.empty());
  ASSERT_NE(store.waiting<store::Purchase>(), nullptr);
  EXPECT_EQ(store.waiting<store::Purchase>()->buyer, 7u);
  EXPECT_EQ(store.waiting<store::Purchase>()->price_coins, 100);
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  ASSERT_EQ(told<protocol::Bought>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Bought>(1)[0].listing, 5u);
  EXPECT_EQ(told<protocol::Bought>(1)[0].coins_left, 400);
}

TEST_F(MarketTest, ASellerWhoIsHereHearsOfTheSaleAtOnce) {
  join(1, 7);
  join(2, 8);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  EXPECT_TRUE(told<protocol::Sold>(2).empty());
  store.commit<store::ReadSold>(store::SoldRows{{{5, 3, 100, 600, "buyer"}}});
  settle();
  ASSERT_EQ(told<protocol::Sold>(2).size(), 1u);
  EXPECT_EQ(told<protocol::Sold>(2)[0].coins, 600);
  EXPECT_TRUE(told<protocol::Sold>(1).empty());
}

TEST_F(MarketTest, ASellerWhoIsAwayIsAskedAboutOnlyOnReturn) {
  join(1, 7);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  EXPECT_EQ(store.waiting<store::ReadSold>(), nullptr) << "taken now, the news would be lost";
  market.join({2, key(8), "potter", "zh"});
  store.commit<store::FindAccount>(store::AccountRow{8, "potter", 600, false});
  settle();
  ASSERT_NE(store.waiting<store::ReadSold>(), nullptr);
  EXPECT_EQ(store.waiting<store::ReadSold>()->seller, 8u);
}

TEST_F(MarketTest, ASellerWhoLeavesBeforeTheNewsIsReadHearsItOnReturn) {
  join(1, 7);
  join(2, 8);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  market.leave(2);
  store.commit<store::ReadSold>(store::SoldRows{{{5, 3, 100, 600, "buyer"}}});
  settle();
  EXPECT_EQ(store.waiting<store::MarkTold>(), nullptr) << "nobody was told";
  market.join({3, key(8), "potter", "zh"});
  store.commit<store::FindAccount>(store::AccountRow{8, "potter", 600, false});
  settle();
  store.commit<store::ReadSold>(store::SoldRows{{{5, 3, 100, 600, "buyer"}}});
  settle();
  EXPECT_EQ(told<protocol::Sold>(3).size(), 1u);
  settle();
  ASSERT_NE(store.waiting<store::MarkTold>(), nullptr);
  EXPECT_EQ(store.waiting<store::MarkTold>()->listings, std::vector<protocol::ListingId>{5});
}

TEST_F(MarketTest, TwoSalesInARowAreEachToldOnce) {
  join(1, 7);
  join(2, 8);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  market.hear(1, protocol::Buy{request(2), 6, 100});
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  store.commit<store::Purchase>(store::PurchaseRow{4, 8, 100, 300, 700});
  settle();
  store.commit<store::ReadSold>(store::SoldRows{{{5, 3, 100, 700, "buyer"}}});
  settle();
  settle();
  EXPECT_EQ(store.waiting<store::ReadSold>(), nullptr) << "the first news is not marked yet";
  store.commit<store::MarkTold>(store::Told{});
  settle();
  store.commit<store::ReadSold>(store::SoldRows{{{6, 4, 100, 700, "buyer"}}});
  settle();
  EXPECT_EQ(told<protocol::Sold>(2).size(), 2u);
}

TEST_F(MarketTest, AKnownRecordIsNotThrownAgain) {
  join(1, 7);
  const piece::Bytes record{1, 2, 3};
  market.hear(1, protocol::Mint{request(1), record});
  verifier.answer(0, store::Refusal{RefusalKind::kTampered, "record: is forged"});
  settle();
  market.hear(1, protocol::Mint{request(2), record});
  settle();
  EXPECT_EQ(verifier.tickets.size(), 1u);
  const auto refusals = told<protocol::Refused>(1);
  ASSERT_EQ(refusals.size(), 2u);
  EXPECT_EQ(refusals[1].request, request(2));
  EXPECT_EQ(refusals[1].reason, refusals[0].reason);

  const piece::Bytes honest{4, 5, 6};
  market.hear(1, protocol::Mint{request(3), honest});
  verifier.answer(1, Genuine{});
  settle();
  store.commit<store::AddPiece>(protocol::Minted{request(3), 9, {}});
  settle();
  market.hear(1, protocol::Mint{request(3), honest});
  market.hear(1, protocol::Mint{request(4), honest});
  settle();
  EXPECT_EQ(verifier.tickets.size(), 2u);
  EXPECT_EQ(told<protocol::Minted>(1).size(), 2u) << "the same asking hears the same answer";
  ASSERT_EQ(told<protocol::Refused>(1).size(), 3u);
  EXPECT_EQ(told<protocol::Refused>(1)[2].kind, RefusalKind::kAlreadyMinted);
}

TEST_F(MarketTest, OnlySoManyRecordsAreRemembered) {
  join(1, 7);
  for (std::size_t k = 0; k <= kVerdictsKeptMax; ++k) {
    market.hear(1, protocol::Mint{request(1), {static_cast<uint8_t>(k), static_cast<uint8_t>(k >> 8), 1}});
    verifier.answer(verifier.tickets.size() - 1, store::Refusal{RefusalKind::kTampered, "record: is forged"});
    settle();
  }
  const std::size_t thrown = verifier.tickets.size();
  market.hear(1, protocol::Mint{request(1), {1, 0, 1}});
  EXPECT_EQ(verifier.tickets.size(), thrown) << "remembered";
  market.hear(1, protocol::Mint{request(1), {0, 0, 1}});
  EXPECT_EQ(verifier.tickets.size(), thrown + 1) << "the oldest was forgotten for the newest";
}

TEST_F(MarketTest, AnAnswerFindsThePotterOnANewConnection) {
  join(1, 7);
  market.hear(1, protocol::Buy{request(1), 5, 100});
  EXPECT_EQ(market.leave(1), 7u);
  join(2, 7);
  store.commit<store::Purchase>(store::PurchaseRow{3, 8, 100, 400, 600});
  settle();
  EXPECT_EQ(told<protocol::Bought>(2).size(), 1u);
  EXPECT_TRUE(told<protocol::Bought>(1).empty());
}

TEST_F(MarketTest, BeingReplacedIsNotLeaving) {
  join(1, 7);
  join(2, 7);
  EXPECT_EQ(market.leave(1), 0u);
  EXPECT_EQ(market.account_of(2), 7u);
  EXPECT_EQ(market.leave(2), 7u);
}

TEST_F(MarketTest, AFullStoreSaysBusyAndMeansIt) {
  join(1, 7);
  store.full = true;
  market.hear(1, protocol::List{request(3), 1, 1});
  settle();
  ASSERT_EQ(told<protocol::Refused>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Refused>(1)[0].kind, RefusalKind::kBusy);
  EXPECT_EQ(told<protocol::Refused>(1)[0].request, request(3));
  EXPECT_TRUE(market.idle());
}

TEST_F(MarketTest, ARecordIsRethrownBeforeItTouchesTheStore) {
  join(1, 7);
  market.hear(1, protocol::Mint{request(1), {1, 2, 3}});
  settle();
  EXPECT_EQ(store.waiting<store::AddPiece>(), nullptr);
  ASSERT_EQ(verifier.tickets.size(), 1u);
  EXPECT_EQ(verifier.potters[0], key(7)) << "checked against the key that logged in";
  verifier.answer(0, Genuine{{}, {}, key(7), "title", {9}});
  settle();
  const auto* job = store.waiting<store::AddPiece>();
  ASSERT_NE(job, nullptr);
  EXPECT_EQ(job->owner, 7u);
  EXPECT_EQ(job->record, (piece::Bytes{1, 2, 3}));
  EXPECT_TRUE(told<protocol::Minted>(1).empty());
  store.commit<store::AddPiece>(protocol::Minted{request(1), 4, {}});
  settle();
  EXPECT_EQ(told<protocol::Minted>(1).size(), 1u);
}

TEST_F(MarketTest, AForgeryIsRefusedWithItsReason) {
  join(1, 7);
  market.hear(1, protocol::Mint{request(1), {1}});
  verifier.answer(0, store::Refusal{RefusalKind::kTampered, "record: checkpoints differ at tick 360"});
  settle();
  ASSERT_EQ(told<protocol::Refused>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Refused>(1)[0].reason, "record: checkpoints differ at tick 360");
  EXPECT_EQ(store.waiting<store::AddPiece>(), nullptr);
}

TEST_F(MarketTest, TheSameMintAskedAgainIsRethrownOnce) {
  join(1, 7);
  market.hear(1, protocol::Mint{request(1), {1}});
  market.hear(1, protocol::Mint{request(1), {1}});
  EXPECT_EQ(verifier.tickets.size(), 1u);
}

TEST_F(MarketTest, OnePottersPotsDoNotFillTheQueue) {
  join(1, 7);
  join(2, 8);
  for (uint8_t k = 0; k < 5; ++k) market.hear(1, protocol::Mint{request(k), {k}});
  market.hear(2, protocol::Mint{request(9), {9}});
  settle();
  EXPECT_EQ(verifier.tickets.size(), kChecksPerPotterMax + 1);
  EXPECT_EQ(told<protocol::Refused>(1).size(), 5 - kChecksPerPotterMax);
  EXPECT_EQ(told<protocol::Refused>(1)[0].kind, RefusalKind::kBusy);
  EXPECT_TRUE(told<protocol::Refused>(2).empty());
}

TEST_F(MarketTest, AFullVerifierSaysBusy) {
  join(1, 7);
  verifier.full = true;
  market.hear(1, protocol::Mint{request(1), {1}});
  settle();
  ASSERT_EQ(told<protocol::Refused>(1).size(), 1u);
  EXPECT_EQ(told<protocol::Refused>(1)[0].kind, RefusalKind::kBusy);
}

TEST_F(MarketTest, TheStreetHearsOfStallsWhenTheyChangeAndOnlyThen) {
  join(1, 7);
  market.hear(1, protocol::List{request(1), 3, 50});
  store.commit<store::AddListing>(protocol::Listed{request(1), 5, 3, 50});
  settle();
  store.commit<store::ReadStalls>(protocol::Stalls{{{5, 3, 7, "potter", "title", 50, 0}}});
  settle();
  EXPECT_TRUE(news.stalls_changed);
  EXPECT_EQ(market.stalls().stalls.size(), 1u);
  settle();
  EXPECT_FALSE(news.stalls_changed);
  EXPECT_EQ(store.waiting<store::ReadStalls>(), nullptr);
}

TEST_F(MarketTest, ANewNameIsOnTheStallToo) {
  join(1, 7);
  market.hear(1, protocol::List{request(1), 3, 50});
  store.commit<store::AddListing>(protocol::Listed{request(1), 5, 3, 50});
  settle();
  store.commit<store::ReadStalls>(protocol::Stalls{{{5, 3, 7, "potter", "title", 50, 0}}});
  settle();
  market.join({2, key(7), "master", "zh"});
  store.commit<store::FindAccount>(store::AccountRow{7, "master", 500, false});
  settle();
  ASSERT_NE(store.waiting<store::ReadStalls>(), nullptr);
  store.commit<store::ReadStalls>(protocol::Stalls{{{5, 3, 7, "master", "title", 50, 0}}});
  settle();
  EXPECT_TRUE(news.stalls_changed);
}

TEST_F(MarketTest, StallsThatCouldNotBeReadAreReadAgain) {
  join(1, 7);
  market.hear(1, protocol::List{request(1), 3, 50});
  store.commit<store::AddListing>(protocol::Listed{request(1), 5, 3, 50});
  settle();
  store.commit<store::ReadStalls>(store::Refusal{RefusalKind::kInternal, "disk"});
  settle();
  EXPECT_NE(store.waiting<store::ReadStalls>(), nullptr);
  EXPECT_EQ(log.events["store_fault"], 1);
}

}  // namespace
}  // namespace sui::test
