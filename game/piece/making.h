// Making: the acts of one pot with the rules' version and the running hashes seen along the way. The making is the
// file.
//
// Owns recording and replaying; does not own the rules (craft/) nor bytes (record.h). Pure: no clock, no files.
#pragma once

#include <cstdint>
#include <vector>

#include "game/craft/workpiece.h"

namespace sui::piece {

struct Checkpoint {
  uint32_t tick = 0;
  uint64_t running_hash = 0;
};

struct Making {
  uint32_t craft_version = craft::kCraftVersion;
  craft::ClayStart start;
  std::vector<craft::Act> acts;
  uint32_t end_tick = 0;                // the workpiece was stepped to here
  std::vector<Checkpoint> checkpoints;  // every kCheckpointTicks while throwing, and one at the end
  bool sealed = false;                  // the last checkpoint is the one at the end
};

// A pot being made: the workpiece and its log, always in step.
struct Bench {
  craft::Workpiece workpiece;
  Making making;
};

Result<Bench> fresh_bench(const craft::ClayStart& start);
// Takes a making up again where it ended: re-makes the pot, then breaks the seal. Errors as replay().
Result<Bench> reopen(const Making& making);
// Checks, applies and records one act at the present tick (act.tick is set here).
Result<Done> act_on(Bench& bench, craft::Act act);
// One tick of 1/120 s. Time stands still at craft::kTickMax.
void step(Bench& bench);
// Steps until `tick`. Idle time after the cut costs nothing.
void advance(Bench& bench, uint32_t tick);

// Re-makes the pot. Errors name the act's index and reason, or the first checkpoint that differs.
Result<craft::Workpiece> replay(const Making& making);
// The log up to (not including) act `act_count`: undo, lessons, clips.
Making cut_short(const Making& making, uint32_t act_count);
// Puts the final checkpoint in (craft::state_hash). Call before encoding; the next act or tick breaks the seal again.
void seal(Bench& bench);

}  // namespace sui::piece
