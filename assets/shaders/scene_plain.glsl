// Wood, brick, cloth, lanterns, the duck: vertex colours, a little procedural grain, an optional glassy coat.
#ifdef VERTEX
layout(location = 0) in vec3 in_position;
layout(location = 1) in vec3 in_normal;
layout(location = 2) in vec2 in_uv;
layout(location = 3) in vec4 in_colour;
uniform mat4 u_model, u_view_projection;
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
uniform vec4 u_blobs[4]; // pots standing near: x, y, z, 1 / radius
uniform int u_blob_count;
uniform sampler2D u_texture;

#ifdef BLOBS
// A cylinder's share of the hemisphere over the table, roughly: darkest at its foot.
float contact(vec3 position, vec3 normal) {
  float open = 1.0;
  for (int i = 0; i < u_blob_count; ++i) {
    vec3 from = (position - u_blobs[i].xyz) * u_blobs[i].w;
    float out_of = max(dot(from.xz, from.xz) - 1.0, 0.0);
    float below = clamp(1.0 - 0.6 * abs(from.y), 0.0, 1.0) * max(normal.y, 0.0);
    open *= 1.0 - 0.8 * below / (1.0 + 3.4 * out_of);
  }
  return open;
}
#endif

void main() {
  vec3 normal = normalize(v_normal);
  if (!gl_FrontFacing) normal = -normal;
  vec3 to_eye = u_eye.xyz - v_position;
  float away = length(to_eye);
  to_eye /= away;

  vec3 albedo = v_colour.rgb * u_tint.rgb;
#ifdef TEXTURED
  vec4 picture = texture(u_texture, v_uv);
  albedo *= linear_of(picture.rgb);
#endif
  float rough = u_surface.x;
#ifdef GRAIN
  // Long streaks along x for planks, clouds for the rest; dirt makes wood duller where it is darker.
  vec3 local = v_local;
  float streaks = texture(u_noise, local.xz * vec2(0.55, 5.0) + local.y * 3.1).b;
  float clouds = texture(u_noise, local.xz * 1.7 + local.y * vec2(1.3, 2.1)).r;
  float grain = (mix(streaks, clouds, 0.45) - 0.5) / (1.0 + 1.5 * max(away - u_measures.y, 0.0) / u_measures.w);
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
  fresnel = 0.04 + 0.96 * fresnel * fresnel * grazing;
  vec3 mirrored = reflect(-to_eye, normal);
#ifdef COATED
  float gloss = max(u_surface.y * v_colour.a, (1.0 - rough) * 0.6);
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
  out_colour = vec4(shown(colour), clear);
}
#endif
