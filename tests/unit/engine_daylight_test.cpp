#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "game/engine/daylight.h"
#include "game/engine/scene_place.h"

namespace sui::engine {
namespace {

TEST(Daylight, NoonIsBrightMidnightIsDarkAndTheEveningGoesSmoothly) {
  EXPECT_FLOAT_EQ(night_at(12), 0);
  EXPECT_FLOAT_EQ(night_at(0), 1);
  EXPECT_FLOAT_EQ(night_at(24), 1);
  EXPECT_FLOAT_EQ(night_at(36), 0) << "the next noon";
  EXPECT_NEAR(night_at(18.3), 0.5f, 0.1f) << "dusk";
  for (double hour = 0; hour < 24; hour += 0.1)
    EXPECT_LT(std::fabs(night_at(hour + 0.1) - night_at(hour)), 0.08f) << hour;
  EXPECT_FLOAT_EQ(night_at(std::numeric_limits<double>::quiet_NaN()), 0);
}

TEST(Daylight, LanternLightIsWarmAndDimmerYetWhiteWareStaysTheBrightestThing) {
  for (const Place place : {Place::kWorkshop, Place::kStreet, Place::kPaper}) {
    const LightRig day = light_rig(place, 1, 0), night = light_rig(place, 1, 1);
    ASSERT_EQ(day.lamp_count, night.lamp_count) << "one passes into the other";
    const auto sum = [](Vec3 light) { return light.x + light.y + light.z; };
    EXPECT_LT(sum(night.wall_top) + sum(night.wall_low), sum(day.wall_top) + sum(day.wall_low));
    Vec3 falling = night.sky;
    for (int each = 0; each < night.lamp_count; ++each)
      falling = falling + night.lamps[static_cast<std::size_t>(each)].diffuse;
    EXPECT_GT(falling.x, falling.z) << "lanterns are warm";
    EXPECT_GT(falling.z, 0.35f * falling.x) << "but porcelain must not turn orange";
    EXPECT_GT(falling.y, 0.45f) << "and is well lit";
  }
  const LightRig museum = light_rig(Place::kVitrine, 1, 1);
  EXPECT_FLOAT_EQ(museum.exposure, light_rig(Place::kVitrine, 1, 0).exposure) << "the museum has its own lamps";
}

}  // namespace
}  // namespace sui::engine
