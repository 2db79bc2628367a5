#include "game/town/presence.h"

#include <algorithm>
#include <cmath>

#include "game/town/layout.h"

namespace sui::town {
namespace {

constexpr float kTau = 6.2831853f;
constexpr std::size_t kSightsKept = 12;

OtherPotter& potter_of(Crowd& crowd, protocol::AccountId account) {
  const auto found = std::find_if(crowd.potters.begin(), crowd.potters.end(),
                                  [&](const OtherPotter& potter) { return potter.account == account; });
  if (found != crowd.potters.end()) return *found;
  OtherPotter fresh;
  fresh.account = account;
  fresh.sights.reserve(kSightsKept + 1);
  crowd.potters.push_back(std::move(fresh));
  return crowd.potters.back();
}

float turned(float from, float to, float share) {
  float difference = std::fmod(to - from, kTau);
  if (difference > kTau * 0.5f) difference -= kTau;
  if (difference < -kTau * 0.5f) difference += kTau;
  return from + difference * share;
}

Sight sight_at(const std::vector<Sight>& sights, double time_s) {
  if (time_s <= sights.front().at_s) return sights.front();
  for (std::size_t i = 1; i < sights.size(); ++i) {
    const Sight &before = sights[i - 1], &after = sights[i];
    if (time_s > after.at_s) continue;
    const auto share = static_cast<float>((time_s - before.at_s) / std::max(1e-6, after.at_s - before.at_s));
    return {time_s, before.x + (after.x - before.x) * share, before.z + (after.z - before.z) * share,
            turned(before.facing, after.facing, share)};
  }
  return sights.back();
}

}  // namespace

float facing_from_256(uint8_t facing) {
  return static_cast<float>(facing) / 256.0f * kTau;
}

uint8_t facing_to_256(float radians) {
  const float turns = radians / kTau - std::floor(radians / kTau);
  return static_cast<uint8_t>(static_cast<int>(turns * 256.0f + 0.5f) & 255);
}

void hear(Crowd& crowd, const protocol::Presence& presence, protocol::AccountId me, double now_s) {
  for (const protocol::Potter& told : presence.potters) {
    if (told.account == me) continue;
    OtherPotter& potter = potter_of(crowd, told.account);
    const Vec3 at = from_wire_mm(told.x_mm, told.y_mm);
    if (!potter.sights.empty() && potter.sights.back().at_s >= now_s) {
      potter.sights.back() = {now_s, at.x, at.z, facing_from_256(told.facing_256)};
      continue;
    }
    if (potter.sights.empty()) {
      potter.x = at.x;
      potter.z = at.z;
    }
    potter.sights.push_back({now_s, at.x, at.z, facing_from_256(told.facing_256)});
    if (potter.sights.size() > kSightsKept) potter.sights.erase(potter.sights.begin());
  }
}

void hear(Crowd& crowd, const protocol::Names& names) {
  for (const protocol::PotterName& name : names.names) crowd.names[name.account] = name.nickname;
}

void advance(Crowd& crowd, double now_s, double dt_s) {
  const auto dt = static_cast<float>(dt_s);
  for (OtherPotter& potter : crowd.potters) {
    if (potter.sights.empty()) continue;
    const bool here = now_s - potter.sights.back().at_s < kForgetS;
    potter.presence += ((here ? 1.0f : 0.0f) - potter.presence) * std::min(1.0f, dt * 5);
    const Sight shown = sight_at(potter.sights, now_s - kPresenceDelayS);
    const float moved = std::hypot(shown.x - potter.x, shown.z - potter.z);
    const float speed = dt > 0 ? std::min(moved / dt, 6.0f) : 0;
    potter.speed += (speed - potter.speed) * std::min(1.0f, dt * 10);
    potter.walk_phase += moved * 2.2f;
    potter.x = shown.x;
    potter.z = shown.z;
    potter.facing = shown.facing;
    const auto name = crowd.names.find(potter.account);
    if (name != crowd.names.end() && potter.nickname != name->second) potter.nickname = name->second;
  }
  std::erase_if(crowd.potters, [&](const OtherPotter& potter) {
    return potter.sights.empty() || (potter.presence < 0.02f && now_s - potter.sights.back().at_s > kForgetS);
  });
}

}  // namespace sui::town
