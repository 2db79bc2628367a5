#include "game/ware/ware.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "fake_scene.h"
#include "game/craft/attachment_numbers.h"
#include "game/craft/fire.h"
#include "game/craft/pigment.h"
#include "game/ware/profile.h"
#include "tests/unit/plain_pot.h"

namespace sui::ware {
namespace {

using craft::kRingCount;
using craft::Look;

// A straight cup, a lump of clay, and the same cup after an unsteady hand.
Look cup(float radius_mm = 40, float wall_mm = 3, float height_mm = 80) {
  Look look;
  for (int index = 0; index <= kRingCount; ++index) {
    craft::LookRing& ring = look.rings[static_cast<std::size_t>(index)];
    ring.z_mm = height_mm * static_cast<float>(index) / kRingCount;
    ring.outer_mm = radius_mm + 6 * static_cast<float>(index) / kRingCount;
    ring.inner_mm = ring.z_mm >= 6 ? ring.outer_mm - wall_mm : 0;
  }
  look.floor_top_mm = 6;
  look.body_r = look.body_g = look.body_b = 0.6f;
  return look;
}

Look lump() {
  Look look = cup(60, 3, 90);
  for (craft::LookRing& ring : look.rings) ring.inner_mm = 0;
  look.floor_top_mm = 90;
  return look;
}

Look unsteady() {
  Look look = cup();
  for (int index = 0; index <= kRingCount; ++index) {
    craft::LookRing& ring = look.rings[static_cast<std::size_t>(index)];
    const float t = static_cast<float>(index) / kRingCount;
    ring.off_x_mm = 5 * t * t;
    ring.off_y_mm = -3 * t;
    ring.oval_x_mm = 4 * t;
    ring.oval_y_mm = 2 * t;
    ring.sink_mm = 10 * t * t;
    ring.twist_turn = 0.08f * t;
  }
  return look;
}

Look finished() {
  Look look = cup();
  look.stage = craft::Stage::kFired;
  look.fired = look.glazed = true;
  look.gloss = 0.95f;
  look.translucency = 0.6f;
  look.wetness = 0;
  for (craft::LookRing& ring : look.rings) ring.glaze_outer_mm = ring.glaze_inner_mm = ring.z_mm < 2 ? 0.0f : 0.4f;
  return look;
}

engine::Mesh mesh_of(const Look& look, int segments) {
  engine::FakeScene scene;
  Shown shown;
  show(scene, look, segments, false, shown);
  return scene.meshes.at(0);
}

TEST(Ware, EveryPotIsAClosedSkin) {
  for (const Look& look : {cup(), lump(), unsteady(), finished(), cup(80, 1.2f, 40), cup(12, 8, 200)}) {
    for (int segments : {24, 48, 96, 192}) {
      const engine::Mesh mesh = mesh_of(look, segments);
      EXPECT_EQ(engine::open_edges(mesh), 0) << segments;
      EXPECT_GT(engine::volume_m3(mesh), 0) << segments;
      for (const engine::Vertex& vertex : mesh.vertices) {
        ASSERT_NEAR(engine::dot(vertex.normal, vertex.normal), 1, 1e-3f);
      }
    }
  }
}

TEST(Ware, TheSkinHoldsAsMuchClayAsTheRings) {
  const Look look = cup();
  double clay_mm3 = 0;
  for (int index = 0; index < kRingCount; ++index) {
    const craft::LookRing& a = look.rings[static_cast<std::size_t>(index)];
    const craft::LookRing& b = look.rings[static_cast<std::size_t>(index) + 1];
    const double outer = 0.5 * static_cast<double>(a.outer_mm + b.outer_mm);
    const double inner = static_cast<double>(a.z_mm) >= 6.0 ? outer - 3 : 0;
    clay_mm3 += 3.14159265 * (outer * outer - inner * inner) * static_cast<double>(b.z_mm - a.z_mm);
  }
  EXPECT_NEAR(engine::volume_m3(mesh_of(look, 192)) * 1e9, clay_mm3, 0.02 * clay_mm3);
}

TEST(Ware, AFingerPicksThePlaceThatIsDrawnThere) {
  for (const Look& look : {cup(), unsteady()}) {
    Look turned = look;
    turned.turn = 0.31f;
    engine::Camera camera;
    camera.eye = {0.1f, 0.25f, 0.6f};
    camera.target = {0.02f, 0.05f, 0};
    const engine::Vec3 foot{0.02f, 0.01f, -0.03f};
    const engine::Rect area{0, 0, 390, 844};
    int seen = 0;
    for (int index = 20; index <= 120; index += 10) {
      for (int step = 0; step < 40; ++step) {
        const float u = static_cast<float>(step) / 40.0f;
        const engine::LatheRing ring = outer_ring(turned, index);
        const engine::Vec3 local = engine::lathe_point(ring, u);
        const engine::Mat4 place = engine::translation(foot) * engine::rotation_y(6.28318531f * (turned.turn + 0.1f));
        const engine::Vec3 world = engine::moved(place, local);
        const engine::Vec3 out = world - engine::moved(place, {ring.off_x, local.y, ring.off_z});
        if (engine::dot(engine::normalised(out), engine::normalised(camera.eye - world)) < 0.4f) continue;
        double picked_u = 0, picked_v = 0;
        const engine::Ray ray = engine::ray_through(camera, area, engine::project(camera, area, world));
        ASSERT_TRUE(pick(turned, foot, 0.1f, ray, picked_u, picked_v));
        const double apart = std::abs(picked_u - static_cast<double>(u));
        EXPECT_LT(std::min(apart, 1 - apart), 0.01);
        EXPECT_NEAR(picked_v, index, 1.5);
        ++seen;
      }
    }
    EXPECT_GT(seen, 60);
  }
}

TEST(Ware, AFingerBesideThePotPicksNothing) {
  engine::Camera camera;
  const engine::Rect area{0, 0, 390, 844};
  double u = 0, v = 0;
  for (const engine::Vec2 at : {engine::Vec2{5, 400}, engine::Vec2{195, 5}, engine::Vec2{385, 840}}) {
    EXPECT_FALSE(pick(cup(), {}, 0, engine::ray_through(camera, area, at), u, v));
  }
}

TEST(Ware, PaintTravelsToTheGraphicsCardOnlyWhenItChanged) {
  Look look = cup();
  look.paint_columns = 8;
  look.paint_rows = 4;
  look.paint_cobalt.assign(32, 100);
  engine::FakeScene scene;
  Shown shown;
  show(scene, look, 48, true, shown);
  show(scene, look, 48, false, shown);
  EXPECT_EQ(scene.texture_updates, 0);
  look.paint_cobalt[5] = 200;
  show(scene, look, 48, true, shown);
  EXPECT_EQ(scene.texture_updates, 1);
  EXPECT_EQ(scene.textures[0][5], 200);
  hide(scene, shown);
  EXPECT_EQ(scene.dropped, 2);
}

TEST(Ware, WhereWaxKeptTheGlazeOffTravelsBesideTheCobalt) {
  Look look = cup();
  look.paint_columns = 8;
  look.paint_rows = 4;
  look.paint_cobalt.assign(32, 100);
  look.paint_bare.assign(32, 0);
  look.paint_bare[7] = 255;
  engine::FakeScene scene;
  Shown shown;
  show(scene, look, 48, true, shown);
  ASSERT_EQ(scene.textures[0].size(), 32u * 3);
  EXPECT_EQ(scene.textures[0][7 * 3], 100);
  EXPECT_EQ(scene.textures[0][7 * 3 + 1], 255);
  EXPECT_EQ(scene.textures[0][6 * 3 + 1], 0);
}

TEST(Ware, EnamelsPaleWithACoolMuffleAndTheRedsFlyOffInAHotOne) {
  const auto seen = [](craft::Pigment pigment, float melt, float burnt) {
    Look look = finished();
    look.paint_columns = 8;
    look.paint_rows = 4;
    look.paint_cobalt.assign(32, 0);
    look.paint_enamel.assign(32, 120);
    look.paint_enamel_kind.assign(32, static_cast<uint8_t>(craft::enamel_index(pigment)));
    look.enamel_melt = melt;
    look.enamel_burnt = burnt;
    engine::FakeScene scene;
    Shown shown;
    show(scene, look, 48, true, shown);
    const std::vector<uint8_t>& texels = scene.textures[2];
    return std::array<float, 3>{static_cast<float>(texels[2]) / static_cast<float>(std::max<int>(texels[3], 1)),
                                static_cast<float>(texels[3]), shown.material.enamel_shine};
  };
  const auto red = craft::Pigment::kEnamelRed, green = craft::Pigment::kEnamelGreen;
  const auto good = seen(red, 0.95f, 0), dull = seen(red, 0.3f, 0), burnt = seen(red, 0.95f, 1);
  EXPECT_GT(dull[0], 1.5f * good[0]) << "chalk over the colour";
  EXPECT_LT(dull[2], 0.2f * good[2]) << "and no shine";
  EXPECT_LT(burnt[1], 0.3f * good[1]);
  EXPECT_GT(seen(green, 0.95f, 1)[1], 2 * burnt[1]) << "green stays longer than red";
}

TEST(Ware, ClayIsNeverGlassAndGlassIsNeverWet) {
  engine::FakeScene scene;
  Shown wet, raw_glaze, done;
  Look look = cup();
  look.wetness = 1;
  show(scene, look, 48, false, wet);
  EXPECT_EQ(wet.material.gloss, 0);
  EXPECT_GT(wet.material.wetness, 0.9f);
  look.stage = craft::Stage::kGlazed;
  look.glazed = true;
  show(scene, look, 48, false, raw_glaze);
  EXPECT_EQ(raw_glaze.material.gloss, 0) << "raw glaze is powder";
  EXPECT_EQ(raw_glaze.material.powder, 1) << "and hides the painting";
  show(scene, finished(), 48, false, done);
  EXPECT_GT(done.material.gloss, 0.9f);
  EXPECT_EQ(done.material.wetness, 0);
  EXPECT_EQ(done.material.paint_fired, 1);
}

TEST(Ware, TheInsideIsDarkerTheDeeperItLies) {
  const engine::Mesh mesh = mesh_of(cup(25, 3, 160), 48);
  float rim_open = 0, floor_open = 1;
  for (const engine::Vertex& vertex : mesh.vertices) {
    const float open = static_cast<float>(vertex.colour_rgba8 & 255u) / 255.0f;
    if (vertex.uv.y > 1.0f && vertex.position.y > 0.155f) rim_open = std::max(rim_open, open);
    if (vertex.uv.y > 2.0f) floor_open = std::min(floor_open, open);
  }
  EXPECT_GT(rim_open, 0.8f);
  EXPECT_LT(floor_open, 0.3f);
}

// A cup out of the kiln; `crash` cools it so fast that quartz cracks it.
Look fired_cup(double wall_mm, bool crash = false) {
  craft::Workpiece pot = test::build({wall_mm, 6, 70, 45, 0.008});
  craft::dip(pot.clay, 3, 1.45, craft::GlazeKind::kClear, pot.glaze);
  pot.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {80, 1280, 20, 0}};
  if (crash) pot.schedule.push_back({1000, 100, 0, 0});
  craft::fire(pot, {0, craft::ActKind::kFire, 0, 0, 7, 0});
  return craft::look_of(pot, 0, 0);
}

TEST(Ware, ATapPlaysTheToneTheCraftFound) {
  const Look sound = fired_cup(4);
  const engine::Ring ring = ring_of(sound);
  for (std::size_t mode = 0; mode < 4; ++mode) {
    EXPECT_EQ(ring.frequency_hz[mode], std::min(sound.tone.hz[mode], 16000.0f));
    EXPECT_EQ(ring.damping_s[mode], sound.tone.decay_s[mode]);
  }
  EXPECT_GT(ring.frequency_hz[0], 500);
  EXPECT_LT(ring.frequency_hz[0], 6000);
  EXPECT_GT(ring_of(fired_cup(6)).frequency_hz[0], ring.frequency_hz[0]) << "a stiffer wall rings higher";
  const Look cracked = fired_cup(4, true);
  ASSERT_TRUE(cracked.cracked);
  EXPECT_LT(ring_of(cracked).damping_s[0], 0.3f * ring.damping_s[0]);
  EXPECT_LT(ring_of(cup()).damping_s[0], 0.2f) << "raw clay only clicks";
}

Look with_part(craft::PartKind kind, bool cracked = false) {
  Look look = cup();
  craft::LookPart part;
  part.kind = kind;
  part.cracked = cracked;
  part.u_turn = 0.25f;
  const bool on_axis = !craft::on_the_wall(kind);
  part.r_mm = on_axis ? 40 : 44.5f;
  part.z_mm = kind == craft::PartKind::kDuckFeet || kind == craft::PartKind::kDuckPedestal ? 0 : (on_axis ? 80 : 62);
  part.low_r_mm = 41.5f;
  part.low_z_mm = 18;
  part.size_mm = kind == craft::PartKind::kEarHandle ? 22.0f : (kind == craft::PartKind::kKnob ? 18.0f : 88.0f);
  part.thickness_mm = 5;
  look.parts.push_back(part);
  return look;
}

TEST(Parts, EachIsClosedAndLooksOutwards) {
  const float bare = engine::volume_m3(mesh_of(cup(), 72));
  for (int number = 0; number < craft::kPartKindCount; ++number) {
    const auto kind = static_cast<craft::PartKind>(number);
    for (const bool cracked : {false, true}) {
      const engine::Mesh mesh = mesh_of(with_part(kind, cracked), 72);
      SCOPED_TRACE(craft::part_id(kind));
      EXPECT_EQ(engine::open_edges(mesh), 0);
      EXPECT_GT(engine::volume_m3(mesh), bare + 2e-7f);
      for (const engine::Vertex& vertex : mesh.vertices) {
        ASSERT_NEAR(engine::dot(vertex.normal, vertex.normal), 1, 1e-2f);
        ASSERT_GT(vertex.position.y, -1e-4f) << "sunk into the shelf";
      }
      EXPECT_LT(mesh.vertices.size(), 20000u);
    }
  }
}

// Widest reach of the mesh in one direction, metres.
float reach(const engine::Mesh& mesh, engine::Vec3 along) {
  float most = -1;
  for (const engine::Vertex& vertex : mesh.vertices) most = std::max(most, engine::dot(vertex.position, along));
  return most;
}

TEST(Parts, AHandleStandsOutWhereItWasJoinedAndNowhereElse) {
  const engine::Mesh plain = mesh_of(cup(), 72), mug = mesh_of(with_part(craft::PartKind::kStrapHandle), 72);
  // A quarter turn counter-clockwise from +x is -z in the scene.
  EXPECT_GT(reach(mug, {0, 0, -1}), reach(plain, {0, 0, -1}) + 0.02f);
  EXPECT_NEAR(reach(mug, {0, 0, 1}), reach(plain, {0, 0, 1}), 1e-4f);
  EXPECT_NEAR(reach(mug, {1, 0, 0}), reach(plain, {1, 0, 0}), 1e-4f);
  EXPECT_NEAR(reach(mug, {0, 0, -1}), craft::widest_mm(with_part(craft::PartKind::kStrapHandle)) / 1000, 0.012f);
}

TEST(Parts, TheDuckStandsOnItsFeetAndHoldsItsHeadHigh) {
  Look look = with_part(craft::PartKind::kDuckUpper);
  look.parts.push_back(with_part(craft::PartKind::kDuckFeet).parts[0]);
  look.parts.push_back(with_part(craft::PartKind::kDuckPedestal).parts[0]);
  look.parts.back().z_mm = -static_cast<float>(craft::kFeetHeightShare) * 88;
  const engine::Mesh duck = mesh_of(look, 72);
  EXPECT_NEAR(reach(duck, {0, -1, 0}), 0, 2e-4f) << "the pedestal stands on the shelf";
  EXPECT_NEAR(reach(duck, {0, 1, 0}), craft::tallest_mm(look) / 1000, 0.006f);
  EXPECT_GT(reach(duck, {1, 0, 0}), 0.055f) << "the bill looks along +x";
  // The finger still finds the wall, lifted by the stand.
  double u = 0, v = 0;
  const float wall_y = (craft::stand_mm(look) + 40) / 1000;
  EXPECT_TRUE(pick(look, {0, 0, 0}, 0, {{0, wall_y, 1}, {0, 0, -1}}, u, v));
  EXPECT_NEAR(v, kRingCount / 2.0, 2);
}

}  // namespace
}  // namespace sui::ware
