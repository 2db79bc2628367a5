#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <utility>

#include "game/engine/scene_programs.h"
#include "game/engine/scene_root.h"
#include "game/engine/scene_store.h"
#include "game/engine/scene_view.h"

namespace sui::engine {
namespace {

constexpr int kShadowMapPx = 1024;
constexpr float kRigDistanceM = 1.0f;

struct Drawing {
  MeshId mesh = MeshId::kNone;
  Mat4 transform;
  bool is_ware = false;
  WareMaterial ware;
  PlainMaterial plain;
  std::size_t first = 0;  // of the transforms of many
  GLsizei many = 0;       // 0: one, by `transform`
};

struct ShadowMap {
  GLuint texture = 0, framebuffer = 0;
};

struct SmallPicture {  // where a scene is drawn that may not have all the window's pixels
  GLuint texture = 0, framebuffer = 0, depth = 0;
  int width = 0, height = 0;
};

void bind_texture(GLenum unit, GLuint name) {
  glActiveTexture(unit);
  glBindTexture(GL_TEXTURE_2D, name);
}

// Left bound at unit 0, so that more can be said of it.
GLuint clamped_texture(int width, int height, GLint stored, GLenum format, GLenum type, GLint smaller, GLint larger) {
  GLuint name = 0;
  glGenTextures(1, &name);
  bind_texture(GL_TEXTURE0, name);
  glTexImage2D(GL_TEXTURE_2D, 0, stored, width, height, 0, format, type, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, smaller);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, larger);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return name;
}
GLuint drawn_texture(int width, int height, GLint smaller, GLint larger) {
  return clamped_texture(width, height, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, smaller, larger);
}

GLuint framebuffer_on(GLuint texture, GLenum attachment = GL_COLOR_ATTACHMENT0) {
  GLuint framebuffer = 0;
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, texture, 0);
  return framebuffer;
}

// Into the framebuffer that is bound.
GLuint add_depth(int width, int height) {
  GLuint depth = 0;
  glGenRenderbuffers(1, &depth);
  glBindRenderbuffer(GL_RENDERBUFFER, depth);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
  return depth;
}

void drop(SmallPicture& small) {
  glDeleteTextures(1, &small.texture);
  glDeleteFramebuffers(1, &small.framebuffer);
  glDeleteRenderbuffers(1, &small.depth);
  small = SmallPicture{};
}

void make(SmallPicture& small, int width, int height) {
  drop(small);
  small.width = width;
  small.height = height;
  small.texture = drawn_texture(width, height, GL_LINEAR, GL_LINEAR);
  glBindTexture(GL_TEXTURE_2D, 0);
  small.framebuffer = framebuffer_on(small.texture);
  small.depth = add_depth(width, height);
}

