#include "game/engine/app.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>

namespace sui::engine {

namespace {

constexpr int kJpegQuality = 86;

void gather(void* out, void* data, int size) {
  const auto* bytes = static_cast<const uint8_t*>(data);
  auto& file = *static_cast<std::vector<uint8_t>*>(out);
  file.insert(file.end(), bytes, bytes + size);
}

}  // namespace

Picture halved(const Picture& picture) {
  Picture half;
  half.width = picture.width / 2;
  half.height = picture.height / 2;
  half.pixels.reserve(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height) * 4);
  const auto row = static_cast<std::size_t>(picture.width) * 4;
  for (int y = 0; y < half.height; ++y) {
    for (int x = 0; x < half.width; ++x) {
      const std::size_t corner = static_cast<std::size_t>(y) * 2 * row + static_cast<std::size_t>(x) * 8;
      for (std::size_t channel = corner; channel < corner + 4; ++channel) {
        const int sum = picture.pixels[channel] + picture.pixels[channel + 4] + picture.pixels[channel + row] +
                        picture.pixels[channel + row + 4];
        half.pixels.push_back(static_cast<uint8_t>((sum + 2) / 4));
      }
    }
  }
  return half;
}

std::vector<uint8_t> png_of(const Picture& picture) {
  std::vector<uint8_t> png;
  stbi_write_png_to_func(gather, &png, picture.width, picture.height, 4, picture.pixels.data(), picture.width * 4);
  return png;
}

std::vector<uint8_t> jpeg_of(const Picture& picture) {
  std::vector<uint8_t> jpeg;
  stbi_write_jpg_to_func(gather, &jpeg, picture.width, picture.height, 4, picture.pixels.data(), kJpegQuality);
  return jpeg;
}

}  // namespace sui::engine
