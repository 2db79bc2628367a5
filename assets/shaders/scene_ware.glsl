// Clay on its way to porcelain. One shader, two characters: GLAZED is glass over a white translucent body with cobalt
// under it; without it the surface is clay, from a dripping film to chalk and biscuit.
#ifdef VERTEX
layout(location = 0) in vec3 in_position;
layout(location = 1) in vec3 in_normal;
layout(location = 2) in vec2 in_uv;
layout(location = 3) in vec4 in_colour;  // open to the sky, wall thickness / 16 mm, bare foot, glaze / 1.5 mm
uniform mat4 u_model, u_view_projection;
VARYING vec3 v_position, v_normal, v_local;
VARYING vec2 v_uv;
VARYING vec4 v_wall;
void main() {
  vec4 world = u_model * vec4(in_position, 1.0);
  v_position = world.xyz;
  v_normal = mat3(u_model) * in_normal;
  v_local = in_position;
  v_uv = in_uv;
  v_wall = in_colour;
  gl_Position = u_view_projection * world;
}
#else
VARYING vec3 v_position, v_normal, v_local;
VARYING vec2 v_uv;
VARYING vec4 v_wall;
layout(location = 0) out vec4 out_colour;
uniform vec4 u_body;     // linear albedo, wetness
// Outside then inside: what 1 mm absorbs and how deep its skin is (mm); what the skin absorbs and the share of iron
// islands; what 1 mm scatters and how far the islands are drawn out; the islands' colour and the gloss.
uniform vec4 u_glass[8];
uniform vec4 u_surface;  // throwing lines, translucency (of raw clay: how its skin differs in moisture), crackle, cracked
uniform vec4 u_heat;     // glow, paint fired, powder over the paint, shine of enamels
uniform sampler2D u_paint;  // cobalt, how bare of glaze
uniform vec4 u_cobalt;       // its deepest tone on white, how far it heaped and piled

#ifdef GLAZED
// Kubelka & Munk: a layer that absorbs and scatters, over a body; its skin absorbs differently, air having come back.
vec3 glass_over(vec3 body, float mm, vec4 absorbs, vec3 skin, vec3 scatters) {
  vec3 k = mix(absorbs.rgb, skin, min(absorbs.w, mm) / max(mm, 0.001));
  vec3 s = max(scatters, 0.002);
  vec3 a = 1.0 + k / s;
  vec3 b = sqrt(max(a * a - 1.0, 1e-5));
  vec3 faded = exp(-min(b * s * mm, 40.0));
  vec3 twice = faded * faded;
  vec3 bottom = a * (1.0 - twice) + b * (1.0 + twice);
  vec3 own = (1.0 - twice) / bottom;
  vec3 through = 2.0 * b * faded / bottom;
  return own + through * through * body / (1.0 - own * body);
}
#endif

// Cobalt dissolved in the glass absorbs as it lies; where it is heaped and cooled slowly its iron comes out in dark
// spots that sink in. Raw it is dull grey-violet.
vec3 painted(vec3 body, float load, float fired, float speckle) {
  vec3 blue = body * pow(u_cobalt.rgb, vec3(load * (0.92 + 0.16 * speckle)));
  float piled = u_cobalt.a * smoothstep(0.33, 1.0, load);
  blue = mix(blue, vec3(0.0075, 0.0086, 0.0137), piled * smoothstep(0.62, 0.38, speckle));
  vec3 raw = mix(body, vec3(0.030, 0.027, 0.034), 1.0 - exp(-5.0 * load));
  return mix(raw, blue, fired);
}

#ifdef DECOR
uniform sampler2D u_decor;   // copper, iron, hole, height (0.5: the wall's face)
uniform sampler2D u_enamel;  // root of the colour times cover, and cover
uniform vec3 u_copper, u_iron;

// Copper red and iron brown stand in the glaze as cobalt does; raw they are a grey-green and a rust slip.
vec3 coloured(vec3 body, vec2 amount, float fired, float speckle) {
  vec2 depth = amount * (1.45 + 0.3 * speckle);
  vec3 struck = body * pow(u_copper, vec3(depth.x)) * pow(u_iron, vec3(depth.y));
  vec3 raw = mix(body, vec3(0.085, 0.105, 0.080), 1.0 - exp(-5.0 * amount.x));
  raw = mix(raw, vec3(0.150, 0.045, 0.022), 1.0 - exp(-5.0 * amount.y));
  return mix(raw, struck, fired);
}

