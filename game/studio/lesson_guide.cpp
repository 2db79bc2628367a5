#include "game/studio/lesson_guide.h"

#include <algorithm>
#include <cmath>

#include "game/craft/cones.h"
#include "game/engine/style.h"
#include "game/studio/firing.h"
#include "game/studio/layout.h"
#include "game/studio/lesson_art.h"
#include "game/studio/lesson_hand.h"
#include "game/studio/wheel.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr int kLookEveryFrames = 6;
constexpr float kFiresAfterS = 0.5f, kFiresS = 1.2f;  // the tile turns from raw to blue
constexpr double kConesPerS = 0.4;                    // no faster, while they are to be read
constexpr double kSlowFromCone = 7.5, kConesStayH = 2;
constexpr std::size_t kFirstShownCone = 30, kShownCones = 3;  // cones 9, 10, 11

double hour_of(const Firing& firing, const craft::Workpiece& pot) {
  return pot.firing.curve.empty() ? 0 : firing.film * pot.firing.curve.back().hour;
}

bool is_burning(const Firing& firing) {
  return firing.phase == Firing::Phase::kBurning;
}

// The fire still has cones to lay down.
bool still_rises(const Firing& firing, const craft::Workpiece& pot) {
  return cone_at(pot.firing, hour_of(firing, pot)) < cone_at(pot.firing, pot.firing.hours) - 0.02;
}

std::string measure_words(const LessonGuide& guide, Around& around) {
  const LessonSight& sight = guide.sight;
  const std::string key = std::string("learn.measure.") + lesson_id(*guide.lesson);
  const bool line = guide.lesson == LessonId::kOutlineWash && sight.step == 0;
  const bool opened = guide.lesson == LessonId::kOpen && sight.step == 1;
  const bool foot = guide.lesson == LessonId::kTrim && sight.step == 1;
  const bool ratio = guide.lesson == LessonId::kBelly || guide.lesson == LessonId::kCollar;
  const int decimals = guide.lesson == LessonId::kCentre || foot ? 1 : (ratio ? 2 : 0);
  if (line)
    return engine::fill(around.strings, "learn.measure.outline",
                        {{"now", engine::number(around.strings, std::floor(100 * sight.share), 0)}});
  return engine::fill(around.strings, opened ? "learn.measure.open_wide" : (foot ? "learn.measure.trim_foot" : key),
                      {{"now", engine::number(around.strings, sight.now, decimals)},
                       {"wanted", engine::number(around.strings, sight.wanted, decimals)}});
}

// In the cut-off button's place: the number the clay is judged by, and a bar for each step.
void draw_measure(const LessonGuide& guide, Around& around) {
  const Rect area = layout::primary_beside_tools(around.frame.safe);
  Canvas& canvas = around.frame.canvas;
  canvas.rounded(area, 20, hex(0x14161d, 0.62f));
  canvas.outlined(area, 20, 1, hex(style::kPorcelain, 0.22f));
  auto words = body_style(14.5f, Align::kCentre);
  words.colour = hex(style::kPorcelain);
  const std::string measure = measure_words(guide, around);
  words = engine::fitted(canvas, measure, words, area.w - 24);
  canvas.text(measure, {area.x + 12, area.y + 11, area.w - 24, 0}, words);
  const auto steps = static_cast<float>(guide.sight.steps);
  const float width = (area.w - 36 - (steps - 1) * 6) / steps;
  for (int step = 0; step < guide.sight.steps; ++step) {
    const Rect bar{area.x + 18 + static_cast<float>(step) * (width + 6), area.y + area.h - 17, width, 6};
    const float full =
        step < guide.sight.step || guide.sight.done ? 1.0f : (step == guide.sight.step ? guide.sight.share : 0);
    canvas.rounded(bar, 3, hex(style::kPorcelain, 0.2f));
    if (full > 0.02f) canvas.rounded({bar.x, bar.y, std::max(6.0f, bar.w * full), bar.h}, 3, hex(0x9fc0ff));
  }
}

