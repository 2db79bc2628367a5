// Baked: a craft::Look squeezed into at most kBakedBytesMax, for those who only need to draw a pot or list it.
//
// Owns bytes <-> Look (quantised: 1/32 mm, 16 grey levels of paint; the paint is stored at the largest size that fits)
// and the few numbers a buyer reads. Lossy, never fed back into a making. Verified before use.
#pragma once

#include <span>

#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/piece/record.h"

namespace sui::piece {

struct Baked {
  craft::Look look;
  craft::Measures measures;
  std::string title;
  Fingerprint fingerprint{};
  PublicKey maker{};
  double cone = 0;
  uint32_t craft_version = 0;
  uint32_t making_seconds = 0;  // time at the wheel and the brush
  std::vector<craft::Defect> defects;
};

Baked bake(const Record& record, const craft::Workpiece& workpiece);
Result<Bytes> encode(const Baked& baked);
Result<Baked> decode_baked(std::span<const uint8_t> bytes);

}  // namespace sui::piece
