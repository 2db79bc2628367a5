// Outline and wash: a dark line that comes home to where it began, and what of its inside a pale brush has filled.
#include <algorithm>
#include <cmath>
#include <vector>

#include "game/studio/lesson.h"

namespace sui::studio {
namespace {

using craft::Stroke;
using craft::StrokeKind;

constexpr double kTwoPi = 6.28318530717958648;
constexpr double kClosedMm = 9, kLongEnoughMm = 70, kLineMostMm = 9;
constexpr double kDarkLoad = 0.6, kPaleLoad = 0.5;
constexpr int kGrid = 28;

struct Flat {  // the wall unrolled: along it and up it, mm
  double x = 0, y = 0;
};

struct Line {
  std::vector<Flat> points;
  double width_mm = 0;
};

std::vector<Flat> unrolled(const Stroke& stroke, const std::array<craft::RingShape, craft::kRingCount>& rings) {
  std::vector<Flat> flat;
  for (const craft::StrokePoint& point : stroke.points) {
    const double ring = std::clamp(point.v_ring, 0.0, craft::kRingCount - 1.0);
    const craft::RingShape& shape = rings[static_cast<std::size_t>(ring)];
    const double share = ring - std::floor(ring);
    flat.push_back(
        {point.u_turn * kTwoPi * shape.outer_mm, shape.z_bottom_mm + share * (shape.z_top_mm - shape.z_bottom_mm)});
  }
  return flat;
}

double apart(const Flat& a, const Flat& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

double length_of(const std::vector<Flat>& points) {
  double length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) length += apart(points[i - 1], points[i]);
  return length;
}

// 1 when long enough and home again; less by how far its ends are apart. A tail past the meeting place is forgiven.
double closed_share(const std::vector<Flat>& points) {
  const double length = length_of(points);
  if (points.size() < 4 || length < 1) return 0;
  double gap = length;
  const std::size_t quarter = points.size() / 4 + 1;
  for (std::size_t i = 0; i < quarter; ++i) {
    for (std::size_t j = points.size() - quarter; j < points.size(); ++j)
      gap = std::min(gap, apart(points[i], points[j]));
  }
  const double lengthy = std::min(1.0, length / kLongEnoughMm);
  if (gap <= kClosedMm) return lengthy;
  return 0.95 * lengthy * (1 - std::min(1.0, gap / (0.6 * length)));
}

bool is_inside(const std::vector<Flat>& outline, const Flat& at) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const Flat &a = outline[i], &b = outline[j];
    if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

double distance_to(const std::vector<Flat>& points, const Flat& at) {
  double least = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Flat& a = points[i == 0 ? 0 : i - 1];
    const Flat& b = points[i];
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    least = std::min(least, std::hypot(at.x - a.x - t * dx, at.y - a.y - t * dy));
  }
  return least;
}

bool is_wet(const std::vector<Line>& washes, const Flat& at) {
  return std::any_of(washes.begin(), washes.end(),
                     [&](const Line& wash) { return distance_to(wash.points, at) <= 0.5 * wash.width_mm; });
}

double filled_share(const std::vector<Flat>& outline, const std::vector<Line>& washes) {
  Flat low = outline.front(), high = outline.front();
  for (const Flat& point : outline) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  int inside = 0, wet = 0;
  for (int row = 0; row < kGrid; ++row) {
    for (int column = 0; column < kGrid; ++column) {
      const Flat at{low.x + (high.x - low.x) * (column + 0.5) / kGrid, low.y + (high.y - low.y) * (row + 0.5) / kGrid};
      if (!is_inside(outline, at)) continue;
      ++inside;
      wet += is_wet(washes, at);
    }
  }
  return inside == 0 ? 0 : static_cast<double>(wet) / inside;
}

// The line itself holds a wash back: what runs along it is not beyond it.
double spilt_share(const std::vector<Flat>& outline, const std::vector<Line>& washes) {
  int points = 0, beyond = 0;
  for (const Line& wash : washes) {
    for (const Flat& at : wash.points) {
      ++points;
      beyond += !is_inside(outline, at) && distance_to(outline, at) > 0.5 * wash.width_mm + 2;
    }
  }
  return points == 0 ? 0 : static_cast<double>(beyond) / points;
}

}  // namespace

OutlineWash outline_and_wash(const craft::Workpiece& workpiece) {
  OutlineWash best;
  std::array<craft::RingShape, craft::kRingCount> rings;
  craft::ring_shapes(workpiece.clay, rings);
  std::vector<Line> lines, washes;
  for (const Stroke& stroke : workpiece.surface.strokes) {
    if (stroke.kind != StrokeKind::kBrush || stroke.points.empty()) continue;
    if (stroke.load >= kDarkLoad && stroke.width_mm <= kLineMostMm && !stroke.open)
      lines.push_back({unrolled(stroke, rings), stroke.width_mm});
    if (stroke.load <= kPaleLoad) washes.push_back({unrolled(stroke, rings), stroke.width_mm});
  }
  for (const Line& line : lines) {
    OutlineWash found;
    found.closed = closed_share(line.points);
    if (found.closed >= 1) {
      found.filled = filled_share(line.points, washes);
      found.spilt = spilt_share(line.points, washes);
    }
    const bool better = found.closed > best.closed || (found.closed >= best.closed && found.filled > best.filled);
    if (better) best = found;
  }
  return best;
}

}  // namespace sui::studio
