// What `suisui-tool explain` says: JSON with both languages, or lines with the Chinese first.
//
// Owns field order; the search and the words are piece's (explain.h). Places in mm above the foot, the wheel's time in
// seconds, the kiln's in minutes since it was lit.
#pragma once

#include <string>
#include <vector>

#include "game/piece/explain.h"

namespace sui::tool {

std::string explained_json(const std::vector<piece::Explanation>& explanations);
std::string explained_text(const std::vector<piece::Explanation>& explanations);

}  // namespace sui::tool
