#include "game/engine/canvas.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

#include "game/engine/canvas_root.h"
#include "game/engine/glyphs.h"
#include "game/engine/limits.h"
#include "game/engine/shaders.h"
#include "game/engine/text_layout.h"

namespace sui::engine {
namespace {

// The order of canvas.glsl.
enum Kind : uint8_t {
  kSolid,
  kGlyph,
  kHalo,
  kBox,
  kOutline,
  kShadow,
  kArc,
  kTriangle,
  kImage,
  kImageDrawn,
  kImageMask,
  kSeal
};

// Kinds that share a program.
enum Family : uint8_t { kSolids, kLetters, kBoxes, kCurves, kImages, kSeals, kFamilyCount };
constexpr const char* kFamilyDefine[kFamilyCount] = {"#define SOLID 1\n", "#define LETTER 1\n", "#define BOX 1\n",
                                                     "#define CURVE 1\n", "#define IMAGE 1\n",  "#define SEAL 1\n"};

Family family_of(Kind kind) {
  switch (kind) {
    case kSolid:
      return kSolids;
    case kGlyph:
    case kHalo:
      return kLetters;
    case kBox:
    case kOutline:
    case kShadow:
      return kBoxes;
    case kArc:
    case kTriangle:
      return kCurves;
    case kImage:
    case kImageDrawn:
    case kImageMask:
      return kImages;
    case kSeal:
      break;
  }
  return kSeals;
}

struct Program {
  GLuint name = 0;
  GLint screen = -1, pixels_per_point = -1;
};
using Programs = std::array<Program, kFamilyCount>;

constexpr float kAscent_em = 0.88f;          // of the ideographic em box, in both faces
constexpr float kCornerReach = 0.3f;         // how deep a rounded corner bites, of its radius
constexpr float kWorthSplitting_pt2 = 1200;  // smaller insides are not worth five quads
constexpr float kTurn = 6.28318531f;

struct Corner {
  Vec2 position;
  float local[4];
  float shape[4];
  float kind[2];
  uint32_t colour;
};

uint32_t packed(Colour c) {
  const auto byte = [](float v) { return static_cast<uint32_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); };
  return byte(c.r) | byte(c.g) << 8 | byte(c.b) << 16 | byte(c.a) << 24;
}

Rect grown(Rect r, float by) {
  return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

Rect overlap(Rect a, Rect b) {
  const float x0 = std::max(a.x, b.x), y0 = std::max(a.y, b.y);
  const float x1 = std::min(a.x + a.w, b.x + b.w), y1 = std::min(a.y + a.h, b.y + b.h);
  return {x0, y0, std::max(x1 - x0, 0.0f), std::max(y1 - y0, 0.0f)};
}

// Quads that one call draws.
struct Run {
  Family family = kSolids;
  GLuint image = 0;
  bool clipped = false;
  Rect clip;
  std::size_t first = 0, count = 0;  // quads
};

bool joins(const Run& run, const Run& next) {
  const auto same = [](Rect a, Rect b) { return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h; };
  return run.family == next.family && run.image == next.image && run.clipped == next.clipped &&
         (!run.clipped || same(run.clip, next.clip));
}

class GlCanvas : public CanvasRoot {
 public:
  GlCanvas(const Programs& programs, const SceneRoot* scene) : programs_(programs), scene_(scene) {
    corners_.reserve(4096);
    runs_.reserve(256);
    make_buffers();
    glyphs.before_reset([this] { flush(); });
  }
  ~GlCanvas() override {
    glDeleteBuffers(2, buffers_);
    glDeleteVertexArrays(1, &array_);
    for (const Program& program : programs_) glDeleteProgram(program.name);
  }

  Glyphs glyphs;

  void start_frame(int width_px, int height_px, float pixels_per_point) override;
  void flush() override;
  void draw_into(GLuint framebuffer) override { framebuffer_ = framebuffer; }

  void rect(Rect area, Colour fill) override;
  void rounded(Rect area, float radius, Colour fill) override { gradient(area, radius, fill, fill); }
  void outlined(Rect area, float radius, float line, Colour colour) override;
  void gradient(Rect area, float radius, Colour top, Colour bottom) override;
  void shadow(Rect area, float radius, float blur, Colour colour) override;
  void circle(Vec2 centre, float radius, Colour fill) override {
    rounded({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius, fill);
  }
  void ring(Vec2 centre, float radius, float line, float from_turn, float to_turn, Colour colour) override;
  void line(Vec2 from, Vec2 to, float width, Colour colour) override;
  void triangle(Vec2 a, Vec2 b, Vec2 c, Colour fill) override;
  void image(TextureId texture, Rect area, Rect uv, Colour tint, float radius) override;
  void seal(Rect area, float radius, Colour paste, float seed) override;
  void icon(Icon which, Vec2 centre, float size, Colour colour, float weight) override;
  float text(std::string_view utf8, Rect area, const TextStyle& style) override;
  Vec2 text_size(std::string_view utf8, float wrap_width, const TextStyle& style) override;
  void text_scale(float scale) override { text_scale_ = scale; }
  void push_clip(Rect area) override;
  void pop_clip() override;

 private:
  struct Quad {
    Rect area, local;  // local may be mirrored: it is only interpolated
    Rect uv{0, 0, 0, 0};
    float shape[4] = {0, 0, 0, 0};
    Kind kind = kSolid;
    float seed = 0;
    Colour top, bottom;
  };

  TextStyle scaled(TextStyle style) const {
    style.size *= text_scale_;
    return style;
  }
  void make_buffers();
  void draw(const Run& run);
  Corner* new_quad(Kind kind, GLuint image = 0);    // four corners to fill in
  Corner* add(const Quad& quad, GLuint image = 0);  // null when nothing of it can be seen
  void add_part(const Quad& quad, Rect part);
  void add_frame(const Quad& quad, float thick);
  Quad box(Kind kind, Rect area, float radius, float line, Colour top, Colour bottom, float margin) const;
  void fill(const Quad& quad, float edge);
  void glyph(const Glyph& glyph, Vec2 pen, float size, float weight, float halo, Colour colour);
  void lay_out(std::string_view utf8, float wrap_width, const TextStyle& style);
  void draw_lines(Rect area, const TextStyle& style, float halo, Colour colour);
  float snapped(float pt) const { return std::round(pt * pixels_per_point_) / pixels_per_point_; }

  Programs programs_;
  GLuint array_ = 0, buffers_[2] = {0, 0};
  const SceneRoot* scene_;
  std::vector<Corner> corners_;
  std::vector<Run> runs_;
  std::vector<Rect> clips_;
  std::vector<TextUnit> units_;
  std::vector<TextLine> lines_;
  int width_px_ = 1, height_px_ = 1;
  GLuint framebuffer_ = 0;
  float pixels_per_point_ = 1, text_scale_ = 1;
};

void GlCanvas::make_buffers() {
  glGenVertexArrays(1, &array_);
  glGenBuffers(2, buffers_);
  glBindVertexArray(array_);
  std::vector<uint16_t> indices;
  indices.reserve(kCanvasQuadsMax * 6);
  for (std::size_t quad = 0; quad < kCanvasQuadsMax; ++quad) {
    for (std::size_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices.push_back(static_cast<uint16_t>(quad * 4 + corner));
  }
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers_[1]);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(uint16_t)), indices.data(),
               GL_STATIC_DRAW);
  glBindBuffer(GL_ARRAY_BUFFER, buffers_[0]);
  const auto attribute = [](GLuint at, GLint count, GLenum type, GLboolean normal, std::size_t offset) {
    glEnableVertexAttribArray(at);
    // GL takes an offset into the bound buffer as a pointer.
    glVertexAttribPointer(at, count, type, normal, sizeof(Corner),
                          reinterpret_cast<const void*>(offset));  // NOLINT(performance-no-int-to-ptr)
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(Corner, position));
  attribute(1, 4, GL_FLOAT, GL_FALSE, offsetof(Corner, local));
  attribute(2, 4, GL_FLOAT, GL_FALSE, offsetof(Corner, shape));
  attribute(3, 2, GL_FLOAT, GL_FALSE, offsetof(Corner, kind));
  attribute(4, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Corner, colour));
  glBindVertexArray(0);
}

