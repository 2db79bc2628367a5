#include <gtest/gtest.h>

#include "fake_scene.h"
#include "game/engine/shapes.h"

namespace sui::engine {
namespace {

std::vector<LatheRing> can(float radius, float height, bool creased) {
  std::vector<LatheRing> rings;
  const auto add = [&](float r, float y) {
    LatheRing ring;
    ring.radius = r;
    ring.height = y;
    rings.push_back(ring);
  };
  add(0, 0);
  for (int copy = 0; copy < (creased ? 2 : 1); ++copy) add(radius, 0);
  for (int copy = 0; copy < (creased ? 2 : 1); ++copy) add(radius, height);
  add(0, height);
  return rings;
}

TEST(Lathe, IsClosedAndHoldsTheVolumeOfItsProfile) {
  Mesh mesh;
  lathe(can(0.05f, 0.12f, true), 96, mesh);
  EXPECT_EQ(open_edges(mesh), 0);
  EXPECT_NEAR(volume_m3(mesh), 3.14159265 * 0.05 * 0.05 * 0.12, 2e-6);
}

TEST(Lathe, NormalsAreUnitAndLookOutEvenWhenThePotIsBent) {
  std::vector<LatheRing> rings = can(0.05f, 0.12f, false);
  for (std::size_t index = 0; index < rings.size(); ++index) {
    const float t = static_cast<float>(index) / 3.0f;
    rings[index].off_x = 0.004f * t;
    rings[index].oval_x = 0.003f * t;
    rings[index].oval_z = -0.002f * t;
    rings[index].sink = 0.01f * t;
    rings[index].twist_turn = 0.05f * t;
  }
  Mesh mesh;
  lathe(rings, 64, mesh);
  EXPECT_EQ(open_edges(mesh), 0);
  for (const Vertex& vertex : mesh.vertices) EXPECT_NEAR(dot(vertex.normal, vertex.normal), 1, 1e-4f);
  EXPECT_GT(worst_normal(mesh), 0);
}

TEST(Lathe, ARingGivenTwiceMakesACrease) {
  Mesh soft, sharp;
  lathe(can(0.05f, 0.12f, false), 32, soft);
  lathe(can(0.05f, 0.12f, true), 32, sharp);
  EXPECT_NEAR(sharp.vertices[33].normal.y, -1, 1e-4f);
  EXPECT_NEAR(sharp.vertices[66].normal.y, 0, 1e-4f);
  EXPECT_LT(soft.vertices[33].normal.y, -0.2f);
  EXPECT_GT(soft.vertices[33].normal.x, 0.2f);
}

TEST(Lathe, RebuildingASpinningPotAllocatesNothing) {
  Mesh mesh;
  std::vector<LatheRing> rings = can(0.05f, 0.12f, true);
  lathe(rings, 96, mesh);
  const Vertex* vertices = mesh.vertices.data();
  const uint32_t* indices = mesh.indices.data();
  for (int frame = 0; frame < 20; ++frame) {
    rings[2].radius += 0.0002f;
    lathe(rings, 96, mesh);
  }
  EXPECT_EQ(mesh.vertices.data(), vertices);
  EXPECT_EQ(mesh.indices.data(), indices);
}

TEST(Lathe, PointsLieWhereTheMeshIs) {
  std::vector<LatheRing> rings = can(0.05f, 0.12f, false);
  rings[1].oval_x = 0.004f;
  rings[1].off_z = 0.002f;
  rings[1].twist_turn = 0.1f;
  Mesh mesh;
  lathe(rings, 16, mesh);
  for (int segment = 0; segment <= 16; ++segment) {
    const Vec3 apart = mesh.vertices[17u + static_cast<unsigned>(segment)].position -
                       lathe_point(rings[1], static_cast<float>(segment) / 16.0f);
    EXPECT_LT(dot(apart, apart), 1e-10f);
  }
}

TEST(Shapes, BoxesAreClosedLookOutAndHoldTheirVolume) {
  for (float bevel : {0.0f, 0.01f}) {
    Mesh mesh;
    add_box(mesh, {0.3f, 0.2f, -0.1f}, {0.1f, 0.05f, 0.2f}, hex(0x6b4630), bevel);
    EXPECT_EQ(open_edges(mesh), 0) << bevel;
    EXPECT_GE(worst_normal(mesh), 0.5f) << bevel;
    const double sharp = 0.2 * 0.1 * 0.4;
    EXPECT_LE(volume_m3(mesh), sharp + 1e-7);
    EXPECT_GT(volume_m3(mesh), sharp * 0.97 - (bevel > 0 ? 1e-4 : 0));
  }
}

TEST(Shapes, CylindersAndSpheresAreClosed) {
  Mesh cylinder, cone, sphere;
  add_cylinder(cylinder, {0, 0, 0}, 0.1f, 0.1f, 0.3f, 48, hex(0xffffff));
  add_cylinder(cone, {0, 0, 0}, 0.1f, 0.0f, 0.3f, 48, hex(0xffffff));
  add_sphere(sphere, {0, 1, 0}, {0.1f, 0.2f, 0.1f}, 48, hex(0xffffff));
  EXPECT_EQ(open_edges(cylinder), 0);
  EXPECT_EQ(open_edges(cone), 0);
  EXPECT_EQ(open_edges(sphere), 0);
  EXPECT_NEAR(volume_m3(cylinder), 3.14159265 * 0.01 * 0.3, 1e-4);
  EXPECT_NEAR(volume_m3(sphere), 4.0 / 3 * 3.14159265 * 0.002, 1e-4);
  EXPECT_GT(worst_normal(sphere), 0.8f);
}

TEST(Shapes, ATurnedPartKeepsItsVolumeAndItsColour) {
  Mesh part, whole;
  add_box(part, {0, 0, 0}, {0.1f, 0.1f, 0.1f}, hex(0xff0000));
  add_mesh(whole, part, translation({1, 0, 0}) * rotation({0, 1, 0}, 0.7f));
  add_mesh(whole, part, translation({2, 0, 0}));
  EXPECT_EQ(open_edges(whole), 0);
  EXPECT_NEAR(volume_m3(whole), 2 * 0.008, 1e-6);
  EXPECT_EQ(whole.vertices.back().colour_rgba8, 0xff0000ffu);
}

TEST(View, ARayThroughAPointOfTheScreenPassesWhereThatPointIsDrawn) {
  Camera camera;
  camera.eye = {0.2f, 0.5f, 1.1f};
  const Rect area{10, 20, 390, 700};
  for (const Vec3 point : {Vec3{0, 0.1f, 0}, Vec3{0.1f, 0.25f, -0.05f}, Vec3{-0.2f, 0, 0.3f}}) {
    const Ray ray = ray_through(camera, area, project(camera, area, point));
    const Vec3 to = point - ray.from;
    const Vec3 beside = to - ray.along * dot(to, ray.along);
    EXPECT_LT(std::sqrt(dot(beside, beside)), 1e-4f);
  }
}

}  // namespace
}  // namespace sui::engine
