// Scene: the lit three-dimensional picture under the canvas. Meshes and textures by id; materials for ware and for all
// else.
//
// Owns GPU objects, the environment (soft boxes, window, sky: analytic, in the shader), one shadow map, tone mapping.
// One shader source for GLES 3.0, WebGL 2 and GL 3.3 core. Units: metres, y up; linear light inside, colours given in
// sRGB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "game/engine/geometry.h"
#include "game/engine/quality.h"

namespace sui::engine {

enum class MeshId : uint32_t { kNone = 0 };
enum class TextureId : uint32_t { kNone = 0 };

struct Vertex {
  Vec3 position;
  Vec3 normal;
  Vec2 uv;
  uint32_t colour_rgba8 =
      0xffffffffu;  // sRGB, r in the low byte; a: 255 glossy … 0 matte for plain things, thickness for ware
};

struct Mesh {
  std::vector<Vertex> vertices;
  std::vector<uint32_t> indices;
};

enum class Place : uint8_t {
  kWorkshop,  // morning window from the left, warm room, dark wood
  kPaper,     // painting table: even north light
  kKiln,      // inside a kiln: daylight while it is cold, then ember light from below (Scene::heat)
  kVitrine,   // reveal: black museum case, two strip lights and a rim
  kStreet,    // old factory street in the late afternoon, lanterns
};

struct Camera {
  Vec3 eye{0, 0.3f, 0.9f}, target{0, 0.12f, 0}, up{0, 1, 0};
  float fov_y_deg = 32;
};

// A melted glaze as layers of light: Kubelka-Munk with an oxidised skin. Linear rgb, per mm.
struct WareGlass {
  Vec3 absorbs, skin, scatters;
  Vec3 spot;  // reflectance of iron that came out as islands
  float skin_mm = 0, spots = 0, streaks = 0, gloss = 0;
};

// Clay, biscuit and porcelain. Vertex uv: u turn, v 0 foot … 1 rim; vertex colour is not a colour here: r how open to
// the sky (255 all), g wall thickness 0..16 mm, b bare foot, a glaze thickness 0..1.5 mm or, on raw clay (damp), how
// moist here: 0.5 as everywhere (ware/ fills them in).
struct WareMaterial {
  Colour body;                // albedo of the clay now
  float wetness = 0;          // darkens, adds a water film's sharp moving highlight
  float damp = 0;             // raw clay: how much its skin differs from place to place, 0 not at all
  float throwing_lines = 0;   // fine spiral ridges in the normal
  WareGlass outside, inside;  // the glaze on either face
  float gloss = 0;            // 0 powder … 1 glass: the clear coat
  float translucency = 0;     // light from behind glows through thin walls
  float crackle = 0;
  float cracked = 0;                    // dark crack lines
  float glow = 0;                       // incandescence 0..1: 600 °C … 1300 °C
  TextureId paint = TextureId::kNone;   // cobalt, then how bare of glaze where any is; kNone: unpainted
  TextureId decor = TextureId::kNone;   // copper, iron, hole, height (0.5: the wall's face); kNone: none of them
  TextureId enamel = TextureId::kNone;  // premultiplied linear colour and cover, over everything; needs decor too
  Vec3 cobalt{0.001f, 0.002f, 0.2f};    // linear: what the deepest tone lets the white wall send back
  float cobalt_piled = 0;               // 0 … 1: dark spots where it lies thick
  Vec3 copper{0.1f, 0.1f, 0.1f};
  Vec3 iron{0.1f, 0.1f, 0.1f};
  float paint_fired = 0;   // 0: raw cobalt is grey-black and matte, 1: blue under the glaze
  float enamel_shine = 1;  // of the overglaze colours: 0 chalk … 1 as bright as the glaze under them
  bool casts_shadow = true;
  float powder = 0;  // raw glaze lying over everything: 1 hides the paint but for a shadow
};

struct PlainMaterial {  // wood, brick, cloth, the duck: vertex colours do the work
  Colour tint{1, 1, 1, 1};
  float roughness = 0.6f;
  float clear_coat = 0;  // sancai-like gloss over the vertex colour
  float emission = 0;    // lanterns, embers
  TextureId texture = TextureId::kNone;
  float grain = 0;    // procedural wood/brick roughness from position, 0..1
  float plumage = 0;  // feathers under the glaze: vertex alpha says how much, uv where in the pattern
  bool casts_shadow = true;
  float cracks = 0;  // 0 whole … 1 sherds: fracture lines through the thing, the same for the same thing
  float gold = 0;    // how much of them is joined again, from the foot up
  Colour join{0.95f, 0.78f, 0.42f, 1};  // what the joins are of
  float whole_m = 1;                    // height of the whole thing that broke, whose parts may be drawn one by one
  bool is_mist = false;                 // a soft ball of smoke or light: tint.a thick, drawn last
  bool is_cut_out = false;              // nothing is drawn where the texture is clear
};

// What a frame asked of the GPU, shadows and mirrored pots included, and what the scene holds there in all.
struct SceneCost {
  int draw_calls = 0;
  int64_t triangles = 0;
  std::size_t gpu_bytes = 0;  // meshes, textures with their smaller copies, shadow map, noise
};
inline constexpr SceneCost kFrameBudget{80, 150'000, std::size_t{96} << 20};

class Scene {
 public:
  virtual ~Scene() = default;
  virtual MeshId make_mesh(const Mesh& mesh) = 0;
  virtual void update_mesh(MeshId id, const Mesh& mesh) = 0;  // same or another size
  virtual void drop_mesh(MeshId id) = 0;
  virtual TextureId make_texture(int width, int height, int channels, std::span<const uint8_t> pixels,
                                 bool wrap_u) = 0;  // 1, 3 or 4 channels
  virtual void update_texture(TextureId id, int width, int height, int channels, std::span<const uint8_t> pixels) = 0;
  virtual void drop_texture(TextureId id) = 0;

  // begin … draw … end draws into `area` of the window (pt). Several a frame are allowed (shelf, dialogs).
  virtual void heat(float heat_0_1) = 0;             // of the kiln, from the next begin() on; 1 at first
  virtual void quality(const Quality& quality) = 0;  // from the next begin() on; everything at first
  virtual void nightfall(float night_0_1) = 0;       // 0 by day … 1 by lantern, from the next begin() on; 0 at first
  virtual void begin(Rect area, Place place, const Camera& camera, bool clear) = 0;
  virtual void draw_ware(MeshId mesh, const Mat4& transform, const WareMaterial& material) = 0;
  virtual void draw_plain(MeshId mesh, const Mat4& transform, const PlainMaterial& material) = 0;
  // The same thing many times, in one call to the GPU.
  virtual void draw_plain_many(MeshId mesh, std::span<const Mat4> transforms, const PlainMaterial& material) = 0;
  virtual void end() = 0;

  // Of the frame that is being drawn, so far; after its last end(), of the whole frame.
  virtual SceneCost cost() const = 0;

  // Picture of a ware for cards and shelf cells: square, transparent ground, drawn once and kept as a texture.
  virtual TextureId portrait(MeshId mesh, const WareMaterial& material, const Camera& camera, int size_px) = 0;
  // Many small portraits on one sheet: an empty square, then each into its own place (px from its upper left corner).
  virtual TextureId make_sheet(int size_px) = 0;
  virtual void portrait_on(TextureId sheet, int x_px, int y_px, MeshId mesh, const WareMaterial& material,
                           const Camera& camera, int size_px) = 0;
};

// Where a world point lands in `area` (pt) and, the other way, the ray through a point of the screen.
Vec2 project(const Camera& camera, Rect area, Vec3 point);
struct Ray {
  Vec3 from, along;
};
Ray ray_through(const Camera& camera, Rect area, Vec2 point);

}  // namespace sui::engine