void GlCanvas::start_frame(int width_px, int height_px, float pixels_per_point) {
  width_px_ = std::max(width_px, 1);
  height_px_ = std::max(height_px, 1);
  pixels_per_point_ = pixels_per_point;
  corners_.clear();
  clips_.clear();
}

void GlCanvas::flush() {
  if (corners_.empty()) return;
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glViewport(0, 0, width_px_, height_px_);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  for (const Program& program : programs_) {
    glUseProgram(program.name);
    glUniform2f(program.screen, static_cast<float>(width_px_) / pixels_per_point_,
                static_cast<float>(height_px_) / pixels_per_point_);
    glUniform1f(program.pixels_per_point, pixels_per_point_);
  }
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, glyphs.texture());
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffers_[0]);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners_.size() * sizeof(Corner)), corners_.data(),
               GL_STREAM_DRAW);
  for (const Run& run : runs_) draw(run);
  glBindVertexArray(0);
  glUseProgram(0);
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_BLEND);
  corners_.clear();
  runs_.clear();
}

void GlCanvas::draw(const Run& run) {
  if (run.clipped) {
    const auto px = [this](float pt) { return static_cast<GLint>(std::lround(pt * pixels_per_point_)); };
    const Rect& clip = run.clip;
    glEnable(GL_SCISSOR_TEST);
    glScissor(px(clip.x), height_px_ - px(clip.y + clip.h), px(clip.x + clip.w) - px(clip.x),
              px(clip.y + clip.h) - px(clip.y));
  } else {
    glDisable(GL_SCISSOR_TEST);
  }
  if (run.image != 0) {
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, run.image);
    glActiveTexture(GL_TEXTURE0);
  }
  glUseProgram(programs_[run.family].name);
  // GL takes an offset into the bound buffer as a pointer.
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(run.count * 6), GL_UNSIGNED_SHORT,
                 reinterpret_cast<const void*>(run.first * 6 * sizeof(uint16_t)));  // NOLINT(performance-no-int-to-ptr)
}

