// What the app needs of the canvas beyond what screens see: opening it, starting a frame, drawing what has gathered.
//
// Private to this folder.
#pragma once

#include <memory>

#include "game/base/result.h"
#include "game/engine/canvas.h"
#include "game/engine/files.h"
#include "game/engine/gl.h"
#include "game/engine/scene_root.h"

namespace sui::engine {

class CanvasRoot : public Canvas {
 public:
  virtual void start_frame(int width_px, int height_px, float pixels_per_point) = 0;
  virtual void flush() = 0;                        // draws what has gathered since the last flush, into the window
  virtual void draw_into(GLuint framebuffer) = 0;  // 0: the window
};

// `scene` lends the textures that image() names; it may be null where none are drawn. Fonts are fonts/sans.otf and
// fonts/serif.otf; the serif may be missing, the sans not.
Result<std::unique_ptr<CanvasRoot>> open_canvas(const Assets& assets, Dialect dialect, const SceneRoot* scene);

}  // namespace sui::engine
