#include "tools/suisui_tool/recipe.h"

#include <cmath>
#include <cstdio>

#include "game/craft/materials.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using Ordered = nlohmann::ordered_json;

constexpr double kPartsMax = 100000;
constexpr double kColorantPctMax = 100;
constexpr double kAnalysisSumMax = 102;  // honest analyses add up to 98 … 101

Result<std::string> read_text(const Json& object, const Place& place, const char* key) {
  const auto found = object.find(key);
  const Place here = place.key(key);
  if (found == object.end()) return here.wrong("is missing");
  if (!found->is_string()) return here.wrong("is " + std::string(found->type_name()) + ", not a string");
  return found->get<std::string>();
}

std::string known_materials() {
  std::string list;
  for (int index = 0; index < craft::kMaterialCount; ++index) {
    const craft::Material& one = craft::material(index);
    list += (list.empty() ? "" : ", ") + std::string(one.zh) + " " + one.id;
  }
  return list;
}

Result<craft::Oxides> read_analysis(const Json& value, const Place& place) {
  if (!value.is_object()) return place.wrong("is not an object of oxides in wt %");
  craft::Oxides oxides;
  double sum = 0;
  for (const auto& [key, unused] : value.items()) {
    (void)unused;
    const int oxide = craft::oxide_named(key);
    if (oxide < 0 && key != "loi") {
      std::string list;
      for (const craft::OxideFacts& facts : craft::oxide_facts()) list += std::string(facts.formula) + ", ";
      return place.key(key.c_str()).wrong("is not an oxide we know (known: " + list + "loi)");
    }
    Result<double> pct = read_number(value, place, key.c_str(), {0, 100});
    if (!pct) return pct.error();
    sum += *pct;
    if (oxide >= 0) oxides.*craft::oxide_facts()[static_cast<std::size_t>(oxide)].part = *pct;
  }
  if (sum > kAnalysisSumMax) {
    return place.wrong("adds up to " + in_words(sum) + " %, above the limit of " + in_words(kAnalysisSumMax));
  }
  return oxides;
}

Result<Done> read_materials(const Json& list, const Place& place, craft::GlazeBatch& batch) {
  if (Result<Done> fine = expect_array(list, place, kRecipeMaterialsMax); !fine) return fine;
  if (list.empty()) return place.wrong("is empty");
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json& item = list[i];
    const Place here = place.item(i);
    if (Result<Done> fine = expect_object(item, here, {"name", "parts", "analysis"}); !fine) return fine;
    Result<std::string> name = read_text(item, here, "name");
    if (!name) return name.error();
    Result<double> parts = read_number(item, here, "parts", {0, kPartsMax});
    if (!parts) return parts.error();
    const auto analysis = item.find("analysis");
    if (analysis != item.end()) {
      Result<craft::Oxides> oxides = read_analysis(*analysis, here.key("analysis"));
      if (!oxides) return oxides.error();
      craft::add_material(*oxides, *parts, batch);
      continue;
    }
    const int known = craft::material_named(*name);
    if (known < 0) {
      return here.key("name").wrong(
          "\"" + *name + "\" is not a material we know; give it an \"analysis\" or use: " + known_materials());
    }
    craft::add_material(craft::material(known).oxides, *parts, batch);
  }
  if (batch.parts <= 0) return place.wrong("has no parts at all");
  return Done{};
}

Result<Done> read_colorants(const Json& list, const Place& place, craft::GlazeBatch& batch) {
  if (Result<Done> fine = expect_array(list, place, craft::kOxideCount); !fine) return fine;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Place here = place.item(i);
    if (Result<Done> fine = expect_object(list[i], here, {"oxide", "wt_pct"}); !fine) return fine;
    Result<std::string> formula = read_text(list[i], here, "oxide");
    if (!formula) return formula.error();
    const int oxide = craft::oxide_named(*formula);
    if (oxide < 0 || !craft::oxide_facts()[static_cast<std::size_t>(oxide)].colours) {
      std::string known;
      for (const craft::OxideFacts& facts : craft::oxide_facts()) {
        if (facts.colours) known += (known.empty() ? "" : ", ") + std::string(facts.formula);
      }
      return here.key("oxide").wrong("is \"" + *formula + "\", not a colourant; known: " + known);
    }
    Result<double> pct = read_number(list[i], here, "wt_pct", {0, kColorantPctMax});
    if (!pct) return pct.error();
    craft::add_colorant(static_cast<craft::Oxide>(oxide), *pct, batch);
  }
  return Done{};
}

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