// Three cones behind the peep-hole, bending as the fire works on them.
void draw_cones(const LessonGuide& guide, Around& around, const Firing& firing) {
  const craft::Workpiece& pot = guide.clay.bench->workpiece;
  const craft::ConeReading reading = craft::read_cones(heat_work_at(pot.firing, hour_of(firing, pot)));
  Canvas& canvas = around.frame.canvas;
  const Rect c = layout::column(around.frame.safe);
  const Rect hole{c.x + c.w / 2 - 104, around.frame.safe.y + 164, 208, 124};
  canvas.shadow(hole, 62, 20, hex(0x000000, 0.5f));
  canvas.rounded(hole, 62, hex(0x2a1208));
  canvas.gradient({hole.x + 5, hole.y + 5, hole.w - 10, hole.h - 10}, 57, hex(0xffb25c), hex(0xe8611f));
  const Sheet sheet{canvas, hole, hex(0xffc37a), hex(0x7a2408)};
  even_line(sheet, {{20, 42}, {50, 43}, {80, 42}}, 2.2f, 0.9f);
  for (std::size_t i = 0; i < kShownCones; ++i) {
    const auto index = static_cast<int>(kFirstShownCone + i);
    const double lean = reading.fallen >= index ? 88 : (reading.next == index ? reading.next_lean_deg : 8);
    const float x = 24 + 22 * static_cast<float>(i);
    draw_cone(sheet, {x, 41.5f}, 22, static_cast<float>(lean), 0.95f);
    auto name = body_style(12, Align::kCentre);
    name.colour = hex(0x4a1606);
    name.weight = 0.4f;
    const Vec2 at = sheet.at(x, 44);
    canvas.text(craft::cone_name(index), {at.x - 20, at.y, 40, 0}, name);
  }
}

void call_the_cone(LessonGuide& guide, Around& around, Firing& firing) {
  const craft::Workpiece& pot = guide.clay.bench->workpiece;
  if (is_burning(firing) && pot.drives.empty() && hour_of(firing, pot) < peak_hour(pot.firing) + kConesStayH)
    draw_cones(guide, around, firing);
  if (!is_burning(firing) || guide.called_cone > 0) return;
  // Nobody reads a cone in the blink of a film.
  const double hours = pot.firing.curve.empty() ? 0 : pot.firing.curve.back().hour;
  const double before = cone_at(pot.firing, guide.film_before * hours), most = kConesPerS * around.frame.dt_s;
  double cone = cone_at(pot.firing, hour_of(firing, pot));
  if (cone > kSlowFromCone && cone - before > most) {
    firing.film = guide.film_before + (firing.film - guide.film_before) * most / (cone - before);
    cone = cone_at(pot.firing, hour_of(firing, pot));
  }
  if (engine::button(around.frame.ui, "call", layout::primary(around.frame.safe),
                     engine::say(around.strings, "learn.call"), ButtonLook::kPrimary, Icon::kFlame)) {
    guide.called_cone = cone;
    guide.frames_to_look = 0;
    around.frame.audio.play(engine::Chime::kStamp);
  } else if (firing.film > 0.2 && !still_rises(firing, pot)) {
    guide.called_cone = craft::cone_number(craft::kConeCount - 1);  // the fire went past whoever did not call
    guide.frames_to_look = 0;
  }
}

void draw_learned_tile(const LessonGuide& guide, Around& around, Rect area) {
  const bool still = around.frame.ui.state.reduced_motion;
  const auto t = (static_cast<float>(guide.done_s) - kFiresAfterS) / kFiresS;
  const float fired = still ? 1.0f : eased(t);
  Canvas& canvas = around.frame.canvas;
  const float glow = still ? 0 : std::sin(std::clamp(t, 0.0f, 1.0f) * 3.14159f);
  if (glow > 0.01f)
    canvas.shadow({area.x - 6, area.y - 6, area.w + 12, area.h + 12}, 18, 26, hex(0xff8a3a, 0.55f * glow));
  draw_lesson_art(tile(canvas, area, fired), *guide.lesson);
  if (glow > 0.01f) canvas.rounded(area, 10, hex(0xff9a4a, 0.38f * glow));
}

