#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "game/engine/scene_programs.h"
#include "game/engine/scene_root.h"
#include "game/ware/ware.h"
#include "gl_context.h"

namespace sui::engine {
namespace {

constexpr int kSizePx = 160;

class FolderAssets final : public Assets {
 public:
  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    std::ifstream file(std::string(SUI_ASSETS) + "/" + name, std::ios::binary);
    if (!file) return Error{name, "is missing"};
    return std::vector<uint8_t>(std::istreambuf_iterator<char>(file), {});
  }
};

craft::Look bowl() {
  craft::Look look;
  for (int index = 0; index <= craft::kRingCount; ++index) {
    craft::LookRing& ring = look.rings[static_cast<std::size_t>(index)];
    const float t = static_cast<float>(index) / craft::kRingCount;
    ring.z_mm = 90 * t;
    ring.outer_mm = 55 + 12 * t * (1 - t) * 4;
    ring.inner_mm = ring.z_mm > 6 ? ring.outer_mm - 3 : 0;
  }
  look.floor_top_mm = 6;
  look.body_r = look.body_g = look.body_b = 0.8f;
  look.paint_columns = 64;
  look.paint_rows = 32;
  look.paint_cobalt.assign(64 * 32, 0);
  return look;
}

struct Stats {
  float red = 0, green = 0, blue = 0;  // means, 0..255
  float brightest = 0, darkest = 255;
};

Stats stats_of(const std::vector<uint8_t>& pixels, int left, int low, int width, int height) {
  Stats stats;
  for (int y = low; y < low + height; ++y) {
    for (int x = left; x < left + width; ++x) {
      const uint8_t* pixel = &pixels[static_cast<std::size_t>(y * kSizePx + x) * 4];
      stats.red += pixel[0];
      stats.green += pixel[1];
      stats.blue += pixel[2];
      const float light = static_cast<float>(pixel[0] + pixel[1] + pixel[2]) / 3;
      stats.brightest = std::max(stats.brightest, light);
      stats.darkest = std::min(stats.darkest, light);
    }
  }
  const float share = 1 / static_cast<float>(width * height);
  stats.red *= share;
  stats.green *= share;
  stats.blue *= share;
  return stats;
}

struct Stage {
  explicit Stage(Dialect dialect) : context(dialect, kSizePx, kSizePx) {
    if (!context.ready()) return;
    auto opened = open_scene(assets, dialect, [] {});
    EXPECT_TRUE(opened) << (opened ? "" : to_text(opened.error()));
    if (opened) scene = std::move(*opened);
  }
  // The wall of the pot, without rim, foot and edges.
  Stats wall(const craft::Look& look, Place place) {
    ware::Shown shown;
    ware::show(*scene, look, 96, true, shown);
    Camera camera;
    camera.eye = {0, 0.10f, 0.42f};
    camera.target = {0, 0.045f, 0};
    scene->start_frame(kSizePx, kSizePx, 1, 0);
    scene->begin({0, 0, kSizePx, kSizePx}, place, camera, true);
    ware::draw(*scene, shown, look, {}, 0, 1);
    scene->end();
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    ware::hide(*scene, shown);
    return stats_of(context.pixels(), 50, 55, 60, 40);
  }
  FolderAssets assets;
  GlContext context;
  std::unique_ptr<SceneRoot> scene;
};

craft::Look fired(craft::Look look) {
  look.stage = craft::Stage::kFired;
  look.fired = look.glazed = true;
  look.gloss = look.outside.gloss = look.inside.gloss = 0.95f;
  look.wetness = 0;
  look.body_r = 0.90f;
  look.body_g = 0.92f;
  look.body_b = 0.91f;
  for (craft::LookRing& ring : look.rings) ring.glaze_outer_mm = ring.glaze_inner_mm = 0.4f;
  return look;
}

class BothDialects : public ::testing::TestWithParam<Dialect> {};

TEST_P(BothDialects, EveryVariantOfEveryShaderCompiles) {
  GlContext context(GetParam(), 16, 16);
  ASSERT_TRUE(context.ready()) << "this machine has no software GL";
  FolderAssets assets;
  const auto try_building = [&](Kind kind, uint32_t variant, int lamps) {
    Result<Program> program = build(assets, GetParam(), kind, variant, lamps);
    ASSERT_TRUE(program) << variant << ": " << to_text(program.error());
    glDeleteProgram(program->name);
  };
  for (uint32_t variant = 0; variant < 16; ++variant)
    try_building(Kind::kWare, variant, 2 + static_cast<int>(variant % 3));
  for (uint32_t bits = 0; bits < 64; ++bits) {
    uint32_t variant = 0;
    constexpr uint32_t kPlainBits[] = {kShadowed, kGrained, kTextured, kCoated, kBlobbed, kPlumed};
    for (uint32_t bit = 0; bit < 6; ++bit) variant |= (bits >> bit & 1u) != 0 ? kPlainBits[bit] : 0u;
    try_building(Kind::kPlain, variant, 2 + static_cast<int>(bits % 3));
  }
  try_building(Kind::kBackdrop, 0, 4);
  try_building(Kind::kBackdrop, kStreet, 2);
  try_building(Kind::kShadow, 0, 0);
  try_building(Kind::kResolve, 0, 0);
  try_building(Kind::kSpread, 0, 0);
}

TEST_P(BothDialects, EveryRungShowsTheSamePotInTheSamePlace) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  const craft::Look look = fired(bowl());
  for (const Place place : {Place::kWorkshop, Place::kVitrine}) {
    stage.scene->quality(kRungs[0]);
    const Stats whole = stage.wall(look, place);
    for (const Quality& rung : kRungs) {
      stage.scene->quality(rung);
      const Stats seen = stage.wall(look, place);
      EXPECT_NEAR(seen.red, whole.red, 12) << rung.scale;
      EXPECT_NEAR(seen.green, whole.green, 12) << rung.scale;
      EXPECT_NEAR(seen.blue, whole.blue, 12) << rung.scale;
      EXPECT_GT(seen.brightest - seen.darkest, 0.5f * (whole.brightest - whole.darkest)) << rung.scale;
    }
  }
}

