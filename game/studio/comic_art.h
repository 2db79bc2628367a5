// ComicArt: the drawing of each panel of the story, in blue on glaze; the duck in them is the duck itself.
//
// Owns the pictures only: which follows which, and what is said under them, is comic.h's. `since_s` is how long ago the
// panel came, for what moves in it. Units: 100 across the sheet, about 49 down.
#pragma once

#include "game/studio/brushwork.h"
#include "game/studio/chrome.h"

namespace sui::studio::comic_art {

void palace(const Sheet& sheet, Around& around, float since_s);
void smashed(const Sheet& sheet, Around& around, float since_s);
void buried(const Sheet& sheet, Around& around, float since_s);
void found(const Sheet& sheet, Around& around, float since_s);
void rejoined(const Sheet& sheet, Around& around, float since_s);
void seen(const Sheet& sheet, Around& around, float since_s);

void stone(const Sheet& sheet, Around& around, float since_s);
void thrown(const Sheet& sheet, Around& around, float since_s);
void painted(const Sheet& sheet, Around& around, float since_s);
void fired(const Sheet& sheet, Around& around, float since_s);
void shipped(const Sheet& sheet, Around& around, float since_s);
void seventy_two(const Sheet& sheet, Around& around, float since_s);

void chimneys(const Sheet& sheet, Around& around, float since_s);
void birds(const Sheet& sheet, Around& around, float since_s);
void stalls(const Sheet& sheet, Around& around, float since_s);
void lamp(const Sheet& sheet, Around& around, float since_s);

}  // namespace sui::studio::comic_art
