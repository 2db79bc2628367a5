// What the controls share and the app drives: identities, holds, eased values, the frame's beginning and end.
//
// Private to this folder. Knows no drawing.
#pragma once

#include "game/engine/ui.h"

namespace sui::engine {

void start_ui_frame(UiState& state, double now_s);
void end_ui_frame(UiState& state, const Input& input);  // forgets fingers that left and fields not drawn

uint32_t control_id(std::string_view id);  // never 0
UiHold* hold_of(UiState& state, uint32_t id);
// The finger that lands on the control in this frame, if the control may have it: it is taken and held.
Touch* grabbed(Ui& ui, uint32_t id, Rect area);
Touch* holding(Ui& ui, uint32_t id);  // the finger that holds it, also in the frame it lifts
void let_go(UiState& state, uint32_t id);
// Follows `target` with the time constant given, by id; nothing is kept for what rests at 0.
float eased(Ui& ui, uint32_t id, float target, float time_s);
bool is_hovered(const Ui& ui, Rect area);
Rect inset(Rect area, float by);

}  // namespace sui::engine
