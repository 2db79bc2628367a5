#include "game/craft/wash.h"

#include <cmath>

#include "game/craft/limits.h"
#include "game/craft/math.h"
#include "game/craft/surface_numbers.h"

namespace sui::craft {
namespace {

enum BasinCell : uint8_t { kDry = 0, kOutline = 1, kWet = 2, kWetOutline = 3 };

std::size_t place(int column, int row) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(kBasinColumns) + static_cast<std::size_t>(column);
}
int wrapped(int column) {
  const int rest = column % kBasinColumns;
  return rest < 0 ? rest + kBasinColumns : rest;
}
int row_at(double v_ring) {
  const int row = static_cast<int>(std::floor(v_ring * kBasinRows / kRingCount));
  return row < 0 ? 0 : (row >= kBasinRows ? kBasinRows - 1 : row);
}
int column_at(double u_turn) {
  return static_cast<int>(std::floor(u_turn * kBasinColumns));
}

void draw_disc(int column, int row, double radius_mm, Basin& basin) {
  const Wall& wall = basin.wall;
  basin.cells[place(wrapped(column), row)] = kOutline;
  --basin.work_left;
  const auto middle = static_cast<std::size_t>(row);
  for (int direction : {-1, 1}) {
    for (int at = direction < 0 ? row : row + 1; at >= 0 && at < kBasinRows; at += direction) {
      const auto r = static_cast<std::size_t>(at);
      const double up_mm = wall.along_mm[r] - wall.along_mm[middle];
      if (up_mm * up_mm >= radius_mm * radius_mm) break;
      const double half_mm = std::sqrt(radius_mm * radius_mm - up_mm * up_mm);
      int reach = static_cast<int>(half_mm * kBasinColumns / wall.turn_mm(r));
      if (reach > kBasinColumns / 2) reach = kBasinColumns / 2;
      for (int side = -reach; side <= reach; ++side) basin.cells[place(wrapped(column + side), at)] = kOutline;
      basin.work_left -= 2 * reach + 1;
    }
  }
}

void draw_segment(const StrokePoint& from, const StrokePoint& to, double width_mm, Basin& basin) {
  const int column_from = column_at(from.u_turn), row_from = row_at(from.v_ring);
  const int columns = column_at(to.u_turn) - column_from, rows = row_at(to.v_ring) - row_from;
  const int across = columns < 0 ? -columns : columns, along = rows < 0 ? -rows : rows;
  const int steps = across > along ? across : along;
  int since_disc = 1 << 20;
  for (int step = 0; step <= steps && basin.work_left > 0; ++step) {
    const double t = steps == 0 ? 0 : static_cast<double>(step) / steps;
    const int column = column_from + static_cast<int>(std::floor(columns * t + 0.5));
    const int row = row_from + static_cast<int>(std::floor(rows * t + 0.5));
    const double pressure = from.pressure + (to.pressure - from.pressure) * t;
    const double radius_mm = kDamShare * brush_radius_mm(width_mm, pressure);
    const double cell_mm = basin.wall.turn_mm(static_cast<std::size_t>(row)) / kBasinColumns;
    if (++since_disc * cell_mm * 4 < radius_mm && step < steps) {
      basin.cells[place(wrapped(column), row)] = kOutline;
      --basin.work_left;
    } else {
      draw_disc(column, row, radius_mm, basin);
      since_disc = 0;
    }
  }
}

// The dry cell the brush meets: where it touches, or beside the outline it touches.
bool find_start(const Stroke& stroke, const Basin& basin, int& column, int& row) {
  const int column_wanted = column_at(stroke.points.front().u_turn), row_wanted = row_at(stroke.points.front().v_ring);
  constexpr int kAside = 3;
  for (int away = 0; away <= kAside; ++away) {
    for (int up = -away; up <= away; ++up) {
      for (int side = -away; side <= away; ++side) {
        row = row_wanted + up;
        column = wrapped(column_wanted + side);
        if (row >= 0 && row < kBasinRows && basin.cells[place(column, row)] == kDry) return true;
      }
    }
  }
  return false;
}

// Everything the water reaches, in the order it reaches it.
std::vector<uint32_t> flood(int column, int row, Basin& basin) {
  const Wall& wall = basin.wall;
  const double start_mm = wall.along_mm[static_cast<std::size_t>(row)];
  const auto within_reach = [&](int c, int r) {
    int aside = c - column;
    if (aside > kBasinColumns / 2) aside -= kBasinColumns;
    if (aside < -kBasinColumns / 2) aside += kBasinColumns;
    const double side_mm = aside * wall.turn_mm(static_cast<std::size_t>(r)) / kBasinColumns;
    double up_mm = wall.along_mm[static_cast<std::size_t>(r)] - start_mm;
    if (up_mm > 0) up_mm *= kWashClimbs;  // it runs down sooner than up
    return side_mm * side_mm + up_mm * up_mm <= kWashReachMm * kWashReachMm;
  };
  std::vector<uint32_t> reached;
  const auto enter = [&](int c, int r) {
    if (r < 0 || r >= kBasinRows) return;
    c = wrapped(c);
    uint8_t& cell = basin.cells[place(c, r)];
    if (cell != kDry || !within_reach(c, r)) return;
    cell = kWet;
    reached.push_back(static_cast<uint32_t>(place(c, r)));
  };
  enter(column, row);
  for (std::size_t next = 0; next < reached.size() && basin.work_left > 0; ++next) {
    const int c = static_cast<int>(reached[next] % kBasinColumns), r = static_cast<int>(reached[next] / kBasinColumns);
    enter(c - 1, r);
    enter(c + 1, r);
    enter(c, r - 1);
    enter(c, r + 1);
    basin.work_left -= 4;
  }
  return reached;
}

// Spreads one basin cell over the field's cells it covers: the grams stay the same at any size of field.
void deposit(int column, int row, double dose_g_m2, float* layer, const float* wax, const PigmentField& field) {
  const double left = static_cast<double>(column) * field.columns / kBasinColumns;
  const double right = static_cast<double>(column + 1) * field.columns / kBasinColumns;
  const double low = static_cast<double>(row) * field.rows / kBasinRows;
  const double high = static_cast<double>(row + 1) * field.rows / kBasinRows;
  for (int r = static_cast<int>(low); r < high && r < field.rows; ++r) {
    const double tall = (high < r + 1 ? high : r + 1) - (low > r ? low : r);
    for (int c = static_cast<int>(left); c < right && c < field.columns; ++c) {
      const double wide = (right < c + 1 ? right : c + 1) - (left > c ? left : c);
      const std::size_t at =
          static_cast<std::size_t>(r) * static_cast<std::size_t>(field.columns) + static_cast<std::size_t>(c);
      const double holds = wax == nullptr ? 1 : 1 - wax_resist(static_cast<double>(wax[at]));
      layer[at] += static_cast<float>(dose_g_m2 * tall * wide * holds);
    }
  }
}

}  // namespace

