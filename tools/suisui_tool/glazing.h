// Glazing said in JSON: weighing a glaze out, and every way of laying it on, each becoming one act on a bench.
//
// Owns the format and its translation; the rules are craft's. Errors name the file and field, or the rule that
// refused.
#pragma once

#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

inline constexpr std::size_t kGlazingBytesMax = 64 * 1024;
inline constexpr std::size_t kGlazingStepsMax = 200;

// [{"kind": "weigh", "material": "釉果", "parts": 90}, {"kind": "colorant", "oxide": "CoO", "wt_pct": 0.5},
//  {"kind": "empty"}, {"kind": "dip", "glaze": "mixed", "seconds": 3, "density_g_ml": 1.45, "whole": false},
//  {"kind": "pour", "glaze": "jun", "seconds": 2, "from_turn": 0.25}, {"kind": "swill", "glaze": "qingbai"},
//  {"kind": "brush", "glaze": "tenmoku", "from": 0.1, "to": 0.9, "coats": 3},
//  {"kind": "blow", "glaze": "peachbloom", "from": 0, "to": 1, "coats": 5}, {"kind": "wipe", "up_to_mm": 3}]
// from and to run from foot 0 to rim 1. A glaze is a named ware, by id or Chinese name, or "mixed".
Result<std::vector<craft::Act>> read_glazing(const std::string& file, const std::string& text);
Result<Done> order_glazing(piece::Bench& bench, const std::string& file, const std::vector<craft::Act>& acts);

// A ware by id or Chinese name, or "mixed"; otherwise an error that lists them.
Result<craft::GlazeKind> glaze_named(const std::string& name, const Error& unknown);

}  // namespace sui::tool
