#include "game/piece/levers.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "game/craft/materials.h"

namespace sui::piece {
namespace {

using craft::Act;
using craft::ActKind;

constexpr double kQuartzFromC = 555, kQuartzToC = 591;
constexpr double kColdFromC = 206, kColdToC = 246;  // cristobalite turns
constexpr double kSteamToC = 350;

// A segment of one firing, by index into the acts, with the temperature it starts from.
struct Leg {
  std::size_t at;
  double from_c, to_c;
};

// The acts that plan the firing ended by the kFire at `fire`; the first firing's where that is no kFire.
struct Span {
  std::size_t from = 0, to = 0;
};

Span plan_of_firing(const Making& making, std::size_t fire) {
  const std::vector<Act>& acts = making.acts;
  Span span{0, fire};
  if (fire >= acts.size() || acts[fire].kind != ActKind::kFire) {
    for (span.to = 0; span.to < acts.size() && acts[span.to].kind != ActKind::kFire;) ++span.to;
  }
  for (std::size_t i = 0; i < span.to; ++i) {
    if (acts[i].kind == ActKind::kFire) span.from = i + 1;
  }
  return span;
}

std::vector<Leg> legs_of(const Making& making, std::size_t fire) {
  const Span span = plan_of_firing(making, fire);
  std::vector<Leg> legs;
  for (std::size_t i = span.from; i < span.to; ++i) {
    const Act& act = making.acts[i];
    if (act.kind != ActKind::kKilnSegment) continue;
    const double from_c = legs.empty() ? 20 : legs.back().to_c;
    legs.push_back({i, from_c, craft::from_fixed(act.b, craft::kPerCelsius)});
  }
  return legs;
}

std::size_t hottest(const std::vector<Leg>& legs) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (legs[i].to_c > legs[best].to_c) best = i;
  }
  return best;
}

double rate_c_h(const Act& act) {
  return craft::from_fixed(act.a, craft::kPerCelsius);
}

Bent bend_peak(double change_c, std::size_t fire, Making& making) {
  const std::vector<Leg> legs = legs_of(making, fire);
  if (legs.empty()) return {};
  const Leg& leg = legs[hottest(legs)];
  Act& act = making.acts[leg.at];
  const double to_c = std::clamp(leg.to_c + change_c, 20.0, craft::kKilnTempCMax);
  act.b = craft::to_fixed(to_c, craft::kPerCelsius);
  return {to_c != leg.to_c, leg.to_c, craft::from_fixed(act.b, craft::kPerCelsius)};
}

Bent bend_hold(double factor_down, double more_min, std::size_t fire, Making& making) {
  const std::vector<Leg> legs = legs_of(making, fire);
  if (legs.empty()) return {};
  Act& act = making.acts[legs[hottest(legs)].at];
  const int32_t was = act.c;
  act.c = std::clamp(craft::to_fixed(was * factor_down + more_min, 1), 0, static_cast<int32_t>(craft::kKilnHoldMinMax));
  return {act.c != was, static_cast<double>(was), static_cast<double>(act.c)};
}

// Slows every leg that passes between the two temperatures.
enum class Legs : uint8_t { kRising, kBoth, kFalling };

Bent bend_rates(double low_c, double high_c, double share, Legs which, std::size_t fire, Making& making) {
  Bent bent;
  for (const Leg& leg : legs_of(making, fire)) {
    const bool cooling = leg.to_c < leg.from_c;
    const double bottom_c = std::min(leg.from_c, leg.to_c), top_c = std::max(leg.from_c, leg.to_c);
    if (top_c < low_c || bottom_c > high_c || (cooling ? which == Legs::kRising : which == Legs::kFalling)) continue;
    Act& act = making.acts[leg.at];
    const double was = rate_c_h(act), now = std::max(5.0, was * (1 - 0.95 * share));
    act.a = craft::to_fixed(now, craft::kPerCelsius);
    if (!bent.any || was > bent.from) bent = {true, was, rate_c_h(act)};
  }
  return bent;
}

