// Writes fuzz_acts' first inputs into a folder: real makings, in the words of act_bytes.h.
#include <cstdio>
#include <fstream>
#include <string>

#include "game/craft/materials.h"
#include "tests/fuzz/act_bytes.h"

namespace {

using namespace sui;
using craft::ActKind;
using fuzz::From;
using fuzz::Writer;

void outer(Writer& pot, double seconds, fuzz::Spot from, fuzz::Spot to) {
  pot.sweep({true, false, false, true, static_cast<uint8_t>(seconds * 30), {{from, to, {}, {}}}});
}
void both(Writer& pot, double seconds, const std::array<fuzz::Spot, 4>& spots) {
  pot.sweep({true, true, false, true, static_cast<uint8_t>(seconds * 30), spots});
}
void trim(Writer& pot, double seconds, fuzz::Spot from, fuzz::Spot to, bool underside) {
  pot.sweep({false, underside, true, true, static_cast<uint8_t>(seconds * 30), {{from, to, {}, {}}}});
}

Writer thrown() {
  Writer pot(From::kLump, 800, 344, 20);
  pot.act(ActKind::kWheel, 240 * craft::kPerRpm);
  pot.act(ActKind::kWater, 5 * craft::kPerMl);
  pot.wait(0.5);
  outer(pot, 1.5, {55, 20}, {46, 45});
  pot.act(ActKind::kWheel, 140 * craft::kPerRpm);
  both(pot, 2.3, {{{52, 60}, {52, 60}, {7, 75}, {7, 8}}});
  both(pot, 2.3, {{{52, 60}, {52, 60}, {7, 8}, {36, 8}}});
  for (const double gap_mm : {10.0, 8.0, 6.5}) {
    pot.act(ActKind::kWater, 3 * craft::kPerMl);
    both(pot, 3, {{{48, 20}, {48, 140}, {48 - gap_mm, 20}, {48 - gap_mm, 140}}});
  }
  return pot;
}

Writer vase() {
  Writer pot = thrown();
  pot.act(ActKind::kTakeTool, 0, static_cast<int32_t>(craft::Tool::kRib));
  outer(pot, 2, {48, 90}, {38, 110});
  pot.act(ActKind::kTakeTool, 0, static_cast<int32_t>(craft::Tool::kNeedle));
  outer(pot, 2, {20, 105}, {20, 105});
  pot.act(ActKind::kTakeTool, 1, static_cast<int32_t>(craft::Tool::kSponge));
  pot.act(ActKind::kCut);
  pot.act(ActKind::kDry, 2, 60 * 6);
  return pot;
}

void fire(Writer& pot, double peak_c, double co_pct, int32_t kiln) {
  pot.act(ActKind::kKilnSegment, 100 * craft::kPerCelsius, 600 * craft::kPerCelsius);
  pot.act(ActKind::kKilnSegment, 150 * craft::kPerCelsius, craft::to_fixed(peak_c, craft::kPerCelsius), 30,
          craft::to_fixed(co_pct, craft::kPerCoPct));
  pot.act(ActKind::kFire, kiln, 0, 3, 4);
}

Writer trimmed_and_carved() {
  Writer pot(From::kLeatherHard, 0, 0, 0);
  pot.act(ActKind::kTrimBegin, 150 * craft::kPerRpm);
  trim(pot, 3, {5, 2}, {30, 3}, true);
  trim(pot, 3, {46, 10}, {41, 60}, false);
  pot.act(ActKind::kTrimEnd);
  pot.act(ActKind::kCarveBegin, 0, 3 * craft::kPerMm, craft::kPerMm);
  for (int point = 0; point < 4; ++point)
    pot.act(ActKind::kStrokePoint, 4000 * point, 70 * craft::kPerRing, craft::kPerPressure);
  pot.act(ActKind::kStrokeEnd);
  pot.act(ActKind::kStamp, 1 + 6 * 256, 0, 90 * craft::kPerRing, 8 * craft::kPerMm);
  pot.act(ActKind::kPierce, 9000, 80 * craft::kPerRing, 5 * craft::kPerMm, 0);
  pot.act(ActKind::kDry, 1, 60 * 48);
  return pot;
}

Writer teapot() {
  Writer pot(From::kLeatherHard, 0, 0, 0);
  const auto join = [&pot](craft::PartKind kind, double size_mm, int32_t u, int32_t v) {
    pot.act(ActKind::kMakePart, static_cast<int32_t>(kind), craft::to_fixed(size_mm, craft::kPerMm), 5 * craft::kPerMm,
            17 * 16);
    pot.act(ActKind::kLute, 0, u, v * craft::kPerRing, 3);
  };
  join(craft::PartKind::kStrapHandle, 80, 0, 100);
  join(craft::PartKind::kSpout, 60, craft::kPerTurn / 2, 80);
  join(craft::PartKind::kLid, 75, 0, 0);
  join(craft::PartKind::kKnob, 14, 0, 0);
  pot.act(ActKind::kPartUndo);
  for (int day = 0; day < 6; ++day) pot.act(ActKind::kDry, 1, 60 * 24);
  fire(pot, 1280, 3, static_cast<int32_t>(craft::KilnKind::kGas));
  return pot;
}

Writer painted_and_enamelled() {
  Writer pot(From::kBoneDry, 0, 0, 0);
  pot.act(ActKind::kStrokeBegin, 0, 6 * craft::kPerMm, 256);
  for (int point = 0; point < 5; ++point)
    pot.act(ActKind::kStrokePoint, 3000 * point, (40 + 5 * point) * craft::kPerRing, 200);
  pot.act(ActKind::kStrokeEnd);
  pot.act(ActKind::kBand, 2, 30 * craft::kPerRing, 2 * craft::kPerMm, 200);
  pot.act(ActKind::kWash, 0, 2000, 50 * craft::kPerRing, 120);
  pot.act(ActKind::kPattern, 2 + 4 * 256, 20 * craft::kPerRing, 90 * craft::kPerRing, 200 * 256);
  pot.act(ActKind::kFootMark, 1, 1, 200 * 256);
  pot.act(ActKind::kGlazeDip, 0, 3 * craft::kPerDipSecond, 1450);
  fire(pot, 1280, 0, 0);
  pot.act(ActKind::kBand, 9, 100 * craft::kPerRing, 3 * craft::kPerMm, 200);
  fire(pot, 780, 0, 0);
  return pot;
}

Writer own_glaze() {
  Writer pot(From::kBoneDry, 0, 0, 0);
  const auto weigh = [&pot](const char* material, double parts) {
    pot.act(ActKind::kGlazeWeigh, craft::material_named(material), craft::to_fixed(parts, craft::kPerPart));
  };
  weigh("changshi", 45);
  weigh("shiying", 30);
  weigh("fangjieshi", 15);
  pot.act(ActKind::kGlazeColorant, 6, craft::kPerColorantPct);
  pot.act(ActKind::kGlazePour, 127, 3 * craft::kPerDipSecond, 1450, 9000);
  pot.act(ActKind::kGlazeSwill, 1, 2 * craft::kPerDipSecond, 1450);
  pot.act(ActKind::kGlazeBrush, 127, 60 * craft::kPerRing, 120 * craft::kPerRing, 2);
  pot.act(ActKind::kGlazeBlow, 127, 20 * craft::kPerRing, 120 * craft::kPerRing, 3);
  pot.act(ActKind::kGlazeWipe, 4 * craft::kPerMm);
  fire(pot, 1290, 6, 1);
  return pot;
}

Writer dragon_by_hand() {
  Writer pot(From::kGlazed, 0, 0, 0);
  for (int hour = 0; hour < 20; ++hour) pot.act(ActKind::kKilnDrive, 60 * hour, 40 + 10 * hour, 140, 160);
  pot.act(ActKind::kKilnStoke, 900, 40 * craft::kPerWoodKg, 2);
  pot.act(ActKind::kKilnDrive, 1300, 0, 20, 20);
  pot.act(ActKind::kFire, 3, 10, 0, 0);
  return pot;
}

Writer muffle_again() {
  Writer pot(From::kFired, 0, 0, 0);
  for (int time = 0; time < 3; ++time) {
    pot.act(ActKind::kBand, 8 + time, (60 + 10 * time) * craft::kPerRing, 3 * craft::kPerMm, 220);
    fire(pot, 760 + 40 * time, 0, 0);
  }
  return pot;
}

Writer wet_into_the_fire() {
  Writer pot(From::kThrown, 0, 0, 0);
  pot.act(ActKind::kCut);
  pot.act(ActKind::kDry, 2, 60);
  fire(pot, 1250, 0, 0);
  return pot;
}

// ---- at the edges ----

// A lump cut down with the needle until hardly anything is left, then thrown, dried and fired all the same.
Writer needled_to_nothing() {
  Writer pot(From::kLump, 200, 32 * 16, 0);
  pot.act(ActKind::kWheel, 400 * craft::kPerRpm);
  pot.wait(1);
  pot.act(ActKind::kTakeTool, 1, static_cast<int32_t>(craft::Tool::kNeedle));
  for (const double z_mm : {12.0, 3.0, 0.5, 0.1, 0.02})
    pot.sweep({false, true, false, true, 20, {{{}, {}, {150, z_mm}, {150, z_mm}}}});
  pot.act(ActKind::kTakeTool, 1, 0);
  both(pot, 1, {{{60, 0}, {2, 30}, {5, 0}, {80, 0}}});
  pot.act(ActKind::kCut);
  pot.act(ActKind::kDry, 1, 60 * 40);
  pot.act(ActKind::kGlazeDip, 20, 60 * craft::kPerDipSecond, 1890, 1);
  fire(pot, 1400, 15, 1);
  return pot;
}

// The hand inside goes through the floor and on to the rim; the wall is squeezed shut again.
Writer floorless() {
  Writer pot(From::kLump, 6000, 12 * 16, 100);
  pot.act(ActKind::kWheel, 400 * craft::kPerRpm);
  pot.wait(1);
  both(pot, 8, {{{170, 40}, {170, 0}, {2, 150}, {2, 0}}});
  both(pot, 8, {{{170, 0}, {170, 200}, {2, 0}, {160, 0}}});
  both(pot, 6, {{{170, 0}, {1, 200}, {160, 0}, {0, 200}}});
  pot.act(ActKind::kTakeTool, 0, 0, 1);
  outer(pot, 4, {40, 250}, {60, 0});
  pot.act(ActKind::kCut);
  pot.act(ActKind::kDry, 2, 60 * 48);
  fire(pot, 1400, 0, 0);
  return pot;
}

// Everything the tool can reach is taken off, from both sides.
Writer trimmed_away() {
  Writer pot(From::kLeatherHard, 0, 0, 0);
  pot.act(ActKind::kTrimBegin, 300 * craft::kPerRpm);
  pot.wait(1);
  trim(pot, 5, {80, 0}, {0, 0}, true);
  trim(pot, 5, {80, 0}, {0, 200}, true);
  trim(pot, 8, {60, 0}, {0, 0}, false);
  trim(pot, 8, {0, 0}, {0, 200}, false);
  pot.act(ActKind::kTrimEnd);
  pot.act(ActKind::kMakePart, 0, 250 * craft::kPerMm, 15 * craft::kPerMm, 0);
  pot.act(ActKind::kLute, 0, 0, 120 * craft::kPerRing, 0);
  for (int day = 0; day < 6; ++day) pot.act(ActKind::kDry, day % 3, 60 * 47);
  pot.act(ActKind::kGlazeBlow, 18, 0, 128 * craft::kPerRing, 12);
  fire(pot, 1400, 15, 2);
  return pot;
}

// Glazes no glaze room would weigh out, held as hot and as long as a kiln goes.
Writer melted_away(const char* material, double colorant_pct) {
  Writer pot(From::kBoneDry, 0, 0, 0);
  pot.act(ActKind::kGlazeWeigh, craft::material_named(material), 120 * craft::kPerPart);
  for (int oxide = 0; oxide < 24; ++oxide)
    pot.act(ActKind::kGlazeColorant, oxide, craft::to_fixed(colorant_pct, craft::kPerColorantPct));
  for (int coat = 0; coat < 4; ++coat) pot.act(ActKind::kGlazeDip, 127, 60 * craft::kPerDipSecond, 1900, 1);
  pot.act(ActKind::kGlazeBlow, 127, 0, 128 * craft::kPerRing, 12);
  for (int segment = 0; segment < 24; ++segment)
    pot.act(ActKind::kKilnSegment, 1000 * craft::kPerCelsius, (segment % 4 == 3 ? 30 : 1400) * craft::kPerCelsius, 600,
            (segment % 2) * 15 * craft::kPerCoPct);
  pot.act(ActKind::kFire, 0, 1, 0, 0);
  return pot;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: fuzz_acts_seeds FOLDER\n");
    return 2;
  }
  const std::pair<const char*, Writer> seeds[] = {{"thrown", thrown()},
                                                  {"vase", vase()},
                                                  {"trimmed", trimmed_and_carved()},
                                                  {"teapot", teapot()},
                                                  {"painted", painted_and_enamelled()},
                                                  {"own_glaze", own_glaze()},
                                                  {"dragon", dragon_by_hand()},
                                                  {"muffle", muffle_again()},
                                                  {"wet_fire", wet_into_the_fire()},
                                                  {"needled", needled_to_nothing()},
                                                  {"floorless", floorless()},
                                                  {"trimmed_away", trimmed_away()},
                                                  {"saltpetre", melted_away("xiaoshi", 30)},
                                                  {"lead", melted_away("qianrongkuai", 0)},
                                                  {"quartz", melted_away("shiying", 1)},
                                                  {"zinc", melted_away("yanghuaxin", 0.01)},
                                                  {"lithium", melted_away("tansuanli", 0)},
                                                  {"boron", melted_away("pengrongkuai", 5)},
                                                  {"bone", melted_away("guhui", 0)}};
  for (const auto& [name, pot] : seeds) {
    std::ofstream file(std::string(argv[1]) + "/" + name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(pot.bytes.data()), static_cast<std::streamsize>(pot.bytes.size()));
    if (!file) {
      std::fprintf(stderr, "fuzz_acts_seeds: cannot write %s/%s\n", argv[1], name);
      return 2;
    }
  }
  return 0;
}
