// What the tool says about a pot, as JSON or as lines for people.
//
// Owns wording and field order of the reports; measures nothing itself.
#pragma once

#include <string>

#include "game/piece/record.h"

namespace sui::tool {

// Exactly the fields of `measure --json`, in order.
std::string pot_json(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint);
// The same and how the fire went.
std::string fired_json(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint);
std::string pot_text(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint);
std::string fired_text(const craft::Workpiece& workpiece, const piece::Fingerprint& fingerprint);

}  // namespace sui::tool