// Slope of what was cut and raised, along and up the wall; `at` on the wall, lengths in metres.
vec2 relief_slope(vec2 at, float radius, float tall) {
  vec2 texel = 1.0 / vec2(textureSize(u_decor, 0));
  float right = texture(u_decor, at + vec2(texel.x, 0.0)).a - texture(u_decor, at - vec2(texel.x, 0.0)).a;
  float above = texture(u_decor, at + vec2(0.0, texel.y)).a - texture(u_decor, at - vec2(0.0, texel.y)).a;
  vec2 apart = 2.0 * texel * vec2(6.2832 * max(radius, 0.004), max(tall, 0.004));
  return clamp(vec2(right, above) * (0.255 / 48.0) / apart, -1.4, 1.4);
}
#endif

// A hairline that runs down from the rim at u = 0.13, with one branch.
float crack_line(vec2 at, float grown) {
  float jag = texture(u_noise, vec2(at.y * 0.9, 0.31)).r - 0.5 + 0.35 * (texture(u_noise, vec2(at.y * 4.7, 0.71)).r - 0.5);
  float down = 1.0 - at.y;
  float across = abs(fract(at.x - 0.13 - 0.05 * jag + 0.5) - 0.5);
  float branch = abs(fract(at.x - 0.13 - 0.05 * jag - 0.16 * max(down - 0.25, 0.0) + 0.5) - 0.5) + step(down, 0.25);
  float width = 0.0035 * grown * smoothstep(0.75 * grown, 0.0, down) + 0.0004;
  return smoothstep(width * 1.6, width * 0.4, min(across, branch * 1.4)) * step(down, 0.75 * grown) * step(0.0, down);
}

// Distance to the nearest border of a cell: the net of a crazed glaze.
float crazing(vec2 at) {
  vec2 cell = floor(at), inside = fract(at);
  float nearest = 8.0, second = 8.0;
  for (int y = -1; y <= 1; ++y) {
    for (int x = -1; x <= 1; ++x) {
      vec2 step_to = vec2(float(x), float(y));
      vec2 jitter = texelFetch(u_noise, (ivec2(cell + step_to) * ivec2(7, 13)) & 255, 0).ga;
      vec2 from = step_to + jitter * 0.9 - inside;
      float distance2 = dot(from, from);
      second = min(second, max(nearest, distance2));
      nearest = min(nearest, distance2);
    }
  }
  return sqrt(second) - sqrt(nearest);
}

