// The game: opens the window, the shelf, the studio and the town, and hands each frame to whichever is on the screen.
//
// The one place that owns them all. A frame reads top to bottom: poll (the engine has done it) -> the link -> gestures,
// acts, ticks, picture and sound of the room on the screen.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "game/engine/app.h"
#include "game/engine/daylight.h"
#include "game/engine/languages.h"
#include "game/engine/quality.h"
#include "game/engine/strings.h"
#include "game/piece/limits.h"
#include "game/shelf/shelf.h"
#include "game/studio/studio.h"
#include "game/town/town.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <CLI/CLI.hpp>
#endif

namespace sui {
namespace {

struct Options {
  engine::AppOptions app;
  town::TownOptions town;
  std::string language;               // empty: as the shelf remembers, or the system speaks
  bool language_only_wished = false;  // one we do not speak is passed over with a complaint, not an end
  std::string nickname;
  std::string light;  // "day" or "lantern" for this once; empty: as the shelf remembers
};

enum class Screen : uint8_t { kStudio, kTown };

struct Game {
  std::unique_ptr<engine::App> app;
  shelf::Shelf shelf;
  engine::Languages languages;
  engine::Strings strings;
  studio::Studio studio;
  town::TownPointer town;
  Screen screen = Screen::kStudio;
  studio::Veil veil;  // over the street; the studio has its own
  std::size_t pieces_offered = 0;
  std::string light_this_once;
  float night = -1;  // 0 by day … 1 by lantern, eased; < 0: not looked yet
};

void complain(const Error& error) {
  std::fprintf(stderr, "suisui-kiln: %s\n", to_text(error).c_str());
}

void speak(Game& game, const std::string& language) {
  auto strings = engine::load_strings(game.app->assets(), game.languages, language);
  if (!strings) return complain(strings.error());
  game.strings = std::move(*strings);
  game.shelf.language = language;
  (void)shelf::keep_settings(game.app->files(), game.shelf);
}

void studio_frame(Game& game, engine::Frame& frame) {
  switch (studio::frame(game.studio, frame, *game.app, game.strings, game.shelf)) {
    case studio::StudioExit::kStay:
      break;
    case studio::StudioExit::kBazaar:
      if (const auto kept = studio::keep_bench(game.studio, game.app->files()); !kept) complain(kept.error());
      game.screen = Screen::kTown;
      game.veil = studio::Veil{};
      break;
    case studio::StudioExit::kLanguage:
      speak(game, game.studio.language_wanted);
      break;
  }
}

void town_frame(Game& game, engine::Frame& frame) {
  if (studio::step(game.veil, frame.dt_s)) {
    game.screen = Screen::kStudio;
    studio::return_to(game.studio, studio::Room::kHome);
    studio_frame(game, frame);
    return;
  }
  const town::TownExit exit = town::frame(*game.town, frame, game.shelf, game.strings);
  if (exit == town::TownExit::kStudio) game.veil.closing = true;
  studio::draw(frame, game.veil);
  engine::draw_toast(frame.ui);
}

// Light by the clock, or as the potter likes it; a change takes a breath.
void see_to_light(Game& game, engine::Frame& frame) {
  float goal = 0;
  shelf::RoomLight light = game.shelf.settings.light;
  if (game.light_this_once == "day") light = shelf::RoomLight::kDay;
  if (game.light_this_once == "lantern") light = shelf::RoomLight::kLantern;
  switch (light) {
    case shelf::RoomLight::kByTheHour:
      goal = engine::night_at(game.app->local_hour());
      break;
    case shelf::RoomLight::kDay:
      break;
    case shelf::RoomLight::kLantern:
      goal = 1;
      break;
  }
  game.night = game.night < 0 ? goal : studio::toward(game.night, goal, frame.dt_s, 3);
  if (std::fabs(game.night - goal) < 0.002f) game.night = goal;
  frame.scene.nightfall(game.night);
  game.studio.workshop.night = game.night;
  town::nightfall(*game.town, game.night);
}

void one_frame(Game& game, engine::Frame& frame) {
  see_to_light(game, frame);
  if (game.shelf.pieces.size() > game.pieces_offered) town::offer_pieces(*game.town);
  game.pieces_offered = game.shelf.pieces.size();
  town::tick_link(*game.town, frame, game.shelf, game.strings, game.app->wall_clock_ms());
  if (game.screen == Screen::kStudio) {
    studio_frame(game, frame);
  } else {
    town_frame(game, frame);
  }
}

Result<Done> open_game(const Options& options, Game& game) {
  auto app = engine::open_app(options.app);
  if (!app) return app.error();
  game.app = std::move(*app);
  auto languages = engine::load_languages(game.app->assets());
  if (!languages) return languages.error();
  game.languages = std::move(*languages);
  const engine::Language& systems = engine::language_for_system(game.languages, game.app->system_language());
  auto shelf = shelf::open_shelf(game.app->files(), systems.id);
  if (!shelf) return shelf.error();
  game.shelf = std::move(*shelf);
  for (const std::string& name : game.shelf.lost)
    complain({name, "could not be read; set aside as " + name + ".broken"});
  if (engine::language_of(game.languages, game.shelf.language) == nullptr) game.shelf.language = systems.id;
  const bool spoken = engine::language_of(game.languages, options.language) != nullptr;
  if (!options.language.empty() && !spoken && options.language_only_wished) {
    complain({"language", "\"" + options.language + "\" is none we speak"});
  } else if (!options.language.empty()) {
    game.shelf.language = options.language;
  }
  if (!options.nickname.empty()) game.shelf.nickname = options.nickname.substr(0, piece::kNameBytesMax);
  auto strings = engine::load_strings(game.app->assets(), game.languages, game.shelf.language);
  if (!strings) return strings.error();
  game.strings = std::move(*strings);
  if (!options.language.empty() || !options.nickname.empty()) {
    (void)shelf::keep_settings(game.app->files(), game.shelf);
  }
  game.light_this_once = options.light;
  game.app->comfort(studio::comfort_of(game.shelf.settings));
  game.pieces_offered = game.shelf.pieces.size();
  game.town = town::open_town(game.app->scene(), game.app->assets(), game.app->files(), options.town);
  studio::open_studio(*game.app, game.studio, game.languages);
  return Done{};
}

int play(const Options& options) {
  // In the browser run() never returns: nothing after it happens, and the game lives as long as the page.
  auto game = std::make_unique<Game>();
  if (const auto opened = open_game(options, *game); !opened) {
    complain(opened.error());
    return 1;
  }
  Game* const opened_game = game.get();
  return game->app->run([opened_game](engine::Frame& frame) { one_frame(*opened_game, frame); },
                        [opened_game] {
                          const auto kept = studio::keep_bench(opened_game->studio, opened_game->app->files());
                          if (!kept) complain(kept.error());
                          town::leave(*opened_game->town);
                        });
}

}  // namespace
}  // namespace sui

