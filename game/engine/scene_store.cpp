#include "game/engine/scene_store.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace sui::engine {
namespace {

const void* offset_pointer(std::size_t bytes) {
  return reinterpret_cast<const void*>(bytes);
}

void make_vertex_array(StoredMesh& stored) {
  glGenVertexArrays(1, &stored.vertex_array);
  glGenBuffers(1, &stored.vertices);
  glGenBuffers(1, &stored.indices);
  glBindVertexArray(stored.vertex_array);
  glBindBuffer(GL_ARRAY_BUFFER, stored.vertices);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, stored.indices);
  constexpr GLsizei kStride = sizeof(Vertex);
  glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, kStride, offset_pointer(offsetof(Vertex, position)));
  glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, kStride, offset_pointer(offsetof(Vertex, normal)));
  glVertexAttribPointer(2, 2, GL_FLOAT, GL_FALSE, kStride, offset_pointer(offsetof(Vertex, uv)));
  glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offset_pointer(offsetof(Vertex, colour_rgba8)));
  for (GLuint place = 0; place < 4; ++place) glEnableVertexAttribArray(place);
}

template <class T>
void upload(GLenum target, GLuint buffer, const std::vector<T>& values, std::size_t& capacity) {
  glBindBuffer(target, buffer);
  const auto bytes = static_cast<GLsizeiptr>(values.size() * sizeof(T));
  if (values.size() > capacity) {
    glBufferData(target, bytes, values.data(), GL_DYNAMIC_DRAW);
    capacity = values.size();
  } else if (bytes > 0) {
    glBufferSubData(target, 0, bytes, values.data());
  }
}

void fill(StoredMesh& stored, const Mesh& mesh) {
  glBindVertexArray(stored.vertex_array);
  upload(GL_ARRAY_BUFFER, stored.vertices, mesh.vertices, stored.vertex_capacity);
  const auto count = static_cast<GLsizei>(mesh.indices.size());
  // A pot on the wheel keeps its topology from frame to frame: its indices need not travel again.
  uint32_t sum = 1;
  for (uint32_t index : mesh.indices) sum = sum * 16777619u + index;
  const bool same = count == stored.index_count && sum == stored.index_sum && count > 0;
  if (!same) upload(GL_ELEMENT_ARRAY_BUFFER, stored.indices, mesh.indices, stored.index_capacity);
  glBindVertexArray(0);
  stored.index_sum = sum;
  stored.index_count = count;
  stored.vertex_count = mesh.vertices.size();
  if (mesh.vertices.empty()) return;
  Vec3 low = mesh.vertices.front().position, high = low;
  for (const Vertex& vertex : mesh.vertices) {
    const Vec3& at = vertex.position;
    low = {std::min(low.x, at.x), std::min(low.y, at.y), std::min(low.z, at.z)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y), std::max(high.z, at.z)};
  }
  stored.size = std::sqrt(dot(high - low, high - low));
  float radius2 = 0;
  const float foot = low.y + 0.03f * (high.y - low.y);
  for (const Vertex& vertex : mesh.vertices) {
    const Vec3& at = vertex.position;
    if (at.y <= foot) radius2 = std::max(radius2, at.x * at.x + at.z * at.z);
  }
  stored.foot_y = low.y;
  stored.top_y = high.y;
  stored.foot_radius = std::sqrt(radius2);
}

struct PixelFormat {
  GLint internal;
  GLenum format;
};

PixelFormat pixel_format(int channels) {
  assert(channels == 1 || channels == 3 || channels == 4);
  if (channels == 1) return {GL_R8, GL_RED};
  if (channels == 3) return {GL_RGB8, GL_RGB};
  return {GL_RGBA8, GL_RGBA};
}

void fill(StoredTexture& stored, int width, int height, int channels, std::span<const uint8_t> pixels) {
  assert(width > 0 && height > 0);
  assert(pixels.size() ==
         static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels));
  const PixelFormat format = pixel_format(channels);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, stored.name);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (width == stored.width && height == stored.height && channels == stored.channels) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, format.format, GL_UNSIGNED_BYTE, pixels.data());
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, format.internal, width, height, 0, format.format, GL_UNSIGNED_BYTE, pixels.data());
  }
  glGenerateMipmap(GL_TEXTURE_2D);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glBindTexture(GL_TEXTURE_2D, 0);
  stored.width = width;
  stored.height = height;
  stored.channels = channels;
}

uint32_t scrambled(uint32_t value) {
  value ^= value >> 16;
  value *= 0x7feb352du;
  value ^= value >> 15;
  value *= 0x846ca68bu;
  return value ^ (value >> 16);
}

float lattice(int x, int y, int across, int down, uint32_t seed) {
  const auto column = static_cast<uint32_t>((x % across + across) % across);
  const auto row = static_cast<uint32_t>((y % down + down) % down);
  return static_cast<float>(scrambled(column * 1619u + row * 31337u + seed) & 0xffffu) / 65535.0f;
}

// Value noise with `across` x `down` cells over the unit square, tiling.
float clouds(float u, float v, int across, int down, uint32_t seed) {
  const float x = u * static_cast<float>(across), y = v * static_cast<float>(down);
  const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
  float s = x - std::floor(x), t = y - std::floor(y);
  s = s * s * (3 - 2 * s);
  t = t * t * (3 - 2 * t);
  const float low =
      lattice(column, row, across, down, seed) * (1 - s) + lattice(column + 1, row, across, down, seed) * s;
  const float high =
      lattice(column, row + 1, across, down, seed) * (1 - s) + lattice(column + 1, row + 1, across, down, seed) * s;
  return low * (1 - t) + high * t;
}

