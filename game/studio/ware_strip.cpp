#include "game/studio/ware_strip.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/craft/glaze_colour.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/ware/ware.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Touch;
namespace style = engine::style;

constexpr float kTileWide = 58, kTileStep = 68, kTileTall = 54;
constexpr double kBiscuitOnlyBelowC = 1150;  // these want a body that was fired before

// Raw oxides tint the slop long before the fire: iron ochre, cobalt lilac-grey, copper faintly green.
Colour slop_colour(const craft::Oxides& oxides) {
  const auto dims = [](double pct, double each) { return static_cast<float>(1 / (1 + pct * each)); };
  const float iron = dims(oxides.fe2o3, 0.16), dark = dims(oxides.coo + 0.4 * oxides.mno, 0.5);
  const float green = dims(oxides.cuo, 0.12);
  return {0.93f * dark * green * (0.55f + 0.45f * iron), 0.91f * dark * (0.25f + 0.75f * iron),
          0.87f * (0.2f + 0.8f * dark) * green * iron, 1};
}

WareTile fired(const craft::Ware& recipe) {
  craft::KilnLoad load;
  load.glaze = craft::ware_oxides(recipe);
  load.smoky = true;
  const craft::Firing firing = craft::run_plan({craft::KilnKind::kGas, craft::own_schedule(recipe), {}, {}}, load);
  const craft::GlazeGlass glass = craft::glass_of(load.glaze, firing.glaze);
  const craft::Rgb body{0.90, 0.91, 0.90};
  WareTile tile;
  tile.kind = recipe.kind;
  tile.name = std::string("ware.") + recipe.id;
  tile.hint = std::string("hint.ware.") + recipe.id;
  tile.thin = ware::srgb(craft::layer_over(glass, recipe.thin_mm, body));
  tile.middle = ware::srgb(craft::layer_over(glass, 0.5 * (recipe.thin_mm + recipe.thick_mm), body));
  tile.thick = ware::srgb(craft::layer_over(glass, recipe.thick_mm, body));
  tile.slop = slop_colour(load.glaze);
  return tile;
}

void slide(WareStrip& strip, Around& around, Rect area, const Touch*& tapped) {
  engine::Frame& frame = around.frame;
  const float most = std::max(0.0f, kTileStep * static_cast<float>(strip.tiles.size()) - area.w + 20);
  bool held = false;
  for (Touch& touch : frame.input.touches) {
    if (touch.began && !touch.taken && area.contains(touch.start)) {
      strip.touch = touch.id;
      strip.moved = false;
    }
    if (touch.id != strip.touch) continue;
    touch.taken = true;
    if (std::abs(touch.at.x - touch.start.x) > 8) strip.moved = true;
    if (strip.moved) {
      strip.scrolled -= touch.at.x - touch.last.x;
      strip.speed = -touch.speed.x;
    }
    held = !touch.ended;
    if (touch.ended && !strip.moved) tapped = &touch;
    if (touch.ended) strip.touch = kNoTouch;
  }
  if (!held) {
    strip.scrolled += strip.speed * static_cast<float>(frame.dt_s);
    strip.speed = toward(strip.speed, 0, frame.dt_s, 3.2f);
    const float inside = std::clamp(strip.scrolled, 0.0f, most);
    strip.scrolled = toward(strip.scrolled, inside, frame.dt_s, 14);
  }
}

// A tile as they hang in a glaze room: thin at the top, pooled at the foot, a bare strip of body under it.
void draw_tile(Canvas& canvas, const WareTile& tile, Rect area, bool chosen) {
  canvas.shadow({area.x + 2, area.y + 4, area.w - 4, area.h}, 10, 8, Colour{0, 0, 0, 0.35f});
  canvas.rounded(area, 10, hex(0xd9cdb9));
  Rect glass{area.x, area.y, area.w, area.h - 7};
  canvas.push_clip({glass.x, glass.y, glass.w, glass.h * 0.5f});
  canvas.gradient({glass.x, glass.y, glass.w, glass.h * 0.62f}, 10, tile.thin, tile.middle);
  canvas.pop_clip();
  canvas.push_clip({glass.x, glass.y + glass.h * 0.5f, glass.w, glass.h * 0.5f + 2});
  canvas.gradient({glass.x, glass.y + glass.h * 0.38f, glass.w, glass.h * 0.62f}, 6, tile.middle, tile.thick);
  canvas.pop_clip();
  canvas.gradient({glass.x + 6, glass.y + 5, 9, glass.h * 0.55f}, 4.5f, Colour{1, 1, 1, 0.55f}, Colour{1, 1, 1, 0.04f});
  if (chosen) canvas.outlined({area.x - 4, area.y - 4, area.w + 8, area.h + 8}, 13, 2.5f, hex(style::kPorcelain));
}

}  // namespace

void fire_tiles(WareStrip& strip) {
  if (!strip.tiles.empty()) return;
  for (int index = 0; index < craft::kWareCount; ++index) {
    const craft::Ware& recipe = craft::ware(index);
    if (recipe.peak_c >= kBiscuitOnlyBelowC) strip.tiles.push_back(fired(recipe));
  }
}

const WareTile& tile_of(const WareStrip& strip, craft::GlazeKind kind) {
  assert(!strip.tiles.empty());
  const auto found =
      std::find_if(strip.tiles.begin(), strip.tiles.end(), [kind](const WareTile& tile) { return tile.kind == kind; });
  return found == strip.tiles.end() ? strip.tiles.front() : *found;
}

bool frame(WareStrip& strip, Around& around, Rect area, craft::GlazeKind& chosen) {
  Canvas& canvas = around.frame.canvas;
  const Touch* tapped = nullptr;
  slide(strip, around, area, tapped);
  const craft::GlazeKind before = chosen;
  for (std::size_t index = 0; index < strip.tiles.size(); ++index) {
    const WareTile& tile = strip.tiles[index];
    const Rect place{area.x + 10 + kTileStep * static_cast<float>(index) - strip.scrolled, area.y + 6, kTileWide,
                     kTileTall};
    if (place.x > area.x + area.w || place.x + place.w < area.x) continue;
    if (tapped != nullptr && Rect{place.x - 5, area.y, kTileStep, area.h}.contains(tapped->at)) chosen = tile.kind;
    draw_tile(canvas, tile, place, tile.kind == chosen);
    auto name = on_scene(body_style(12.5f, Align::kCentre));
    name.line_height = 1.15f;
    if (tile.kind != chosen) name.colour.a = 0.8f;
    canvas.text(engine::say(around.strings, tile.name), {place.x - 6, place.y + kTileTall + 8, kTileWide + 12, 0},
                name);
  }
  return chosen != before;
}

}  // namespace sui::studio