TEST_P(BothDialects, APlainerPictureGivesItsMemoryBack) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  const std::size_t before = stage.scene->cost().gpu_bytes;
  stage.scene->quality(kRungs[kRungLowest]);
  (void)stage.wall(bowl(), Place::kWorkshop);
  EXPECT_GT(stage.scene->cost().gpu_bytes, before);
  stage.scene->quality(kRungs[0]);
  EXPECT_EQ(stage.scene->cost().gpu_bytes, before);
}

TEST_P(BothDialects, WhatAFrameCostsIsCounted) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  Scene& scene = *stage.scene;
  const std::size_t empty = scene.cost().gpu_bytes;
  Mesh triangle;
  triangle.vertices.resize(3);
  triangle.vertices[1].position = {0.1f, 0, 0};
  triangle.vertices[2].position = {0, 0.1f, 0};
  triangle.indices = {0, 1, 2};
  const MeshId mesh = scene.make_mesh(triangle);
  EXPECT_EQ(scene.cost().gpu_bytes, empty + 3 * sizeof(Vertex) + 3 * sizeof(uint32_t));
  const auto drawn = [&](Place place, int times) {
    stage.scene->start_frame(kSizePx, kSizePx, 1, 0);
    scene.begin({0, 0, kSizePx, kSizePx}, place, {}, true);
    for (int each = 0; each < times; ++each) scene.draw_plain(mesh, {}, {});
    scene.end();
    return scene.cost();
  };
  const int backdrop = drawn(Place::kKiln, 0).draw_calls;
  EXPECT_EQ(drawn(Place::kKiln, 2).draw_calls, backdrop + 2);
  EXPECT_EQ(drawn(Place::kPaper, 2).draw_calls, backdrop + 4) << "a shadow is drawn too";
  EXPECT_EQ(drawn(Place::kPaper, 2).triangles, drawn(Place::kPaper, 0).triangles + 4);
  scene.drop_mesh(mesh);
  EXPECT_EQ(scene.cost().gpu_bytes, empty);
}

TEST_P(BothDialects, WetClayIsDarkWithAHighlightDryClayIsPaleAndEven) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look wet = bowl(), dry = bowl();
  wet.paint_columns = wet.paint_rows = dry.paint_columns = dry.paint_rows = 0;
  wet.wetness = 1;
  wet.body_r = wet.body_g = wet.body_b = 0.4f;
  dry.wetness = 0;
  dry.stage = craft::Stage::kBoneDry;
  const Stats shining = stage.wall(wet, Place::kWorkshop), chalk = stage.wall(dry, Place::kWorkshop);
  EXPECT_LT(shining.green, chalk.green - 20);
  EXPECT_GT(shining.brightest - shining.green, 50) << "the window is seen in the water";
  EXPECT_LT(chalk.brightest - chalk.green, shining.brightest - shining.green);
}

