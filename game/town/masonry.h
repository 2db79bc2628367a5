// What the street is built from beyond boxes and lathe work: free quads, scattered colours, thin bars, cloth, leaves.
//
// Pure; owns nothing. Colours are sRGB baked into vertices, alpha is gloss (0 matte). Units: metres.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "game/engine/scene.h"
#include "game/engine/shapes.h"

namespace sui::town {

using engine::Colour;
using engine::Mesh;
using engine::Rect;
using engine::Vec2;
using engine::Vec3;

// Even noise of a whole number, 0..1: the same street on every machine and every visit.
float scatter(uint32_t seed);
uint32_t packed(Colour colour);  // as a vertex carries it
Colour matt(uint32_t rrggbb, float shade = 1, float gloss = 0);
// `base` a little lighter, darker, warmer by `amount`, as `seed` has it.
Colour varied(Colour base, uint32_t seed, float amount);

struct Corner {
  Vec3 at;
  Colour colour;
  Vec2 uv;
};
// Corners counter-clockwise as seen from the front; the normal follows.
void add_quad(Mesh& out, const Corner& a, const Corner& b, const Corner& c, const Corner& d);
void add_quad(Mesh& out, Vec3 a, Vec3 b, Vec3 c, Vec3 d, Colour colour);
void add_triangle(Mesh& out, const Corner& a, const Corner& b, const Corner& c);
// Seen from both sides; the back takes `back`.
void add_cloth(Mesh& out, Vec3 a, Vec3 b, Vec3 c, Vec3 d, Colour front, Colour back);
// A square bar between two points, open at its ends.
void add_bar(Mesh& out, Vec3 from, Vec3 to, float thickness, Colour colour);
struct Ring {  // of turned work, from the foot up
  float radius = 0, height = 0;
};
// Turned work without caps, smooth around, one colour.
void add_turned(Mesh& out, Vec3 foot, std::initializer_list<Ring> rings, int segments, Colour colour);
// A wire, as a ribbon that faces along the street, hanging between two points.
// `sag` is how far its middle drops.
Vec3 on_wire(Vec3 from, Vec3 to, float sag, float t);
void add_wire(Mesh& out, Vec3 from, Vec3 to, float sag, int pieces, float thickness, Colour colour);

}  // namespace sui::town
