#include "game/engine/scene_programs.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace sui::engine {
namespace {

static_assert(kBlobsMax == 4);  // as define_lines says

constexpr std::array<const char*, static_cast<std::size_t>(Slot::kCount)> kSlotNames = {
    "u_model",         "u_view_projection", "u_lamp_centre",   "u_lamp_across",
    "u_lamp_down",     "u_lamp_radiance",   "u_lamp_towards",  "u_lamp_diffuse",
    "u_sky",           "u_horizon",         "u_ground",        "u_eye",
    "u_backdrop_top",  "u_backdrop_low",    "u_backdrop_glow", "u_backdrop_where",
    "u_area",          "u_measures",        "u_shadow_matrix", "u_body",
    "u_glass",         "u_surface",         "u_heat",          "u_tint",
    "u_blobs",         "u_ray_low",         "u_ray_across",    "u_ray_up",
    "u_backdrop_more", "u_panes",           "u_copper",        "u_iron",
    "u_cobalt",        "u_broken",          "u_join"};

GLint location(const Program& program, Slot slot) {
  return program.slots[static_cast<std::size_t>(slot)];
}

Vec4 with(Vec3 value, float w) {
  return {value.x, value.y, value.z, w};
}

// The dot product with this gives how many half sides along the lamp a point lies.
Vec3 measure(Vec3 half_side) {
  return half_side * (1 / std::max(dot(half_side, half_side), 1e-8f));
}

std::string define_lines(uint32_t variant, int lamps) {
  std::string lines = "#define LAMPS " + std::to_string(lamps) + "\n";
  const auto add = [&](uint32_t bit, const char* name) {
    if ((variant & bit) != 0) lines += std::string("#define ") + name + " 1\n";
  };
  add(kGlazed, "GLAZED");
  add(kPainted, "PAINT");
  add(kDamaged, "DAMAGE");
  add(kShadowed, "SHADOW");
  add(kGrained, "GRAIN");
  add(kTextured, "TEXTURED");
  add(kStreet, "STREET");
  add(kCoated, "COATED");
  if ((variant & kBlobbed) != 0) lines += (variant & kCrowded) != 0 ? "#define BLOBS 4\n" : "#define BLOBS 1\n";
  add(kPlumed, "PLUMAGE");
  add(kDecorated, "DECOR");
  add(kMany, "MANY");
  add(kBroken, "BROKEN");
  add(kMist, "MIST");
  add(kCutOut, "CUT_OUT");
  return lines;
}

Result<GLuint> build_name(const Assets& assets, Dialect dialect, Kind kind, const std::string& defines) {
  switch (kind) {
    case Kind::kWare:
      return build_program(assets, dialect, {"scene_common.glsl", "scene_ware.glsl"}, defines);
    case Kind::kPlain:
      return build_program(assets, dialect, {"scene_common.glsl", "scene_plain.glsl"}, defines);
    case Kind::kBackdrop:
      return build_program(assets, dialect, {"scene_common.glsl", "scene_backdrop.glsl"}, defines);
    case Kind::kShadow:
      return build_program(assets, dialect, {"scene_shadow.glsl"}, defines);
    case Kind::kResolve:
      return build_program(assets, dialect, {"scene_resolve.glsl"}, defines);
    case Kind::kSpread:
      return build_program(assets, dialect, {"scene_spread.glsl"}, defines);
  }
  return Error{"scene", "no such program"};
}

void sampler(GLuint program, const char* name, GLint unit) {
  const GLint place = glGetUniformLocation(program, name);
  if (place >= 0) glUniform1i(place, unit);
}

}  // namespace

Result<Program> build(const Assets& assets, Dialect dialect, Kind kind, uint32_t variant, int lamps) {
  Result<GLuint> name = build_name(assets, dialect, kind, define_lines(variant, lamps));
  if (!name) return name.error();
  Program program;
  program.kind = kind;
  program.variant = variant;
  program.lamps = lamps;
  program.name = *name;
  for (std::size_t index = 0; index < kSlotNames.size(); ++index) {
    program.slots[index] = glGetUniformLocation(program.name, kSlotNames[index]);
  }
  glUseProgram(program.name);
  sampler(program.name, "u_noise", 0);
  sampler(program.name, "u_shadow_map", 1);
  sampler(program.name, "u_paint", 2);
  sampler(program.name, "u_decor", 3);
  sampler(program.name, "u_enamel", 4);
  sampler(program.name, "u_texture", 2);
  sampler(program.name, "u_drawn", 2);
  glUseProgram(0);
  return program;
}

