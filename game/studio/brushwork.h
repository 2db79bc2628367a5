// Brushwork: blue and white drawn by code: outlines that swell and taper, washes that stand darker at their lower edge,
// on a ground of glaze. For tiles, vessels and the panels of the story.
//
// Owns how a brush looks; what is drawn is the caller's. A sheet has coordinates of its own: x 0 … 100 across, y down
// in the same units. Pure drawing: allocates nothing.
#pragma once

#include <initializer_list>
#include <span>

#include "game/craft/shapes.h"
#include "game/engine/canvas.h"

namespace sui::studio {

struct Sheet {
  engine::Canvas& canvas;
  engine::Rect area;                         // pt
  engine::Colour ground, ink;                // the glaze, and the deepest blue on it
  engine::Vec2 at(float x, float y) const {  // a place of the sheet on the screen
    return {area.x + x * area.w / 100, area.y + y * area.w / 100};
  }
  float pt(float units) const { return units * area.w / 100; }
  engine::Colour tone(float deep) const { return engine::mixed(ground, ink, deep); }  // 0 glaze … 1 deepest
};

using Dots = std::initializer_list<engine::Vec2>;

// A smooth line through the dots, `thick` units in its middle, tapering to both ends.
void line_through(const Sheet& sheet, Dots dots, float thick, float deep = 1);
void line_through(const Sheet& sheet, std::span<const engine::Vec2> dots, float thick, float deep = 1);
// The same, as thick at its ends.
void even_line(const Sheet& sheet, Dots dots, float thick, float deep = 1);
// A closed smooth figure filled with wash, from `top` to `bottom` deep.
void wash(const Sheet& sheet, Dots dots, float top, float bottom);
void wash(const Sheet& sheet, std::span<const engine::Vec2> dots, float top, float bottom);
// The same with corners kept.
void wash_straight(const Sheet& sheet, Dots dots, float top, float bottom);
void wash_disc(const Sheet& sheet, engine::Vec2 centre, float radius_x, float radius_y, float top, float bottom);
void ring_line(const Sheet& sheet, engine::Vec2 centre, float radius_x, float radius_y, float thick, float deep = 1);

// A vessel of this outline standing on `foot`, `height` units tall: washed, outlined, light on its left. `body`: how
// deep the wash on it is.
void draw_vessel(const Sheet& sheet, craft::GoalShape shape, engine::Vec2 foot, float height, float deep,
                 float body = 0.2f);

// A glazed tile: ground, joint, a light along its upper edge. `fired` 0: raw and matte … 1: glaze.
Sheet tile(engine::Canvas& canvas, engine::Rect area, float fired);

}  // namespace sui::studio
