#include "game/engine/app.h"

#include <SDL.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <cstring>
#include <ctime>
#include <tuple>

#include "game/engine/audio_root.h"
#include "game/engine/canvas_root.h"
#include "game/engine/gestures.h"
#include "game/engine/gl.h"
#include "game/engine/limits.h"
#include "game/engine/pictures_folder.h"
#include "game/engine/scene_root.h"
#include "game/engine/ui_root.h"
#include "game/engine/window_events.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

#include "game/engine/web.h"
#endif

namespace sui::engine {
namespace {

constexpr double kSleptS = 1;
constexpr int kSoundRate_hz = 44100, kSoundFrames = 1024;
constexpr int kSamplesWanted = 4;

double seconds() {
  return static_cast<double>(SDL_GetPerformanceCounter()) / static_cast<double>(SDL_GetPerformanceFrequency());
}

struct OpenWindow {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  Dialect dialect = Dialect::kEs300;
};

void close(OpenWindow& open) {
  if (open.context != nullptr) SDL_GL_DeleteContext(open.context);
  if (open.window != nullptr) SDL_DestroyWindow(open.window);
  open.context = nullptr;
  open.window = nullptr;
}

bool try_window(const AppOptions& options, Dialect dialect, int samples, OpenWindow& open) {
  const bool es = dialect == Dialect::kEs300;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, es ? SDL_GL_CONTEXT_PROFILE_ES : SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, es ? 0 : 3);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 24);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, samples > 0 ? 1 : 0);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLESAMPLES, samples);
  const int x = options.position_x >= 0 ? options.position_x : static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
  const int y = options.position_y >= 0 ? options.position_y : static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
  open.window =
      SDL_CreateWindow(options.title.c_str(), x, y, options.width_px, options.height_px,
                       SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
  if (open.window != nullptr) open.context = SDL_GL_CreateContext(open.window);
  open.dialect = dialect;
  if (open.context != nullptr) return true;
  close(open);
  return false;
}

#ifndef __EMSCRIPTEN__
bool draws_in_software() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  if (name == nullptr) return false;
  for (const char* known : {"llvmpipe", "softpipe", "SwiftShader", "GDI Generic"}) {
    if (std::strstr(name, known) != nullptr) return true;
  }
  return false;
}
#endif

// Four samples a pixel double the cost where the processor draws. A page learns that before it opens its one context,
// a desktop by looking at the first.
int samples_to_try() {
#ifdef __EMSCRIPTEN__
  return web::draws_in_software() ? 0 : kSamplesWanted;
#else
  return kSamplesWanted;
#endif
}

Result<OpenWindow> open_window(const AppOptions& options) {
  OpenWindow open;
  const int samples_first = samples_to_try();
  std::string trouble;
  for (Dialect dialect : {Dialect::kEs300, Dialect::kCore330}) {
    if (options.flavour == GlFlavour::kEs3 && dialect == Dialect::kCore330) continue;
    if (options.flavour == GlFlavour::kCore33 && dialect == Dialect::kEs300) continue;
    for (int samples : {samples_first, 0}) {
      if (!try_window(options, dialect, samples, open)) {
        trouble = SDL_GetError();
        continue;
      }
#ifndef __EMSCRIPTEN__
      if (samples > 0 && draws_in_software()) {
        close(open);
        continue;
      }
#endif
      return open;
    }
  }
  return Error{"window", "no OpenGL ES 3.0 or OpenGL 3.3 here (" + trouble + ")"};
}

#ifdef __ANDROID__
// Inside an application package there are no folders, only SDL's reader.
class PackagedAssets : public Assets {
 public:
  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    std::size_t size = 0;
    void* data = SDL_LoadFile(name.c_str(), &size);
    if (data == nullptr) return Error{"assets/" + name, "is not there"};
    const auto* bytes = static_cast<const uint8_t*>(data);
    std::vector<uint8_t> out(bytes, bytes + size);
    SDL_free(data);
    return out;
  }
};
#endif

Result<std::unique_ptr<Assets>> assets_of(const AppOptions& options) {
#ifdef __ANDROID__
  if (options.assets_folder.empty()) return std::unique_ptr<Assets>(std::make_unique<PackagedAssets>());
#endif
  std::string folder = options.assets_folder;
  if (folder.empty()) {
#ifdef __EMSCRIPTEN__
    folder = "/assets";
#else
    char* base = SDL_GetBasePath();
    folder = std::string(base == nullptr ? "" : base) + "assets";
    SDL_free(base);
#endif
  }
  return open_assets(folder);
}

