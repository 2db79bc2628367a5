#include "game/studio/firing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "game/craft/kiln_numbers.h"
#include "game/craft/wares.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::ActKind;
using craft::KilnSample;
using craft::KilnSegment;
using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

// All three end near cone 10. Reduction from 1000 °C, as Jingdezhen fires its white: the last grey goes out of the
// body. facts C4.
constexpr std::array<KilnSegment, 4> kSlowFire = {
    {{80, 600, 0, 0}, {120, 1000, 20, 0}, {70, 1230, 0, 4}, {50, 1262, 25, 2}}};
constexpr std::array<KilnSegment, 3> kNormalFire = {{{120, 600, 0, 0}, {160, 1000, 10, 0}, {90, 1272, 20, 4}}};
// Fast, but the last water gets its half hour: a sound bone-dry pot of any usual floor stays well under the bursting
// limit.
constexpr std::array<KilnSegment, 3> kFastFire = {{{120, 180, 30, 0}, {380, 1000, 0, 0}, {300, 1290, 5, 4}}};

struct ScheduleCard {
  Schedule schedule;
  const char *name, *note;
};
constexpr ScheduleCard kOwnCard{Schedule::kOwn, "fire.own", "fire.own.note"};
constexpr std::array<ScheduleCard, 3> kCards = {{{Schedule::kSlow, "fire.slow", "fire.slow.note"},
                                                 {Schedule::kNormal, "fire.normal", "fire.normal.note"},
                                                 {Schedule::kFast, "fire.fast", "fire.fast.note"}}};

// The clear glaze lives in any of the three; every other ware has a fire of its own, offered first.
bool has_own_fire(craft::GlazeKind glaze) {
  return glaze != craft::GlazeKind::kClear && glaze != craft::GlazeKind::kMixed;
}

const ScheduleCard& card_at(std::size_t index, craft::GlazeKind glaze) {
  return index == 0 && has_own_fire(glaze) ? kOwnCard : kCards[index];
}

bool wants_smoke(const Firing& firing) {
  return has_own_fire(firing.glaze) && firing.kiln == craft::KilnKind::kElectric &&
         craft::ware_of(firing.glaze).co_pct >= 2;
}

// Where a pot stands if nobody says: the middle of an egg kiln, best for blue and white (facts C5), and of a dragon's
// slope; in a saggar, out of the ash.
struct KilnCard {
  craft::KilnKind kind;
  int place;
  double hotter_c;     // at the front than where the pot stands, at the top
  double soak_min;     // longer at the top, until a big kiln's middle and rear have followed
  double early_share;  // of the usual rate below 1000 °C: a smoky fire burns the clay's own carbon slowly
  const char *name, *hint;
};
constexpr std::array<KilnCard, layout::kKilnCount> kKilns = {
    {{craft::KilnKind::kElectric, 0, 0, 0, 1, "kiln.electric", "hint.kiln.electric"},
     {craft::KilnKind::kGas, 0, 0, 0, 1, "kiln.gas", "hint.kiln.gas"},
     {craft::KilnKind::kZhenyao, 1, 45, 80, 0.5, "kiln.zhenyao", "hint.kiln.zhenyao"},
     {craft::KilnKind::kDragon, 1, 0, 0, 0.4, "kiln.dragon", "hint.kiln.dragon"}}};

constexpr double kDoorShutsAt = 0.84;

const craft::Firing& fire_of(const Firing& firing, const Pot& pot) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  return firing.muffle ? workpiece.enamel_firing : workpiece.firing;
}

double curve_hours(const craft::Firing& fire) {
  return fire.curve.empty() ? 1 : std::max(0.1, fire.curve.back().hour);
}

