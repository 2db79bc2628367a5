#include "game/engine/daylight.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sui::engine {

float night_at(double local_hour) {
  if (!std::isfinite(local_hour)) return 0;
  const double hour = local_hour - 24 * std::floor(local_hour / 24);
  // Dusk is long: the street is at its best then.
  constexpr std::pair<double, double> kNights[] = {{0, 1},    {4.8, 1},    {5.8, 0.5},  {6.8, 0}, {16.6, 0},
                                                   {18, 0.5}, {19.2, 0.6}, {20.5, 1.0}, {24, 1}};
  for (std::size_t next = 1; next < std::size(kNights); ++next) {
    const auto [from_hour, from] = kNights[next - 1];
    const auto [to_hour, to] = kNights[next];
    if (hour > to_hour) continue;
    return static_cast<float>(from + (to - from) * (hour - from_hour) / (to_hour - from_hour));
  }
  return 1;
}

}  // namespace sui::engine
