#include "game/studio/studio.h"

namespace sui::studio {
namespace {

using craft::Stage;

constexpr std::size_t kActsWorthKeeping = 8;
constexpr double kKeepEveryS = 10;  // a phone may be put away without a word

Room room_for(const craft::Workpiece& workpiece) {
  if (!workpiece.drives.empty()) return Room::kFiring;  // its fire was lit by hand and is not out yet
  switch (workpiece.stage) {
    case Stage::kThrowing:
      return Room::kWheel;
    case Stage::kCut:
    case Stage::kLeatherHard:
      return Room::kDrying;
    case Stage::kBoneDry:
    case Stage::kBiscuit:
      return Room::kPainting;
    case Stage::kGlazed:
    case Stage::kEnamelled:
      return Room::kFiring;
    case Stage::kFired:
      return Room::kReveal;
  }
  return Room::kWheel;
}

void keep_or_say(Studio& studio, Around& around) {
  if (const auto kept = keep_bench(studio, around.app.files()); !kept) tell_not_kept(around, kept.error());
}

// A phone may lose its battery in the middle of a stroke: what is kept is the pot as it would be if all hands let go
// now.
void keep_as_if_left(Studio& studio, Around& around) {
  if (!studio.pot.bench || studio.pot.bench->making.acts.size() == studio.kept_acts) return;
  if (studio.pot.bench->making.acts.size() < kActsWorthKeeping) return;
  studio.kept_s = 0;
  studio.kept_acts = studio.pot.bench->making.acts.size();
  piece::Bench as_left = *studio.pot.bench;
  let_go(as_left);
  piece::seal(as_left);
  if (const auto kept = shelf::keep_bench(around.app.files(), as_left.making); !kept)
    tell_not_kept(around, kept.error());
}

// The room a lesson is held in, with its clay ready.
void take_up_lesson(Studio& studio, Around& around, LessonId lesson) {
  LessonGuide& guide = studio.guide;
  if (!begin_lesson(guide, lesson, around.shelf.settings.assist)) {
    end_lesson(guide);
    studio.room = Room::kBook;
    enter(studio.book);
    return;
  }
  studio.room = room_of(lesson);
  if (studio.room == Room::kWheel) {
    enter(studio.wheel, guide.clay, true);
    studio.wheel.assist = around.shelf.settings.assist > 0;
    studio.wheel.speed_0_1 = lesson == LessonId::kCentre ? 0.0f : 0.45f;
  }
  if (studio.room == Room::kPainting) enter(studio.painting, guide.clay);
  if (studio.room == Room::kFiring) enter(studio.firing, guide.clay, craft::KilnKind::kGas);
  if (studio.room == Room::kTrimming) enter(studio.trimming, guide.clay);
}

void change_room(Studio& studio, Around& around) {
  if (studio.going.lesson) return take_up_lesson(studio, around, *studio.going.lesson);
  end_lesson(studio.guide);
  Room room = *studio.going.room;
  Pot& pot = studio.pot;
  if (room == Room::kWheel) {
    const bool resumed = pot.bench.has_value() && !studio.going.fresh_lump;
    if (!resumed) {
      fresh_lump(pot, around.shelf.settings.assist);
      studio.wheel.assist = around.shelf.settings.assist > 0;
    }
    room = room_for(pot.bench->workpiece);
    if (room == Room::kWheel) enter(studio.wheel, pot, resumed);
  }
  studio.room = room;
  const double now_s = around.frame.now_s;
  switch (room) {
    case Room::kHome:
      enter(studio.home, pot.bench.has_value(), now_s);
      break;
    case Room::kWheel:
      break;
    case Room::kDrying:
      enter(studio.drying, pot);
      break;
    case Room::kPainting:
      enter(studio.painting, pot);
      break;
    case Room::kGlazing:
      enter(studio.glazing, pot);
      break;
    case Room::kFiring:
      enter(studio.firing, pot, static_cast<craft::KilnKind>(around.shelf.settings.kiln_by_hand));
      break;
    case Room::kReveal:
      enter(studio.reveal, around);
      pot_is_out(studio.commission, around);
      break;
    case Room::kShelf:
      enter(studio.shelf_room, now_s);
      break;
    case Room::kSettings:
      break;
    case Room::kTrimming:
      enter(studio.trimming, pot);
      break;
    case Room::kJoining:
      enter(studio.joining, pot);
      break;
    case Room::kBook:
      enter(studio.book);
      break;
    case Room::kStory:
      open_chapter(studio.comic, studio.going.chapter);
      break;
    case Room::kCodex:
      break;
  }
  keep_or_say(studio, around);
}

Go room_frame(Studio& studio, Around& around) {
  switch (studio.room) {
    case Room::kHome:
      return frame(studio.home, around);
    case Room::kWheel:
      return frame(studio.wheel, around);
    case Room::kDrying:
      return frame(studio.drying, around);
    case Room::kPainting:
      return frame(studio.painting, around);
    case Room::kGlazing:
      return frame(studio.glazing, around);
    case Room::kFiring:
      return frame(studio.firing, around);
    case Room::kReveal:
      return frame(studio.reveal, around);
    case Room::kShelf:
      return frame(studio.shelf_room, around);
    case Room::kSettings:
      return frame(studio.settings, around);
    case Room::kTrimming:
      return frame(studio.trimming, around);
    case Room::kJoining:
      return frame(studio.joining, around);
    case Room::kBook:
      return frame(studio.book, around);
    case Room::kStory:
      return frame(studio.comic, around);
    case Room::kCodex:
      return frame(studio.codex, around);
  }
  return {};
}

// What lies over the room: an order's outline or letter, or a lesson, which lets nobody out but to the book.
void over_the_room(Studio& studio, Around& around, Go& go) {
  if (!studio.guide.lesson) {
    if (studio.room == Room::kWheel && studio.pot.bench)
      over_wheel(studio.commission, around, wheel_camera(studio.wheel));
    if (studio.room == Room::kReveal) over_reveal(studio.commission, around, studio.reveal.since_s);
    return;
  }
  if (go.room) go.room = Room::kBook;
  const LessonId lesson = *studio.guide.lesson;
  switch (over_room(studio.guide, around, studio.wheel, studio.firing, studio.pot.bench.has_value())) {
    case LessonChoice::kStay:
      break;
    case LessonChoice::kAgain:
      go.lesson = lesson;
      break;
    case LessonChoice::kNext:
      go.lesson = static_cast<LessonId>(static_cast<int>(lesson) + 1);
      break;
    case LessonChoice::kBook:
      go.room = Room::kBook;
      break;
    case LessonChoice::kKeep:
      studio.pot.bench = std::move(studio.guide.clay.bench);
      studio.guide.clay.bench.reset();
      refresh(studio.pot, false);
      go.room = Room::kWheel;
      break;
  }
}

// Once, and only the first: the game goes on with the others.
void tell_trouble(Around& around) {
  Workshop& workshop = around.workshop;
  if (workshop.trouble_told) return;
  workshop.trouble_told = true;
  if (workshop.companions.trouble.empty()) return;
  engine::toast(around.frame.ui, engine::fill(around.strings, "companion.trouble",
                                              {{"why", to_text(workshop.companions.trouble.front())}}));
}

Pot& pot_in_hand(Studio& studio) {
  return studio.guide.lesson && studio.guide.clay.bench ? studio.guide.clay : studio.pot;
}

void hands_off(Studio& studio) {
  Pot& pot = pot_in_hand(studio);
  if (!pot.bench) return;
  if (studio.room == Room::kWheel) lift_hands(studio.wheel, pot);
  if (studio.room == Room::kPainting) end_stroke(studio.painting, pot);
  if (studio.room == Room::kTrimming) take_off_chuck(studio.trimming, pot);
  if (studio.room == Room::kFiring) note_the_minute(studio.firing, pot);
}

}  // namespace

void open_studio(engine::App& app, Studio& studio, const engine::Languages& languages) {
  studio.languages = languages;
  open_workshop(app.scene(), app.assets(), studio.workshop);
  if (const auto making = shelf::kept_bench(app.files())) (void)resume(studio.pot, *making);
  return_to(studio, Room::kHome);
}

void return_to(Studio& studio, Room room) {
  studio.veil = Veil{};
  studio.going = Go{};
  studio.going.room = room;
  studio.entered = false;
}

StudioExit frame(Studio& studio, engine::Frame& frame, engine::App& app, const engine::Strings& strings,
                 shelf::Shelf& shelf) {
  choose_companion(studio.workshop, shelf.settings.companion);
  Around around{frame, app, strings, studio.languages, shelf, studio.workshop, studio.pot};
  tell_trouble(around);
  StudioExit exit = StudioExit::kStay;
  if (!studio.entered) {
    studio.entered = true;
    change_room(studio, around);
    studio.going = Go{};
  } else if (step(studio.veil, frame.dt_s)) {
    if (studio.going.bazaar) exit = StudioExit::kBazaar;
    if (!studio.going.language.empty()) {
      studio.language_wanted = studio.going.language;
      exit = StudioExit::kLanguage;
    }
    if (studio.going.room || studio.going.lesson) change_room(studio, around);
    studio.going = Go{};
  }

  const bool in_lesson = studio.guide.lesson.has_value();
  Around in_room{frame, app, strings, studio.languages, shelf, studio.workshop, pot_in_hand(studio), in_lesson, {}};
  if (in_lesson) {
    look_on(studio.guide, in_room, studio.firing);
    in_room.told = studio.guide.words;
  }
  Go go = room_frame(studio, in_room);
  over_the_room(studio, in_room, go);
  if (!studio.veil.closing && (go.room || go.lesson || go.bazaar || !go.language.empty())) {
    hands_off(studio);
    studio.going = go;
    studio.veil.closing = true;
  }
  draw(frame, studio.veil);
  engine::draw_toast(frame.ui);

  studio.kept_s += frame.dt_s;
  if (studio.kept_s > kKeepEveryS) keep_as_if_left(studio, around);
  // A fire driven by hand may be taken up within its last minutes.
  if (studio.kept_s > kKeepEveryS && studio.room == Room::kFiring && is_driven(studio.firing))
    keep_or_say(studio, around);
  return exit;
}

Result<Done> keep_bench(Studio& studio, engine::Files& files) {
  studio.kept_s = 0;
  studio.kept_acts = 0;
  if (!studio.pot.bench) return Done{};
  hands_off(studio);
  studio.kept_acts = studio.pot.bench->making.acts.size();
  // An untouched lump is not worth coming back to.
  if (studio.pot.bench->making.acts.size() < kActsWorthKeeping) return Done{};
  piece::seal(*studio.pot.bench);
  return shelf::keep_bench(files, studio.pot.bench->making);
}

}  // namespace sui::studio