KilnSample sample_at(const craft::Firing& fire, double film) {
  if (fire.curve.empty()) return KilnSample{0, 20, 20, 0};
  const double hour = film * curve_hours(fire);
  std::size_t above = 1;
  while (above < fire.curve.size() && fire.curve[above].hour < hour) ++above;
  if (above >= fire.curve.size()) return fire.curve.back();
  const KilnSample &low = fire.curve[above - 1], &high = fire.curve[above];
  const double t = high.hour > low.hour ? (hour - low.hour) / (high.hour - low.hour) : 0;
  return {hour, low.kiln_c + t * (high.kiln_c - low.kiln_c), low.ware_c + t * (high.ware_c - low.ware_c),
          low.co_pct + t * (high.co_pct - low.co_pct)};
}

double peak_film(const craft::Firing& fire) {
  return fire.curve.empty() ? 0.5 : peak_hour(fire) / curve_hours(fire);
}

constexpr double kPings_c = 300;  // where a glaze too tight for its body begins to give

float glow_at(double temp_c) {
  const auto t = static_cast<float>(std::clamp((temp_c - 520) / 780, 0.0, 1.0));
  return t * std::sqrt(t);
}

void start_film(Firing& firing, Around& around, double from) {
  Pot& pot = around.pot;
  firing.before = pot.look;
  refresh(pot, true);
  firing.after = pot.look;
  pot.look = firing.before;
  firing.after_shown = false;
  firing.film = from;
  firing.phase = Firing::Phase::kBurning;
}

std::vector<craft::Act> acts_of(const Firing& firing) {
  if (firing.muffle) return muffle_acts();
  return firing.biscuit ? biscuit_acts() : fire_acts(firing.chosen, firing.kiln, firing.glaze);
}

void light(Firing& firing, Around& around) {
  Pot& pot = around.pot;
  for (const craft::Act& wanted : acts_of(firing)) {
    if (studio::act(pot, wanted)) continue;
    say_now(firing.hint, "fire.refused");
    return;
  }
  start_film(firing, around, 0);
  around.frame.audio.play(engine::Chime::kStamp);
}

void run_film(Firing& firing, Around& around) {
  Pot& pot = around.pot;
  const craft::Firing& fire = fire_of(firing, pot);
  firing.film = std::min(1.0, firing.film + around.frame.dt_s / kFilmS);
  const Rect space = layout::workspace(around.frame.safe);
  for (const engine::Touch& touch : around.frame.input.touches) {
    if (touch.ended && touch.is_tap && !touch.taken && space.contains(touch.at)) firing.film = 1;
  }
  // The pot becomes what it will be while it is too bright to tell.
  if (!firing.after_shown && firing.film >= peak_film(fire)) {
    pot.look = firing.after;
    pot.paint_changed = true;
    firing.after_shown = true;
  }
  if (firing.film >= 1) firing.phase = Firing::Phase::kCold;
}

void draw_scene(const Firing& firing, Around& around) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  show(frame.scene, pot);
  pot.shown.material.glow = firing.glow;
  const Extent extent = extent_of(pot.look);
  // Close to the pot while it burns; back from the door when it shuts.
  const float open = eased(firing.door);
  const float near = std::clamp(std::max(0.3f + extent.radius * 7.0f, 0.42f + extent.height * 2.7f), 0.72f, 1.4f);
  engine::Camera camera;
  camera.fov_y_deg = 34;
  const float distance = near + (2.0f - near) * (1 - open);
  camera.target = {0, extent.height * 0.38f * open + 0.1f * (1 - open) - distance * 0.05f, 0};
  camera.eye = {0, camera.target.y + 0.17f * distance * open + 0.02f, distance};
  frame.scene.heat(firing.heat);
  frame.scene.begin(frame.screen, engine::Place::kKiln, camera, true);
  // The bricks hold a last warmth that the opening door lets out.
  const bool opens = firing.phase == Firing::Phase::kCold || firing.phase == Firing::Phase::kOpening;
  const float embers = opens ? 0.2f * (1 - open) : 0.0f;
  draw_kiln(frame.scene, around.workshop, firing.glow + embers, firing.door, std::max(firing.heat, 2 * embers));
  const float scale = std::min(1.0f, 0.36f / std::max(0.01f, std::max(extent.height, extent.radius * 1.9f)));
  if (firing.door > 0.01f) ware::draw(frame.scene, pot.shown, pot.look, {0, 0, 0}, 0.06f, scale);
  frame.scene.end();
  if (firing.glow > 0.02f) {
    const Rect screen = frame.screen;
    const Colour warm = hex(0xff8c3c, 0.20f * firing.glow), none = hex(0xff8c3c, 0);
    frame.canvas.gradient({screen.x, screen.y, screen.w, screen.h * 0.4f}, 0, none, warm);
    frame.canvas.gradient({screen.x, screen.y + screen.h * 0.4f, screen.w, screen.h * 0.35f}, 0, warm, none);
  }
}

