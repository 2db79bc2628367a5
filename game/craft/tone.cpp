#include "game/craft/tone.h"

#include <cmath>

#include "game/craft/math.h"
#include "game/craft/stack.h"

namespace sui::craft {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kYoungPa = 70e9, kPoisson = 0.22, kDenseKgM3 = 2400;
constexpr double kStiffnessPerPore = 3.0;  // E falls as exp(-3 P), usual for ceramics (general knowledge)
// Loss factors. Dense porcelain rings for a second or two; the others are uncertain, set by ear's order of magnitude.
constexpr double kDenseLoss = 0.0012, kLossPerPore = 0.035, kLossPerCrack = 0.04, kLossCrazed = 0.002;
constexpr double kCrackedPitch = 0.82;

struct Wall {
  RingField r_m{}, thick_m{}, length_m{}, moves{}, tilts_per_m{};
  std::size_t first = kRingCount;
};

// The wall above the floor: its true thickness, and how far it moves, growing evenly from floor to rim.
Wall wall_of(const Clay& clay) {
  Stack stack;
  lay_out(clay, stack);
  Wall wall;
  double reach_m = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (stack.inner_mm[k] <= kInnerSolidMm || clay.w_mm[k] > clay.r_mm[k]) continue;
    if (wall.first == kRingCount) wall.first = k;
    const std::size_t low = k == 0 ? 0 : k - 1, high = k + 1 < kRingCount ? k + 1 : k;
    const double up_mm = stack.z_mm[high] - stack.z_mm[low], out_mm = clay.r_mm[high] - clay.r_mm[low];
    const double slant = std::sqrt(1 + out_mm * out_mm / (up_mm * up_mm + 1e-9));
    wall.r_m[k] = clay.r_mm[k] * 1e-3;
    wall.thick_m[k] = clay.w_mm[k] / slant * 1e-3;
    wall.length_m[k] = stack.h_mm[k] * slant * 1e-3;
    reach_m += wall.length_m[k];
    wall.moves[k] = reach_m - 0.5 * wall.length_m[k];
  }
  for (std::size_t k = wall.first; k < kRingCount; ++k) {
    wall.moves[k] /= reach_m;
    wall.tilts_per_m[k] = 1 / reach_m;
  }
  return wall;
}

double mode_hz(const Wall& wall, double m, double young_pa, double kg_m3) {
  double stiff = 0, heavy = 0;
  const double lobes = (m * m - 1) * (m * m - 1);
  for (std::size_t k = wall.first; k < kRingCount; ++k) {
    if (wall.length_m[k] <= 0) continue;
    const double r = wall.r_m[k], t = wall.thick_m[k], area = r * wall.length_m[k];
    const double bending = young_pa * t * t * t / (12 * (1 - kPoisson * kPoisson));
    const double round = lobes / (r * r * r * r) * wall.moves[k] * wall.moves[k];
    const double twist = 2 * (1 - kPoisson) * lobes / (m * m * r * r) * wall.tilts_per_m[k] * wall.tilts_per_m[k];
    stiff += bending * (round + twist) * area;
    heavy += kg_m3 * t * (1 + 1 / (m * m)) * wall.moves[k] * wall.moves[k] * area;
  }
  return heavy > 0 ? std::sqrt(stiff / heavy) / (2 * kPi) : 0;
}

}  // namespace

Tone tone_of(const Workpiece& workpiece) {
  Tone tone;
  if (!is_clay_no_longer(workpiece)) return tone;
  const Wall wall = wall_of(workpiece.clay);
  if (wall.first + 4 >= kRingCount) return tone;
  const double pores = workpiece.firing.porosity;
  const double young_pa = kYoungPa * exponential(-kStiffnessPerPore * pores);
  double loss = kDenseLoss + kLossPerPore * pores, pitch = 1;
  for (const Defect& defect : workpiece.defects) {
    if (is_crack(defect.kind)) {
      loss += kLossPerCrack;
      pitch = kCrackedPitch;
    }
    if (defect.kind == DefectKind::kCrazed) loss += kLossCrazed;
  }
  if (workpiece.fallen) loss += kLossPerCrack;  // a heap has no free rim
  tone.modes = kToneModes;
  for (int mode = 0; mode < kToneModes; ++mode) {
    const auto i = static_cast<std::size_t>(mode);
    tone.hz[i] = pitch * mode_hz(wall, mode + 2, young_pa, kDenseKgM3 * (1 - pores));
    tone.decay_s[i] = tone.hz[i] > 0 ? 2.2 / (loss * tone.hz[i]) : 0;  // 60 dB: ln 1000 / (π η f)
  }
  return tone;
}

}  // namespace sui::craft