void insert(std::size_t at, const Act& act, Making& making) {
  making.acts.insert(making.acts.begin() + static_cast<std::ptrdiff_t>(at), act);
}

// One number of every act of a kind, told by the largest there was: `per` of its units are one of the words' own.
struct Dial {
  ActKind kind;
  int32_t Act::*number;
  double per;
  int32_t least, most = 0x7fffffff;
};

constexpr Dial kWheelDial{ActKind::kWheel, &Act::a, craft::kPerRpm, 1};
constexpr Dial kDipDial{ActKind::kGlazeDip, &Act::b, craft::kPerDipSecond, 1};
constexpr Dial kCarveDial{ActKind::kCarveBegin, &Act::c, craft::kPerMm, craft::to_fixed(0.1, craft::kPerMm)};
constexpr Dial kFuelDial{ActKind::kKilnDrive, &Act::b, craft::kPerShare / 100.0, 1, craft::kPerShare};

Bent turn(const Dial& dial, double factor, const Span& span, Making& making) {
  Bent bent;
  int32_t largest = 0;
  for (std::size_t i = span.from; i < span.to; ++i) {
    Act& act = making.acts[i];
    int32_t& number = act.*dial.number;
    if (act.kind != dial.kind || number == 0) continue;
    const int32_t was = number;
    number = std::clamp(craft::to_fixed(was * factor, 1), dial.least, dial.most);
    if (was <= largest) continue;
    largest = was;
    bent = {true, was / dial.per, number / dial.per};
  }
  return bent;
}

Bent turn(const Dial& dial, double factor, Making& making) {
  return turn(dial, factor, {0, making.acts.size()}, making);
}

// A drying of so long before the act at `at`.
Bent dry_at(std::size_t at, uint32_t tick, craft::DryingPlace place, double minutes, Making& making) {
  const int32_t whole = std::clamp(craft::to_fixed(minutes, 1), 1, static_cast<int32_t>(craft::kDryMinutesMax));
  insert(at, {tick, ActKind::kDry, static_cast<int32_t>(place), whole, 0, 0}, making);
  return {true, 0, whole / 60.0};
}

// A wait at `temp_c` on the way up, in clean air; splits the leg that passes it.
Bent insert_hold(double temp_c, double minutes, std::size_t fire, Making& making) {
  const std::vector<Leg> legs = legs_of(making, fire);
  for (const Leg& leg : legs) {
    if (leg.from_c >= temp_c || leg.to_c <= temp_c) continue;
    Act wait = making.acts[leg.at];
    wait.b = craft::to_fixed(temp_c, craft::kPerCelsius);
    wait.c = std::min(craft::to_fixed(minutes, 1), static_cast<int32_t>(craft::kKilnHoldMinMax));
    wait.d = 0;
    if (legs.size() < craft::kKilnSegmentsMax) insert(leg.at, wait, making);
    return {legs.size() < craft::kKilnSegmentsMax, 0, static_cast<double>(wait.c)};
  }
  return {};
}

Bent clear_smoke(double share, std::size_t fire, Making& making) {  // no CO until so hot
  const double until_c = 300 + 800 * share;
  Bent bent;
  for (const Leg& leg : legs_of(making, fire)) {
    Act& act = making.acts[leg.at];
    if (act.d <= 0 || leg.to_c < leg.from_c || leg.from_c >= until_c) continue;
    if (!bent.any) bent = {true, leg.from_c, until_c};
    if (leg.to_c > until_c) {
      Act clean = act;
      clean.b = craft::to_fixed(until_c, craft::kPerCelsius);
      clean.c = clean.d = 0;
      insert(leg.at, clean, making);
      return bent;
    }
    act.d = 0;
  }
  return bent;
}

std::size_t first_of(const Making& making, ActKind kind) {
  std::size_t at = 0;
  while (at < making.acts.size() && making.acts[at].kind != kind) ++at;
  return at;
}