// Temperature over time: the whole plan pale, what has passed in ember.
void draw_curve(const Firing& firing, Around& around) {
  const craft::Firing& fire = fire_of(firing, around.pot);
  const Rect c = layout::column(around.frame.safe);
  const Rect area{c.x + 28, layout::bottom(around.frame.safe) - 196, c.w - 56, 108};
  Canvas& canvas = around.frame.canvas;
  const auto spot = [&](const KilnSample& sample) {
    return Vec2{area.x + static_cast<float>(sample.hour / curve_hours(fire)) * area.w,
                area.y + area.h * (1 - static_cast<float>(std::clamp(sample.kiln_c / 1350, 0.0, 1.0)))};
  };
  for (const float level : {500.0f, 1000.0f}) {
    const float y = area.y + area.h * (1 - level / 1350);
    canvas.line({area.x, y}, {area.x + area.w, y}, 1, hex(style::kPorcelain, 0.1f));
    auto label = body_style(10);
    label.colour = hex(style::kPorcelain, 0.45f);
    canvas.text(std::to_string(static_cast<int>(level)) + "°", {area.x, y - 15, 0, 0}, label);
  }
  canvas.line({area.x, area.y + area.h}, {area.x + area.w, area.y + area.h}, 1, hex(style::kPorcelain, 0.25f));
  const KilnSample now = sample_at(fire, firing.film);
  for (std::size_t index = 1; index < fire.curve.size(); ++index) {
    const KilnSample &from = fire.curve[index - 1], &to = fire.curve[index];
    const bool past = to.hour <= now.hour;
    canvas.line(spot(from), spot(to), past ? 2.6f : 1.4f, past ? hex(style::kEmber) : hex(style::kPorcelain, 0.28f));
  }
  canvas.circle(spot(now), 9, hex(style::kEmber, 0.3f));
  canvas.circle(spot(now), 4.5f, hex(0xffd9b0));
  const std::string temperature = std::to_string(static_cast<int>(std::lround(now.kiln_c))) + " °C";
  canvas.text(temperature, {c.x, area.y - 62, c.w, 0}, on_scene(title_style(34, Align::kCentre)));
  const std::string hours =
      engine::fill(around.strings, "fire.hour", {{"n", std::to_string(static_cast<int>(now.hour))}});
  canvas.text(hours, {c.x, area.y + area.h + 10, c.w, 0}, on_scene(body_style(13, Align::kCentre)));
}

void draw_kilns(Firing& firing, Around& around) {
  engine::Frame& frame = around.frame;
  for (std::size_t index = 0; index < kKilns.size(); ++index) {
    const KilnCard& card = kKilns[index];
    const Rect area = layout::kiln_choice(frame.safe, static_cast<int>(index));
    const bool chosen = firing.kiln == card.kind;
    if (engine::button(frame.ui, card.name, area, "", ButtonLook::kGlass) && !chosen) {
      firing.kiln = card.kind;
      firing.kiln_told = true;
    }
    if (chosen) frame.canvas.outlined(area, style::kRadius, 2, hex(style::kEmber));
    auto name = body_style(15, Align::kCentre);
    name.colour = hex(style::kPorcelain, chosen ? 1.0f : 0.75f);
    const std::string_view called = engine::say(around.strings, card.name);
    name = engine::fitted(frame.canvas, called, name, area.w - 8);
    const float tall = frame.canvas.text_size(called, 0, name).y;
    frame.canvas.text(called, {area.x + 2, area.y + (area.h - tall) / 2, area.w - 4, 0}, name);
  }
}