Result<std::unique_ptr<Files>> files_of(const AppOptions& options) {
  std::string folder = options.files_folder;
#ifdef __EMSCRIPTEN__
  return open_files(folder.empty() ? "/save" : folder, web::keep_files);
#else
  if (folder.empty()) {
    char* place = SDL_GetPrefPath("suisui", "kiln");
    if (place == nullptr) return Error{"saved games", SDL_GetError()};
    folder = place;
    SDL_free(place);
  }
  return open_files(folder);
#endif
}

void SDLCALL pull_sound(void* audio, Uint8* stream, int bytes) {
  const int frames = bytes / static_cast<int>(2 * sizeof(float));
  static_cast<AudioRoot*>(audio)->mix(reinterpret_cast<float*>(stream), frames);
}

class SdlApp : public App {
 public:
  explicit SdlApp(const AppOptions& options) : options_(options) {}
  ~SdlApp() override {
    if (sound_ != 0) SDL_CloseAudioDevice(sound_);
    canvas_.reset();
    scene_.reset();
    close(open_);
    SDL_Quit();
  }

  Result<Done> open();

  Scene& scene() override { return *scene_; }
  Canvas& canvas() override { return *canvas_; }
  Audio& audio() override { return *audio_; }
  Files& files() override { return *files_; }
  Assets& assets() override { return *assets_; }
  std::string system_language() const override;
  uint64_t wall_clock_ms() const override;
  double local_hour() const override;
  void keyboard(bool wanted, Rect field) override;
  void vibrate(int milliseconds) override;
  void comfort(const Comfort& comfort) override;
  void quit() override { leaving_now_ = true; }
  Picture picture() override { return read_back(width_px_, height_px_); }
  Picture drawn(int width_px, int height_px, float width_pt, const std::function<void(Frame&)>& draw) override;
  Result<Shared> share(const std::string& name, const std::vector<uint8_t>& png) override;
  int run(std::function<void(Frame&)> frame, std::function<void()> leaving) override;

 private:
  void open_sound();
  void measure_window();
  void gather_events();
  void follow_focus();
  void one_frame();
  void choose_quality(double now_s);
  void sleep_until_due();
  void draw_into(GLuint framebuffer, int width_px, int height_px, float pixels_per_point);
  Picture read_back(int width_px, int height_px);

  AppOptions options_;
  OpenWindow open_;
  std::unique_ptr<Assets> assets_;
  std::unique_ptr<Files> files_;
  std::unique_ptr<SceneRoot> scene_;
  std::unique_ptr<CanvasRoot> canvas_;
  std::unique_ptr<AudioRoot> audio_;
  SDL_AudioDeviceID sound_ = 0;
  bool sound_runs_ = false;
  Gestures gestures_;
  UiState ui_state_;
  std::function<void(Frame&)> frame_;
  std::function<void()> leaving_;
  Vec2 window_pt_;
  Rect safe_;
  int width_px_ = 1, height_px_ = 1;
  float points_per_unit_ = 1, text_scale_ = 1;
  double opened_s_ = 0, last_s_ = 0, last_frame_s_ = 0, due_s_ = 0, cpu_ms_last_ = 0;
#if defined(__ANDROID__) || defined(__IPHONEOS__)
  SDL_Haptic* haptic_ = nullptr;
#endif
  Climber climber_;
  int rung_wished_ = options_.rung, rung_ = 0;
  bool leaving_now_ = false, hidden_ = false, may_vibrate_ = true, device_wants_little_motion_ = false;
  uint32_t keyboard_for_ = 0;
};

Result<Done> SdlApp::open() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_ANDROID_TRAP_BACK_BUTTON, "1");
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
  SDL_SetHint("SDL_WINDOWS_DPI_SCALING", "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) return Error{"window", SDL_GetError()};

  Result<std::unique_ptr<Assets>> assets = assets_of(options_);
  if (!assets) return assets.error();
  assets_ = std::move(*assets);
  Result<std::unique_ptr<Files>> files = files_of(options_);
  if (!files) return files.error();
  files_ = std::move(*files);

  Result<OpenWindow> window = open_window(options_);
  if (!window) return window.error();
  open_ = *window;
  Result<std::unique_ptr<SceneRoot>> scene = open_scene(*assets_, open_.dialect, [this] {
    if (canvas_) canvas_->flush();
  });
  if (!scene) return scene.error();
  scene_ = std::move(*scene);
  Result<std::unique_ptr<CanvasRoot>> canvas = open_canvas(*assets_, open_.dialect, scene_.get());
  if (!canvas) return canvas.error();
  canvas_ = std::move(*canvas);

  audio_ = open_audio(kSoundRate_hz, SDL_GetPerformanceCounter());
  SDL_StopTextInput();
  SDL_ShowWindow(open_.window);
#ifdef __EMSCRIPTEN__
  ui_state_.reduced_motion = device_wants_little_motion_ = web::wants_reduced_motion();
#else
  SDL_GL_SetSwapInterval(draws_in_software() ? 0 : 1);
  open_sound();
#endif
  opened_s_ = last_s_ = seconds();
  measure_window();
  return Done{};
}

