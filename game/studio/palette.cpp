#include "game/studio/palette.h"

#include <iterator>

#include "game/engine/style.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using craft::Pigment;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr Dish kOxides[] = {
    {Pigment::kCobalt, "cobalt", "paint.cobalt", style::kCobalt, 0x93a4d0},
    {Pigment::kCopper, "copper", "paint.copper", 0xa8313a, 0xd99a96},
    {Pigment::kIron, "iron", "paint.iron", 0x6b3a1c, 0xc09a78},
};
constexpr Dish kEnamels[] = {
    {Pigment::kEnamelRed, "enamel_red", "paint.enamel_red", 0xb33a22, 0xdb9a8c},
    {Pigment::kEnamelRose, "enamel_rose", "paint.enamel_rose", 0xd8748c, 0xeebac6},
    {Pigment::kEnamelYellow, "enamel_yellow", "paint.enamel_yellow", 0xd9a936, 0xeed8a0},
    {Pigment::kEnamelGreen, "enamel_green", "paint.enamel_green", 0x2f7f4f, 0x98c4a8},
    {Pigment::kEnamelTurquoise, "enamel_turquoise", "paint.enamel_turquoise", 0x2c9c9a, 0x98d0ce},
    {Pigment::kEnamelAubergine, "enamel_aubergine", "paint.enamel_aubergine", 0x5b3556, 0xae9aac},
    {Pigment::kEnamelBlack, "enamel_black", "paint.enamel_black", 0x201c1e, 0x8c8a8c},
    {Pigment::kEnamelWhite, "enamel_white", "paint.enamel_white", 0xf5f2ea, 0xfaf8f4},
    {Pigment::kEnamelGold, "enamel_gold", "paint.enamel_gold", 0xc8963c, 0xe4cc9c},
};
constexpr float kDishRadius = 21, kDishStep = 50;
constexpr float kEnamelRadius = 18, kEnamelStep = 45, kEnamelTop = 176;

}  // namespace

std::span<const Dish> dishes(bool enamels) {
  return enamels ? std::span<const Dish>(kEnamels) : std::span<const Dish>(kOxides);
}

const Dish& dish_of(Pigment pigment) {
  for (const bool enamels : {false, true}) {
    for (const Dish& dish : dishes(enamels)) {
      if (dish.pigment == pigment) return dish;
    }
  }
  return kOxides[0];
}

Rect brush_size_row(Rect safe, bool enamels) {
  Rect row = layout::slider_row(safe);
  if (!enamels) row.w -= kDishStep * static_cast<float>(std::size(kOxides)) + 8;
  return row;
}

Vec2 dish_place(Rect safe, bool enamels, std::size_t index) {
  if (enamels) {
    const Rect c = layout::column(safe);
    return {c.x + c.w - 30, safe.y + kEnamelTop + kEnamelStep * static_cast<float>(index)};
  }
  const Rect row = layout::slider_row(safe);
  const auto from_right = static_cast<float>(std::size(kOxides) - 1 - index);
  return {row.x + row.w - kDishRadius - kDishStep * from_right, row.y + row.h / 2};
}

bool frame_palette(Around& around, bool enamels, Pigment& pigment) {
  engine::Frame& frame = around.frame;
  bool taken = false;
  const float radius = enamels ? kEnamelRadius : kDishRadius;
  const std::span<const Dish> all = dishes(enamels);
  for (std::size_t index = 0; index < all.size(); ++index) {
    const Dish& dish = all[index];
    const Vec2 at = dish_place(frame.safe, enamels, index);
    if (engine::icon_button(frame.ui, dish.id, at, radius, engine::Icon::kDrop, engine::ButtonLook::kGlass, true,
                            pigment == dish.pigment)) {
      taken = pigment != dish.pigment;
      pigment = dish.pigment;
    }
    frame.canvas.circle(at, radius * 0.6f, engine::hex(dish.dark));
  }
  return taken;
}

}  // namespace sui::studio