ShadowMap make_shadow_map() {
  ShadowMap map;
  map.texture = clamped_texture(kShadowMapPx, kShadowMapPx, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT,
                                GL_LINEAR, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
  glBindTexture(GL_TEXTURE_2D, 0);
  map.framebuffer = framebuffer_on(map.texture, GL_DEPTH_ATTACHMENT);
  const GLenum none = GL_NONE;
  glDrawBuffers(1, &none);
  glReadBuffer(GL_NONE);
  return map;
}

bool lit(Kind kind) {
  return kind == Kind::kWare || kind == Kind::kPlain || kind == Kind::kBackdrop;
}

class GlScene final : public SceneRoot {
 public:
  GlScene(const Assets& assets, Dialect dialect, std::function<void()> before_begin)
      : assets_(assets), dialect_(dialect), before_begin_(std::move(before_begin)) {}

  ~GlScene() override {
    drop_all(store_);
    for (const Program& program : programs_) glDeleteProgram(program.name);
    glDeleteTextures(1, &noise_);
    glDeleteBuffers(1, &many_buffer_);
    glDeleteTextures(1, &shadow_map_.texture);
    glDeleteFramebuffers(1, &shadow_map_.framebuffer);
    drop(small_);
    glDeleteVertexArrays(1, &no_vertices_);
  }

  // Builds what every screen needs, so that a broken shader is an error at start and not a black pot later.
  Result<Done> open() {
    GLint bound = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
    window_framebuffer_ = static_cast<GLuint>(bound);
    glGenVertexArrays(1, &no_vertices_);
    glGenBuffers(1, &many_buffer_);
    noise_ = noise_texture();
    shadow_map_ = make_shadow_map();
    glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer_);
    const int lamps = light_rig(Place::kWorkshop).lamp_count;
    constexpr std::pair<Kind, uint32_t> kAlways[] = {{Kind::kWare, kShadowed},  {Kind::kWare, kGlazed | kShadowed},
                                                     {Kind::kPlain, kShadowed}, {Kind::kBackdrop, 0},
                                                     {Kind::kShadow, 0},        {Kind::kResolve, 0}};
    for (const auto& [kind, variant] : kAlways) {
      Result<Program> program = build(assets_, dialect_, kind, variant, lit(kind) ? lamps : 0);
      if (!program) return program.error();
      programs_.push_back(*program);
    }
    drawings_.reserve(512);
    many_.reserve(1024);
    order_.reserve(512);
    return Done{};
  }

  MeshId make_mesh(const Mesh& mesh) override { return store_mesh(store_, mesh); }
  void update_mesh(MeshId id, const Mesh& mesh) override { restore_mesh(store_, id, mesh); }
  void drop_mesh(MeshId id) override { drop(store_, id); }
  TextureId make_texture(int width, int height, int channels, std::span<const uint8_t> pixels, bool wrap_u) override {
    return store_texture(store_, width, height, channels, pixels, wrap_u);
  }
  void update_texture(TextureId id, int width, int height, int channels, std::span<const uint8_t> pixels) override {
    restore_texture(store_, id, width, height, channels, pixels);
  }
  void drop_texture(TextureId id) override { drop(store_, id); }

  void start_frame(int width_px, int height_px, float pixels_per_point, double now_s) override {
    width_px_ = width_px;
    height_px_ = height_px;
    pixels_per_point_ = pixels_per_point;
    now_s_ = now_s;
    cost_ = {};
  }
  void draw_into(GLuint framebuffer) override { window_framebuffer_ = framebuffer; }
  SceneCost cost() const override {
    SceneCost cost = cost_;
    constexpr std::size_t kDepthBytes = 4;
    cost.gpu_bytes =
        bytes_of(store_) + texture_bytes(kNoiseSizePx, kNoiseSizePx, 4) +
        std::size_t{kShadowMapPx} * kShadowMapPx * kDepthBytes +
        static_cast<std::size_t>(small_.width) * static_cast<std::size_t>(small_.height) * (4 + kDepthBytes);
    return cost;
  }
  GLuint texture_name(TextureId id) const override {
    const StoredTexture* stored = find(store_, id);
    return stored != nullptr ? stored->name : 0;
  }
  int texture_channels(TextureId id) const override {
    const StoredTexture* stored = find(store_, id);
    return stored != nullptr ? stored->channels : 0;
  }

  void heat(float heat_0_1) override { heat_0_1_ = heat_0_1; }
  void nightfall(float night_0_1) override { night_0_1_ = night_0_1; }
  void begin(Rect area, Place place, const Camera& camera, bool clear) override {
    assert(!begun_);
    before_begin_();
    begun_ = true;
    clear_ = clear;
    const float left = std::floor(area.x * pixels_per_point_), right = std::ceil((area.x + area.w) * pixels_per_point_);
    const float top = std::floor(area.y * pixels_per_point_), low = std::ceil((area.y + area.h) * pixels_per_point_);
    light_.area_px = {left, static_cast<float>(height_px_) - low, std::max(right - left, 1.0f),
                      std::max(low - top, 1.0f)};
    // Small pictures upon others, a companion beside its words, are cheap and stay sharp.
    shrunk_ = clear && quality_.scale < 1;
    if (shrunk_) {
      window_area_px_ = light_.area_px;
      light_.area_px = {0, 0, std::ceil(window_area_px_.z * quality_.scale),
                        std::ceil(window_area_px_.w * quality_.scale)};
    }
    prepare(place, camera);
    light_.rig.shadow = light_.rig.shadow && quality_.shadows;
    drawings_.clear();
    many_.clear();
  }

  void draw_ware(MeshId mesh, const Mat4& transform, const WareMaterial& material) override {
    assert(begun_);
    if (find(store_, mesh) == nullptr) return;
    drawings_.push_back({mesh, transform, true, material, {}, 0, 0});
  }

  void draw_plain(MeshId mesh, const Mat4& transform, const PlainMaterial& material) override {
    assert(begun_);
    if (find(store_, mesh) == nullptr) return;
    drawings_.push_back({mesh, transform, false, {}, material, 0, 0});
  }

  void draw_plain_many(MeshId mesh, std::span<const Mat4> transforms, const PlainMaterial& material) override {
    assert(begun_);
    if (find(store_, mesh) == nullptr || transforms.empty()) return;
    drawings_.push_back(
        {mesh, transforms[0], false, {}, material, many_.size(), static_cast<GLsizei>(transforms.size())});
    many_.insert(many_.end(), transforms.begin(), transforms.end());
  }

  void end() override {
    assert(begun_);
    begun_ = false;
    if (!many_.empty()) {
      glBindBuffer(GL_ARRAY_BUFFER, many_buffer_);
      glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(many_.size() * sizeof(Mat4)), many_.data(), GL_STREAM_DRAW);
    }
    if (light_.rig.shadow) cast_shadows();
    if (shrunk_) {
      paint_shrunk();
    } else {
      paint(window_framebuffer_, clear_);
    }
  }
  void quality(const Quality& quality) override {
    quality_ = quality;
    if (quality_.scale >= 1) drop(small_);
  }

  TextureId portrait(MeshId mesh, const WareMaterial& material, const Camera& camera, int size_px) override;
  TextureId make_sheet(int size_px) override;
  void portrait_on(TextureId sheet, int x_px, int y_px, MeshId mesh, const WareMaterial& material, const Camera& camera,
                   int size_px) override;

 private:
  void prepare(Place place, const Camera& camera);
  void cast_shadows();
  void paint(GLuint framebuffer, bool backdrop);
  void paint_shrunk();
  void draw_all();
  void draw_mirrored();
  void draw_one(const Drawing& drawing);
  void draw_elements(const StoredMesh& mesh);
  void draw_many(const StoredMesh& mesh, const Drawing& drawing);
  void sit_for_portrait(GLuint texture, int x_px, int y_px, MeshId mesh, const WareMaterial& material,
                        const Camera& camera, int size_px);
  void draw_whole_area();
  void gather_blobs();
  const Program& program(Kind kind, uint32_t variant);
  void use(Program& program);

  const Assets& assets_;
  Dialect dialect_;
  std::function<void()> before_begin_;
  SceneStore store_;
  std::vector<Program> programs_;
  std::vector<Drawing> drawings_;
  std::vector<Mat4> many_;  // transforms of what is drawn many times
  std::vector<std::pair<float, std::size_t>> order_;
  std::array<Vec4, static_cast<std::size_t>(kBlobsMax)> blobs_{};
  int blob_count_ = 0;
  PassLight light_;
  ShadowMap shadow_map_;
  Mat4 lamp_matrix_;
  GLuint noise_ = 0, no_vertices_ = 0, many_buffer_ = 0, window_framebuffer_ = 0;
  uint64_t pass_ = 0;
  SceneCost cost_;
  int width_px_ = 1, height_px_ = 1;
  float pixels_per_point_ = 1, shadow_reach_ = 1, heat_0_1_ = 1, night_0_1_ = 0;
  double now_s_ = 0;
  bool begun_ = false, clear_ = true, shrunk_ = false;
  Quality quality_;
  SmallPicture small_;
  Vec4 window_area_px_;
};