float layered(float u, float v, int across, int down, uint32_t seed) {
  float sum = 0, weight = 0.5f;
  for (int octave = 0; octave < 4; ++octave) {
    sum += weight * clouds(u, v, across << octave, down << octave, seed + static_cast<uint32_t>(octave) * 77u);
    weight *= 0.5f;
  }
  return sum / 0.9375f;
}

uint8_t byte_of(float value) {
  return static_cast<uint8_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f);
}

}  // namespace

MeshId store_mesh(SceneStore& store, const Mesh& mesh) {
  StoredMesh stored;
  make_vertex_array(stored);
  fill(stored, mesh);
  store.meshes.push_back(stored);
  return static_cast<MeshId>(store.meshes.size());
}

void restore_mesh(SceneStore& store, MeshId id, const Mesh& mesh) {
  assert(find(store, id) != nullptr);
  fill(store.meshes[static_cast<std::size_t>(id) - 1], mesh);
}

void drop(SceneStore& store, MeshId id) {
  if (find(store, id) == nullptr) return;
  StoredMesh& stored = store.meshes[static_cast<std::size_t>(id) - 1];
  glDeleteVertexArrays(1, &stored.vertex_array);
  glDeleteBuffers(1, &stored.vertices);
  glDeleteBuffers(1, &stored.indices);
  stored = {};
}

const StoredMesh* find(const SceneStore& store, MeshId id) {
  if (id == MeshId::kNone) return nullptr;
  const auto index = static_cast<std::size_t>(id) - 1;
  assert(index < store.meshes.size());
  return store.meshes[index].vertex_array != 0 ? &store.meshes[index] : nullptr;
}

TextureId store_texture(SceneStore& store, int width, int height, int channels, std::span<const uint8_t> pixels,
                        bool wrap_u) {
  StoredTexture stored;
  stored.wrap_u = wrap_u;
  glGenTextures(1, &stored.name);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, stored.name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, wrap_u ? GL_REPEAT : GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  fill(stored, width, height, channels, pixels);
  store.textures.push_back(stored);
  return static_cast<TextureId>(store.textures.size());
}

TextureId adopt_texture(SceneStore& store, GLuint name, int width, int height, int channels) {
  store.textures.push_back({name, width, height, channels, false});
  return static_cast<TextureId>(store.textures.size());
}

void restore_texture(SceneStore& store, TextureId id, int width, int height, int channels,
                     std::span<const uint8_t> pixels) {
  assert(find(store, id) != nullptr);
  fill(store.textures[static_cast<std::size_t>(id) - 1], width, height, channels, pixels);
}

void drop(SceneStore& store, TextureId id) {
  if (find(store, id) == nullptr) return;
  StoredTexture& stored = store.textures[static_cast<std::size_t>(id) - 1];
  glDeleteTextures(1, &stored.name);
  stored = {};
}

const StoredTexture* find(const SceneStore& store, TextureId id) {
  if (id == TextureId::kNone) return nullptr;
  const auto index = static_cast<std::size_t>(id) - 1;
  assert(index < store.textures.size());
  return store.textures[index].name != 0 ? &store.textures[index] : nullptr;
}

std::size_t texture_bytes(int width, int height, int channels) {
  // Drivers keep three channels as four; the smaller copies add a third.
  const std::size_t stored_channels = channels == 3 ? 4 : static_cast<std::size_t>(channels);
  return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * stored_channels * 4 / 3;
}

std::size_t bytes_of(const SceneStore& store) {
  std::size_t bytes = 0;
  for (const StoredMesh& mesh : store.meshes)
    bytes += mesh.vertex_capacity * sizeof(Vertex) + mesh.index_capacity * sizeof(uint32_t);
  for (const StoredTexture& texture : store.textures)
    bytes += texture_bytes(texture.width, texture.height, texture.channels);
  return bytes;
}

void drop_all(SceneStore& store) {
  for (std::size_t index = 0; index < store.meshes.size(); ++index) drop(store, static_cast<MeshId>(index + 1));
  for (std::size_t index = 0; index < store.textures.size(); ++index) drop(store, static_cast<TextureId>(index + 1));
}

GLuint noise_texture() {
  std::vector<uint8_t> pixels(static_cast<std::size_t>(kNoiseSizePx) * kNoiseSizePx * 4);
  std::size_t at = 0;
  for (int row = 0; row < kNoiseSizePx; ++row) {
    for (int column = 0; column < kNoiseSizePx; ++column) {
      const float u = static_cast<float>(column) / kNoiseSizePx, v = static_cast<float>(row) / kNoiseSizePx;
      pixels[at++] = byte_of((layered(u, v, 8, 8, 1) - 0.5f) * 1.5f + 0.5f);
      pixels[at++] = byte_of((layered(u, v, 32, 32, 1001) - 0.5f) * 1.4f + 0.5f);
      pixels[at++] = byte_of((layered(u, v, 2, 24, 2003) - 0.5f) * 1.5f + 0.5f);
      pixels[at++] = byte_of(lattice(column, row, kNoiseSizePx, kNoiseSizePx, 3001));
    }
  }
  GLuint name = 0;
  glGenTextures(1, &name);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, kNoiseSizePx, kNoiseSizePx, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  glGenerateMipmap(GL_TEXTURE_2D);
  // One mip level at a time: half the cost of trilinear where the GPU is a CPU, and noise hides the step.
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glBindTexture(GL_TEXTURE_2D, 0);
  return name;
}

}  // namespace sui::engine
