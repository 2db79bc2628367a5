#include "tests/gallery/golden.h"

#include <cmath>
#include <fstream>
#include <iterator>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_FAILURE_STRINGS
#include <stb/stb_image.h>

namespace sui::gallery {
namespace {

constexpr int kShrink = 4;

std::size_t at(const engine::Picture& picture, int x, int y) {
  return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x));
}

double cell_difference(const engine::Picture& a, const engine::Picture& b, int x, int y) {
  double sum = 0;
  for (std::size_t channel = 0; channel < 3; ++channel)
    sum += std::abs(int{a.pixels[at(a, x, y) + channel]} - int{b.pixels[at(b, x, y) + channel]});
  return sum / 3;
}

Result<Done> write_bytes(const std::string& path, const std::vector<uint8_t>& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!out) return Error{path, "cannot be written"};
  return Done{};
}

}  // namespace

engine::Picture shrunk(const engine::Picture& picture) {
  engine::Picture out;
  out.width = picture.width / kShrink;
  out.height = picture.height / kShrink;
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      for (std::size_t channel = 0; channel < 4; ++channel) {
        int sum = 0;
        for (int cell = 0; cell < kShrink * kShrink; ++cell)
          sum += picture.pixels[at(picture, x * kShrink + cell % kShrink, y * kShrink + cell / kShrink) + channel];
        out.pixels.push_back(static_cast<uint8_t>(sum / (kShrink * kShrink)));
      }
    }
  }
  return out;
}

Result<engine::Picture> read_png(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::vector<uint8_t> bytes((std::istreambuf_iterator<char>(in)), {});
  engine::Picture picture;
  int channels = 0;
  stbi_uc* const pixels = stbi_load_from_memory(bytes.data(), static_cast<int>(bytes.size()), &picture.width,
                                                &picture.height, &channels, 4);
  if (pixels == nullptr) return Error{path, "is no picture"};
  const auto size = 4 * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  picture.pixels.assign(pixels, pixels + size);
  stbi_image_free(pixels);
  return picture;
}

Result<Done> write_png(const std::string& path, const engine::Picture& picture) {
  return write_bytes(path, engine::png_of(picture));
}

Result<Done> write_jpeg(const std::string& path, const engine::Picture& picture) {
  return write_bytes(path, engine::jpeg_of(picture));
}

Result<Difference> difference(const engine::Picture& now, const engine::Picture& golden) {
  if (now.width != golden.width || now.height != golden.height)
    return Error{"picture", "is not as large as its golden"};
  Difference out;
  double sum = 0;
  for (int top = 0; top < now.height; top += kPatch) {
    for (int left = 0; left < now.width; left += kPatch) {
      double patch = 0;
      int cells = 0;
      for (int y = top; y < std::min(top + kPatch, now.height); ++y) {
        for (int x = left; x < std::min(left + kPatch, now.width); ++x, ++cells)
          patch += cell_difference(now, golden, x, y);
      }
      sum += patch;
      if (patch / cells > out.worst) out = {out.mean, patch / cells, left, top};
    }
  }
  out.mean = sum / (static_cast<double>(now.width) * now.height);
  return out;
}

}  // namespace sui::gallery
