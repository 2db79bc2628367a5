#include "game/studio/titles.h"

#include <algorithm>
#include <array>
#include <string>

namespace sui::studio {
namespace {

constexpr uint32_t kScenes = 32;
constexpr std::array<const char*, 6> kVessels = {"title.vessel.bottle", "title.vessel.vase", "title.vessel.jar",
                                                 "title.vessel.cup",    "title.vessel.bowl", "title.vessel.dish"};

}  // namespace

Vessel vessel_of(const craft::Measures& measures) {
  const double wide = std::max(1.0, measures.max_diameter_mm);
  const double slender = measures.height_mm / wide;
  const double open = measures.mouth_diameter_mm / wide;
  if (slender < 0.3) return Vessel::kDish;
  if (slender < 0.75 && open > 0.8) return Vessel::kBowl;
  if (open < 0.4) return Vessel::kBottle;
  if (slender > 1.5) return Vessel::kVase;
  return open > 0.85 ? Vessel::kCup : Vessel::kJar;
}

std::string title_for(const engine::Strings& strings, Vessel vessel, std::span<const uint8_t> fingerprint,
                      uint32_t turn) {
  const uint32_t seed = fingerprint.empty() ? 0 : fingerprint[0];
  const uint32_t scene = (seed + turn * 7u) % kScenes + 1;
  const std::string key = "title.scene." + std::string(scene < 10 ? "0" : "") + std::to_string(scene);
  return engine::fill(strings, "title.whole",
                      {{"scene", std::string(engine::say(strings, key))},
                       {"vessel", std::string(engine::say(strings, kVessels[static_cast<std::size_t>(vessel)]))}});
}

}  // namespace sui::studio
