#include "game/studio/reveal.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/piece/limits.h"
#include "game/studio/card.h"
#include "game/studio/feel.h"
#include "game/studio/layout.h"
#include "game/studio/titles.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
namespace style = engine::style;

constexpr double kPingsS = 12;                       // until the last hair cracks
constexpr double kDarkS = 0.9, kLightS = 1.8;        // the lights come on after a held breath
constexpr double kRingsAfterS = 0.7;                 // when the lights hold
constexpr double kSpeaksAfterS = 0.8, kSpeaksS = 4;  // the pot is looked at first, and is not covered for long

void suggest(Reveal& reveal, Around& around) {
  const auto fingerprint = piece::fingerprint(around.pot.bench->making);
  reveal.suggested = title_for(around.strings, vessel_of(around.pot.measures), fingerprint, reveal.suggestion);
}

engine::Camera camera_of(const Reveal& reveal, const Pot& pot) {
  const Extent extent = extent_of(pot.look);
  engine::Camera camera;
  camera.fov_y_deg = 26;
  const float distance = std::max(0.28f + extent.radius * 7.4f, 0.32f + extent.height * 3.1f);
  const float drift = reveal.still ? 1.0f : 1.06f - 0.06f * eased(static_cast<float>(reveal.since_s / 5));
  camera.target = {0, extent.height * 0.5f - distance * 0.075f, 0};
  camera.eye = {0, camera.target.y + distance * 0.2f, distance * drift};
  return seen(reveal.view, reveal.turned_over ? over_the_foot(camera) : camera);
}

void turn_by_hand(Reveal& reveal, Around& around) {
  engine::Frame& frame = around.frame;
  const Rect space{frame.screen.x, frame.safe.y + 92, frame.screen.w, layout::title_field(frame.safe).y - 250};
  const TwoFingers fingers = two_fingers(frame.input, space);
  if (!holds_view(reveal.view) && fingers.first != nullptr) {
    take_view(reveal.view, fingers);
    reveal.touch = kNoTouch;
  }
  follow_view(reveal.view, frame.input, camera_of(reveal, around.pot), frame.screen, space, frame.dt_s, true);
  reveal.turn += reveal.view.turned;
  const Touch* holding = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && space.contains(touch.start)) reveal.touch = touch.id;
    if (touch.id != reveal.touch) continue;
    holding = &touch;
    if (touch.ended && touch.is_tap) {
      frame.audio.strike(ware::ring_of(around.pot.look), 0.9f);
      around.app.vibrate(feel_ms(Touched::kRing));
      reveal.ring_wave = frame.ui.state.reduced_motion ? 0.0f : 1.0f;
      reveal.rung_at = touch.at;
    }
  }
  if (holding == nullptr || holding->ended) {
    reveal.touch = kNoTouch;
    reveal.turn_speed = toward(reveal.turn_speed, reveal.still || reveal.turned_over ? 0.0f : 0.06f, frame.dt_s, 1.2f);
    reveal.turn += reveal.turn_speed * static_cast<float>(frame.dt_s);
    return;
  }
  reveal.turn += (holding->at.x - holding->last.x) / 420;
  reveal.turn_speed = holding->speed.x / 420;
}

// The case's strip lights strike twice before they hold: the pot is guessed before it is seen.
float darkness(double since_s, bool still) {
  const double lit_s = since_s - kDarkS;
  if (lit_s < 0) return 1;
  if (still) return 1 - eased(static_cast<float>(lit_s / kLightS));
  constexpr double kHoldsAfterS = 0.62;
  struct Strike {
    double from_s, to_s;
    float dark;
  };
  for (const Strike& strike : {Strike{0, 0.07, 0.55f}, Strike{0.34, 0.40, 0.42f}}) {
    if (lit_s >= strike.from_s && lit_s < strike.to_s) return strike.dark;
  }
  if (lit_s < kHoldsAfterS) return 0.97f;
  return 0.97f * (1 - eased(static_cast<float>((lit_s - kHoldsAfterS) / (kLightS - kHoldsAfterS))));
}

void draw_scene(const Reveal& reveal, Around& around) {
  engine::Frame& frame = around.frame;
  around.pot.shown.upturned = reveal.turned_over;
  show(frame.scene, around.pot, 96);
  frame.scene.begin(frame.screen, engine::Place::kVitrine, camera_of(reveal, around.pot), true);
  draw_plinth(frame.scene, around.workshop);
  if (reveal.turned_over) {
    ware::draw_upturned(frame.scene, around.pot.shown, around.pot.look, {0, 0, 0}, reveal.turn - around.pot.look.turn);
  } else {
    ware::draw(frame.scene, around.pot.shown, around.pot.look, {0, 0, 0}, reveal.turn, 1);
  }
  around.pot.shown.upturned = false;
  frame.scene.end();

  Canvas& canvas = frame.canvas;
  if (reveal.ring_wave > 0) {
    for (int wave = 0; wave < 3; ++wave) {
      const float t = 1 - reveal.ring_wave - 0.12f * static_cast<float>(wave);
      if (t > 0) canvas.ring(reveal.rung_at, 16 + 150 * t, 1.6f, 0, 1, hex(style::kPorcelain, 0.5f * (1 - t)));
    }
  }
  const float dark = darkness(reveal.since_s, frame.ui.state.reduced_motion);
  if (dark > 0.001f) canvas.rect(frame.screen, Colour{0.02f, 0.02f, 0.025f, dark});
}

