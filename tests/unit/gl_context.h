// A GL context without a window (EGL, surfaceless) and a framebuffer to draw into, in either dialect.
#pragma once

#include <epoxy/egl.h>

#include <cstdint>
#include <vector>

#include "game/engine/gl.h"

namespace sui::engine {

class GlContext {
 public:
  GlContext(Dialect dialect, int width_px, int height_px) : width_px_(width_px), height_px_(height_px) {
    display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) return;
    const bool es = dialect == Dialect::kEs300;
    eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API);
    const EGLint wanted[] = {EGL_RENDERABLE_TYPE, es ? EGL_OPENGL_ES3_BIT : EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    eglChooseConfig(display_, wanted, &config, 1, &found);
    const EGLint es_version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
    const EGLint core_version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context_ = eglCreateContext(display_, found > 0 ? config : nullptr, EGL_NO_CONTEXT, es ? es_version : core_version);
    if (context_ == EGL_NO_CONTEXT) return;
    ready_ = eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE;
    if (!ready_) return;
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(2, buffers_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    const GLenum formats[] = {GL_RGBA8, GL_DEPTH_COMPONENT24}, places[] = {GL_COLOR_ATTACHMENT0, GL_DEPTH_ATTACHMENT};
    for (std::size_t index = 0; index < 2; ++index) {
      glBindRenderbuffer(GL_RENDERBUFFER, buffers_[index]);
      glRenderbufferStorage(GL_RENDERBUFFER, formats[index], width_px, height_px);
      glFramebufferRenderbuffer(GL_FRAMEBUFFER, places[index], GL_RENDERBUFFER, buffers_[index]);
    }
  }
  ~GlContext() {
    if (context_ != EGL_NO_CONTEXT) {
      eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
      eglDestroyContext(display_, context_);
    }
  }
  GlContext(const GlContext&) = delete;
  GlContext& operator=(const GlContext&) = delete;

  bool ready() const { return ready_; }
  // RGBA, the lowest row first.
  std::vector<uint8_t> pixels() const {
    std::vector<uint8_t> out(static_cast<std::size_t>(width_px_) * static_cast<std::size_t>(height_px_) * 4);
    glReadPixels(0, 0, width_px_, height_px_, GL_RGBA, GL_UNSIGNED_BYTE, out.data());
    return out;
  }

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  GLuint framebuffer_ = 0, buffers_[2] = {0, 0};
  int width_px_ = 0, height_px_ = 0;
  bool ready_ = false;
};

}  // namespace sui::engine
