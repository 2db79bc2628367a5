// Many potters in one street: each is a real link with a key of its own, walking ten times a second.
//
// Counts who was really let in, how often each hears where the others are, how many of them it hears of, and what the
// server's processor time is. Fails when somebody is left outside or hears too little.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include "game/protocol/limits.h"
#include "game/town/link/link.h"

namespace sui {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::string server, folder = ".";
  int potters = 64, seconds = 6;
};

struct Bot {
  std::unique_ptr<town::Link> link;
  bool proven = false;
  protocol::AccountId account = 0;
  uint64_t presences = 0;
  std::set<protocol::AccountId> seen;
};

struct Server {
  pid_t process = -1;
  uint16_t port = 0;
};

uint64_t since_ms(Clock::time_point began) {
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count());
}

// The port stands in the server's first line of log.
uint16_t port_in(const std::string& log_path) {
  std::ifstream log(log_path);
  for (std::string line; std::getline(log, line);) {
    const std::size_t at = line.find("\"port\":");
    if (line.find("\"listening\"") != std::string::npos && at != std::string::npos) {
      return static_cast<uint16_t>(std::strtoul(line.c_str() + at + 7, nullptr, 10));
    }
  }
  return 0;
}

Server start(const Options& options) {
  const std::string log_path = options.folder + "/street_load.log", database = options.folder + "/street_load.sqlite";
  for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(database + tail);
  std::filesystem::remove(log_path);
  Server server;
  server.process = fork();
  if (server.process == 0) {
    if (freopen(log_path.c_str(), "w", stdout) == nullptr) _exit(127);
    execl(options.server.c_str(), options.server.c_str(), "--bind", "127.0.0.1", "--port", "0", "--database",
          database.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  for (int tries = 0; tries < 200 && server.port == 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    server.port = port_in(log_path);
  }
  return server;
}

void stop(const Server& server) {
  if (server.process <= 0) return;
  kill(server.process, SIGTERM);
  waitpid(server.process, nullptr, 0);
}

double processor_seconds(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return 0;
  unsigned long user = 0, system = 0;
  if (std::sscanf(text.c_str() + name_end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
                  &system) != 2) {
    return 0;
  }
  return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void hear(Bot& bot, uint64_t now_ms) {
  for (const town::LinkEvent& event : bot.link->poll(now_ms)) {
    if (const auto* connected = std::get_if<town::Connected>(&event)) {
      bot.proven = true;
      bot.account = connected->welcome.account;
    } else if (const auto* message = std::get_if<protocol::FromServer>(&event)) {
      const auto* presence = std::get_if<protocol::Presence>(message);
      if (presence == nullptr) continue;
      ++bot.presences;
      for (const protocol::Potter& potter : presence->potters) bot.seen.insert(potter.account);
    }
  }
}

void walk(Bot& bot, std::size_t index, uint64_t now_ms) {
  const double phase = static_cast<double>(now_ms) / 1000 * 0.4 + static_cast<double>(index);
  protocol::Walk step;
  step.x_mm = static_cast<int32_t>(18000 + 3000 * std::sin(phase));
  step.y_mm = static_cast<int32_t>(4500 + 1500 * std::cos(phase));
  (void)bot.link->send(step);
}

int measure(const Options& options) {
  const Server server = start(options);
  if (server.port == 0) {
    std::fprintf(stderr, "street_load: %s did not start to listen\n", options.server.c_str());
    stop(server);
    return 1;
  }
  const Clock::time_point began = Clock::now();
  std::vector<Bot> bots(static_cast<std::size_t>(options.potters));
  std::size_t proven = 0, called = 0;
  while (proven < bots.size() && since_ms(began) < 60000) {
    // Eight at a time, as people come through a gate.
    if (called < bots.size() && called < proven + 8) {
      Bot& bot = bots[called++];
      bot.link = town::make_link();
      bot.link->connect({"127.0.0.1", server.port}, {piece::make_key_pair(), "potter " + std::to_string(called), "en"});
    }
    proven = 0;
    for (std::size_t i = 0; i < called; ++i) {
      hear(bots[i], since_ms(began));
      proven += bots[i].proven ? 1 : 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const uint64_t joined_ms = since_ms(began);
  for (Bot& bot : bots) bot.presences = 0;
  const double processor_before = processor_seconds(server.process);
  uint64_t walked_ms = 0;
  while (since_ms(began) < joined_ms + static_cast<uint64_t>(options.seconds) * 1000) {
    const uint64_t now_ms = since_ms(began);
    const bool steps = now_ms - walked_ms >= 110;
    if (steps) walked_ms = now_ms;
    for (std::size_t i = 0; i < called; ++i) {
      if (steps) walk(bots[i], i, now_ms);
      hear(bots[i], now_ms);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
  }
  const double processor = processor_seconds(server.process) - processor_before;
  uint64_t least = ~0ull, most = 0;
  std::size_t least_seen = bots.size();
  for (const Bot& bot : bots) {
    least = std::min(least, bot.presences);
    most = std::max(most, bot.presences);
    least_seen = std::min(least_seen, bot.seen.size());
  }
  for (Bot& bot : bots) {
    if (bot.link) bot.link->disconnect();
  }
  stop(server);
  const double seconds = options.seconds;
  std::printf(
      "{\"potters\": %zu, \"let_in\": %zu, \"all_in_ms\": %llu, \"presence_per_s_least\": %.1f, "
      "\"presence_per_s_most\": %.1f, \"others_seen_least\": %zu, \"server_processor_pct\": %.1f}\n",
      bots.size(), proven, static_cast<unsigned long long>(joined_ms), static_cast<double>(least) / seconds,
      static_cast<double>(most) / seconds, least_seen, 100 * processor / seconds);
  const std::size_t in_sight = std::min(bots.size(), protocol::kPottersMax);
  const bool heard = static_cast<double>(least) / seconds >= protocol::kPresencePerSecond * 0.5;
  return proven == bots.size() && least_seen >= in_sight && heard ? 0 : 1;
}

}  // namespace
}  // namespace sui

int main(int count, char** words) {
  sui::Options options;
  CLI::App line{"Fills the bazaar's street with potters and measures."};
  line.add_option("--server", options.server, "the server program")->required();
  line.add_option("--folder", options.folder, "where its file and log may lie");
  line.add_option("--potters", options.potters, "how many")->check(CLI::Range(1, 500));
  line.add_option("--seconds", options.seconds, "how long they walk")->check(CLI::Range(1, 600));
  CLI11_PARSE(line, count, words);
  return sui::measure(options);
}
