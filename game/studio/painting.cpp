#include "game/studio/painting.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/palette.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::ActKind;
using engine::ButtonLook;
using engine::Camera;
using engine::Canvas;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
namespace style = engine::style;

constexpr double kWidthLeastMm = 1.5, kWidthMostMm = 18;
constexpr int kWaterDark = 0, kWaterThin = 3;  // what the drop under the thumb goes between
constexpr double kLeanLeastPt = 12;
constexpr double kPointS = 1.0 / 40;   // a point at most this often
constexpr std::size_t kDabPoints = 8;  // so little may have been meant as the first of two fingers
constexpr float kSpinTurnsS = 0.42f;   // banding: slow enough to steer
constexpr float kStripTurnsPt = 1 / 420.0f;
constexpr double kPatternLeastRings = 6, kPatternUsualRings = 24;

bool is_dark(const Painting& painting) {
  return painting.water < kWaterThin;
}

double load_of(const Painting& painting) {
  return kFiveWaters[static_cast<std::size_t>(painting.water)];
}

uint32_t colour_of(const Painting& painting) {
  const Dish& dish = dish_of(painting.pigment);
  return is_dark(painting) ? dish.dark : dish.pale;
}

double brush_mm(const Painting& painting) {
  if (cuts(painting.tool)) return decor_mm(painting.tool, painting.size_0_1);
  return kWidthLeastMm + (kWidthMostMm - kWidthLeastMm) * painting.size_0_1 * painting.size_0_1;
}

Camera camera_of(const Pot& pot) {
  const Extent extent = extent_of(pot.look);
  Camera camera;
  camera.fov_y_deg = 28;
  const float distance = std::clamp(std::max(0.12f + extent.radius * 7.6f, 0.36f + extent.height * 2.95f), 0.55f, 1.9f);
  // A tall pot stands lower on the screen: its rim stays clear of what the duck says.
  const float tall = std::max(0.0f, extent.height - 0.13f);
  camera.target = {0, extent.height * 0.45f - distance * 0.045f + 0.35f * tall, 0};
  camera.eye = {0, camera.target.y + distance * 0.2f, distance};
  return camera;
}

// u on the pot itself: the wheel's turn is taken off, and the seam is walked over without a jump.
bool brush_on_pot(const Painting& painting, const Around& around, const Camera& camera, Vec2 at, double& u, double& v) {
  const engine::Ray ray = engine::ray_through(camera, around.frame.screen, at);
  double u_turn = 0;
  if (!ware::pick(around.pot.look, {0, 0, 0}, painting.turn, ray, u_turn, v)) return false;
  u = u_turn;
  if (painting.stroke_open) u = painting.u_last + std::remainder(u_turn - painting.u_last, 1.0);
  return true;
}

void begin_stroke(Painting& painting, Pot& pot) {
  painting.laid_segments = 0;
  painting.unsent_s = kPointS;
  if (carves(painting.tool)) {
    painting.stroke_open = studio::act(pot, carve_begin_act(painting.tool, painting.size_0_1));
    return;
  }
  Act act;
  act.kind = ActKind::kStrokeBegin;
  act.a = static_cast<int32_t>(painting.pigment);
  act.b = craft::to_fixed(brush_mm(painting), craft::kPerMm);
  act.c = craft::to_fixed(load_of(painting), craft::kPerLoad);
  painting.stroke_open = studio::act(pot, act);
}

void add_point(Painting& painting, Pot& pot, double u, double v, double pressure) {
  Act act;
  act.kind = ActKind::kStrokePoint;
  act.a = craft::to_fixed(u, craft::kPerTurn);
  act.b = craft::to_fixed(v, craft::kPerRing);
  act.c = craft::to_fixed(std::clamp(pressure, 0.05, 1.0), craft::kPerPressure);
  if (!studio::act(pot, act)) return;
  painting.u_last = u;
  if (carves(painting.tool)) return;  // cuts are laid whole, when the knife lifts
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  const craft::Stroke& stroke = workpiece.surface.strokes.back();
  craft::lay_stroke(stroke, workpiece.clay, painting.laid_segments, pot.pigment);
  painting.laid_segments = std::max(0, static_cast<int>(stroke.points.size()) - 1);
  pot.paint_changed = true;
}

