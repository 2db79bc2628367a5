#include "game/studio/pot.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/craft/look_paint.h"

namespace sui::studio {

using craft::Act;
using craft::ActKind;

void fresh_lump(Pot& pot, int assist) {
  craft::ClayStart start;
  start.assist = assist;
  auto bench = piece::fresh_bench(start);
  assert(bench && "the studio's own lump is within limits");
  pot.bench = std::move(*bench);
  pot.pigment = craft::PigmentField{};
  pot.paint_changed = true;
  refresh(pot, false);
}

bool resume(Pot& pot, const piece::Making& making) {
  auto bench = piece::reopen(making);
  if (!bench) {
    pot.complaint = to_text(bench.error());
    return false;
  }
  pot.bench = std::move(*bench);
  repaint(pot);
  return true;
}

bool act(Pot& pot, Act act) {
  assert(pot.bench);
  const auto done = piece::act_on(*pot.bench, act);
  if (!done) pot.complaint = to_text(done.error());
  return static_cast<bool>(done);
}

uint32_t last_touch_begins(const piece::Making& making) {
  const auto none = static_cast<uint32_t>(making.acts.size());
  bool outer = false, inner = false;
  uint32_t begins = none;
  for (uint32_t index = 0; index < none; ++index) {
    const ActKind kind = making.acts[index].kind;
    const bool lands = kind == ActKind::kOuterHand || kind == ActKind::kInnerHand;
    if ((lands && !outer && !inner) || kind == ActKind::kWater) begins = index;
    if (kind == ActKind::kOuterHand) outer = true;
    if (kind == ActKind::kInnerHand) inner = true;
    if (kind == ActKind::kOuterLift) outer = false;
    if (kind == ActKind::kInnerLift) inner = false;
  }
  return begins;
}

void let_go(piece::Bench& bench) {
  const craft::Workpiece& workpiece = bench.workpiece;
  const auto end = [&](bool held, craft::ActKind kind) {
    if (held) (void)piece::act_on(bench, craft::act_of(kind));
  };
  end(workpiece.outer.down, craft::ActKind::kOuterLift);
  end(workpiece.inner.down, craft::ActKind::kInnerLift);
  end(workpiece.trimming.tool.down, craft::ActKind::kTrimLift);
  end(workpiece.trimming.on, craft::ActKind::kTrimEnd);
  end(!workpiece.surface.strokes.empty() && workpiece.surface.strokes.back().open, craft::ActKind::kStrokeEnd);
}

bool undo_touch(Pot& pot) {
  assert(pot.bench);
  const uint32_t begins = last_touch_begins(pot.bench->making);
  if (begins >= pot.bench->making.acts.size()) return false;
  return resume(pot, piece::cut_short(pot.bench->making, begins));
}

void refresh(Pot& pot, bool with_paint) {
  assert(pot.bench);
  pot.look = craft::look_of(pot.bench->workpiece, 0, 0);
  pot.measures = craft::measure(pot.bench->workpiece);
  if (!with_paint || pot.pigment.cobalt_g_m2.empty()) return;
  craft::take_paint(pot.pigment, pot.look);
}

void repaint(Pot& pot) {
  assert(pot.bench);
  const auto& workpiece = pot.bench->workpiece;
  pot.pigment = craft::lay_all(workpiece.surface, workpiece.clay, kPaintColumns, kPaintRows);
  pot.paint_changed = true;
  refresh(pot, true);
}

void show(engine::Scene& scene, Pot& pot, int segments) {
  ware::show(scene, pot.look, segments, pot.paint_changed, pot.shown);
  pot.paint_changed = false;
}

engine::Vec3 metres(float x_mm, float y_mm, float z_mm) {
  return {x_mm / 1000.0f, y_mm / 1000.0f, z_mm / 1000.0f};
}

Extent extent_of(const craft::Look& look) {
  return {craft::widest_mm(look) / 1000.0f, craft::tallest_mm(look) / 1000.0f};
}

bool shows_its_foot(const craft::Look& look) {
  return look.foot_mark.written && !look.fallen &&
         std::all_of(look.parts.begin(), look.parts.end(),
                     [](const craft::LookPart& part) { return craft::on_the_wall(part.kind); });
}

engine::Camera over_the_foot(engine::Camera camera) {
  const float away = camera.eye.z;
  camera.target.y += 0.06f * away;
  camera.eye = {0, camera.target.y + 0.74f * away, 0.72f * away};
  return camera;
}

}  // namespace sui::studio
