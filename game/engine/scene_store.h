// Meshes and textures on the GPU, by id.
//
// Private to this folder. Owns buffers, vertex arrays and textures until dropped; asserts on ids it never gave.
// Ids start at 1 and are not used again. Also the noise every shader samples, made from a fixed integer hash.
#pragma once

#include <span>
#include <vector>

#include "game/engine/gl.h"
#include "game/engine/scene.h"

namespace sui::engine {

inline constexpr int kNoiseSizePx = 256;

struct StoredMesh {
  GLuint vertex_array = 0, vertices = 0, indices = 0;
  std::size_t vertex_capacity = 0, index_capacity = 0, vertex_count = 0;
  GLsizei index_count = 0;
  uint32_t index_sum = 0;
  float size = 0;                     // diagonal of its bounds
  float foot_y = 0, foot_radius = 0;  // lowest height, and how wide it stands there
  float top_y = 0;                    // which is the foot of what stands on its head
};

struct StoredTexture {
  GLuint name = 0;
  int width = 0, height = 0, channels = 0;
  bool wrap_u = false;
};

struct SceneStore {
  std::vector<StoredMesh> meshes;
  std::vector<StoredTexture> textures;
};

MeshId store_mesh(SceneStore& store, const Mesh& mesh);
void restore_mesh(SceneStore& store, MeshId id, const Mesh& mesh);
void drop(SceneStore& store, MeshId id);
const StoredMesh* find(const SceneStore& store, MeshId id);  // null for kNone and dropped ids

TextureId store_texture(SceneStore& store, int width, int height, int channels, std::span<const uint8_t> pixels,
                        bool wrap_u);
TextureId adopt_texture(SceneStore& store, GLuint name, int width, int height, int channels);
void restore_texture(SceneStore& store, TextureId id, int width, int height, int channels,
                     std::span<const uint8_t> pixels);
void drop(SceneStore& store, TextureId id);
const StoredTexture* find(const SceneStore& store, TextureId id);

std::size_t bytes_of(const SceneStore& store);  // on the GPU
void drop_all(SceneStore& store);
std::size_t texture_bytes(int width, int height, int channels);  // with its smaller copies
GLuint noise_texture();  // 256 x 256 RGBA: soft clouds, fine grain, long streaks, white noise; tiles

}  // namespace sui::engine
