// Raw materials of the glaze room: stones, clays, ashes and frits, each with its analysis.
//
// Owns names (Chinese, pinyin id, English) and analyses with what they lose in the fire; does not weigh (glaze_batch
// in glaze_chemistry.h). Units: wt % of the dry material; loss on ignition included, so a row sums to about 100.
#pragma once

#include <cstdint>
#include <string_view>

#include "game/craft/oxides.h"

namespace sui::craft {

struct Material {
  const char* id;  // pinyin, "youguo"
  const char* zh;  // "釉果"
  const char* en;  // "glaze stone"
  double loss;     // on ignition
  Oxides oxides;
};

// Position in materials() is written into records (a material weighed into a glaze): append, never reorder.
inline constexpr int kMaterialCount = 29;
const Material& material(int index);
// By Chinese name or pinyin id; -1 if we do not have it.
int material_named(std::string_view name);

}  // namespace sui::craft