void GlScene::prepare(Place place, const Camera& camera) {
  ++pass_;
  light_.rig = light_rig(place, heat_0_1_, night_0_1_);
  light_.eye = camera.eye;
  light_.target = camera.target;
  const float distance = target_distance_m(camera);
  light_.size = distance / kRigDistanceM;
  const float aspect = light_.area_px.z / light_.area_px.w;
  light_.view_projection = view_projection(camera, aspect);

  const float half = std::tan(camera.fov_y_deg * 3.14159265f / 360.0f);
  const float reach = light_.rig.street ? distance * 0.95f : distance * half * 1.5f;
  shadow_reach_ = reach;
  lamp_matrix_ = lamp_view_projection(camera.target, lamp_direction(light_.rig.lamps[0]), reach, kShadowMapPx);
  Mat4 to_texture;
  to_texture.m = {0.5f, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0.5f, 0, 0.5f, 0.5f, 0.5f, 1};
  light_.shadow_matrix = to_texture * lamp_matrix_;
  light_.measures = {reach * 0.006f, distance, static_cast<float>(std::fmod(now_s_, 1000.0)), light_.size};

  const Rect unit{0, 0, aspect, 1};
  light_.ray_low = ray_through(camera, unit, {0, 1}).along;
  light_.ray_across = ray_through(camera, unit, {aspect, 1}).along;
  light_.ray_up = ray_through(camera, unit, {0, 0}).along;
}

