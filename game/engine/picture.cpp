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