void paint_with(Painting& painting, Around& around, const Camera& camera, const Touch& touch) {
  double u = 0, v = 0;
  if (!brush_on_pot(painting, around, camera, touch.at, u, v)) return;
  if (!painting.stroke_open) begin_stroke(painting, around.pot);
  if (!painting.stroke_open) return;
  painting.unsent_s += around.frame.dt_s;
  if (painting.unsent_s < kPointS) return;
  painting.unsent_s = 0;
  // A quick brush presses less: strokes taper by themselves.
  const double speed = std::hypot(touch.speed.x, touch.speed.y);
  const double pressure = touch.pressure < 0.999f ? touch.pressure : std::clamp(1.0 - speed / 2600.0, 0.35, 1.0);
  const double start = std::min(1.0, 0.45 + touch.held_s * 4);
  add_point(painting, around.pot, u, v, pressure * start);
  painting.brush_level = static_cast<float>(std::clamp(speed / 700.0 + (painting.spinning ? 0.4 : 0.0), 0.0, 1.0));
}

void lay_pattern(Painting& painting, Pot& pot) {
  double low = std::min(painting.pattern_from, painting.pattern_to),
         high = std::max(painting.pattern_from, painting.pattern_to);
  if (high - low < kPatternLeastRings) {  // a tap: as tall as such a band usually is
    low = painting.pattern_from - kPatternUsualRings / 2;
    high = low + kPatternUsualRings;
  }
  low = std::max(0.0, low);
  high = std::min<double>(craft::kRingCount, high);
  const auto pigment = painting.enamels ? craft::Pigment::kOwnColours : painting.pigment;
  Act act;
  act.kind = ActKind::kPattern;
  act.a = static_cast<int32_t>(*painting.pattern);
  act.b = craft::to_fixed(low, craft::kPerRing);
  act.c = craft::to_fixed(high, craft::kPerRing);
  act.d = static_cast<int32_t>(pigment) + 256 * craft::to_fixed(is_dark(painting) ? 0.9 : 0.4, craft::kPerLoad);
  if (!studio::act(pot, act)) return;
  ++painting.strokes;
  repaint(pot);
}

// A pattern in hand is drawn up the wall like a blind: from where the finger lands to where it lifts.
void draw_out_pattern(Painting& painting, Around& around, const Camera& camera, const Touch& touch) {
  double u = 0, v = 0;
  if (brush_on_pot(painting, around, camera, touch.at, u, v)) {
    if (touch.began) painting.pattern_from = v;
    painting.pattern_to = v;
    painting.pattern_drawn = true;
  }
  if (!touch.ended) return;
  if (painting.pattern_drawn) lay_pattern(painting, around.pot);
  painting.pattern_drawn = false;
}

void draw_pattern_band(const Painting& painting, Around& around, const Camera& camera) {
  if (!painting.pattern_drawn) return;
  for (const double v : {painting.pattern_from, painting.pattern_to}) {
    const auto k = static_cast<std::size_t>(std::clamp(v, 0.0, static_cast<double>(craft::kRingCount)));
    const craft::LookRing& ring = around.pot.look.rings[k];
    Vec2 last;
    for (int step = 0; step <= 24; ++step) {
      const float angle = (static_cast<float>(step) / 24 - 0.5f) * 3.14159265f;
      const engine::Vec3 at =
          metres(ring.outer_mm * 1.01f * std::sin(angle), ring.z_mm, ring.outer_mm * 1.01f * std::cos(angle));
      const Vec2 now = engine::project(camera, around.frame.screen, at);
      if (step > 0) around.frame.canvas.line(last, now, 2, hex(style::kEmber, 0.85f));
      last = now;
    }
  }
}

