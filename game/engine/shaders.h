// Shader loading: assets/shaders/*.glsl become linked programs in the dialect of the open context.
//
// Private to this folder. One file holds both stages: it is compiled twice, with VERTEX or FRAGMENT defined, after a
// prelude of `#version`, precisions, and VARYING (out in the vertex stage, in in the fragment stage). Several files
// are joined in order, so a common part may come first. Errors name the file and line. Inputs carry
// layout(location = n); fragment files declare their own layout(location = 0) out vec4. Samplers are set by the caller.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "game/base/result.h"
#include "game/engine/files.h"
#include "game/engine/gl.h"

namespace sui::engine {

// `files`: names under assets/shaders, "canvas.glsl". `defines`: lines such as "#define SHADOW 1\n".
Result<GLuint> build_program(const Assets& assets, Dialect dialect, std::initializer_list<std::string_view> files,
                             std::string_view defines = {});

// The prelude of one stage, and a driver's log with its file numbers turned into names. Pure.
std::string shader_prelude(Dialect dialect, bool vertex_stage, std::string_view defines);
std::string named_shader_log(std::string_view log, std::initializer_list<std::string_view> files);

}  // namespace sui::engine
