#include "game/craft/burn.h"

#include <cassert>

namespace sui::craft {
namespace {

constexpr double kStepH = kChamberStepS / 3600;
constexpr std::size_t kSamplesMax = 400;

void thin_out(std::vector<KilnSample>& curve) {  // keeps every second sample: the curve stays near 200 points
  std::size_t kept = 0;
  for (std::size_t i = 0; i < curve.size(); i += 2) curve[kept++] = curve[i];
  curve.resize(kept);
}

}  // namespace

Burn cold_kiln(KilnKind kind, const KilnLoad& load) {
  assert(load.wall_mm > 0 && load.thickest_mm > 0);
  assert(load.zone >= 0 && load.zone < kiln_zones(kind));
  Burn burn;
  burn.kind = kind;
  burn.load = load;
  burn.chamber = cold_chamber(kind);
  burn.firing.kind = kind;
  burn.firing.heat_work = load.heat_work;
  burn.firing.carbon_left = load.carbon;
  burn.firing.fe2_fraction = load.fe2_fraction;
  burn.firing.cristobalite = load.cristobalite;
  burn.ware.carbon = load.carbon;
  burn.ware.water_dry = load.moisture_dry;
  burn.ware.melt = melt_of(load.glaze);
  burn.ware.inner_melt = melt_of(load.inner_glaze);
  return burn;
}

double kiln_c(const Burn& burn) {
  return burn.chamber.zones[static_cast<std::size_t>(burn.load.zone)].gas_c;
}

void burn_on(const Firehand& hand, Burn& burn) {
  const KilnBuild& build = kiln_build(burn.kind);
  Firing& firing = burn.firing;
  if (burn.step % burn.sample_every == 0)
    firing.curve.push_back({burn.step * kStepH, kiln_c(burn), burn.ware.wall_c, burn.chamber.co_pct});
  if (firing.curve.size() >= kSamplesMax) {
    thin_out(firing.curve);
    burn.sample_every *= 2;
  }
  sui::craft::burn(hand, burn.chamber);
  burn.burnt_kj += burn.chamber.burning_kw * kChamberStepS;
  Surroundings around;
  around.kiln_c = surrounding_c(burn.chamber, burn.load.zone);
  around.co_pct = burn.chamber.co_pct;
  around.o2_pct = burn.chamber.o2_pct;
  around.minute = minute_of(burn);
  around.ash_mm_h = build.ash_mm_h * burn.chamber.burning_kw / build.heat_kw_max;
  for (int zone = 0; zone < burn.load.zone; ++zone) around.ash_mm_h *= kAshPerZone;
  pass_step(burn.load, around, burn.ware, firing);
  ++burn.step;
}

Firehand hand_of(const Chamber& chamber, const KilnDrive& drive) {
  const KilnBuild& build = kiln_build(chamber.kind);
  Firehand hand;
  hand.heat_kw = drive.fuel * build.heat_kw_max;
  if (chamber.kind == KilnKind::kElectric) {
    hand.air_kg_s = drive.damper * drive.air * build.vent_kg_s_max;
  } else {
    hand.air_kg_s = air_kg_s_natural(chamber, drive.air, drive.damper);
  }
  return hand;
}

void throw_in(const KilnStoke& stoke, Firehand& hand) {
  hand.thrown_kj += stoke.wood_kg * kPineKjPerKg;
  hand.zone = stoke.section;
}

}  // namespace sui::craft
