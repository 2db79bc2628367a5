// The scene's shader programs and the uniforms they share.
//
// Private to this folder. Ware and plain programs come in variants (glazed, painted, damaged, …) made by #define and
// built when first needed: software GL runs both sides of every `if`, so what a pot has not must not be in its shader.
#pragma once

#include <array>
#include <vector>

#include "game/base/result.h"
#include "game/engine/scene_place.h"
#include "game/engine/shaders.h"

namespace sui::engine {

inline constexpr int kBlobsMax = 4;

enum class Kind : uint8_t { kWare, kPlain, kBackdrop, kShadow, kResolve, kSpread };

enum Variant : uint32_t {
  kGlazed = 1,
  kPainted = 2,
  kDamaged = 4,
  kShadowed = 8,
  kGrained = 16,
  kTextured = 32,
  kStreet = 64,
  kCoated = 128,
  kBlobbed = 256,  // one pot casts a contact shadow; with kCrowded up to kBlobsMax do
  kCrowded = 1024,
  kPlumed = 512,
  kDecorated = 2048,
  kMany = 4096,    // transforms come from a buffer
  kBroken = 8192,  // cracks, and gold in them
  kMist = 16384,
  kCutOut = 32768,
};

enum class Slot : uint8_t {
  kModel,
  kViewProjection,
  kLampCentre,
  kLampAcross,
  kLampDown,
  kLampRadiance,
  kLampTowards,
  kLampDiffuse,
  kSky,
  kHorizon,
  kGround,
  kEye,
  kBackdropTop,
  kBackdropLow,
  kBackdropGlow,
  kBackdropWhere,
  kArea,
  kMeasures,
  kShadowMatrix,
  kBody,
  kGlass,
  kSurface,
  kHeat,
  kTint,
  kBlobs,
  kRayLow,
  kRayAcross,
  kRayUp,
  kBackdropMore,
  kPanes,
  kCopper,
  kIron,
  kCobalt,
  kBrokenness,
  kJoin,
  kCount
};

struct Program {
  Kind kind = Kind::kWare;
  uint32_t variant = 0;
  int lamps = 0;
  GLuint name = 0;
  std::array<GLint, static_cast<std::size_t>(Slot::kCount)> slots{};
  uint64_t pass = 0;  // the pass whose light it carries
};

struct Vec4 {
  float x = 0, y = 0, z = 0, w = 0;
};

// What one pass (begin … end) has in common.
struct PassLight {
  LightRig rig;
  Vec3 eye, target;
  float size = 1;  // the rig is laid out for a camera 1 m away
  Vec4 area_px;
  Vec4 measures;
  Mat4 view_projection, shadow_matrix;
  Vec3 ray_low, ray_across, ray_up;  // of the area's lower left corner, and to its right and upper neighbours
};

// `lamps`: how many the place has, 1..kLampsMax.
Result<Program> build(const Assets& assets, Dialect dialect, Kind kind, uint32_t variant, int lamps);
void use_light(const Program& program, const PassLight& light);  // the program must be in use
void set(const Program& program, Slot slot, Vec4 value);
void set(const Program& program, Slot slot, Vec3 value);
void set(const Program& program, Slot slot, const Mat4& value);
void set(const Program& program, Slot slot, int value);
void set(const Program& program, Slot slot, const Vec4* values, int count);
Vec3 linear(Colour srgb);

}  // namespace sui::engine
