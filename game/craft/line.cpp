#include <cmath>

#include "game/craft/surface_cells.h"
#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"

namespace sui::craft {
// A practised hand's line: even, dipped as often as it needs, and where it meets itself or another no darker. The
// deeper of what lies there and what the line would lay stays.
void lay_line(const Stroke& stroke, const Wall& wall, Wet& wet) {
  std::vector<float>& layer = layer_of(wet.field, stroke.pigment);
  const float* wax = wax_under(wet.field, stroke.pigment);
  const EnamelsBeneath beneath = enamels_beneath(wet.field, stroke.pigment);
  const double full = full_dose_g_m2(stroke.pigment) * stroke.load;
  const auto lay_piece = [&](const Piece& piece) {
    const double radius_mm = line_radius_mm(stroke.width_mm, piece.pressure), half_mm = 0.5 * piece.length_mm;
    each_cell_around(piece.u_turn, piece.v_ring, half_mm + radius_mm + 0.5, wall, wet,
                     [&](std::size_t cell, double side_mm, double up_mm, double cell_mm, std::size_t) {
                       const double past_mm = std::fabs(side_mm * piece.side + up_mm * piece.up) - half_mm;
                       const double across_mm = std::fabs(up_mm * piece.side - side_mm * piece.up);
                       double away_mm = across_mm;
                       if (past_mm > 0) away_mm = std::sqrt(away_mm * away_mm + past_mm * past_mm);
                       // Finer than a cell, the line covers only part of any it runs through.
                       const double edge = within((radius_mm - away_mm) / cell_mm + 0.5, 0, 1);
                       const double most = within(2 * radius_mm / cell_mm, 0, 1);
                       const double covered = edge < most ? edge : most;
                       if (covered <= 0) return;
                       beneath.hide(cell, covered);
                       const double q = within(across_mm / radius_mm, 0, 1);
                       double amount = full * covered * (0.95 + 0.3 * q * q * q * q);
                       if (wax != nullptr) amount *= 1 - wax_resist(static_cast<double>(wax[cell]));
                       if (amount > static_cast<double>(layer[cell])) layer[cell] = static_cast<float>(amount);
                     });
  };
  const double piece_mm = stroke.width_mm > 2 ? stroke.width_mm : 2;
  each_piece(stroke, piece_mm, wall, wet, lay_piece);
}

}  // namespace sui::craft
