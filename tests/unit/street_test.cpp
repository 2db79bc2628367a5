// Where potters stand: inside the street, no faster than they can walk, and each in sight of the nearest.
#include "server/bazaar/street.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "game/protocol/limits.h"

namespace sui::bazaar {
namespace {

TEST(Street, NewcomersStandInsideItAndNotInsideOneAnother) {
  Street street;
  for (uint64_t account = 1; account <= 8; ++account) enter(street, account, "a", 0);
  const protocol::Presence seen = presence(street, 1);
  ASSERT_EQ(seen.potters.size(), 8u);
  EXPECT_TRUE(protocol::check(protocol::FromServer{seen}));
  for (std::size_t a = 0; a < 8; ++a)
    for (std::size_t b = 0; b < a; ++b) EXPECT_NE(seen.potters[a].y_mm, seen.potters[b].y_mm);
}

TEST(Street, NobodyLeavesItWhateverTheyClaim) {
  Street street;
  enter(street, 1, "a", 0);
  std::mt19937 random(1);
  for (uint64_t now_ms = 0; now_ms < 200000; now_ms += 100) {
    walk(street, 1, {static_cast<int32_t>(random()), static_cast<int32_t>(random()), 3}, now_ms);
    ASSERT_TRUE(protocol::check(protocol::FromServer{presence(street, 1)}));
  }
}

TEST(Street, NobodyIsFasterThanAPotterCanWalk) {
  Street street;
  enter(street, 1, "a", 0);
  const protocol::Potter before = presence(street, 1).potters[0];
  for (uint64_t now_ms = 100; now_ms <= 2000; now_ms += 100)
    walk(street, 1, {protocol::kStreetLengthMm, before.y_mm, 0}, now_ms);
  const int32_t walked = presence(street, 1).potters[0].x_mm - before.x_mm;
  EXPECT_GT(walked, 2 * protocol::kWalkMmPerSecondMax * 9 / 10);
  EXPECT_LT(walked, 2 * protocol::kWalkMmPerSecondMax * 8 / 5) << "a little slack for packets that come in bunches";
}

TEST(Street, AHonestWalkerArrivesExactly) {
  Street street;
  enter(street, 1, "a", 0);
  walk(street, 1, {3000, 5000, 77}, 1000);
  const protocol::Potter at = presence(street, 1).potters[0];
  EXPECT_EQ(at.x_mm, 3000);
  EXPECT_EQ(at.y_mm, 5000);
  EXPECT_EQ(at.facing_256, 77);
}

TEST(Street, ComingBackKeepsThePlaceAndTakesTheNewName) {
  Street street;
  enter(street, 1, "old", 0);
  walk(street, 1, {3000, 5000, 0}, 1000);
  enter(street, 1, "new", 2000);
  ASSERT_EQ(street.walkers.size(), 1u);
  EXPECT_EQ(presence(street, 1).potters[0].x_mm, 3000);
  EXPECT_EQ(names(street).at(0).names.at(0).nickname, "new");
}

TEST(Street, WhoeverLeftIsNotSeen) {
  Street street;
  enter(street, 1, "a", 0);
  enter(street, 2, "b", 0);
  street.changed = false;
  leave(street, 1);
  EXPECT_TRUE(street.changed);
  EXPECT_EQ(presence(street, 2).potters.size(), 1u);
  street.changed = false;
  leave(street, 1);
  EXPECT_FALSE(street.changed);
}

TEST(Street, InACrowdEachSeesThemselfAndTheNearest) {
  Street street;
  for (uint64_t account = 1; account <= protocol::kPottersMax + 40; ++account) {
    enter(street, account, "a", 0);
    for (uint64_t now_ms = 1000; now_ms < 9000; now_ms += 1000)
      walk(street, account, {static_cast<int32_t>(account) * 200, 4000, 0}, now_ms);
  }
  EXPECT_FALSE(all_in_sight(street));
  const protocol::Presence seen = presence(street, 1);
  ASSERT_EQ(seen.potters.size(), protocol::kPottersMax);
  EXPECT_TRUE(protocol::check(protocol::FromServer{seen}));
  for (uint64_t account = 1; account <= protocol::kPottersMax; ++account)
    EXPECT_TRUE(std::any_of(seen.potters.begin(), seen.potters.end(),
                            [account](const protocol::Potter& potter) { return potter.account == account; }));
}

TEST(Street, AllNamesAreToldInMessagesOfLawfulLength) {
  Street street;
  for (uint64_t account = 1; account <= 250; ++account) enter(street, account, "a", 0);
  std::size_t told = 0;
  for (const protocol::Names& some : names(street)) {
    EXPECT_TRUE(protocol::check(protocol::FromServer{some}));
    told += some.names.size();
  }
  EXPECT_EQ(told, 250u);
}

}  // namespace
}  // namespace sui::bazaar
