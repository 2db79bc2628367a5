// What a frame costs the phone's processor: the wheel room with a finger pulling a wall, at 390×844.
//
// Reports the main thread's CPU time a frame (simulation, meshes, drawing calls) and its share of a 60 Hz frame, apart
// from all threads' with software drawing, which a graphics chip would do: a mean up to the last pixel, because frames
// are drawn behind the main thread's back and no single one says when. Usage: frame_bench ASSETS_FOLDER
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "game/studio/layout.h"
#include "game/studio/studio.h"
#include "tests/bench/offscreen_game.h"

namespace {

using namespace sui;

constexpr int kFramesBefore = 150, kFramesMeasured = 240;
constexpr double kFrameMs = 1000.0 / 60;

double clock_ms(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double at_share(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

engine::Touch finger(engine::Vec2 at, bool began, bool ended) {
  engine::Touch touch;
  touch.id = 1;
  touch.at = touch.start = touch.last = at;
  touch.began = began;
  touch.ended = touch.is_tap = ended;
  return touch;
}

// Frames 5 to 8 press the title's button; from kFramesBefore on, a finger climbs the wall again and again.
void play(engine::Frame& frame, int count) {
  if (count >= 5 && count <= 8) {
    const engine::Vec2 start = studio::layout::centre(studio::layout::home_start(frame.safe));
    frame.input.touches.push_back(finger(start, count == 5, count == 8));
  } else if (count >= kFramesBefore) {
    const int step = (count - kFramesBefore) % 80;
    frame.input.touches.push_back(finger({270, 470 - 1.5f * static_cast<float>(step)}, step == 0, step == 79));
  }
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 2) return std::fprintf(stderr, "usage: frame_bench ASSETS_FOLDER\n"), 2;
  bench::OffscreenGame game;
  if (const auto opened = bench::open_offscreen(arguments[1], 0, game); !opened)
    return std::fprintf(stderr, "frame_bench: %s\n", to_text(opened.error()).c_str()), 1;
  studio::Studio studio;
  studio::open_studio(*game.app, studio, game.languages);

  engine::UiState ui_state;
  std::vector<double> cpu_ms;
  int count = 0;
  double all_began_ms = 0, all_ms = 0;
  game.app->run(
      [&](engine::Frame& frame) {
        if (count == kFramesBefore) {
          (void)game.app->picture();  // waits until all is drawn
          all_began_ms = clock_ms(CLOCK_PROCESS_CPUTIME_ID);
        }
        const double cpu_began_ms = clock_ms(CLOCK_THREAD_CPUTIME_ID);
        // The engine's own input is what SDL saw, nothing; the bench's finger comes in beside it.
        engine::Input input;
        engine::Ui ui{frame.canvas, input, ui_state, frame.dt_s, frame.screen, frame.safe};
        engine::Frame touched{frame.now_s, frame.dt_s,   frame.screen, frame.safe,  input,
                              frame.scene, frame.canvas, ui,           frame.audio, 0};
        play(touched, count);
        (void)studio::frame(studio, touched, *game.app, game.strings, game.shelf);
        if (count >= kFramesBefore) cpu_ms.push_back(clock_ms(CLOCK_THREAD_CPUTIME_ID) - cpu_began_ms);
        if (++count < kFramesBefore + kFramesMeasured) return;
        (void)game.app->picture();
        all_ms = clock_ms(CLOCK_PROCESS_CPUTIME_ID) - all_began_ms;
        game.app->quit();
      },
      [] {});
  const bool at_the_wheel = studio.room == studio::Room::kWheel && studio.pot.bench &&
                            studio.pot.bench->making.acts.size() > 20;  // else something else was measured
  std::printf("wheel, a finger pulling: main thread %.2f ms a frame (median; p95 %.2f), %.0f %% of a 60 Hz frame\n",
              at_share(cpu_ms, 0.5), at_share(cpu_ms, 0.95), 100 * at_share(cpu_ms, 0.5) / kFrameMs);
  std::printf("all threads, the picture drawn in software: %.1f ms a frame (mean)\n", all_ms / kFramesMeasured);
  return at_the_wheel ? 0 : 1;
}
