// Attachments as drawn: where on the finished wall each part sits.
//
// Private to craft/ (look.cpp). Reads rings already laid into the look; lengths mm as the piece stands now.
#pragma once

#include "game/craft/look.h"

namespace sui::craft {

void lay_parts(const Workpiece& workpiece, Look& look);

}  // namespace sui::craft