TEST_P(BothDialects, CobaltIsGreyUntilTheFireMakesItBlue) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look raw = bowl();
  raw.stage = craft::Stage::kBoneDry;
  raw.wetness = 0;
  std::fill(raw.paint_cobalt.begin(), raw.paint_cobalt.end(), static_cast<uint8_t>(110));
  const Stats grey = stage.wall(raw, Place::kPaper), blue = stage.wall(fired(raw), Place::kPaper);
  EXPECT_LT(grey.blue - grey.red, 20);
  EXPECT_GT(blue.blue - blue.red, 60);
}

TEST_P(BothDialects, CopperEnamelReliefAndHolesAreSeen) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  const auto with = [](std::vector<uint8_t> craft::Look::*layer, uint8_t value, bool burnt = true) {
    craft::Look look = bowl();
    look.stage = craft::Stage::kBoneDry;
    look.wetness = 0;
    (look.*layer).assign(64 * 32, value);
    return burnt ? fired(look) : look;
  };
  const Stats plain = stage.wall(fired(bowl()), Place::kPaper);
  craft::Look red = with(&craft::Look::paint_copper, 140);
  red.copper_r = 0.39f;
  red.copper_g = 0.03f;
  red.copper_b = 0.04f;
  const Stats copper = stage.wall(red, Place::kPaper);
  EXPECT_GT(copper.red, copper.green + 50);
  const Stats raw = stage.wall(with(&craft::Look::paint_copper, 140, false), Place::kPaper);
  EXPECT_LT(raw.red, raw.green + 12) << "raw copper shows no red";
  craft::Look green = with(&craft::Look::paint_enamel, 140);
  green.paint_enamel_kind.assign(64 * 32, 1);
  const Stats enamel = stage.wall(green, Place::kPaper);
  EXPECT_GT(enamel.green, enamel.red + 30);
  EXPECT_GT(enamel.brightest, 200) << "enamel shines as the glaze does";
  craft::Look fluted = with(&craft::Look::paint_height, 128, false);
  for (std::size_t i = 0; i < fluted.paint_height.size(); ++i) fluted.paint_height[i] = i / 4 % 2 == 0 ? 128 : 70;
  const Stats smooth = stage.wall(with(&craft::Look::paint_height, 128, false), Place::kPaper);
  const Stats flutes = stage.wall(fluted, Place::kPaper);
  EXPECT_GT(flutes.brightest - flutes.darkest, smooth.brightest - smooth.darkest + 20);
  const Stats holes = stage.wall(with(&craft::Look::paint_hole, 255, false), Place::kPaper);
  EXPECT_LT(holes.green, 0.5f * smooth.green) << "dark behind a pierced wall";
  const Stats grains = stage.wall(with(&craft::Look::paint_hole, 255), Place::kPaper);
  EXPECT_GT(grains.green, grains.red) << "glass alone in the grain, pale green";
  EXPECT_GT(plain.green, 100);
}

TEST_P(BothDialects, PorcelainIsWhiteCoolAndMirrorsTheLamps) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  const Stats china = stage.wall(fired(bowl()), Place::kVitrine);
  EXPECT_GT(china.green, 120);
  EXPECT_GE(china.blue, china.red - 3);
  EXPECT_GT(china.brightest, 240);
}

TEST_P(BothDialects, AGlazeIsDrawnByWhatItAbsorbsAndScatters) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look red = fired(bowl()), milky = fired(bowl()), skinned = fired(bowl());
  red.outside.absorbs_g = red.outside.absorbs_b = 6;
  milky.outside = red.outside;
  milky.outside.scatters_r = milky.outside.scatters_g = milky.outside.scatters_b = 12;
  skinned.outside = red.outside;
  skinned.outside.skin_mm = 1;  // air has taken the colour all the way through
  const Stats deep = stage.wall(red, Place::kPaper), pink = stage.wall(milky, Place::kPaper);
  const Stats pale = stage.wall(skinned, Place::kPaper);
  EXPECT_GT(deep.red, deep.green + 60);
  EXPECT_GT(pink.green, deep.green + 20);
  EXPECT_NEAR(pale.red, pale.green, 12);
}

TEST_P(BothDialects, WhereWaxKeptTheGlazeOffTheWallIsBareAndDull) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look celadon = fired(bowl());
  celadon.outside.absorbs_r = celadon.outside.absorbs_b = 4;
  craft::Look waxed = celadon;
  waxed.paint_bare.assign(64 * 32, 255);
  const Stats glazed = stage.wall(celadon, Place::kPaper), bare = stage.wall(waxed, Place::kPaper);
  EXPECT_GT(glazed.green, glazed.red + 40);
  EXPECT_GE(bare.red, bare.green) << "the body, flushed a little where it met the fire";
  craft::Look biscuit = fired(bowl());
  biscuit.paint_bare.assign(64 * 32, 255);
  const Stats china = stage.wall(fired(bowl()), Place::kVitrine), dry = stage.wall(biscuit, Place::kVitrine);
  EXPECT_LT(dry.brightest - dry.green, 0.75f * (china.brightest - china.green)) << "shaded, but no lamp mirrors in it";
  craft::Look inked = waxed;
  std::fill(inked.paint_cobalt.begin(), inked.paint_cobalt.end(), static_cast<uint8_t>(110));
  const Stats dull = stage.wall(inked, Place::kPaper);
  EXPECT_LT(dull.blue - dull.red, 20) << "cobalt that met no glaze stays dull";
}

