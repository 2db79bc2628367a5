// Glyphs: letters and icons as signed distance fields in one atlas, made on first use.
//
// Private to this folder. Owns the fonts, the atlas texture and its packing. A field is made from the glyph's coverage
// at one of a few sizes near the wanted one, by an exact distance transform: stb_truetype's own fields ignore the cubic
// curves of CFF fonts. Metrics in em; atlas rectangles in texels. When the atlas is full it grows, then starts afresh.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "game/base/result.h"
#include "game/engine/canvas.h"
#include "game/engine/gl.h"

namespace sui::engine {

struct Glyph {
  float left = 0, top = 0, width = 0, height = 0;  // em, from pen on the baseline to the cell; y down
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  float field_em = 0;  // what the whole range of the field spans
};

inline constexpr float kFieldReach_em = 0.14f;  // the field knows distances up to this, either side of the edge

// Turns coverage (0..255) into a field of the same size: 128 on the edge, 255 and 0 at `reach` texels in and out.
// `scratch` grows once. Pure.
struct FieldScratch {
  std::vector<float> outside, inside, line, apex_at;
  std::vector<int> apex;
};
void field_from_coverage(std::span<const uint8_t> coverage, int width, int height, float reach, FieldScratch& scratch,
                         std::span<uint8_t> field);

class Glyphs {
 public:
  Glyphs();
  ~Glyphs();
  Result<Done> add_font(Face face, std::vector<uint8_t> file, const std::string& name);
  void before_reset(std::function<void()> flush) { flush_ = std::move(flush); }

  float advance_em(Face face, char32_t character);
  const Glyph& letter(Face face, char32_t character, float size_px);
  const Glyph& icon(Icon icon, float size_px);
  GLuint texture();  // uploads what is new

 private:
  struct Font;
  struct Found {  // which face has it
    const Font* font = nullptr;
    int index = 0;
    float advance_em = 0;
  };
  struct Packer;

  const Found& found(Face face, char32_t character);
  Glyph placed(std::span<const uint8_t> field, int width, int height);
  Glyph make_letter(const Found& found, int texels_per_em);
  Glyph make_icon(Icon icon, int side);
  void reset(int side);

  std::array<std::unique_ptr<Font>, 2> fonts_;
  std::unordered_map<uint64_t, Found> found_;
  std::unordered_map<uint64_t, Glyph> glyphs_;
  std::unique_ptr<Packer> packer_;
  std::vector<uint8_t> pixels_, coverage_, field_;
  std::vector<float> distances_;
  FieldScratch scratch_;
  std::function<void()> flush_;
  GLuint texture_ = 0;
  int side_ = 0;
  int dirty_from_ = 0, dirty_to_ = 0;  // rows
  bool texture_is_new_ = true;
};

}  // namespace sui::engine