LessonChoice learned_sheet(LessonGuide& guide, Around& around, bool bench_waits) {
  engine::Frame& frame = around.frame;
  guide.done_s += frame.dt_s;
  guide.openness = toward(guide.openness, 1, frame.dt_s, 8);
  const bool keeps =
      guide.own_hands && !bench_waits && is_at_the_wheel(*guide.lesson) && *guide.lesson >= LessonId::kPull;
  const bool last = *guide.lesson == kLessons.back();
  const Rect inner = engine::sheet(frame.ui, last ? 340 : 400, eased(guide.openness));
  Canvas& canvas = frame.canvas;
  const float size = 124;
  draw_learned_tile(guide, around, {inner.x + inner.w / 2 - size / 2, inner.y + 4, size, size});
  auto title = title_style(23, Align::kCentre);
  title.colour = hex(style::kCobaltDeep);
  const std::string called(engine::say(around.strings, std::string("lesson.") + lesson_id(*guide.lesson)));
  const std::string learned = engine::fill(around.strings, "learn.learned", {{"lesson", called}});
  title = engine::fitted(canvas, learned, title, inner.w);
  canvas.text(learned, {inner.x, inner.y + size + 18, inner.w, 0}, title);
  auto words = body_style(15, Align::kCentre);
  words.line_height = 1.45f;
  words.colour = hex(style::kInk, 0.8f);
  const std::string_view why = engine::say(around.strings, std::string("learn.done.") + lesson_id(*guide.lesson));
  words = engine::fitted(canvas, why, words, inner.w - 12, 66);
  canvas.text(why, {inner.x + 6, inner.y + size + 52, inner.w - 12, 0}, words);

  LessonChoice choice = LessonChoice::kStay;
  const float low = inner.y + inner.h - (last ? 62 : 122);
  const std::string_view on = engine::say(around.strings, last ? "learn.book" : "learn.next");
  if (engine::button(frame.ui, "next", {inner.x, low, inner.w, 56}, on, ButtonLook::kPrimary,
                     last ? Icon::kBook : Icon::kForward))
    choice = last ? LessonChoice::kBook : LessonChoice::kNext;
  const float half = (inner.w - 12) / 2;
  if (keeps && engine::button(frame.ui, "keep", {inner.x, low + 66, half, 48},
                              engine::say(around.strings, "learn.keep"), ButtonLook::kQuiet))
    choice = LessonChoice::kKeep;
  if (last) return choice;
  const Rect book{keeps ? inner.x + half + 12 : inner.x, low + 66, keeps ? half : inner.w, 48};
  if (engine::button(frame.ui, "book", book, engine::say(around.strings, "learn.book"), ButtonLook::kQuiet))
    choice = LessonChoice::kBook;
  return choice;
}

// A fire cannot be taken back, nor can a pot that fell.
bool wants_another(const LessonGuide& guide, const Firing& firing) {
  const craft::Workpiece& pot = guide.clay.bench->workpiece;
  if (guide.lesson == LessonId::kTrim) return !pot.defects.empty();
  if (guide.lesson != LessonId::kReadFire) return pot.fallen;
  return guide.sight.trouble[0] != 0 && pot.firing.done && !is_burning(firing);
}

}  // namespace

Room room_of(LessonId lesson) {
  if (is_at_the_wheel(lesson)) return Room::kWheel;
  if (lesson == LessonId::kTrim) return Room::kTrimming;
  return lesson == LessonId::kOutlineWash ? Room::kPainting : Room::kFiring;
}