Corner* GlCanvas::new_quad(Kind kind, GLuint image) {
  if (corners_.size() + 4 > kCanvasQuadsMax * 4) flush();
  Run next;
  next.family = family_of(kind);
  next.image = image;
  next.clipped = !clips_.empty();
  if (next.clipped) next.clip = clips_.back();
  next.first = corners_.size() / 4;
  if (runs_.empty() || !joins(runs_.back(), next)) runs_.push_back(next);
  ++runs_.back().count;
  corners_.resize(corners_.size() + 4);
  return corners_.data() + corners_.size() - 4;
}

Corner* GlCanvas::add(const Quad& quad, GLuint image) {
  if (!clips_.empty()) {
    const Rect seen = overlap(quad.area, clips_.back());
    if (seen.w <= 0 || seen.h <= 0) return nullptr;
  }
  Corner* corners = new_quad(quad.kind, image);
  for (int i = 0; i < 4; ++i) {
    const float right = i & 1 ? 1.0f : 0.0f, down = i & 2 ? 1.0f : 0.0f;
    Corner& corner = corners[i];
    corner.position = {quad.area.x + quad.area.w * right, quad.area.y + quad.area.h * down};
    corner.local[0] = quad.local.x + quad.local.w * right;
    corner.local[1] = quad.local.y + quad.local.h * down;
    corner.local[2] = quad.uv.x + quad.uv.w * right;
    corner.local[3] = quad.uv.y + quad.uv.h * down;
    std::copy_n(quad.shape, 4, corner.shape);
    corner.kind[0] = quad.kind;
    corner.kind[1] = quad.seed;
    corner.colour = packed(down > 0 ? quad.bottom : quad.top);
  }
  return corners;
}

