// `suisui-tool cone`: which Orton cone a steady climb and a soak lay down, in JSON or in a line for people.
//
// Owns the question's limits and the answer's wording; the heat-work is craft's (cones.h). °C, °C/h, minutes.
#pragma once

#include <string>

#include "game/base/result.h"

namespace sui::tool {

struct ConeQuestion {
  double rate_c_h = 0;  // 1 … 2000, from cold
  double peak_c = 0;    // 20 … 1500
  double hold_min = 0;  // 0 … 6000, at the peak; then the kiln is opened
};

// Errors name the option and the limit it passed.
Result<std::string> cone_report(const ConeQuestion& question, bool json);

}  // namespace sui::tool