// What is done once where the finger lifts: a band, a wash, a stamp, a grain. A grain leans the way it was drawn.
void apply_tool(Painting& painting, Around& around, const Camera& camera, const Touch& touch) {
  double u = 0, v = 0;
  if (!touch.ended || !brush_on_pot(painting, around, camera, touch.start, u, v)) return;
  Pot& pot = around.pot;
  Act wanted;
  if (stamps(painting.tool)) {
    wanted = stamp_act(painting.tool, pot, u, v, painting.size_0_1, painting.spinning);
  } else if (painting.tool == DecorTool::kPierce) {
    const Vec2 drawn{touch.at.x - touch.start.x, touch.at.y - touch.start.y};
    const double long_enough = std::hypot(drawn.x, drawn.y);
    const double lean = std::atan2(static_cast<double>(drawn.x), static_cast<double>(-drawn.y)) / 6.283185307179586;
    wanted = pierce_act(u, v, painting.size_0_1, long_enough < kLeanLeastPt ? 0 : lean);
  } else if (painting.tool == DecorTool::kBand) {
    wanted = band_act(painting.pigment, v, brush_mm(painting), load_of(painting));
  } else {
    wanted = wash_act(painting.pigment, u, v, load_of(painting));
  }
  if (!studio::act(pot, wanted)) return say_now(painting.hint, "hint.decor.not_here");
  ++painting.strokes;
  repaint(pot);
  around.frame.audio.play(cuts(painting.tool) ? engine::Chime::kStamp : engine::Chime::kTap);
  if (const std::string_view fault = fault_of_last_cut(pot); cuts(painting.tool) && !fault.empty())
    say_now(painting.hint, fault);
}

// The knife's way so far, on the side that is seen.
void draw_open_cut(const Painting& painting, Around& around, const Camera& camera) {
  if (!painting.stroke_open || !carves(painting.tool)) return;
  const craft::Look& look = around.pot.look;
  const auto& points = around.pot.bench->workpiece.surface.strokes.back().points;
  Vec2 last;
  bool seen_last = false;
  for (const craft::StrokePoint& point : points) {
    const auto k = static_cast<std::size_t>(std::clamp(point.v_ring, 0.0, static_cast<double>(craft::kRingCount)));
    const craft::LookRing& ring = look.rings[k];
    const float angle = (static_cast<float>(point.u_turn) + painting.turn + look.turn) * 6.2831853f;
    const float toward_eye = -std::sin(angle);
    const Vec2 now = engine::project(
        camera, around.frame.screen,
        metres(ring.outer_mm * std::cos(angle), ring.z_mm + craft::stand_mm(look), ring.outer_mm * toward_eye));
    if (seen_last && toward_eye > 0) around.frame.canvas.line(last, now, 3, hex(0x2a221c, 0.55f));
    last = now;
    seen_last = toward_eye > 0;
  }
}

void turn_with(Painting& painting, const Touch& touch) {
  painting.turn += (touch.at.x - touch.last.x) * kStripTurnsPt;
  painting.turn_speed = touch.speed.x * kStripTurnsPt;
}

void undo_stroke(Painting& painting, Pot& pot) {
  end_stroke(painting, pot);
  Act act;
  act.kind = ActKind::kStrokeUndo;
  if (!studio::act(pot, act)) return;
  repaint(pot);
  --painting.strokes;
}

// Two fingers landing together move the eye; the dab the first of them made is taken back. Beside a brush that is at
// work the second only turns the wheel.
void move_view(Painting& painting, Around& around, const Camera& camera) {
  engine::Frame& frame = around.frame;
  const Rect space = layout::workspace(frame.safe);
  if (!holds_view(painting.view)) {
    const TwoFingers fingers = two_fingers(frame.input, space);
    const craft::Surface& surface = around.pot.bench->workpiece.surface;
    const std::size_t points = painting.stroke_open ? surface.strokes.back().points.size() : 0;
    if (fingers.first != nullptr && points <= kDabPoints) {
      if (painting.stroke_open) undo_stroke(painting, around.pot);
      painting.brush_touch = painting.turn_touch = kNoTouch;
      painting.pattern_drawn = false;
      take_view(painting.view, fingers);
    }
  }
  follow_view(painting.view, frame.input, camera, frame.screen, space, frame.dt_s, true);
  painting.turn += painting.view.turned;
}