// No device is no reason not to play.
void SdlApp::open_sound() {
  if (!options_.sound || sound_ != 0) return;
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
  SDL_AudioSpec wanted{};
  wanted.freq = kSoundRate_hz;
  wanted.format = AUDIO_F32SYS;
  wanted.channels = 2;
  wanted.samples = kSoundFrames;
  wanted.callback = pull_sound;
  wanted.userdata = audio_.get();
  sound_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (sound_ != 0) SDL_PauseAudioDevice(sound_, 0);
  sound_runs_ = sound_ != 0;
}

std::string SdlApp::system_language() const {
#ifdef __EMSCRIPTEN__
  return web::language().substr(0, 2);
#else
  std::string language;
  SDL_Locale* locales = SDL_GetPreferredLocales();
  if (locales != nullptr && locales->language != nullptr) language = locales->language;
  SDL_free(locales);
  return language;
#endif
}

double SdlApp::local_hour() const {
  const std::time_t now = std::time(nullptr);
  const std::tm* local = std::localtime(&now);  // on one thread only: nobody else asks for it
  return local == nullptr ? 12.0 : local->tm_hour + local->tm_min / 60.0 + local->tm_sec / 3600.0;
}

uint64_t SdlApp::wall_clock_ms() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

void SdlApp::keyboard(bool wanted, Rect field) {
#ifdef __EMSCRIPTEN__
  web::show_keyboard(wanted, field);
#else
  if (!wanted) {
    SDL_StopTextInput();
    return;
  }
  const auto unit = [this](float pt) { return static_cast<int>(std::lround(pt / points_per_unit_)); };
  SDL_Rect area{unit(field.x), unit(field.y), unit(field.w), unit(field.h)};
  SDL_SetTextInputRect(&area);
  SDL_StartTextInput();
#endif
}

void SdlApp::comfort(const Comfort& comfort) {
  text_scale_ = comfort.text_scale;
  canvas_->text_scale(text_scale_);
  ui_state_.reduced_motion = comfort.little_motion || device_wants_little_motion_;
  may_vibrate_ = comfort.vibration;
  rung_wished_ = comfort.rung >= 0 ? comfort.rung : options_.rung;
  audio_->mute(comfort.muted);
  audio_->volume(comfort.sound_0_1, comfort.music_0_1);
}

void SdlApp::vibrate([[maybe_unused]] int milliseconds) {
  if (!may_vibrate_) return;
#ifdef __EMSCRIPTEN__
  web::vibrate(milliseconds);
#elif defined(__ANDROID__) || defined(__IPHONEOS__)
  if (SDL_WasInit(SDL_INIT_HAPTIC) == 0 && SDL_InitSubSystem(SDL_INIT_HAPTIC) != 0) return;
  if (haptic_ == nullptr) haptic_ = SDL_HapticOpen(0);
  if (haptic_ == nullptr) return;
  if (SDL_HapticRumbleInit(haptic_) == 0) SDL_HapticRumblePlay(haptic_, 0.6f, static_cast<Uint32>(milliseconds));
#endif
}

Picture SdlApp::read_back(int width_px, int height_px) {
  canvas_->flush();
  Picture picture;
  picture.width = width_px;
  picture.height = height_px;
  const std::size_t row = static_cast<std::size_t>(width_px) * 4;
  std::vector<uint8_t> lowest_first(row * static_cast<std::size_t>(height_px));
  glReadPixels(0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, lowest_first.data());
  for (int y = height_px - 1; y >= 0; --y) {
    const auto from = lowest_first.begin() + static_cast<std::ptrdiff_t>(row) * y;
    picture.pixels.insert(picture.pixels.end(), from, from + static_cast<std::ptrdiff_t>(row));
  }
  for (std::size_t alpha = 3; alpha < picture.pixels.size(); alpha += 4) picture.pixels[alpha] = 255;
  return picture;
}

