#include "game/piece/making.h"

#include <cassert>

namespace sui::piece {
namespace {

bool logs_hash_at(const craft::Workpiece& workpiece) {
  return workpiece.stage == craft::Stage::kThrowing && workpiece.tick % craft::kCheckpointTicks == 0;
}

void break_seal(Making& making) {
  if (!making.sealed) return;
  making.checkpoints.pop_back();
  making.sealed = false;
}

std::string act_name(std::size_t index, const std::string& field) {
  return "acts[" + std::to_string(index) + "]" + (field.empty() ? "" : "." + field);
}

Error diverged(uint32_t tick) {
  return {"checkpoints", "differ from the re-made pot at tick " + std::to_string(tick)};
}

// Walks a making's checkpoints beside the pot being re-made from it.
struct Follower {
  const Making& making;
  std::size_t next = 0;

  std::size_t along_the_way() const { return making.checkpoints.size() - (making.sealed ? 1 : 0); }

  Result<Done> advance(craft::Workpiece& workpiece, uint32_t tick) {
    while (workpiece.tick < tick) {
      uint32_t stop = tick;
      if (workpiece.stage == craft::Stage::kThrowing) {
        const uint32_t next_logged = (workpiece.tick / craft::kCheckpointTicks + 1) * craft::kCheckpointTicks;
        if (next_logged < stop) stop = next_logged;
      }
      craft::advance(workpiece, stop);
      if (!logs_hash_at(workpiece)) continue;
      if (next >= along_the_way()) return Error{"checkpoints", "none for tick " + std::to_string(stop)};
      const Checkpoint& logged = making.checkpoints[next++];
      if (logged.tick != workpiece.tick || logged.running_hash != workpiece.running_hash) return diverged(stop);
    }
    return Done{};
  }
};

}  // namespace

Result<Bench> fresh_bench(const craft::ClayStart& start) {
  Result<craft::Workpiece> workpiece = craft::fresh_workpiece(start);
  if (!workpiece) return workpiece.error();
  Bench bench;
  bench.workpiece = std::move(*workpiece);
  bench.making.start = start;
  return bench;
}

Result<Bench> reopen(const Making& making) {
  Result<craft::Workpiece> workpiece = replay(making);
  if (!workpiece) return workpiece.error();
  Bench bench{std::move(*workpiece), making};
  break_seal(bench.making);
  return bench;
}

Result<Done> act_on(Bench& bench, craft::Act act) {
  if (bench.making.acts.size() >= craft::kActsMax) {
    return Error{"acts", "are already " + std::to_string(craft::kActsMax) + ", the limit"};
  }
  act.tick = bench.workpiece.tick;
  if (Result<Done> allowed = craft::check(bench.workpiece, act); !allowed) return allowed.error();
  break_seal(bench.making);
  craft::apply(bench.workpiece, act);
  bench.making.acts.push_back(act);
  return Done{};
}

void step(Bench& bench) {
  if (bench.workpiece.tick >= craft::kTickMax) return;
  break_seal(bench.making);
  craft::step(bench.workpiece);
  bench.making.end_tick = bench.workpiece.tick;
  if (logs_hash_at(bench.workpiece)) {
    bench.making.checkpoints.push_back({bench.workpiece.tick, bench.workpiece.running_hash});
  }
}

void advance(Bench& bench, uint32_t tick) {
  while (bench.workpiece.tick < tick && bench.workpiece.stage == craft::Stage::kThrowing) {
    const uint32_t before = bench.workpiece.tick;
    step(bench);
    if (bench.workpiece.tick == before) return;
  }
  if (bench.workpiece.tick >= tick || bench.workpiece.tick >= craft::kTickMax) return;
  break_seal(bench.making);
  craft::advance(bench.workpiece, tick < craft::kTickMax ? tick : craft::kTickMax);
  bench.making.end_tick = bench.workpiece.tick;
}

Result<craft::Workpiece> replay(const Making& making) {
  if (making.craft_version != craft::kCraftVersion) {
    return Error{"craft_version", "is " + std::to_string(making.craft_version) + "; these rules are version " +
                                      std::to_string(craft::kCraftVersion)};
  }
  if (making.acts.size() > craft::kActsMax) return Error{"acts", "are more than " + std::to_string(craft::kActsMax)};
  if (making.end_tick > craft::kTickMax) return Error{"end_tick", "is past " + std::to_string(craft::kTickMax)};
  if (making.sealed && making.checkpoints.empty()) return Error{"checkpoints", "lack the one at the end"};
  Result<craft::Workpiece> fresh = craft::fresh_workpiece(making.start);
  if (!fresh) return Error{"start." + fresh.error().where, fresh.error().what};
  craft::Workpiece workpiece = std::move(*fresh);
  Follower follower{making};
  for (std::size_t index = 0; index < making.acts.size(); ++index) {
    const craft::Act& act = making.acts[index];
    if (act.tick < workpiece.tick) return Error{act_name(index, "tick"), "is before the act ahead of it"};
    if (act.tick > making.end_tick) return Error{act_name(index, "tick"), "is after the end"};
    if (Result<Done> same = follower.advance(workpiece, act.tick); !same) return same.error();
    if (Result<Done> allowed = craft::check(workpiece, act); !allowed) {
      return Error{act_name(index, allowed.error().where), allowed.error().what};
    }
    craft::apply(workpiece, act);
  }
  if (Result<Done> same = follower.advance(workpiece, making.end_tick); !same) return same.error();
  if (follower.next != follower.along_the_way()) return Error{"checkpoints", "are more than the making has"};
  if (making.sealed) {
    const Checkpoint& last = making.checkpoints.back();
    if (last.tick != workpiece.tick || last.running_hash != craft::state_hash(workpiece))
      return diverged(workpiece.tick);
  }
  return workpiece;
}

Making cut_short(const Making& making, uint32_t act_count) {
  if (act_count >= making.acts.size()) return making;
  Making shorter;
  shorter.craft_version = making.craft_version;
  shorter.start = making.start;
  shorter.acts.assign(making.acts.begin(), making.acts.begin() + act_count);
  shorter.end_tick = making.acts[act_count].tick;
  const std::size_t along_the_way = making.checkpoints.size() - (making.sealed ? 1 : 0);
  for (std::size_t i = 0; i < along_the_way && making.checkpoints[i].tick <= shorter.end_tick; ++i) {
    shorter.checkpoints.push_back(making.checkpoints[i]);
  }
  return shorter;
}

void seal(Bench& bench) {
  if (bench.making.sealed) return;
  bench.making.end_tick = bench.workpiece.tick;
  bench.making.checkpoints.push_back({bench.workpiece.tick, craft::state_hash(bench.workpiece)});
  bench.making.sealed = true;
}

}  // namespace sui::piece