void gestures(Painting& painting, Around& around, const Camera& camera) {
  engine::Frame& frame = around.frame;
  const Rect strip = layout::banding_strip(frame.safe), space = layout::workspace(frame.safe);
  const Touch* brush = nullptr;
  const Touch* turner = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.taken) continue;
    if (touch.began && strip.contains(touch.start)) {
      painting.turn_touch = touch.id;
    } else if (touch.began && space.contains(touch.start)) {
      double u = 0, v = 0;
      const bool hits = brush_on_pot(painting, around, camera, touch.at, u, v);
      const bool second = painting.brush_touch != kNoTouch;
      (second || !hits ? painting.turn_touch : painting.brush_touch) = touch.id;
    }
    if (touch.id == painting.brush_touch) brush = &touch;
    if (touch.id == painting.turn_touch) turner = &touch;
  }
  if (turner == nullptr || turner->ended) painting.turn_touch = kNoTouch;
  if (turner != nullptr) turn_with(painting, *turner);
  if (painting.pattern && brush != nullptr) {
    draw_out_pattern(painting, around, camera, *brush);
    if (brush->ended) painting.brush_touch = kNoTouch;
    return;
  }
  const bool once = painting.tool != DecorTool::kBrush && !carves(painting.tool);
  if (once && brush != nullptr) {
    apply_tool(painting, around, camera, *brush);
    if (brush->ended) painting.brush_touch = kNoTouch;
    return;
  }
  if (brush != nullptr && !brush->ended) paint_with(painting, around, camera, *brush);
  if (brush == nullptr || brush->ended) {
    painting.brush_touch = kNoTouch;
    end_stroke(painting, around.pot);
  }
}

constexpr float kDecorRadius = 23;

Icon shown_icon(DecorTool tool) {
  const Icon icon = name_of(tool).icon;
  return icon == Icon::kNone ? Icon::kTools : icon;
}

// Another tool in hand, or the pot turned over for its mark.
void take_up(Painting& painting, Pot& pot, DecorTool tool) {
  end_stroke(painting, pot);
  painting.pattern.reset();
  if (tool == DecorTool::kFootMark) {
    painting.mark = MarkDesk{true, painting.mark.text, painting.mark.frame, 0};
    return;
  }
  painting.tool = tool;
  say_now(painting.hint, name_of(tool).hint);
}

std::string_view hint_of(const Painting& painting) {
  if (painting.pattern) return "hint.pattern";
  if (painting.tool != DecorTool::kBrush) return name_of(painting.tool).hint;
  if (painting.strokes > 4) return "hint.paint.enough";
  if (painting.strokes > 0) return painting.spinning ? "hint.paint.band" : "hint.paint.turn";
  return painting.enamels ? "hint.enamel" : "hint.paint";
}