// The dearest mistake would be a missing variant drawing nothing: fall back to the plainest of its kind and say so.
const Program& GlScene::program(Kind kind, uint32_t variant) {
  const int lamps = lit(kind) ? light_.rig.lamp_count : 0;
  for (Program& known : programs_) {
    if (known.kind == kind && known.variant == variant && known.lamps == lamps) {
      use(known);
      return known;
    }
  }
  Result<Program> built = build(assets_, dialect_, kind, variant, lamps);
  if (!built) {
    std::fprintf(stderr, "%s\n", to_text(built.error()).c_str());
    for (const Program& known : programs_) {
      if (known.kind == kind) {
        Program standing_in = known;
        standing_in.variant = variant;
        standing_in.lamps = lamps;
        built = standing_in;
        break;
      }
    }
  }
  programs_.push_back(*built);
  use(programs_.back());
  return programs_.back();
}

void GlScene::use(Program& program) {
  glUseProgram(program.name);
  if (program.pass == pass_) return;
  program.pass = pass_;
  use_light(program, light_);
  if ((program.variant & kBlobbed) != 0) {
    set(program, Slot::kBlobs, blobs_.data(), (program.variant & kCrowded) != 0 ? kBlobsMax : 1);
  }
}

void GlScene::gather_blobs() {
  blob_count_ = 0;
  blobs_.fill({0, -1e4f, 0, 1});  // far below: shades nothing
  for (const Drawing& drawing : drawings_) {
    if (!drawing.is_ware || blob_count_ == kBlobsMax) continue;
    const StoredMesh* mesh = find(store_, drawing.mesh);
    const Vec3 foot = moved(drawing.transform, {0, mesh->foot_y, 0});
    const Vec3 side = turned(drawing.transform, {1, 0, 0});
    const float radius = std::sqrt(dot(side, side)) * mesh->foot_radius;
    blobs_[static_cast<std::size_t>(blob_count_++)] = {foot.x, foot.y, foot.z, 1 / std::max(radius, 1e-3f)};
  }
}

