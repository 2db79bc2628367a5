#include "game/engine/glyphs.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "game/engine/limits.h"
#include "game/engine/text_layout.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wcast-qual"
#endif
#define STBRP_STATIC
#define STB_RECT_PACK_IMPLEMENTATION
#include <stb/stb_rect_pack.h>  // before stb_truetype, which otherwise brings a packer of its own
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace sui::engine {
namespace {

constexpr float kFar = 1e18f;
constexpr int kAtlasSideAtFirst = 1024;
// Shown smaller than made, a field keeps thin strokes; shown larger, it rounds corners. So small text gets more room.
constexpr int kTexelsPerEm[] = {26, 32, 40, 52, 68};

int texels_for(float size_px) {
  for (int texels : kTexelsPerEm) {
    if (static_cast<float>(texels) >= size_px * (size_px < 26 ? 1.7f : 1.0f)) return texels;
  }
  return kTexelsPerEm[std::size(kTexelsPerEm) - 1];
}

// One line of the exact squared distance transform (Felzenszwalb and Huttenlocher): the lower envelope of parabolas.
void transform_line(float* values, int count, int stride, FieldScratch& scratch) {
  for (int i = 0; i < count; ++i) scratch.line[static_cast<std::size_t>(i)] = values[i * stride];
  const float* f = scratch.line.data();
  int* apex = scratch.apex.data();
  float* edge = scratch.apex_at.data();
  int k = 0;
  apex[0] = 0;
  edge[0] = -kFar;
  edge[1] = kFar;
  for (int q = 1; q < count; ++q) {
    const auto qf = static_cast<float>(q);
    float s = 0;
    for (;; --k) {
      const auto r = static_cast<float>(apex[k]);
      s = ((f[q] - f[apex[k]]) + qf * qf - r * r) / (2 * (qf - r));
      if (s > edge[k] || k == 0) break;
    }
    if (s > edge[k]) {
      ++k;
    } else {
      s = -kFar;
    }
    apex[k] = q;
    edge[k] = s;
    edge[k + 1] = kFar;
  }
  k = 0;
  for (int q = 0; q < count; ++q) {
    while (edge[k + 1] < static_cast<float>(q)) ++k;
    const auto away = static_cast<float>(q - apex[k]);
    values[q * stride] = f[apex[k]] + away * away;
  }
}

void transform(std::vector<float>& grid, int width, int height, FieldScratch& scratch) {
  for (int x = 0; x < width; ++x) transform_line(grid.data() + x, height, width, scratch);
  for (int y = 0; y < height; ++y) transform_line(grid.data() + y * width, width, 1, scratch);
}

template <class T>
void grow(std::vector<T>& values, std::size_t count) {
  if (values.size() < count) values.resize(count);
}

}  // namespace

void field_from_coverage(std::span<const uint8_t> coverage, int width, int height, float reach, FieldScratch& scratch,
                         std::span<uint8_t> field) {
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  const auto longest = static_cast<std::size_t>(std::max(width, height)) + 2;
  assert(coverage.size() >= count && field.size() >= count);
  grow(scratch.outside, count);
  grow(scratch.inside, count);
  grow(scratch.line, longest);
  grow(scratch.apex_at, longest);
  grow(scratch.apex, longest);
  // A partly covered texel has the edge inside it: its own distance is known to a fraction of a texel.
  for (std::size_t i = 0; i < count; ++i) {
    const float a = static_cast<float>(coverage[i]) / 255.0f, d = 0.5f - a;
    scratch.outside[i] = coverage[i] == 0 ? 1e10f : d > 0 ? d * d : 0;
    scratch.inside[i] = coverage[i] == 255 ? 1e10f : d < 0 ? d * d : 0;
  }
  transform(scratch.outside, width, height, scratch);
  transform(scratch.inside, width, height, scratch);
  for (std::size_t i = 0; i < count; ++i) {
    const float d = std::sqrt(scratch.outside[i]) - std::sqrt(scratch.inside[i]);
    field[i] = static_cast<uint8_t>(std::clamp(std::lround(127.5f - 127.5f * d / reach), 0L, 255L));
  }
}

struct Glyphs::Font {
  std::vector<uint8_t> file;
  stbtt_fontinfo info{};
  float em_scale = 0;  // font units to em
};

struct Glyphs::Packer {
  stbrp_context context{};
  std::vector<stbrp_node> nodes;
};

Glyphs::Glyphs() : packer_(std::make_unique<Packer>()) {
  reset(kAtlasSideAtFirst);
}
Glyphs::~Glyphs() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

Result<Done> Glyphs::add_font(Face face, std::vector<uint8_t> file, const std::string& name) {
  auto font = std::make_unique<Font>();
  font->file = std::move(file);
  // stb_truetype trusts its input, so only the shape of the start is checked; fonts ship with the game.
  const bool is_font = font->file.size() > 1024 && stbtt_GetFontOffsetForIndex(font->file.data(), 0) == 0 &&
                       stbtt_InitFont(&font->info, font->file.data(), 0) != 0;
  if (!is_font) return Error{name, "is not a font"};
  font->em_scale = stbtt_ScaleForMappingEmToPixels(&font->info, 1.0f);
  fonts_[static_cast<std::size_t>(face)] = std::move(font);
  return Done{};
}

// The wanted face, else the other, else a replacement mark, else the font's own empty box.
const Glyphs::Found& Glyphs::found(Face face, char32_t character) {
  const uint64_t key = (static_cast<uint64_t>(face) << 32) | character;
  const auto known = found_.find(key);
  if (known != found_.end()) return known->second;

  Found result;
  const Font* first = fonts_[static_cast<std::size_t>(face)].get();
  const Font* other = fonts_[1 - static_cast<std::size_t>(face)].get();
  for (char32_t candidate : {character, kReplacement, char32_t{0x25A1}, char32_t{U'?'}}) {
    for (const Font* font : {first, other}) {
      if (font == nullptr || result.font != nullptr) continue;
      const int index = stbtt_FindGlyphIndex(&font->info, static_cast<int>(candidate));
      if (index != 0) result = {font, index, 0};
    }
  }
  if (result.font == nullptr) result.font = first != nullptr ? first : other;
  assert(result.font != nullptr);
  int advance = 0, bearing = 0;
  stbtt_GetGlyphHMetrics(&result.font->info, result.index, &advance, &bearing);
  result.advance_em = static_cast<float>(advance) * result.font->em_scale;
  return found_.emplace(key, result).first->second;
}

float Glyphs::advance_em(Face face, char32_t character) {
  return found(face, character).advance_em;
}

const Glyph& Glyphs::letter(Face face, char32_t character, float size_px) {
  const int texels = texels_for(size_px);
  const uint64_t key =
      (static_cast<uint64_t>(texels) << 40) | (static_cast<uint64_t>(face) << 32) | static_cast<uint64_t>(character);
  const auto known = glyphs_.find(key);
  if (known != glyphs_.end()) return known->second;
  const Glyph glyph = make_letter(found(face, character), texels);
  return glyphs_.emplace(key, glyph).first->second;
}

const Glyph& Glyphs::icon(Icon icon, float size_px) {
  const int side = size_px <= 26 ? 48 : size_px <= 48 ? 64 : 96;
  const uint64_t key = (static_cast<uint64_t>(side) << 40) | (uint64_t{2} << 32) | static_cast<uint64_t>(icon);
  const auto known = glyphs_.find(key);
  if (known != glyphs_.end()) return known->second;
  const Glyph glyph = make_icon(icon, side);
  return glyphs_.emplace(key, glyph).first->second;
}

Glyph Glyphs::make_letter(const Found& found, int texels_per_em) {
  Glyph glyph;
  const auto texels = static_cast<float>(texels_per_em);
  const float scale = found.font->em_scale * texels;
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  stbtt_GetGlyphBitmapBox(&found.font->info, found.index, scale, scale, &x0, &y0, &x1, &y1);
  if (x1 <= x0 || y1 <= y0) return glyph;  // a space
  const float reach = kFieldReach_em * texels;
  const int margin = static_cast<int>(std::ceil(reach)) + 1;
  const int width = x1 - x0 + 2 * margin, height = y1 - y0 + 2 * margin;
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  coverage_.assign(count, 0);
  grow(field_, count);
  stbtt_MakeGlyphBitmap(&found.font->info, coverage_.data() + margin * width + margin, x1 - x0, y1 - y0, width, scale,
                        scale, found.index);
  field_from_coverage(coverage_, width, height, reach, scratch_, field_);
  glyph = placed(std::span<const uint8_t>(field_.data(), count), width, height);
  glyph.left = static_cast<float>(x0 - margin) / texels;
  glyph.top = static_cast<float>(y0 - margin) / texels;
  glyph.width = static_cast<float>(width) / texels;
  glyph.height = static_cast<float>(height) / texels;
  glyph.field_em = 2 * kFieldReach_em;
  return glyph;
}

Glyph Glyphs::make_icon(Icon icon, int side) {
  constexpr float kMargin = 3;  // grid units around the drawing, for soft edges and heavier weights
  const auto count = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
  grow(distances_, count);
  grow(field_, count);
  icon_distances(icon, side, kMargin, distances_.data());
  const float reach = kFieldReach_em * kIconGrid;
  for (std::size_t i = 0; i < count; ++i) {
    field_[i] = static_cast<uint8_t>(std::clamp(std::lround(127.5f - 127.5f * distances_[i] / reach), 0L, 255L));
  }
  Glyph glyph = placed(std::span<const uint8_t>(field_.data(), count), side, side);
  glyph.left = glyph.top = -kMargin / kIconGrid;
  glyph.width = glyph.height = 1 + 2 * kMargin / kIconGrid;
  glyph.field_em = 2 * kFieldReach_em;
  return glyph;
}

Glyph Glyphs::placed(std::span<const uint8_t> field, int width, int height) {
  stbrp_rect rect{};
  rect.w = width + 1;
  rect.h = height + 1;
  if (stbrp_pack_rects(&packer_->context, &rect, 1) == 0) {
    if (flush_) flush_();  // what is batched still looks at the old atlas
    reset(std::min(side_ * 2, kAtlasSideMax));
    const int fits = stbrp_pack_rects(&packer_->context, &rect, 1);
    assert(fits != 0);
    static_cast<void>(fits);
  }
  for (int y = 0; y < height; ++y) {
    std::copy_n(field.data() + y * width, width, pixels_.data() + (rect.y + y) * side_ + rect.x);
  }
  dirty_from_ = std::min(dirty_from_, rect.y);
  dirty_to_ = std::max(dirty_to_, rect.y + height);
  const auto side = static_cast<float>(side_);
  Glyph glyph;
  glyph.u0 = static_cast<float>(rect.x) / side;
  glyph.v0 = static_cast<float>(rect.y) / side;
  glyph.u1 = static_cast<float>(rect.x + width) / side;
  glyph.v1 = static_cast<float>(rect.y + height) / side;
  return glyph;
}

void Glyphs::reset(int side) {
  texture_is_new_ = texture_is_new_ || side != side_;
  side_ = side;
  glyphs_.clear();
  pixels_.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0);
  packer_->nodes.resize(static_cast<std::size_t>(side));
  stbrp_init_target(&packer_->context, side, side, packer_->nodes.data(), side);
  dirty_from_ = 0;
  dirty_to_ = side;
}

GLuint Glyphs::texture() {
  if (texture_ == 0) {
    glGenTextures(1, &texture_);
    texture_is_new_ = true;
  }
  if (!texture_is_new_ && dirty_to_ <= dirty_from_) return texture_;
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (texture_is_new_) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, side_, side_, 0, GL_RED, GL_UNSIGNED_BYTE, pixels_.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  } else {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirty_from_, side_, dirty_to_ - dirty_from_, GL_RED, GL_UNSIGNED_BYTE,
                    pixels_.data() + dirty_from_ * side_);
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  texture_is_new_ = false;
  dirty_from_ = side_;
  dirty_to_ = 0;
  return texture_;
}

}  // namespace sui::engine
