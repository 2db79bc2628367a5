// ToolStrip: what either hand takes up at the wheel: fingers, sponges, rib, needle, and whether it leans against the
// wall or presses straight down. Behind one small button; nobody who does not open it meets it.
//
// Owns whether it is open. What a hand holds is the workpiece's; what a tool does is craft's (throwing_tools.h). pt.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct ToolStrip {
  bool open = false;
  float openness = 0;
};

engine::Icon icon_of(craft::Tool tool);
// Takes it up; both hands must be off the clay. False when it is what the hand holds already. A needle never presses
// down: taken up, it stands against the wall.
bool take_tool(Pot& pot, bool inner, craft::Tool tool);
bool press_down(Pot& pot, bool inner, bool down);
// True in the frame a finger goes for a tool: the hands must come off the clay before it is taken. `said` gets the key
// of what was taken up.
bool frame(ToolStrip& strip, Around& around, std::string& said);

}  // namespace sui::studio
