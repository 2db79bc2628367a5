#include "tools/suisui_tool/explain_report.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace sui::tool {
namespace {

using Ordered = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Ordered change_json(const piece::ExplainedChange& change) {
  return {{"lever", change.lever},
          {"from", rounded(change.from)},
          {"to", rounded(change.to)},
          {"unit", change.unit},
          {"acts_changed", change.acts_changed},
          {"acts_added", change.acts_added},
          {"acts_removed", change.acts_removed},
          {"words", {{"zh", change.zh}, {"en", change.en}}},
          {"brings", change.brings},
          {"verified", change.verified}};
}

Ordered one_json(const piece::Explanation& told) {
  Ordered json;
  json["kind"] = craft::defect_id(told.defect.kind);
  json["place"] = {{"up_mm", rounded(told.up_mm)},
                   {"ring", told.defect.ring},
                   {"side", {{"zh", told.side_zh}, {"en", told.side_en}}}};
  json["time"] = told.of_the_fire ? Ordered{{"kiln_min", told.minute}} : Ordered{{"wheel_s", rounded(told.second)}};
  json["value"] = rounded(told.defect.value);
  json["limit"] = rounded(told.defect.limit);
  json["cause"] = {{"zh", told.cause_zh}, {"en", told.cause_en}};
  json["change"] = told.change ? change_json(*told.change) : Ordered(nullptr);
  json["verified"] = told.change && told.change->verified;
  return json;
}

}  // namespace

std::string explained_json(const std::vector<piece::Explanation>& explanations) {
  Ordered json;
  json["defects"] = Ordered::array();
  for (const piece::Explanation& told : explanations) json["defects"].push_back(one_json(told));
  return json.dump(2) + "\n";
}

std::string explained_text(const std::vector<piece::Explanation>& explanations) {
  if (explanations.empty()) return "完好，没有毛病。\nSound: nothing to explain.\n";
  std::string text;
  for (const piece::Explanation& told : explanations) {
    text += std::string(craft::defect_id(told.defect.kind)) + " · " + told.side_zh + " " + told.side_en + " · " +
            std::to_string(std::lround(told.up_mm)) + " mm · " +
            (told.of_the_fire ? std::to_string(std::lround(told.minute)) + " min in the kiln"
                              : std::to_string(std::lround(told.second)) + " s on the wheel") +
            "\n  " + told.cause_zh + "\n  " + told.cause_en + "\n";
    if (!told.change) continue;
    text += "  → " + told.change->zh + "\n    " + told.change->en + "\n";
    text += told.change->verified ? "    (thrown again so: gone)\n" : "";
  }
  return text;
}

}  // namespace sui::tool