#ifdef __EMSCRIPTEN__

int main() {
  sui::Options options;
  const char* language = emscripten_run_script_string("new URLSearchParams(location.search).get('lang') || ''");
  if (language != nullptr) options.language = language;
  const char* light = emscripten_run_script_string("new URLSearchParams(location.search).get('light') || ''");
  if (light != nullptr) options.light = light;
  options.language_only_wished = true;  // a link passed on may name any
  const int rung = emscripten_run_script_int("Number(new URLSearchParams(location.search).get('quality') || -1)");
  if (rung >= 0 && rung <= sui::engine::kRungLowest) options.app.rung = rung;
  return sui::play(options);
}

#else

namespace {

bool split_pair(const std::string& text, char between, std::string& left, int& right) {
  const std::size_t at = text.rfind(between);
  if (at == std::string::npos || at + 1 >= text.size()) return false;
  left = text.substr(0, at);
  char* end = nullptr;
  const long value = std::strtol(text.c_str() + at + 1, &end, 10);
  if (*end != 0 || value < -100000 || value > 100000) return false;
  right = static_cast<int>(value);
  return true;
}

bool two_numbers(const std::string& text, char between, int& left, int& right) {
  std::string first, unused;
  if (!split_pair(text, between, first, right)) return false;
  return split_pair("0" + std::string(1, ',') + first, ',', unused, left);
}

}  // namespace

int main(int count, char** words) {
  sui::Options options;
  std::string server, position, size, gl;
  bool mute = false;
  CLI::App line{"Sui Sui Kiln: throw, paint, glaze and fire a pot, and take it to the bazaar."};
  line.add_option("--server", server, "the bazaar, HOST:PORT; without it everything is kept here");
  line.add_option("--files", options.app.files_folder, "folder for saved pots");
  line.add_option("--assets", options.app.assets_folder, "folder the game reads pictures, words and shaders from");
  line.add_option("--language", options.language, "zh, en, ru, tr, it, ko, bg or ky");
  line.add_option("--gl", gl, "es3 or core33")->check(CLI::IsMember({"es3", "core33"}));
  line.add_option("--position", position, "where the window stands, X,Y");
  line.add_option("--size", size, "how large it is, WxH in pixels");
  line.add_option("--nickname", options.nickname, "your name in the bazaar");
  line.add_option("--quality", options.app.rung,
                  "of the picture, 0 whole to 3 plain; without it as frames come in time")
      ->check(CLI::Range(0, sui::engine::kRungLowest));
  line.add_option("--light", options.light, "for this once: day or lantern, whatever the hour")
      ->check(CLI::IsMember({"day", "lantern"}));
  line.add_flag("--mute", mute, "no sound");
  CLI11_PARSE(line, count, words);

  options.app.sound = !mute;
  if (gl == "es3") options.app.flavour = sui::engine::GlFlavour::kEs3;
  if (gl == "core33") options.app.flavour = sui::engine::GlFlavour::kCore33;
  if (!position.empty() && !two_numbers(position, ',', options.app.position_x, options.app.position_y)) {
    sui::complain({"--position", "is not X,Y: " + position});
    return 2;
  }
  if (!size.empty() && (!two_numbers(size, 'x', options.app.width_px, options.app.height_px) ||
                        options.app.width_px < 200 || options.app.height_px < 200)) {
    sui::complain({"--size", "is not WxH of at least 200x200: " + size});
    return 2;
  }
  if (!server.empty()) {
    int port = 0;
    if (!split_pair(server, ':', options.town.server_host, port) || port < 1 || port > 65535) {
      sui::complain({"--server", "is not HOST:PORT: " + server});
      return 2;
    }
    options.town.server_port = static_cast<uint16_t>(port);
  }
  return sui::play(options);
}

#endif