void controls(Painting& painting, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  engine::Ui& ui = frame.ui;
  const Rect safe = frame.safe;
  Pot& pot = around.pot;
  if (back_button(around)) {
    go.room = painting.enamels ? Room::kReveal : painting.leather_hard ? Room::kDrying : Room::kHome;
  }
  if (engine::icon_button(ui, "undo", layout::corner(safe, 0), layout::kRoundRadius, Icon::kUndo, ButtonLook::kGlass,
                          painting.strokes > 0) &&
      painting.strokes > 0) {
    undo_stroke(painting, pot);
  }
  engine::slider(ui, "size", brush_size_row(safe, painting.enamels), painting.size_0_1, Icon::kBrush);
  if (frame_palette(around, painting.enamels, painting.pigment)) {
    painting.pattern.reset();
    if (cuts(painting.tool)) painting.tool = DecorTool::kBrush;
    say_now(painting.hint, dish_of(painting.pigment).hint);
  }
  if (engine::icon_button(ui, "patterns", layout::corner(safe, 1), layout::kRoundRadius, Icon::kStar,
                          ButtonLook::kGlass, true, painting.pattern.has_value())) {
    end_stroke(painting, pot);
    painting.patterns.open = !painting.pattern.has_value();
    painting.pattern.reset();
  }
  if (engine::icon_button(ui, "dark", layout::tool(safe, 0), layout::kToolRadius, Icon::kDrop, ButtonLook::kGlass, true,
                          is_dark(painting))) {
    painting.water = is_dark(painting) ? kWaterThin : kWaterDark;
    say_now(painting.hint, is_dark(painting) ? "paint.dark" : "paint.wash");
  }
  if (engine::icon_button(ui, "spin", layout::tool(safe, 1), layout::kToolRadius, Icon::kWheel, ButtonLook::kGlass,
                          true, painting.spinning)) {
    painting.spinning = !painting.spinning;
  }
  if (around.in_lesson) return;
  if (!painting.enamels &&
      engine::icon_button(ui, "decor", layout::decor_tools(safe), kDecorRadius,
                          painting.tool == DecorTool::kBrush ? Icon::kTools : shown_icon(painting.tool),
                          ButtonLook::kGlass, true, painting.tool != DecorTool::kBrush)) {
    end_stroke(painting, pot);
    painting.decor.open = true;
  }
  if (painting.leather_hard) {
    if (engine::button(ui, "dry", layout::primary_beside_tools(safe), engine::say(around.strings, "decor.dry"),
                       ButtonLook::kPrimary, Icon::kCheck)) {
      go.room = Room::kDrying;
    }
    return;
  }
  const std::string_view next = painting.enamels ? "paint.kiln" : "paint.next";
  if (engine::button(ui, "glaze", layout::primary_beside_tools(safe), engine::say(around.strings, next),
                     ButtonLook::kPrimary, painting.enamels ? Icon::kFlame : Icon::kDrop)) {
    end_stroke(painting, pot);
    // Nothing painted, nothing to fire: the pot is as it came from the kiln.
    const bool bare = pot.bench->workpiece.stage == craft::Stage::kFired;
    go.room = painting.enamels ? (bare ? Room::kReveal : Room::kFiring) : Room::kGlazing;
  }
}

// The strip under the thumb: arrows either way and the notches of the wheel running past.
void draw_strip(const Painting& painting, Around& around) {
  const Rect strip = layout::banding_strip(around.frame.safe);
  Canvas& canvas = around.frame.canvas;
  const float middle = strip.x + strip.w / 2, y = strip.y + strip.h / 2;
  const float reach = strip.w / 2 - 26;
  for (int notch = 0; notch < 24; ++notch) {
    const float angle = (static_cast<float>(notch) / 24 - painting.turn * 1.0f) * 6.2831853f;
    const float depth = std::cos(angle);
    if (depth < 0.05f) continue;
    const float x = middle - std::sin(angle) * reach;
    canvas.line({x, y - 6 - 5 * depth}, {x, y + 6 + 5 * depth}, 1.6f, hex(style::kPorcelain, 0.55f * depth));
  }
  const engine::Colour pale = hex(style::kPorcelain, 0.8f);
  canvas.triangle({strip.x + 14, y}, {strip.x + 23, y - 7}, {strip.x + 23, y + 7}, pale);
  const float right = strip.x + strip.w;
  canvas.triangle({right - 14, y}, {right - 23, y - 7}, {right - 23, y + 7}, pale);
}

// What the brush would lay, at true size, at the slider's end.
void draw_brush_size(const Painting& painting, Around& around, const Camera& camera) {
  const Extent extent = extent_of(around.pot.look);
  const Vec2 a = engine::project(camera, around.frame.screen, {0, extent.height / 2, extent.radius});
  const Vec2 b = engine::project(camera, around.frame.screen,
                                 {static_cast<float>(brush_mm(painting) / 1000), extent.height / 2, extent.radius});
  const Rect row = brush_size_row(around.frame.safe, painting.enamels);
  const float radius = std::max(1.2f, (b.x - a.x) / 2);
  const Vec2 at{row.x + row.w - 28, row.y + row.h / 2};
  around.frame.canvas.circle(at, radius + 1.5f, hex(style::kPorcelain, 0.9f));
  around.frame.canvas.circle(at, radius, hex(colour_of(painting)));
}

}  // namespace