// `part` in pt, within quad.area.
void GlCanvas::add_part(const Quad& quad, Rect part) {
  if (part.w <= 0 || part.h <= 0) return;
  Quad piece = quad;
  piece.area = part;
  piece.local = {quad.local.x + part.x - quad.area.x, quad.local.y + part.y - quad.area.y, part.w, part.h};
  piece.top = mixed(quad.top, quad.bottom, (part.y - quad.area.y) / quad.area.h);
  piece.bottom = mixed(quad.top, quad.bottom, (part.y + part.h - quad.area.y) / quad.area.h);
  add(piece);
}

void GlCanvas::add_frame(const Quad& quad, float thick) {
  const Rect& a = quad.area;
  add_part(quad, {a.x, a.y, a.w, thick});
  add_part(quad, {a.x, a.y + a.h - thick, a.w, thick});
  add_part(quad, {a.x, a.y + thick, thick, a.h - 2 * thick});
  add_part(quad, {a.x + a.w - thick, a.y + thick, thick, a.h - 2 * thick});
}

// Only `edge` pt around the shape need the distance; what lies within is plain, and plain is many times cheaper.
void GlCanvas::fill(const Quad& quad, float edge) {
  const Rect inside = grown(quad.area, -edge);
  if (inside.w <= 0 || inside.h <= 0 || inside.w * inside.h < kWorthSplitting_pt2) {
    add(quad);
    return;
  }
  add_frame(quad, edge);
  Quad plain = quad;
  plain.kind = kSolid;
  add_part(plain, inside);
}

void GlCanvas::rect(Rect area, Colour colour) {
  Quad quad;
  quad.area = area;
  quad.top = quad.bottom = colour;
  add(quad);
}

GlCanvas::Quad GlCanvas::box(Kind kind, Rect area, float radius, float line, Colour top, Colour bottom,
                             float margin) const {
  const float half_w = std::max(area.w, 0.0f) / 2, half_h = std::max(area.h, 0.0f) / 2;
  Quad quad;
  quad.area = grown(area, margin);
  quad.local = {-half_w - margin, -half_h - margin, quad.area.w, quad.area.h};
  quad.shape[0] = half_w;
  quad.shape[1] = half_h;
  quad.shape[2] = std::min({radius, half_w, half_h});
  quad.shape[3] = line;
  quad.kind = kind;
  quad.top = top;
  quad.bottom = bottom;
  return quad;
}

void GlCanvas::gradient(Rect area, float radius, Colour top, Colour bottom) {
  if (area.w <= 0 || area.h <= 0) return;
  const Quad quad = box(kBox, area, radius, 0, top, bottom, 1);
  fill(quad, quad.shape[2] * kCornerReach + 2.5f);
}

void GlCanvas::outlined(Rect area, float radius, float line, Colour colour) {
  if (area.w <= 0 || area.h <= 0) return;
  const Quad quad = box(kOutline, area, radius, line, colour, colour, 1);
  const float thick = quad.shape[2] * kCornerReach + line + 2.5f;
  if (2 * thick >= std::min(quad.area.w, quad.area.h)) {
    add(quad);
  } else {
    add_frame(quad, thick);
  }
}

void GlCanvas::shadow(Rect area, float radius, float blur, Colour colour) {
  if (area.w <= 0 || area.h <= 0) return;
  const float soft = std::max(blur, 0.5f);
  const Quad quad = box(kShadow, area, std::max(radius, soft), soft, colour, colour, soft + 1);
  fill(quad, quad.shape[2] * kCornerReach + 2 * soft + 2);
}

void GlCanvas::seal(Rect area, float radius, Colour paste, float seed) {
  if (area.w <= 0 || area.h <= 0) return;
  Quad quad = box(kSeal, area, radius, 0, paste, paste, 2);
  quad.seed = seed;
  add(quad);
}