void GlScene::cast_shadows() {
  glBindFramebuffer(GL_FRAMEBUFFER, shadow_map_.framebuffer);
  glViewport(0, 0, kShadowMapPx, kShadowMapPx);
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_BLEND);
  glEnable(GL_DEPTH_TEST);
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  glEnable(GL_POLYGON_OFFSET_FILL);
  glPolygonOffset(1.5f, 4.0f);
  // By value: asking for one may move the others.
  for (const uint32_t variant : {0u, static_cast<uint32_t>(kMany)})
    set(program(Kind::kShadow, variant), Slot::kViewProjection, lamp_matrix_);
  for (const Drawing& drawing : drawings_) {
    if (drawing.is_ware && !drawing.ware.casts_shadow) continue;
    if (!drawing.is_ware && (drawing.plain.emission > 0.5f || !drawing.plain.casts_shadow || drawing.plain.is_mist))
      continue;  // lamps too
    const StoredMesh* mesh = find(store_, drawing.mesh);
    // A room's walls throw no shade on its own table, yet would fill the whole map.
    if (mesh == nullptr || (!light_.rig.street && !drawing.is_ware && mesh->size > 8 * shadow_reach_)) continue;
    if (drawing.many > 0) {
      (void)program(Kind::kShadow, kMany);
      draw_many(*mesh, drawing);
    } else {
      set(program(Kind::kShadow, 0), Slot::kModel, drawing.transform);
      draw_elements(*mesh);
    }
  }
  glDisable(GL_POLYGON_OFFSET_FILL);
}

void GlScene::paint(GLuint framebuffer, bool backdrop) {
  const auto x = static_cast<GLint>(light_.area_px.x), y = static_cast<GLint>(light_.area_px.y);
  const auto width = static_cast<GLsizei>(light_.area_px.z), height = static_cast<GLsizei>(light_.area_px.w);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(x, y, width, height);
  glScissor(x, y, width, height);
  glEnable(GL_SCISSOR_TEST);
  glDisable(GL_BLEND);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  bind_texture(GL_TEXTURE1, light_.rig.shadow ? shadow_map_.texture : 0);
  bind_texture(GL_TEXTURE0, noise_);
  gather_blobs();
  if (backdrop) {
    // First: far things are blended into it. Painting all of it costs less than asking for it at every far pixel.
    program(Kind::kBackdrop, light_.rig.street ? static_cast<uint32_t>(kStreet) : 0u);
    glDisable(GL_DEPTH_TEST);
    draw_whole_area();
    glEnable(GL_DEPTH_TEST);
  }
  if (light_.rig.table_mirror > 0 && quality_.mirrors) draw_mirrored();
  draw_all();
  glBindVertexArray(0);
  glUseProgram(0);
  bind_texture(GL_TEXTURE1, 0);
  bind_texture(GL_TEXTURE2, 0);
  bind_texture(GL_TEXTURE0, 0);
  glDisable(GL_CULL_FACE);
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_DEPTH_TEST);
}

void GlScene::paint_shrunk() {
  const auto width = static_cast<int>(light_.area_px.z), height = static_cast<int>(light_.area_px.w);
  if (small_.width != width || small_.height != height) make(small_, width, height);
  paint(small_.framebuffer, true);
  light_.area_px = window_area_px_;
  ++pass_;
  glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer_);
  const auto x = static_cast<GLint>(window_area_px_.x), y = static_cast<GLint>(window_area_px_.y);
  glViewport(x, y, static_cast<GLsizei>(window_area_px_.z), static_cast<GLsizei>(window_area_px_.w));
  program(Kind::kSpread, 0);
  bind_texture(GL_TEXTURE2, small_.texture);
  draw_whole_area();
  glBindVertexArray(0);
  glUseProgram(0);
  bind_texture(GL_TEXTURE2, 0);
}