void enter(Painting& painting, Pot& pot) {
  const float size = painting.size_0_1;
  const int water = painting.water;
  const craft::Pigment pigment = painting.pigment;
  PatternSheet patterns = painting.patterns;
  patterns.open = false;
  patterns.openness = 0;
  painting = Painting{};
  painting.patterns = patterns;
  painting.size_0_1 = size;
  painting.enamels = craft::is_fired(pot.bench->workpiece.stage);
  painting.water = water;
  painting.leather_hard = pot.bench->workpiece.stage < craft::Stage::kBoneDry;
  if (painting.leather_hard) painting.tool = DecorTool::kKnife;
  painting.pigment = craft::is_enamel(pigment) == painting.enamels
                         ? pigment
                         : (painting.enamels ? craft::Pigment::kEnamelRed : craft::Pigment::kCobalt);
  const craft::Surface& surface = pot.bench->workpiece.surface;
  painting.strokes = static_cast<int>(surface.strokes.size() - surface.fired);
  repaint(pot);
}

void end_stroke(Painting& painting, Pot& pot) {
  if (!painting.stroke_open) return;
  painting.stroke_open = false;
  Act act;
  act.kind = ActKind::kStrokeEnd;
  (void)studio::act(pot, act);
  ++painting.strokes;
  if (!carves(painting.tool)) return refresh(pot, true);
  repaint(pot);
  if (const std::string_view fault = fault_of_last_cut(pot); !fault.empty()) say_now(painting.hint, fault);
}

Go frame(Painting& painting, Around& around) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  Go go;
  if (painting.mark.open) {
    if (studio::frame(painting.mark, around, painting.pigment, load_of(painting))) ++painting.strokes;
    return go;
  }
  const auto dt = static_cast<float>(frame.dt_s);
  const bool at_work = painting.patterns.openness < 0.3f && painting.decor.openness < 0.3f;
  if (at_work) move_view(painting, around, seen(painting.view, camera_of(pot)));
  const Camera camera = seen(painting.view, camera_of(pot));
  painting.brush_level = toward(painting.brush_level, 0, frame.dt_s, 8);
  const float wanted = painting.spinning ? kSpinTurnsS : 0;
  if (painting.turn_touch == kNoTouch) {
    painting.turn_speed = toward(painting.turn_speed, wanted, frame.dt_s, 2.4f);
    painting.turn += painting.turn_speed * dt;
  }
  if (at_work) gestures(painting, around, camera);
  if (pot.paint_changed) refresh(pot, true);

  show(frame.scene, pot, 96);
  frame.scene.begin(frame.screen, engine::Place::kPaper, camera, true);
  draw_banding_wheel(frame.scene, around.workshop, painting.turn);
  ware::draw(frame.scene, pot.shown, pot.look, {0, 0, 0}, painting.turn, 1);
  frame.scene.end();
  bottom_shade(around, 290, 0.62f);
  room_title(around,
             painting.enamels        ? "room.enamels"
             : painting.leather_hard ? "room.carving"
                                     : "room.painting",
             true);
  draw_strip(painting, around);
  duck_hint(around, painting.hint, hint_of(painting));
  controls(painting, around, go);
  draw_brush_size(painting, around, camera);
  draw_pattern_band(painting, around, camera);
  draw_open_cut(painting, around, camera);
  if (const auto tool = studio::frame(painting.decor, around, painting.tool, painting.water))
    take_up(painting, pot, *tool);
  if (const auto chosen = studio::frame(painting.patterns, around, painting.enamels)) painting.pattern = chosen;

  engine::Ambience sound;
  const bool scrapes = carves(painting.tool);
  sound.brush = painting.stroke_open && !scrapes ? painting.brush_level : 0;
  sound.clay = painting.stroke_open && scrapes ? 0.5f * painting.brush_level : 0;
  sound.clay_dry = sound.clay > 0 ? 0.8f : 0;
  sound.wheel_rpm = std::fabs(painting.turn_speed) * 60;
  sound.street = 0.1f;
  sound.music = engine::Mood::kCalm;
  frame.audio.ambience(sound);
  return go;
}

}  // namespace sui::studio