void GlCanvas::ring(Vec2 centre, float radius, float line, float from_turn, float to_turn, Colour colour) {
  const float open = std::clamp(to_turn - from_turn, 0.0f, 1.0f) * kTurn / 2;
  if (open <= 0) return;
  // In the shader the arc opens symmetrically about +y, so the plane is turned to bring its middle there.
  const float middle = (from_turn + to_turn) / 2 * kTurn;
  const float s = std::sin(middle), c = std::cos(middle), reach = radius + line / 2 + 1;
  Quad quad;
  quad.area = {centre.x - reach, centre.y - reach, 2 * reach, 2 * reach};
  quad.uv = {std::sin(open), std::cos(open), 0, 0};
  quad.shape[0] = radius;
  quad.shape[3] = line;
  quad.kind = kArc;
  quad.top = quad.bottom = colour;
  Corner* corners = add(quad);
  for (int i = 0; corners != nullptr && i < 4; ++i) {
    const float x = corners[i].position.x - centre.x, y = corners[i].position.y - centre.y;
    corners[i].local[0] = x * c + y * s;
    corners[i].local[1] = x * s - y * c;
  }
}

void GlCanvas::line(Vec2 from, Vec2 to, float width, Colour colour) {
  const float dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
  const Vec2 along = length > 1e-4f ? Vec2{dx / length, dy / length} : Vec2{1, 0};
  const float half_w = length / 2 + width / 2, half_h = width / 2, margin = 1;
  const Vec2 centre{(from.x + to.x) / 2, (from.y + to.y) / 2};
  Corner* corners = new_quad(kBox);
  for (int i = 0; i < 4; ++i) {
    const float x = (half_w + margin) * (i & 1 ? 1.0f : -1.0f), y = (half_h + margin) * (i & 2 ? 1.0f : -1.0f);
    corners[i] = {{centre.x + along.x * x - along.y * y, centre.y + along.y * x + along.x * y},
                  {x, y, 0, 0},
                  {half_w, half_h, half_h, 0},
                  {kBox, 0},
                  packed(colour)};
  }
}

void GlCanvas::triangle(Vec2 a, Vec2 b, Vec2 c, Colour fill) {
  const float area2 = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (std::abs(area2) < 1e-4f) return;
  const auto height_over = [area2](Vec2 p, Vec2 q) { return std::abs(area2) / std::hypot(q.x - p.x, q.y - p.y); };
  const Corner three[3] = {{a, {height_over(b, c), 0, 0, 0}, {0, 0, 0, 0}, {kTriangle, 0}, packed(fill)},
                           {b, {0, height_over(c, a), 0, 0}, {0, 0, 0, 0}, {kTriangle, 0}, packed(fill)},
                           {c, {0, 0, height_over(a, b), 0}, {0, 0, 0, 0}, {kTriangle, 0}, packed(fill)}};
  Corner* corners = new_quad(kTriangle);
  for (int i = 0; i < 4; ++i) corners[i] = three[std::min(i, 2)];
}

void GlCanvas::image(TextureId texture, Rect area, Rect uv, Colour tint, float radius) {
  const GLuint name = scene_ == nullptr ? 0 : scene_->texture_name(texture);
  if (name == 0 || area.w <= 0 || area.h <= 0) return;
  const bool drawn = scene_->texture_is_drawn(texture);
  const Kind kind = drawn ? kImageDrawn : scene_->texture_channels(texture) == 1 ? kImageMask : kImage;
  Quad quad = box(kind, area, radius, 0, tint, tint, 0);
  quad.uv = drawn ? Rect{uv.x, 1 - uv.y, uv.w, -uv.h} : uv;
  add(quad, name);
}

void GlCanvas::glyph(const Glyph& glyph, Vec2 pen, float size, float weight, float halo, Colour colour) {
  if (glyph.field_em <= 0) return;
  Quad quad;
  quad.area = {pen.x + glyph.left * size, pen.y + glyph.top * size, glyph.width * size, glyph.height * size};
  quad.uv = {glyph.u0, glyph.v0, glyph.u1 - glyph.u0, glyph.v1 - glyph.v0};
  quad.shape[0] = glyph.field_em * size * pixels_per_point_;
  quad.shape[1] = weight * 0.032f * size * pixels_per_point_;
  quad.shape[2] = halo * size * pixels_per_point_;
  quad.kind = halo > 0 ? kHalo : kGlyph;
  quad.top = quad.bottom = colour;
  add(quad);
}

