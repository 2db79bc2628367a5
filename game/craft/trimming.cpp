#include "game/craft/trimming.h"

#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/stack.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kSpinUpRpmPerS = 150;

// Moves both faces of a ring in; its height stays, so the clay between is what came off, counted as it was when wet.
void pare(Workpiece& workpiece, std::size_t k, double outer_mm, double inner_mm) {
  Clay& clay = workpiece.clay;
  const double r = 0.5 * (outer_mm + inner_mm), w = outer_mm - inner_mm;
  const double was = clay.volume_mm3[k];
  const double left = was * (r * w) / (clay.r_mm[k] * clay.w_mm[k]);
  clay.r_mm[k] = r;
  clay.w_mm[k] = w;
  clay.volume_mm3[k] = left;
  const double size = workpiece.linear_shrink;
  clay.removed_mm3 += (was - left) / (size * size * size);
}

struct Cutting {
  double depth_mm;  // most that comes off in this tick
  bool tears, brittle;
};

Cutting cutting_of(const Workpiece& workpiece) {
  const double wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(workpiece.clay));
  const bool brittle = wet_pct < kTrimBrittleWetPct;
  const double turns = workpiece.wheel_rpm / 60 * kTickS;
  return {(brittle ? kTrimBrittleDepthMm : kTrimDepthMm) * turns, wet_pct > kTrimTearsWetPct, brittle};
}

// What the clay answers to a bite of `bite_mm` on ring k.
void suffer(Workpiece& workpiece, const Cutting& cutting, std::size_t k, double bite_mm) {
  Clay& clay = workpiece.clay;
  if (cutting.tears) {
    clay.oval_x_mm[k] += 0.02 * cutting.depth_mm;
    raise_defect(workpiece, DefectKind::kTrimTorn, static_cast<int>(k),
                 moisture_wet_pct_of_dry(mean_moisture_dry(clay)), kTrimTearsWetPct);
  }
  if (cutting.brittle && bite_mm > kTrimBiteMm)
    raise_defect(workpiece, DefectKind::kTrimChipped, static_cast<int>(k), bite_mm, kTrimBiteMm);
}

void cut_outside(Workpiece& workpiece, const Stack& stack, const Cutting& cutting) {
  Clay& clay = workpiece.clay;
  const Hand& tool = workpiece.trimming.tool;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double dz = stack.z_mm[k] - tool.z_mm;
    const double bite = stack.outer_mm[k] - tool.r_mm - dz * dz / (2 * kTrimToolMm);
    if (bite <= 0) continue;
    suffer(workpiece, cutting, k, bite);
    double cut = bite < cutting.depth_mm ? bite : cutting.depth_mm;
    const double room = clay.w_mm[k] - kTrimThroughMm;
    if (cut >= room) {
      cut = room > 0 ? room : 0;
      raise_defect(workpiece, DefectKind::kCutThrough, static_cast<int>(k), clay.w_mm[k] - cut, 2 * kTrimThroughMm);
    }
    // The tool stands still while the pot turns: what ran out is cut away, and the outside runs true.
    const double off = std::fabs(clay.off_x_mm[k]) + std::fabs(clay.off_y_mm[k]) + 0.2;
    const double keep = 1 - 0.5 * (cut < off ? cut / off : 1);
    clay.off_x_mm[k] *= keep;
    clay.off_y_mm[k] *= keep;
    clay.oval_x_mm[k] *= keep;
    clay.oval_y_mm[k] *= keep;
    clay.groove_mm[k] = clay.groove_mm[k] > cut ? clay.groove_mm[k] - cut : 0;
    if (cut > 0) pare(workpiece, k, stack.outer_mm[k] - cut, stack.inner_mm[k]);
  }
}

// The hollow of the foot: everything within r and below z, as far as the floor lets it.
void cut_underside(Workpiece& workpiece, const Stack& stack, const Cutting& cutting) {
  Clay& clay = workpiece.clay;
  const Hand& tool = workpiece.trimming.tool;
  const FloorRings floor = floor_rings(clay);
  if (floor.above <= floor.first) return;
  const double floor_top = stack.z_mm[floor.above - 1] + 0.5 * stack.h_mm[floor.above - 1];
  // So much of the section comes off in a tick, from the board's side up.
  double share_mm2 = cutting.depth_mm * 2 * kTrimToolMm;
  for (std::size_t k = 0; k < floor.above && stack.z_mm[k] < tool.z_mm && share_mm2 > 0; ++k) {
    const double left = floor_top - (stack.z_mm[k] + 0.5 * stack.h_mm[k]);
    if (left < kTrimFloorMm) {
      raise_defect(workpiece, DefectKind::kCutThrough, static_cast<int>(k), left, kTrimFloorMm);
      return;
    }
    const double widest = stack.outer_mm[k] - kTrimFootRingMm;
    const double wanted = tool.r_mm < widest ? tool.r_mm : widest;
    const double out = wanted - stack.inner_mm[k];
    if (out <= 0) continue;
    suffer(workpiece, cutting, k, 0);
    const double cut = out < share_mm2 / stack.h_mm[k] ? out : share_mm2 / stack.h_mm[k];
    pare(workpiece, k, stack.outer_mm[k], stack.inner_mm[k] + cut);
    share_mm2 -= cut * stack.h_mm[k];
  }
}

}  // namespace

void trim_tick(Workpiece& workpiece) {
  const double most = kSpinUpRpmPerS * kTickS;
  const double wanted = workpiece.wheel_rpm_target - workpiece.wheel_rpm;
  workpiece.wheel_rpm += wanted > most ? most : (wanted < -most ? -most : wanted);
  workpiece.wheel_turn += workpiece.wheel_rpm / 60 * kTickS;
  Hand& tool = workpiece.trimming.tool;
  move_hand(tool);
  if (!tool.down || workpiece.wheel_rpm <= 0) return;
  Stack stack;
  lay_out(workpiece.clay, stack);
  const Cutting cutting = cutting_of(workpiece);
  if (workpiece.trimming.side == TrimSide::kOutside) {
    cut_outside(workpiece, stack, cutting);
  } else {
    cut_underside(workpiece, stack, cutting);
  }
}

}  // namespace sui::craft