Basin fresh_basin(const Clay& clay) {
  Basin basin;
  basin.wall = unroll(clay, kBasinRows);
  basin.cells.assign(static_cast<std::size_t>(kBasinColumns) * static_cast<std::size_t>(kBasinRows), kDry);
  return basin;
}

void draw_outline(const Stroke& stroke, Basin& basin) {
  if (stroke.points.empty() || basin.work_left <= 0) return;
  if (stroke.kind == StrokeKind::kBand) {
    StrokePoint from = stroke.points.front(), to = from;
    from.u_turn = 0;
    to.u_turn = 1;
    draw_segment(from, to, stroke.width_mm, basin);
    return;
  }
  if (stroke.points.size() == 1) draw_segment(stroke.points.front(), stroke.points.front(), stroke.width_mm, basin);
  for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i)
    draw_segment(stroke.points[i], stroke.points[i + 1], stroke.width_mm, basin);
}

void lay_wash(const Stroke& stroke, Basin& basin, Wet& wet) {
  int column = 0, row = 0;
  if (basin.work_left <= 0 || !find_start(stroke, basin, column, row)) return;
  const std::vector<uint32_t> reached = flood(column, row, basin);
  float* layer = layer_of(wet.field, stroke.pigment).data();
  const float* wax = wax_under(wet.field, stroke.pigment);
  const double dose = kWashDose * full_dose_g_m2(stroke.pigment) * stroke.load;
  std::vector<uint32_t> edges;
  const auto seep = [&](int c, int r) {  // the colour meets its outline: no white hair between them
    if (r < 0 || r >= kBasinRows) return;
    uint8_t& cell = basin.cells[place(wrapped(c), r)];
    if (cell != kOutline) return;
    cell = kWetOutline;
    edges.push_back(static_cast<uint32_t>(place(wrapped(c), r)));
    deposit(wrapped(c), r, dose, layer, wax, wet.field);
  };
  const auto is_wet = [&](int c, int r) { return r >= 0 && r < kBasinRows && basin.cells[place(c, r)] == kWet; };
  for (const uint32_t cell : reached) {
    const int c = static_cast<int>(cell % kBasinColumns), bottom = static_cast<int>(cell / kBasinColumns);
    if (is_wet(c, bottom - 1)) continue;
    const double low_mm = basin.wall.along_mm[static_cast<std::size_t>(bottom)];
    for (int r = bottom; is_wet(c, r); ++r) {
      const double up_mm = basin.wall.along_mm[static_cast<std::size_t>(r)] - low_mm;
      deposit(c, r, dose * (kWashThin + kWashPool * exponential(-up_mm / kWashPoolMm)), layer, wax, wet.field);
      seep(c - 1, r);
      seep(c + 1, r);
      basin.work_left -= 3;
      if (!is_wet(c, r + 1)) seep(c, r + 1);
    }
    seep(c, bottom - 1);
  }
  for (const uint32_t cell : reached) basin.cells[cell] = kDry;
  for (const uint32_t cell : edges) basin.cells[cell] = kOutline;
}

}  // namespace sui::craft
