#include "game/piece/explain_table.h"

#include <cassert>

namespace sui::piece {
namespace {

using craft::DefectKind;
using enum LeverId;

constexpr LeverId kFloppedLevers[] = {kWheelSlower, kLessWater, kStopEarlier};
constexpr LeverId kSquattedLevers[] = {kLessWater, kWheelSlower, kStopEarlier};
constexpr LeverId kTornLevers[] = {kMoreWater, kWheelSlower, kStopEarlier};
constexpr LeverId kRimCrackLevers[] = {kWrapFirst};
constexpr LeverId kSCrackLevers[] = {kLessWater};
constexpr LeverId kFloorLevers[] = {kPressFloor, kStopEarlier};
constexpr LeverId kBurstLevers[] = {kDryLonger, kCandle, kSlowSteam, kFuelDown};
constexpr LeverId kDuntLevers[] = {kSlowQuartz, kFuelDown};
constexpr LeverId kColdDuntLevers[] = {kHoldShorter, kSlowCold, kPeakDown, kFuelDown};
constexpr LeverId kMoreFireLevers[] = {kHoldLonger, kPeakUp, kFuelUp};
constexpr LeverId kLessFireLevers[] = {kHoldShorter, kPeakDown, kFuelDown};
constexpr LeverId kCrazedLevers[] = {kMoreQuartz, kLessFeldspar, kHoldLonger, kPeakUp, kFuelUp};
constexpr LeverId kShiveredLevers[] = {kLessQuartz, kMoreFeldspar};
constexpr LeverId kBareLevers[] = {kDipAtAll};
constexpr LeverId kThinnerLevers[] = {kDipShorter, kHoldShorter, kPeakDown, kFuelDown};
constexpr LeverId kCarbonLevers[] = {kSmokeLater, kAirHold, kPeakDown};
constexpr LeverId kBloatLevers[] = {kSmokeLater, kAirHold, kHoldShorter, kPeakDown};
constexpr LeverId kPinholeLevers[] = {kHoldLonger, kDipShorter, kPeakUp};
constexpr LeverId kFoldedLevers[] = {kCollarLess, kStopEarlier};
constexpr LeverId kSpunLevers[] = {kWheelSlower, kStopEarlier};
constexpr LeverId kCrookedLevers[] = {kWrapFirst, kDryLess, kLeaveOut};
constexpr LeverId kTooWetLevers[] = {kDryBefore};
constexpr LeverId kTooDryLevers[] = {kDryLess, kTrimShallower};
constexpr LeverId kTooDeepLevers[] = {kTrimShallower};
constexpr LeverId kMuffleUpLevers[] = {kMuffleUp};
constexpr LeverId kMuffleDownLevers[] = {kMuffleDown};
constexpr LeverId kCarvedThroughLevers[] = {kCarveShallower};
constexpr LeverId kSmearedLevers[] = {kCarveLater};
constexpr LeverId kChippedLevers[] = {kCarveSooner};

constexpr LeverId kJointLevers[] = {kPartBond, kPartDrier, kPartWetter, kWrapFirst};
constexpr LeverId kLidLevers[] = {kPartDrier, kPartWetter};
constexpr LeverId kHandleLevers[] = {kPartLighter, kPeakDown, kHoldShorter, kFuelDown};

constexpr Words kRim{"口沿", "the rim"}, kWall{"器壁", "the wall"}, kFloor{"底", "the floor"};
constexpr Words kFoot{"圈足", "the foot"}, kAround{"通体", "all round"}, kOutside{"外壁", "the outer wall"};

constexpr Words kJoint{"接口", "the joint"}, kLid{"盖口", "the lid"};

constexpr DefectRow kDefectRows[] = {
    {DefectKind::kCarvedThrough,
     kOutside,
     {"刀下去 {value} 毫米，那里的壁只有 {limit} 毫米，刻穿了。",
      "The knife went {value} mm deep where the wall is {limit} mm: through."},
     kCarvedThroughLevers},
    {DefectKind::kSmearedCut,
     kOutside,
     {"下刀时泥里还有 {value}% 的水，过 {limit}% 就粘刀起毛。",
      "The clay still held {value} % water when it was cut; above {limit} % a knife drags and throws a burr."},
     kSmearedLevers},
    {DefectKind::kChippedCut,
     kOutside,
     {"下刀时坯只剩 {value}% 的水，不到 {limit}% 就脆，刀口崩开。",
      "Only {value} % water was left when it was cut; below {limit} % the edge breaks away."},
     kChippedLevers},
    {DefectKind::kFlopped,
     kRim,
     {"口太敞、转得太快：湿泥受力 {value} 千帕，只扛得住 {limit}。",
      "Too wide for its speed: the wet clay bore {value} kPa where it holds {limit}."},
     kFloppedLevers},
    {DefectKind::kSquatted,
     kWall,
     {"下面的泥太软，被上面的分量压垮：{value} 千帕，只扛得住 {limit}。",
      "The clay below was too soft for the weight above: {value} kPa where it holds {limit}."},
     kSquattedLevers},
    {DefectKind::kTorn,
     kWall,
     {"手涩，泥被拖着拧：一处拧了 {value} 圈，过 {limit} 圈就撕。",
      "Dry hands dragged the clay round: twisted by {value} of a turn in one place, where {limit} tears."},
     kTornLevers},
    {DefectKind::kRimCrack,
     kRim,
     {"口沿比下面先干先缩，差了 {value}，泥只让 {limit}。",
      "The rim dried and shrank ahead of the wall: a strain of {value}; clay forgives {limit}."},
     kRimCrackLevers},
    {DefectKind::kSCrack,
     kFloor,
     {"割下来时里面还积着 {value} 毫升水，过 {limit} 毫升底心就泡软开裂。",
      "{value} ml of water still stood inside when it was cut; past {limit} the floor softens and cracks."},
     kSCrackLevers},
    {DefectKind::kCrackedFloor,
     kFloor,
     {"底厚是壁厚的 {value} 倍，过 {limit} 倍就干不到一处。",
      "The floor is {value} times the wall; past {limit} they do not dry as one."},
     kFloorLevers},
    {DefectKind::kBurst,
     kWall,
     {"坯里的水烧成 {value} 巴的汽，生泥只扛得住 {limit}。",
      "Water left in the clay became {value} bar of steam; raw clay holds {limit}."},
     kBurstLevers},
    {DefectKind::kDunted,
     kWall,
     {"过 573 ℃ 时每小时变 {value} ℃，石英猛胀猛缩，这么厚只受得住 {limit}。",
      "Quartz turned at 573 °C while it changed {value} °C an hour; walls like these bear {limit}."},
     kDuntLevers},
    {DefectKind::kDuntedCold,
     kWall,
     {"顶火守得太久，胎里长了方石英；凉到 226 ℃ 时每小时降 {value} ℃，这样的胎只受得住 {limit}。",
      "Soaked so long that cristobalite grew; it cooled through 226 °C at {value} °C an hour and bears {limit}."},
     kColdDuntLevers},
    {DefectKind::kUnderfired,
     kAround,
     {"只烧到 {value} 号锥，胎要到 {limit} 号才合得严。", "It reached cone {value}; the body closes at {limit}."},
     kMoreFireLevers},
    {DefectKind::kOverfired,
     kAround,
     {"烧到了 {value} 号锥，过 {limit} 号胎就软。", "It went to cone {value}; past {limit} the body gives way."},
     kLessFireLevers},
    {DefectKind::kUnglazed,
     kAround,
     {"身上没有釉（{value} 毫米，至少要 {limit}）。", "It carries no glaze ({value} mm; it wants {limit})."},
     kBareLevers},
    {DefectKind::kGlazeRan,
     kOutside,
     {"釉太厚太稀，淌了 {value} 毫米，{limit} 毫米以内才挂得住。",
      "The glaze was too thick for so fluid a melt: it ran {value} mm; {limit} stays put."},
     kThinnerLevers},
    {DefectKind::kWarped,
     kRim,
     {"口在火里软下来，垂了 {value} 毫米，{limit} 毫米以内看不出。",
      "The lip softened and drooped {value} mm; up to {limit} nobody sees."},
     kLessFireLevers},
    {DefectKind::kSlumped,
     kRim,
     {"壁在火里软塌，沉了 {value} 毫米，过 {limit} 就不成器形。",
      "The wall softened and sank {value} mm; past {limit} the shape is lost."},
     kLessFireLevers},
    {DefectKind::kBlackCore,
     kWall,
     {"气孔封口时壁里的炭还剩 {value}（占原来的份数），{limit} 以下才烧得白。",
      "When the pores closed {value} of the clay's carbon was still inside; {limit} fires white."},
     kCarbonLevers},
    {DefectKind::kBloated,
     kWall,
     {"封在壁里的气把它撑大了 {value}%，过 {limit}% 就鼓泡。",
      "Gas shut in the wall swelled it by {value} %; past {limit} % it blisters."},
     kBloatLevers},
    {DefectKind::kCrawled,
     kOutside,
     {"生釉干起来抵得上一层 {value} 毫米的厚釉，过 {limit} 毫米就开裂，一化就缩。",
      "The raw glaze dried like a single coat {value} mm thick; past {limit} it cracks and draws up as it melts."},
     kThinnerLevers},
    {DefectKind::kPinholed,
     kOutside,
     {"釉里的气泡还有 {value} 没合上，{limit} 以下才平。",
      "{value} of the glaze's bubbles had not healed; below {limit} it is smooth."},
     kPinholeLevers},
    {DefectKind::kStuckToShelf,
     kFoot,
     {"足边有 {value} 毫米的釉，过 {limit} 就和棚板长在一起。",
      "{value} mm of glaze at the foot; past {limit} it grows to the shelf."},
     kThinnerLevers},
    {DefectKind::kCrazed,
     kAround,
     {"凉下来釉比胎缩得多，绷到 {value} 兆帕，{limit} 就裂。",
      "Cooling, the glaze shrank more than the body: {value} MPa of tension; it gives at {limit}."},
     kCrazedLevers},
    {DefectKind::kShivered,
     kRim,
     {"凉下来胎比釉缩得多，把釉挤到 {value} 兆帕，{limit} 就崩。",
      "Cooling, the body shrank more than the glaze and squeezed it with {value} MPa; it flies off at {limit}."},
     kShiveredLevers},
    {DefectKind::kEnamelDull,
     kOutside,
     {"彩只化开了 {value}，要到 {limit} 才亮。", "Only {value} of the enamel melted; {limit} shines."},
     kMuffleUpLevers},
    {DefectKind::kEnamelBurnt,
     kOutside,
     {"烤花到了 {value} ℃，过 {limit} ℃ 红和金就走了。",
      "The muffle reached {value} °C; past {limit} °C reds and golds go."},
     kMuffleDownLevers},
    {DefectKind::kFolded,
     kWall,
     {"一把收得太急：往里缩了 {value}（占周长的份数），过 {limit} 泥就起褶。",
      "Collared too far in one pass: {value} of its girth, and past {limit} clay folds."},
     kFoldedLevers},
    {DefectKind::kSpunOff,
     kFoot,
     {"没定中就快转：甩力 {value}，泥粘在轮上的劲只有 {limit}。",
      "Off centre and fast: flung with {value} where the wheel head held {limit}."},
     kSpunLevers},
    {DefectKind::kDriedCrooked,
     kWall,
     {"一边先干，把它拉歪了 {value} 毫米，{limit} 毫米以内看不出。",
      "One side dried first and bent it {value} mm; up to {limit} nobody sees."},
     kCrookedLevers},
    {DefectKind::kCutThrough,
     kWall,
     {"利坯利过了头，壁只剩 {value} 毫米，{limit} 毫米就透。",
      "Trimmed too deep: {value} mm of wall left, where {limit} is through."},
     kTooDeepLevers},
    {DefectKind::kTrimTorn,
     kOutside,
     {"坯还软就利，含水 {value}%，过 {limit}% 刀就带泥。",
      "Trimmed too soft: {value} % water; past {limit} % the tool drags."},
     kTooWetLevers},
    {DefectKind::kTrimChipped,
     kOutside,
     {"坯太干，一刀吃进 {value} 毫米，{limit} 毫米就崩。", "Trimmed too dry with a bite of {value} mm; {limit} chips."},
     kTooDryLevers},
    {DefectKind::kJointCrack,
     kJoint,
     {"接上时两边干湿不一，干下来收缩差了 {value}，这样的接口只经得起 {limit}。",
      "Joined when not equally damp, they shrank apart by a strain of {value}; this joint bears {limit}."},
     kJointLevers},
    {DefectKind::kHandleOval,
     kRim,
     {"把手的分量在火里把软了的口拉扁 {value} 毫米，{limit} 毫米以内看不出。",
      "In the fire the handle's weight drew the soft rim oval by {value} mm; up to {limit} nobody sees."},
     kHandleLevers},
    {DefectKind::kLidMisfit,
     kLid,
     {"盖和口干湿不一，收完差了 {value} 毫米，{limit} 毫米以内才合得上。",
      "Lid and mouth were not equally damp and shrank {value} mm apart; {limit} mm still fits."},
     kLidLevers},
};

constexpr LeverRow kLeverRows[] = {
    {kCarveShallower,
     "carve_shallower",
     "mm",
     {"刻得浅些：从 {from} 毫米减到 {to} 毫米。", "Carve {to} mm deep, not {from}."}},
    {kCarveLater,
     "carve_later",
     "h",
     {"下刀前在架上再晾 {to} 小时。", "Let it stand {to} h on the shelf before you carve."}},
    {kCarveSooner,
     "carve_sooner",
     "h",
     {"早点下刀：晾 {to} 小时就刻，别等到 {from} 小时。", "Carve after {to} h of drying, not {from}."}},
    {kCollarLess,
     "collar_less",
     "mm",
     {"收口一把少收些：手离轴心到 {to} 毫米就停，别收到 {from} 毫米。",
      "Collar less in one pass: to {to} mm from the middle, not {from}."}},
    {kTrimShallower,
     "trim_shallower",
     "mm",
     {"下刀浅些：刀退开 {to} 毫米。", "Keep the trimming tool {to} mm further off."}},
    {kMoreQuartz,
     "more_quartz",
     "parts",
     {"配釉多放石英：从 {from} 份加到 {to} 份。", "Weigh {to} parts of quartz into the glaze, not {from}."}},
    {kLessQuartz,
     "less_quartz",
     "parts",
     {"配釉少放石英：从 {from} 份减到 {to} 份。", "Weigh {to} parts of quartz into the glaze, not {from}."}},
    {kMoreFeldspar,
     "more_feldspar",
     "parts",
     {"配釉多放长石：从 {from} 份加到 {to} 份。", "Weigh {to} parts of feldspar into the glaze, not {from}."}},
    {kLessFeldspar,
     "less_feldspar",
     "parts",
     {"配釉少放长石：从 {from} 份减到 {to} 份。", "Weigh {to} parts of feldspar into the glaze, not {from}."}},
    {kWheelSlower,
     "wheel_slower",
     "rpm",
     {"轮子从最快 {from} 转降到 {to} 转（每分钟）。", "Turn the wheel at {to} rpm at most, not {from}."}},
    {kLessWater,
     "less_water",
     "ml",
     {"拉坯用水从 {from} 毫升减到 {to} 毫升。", "Throw with {to} ml of water, not {from}."}},
    {kMoreWater,
     "more_water",
     "ml",
     {"拉坯时多点水，一共 {to} 毫升，每两秒沾一次。",
      "Sponge on {to} ml more while throwing, a little every two seconds."}},
    {kStopEarlier,
     "stop_earlier",
     "s",
     {"见好就收：第 {to} 秒松手停轮，别等到第 {from} 秒。",
      "Stop while it is good: hands off and wheel still at {to} s, not {from}."}},
    {kPressFloor,
     "press_floor",
     "mm",
     {"里手把底压到 {to} 毫米高，原来停在 {from} 毫米。",
      "Press the inside down to {to} mm, where the hand stopped at {from}."}},
    {kWrapFirst, "wrap_first", "h", {"割下后先裹着晾 {to} 小时。", "Wrap it for {to} h before anything else."}},
    {kDryLonger,
     "dry_longer",
     "h",
     {"进窑前在架上再晾 {to} 小时。", "Dry it {to} h longer on the shelf before the kiln."}},
    {kCandle,
     "candle",
     "min",
     {"升到 90 ℃ 时守 {to} 分钟，让水慢慢走。", "Wait {to} min at 90 °C while the water leaves."}},
    {kSlowSteam,
     "slow_start",
     "°C/h",
     {"头一段升温从每小时 {from} ℃ 放慢到 {to} ℃。", "Climb the first stretch at {to} °C/h, not {from}."}},
    {kSlowQuartz,
     "slow_573",
     "°C/h",
     {"过 573 ℃ 那段从每小时 {from} ℃ 放慢到 {to} ℃。", "Pass 573 °C at {to} °C/h, not {from}."}},
    {kSlowCold,
     "slow_226",
     "°C/h",
     {"凉过 226 ℃ 那段从每小时 {from} ℃ 放慢到 {to} ℃。", "Cool through 226 °C at {to} °C/h, not {from}."}},
    {kPeakUp, "peak_up", "°C", {"顶温从 {from} ℃ 提到 {to} ℃。", "Fire to {to} °C, not {from}."}},
    {kPeakDown, "peak_down", "°C", {"顶温从 {from} ℃ 降到 {to} ℃。", "Fire to {to} °C, not {from}."}},
    {kHoldLonger,
     "hold_longer",
     "min",
     {"顶温多守一会儿：从 {from} 分钟到 {to} 分钟。", "Soak at the top for {to} min, not {from}."}},
    {kHoldShorter,
     "hold_shorter",
     "min",
     {"顶温少守一会儿：从 {from} 分钟减到 {to} 分钟。", "Soak at the top for {to} min, not {from}."}},
    {kAirHold,
     "air_hold",
     "min",
     {"880 ℃ 时给足气守 {to} 分钟，把炭烧尽。", "Wait {to} min in clean air at 880 °C until the carbon has burnt."}},
    {kSmokeLater,
     "smoke_later",
     "°C",
     {"还原晚一点：从 {from} ℃ 推到 {to} ℃ 再闷火。", "Start the reduction at {to} °C, not {from}."}},
    {kDipShorter, "dip_shorter", "s", {"浸釉从 {from} 秒减到 {to} 秒。", "Dip for {to} s, not {from}."}},
    {kDipAtAll, "dip", "s", {"进窑前浸 {to} 秒釉。", "Dip it in glaze for {to} s before the kiln."}},
    {kFuelUp, "fuel_up", "%", {"火大些：燃料从 {from}% 加到 {to}%。", "Feed it {to} % of its fuel, not {from}."}},
    {kFuelDown, "fuel_down", "%", {"火小些：燃料从 {from}% 减到 {to}%。", "Feed it {to} % of its fuel, not {from}."}},
    {kMuffleUp, "muffle_up", "°C", {"烤花从 {from} ℃ 提到 {to} ℃。", "Fire the enamels to {to} °C, not {from}."}},
    {kDryBefore, "dry_before", "h", {"动手前在架上再晾 {to} 小时。", "Dry it {to} h on the shelf before that work."}},
    {kDryLess,
     "dry_less",
     "h",
     {"动手前少晾些：从 {from} 小时减到 {to} 小时。", "Dry it {to} h before that work, not {from}."}},
    {kLeaveOut, "leave_out", "acts", {"惹祸的那一下别做（省去 {to} 步）。", "Leave out what did it ({to} steps)."}},
    {kPartDrier,
     "part_drier",
     "% wet",
     {"附件晾到含水 {to}% 再接，原来是 {from}%。", "Let the part dry to {to} % water before joining, not {from}."}},
    {kPartWetter,
     "part_wetter",
     "% wet",
     {"附件趁含水 {to}% 时接，别等到 {from}%。", "Join the part while it holds {to} % water, not {from}."}},
    {kPartBond,
     "score_and_slip",
     "steps",
     {"接口要划毛、抹泥浆，{to} 道都做，原来做了 {from} 道。",
      "Score the joint and brush on slip: both {to} steps, where {from} were done."}},
    {kPartLighter,
     "lighter_part",
     "mm",
     {"把手从 {from} 毫米厚减到 {to} 毫米。", "Make the handle {to} mm thick, not {from}."}},
    {kMuffleDown, "muffle_down", "°C", {"烤花从 {from} ℃ 降到 {to} ℃。", "Fire the enamels to {to} °C, not {from}."}},
};

}  // namespace

std::span<const DefectRow> defect_rows() {
  return kDefectRows;
}

std::span<const LeverRow> lever_rows() {
  return kLeverRows;
}

const DefectRow* defect_row(craft::DefectKind kind) {
  for (const DefectRow& row : kDefectRows) {
    if (row.kind == kind) return &row;
  }
  return nullptr;
}

const LeverRow& lever_row(LeverId lever) {
  const LeverRow* found = &kLeverRows[0];
  for (const LeverRow& row : kLeverRows) {
    if (row.lever == lever) found = &row;
  }
  assert(found->lever == lever);
  return *found;
}

}  // namespace sui::piece
