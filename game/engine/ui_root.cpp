#include "game/engine/ui_root.h"

#include <algorithm>
#include <cmath>

namespace sui::engine {
namespace {

constexpr std::size_t kWarmthMax = 512;

Touch* touch_of(Input& input, int64_t id) {
  for (Touch& touch : input.touches) {
    if (touch.id == id) return &touch;
  }
  return nullptr;
}

}  // namespace

void start_ui_frame(UiState& state, double now_s) {
  state.now_s = now_s;
  state.on_sheet.clear();
  state.sheet_was_open = state.sheet_seen;
  state.sheet_seen = false;
  state.focused_seen = false;
}

void end_ui_frame(UiState& state, const Input& input) {
  const auto is_gone = [&input](const UiHold& hold) {
    for (const Touch& touch : input.touches) {
      if (touch.id == hold.touch) return touch.ended;
    }
    return true;
  };
  state.holds.erase(std::remove_if(state.holds.begin(), state.holds.end(), is_gone), state.holds.end());
  if (!state.focused_seen) state.focused_id = 0;
  if (state.warmth.size() > kWarmthMax) state.warmth.clear();
}

uint32_t control_id(std::string_view id) {
  uint32_t hash = 2166136261u;
  for (char c : id) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

UiHold* hold_of(UiState& state, uint32_t id) {
  for (UiHold& hold : state.holds) {
    if (hold.id == id) return &hold;
  }
  return nullptr;
}

Touch* grabbed(Ui& ui, uint32_t id, Rect area) {
  if (ui.state.sheet_was_open && !ui.state.sheet_seen) return nullptr;
  if (hold_of(ui.state, id) != nullptr) return nullptr;
  for (Touch& touch : ui.input.touches) {
    if (!touch.began || !area.contains(touch.start)) continue;
    if (!ui.state.scroll_places.empty() && !ui.state.scroll_places.back().contains(touch.start)) continue;
    std::vector<int64_t>& loose = ui.state.on_sheet;
    const auto on_sheet = std::find(loose.begin(), loose.end(), touch.id);
    if (touch.taken && on_sheet == loose.end()) continue;
    if (on_sheet != loose.end()) loose.erase(on_sheet);
    touch.taken = true;
    ui.state.holds.push_back({touch.id, id, ui.state.now_s, ui.state.now_s});
    return &touch;
  }
  return nullptr;
}

Touch* holding(Ui& ui, uint32_t id) {
  const UiHold* hold = hold_of(ui.state, id);
  return hold == nullptr ? nullptr : touch_of(ui.input, hold->touch);
}

void let_go(UiState& state, uint32_t id) {
  state.holds.erase(
      std::remove_if(state.holds.begin(), state.holds.end(), [id](const UiHold& hold) { return hold.id == id; }),
      state.holds.end());
}

float eased(Ui& ui, uint32_t id, float target, float time_s) {
  const auto found = ui.state.warmth.find(id);
  if (found == ui.state.warmth.end() && target == 0) return 0;
  float& value = found == ui.state.warmth.end() ? ui.state.warmth[id] : found->second;
  const float step = ui.state.reduced_motion || time_s <= 0 ? 1 : 1 - std::exp(-static_cast<float>(ui.dt_s) / time_s);
  value += (target - value) * step;
  const float now = value;
  if (target == 0 && now < 0.002f) ui.state.warmth.erase(id);
  return now;
}

bool is_hovered(const Ui& ui, Rect area) {
  return ui.input.touches.empty() && area.contains(ui.input.pointer) &&
         (!ui.state.sheet_was_open || ui.state.sheet_seen);
}

Rect inset(Rect area, float by) {
  return {area.x + by, area.y + by, area.w - 2 * by, area.h - 2 * by};
}

}  // namespace sui::engine