// Pots on black glass, upside down, before the glass itself; only where a glossy table will lie over them.
void GlScene::draw_mirrored() {
  const auto glossy = [](const Drawing& drawing) { return !drawing.is_ware && drawing.plain.clear_coat >= 0.5f; };
  if (std::none_of(drawings_.begin(), drawings_.end(), glossy)) return;
  glFrontFace(GL_CW);
  for (const Drawing& drawing : drawings_) {
    if (!drawing.is_ware) continue;
    const StoredMesh& mesh = *find(store_, drawing.mesh);
    const float foot_y =
        std::min(moved(drawing.transform, {0, mesh.foot_y, 0}).y, moved(drawing.transform, {0, mesh.top_y, 0}).y);
    Drawing mirrored = drawing;
    mirrored.transform = translation({0, 2 * foot_y, 0}) * scaling({1, -1, 1}) * drawing.transform;
    draw_one(mirrored);
  }
  glFrontFace(GL_CCW);
  glClear(GL_DEPTH_BUFFER_BIT);
}

// Pots first, then from small things to large: walls and ground come last and are not shaded where they are hidden.
void GlScene::draw_all() {
  const auto size = [this](const Drawing& drawing) {
    constexpr float kLast = 1e6f;
    const StoredMesh* mesh = find(store_, drawing.mesh);
    const Vec3 side = turned(drawing.transform, {1, 0, 0});
    return (mesh != nullptr ? mesh->size * std::sqrt(dot(side, side)) : 0.0f) + (drawing.plain.is_mist ? kLast : 0.0f);
  };
  order_.clear();
  for (std::size_t index = 0; index < drawings_.size(); ++index) {
    if (drawings_[index].is_ware) {
      draw_one(drawings_[index]);
    } else {
      order_.push_back({size(drawings_[index]), index});
    }
  }
  std::sort(order_.begin(), order_.end());
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  for (const auto& [unused, index] : order_) draw_one(drawings_[index]);
  glDisable(GL_BLEND);
}

void pack_glass(const WareGlass& glass, Vec4* into) {
  into[0] = {glass.absorbs.x, glass.absorbs.y, glass.absorbs.z, glass.skin_mm};
  into[1] = {glass.skin.x, glass.skin.y, glass.skin.z, glass.spots};
  into[2] = {glass.scatters.x, glass.scatters.y, glass.scatters.z, glass.streaks};
  into[3] = {glass.spot.x, glass.spot.y, glass.spot.z, glass.gloss};
}