void GlCanvas::icon(Icon which, Vec2 centre, float size, Colour colour, float weight) {
  if (which == Icon::kNone) return;
  const Vec2 corner{snapped(centre.x - size / 2), snapped(centre.y - size / 2)};
  glyph(glyphs.icon(which, size * pixels_per_point_), corner, size, weight, 0, colour);
}

void GlCanvas::lay_out(std::string_view utf8, float wrap_width, const TextStyle& style) {
  decode(utf8.substr(0, kTextBytesMax), units_);
  for (TextUnit& unit : units_) {
    if (unit.character == U'\n') continue;
    unit.advance = glyphs.advance_em(style.face, unit.character) * style.size + style.letter_spacing;
  }
  break_lines(units_, wrap_width, lines_);
}

void GlCanvas::draw_lines(Rect area, const TextStyle& style, float halo, Colour colour) {
  const float line_height = style.line_height * style.size, size_px = style.size * pixels_per_point_;
  float baseline = area.y + (line_height - style.size) / 2 + kAscent_em * style.size;
  for (const TextLine& line : lines_) {
    const float slack = area.w - line.width + style.letter_spacing;
    float x = area.x + (style.align == Align::kLeft ? 0 : style.align == Align::kRight ? slack : slack / 2);
    x = snapped(x);
    for (uint32_t i = line.begin; i < line.end; ++i) {
      const TextUnit& unit = units_[i];
      glyph(glyphs.letter(style.face, unit.character, size_px), {x, snapped(baseline)}, style.size, style.weight, halo,
            colour);
      x += unit.advance;
    }
    baseline += line_height;
  }
}

float GlCanvas::text(std::string_view utf8, Rect area, const TextStyle& asked) {
  const TextStyle style = scaled(asked);
  lay_out(utf8, area.w, style);
  if (style.halo.a > 0) draw_lines(area, style, kFieldReach_em * 0.95f, style.halo);
  draw_lines(area, style, 0, style.colour);
  return static_cast<float>(lines_.size()) * style.line_height * style.size;
}

Vec2 GlCanvas::text_size(std::string_view utf8, float wrap_width, const TextStyle& asked) {
  const TextStyle style = scaled(asked);
  lay_out(utf8, wrap_width, style);
  float widest = 0;
  for (const TextLine& line : lines_) widest = std::max(widest, line.width - style.letter_spacing);
  return {std::max(widest, 0.0f), static_cast<float>(lines_.size()) * style.line_height * style.size};
}

void GlCanvas::push_clip(Rect area) {
  assert(clips_.size() < kClipDepthMax);
  clips_.push_back(clips_.empty() ? area : overlap(area, clips_.back()));
}

void GlCanvas::pop_clip() {
  assert(!clips_.empty());
  clips_.pop_back();
}

}  // namespace

Result<std::unique_ptr<CanvasRoot>> open_canvas(const Assets& assets, Dialect dialect, const SceneRoot* scene) {
  Programs programs;
  for (std::size_t family = 0; family < kFamilyCount; ++family) {
    Result<GLuint> built = build_program(assets, dialect, {"canvas.glsl"}, kFamilyDefine[family]);
    if (!built) return built.error();
    Program& program = programs[family];
    program.name = *built;
    program.screen = glGetUniformLocation(program.name, "u_screen");
    program.pixels_per_point = glGetUniformLocation(program.name, "u_pixels_per_point");
    glUseProgram(program.name);
    glUniform1i(glGetUniformLocation(program.name, "u_atlas"), 0);
    glUniform1i(glGetUniformLocation(program.name, "u_image"), 1);
  }
  glUseProgram(0);
  auto canvas = std::make_unique<GlCanvas>(programs, scene);
  for (const auto& [face, name] :
       {std::pair{Face::kSans, "fonts/sans.otf"}, std::pair{Face::kSerif, "fonts/serif.otf"}}) {
    Result<std::vector<uint8_t>> file = assets.read(name);
    if (!file && face == Face::kSerif) continue;
    if (!file) return file.error();
    Result<Done> added = canvas->glyphs.add_font(face, std::move(*file), name);
    if (!added) return added.error();
  }
  return std::unique_ptr<CanvasRoot>(std::move(canvas));
}

}  // namespace sui::engine
