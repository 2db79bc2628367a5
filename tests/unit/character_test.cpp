#include "game/engine/character.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "fake_scene.h"

namespace sui::engine {
namespace {

using Json = nlohmann::json;

std::string duck_text() {
  std::ifstream file(SUI_DUCK);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Figure {
  FakeScene scene;
  std::shared_ptr<Character> character;
};

Figure duck() {
  Figure figure;
  auto loaded = load_character(figure.scene, duck_text(), "duck.json");
  EXPECT_TRUE(loaded) << (loaded ? "" : to_text(loaded.error()));
  if (loaded) figure.character = *loaded;
  return figure;
}

struct Bounds {
  Vec3 low{9, 9, 9}, high{-9, -9, -9};
};

Bounds drawn_bounds(Figure& figure, const Pose& pose) {
  figure.scene.drawn.clear();
  draw_character(figure.scene, *figure.character, {}, pose, {1, 1, 1, 1});
  Bounds bounds;
  for (const FakeDrawing& drawing : figure.scene.drawn) {
    for (const Vertex& vertex : figure.scene.meshes[static_cast<std::size_t>(drawing.mesh) - 1].vertices) {
      const Vec3 p = moved(drawing.transform, vertex.position);
      bounds.low = {std::min(bounds.low.x, p.x), std::min(bounds.low.y, p.y), std::min(bounds.low.z, p.z)};
      bounds.high = {std::max(bounds.high.x, p.x), std::max(bounds.high.y, p.y), std::max(bounds.high.z, p.z)};
    }
  }
  return bounds;
}

TEST(Duck, IsAClosedFigureLightEnoughForACrowd) {
  const Figure figure = duck();
  std::size_t triangles = 0;
  for (const Mesh& mesh : figure.scene.meshes) {
    triangles += mesh.indices.size() / 3;
    EXPECT_EQ(open_edges(mesh), 0);
    EXPECT_GT(volume_m3(mesh), 0);
    for (const Vertex& vertex : mesh.vertices) ASSERT_NEAR(dot(vertex.normal, vertex.normal), 1, 1e-3f);
  }
  EXPECT_GT(triangles, 1000u);
  EXPECT_LT(triangles, 6000u);
}

TEST(Duck, StandsOnTheGroundAsTallAsItSaysAndTheSameOnBothSides) {
  Figure figure = duck();
  const Bounds bounds = drawn_bounds(figure, {});
  EXPECT_NEAR(bounds.low.y, 0, 0.004f);
  EXPECT_NEAR(bounds.high.y, height_m(*figure.character), 0.01f);
  EXPECT_NEAR(bounds.low.x, -bounds.high.x, 0.002f);
  EXPECT_GT(bounds.high.z, 0.1f) << "the bill looks along +z";
}

TEST(Duck, CheersLooksAndDucks) {
  Figure figure = duck();
  const Bounds still = drawn_bounds(figure, {});
  Pose cheering;
  cheering.wings = 1;
  EXPECT_GT(drawn_bounds(figure, cheering).high.x, still.high.x * 1.4f);
  Pose looking;
  looking.look = -1;
  EXPECT_LT(drawn_bounds(figure, looking).high.z, still.high.z - 0.01f) << "the bill turns away from the front";
  Pose squashed;
  squashed.squash = -1;
  EXPECT_LT(drawn_bounds(figure, squashed).high.y, still.high.y * 0.9f);
}

TEST(Duck, WalkingNeverSinksIntoTheStreet) {
  Figure figure = duck();
  for (float step = 0; step < 2; step += 0.05f) {
    Pose pose;
    pose.walk = step;
    pose.walk_weight = 1;
    const Bounds bounds = drawn_bounds(figure, pose);
    EXPECT_GT(bounds.low.y, -0.012f) << step;
    EXPECT_LT(bounds.low.y, 0.012f) << "one foot stays down at " << step;
  }
}

TEST(Duck, TintReachesEveryPart) {
  Figure figure = duck();
  draw_character(figure.scene, *figure.character, {}, {}, {0.5f, 1, 1, 1});
  for (const FakeDrawing& drawing : figure.scene.drawn) EXPECT_EQ(drawing.plain.tint.r, 0.5f);
}

struct Broken {
  const char* pointer;
  Json value;
  const char* named;
};

TEST(CharacterPack, ErrorsNameTheFileAndTheField) {
  const Json good = Json::parse(duck_text());
  const Broken cases[] = {
      {"/name", 7, "duck.json: name"},
      {"/height_m", -1, "duck.json: height_m"},
      {"/height_m", "tall", "duck.json: height_m"},
      {"/palette", Json::array(), "duck.json: palette"},
      {"/palette/green", "green", "duck.json: palette.green"},
      {"/parts", Json::array(), "duck.json: parts"},
      {"/parts/0", 3, "duck.json: parts[0]"},
      {"/parts/0/moves", "flies", "duck.json: parts[0].moves"},
      {"/parts/1/cell_m", 0, "duck.json: parts[1].cell_m"},
      {"/parts/0/cell_m", 0.0006, "duck.json: body.cell_m"},
      {"/parts/0/joint", {1, 2}, "duck.json: parts[0].joint"},
      {"/parts/0/feathers/run", "up", "duck.json: parts[0].feathers.run"},
      {"/parts/0/solids", nullptr, "duck.json: parts[0].solids"},
      {"/parts/0/solids/2/radii", {0, 1, 1}, "duck.json: parts[0].solids[2].radii"},
      {"/parts/0/solids/1/colour", "plaid", "duck.json: parts[0].solids[1].colour"},
      {"/parts/0/solids/1/shape", "cube", "duck.json: parts[0].solids[1].shape"},
      {"/parts/0/solids/1/blend", 1e30, "duck.json: parts[0].solids[1].blend"},
      {"/parts/0/solids/0/carve", true, "duck.json: parts[0].solids[0].carve"},
      {"/parts/0/mirrored", "yes", "duck.json: parts[0].mirrored"},
  };
  for (const Broken& broken : cases) {
    Json bad = good;
    bad[Json::json_pointer(broken.pointer)] = broken.value;
    FakeScene scene;
    const auto loaded = load_character(scene, bad.dump(), "duck.json");
    ASSERT_FALSE(loaded) << broken.pointer;
    EXPECT_EQ(loaded.error().where, broken.named) << loaded.error().what;
    EXPECT_TRUE(scene.meshes.empty()) << "nothing half-made is left behind";
  }
}

TEST(CharacterPack, CutOffAnywhereIsAnErrorAndNothingWorse) {
  const std::string text = duck_text();
  for (std::size_t length = 0; length + 3 < text.size(); length += 61) {
    FakeScene scene;
    EXPECT_FALSE(load_character(scene, text.substr(0, length), "duck.json"));
  }
  FakeScene scene;
  EXPECT_FALSE(load_character(scene, "[]", "duck.json"));
  EXPECT_FALSE(load_character(scene, std::string(70000, ' '), "duck.json"));
}

}  // namespace
}  // namespace sui::engine
