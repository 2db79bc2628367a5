#include "game/town/jostling.h"

#include <algorithm>
#include <cmath>

namespace sui::town {
namespace {

constexpr float kPushedPerS = 9, kSquashedS = 0.5f, kEarshotM = 7;
constexpr float kLetsGo = 1.15f;  // times the elbow room: two who sway at its edge do not bump at every breath

struct Shove {
  float x = 0, z = 0, overlap = 0;
};

// Away from who stands at `other`, by `share` of what is missing between the two.
Shove shove_from(float x, float z, float other_x, float other_z, float share, float sideways) {
  float dx = x - other_x, dz = z - other_z;
  float distance = std::hypot(dx, dz);
  if (distance >= kElbowRoomM) return {0, 0, kElbowRoomM - distance};
  if (distance < 0.01f) {  // inside one another: each its own way
    dx = std::cos(sideways);
    dz = std::sin(sideways);
    distance = 1;
  }
  const float missing = (kElbowRoomM - std::hypot(x - other_x, z - other_z)) * share;
  return {dx / distance * missing, dz / distance * missing, missing};
}

}  // namespace

int jostle(Crowd& crowd, float x, float z, double dt_s) {
  const auto dt = static_cast<float>(dt_s);
  int heard = 0;
  for (OtherPotter& potter : crowd.potters) {
    Shove sum = shove_from(potter.x, potter.z, x, z, 1, 0);
    float closest = kElbowRoomM - sum.overlap;
    if (sum.overlap < 0) sum = {};
    for (const OtherPotter& other : crowd.potters) {
      if (&other == &potter || other.presence < 0.5f) continue;
      const auto own = static_cast<float>(potter.account % 1024) * 2.39996f;
      const Shove shove = shove_from(potter.x, potter.z, other.x, other.z, 0.5f, own);
      closest = std::min(closest, std::hypot(potter.x - other.x, potter.z - other.z));
      if (shove.overlap < 0) continue;
      sum.x += shove.x;
      sum.z += shove.z;
    }
    const float length = std::hypot(sum.x, sum.z), most = length > kPushMostM ? kPushMostM / length : 1.0f;
    const float follows = 1 - std::exp(-kPushedPerS * dt);
    potter.push_x += (sum.x * most - potter.push_x) * follows;
    potter.push_z += (sum.z * most - potter.push_z) * follows;
    potter.squash = std::max(0.0f, potter.squash - dt / kSquashedS);
    if (closest < kElbowRoomM && !potter.touching) {
      potter.touching = true;
      potter.squash = 1;
      if (std::hypot(potter.x - x, potter.z - z) < kEarshotM) ++heard;
    } else if (closest > kElbowRoomM * kLetsGo) {
      potter.touching = false;
    }
  }
  return heard;
}

}  // namespace sui::town