void draw_words(const Reveal& reveal, Around& around) {
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  const Rect c = layout::column(frame.safe);
  const float arrive = eased(static_cast<float>((reveal.since_s - kDarkS - kLightS * 0.7) / 0.8));
  if (arrive <= 0) return;
  const float lift = (1 - arrive) * 12;
  float y = layout::title_field(frame.safe).y - 62 + lift;
  auto facts = body_style(14, Align::kCentre);
  facts.colour = hex(style::kPorcelain, 0.92f * arrive);
  facts.letter_spacing = 0.2f;
  const std::string line = facts_line(around.strings, around.pot.measures, workpiece.firing.cone);
  facts = engine::fitted(canvas, line, facts, c.w - 40);
  canvas.text(line, {c.x + 20, y, c.w - 40, 0}, facts);

  auto kind = body_style(14, Align::kCentre);
  kind.colour = hex(style::kPorcelain, 0.78f * arrive);
  kind.line_height = 1.45f;
  if (workpiece.defects.empty()) {
    y -= 34;
    auto whole = title_style(18, Align::kCentre);
    whole.colour = hex(style::kCeladon, arrive);
    canvas.text(engine::say(around.strings, "reveal.whole"), {c.x + 30, y, c.w - 60, 0}, whole);
    return;
  }
  // At most two causes: a list of faults helps nobody.
  const std::size_t told = std::min<std::size_t>(2, workpiece.defects.size());
  for (std::size_t index = 0; index < told; ++index) {
    const craft::Defect& defect = workpiece.defects[told - 1 - index];
    const std::string why = told_kindly(around.strings, defect);
    const Vec2 size = canvas.text_size(why, c.w - 72, kind);
    y -= size.y + 10;
    canvas.text(why, {c.x + 36, y, c.w - 72, 0}, kind);
    const std::string key = std::string("defect.") + craft::defect_id(defect.kind);
    auto name = title_style(17, Align::kCentre);
    name.colour = hex(0xf0a07c, arrive);
    y -= 28;
    canvas.text(engine::say(around.strings, key), {c.x + 30, y, c.w - 60, 0}, name);
  }
}

void keep(Reveal& reveal, Around& around, Go& go) {
  Pot& pot = around.pot;
  piece::seal(*pot.bench);
  piece::Record record;
  record.making = pot.bench->making;
  record.title = reveal.title.empty() ? reveal.suggested : reveal.title;
  piece::sign(record, around.shelf.keys);
  const auto kept =
      shelf::add_piece(around.app.files(), around.shelf, record, pot.bench->workpiece, around.app.wall_clock_ms());
  if (!kept) {
    tell_not_kept(around, kept.error());
    return;
  }
  (void)shelf::clear_bench(around.app.files());
  ware::hide(around.frame.scene, pot.shown);
  pot.bench.reset();
  around.frame.audio.play(engine::Chime::kStamp);
  around.app.vibrate(feel_ms(Touched::kSeal));
  around.app.keyboard(false, {});
  go.room = Room::kShelf;
}

// Glad of a whole pot, kind about a cracked one; the pot's own making says which line.
void hear_companion(Reveal& reveal, Around& around) {
  if (around.workshop.companion == nullptr) return;
  const engine::CompanionLines& lines = lines_of(*around.workshop.companion, around.strings.language);
  const bool whole = around.pot.bench->workpiece.defects.empty();
  const std::string& words =
      engine::line_of(whole ? lines.cheers : lines.consoles, around.pot.bench->making.acts.size());
  around.workshop.happening.proud = whole;
  const bool speaks = reveal.since_s < kDarkS + kLightS + kSpeaksAfterS + kSpeaksS;
  static const std::string kSilence;
  companion_says(around, reveal.speech, speaks ? words : kSilence, false);
}

void share(const Reveal& reveal, Around& around) {
  const Pot& pot = around.pot;
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  share_card(around, {pot.look, pot.shown, reveal.title.empty() ? reveal.suggested : reveal.title,
                      around.shelf.nickname, facts_line(around.strings, pot.measures, workpiece.firing.cone),
                      piece::fingerprint(pot.bench->making), reveal.turn});
}

// The mark reads upright as it comes over.
void turn_over(Reveal& reveal, Around& around) {
  if (!shows_its_foot(around.pot.look)) return;
  if (!engine::icon_button(around.frame.ui, "over", layout::turn_over(around.frame.safe), layout::kRoundRadius,
                           engine::Icon::kTurnOver, ButtonLook::kGlass, true, reveal.turned_over))
    return;
  reveal.turned_over = !reveal.turned_over;
  if (reveal.turned_over) reveal.turn = reveal.turn_speed = 0;
  around.frame.audio.play(engine::Chime::kTap);
}

