// Wood, brick, cloth, lanterns, the duck: vertex colours, a little procedural grain, an optional glassy coat.
#ifdef VERTEX
layout(location = 0) in vec3 in_position;
layout(location = 1) in vec3 in_normal;
layout(location = 2) in vec2 in_uv;
layout(location = 3) in vec4 in_colour;
uniform mat4 u_view_projection;
#ifdef MANY
layout(location = 4) in mat4 in_model;
#define u_model in_model
#else
uniform mat4 u_model;
#endif
VARYING vec3 v_position, v_normal, v_local;
VARYING vec2 v_uv;
VARYING vec4 v_colour;
void main() {
  vec4 world = u_model * vec4(in_position, 1.0);
  v_position = world.xyz;
  v_normal = mat3(u_model) * in_normal;
  v_local = in_position;
  v_uv = in_uv;
  v_colour = vec4(linear_of(in_colour.rgb), in_colour.a);
  gl_Position = u_view_projection * world;
}
#else
VARYING vec3 v_position, v_normal, v_local;
VARYING vec2 v_uv;
VARYING vec4 v_colour;
layout(location = 0) out vec4 out_colour;
uniform vec4 u_tint;     // linear
uniform vec4 u_surface;  // roughness, clear coat, emission, grain
uniform sampler2D u_texture;

#ifdef BLOBS
uniform vec4 u_blobs[BLOBS];  // pots standing near: x, y, z, 1 / radius

// A cylinder's share of the hemisphere over the table, roughly: darkest at its foot.
float contact(vec3 position, vec3 normal) {
  float open = 1.0;
  for (int i = 0; i < BLOBS; ++i) {
    vec3 from = (position - u_blobs[i].xyz) * u_blobs[i].w;
    float out_of = max(dot(from.xz, from.xz) - 1.0, 0.0);
    float below = clamp(1.0 - 0.6 * abs(from.y), 0.0, 1.0) * max(normal.y, 0.0);
    open *= 1.0 - 0.82 * below / (1.0 + 1.9 * out_of);
  }
  return open;
}
#endif

#ifdef PLUMAGE
// Rows of ginkgo leaves laid like tiles, each over the one behind it: ribs cut into the clay where glaze pools dark,
// a raised edge where it runs thin and honey-pale. x: pooled, y: edge, z: this leaf's own chance.
vec3 ginkgo(vec2 at) {
  vec3 found = vec3(0.3, 0.0, 0.5);
  float row = floor(at.y);
  for (int back = 0; back >= -1; --back) {
    float leaf_row = row + float(back);
    float shifted = at.x + 0.5 * mod(leaf_row, 2.0);
    vec2 from = vec2(fract(shifted) - 0.5, at.y - leaf_row);
    float away = length(from * vec2(1.32, 0.62));
    float turn = from.x / max(from.y, 0.05);
    float notch = 0.10 * max(1.0 - abs(turn) * 9.0, 0.0);
    float edge = 0.84 - notch - away;
    float ribs = 0.5 + 0.5 * cos(turn * 26.0);
    vec3 leaf = vec3((0.30 + 0.70 * ribs) * smoothstep(0.05, 0.7, away), smoothstep(0.11, 0.03, edge),
                     fract(sin(floor(shifted) * 12.99 + leaf_row * 78.23) * 437.6));
    if (edge > 0.0) found = leaf;
  }
  return found;
}
#endif

#ifdef BROKEN
uniform vec4 u_broken;  // cracks, gold, 1 / height of the whole
uniform vec3 u_join;
const int kSherds = 11;
const vec3 kSherd[11] = vec3[11](
  vec3(0.10, 0.12, 0.16), vec3(-0.16, 0.20, 0.08), vec3(0.18, 0.34, 0.14), vec3(-0.06, 0.42, 0.20),
  vec3(-0.20, 0.48, -0.06), vec3(0.10, 0.30, -0.24), vec3(-0.12, 0.26, -0.26), vec3(0.08, 0.62, 0.10),
  vec3(-0.08, 0.72, 0.14), vec3(0.10, 0.88, 0.22), vec3(-0.07, 0.96, 0.10));

// How far the next sherd's border is (heights of the whole), this sherd's own chance, and the way across the border.
float sherd_border(vec3 at, out float chance, out vec3 across) {
  float nearest = 9.0, next = 9.0;
  vec3 own = vec3(0.0), other = vec3(1.0);
  for (int i = 0; i < kSherds; ++i) {
    vec3 away = at - kSherd[i];
    float far2 = dot(away, away);
    if (far2 < nearest) {
      next = nearest;
      other = own;
      nearest = far2;
      own = kSherd[i];
    } else if (far2 < next) {
      next = far2;
      other = kSherd[i];
    }
  }
  across = normalize(other - own);
  chance = fract(dot(own, vec3(17.3, 41.7, 29.1)));
  return (next - nearest) / (2.0 * length(other - own));
}
#endif

