// ComicArt: the drawing of each panel, 100 units wide and about 47 tall. The duck in them is the duck itself.
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
