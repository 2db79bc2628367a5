// What a player would notice about the shelf: pots and key come back after a restart, a damaged file costs nothing
// else, an unfinished pot waits, and a pot asks to be minted with one id for ever.
#include "game/shelf/shelf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "game/piece/limits.h"
#include "game/shelf/nickname.h"
#include "tests/unit/fake_files.h"

namespace sui::shelf {
namespace {

using test::FakeFiles;

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

struct Kept {
  piece::Record record;
  craft::Workpiece workpiece;
};

Kept add(FakeFiles& files, Shelf& shelf, const std::string& title, double rpm, uint64_t now_ms) {
  const piece::Bench bench = small_pot(rpm);
  Kept kept{{bench.making, title, {}, {}}, bench.workpiece};
  piece::sign(kept.record, shelf.keys);
  const auto added = add_piece(files, shelf, kept.record, kept.workpiece, now_ms);
  EXPECT_TRUE(added) << (added ? "" : to_text(added.error()));
  return kept;
}

std::string only_name(const FakeFiles& files, const std::string& end) {
  for (const auto& [name, bytes] : files.contents) {
    if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0 &&
        name.compare(0, 6, "piece-") == 0) {
      return name;
    }
  }
  ADD_FAILURE() << "no piece file ends in " << end;
  return {};
}

void damage(FakeFiles& files, const std::string& name) {
  ASSERT_FALSE(files.contents[name].empty());
  files.contents[name].resize(files.contents[name].size() / 2);
  files.contents[name].push_back(0x7f);
}

TEST(Shelf, TheSamePotterComesBack) {
  FakeFiles files;
  const Shelf first = *open_shelf(files, "zh");
  const Shelf second = *open_shelf(files, "en");
  EXPECT_EQ(first.keys.public_key, second.keys.public_key);
  EXPECT_EQ(first.nickname, second.nickname);
  EXPECT_EQ(second.language, "zh") << "the first choice stays, whatever the system speaks later";
}

TEST(Shelf, TheChosenCompanionIsThereAfterARestart) {
  FakeFiles files;
  Shelf first = *open_shelf(files, "zh");
  EXPECT_EQ(first.settings.companion, "duck");
  first.settings.companion = "arhat";
  first.settings.picture = 2;
  ASSERT_TRUE(keep_settings(files, first));
  EXPECT_EQ(open_shelf(files, "zh")->settings.companion, "arhat");
  EXPECT_EQ(open_shelf(files, "zh")->settings.picture, 2);
}

TEST(Shelf, TheChosenLightIsThereAfterARestart) {
  FakeFiles files;
  Shelf first = *open_shelf(files, "zh");
  EXPECT_EQ(first.settings.light, RoomLight::kByTheHour);
  first.settings.light = RoomLight::kLantern;
  ASSERT_TRUE(keep_settings(files, first));
  EXPECT_EQ(open_shelf(files, "zh")->settings.light, RoomLight::kLantern);
}

TEST(Shelf, TwoDevicesAreTwoPotters) {
  FakeFiles here, there;
  EXPECT_NE(open_shelf(here, "zh")->keys.public_key, open_shelf(there, "zh")->keys.public_key);
}

TEST(Shelf, PotsComeBackNewestFirstWithTheirRecords) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  add(files, shelf, "听松瓶", 180, 1000);
  const Kept newest = add(files, shelf, "初雪碗", 190, 2000);
  EXPECT_EQ(shelf.pieces.front().title, "初雪碗");

  const Shelf again = *open_shelf(files, "zh");
  ASSERT_EQ(again.pieces.size(), 2u);
  EXPECT_EQ(again.pieces[0].title, "初雪碗");
  EXPECT_EQ(again.pieces[1].title, "听松瓶");
  EXPECT_TRUE(again.lost.empty());
  const auto bytes = record_bytes(files, again.pieces[0]);
  ASSERT_TRUE(bytes);
  const auto record = piece::decode(*bytes);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->title, newest.record.title);
  EXPECT_TRUE(piece::signature_fits(*record));
  EXPECT_TRUE(piece::verify(*record));
}

