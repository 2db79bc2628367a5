#include "tools/suisui_tool/report.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "game/craft/difficulty.h"
#include "game/craft/likeness.h"
#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/craft/tone.h"

namespace sui::tool {
namespace {

using Ordered = nlohmann::ordered_json;

// A micrometre is finer than any calliper, and keeps noise out of comparisons by eye.
double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

Ordered pot(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  const craft::Measures measures = craft::measure(workpiece);
  Ordered json;
  json["stage"] = craft::stage_id(workpiece.stage);
  json["height_mm"] = rounded(measures.height_mm);
  json["max_diameter_mm"] = rounded(measures.max_diameter_mm);
  json["mouth_diameter_mm"] = rounded(measures.mouth_diameter_mm);
  json["foot_diameter_mm"] = rounded(measures.foot_diameter_mm);
  json["wall_mm_min"] = rounded(measures.wall_mm_min);
  json["wall_mm_max"] = rounded(measures.wall_mm_max);
  json["floor_mm"] = rounded(measures.floor_mm);
  json["clay_volume_ml"] = rounded(measures.clay_volume_ml);
  json["mass_g"] = rounded(measures.mass_g);
  json["capacity_ml"] = rounded(measures.capacity_ml);
  json["moisture_wet_pct"] = rounded(measures.moisture_wet_pct);
  if (craft::is_clay_no_longer(workpiece)) {
    json["firings"] = workpiece.firings;
    json["porosity"] = rounded(workpiece.firing.porosity);
    json["water_absorption_pct"] = rounded(craft::water_absorption_pct(workpiece.firing.porosity));
  }
  json["eccentricity_mm"] = rounded(measures.eccentricity_mm);
  const craft::Likeness nearest = craft::nearest_shape(workpiece);
  json["likeness"] = {{"shape", craft::goal_id(nearest.shape)}, {"score", rounded(nearest.score)}};
  json["difficulty"] = rounded(craft::difficulty_of(workpiece).index);
  if (!workpiece.parts.empty())  // a pot with none has neither field
    json["height_with_parts_mm"] = rounded(craft::tallest_mm(craft::look_of(workpiece, 0, 0)));
  for (const craft::Part& part : workpiece.parts) {
    json["parts"].push_back({{"kind", craft::part_id(part.kind)},
                             {"size_mm", rounded(part.size_mm)},
                             {craft::only_rests(part.kind) ? "misfit_mm" : "joint_strain", rounded(part.strain)},
                             {"limit", rounded(part.strain_limit)},
                             {"cracked", part.cracked}});
  }
  json["fallen"] = workpiece.fallen;
  json["defects"] = Ordered::array();
  for (const craft::Defect& defect : workpiece.defects) {
    json["defects"].push_back({{"kind", craft::defect_id(defect.kind)},
                               {craft::is_of_the_fire(defect.kind) ? "kiln_min" : "tick", defect.tick},
                               {"ring", defect.ring},
                               {"value", rounded(defect.value)},
                               {"limit", rounded(defect.limit)}});
  }
  if (const craft::Tone tone = craft::tone_of(workpiece); tone.modes > 0) {
    json["ring"] = {{"hz", Ordered::array()}, {"decay_s", Ordered::array()}};
    for (std::size_t mode = 0; mode < static_cast<std::size_t>(tone.modes); ++mode) {
      json["ring"]["hz"].push_back(rounded(tone.hz[mode]));
      json["ring"]["decay_s"].push_back(rounded(tone.decay_s[mode]));
    }
  }
  json["fingerprint"] = piece::to_hex(fingerprint);
  return json;
}

Ordered fire(const craft::Firing& firing) {
  return {{"kiln", craft::kiln_id(firing.kind)},
          {"place", firing.zone},
          {"hours", rounded(firing.hours)},
          {"peak_c", rounded(firing.peak_c)},
          {"cone", rounded(firing.cone)},
          {"porosity", rounded(firing.porosity)},
          {"vitrification", rounded(firing.vitrification)},
          {"glaze_melt", rounded(firing.glaze_melt)},
          {"gloss", rounded(craft::gloss(firing))},
          {"fe2_fraction", rounded(firing.fe2_fraction)},
          {"shrink", rounded(firing.shrink)},
          {"peak_steam_bar", rounded(firing.peak_steam_bar)},
          {"hottest_rate_c_h_573", rounded(firing.hottest_rate_c_h_573)},
          {"cristobalite", rounded(firing.cristobalite)},
          {"fastest_c_h_226", rounded(firing.fastest_c_h_226)},
          {"carbon_left", rounded(firing.carbon_left)},
          {"bubbles_left", rounded(firing.bubbles_left)},
          {"copper_red", rounded(craft::copper_red(firing))},
          {"cooling_h_1250_1050", rounded(firing.cooling_h_1250_1050)},
          {"ash_mm", rounded(firing.ash_mm)},
          {"wood_kg", rounded(firing.wood_kg)},
          {"heat_kwh", rounded(firing.heat_kwh)}};
}

std::string in_lines(const Ordered& json, const std::string& indent) {
  std::string text;
  for (const auto& [name, value] : json.items()) {
    text += indent + name + ": ";
    if (value.is_array() && value.empty()) {
      text += "none\n";
    } else if (value.is_structured()) {
      text += "\n" + in_lines(value, indent + "  ");
    } else if (value.is_string()) {
      text += value.get<std::string>() + "\n";
    } else if (value.is_number_float()) {
      char number[40];
      std::snprintf(number, sizeof number, "%.3f\n", value.get<double>());
      text += number;
    } else {
      text += value.dump() + "\n";
    }
  }
  return text;
}

Ordered fired(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  Ordered json = pot(workpiece, fingerprint);
  json["firing"] = fire(workpiece.firing);
  if (workpiece.enamel_firing.done) {
    json["enamel_firing"] = {{"peak_c", rounded(workpiece.enamel_firing.peak_c)},
                             {"enamel_melt", rounded(workpiece.enamel_firing.enamel_melt)}};
  }
  return json;
}

}  // namespace

std::string pot_json(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  return pot(workpiece, fingerprint).dump(2) + "\n";
}

std::string fired_json(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  return fired(workpiece, fingerprint).dump(2) + "\n";
}

std::string pot_text(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  return in_lines(pot(workpiece, fingerprint), "");
}

std::string fired_text(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint) {
  return in_lines(fired(workpiece, fingerprint), "");
}

}  // namespace sui::tool
