#include "game/craft/fire_faults.h"

#include <algorithm>
#include <cmath>

#include "game/craft/kiln_numbers.h"

namespace sui::craft {
namespace {

void note(Workpiece& workpiece, DefectKind kind, uint32_t minute, int ring, double value, double limit) {
  if (workpiece.defects.size() < kDefectsMax) workpiece.defects.push_back({kind, minute, ring, value, limit});
}

void note_over(Workpiece& workpiece, DefectKind kind, uint32_t minute, int ring, double value, double limit) {
  if (value > limit) note(workpiece, kind, minute, ring, value, limit);
}

// What gathers over the fires is told of the one that brought it over the limit, and not again.
void note_once(Workpiece& workpiece, DefectKind kind, uint32_t minute, int ring, double value, double limit) {
  for (const Defect& defect : workpiece.defects) {
    if (defect.kind == kind) return;
  }
  note_over(workpiece, kind, minute, ring, value, limit);
}

void judge_quartz(const Firing& firing, int ring, Workpiece& workpiece) {
  if (firing.quartz_gap_c <= kQuartzGapMaxC) return;
  const double rate_c_h = firing.hottest_rate_c_h_573;
  note(workpiece, DefectKind::kDunted, firing.quartz_minute, ring, rate_c_h,
       rate_c_h * kQuartzGapMaxC / firing.quartz_gap_c);
}

void judge_cristobalite(const Firing& firing, int ring, Workpiece& workpiece) {
  if (firing.cristobalite < kCristobaliteFelt) return;
  note_over(workpiece, DefectKind::kDuntedCold, firing.cristobalite_minute, ring, firing.fastest_c_h_226,
            kCristobaliteSeriousCPerH * kCristobaliteSerious / firing.cristobalite);
}

// Carbon shut in turns to gas as the wall closes; a body fired past its cone boils by itself.
double bloat_pct(const Firing& firing) {
  const double over = firing.cone - 13;
  return 9 * firing.carbon_left * firing.vitrification + (over > 0 ? 3 * over : 0);
}

void judge_fit(const RawCoat& coat, Workpiece& workpiece) {
  const Firing& firing = workpiece.firing;
  if (firing.glaze_melt < 0.5) return;
  const double expansion =
      expansion_west_gerrow(workpiece.glaze.outside ? workpiece.glaze.outer_oxides : workpiece.glaze.inner_oxides);
  const double tension_mpa = glaze_tension_mpa(expansion, firing.porosity);
  const bool crackle_wanted = expansion - kBodyExpansion >= kCrackleWantedOver;
  const auto minute = static_cast<uint32_t>(firing.hours * 60);  // it sounds while the kiln is opened
  if (!crackle_wanted) note_over(workpiece, DefectKind::kCrazed, minute, coat.thickest_ring, tension_mpa, kCrazeMpa);
  note_over(workpiece, DefectKind::kShivered, minute, kRingCount - 1, -tension_mpa, kShiverMpa);
}

}  // namespace

double glaze_tension_mpa(double glaze_expansion, double porosity) {
  return kGlazeMpaPer1e6 * (glaze_expansion - body_expansion(porosity));
}

RawCoat raw_coat(const Clay& clay, const Glaze& glaze, const RingField& holds) {
  RawCoat coat;
  for (int ring = 0; ring < kRingCount; ++ring) {
    const auto k = static_cast<std::size_t>(ring);
    if (glaze.outer_mm[k] * holds[k] > coat.thickest_mm) coat = {glaze.outer_mm[k] * holds[k], 0, 0, ring};
  }
  const int coats = glaze.coats < 1 ? 1 : (glaze.coats > kCoatsEase ? kCoatsEase : glaze.coats);
  coat.cracks_mm = coat.thickest_mm / std::sqrt(static_cast<double>(coats));
  coat.foot_mm = glaze_under_foot_mm(clay, glaze, holds);
  return coat;
}

bool is_biscuit(const Workpiece& workpiece) {
  return !workpiece.glaze.laid && keeps_its_shape_in_water(workpiece.firing) &&
         workpiece.firing.cone <= kBiscuitConeMax;
}

void forget_what_fire_mends(Workpiece& workpiece) {
  std::vector<Defect>& defects = workpiece.defects;
  defects.erase(std::remove_if(defects.begin(), defects.end(),
                               [](const Defect& defect) {
                                 return defect.kind == DefectKind::kUnderfired || defect.kind == DefectKind::kUnglazed;
                               }),
                defects.end());
}

void judge_body(const Places& places, Workpiece& workpiece) {
  const Firing& firing = workpiece.firing;
  note_over(workpiece, DefectKind::kBurst, firing.steam_minute, places.thickest_ring, firing.peak_steam_bar,
            kSteamBurstBar);
  judge_quartz(firing, places.lowest_wall_ring, workpiece);
  judge_cristobalite(firing, places.lowest_wall_ring, workpiece);
  if (firing.cone < kConeUnderfired && !is_biscuit(workpiece))
    note(workpiece, DefectKind::kUnderfired, firing.peak_minute, 0, firing.cone, kConeUnderfired);
  note_once(workpiece, DefectKind::kOverfired, firing.peak_minute, 0, firing.cone, kConeOverfired);
  const bool closed = firing.porosity < 0.2;
  if (closed)
    note_once(workpiece, DefectKind::kBlackCore, firing.peak_minute, places.thickest_ring, firing.carbon_left,
              kCarbonLeftMax);
  note_once(workpiece, DefectKind::kBloated, firing.peak_minute, places.thickest_ring, closed ? bloat_pct(firing) : 0,
            kBloatMaxPct);
}

void judge_sag(const Sag& sag, Workpiece& workpiece) {
  const uint32_t minute = workpiece.firing.peak_minute;
  if (sag.droop_mm > kSlumpMm) {
    note(workpiece, DefectKind::kSlumped, minute, sag.ring, sag.droop_mm, kSlumpMm);
  } else {
    note_over(workpiece, DefectKind::kWarped, minute, sag.ring, sag.droop_mm, kSagMaxMm);
  }
}

void judge_glaze(const RawCoat& coat, const RingField& holds, Workpiece& workpiece) {
  const Firing& firing = workpiece.firing;
  const Glaze& glaze = workpiece.glaze;
  const uint32_t minute = firing.peak_minute;
  if (!glaze.laid) {
    if (!is_biscuit(workpiece)) note(workpiece, DefectKind::kUnglazed, minute, 0, 0, 0.1);
    return;
  }
  note_over(workpiece, DefectKind::kGlazeRan, minute, coat.thickest_ring, glaze.run_mm, kGlazeRunMaxMm);
  const bool melted = firing.glaze_melt > 0.5;
  if (melted && coat.foot_mm > kFootRawMm) {
    note(workpiece, DefectKind::kStuckToShelf, minute, 0, coat.foot_mm, kFootRawMm);
  } else if (melted) {
    note_over(workpiece, DefectKind::kStuckToShelf, minute, 0, glaze_under_foot_mm(workpiece.clay, glaze, holds),
              kFootBeadMm);
  }
  if (melted) {
    note_over(workpiece, DefectKind::kCrawled, minute, coat.thickest_ring, coat.cracks_mm, kCrawlRawMm);
    const double fired_mm = coat.thickest_mm * kFiredOverRaw;
    note_over(workpiece, DefectKind::kPinholed, minute, coat.thickest_ring, firing.bubbles_left * fired_mm / 0.5,
              kBubblesLeftMax);
  }
  judge_fit(coat, workpiece);
}

void judge_enamels(int lowest_wall_ring, Workpiece& workpiece) {
  const Firing& firing = workpiece.enamel_firing;
  judge_quartz(firing, lowest_wall_ring, workpiece);
  if (firing.enamel_melt < kEnamelMeltMin)
    note(workpiece, DefectKind::kEnamelDull, firing.peak_minute, 0, firing.enamel_melt, kEnamelMeltMin);
  note_over(workpiece, DefectKind::kEnamelBurnt, firing.peak_minute, 0, firing.peak_c, kEnamelBurntC);
}

}  // namespace sui::craft