TEST(Shelf, MintStateOutlivesARestart) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  add(files, shelf, "a", 180, 1);
  ShelfPiece& piece = shelf.pieces[0];
  piece.mint = MintState::kRefused;
  piece.reason = "已经登记过了";
  piece.piece_id = 77;
  piece.listing_id = 5;
  piece.price_coins = 240;
  ASSERT_TRUE(keep_piece(files, piece));
  const Shelf again = *open_shelf(files, "zh");
  ASSERT_EQ(again.pieces.size(), 1u);
  EXPECT_EQ(again.pieces[0].mint, MintState::kRefused);
  EXPECT_EQ(again.pieces[0].reason, "已经登记过了");
  EXPECT_EQ(again.pieces[0].piece_id, 77u);
  EXPECT_EQ(again.pieces[0].listing_id, 5u);
  EXPECT_EQ(again.pieces[0].price_coins, 240);
}

TEST(Shelf, WhateverIsDamagedBesideARecordIsMadeAgain) {
  for (const char* end : {".json", ".baked"}) {
    FakeFiles files;
    Shelf shelf = *open_shelf(files, "zh");
    add(files, shelf, "归燕罐", 180, 1);
    add(files, shelf, "溪山杯", 200, 2);
    const auto request = shelf.pieces[1].request;
    const auto fingerprint = shelf.pieces[1].fingerprint;
    const std::string hurt = "piece-" + piece::to_hex(fingerprint) + end;
    damage(files, hurt);
    const Shelf again = *open_shelf(files, "zh");
    ASSERT_EQ(again.pieces.size(), 2u) << end;
    EXPECT_EQ(again.lost, std::vector<std::string>{hurt}) << "it is said, not hidden";
    EXPECT_TRUE(files.contents.count(hurt + ".broken")) << "and set aside, not thrown away";
    const auto found = std::find_if(again.pieces.begin(), again.pieces.end(),
                                    [&](const ShelfPiece& piece) { return piece.fingerprint == fingerprint; });
    ASSERT_NE(found, again.pieces.end());
    EXPECT_EQ(found->title, "归燕罐");
    EXPECT_EQ(found->request, request) << "a rebuilt entry must not be minted twice";
    EXPECT_TRUE(open_shelf(files, "zh")->lost.empty()) << "the second start has nothing left to say";
  }
}

TEST(Shelf, ADamagedRecordCostsOnlyItself) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  add(files, shelf, "a", 180, 1);
  const std::string record = only_name(files, ".sui");
  add(files, shelf, "b", 200, 2);
  damage(files, record);
  files.contents.erase(record.substr(0, record.size() - 4) + ".baked");
  const Shelf again = *open_shelf(files, "zh");
  ASSERT_EQ(again.pieces.size(), 1u);
  EXPECT_EQ(again.pieces[0].title, "b");
  EXPECT_FALSE(again.lost.empty());
  EXPECT_TRUE(files.contents.count(record + ".broken"));
}

TEST(Shelf, ADamagedKeyIsSetAsideAndThePotsStay) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  add(files, shelf, "a", 180, 1);
  damage(files, "potter.json");
  const Shelf again = *open_shelf(files, "zh");
  EXPECT_EQ(again.pieces.size(), 1u);
  EXPECT_EQ(again.lost, std::vector<std::string>{"potter.json"});
  EXPECT_NE(again.keys.public_key, shelf.keys.public_key);
}

TEST(Shelf, WhatWasLearnedAndReadIsThereAfterARestart) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  EXPECT_TRUE(shelf.lost.empty()) << "a book not yet begun is no loss";
  shelf.book.learned = {"centre", "pull"};
  shelf.book.delivered = {"tea_bowl"};
  shelf.book.best = {{"tea_bowl", 83}, {"opera_jar", 41}};
  shelf.book.ordered = "opera_jar";
  shelf.book.read = {"duck"};
  shelf.book.story_offered = true;
  ASSERT_TRUE(keep_book(files, shelf.book));
  const Book again = open_shelf(files, "zh")->book;
  EXPECT_EQ(again.learned, shelf.book.learned);
  EXPECT_EQ(again.delivered, shelf.book.delivered);
  EXPECT_EQ(again.best, shelf.book.best);
  EXPECT_EQ(again.ordered, "opera_jar");
  EXPECT_EQ(again.read, shelf.book.read);
  EXPECT_TRUE(again.story_offered);
}

TEST(Shelf, ADamagedBookIsSetAsideAndThePotsStay) {
  for (const std::string& damaged :
       {std::string("{\"learned\": 7}"), std::string("{\"best\": {\"a\": \"b\"}}"), std::string("{")}) {
    FakeFiles files;
    Shelf shelf = *open_shelf(files, "zh");
    add(files, shelf, "a", 180, 1);
    files.contents[kBookFile].assign(damaged.begin(), damaged.end());
    const Shelf again = *open_shelf(files, "zh");
    EXPECT_EQ(again.pieces.size(), 1u);
    EXPECT_TRUE(again.book.learned.empty());
    EXPECT_EQ(again.lost, std::vector<std::string>{kBookFile}) << damaged;
    EXPECT_TRUE(files.contents.count(std::string(kBookFile) + ".broken"));
    EXPECT_TRUE(open_shelf(files, "zh")->lost.empty());
  }
}

