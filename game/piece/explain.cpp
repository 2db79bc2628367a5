#include "game/piece/explain.h"

#include <algorithm>
#include <cmath>

#include "game/craft/stack.h"
#include "game/piece/explain_table.h"

namespace sui::piece {
namespace {

using craft::DefectKind;

std::string in_words(double value) {
  const double size = std::fabs(value);
  const int digits = size >= 100 ? 0 : (size >= 10 ? 1 : (size >= 0.1 ? 2 : 4));
  double scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  std::string text = std::to_string(std::round(value * scale) / scale);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string filled(std::string text, const char* name, const std::string& value) {
  const std::string mark = std::string("{") + name + "}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
    text.replace(at, mark.size(), value);
  return text;
}

std::string filled(const std::string& text, const char* name, double value) {
  return filled(text, name, in_words(value));
}

// Cones below 1 are counted backwards, 01, 02 …: their numbers are names.
std::string cone_in_words(double cone) {
  if (cone >= 1) return in_words(std::round(cone * 10) / 10);
  const double index = cone <= -1 ? cone + 22 : 21.5;
  return craft::cone_name(std::clamp(static_cast<int>(index), 0, craft::kConeCount - 1));
}

std::string cause(const char* words, const craft::Defect& defect) {
  const bool cones = defect.kind == DefectKind::kUnderfired || defect.kind == DefectKind::kOverfired;
  if (!cones) return filled(filled(words, "value", defect.value), "limit", defect.limit);
  return filled(filled(words, "value", cone_in_words(defect.value)), "limit", cone_in_words(defect.limit));
}

std::vector<DefectKind> kinds_of(const craft::Workpiece& workpiece) {
  std::vector<DefectKind> kinds;
  for (const craft::Defect& defect : workpiece.defects) kinds.push_back(defect.kind);
  return kinds;
}

bool holds(const std::vector<DefectKind>& kinds, DefectKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Each fire may bring a fault of its own: a pot can crack in two. What the hands did wrong is wrong once.
bool gone(const std::vector<DefectKind>& before, const std::vector<DefectKind>& after, DefectKind kind) {
  if (!craft::is_of_the_fire(kind)) return !holds(after, kind);
  return std::count(after.begin(), after.end(), kind) < std::count(before.begin(), before.end(), kind);
}

// The making as it came off the wheel: most levers bend what comes after, and need not throw it again.
struct OffTheWheel {
  std::size_t acts = 0;  // how many of the making's acts are in it
  Bench bench;
};

Result<Bench> remake(const Making& plan, const OffTheWheel* start) {
  Bench bench;
  std::size_t at = 0;
  if (start != nullptr) {
    bench = start->bench;
    at = start->acts;
  } else {
    Result<Bench> fresh = fresh_bench(plan.start);
    if (!fresh) return fresh.error();
    bench = std::move(*fresh);
  }
  for (; at < plan.acts.size(); ++at) {
    advance(bench, plan.acts[at].tick);
    if (Result<Done> done = act_on(bench, plan.acts[at]); !done) return done.error();
  }
  advance(bench, plan.end_tick);
  return bench;
}

struct Trial {
  Bent bent;
  Making plan;
  Bench bench;
  bool good = false;  // the defect is gone
  std::vector<DefectKind> brings;
};

struct Search {
  const Making& making;
  const Fault& fault;
  std::vector<DefectKind> before;
  const OffTheWheel& start;

  Trial at(LeverId lever, double share) const {
    Trial trial;
    trial.plan = making;
    trial.bent = bend(lever, fault, share, trial.plan);
    if (!trial.bent.any || trial.bent.from == trial.bent.to) return trial;
    const bool same_throwing =
        trial.plan.acts.size() >= start.acts &&
        std::equal(making.acts.begin(), making.acts.begin() + static_cast<std::ptrdiff_t>(start.acts),
                   trial.plan.acts.begin());
    Result<Bench> remade = remake(trial.plan, same_throwing ? &start : nullptr);
    if (!remade) return trial;
    trial.bench = std::move(*remade);
    const std::vector<DefectKind> after = kinds_of(trial.bench.workpiece);
    trial.good = gone(before, after, fault.defect.kind);
    for (const DefectKind kind : after) {
      if (!holds(before, kind) && !holds(trial.brings, kind)) trial.brings.push_back(kind);
    }
    return trial;
  }

  // The least share that avoids the defect; `clean`: without bringing another.
  std::optional<Trial> least(LeverId lever, bool clean) const {
    const auto serves = [&](const Trial& trial) { return trial.good && (!clean || trial.brings.empty()); };
    constexpr double kLadder[] = {1.0 / 64, 1.0 / 16, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1};
    double low = 0;
    std::optional<Trial> best;
    double high = 1;
    for (const double share : kLadder) {
      Trial trial = at(lever, share);
      if (!trial.bent.any && share == kLadder[0] && !at(lever, 1).bent.any) return std::nullopt;
      if (serves(trial)) {
        best = std::move(trial);
        high = share;
        break;
      }
      low = share;
    }
    if (!best) return std::nullopt;
    for (int halving = 0; halving < 6; ++halving) {
      const double middle = 0.5 * (low + high);
      Trial trial = at(lever, middle);
      if (serves(trial)) {
        best = std::move(trial);
        high = middle;
      } else {
        low = middle;
      }
    }
    return best;
  }
};

void count_changes(const Making& was, const Making& now, ExplainedChange& change) {
  const std::size_t both = std::min(was.acts.size(), now.acts.size());
  if (was.acts.size() == now.acts.size()) {
    for (std::size_t i = 0; i < both; ++i) change.acts_changed += was.acts[i] == now.acts[i] ? 0 : 1;
  } else if (now.acts.size() > was.acts.size()) {
    change.acts_added = static_cast<uint32_t>(now.acts.size() - was.acts.size());
  } else {
    change.acts_removed = static_cast<uint32_t>(was.acts.size() - now.acts.size());
  }
}

ExplainedChange told(LeverId lever, Trial trial, const Search& search) {
  const LeverRow& row = lever_row(lever);
  ExplainedChange change;
  change.lever = row.id;
  change.unit = row.unit;
  change.from = trial.bent.from;
  change.to = trial.bent.to;
  change.zh = filled(filled(row.change.zh, "from", change.from), "to", change.to);
  change.en = filled(filled(row.change.en, "from", change.from), "to", change.to);
  count_changes(search.making, trial.plan, change);
  for (const DefectKind kind : trial.brings) change.brings.emplace_back(craft::defect_id(kind));
  seal(trial.bench);
  change.making = std::move(trial.bench.making);
  // Not the search's word for it: the whole making once more, from the lump.
  const Result<craft::Workpiece> again = replay(change.making);
  change.verified = again && gone(search.before, kinds_of(*again), search.fault.defect.kind);
  return change;
}

std::optional<ExplainedChange> smallest_change(const DefectRow& row, const Search& search) {
  for (const bool clean : {true, false}) {
    for (const LeverId lever : row.levers) {
      std::optional<Trial> trial = search.least(lever, clean);
      if (!trial) continue;
      ExplainedChange change = told(lever, std::move(*trial), search);
      if (change.verified) return change;
    }
  }
  return std::nullopt;
}

Result<OffTheWheel> off_the_wheel(const Making& making) {
  OffTheWheel start;
  while (start.acts < making.acts.size() && making.acts[start.acts].kind != craft::ActKind::kCut) ++start.acts;
  if (start.acts < making.acts.size()) ++start.acts;
  Making until = cut_short(making, static_cast<uint32_t>(start.acts));
  until.checkpoints.clear();
  until.sealed = false;
  Result<Bench> bench = remake(until, nullptr);
  if (!bench) return bench.error();
  start.bench = std::move(*bench);
  return start;
}

bool holds(const craft::Workpiece& workpiece, const craft::Defect& wanted) {
  return std::any_of(workpiece.defects.begin(), workpiece.defects.end(), [&](const craft::Defect& defect) {
    return defect.kind == wanted.kind &&
           (!craft::is_of_the_fire(wanted.kind) || (defect.tick == wanted.tick && defect.value == wanted.value));
  });
}

// The act after which this kind of defect was first there; of the fire's, this very one. What the wheel did by itself
// falls to the act that follows.
std::size_t act_of_fault(const Making& making, const craft::Defect& defect, const OffTheWheel& start) {
  Result<Bench> bench = holds(start.bench.workpiece, defect) ? fresh_bench(making.start) : start.bench;
  if (!bench) return making.acts.size();
  for (std::size_t at = bench->making.acts.size(); at < making.acts.size(); ++at) {
    advance(*bench, making.acts[at].tick);
    if (holds(bench->workpiece, defect)) return at;
    if (!act_on(*bench, making.acts[at])) break;
    if (holds(bench->workpiece, defect)) return at;
  }
  return making.acts.size();
}

Explanation described(const craft::Defect& defect, const craft::Stack& stack) {
  Explanation explanation;
  explanation.defect = defect;
  const auto ring = static_cast<std::size_t>(std::clamp(defect.ring, 0, craft::kRingCount - 1));
  explanation.up_mm = stack.z_mm[ring];
  explanation.of_the_fire = craft::is_of_the_fire(defect.kind);
  (explanation.of_the_fire ? explanation.minute : explanation.second) =
      explanation.of_the_fire ? defect.tick : defect.tick / static_cast<double>(craft::kTicksPerSecond);
  const DefectRow* row = defect_row(defect.kind);
  if (row == nullptr) return explanation;
  explanation.side_zh = row->side.zh;
  explanation.side_en = row->side.en;
  explanation.cause_zh = cause(row->cause.zh, defect);
  explanation.cause_en = cause(row->cause.en, defect);
  return explanation;
}

}  // namespace

Result<std::vector<Explanation>> explain(const Making& making) {
  Result<craft::Workpiece> pot = replay(making);
  if (!pot) return pot.error();
  std::vector<Explanation> explanations;
  if (pot->defects.empty()) return explanations;
  Result<OffTheWheel> start = off_the_wheel(making);
  if (!start) return start.error();
  craft::Stack stack;
  craft::lay_out(pot->clay, stack);
  for (const craft::Defect& defect : pot->defects) {
    Explanation explanation = described(defect, stack);
    const DefectRow* row = defect_row(defect.kind);
    const auto twin = std::find_if(explanations.begin(), explanations.end(), [&](const Explanation& told) {
      return told.defect.kind == defect.kind && !craft::is_of_the_fire(defect.kind);
    });
    if (twin != explanations.end()) {
      explanation.change = twin->change;
    } else if (row != nullptr) {
      const Fault fault{defect, act_of_fault(making, defect, *start)};
      explanation.change = smallest_change(*row, Search{making, fault, kinds_of(*pot), *start});
    }
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

}  // namespace sui::piece
