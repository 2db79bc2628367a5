// Bytes as a potter who knows no better: every kind of act with plausible and wild numbers, whatever the pot is just
// then. It never crashes, always ends, no number leaves its bounds, no clay is lost, and what was made can be written,
// read and made again to the same hash.
//
// Ends because everything an input can ask for is counted: kTicksMax ticks at the wheel and on the chuck, kActsMax
// acts, and what craft itself bounds (kDryMinutesMax of drying, kFiringsMax fires of kFiringHoursMax hours).
#include <cstdio>
#include <cstdlib>

#include "game/craft/coach.h"
#include "game/piece/baked.h"
#include "tests/fuzz/act_bytes.h"
#include "tests/fuzz/sound_workpiece.h"

namespace {

using namespace sui;
using craft::ActKind;
using fuzz::From;

constexpr uint32_t kTicksMax = 3000;
constexpr std::size_t kActsMax = 900;

[[noreturn]] void wrong(const char* what, const std::string& why = {}) {
  std::fprintf(stderr, "wrong: %s %s\n", what, why.c_str());
  std::abort();
}

struct Run {
  piece::Bench bench;
  craft::CoachState coach;
  double lump_mm3 = 0;
  uint32_t last_tick = 0;
  std::size_t last_act = 0;

  bool spent() const { return bench.workpiece.tick >= last_tick || bench.making.acts.size() >= last_act; }
};

// Recorded, or refused by name; check() alone must have said the same.
bool act(Run& run, craft::Act act) {
  act.tick = run.bench.workpiece.tick;
  const Result<Done> allowed = craft::check(run.bench.workpiece, act);
  if (!allowed && (allowed.error().where.empty() || allowed.error().what.empty()))
    wrong("an act refused without words");
  craft::coach_sees(act, run.coach);
  const Result<Done> done = piece::act_on(run.bench, act);
  if (static_cast<bool>(done) != static_cast<bool>(allowed)) wrong("check and act_on differ");
  if (done) fuzz::expect_sound(run.bench.workpiece, run.lump_mm3);
  return static_cast<bool>(done);
}

bool act(Run& run, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  return act(run, craft::act_of(kind, a, b, c, d));
}

void advance(Run& run, uint32_t ticks) {
  const uint32_t until = std::min(run.bench.workpiece.tick + ticks, run.last_tick);
  piece::advance(run.bench, until);
  const craft::CoachHint hint = craft::coach(run.bench.workpiece, run.coach);
  if (hint.id > craft::CoachId::kQuiet) wrong("an unknown hint");
}

void sweep(Run& run, const fuzz::Sweep& sweep) {
  for (int i = 0; i <= sweep.samples && !run.spent(); ++i) {
    const double t = sweep.samples == 0 ? 1 : static_cast<double>(i) / sweep.samples;
    const auto at = [&](int from, double fuzz::Spot::*number) {
      const auto k = static_cast<std::size_t>(from);
      return craft::to_fixed(sweep.spots[k].*number + t * (sweep.spots[k + 1].*number - sweep.spots[k].*number),
                             fuzz::kMm);
    };
    const int32_t outer_r = at(0, &fuzz::Spot::r_mm), outer_z = at(0, &fuzz::Spot::z_mm);
    if (sweep.trims) act(run, ActKind::kTrimTool, outer_r, outer_z, sweep.inner ? 1 : 0);
    if (!sweep.trims && sweep.outer) act(run, ActKind::kOuterHand, outer_r, outer_z);
    if (!sweep.trims && sweep.inner) act(run, ActKind::kInnerHand, at(2, &fuzz::Spot::r_mm), at(2, &fuzz::Spot::z_mm));
    advance(run, craft::kHandReachTicks);
  }
  if (!sweep.lift) return;
  if (sweep.trims) act(run, ActKind::kTrimLift);
  if (!sweep.trims && sweep.outer) act(run, ActKind::kOuterLift);
  if (!sweep.trims && sweep.inner) act(run, ActKind::kInnerLift);
}

void play(Run& run, fuzz::Reader& bytes) {
  while (!bytes.done() && !run.spent()) {
    const uint8_t operation = bytes.byte();
    if ((operation & fuzz::kWild) != 0 || operation < fuzz::kPlausibleCount) {
      act(run, bytes.act(operation));
    } else if (operation == fuzz::kWait) {
      advance(run, 4u * bytes.byte());
    } else if (operation == fuzz::kSweep) {
      sweep(run, bytes.sweep());
    }
  }
  fuzz::expect_sound(run.bench.workpiece, run.lump_mm3);
}

// A cup brought as far as `from`, made once for all inputs.
piece::Bench ready(From from) {
  Run run;
  run.bench = *piece::fresh_bench({craft::ClayBody::kJingdezhen, 700, 344, 30});
  run.lump_mm3 = fuzz::accounted_mm3(run.bench.workpiece);
  run.last_tick = 1u << 20;
  run.last_act = 1u << 20;
  act(run, ActKind::kWheel, 240 * craft::kPerRpm);
  act(run, ActKind::kWater, 5 * craft::kPerMl);
  advance(run, 60);
  sweep(run, {true, false, false, true, 40, {{{52, 20}, {45, 40}, {}, {}}}});
  act(run, ActKind::kWheel, 140 * craft::kPerRpm);
  sweep(run, {true, true, false, true, 70, {{{50, 60}, {50, 60}, {7, 70}, {7, 8}}}});
  sweep(run, {true, true, false, true, 70, {{{50, 60}, {50, 60}, {7, 8}, {34, 8}}}});
  for (const double gap_mm : {10.0, 8.0, 6.5})
    sweep(run, {true, true, false, true, 90, {{{46, 20}, {46, 130}, {46 - gap_mm, 20}, {46 - gap_mm, 130}}}});
  if (from == From::kThrown) return std::move(run.bench);
  act(run, ActKind::kCut);
  act(run, ActKind::kDry, 0, 60 * 30);
  if (from == From::kLeatherHard) return std::move(run.bench);
  for (int day = 0; day < 8; ++day) act(run, ActKind::kDry, 1, 60 * 24);
  if (from == From::kBoneDry) return std::move(run.bench);
  act(run, ActKind::kGlazeDip, 0, 3 * craft::kPerDipSecond, 1450);
  if (from == From::kGlazed) return std::move(run.bench);
  act(run, ActKind::kKilnSegment, 100 * craft::kPerCelsius, 600 * craft::kPerCelsius);
  act(run, ActKind::kKilnSegment, 120 * craft::kPerCelsius, 1280 * craft::kPerCelsius, 20);
  act(run, ActKind::kFire, 0, 0, 7);
  return std::move(run.bench);
}

const piece::Bench& ready_once(From from) {
  static const std::array<piece::Bench, fuzz::kFromCount> kReady{
      piece::Bench{},        ready(From::kThrown), ready(From::kLeatherHard),
      ready(From::kBoneDry), ready(From::kGlazed), ready(From::kFired)};
  return kReady[static_cast<std::size_t>(from)];
}

struct Begun {
  From from = From::kLump;
  piece::Bench bench;
};

Result<Begun> begin(fuzz::Reader& bytes) {
  const auto from = static_cast<From>(bytes.byte() % fuzz::kFromCount);
  craft::ClayStart start;
  start.mass_g = static_cast<int32_t>(bytes.word(2));
  start.moisture_wet_16pct = static_cast<int32_t>(bytes.word(2));
  start.assist = bytes.byte();
  if (from != From::kLump) return Begun{from, ready_once(from)};
  Result<piece::Bench> fresh = piece::fresh_bench(start);
  if (!fresh) return fresh.error();
  return Begun{from, std::move(*fresh)};
}

// What an input did to a pot that was ready, done once more to that pot.
craft::Workpiece done_again(const piece::Making& making, From from) {
  const piece::Bench& ready = ready_once(from);
  craft::Workpiece pot = ready.workpiece;
  for (std::size_t i = ready.making.acts.size(); i < making.acts.size(); ++i) {
    craft::advance(pot, making.acts[i].tick);
    if (!craft::check(pot, making.acts[i])) wrong("what was allowed is allowed no more");
    craft::apply(pot, making.acts[i]);
  }
  craft::advance(pot, making.end_tick);
  return pot;
}

// Written, read, and made again to the same hash: from the lump where `whole`, else from where the pot was ready.
void made_again(const Begun& begun, const piece::Bench& bench, bool whole) {
  piece::Record record;
  record.making = bench.making;
  const auto bytes = piece::encode(record);
  if (!bytes) wrong("a making cannot be written:", to_text(bytes.error()));
  const auto read = piece::decode(*bytes);
  if (!read) wrong("a record cannot be read:", to_text(read.error()));
  if (read->making.acts != bench.making.acts) wrong("the acts read are not those written");
  craft::Workpiece again;
  if (whole || begun.from == From::kLump) {
    auto verified = piece::verify(*read);
    if (!verified) wrong("a making cannot be made again:", to_text(verified.error()));
    again = std::move(*verified);
  } else {
    again = done_again(read->making, begun.from);
  }
  if (craft::state_hash(again) != craft::state_hash(bench.workpiece)) wrong("made again it is another pot");
  if (!whole) return;
  const auto baked = piece::encode(piece::bake(*read, again));
  if (!baked) wrong("a pot cannot be baked:", to_text(baked.error()));
  if (!piece::decode_baked(*baked)) wrong("what was baked cannot be read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  fuzz::Reader bytes(std::span<const uint8_t>(data, size));
  Result<Begun> begun = begin(bytes);
  if (!begun) return 0;
  Run run{begun->bench, {}, 0, 0, 0};
  run.lump_mm3 = fuzz::accounted_mm3(piece::fresh_bench(run.bench.making.start)->workpiece);
  run.last_tick = run.bench.workpiece.tick + kTicksMax;
  run.last_act = run.bench.making.acts.size() + kActsMax;
  play(run, bytes);
  fuzz::expect_readings_sound(run.bench.workpiece);
  piece::seal(run.bench);
  // The dear questions are put to every fourth pot, told by its hash: the same input is always asked the same.
  made_again(*begun, run.bench, craft::state_hash(run.bench.workpiece) % 4 == 0);
  return 0;
}
