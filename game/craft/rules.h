// The rules of each craft, one pair of functions a domain: whether an act may be done now, and doing it.
//
// Private to craft/: workpiece.cpp sends every act to its domain (act.h: domain_of) and hashes afterwards. Owns no
// state. A check names the act's field and the reason; an apply is only ever given an act that was just checked.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

Result<Done> check_throwing(const Workpiece& workpiece, const Act& act);
void apply_throwing(Workpiece& workpiece, const Act& act);
Result<Done> check_trimming(const Workpiece& workpiece, const Act& act);
void apply_trimming(Workpiece& workpiece, const Act& act);
Result<Done> check_drying(const Workpiece& workpiece, const Act& act);
void apply_drying(Workpiece& workpiece, const Act& act);
Result<Done> check_surface(const Workpiece& workpiece, const Act& act);
void apply_surface(Workpiece& workpiece, const Act& act);
Result<Done> check_glazing(const Workpiece& workpiece, const Act& act);
void apply_glazing(Workpiece& workpiece, const Act& act);
Result<Done> check_kiln(const Workpiece& workpiece, const Act& act);
void apply_kiln(Workpiece& workpiece, const Act& act);
Result<Done> check_joining(const Workpiece& workpiece, const Act& act);
void apply_joining(Workpiece& workpiece, const Act& act);

bool stroke_open(const Workpiece& workpiece);  // a brush is on the pot: nothing else can be done until it lifts

Error out_of_range(const char* where, double value, double low, double high, const char* unit);
Result<Done> in_range(const char* where, double value, double low, double high, const char* unit);
Error unknown_act(const Act& act);

}  // namespace sui::craft
