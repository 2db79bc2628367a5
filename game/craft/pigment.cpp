#include "game/craft/pigment.h"

#include <array>
#include <cassert>

namespace sui::craft {
namespace {

struct PigmentNumbers {
  Pigment pigment;
  const char* id;
  double full_dose_g_m2;  // uncertain: chosen so that one full stroke fires to the ware's deep tone
  double deepest_g_m2;
};

// Oxides dissolve in some 0.35 mm of glass, 840 g/m². 6.5 g/m² CoO is then 0.8 %, 6 g/m² CuO 0.7 % (facts D4: .3–1 %
// strikes red), 42 g/m² Fe2O3 5 % (D4: 4–6 % rust). Enamel is painted 0.05–0.1 mm thick.
constexpr PigmentNumbers kPigments[] = {
    {Pigment::kCobalt, "cobalt", 6.5, 12},
    {Pigment::kCopper, "copper", 6.0, 11},
    {Pigment::kIron, "iron", 42, 78},
    {Pigment::kWax, "wax", 2.5, 5},
    {Pigment::kEnamelRed, "enamel_red", 60, 100},
    {Pigment::kEnamelGreen, "enamel_green", 200, 340},
    {Pigment::kEnamelYellow, "enamel_yellow", 200, 340},
    {Pigment::kEnamelAubergine, "enamel_aubergine", 200, 340},
    {Pigment::kEnamelTurquoise, "enamel_turquoise", 200, 340},
    {Pigment::kEnamelBlack, "enamel_black", 60, 100},
    {Pigment::kEnamelRose, "enamel_rose", 160, 280},
    {Pigment::kEnamelWhite, "enamel_white", 200, 340},
    {Pigment::kEnamelGold, "enamel_gold", 20, 34},
    {Pigment::kOwnColours, "own_colours", 0, 1},
};

// Loads are uncertain: chosen so that neighbours fire to blues a painter tells apart.
constexpr std::array<Water, kWaterCount> kWaters = {{
    {"tou_nong", "头浓", 1.0},
    {"er_nong", "二浓", 0.5},
    {"zheng_nong", "正浓", 0.25},
    {"dan_miao", "淡描", 0.125},
    {"ying_dan", "影淡", 0.0546875},
}};

const PigmentNumbers* numbers_of(Pigment pigment) {
  for (const PigmentNumbers& numbers : kPigments) {
    if (numbers.pigment == pigment) return &numbers;
  }
  return nullptr;
}

// sRGB of facts D4, made linear.
constexpr std::array<Enamel, kEnamelCount> kEnamels = {{
    {{0.451, 0.042, 0.016}, 0.96},       // B33A22: iron red, thin and nearly opaque
    {{0.028, 0.212, 0.078}, 0.95},       // 2F7F4F: copper green glass
    {{0.694, 0.397, 0.037}, 0.95},       // D9A936
    {{0.105, 0.036, 0.093}, 0.96},       // 5B3556: manganese
    {{0.025, 0.332, 0.323}, 0.95},       // 2C9C9A
    {{0.010, 0.008, 0.008}, 0.97},       // outline black
    {{0.759, 0.275, 0.366}, 0.95},       // E28FA3: gold pink with white
    {{0.913, 0.888, 0.823}, 0.95},       // F5F2EA: lead arsenate white
    {{0.730, 0.480, 0.150}, 0.98, 1.0},  // burnished gold
}};

}  // namespace

const char* pigment_id(Pigment pigment) {
  const PigmentNumbers* numbers = numbers_of(pigment);
  return numbers == nullptr ? nullptr : numbers->id;
}

double full_dose_g_m2(Pigment pigment) {
  const PigmentNumbers* numbers = numbers_of(pigment);
  assert(numbers != nullptr);
  return numbers->full_dose_g_m2;
}

double deepest_g_m2(Pigment pigment) {
  const PigmentNumbers* numbers = numbers_of(pigment);
  assert(numbers != nullptr);
  return numbers->deepest_g_m2;
}

const Water& water(std::size_t index) {
  assert(index < kWaterCount);
  return kWaters[index];
}

const Enamel& enamel(std::size_t index) {
  assert(index < kEnamelCount);
  return kEnamels[index];
}

}  // namespace sui::craft
