// What a player would notice in town: pots made off-line are registered once, what is bought comes home, what is sold
// goes, nobody pays twice; ducks stop at stalls, and others walk without jumping.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "game/town/dealings.h"
#include "game/town/jostling.h"
#include "game/town/layout.h"
#include "game/town/presence.h"
#include "game/town/walking.h"
#include "tests/unit/fake_files.h"

namespace sui::town {
namespace {

using protocol::FromClient;
using protocol::FromServer;
using shelf::MintState;
using test::FakeFiles;

class FakeLink final : public Link {
 public:
  void connect(const LinkAddress&, const LinkPotter&) override {}
  void disconnect() override {}
  const std::vector<LinkEvent>& poll(uint64_t) override { return events; }
  Result<Done> send(const FromClient& message) override {
    sent.push_back(message);
    return Done{};
  }
  LinkStatus status() const override { return LinkStatus::kProven; }
  const std::string& trouble() const override { return none; }
  std::vector<FromClient> unanswered() const override { return {}; }

  template <class Message>
  std::vector<Message> sent_of() const {
    std::vector<Message> found;
    for (const FromClient& message : sent)
      if (const auto* one = std::get_if<Message>(&message)) found.push_back(*one);
    return found;
  }

  std::vector<FromClient> sent;
  std::vector<LinkEvent> events;
  std::string none;
};

piece::Bench small_pot(double rpm) {
  piece::Bench bench = *piece::fresh_bench(craft::ClayStart{});
  craft::Act act;
  act.kind = craft::ActKind::kWheel;
  act.a = craft::to_fixed(rpm, craft::kPerRpm);
  EXPECT_TRUE(piece::act_on(bench, act));
  for (int tick = 0; tick < 150; ++tick) piece::step(bench);
  act = craft::Act{};
  act.kind = craft::ActKind::kCut;
  EXPECT_TRUE(piece::act_on(bench, act));
  piece::seal(bench);
  return bench;
}

// One potter at a bazaar that says what the test tells it to say.
class TownTest : public testing::Test {
 protected:
  void SetUp() override { shelf = *shelf::open_shelf(files, "zh"); }

  void make(double rpm) {
    const piece::Bench bench = small_pot(rpm);
    piece::Record record{bench.making, "听雨", {}, {}};
    piece::sign(record, shelf.keys);
    ASSERT_TRUE(shelf::add_piece(files, shelf, record, bench.workpiece, 1));
    dealings.look_round = true;
  }
  void hears(const LinkEvent& event) { hear(dealings, event, link, shelf, files, now_s, 7); }
  void says(const FromServer& message) { hears(LinkEvent(message)); }
  void arrives() {
    protocol::Welcome welcome;
    welcome.account = 5;
    welcome.coins = 500;
    hears(LinkEvent(Connected{welcome}));
  }
  void pass(double seconds) {
    for (double gone = 0; gone < seconds; gone += 0.5) {
      now_s += 0.5;
      offer(dealings, link, shelf, files, now_s);
    }
  }
  void registers(std::size_t piece, protocol::PieceId id) {
    protocol::Minted minted;
    minted.request = shelf.pieces[piece].request;
    minted.piece = id;
    says(minted);
  }
  std::vector<protocol::Mint> mints() const { return link.sent_of<protocol::Mint>(); }
  piece::Baked somebody_elses() const {
    const piece::Bench bench = small_pot(77);
    return piece::bake(piece::Record{bench.making, "远山", {}, {}}, bench.workpiece);
  }
  void tells_baked(protocol::PieceId id, const piece::Baked& baked) {
    says(protocol::BakedPiece{id, *piece::encode(baked)});
  }

