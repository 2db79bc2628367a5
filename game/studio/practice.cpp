// The clay a lesson begins with, thrown by a script with one finger and the helping hand, as a visitor would.
#include "game/craft/assist.h"
#include "game/craft/measure.h"
#include "game/studio/lesson.h"

namespace sui::studio {
namespace {

using craft::act_of;
using craft::ActKind;
using craft::AssistHands;

constexpr uint32_t kTouchTicks = craft::kTicksPerSecond / 30;
constexpr double kLeatherHardPct = 16.6;  // facts A1: 14-17 % is the trim window
constexpr int kAssistMost = 60;           // at full help a fresh lump is centred before a hand is on it

class SureHands {
 public:
  explicit SureHands(piece::Bench& bench) : bench_(bench) {}

  void centre() {
    wheel(220);
    water(6);
    for (int i = 0; i < 120; ++i) touch(57 - i * 0.02, 30, false, false);
    lift();
  }
  void open() {
    wheel(160);
    for (int i = 0; i < 90; ++i) touch(2, 76 - 70.0 * i / 90, true, true);
    for (int i = 0; i < 90; ++i) touch(8 + 28.0 * i / 90, 9, true, false);
    lift();
  }
  void pull() {
    wheel(110);
    water(5);
    for (double z = 6; z < height_mm() + 3; z += 25.0 / 30) touch(60, z, false, true);
    lift();
  }
  void belly() {
    const double middle = 0.5 * height_mm();
    for (int i = 0; i < 45; ++i) touch(48 + 0.3 * i, middle, true, false);
    lift();
  }
  void act(const craft::Act& wanted) { failed_ = failed_ || !piece::act_on(bench_, wanted); }
  bool failed() const { return failed_; }

 private:
  double height_mm() const { return craft::measure(bench_.workpiece).height_mm; }
  void wheel(double rpm) {
    if (bench_.workpiece.wheel_rpm_target != rpm) act(act_of(ActKind::kWheel, craft::to_fixed(rpm, craft::kPerRpm)));
  }
  void water(double ml) { act(act_of(ActKind::kWater, craft::to_fixed(ml, craft::kPerMl))); }
  void hand(bool down, ActKind there, ActKind away, bool was_down, double r_mm, double z_mm) {
    if (down)
      act(act_of(there, craft::to_fixed(r_mm, craft::kPerMm), craft::to_fixed(z_mm, craft::kPerMm)));
    else if (was_down)
      act(act_of(away));
  }
  void touch(double r_mm, double z_mm, bool inside, bool vertical) {
    const AssistHands hands = craft::assist_hands(bench_.workpiece, {r_mm, z_mm, inside, vertical});
    hand(hands.outer, ActKind::kOuterHand, ActKind::kOuterLift, bench_.workpiece.outer.down, hands.outer_r_mm,
         hands.outer_z_mm);
    hand(hands.inner, ActKind::kInnerHand, ActKind::kInnerLift, bench_.workpiece.inner.down, hands.inner_r_mm,
         hands.inner_z_mm);
    piece::advance(bench_, bench_.workpiece.tick + kTouchTicks);
  }
  void lift() {
    if (bench_.workpiece.outer.down) act(act_of(ActKind::kOuterLift));
    if (bench_.workpiece.inner.down) act(act_of(ActKind::kInnerLift));
  }

  piece::Bench& bench_;
  bool failed_ = false;
};

void dry_leather(SureHands& hands, const piece::Bench& bench) {
  while (!hands.failed() && craft::measure(bench.workpiece).moisture_wet_pct > kLeatherHardPct)
    hands.act(act_of(ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kWrapped), 60));
}

void dry_bone(SureHands& hands) {
  hands.act(act_of(ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kWrapped), 48 * 60));
  hands.act(act_of(ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kShelf), 96 * 60));
}

}  // namespace

Result<piece::Bench> practice_clay(LessonId lesson, int assist) {
  craft::ClayStart start;
  start.assist = assist < kAssistMost ? assist : kAssistMost;
  auto bench = piece::fresh_bench(start);
  if (!bench || lesson == LessonId::kCentre) return bench;
  SureHands hands(*bench);
  hands.centre();
  if (lesson > LessonId::kOpen) hands.open();
  if (lesson > LessonId::kPull) {
    hands.pull();
    hands.pull();
  }
  if (lesson == LessonId::kCollar) hands.belly();
  if (lesson > LessonId::kCollar) hands.act(act_of(ActKind::kCut));
  if (lesson == LessonId::kTrim) dry_leather(hands, *bench);
  if (lesson > LessonId::kTrim) dry_bone(hands);
  if (lesson == LessonId::kReadFire) {
    hands.act(act_of(ActKind::kGlazeDip, static_cast<int32_t>(craft::GlazeKind::kQingbai),
                     craft::to_fixed(2.5, craft::kPerDipSecond), craft::to_fixed(1.45, craft::kPerSlopDensity)));
  }
  if (hands.failed()) return Error{"practice clay", "an act was refused"};
  return bench;
}

}  // namespace sui::studio