void SdlApp::draw_into(GLuint framebuffer, int width_px, int height_px, float pixels_per_point) {
  canvas_->flush();
  canvas_->draw_into(framebuffer);
  scene_->draw_into(framebuffer);
  scene_->start_frame(width_px, height_px, pixels_per_point, last_s_ - opened_s_);
  canvas_->start_frame(width_px, height_px, pixels_per_point);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

Picture SdlApp::drawn(int width_px, int height_px, float width_pt, const std::function<void(Frame&)>& draw) {
  constexpr int kFiner = 2;  // edges are smoothed by drawing larger: not every GL can do it in a buffer
  const int width = width_px * kFiner, height = height_px * kFiner;
  const float pixels_per_point = static_cast<float>(width) / width_pt;
  GLuint framebuffer = 0, buffers[2] = {0, 0};
  glGenFramebuffers(1, &framebuffer);
  glGenRenderbuffers(2, buffers);
  draw_into(framebuffer, width, height, pixels_per_point);
  for (const auto& [buffer, format, where] :
       {std::tuple<GLuint, GLenum, GLenum>{buffers[0], GL_RGBA8, GL_COLOR_ATTACHMENT0},
        {buffers[1], GL_DEPTH_COMPONENT24, GL_DEPTH_ATTACHMENT}}) {
    glBindRenderbuffer(GL_RENDERBUFFER, buffer);
    glRenderbufferStorage(GL_RENDERBUFFER, format, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, where, GL_RENDERBUFFER, buffer);
  }
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  canvas_->text_scale(1);
  scene_->quality(kRungs[0]);  // it is one picture: nobody waits for the next
  const Rect whole{0, 0, width_pt, static_cast<float>(height) / pixels_per_point};
  Input nobody;
  UiState untouched;
  Ui ui{*canvas_, nobody, untouched, 0, whole, whole};
  Frame frame{last_s_ - opened_s_, 0, whole, whole, nobody, *scene_, *canvas_, ui, *audio_, cpu_ms_last_};
  draw(frame);
  canvas_->flush();
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  const Picture large = read_back(width, height);
  canvas_->text_scale(text_scale_);
  scene_->quality(kRungs[static_cast<std::size_t>(rung_)]);
  draw_into(0, width_px_, height_px_, static_cast<float>(width_px_) / window_pt_.x);
  glDeleteFramebuffers(1, &framebuffer);
  glDeleteRenderbuffers(2, buffers);
  return halved(large);
}

Result<Shared> SdlApp::share(const std::string& name, const std::vector<uint8_t>& png) {
  if (!is_file_name(name)) return Error{name, "is not a file name"};
#ifdef __EMSCRIPTEN__
  return Shared{web::share(name, png) ? Shared::Way::kSheet : Shared::Way::kDownload, {}};
#else
  const auto kept =
      keep_picture(options_.pictures_folder.empty() ? pictures_folder() : options_.pictures_folder, name, png);
  if (!kept) return kept.error();
  return Shared{Shared::Way::kFolder, *kept};
#endif
}

void SdlApp::measure_window() {
  int width = 1, height = 1;
  SDL_GetWindowSize(open_.window, &width, &height);
  SDL_GL_GetDrawableSize(open_.window, &width_px_, &height_px_);
  points_per_unit_ = 1;
#ifdef __ANDROID__
  // There the window is measured in pixels; a point is 1/160 inch.
  float dpi = 160;
  if (SDL_GetDisplayDPI(0, &dpi, nullptr, nullptr) == 0 && dpi > 0) points_per_unit_ = 160 / dpi;
#endif
  window_pt_ = {static_cast<float>(std::max(width, 1)) * points_per_unit_,
                static_cast<float>(std::max(height, 1)) * points_per_unit_};
  safe_ = {0, 0, window_pt_.x, window_pt_.y};
#ifdef __EMSCRIPTEN__
  const Rect insets = web::safe_insets();
  safe_ = {insets.x, insets.y, window_pt_.x - insets.x - insets.w, window_pt_.y - insets.y - insets.h};
#endif
}

void SdlApp::gather_events() {
  WindowNews news;
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) note_event(event, window_pt_, points_per_unit_, gestures_, news);
#ifdef __EMSCRIPTEN__
  for (char c : web::take_typed()) {
    if (c == '\b' || c == '\n') {
      const Key key = c == '\b' ? Key::kBackspace : Key::kEnter;
      key_down(gestures_, key);
      key_up(gestures_, key);
    } else {
      typed(gestures_, std::string_view(&c, 1));
    }
  }
  gestures_.input.composing = web::composing();
  const bool touched =
      std::any_of(gestures_.events.begin(), gestures_.events.end(), [](const Gestures::Event& e) { return e.down; });
  if (touched) open_sound();  // browsers stay silent until a touch
#endif
  if (news.toggled_fullscreen) {
    const bool is_full = (SDL_GetWindowFlags(open_.window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(open_.window, is_full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
  }
  if (news.closed) leaving_now_ = true;
  if (news.hidden != news.shown) {
    const bool hides = news.hidden && !hidden_;
    hidden_ = news.hidden;
    if (hides && leaving_) leaving_();
    if (sound_ != 0) SDL_PauseAudioDevice(sound_, hidden_ ? 1 : 0);
  }
}

// The keyboard follows the text field that has the focus.
void SdlApp::follow_focus() {
  if (ui_state_.focused_id == keyboard_for_) return;
  keyboard_for_ = ui_state_.focused_id;
  keyboard(keyboard_for_ != 0, ui_state_.focused_area);
}

void SdlApp::one_frame() {
  const double began_s = seconds();
  const double frame_s = options_.frame_s_fixed > 0 ? last_s_ + options_.frame_s_fixed : began_s;
  const double dt_s = std::clamp(frame_s - last_s_, 0.0, kFrameSecondsMax), now_s = frame_s - opened_s_;
  last_s_ = frame_s;
  gather_events();
  if (hidden_) {
    forget_frame(gestures_);
#ifndef __EMSCRIPTEN__
    SDL_Delay(30);  // a page that hides gets no frames anyway
#endif
    return;
  }
  measure_window();
  choose_quality(began_s);
  const float pixels_per_point = static_cast<float>(width_px_) / window_pt_.x;
  settle_frame(gestures_, now_s, dt_s);
  start_ui_frame(ui_state_, now_s);
  scene_->start_frame(width_px_, height_px_, pixels_per_point, now_s);
  canvas_->start_frame(width_px_, height_px_, pixels_per_point);
  const Rect screen{0, 0, window_pt_.x, window_pt_.y};
  Ui ui{*canvas_, gestures_.input, ui_state_, dt_s, screen, safe_};
  Frame frame{now_s, dt_s, screen, safe_, gestures_.input, *scene_, *canvas_, ui, *audio_, cpu_ms_last_};
  frame_(frame);
  canvas_->flush();
  end_ui_frame(ui_state_, gestures_.input);
  follow_focus();
  forget_frame(gestures_);
  cpu_ms_last_ = (seconds() - began_s) * 1000;
  SDL_GL_SwapWindow(open_.window);
}

// As fine as frames come in time; pictures and films are always drawn whole.
void SdlApp::choose_quality(double now_s) {
  const double frame_s = now_s - last_frame_s_;
  last_frame_s_ = now_s;
  int rung = rung_wished_ >= 0 ? std::min(rung_wished_, kRungLowest) : climber_.rung;
  if (options_.frame_s_fixed > 0) {
    rung = std::max(rung_wished_, 0);
  } else if (rung_wished_ < 0 && frame_s < kSleptS) {  // a page that slept is no slow device
    rung = climb(climber_, frame_s);
  }
  if (rung == rung_) return;
  rung_ = rung;
  scene_->quality(kRungs[static_cast<std::size_t>(rung)]);
}

void SdlApp::sleep_until_due() {
  if (options_.frames_per_second_max <= 0) return;
  const double period_s = 1 / options_.frames_per_second_max, now_s = seconds();
  due_s_ = std::max(due_s_ + period_s, now_s - period_s);
  const double ahead_ms = (due_s_ - now_s) * 1000;
  if (ahead_ms >= 1) SDL_Delay(static_cast<Uint32>(ahead_ms));
}

int SdlApp::run(std::function<void(Frame&)> frame, std::function<void()> leaving) {
  assert(frame);
  frame_ = std::move(frame);
  leaving_ = std::move(leaving);
  last_s_ = due_s_ = seconds();
  if (options_.frame_s_fixed > 0) opened_s_ = last_s_;
#ifdef __EMSCRIPTEN__
  emscripten_set_main_loop_arg([](void* app) { static_cast<SdlApp*>(app)->one_frame(); }, this, 0, 1);
#else
  while (!leaving_now_) {
    one_frame();
    sleep_until_due();
  }
#endif
  if (leaving_) leaving_();
  return 0;
}

}  // namespace

Result<std::unique_ptr<App>> open_app(const AppOptions& options) {
  auto app = std::make_unique<SdlApp>(options);
  Result<Done> opened = app->open();
  if (!opened) return opened.error();
  return std::unique_ptr<App>(std::move(app));
}

}  // namespace sui::engine