  FakeFiles files;
  shelf::Shelf shelf;
  FakeLink link;
  Dealings dealings;
  double now_s = 1;
};

TEST_F(TownTest, WhatWasMadeOffLineIsRegisteredOnceWhenABazaarIsThere) {
  make(40);
  make(60);
  pass(30);
  EXPECT_TRUE(mints().empty()) << "nobody was there to hear it";
  arrives();
  pass(60);
  ASSERT_EQ(mints().size(), 2u);
  std::set<protocol::RequestId> requests;
  for (const protocol::Mint& mint : mints()) requests.insert(mint.request);
  EXPECT_EQ(requests.size(), 2u);
  registers(0, 11);
  registers(1, 12);
  pass(60);
  EXPECT_EQ(mints().size(), 2u);
  const shelf::Shelf again = *shelf::open_shelf(files, "zh");
  for (const shelf::ShelfPiece& piece : again.pieces) EXPECT_EQ(piece.mint, MintState::kMinted);
}

TEST_F(TownTest, AfterARestartItIsAskedForUnderTheSameId) {
  make(40);
  arrives();
  pass(2);
  ASSERT_EQ(mints().size(), 1u);
  const protocol::RequestId first = mints()[0].request;
  shelf = *shelf::open_shelf(files, "zh");
  dealings = {};
  arrives();
  pass(10);
  ASSERT_EQ(mints().size(), 2u);
  EXPECT_EQ(mints()[1].request, first);
}

TEST_F(TownTest, ARefusalIsKeptWithItsReasonAndNotAskedAgain) {
  make(40);
  arrives();
  pass(2);
  says(protocol::Refused{shelf.pieces[0].request, protocol::RefusalKind::kTampered, "record: differs"});
  EXPECT_EQ(shelf.pieces[0].mint, MintState::kRefused);
  EXPECT_EQ(shelf.pieces[0].reason, "refusal.tampered");
  ASSERT_FALSE(dealings.notices.empty());
  EXPECT_EQ(dealings.notices.back().kind, NoticeKind::kMintRefused);
  pass(120);
  EXPECT_EQ(mints().size(), 1u);
}

TEST_F(TownTest, ABusyBazaarIsAskedAgainLater) {
  make(40);
  arrives();
  pass(2);
  says(protocol::Refused{shelf.pieces[0].request, protocol::RefusalKind::kTooMany, "slowly"});
  pass(10);
  EXPECT_EQ(mints().size(), 1u);
  pass(30);
  EXPECT_EQ(mints().size(), 2u);
}

TEST_F(TownTest, WhatIsSoldGoesAndItsCoinsCome) {
  make(40);
  arrives();
  pass(2);
  registers(0, 11);
  list(dealings, link, 11, 120);
  const auto asked = link.sent_of<protocol::List>();
  ASSERT_EQ(asked.size(), 1u);
  says(protocol::Listed{asked[0].request, 3, 11, 120});
  EXPECT_EQ(shelf.pieces[0].listing_id, 3u);
  EXPECT_EQ(dealings.listing.state, AskState::kDone);
  says(protocol::Sold{3, 11, 120, 620, "阿福"});
  EXPECT_EQ(dealings.coins, 620);
  EXPECT_EQ(shelf.pieces[0].mint, MintState::kAway);
  EXPECT_EQ(shelf.pieces[0].listing_id, 0u);
  EXPECT_EQ(dealings.notices.back().name, "阿福");
}

TEST_F(TownTest, WhatWasSoldWhileAwayIsGoneOnReturn) {
  make(40);
  arrives();
  pass(2);
  registers(0, 11);
  says(protocol::Pieces{{}, 620});
  EXPECT_EQ(shelf.pieces[0].mint, MintState::kAway);
  EXPECT_EQ(dealings.coins, 620);
}

TEST_F(TownTest, ABoughtPotComesHomeAndIsStillThereAfterARestart) {
  arrives();
  protocol::Stall stall;
  stall.listing = 3;
  stall.piece = 21;
  stall.seller = 9;
  stall.seller_name = "小满";
  stall.price_coins = 100;
  says(protocol::Stalls{{stall}});
  buy(dealings, link, stall);
  buy(dealings, link, stall);  // pressed twice
  const auto asked = link.sent_of<protocol::Buy>();
  ASSERT_EQ(asked.size(), 1u) << "nobody pays twice";
  EXPECT_EQ(asked[0].price_coins, 100);
  says(protocol::Bought{asked[0].request, 3, 21, 400});
  EXPECT_EQ(dealings.coins, 400);
  protocol::OwnedPiece owned;
  owned.piece = 21;
  owned.fingerprint = somebody_elses().fingerprint;
  owned.maker_name = "小满";
  says(protocol::Pieces{{owned}, 400});
  pass(2);
  ASSERT_EQ(link.sent_of<protocol::AskBaked>().size(), 1u);
  tells_baked(21, somebody_elses());
  ASSERT_EQ(shelf.pieces.size(), 1u);
  const shelf::Shelf again = *shelf::open_shelf(files, "zh");
  ASSERT_EQ(again.pieces.size(), 1u);
  EXPECT_TRUE(again.pieces[0].bought);
  EXPECT_EQ(again.pieces[0].maker_name, "小满");
  EXPECT_EQ(again.pieces[0].piece_id, 21u);
}

TEST_F(TownTest, AnAnswerLostWithTheLineIsAskedForAgain) {
  arrives();
  protocol::OwnedPiece owned;
  owned.piece = 21;
  says(protocol::Pieces{{owned}, 400});
  pass(2);
  hears(LinkEvent(Lost{}));
  arrives();
  pass(2);
  EXPECT_EQ(link.sent_of<protocol::AskBaked>().size(), 2u);
  tells_baked(21, somebody_elses());
  pass(60);
  EXPECT_EQ(shelf.pieces.size(), 1u);
  EXPECT_EQ(link.sent_of<protocol::AskBaked>().size(), 2u) << "it is here";
}

TEST_F(TownTest, APieceOwnedButNotHereIsFetched) {
  arrives();
  protocol::OwnedPiece owned;
  owned.piece = 21;
  owned.fingerprint = somebody_elses().fingerprint;
  owned.maker_name = "小满";
  says(protocol::Pieces{{owned}, 400});
  pass(2);
  ASSERT_EQ(link.sent_of<protocol::AskBaked>().size(), 1u);
  tells_baked(21, somebody_elses());
  ASSERT_EQ(shelf.pieces.size(), 1u);
  says(protocol::Pieces{{owned}, 400});
  EXPECT_EQ(shelf.pieces.size(), 1u) << "told again, it is the same pot";
}

TEST_F(TownTest, MyOwnPotComesBackToItsPlace) {
  make(40);
  arrives();
  pass(2);
  registers(0, 11);
  const piece::Baked mine = shelf.pieces[0].baked;
  says(protocol::Sold{3, 11, 120, 620, "阿福"});
  protocol::Stall stall;
  stall.listing = 4;
  stall.piece = 11;
  stall.seller = 9;
  buy(dealings, link, stall);
  says(protocol::Bought{dealings.purchase.request, 4, 11, 500});
  protocol::OwnedPiece owned;
  owned.piece = 11;
  owned.fingerprint = mine.fingerprint;
  says(protocol::Pieces{{owned}, 500});
  ASSERT_EQ(shelf.pieces.size(), 1u);
  EXPECT_EQ(shelf.pieces[0].mint, MintState::kMinted);
  EXPECT_FALSE(shelf.pieces[0].bought);
}

TEST_F(TownTest, ARefusedPurchaseIsToldAndLeavesEverything) {
  arrives();
  protocol::Stall stall;
  stall.listing = 3;
  stall.price_coins = 100;
  buy(dealings, link, stall);
  says(protocol::Refused{dealings.purchase.request, protocol::RefusalKind::kGone, "sold"});
  EXPECT_EQ(dealings.purchase.state, AskState::kRefused);
  EXPECT_EQ(dealings.purchase.refusal_key, "refusal.gone");
  EXPECT_EQ(dealings.coins, 500);
  EXPECT_TRUE(shelf.pieces.empty());
}

TEST_F(TownTest, DamagedPicturesAreToldNotTrusted) {
  arrives();
  says(protocol::BakedPiece{21, {1, 2, 3}});
  EXPECT_EQ(dealings.notices.back().kind, NoticeKind::kTrouble);
  EXPECT_TRUE(dealings.baked.empty());
}

TEST(StreetLayout, EveryPlaceTheServerGivesHasARoomOfItsOwn) {
  std::set<std::pair<int, int>> seen;
  for (std::size_t place = 0; place < protocol::kStallsMax; ++place) {
    const int stall = stall_of_place(static_cast<uint16_t>(place)), slot = slot_of_place(static_cast<uint16_t>(place));
    EXPECT_TRUE(seen.emplace(stall, slot).second) << place;
    const Vec3 foot = slot_foot(stall, slot), middle = stall_middle(stall);
    EXPECT_LT(std::hypot(foot.x - middle.x, foot.z - middle.z), kStallHalfWidth + kStallHalfDepth);
  }
}

TEST(StreetLayout, BeforeEveryStallThereIsAPlaceToStandInsideTheStreet) {
  for (int stall = 0; stall < kStallCount; ++stall) {
    const Vec3 front = stall_front(stall);
    const Vec2 stands = standing_place(front.x, front.z);
    EXPECT_LT(std::hypot(stands.x - front.x, stands.y - front.z), kVisitDistance / 2) << stall;
    EXPECT_LT(-front.z, kStreetLength);
    const Vec2 wire = to_wire_mm(front);
    const Vec3 back = from_wire_mm(static_cast<int32_t>(wire.x), static_cast<int32_t>(wire.y));
    EXPECT_NEAR(back.x, front.x, 0.01);
    EXPECT_NEAR(back.z, front.z, 0.01);
    EXPECT_GE(wire.x, 0);
    EXPECT_LE(wire.x, static_cast<float>(protocol::kStreetLengthMm));
    EXPECT_GE(wire.y, 0);
    EXPECT_LE(wire.y, static_cast<float>(protocol::kStreetWidthMm));
  }
}

TEST(Walking, ADuckReachesEveryStallAndWalksThroughNone) {
  for (int stall = 0; stall < kStallCount; ++stall) {
    StreetPointer street = open_street(kSpawnX, kSpawnZ);
    Walker walker;
    walker.x = kSpawnX;
    walker.z = kSpawnZ;
    const Vec3 front = stall_front(stall);
    const Vec2 goal = standing_place(front.x, front.z);
    walker.has_goal = true;
    walker.goal_x = goal.x;
    walker.goal_z = goal.y;
    for (int frame = 0; frame < 60 * 25 && walker.has_goal; ++frame) walk(*street, walker, {}, {}, 1.0 / 60);
    EXPECT_LT(std::hypot(walker.x - front.x, walker.z - front.z), kVisitDistance) << stall;
    const Vec2 stands = standing_place(walker.x, walker.z);
    EXPECT_LT(std::hypot(stands.x - walker.x, stands.y - walker.z), 0.12f) << "inside a stall";
  }
}

TEST(Walking, ADuckDoesNotLeaveTheStreet) {
  for (const Vec2 way : {Vec2{0, -1}, Vec2{0, 1}, Vec2{1, 0}, Vec2{-1, 0}, Vec2{-0.7f, -0.7f}}) {
    StreetPointer street = open_street(0, -18);
    Walker walker;
    for (int frame = 0; frame < 60 * 20; ++frame) walk(*street, walker, way, {}, 1.0 / 60);
    EXPECT_LE(std::fabs(walker.x), kLaneHalf + 0.1f);
    EXPECT_LE(walker.z, 0.1f);
    EXPECT_GE(walker.z, -kStreetLength - 0.1f);
  }
}

protocol::Presence told(protocol::AccountId account, int32_t x_mm, int32_t y_mm) {
  return {{{account, x_mm, y_mm, 0}}};
}

TEST(Crowd, OthersWalkBetweenTheToldPlacesWithoutJumping) {
  Crowd crowd;
  double now_s = 10;
  float last_z = 0;
  bool first = true;
  for (int frame = 0; frame < 240; ++frame) {
    now_s += 1.0 / 60;
    // Ten a second, but every fourth is lost on the way.
    if (frame % 6 == 0 && frame % 24 != 0) {
      hear(crowd, told(2, 1500 + frame * 40, 4500), 1, now_s);
    }
    advance(crowd, now_s, 1.0 / 60);
    if (crowd.potters.empty()) continue;
    const float z = crowd.potters[0].z;
    EXPECT_TRUE(first || std::fabs(z - last_z) < 0.12f) << "frame " << frame;
    EXPECT_LE(-z, 1.5f + static_cast<float>(frame) * 0.04f) << "nobody is guessed ahead";
    last_z = z;
    first = false;
  }
  EXPECT_LT(last_z, -9.0f) << "and they do get somewhere";
}

TEST(Crowd, WhoIsNotToldOfAnyMoreFadesAndIAmNotAnOther) {
  Crowd crowd;
  hear(crowd, protocol::Names{{{2, "小满"}}});
  hear(crowd, told(1, 2000, 4500), 1, 10);
  EXPECT_TRUE(crowd.potters.empty());
  hear(crowd, told(2, 2000, 4500), 1, 10);
  for (int frame = 1; frame < 60; ++frame) advance(crowd, 10 + frame / 60.0, 1.0 / 60);
  ASSERT_EQ(crowd.potters.size(), 1u);
  EXPECT_EQ(crowd.potters[0].nickname, "小满");
  EXPECT_GT(crowd.potters[0].presence, 0.8f);
  for (int frame = 0; frame < 600; ++frame) advance(crowd, 11 + frame / 60.0, 1.0 / 60);
  EXPECT_TRUE(crowd.potters.empty());
}

OtherPotter duck_at(protocol::AccountId account, float x, float z) {
  OtherPotter duck;
  duck.account = account;
  duck.x = x;
  duck.z = z;
  duck.presence = 1;
  return duck;
}

TEST(Crowd, DucksInOneAnotherArePushedApartSquashedAndHeardOnce) {
  Crowd crowd;
  crowd.potters = {duck_at(1, 0, -5), duck_at(2, 0.2f, -5), duck_at(3, 0, -20), duck_at(4, 0, -20)};
  EXPECT_EQ(jostle(crowd, 0, -3, 1.0 / 60), 2) << "two nearby; those far down the street are not heard";
  EXPECT_GT(crowd.potters[0].squash, 0.9f);
  int heard = 0;
  for (int frame = 0; frame < 120; ++frame) heard += jostle(crowd, 0, -3, 1.0 / 60);
  EXPECT_EQ(heard, 0) << "standing close is no new bump";
  const auto apart = [&](std::size_t a, std::size_t b) {
    const OtherPotter &one = crowd.potters[a], &other = crowd.potters[b];
    return std::hypot(one.x + one.push_x - other.x - other.push_x, one.z + one.push_z - other.z - other.push_z);
  };
  EXPECT_GT(apart(0, 1), 0.9f * kElbowRoomM);
  EXPECT_GT(apart(2, 3), 0.3f) << "also when both were told the same place";
  EXPECT_FLOAT_EQ(crowd.potters[0].squash, 0);
  for (const OtherPotter& duck : crowd.potters) EXPECT_LE(std::hypot(duck.push_x, duck.push_z), kPushMostM + 1e-4f);
  crowd.potters[1].x = 3;
  for (int frame = 0; frame < 120; ++frame) (void)jostle(crowd, 0, -3, 1.0 / 60);
  EXPECT_NEAR(crowd.potters[0].push_x, 0, 0.01f) << "alone it stands where it is";
}

TEST(Crowd, NobodyIsDrawnInsideMe) {
  Crowd crowd;
  crowd.potters = {duck_at(1, 0.3f, -5)};
  for (int frame = 0; frame < 120; ++frame) (void)jostle(crowd, 0, -5, 1.0 / 60);
  EXPECT_GT(crowd.potters[0].x + crowd.potters[0].push_x, 0.6f);
}

TEST(Crowd, FacingSurvivesTheWire) {
  for (int facing = 0; facing < 256; ++facing) {
    const auto byte = static_cast<uint8_t>(facing);
    EXPECT_EQ(facing_to_256(facing_from_256(byte)), byte);
  }
}

}  // namespace
}  // namespace sui::town
