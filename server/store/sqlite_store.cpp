#include <sodium.h>

#include <cassert>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "server/store/audit.h"
#include "server/store/jobs.h"
#include "server/store/limits.h"
#include "server/store/schema.h"
#include "server/store/store.h"

namespace sui::store {

namespace {

Outcome lost(const Database& database) {
  return Refusal{protocol::RefusalKind::kInternal, "store: " + database.fault()};
}

Outcome perform_alone(Database& database, const Job& job) {
  database.run("BEGIN IMMEDIATE");
  Outcome outcome = perform(database, job);
  database.run("COMMIT");
  if (database.failed()) {
    outcome = lost(database);
    database.roll_back();
  }
  return outcome;
}

// Jobs that waited together share one commit: the disk's patience, not SQL, is what a purchase costs. Should anything
// fail, all is undone and each is tried alone; their request ids make that harmless.
std::vector<Finished> perform_group(Database& database, const std::vector<Finished>& empty,
                                    const std::vector<Job>& jobs) {
  std::vector<Finished> finished = empty;
  if (jobs.size() > 1) {
    database.run("BEGIN IMMEDIATE");
    for (std::size_t k = 0; k < jobs.size() && !database.failed(); ++k)
      finished[k].outcome = perform(database, jobs[k]);
    if (database.run("COMMIT")) return finished;
    database.roll_back();
  }
  for (std::size_t k = 0; k < jobs.size(); ++k) finished[k].outcome = perform_alone(database, jobs[k]);
  return finished;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<Database> database, bool read_only)
      : database_(std::move(database)), read_only_(read_only), worker_([this] { work(); }) {}

  ~SqliteStore() override {
    {
      const std::lock_guard lock(queue_mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    worker_.join();
    if (!read_only_) database_->run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  bool submit(Ticket ticket, Job job) override {
    {
      const std::lock_guard lock(queue_mutex_);
      if (queue_.size() + running_ + finished_.size() >= kQueueMax) return false;
      queue_.push_back({ticket, std::move(job)});
    }
    wake_.notify_one();
    return true;
  }

  std::vector<Finished> take_finished() override {
    const std::lock_guard lock(queue_mutex_);
    return std::exchange(finished_, {});
  }

  Outcome run_now(const Job& job) override {
    std::unique_lock lock(queue_mutex_);
    idle_.wait(lock, [this] { return queue_.empty() && running_ == 0; });
    const std::lock_guard database_lock(database_mutex_);
    lock.unlock();
    return perform_alone(*database_, job);
  }

  Result<Audit> audit() override {
    const std::lock_guard lock(database_mutex_);
    // One snapshot for all its questions, even while another program writes.
    database_->run("BEGIN");
    Audit seen = store::audit(*database_);
    database_->run("COMMIT");
    if (!database_->failed()) return seen;
    Error error{"audit", database_->fault()};
    database_->roll_back();
    return error;
  }

 private:
  struct Waiting {
    Ticket ticket = 0;
    Job job;
  };

  void work() {
    std::vector<Finished> tickets;
    std::vector<Job> jobs;
    for (;;) {
      tickets.clear();
      jobs.clear();
      {
        std::unique_lock lock(queue_mutex_);
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        while (!queue_.empty() && jobs.size() < kGroupMax) {
          tickets.push_back({queue_.front().ticket, Refusal{}});
          jobs.push_back(std::move(queue_.front().job));
          queue_.pop_front();
        }
        running_ = jobs.size();
      }
      std::vector<Finished> done;
      {
        const std::lock_guard lock(database_mutex_);
        done = perform_group(*database_, tickets, jobs);
      }
      {
        const std::lock_guard lock(queue_mutex_);
        for (Finished& one : done) finished_.push_back(std::move(one));
        running_ = 0;
      }
      idle_.notify_all();
    }
  }

  std::unique_ptr<Database> database_;
  const bool read_only_;
  std::mutex database_mutex_;  // taken after queue_mutex_ where both are
  std::mutex queue_mutex_;
  std::condition_variable wake_, idle_;
  std::deque<Waiting> queue_;
  std::vector<Finished> finished_;
  std::size_t running_ = 0;
  bool stopping_ = false;
  std::thread worker_;  // last: it uses all of the above
};

// Durability is what the whole house stands on, so each setting is asked for and then looked at.
Result<Done> settle(Database& database, const std::string& path) {
  {
    Query query(database, "PRAGMA journal_mode = WAL");
    const std::string mode = query.row() ? query.text(0) : std::string();
    if (!database.failed() && mode != "wal" && mode != "memory")
      return Error{path, "its file system cannot hold a write-ahead log (journal_mode is " + mode + ")"};
  }
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA foreign_keys = ON");
  database.run("PRAGMA trusted_schema = OFF");
  int64_t synchronous = 0, foreign_keys = 0;
  {
    Query query(database, "PRAGMA synchronous");
    if (query.row()) synchronous = query.number(0);
  }
  {
    Query query(database, "PRAGMA foreign_keys");
    if (query.row()) foreign_keys = query.number(0);
  }
  if (database.failed()) return Error{path, database.fault()};
  assert(synchronous == 2 && foreign_keys == 1);
  return Done{};
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(const std::string& path) {
  return open_sqlite(path, {});
}

Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, const SqliteOptions& options) {
  if (sodium_init() < 0) return Error{path, "this machine gives no randomness"};
  Result<std::unique_ptr<Database>> opened = Database::open(path, options.read_only);
  if (!opened) return opened.error();
  std::unique_ptr<Database> database = std::move(*opened);
  // Looked at before anything is set: even a change of journal mode would write to a file that is not ours.
  const Result<int> version = schema_version(*database, path);
  if (!version) return version.error();
  if (*version > schema_newest())
    return Error{path, "is of schema " + std::to_string(*version) + ", newer than this server's " +
                           std::to_string(schema_newest()) + "; nothing was changed"};
  if (options.read_only) {
    if (*version < schema_newest())
      return Error{path, "is of schema " + std::to_string(*version) + "; start the server once to bring it to " +
                             std::to_string(schema_newest())};
  } else {
    if (Result<Done> settled = settle(*database, path); !settled) return settled.error();
    if (Result<Done> migrated = migrate(*database, path, schema_newest()); !migrated) return migrated.error();
  }
  database->strike_with(options.fault);
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(std::move(database), options.read_only));
}

}  // namespace sui::store
