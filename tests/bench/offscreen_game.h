// What a bench of the client's frames needs: the game's engine without a window, a new shelf, Chinese words. The folder
// its files lie in goes with it.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include "game/engine/app.h"
#include "game/engine/languages.h"
#include "game/engine/strings.h"
#include "game/shelf/shelf.h"
#include "tests/unit/temp_folder.h"

namespace sui::bench {

struct OffscreenGame {
  test::TempFolder folder;
  std::unique_ptr<engine::App> app;
  shelf::Shelf shelf;
  engine::Languages languages;
  engine::Strings strings;
};

// `frame_s_fixed` as in AppOptions. Errors as the engine's and the shelf's.
inline Result<Done> open_offscreen(const std::string& assets_folder, double frame_s_fixed, OffscreenGame& game) {
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  engine::AppOptions options;
  options.assets_folder = assets_folder;
  options.files_folder = game.folder.file("files");
  options.sound = false;
  options.frames_per_second_max = 0;
  options.rung = 0;
  options.frame_s_fixed = frame_s_fixed;
  auto app = engine::open_app(options);
  if (!app) return app.error();
  game.app = std::move(*app);
  auto shelf = shelf::open_shelf(game.app->files(), "zh");
  if (!shelf) return shelf.error();
  game.shelf = std::move(*shelf);
  auto languages = engine::load_languages(game.app->assets());
  if (!languages) return languages.error();
  game.languages = std::move(*languages);
  auto strings = engine::load_strings(game.app->assets(), game.languages, "zh");
  if (!strings) return strings.error();
  game.strings = std::move(*strings);
  return Done{};
}

}  // namespace sui::bench
