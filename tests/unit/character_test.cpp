#include "game/engine/character.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <utility>

#include "fake_scene.h"
#include "game/engine/companions.h"
#include "tests/unit/temp_folder.h"

namespace sui::engine {
namespace {

using Json = nlohmann::json;

std::string duck_text() {
  std::ifstream file(std::string(SUI_ASSETS) + "/characters/duck/model.json");
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
  Figure figure = duck();
  for (const Mesh& mesh : figure.scene.meshes) {
    EXPECT_EQ(open_edges(mesh), 0);
    EXPECT_GT(volume_m3(mesh), 0);
    for (const Vertex& vertex : mesh.vertices) ASSERT_NEAR(dot(vertex.normal, vertex.normal), 1, 1e-3f);
  }
  draw_character(figure.scene, *figure.character, {}, {}, {1, 1, 1, 1});
  const int64_t near = figure.scene.cost().triangles;
  EXPECT_GT(near, 1000);
  EXPECT_LT(near, 6000);
  figure.scene.drawn.clear();
  std::vector<Mat4> scratch;
  const Standing alone[] = {{}};
  draw_far_crowd(figure.scene, *figure.character, alone, true, scratch);
  EXPECT_EQ(figure.scene.cost().draw_calls, 1);
  EXPECT_LT(figure.scene.cost().triangles * 4, near);
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

// An assets folder of the test's own, with the game's packs in it.
struct OwnAssets {
  test::TempFolder folder;
  std::unique_ptr<Assets> assets;

  OwnAssets() {
    std::filesystem::copy(std::string(SUI_ASSETS) + "/characters", folder.file("characters"),
                          std::filesystem::copy_options::recursive);
    if (auto opened = open_assets(folder.file(""))) assets = std::move(*opened);
  }
  std::string path(const std::string& name) const { return folder.file("characters/" + name); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
  // Another duck under another name, as somebody else would send it.
  void drop_in(const std::string& id) const {
    std::filesystem::copy(path("duck"), path(id));
    write(id + "/manifest.json", R"({"id": ")" + id + R"(", "names": {"en": "Guest"}, "author": "A. Guest",
      "licence": "Licensed for this test", "order": 5, "model": "model.json", "voice": "silent"})");
    write(id + "/lines.en.json", R"({"greeting": ["Hello"], "cheers": ["Well made"], "consoles": ["Next time"]})");
  }
};

std::vector<std::string> ids_of(const Companions& companions) {
  std::vector<std::string> ids;
  for (const Companion& companion : companions.all) ids.push_back(companion.id);
  return ids;
}

TEST(Companions, OurOwnAreWholeInEveryLanguageOfTheGame) {
  const OwnAssets own;
  FakeScene scene;
  const Companions companions = load_companions(scene, *own.assets);
  for (const Error& error : companions.trouble) ADD_FAILURE() << to_text(error);
  EXPECT_EQ(ids_of(companions), (std::vector<std::string>{"duck", "arhat", "cat"}));
  std::set<std::string> languages;
  std::ifstream list(std::string(SUI_ASSETS) + "/strings/languages.json");
  const Json spoken = Json::parse(list);
  for (const Json& language : spoken["languages"]) languages.insert(language["id"].get<std::string>());
  EXPECT_TRUE(languages.count("zh"));
  for (const Companion& companion : companions.all) {
    for (const std::string& language : languages) {
      EXPECT_TRUE(companion.names.count(language)) << companion.id << " has no name in " << language;
      EXPECT_TRUE(companion.lines.count(language)) << companion.id << " has no lines in " << language;
    }
    EXPECT_FALSE(companion.licence.empty());
  }
}

TEST(Companions, TheArhatSaysNothingInEveryLanguage) {
  const OwnAssets own;
  FakeScene scene;
  const auto arhat = load_companion(scene, *own.assets, "arhat");
  ASSERT_TRUE(arhat) << to_text(arhat.error());
  for (const auto& [language, lines] : arhat->lines) {
    for (const auto* said : {&lines.greeting, &lines.cheers, &lines.consoles}) {
      for (const std::string& line : *said) EXPECT_EQ(line, "……") << language;
    }
  }
}

TEST(Companions, EveryFigureIsClosedStandsOnTheGroundAndIsLight) {
  const OwnAssets own;
  for (const char* id : {"arhat", "cat"}) {
    Figure figure;
    auto companion = load_companion(figure.scene, *own.assets, id);
    ASSERT_TRUE(companion) << to_text(companion.error());
    figure.character = companion->figure;
    for (const Mesh& mesh : figure.scene.meshes) {
      EXPECT_EQ(open_edges(mesh), 0) << id;
      EXPECT_GT(volume_m3(mesh), 0) << id;
    }
    draw_character(figure.scene, *figure.character, {}, {}, {1, 1, 1, 1});
    EXPECT_LT(figure.scene.cost().triangles, 10000) << id << ": three stand side by side in the settings";
    const Bounds bounds = drawn_bounds(figure, {});
    EXPECT_NEAR(bounds.low.y, 0, 0.005f) << id;
    EXPECT_NEAR(bounds.high.y, height_m(*figure.character), 0.012f) << id;
  }
}

TEST(Companions, ANewFolderIsANewCompanionWithoutAWordOfCode) {
  const OwnAssets own;
  own.drop_in("guest");
  FakeScene scene;
  const Companions companions = load_companions(scene, *own.assets);
  EXPECT_TRUE(companions.trouble.empty());
  EXPECT_EQ(ids_of(companions), (std::vector<std::string>{"guest", "duck", "arhat", "cat"}));
  const Companion* guest = chosen_companion(companions, "guest");
  ASSERT_NE(guest, nullptr);
  EXPECT_EQ(guest->id, "guest");
  EXPECT_EQ(name_of(*guest, "zh"), "Guest") << "a language it does not speak falls back on English";
  EXPECT_EQ(line_of(lines_of(*guest, "zh").cheers, 7), "Well made");
  scene.drawn.clear();
  draw_character(scene, *guest->figure, {}, {}, {1, 1, 1, 1});
  EXPECT_FALSE(scene.drawn.empty());
}

TEST(Companions, APackageWithoutFoldersSaysThemInAFile) {
  class Package final : public Assets {
   public:
    Result<std::vector<uint8_t>> read(const std::string& name) const override {
      const std::string listed = "cat\nduck\n../odd\n\n";
      if (name == "characters/folders.txt") return std::vector<uint8_t>(listed.begin(), listed.end());
      return Error{name, "is not there"};
    }
  };
  EXPECT_EQ(Package().folders("characters"), (std::vector<std::string>{"cat", "duck"}));
  EXPECT_TRUE(Package().folders("strings").empty());
}

TEST(Companions, OneThatIsDamagedIsNamedAndTheOthersStay) {
  struct Damage {
    const char *file, *text, *named;
  };
  const Damage damages[] = {
      {"manifest.json", "{", "characters/guest/manifest.json"},
      {"manifest.json", "[]", "characters/guest/manifest.json: "},
      {"manifest.json", R"({"id": "host"})", "characters/guest/manifest.json: id"},
      {"manifest.json",
       R"({"id": "guest", "names": {}, "author": "A", "licence": "L", "order": 1, "model": "m", "voice": "quack"})",
       "characters/guest/manifest.json: names"},
      {"manifest.json",
       R"({"id": "guest", "names": {"en": "G"}, "author": "A", "licence": "L", "order": 1, "model": "../m",
           "voice": "quack"})",
       "characters/guest/manifest.json: model"},
      {"manifest.json",
       R"({"id": "guest", "names": {"en": "G", "fr": "G"}, "author": "A", "licence": "L", "order": 1,
           "model": "model.json", "voice": "ring"})",
       "characters/guest/lines.fr.json"},
      {"model.json", "{}", "characters/guest/model.json: name"},
      {"lines.en.json", R"({"greeting": ["Hello"], "cheers": [7], "consoles": ["Next"]})",
       "characters/guest/lines.en.json: cheers[0]"},
      {"lines.en.json", R"({"greeting": ["Hello"], "cheers": ["Good"]})", "characters/guest/lines.en.json: consoles"},
  };
  for (const Damage& damage : damages) {
    const OwnAssets own;
    own.drop_in("guest");
    own.write(std::string("guest/") + damage.file, damage.text);
    FakeScene scene;
    const Companions companions = load_companions(scene, *own.assets);
    EXPECT_EQ(ids_of(companions), (std::vector<std::string>{"duck", "arhat", "cat"})) << damage.text;
    ASSERT_EQ(companions.trouble.size(), 1u) << damage.text;
    EXPECT_EQ(companions.trouble[0].where, damage.named) << damage.text << ": " << companions.trouble[0].what;
    ASSERT_NE(chosen_companion(companions, "guest"), nullptr);
    EXPECT_EQ(chosen_companion(companions, "guest")->id, "duck") << "the duck steps in";
  }
}

}  // namespace
}  // namespace sui::engine
