// The whole way of a pot through the real server: made, shown, listed; the server killed; bought; both told; books
// sound.
#include <thread>

#include "game/piece/baked.h"
#include "game/protocol/limits.h"
#include "game/town/link/link.h"
#include "tests/replay/busy_making.h"
#include "tests/unit/server_process.h"
#include "tests/unit/temp_folder.h"

namespace sui::test {
namespace {

using namespace sui::town;
using protocol::RefusalKind;

uint64_t steady_ms() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

// A potter at a client, without the window.
struct Player {
  Player(uint8_t number, const std::string& nickname) {
    std::array<uint8_t, 32> seed{};
    seed[0] = number;
    potter.keys = *piece::key_pair_from_seed(seed);
    potter.nickname = nickname;
    potter.language = "zh";
  }
  void connect(uint16_t port) { link->connect({"127.0.0.1", port}, potter); }
  void poll() {
    for (const LinkEvent& event : link->poll(steady_ms())) events.push_back(event);
  }
  // Takes the first event of this kind out of what happened.
  template <class Event>
  std::optional<Event> take() {
    for (auto at = events.begin(); at != events.end(); ++at) {
      std::optional<Event> found;
      if constexpr (std::is_same_v<Event, Connected> || std::is_same_v<Event, Lost>) {
        if (const auto* one = std::get_if<Event>(&*at)) found = *one;
      } else {
        const auto* said = std::get_if<protocol::FromServer>(&*at);
        const auto* one = said == nullptr ? nullptr : std::get_if<Event>(said);
        if (one != nullptr) found = *one;
      }
      if (!found) continue;
      events.erase(at);
      return found;
    }
    return std::nullopt;
  }

  std::unique_ptr<Link> link = make_link();
  LinkPotter potter;
  std::vector<LinkEvent> events;
};

class Server : public testing::Test {
 protected:
  void start(uint16_t port = 0) { server = std::make_unique<ServerProcess>(database, port); }

  template <class Event>
  std::optional<Event> wait_for(Player& player, int seconds = 25) {
    const uint64_t until_ms = steady_ms() + static_cast<uint64_t>(seconds) * 1000;
    while (steady_ms() < until_ms) {
      for (Player* one : players) one->poll();
      if (std::optional<Event> found = player.take<Event>()) return found;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ADD_FAILURE() << "waited in vain; trouble: " << player.link->trouble();
    return std::nullopt;
  }

  void come_in(Player& player) {
    if (std::find(players.begin(), players.end(), &player) == players.end()) players.push_back(&player);
    player.connect(server->port());
    ASSERT_TRUE(wait_for<Connected>(player));
  }

  static piece::Record pot(const Player& maker, uint64_t seed, const std::string& title) {
    piece::Record record;
    record.making = replay::make_busily(seed).making;
    record.title = title;
    piece::sign(record, maker.potter.keys);
    return record;
  }

  static void expect_sound(const std::string& path, int64_t accounts) {
    const AuditOutput audit = audit_of(path);
    EXPECT_EQ(audit.exit_code, 0) << audit.json;
    EXPECT_EQ(audit.json["sound"], true);
    EXPECT_EQ(audit.json["coins_sum"], 0);
    EXPECT_EQ(audit.json["coins_in_hands"], accounts * protocol::kStartCoins);
    EXPECT_EQ(audit.json["owner_faults"], 0);
  }

  TempFolder folder;
  std::string database = folder.file("bazaar.db");
  std::unique_ptr<ServerProcess> server;
  Player maker{1, "阿碎"}, buyer{2, "岁岁"};
  std::vector<Player*> players;
};

TEST_F(Server, APotIsMadeShownListedAndSoldThoughTheServerIsKilledInBetween) {
  start();
  come_in(maker);
  come_in(buyer);

  // Two names in the street, and both potters seen there.
  ASSERT_TRUE(maker.link->send(protocol::Walk{3000, 5000, 64}));
  for (bool both_seen = false; !both_seen;) {
    const auto presence = wait_for<protocol::Presence>(buyer);
    ASSERT_TRUE(presence);
    both_seen = presence->potters.size() == 2;
  }

  const piece::Record record = pot(maker, 1004, "青花");
  const piece::Bytes bytes = *piece::encode(record);
  ASSERT_TRUE(maker.link->send(protocol::Mint{fresh_request(), bytes}));
  const auto minted = wait_for<protocol::Minted>(maker);
  ASSERT_TRUE(minted);
  EXPECT_EQ(minted->fingerprint, piece::fingerprint(record.making));

  ASSERT_TRUE(maker.link->send(protocol::List{fresh_request(), minted->piece, 120}));
  ASSERT_TRUE(wait_for<protocol::Listed>(maker));
  std::optional<protocol::Stalls> stalls;
  do {
    stalls = wait_for<protocol::Stalls>(buyer);
    ASSERT_TRUE(stalls);
  } while (stalls->stalls.empty());
  EXPECT_EQ(stalls->stalls[0].title, "青花");
  EXPECT_EQ(stalls->stalls[0].seller_name, "阿碎");

  const uint16_t port = server->port();
  server->end(SIGKILL);
  start(port);
  // Asked for while nobody answers; the links come back by themselves and ask.
  ASSERT_TRUE(buyer.link->send(protocol::Buy{fresh_request(), stalls->stalls[0].listing, 120}));
  const auto bought = wait_for<protocol::Bought>(buyer, 60);
  ASSERT_TRUE(bought);
  EXPECT_EQ(bought->piece, minted->piece);
  EXPECT_EQ(bought->coins_left, protocol::kStartCoins - 120);
  const auto sold = wait_for<protocol::Sold>(maker, 60);
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold->coins, protocol::kStartCoins + 120);
  EXPECT_EQ(sold->buyer, "岁岁");

