// A potter for tests: says acts in mm, rpm and seconds, insists that each is allowed, and moves both hands in straight
// lines as a script would. Owns one workpiece; knows no physics.
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "game/craft/measure.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

struct Spot {
  double r_mm, z_mm;
};

class Potter {
 public:
  Potter(int mass_g, double wet_pct, int assist = 0) {
    Result<Workpiece> fresh =
        fresh_workpiece({ClayBody::kJingdezhen, mass_g, static_cast<int32_t>(wet_pct * 16 + 0.5), assist});
    EXPECT_TRUE(fresh) << (fresh ? "" : to_text(fresh.error()));
    pot = *fresh;
  }

  void act(ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
    const Act made{pot.tick, kind, a, b, c, d};
    const Result<Done> allowed = check(pot, made);
    ASSERT_TRUE(allowed) << to_text(allowed.error());
    if (acted) acted(made);
    apply(pot, made);
  }
  void wheel(double rpm) {
    if (pot.wheel_rpm_target != rpm) act(ActKind::kWheel, to_fixed(rpm, kPerRpm));
  }
  void water(double ml) { act(ActKind::kWater, to_fixed(ml, kPerMl)); }
  void outer(Spot at) { act(ActKind::kOuterHand, to_fixed(at.r_mm, kPerMm), to_fixed(at.z_mm, kPerMm)); }
  void inner(Spot at) { act(ActKind::kInnerHand, to_fixed(at.r_mm, kPerMm), to_fixed(at.z_mm, kPerMm)); }
  void lift() {
    if (pot.outer.down) act(ActKind::kOuterLift);
    if (pot.inner.down) act(ActKind::kInnerLift);
  }
  void take(int hand, Tool tool, bool press_down = false) {
    act(ActKind::kTakeTool, hand, static_cast<int32_t>(tool), press_down ? 1 : 0);
  }
  void cut() { act(ActKind::kCut); }
  void dry(DryingPlace place, int minutes) { act(ActKind::kDry, static_cast<int32_t>(place), minutes); }
  void wait(double seconds) { pass(static_cast<uint32_t>(seconds * kTicksPerSecond)); }
  void pass(uint32_t ticks) {
    for (const uint32_t until = pot.tick + ticks; pot.tick < until; advance(pot, pot.tick + 1))
      if (watcher) watcher(pot);
  }
  Measures measures() const { return measure(pot); }

  void sweep_outer(double seconds, Spot from, Spot to) { sweep(seconds, &from, &to, nullptr, nullptr); }
  void sweep_inner(double seconds, Spot from, Spot to) { sweep(seconds, nullptr, nullptr, &from, &to); }
  void sweep_both(double seconds, Spot outer_from, Spot outer_to, Spot inner_from, Spot inner_to) {
    sweep(seconds, &outer_from, &outer_to, &inner_from, &inner_to);
  }

  void centre() {
    wheel(240);
    wait(1);
    water(5);
    sweep_outer(2, {64, 30}, {56, 30});
    sweep_outer(2, {56, 30}, {48, 55});
    lift();
  }
  // A well to a floor of about 7 mm, then as wide as a hand. The other hand cups the outside.
  void open(double rpm = 120) {
    wheel(rpm);
    water(4);
    sweep_both(4, {60, 25}, {60, 25}, {8, 80}, {8, 9});
    sweep_both(4, {60, 25}, {60, 25}, {8, 9}, {40, 9});
    lift();
  }
  // One pull from the foot past the rim at 20 mm/s, the hands `gap_mm` apart.
  void pull(double gap_mm, double outer_mm = 54, double rpm = 90) {
    water(4);
    wheel(rpm);
    wait(0.3);
    sweep_both(0.7, {outer_mm + 6, 10}, {outer_mm, 24}, {outer_mm - gap_mm, 12}, {outer_mm - gap_mm, 24});
    for (double z = 24; z < measures().height_mm + 4 && !pot.fallen; z += 2)
      sweep_both(0.1, {outer_mm, z}, {outer_mm, z + 2}, {outer_mm - gap_mm, z}, {outer_mm - gap_mm, z + 2});
    lift();
  }
  void cylinder() {
    centre();
    open();
    for (const double gap : {12.0, 9.5, 8.0, 7.0}) pull(gap);
  }

  Workpiece pot;
  std::function<void(const Workpiece&)> watcher;  // called before every tick that passes
  std::function<void(const Act&)> acted;          // and this before every act

 private:
  void sweep(double seconds, const Spot* outer_from, const Spot* outer_to, const Spot* inner_from,
             const Spot* inner_to) {
    const int samples = static_cast<int>(seconds * 30);
    for (int i = 0; i <= samples; ++i) {
      const double t = samples == 0 ? 1 : static_cast<double>(i) / samples;
      const auto between = [t](const Spot& from, const Spot& to) {
        return Spot{from.r_mm + (to.r_mm - from.r_mm) * t, from.z_mm + (to.z_mm - from.z_mm) * t};
      };
      if (outer_from != nullptr) outer(between(*outer_from, *outer_to));
      if (inner_from != nullptr) inner(between(*inner_from, *inner_to));
      pass(4);
    }
  }
};

}  // namespace sui::craft
