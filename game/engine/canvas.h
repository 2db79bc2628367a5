// Canvas: the flat layer over the scene: shapes, pictures and text, batched, anti-aliased in the shader, drawn once a
// frame.
//
// Owns its vertex buffers and the glyph atlas (stb_truetype SDF glyphs, cached on first use). Immediate: nothing is
// kept between frames but the caches. Units: pt. Text is UTF-8; Chinese wraps anywhere a line may break, Latin at
// spaces.
#pragma once

#include <string_view>

#include "game/engine/geometry.h"
#include "game/engine/icons.h"
#include "game/engine/scene.h"

namespace sui::engine {

enum class Face : uint8_t { kSans, kSerif };
enum class Align : uint8_t { kLeft, kCentre, kRight };

struct TextStyle {
  Face face = Face::kSans;
  float size = 16;
  Colour colour;
  Align align = Align::kLeft;
  float weight = 0;          // -1 thin … 0 regular … 1 bold, by moving the SDF edge
  float line_height = 1.4f;  // of size
  float letter_spacing = 0;
  Colour halo{0, 0, 0, 0};  // soft outline for text over the scene
};

class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void rect(Rect area, Colour fill) = 0;
  virtual void rounded(Rect area, float radius, Colour fill) = 0;
  virtual void outlined(Rect area, float radius, float line, Colour colour) = 0;
  virtual void gradient(Rect area, float radius, Colour top, Colour bottom) = 0;
  virtual void shadow(Rect area, float radius, float blur, Colour colour) = 0;
  virtual void circle(Vec2 centre, float radius, Colour fill) = 0;
  virtual void ring(Vec2 centre, float radius, float line, float from_turn, float to_turn,
                    Colour colour) = 0;                                   // 0 turn is up, clockwise
  virtual void line(Vec2 from, Vec2 to, float width, Colour colour) = 0;  // round ends
  virtual void triangle(Vec2 a, Vec2 b, Vec2 c, Colour fill) = 0;
  virtual void image(TextureId texture, Rect area, Rect uv, Colour tint, float radius = 0) = 0;
  // A stamp of seal paste: rounded square with worn, slightly uneven edges and flecks; `seed` makes each one its own.
  virtual void seal(Rect area, float radius, Colour paste, float seed) = 0;
  // `weight` as in TextStyle: -1 thin … 1 bold.
  virtual void icon(Icon which, Vec2 centre, float size, Colour colour, float weight = 0) = 0;
  // Draws at baseline-free top-left of `area` (x, y), wraps at area.w when > 0; returns the height used.
  virtual float text(std::string_view utf8, Rect area, const TextStyle& style) = 0;
  virtual Vec2 text_size(std::string_view utf8, float wrap_width, const TextStyle& style) = 0;
  virtual void text_scale(float scale) = 0;  // every letter so much larger than its style says
  virtual void push_clip(Rect area) = 0;
  virtual void pop_clip() = 0;
};

}  // namespace sui::engine
