// App: the window and the frame. Opens SDL, GL and sound, turns events into Input, and calls one function per frame.
//
// The main loop is a callback, so the browser can own it. Wall-clock time is clamped here and nowhere else (dt <= 0.1
// s). Owns everything that sees SDL; hands out Scene, Canvas, Audio, Files by reference. Units: pt (Frame::screen) and
// seconds.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "game/base/result.h"
#include "game/engine/audio.h"
#include "game/engine/canvas.h"
#include "game/engine/files.h"
#include "game/engine/input.h"
#include "game/engine/scene.h"
#include "game/engine/ui.h"

namespace sui::engine {

enum class GlFlavour : uint8_t { kAny, kEs3, kCore33 };

struct AppOptions {
  std::string title = "岁岁窑 Sui Sui Kiln";
  int width_px = 390, height_px = 844;
  int position_x = -1, position_y = -1;  // -1: let the desktop decide
  GlFlavour flavour = GlFlavour::kAny;
  std::string files_folder;     // empty: the platform's place for saved games
  std::string assets_folder;    // empty: beside the program
  std::string pictures_folder;  // empty: the player's own
  bool sound = true;
  double frames_per_second_max = 60;
  int rung = -1;             // of the picture's quality (quality.h), 0 whole; -1: as frames come in time
  double frame_s_fixed = 0;  // over 0: every frame lasts exactly so long, whatever the clock says (pictures, tests)
};

struct Comfort {  // as the player likes it
  float text_scale = 1;
  bool little_motion = false;  // also when the device asks for it
  bool vibration = true;
  bool muted = false;
  float sound_0_1 = 1, music_0_1 = 1;
  int rung = -1;  // of quality.h's ladder, 0 the whole picture; -1: as the device bears
};

struct Picture {  // RGBA, the top row first
  int width = 0, height = 0;
  std::vector<uint8_t> pixels;
};

// Where a picture that was shared went to.
struct Shared {
  enum class Way : uint8_t { kFolder, kSheet, kDownload };  // the browser's sheet of people and places, or a download
  Way way = Way::kFolder;
  std::string path;  // with kFolder
};

struct Frame {
  double now_s = 0, dt_s = 0;  // since the app opened; dt clamped
  Rect screen, safe;           // pt
  Input& input;
  Scene& scene;
  Canvas& canvas;
  Ui& ui;
  Audio& audio;
  double cpu_ms_last = 0;  // CPU time of the frame before, without waiting for the display
};

class App {
 public:
  virtual ~App() = default;
  virtual Scene& scene() = 0;
  virtual Canvas& canvas() = 0;
  virtual Audio& audio() = 0;
  virtual Files& files() = 0;
  virtual Assets& assets() = 0;
  virtual std::string system_language() const = 0;     // "zh", "en", …
  virtual uint64_t wall_clock_ms() const = 0;          // for names and dates, never for simulation
  virtual double local_hour() const = 0;               // 0..24 where the device is: for the light in the rooms
  virtual void keyboard(bool wanted, Rect field) = 0;  // on-screen keyboard
  virtual void vibrate(int milliseconds) = 0;
  virtual void comfort(const Comfort& comfort) = 0;
  virtual void quit() = 0;
  virtual Picture picture() = 0;  // what this frame has drawn so far; slow
  // Draws off the screen, alike on every device: `width_pt` across, letters at their own size. Slow; not between
  // Scene::begin and end.
  virtual Picture drawn(int width_px, int height_px, float width_pt, const std::function<void(Frame&)>& draw) = 0;
  // Hands a PNG to the player: into the pictures folder, or to the browser. `name` as Files names, with .png.
  virtual Result<Shared> share(const std::string& name, const std::vector<uint8_t>& png) = 0;
  // Runs until quit(); in the browser returns never. `leaving` is called when the window closes or the page hides.
  virtual int run(std::function<void(Frame&)> frame, std::function<void()> leaving) = 0;
};

Result<std::unique_ptr<App>> open_app(const AppOptions& options);
Picture halved(const Picture& picture);  // four pixels become one
std::vector<uint8_t> png_of(const Picture& picture);
std::vector<uint8_t> jpeg_of(const Picture& picture);  // for pages: a tenth of the bytes

}  // namespace sui::engine
