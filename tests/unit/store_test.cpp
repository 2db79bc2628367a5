// One owner for every pot, a history for every coin, and nothing that happens twice because it was asked twice.
#include "server/store/limits.h"
#include "tests/unit/store_fixture.h"

namespace sui::test {
namespace {

using protocol::RefusalKind;
using store::PurchaseRow;

class Store : public StoreTest {
 protected:
  Store() : seller(account(1).account), buyer(account(2).account) {}
  protocol::AccountId seller, buyer;
};

TEST_F(Store, ANewPotterGetsTheFirstCoinsOnce) {
  const store::AccountRow first = account(7);
  EXPECT_TRUE(first.fresh);
  EXPECT_EQ(first.coins, protocol::kStartCoins);
  const store::AccountRow again = account(7);
  EXPECT_FALSE(again.fresh);
  EXPECT_EQ(again.account, first.account);
  EXPECT_EQ(again.coins, protocol::kStartCoins);
  expect_sound();
}

TEST_F(Store, APotterMayTakeANewName) {
  const auto renamed =
      std::get<store::AccountRow>(store->run_now(store::FindAccount{key_of(1), "碎碎", 500, now_ms()}));
  EXPECT_EQ(renamed.account, seller);
  EXPECT_EQ(renamed.nickname, "碎碎");
  list(seller, mint(seller, 1, 1), 5);
  EXPECT_EQ(stalls().stalls.at(0).seller_name, "碎碎");
}

TEST_F(Store, NobodyLogsInAsTheMint) {
  expect_refused(store->run_now(store::FindAccount{{}, "thief", 500, now_ms()}), RefusalKind::kNotProven, "zero");
}

TEST_F(Store, APotGoesFromMakerToBuyerAndCoinsTheOtherWay) {
  const protocol::PieceId pot = mint(seller, 1, 1);
  const protocol::ListingId listing = list(seller, pot, 120);
  ASSERT_EQ(stalls().stalls.size(), 1u);
  EXPECT_EQ(stalls().stalls[0].title, "pot 1");
  const auto row = std::get<PurchaseRow>(buy(buyer, listing, 120));
  EXPECT_EQ(row.piece, pot);
  EXPECT_EQ(row.buyer_coins, 380);
  EXPECT_EQ(row.seller_coins, 620);
  EXPECT_TRUE(shelf(seller).pieces.empty());
  ASSERT_EQ(shelf(buyer).pieces.size(), 1u);
  EXPECT_EQ(shelf(buyer).pieces[0].maker_name, "potter 1");
  EXPECT_EQ(shelf(buyer).pieces[0].listing, 0u);
  EXPECT_TRUE(stalls().stalls.empty());
  expect_sound();
  reopen();
  EXPECT_EQ(coins(seller), 620);
  EXPECT_EQ(coins(buyer), 380);
  expect_sound();
}

TEST_F(Store, AskingAgainHearsTheSameAndChangesNothing) {
  const store::AddPiece minting = mint_job(seller, 1, 1);
  const auto minted = std::get<protocol::Minted>(store->run_now(minting));
  const store::AddListing listing_job{request(), seller, minted.piece, 100, now_ms()};
  const auto listed = std::get<protocol::Listed>(store->run_now(listing_job));
  const store::Purchase buying{request(), buyer, listed.listing, 100, now_ms()};
  ASSERT_TRUE(std::holds_alternative<PurchaseRow>(store->run_now(buying)));
  const uint64_t entries = audited().ledger_rows;
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(std::get<protocol::Minted>(store->run_now(minting)).piece, minted.piece);
    EXPECT_EQ(std::get<protocol::Listed>(store->run_now(listing_job)).listing, listed.listing);
    const auto row = std::get<PurchaseRow>(store->run_now(buying));
    EXPECT_EQ(row.piece, minted.piece);
    EXPECT_EQ(row.price_coins, 100);
    EXPECT_EQ(row.buyer_coins, 400);
    if (round == 1) reopen();
  }
  EXPECT_EQ(audited().ledger_rows, entries);
  EXPECT_EQ(coins(buyer), 400);
  expect_sound();
}

TEST_F(Store, WithdrawingTwiceIsOnce) {
  const protocol::ListingId listing = list(seller, mint(seller, 1, 1), 100);
  const store::EndListing ending{request(), seller, listing, now_ms()};
  EXPECT_TRUE(std::holds_alternative<protocol::Withdrawn>(store->run_now(ending)));
  EXPECT_TRUE(std::holds_alternative<protocol::Withdrawn>(store->run_now(ending)));
  expect_refused(store->run_now(store::EndListing{request(), seller, listing, now_ms()}), RefusalKind::kGone,
                 "taken back");
  expect_refused(buy(buyer, listing, 100), RefusalKind::kGone, "taken back");
  expect_sound();
}

TEST_F(Store, ARefusalStaysARefusalForItsRequest) {
  const protocol::ListingId dear = list(seller, mint(seller, 1, 1), 600);
  const store::Purchase job{request(), buyer, dear, 600, now_ms()};
  expect_refused(store->run_now(job), RefusalKind::kTooPoor, "costs 600 coins, you have 500");
  const protocol::PieceId own = mint(buyer, 2, 2);
  ASSERT_TRUE(std::holds_alternative<PurchaseRow>(buy(seller, list(buyer, own, 200), 200)));
  expect_refused(store->run_now(job), RefusalKind::kTooPoor, "you have 500");
  EXPECT_TRUE(std::holds_alternative<PurchaseRow>(buy(buyer, dear, 600))) << "a new request is a new question";
  expect_sound();
}

TEST_F(Store, AFullShelfIsNoAnswerForGood) {
  const auto potter = account(1).account;
  const auto pot = mint(potter, 1, 1);
  const auto listing = list(potter, pot, 5);
  const store::AddListing again{request(), potter, pot, 6, now_ms()};
  expect_refused(store->run_now(again), RefusalKind::kTooMany, "on a stall already");
  ASSERT_TRUE(std::holds_alternative<protocol::Withdrawn>(
      store->run_now(store::EndListing{request(), potter, listing, now_ms()})));
  EXPECT_TRUE(std::holds_alternative<protocol::Listed>(store->run_now(again)));
}

TEST_F(Store, NoPurseIsFilledPastItsLimit) {
  const auto rich = std::get<store::AccountRow>(
                        store->run_now(store::FindAccount{key_of(9), "rich", protocol::kCoinsMax - 50, now_ms()}))
                        .account;
  const auto listing = list(rich, mint(rich, 9, 1), 51);
  expect_refused(buy(buyer, listing, 51), RefusalKind::kTooMany, "its seller's purse holds no more coins");
  EXPECT_EQ(coins(buyer), protocol::kStartCoins);
  const auto cheaper = list(rich, mint(rich, 9, 2), 50);
  EXPECT_TRUE(std::holds_alternative<PurchaseRow>(buy(buyer, cheaper, 50)));
  EXPECT_EQ(coins(rich), protocol::kCoinsMax);
}

TEST_F(Store, OnlyTheNewestRefusalsOfAPotterAreKept) {
  const store::Purchase first{request(), buyer, 1, 100, now_ms()};
  const store::Purchase second{request(), buyer, 1, 100, now_ms()};
  expect_refused(store->run_now(first), RefusalKind::kGone, "there is none");
  expect_refused(store->run_now(second), RefusalKind::kGone, "there is none");
  for (std::size_t k = 2; k <= store::kRefusalsKeptMax; ++k) buy(buyer, 1, 100);
  ASSERT_EQ(list(seller, mint(seller, 1, 1), 100), 1u);
  expect_refused(store->run_now(second), RefusalKind::kGone, "there is none");
  EXPECT_TRUE(std::holds_alternative<PurchaseRow>(store->run_now(first))) << "forgotten, so it is asked anew";
}

TEST_F(Store, OldRefusalsAreForgottenSoThatTheyNeverFillTheDisk) {
  const store::Purchase job{request(), buyer, 99, 1, now_ms()};
  expect_refused(store->run_now(job), RefusalKind::kGone, "there is none");
  store::Purchase later{request(), buyer, 98, 1, now_ms() + store::kRefusalKeptMs + 1000};
  expect_refused(store->run_now(later), RefusalKind::kGone, "there is none");
  list(seller, mint(seller, 1, 1), 1);
  store::Purchase other = job;
  other.listing = 1;  // had the first been remembered, this would be "stood for something else"
  EXPECT_TRUE(std::holds_alternative<PurchaseRow>(store->run_now(other)));
}

TEST_F(Store, OneRequestNeverStandsForTwoThings) {
  const protocol::PieceId pot = mint(seller, 1, 1);
  store::AddListing job{request(), seller, pot, 100, now_ms()};
  ASSERT_TRUE(std::holds_alternative<protocol::Listed>(store->run_now(job)));
  job.price_coins = 1;
  expect_refused(store->run_now(job), RefusalKind::kBadMessage, "something else");
  expect_refused(store->run_now(store::Purchase{job.request, seller, 1, 100, now_ms()}), RefusalKind::kBadMessage,
                 "something else");
  EXPECT_EQ(stalls().stalls.at(0).price_coins, 100);
}

TEST_F(Store, TwoPottersMayUseTheSameRequestId) {
  const protocol::RequestId shared = request();
  store::AddPiece mine = mint_job(seller, 1, 1), theirs = mint_job(buyer, 2, 2);
  mine.request = theirs.request = shared;
  EXPECT_NE(std::get<protocol::Minted>(store->run_now(mine)).piece,
            std::get<protocol::Minted>(store->run_now(theirs)).piece);
}

TEST_F(Store, ThePriceSeenIsThePricePaidOrNothing) {
  const protocol::ListingId listing = list(seller, mint(seller, 1, 1), 100);
  expect_refused(buy(buyer, listing, 99), RefusalKind::kPriceChanged, "costs 100 coins, not 99");
  expect_refused(buy(buyer, listing, 101), RefusalKind::kPriceChanged, "costs 100 coins, not 101");
  EXPECT_EQ(coins(buyer), protocol::kStartCoins);
  expect_sound();
}

TEST_F(Store, NobodyBuysFromThemself) {
  const protocol::ListingId listing = list(seller, mint(seller, 1, 1), 100);
  expect_refused(buy(seller, listing, 100), RefusalKind::kNotYours, "your own");
}

TEST_F(Store, OnlyTheOwnerListsOrWithdraws) {
  const protocol::PieceId pot = mint(seller, 1, 1);
  expect_refused(store->run_now(store::AddListing{request(), buyer, pot, 5, now_ms()}), RefusalKind::kNotYours,
                 "another potter");
  expect_refused(store->run_now(store::AddListing{request(), buyer, 999, 5, now_ms()}), RefusalKind::kGone,
                 "there is none");
  const protocol::ListingId listing = list(seller, pot, 5);
  expect_refused(store->run_now(store::EndListing{request(), buyer, listing, now_ms()}), RefusalKind::kNotYours,
                 "another potter");
  expect_refused(store->run_now(store::AddListing{request(), seller, pot, 6, now_ms()}), RefusalKind::kTooMany,
                 "on a stall already");
  ASSERT_TRUE(std::holds_alternative<PurchaseRow>(buy(buyer, listing, 5)));
  expect_refused(store->run_now(store::AddListing{request(), seller, pot, 5, now_ms()}), RefusalKind::kNotYours,
                 "another potter");
}

TEST_F(Store, APotIsMintedOnce) {
  mint(seller, 1, 1);
  expect_refused(store->run_now(mint_job(seller, 1, 1)), RefusalKind::kAlreadyMinted, "piece 1 already");
  expect_refused(store->run_now(mint_job(buyer, 2, 1)), RefusalKind::kAlreadyMinted, "piece 1 already");
  store::AddPiece enamelled = mint_job(seller, 1, 1);
  enamelled.fingerprint = fingerprint_of(77);
  expect_refused(store->run_now(enamelled), RefusalKind::kAlreadyMinted, "piece 1 already");
  EXPECT_EQ(audited().pieces, 1u);
}

TEST_F(Store, OfManyBuyersAtOnceExactlyOneGetsThePot) {
  const protocol::ListingId listing = list(seller, mint(seller, 1, 1), 100);
  std::vector<protocol::AccountId> buyers;
  for (uint64_t k = 0; k < 50; ++k) buyers.push_back(account(100 + k).account);
  for (uint64_t k = 0; k < buyers.size(); ++k)
    ASSERT_TRUE(store->submit(k, store::Purchase{request(), buyers[k], listing, 100, now_ms()}));
  std::vector<store::Finished> finished;
  while (finished.size() < buyers.size())
    for (store::Finished& one : store->take_finished()) finished.push_back(std::move(one));
  std::size_t bought = 0;
  for (const store::Finished& one : finished) {
    bought += std::holds_alternative<PurchaseRow>(one.outcome) ? 1 : 0;
    if (!std::holds_alternative<PurchaseRow>(one.outcome)) expect_refused(one.outcome, RefusalKind::kGone, "is sold");
  }
  EXPECT_EQ(bought, 1u);
  EXPECT_EQ(coins(seller), protocol::kStartCoins + 100);
  expect_sound();
}

TEST_F(Store, TheSameRequestAThousandTimesAtOnceIsOneDeed) {
  const protocol::ListingId listing = list(seller, mint(seller, 1, 1), 100);
  const store::Purchase job{request(), buyer, listing, 100, now_ms()};
  std::size_t sent = 0, answered = 0;
  while (answered < 1000) {
    if (sent < 1000 && store->submit(sent, job)) ++sent;
    for (const store::Finished& one : store->take_finished()) {
      ++answered;
      EXPECT_EQ(std::get<PurchaseRow>(one.outcome).buyer_coins, 400);
    }
  }
  EXPECT_EQ(coins(buyer), 400);
  expect_sound();
}

TEST_F(Store, AFullQueueSaysSoAndLosesNothing) {
  std::size_t taken = 0;
  while (store->submit(taken, store::ReadStalls{})) ASSERT_LE(++taken, store::kQueueMax);
  EXPECT_EQ(taken, store::kQueueMax);
  std::size_t answered = 0;
  while (answered < taken) answered += store->take_finished().size();
  EXPECT_TRUE(store->submit(1, store::ReadStalls{}));
}

TEST_F(Store, ASellerWhoWasAwayIsToldOnce) {
  const protocol::PieceId pot = mint(seller, 1, 1);
  const protocol::ListingId listing = list(seller, pot, 100);
  ASSERT_TRUE(std::holds_alternative<PurchaseRow>(buy(buyer, listing, 100)));
  reopen();
  const auto rows = std::get<store::SoldRows>(store->run_now(store::ReadSold{seller}));
  ASSERT_EQ(rows.sold.size(), 1u);
  EXPECT_EQ(rows.sold[0].listing, listing);
  EXPECT_EQ(rows.sold[0].piece, pot);
  EXPECT_EQ(rows.sold[0].coins, 600);
  EXPECT_EQ(rows.sold[0].buyer, "potter 2");
  EXPECT_EQ(std::get<store::SoldRows>(store->run_now(store::ReadSold{seller})).sold.size(), 1u) << "read, not yet told";
  ASSERT_TRUE(std::holds_alternative<store::Told>(store->run_now(store::MarkTold{seller, {listing}})));
  EXPECT_TRUE(std::get<store::SoldRows>(store->run_now(store::ReadSold{seller})).sold.empty());
}

TEST_F(Store, StallsFillFromTheFirstFreePlace) {
  const protocol::ListingId first = list(seller, mint(seller, 1, 1), 1);
  list(seller, mint(seller, 1, 2), 1);
  ASSERT_TRUE(std::holds_alternative<PurchaseRow>(buy(buyer, first, 1)));
  list(seller, mint(seller, 1, 3), 1);
  const protocol::Stalls street = stalls();
  ASSERT_EQ(street.stalls.size(), 2u);
  EXPECT_EQ(street.stalls[0].place, 0);
  EXPECT_EQ(street.stalls[0].title, "pot 3");
  EXPECT_EQ(street.stalls[1].place, 1);
}

TEST_F(Store, NoPotterFillsTheStreetAloneAndTheStreetHasAnEnd) {
  uint64_t pot = 0;
  for (std::size_t k = 0; k < protocol::kListingsPerPotterMax; ++k) list(seller, mint(seller, 1, ++pot), 1);
  expect_refused(store->run_now(store::AddListing{request(), seller, mint(seller, 1, ++pot), 1, now_ms()}),
                 RefusalKind::kTooMany, "the most one potter may");
  std::size_t open = protocol::kListingsPerPotterMax;
  for (uint64_t potter = 1000; open < protocol::kStallsMax; ++potter) {
    const protocol::AccountId other = account(potter).account;
    for (std::size_t k = 0; k < protocol::kListingsPerPotterMax && open < protocol::kStallsMax; ++k, ++open)
      list(other, mint(other, potter, ++pot), 1);
  }
  expect_refused(store->run_now(store::AddListing{request(), buyer, mint(buyer, 2, ++pot), 1, now_ms()}),
                 RefusalKind::kTooMany, "every stall");
  EXPECT_EQ(stalls().stalls.size(), protocol::kStallsMax);
  expect_sound();
}

TEST_F(Store, AShelfHasAnEnd) {
  for (uint64_t pot = 1; pot <= protocol::kPiecesMax; ++pot)
    store->submit(pot, mint_job(buyer, 2, pot)), static_cast<void>(store->take_finished());
  expect_refused(store->run_now(mint_job(buyer, 2, 5000)), RefusalKind::kTooMany, "the most one potter can keep");
  const protocol::ListingId listing = list(seller, mint(seller, 1, 6000), 1);
  expect_refused(buy(buyer, listing, 1), RefusalKind::kTooMany, "the most one potter can keep");
  EXPECT_EQ(shelf(buyer).pieces.size(), protocol::kPiecesMax);
}

TEST_F(Store, TheBakedFormIsForEverybody) {
  const protocol::PieceId pot = mint(seller, 1, 1);
  EXPECT_EQ(std::get<protocol::BakedPiece>(store->run_now(store::ReadBaked{pot})).baked, (piece::Bytes{4, 5}));
  expect_refused(store->run_now(store::ReadBaked{77}), RefusalKind::kGone, "there is none");
}

// A disk that fails at any one statement leaves either the whole deed or nothing of it, and the books in order.
TEST_F(Store, AFaultAtAnyStatementLeavesAllOrNothing) {
  uint64_t pot = 0;
  for (const int deed : {0, 1, 2, 3}) {
    bool done = false;
    for (int strike = 1; !done; ++strike) {
      ASSERT_LT(strike, 200);
      ++pot;
      const protocol::PieceId piece = deed == 0 ? 0 : mint(seller, 1, pot);
      const protocol::ListingId listing = deed <= 1 ? 0 : list(seller, piece, 1);
      store::Job job = mint_job(seller, 1, pot);
      if (deed == 1) job = store::AddListing{request(), seller, piece, 1, now_ms()};
      if (deed == 2) job = store::EndListing{request(), seller, listing, now_ms()};
      if (deed == 3) job = store::Purchase{request(), buyer, listing, 1, now_ms()};
      const int64_t before = coins(buyer);
      int left = strike;
      reopen({false, [&left] { return --left == 0; }});
      const store::Outcome struck = store->run_now(job);
      done = left > 0;
      reopen();
      expect_sound();
      const auto* refusal = std::get_if<store::Refusal>(&struck);
      EXPECT_EQ(refusal == nullptr, done);
      if (refusal != nullptr) {
        EXPECT_EQ(refusal->kind, RefusalKind::kInternal);
      }
      if (deed == 3) {
        EXPECT_EQ(coins(buyer), done ? before - 1 : before);
      }
      // Asked again, it is done, and done once.
      EXPECT_FALSE(std::holds_alternative<store::Refusal>(store->run_now(job)));
      if (deed == 3) {
        EXPECT_EQ(coins(buyer), before - 1);
      }
      if (deed == 1) store->run_now(store::EndListing{request(), seller, stalls().stalls.at(0).listing, now_ms()});
    }
  }
}

// One bad job among many that share a commit takes none of the others with it.
TEST_F(Store, AFaultInAGroupIsOnlyTheFaultysOwn) {
  std::vector<protocol::ListingId> listings;
  for (uint64_t pot = 1; pot <= 20; ++pot) listings.push_back(list(seller, mint(seller, 1, pot), 1));
  int left = 1000000;
  reopen({false, [&left] { return --left == 0; }});
  for (int strike = 20; strike < 400; strike += 37) {
    left = strike;
    std::vector<store::Purchase> jobs;
    for (const protocol::ListingId listing : listings) jobs.push_back({request(), buyer, listing, 1, now_ms()});
    for (std::size_t k = 0; k < jobs.size(); ++k) ASSERT_TRUE(store->submit(k, jobs[k]));
    std::size_t answered = 0, faults = 0;
    while (answered < jobs.size())
      for (const store::Finished& one : store->take_finished()) {
        ++answered;
        const auto* refusal = std::get_if<store::Refusal>(&one.outcome);
        faults += refusal != nullptr && refusal->kind == RefusalKind::kInternal ? 1 : 0;
      }
    EXPECT_LE(faults, 1u);
  }
  reopen();
  expect_sound();
  EXPECT_EQ(coins(buyer), protocol::kStartCoins - 20);
}

}  // namespace
}  // namespace sui::test