// The plan as a little line: steep is fast.
void draw_plan(Canvas& canvas, const std::vector<KilnSegment>& plan, Rect area, bool chosen) {
  constexpr double kHours = 24;
  double hour = 0, temp_c = 20;
  Vec2 from{area.x + 20, area.y + 50};
  for (const KilnSegment& segment : plan) {
    if (segment.to_c < temp_c) break;  // the way down is not what is chosen between
    hour += (segment.to_c - temp_c) / segment.rate_c_h + segment.hold_min / 60;
    temp_c = segment.to_c;
    const Vec2 to{area.x + 20 + static_cast<float>(std::min(1.0, hour / kHours)) * (area.w - 40),
                  area.y + 50 - static_cast<float>(temp_c / 1310) * 32};
    canvas.line(from, to, 2, hex(chosen ? style::kEmber : style::kPorcelain, chosen ? 1 : 0.6f));
    from = to;
  }
}

void draw_cards(Firing& firing, Around& around) {
  engine::Frame& frame = around.frame;
  for (std::size_t index = 0; index < kCards.size(); ++index) {
    const ScheduleCard& card = card_at(index, firing.glaze);
    const Rect area = layout::choice(frame.safe, static_cast<int>(index));
    const bool chosen = firing.chosen == card.schedule;
    if (engine::button(frame.ui, card.name, area, "", ButtonLook::kGlass)) firing.chosen = card.schedule;
    if (chosen) frame.canvas.outlined(area, style::kRadius, 2, hex(style::kEmber));
    auto name = title_style(17, Align::kCentre);
    name.colour = hex(style::kPorcelain);
    const std::string_view called = engine::say(around.strings, card.name);
    name = engine::fitted(frame.canvas, called, name, area.w - 18);
    frame.canvas.text(called, {area.x + 4, area.y + 58, area.w - 8, 0}, name);
    auto note = body_style(12, Align::kCentre);
    note.colour = hex(style::kPorcelain, 0.8f);
    note.line_height = 1.3f;
    const std::string_view more = engine::say(around.strings, card.note);
    note = engine::fitted(frame.canvas, more, note, area.w - 14, area.h - 89);
    frame.canvas.text(more, {area.x + 7, area.y + 83, area.w - 14, 0}, note);
    draw_plan(frame.canvas, firing.plans[static_cast<std::size_t>(card.schedule)], area, chosen);
  }
}

const KilnCard& card_of(craft::KilnKind kiln) {
  return *std::find_if(kKilns.begin(), kKilns.end(), [kiln](const KilnCard& card) { return card.kind == kiln; });
}

void choose_by_hand(Firing& firing, Around& around) {
  const Rect area = layout::kiln_by_hand(around.frame.safe);
  if (!engine::button(around.frame.ui, "by-hand", area, engine::say(around.strings, "kiln.by_hand"), ButtonLook::kGlass,
                      engine::Icon::kHand))
    return;
  firing.hand = hand_fire(around.pot, firing.kiln, card_of(firing.kiln).place);
  firing.face = KilnFace{};
  firing.levers = KilnLevers{};
  firing.phase = Firing::Phase::kByHand;
}