Bent dip_at_all(double share, std::size_t fire, Making& making) {
  const Span span = plan_of_firing(making, fire);
  std::size_t lit = span.from;
  while (lit < span.to && craft::domain_of(making.acts[lit].kind) != craft::ActDomain::kKiln) ++lit;
  if (lit >= making.acts.size()) return {};
  const int32_t units = craft::to_fixed(1 + 5 * share, craft::kPerDipSecond);  // a second at least: nobody is quicker
  insert(lit, {making.acts[lit].tick, ActKind::kGlazeDip, 0, units, 1450, 0}, making);
  return {true, 0, craft::from_fixed(units, craft::kPerDipSecond)};
}

// More time to dry before whatever comes after the last drying: on the shelf, or wrapped before the first.
Bent insert_drying(bool wrapped_first, double minutes, Making& making) {
  std::size_t at = first_of(making, ActKind::kCut) + 1;
  if (at > making.acts.size()) return {};
  if (!wrapped_first) {
    for (std::size_t i = at; i < making.acts.size(); ++i) {
      if (making.acts[i].kind == ActKind::kDry) at = i + 1;
    }
  }
  const auto place = wrapped_first ? craft::DryingPlace::kWrapped : craft::DryingPlace::kShelf;
  return dry_at(at, making.acts[at - 1].tick, place, minutes, making);
}

std::size_t first_cut_in_clay(const Making& making) {
  for (std::size_t i = 0; i < making.acts.size(); ++i) {
    const ActKind kind = making.acts[i].kind;
    if (kind == ActKind::kCarveBegin || kind == ActKind::kStamp || kind == ActKind::kPierce) return i;
  }
  return making.acts.size();
}

Bent dry_before_carving(double minutes, Making& making) {
  const std::size_t at = first_cut_in_clay(making);
  if (at == making.acts.size()) return {};
  return dry_at(at, making.acts[at].tick, craft::DryingPlace::kShelf, minutes, making);
}

bool is_drying(std::size_t act, const Making& making) {
  return act < making.acts.size() && making.acts[act].kind == ActKind::kDry;
}

