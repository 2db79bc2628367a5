#include "game/craft/oxides.h"

namespace sui::craft {

// Expansion: West & Gerrow as in facts D2; CuO, CoO, P2O5 and Cr2O3 are not in that table and are set beside MnO and
// Al2O3 (uncertain; they are colourants, a few tenths of a per cent). Surface tension: Dietzel as in facts D3; what D3
// leaves out is from the usual longer list of his factors, SnO2, SrO and P2O5 estimated (uncertain).
const std::array<OxideFacts, kOxideCount>& oxide_facts() {
  static constexpr std::array<OxideFacts, kOxideCount> kFacts{{
      {"SiO2", &Oxides::sio2, 60.084, false, false, 0.035, 3.4},
      {"Al2O3", &Oxides::al2o3, 101.961, false, false, 0.063, 6.2},
      {"B2O3", &Oxides::b2o3, 69.622, false, false, 0.031, 0.8},
      {"CaO", &Oxides::cao, 56.077, true, false, 0.148, 4.8},
      {"MgO", &Oxides::mgo, 40.304, true, false, 0.026, 6.6},
      {"Na2O", &Oxides::na2o, 61.979, true, false, 0.387, 1.5},
      {"K2O", &Oxides::k2o, 94.196, true, false, 0.331, 0.1},
      {"Li2O", &Oxides::li2o, 29.881, true, false, 0.068, 4.6},
      {"BaO", &Oxides::bao, 153.326, true, false, 0.129, 3.7},
      {"SrO", &Oxides::sro, 103.619, true, false, 0.130, 4.0},
      {"ZnO", &Oxides::zno, 81.379, true, false, 0.094, 4.7},
      {"PbO", &Oxides::pbo, 223.199, true, false, 0.083, 1.2},
      {"TiO2", &Oxides::tio2, 79.866, false, true, 0.144, 3.0},
      {"Fe2O3", &Oxides::fe2o3, 159.688, false, true, 0.125, 4.5},
      {"MnO", &Oxides::mno, 70.937, false, true, 0.050, 4.5},
      {"CuO", &Oxides::cuo, 79.545, false, true, 0.050, 4.5},
      {"CoO", &Oxides::coo, 74.933, false, true, 0.050, 4.5},
      {"SnO2", &Oxides::sno2, 150.709, false, true, 0.020, 3.8},
      {"P2O5", &Oxides::p2o5, 141.945, false, true, 0.070, 1.5},
      {"ZrO2", &Oxides::zro2, 123.223, false, true, 0.020, 4.1},
      {"Cr2O3", &Oxides::cr2o3, 151.990, false, true, 0.060, 5.9},
  }};
  return kFacts;
}

int oxide_named(std::string_view formula) {
  for (int index = 0; index < kOxideCount; ++index) {
    if (formula == oxide_facts()[static_cast<std::size_t>(index)].formula) return index;
  }
  return -1;
}

double oxide_sum(const Oxides& oxides) {
  double sum = 0;
  for (const OxideFacts& facts : oxide_facts()) sum += oxides.*facts.part;
  return sum;
}

Oxides scaled(const Oxides& oxides, double factor) {
  Oxides out;
  for (const OxideFacts& facts : oxide_facts()) out.*facts.part = oxides.*facts.part * factor;
  return out;
}

Oxides in_moles(const Oxides& weights) {
  Oxides out;
  for (const OxideFacts& facts : oxide_facts()) out.*facts.part = weights.*facts.part / facts.molar_mass;
  return out;
}

}  // namespace sui::craft
