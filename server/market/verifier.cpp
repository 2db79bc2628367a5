#include "server/market/verifier.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "server/market/limits.h"

namespace sui::market {

namespace {

class ThreadVerifier final : public Verifier {
 public:
  explicit ThreadVerifier(unsigned threads) {
    for (unsigned k = 0; k < std::clamp(threads, 1u, kCheckThreadsMax); ++k) workers_.emplace_back([this] { work(); });
  }
  // What still waits is dropped: nothing was promised, and the client asks again.
  ~ThreadVerifier() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }
  ThreadVerifier(const ThreadVerifier&) = delete;
  ThreadVerifier& operator=(const ThreadVerifier&) = delete;

  bool submit(CheckTicket ticket, piece::Bytes record, const piece::PublicKey& potter) override {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() >= kChecksMax) return false;
      waiting_.push_back({ticket, std::move(record), potter});
    }
    wake_.notify_one();
    return true;
  }

  std::vector<CheckedMint> take_checked() override {
    const std::lock_guard lock(mutex_);
    return std::exchange(checked_, {});
  }

 private:
  struct Waiting {
    CheckTicket ticket = 0;
    piece::Bytes record;
    piece::PublicKey potter{};
  };

  void work() {
    for (;;) {
      Waiting one;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        one = std::move(waiting_.front());
        waiting_.pop_front();
      }
      const auto begin = std::chrono::steady_clock::now();
      CheckedMint done{one.ticket, check_mint(one.record, one.potter), std::move(one.record), 0};
      done.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
      const std::lock_guard lock(mutex_);
      checked_.push_back(std::move(done));
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> waiting_;
  std::vector<CheckedMint> checked_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;  // last: they use all of the above
};

}  // namespace

std::unique_ptr<Verifier> start_verifier(unsigned threads) {
  return std::make_unique<ThreadVerifier>(threads);
}

}  // namespace sui::market