void GlScene::draw_one(const Drawing& drawing) {
  const StoredMesh* mesh = find(store_, drawing.mesh);
  if (mesh == nullptr) return;
  uint32_t variant = light_.rig.shadow ? static_cast<uint32_t>(kShadowed) : 0u;
  if (drawing.is_ware) {
    const WareMaterial& material = drawing.ware;
    const GLuint paint_name = texture_name(material.paint);
    if (material.gloss > 0) variant |= kGlazed;
    const GLuint decor_name = texture_name(material.decor), enamel_name = texture_name(material.enamel);
    if (paint_name != 0) variant |= kPainted;
    if (paint_name != 0 && decor_name != 0 && enamel_name != 0) variant |= kDecorated;
    if (material.crackle > 0 || material.cracked > 0) variant |= kDamaged;
    const Program& ware = program(Kind::kWare, variant);
    const Vec3 body = linear(material.body);
    set(ware, Slot::kBody, Vec4{body.x, body.y, body.z, material.wetness});
    if ((variant & kGlazed) != 0) {
      Vec4 glass[8];
      pack_glass(material.outside, glass);
      pack_glass(material.inside, glass + 4);
      set(ware, Slot::kGlass, glass, 8);
    }
    set(ware, Slot::kSurface,
        Vec4{material.throwing_lines, (variant & kGlazed) != 0 ? material.translucency : material.damp,
             material.crackle, material.cracked});
    set(ware, Slot::kHeat, Vec4{material.glow, material.paint_fired, material.powder, material.enamel_shine});
    set(ware, Slot::kModel, drawing.transform);
    bind_texture(GL_TEXTURE2, paint_name);
    if ((variant & kPainted) != 0)
      set(ware, Slot::kCobalt, Vec4{material.cobalt.x, material.cobalt.y, material.cobalt.z, material.cobalt_piled});
    if ((variant & kDecorated) != 0) {
      set(ware, Slot::kCopper, material.copper);
      set(ware, Slot::kIron, material.iron);
      bind_texture(GL_TEXTURE3, decor_name);
      bind_texture(GL_TEXTURE4, enamel_name);
    }
    glEnable(GL_CULL_FACE);
  } else {
    const PlainMaterial& material = drawing.plain;
    const GLuint picture = texture_name(material.texture);
    if (picture != 0) variant |= kTextured;
    if (material.grain > 0) variant |= kGrained;
    if (material.clear_coat > 0 || material.roughness < 0.3f) variant |= kCoated;
    if (blob_count_ > 0) variant |= kBlobbed;
    if (blob_count_ > 1) variant |= kCrowded;
    if (material.plumage > 0) variant |= kPlumed;
    if (material.cracks > 0) variant |= kBroken;
    if (drawing.many > 0) variant |= kMany;
    if (picture != 0 && material.is_cut_out) variant |= kCutOut;
    if (material.is_mist) variant = kMist | (variant & kMany);
    glDepthMask(material.is_mist ? GL_FALSE : GL_TRUE);
    const Program& plain = program(Kind::kPlain, variant);
    const Vec3 tint = linear(material.tint);
    set(plain, Slot::kTint, Vec4{tint.x, tint.y, tint.z, material.tint.a});
    set(plain, Slot::kSurface, Vec4{material.roughness, material.clear_coat, material.emission, material.grain});
    set(plain, Slot::kModel, drawing.transform);
    if ((variant & kBroken) != 0)
      set(plain, Slot::kBrokenness, Vec4{material.cracks, material.gold, 1 / std::max(material.whole_m, 1e-3f), 0});
    if ((variant & kBroken) != 0) set(plain, Slot::kJoin, linear(material.join));
    bind_texture(GL_TEXTURE2, picture);
    glDisable(GL_CULL_FACE);
  }
  if (drawing.many > 0) {
    draw_many(*mesh, drawing);
  } else {
    draw_elements(*mesh);
  }
}

// The mesh's vertex array learns where the transforms lie, and forgets it afterwards.
void GlScene::draw_many(const StoredMesh& mesh, const Drawing& drawing) {
  constexpr GLuint kFirst = 4, kColumns = 4;
  glBindVertexArray(mesh.vertex_array);
  glBindBuffer(GL_ARRAY_BUFFER, many_buffer_);
  for (GLuint column = 0; column < kColumns; ++column) {
    const std::size_t offset = drawing.first * sizeof(Mat4) + column * 4 * sizeof(float);
    glEnableVertexAttribArray(kFirst + column);
    glVertexAttribPointer(kFirst + column, 4, GL_FLOAT, GL_FALSE, sizeof(Mat4), reinterpret_cast<const void*>(offset));
    glVertexAttribDivisor(kFirst + column, 1);
  }
  glDrawElementsInstanced(GL_TRIANGLES, mesh.index_count, GL_UNSIGNED_INT, nullptr, drawing.many);
  for (GLuint column = 0; column < kColumns; ++column) glDisableVertexAttribArray(kFirst + column);
  ++cost_.draw_calls;
  cost_.triangles += static_cast<int64_t>(drawing.many) * (mesh.index_count / 3);
}

void GlScene::draw_elements(const StoredMesh& mesh) {
  if (mesh.index_count == 0) return;
  glBindVertexArray(mesh.vertex_array);
  glDrawElements(GL_TRIANGLES, mesh.index_count, GL_UNSIGNED_INT, nullptr);
  ++cost_.draw_calls;
  cost_.triangles += mesh.index_count / 3;
}

