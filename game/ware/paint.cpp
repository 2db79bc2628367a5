#include "game/ware/paint.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/craft/pigment.h"

namespace sui::ware {
namespace {

using craft::Look;
using engine::TextureId;

constexpr craft::Enamel kWaxOnClay{{0.55, 0.60, 0.35}, 0.35};  // painted wax is tinted, so that the potter sees it

bool is_decorated(const Look& look) {
  return !look.paint_copper.empty() || !look.paint_iron.empty() || !look.paint_enamel.empty() ||
         !look.paint_height.empty() || !look.paint_hole.empty();
}

uint8_t byte_of(double value) {
  return static_cast<uint8_t>(std::clamp(value, 0.0, 1.0) * 255.0 + 0.5);
}

// Cobalt alone, or beside it how bare of glaze the wall is.
std::vector<uint8_t> pack_bare(const Look& look) {
  assert(look.paint_bare.size() == look.paint_cobalt.size());
  std::vector<uint8_t> pixels(look.paint_cobalt.size() * 3);
  for (std::size_t i = 0; i < look.paint_cobalt.size(); ++i) {
    pixels[i * 3] = look.paint_cobalt[i];
    pixels[i * 3 + 1] = look.paint_bare[i];
  }
  return pixels;
}

// Copper, iron, hole, height.
std::vector<uint8_t> pack_decor(const Look& look) {
  const std::size_t cells = look.paint_cobalt.size();
  std::vector<uint8_t> pixels(cells * 4);
  const std::vector<uint8_t>* channels[4] = {&look.paint_copper, &look.paint_iron, &look.paint_hole,
                                             &look.paint_height};
  for (std::size_t channel = 0; channel < 4; ++channel) {
    const std::vector<uint8_t>& layer = *channels[channel];
    assert(layer.empty() || layer.size() == cells);
    const uint8_t nothing = channel == 3 ? 128 : 0;
    for (std::size_t i = 0; i < cells; ++i) pixels[i * 4 + channel] = layer.empty() ? nothing : layer[i];
  }
  return pixels;
}

// The muffle's say in a colour: short of fire it stays a pale powder, over-fired its reds and its gold fly off.
struct Muffled {
  craft::Rgb colour;
  double cover;
};

Muffled muffled(const craft::Enamel& enamel, std::size_t kind, double cover, const Look& look) {
  constexpr double kSmoothMelt = 0.8;  // from here on it is as bright as it gets
  const double raw = std::max(0.0, 1 - static_cast<double>(look.enamel_melt) / kSmoothMelt);
  const auto chalky = [&](double colour) { return colour + (0.62 - colour) * 0.7 * raw; };
  const bool flies = kind == craft::enamel_index(craft::Pigment::kEnamelRed) ||
                     kind == craft::enamel_index(craft::Pigment::kEnamelGold);
  const double gone = static_cast<double>(look.enamel_burnt) * (flies ? 0.9 : 0.25);
  return {{chalky(enamel.colour.r), chalky(enamel.colour.g), chalky(enamel.colour.b)}, cover * (1 - gone)};
}

// Root of the linear colour times cover, and cover: roots spend the eight bits where the eye sees them.
std::vector<uint8_t> pack_enamel(const Look& look) {
  const std::size_t cells = look.paint_cobalt.size();
  std::vector<uint8_t> pixels(cells * 4);
  if (look.paint_enamel.empty()) return pixels;
  assert(look.paint_enamel.size() == cells && look.paint_enamel_kind.size() == cells);
  for (std::size_t i = 0; i < cells; ++i) {
    if (look.paint_enamel[i] == 0) continue;
    const uint8_t kind = look.paint_enamel_kind[i];
    const craft::Enamel& enamel = kind < craft::kEnamelCount ? craft::enamel(kind) : kWaxOnClay;
    const double cover = enamel.hiding * (1 - std::exp(-10.0 * look.paint_enamel[i] / 255.0));
    const Muffled seen = muffled(enamel, kind, cover, look);
    pixels[i * 4] = byte_of(std::sqrt(seen.colour.r) * seen.cover);
    pixels[i * 4 + 1] = byte_of(std::sqrt(seen.colour.g) * seen.cover);
    pixels[i * 4 + 2] = byte_of(std::sqrt(seen.colour.b) * seen.cover);
    pixels[i * 4 + 3] = byte_of(seen.cover);
  }
  return pixels;
}

void drop(engine::Scene& scene, TextureId& id) {
  if (id != TextureId::kNone) scene.drop_texture(id);
  id = TextureId::kNone;
}

void send(engine::Scene& scene, const Look& look, int channels, const std::vector<uint8_t>& pixels, TextureId& id) {
  if (id == TextureId::kNone) {
    id = scene.make_texture(look.paint_columns, look.paint_rows, channels, pixels, true);
  } else {
    scene.update_texture(id, look.paint_columns, look.paint_rows, channels, pixels);
  }
}

}  // namespace

void show_paint(engine::Scene& scene, const Look& look, bool changed, Shown& shown) {
  shown.material.paint = shown.material.decor = shown.material.enamel = TextureId::kNone;
  if (look.paint_columns <= 0 || look.paint_rows <= 0 || look.paint_cobalt.empty()) return;
  assert(look.paint_cobalt.size() ==
         static_cast<std::size_t>(look.paint_columns) * static_cast<std::size_t>(look.paint_rows));
  const bool stale = changed || look.paint_columns != shown.paint_columns || look.paint_rows != shown.paint_rows;
  if (stale || shown.paint == TextureId::kNone) {
    if (look.paint_bare.empty()) {
      send(scene, look, 1, look.paint_cobalt, shown.paint);
    } else {
      send(scene, look, 3, pack_bare(look), shown.paint);
    }
  }
  if (!is_decorated(look)) {
    drop(scene, shown.decor);
    drop(scene, shown.enamel);
  } else if (stale || shown.decor == TextureId::kNone) {
    send(scene, look, 4, pack_decor(look), shown.decor);
    send(scene, look, 4, pack_enamel(look), shown.enamel);
  }
  shown.paint_columns = look.paint_columns;
  shown.paint_rows = look.paint_rows;
  shown.material.paint = shown.paint;
  shown.material.decor = shown.decor;
  shown.material.enamel = shown.enamel;
}

void hide_paint(engine::Scene& scene, Shown& shown) {
  drop(scene, shown.paint);
  drop(scene, shown.decor);
  drop(scene, shown.enamel);
  shown.material.paint = shown.material.decor = shown.material.enamel = TextureId::kNone;
}

}  // namespace sui::ware