Ordered present(const craft::Oxides& amounts) {
  Ordered json = Ordered::object();
  for (const craft::OxideFacts& facts : craft::oxide_facts()) {
    if (amounts.*facts.part > 0) json[facts.formula] = rounded(amounts.*facts.part, 1e4);
  }
  return json;
}

Ordered report(const Recipe& recipe) {
  const craft::Oxides oxides = craft::melted(recipe.batch);
  const craft::UnityFormula formula = craft::unity_formula(oxides);
  const craft::Melt melt = craft::melt_of(oxides);
  Ordered json;
  json["oxides"] = present(oxides);
  json["umf"] = present(formula.mol);
  json["si_al"] = formula.si_al > 0 ? Ordered(rounded(formula.si_al, 1e4)) : Ordered(nullptr);
  json["stull_zone"] = craft::stull_zone_id(craft::stull_zone(formula.mol.sio2, formula.mol.al2o3));
  json["cte_1e6"] = rounded(craft::expansion_west_gerrow(oxides), 1e4);
  json["temp_c"] = recipe.temp_c;
  json["log_viscosity_pa_s"] = rounded(craft::log_viscosity_pa_s(melt, recipe.temp_c), 1e4);
  json["viscosity_estimated"] = melt.estimated;
  json["surface_tension_mn_m"] = rounded(craft::surface_tension_mn_m(oxides, recipe.temp_c), 1e2);
  return json;
}

}  // namespace

Result<Recipe> read_recipe(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, ""};
  if (Result<Done> fine = expect_object(*root, place, {"materials", "colorants", "temp_c"}); !fine) return fine.error();
  Recipe recipe;
  const auto materials = root->find("materials");
  if (materials == root->end()) return place.key("materials").wrong("is missing");
  if (Result<Done> fine = read_materials(*materials, place.key("materials"), recipe.batch); !fine) return fine.error();
  if (const auto colorants = root->find("colorants"); colorants != root->end()) {
    Result<Done> fine = read_colorants(*colorants, place.key("colorants"), recipe.batch);
    if (!fine) return fine.error();
  }
  Result<double> temp = read_number_or(*root, place, "temp_c", {kRecipeTempMinC, kRecipeTempMaxC}, recipe.temp_c);
  if (!temp) return temp.error();
  recipe.temp_c = *temp;
  const craft::Oxides oxides = craft::melted(recipe.batch);
  if (!craft::has_flux(oxides)) {
    return place.key("materials").wrong("hold no flux (Na2O, K2O, Li2O, CaO, MgO, BaO, SrO, ZnO, PbO): it cannot melt");
  }
  if (oxides.pbo > craft::kLeadPctMax || oxides.b2o3 > craft::kBoronPctMax) {
    const bool lead = oxides.pbo > craft::kLeadPctMax;
    return place.key("materials")
        .wrong("melt to " + in_words(rounded(lead ? oxides.pbo : oxides.b2o3, 10)) + (lead ? " % PbO" : " % B2O3") +
               ", above the limit of " + in_words(lead ? craft::kLeadPctMax : craft::kBoronPctMax) +
               " % that the viscosity is known for");
  }
  return recipe;
}

Result<Done> set_temp_c(double temp_c, Recipe& recipe) {
  if (!(temp_c >= kRecipeTempMinC && temp_c <= kRecipeTempMaxC)) {
    return Error{"--temp-c", "is " + in_words(temp_c) + ", outside " + in_words(kRecipeTempMinC) + " … " +
                                 in_words(kRecipeTempMaxC) + " °C"};
  }
  recipe.temp_c = temp_c;
  return Done{};
}

std::string glaze_json(const Recipe& recipe) {
  return report(recipe).dump(2) + "\n";
}

std::string glaze_text(const Recipe& recipe) {
  const Ordered json = report(recipe);
  std::string text;
  for (const auto& [name, value] : json.items()) {
    if (!value.is_object()) {
      text += name + ": " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
      continue;
    }
    text += name + ":";
    for (const auto& [oxide, amount] : value.items()) text += " " + oxide + " " + amount.dump();
    text += "\n";
  }
  return text;
}

}  // namespace sui::tool