void GlScene::draw_whole_area() {
  glBindVertexArray(no_vertices_);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++cost_.draw_calls;
  ++cost_.triangles;
}

void GlScene::sit_for_portrait(GLuint texture, int x_px, int y_px, MeshId mesh, const WareMaterial& material,
                               const Camera& camera, int size_px) {
  assert(!begun_ && size_px > 0);
  before_begin_();
  const int drawn_px = size_px * 2;
  const GLuint drawn = drawn_texture(drawn_px, drawn_px, GL_NEAREST, GL_NEAREST);  // only averaged, never shown
  const GLuint framebuffers[2] = {framebuffer_on(texture), framebuffer_on(drawn)};
  const GLuint depth = add_depth(drawn_px, drawn_px);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);

  light_.area_px = {0, 0, static_cast<float>(drawn_px), static_cast<float>(drawn_px)};
  const float night = std::exchange(night_0_1_, 0.0f);  // portraits are kept: they are taken by day
  prepare(Place::kPaper, camera);
  night_0_1_ = night;
  light_.rig.shadow = false;
  drawings_.clear();
  if (find(store_, mesh) != nullptr) drawings_.push_back({mesh, {}, true, material, {}, 0, 0});
  paint(framebuffers[1], false);

  glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
  glViewport(x_px, y_px, size_px, size_px);
  set(program(Kind::kResolve, 0), Slot::kArea, Vec4{static_cast<float>(x_px), static_cast<float>(y_px), 0, 0});
  bind_texture(GL_TEXTURE2, drawn);
  draw_whole_area();
  glBindVertexArray(0);
  glUseProgram(0);
  bind_texture(GL_TEXTURE2, 0);
  bind_texture(GL_TEXTURE0, texture);
  glGenerateMipmap(GL_TEXTURE_2D);
  bind_texture(GL_TEXTURE0, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer_);
  glViewport(0, 0, width_px_, height_px_);
  glDeleteFramebuffers(2, framebuffers);
  glDeleteRenderbuffers(1, &depth);
  glDeleteTextures(1, &drawn);
}

TextureId GlScene::portrait(MeshId mesh, const WareMaterial& material, const Camera& camera, int size_px) {
  const GLuint texture = drawn_texture(size_px, size_px, GL_LINEAR_MIPMAP_LINEAR, GL_LINEAR);
  sit_for_portrait(texture, 0, 0, mesh, material, camera, size_px);
  return adopt_texture(store_, texture, size_px, size_px, 4);
}

TextureId GlScene::make_sheet(int size_px) {
  const GLuint texture = drawn_texture(size_px, size_px, GL_LINEAR_MIPMAP_LINEAR, GL_LINEAR),
               framebuffer = framebuffer_on(texture);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer_);
  glDeleteFramebuffers(1, &framebuffer);
  bind_texture(GL_TEXTURE0, 0);
  return adopt_texture(store_, texture, size_px, size_px, 4);
}

void GlScene::portrait_on(TextureId sheet, int x_px, int y_px, MeshId mesh, const WareMaterial& material,
                          const Camera& camera, int size_px) {
  const StoredTexture* stored = find(store_, sheet);
  if (stored == nullptr) return;
  assert(x_px >= 0 && y_px >= 0 && x_px + size_px <= stored->width && y_px + size_px <= stored->height);
  sit_for_portrait(stored->name, x_px, y_px, mesh, material, camera, size_px);
}

}  // namespace

Result<std::unique_ptr<SceneRoot>> open_scene(const Assets& assets, Dialect dialect,
                                              std::function<void()> before_begin) {
  auto scene = std::make_unique<GlScene>(assets, dialect, std::move(before_begin));
  Result<Done> opened = scene->open();
  if (!opened) return opened.error();
  return std::unique_ptr<SceneRoot>(std::move(scene));
}

}  // namespace sui::engine
