// What every lit thing shares: the place's lamps as rectangles of light, the room around them, shadow, tone mapping.
// Linear light; positions in metres. Reflections are computed, not looked up: soft boxes stay crisp at any size.

uniform vec4 u_lamp_centre[LAMPS];    // xyz
uniform vec4 u_lamp_across[LAMPS];    // half side divided by its length squared
uniform vec4 u_lamp_down[LAMPS];      // the other side, feather of the edge
uniform vec4 u_lamp_radiance[LAMPS];  // rgb seen in a mirror
uniform vec4 u_lamp_towards[LAMPS];   // unit vector to the lamp, wrap of its diffuse light
uniform vec4 u_lamp_diffuse[LAMPS];   // rgb on a white wall facing it
// LAMPS and BLOBS are constants of the variant: software GL gathers lane by lane from an array indexed by a variable.
uniform vec4 u_panes;  // of lamp 0: panes in half a side, and where the first bar lies
uniform vec3 u_sky, u_horizon, u_ground;  // ambient light, also what mirrors see between the lamps
uniform vec4 u_eye;                       // xyz, exposure
uniform vec4 u_backdrop_top;              // rgb, vignette
uniform vec4 u_backdrop_low;              // rgb, fog per metre
uniform vec4 u_backdrop_glow;             // rgb, radius in heights
uniform vec4 u_backdrop_where;            // centre of the glow (0..1), centre of the light patch
uniform vec4 u_backdrop_more;             // strength of the light patch, its size in heights, how dull the table is, how it mirrors
uniform vec4 u_area;                      // pixels: x, y, w, h
uniform vec4 u_measures;                  // shadow bias (m), fog begins (m), seconds, size of the light rig (m)
uniform sampler2D u_noise;                // r soft clouds, g fine, b streaks, a white

#ifdef FRAGMENT
#ifdef SHADOW
uniform mat4 u_shadow_matrix;
uniform sampler2DShadow u_shadow_map;

float shadow_at(vec3 position, vec3 normal) {
  vec4 place = u_shadow_matrix * vec4(position + normal * u_measures.x, 1.0);
  vec3 at = place.xyz;
  // Two bilinear comparisons see eight texels; four cost twice as much where the GPU is a CPU and look hardly softer.
  vec2 reach = vec2(0.9, 0.55) / 1024.0;
  float lit = texture(u_shadow_map, at + vec3(reach, 0.0)) + texture(u_shadow_map, at - vec3(reach, 0.0));
  vec2 outside = abs(at.xy - 0.5);
  return max(0.5 * lit, step(0.495, max(outside.x, outside.y)));
}
#else
float shadow_at(vec3 position, vec3 normal) { return 1.0; }
#endif

// What a mirror at `position` sees along `along`. `blur` 0 mirror … 1 dull. Lamp 0 is the one that may be a window.
vec3 environment(vec3 position, vec3 along, float blur) {
  float rise = along.y;
  vec3 room = rise > 0.0 ? u_sky : u_ground;
  vec3 seen = mix(u_horizon, room, clamp(abs(rise) / (0.35 + 0.8 * blur), 0.0, 1.0));
  // Below the horizon lies a table that shines a little itself: the lamps hang upside down in it.
  float under = clamp(rise * -16.0, 0.0, 1.0);
  along.y = abs(rise);
  blur += 0.10 * under;
  float strength = (1.0 - u_backdrop_more.z * under) / (1.0 + 2.5 * blur);
  float soft = 1.6 * blur;
  vec3 lamps = vec3(0.0);
  for (int i = 0; i < LAMPS; ++i) {
    vec3 towards = u_lamp_centre[i].xyz - position;
    vec3 facing = u_lamp_towards[i].xyz;
    float slope = max(dot(along, facing), 0.02);
    vec3 hit = along * (dot(towards, facing) / slope) - towards;
    vec2 at = vec2(dot(hit, u_lamp_across[i].xyz), dot(hit, u_lamp_down[i].xyz));
    float feather = u_lamp_down[i].w + soft;
    vec2 inside = clamp((1.0 + feather - abs(at)) / (2.0 * feather), 0.0, 1.0);
    float light = inside.x * inside.y * clamp(slope * 10.0 - 0.3, 0.0, 1.0);
    if (i == 0) {
      vec2 pane = 0.5 - abs(fract(at * u_panes.xy + u_panes.zw) - 0.5);
      vec2 bar = clamp((pane - 0.035 + soft) / (0.05 + soft), 0.0, 1.0);
      light *= bar.x * bar.y;
    }
    lamps += u_lamp_radiance[i].rgb * light;
  }
  return seen + lamps * strength;
}

// Light falling on a dull surface. `soft` lets light creep round the edge (porcelain).
vec3 irradiance(vec3 normal, float lit, float open, float soft) {
  vec3 light = mix(u_ground, u_sky, normal.y * 0.5 + 0.5) * open;
  for (int i = 0; i < LAMPS; ++i) {
    float wrap = u_lamp_towards[i].w + soft;
    float falls = clamp((dot(normal, u_lamp_towards[i].xyz) + wrap) / (1.0 + wrap), 0.0, 1.0);
    light += u_lamp_diffuse[i].rgb * falls * falls * (i == 0 ? lit : 0.35 + 0.65 * open);
  }
  return light;
}

