// Named wares: recipes by parts, as they hang on a glaze room's wall, and the fire each was made for.
//
// Owns recipes and habits only: no colour. Whether jihong comes out red is for glaze_colour.h to say. Units: parts by
// dry weight, colourants in % on top of 100 dry parts, °C, CO in %, °C/h, mm of fired glaze.
#pragma once

#include <string_view>
#include <vector>

#include "game/craft/act.h"
#include "game/craft/glaze_chemistry.h"
#include "game/craft/kiln.h"

namespace sui::craft {

struct WarePart {
  const char* material = nullptr;  // pinyin id
  double parts = 0;
};

struct WareColorant {
  Oxide oxide = Oxide::kFe2O3;
  double pct = 0;
};

struct Ware {
  GlazeKind kind;
  const char* id;  // "qingbai"
  const char* zh;
  const char* en;
  WarePart parts[6];
  WareColorant colorants[4];
  double peak_c, co_pct;              // what it wants at the top and how much CO on the way there from 900 °C
  double cooling_c_h;                 // from the top to 1000 °C
  double thin_mm, wall_mm, thick_mm;  // melted, as it is worn at the rim, on the wall and in the pools
};

inline constexpr int kWareCount = 24;
const Ware& ware(int index);
const Ware& ware_of(GlazeKind kind);    // any kind but kMixed
int ware_named(std::string_view name);  // by id or Chinese name; -1 if unknown
Oxides ware_oxides(const Ware& ware);
// The fire it was made for, as a schedule for a kiln that can smoke: clean to 900 °C, its CO up to its top and through
// the soak, the last minutes cleaner (facts C4), then down to 1000 °C at its own pace.
std::vector<KilnSegment> own_schedule(const Ware& ware);

}  // namespace sui::craft
