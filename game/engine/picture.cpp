#include "game/engine/app.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>

namespace sui::engine {

std::vector<uint8_t> png_of(const Picture& picture) {
  std::vector<uint8_t> png;
  stbi_write_png_to_func(
      [](void* out, void* data, int size) {
        const auto* bytes = static_cast<const uint8_t*>(data);
        static_cast<std::vector<uint8_t>*>(out)->insert(static_cast<std::vector<uint8_t>*>(out)->end(), bytes,
                                                        bytes + size);
      },
      &png, picture.width, picture.height, 4, picture.pixels.data(), picture.width * 4);
  return png;
}

}  // namespace sui::engine