#ifdef STREET
// Evening sky over the old factory: saw-tooth roofs and two chimneys, far enough to be one tone.
vec3 backdrop(vec2 at, vec3 ray) {
  ray = normalize(ray);
  float up = max(ray.y, 0.0);
  // Gold and blue mixed straight would be grey: an evening sky passes through a pale green-white between them.
  float night = u_backdrop_more.x;
  vec3 pale = mix(vec3(0.86, 0.72, 0.54), mix(u_backdrop_low.rgb, u_backdrop_top.rgb, 0.55), smoothstep(0.0, 0.55, night));
  vec3 colour = mix(mix(u_backdrop_low.rgb, pale, smoothstep(0.0, 0.20, up)), u_backdrop_top.rgb, smoothstep(0.14, 0.52, up));
  float near = max(dot(normalize(vec3(ray.x, ray.y * 1.6, ray.z)), normalize(vec3(-0.26, 0.13, -0.95))), 0.0);
  colour += u_backdrop_glow.rgb * (pow(near, 6.0) * 0.6 + pow(near, 60.0) * 0.7);
  float streak = texture(u_noise, vec2(ray.x * 0.35, ray.y * 1.8)).r;
  colour += mix(vec3(0.16, 0.10, 0.06), vec3(0.03, 0.028, 0.035), night) * smoothstep(0.52, 0.75, streak) * up * exp(-5.0 * up) * 4.0;
  float turn = atan(ray.x, -ray.z);
  vec2 stars_at = vec2(turn * 40.0, ray.y * 40.0);
  vec2 star = fract(stars_at) - 0.5;
  float star_chance = textureLod(u_noise, (floor(stars_at) + 0.5) / 256.0, 0.0).a;
  colour += vec3(0.75, 0.80, 0.95) * smoothstep(0.06, 0.0, length(star)) * smoothstep(0.93, 1.0, star_chance) *
            smoothstep(0.5, 1.0, night) * smoothstep(0.12, 0.4, up);
  float moon = length(vec2(turn + 0.16, (ray.y - 0.335) * 1.1));
  colour += smoothstep(0.5, 1.0, night) * (vec3(1.1, 1.0, 0.84) * smoothstep(0.030, 0.027, moon) + vec3(0.10, 0.10, 0.12) * exp(-9.0 * moon));
  float saw = fract(turn * 5.5 + 0.2);
  float roofs = 0.035 + 0.045 * min(saw, (1.0 - saw) * 6.0) + 0.02 * sin(turn * 2.0);
  float chimney = max(1.0 - smoothstep(0.010, 0.013, abs(turn - 0.23 + ray.y * 0.02)) - step(0.21, ray.y),
                      1.0 - smoothstep(0.013, 0.016, abs(turn + 0.41)) - step(0.16, ray.y));
  float town = max(smoothstep(roofs + 0.002, roofs - 0.002, ray.y), clamp(chimney, 0.0, 1.0));
  vec3 haze = mix(u_backdrop_low.rgb, vec3(0.13, 0.10, 0.10), 0.62 + 0.2 * clamp(ray.y * 6.0, 0.0, 1.0));
  haze = mix(haze, u_backdrop_low.rgb * 0.35 + vec3(0.004, 0.004, 0.008), smoothstep(0.2, 1.0, night));
  // Windows of the far town, a few at dusk, more later.
  vec2 pane_at = vec2(turn * 90.0, ray.y * 210.0);
  float awake = textureLod(u_noise, (floor(pane_at) + 0.5) / 256.0, 0.0).a;
  vec2 pane = abs(fract(pane_at) - 0.5);
  haze += vec3(0.85, 0.46, 0.16) * step(pane.x, 0.28) * step(pane.y, 0.32) * step(1.0 - 0.22 * night, awake) *
          step(ray.y, roofs - 0.012) * step(0.004, ray.y) * smoothstep(0.1, 0.5, night);
  return mix(colour, haze, town);
}
#else
vec3 backdrop(vec2 at, vec3 ray) {
  vec3 colour = mix(u_backdrop_low.rgb, u_backdrop_top.rgb, smoothstep(0.0, 1.0, at.y));
  vec2 from = at - u_backdrop_where.xy;
  from.x *= u_area.z / u_area.w;
  float near = 1.0 - smoothstep(0.0, u_backdrop_glow.w, length(from));
  colour += u_backdrop_glow.rgb * near * near;
  // The window's light on the far wall, aslant, its mullions blurred by distance.
  vec2 patch_at = (at - u_backdrop_where.zw) * vec2(u_area.z / u_area.w, 1.0) / u_backdrop_more.y;
  patch_at.y -= patch_at.x * 0.32;
  vec2 rim = smoothstep(vec2(0.56), vec2(0.40), abs(patch_at * vec2(1.0, 0.72)));
  vec2 bars = abs(fract(patch_at * vec2(3.0, 2.6) + 0.5) - 0.5);
  bars = 0.45 + 0.55 * smoothstep(vec2(0.0), vec2(0.16), bars);
  colour += u_backdrop_glow.rgb * (u_backdrop_more.x * rim.x * rim.y * bars.x * bars.y);
  vec2 edge = at - 0.5;
  return colour * (1.0 - u_backdrop_top.w * dot(edge, edge));
}
#endif

// One rational curve fitted (to 0.017) to ACES' shoulder (Narkowicz 2016) followed by the 2.2 root: no pow per pixel.
vec3 shown(vec3 light) {
  vec3 x = light * u_eye.w;
  return clamp(x * (1.04 * x + 0.028) / (x * (x + 0.19) + 0.0036), 0.0, 1.0);
}
#endif

vec3 linear_of(vec3 srgb) { return srgb * srgb * (srgb * 0.305306 + 0.682171) + srgb * 0.0125228; }