// An unfinished fire is taken up in its own kiln: the making does not say which until it is over.
void remember_kiln(Firing& firing, Around& around) {
  const auto kiln = static_cast<int>(firing.hand.burn.kind);
  if (around.shelf.settings.kiln_by_hand == kiln) return;
  around.shelf.settings.kiln_by_hand = kiln;
  const auto kept = shelf::keep_settings(around.app.files(), around.shelf);
  if (!kept) tell_not_kept(around, kept.error());
}

void end_by_hand(Firing& firing, Around& around) {
  const double lit_h = read_fire(firing.hand).hour;
  if (!put_out(firing.hand, around.pot)) return say_now(firing.hint, "fire.refused");
  firing.kiln = firing.hand.burn.kind;
  start_film(firing, around, std::min(0.9, lit_h / curve_hours(fire_of(firing, around.pot))));
  firing.glow = firing.face.glow;
  firing.heat = firing.face.heat;
  around.frame.audio.play(engine::Chime::kStamp);
}

engine::Ambience sound_of_fire(const Firing& firing) {
  engine::Ambience sound;
  const craft::Chamber& chamber = firing.hand.burn.chamber;
  const auto draught = static_cast<float>(chamber.burning_kw / craft::kiln_build(chamber.kind).heat_kw_max);
  sound.fire = firing.hand.paused ? 0.1f : 0.1f + 0.5f * std::min(1.0f, draught) + 0.5f * firing.face.glow;
  sound.wood = craft::kiln_build(chamber.kind).stoke_s > 0 ? 1.0f : 0.0f;
  sound.music = engine::Mood::kKiln;
  return sound;
}

Go frame_by_hand(Firing& firing, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  HandFire& hand = firing.hand;
  const bool was_lit = hand.lit;
  burn_on(hand, around.pot, frame.dt_s);
  if (hand.lit && !was_lit) remember_kiln(firing, around);
  const FireReading reading = read_fire(hand);
  follow(firing.face, reading, frame.dt_s);
  draw_face(around, firing.face, reading);
  draw_hand_curve(around, hand, reading);
  room_title(around, "kiln.by_hand");
  const bool leaves = back_button(around);
  if (leaves && hand.lit) go.room = Room::kHome;
  if (leaves && !hand.lit) firing.phase = Firing::Phase::kChoosing;
  const LeverWish wish = drive_kiln(around, firing.levers, hand);
  duck_hint(around, firing.hint, words_for(reading, hand.burn.kind), reading.advice == FireAdvice::kRipe);
  frame.audio.ambience(sound_of_fire(firing));
  if (wish == LeverWish::kTakeOut && take_out_again(hand, around.pot)) firing.phase = Firing::Phase::kChoosing;
  if (wish == LeverWish::kPutOut) end_by_hand(firing, around);
  return go;
}

}  // namespace

std::vector<KilnSegment> schedule_of(Schedule schedule, craft::GlazeKind glaze) {
  switch (schedule) {
    case Schedule::kSlow:
      return {kSlowFire.begin(), kSlowFire.end()};
    case Schedule::kFast:
      return {kFastFire.begin(), kFastFire.end()};
    case Schedule::kOwn:
      return has_own_fire(glaze) ? craft::own_schedule(craft::ware_of(glaze))
                                 : std::vector<KilnSegment>{kNormalFire.begin(), kNormalFire.end()};
    case Schedule::kNormal:
      break;
  }
  return {kNormalFire.begin(), kNormalFire.end()};
}

