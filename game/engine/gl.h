// The one place where OpenGL comes in: libepoxy on desktops, GLES 3 headers in the browser.
//
// Private to this folder. Owns the dialect (which of the two languages the open context speaks); calls stay within
// what GLES 3.0, WebGL 2 and GL 3.3 core have in common. After a pass, code leaves the state it found: no program, no
// vertex array, no scissor, blending off, depth test off.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <epoxy/gl.h>
#endif

#include <cstdint>

namespace sui::engine {

enum class Dialect : uint8_t { kEs300, kCore330 };

}  // namespace sui::engine
