#include "game/engine/shaders.h"

#include <cctype>
#include <vector>

namespace sui::engine {
namespace {

Result<std::string> joined(const Assets& assets, std::initializer_list<std::string_view> files) {
  std::string text;
  int number = 0;
  for (std::string_view file : files) {
    Result<std::vector<uint8_t>> bytes = assets.read("shaders/" + std::string(file));
    if (!bytes) return bytes.error();
    text += "#line 1 " + std::to_string(number++) + "\n";
    text.append(bytes->begin(), bytes->end());
    text += '\n';
  }
  return text;
}

std::string log_of(GLuint object, bool is_program) {
  GLint length = 0;
  is_program ? glGetProgramiv(object, GL_INFO_LOG_LENGTH, &length) : glGetShaderiv(object, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length > 0 ? length : 1), '\0');
  GLsizei used = 0;
  if (is_program) {
    glGetProgramInfoLog(object, static_cast<GLsizei>(log.size()), &used, log.data());
  } else {
    glGetShaderInfoLog(object, static_cast<GLsizei>(log.size()), &used, log.data());
  }
  log.resize(static_cast<std::size_t>(used));
  return log;
}

GLuint compiled(GLenum stage, const std::string& prelude, const std::string& body) {
  const GLuint shader = glCreateShader(stage);
  const char* parts[2] = {prelude.c_str(), body.c_str()};
  glShaderSource(shader, 2, parts, nullptr);
  glCompileShader(shader);
  return shader;
}

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::string shader_prelude(Dialect dialect, bool vertex_stage, std::string_view defines) {
  std::string text;
  if (dialect == Dialect::kEs300) {
    text =
        "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n"
        "precision highp sampler2DShadow;\n";
  } else {
    text = "#version 330 core\n";
  }
  text += vertex_stage ? "#define VERTEX 1\n#define VARYING out\n" : "#define FRAGMENT 1\n#define VARYING in\n";
  text += defines;
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

// Mesa says "0:12(5): error", ANGLE "ERROR: 0:12: …", others "0(12) : error": the first number after the line's start
// or "ERROR: " is the file.
std::string named_shader_log(std::string_view log, std::initializer_list<std::string_view> files) {
  std::string out;
  while (!log.empty()) {
    const std::size_t end = log.find('\n');
    std::string_view line = log.substr(0, end);
    log = end == std::string_view::npos ? std::string_view{} : log.substr(end + 1);
    const std::string_view mark = "ERROR: ";
    std::size_t at = line.substr(0, mark.size()) == mark ? mark.size() : 0;
    const std::size_t first = at;
    std::size_t number = 0;
    while (at < line.size() && is_digit(line[at]) && number < 1000) {
      number = number * 10 + static_cast<std::size_t>(line[at++] - '0');
    }
    if (at > first && at < line.size() && (line[at] == ':' || line[at] == '(') && number < files.size()) {
      out += std::string(*(files.begin() + number)) + std::string(line.substr(at));
    } else {
      out += line;
    }
    out += '\n';
  }
  return out;
}

Result<GLuint> build_program(const Assets& assets, Dialect dialect, std::initializer_list<std::string_view> files,
                             std::string_view defines) {
  std::string where = "shaders/";
  for (std::string_view file : files) where += (where.back() == '/' ? "" : "+") + std::string(file);
  Result<std::string> body = joined(assets, files);
  if (!body) return body.error();

  const GLuint program = glCreateProgram();
  const GLuint vertex = compiled(GL_VERTEX_SHADER, shader_prelude(dialect, true, defines), *body);
  const GLuint fragment = compiled(GL_FRAGMENT_SHADER, shader_prelude(dialect, false, defines), *body);
  std::string what;
  for (GLuint shader : {vertex, fragment}) {
    GLint fine = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
    if (fine == 0) what += named_shader_log(log_of(shader, false), files);
  }
  if (what.empty()) {
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    GLint fine = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &fine);
    if (fine == 0) what = "does not link: " + log_of(program, true);
  }
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  if (!what.empty()) {
    glDeleteProgram(program);
    return Error{where, what};
  }
  return program;
}

}  // namespace sui::engine
