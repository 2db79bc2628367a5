#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "game/protocol/limits.h"
#include "server/bazaar/street.h"
#include "server/gate/gate.h"
#include "server/json_log.h"
#include "server/market/market.h"

namespace {

using namespace sui;

// A signal handler may touch nothing else.
volatile std::sig_atomic_t asked_to_stop = 0;
void ask_to_stop(int) {
  asked_to_stop = 1;
}

constexpr uint64_t kTickMs = 33;
constexpr uint64_t kPresenceMs = 1000 / protocol::kPresencePerSecond;
constexpr uint64_t kStillPresenceMs = 1000;  // nobody moves: said now and then all the same, for packets that were lost
constexpr uint64_t kFinishMsMax = 10000;
constexpr uint64_t kGoodbyeMs = 300;

struct Options {
  std::string database = "suisui.db", bind, log_level = "info";
  uint16_t port = protocol::kPortDefault;
  bool audit = false;
};

struct Bazaar {
  gate::Gate& gate;
  market::Market& market;
  const gate::Clock& clock;
  bazaar::Street street;
  market::News news;
  std::vector<gate::PeerId> inside;  // welcomed and not yet gone
  uint64_t presence_ms = 0;
};

void hear(Bazaar& bazaar) {
  for (const gate::Inbound& inbound : bazaar.gate.fill()) {
    if (const auto* joined = std::get_if<gate::Joined>(&inbound)) bazaar.market.join(*joined);
    if (const auto* gone = std::get_if<gate::Gone>(&inbound)) {
      std::erase(bazaar.inside, gone->peer);
      if (const protocol::AccountId account = bazaar.market.leave(gone->peer)) bazaar::leave(bazaar.street, account);
    }
    const auto* said = std::get_if<gate::Said>(&inbound);
    if (said == nullptr) continue;
    if (const auto* walk = std::get_if<protocol::Walk>(&said->message)) {
      bazaar::walk(bazaar.street, bazaar.market.account_of(said->peer), *walk, bazaar.clock.steady_ms());
    } else {
      bazaar.market.hear(said->peer, said->message);
    }
  }
}

void answer(Bazaar& bazaar) {
  bazaar.market.settle(bazaar.news);
  for (const market::Reply& reply : bazaar.news.replies) bazaar.gate.answer(reply.peer, reply.message);
  for (const market::Entered& entered : bazaar.news.entered) {
    bazaar::enter(bazaar.street, entered.account, entered.nickname, bazaar.clock.steady_ms());
    bazaar.gate.answer(bazaar.inside, protocol::Names{{{entered.account, entered.nickname}}});
    bazaar.inside.push_back(entered.peer);
    for (const protocol::Names& names : bazaar::names(bazaar.street)) bazaar.gate.answer(entered.peer, names);
  }
  if (bazaar.news.stalls_changed) bazaar.gate.answer(bazaar.inside, bazaar.market.stalls());
}

void show_the_street(Bazaar& bazaar) {
  const uint64_t now_ms = bazaar.clock.steady_ms();
  const uint64_t wait_ms = bazaar.street.changed ? kPresenceMs : kStillPresenceMs;
  if (now_ms < bazaar.presence_ms + wait_ms || bazaar.inside.empty()) return;
  // Counted from the last one due, so that ten a second stay ten whatever the tick.
  bazaar.presence_ms = std::max(bazaar.presence_ms + wait_ms, now_ms - std::min(now_ms, kPresenceMs));
  bazaar.street.changed = false;
  if (bazaar::all_in_sight(bazaar.street)) return bazaar.gate.answer(bazaar.inside, bazaar::presence(bazaar.street, 0));
  for (const gate::PeerId peer : bazaar.inside)
    bazaar.gate.answer(peer, bazaar::presence(bazaar.street, bazaar.market.account_of(peer)));
}

void tick(Bazaar& bazaar) {
  hear(bazaar);
  answer(bazaar);
  show_the_street(bazaar);
  bazaar.gate.flush();
}

void sleep_until(const gate::Clock& clock, uint64_t steady_ms) {
  const uint64_t now_ms = clock.steady_ms();
  if (steady_ms > now_ms) std::this_thread::sleep_for(std::chrono::milliseconds(steady_ms - now_ms));
}

void run_until(Bazaar& bazaar, const std::function<bool()>& enough) {
  while (!enough()) {
    const uint64_t begin_ms = bazaar.clock.steady_ms();
    tick(bazaar);
    sleep_until(bazaar.clock, begin_ms + kTickMs);
  }
}

int fail(gate::Log& log, const Error& error) {
  log.write(gate::LogLevel::kError, "failed", {{"where", error.where}, {"what", error.what}});
  std::fprintf(stderr, "suisui-server: %s\n", to_text(error).c_str());
  return 2;
}

int audit(const Options& options, gate::Log& log) {
  store::SqliteOptions sqlite;
  sqlite.read_only = true;
  Result<std::unique_ptr<store::Store>> store = store::open_sqlite(options.database, sqlite);
  if (!store) return fail(log, store.error());
  const Result<store::Audit> found = (*store)->audit();
  if (!found) return fail(log, found.error());
  const nlohmann::ordered_json json{{"sound", store::is_sound(*found)},
                                    {"accounts", found->accounts},
                                    {"pieces", found->pieces},
                                    {"listings_open", found->listings_open},
                                    {"ledger_rows", found->ledger_rows},
                                    {"coins_sum", found->coins_sum},
                                    {"coins_in_hands", found->coins_in_hands},
                                    {"owner_faults", found->owner_faults},
                                    {"ledger_faults", found->ledger_faults},
                                    {"file_faults", found->file_faults},
                                    {"faults", found->faults}};
  std::printf("%s\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  return store::is_sound(*found) ? 0 : 1;
}

int serve(const Options& options, const gate::Clock& clock, gate::Log& log) {
  Result<std::unique_ptr<store::Store>> store = store::open_sqlite(options.database);
  if (!store) return fail(log, store.error());
  Result<std::unique_ptr<gate::Transport>> transport = gate::open_enet(options.bind, options.port);
  if (!transport) return fail(log, transport.error());
  // One core is the tick's and the store's; the rest re-throw pots.
  const auto verifier = market::start_verifier(std::max(2u, std::thread::hardware_concurrency()) - 1);
  gate::Gate gate(**transport, clock, log);
  market::Market market(**store, *verifier, clock, log);
  Bazaar bazaar{gate, market, clock, {}, {}, {}, 0};
  log.write(gate::LogLevel::kInfo, "listening", {{"port", (*transport)->port()}, {"database", options.database}});
  std::fflush(stdout);

  run_until(bazaar, [] { return asked_to_stop != 0; });

  // What was asked is still answered; what is asked now waits in the clients' outboxes.
  log.write(gate::LogLevel::kInfo, "stopping", {{"peers", gate.peers()}});
  const uint64_t finish_ms = clock.steady_ms() + kFinishMsMax;
  run_until(bazaar, [&] { return market.idle() || clock.steady_ms() >= finish_ms; });
  tick(bazaar);
  gate.end_all(protocol::Goodbye::kShutdown);
  const uint64_t goodbye_ms = clock.steady_ms() + kGoodbyeMs;
  run_until(bazaar, [&] { return clock.steady_ms() >= goodbye_ms; });
  store->reset();
  log.write(gate::LogLevel::kInfo, "stopped", {});
  return 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  Options options;
  CLI::App app("The bazaar of Sui Sui Kiln: keeps potters' pieces and coins, and the street they meet in.",
               "suisui-server");
  app.add_option("--port", options.port, "UDP port; 0 takes any free one and says which")->capture_default_str();
  app.add_option("--bind", options.bind, "IPv4 address to listen on; all of them if not given");
  app.add_option("--database", options.database, "SQLite file, made if there is none")->capture_default_str();
  app.add_option("--log-level", options.log_level, "debug, info, warning or error")->capture_default_str();
  app.add_flag("--audit", options.audit,
               "look through the file, print what was found as JSON, exit 1 if anything is wrong");
  CLI11_PARSE(app, argument_count, arguments);

  std::signal(SIGTERM, ask_to_stop);
  std::signal(SIGINT, ask_to_stop);
  // A reader of the log that goes away must not take the bazaar with it.
  std::signal(SIGPIPE, SIG_IGN);

  const gate::SystemClock clock;
  Result<std::unique_ptr<gate::Log>> log = sui::server::open_json_log(clock, options.log_level);
  if (!log) {
    std::fprintf(stderr, "suisui-server: %s\n", to_text(log.error()).c_str());
    return 2;
  }
  return options.audit ? audit(options, **log) : serve(options, clock, **log);
}