void name_it(Reveal& reveal, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  const Rect field = layout::title_field(frame.safe);
  const Rect typed{field.x, field.y, field.w - 64, field.h};
  engine::text_field(frame.ui, "title", typed, reveal.title, piece::kNameBytesMax, reveal.suggested);
  around.app.keyboard(frame.ui.state.focused_id != 0, typed);
  if (engine::icon_button(frame.ui, "another", {field.x + field.w - 26, field.y + field.h / 2}, 26, engine::Icon::kStar,
                          ButtonLook::kGlass)) {
    ++reveal.suggestion;
    reveal.title.clear();
    suggest(reveal, around);
  }
  if (engine::button(frame.ui, "keep", layout::primary(frame.safe), engine::say(around.strings, "reveal.keep"),
                     ButtonLook::kPrimary, engine::Icon::kShelf)) {
    keep(reveal, around, go);
  }
  if (engine::icon_button(frame.ui, "share", layout::share_at_reveal(frame.safe), layout::kRoundRadius,
                          engine::Icon::kShare, ButtonLook::kGlass)) {
    share(reveal, around);
  }
  // Glazed and whole, it may be painted once more, over the glaze.
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  if (workpiece.glaze.outside && !workpiece.fallen && workpiece.firings < craft::kFiringsMax &&
      engine::icon_button(frame.ui, "enamel", layout::corner(frame.safe, 0), layout::kRoundRadius, engine::Icon::kBrush,
                          engine::ButtonLook::kGlass)) {
    go.room = Room::kPainting;
  }
}

}  // namespace

std::string told_kindly(const engine::Strings& strings, const craft::Defect& defect) {
  const std::string key = std::string("defect.") + craft::defect_id(defect.kind) + ".why";
  // Strains are told in percent: nobody thinks in hundredths.
  const bool strain = defect.kind == craft::DefectKind::kRimCrack || defect.kind == craft::DefectKind::kFolded ||
                      defect.kind == craft::DefectKind::kJointCrack;
  const double scale = strain ? 100 : 1;
  return engine::fill(strings, key,
                      {{"value", engine::number(strings, defect.value * scale, 1)},
                       {"limit", engine::number(strings, defect.limit * scale, 1)}});
}

std::string facts_line(const engine::Strings& strings, const craft::Measures& measures, double cone) {
  const long rounded = std::lround(cone);
  // Potters write cone 06 for what lies below 1.
  const std::string cone_text = (rounded < 0 ? "0" : "") + std::to_string(std::labs(rounded));
  return engine::fill(strings, "reveal.facts",
                      {{"height", engine::number(strings, measures.height_mm / 10, 1)},
                       {"width", engine::number(strings, measures.max_diameter_mm / 10, 1)},
                       {"capacity", std::to_string(std::lround(measures.capacity_ml))},
                       {"cone", cone_text}});
}

void enter(Reveal& reveal, Around& around) {
  reveal = Reveal{};
  around.pot.shown.material.glow = 0;  // whatever fire it comes from is out
  reveal.still = around.frame.ui.state.reduced_motion;
  repaint(around.pot);
  suggest(reveal, around);
}

Go frame(Reveal& reveal, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  const double before = reveal.since_s;
  reveal.since_s += frame.dt_s;
  reveal.ring_wave = std::max(0.0f, reveal.ring_wave - static_cast<float>(frame.dt_s) * 0.9f);
  // It rings once by itself as the light comes: 叮.
  if (before < kDarkS + kRingsAfterS && reveal.since_s >= kDarkS + kRingsAfterS) {
    frame.audio.strike(ware::ring_of(around.pot.look), 0.6f);
  }
  turn_by_hand(reveal, around);
  draw_scene(reveal, around);
  bottom_shade(around, 330, 0.5f);
  draw_words(reveal, around);
  if (reveal.since_s > kDarkS + kLightS) turn_over(reveal, around);
  if (reveal.since_s > kDarkS + kLightS) name_it(reveal, around, go);
  if (reveal.since_s > kDarkS + kLightS) {
    const Rect c = layout::column(frame.safe);
    auto tip = body_style(13, Align::kCentre);
    tip.colour = hex(style::kPorcelain, 0.55f);
    frame.canvas.text(engine::say(around.strings, "reveal.tap"), {c.x, frame.safe.y + 40, c.w, 0}, tip);
  }
  if (reveal.since_s > kDarkS + kLightS + kSpeaksAfterS && around.pot.bench) hear_companion(reveal, around);
  // Music keeps silent before the pot; only its own glaze may go on speaking a while.
  engine::Ambience sound;
  sound.ping = std::sqrt(around.pot.look.crackle) * static_cast<float>(std::max(0.0, 1 - reveal.since_s / kPingsS));
  frame.audio.ambience(sound);
  return go;
}

}  // namespace sui::studio
