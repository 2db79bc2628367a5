// PicturesFolder: where this player's pictures lie on a desktop, and putting one there under a name of its own.
//
// Owns reading the desktop's word for the folder (XDG user dirs) and never overwriting; knows nothing of what is in the
// picture.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "game/base/result.h"

namespace sui::engine {

// "$HOME/Pictures" or what user-dirs.dirs calls it; the home folder where neither is there.
std::string pictures_folder();
// What a line like XDG_PICTURES_DIR="$HOME/Bilder" names; empty when `text` has none.
std::string pictures_folder_in(const std::string& text, const std::string& home);
// Writes `bytes` as `name` ("cup.png"), or "cup-2.png" where that is taken by another picture. The path it has then.
Result<std::string> keep_picture(const std::string& folder, const std::string& name, std::span<const uint8_t> bytes);

}  // namespace sui::engine
