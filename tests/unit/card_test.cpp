// A pot's card to show around: a PNG of the size promised, with the pot in its case, lying where the player keeps
// pictures and never over another one.
#include "game/studio/card.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "game/engine/app.h"
#include "game/engine/languages.h"
#include "game/engine/pictures_folder.h"
#include "game/studio/workshop.h"
#include "tests/gallery/golden.h"
#include "tests/unit/temp_folder.h"

namespace sui::studio {
namespace {

double brightness(const engine::Picture& picture, int left, int top, int width, int height) {
  double sum = 0;
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) {
      const auto at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
      sum += picture.pixels[at] + picture.pixels[at + 1] + picture.pixels[at + 2];
    }
  }
  return sum / (3.0 * width * height);
}

TEST(Card, IsAPictureOfThePotInThePicturesFolder) {
  const test::TempFolder folder;
  std::filesystem::create_directories(folder.file("pictures"));
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  engine::AppOptions options;
  options.assets_folder = SUI_ASSETS_BUILT;
  options.files_folder = folder.file("files");
  options.pictures_folder = folder.file("pictures");
  options.sound = false;
  options.frame_s_fixed = 0.05;
  auto app = engine::open_app(options);
  ASSERT_TRUE(app) << to_text(app.error());
  const auto languages = engine::load_languages((*app)->assets());
  ASSERT_TRUE(languages);
  const auto strings = engine::load_strings((*app)->assets(), *languages, "zh");
  ASSERT_TRUE(strings);
  auto shelf = shelf::open_shelf((*app)->files(), "zh");
  ASSERT_TRUE(shelf);
  Workshop workshop;
  open_workshop((*app)->scene(), (*app)->assets(), workshop);
  Pot pot;
  fresh_lump(pot, 100);
  engine::Picture window_before, window_after;
  std::string said;
  (*app)->run(
      [&](engine::Frame& frame) {
        Around around{frame, **app, *strings, *languages, *shelf, workshop, pot};
        show(frame.scene, pot);
        frame.canvas.rect(frame.screen, engine::hex(0x336699));
        window_before = (*app)->picture();
        share_card(around, {pot.look, pot.shown, "缠枝莲玉壶春", "陶小满", "18.2 cm", {}, 0});
        said = frame.ui.state.toast;
        frame.canvas.rect({0, 0, 4, 4}, engine::hex(0x336699));  // the window is drawn into again
        window_after = (*app)->picture();
        (*app)->quit();
      },
      [] {});
  const std::string path = folder.file("pictures") + "/" + card_name({});
  EXPECT_NE(said.find(path), std::string::npos) << said;
  const auto card = gallery::read_png(path);
  ASSERT_TRUE(card) << to_text(card.error());
  EXPECT_EQ(card->width, kCardWidthPx);
  EXPECT_EQ(card->height, kCardHeightPx);
  EXPECT_GT(brightness(*card, 300, 1000, 480, 40), 150);  // paper
  EXPECT_LT(brightness(*card, 110, 120, 60, 60), 60);     // the case is dark beside the pot
  EXPECT_GT(brightness(*card, 500, 560, 80, 80), brightness(*card, 110, 120, 60, 60) + 30);  // the pot
  EXPECT_EQ(window_before.pixels, window_after.pixels);
}

TEST(Card, NeverLiesOverAnotherPicture) {
  const test::TempFolder folder;
  std::filesystem::create_directories(folder.file("pictures"));
  const std::vector<uint8_t> one = {1, 2, 3}, other = {4, 5};
  const auto first = engine::keep_picture(folder.file("pictures"), "cup.png", one);
  const auto same = engine::keep_picture(folder.file("pictures"), "cup.png", one);
  const auto second = engine::keep_picture(folder.file("pictures"), "cup.png", other);
  ASSERT_TRUE(first && same && second);
  EXPECT_EQ(*first, *same);
  EXPECT_EQ(*second, folder.file("pictures") + "/cup-2.png");
  std::ifstream in(*first, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "\x01\x02\x03");
  EXPECT_FALSE(engine::keep_picture(folder.file("nowhere"), "cup.png", one));
}

TEST(Card, GoesWhereTheDesktopKeepsPictures) {
  EXPECT_EQ(engine::pictures_folder_in("# x\nXDG_PICTURES_DIR=\"$HOME/图片\"\n", "/somebody"), "/somebody/图片");
  EXPECT_EQ(engine::pictures_folder_in("XDG_PICTURES_DIR=\"/data/Bilder\"", "/somebody"), "/data/Bilder");
  EXPECT_EQ(engine::pictures_folder_in("#XDG_PICTURES_DIR=\"/old\"\n", "/somebody"), "");
  EXPECT_EQ(engine::pictures_folder_in("XDG_MUSIC_DIR=\"$HOME/Music\"\n", "/somebody"), "");
}

}  // namespace
}  // namespace sui::studio
