// Killed again and again in the middle of trading, the store keeps every deed it acknowledged and does none twice.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "tests/unit/store_fixture.h"

namespace sui::test {
namespace {

class KilledStore : public StoreTest {
 protected:
  // Trades until killed; each deed's number goes down the pipe only once the store has said it is done.
  [[noreturn]] void trade(int acknowledged, uint64_t from) {
    store.reset();
    Result<std::unique_ptr<store::Store>> opened = store::open_sqlite(path);
    if (!opened) _exit(3);
    for (uint64_t deed = from;; ++deed) {
      for (const store::Job& job : deeds(deed))
        if (std::holds_alternative<store::Refusal>((*opened)->run_now(job))) _exit(4);
      if (write(acknowledged, &deed, sizeof deed) != sizeof deed) _exit(5);
    }
  }

  // Deed k: potter 1 or 2 mints pot k, lists it at 1 coin, and the other buys it. Ids depend on k alone, so whoever
  // comes after a kill asks for exactly the same.
  std::vector<store::Job> deeds(uint64_t deed) {
    const bool odd = deed % 2 == 1;
    const protocol::AccountId from = odd ? first : second, to = odd ? second : first;
    last_request = deed * 10;
    std::vector<store::Job> jobs;
    jobs.push_back(mint_job(from, odd ? 1 : 2, deed));
    jobs.push_back(store::AddListing{request(), from, deed, 1, now_ms()});
    jobs.push_back(store::Purchase{request(), to, deed, 1, now_ms()});
    return jobs;
  }

  protocol::AccountId first = 0, second = 0;
};

TEST_F(KilledStore, KeepsWhatItAcknowledged) {
  first = account(1).account;
  second = account(2).account;
  std::mt19937 random(7);
  uint64_t acknowledged = 0;
  // A slow disk acknowledges less in a round, so it gets more rounds.
  for (int round = 0; round < 12 || (acknowledged <= 20 && round < 200); ++round) {
    store.reset();
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      close(ends[0]);
      trade(ends[1], acknowledged + 1);
    }
    close(ends[1]);
    usleep(20000 + random() % 60000);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the trader ended by itself with " << WEXITSTATUS(status);
    for (uint64_t deed = 0; read(ends[0], &deed, sizeof deed) == sizeof deed;) acknowledged = deed;
    close(ends[0]);

    reopen();
    expect_sound();
    const store::Audit audit = audited();
    EXPECT_GE(audit.pieces, acknowledged);
    EXPECT_LE(audit.pieces, acknowledged + 1) << "only the deed that was cut short may be there as well";
    EXPECT_EQ(shelf(second).pieces.size() + shelf(first).pieces.size(), audit.pieces);
    // Deed k ended with the other potter holding pot k.
    std::size_t with_second = 0;
    for (const protocol::OwnedPiece& piece : shelf(second).pieces)
      with_second += piece.piece % 2 == 1 && piece.piece <= acknowledged ? 1 : 0;
    EXPECT_EQ(with_second, (acknowledged + 1) / 2);
  }
  EXPECT_GT(acknowledged, 20u) << "too slow a disk to prove anything";
}

}  // namespace
}  // namespace sui::test
