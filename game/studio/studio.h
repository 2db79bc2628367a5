// Studio: the rooms where one potter works, from the title to the shelf. One of them is on the screen.
//
// Owns which room that is, the veil between rooms, the pot on the bench and keeping it when the player leaves.
// Does not own the window, the shelf, strings or the town.
#pragma once

#include "game/studio/book_room.h"
#include "game/studio/codex.h"
#include "game/studio/comic.h"
#include "game/studio/commission_view.h"
#include "game/studio/drying.h"
#include "game/studio/firing.h"
#include "game/studio/glazing.h"
#include "game/studio/home.h"
#include "game/studio/joining.h"
#include "game/studio/lesson_guide.h"
#include "game/studio/painting.h"
#include "game/studio/pot.h"
#include "game/studio/reveal.h"
#include "game/studio/room.h"
#include "game/studio/settings.h"
#include "game/studio/shelf_room.h"
#include "game/studio/trimming.h"
#include "game/studio/wheel.h"
#include "game/studio/workshop.h"

namespace sui::studio {

struct Studio {
  engine::Languages languages;
  Room room = Room::kHome;
  Go going;  // what waits for the veil to close
  Veil veil;
  bool entered = false;
  Workshop workshop;
  Pot pot;
  Home home;
  Wheel wheel;
  Drying drying;
  TrimmingRoom trimming;
  JoiningRoom joining;
  Painting painting;
  Glazing glazing;
  Firing firing;
  Reveal reveal;
  ShelfRoom shelf_room;
  SettingsRoom settings;
  BookRoom book;
  Comic comic;
  Codex codex;
  LessonGuide guide;  // with clay of its own
  CommissionView commission;
  std::string language_wanted;  // with StudioExit::kLanguage
  double kept_s = 0;            // since the bench was last written
  std::size_t kept_acts = 0;    // how far the making went then
};

enum class StudioExit : uint8_t { kStay, kBazaar, kLanguage };

// Takes up an unfinished pot, if one is kept; a making that no longer replays is left where it is.
void open_studio(engine::App& app, Studio& studio, const engine::Languages& languages);
StudioExit frame(Studio& studio, engine::Frame& frame, engine::App& app, const engine::Strings& strings,
                 shelf::Shelf& shelf);
// Comes back from the street, or starts, behind a closed veil.
void return_to(Studio& studio, Room room);
// Writes the unfinished pot; call when leaving the studio or the app.
Result<Done> keep_bench(Studio& studio, engine::Files& files);

}  // namespace sui::studio
