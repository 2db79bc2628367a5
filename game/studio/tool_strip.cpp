#include "game/studio/tool_strip.h"

#include <array>

#include "game/engine/style.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using craft::act_of;
using craft::ActKind;
using craft::Tool;
using engine::ButtonLook;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr float kRowTall = 56, kRound = 22, kStep = 47;
struct ToolButton {
  Tool tool;
  const char* name;
  Icon icon;
};
constexpr std::array<ToolButton, 5> kTools = {{{Tool::kFingers, "tool.fingers", Icon::kHand},
                                               {Tool::kSponge, "tool.sponge", Icon::kSponge},
                                               {Tool::kWetSponge, "tool.wet_sponge", Icon::kWetSponge},
                                               {Tool::kRib, "tool.rib", Icon::kRib},
                                               {Tool::kNeedle, "tool.needle", Icon::kNeedle}}};

const craft::Hand& hand_of(const Pot& pot, bool inner) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  return inner ? workpiece.inner : workpiece.outer;
}

bool take(Pot& pot, bool inner, Tool tool, bool down) {
  const bool presses = down && tool != Tool::kNeedle;
  return act(pot, act_of(ActKind::kTakeTool, inner ? 1 : 0, static_cast<int32_t>(tool), presses ? 1 : 0));
}

void lift_if_down(Pot& pot) {
  for (const bool inner : {false, true})
    if (hand_of(pot, inner).down) (void)act(pot, act_of(inner ? ActKind::kInnerLift : ActKind::kOuterLift));
}

// One hand's row: its name, the tools, and the arrow that makes it press straight down.
bool row(Around& around, Rect area, bool inner, std::string& said) {
  engine::Ui& ui = around.frame.ui;
  Pot& pot = around.pot;
  engine::Canvas& canvas = around.frame.canvas;
  const float y = area.y + area.h / 2;
  const char* name = inner ? "tool.inner" : "tool.outer";
  auto label = body_style(13, engine::Align::kCentre);
  label.colour = hex(style::kPorcelain, 0.9f);
  const float room = area.w - kStep * static_cast<float>(kTools.size() + 1) - 6;
  label = engine::fitted(canvas, engine::say(around.strings, name), label, room, area.h);
  const float tall = canvas.text_size(engine::say(around.strings, name), room, label).y;
  canvas.text(engine::say(around.strings, name), {area.x, y - tall / 2, room, 0}, label);
  const float first = area.x + room + 6 + kStep / 2;
  bool touched = false;
  const craft::Hand& hand = hand_of(pot, inner);
  for (std::size_t index = 0; index < kTools.size(); ++index) {
    const ToolButton& each = kTools[index];
    const std::string id = std::string(inner ? "inner" : "outer") + each.name;
    const Vec2 at{first + kStep * static_cast<float>(index), y};
    if (!engine::icon_button(ui, id, at, kRound, each.icon, ButtonLook::kGlass, true, hand.tool == each.tool)) continue;
    touched = true;
    lift_if_down(pot);
    if (take_tool(pot, inner, each.tool)) said = each.name;
  }
  const Vec2 at{first + kStep * static_cast<float>(kTools.size()), y};
  const bool may = hand.tool != Tool::kNeedle;
  if (engine::icon_button(ui, inner ? "inner_down" : "outer_down", at, kRound, Icon::kPressDown, ButtonLook::kGlass,
                          may, hand.presses_down) &&
      may) {
    touched = true;
    lift_if_down(pot);
    if (press_down(pot, inner, !hand.presses_down)) said = hand.presses_down ? "tool.down" : "tool.against";
  }
  return touched;
}

}  // namespace

Icon icon_of(Tool tool) {
  return kTools[static_cast<std::size_t>(tool)].icon;
}

bool take_tool(Pot& pot, bool inner, Tool tool) {
  return take(pot, inner, tool, hand_of(pot, inner).presses_down);
}

bool press_down(Pot& pot, bool inner, bool down) {
  return take(pot, inner, hand_of(pot, inner).tool, down);
}

bool frame(ToolStrip& strip, Around& around, std::string& said) {
  engine::Frame& frame = around.frame;
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  const bool plain = workpiece.outer.tool == Tool::kFingers && workpiece.inner.tool == Tool::kFingers &&
                     !workpiece.outer.presses_down && !workpiece.inner.presses_down;
  if (engine::icon_button(frame.ui, "tools", layout::wheel_tools(frame.safe), kRound + 1, Icon::kTools,
                          ButtonLook::kGlass, true, strip.open || !plain)) {
    strip.open = !strip.open;
  }
  strip.openness = toward(strip.openness, strip.open ? 1.0f : 0.0f, frame.dt_s, 14);
  if (!strip.open) return false;
  const Rect area = layout::wheel_tool_rows(frame.safe);
  frame.canvas.rounded(area, 18, engine::Colour{0.05f, 0.045f, 0.05f, 0.72f * strip.openness});
  const Rect inner{area.x + 12, area.y + 6, area.w - 20, kRowTall};
  bool touched = row(around, inner, false, said);
  touched = row(around, {inner.x, inner.y + kRowTall, inner.w, kRowTall}, true, said) || touched;
  // A finger between two buttons is no hand on the clay.
  for (engine::Touch& touch : frame.input.touches)
    if (touch.began && area.contains(touch.start)) touch.taken = true;
  return touched;
}

}  // namespace sui::studio
