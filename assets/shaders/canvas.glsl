// The canvas: every flat thing is a quad whose fragment knows its distance to an edge, so all edges are smooth without
// multisampling and one draw call holds thousands of different things.
//
// v_local.xy: point inside the shape (pt, its centre is 0); v_local.zw: texture coordinate or arc opening.
// v_shape: half width, half height, corner radius, line or blur (pt); for glyphs see below.
// v_kind: what it is. Colours are sRGB with straight alpha; the result is premultiplied.

VARYING vec4 v_local;
VARYING vec4 v_shape;
VARYING vec4 v_colour;
VARYING vec2 v_kind;  // kind, seed

#ifdef VERTEX
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec4 a_local;
layout(location = 2) in vec4 a_shape;
layout(location = 3) in vec2 a_kind;
layout(location = 4) in vec4 a_colour;
uniform vec2 u_screen;  // pt

void main() {
  v_local = a_local;
  v_shape = a_shape;
  v_colour = a_colour;
  v_kind = a_kind;
  gl_Position = vec4(a_position.x / u_screen.x * 2.0 - 1.0, 1.0 - a_position.y / u_screen.y * 2.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
layout(location = 0) out vec4 o_colour;
uniform sampler2D u_atlas;
uniform sampler2D u_image;
uniform float u_pixels_per_point;

const float kSolid = 0.0, kGlyph = 1.0, kHalo = 2.0, kBox = 3.0, kOutline = 4.0, kShadow = 5.0, kArc = 6.0,
            kTriangle = 7.0, kImage = 8.0, kImageDrawn = 9.0, kImageMask = 10.0, kSeal = 11.0;

float box_distance(vec2 p, vec2 half_size, float radius) {
  vec2 q = abs(p) - half_size + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

float coverage(float distance_pt) { return clamp(0.5 - distance_pt * u_pixels_per_point, 0.0, 1.0); }

float hashed(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hashed(i), hashed(i + vec2(1, 0)), f.x), mix(hashed(i + vec2(0, 1)), hashed(i + vec2(1, 1)), f.x),
             f.y);
}

// Seal paste on paper: the edge wanders, and where the paste was thin the paper looks through.
float seal_ink() {
  vec2 p = v_local.xy + v_kind.y * 37.0;
  float edge = box_distance(v_local.xy, v_shape.xy, v_shape.z) + (noise(p * 0.22) - 0.5) * 1.1 +
               (noise(p * 0.9) - 0.5) * 0.5;
  float flecks = smoothstep(0.83, 0.95, noise(p * 0.7) * 0.6 + noise(p * 1.9) * 0.4);
  float thin = 0.90 + 0.10 * noise(p * 0.18);
  return coverage(edge) * thin * (1.0 - 0.6 * flecks);
}

void main() {
  float kind = v_kind.x;
  vec4 colour = v_colour;
  float ink = 1.0;
  if (kind < kGlyph - 0.5) {
    ink = 1.0;
  } else if (kind < kBox - 0.5) {
    // v_shape.x: pixels per unit of the field; y: edge moved by (pixels); z: the halo's reach (pixels).
    float distance_px = (texture(u_atlas, v_local.zw).r - 0.5) * v_shape.x + v_shape.y;
    ink = kind < kHalo - 0.5 ? clamp(distance_px + 0.5, 0.0, 1.0) : smoothstep(-v_shape.z, 0.5, distance_px);
  } else if (kind < kOutline - 0.5) {
    ink = coverage(box_distance(v_local.xy, v_shape.xy, v_shape.z));
  } else if (kind < kShadow - 0.5) {
    float d = box_distance(v_local.xy, v_shape.xy, v_shape.z);
    ink = coverage(abs(d + v_shape.w * 0.5) - v_shape.w * 0.5);
  } else if (kind < kArc - 0.5) {
    float d = box_distance(v_local.xy, v_shape.xy, v_shape.z);
    float t = clamp(0.5 - d / (2.0 * v_shape.w), 0.0, 1.0);
    ink = t * t * (3.0 - 2.0 * t);
  } else if (kind < kTriangle - 0.5) {
    vec2 p = vec2(abs(v_local.x), v_local.y), open = v_local.zw;
    float d = open.y * p.x > open.x * p.y ? length(p - open * v_shape.x) : abs(length(p) - v_shape.x);
    ink = coverage(d - v_shape.w * 0.5);
  } else if (kind < kImage - 0.5) {
    ink = clamp(min(v_local.x, min(v_local.y, v_local.z)) * u_pixels_per_point + 0.5, 0.0, 1.0);
  } else if (kind < kSeal - 0.5) {
    ink = coverage(box_distance(v_local.xy, v_shape.xy, v_shape.z));
    vec4 texel = texture(u_image, v_local.zw);
    if (kind > kImageDrawn + 0.5) {
      colour.a *= texel.r;
    } else if (kind > kImage + 0.5) {
      o_colour = vec4(texel.rgb * colour.rgb, texel.a) * (colour.a * ink);
      return;
    } else {
      colour *= texel;
    }
  } else {
    ink = seal_ink();
  }
  float alpha = colour.a * ink;
  o_colour = vec4(colour.rgb * alpha, alpha);
}
#endif