// A crash between two writes: with the record on disk the pot is there; before that it is still on the bench.
TEST(Shelf, ACrashWhileKeepingLosesNothingThatWasWritten) {
  for (int writes = 0; writes < 3; ++writes) {
    FakeFiles files;
    Shelf shelf = *open_shelf(files, "zh");
    const piece::Bench bench = small_pot(180);
    piece::Record record{bench.making, "晚渡瓶", {}, {}};
    piece::sign(record, shelf.keys);
    files.writes_until_failure = writes;
    EXPECT_FALSE(add_piece(files, shelf, record, bench.workpiece, 1));
    EXPECT_TRUE(shelf.pieces.empty()) << "what is not kept is not shown";
    files.writes_until_failure = -1;
    const Shelf again = *open_shelf(files, "zh");
    EXPECT_EQ(again.pieces.size(), writes == 0 ? 0u : 1u);
    EXPECT_TRUE(again.lost.empty());
  }
}

TEST(Shelf, ABoughtPotHasNoMakingHere) {
  FakeFiles files, maker_files;
  Shelf shelf = *open_shelf(files, "zh"), maker = *open_shelf(maker_files, "zh");
  const Kept pot = add(maker_files, maker, "新柳壶", 180, 1);
  ASSERT_TRUE(add_bought(files, shelf, 9, piece::bake(pot.record, pot.workpiece), "白鹭", 5));
  const Shelf again = *open_shelf(files, "zh");
  ASSERT_EQ(again.pieces.size(), 1u);
  EXPECT_TRUE(again.pieces[0].bought);
  EXPECT_EQ(again.pieces[0].maker_name, "白鹭");
  EXPECT_EQ(again.pieces[0].mint, MintState::kMinted);
  EXPECT_FALSE(record_bytes(files, again.pieces[0]));
}

TEST(Shelf, APotThatComesHomeKeepsItsMaking) {
  FakeFiles files;
  Shelf shelf = *open_shelf(files, "zh");
  const Kept pot = add(files, shelf, "a", 180, 1);
  shelf.pieces[0].mint = MintState::kAway;
  ASSERT_TRUE(keep_piece(files, shelf.pieces[0]));
  ASSERT_TRUE(add_bought(files, shelf, 3, piece::bake(pot.record, pot.workpiece), "我", 9));
  ASSERT_EQ(shelf.pieces.size(), 1u);
  EXPECT_EQ(shelf.pieces[0].mint, MintState::kMinted);
  EXPECT_TRUE(record_bytes(files, shelf.pieces[0]));
}

TEST(Shelf, AnUnfinishedPotWaits) {
  FakeFiles files;
  EXPECT_FALSE(kept_bench(files));
  const piece::Bench bench = small_pot(210);
  ASSERT_TRUE(keep_bench(files, bench.making));
  const auto making = kept_bench(files);
  ASSERT_TRUE(making);
  const auto workpiece = piece::replay(*making);
  ASSERT_TRUE(workpiece);
  EXPECT_EQ(workpiece->running_hash, bench.workpiece.running_hash);
  ASSERT_TRUE(clear_bench(files));
  EXPECT_FALSE(kept_bench(files));
  EXPECT_TRUE(clear_bench(files)) << "clearing an empty bench is no error";
}

TEST(Nickname, EveryNameFitsAndManyDiffer) {
  for (const std::string language : {"zh", "en"}) {
    std::set<std::string> names;
    for (int first = 0; first < 256; ++first) {
      for (int second = 0; second < 256; second += 5) {
        const uint8_t random[2] = {static_cast<uint8_t>(first), static_cast<uint8_t>(second)};
        const std::string name = nickname_from(language, random);
        EXPECT_FALSE(name.empty());
        EXPECT_LE(name.size(), piece::kNameBytesMax);
        names.insert(name);
      }
    }
    EXPECT_GE(names.size(), 500u) << language;
  }
  EXPECT_EQ(nickname_from("zh", {}), nickname_from("zh", {}));
}

}  // namespace
}  // namespace sui::shelf