  ASSERT_TRUE(buyer.link->send(protocol::AskBaked{bought->piece}));
  const auto baked = wait_for<protocol::BakedPiece>(buyer);
  ASSERT_TRUE(baked);
  const Result<piece::Baked> look = piece::decode_baked(baked->baked);
  ASSERT_TRUE(look);
  EXPECT_EQ(look->title, "青花");

  ASSERT_TRUE(buyer.link->send(protocol::AskPieces{}));
  const auto shelf = wait_for<protocol::Pieces>(buyer);
  ASSERT_TRUE(shelf);
  ASSERT_EQ(shelf->pieces.size(), 1u);
  EXPECT_EQ(shelf->pieces[0].maker_name, "阿碎");

  expect_sound(database, 2);  // while it runs, too
  EXPECT_EQ(server->end(SIGTERM), 0);
  expect_sound(database, 2);
}

TEST_F(Server, ATamperedPotIsRefusedWithWhatIsWrongWithIt) {
  start();
  come_in(maker);
  piece::Record forged = pot(maker, 5, "forged");
  forged.making.acts[forged.making.acts.size() / 3].a += 64;
  piece::sign(forged, maker.potter.keys);
  ASSERT_TRUE(maker.link->send(protocol::Mint{fresh_request(), *piece::encode(forged)}));
  const auto refused = wait_for<protocol::Refused>(maker);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->kind, RefusalKind::kTampered);
  EXPECT_NE(refused->reason.find("record"), std::string::npos) << refused->reason;
  EXPECT_TRUE(maker.link->unanswered().empty());
  EXPECT_EQ(audit_of(database).json["pieces"], 0);
}

TEST_F(Server, WhatWasAskedOfflineIsDoneOnceWhenAServerIsThere) {
  const piece::Bytes bytes = *piece::encode(pot(maker, 6, "off-line"));
  const protocol::Mint mint{fresh_request(), bytes};
  ASSERT_TRUE(maker.link->send(mint));
  start();
  come_in(maker);
  const auto first = wait_for<protocol::Minted>(maker);
  ASSERT_TRUE(first);
  // The program was closed before it could note the answer, and asks once more with the same id.
  ASSERT_TRUE(maker.link->send(mint));
  const auto second = wait_for<protocol::Minted>(maker);
  ASSERT_TRUE(second);
  EXPECT_EQ(first->piece, second->piece);
  EXPECT_EQ(audit_of(database).json["pieces"], 1);
}

TEST_F(Server, ASellerWhoWasAwayHearsOfTheSaleOnReturn) {
  start();
  come_in(maker);
  ASSERT_TRUE(maker.link->send(protocol::Mint{fresh_request(), *piece::encode(pot(maker, 7, "away"))}));
  const auto minted = wait_for<protocol::Minted>(maker);
  ASSERT_TRUE(minted);
  ASSERT_TRUE(maker.link->send(protocol::List{fresh_request(), minted->piece, 10}));
  const auto listed = wait_for<protocol::Listed>(maker);
  ASSERT_TRUE(listed);
  maker.link->disconnect();
  come_in(buyer);
  ASSERT_TRUE(buyer.link->send(protocol::Buy{fresh_request(), listed->listing, 10}));
  ASSERT_TRUE(wait_for<protocol::Bought>(buyer));
  come_in(maker);
  const auto sold = wait_for<protocol::Sold>(maker);
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold->price_coins, 10);
}

TEST_F(Server, SaysGoodbyeAndTheLinkComesBack) {
  start();
  come_in(maker);
  const uint16_t port = server->port();
  EXPECT_EQ(server->end(SIGTERM), 0);
  const auto lost = wait_for<Lost>(maker);
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->goodbye, protocol::Goodbye::kShutdown);
  EXPECT_FALSE(lost->final);
  start(port);
  EXPECT_TRUE(wait_for<Connected>(maker, 60));
  EXPECT_EQ(maker.link->status(), LinkStatus::kProven);
}

TEST_F(Server, ASecondDeviceOfOnePotterTakesOverAndTheFirstStaysAway) {
  start();
  come_in(maker);
  Player same{1, "阿碎"};
  come_in(same);
  const auto lost = wait_for<Lost>(maker);
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->goodbye, protocol::Goodbye::kReplaced);
  EXPECT_TRUE(lost->final);
  EXPECT_EQ(same.link->status(), LinkStatus::kProven);
}

TEST_F(Server, NamesAPortThatIsTaken) {
  start();
  const std::string same_port = std::to_string(server->port());
  const std::string command = std::string(SUI_SERVER_PROGRAM) + " --bind 127.0.0.1 --port " + same_port +
                              " --database " + folder.file("other.db") + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  char bytes[1024];
  for (std::size_t count = 0; (count = fread(bytes, 1, sizeof bytes, pipe)) > 0;) text.append(bytes, count);
  EXPECT_EQ(WEXITSTATUS(pclose(pipe)), 2);
  EXPECT_NE(text.find("--port: " + same_port + " cannot be opened"), std::string::npos) << text;
}

}  // namespace
}  // namespace sui::test
