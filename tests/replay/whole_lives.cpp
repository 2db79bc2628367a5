#include "tests/replay/whole_lives.h"

#include <cassert>
#include <utility>

#include "game/craft/attachment.h"
#include "game/craft/chamber.h"
#include "game/craft/drying.h"
#include "game/craft/materials.h"
#include "game/craft/measure.h"
#include "game/craft/pattern.h"
#include "game/craft/wheel.h"
#include "tests/replay/busy_making.h"

namespace sui::replay {
namespace {

using craft::ActKind;
using craft::DryingPlace;
using craft::GlazeKind;
using craft::KilnKind;
using craft::kPerMm;
using craft::PartKind;
using craft::Pigment;
using craft::Tool;

constexpr int32_t kFullRings = 128 * craft::kPerRing;

void must(piece::Bench& bench, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  const Result<Done> done = piece::act_on(bench, craft::act_of(kind, a, b, c, d));
  assert(done);
  (void)done;
}

template <typename Enum>
constexpr int32_t number(Enum value) {
  return static_cast<int32_t>(value);
}

void sweep(piece::Bench& bench, ActKind hand, int32_t r_from, int32_t r_to, int32_t z_from, int32_t z_to,
           int32_t steps) {
  for (int32_t step = 0; step <= steps; ++step) {
    must(bench, hand, (r_from + (r_to - r_from) * step / steps) * kPerMm / 4,
         (z_from + (z_to - z_from) * step / steps) * kPerMm / 4);
    wait(bench, craft::kHandReachTicks);
  }
  must(bench, hand == ActKind::kOuterHand ? ActKind::kOuterLift : ActKind::kInnerLift);
}

// Every tool once on the thrown wall, in quarters of a millimetre: sponges on it, a rib up it, a palm on the rim, the
// needle round it. Whether the clay likes it is not the point; that every machine answers alike is.
void use_tools(piece::Bench& bench) {
  must(bench, ActKind::kTakeTool, 1, number(Tool::kWetSponge), 0);
  sweep(bench, ActKind::kInnerHand, 150, 150, 60, 300, 40);
  must(bench, ActKind::kTakeTool, 1, number(Tool::kSponge), 1);
  sweep(bench, ActKind::kInnerHand, 20, 90, 40, 36, 30);
  must(bench, ActKind::kTakeTool, 0, number(Tool::kRib), 0);
  sweep(bench, ActKind::kOuterHand, 224, 216, 60, 340, 60);
  must(bench, ActKind::kTakeTool, 0, number(Tool::kFingers), 1);
  const auto rim = static_cast<int32_t>(craft::measure(bench.workpiece).height_mm * 4);
  sweep(bench, ActKind::kOuterHand, 200, 204, rim + 8, rim - 6, 20);
  must(bench, ActKind::kTakeTool, 0, number(Tool::kNeedle), 0);
  sweep(bench, ActKind::kOuterHand, 260, 170, rim - 16, rim - 16, 40);
}

// In steps of half an hour, so that where it stops does not hang on a single comparison's last bit.
void dry_to(piece::Bench& bench, DryingPlace place, double wet_pct) {
  for (int32_t half_hour = 0; half_hour < 2000 && craft::measure(bench.workpiece).moisture_wet_pct > wet_pct;
       ++half_hour) {
    must(bench, ActKind::kDry, number(place), 30);
  }
}

void dry_out(piece::Bench& bench) {
  must(bench, ActKind::kDry, number(DryingPlace::kWrapped), 60 * 40);
  for (int32_t day = 0; day < 12 && bench.workpiece.stage < craft::Stage::kBoneDry; ++day)
    must(bench, ActKind::kDry, number(day < 8 ? DryingPlace::kShelf : DryingPlace::kSun), 60 * 24);
}

void trim(piece::Bench& bench) {
  must(bench, ActKind::kTrimBegin, 150 * craft::kPerRpm);
  for (int32_t z = 4; z <= 30; ++z) {
    must(bench, ActKind::kTrimTool, (54 * kPerMm) - z * 8, z * kPerMm, 0);
    wait(bench, 12);
  }
  must(bench, ActKind::kTrimLift);
  must(bench, ActKind::kTrimBegin, 100 * craft::kPerRpm);
  for (int32_t r = 2; r <= 30; ++r) {
    must(bench, ActKind::kTrimTool, r * kPerMm, 2 * kPerMm, 1);
    wait(bench, 12);
  }
  must(bench, ActKind::kTrimLift);
  must(bench, ActKind::kTrimEnd);
}

void join(piece::Bench& bench, PartKind kind, int32_t size_mm, int32_t thickness_mm, int32_t v_share_pct = 0,
          int32_t u = 0) {
  const double wet_pct = craft::measure(bench.workpiece).moisture_wet_pct;
  must(bench, ActKind::kMakePart, number(kind), size_mm * kPerMm, thickness_mm * kPerMm, craft::to_fixed(wet_pct, 16));
  must(bench, ActKind::kLute, 0, u, kFullRings / 100 * v_share_pct, 3);
}

void carve(piece::Bench& bench) {
  for (const craft::CarveTool tool :
       {craft::CarveTool::kKnife, craft::CarveTool::kSlantedKnife, craft::CarveTool::kComb, craft::CarveTool::kSlip}) {
    must(bench, ActKind::kCarveBegin, number(tool), 3 * kPerMm, kPerMm / 2);
    for (int32_t i = 0; i < 12; ++i) {
      must(bench, ActKind::kStrokePoint, 3000 * i + 700 * number(tool), 14000 + 240 * i, 128 + 8 * i);
      wait(bench, 4);
    }
    must(bench, ActKind::kStrokeEnd);
  }
  must(bench, ActKind::kStamp, number(craft::StampForm::kRosette) + 256 * 8, 0, 24000, 8 * kPerMm);
  must(bench, ActKind::kPierce, 9000, 20000, 6 * kPerMm, 5000);
  must(bench, ActKind::kPierce, 30000, 20000, 5 * kPerMm, -5000);
  must(bench, ActKind::kStrokeUndo);
}

// A ring of line with a wash inside it, wax, a band and one pattern after another up the wall.
void paint(piece::Bench& bench) {
  must(bench, ActKind::kStrokeBegin, number(Pigment::kCobalt), kPerMm, 220);
  struct Corner {
    int32_t u, v;
  };
  constexpr Corner kRound[] = {{40000, 16000}, {46000, 16000}, {46000, 21000}, {40000, 21000}, {40000, 16000}};
  for (const Corner& corner : kRound) must(bench, ActKind::kStrokePoint, corner.u, corner.v, 200);
  must(bench, ActKind::kStrokeEnd);
  must(bench, ActKind::kWash, number(Pigment::kCobalt), 43000, 18500, 140);
  must(bench, ActKind::kBand, number(Pigment::kIron), 30000, 2 * kPerMm, 180);
  must(bench, ActKind::kBand, number(Pigment::kWax), 27000, 3 * kPerMm, 200);
  must(bench, ActKind::kBand, number(Pigment::kCopper), 26000, 3 * kPerMm, 200);
  int32_t v = 6000;
  for (const craft::PatternId pattern : {craft::PatternId::kWaves, craft::PatternId::kDragonPhoenix,
                                         craft::PatternId::kScrollLotus, craft::PatternId::kKeyFret}) {
    must(bench, ActKind::kPattern, number(pattern), v, v + 5000, number(Pigment::kCobalt) + 256 * 200);
    v += 6000;
  }
  must(bench, ActKind::kFootMark, 2, 1, number(Pigment::kCobalt) + 256 * 220);
}

void weigh(piece::Bench& bench, const char* name, int32_t parts) {
  must(bench, ActKind::kGlazeWeigh, craft::material_named(name), parts * craft::kPerPart);
}

void glaze_every_way(piece::Bench& bench) {
  weigh(bench, "changshi", 50);
  must(bench, ActKind::kGlazeEmpty);
  weigh(bench, "youguo", 82);
  weigh(bench, "erhui", 18);
  must(bench, ActKind::kGlazeColorant, number(craft::Oxide::kFe2O3), 2 * craft::kPerColorantPct);
  const int32_t mixed = number(GlazeKind::kMixed), second = craft::kPerDipSecond;
  must(bench, ActKind::kGlazePour, mixed, 2 * second, 1420, 12000);
  must(bench, ActKind::kGlazeSwill, number(GlazeKind::kClear), 2 * second, 1420);
  must(bench, ActKind::kGlazeBrush, mixed, 20000, 30000, 2);
  must(bench, ActKind::kGlazeBlow, mixed, 8000, 30000, 4);
  must(bench, ActKind::kGlazeWipe, 3 * kPerMm);
}

void segment(piece::Bench& bench, int32_t rate_c_h, int32_t to_c, int32_t hold_min, int32_t co_pct) {
  must(bench, ActKind::kKilnSegment, rate_c_h * craft::kPerCelsius, to_c * craft::kPerCelsius, hold_min,
       co_pct * craft::kPerCoPct);
}

void enamel(piece::Bench& bench) {
  must(bench, ActKind::kPattern, number(craft::PatternId::kTulips), 9000, 24000,
       number(Pigment::kOwnColours) + 256 * 220);
  for (int32_t pigment = number(Pigment::kEnamelRed); pigment <= number(Pigment::kEnamelGold); ++pigment)
    must(bench, ActKind::kBand, pigment, 4000 + 600 * (pigment - 8), kPerMm, 200);
  segment(bench, 150, 780, 20, 0);
  must(bench, ActKind::kFire, number(KilnKind::kElectric), 1);
}

piece::Bench thrown(uint64_t seed) {
  Dice dice{seed};
  craft::ClayStart start;
  start.mass_g = 1200;
  auto bench = piece::fresh_bench(start);
  assert(bench);
  throw_cylinder(*bench, dice);
  return std::move(*bench);
}

piece::Bench enamelled_mug(uint64_t seed) {
  piece::Bench bench = thrown(seed);
  must(bench, ActKind::kWheel, 80 * craft::kPerRpm);
  use_tools(bench);
  must(bench, ActKind::kCut);
  dry_to(bench, DryingPlace::kWrapped, 16.4);
  trim(bench);
  carve(bench);
  join(bench, PartKind::kStrapHandle, 90, 6, 70, 16384);
  join(bench, PartKind::kSpout, 60, 4, 50, 49152);
  join(bench, PartKind::kEarHandle, 20, 4, 80, 32768);
  must(bench, ActKind::kPartUndo);
  join(bench, PartKind::kLid, 80, 4);
  join(bench, PartKind::kKnob, 18, 12);
  dry_out(bench);
  paint(bench);
  glaze_every_way(bench);
  segment(bench, 100, 600, 0, 0);
  segment(bench, 120, 950, 20, 0);
  segment(bench, 70, 1285, 25, 5);
  must(bench, ActKind::kFire, number(KilnKind::kGas), 2, 5, 6);
  enamel(bench);
  return bench;
}

piece::Bench zhenyao_jar(uint64_t seed) {
  piece::Bench bench = thrown(seed);
  must(bench, ActKind::kCut);
  dry_out(bench);
  segment(bench, 80, 930, 20, 0);  // biscuit first
  must(bench, ActKind::kFire, number(KilnKind::kElectric), 1, 9, 9);
  must(bench, ActKind::kGlazeDip, number(GlazeKind::kJihong), 3 * craft::kPerDipSecond, 1450, 1);
  for (int32_t hour = 0; hour < 30; ++hour) {
    must(bench, ActKind::kKilnDrive, 60 * hour, 50 + 6 * hour, 60 + 6 * hour, 200 - 3 * hour);
    if (hour % 3 == 0) must(bench, ActKind::kKilnStoke, 60 * hour + 7, 90 * craft::kPerWoodKg, 0);
  }
  must(bench, ActKind::kKilnDrive, 60 * 30, 0, 20, 20);
  must(bench, ActKind::kFire, number(KilnKind::kZhenyao), 1, 77, 78);
  return bench;
}

piece::Bench dragon_duck(uint64_t seed) {
  piece::Bench bench = thrown(seed);
  must(bench, ActKind::kCut);
  dry_to(bench, DryingPlace::kWrapped, 16.8);
  join(bench, PartKind::kDuckUpper, 90, 5);
  join(bench, PartKind::kDuckFeet, 70, 8);
  join(bench, PartKind::kDuckPedestal, 90, 6);
  dry_out(bench);
  must(bench, ActKind::kGlazeBrush, number(GlazeKind::kTenmoku), 4000, kFullRings, 3);
  for (int32_t hour = 0; hour < 24; ++hour) {
    must(bench, ActKind::kKilnDrive, 60 * hour, 80 + 7 * hour, 90 + 6 * hour, 200 - 3 * hour);
    must(bench, ActKind::kKilnStoke, 60 * hour + 20, (30 + 4 * hour) * craft::kPerWoodKg, hour / 8);
  }
  must(bench, ActKind::kKilnDrive, 60 * 24, 0, 10, 10);
  must(bench, ActKind::kFire, number(KilnKind::kDragon), 1 | craft::kOpenToFlame);
  return bench;
}

}  // namespace

std::vector<Life> whole_lives() {
  std::vector<Life> lives;
  lives.push_back({"enamelled_mug", enamelled_mug(2026)});
  lives.push_back({"zhenyao_jar", zhenyao_jar(2027)});
  lives.push_back({"dragon_duck", dragon_duck(2028)});
  for (Life& life : lives) piece::seal(life.bench);
  return lives;
}

}  // namespace sui::replay
