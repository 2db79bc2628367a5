// Oxides: what a glaze is made of once the fire has driven off the rest.
//
// Owns the oxides a potter counts and the constants of each (one table, with sources); does not own raw materials
// (materials.h) nor what a melt does (glaze_chemistry.h). Units: wt % unless a name says moles; molar mass in g/mol,
// expansion in 1e-6 per K and wt %, surface tension in mN/m and wt % at 900 °C.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sui::craft {

struct Oxides {  // wt %
  double sio2 = 0, al2o3 = 0, b2o3 = 0, cao = 0, mgo = 0, na2o = 0, k2o = 0, li2o = 0, bao = 0, sro = 0, zno = 0,
         pbo = 0, tio2 = 0, fe2o3 = 0, mno = 0, cuo = 0, coo = 0, sno2 = 0, p2o5 = 0, zro2 = 0, cr2o3 = 0;
};

// Numbers are written into records (a colourant weighed into a glaze): never renumber.
enum class Oxide : uint8_t {
  kSiO2 = 0,
  kAl2O3 = 1,
  kB2O3 = 2,
  kCaO = 3,
  kMgO = 4,
  kNa2O = 5,
  kK2O = 6,
  kLi2O = 7,
  kBaO = 8,
  kSrO = 9,
  kZnO = 10,
  kPbO = 11,
  kTiO2 = 12,
  kFe2O3 = 13,
  kMnO = 14,
  kCuO = 15,
  kCoO = 16,
  kSnO2 = 17,
  kP2O5 = 18,
  kZrO2 = 19,
  kCr2O3 = 20,
};
inline constexpr int kOxideCount = 21;

struct OxideFacts {
  const char* formula;  // "Al2O3"
  double Oxides::*part;
  double molar_mass;
  bool flux;               // counts into the one of the unity formula
  bool colours;            // may be weighed in as a colourant or opacifier
  double expansion;        // West & Gerrow
  double surface_tension;  // Dietzel
};

const std::array<OxideFacts, kOxideCount>& oxide_facts();  // in the order of Oxide
// Index into oxide_facts(), or -1 for a formula we do not know. "FeO" is not one of them: iron is given as Fe2O3.
int oxide_named(std::string_view formula);

double oxide_sum(const Oxides& oxides);
Oxides scaled(const Oxides& oxides, double factor);
Oxides in_moles(const Oxides& weights);  // wt -> mol, oxide by oxide

}  // namespace sui::craft