void main() {
  vec3 smooth_normal = normalize(v_normal);
  vec3 to_eye = normalize(u_eye.xyz - v_position);
  float open = v_wall.r;
  vec3 uphill = vec3(0.0, 1.0, 0.0) - smooth_normal * smooth_normal.y;
  uphill *= inversesqrt(max(dot(uphill, uphill), 0.02));
  vec3 sideways = cross(smooth_normal, uphill);
  // The surface in metres of itself, for marks that belong to the clay and turn with it.
  float radius = length(v_local.xz);
  vec2 skin = vec2(v_uv.x * 6.0, (v_local.y + radius * 0.7) * 9.0);
  if (v_uv.y < -0.01) skin = v_local.xz * 22.0;  // the underside is flat: no seam, no star
  vec4 noise = texture(u_noise, skin);

  // Throwing rings: a spiral a finger leaves, some 3.4 mm to the turn, deeper here and shallower there.
  float spiral = v_local.y * 294.0 + v_uv.x;
  float walls = 1.0 - smooth_normal.y * smooth_normal.y;
  float floor_spiral = radius * 260.0 - v_uv.x;
  float turns = walls > 0.5 ? spiral : floor_spiral;
  float legible = clamp(1.2 - 2.4 * fwidth(v_local.y + radius) * 290.0, 0.0, 1.0);
  float ridge = cos(turns * 6.2832 + 2.2 * noise.r) * (0.15 + 1.6 * noise.r * noise.r) * u_surface.x * legible;
  vec3 normal = smooth_normal + uphill * (ridge * 0.16 * abs(2.0 * walls - 1.0));

#ifdef PAINT
  bool outer = v_uv.y > 0.0 && v_uv.y < 1.0;
  float load = outer ? texture(u_paint, v_uv).r * (1.0 - 0.88 * u_heat.z) : 0.0;
#endif
#ifdef DECOR
  float tall = (fwidth(v_local.y) + fwidth(radius)) / max(fwidth(v_uv.y), 1e-5);
  vec4 decor = outer ? texture(u_decor, v_uv) : vec4(0.0, 0.0, 0.0, 0.502);
  vec4 over = outer ? texture(u_enamel, v_uv) : vec4(0.0);
  float cut_mm = (0.502 - decor.a) * (255.0 / 48.0);
  if (outer) {
    vec2 slope = relief_slope(v_uv, radius, tall) * (1.0 - 0.55 * u_heat.z);
    normal = normalize(normal - sideways * slope.x - uphill * slope.y);
  }
  decor.rg *= 1.0 - 0.88 * u_heat.z;
  vec3 over_colour = over.rgb / max(over.a, 0.004);
  over_colour *= over_colour;
#endif

  float lit = shadow_at(v_position, smooth_normal);
  float facing = clamp(dot(normal, to_eye), 0.0, 1.0);

#ifdef GLAZED
  float glass_mm = v_wall.a * 1.5;
  // Orange-peel far below what a brush of light would break on: reflections must live, not ripple.
  normal = normalize(normal + (sideways * (noise.r - 0.5) + uphill * (noise.g - 0.5)) * 0.022);
  vec3 body = u_body.rgb;
#ifdef PAINT
  // The glaze dissolves a little of the cobalt and carries it: a second, wider sample makes the edge bleed.
  float bled = outer ? textureLod(u_paint, v_uv, 2.2).r : 0.0;
  load = mix(load, bled, 0.3 * u_heat.y);
  // Where wax kept the glaze off, the wall is dry and what was painted under the wax never melted in.
  float waxed = outer ? texture(u_paint, v_uv).g : 0.0;
  vec3 dry = painted(u_body.rgb, load, 0.0, noise.b);
  body = painted(body, load, u_heat.y, noise.b);
#endif
#ifdef DECOR
  body = coloured(body, decor.rg, u_heat.y, noise.b);
  dry = coloured(dry, decor.rg, 0.0, noise.b);
  glass_mm += clamp(cut_mm, -0.3, 1.5) * 0.6;  // glaze levels itself: deep in the cuts, thin on what stands out
  glass_mm = max(glass_mm, 0.0);
  body = mix(body, vec3(0.62, 0.76, 0.71), decor.b);  // a pierced grain is glass alone
#endif
  // Over the lip one glaze gives way to the other.
  float within = smoothstep(1.004, 1.016, v_uv.y);
  vec4 absorbs = mix(u_glass[0], u_glass[4], within), oxidised = mix(u_glass[1], u_glass[5], within);
  vec4 scatters = mix(u_glass[2], u_glass[6], within), islands = mix(u_glass[3], u_glass[7], within);
  vec3 albedo = glass_over(body, glass_mm * (0.75 + 0.25 / max(facing, 0.35)), absorbs, oxidised.rgb, scatters.rgb);
  if (oxidised.w > 0.002) {
    // Iron that came out: round spots in a stiff melt, fur where it ran.
    vec2 at = vec2(v_uv.x * mix(9.0, 22.0, scatters.w), (v_local.y + radius * 0.6) * mix(26.0, 2.2, scatters.w));
    float isle = texture(u_noise, at).r * 0.75 + texture(u_noise, at * 2.7 + 0.37).g * 0.25;
    float cover = smoothstep(-0.07, 0.07, isle - 0.5 + (oxidised.w - 0.5) * 0.62);
    albedo = mix(albedo, islands.rgb, cover * min(glass_mm * 3.5, 1.0));
  }
  float craze = 0.0;
#ifdef DAMAGE
  vec2 net = vec2(v_uv.x * 64.0, (v_local.y + radius * 0.6) * 190.0);
  craze = smoothstep(0.085, 0.02, crazing(net)) * u_surface.z * step(0.02, v_wall.a);
  float line = crack_line(v_uv, u_surface.w);
  // Fresh cracks only glint; a glaze that was made to crackle has drunk ink and tea.
  albedo *= 1.0 - 0.55 * u_surface.z * craze;
  albedo *= 1.0 - 0.93 * line;
#endif
  float bare = v_wall.b;
  albedo = mix(albedo, u_body.rgb * vec3(1.0, 0.93, 0.84), bare);
#ifdef PAINT
  albedo = mix(albedo, dry * vec3(1.0, 0.93, 0.84), waxed);
  bare = max(bare, waxed);
#endif
#ifdef DECOR
  albedo = mix(albedo, over_colour, over.a);
#endif

  float soft = 0.22 * u_surface.y;
  vec3 light = irradiance(normal, lit, open, 0.12 + soft);
  // Light wanders in the body: shadows on porcelain are never quite dark, and a little warm.
  light += vec3(0.055, 0.048, 0.042) * u_surface.y * open;
  vec3 through = vec3(0.0);
  for (int i = 0; i < LAMPS; ++i) {
    float behind = clamp(-dot(smooth_normal, u_lamp_towards[i].xyz) * 0.8 + 0.25, 0.0, 1.0);
    through += u_lamp_diffuse[i].rgb * behind;
  }
  float thin = exp(-v_wall.g * 16.0 / 2.2);
  through *= thin * u_surface.y * vec3(1.0, 0.86, 0.68) * albedo * 0.9;
#ifdef DECOR
  through += decor.b * vec3(0.55, 0.72, 0.66) * (0.35 + 0.65 * open) * 0.5;
  through *= 1.0 - over.a;
#endif

  float gloss = islands.w * (1.0 - bare) * (1.0 - 0.5 * craze);
#ifdef DECOR
  gloss *= mix(1.0, u_heat.w, over.a);
#endif
  float grazing = 1.0 - clamp(dot(normal, to_eye), 0.0, 1.0);
  float fresnel = grazing * grazing;
  fresnel = 0.05 + 0.95 * fresnel * fresnel * grazing;
  float blur = mix(0.9, 0.015, sqrt(gloss));
  vec3 shine = environment(v_position, reflect(-to_eye, normal), blur) * fresnel * (0.25 + 0.75 * gloss);
  shine *= open * (0.35 + 0.65 * max(lit, open * 0.5));
  vec3 colour = albedo * light * (1.0 - fresnel * gloss) + through + shine;
#else
  // Moister skin is darker, drier paler: a pot dries from the rim down, and where a wet hand was it shows.
  float damp = (2.0 * v_wall.a - 1.0) * u_surface.y;
  float wet = clamp(u_body.w + 0.3 * damp, 0.0, 1.0);
  vec3 albedo = u_body.rgb * (0.95 + 0.10 * noise.r) * (0.97 + 0.06 * noise.a);
  albedo *= 1.0 - 0.30 * damp;
  // Water closes the pores: darker and a little more saturated. Low places stay wet longest.
  float film = clamp(wet * 1.25 - 0.25 * noise.r, 0.0, 1.0);
  albedo *= mix(vec3(1.0), vec3(0.52, 0.525, 0.54), film);
  albedo *= 1.0 - 0.10 * u_surface.x * max(-ridge, 0.0);
  normal = normalize(normal + (sideways * (noise.g - 0.5) + uphill * (noise.a - 0.5)) * mix(0.16, 0.05, film));
#ifdef PAINT
  albedo = painted(albedo, load, u_heat.y, noise.b);
#endif
#ifdef DECOR
  albedo = coloured(albedo, decor.rg, u_heat.y, noise.b);
  albedo *= 1.0 - 0.5 * clamp(cut_mm, 0.0, 1.0);
  albedo = mix(albedo, vec3(0.012), decor.b);
  albedo = mix(albedo, over_colour, over.a);
#endif
#ifdef DAMAGE
  albedo *= 1.0 - 0.9 * crack_line(v_uv, u_surface.w);
#endif
  vec3 light = irradiance(normal, lit, open, 0.05);
  float grazing = 1.0 - clamp(dot(normal, to_eye), 0.0, 1.0);
  float fresnel = grazing * grazing;
  fresnel = 0.03 + 0.97 * fresnel * fresnel * grazing;
  float blur = mix(0.85, 0.05, smoothstep(0.25, 0.95, film));
  float shine_of = mix(0.06, 1.25, film * film);
  vec3 shine = environment(v_position, reflect(-to_eye, normal), blur) * fresnel * shine_of;
  shine *= open * (0.3 + 0.7 * lit);
  vec3 colour = albedo * light * (1.0 - 0.7 * fresnel * film) + shine;
#endif

  // 600 °C is the first dull red, 1300 °C a pale yellow. In a kiln all glows alike and forms would vanish: the eye
  // keeps them by a little more light where the wall faces it.
  float glow = u_heat.x;
  vec3 ember = mix(vec3(1.0, 0.10, 0.012), vec3(1.0, 0.56, 0.24), glow) * (1.9 * glow * glow + 0.22 * glow);
  colour = colour * (1.0 - 0.5 * glow) + ember * (0.32 + 0.68 * facing * facing) * (0.55 + 0.45 * open) *
                                            (0.82 + 0.18 * smooth_normal.y) * (0.86 + 0.2 * noise.r);
  out_colour = vec4(shown(colour), 1.0);
}
#endif
