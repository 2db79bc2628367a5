#include "game/studio/kiln_levers.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/craft/kiln_numbers.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using craft::KilnKind;
using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr double kLogEveryS = 0.4;  // while the button is held
constexpr float kLabelTall = 24;

void label_under(Around& around, Rect area, std::string_view key) {
  Canvas& canvas = around.frame.canvas;
  auto label = on_scene(body_style(14, Align::kCentre));
  const std::string_view words = engine::say(around.strings, key);
  label = engine::fitted(canvas, words, label, area.w + 10);
  canvas.text(words, {area.x - 6, area.y + area.h + 4, area.w + 12, 0}, label);
}

void lever(Around& around, const char* id, Rect area, float& value, Icon icon, std::string_view key) {
  (void)engine::slider(around.frame.ui, id, area, value, icon);
  label_under(around, area, key);
}

void draw_logs(Canvas& canvas, Rect area, float thrown) {
  const Vec2 centre{area.x + area.w / 2, area.y + area.h / 2 - 8 * thrown};
  constexpr float kLog = 13;
  for (const Vec2 at : {Vec2{-kLog, kLog * 0.9f}, Vec2{kLog, kLog * 0.9f}, Vec2{0, -kLog * 0.85f}}) {
    const Vec2 end{centre.x + at.x, centre.y + at.y};
    canvas.circle(end, kLog, hex(0x6b4630));
    canvas.circle(end, kLog - 2.4f, hex(0xdcb27c));
    canvas.ring(end, kLog * 0.5f, 1.2f, 0, 1, hex(0xa97b48));
    canvas.circle(end, 1.6f, hex(0xa97b48));
  }
}

void stoke(Around& around, KilnLevers& levers, HandFire& fire, Rect area) {
  engine::Frame& frame = around.frame;
  for (engine::Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && area.contains(touch.start)) {
      touch.taken = true;
      levers.stoking = touch.id;
      levers.next_log_s = 0;
    }
    if (touch.id == levers.stoking && touch.ended) levers.stoking = kNoTouch;
  }
  const bool held = levers.stoking != kNoTouch;
  levers.next_log_s -= frame.dt_s;
  const bool landed = held && levers.next_log_s <= 0;
  if (landed) {
    throw_log(fire);
    levers.next_log_s = kLogEveryS;
    levers.thrown = 1;
    frame.audio.play(engine::Chime::kTap);
    around.app.vibrate(12);
  }
  levers.thrown = std::max(0.0f, levers.thrown - static_cast<float>(frame.dt_s) * 3);
  Canvas& canvas = frame.canvas;
  canvas.shadow({area.x + 1, area.y + 4, area.w - 2, area.h - 2}, 20, 9, hex(0x05070d, 0.2f));
  canvas.gradient(area, 20, hex(0xd9572b, held ? 0.5f : 0.24f), hex(0x141a28, 0.5f));
  canvas.outlined(area, 20, 1, hex(0xffffff, 0.3f));
  draw_logs(canvas, area, frame.ui.state.reduced_motion ? 0 : levers.thrown);
  label_under(around, area, "kiln.stoke");
}

void choose_section(Around& around, HandFire& fire) {
  engine::Frame& frame = around.frame;
  const int count = craft::kiln_zones(fire.burn.kind);
  for (int section = 0; section < count; ++section) {
    const Rect area = layout::kiln_section(frame.safe, section, count);
    const std::string id = "section" + std::to_string(section);
    if (engine::button(frame.ui, id, area, "", ButtonLook::kGlass)) fire.section = section;
    if (fire.section == section) frame.canvas.outlined(area, style::kRadius, 2, hex(style::kEmber));
    // Each section says how hot it is: a slope of five fires.
    const auto& zone = fire.burn.chamber.zones[static_cast<std::size_t>(section)];
    auto words = body_style(13, Align::kCentre);
    words.colour = hex(style::kPorcelain, fire.section == section ? 1.0f : 0.8f);
    const std::string heat = std::to_string(static_cast<int>(std::lround(zone.gas_c))) + "°";
    words = engine::fitted(frame.canvas, heat, words, area.w - 6);
    const float tall = frame.canvas.text_size(heat, 0, words).y;
    const auto glow = static_cast<float>(std::clamp((zone.gas_c - 450) / 800, 0.0, 1.0));
    const float bar = 3 + 3 * static_cast<float>(section == 0);
    frame.canvas.rounded({area.x + 10, area.y + area.h - 9, area.w - 20, bar}, 1.5f,
                         engine::mixed(hex(0x55443c), hex(0xffb45a), glow));
    frame.canvas.text(heat, {area.x, area.y + (area.h - tall) / 2 - 4, area.w, 0}, words);
  }
}