// Goes on earlier with what act `until` did: what was dried last before it is left out first.
Bent go_on_sooner(std::size_t until, double share, Making& making) {
  double was_min = 0;
  for (std::size_t i = 0; i < until; ++i) {
    if (making.acts[i].kind == ActKind::kDry) was_min += making.acts[i].b;
  }
  double spare_min = was_min * share;
  for (std::size_t i = until; i-- > 0 && spare_min >= 1;) {
    Act& act = making.acts[i];
    if (act.kind != ActKind::kDry) continue;
    const int32_t less = std::min(act.b, craft::to_fixed(spare_min, 1));
    act.b -= less;
    spare_min -= less;
    if (act.b == 0) making.acts.erase(making.acts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return {was_min * share >= 1, was_min / 60, was_min * (1 - share) / 60};
}

Bent scale_water(double factor, Making& making) {
  double was_ml = 0, now_ml = 0;
  for (Act& act : making.acts) {
    if (act.kind != ActKind::kWater) continue;
    was_ml += craft::from_fixed(act.a, craft::kPerMl);
    act.a = std::max(1, craft::to_fixed(act.a * factor, 1));
    now_ml += craft::from_fixed(act.a, craft::kPerMl);
  }
  return {was_ml > 0, was_ml, now_ml};
}

// A sponge every two seconds until the fault: each carries `each_ml`.
Bent add_water(uint32_t until_tick, double each_ml, Making& making) {
  constexpr uint32_t kEveryTicks = 240;
  const int32_t units = std::max(1, craft::to_fixed(each_ml, craft::kPerMl));
  std::vector<Act> acts;
  uint32_t next = kEveryTicks;
  double total_ml = 0;
  for (const Act& act : making.acts) {
    while (next <= act.tick && next <= until_tick) {
      acts.push_back({next, ActKind::kWater, units, 0, 0, 0});
      total_ml += craft::from_fixed(units, craft::kPerMl);
      next += kEveryTicks;
    }
    acts.push_back(act);
  }
  making.acts = std::move(acts);
  return {total_ml > 0, 0, total_ml};
}

// Hands off at `stop`, the wheel left to run: everything the hands did later is taken out.
Bent stop_at(uint32_t stop, double from_s, Making& making) {
  std::vector<Act> acts;
  bool outer = false, inner = false, stopped = false;
  const auto lift = [&] {
    if (outer) acts.push_back({stop, ActKind::kOuterLift, 0, 0, 0, 0});
    if (inner) acts.push_back({stop, ActKind::kInnerLift, 0, 0, 0, 0});
    if (!stopped) acts.push_back({stop, ActKind::kWheel, 0, 0, 0, 0});
    stopped = true;
  };
  for (const Act& act : making.acts) {
    const bool throwing = craft::domain_of(act.kind) == craft::ActDomain::kThrowing && act.kind != ActKind::kCut;
    if (act.tick >= stop && !stopped) lift();
    if (act.tick >= stop && throwing) continue;
    if (act.kind == ActKind::kOuterHand || act.kind == ActKind::kOuterLift) outer = act.kind == ActKind::kOuterHand;
    if (act.kind == ActKind::kInnerHand || act.kind == ActKind::kInnerLift) inner = act.kind == ActKind::kInnerHand;
    acts.push_back(act);
  }
  if (!stopped) return {};
  making.acts = std::move(acts);
  return {true, from_s, stop / static_cast<double>(craft::kTicksPerSecond)};
}

Bent stop_earlier(uint32_t tick, double share, Making& making) {
  const uint32_t stop = static_cast<uint32_t>(tick * (1 - share));
  return stop_at(stop, tick / static_cast<double>(craft::kTicksPerSecond), making);
}

// The inner hand goes down further where it presses the floor.
Bent press_floor(double deeper_mm, Making& making) {
  int32_t lowest = 1 << 30;
  for (const Act& act : making.acts) {
    if (act.kind == ActKind::kInnerHand) lowest = std::min(lowest, act.b);
  }
  if (lowest == 1 << 30) return {};
  const int32_t floor = 3 * craft::kPerMm, deeper = craft::to_fixed(deeper_mm, craft::kPerMm);
  int32_t now = lowest;
  for (Act& act : making.acts) {
    if (act.kind != ActKind::kInnerHand || act.b > lowest + 12 * craft::kPerMm) continue;
    act.b = std::max(std::min(floor, act.b), act.b - deeper);
    now = std::min(now, act.b);
  }
  return {now < lowest, craft::from_fixed(lowest, craft::kPerMm), craft::from_fixed(now, craft::kPerMm)};
}

// Time on the shelf before the work that went wrong, which begins where its craft does.
Bent dry_before(std::size_t act, double minutes, Making& making) {
  if (act >= making.acts.size()) return {};
  const craft::ActDomain domain = craft::domain_of(making.acts[act].kind);
  std::size_t at = act;
  while (at > 0 && craft::domain_of(making.acts[at - 1].kind) == domain) --at;
  return dry_at(at, making.acts[at].tick, craft::DryingPlace::kShelf, minutes, making);
}

// The hand that collared is taken in less far: from where it lay on the wall towards where it went.
Bent collar_less(std::size_t act, double share, Making& making) {
  std::size_t at = std::min(act, making.acts.size() - 1);
  while (at > 0 && making.acts[at].kind != ActKind::kOuterHand) --at;
  if (making.acts[at].kind != ActKind::kOuterHand) return {};
  std::size_t first = at, last = at;
  for (std::size_t i = at; i-- > 0 && making.acts[i].kind != ActKind::kOuterLift;) {
    if (making.acts[i].kind == ActKind::kOuterHand) first = i;
  }
  for (std::size_t i = at; i < making.acts.size() && making.acts[i].kind != ActKind::kOuterLift; ++i) {
    if (making.acts[i].kind == ActKind::kOuterHand) last = i;
  }
  const int32_t from = making.acts[first].a;
  int32_t was = from, now = from;
  for (std::size_t i = first; i <= last; ++i) {
    Act& hand = making.acts[i];
    if (hand.kind != ActKind::kOuterHand || hand.a >= from) continue;
    was = std::min(was, hand.a);
    hand.a = from - craft::to_fixed((from - hand.a) * (1 - share), 1);
    now = std::min(now, hand.a);
  }
  return {now > was, craft::from_fixed(was, craft::kPerMm), craft::from_fixed(now, craft::kPerMm)};
}

// The trimming tool stays so much further from the clay, on the outside and in the hollow of the foot.
Bent trim_shallower(double further_mm, Making& making) {
  const int32_t further = craft::to_fixed(further_mm, craft::kPerMm);
  bool any = false;
  for (Act& act : making.acts) {
    if (act.kind != ActKind::kTrimTool) continue;
    int32_t& towards = act.c == 0 ? act.a : act.b;
    const int32_t most = craft::to_fixed(craft::kReachRMmMax, craft::kPerMm);
    towards = act.c == 0 ? std::min(most, towards + further) : std::max(0, towards - further);
    any = any || further > 0;
  }
  return {any, 0, craft::from_fixed(further, craft::kPerMm)};
}

constexpr std::string_view kQuartz[] = {"shiying"};
constexpr std::string_view kFeldspars[] = {"changshi", "nachangshi", "xiashi"};

// Where the pot's own glaze was first laid on; past the end if it never was.
std::size_t first_of_mixed(const Making& making) {
  for (std::size_t i = 0; i < making.acts.size(); ++i) {
    const Act& act = making.acts[i];
    const bool lays = act.kind == ActKind::kGlazeDip || act.kind == ActKind::kGlazePour ||
                      act.kind == ActKind::kGlazeSwill || act.kind == ActKind::kGlazeBrush ||
                      act.kind == ActKind::kGlazeBlow;
    if (lays && act.a == static_cast<int32_t>(craft::GlazeKind::kMixed)) return i;
  }
  return making.acts.size();
}

// What of those materials was weighed into the glaze that was laid, by index into the acts; and all that was, in 1/16
// parts.
struct Recipe {
  std::vector<std::size_t> of_it;
  int32_t of_it_parts = 0, parts = 0;
};

Recipe recipe_of(std::span<const std::string_view> materials, const Making& making, std::size_t laid) {
  Recipe recipe;
  for (std::size_t i = 0; i < laid; ++i) {
    const Act& act = making.acts[i];
    if (act.kind == ActKind::kGlazeEmpty) recipe = {};
    if (act.kind != ActKind::kGlazeWeigh) continue;
    recipe.parts += act.b;
    const std::string_view id = craft::material(act.a).id;
    if (std::find(materials.begin(), materials.end(), id) == materials.end()) continue;
    recipe.of_it.push_back(i);
    recipe.of_it_parts += act.b;
  }
  return recipe;
}

Bent parts_bent(double was, double now) {
  return {was != now, was / craft::kPerPart, now / craft::kPerPart};
}

// So much more of the first of these, as a share of all that was weighed out.
Bent weigh_more(std::span<const std::string_view> materials, double share, Making& making) {
  const std::size_t laid = first_of_mixed(making);
  if (laid == making.acts.size()) return {};
  const Recipe recipe = recipe_of(materials, making, laid);
  const int32_t more = std::max(1, craft::to_fixed(recipe.parts * share, 1));
  if (!recipe.of_it.empty()) {
    making.acts[recipe.of_it.front()].b += more;
  } else {
    insert(laid, {making.acts[laid].tick, ActKind::kGlazeWeigh, craft::material_named(materials.front()), more, 0, 0},
           making);
  }
  return parts_bent(recipe.of_it_parts, recipe.of_it_parts + more);
}

Bent weigh_less(std::span<const std::string_view> materials, double factor, Making& making) {
  const std::size_t laid = first_of_mixed(making);
  if (laid == making.acts.size()) return {};
  const Recipe recipe = recipe_of(materials, making, laid);
  int32_t now = 0;
  for (const std::size_t i : recipe.of_it) {
    making.acts[i].b = std::max(1, craft::to_fixed(making.acts[i].b * factor, 1));
    now += making.acts[i].b;
  }
  return parts_bent(recipe.of_it_parts, now);
}

// Takes out the act that did it, a whole stroke if it was part of one, and as many of its like after it.
Bent leave_out(std::size_t act, int count, Making& making) {
  if (act >= making.acts.size()) return {};
  std::size_t first = act, last = act;
  const auto in_stroke = [](ActKind kind) { return kind == ActKind::kStrokePoint || kind == ActKind::kStrokeEnd; };
  while (first > 0 && in_stroke(making.acts[first].kind)) --first;
  const bool stroke = making.acts[first].kind == ActKind::kStrokeBegin;
  while (stroke && last + 1 < making.acts.size() && making.acts[last].kind != ActKind::kStrokeEnd) ++last;
  const ActKind kind = making.acts[first].kind;
  making.acts.erase(making.acts.begin() + static_cast<std::ptrdiff_t>(first),
                    making.acts.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  int out = 1;
  for (std::size_t i = first; !stroke && out < count && i < making.acts.size();) {
    if (making.acts[i].kind != kind) {
      ++i;
      continue;
    }
    making.acts.erase(making.acts.begin() + static_cast<std::ptrdiff_t>(i));
    ++out;
  }
  return {true, 0, static_cast<double>(out)};
}

// Bends the making or the luting of every part joined where the fault is.
template <class Bend>
Bent bend_parts(const craft::Defect& defect, Making& making, Bend bend_part) {
  Bent bent;
  Act* made = nullptr;
  for (Act& act : making.acts) {
    if (act.kind == ActKind::kMakePart) made = &act;
    if (act.kind != ActKind::kLute || made == nullptr) continue;
    const auto kind = static_cast<craft::PartKind>(made->a);
    if (craft::ring_of_part(kind, craft::from_fixed(act.c, craft::kPerRing)) != defect.ring) continue;
    const Bent one = bend_part(*made, act);
    if (one.any && !bent.any) bent = one;
  }
  return bent;
}

Bent bend_part_moisture(const craft::Defect& defect, double change_wet_pct, Making& making) {
  return bend_parts(defect, making, [change_wet_pct](Act& made, Act&) {
    const int32_t was = made.d, most = craft::to_fixed(craft::kMoistureWetPctMax, 16);
    made.d = std::clamp(was + craft::to_fixed(change_wet_pct, 16), 0, most);
    return Bent{made.d != was, was / 16.0, made.d / 16.0};
  });
}

Bent score_and_slip(const craft::Defect& defect, Making& making) {
  return bend_parts(defect, making, [](Act&, Act& luted) {
    const int32_t was = luted.d;
    luted.d = 3;
    return Bent{was != 3, was == 0 ? 0.0 : 1.0, 2.0};
  });
}

// A handle tugs at the rim, not where it is joined: every one is lightened.
Bent lighten_parts(double factor, Making& making) {
  Bent bent;
  for (Act& act : making.acts) {
    if (act.kind != ActKind::kMakePart) continue;
    const int32_t was = act.c;
    act.c = std::min(was, std::max(2 * craft::kPerMm, craft::to_fixed(was * factor, 1)));
    if (!bent.any && act.c < was)
      bent = {true, craft::from_fixed(was, craft::kPerMm), craft::from_fixed(act.c, craft::kPerMm)};
  }
  return bent;
}

}  // namespace

Bent bend(LeverId lever, const Fault& fault, double share, Making& making) {
  const craft::Defect& defect = fault.defect;
  making.checkpoints.clear();
  making.sealed = false;
  switch (lever) {
    case LeverId::kWheelSlower:
      return turn(kWheelDial, 1 - 0.85 * share, making);
    case LeverId::kLessWater:
      return scale_water(1 - share, making);
    case LeverId::kMoreWater:
      return add_water(defect.tick, 12 * share, making);
    case LeverId::kStopEarlier:
      return stop_earlier(defect.tick, share, making);
    case LeverId::kPressFloor:
      return press_floor(30 * share, making);
    case LeverId::kWrapFirst:
      return insert_drying(true, 60 * 24 * 12 * share, making);
    case LeverId::kDryLonger:
      return insert_drying(false, 60 * 24 * 12 * share, making);
    case LeverId::kCandle:
      return insert_hold(90, 60 * 24 * share, fault.act, making);
    case LeverId::kSlowSteam:
      return bend_rates(0, kSteamToC, share, Legs::kRising, fault.act, making);
    case LeverId::kSlowQuartz:
      return bend_rates(kQuartzFromC, kQuartzToC, share, Legs::kBoth, fault.act, making);
    case LeverId::kSlowCold:
      return bend_rates(kColdFromC, kColdToC, share, Legs::kFalling, fault.act, making);
    case LeverId::kPeakUp:
      return bend_peak(300 * share, fault.act, making);
    case LeverId::kPeakDown:
      return bend_peak(-250 * share, fault.act, making);
    case LeverId::kHoldLonger:
      return bend_hold(1, 60 * 12 * share, fault.act, making);
    case LeverId::kHoldShorter:
      return bend_hold(1 - share, 0, fault.act, making);
    case LeverId::kAirHold:
      return insert_hold(880, 60 * 16 * share, fault.act, making);
    case LeverId::kSmokeLater:
      return clear_smoke(share, fault.act, making);
    case LeverId::kDipShorter:
      return turn(kDipDial, 1 - 0.97 * share, making);
    case LeverId::kDipAtAll:
      return dip_at_all(share, fault.act, making);
    case LeverId::kFuelUp:
      return turn(kFuelDial, 1 + 3 * share, plan_of_firing(making, fault.act), making);
    case LeverId::kFuelDown:
      return turn(kFuelDial, 1 - 0.9 * share, plan_of_firing(making, fault.act), making);
    case LeverId::kMuffleUp:
      return bend_peak(300 * share, fault.act, making);
    case LeverId::kMuffleDown:
      return bend_peak(-400 * share, fault.act, making);
    case LeverId::kDryBefore:
      return dry_before(fault.act, 60 * 24 * 6 * share, making);
    case LeverId::kDryLess:
      return go_on_sooner(fault.act + (is_drying(fault.act, making) ? 1 : 0), 0.98 * share, making);
    case LeverId::kLeaveOut:
      return leave_out(fault.act, static_cast<int>(1 + 255 * share), making);
    case LeverId::kCarveShallower:
      return turn(kCarveDial, 1 - 0.95 * share, making);
    case LeverId::kCarveLater:
      return dry_before_carving(60 * 24 * 6 * share, making);
    case LeverId::kCarveSooner:
      return go_on_sooner(first_cut_in_clay(making), 0.98 * share, making);
    case LeverId::kCollarLess:
      return collar_less(fault.act, share, making);
    case LeverId::kTrimShallower:
      return trim_shallower(20 * share, making);
    case LeverId::kMoreQuartz:
      return weigh_more(kQuartz, 0.8 * share, making);
    case LeverId::kLessQuartz:
      return weigh_less(kQuartz, 1 - share, making);
    case LeverId::kMoreFeldspar:
      return weigh_more(kFeldspars, 0.8 * share, making);
    case LeverId::kLessFeldspar:
      return weigh_less(kFeldspars, 1 - share, making);
    case LeverId::kPartDrier:
      return bend_part_moisture(fault.defect, -12 * share, making);
    case LeverId::kPartWetter:
      return bend_part_moisture(fault.defect, 12 * share, making);
    case LeverId::kPartBond:
      return score_and_slip(fault.defect, making);
    case LeverId::kPartLighter:
      return lighten_parts(1 - 0.8 * share, making);
  }
  return {};
}

}  // namespace sui::piece
