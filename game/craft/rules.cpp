#include "game/craft/rules.h"

namespace sui::craft {
namespace {

std::string number_text(double value) {
  std::string text = std::to_string(value);
  while (text.size() > 1 && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

Error out_of_range(const char* where, double value, double low, double high, const char* unit) {
  return {where, "is " + number_text(value) + ", outside " + number_text(low) + " … " + number_text(high) + " " + unit};
}

Result<Done> in_range(const char* where, double value, double low, double high, const char* unit) {
  if (value < low || value > high) return out_of_range(where, value, low, high, unit);
  return Done{};
}

Error unknown_act(const Act& act) {
  return {"kind", "is " + std::to_string(static_cast<int>(act.kind)) + ", not an act we know"};
}

}  // namespace sui::craft