std::vector<craft::Act> fire_acts(Schedule schedule, craft::KilnKind kiln, craft::GlazeKind glaze) {
  std::vector<craft::Act> acts;
  const KilnCard& card = kKilns[static_cast<std::size_t>(kiln)];
  const std::vector<KilnSegment> plan = schedule_of(schedule, glaze);
  double hottest_c = 0, before_c = 0;
  for (const KilnSegment& segment : plan) hottest_c = std::max(hottest_c, segment.to_c);
  for (const KilnSegment& segment : plan) {
    const bool top = segment.to_c > 1000, cooling = segment.to_c < before_c;
    const bool arrives = segment.to_c == hottest_c && before_c < hottest_c;
    before_c = segment.to_c;
    acts.push_back(
        craft::act_of(ActKind::kKilnSegment,
                      craft::to_fixed(segment.rate_c_h * (top || cooling ? 1 : card.early_share), craft::kPerCelsius),
                      craft::to_fixed(segment.to_c + (top ? card.hotter_c : 0), craft::kPerCelsius),
                      static_cast<int32_t>(segment.hold_min + (arrives ? card.soak_min : 0)),
                      craft::to_fixed(segment.co_pct, craft::kPerCoPct)));
  }
  acts.push_back(craft::act_of(ActKind::kFire, static_cast<int32_t>(kiln), card.place));
  return acts;
}

std::vector<craft::Act> biscuit_acts() {
  return {craft::act_of(ActKind::kKilnSegment, craft::to_fixed(80, craft::kPerCelsius),
                        craft::to_fixed(600, craft::kPerCelsius), 0, 0),
          craft::act_of(ActKind::kKilnSegment, craft::to_fixed(120, craft::kPerCelsius),
                        craft::to_fixed(930, craft::kPerCelsius), 20, 0),
          craft::act_of(ActKind::kFire, static_cast<int32_t>(craft::KilnKind::kElectric), 0)};
}

std::vector<craft::Act> muffle_acts() {
  return {craft::act_of(ActKind::kKilnSegment, craft::to_fixed(150, craft::kPerCelsius),
                        craft::to_fixed(780, craft::kPerCelsius), 20, 0),
          craft::act_of(ActKind::kFire, static_cast<int32_t>(craft::KilnKind::kElectric), 0)};
}

void enter(Firing& firing, Pot& pot, craft::KilnKind lit_by_hand) {
  firing = Firing{};
  firing.muffle = pot.bench->workpiece.stage == craft::Stage::kEnamelled;
  firing.biscuit = pot.bench->workpiece.stage == craft::Stage::kBoneDry;
  firing.glaze = pot.bench->workpiece.glaze.kind;
  if (has_own_fire(firing.glaze)) {
    firing.chosen = Schedule::kOwn;
    if (wants_smoke(firing)) firing.kiln = craft::KilnKind::kGas;
  }
  for (std::size_t index = 0; index < firing.plans.size(); ++index)
    firing.plans[index] = schedule_of(static_cast<Schedule>(index), firing.glaze);
  repaint(pot);
  firing.before = pot.look;
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  if (workpiece.drives.empty()) return;
  firing.kiln = lit_by_hand;
  // Logs cannot have been thrown into a kiln that burns none, whatever the settings remember.
  if (!workpiece.stokes.empty() && craft::kiln_build(firing.kiln).stoke_s <= 0) firing.kiln = craft::KilnKind::kDragon;
  firing.hand = hand_fire(pot, firing.kiln, card_of(firing.kiln).place);
  firing.phase = Firing::Phase::kByHand;
}

void note_the_minute(Firing& firing, Pot& pot) {
  if (firing.phase == Firing::Phase::kByHand) note_the_minute(firing.hand, pot);
}

double peak_hour(const craft::Firing& fire) {
  const auto peak = std::max_element(fire.curve.begin(), fire.curve.end(),
                                     [](const KilnSample& a, const KilnSample& b) { return a.ware_c < b.ware_c; });
  return peak == fire.curve.end() ? 0 : peak->hour;
}

bool is_driven(const Firing& firing) {
  return firing.phase == Firing::Phase::kByHand && firing.hand.lit && !firing.hand.paused;
}

