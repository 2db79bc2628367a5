// The gallery: every screen (screens.h) with one pot on it, drawn off the screen at any size and in any language.
//
// Draws with the game's own code and a clock of its own, so that the same build makes the same pictures; says which
// words are cut. Goldens are compared in golden.h.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "game/engine/app.h"
#include "game/engine/languages.h"
#include "game/engine/style.h"
#include "game/piece/record.h"
#include "game/shelf/shelf.h"
#include "game/studio/card.h"
#include "game/studio/layout.h"
#include "game/studio/studio.h"
#include "tests/gallery/fair.h"
#include "tests/gallery/fit.h"
#include "tests/gallery/golden.h"
#include "tests/gallery/screens.h"
#include "tests/gallery/town_fit.h"
#include "tests/unit/temp_folder.h"

namespace {

using namespace sui;
using craft::ActKind;
using engine::Vec2;
using gallery::kFrameS;
using gallery::Press;
using gallery::Screen;
namespace layout = studio::layout;

// So many of the one pot on the shelf, each taken for another.
void fill_shelf(shelf::Shelf& shelf, std::size_t count) {
  shelf.pieces.resize(std::max<std::size_t>(1, std::min(count, shelf.pieces.size())));
  while (shelf.pieces.size() < count) {
    shelf::ShelfPiece another = shelf.pieces.front();
    another.fingerprint[0] ^= static_cast<uint8_t>(shelf.pieces.size());
    another.fingerprint[1] ^= static_cast<uint8_t>(shelf.pieces.size() >> 8);
    shelf.pieces.push_back(std::move(another));
  }
}

struct Options {
  engine::AppOptions app;
  std::string pot, out, goldens, pages, language = "zh", only;
  bool fit = false, large = false, renew = false;
};

piece::Making making_for(const Screen& screen, const piece::Making& whole) {
  if (screen.before == ActKind::kFire) return whole;
  uint32_t upto = 0;
  while (upto < whole.acts.size() && whole.acts[upto].kind != screen.before) ++upto;
  if (screen.before == ActKind::kWheel) upto = 0;
  upto = static_cast<uint32_t>(upto * screen.share);
  return piece::cut_short(whole, upto);
}

Vec2 place_of(const Press& press, engine::Rect safe, int frame) {
  const Vec2 from = press.at(safe);
  if (press.to == nullptr || frame <= press.frame) return from;
  const Vec2 to = press.to(safe);
  const float share = static_cast<float>(frame - press.frame) / static_cast<float>(press.frames - 1);
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

engine::Touch touch_of(const Press& press, int64_t id, engine::Rect safe, int frame) {
  engine::Touch touch;
  touch.id = id;
  touch.start = press.at(safe);
  touch.at = place_of(press, safe, frame);
  touch.last = place_of(press, safe, frame - 1);
  touch.speed = {static_cast<float>((touch.at.x - touch.last.x) / kFrameS),
                 static_cast<float>((touch.at.y - touch.last.y) / kFrameS)};
  touch.began = frame == press.frame;
  touch.ended = frame == press.frame + press.frames - 1;
  touch.is_tap = touch.ended && press.frames < 5;
  touch.held_s = (frame - press.frame) * kFrameS;
  return touch;
}

// One screen from its first frame to its picture.
class Sitting {
 public:
  Sitting(engine::App& app, const engine::Languages& languages, const engine::Strings& strings, shelf::Shelf& shelf,
          const piece::Making& whole)
      : app_(app), strings_(&strings), shelf_(shelf), whole_(whole) {
    studio::open_studio(app, studio_, languages);
    street_ = town::open_town(app.scene(), app.assets(), app.files(), {});
  }
  engine::Picture card() {
    const studio::Pot& pot = studio_.pot;
    const studio::CardPot shown{pot.look,
                                pot.shown,
                                studio_.reveal.suggested,
                                strings_->language == "zh" ? "陶小满" : "Barefoot Otter",
                                studio::facts_line(*strings_, pot.measures, pot.bench->workpiece.firing.cone),
                                piece::fingerprint(pot.bench->making),
                                0.06f};
    return app_.drawn(studio::kCardWidthPx, studio::kCardHeightPx, studio::kCardWidth,
                      [&](engine::Frame& frame) { studio::draw_card(frame, *strings_, studio_.workshop, shown); });
  }
  void speak(const engine::Strings& strings) { strings_ = &strings; }
  // False when the pot cannot be put there.
  bool start(const Screen& screen) {
    screen_ = &screen;
    frame_ = 0;
    studio_.pot.bench.reset();
    shelf_.settings.companion = screen.companion.empty() ? std::string(engine::kFirstCompanion) : screen.companion;
    const piece::Making making = making_for(screen, whole_);
    const bool put = making.acts.empty() || take_up(making);
    if (!put) std::fprintf(stderr, "gallery: %s: %s\n", screen.name, studio_.pot.complaint.c_str());
    if (put && screen.before_entering != nullptr) screen.before_entering(studio_.pot, shelf_.settings);
    ui_state_ = engine::UiState{};
    studio_.wheel = studio::Wheel{};
    studio_.drying = studio::Drying{};
    studio::PatternSheet patterns = studio_.painting.patterns;  // its previews take a while to paint
    patterns.open = false;
    patterns.openness = patterns.scrolled = 0;
    studio_.painting = studio::Painting{};
    studio_.painting.patterns = patterns;
    studio_.wheel.assist = true;
    studio::ShelfRoom shelf_room;  // its portraits stay its own, or they would lie on the GPU for nobody
    shelf_room.portraits = std::move(studio_.shelf_room.portraits);
    shelf_room.frames = studio_.shelf_room.frames;
    studio_.shelf_room = std::move(shelf_room);
    fill_shelf(shelf_, screen.shelved);
    studio_.trimming.lean_0_1 = studio::TrimmingRoom{}.lean_0_1;
    studio_.firing = studio::Firing{};
    studio_.glazing = studio::Glazing{};
    shelf_.book = shelf::Book{};
    shelf_.book.learned = {"centre", "open", "pull"};
    shelf_.book.delivered = {"tea_bowl"};
    shelf_.book.best = {{"tea_bowl", 78}, {"opera_cup", 41}};
    shelf_.book.ordered = screen.order;
    shelf_.book.read = {"duck", "drifters"};
    shelf_.book.story_offered = std::string_view(screen.name) != "home-story";
    studio_.commission = studio::CommissionView{};
    studio_.book = studio::BookRoom{};
    studio::end_lesson(studio_.guide);
    studio_.workshop.feeling = {};
    if (screen.fair) gallery::open_fair(*street_, shelf_.pieces.front().baked, *screen.fair);
    studio::return_to(studio_, screen.room);
    studio_.going.chapter = screen.chapter;
    studio_.codex = studio::Codex{};
    studio_.going.lesson = studio::lesson_named(screen.lesson);
    return put;
  }
  bool is_at_last() const { return frame_ + 1 == screen_->frames; }
  // True once the picture can be taken.
  bool draw(engine::Frame& frame) {
    frame.scene.nightfall(screen_->night);
    studio_.workshop.night = screen_->night;
    if (screen_->sheet != nullptr) {
      screen_->sheet(frame, studio_.workshop);
      return ++frame_ == screen_->frames;
    }
    engine::Input input;
    int64_t finger = 0;
    for (const Press& press : screen_->presses) {
      ++finger;
      if (frame_ >= press.frame && frame_ < press.frame + press.frames)
        input.touches.push_back(touch_of(press, finger, frame.safe, frame_));
    }
    engine::Ui ui{frame.canvas, input, ui_state_, kFrameS, frame.screen, frame.safe};
    // Every screen has a clock of its own: what is drawn must not hang on which screens came before.
    engine::Frame touched{1 + frame_ * kFrameS, kFrameS,      frame.screen, frame.safe,  input,
                          frame.scene,          frame.canvas, ui,           frame.audio, 0};
    if (screen_->fair) {
      town::nightfall(*street_, screen_->night);
      gallery::draw_fair(*street_, touched, shelf_, *strings_);
      return ++frame_ == screen_->frames;
    }
    (void)studio::frame(studio_, touched, app_, *strings_, shelf_);
    return ++frame_ == screen_->frames;
  }

 private:
  // Thrown once for all languages and sizes: throwing again is most of what a screen costs when nothing is drawn.
  bool take_up(const piece::Making& making) {
    const auto known = std::find_if(thrown_.begin(), thrown_.end(), [&](const piece::Bench& bench) {
      return bench.making.acts.size() == making.acts.size();
    });
    if (known != thrown_.end()) {
      studio_.pot.bench = *known;
      studio::repaint(studio_.pot);
      return true;
    }
    if (!studio::resume(studio_.pot, making)) return false;
    thrown_.push_back(*studio_.pot.bench);
    return true;
  }

  std::vector<piece::Bench> thrown_;
  engine::App& app_;
  const engine::Strings* strings_;
  shelf::Shelf& shelf_;
  const piece::Making& whole_;
  studio::Studio studio_;
  town::TownPointer street_;
  engine::UiState ui_state_;
  const Screen* screen_ = nullptr;
  int frame_ = 0;
};

int complain(const Error& error) {
  std::fprintf(stderr, "gallery: %s\n", to_text(error).c_str());
  return 1;
}

// Keeps the picture; with goldens, the small one is held against its own, or becomes it.
bool keep(const Options& options, const char* name, const engine::Picture& picture) {
  const auto kept = gallery::write_png(options.out + "/" + name + ".png", picture);
  if (!kept) return complain(kept.error()) == 0;
  if (!options.pages.empty()) {
    const auto shown = gallery::write_jpeg(options.pages + "/" + name + ".jpg", picture);
    if (!shown) return complain(shown.error()) == 0;
  }
  if (options.goldens.empty()) return true;
  const engine::Picture small = gallery::shrunk(picture);
  const std::string golden_path = options.goldens + "/" + name + ".png";
  if (options.renew) {
    const auto renewed = gallery::write_png(golden_path, small);
    return renewed || complain(renewed.error()) == 0;
  }
  const auto golden = gallery::read_png(golden_path);
  if (!golden) return complain(golden.error()) == 0;
  const auto found = gallery::difference(small, *golden);
  if (!found) return complain({golden_path, found.error().what}) == 0;
  const bool alike = found->mean <= gallery::kMeanMax && found->worst <= gallery::kWorstMax;
  std::printf("%-14s %s: %.2f on the whole (at most %.0f), %.1f at %d, %d (at most %.0f)\n", name,
              alike ? "as it was" : "DIFFERS", found->mean, gallery::kMeanMax, found->worst, 4 * found->x, 4 * found->y,
              gallery::kWorstMax);
  return alike;
}

Result<piece::Record> read_record(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::vector<uint8_t> bytes((std::istreambuf_iterator<char>(in)), {});
  if (bytes.empty()) return Error{path, "cannot be read"};
  return piece::decode(bytes);
}

// What the frame asked of the GPU, and whether a phone would bear it.
bool hold_cost(const char* name, const engine::SceneCost& cost) {
  const engine::SceneCost& most = engine::kFrameBudget;
  const bool bears =
      cost.draw_calls <= most.draw_calls && cost.triangles <= most.triangles && cost.gpu_bytes <= most.gpu_bytes;
  std::printf("%-14s %s: %d draw calls, %lld triangles, %.1f MB\n", name, bears ? "is light" : "TOO DEAR",
              cost.draw_calls, static_cast<long long>(cost.triangles),
              static_cast<double>(cost.gpu_bytes >> 10) / 1024);
  return bears;
}

bool is_wanted(const std::string& only, const char* name) {
  return only.empty() || ("," + only + ",").find("," + std::string(name) + ",") != std::string::npos;
}

// Tells each cut text of a screen once.
class CutWords {
 public:
  explicit CutWords(engine::Frame& shown) : shown_(shown), scene(shown.scene), canvas(shown.canvas) {}
  void begin(const std::string& where, const engine::Strings& strings) {
    where_ = where;
    strings_ = &strings;
    told_.clear();
  }
  engine::Frame next_frame(bool stands) {
    canvas.begin_frame(shown_.screen, stands);
    return {now_s_ += kFrameS, kFrameS, shown_.screen, shown_.safe, shown_.input, scene, canvas, ui_, shown_.audio, 0};
  }
  void tell() {
    for (const gallery::Fault& fault : canvas.faults()) {
      if (!told_.insert(fault.words + fault.what).second) continue;
      std::printf("%s %s: \"%s\" %s by %.1f pt\n", where_.c_str(), gallery::key_of(*strings_, fault.words).c_str(),
                  fault.words.c_str(), fault.what.c_str(), static_cast<double>(fault.over_pt));
      ++count;
    }
  }

 private:
  engine::Frame& shown_;
  engine::UiState ui_state_;
  double now_s_ = 0;
  std::string where_;
  const engine::Strings* strings_ = nullptr;
  std::set<std::string> told_;

 public:
  gallery::QuietScene scene;
  gallery::FitCanvas canvas;
  int count = 0;

 private:
  engine::Ui ui_{canvas, shown_.input, ui_state_, kFrameS, shown_.screen, shown_.safe};
};

// What the duck may say that no screen happens to show: its bubble ends well above the hands.
void hold_hints(CutWords& cut, engine::Rect safe, const engine::Strings& strings) {
  constexpr float kBubbleTallest = 150;
  engine::TextStyle style = studio::body_style(studio::kHintTextSize);
  style.line_height = 1.35f;
  for (const auto& [key, words] : strings.table) {
    if (key.rfind("hint.", 0) != 0 && key.rfind("coach.", 0) != 0) continue;
    const engine::Vec2 size = cut.canvas.text_size(words, studio::hint_text_width(safe, true), style);
    if (size.y <= kBubbleTallest && size.x <= studio::hint_text_width(safe, true) + 1) continue;
    std::printf("%s hint x %s: \"%s\" is too long to say\n", strings.language.c_str(), key.c_str(), words.c_str());
    ++cut.count;
  }
}

// Every screen in every language, in letters as they are and large: how many texts are cut.
int count_cut_words(engine::App& app, engine::Frame& shown, Sitting& sitting, shelf::Shelf& shelf,
                    const engine::Languages& languages, const std::vector<const Screen*>& wanted) {
  CutWords cut(shown);
  const town::TownPointer street = town::open_town(cut.scene, app.assets(), app.files(), {});
  for (const engine::Language& language : languages.all) {
    const auto strings = engine::load_strings(app.assets(), languages, language.id);
    if (!strings) return complain(strings.error());
    sitting.speak(*strings);
    for (const float scale : {1.0f, studio::kLargeText}) {
      cut.canvas.text_scale(scale);
      const std::string where = language.id + (scale > 1 ? " large " : " ");
      hold_hints(cut, shown.safe, *strings);
      for (const Screen* screen : wanted) {
        if (screen->fair || screen->is_scrolled) continue;  // the street's words are the town screens' below
        cut.begin(where + screen->name, *strings);
        cut.count += !sitting.start(*screen);
        for (bool last = false; !last;) {
          engine::Frame quiet = cut.next_frame(sitting.is_at_last());
          last = sitting.draw(quiet);
          cut.tell();
        }
      }
      for (const std::string& screen : gallery::town_screens()) {
        cut.begin(where + screen, *strings);
        for (int repeat = 0; repeat < 2; ++repeat) {  // the first lays out the sheet, the second stands still
          engine::Frame quiet = cut.next_frame(repeat > 0);
          gallery::draw_town_screen(screen, *street, quiet, shelf, *strings);
        }
        cut.tell();
      }
    }
  }
  cut.canvas.text_scale(1);
  return cut.count;
}

int paint_all(Options& options) {
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  const test::TempFolder folder;
  options.app.files_folder = folder.file("files");
  options.app.sound = false;
  options.app.frames_per_second_max = 0;
  options.app.frame_s_fixed = kFrameS;
  auto record = read_record(options.pot);
  if (!record) return complain(record.error());
  auto app = engine::open_app(options.app);
  if (!app) return complain(app.error());
  const auto languages = engine::load_languages((*app)->assets());
  if (!languages) return complain(languages.error());
  const auto strings = engine::load_strings((*app)->assets(), *languages, options.language);
  if (!strings) return complain(strings.error());
  auto shelf = shelf::open_shelf((*app)->files(), options.language);
  if (!shelf) return complain(shelf.error());
  const auto pot = piece::replay(record->making);
  if (!pot) return complain(pot.error());
  record->title = options.language == "zh" ? "缠枝莲玉壶春" : "Lotus vase";
  if (const auto added = shelf::add_piece((*app)->files(), *shelf, *record, *pot, 0); !added)
    return complain(added.error());

  Sitting sitting(**app, *languages, *strings, *shelf, record->making);
  std::vector<const Screen*> waiting;
  for (const Screen& screen : gallery::screens()) {
    if (is_wanted(options.only, screen.name)) waiting.push_back(&screen);
  }
  std::size_t now = 0;
  int failed = waiting.empty();
  if (!waiting.empty()) failed += !sitting.start(*waiting[0]);
  (*app)->run(
      [&](engine::Frame& frame) {
        if (options.fit) failed = count_cut_words(**app, frame, sitting, *shelf, *languages, waiting);
        if (options.fit || now >= waiting.size()) return (*app)->quit();
        frame.canvas.text_scale(options.large ? studio::kLargeText : 1.0f);
        if (!sitting.draw(frame)) return;
        if (waiting[now]->sheet == nullptr) failed += !hold_cost(waiting[now]->name, frame.scene.cost());
        failed += !keep(options, waiting[now]->name, waiting[now]->is_card ? sitting.card() : (*app)->picture());
        if (++now < waiting.size()) failed += !sitting.start(*waiting[now]);
      },
      [] {});
  return failed > 0;
}

}  // namespace

int main(int count, char** words) {
  Options options;
  std::string size;
  CLI::App line{"Draws every screen of the studio into pictures."};
  line.add_option("--pot", options.pot, "a fired pot's record")->required();
  line.add_option("--out", options.out, "folder for the pictures");
  line.add_flag("--large", options.large, "in large text");
  line.add_flag("--fit", options.fit,
                "no pictures: say which texts are cut, in every language, at normal and large size");
  line.add_option("--assets", options.app.assets_folder, "folder the game reads pictures, words and shaders from");
  line.add_option("--language", options.language, "which table of words");
  line.add_option("--only", options.only, "names of screens, with commas between");
  line.add_option("--golden", options.goldens, "folder of small pictures to hold these against");
  line.add_option("--pages", options.pages, "folder for the same as JPEG, as README shows them");
  line.add_flag("--renew", options.renew, "the small pictures become the goldens instead");
  line.add_option("--width", options.app.width_px, "px")->check(CLI::Range(200, 4000));
  line.add_option("--height", options.app.height_px, "px")->check(CLI::Range(200, 4000));
  CLI11_PARSE(line, count, words);
  return paint_all(options);
}
