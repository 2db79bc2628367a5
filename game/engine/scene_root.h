// What the app and the canvas need of the scene beyond what screens see.
//
// Private to this folder; implemented in scene.cpp. The app opens the scene after GL, tells it the window's size before
// each frame, and lets it ask for the canvas to be drawn first, so a scene begun after canvas calls lies over them.
#pragma once

#include <functional>
#include <memory>

#include "game/base/result.h"
#include "game/engine/files.h"
#include "game/engine/gl.h"
#include "game/engine/scene.h"

namespace sui::engine {

class SceneRoot : public Scene {
 public:
  // Window in pixels and pixels per point; rendering into area (pt) means pixels area * pixels_per_point, y up in GL.
  virtual void start_frame(int width_px, int height_px, float pixels_per_point, double now_s) = 0;
  virtual void draw_into(GLuint framebuffer) = 0;       // 0: the window
  virtual GLuint texture_name(TextureId id) const = 0;  // 0 for kNone and dropped ids
  virtual int texture_channels(TextureId id) const = 0;
  // True for what the GPU drew (portraits): premultiplied alpha, bottom row first. Made textures: straight, top first.
  virtual bool texture_is_drawn(TextureId) const { return false; }
};

// `before_begin` is called at the start of every Scene::begin (and portrait): it flushes the canvas.
Result<std::unique_ptr<SceneRoot>> open_scene(const Assets& assets, Dialect dialect,
                                              std::function<void()> before_begin);

}  // namespace sui::engine