Go frame(Firing& firing, Around& around) {
  if (firing.phase == Firing::Phase::kByHand) return frame_by_hand(firing, around);
  engine::Frame& frame = around.frame;
  Go go;
  const craft::Firing& fire = fire_of(firing, around.pot);
  if (firing.phase == Firing::Phase::kBurning) run_film(firing, around);
  const bool burning = firing.phase == Firing::Phase::kBurning;
  const float goal = burning ? glow_at(sample_at(fire, firing.film).ware_c) : 0;
  firing.glow = toward(firing.glow, goal, frame.dt_s, 9);
  // The coils outshine the day long before the pot glows.
  const double coils_c = burning ? sample_at(fire, firing.film).kiln_c : 0;
  firing.heat = toward(firing.heat, static_cast<float>(std::clamp((coils_c - 150) / 550, 0.0, 1.0)), frame.dt_s, 5);
  // It is shut while the last heat goes: nobody sees the pot before the door is opened.
  const bool shut = firing.phase == Firing::Phase::kCold || (burning && firing.film > kDoorShutsAt);
  if (shut) firing.door = std::max(0.0f, firing.door - static_cast<float>(frame.dt_s) / 0.9f);
  draw_scene(firing, around);
  top_shade(around);
  bottom_shade(around, 340, 0.75f);
  room_title(around, "room.firing");

  std::string_view hint = "";
  if (firing.phase == Firing::Phase::kChoosing) {
    hint = wants_smoke(firing) ? "hint.fire.wants_smoke"
           : firing.kiln_told  ? kKilns[static_cast<std::size_t>(firing.kiln)].hint
                               : "hint.fire.choose";
    if (back_button(around)) go.room = firing.muffle ? Room::kPainting : Room::kHome;
    if (go.room && firing.biscuit) go.room = Room::kGlazing;
    if (firing.muffle || firing.biscuit) {
      hint = firing.muffle ? "hint.fire.muffle" : "hint.fire.biscuit";
    } else {
      draw_kilns(firing, around);
      draw_cards(firing, around);
      choose_by_hand(firing, around);
    }
    const char* lights = firing.muffle ? "fire.muffle" : firing.biscuit ? "fire.biscuit" : "fire.light";
    if (engine::button(frame.ui, "light", layout::primary(frame.safe), engine::say(around.strings, lights),
                       ButtonLook::kPrimary, engine::Icon::kFlame)) {
      light(firing, around);
    }
  } else if (burning) {
    hint = firing.film < peak_film(fire) ? "hint.fire.rising" : "hint.fire.cooling";
    draw_curve(firing, around);
  } else if (firing.phase == Firing::Phase::kCold) {
    hint = "hint.fire.open";
    if (!around.in_lesson && engine::button(frame.ui, "open", layout::primary(frame.safe),
                                            engine::say(around.strings, "fire.open"), ButtonLook::kPrimary)) {
      firing.phase = Firing::Phase::kOpening;
      frame.audio.play(engine::Chime::kDoor);
    }
  } else {
    firing.door = std::min(1.0f, firing.door + static_cast<float>(frame.dt_s) / 1.3f);
    if (firing.door >= 1)
      go.room = around.pot.bench->workpiece.stage == craft::Stage::kBiscuit ? Room::kGlazing : Room::kReveal;
  }
  duck_hint(around, firing.hint, hint);

  engine::Ambience sound;
  sound.fire = 0.15f * static_cast<float>(burning) + firing.glow;
  const bool of_wood = firing.kiln == craft::KilnKind::kZhenyao || firing.kiln == craft::KilnKind::kDragon;
  sound.wood = of_wood && !firing.muffle ? 1.0f : 0.0f;
  const bool cooled = burning && firing.film > peak_film(fire) && sample_at(fire, firing.film).ware_c < kPings_c;
  if (cooled || firing.phase == Firing::Phase::kCold) sound.ping = std::sqrt(firing.after.crackle);
  // Before the pot is seen there is nothing to hear but the door.
  if (firing.phase != Firing::Phase::kOpening) sound.music = engine::Mood::kKiln;
  frame.audio.ambience(sound);
  return go;
}

}  // namespace sui::studio
