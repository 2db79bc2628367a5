// What each part of the picture costs, and each rung of the ladder, against the whole picture: frames of the wheel and
// of the museum case drawn in software at 390 x 844, turn by turn in one run, so that a busy machine slows all alike.
//
// Reports ratios of processor time (all threads: software GL draws on several). Ends with 1 when a rung is no cheaper
// than the one above it. Usage: ladder_bench ASSETS_FOLDER
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "game/piece/making.h"
#include "game/studio/studio.h"
#include "tests/bench/offscreen_game.h"
#include "tests/replay/whole_lives.h"

namespace {

using namespace sui;

constexpr int kFramesBefore = 60, kFramesATurn = 6, kTurns = 6;

struct Way {
  const char* name;
  engine::Quality quality;
};

std::vector<Way> ways() {
  const auto but = [](void (*change)(engine::Quality&)) {
    engine::Quality quality;
    change(quality);
    return quality;
  };
  std::vector<Way> all = {{"whole", {}},
                          {"without shadows", but([](engine::Quality& q) { q.shadows = false; })},
                          {"without mirrored pots", but([](engine::Quality& q) { q.mirrors = false; })},
                          {"half the pixels", but([](engine::Quality& q) { q.scale = 0.7071f; })}};
  static const char* const kNames[] = {"rung 0", "rung 1", "rung 2", "rung 3"};
  for (std::size_t rung = 0; rung < engine::kRungs.size(); ++rung) all.push_back({kNames[rung], engine::kRungs[rung]});
  return all;
}

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Room {
  const char* name;
  studio::Room room;
  bool to_the_wire;  // only as far as the pot is thrown
};

// Milliseconds a frame, median of the turns, for each way.
std::vector<double> measure(bench::OffscreenGame& game, const piece::Making& whole, const Room& room,
                            const std::vector<Way>& all) {
  engine::App& app = *game.app;
  studio::Studio studio;
  studio::open_studio(app, studio, game.languages);
  uint32_t upto = static_cast<uint32_t>(whole.acts.size());
  if (room.to_the_wire) {
    upto = 0;
    while (whole.acts[upto].kind != craft::ActKind::kCut) ++upto;
  }
  if (!studio::resume(studio.pot, piece::cut_short(whole, upto))) return {};
  studio::return_to(studio, room.room);
  std::vector<std::vector<double>> turns(all.size());
  int count = 0;
  double began_ms = 0;
  std::size_t last_way = 0;
  app.run(
      [&](engine::Frame& frame) {
        const int step = count - kFramesBefore;
        const auto way = static_cast<std::size_t>(std::max(step, 0) / kFramesATurn) % all.size();
        if (step >= 0 && step % kFramesATurn == 0) {
          // The frame that changes over is nobody's: programs and small pictures may be made in it.
          if (step > 0) (void)app.picture();  // waits until all is drawn
          if (step > 0) turns[last_way].push_back((processor_ms() - began_ms) / (kFramesATurn - 1));
          app.scene().quality(all[way].quality);
          last_way = way;
        }
        if (step >= 0 && step % kFramesATurn == 1) (void)app.picture();
        if (step >= 0 && step % kFramesATurn == 1) began_ms = processor_ms();
        (void)studio::frame(studio, frame, app, game.strings, game.shelf);
        if (++count > kFramesBefore + kFramesATurn * kTurns * static_cast<int>(all.size())) app.quit();
      },
      [] {});
  std::vector<double> found;
  for (const std::vector<double>& of_way : turns) found.push_back(median(of_way));
  return found;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 2) return std::fprintf(stderr, "usage: ladder_bench ASSETS_FOLDER\n"), 2;
  bool is_ladder = true;
  const std::vector<Way> all = ways();
  for (const Room& room :
       {Room{"wheel", studio::Room::kWheel, true}, Room{"museum case", studio::Room::kReveal, false}}) {
    bench::OffscreenGame game;
    if (const auto opened = bench::open_offscreen(arguments[1], 1.0 / 60, game); !opened)
      return std::fprintf(stderr, "ladder_bench: %s\n", to_text(opened.error()).c_str()), 1;
    const std::vector<double> found = measure(game, replay::whole_lives().front().bench.making, room, all);
    if (found.empty()) return std::fprintf(stderr, "ladder_bench: the mug does not replay\n"), 1;
    std::printf("%s: %.2f ms of processor a frame\n", room.name, found.front());
    for (std::size_t index = 1; index < all.size(); ++index)
      std::printf("  %-22s %.2f of the whole\n", all[index].name, found[index] / found.front());
    const std::size_t top = all.size() - engine::kRungs.size();
    for (std::size_t rung = top + 1; rung < all.size(); ++rung) is_ladder &= found[rung] < found[rung - 1];
  }
  if (!is_ladder) std::fprintf(stderr, "ladder_bench: a rung is no cheaper than the one above\n");
  return is_ladder ? 0 : 1;
}
