// What a purchase costs on this disk, alone and in company, and what it costs to re-throw a pot before minting it.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

#include "game/protocol/limits.h"
#include "server/market/mint_check.h"
#include "server/store/store.h"
#include "tests/replay/busy_making.h"

namespace {

using namespace sui;

// Two potters who sell one pot to and fro, one coin a time.
struct Pair {
  Pair() {
    path = (std::filesystem::temp_directory_path() / ("suisui-bench-" + std::to_string(::getpid()) + ".db")).string();
    forget();
    store = std::move(*store::open_sqlite(path));
    for (uint8_t k = 1; k <= 2; ++k) {
      piece::PublicKey key{};
      key[0] = k;
      accounts[k - 1] = std::get<store::AccountRow>(store->run_now(store::FindAccount{key, "potter", 500, 1})).account;
    }
  }
  ~Pair() {
    store.reset();
    forget();
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;

  void forget() const {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
  }
  protocol::RequestId request() {
    protocol::RequestId id{};
    ++last_request;
    std::memcpy(id.data(), &last_request, sizeof last_request);
    return id;
  }
  protocol::PieceId mint(std::size_t owner) {
    store::AddPiece job;
    job.request = request();
    job.owner = accounts[owner];
    std::memcpy(job.fingerprint.data(), job.request.data(), job.request.size());
    job.pot = job.fingerprint;
    job.maker[0] = static_cast<uint8_t>(owner + 1);
    job.record.assign(20000, 1);
    job.baked.assign(7000, 1);
    return std::get<protocol::Minted>(store->run_now(job)).piece;
  }
  protocol::ListingId list(std::size_t seller, protocol::PieceId piece) {
    return std::get<protocol::Listed>(store->run_now(store::AddListing{request(), accounts[seller], piece, 1, 1}))
        .listing;
  }

  std::string path;
  std::unique_ptr<store::Store> store;
  std::array<protocol::AccountId, 2> accounts{};
  uint64_t last_request = 0;
};

void purchase_alone(benchmark::State& state) {
  Pair pair;
  const protocol::PieceId piece = pair.mint(0);
  std::size_t seller = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const protocol::ListingId listing = pair.list(seller, piece);
    seller = 1 - seller;
    state.ResumeTiming();
    pair.store->run_now(store::Purchase{pair.request(), pair.accounts[seller], listing, 1, 1});
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(purchase_alone)->Unit(benchmark::kMicrosecond)->UseRealTime();

// As when many potters buy in the same moment: the jobs that wait together share a commit.
void purchases_together(benchmark::State& state) {
  constexpr std::size_t kTogether = protocol::kListingsPerPotterMax;
  Pair pair;
  std::array<protocol::PieceId, kTogether> pieces{};
  for (protocol::PieceId& piece : pieces) piece = pair.mint(0);
  std::size_t seller = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::array<protocol::ListingId, kTogether> listings{};
    for (std::size_t k = 0; k < kTogether; ++k) listings[k] = pair.list(seller, pieces[k]);
    seller = 1 - seller;
    state.ResumeTiming();
    for (std::size_t k = 0; k < kTogether; ++k)
      pair.store->submit(k, store::Purchase{pair.request(), pair.accounts[seller], listings[k], 1, 1});
    for (std::size_t answered = 0; answered < kTogether; std::this_thread::yield())
      answered += pair.store->take_finished().size();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(kTogether));
}
BENCHMARK(purchases_together)->Unit(benchmark::kMicrosecond)->UseRealTime();

void check_a_mint(benchmark::State& state) {
  std::array<uint8_t, 32> seed{};
  const piece::KeyPair keys = *piece::key_pair_from_seed(seed);
  piece::Record record;
  record.making = replay::make_busily(1004).making;
  piece::sign(record, keys);
  const piece::Bytes bytes = *piece::encode(record);
  for (auto _ : state) benchmark::DoNotOptimize(market::check_mint(bytes, keys.public_key));
  state.counters["record_bytes"] = static_cast<double>(bytes.size());
  state.counters["seconds_at_the_wheel"] = record.making.end_tick / static_cast<double>(craft::kTicksPerSecond);
}
BENCHMARK(check_a_mint)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