void set(const Program& program, Slot slot, Vec4 value) {
  glUniform4f(location(program, slot), value.x, value.y, value.z, value.w);
}
void set(const Program& program, Slot slot, Vec3 value) {
  glUniform3f(location(program, slot), value.x, value.y, value.z);
}
void set(const Program& program, Slot slot, const Mat4& value) {
  glUniformMatrix4fv(location(program, slot), 1, GL_FALSE, value.m.data());
}
void set(const Program& program, Slot slot, int value) {
  glUniform1i(location(program, slot), value);
}
void set(const Program& program, Slot slot, const Vec4* values, int count) {
  if (location(program, slot) >= 0 && count > 0) glUniform4fv(location(program, slot), count, &values->x);
}

void use_light(const Program& program, const PassLight& light) {
  const LightRig& rig = light.rig;
  assert(program.lamps == 0 || program.lamps == rig.lamp_count);
  std::array<Vec4, kLampsMax> centre, across, down, radiance, towards, diffuse;
  for (std::size_t index = 0; index < static_cast<std::size_t>(rig.lamp_count); ++index) {
    const Lamp& lamp = rig.lamps[index];
    centre[index] = with(light.target + lamp.centre * light.size, 0);
    across[index] = with(measure(lamp.across * light.size), 0);
    down[index] = with(measure(lamp.down * light.size), std::max(lamp.feather, 0.01f));
    radiance[index] = with(lamp.mirrored, 0);
    towards[index] = with(lamp_direction(lamp), lamp.wrap);
    diffuse[index] = with(lamp.diffuse, 0);
  }
  set(program, Slot::kLampCentre, centre.data(), rig.lamp_count);
  set(program, Slot::kLampAcross, across.data(), rig.lamp_count);
  set(program, Slot::kLampDown, down.data(), rig.lamp_count);
  set(program, Slot::kLampRadiance, radiance.data(), rig.lamp_count);
  set(program, Slot::kLampTowards, towards.data(), rig.lamp_count);
  set(program, Slot::kLampDiffuse, diffuse.data(), rig.lamp_count);
  // Bars lie between panes; a lamp that is no window has its only bar on its border, where it does not show.
  const auto first_bar = [](float panes) { return panes * 0.5f; };
  const Lamp& window = rig.lamps[0];
  const float across_panes = window.panes_across, down_panes = window.panes_down;
  set(program, Slot::kPanes,
      Vec4{across_panes * 0.5f, down_panes * 0.5f, first_bar(across_panes), first_bar(down_panes)});
  set(program, Slot::kSky, rig.sky);
  set(program, Slot::kHorizon, rig.horizon);
  set(program, Slot::kGround, rig.ground);
  set(program, Slot::kEye, with(light.eye, rig.exposure));
  set(program, Slot::kBackdropTop, with(rig.wall_top, rig.vignette));
  set(program, Slot::kBackdropLow, with(rig.wall_low, rig.fog_per_m / light.size));
  set(program, Slot::kBackdropGlow, with(rig.wall_glow, rig.glow_radius));
  set(program, Slot::kBackdropWhere, Vec4{rig.glow_at.x, rig.glow_at.y, rig.patch_at.x, rig.patch_at.y});
  set(program, Slot::kBackdropMore, Vec4{rig.patch, rig.patch_size, rig.table_dullness, rig.table_mirror});
  set(program, Slot::kArea, light.area_px);
  set(program, Slot::kMeasures, light.measures);
  set(program, Slot::kShadowMatrix, light.shadow_matrix);
  set(program, Slot::kViewProjection, light.view_projection);
  set(program, Slot::kRayLow, light.ray_low);
  set(program, Slot::kRayAcross, light.ray_across);
  set(program, Slot::kRayUp, light.ray_up);
}

Vec3 linear(Colour srgb) {
  const auto channel = [](float value) {
    return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f);
  };
  return {channel(srgb.r), channel(srgb.g), channel(srgb.b)};
}

}  // namespace sui::engine