bool begin_lesson(LessonGuide& guide, LessonId lesson, int assist) {
  const bool goes_on = guide.lesson && guide.clay.bench && carries_over(lesson, guide.clay.bench->workpiece);
  if (!goes_on) {
    auto clay = practice_clay(lesson, assist);
    if (!clay) {
      guide.clay.complaint = to_text(clay.error());
      return false;
    }
    guide.clay.bench = std::move(*clay);
    guide.own_hands = lesson == LessonId::kCentre;
    repaint(guide.clay);
  }
  guide.lesson = lesson;
  guide.sight = see(lesson, guide.clay.bench->workpiece);
  guide.words = lesson_words(lesson, guide.sight);
  guide.called_cone = 0;
  guide.done = false;
  guide.openness = 0;
  guide.done_s = guide.since_s = 0;
  guide.frames_to_look = 0;
  return true;
}

void end_lesson(LessonGuide& guide) {
  guide.lesson.reset();
  guide.clay.bench.reset();
}

void look_on(LessonGuide& guide, Around& around, const Firing& firing) {
  if (!guide.lesson || !guide.clay.bench) return;
  guide.film_before = firing.film;
  guide.since_s += around.frame.dt_s;
  // By hand, whoever puts the fire out has said that it is enough.
  const craft::Workpiece& pot = guide.clay.bench->workpiece;
  if (*guide.lesson == LessonId::kReadFire && !pot.drives.empty() && pot.firing.done && guide.called_cone == 0)
    guide.called_cone = pot.firing.cone;
  if (--guide.frames_to_look <= 0) {
    guide.frames_to_look = kLookEveryFrames;
    guide.sight = see(*guide.lesson, guide.clay.bench->workpiece, guide.called_cone);
    // The fire is over at once for the clay, and an hour later for who watches it.
    if (*guide.lesson == LessonId::kReadFire && is_burning(firing)) guide.sight.done = false;
    const bool by_hand = *guide.lesson == LessonId::kReadFire && firing.phase == Firing::Phase::kByHand;
    guide.words = by_hand ? std::string() : lesson_words(*guide.lesson, guide.sight);  // the spy-hole says more
  }
  if (guide.sight.done && !guide.done) {
    guide.done = true;
    shelf::Book& book = around.shelf.book;
    book.learned.insert(lesson_id(*guide.lesson));
    if (const auto kept = shelf::keep_book(around.app.files(), book); !kept) tell_not_kept(around, kept.error());
    around.frame.audio.play(engine::Chime::kStamp);
  }
  if (*guide.lesson != LessonId::kReadFire || !is_burning(firing) || guide.called_cone > 0) return;
  const Rect space = layout::workspace(around.frame.safe);
  for (engine::Touch& touch : around.frame.input.touches) touch.taken = touch.taken || space.contains(touch.start);
}

LessonChoice over_room(LessonGuide& guide, Around& around, const Wheel& wheel, Firing& firing, bool bench_waits) {
  if (!guide.lesson || !guide.clay.bench) return LessonChoice::kStay;
  const LessonId lesson = *guide.lesson;
  if (lesson == LessonId::kReadFire)
    call_the_cone(guide, around, firing);
  else
    draw_measure(guide, around);
  if (!guide.done) {
    if (is_at_the_wheel(lesson))
      show_hand_on_clay(around, lesson, guide.sight, wheel, guide.since_s);
    else if (lesson == LessonId::kOutlineWash && guide.clay.bench->workpiece.surface.strokes.empty())
      show_brush_on_wall(around, guide.since_s);
  }
  if (guide.done) return learned_sheet(guide, around, bench_waits);
  if (wants_another(guide, firing)) {
    if (engine::button(around.frame.ui, "once-more", layout::primary(around.frame.safe),
                       engine::say(around.strings, "learn.again"), ButtonLook::kPrimary, Icon::kPlus))
      return LessonChoice::kAgain;
  } else if (is_at_the_wheel(lesson) &&
             engine::icon_button(around.frame.ui, "afresh", layout::corner(around.frame.safe, 1), layout::kRoundRadius,
                                 Icon::kPlus, ButtonLook::kGlass)) {
    return LessonChoice::kAgain;
  }
  return LessonChoice::kStay;
}

}  // namespace sui::studio