#ifdef MIST
// A ball seen through: thick in the middle, gone at the edge; lit softly, without a shadow.
void main() {
  vec3 to_eye = normalize(u_eye.xyz - v_position);
  // uv says which: x 0 a ball, x 1 a disc that is y thick.
  float thick = mix(clamp(dot(normalize(v_normal), to_eye), 0.0, 1.0), v_uv.y, v_uv.x);
  vec3 albedo = v_colour.rgb * u_tint.rgb;
  vec3 light = irradiance(vec3(0.0, 0.8, 0.6), 1.0, 1.0, 0.6);
  out_colour = vec4(shown(albedo * (light + u_surface.z)), u_tint.a * thick * sqrt(thick));
}
#else
void main() {
  vec3 normal = normalize(v_normal);
  if (!gl_FrontFacing) normal = -normal;
  vec3 to_eye = u_eye.xyz - v_position;
  float away = length(to_eye);
  to_eye /= away;

  vec3 albedo = v_colour.rgb * u_tint.rgb;
#ifdef TEXTURED
  vec4 picture = texture(u_texture, v_uv);
#ifdef CUT_OUT
  if (picture.a < 0.5) discard;
  picture.rgb /= picture.a;
#endif
  albedo *= linear_of(picture.rgb);
#endif
#ifdef PLUMAGE
  vec3 leaf = ginkgo(v_uv);
  float legible = v_colour.a * clamp(1.5 - 2.0 * max(fwidth(v_uv.x), fwidth(v_uv.y)), 0.0, 1.0);
  vec3 feather = albedo * (1.24 - leaf.x * vec3(0.46, 0.66, 0.78)) * (0.85 + 0.3 * leaf.z);
  feather = mix(feather, vec3(0.74, 0.55, 0.20), 0.62 * leaf.y);
  feather = mix(feather, vec3(0.62, 0.42, 0.08) * (1.1 - 0.5 * leaf.x), 0.55 * step(0.86, leaf.z));
  albedo = mix(albedo, feather, legible);
  float gloss_of = 1.0;
#else
  float gloss_of = v_colour.a;
#endif
  float rough = u_surface.x;
#ifdef BROKEN
  vec3 whole = v_local * u_broken.z;
  vec3 ragged = vec3(texture(u_noise, whole.xy * 0.9).g, texture(u_noise, whole.yz * 0.9 + 0.3).g,
                     texture(u_noise, whole.zx * 0.9 + 0.7).g) - 0.5;
  float chance;
  vec3 across;
  float border = sherd_border(whole + ragged * 0.085, chance, across);
  float thin = max(0.0055, 0.75 * fwidth(whole.x + whole.y + whole.z));
  // They run from where it was struck; gold comes up from the foot.
  float reached = clamp((u_broken.x * 1.5 - length(whole - vec3(0.16, 0.42, 0.20))) * 8.0, 0.0, 1.0);
  float joined = clamp((u_broken.y * 1.35 - whole.y - 0.25 * (ragged.x + 0.5)) * 9.0, 0.0, 1.0);
  float wide = thin * mix(1.0, 1.55, joined);
  float crack = reached * (1.0 - smoothstep(0.55 * wide, wide, border));
  albedo *= mix(1.0, 0.80 + 0.3 * chance, reached * (1.0 - joined));
  // A raised bead of gold throws a hair of shade on either side.
  albedo *= 1.0 - 0.62 * joined * reached * (1.0 - smoothstep(wide, 1.9 * wide, border)) * (1.0 - crack);
  albedo = mix(albedo, mix(vec3(0.012, 0.010, 0.010), u_join, joined), crack);
  normal = normalize(normal + across * (crack * joined * 0.9 * border / wide));
  gloss_of = mix(gloss_of, joined, crack);
#endif
#ifdef GRAIN
  // Long streaks along x for planks, clouds for the rest; dirt makes wood duller where it is darker.
  vec3 local = v_local;
  vec4 grown = texture(u_noise, local.xz * vec2(0.55, 4.2) + local.y * vec2(1.3, 3.1));
  float grain = (mix(grown.b, grown.r, 0.4) - 0.5) / (1.0 + 1.5 * max(away - u_measures.y, 0.0) / u_measures.w);
  albedo *= 1.0 + u_surface.w * grain * 1.3;
  rough = clamp(rough - grain * u_surface.w * 0.3, 0.05, 1.0);
#endif
#ifdef BLOBS
  float open = contact(v_position, normal);
#else
  float open = 1.0;
#endif
  float lit = shadow_at(v_position, normal);
  vec3 light = irradiance(normal, lit * (0.3 + 0.7 * open), open, 0.0);

  float grazing = 1.0 - clamp(dot(normal, to_eye), 0.0, 1.0);
  float fresnel = grazing * grazing;
  fresnel = 0.045 + 0.62 * fresnel * fresnel * grazing;
  vec3 mirrored = reflect(-to_eye, normal);
#ifdef COATED
  float gloss = max(u_surface.y * gloss_of, (1.0 - rough) * 0.6);
  vec3 shine = environment(v_position, mirrored, mix(rough, 0.04, u_surface.y));
#else
  // Dull things see only a broad glint of the key lamp.
  float gloss = (1.0 - rough) * 0.6;
  float glint = clamp((dot(mirrored, u_lamp_towards[0].xyz) - 0.45 - 0.3 * gloss) * 2.4, 0.0, 1.0);
  vec3 shine = u_horizon + u_lamp_radiance[0].rgb * (glint * glint * 0.35);
#endif
  shine *= fresnel * gloss * open * (0.4 + 0.6 * lit);
  vec3 colour = albedo * light * (1.0 - fresnel * gloss) + shine + albedo * u_surface.z;

  // What is far melts into the backdrop that was painted before it.
  float clear = exp2(-u_backdrop_low.w * max(away - u_measures.y, 0.0));
#ifdef COATED
  // Black glass lets the upside-down pot through that was drawn before it.
  clear *= 1.0 - u_backdrop_more.w * smoothstep(0.3, 0.5, u_surface.y) * smoothstep(0.9, 1.0, normal.y) * (0.55 + 0.45 * grazing);
#endif
  out_colour = vec4(shown(colour), clear);
}
#endif
#endif