TEST_P(BothDialects, CobaltThatHeapedAndPiledHasDarkSpots) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look even = fired(bowl());
  std::fill(even.paint_cobalt.begin(), even.paint_cobalt.end(), static_cast<uint8_t>(220));
  craft::Look piled = even;
  piled.cobalt_piled = 1;
  const Stats blue = stage.wall(even, Place::kPaper), spotted = stage.wall(piled, Place::kPaper);
  EXPECT_LT(spotted.blue, blue.blue - 8);
}

TEST_P(BothDialects, AHotPotGlowsRedderThanItIsBlue) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  craft::Look look = fired(bowl());
  ware::Shown shown;
  ware::show(*stage.scene, look, 48, true, shown);
  shown.material.glow = 0.8f;
  Camera camera;
  camera.eye = {0, 0.10f, 0.42f};
  camera.target = {0, 0.045f, 0};
  stage.scene->start_frame(kSizePx, kSizePx, 1, 0);
  stage.scene->begin({0, 0, kSizePx, kSizePx}, Place::kKiln, camera, true);
  ware::draw(*stage.scene, shown, look, {}, 0, 1);
  stage.scene->end();
  const Stats hot = stats_of(stage.context.pixels(), 50, 55, 60, 40);
  EXPECT_GT(hot.red, 180);
  EXPECT_GT(hot.red, hot.blue + 30);
}

TEST_P(BothDialects, APortraitHasThePotInTheMiddleAndNothingRoundIt) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  const craft::Look look = fired(bowl());
  ware::Shown shown;
  ware::show(*stage.scene, look, 48, true, shown);
  Camera camera;
  camera.eye = {0, 0.10f, 0.42f};
  camera.target = {0, 0.045f, 0};
  stage.scene->start_frame(kSizePx, kSizePx, 1, 0);
  const TextureId picture = stage.scene->portrait(shown.mesh, shown.material, camera, 64);
  GLuint framebuffer = 0;
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, stage.scene->texture_name(picture), 0);
  std::vector<uint8_t> pixels(64 * 64 * 4);
  glReadPixels(0, 0, 64, 64, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  glDeleteFramebuffers(1, &framebuffer);
  EXPECT_EQ(pixels[3], 0);
  EXPECT_EQ(pixels[(32 * 64 + 32) * 4 + 3], 255);
  EXPECT_GT(pixels[(32 * 64 + 32) * 4 + 1], 100);
  for (std::size_t at = 0; at < pixels.size(); at += 4) {
    if (pixels[at + 3] > 20 && pixels[at + 3] < 235) {
      EXPECT_GT(pixels[at + 1], 25) << "no dark fringe at the edge";
    }
  }
}

TEST_P(BothDialects, DroppedThingsAreNotDrawnAndABrokenShaderIsNamed) {
  Stage stage(GetParam());
  ASSERT_TRUE(stage.scene);
  Mesh box;
  add_box(box, {}, {0.1f, 0.1f, 0.1f}, hex(0xffffff));
  const MeshId id = stage.scene->make_mesh(box);
  stage.scene->drop_mesh(id);
  stage.scene->start_frame(kSizePx, kSizePx, 1, 0);
  stage.scene->begin({0, 0, kSizePx, kSizePx}, Place::kWorkshop, {}, true);
  stage.scene->draw_plain(id, {}, {});
  stage.scene->end();
  EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));

  class NoShaders final : public Assets {
   public:
    Result<std::vector<uint8_t>> read(const std::string& name) const override { return Error{name, "is missing"}; }
  } empty;
  const auto opened = open_scene(empty, GetParam(), [] {});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().where, "shaders/scene_common.glsl");
}

INSTANTIATE_TEST_SUITE_P(Gl, BothDialects, ::testing::Values(Dialect::kEs300, Dialect::kCore330),
                         [](const ::testing::TestParamInfo<Dialect>& tested) {
                           return tested.param == Dialect::kEs300 ? "Es300" : "Core330";
                         });

}  // namespace
}  // namespace sui::engine
