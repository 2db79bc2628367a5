// The canvas: every flat thing is a quad whose fragment knows its distance to an edge, so edges are smooth without
// multisampling. Compiled once for each family of kinds (SOLID, LETTER, BOX, CURVE, IMAGE, SEAL): where the processor
// draws, a pixel pays for every branch of its shader, taken or not.
//
// v_local.xy: point inside the shape (pt, its centre is 0); v_local.zw: texture coordinate or arc opening.
// v_shape: half width, half height, corner radius, line or blur (pt); for letters see there.
// v_kind: what it is, and a seed. Colours are sRGB with straight alpha; the result is premultiplied.

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

// The numbers of canvas.cpp.
const float kHalo = 2.0, kOutline = 4.0, kShadow = 5.0, kTriangle = 7.0, kImageDrawn = 9.0, kImageMask = 10.0;
bool is_kind(float kind) { return abs(v_kind.x - kind) < 0.5; }

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

float ink() {
#if defined(SOLID)
  return 1.0;
#elif defined(LETTER)
  // v_shape.x: pixels per unit of the field; y: edge moved by (pixels); z: the halo's reach (pixels).
  float distance_px = (texture(u_atlas, v_local.zw).r - 0.5) * v_shape.x + v_shape.y;
  float near = clamp((distance_px + v_shape.z) / (v_shape.z + 0.5), 0.0, 1.0);
  return is_kind(kHalo) ? near * near : clamp(distance_px + 0.5, 0.0, 1.0);
#elif defined(BOX)
  float d = box_distance(v_local.xy, v_shape.xy, v_shape.z);
  float t = clamp(0.5 - d / (2.0 * max(v_shape.w, 0.1)), 0.0, 1.0);
  float line = is_kind(kOutline) ? abs(d + v_shape.w * 0.5) - v_shape.w * 0.5 : d;
  return is_kind(kShadow) ? t * t * (3.0 - 2.0 * t) : coverage(line);
#elif defined(CURVE)
  vec2 p = vec2(abs(v_local.x), v_local.y), open = v_local.zw;
  float d = open.y * p.x > open.x * p.y ? length(p - open * v_shape.x) : abs(length(p) - v_shape.x);
  float inside = min(v_local.x, min(v_local.y, v_local.z));
  return coverage(is_kind(kTriangle) ? -inside : d - v_shape.w * 0.5);
#elif defined(IMAGE)
  return coverage(box_distance(v_local.xy, v_shape.xy, v_shape.z));
#else
  return seal_ink();
#endif
}

void main() {
  vec4 colour = v_colour;
#ifdef IMAGE
  vec4 texel = texture(u_image, v_local.zw);
  if (is_kind(kImageDrawn)) texel.rgb /= max(texel.a, 0.001);
  colour *= is_kind(kImageMask) ? vec4(1.0, 1.0, 1.0, texel.r) : texel;
#endif
  float alpha = colour.a * ink();
  o_colour = vec4(colour.rgb * alpha, alpha);
}
#endif
