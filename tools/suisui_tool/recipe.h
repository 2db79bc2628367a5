// Glaze recipes as files, and what chemistry says about them.
//
// Owns the recipe's format and the glaze report; the chemistry is craft's (glaze_chemistry.h).
// Units: parts by dry weight, colourants in % on top of 100 dry parts, analyses in wt %, °C.
#pragma once

#include <string>

#include "game/base/result.h"
#include "game/craft/glaze_chemistry.h"

namespace sui::tool {

inline constexpr std::size_t kRecipeBytesMax = 256 * 1024;
inline constexpr std::size_t kRecipeMaterialsMax = 32;
inline constexpr double kRecipeTempDefaultC = 1300;
inline constexpr double kRecipeTempMinC = 600, kRecipeTempMaxC = 1500;

struct Recipe {
  craft::GlazeBatch batch;
  double temp_c = kRecipeTempDefaultC;
};

// {"materials": [{"name": "釉果", "parts": 90}, {"name": "mine", "parts": 5, "analysis": {"SiO2": 70, …, "loi": 3}}],
//  "colorants": [{"oxide": "CoO", "wt_pct": 0.5}], "temp_c": 1280}; the last two may be left out.
// Errors name file, field and reason; so does a recipe whose melt the models cannot speak of.
Result<Recipe> read_recipe(const std::string& file, const std::string& text);
// The temperature wanted on the command line instead of the recipe's.
Result<Done> set_temp_c(double temp_c, Recipe& recipe);

std::string glaze_json(const Recipe& recipe);
std::string glaze_text(const Recipe& recipe);

}  // namespace sui::tool
