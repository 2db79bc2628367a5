#include "tools/suisui_tool/cones_report.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "game/craft/cones.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

Result<Done> within(const char* option, double value, Range range) {
  if (!std::isfinite(value)) return Error{option, "is not a finite number"};
  if (value < range.from)
    return Error{option, "is " + in_words(value) + ", below the limit of " + in_words(range.from)};
  if (value > range.to) return Error{option, "is " + in_words(value) + ", above the limit of " + in_words(range.to)};
  return Done{};
}

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

}  // namespace

Result<std::string> cone_report(const ConeQuestion& question, bool json) {
  if (Result<Done> fine = within("--rate-c-h", question.rate_c_h, {1, 2000}); !fine) return fine.error();
  if (Result<Done> fine = within("--peak-c", question.peak_c, {20, 1500}); !fine) return fine.error();
  if (Result<Done> fine = within("--hold-min", question.hold_min, {0, 6000}); !fine) return fine.error();
  const double work = craft::ramp_heat_work(question.rate_c_h, question.peak_c) +
                      craft::heat_work_per_h(question.peak_c) * question.hold_min / 60;
  const craft::ConeReading reading = craft::read_cones(work);
  const bool any_down = reading.fallen >= 0, any_left = reading.next < craft::kConeCount;
  nlohmann::ordered_json answer;
  answer["cone"] = any_down ? nlohmann::ordered_json(craft::cone_name(reading.fallen)) : nullptr;
  answer["next"] = any_left ? nlohmann::ordered_json(craft::cone_name(reading.next)) : nullptr;
  answer["next_bent"] = any_left ? nlohmann::ordered_json(rounded(reading.next_bent, 1e4)) : nullptr;
  answer["next_lean_deg"] = any_left ? nlohmann::ordered_json(rounded(reading.next_lean_deg, 100)) : nullptr;
  answer["heat_work_h_at_1300"] = work;
  if (json) return answer.dump(2) + "\n";
  std::string text = any_down ? "cone " + craft::cone_name(reading.fallen) + " is down" : "no cone is down";
  if (any_left) {
    char lean[64];
    std::snprintf(lean, sizeof lean, " is bent %.0f %% (leans %.0f of 90 degrees)", 100 * reading.next_bent,
                  reading.next_lean_deg);
    text += ", cone " + craft::cone_name(reading.next) + lean;
  }
  return text + "\n";
}

}  // namespace sui::tool
