// Titles: a name for a pot whose potter has not thought of one: a scene, and what kind of vessel it became.
//
// The words are in the string tables under "title.". Pure: the same pot gets the same name in the same language. Fits
// piece::kNameBytesMax.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "game/craft/measure.h"
#include "game/engine/strings.h"

namespace sui::studio {

enum class Vessel : uint8_t { kBottle, kVase, kJar, kCup, kBowl, kDish };

Vessel vessel_of(const craft::Measures& measures);
// `turn` asks for another one: 0, 1, 2 …
std::string title_for(const engine::Strings& strings, Vessel vessel, std::span<const uint8_t> fingerprint,
                      uint32_t turn);

}  // namespace sui::studio