void mind_the_clock(Around& around, HandFire& fire) {
  engine::Frame& frame = around.frame;
  const Vec2 stop = layout::kiln_clock(frame.safe, 0), pace = layout::kiln_clock(frame.safe, 1);
  if (engine::icon_button(frame.ui, "pause", stop, 28, Icon::kNone, ButtonLook::kGlass)) fire.paused = !fire.paused;
  Canvas& canvas = frame.canvas;
  if (fire.paused) {
    canvas.triangle({stop.x - 7, stop.y - 10}, {stop.x - 7, stop.y + 10}, {stop.x + 11, stop.y},
                    hex(style::kPorcelain));
  } else {
    for (const float side : {-6.0f, 6.0f})
      canvas.line({stop.x + side, stop.y - 8}, {stop.x + side, stop.y + 8}, 4.5f, hex(style::kPorcelain));
  }
  if (engine::icon_button(frame.ui, "pace", pace, 28, Icon::kSpeed, ButtonLook::kGlass))
    fire.pace = (fire.pace + 1) % static_cast<int>(kPacesMinPerS.size());
  auto words = on_scene(body_style(12, Align::kCentre));
  const double minutes = kPacesMinPerS[static_cast<std::size_t>(fire.pace)];
  const std::string said =
      engine::fill(around.strings, "kiln.pace", {{"n", std::to_string(static_cast<int>(minutes))}});
  const float middle = (stop.x + pace.x) / 2;
  words = engine::fitted(canvas, said, words, 136);
  canvas.text(said, {middle - 68, stop.y + 32, 136, 0}, words);
}

}  // namespace

LeverWish drive_kiln(Around& around, KilnLevers& levers, HandFire& fire) {
  engine::Frame& frame = around.frame;
  const Rect safe = frame.safe;
  const KilnKind kiln = fire.burn.kind;
  const bool electric = kiln == KilnKind::kElectric, wood = craft::kiln_build(kiln).stoke_s > 0;
  const bool sections = kiln == KilnKind::kDragon;
  const int count = electric ? 2 : wood ? 4 : 3;
  const auto place = [&](int index) {
    Rect area = layout::kiln_lever(safe, index, count, sections);
    area.h -= kLabelTall;
    return area;
  };
  const bool was_out = fire.levers.fuel < 0.01f;
  lever(around, "fuel", place(0), fire.levers.fuel, Icon::kFlame,
        electric ? "kiln.current" : (wood ? "kiln.wood" : "kiln.gas_lever"));
  if (was_out && fire.levers.fuel >= 0.01f) {
    fire.paused = false;
    frame.audio.play(engine::Chime::kStamp);
  }
  lever(around, "air", place(1), fire.levers.air, Icon::kCloud, electric ? "kiln.vent" : "kiln.air_lever");
  if (!electric) lever(around, "damper", place(2), fire.levers.damper, Icon::kArrowUp, "kiln.damper");
  if (wood) stoke(around, levers, fire, place(3));
  if (sections) choose_section(around, fire);
  if (!fire.lit) return LeverWish::kNone;
  mind_the_clock(around, fire);
  const bool fired = met_fire(fire);
  const std::string_view ends = engine::say(around.strings, fired ? "kiln.put_out" : "kiln.take_out");
  if (!engine::button(frame.ui, "put-out", layout::kiln_end(safe), ends,
                      fired ? ButtonLook::kPrimary : ButtonLook::kGlass, fired ? Icon::kFlame : Icon::kUndo))
    return LeverWish::kNone;
  return fired ? LeverWish::kPutOut : LeverWish::kTakeOut;
}

}  // namespace sui::studio
