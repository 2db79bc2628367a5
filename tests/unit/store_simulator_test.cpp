// A market day from one seed: many potters doing whatever comes to mind, some of it twice, some of it wrong, with the
// file closed and opened in between. A plain model in memory says what must have happened; coins and pots are counted
// after every step.
#include <map>
#include <random>
#include <set>

#include "server/store/limits.h"
#include "tests/unit/store_fixture.h"

namespace sui::test {
namespace {

using protocol::AccountId;
using protocol::ListingId;
using protocol::PieceId;

struct Model {
  struct Offer {
    PieceId piece = 0;
    AccountId seller = 0;
    int64_t price_coins = 0;
    bool open = true;
  };
  std::map<AccountId, int64_t> coins;
  std::map<PieceId, AccountId> owners;
  std::map<ListingId, Offer> offers;
  std::set<uint64_t> minted_pots;

  const Offer* open_offer_of(PieceId piece) const {
    for (const auto& [id, offer] : offers)
      if (offer.open && offer.piece == piece) return &offer;
    return nullptr;
  }
  std::size_t open_offers(AccountId seller) const {
    std::size_t count = 0;
    for (const auto& [id, offer] : offers) count += offer.open && (seller == 0 || offer.seller == seller) ? 1 : 0;
    return count;
  }
};

class MarketDay : public StoreTest, public testing::WithParamInterface<uint32_t> {
 protected:
  uint64_t roll(uint64_t below) { return random() % below; }
  AccountId any_potter() { return potters[roll(potters.size())]; }
  uint64_t number_of(AccountId account) const {
    for (std::size_t k = 0; k < potters.size(); ++k)
      if (potters[k] == account) return k + 1;
    return 0;
  }

  void mint_something() {
    const AccountId owner = any_potter();
    const uint64_t pot = roll(4) == 0 ? roll(next_pot) : next_pot++;
    const store::AddPiece job = mint_job(owner, number_of(owner), pot);
    const bool allowed = model.minted_pots.count(pot) == 0;
    const store::Outcome outcome = store->run_now(job);
    ASSERT_EQ(std::holds_alternative<protocol::Minted>(outcome), allowed);
    if (allowed) {
      model.minted_pots.insert(pot);
      model.owners[std::get<protocol::Minted>(outcome).piece] = owner;
    }
    last_job = job;
    last_outcome = outcome;
  }

  void list_something() {
    const PieceId piece = 1 + roll(model.owners.size() + 2);
    const int64_t price = static_cast<int64_t>(1 + roll(200));
    const auto owner = model.owners.find(piece);
    const AccountId seller = owner != model.owners.end() && roll(4) != 0 ? owner->second : any_potter();
    const bool allowed =
        owner != model.owners.end() && owner->second == seller && model.open_offer_of(piece) == nullptr &&
        model.open_offers(seller) < protocol::kListingsPerPotterMax && model.open_offers(0) < protocol::kStallsMax;
    const store::AddListing job{request(), seller, piece, price, now_ms()};
    const store::Outcome outcome = store->run_now(job);
    ASSERT_EQ(std::holds_alternative<protocol::Listed>(outcome), allowed);
    if (allowed) model.offers[std::get<protocol::Listed>(outcome).listing] = {piece, seller, price, true};
    last_job = job;
    last_outcome = outcome;
  }

  void withdraw_something() {
    const AccountId seller = any_potter();
    const ListingId listing = 1 + roll(model.offers.size() + 2);
    const auto offer = model.offers.find(listing);
    const bool allowed = offer != model.offers.end() && offer->second.open && offer->second.seller == seller;
    const store::EndListing job{request(), seller, listing, now_ms()};
    const store::Outcome outcome = store->run_now(job);
    ASSERT_EQ(std::holds_alternative<protocol::Withdrawn>(outcome), allowed);
    if (allowed) offer->second.open = false;
    last_job = job;
    last_outcome = outcome;
  }

  void buy_something() {
    const AccountId buyer = any_potter();
    ListingId listing = 1 + roll(model.offers.size() + 2);
    // Mostly what is really for sale; now and then what was, or never was.
    for (int k = 0; k < 20 && roll(8) != 0 && model.offers.count(listing) != 0 && !model.offers[listing].open; ++k)
      listing = 1 + roll(model.offers.size() + 2);
    const auto offer = model.offers.find(listing);
    const int64_t price = offer == model.offers.end() ? 5 : offer->second.price_coins + (roll(8) == 0 ? 1 : 0);
    const bool allowed = offer != model.offers.end() && offer->second.open && offer->second.seller != buyer &&
                         offer->second.price_coins == price && model.coins[buyer] >= price;
    const store::Purchase job{request(), buyer, listing, price, now_ms()};
    const store::Outcome outcome = store->run_now(job);
    ASSERT_EQ(std::holds_alternative<store::PurchaseRow>(outcome), allowed);
    if (allowed) {
      offer->second.open = false;
      model.coins[buyer] -= price;
      model.coins[offer->second.seller] += price;
      model.owners[offer->second.piece] = buyer;
      ++sales;
    }
    last_job = job;
    last_outcome = outcome;
  }

  void ask_again() {
    if (std::holds_alternative<store::ReadStalls>(last_job)) return;
    ASSERT_EQ(store->run_now(last_job).index(), last_outcome.index());
  }

  void expect_as_modelled() {
    const store::Audit audit = audited();
    ASSERT_TRUE(store::is_sound(audit)) << audit.faults[0];
    ASSERT_EQ(audit.coins_in_hands, static_cast<int64_t>(potters.size()) * protocol::kStartCoins);
    ASSERT_EQ(audit.pieces, model.owners.size());
    ASSERT_EQ(audit.listings_open, model.open_offers(0));
  }

  void expect_every_shelf_as_modelled() {
    for (const AccountId potter : potters) {
      const protocol::Pieces pieces = shelf(potter);
      ASSERT_EQ(pieces.coins, model.coins[potter]);
      std::size_t owned = 0;
      for (const auto& [piece, owner] : model.owners) owned += owner == potter ? 1 : 0;
      ASSERT_EQ(pieces.pieces.size(), owned);
      for (const protocol::OwnedPiece& piece : pieces.pieces) ASSERT_EQ(model.owners[piece.piece], potter);
    }
  }

  std::mt19937_64 random{GetParam()};
  std::vector<AccountId> potters;
  Model model;
  uint64_t next_pot = 1;
  int sales = 0;
  store::Job last_job = store::ReadStalls{};
  store::Outcome last_outcome;
};

TEST_P(MarketDay, EndsAsTheModelSays) {
  for (uint64_t k = 1; k <= 12; ++k) {
    potters.push_back(account(k).account);
    model.coins[potters.back()] = protocol::kStartCoins;
  }
  for (int step = 0; step < 600; ++step) {
    const uint64_t what = roll(100);
    if (what < 20) {
      mint_something();
    } else if (what < 45) {
      list_something();
    } else if (what < 52) {
      withdraw_something();
    } else if (what < 85) {
      buy_something();
    } else if (what < 98) {
      ask_again();
    } else {
      reopen();
    }
    if (HasFatalFailure()) FAIL() << "seed " << GetParam() << ", step " << step;
    expect_as_modelled();
    if (HasFatalFailure()) FAIL() << "seed " << GetParam() << ", step " << step;
  }
  expect_every_shelf_as_modelled();
  EXPECT_GT(sales, 20) << "a day on which hardly anything happened proves little";
}

INSTANTIATE_TEST_SUITE_P(Seeds, MarketDay, testing::Values(1u, 2u, 3u, 1004u));

}  // namespace
}  // namespace sui::test
