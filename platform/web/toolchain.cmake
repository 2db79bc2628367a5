# Debian's emscripten as a CMake toolchain. Its own file is included; this one mends what does not work as packaged.
set(SUI_EMSCRIPTEN /usr/share/emscripten CACHE PATH "where Debian's emscripten lies")
# Emscripten's own emulator flags are refused by newer nodes, and its output trips over node's fetch().
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch" CACHE STRING "runs WebAssembly programs")
include(${SUI_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake)

# The optimiser wants node's packaged acorn; emcc wants Debian's python, not the first one in PATH; clang is what
# ccache understands, emcc it does not.
set(sui_emscripten_environment env NODE_PATH=/usr/share/nodejs EMSDK_PYTHON=/usr/bin/python3)
find_program(SUI_CCACHE ccache)
if(SUI_CCACHE)
  list(APPEND sui_emscripten_environment EM_COMPILER_WRAPPER=${SUI_CCACHE})
endif()
foreach(language C CXX)
  set(CMAKE_${language}_COMPILER_LAUNCHER ${sui_emscripten_environment})
  set(CMAKE_${language}_LINKER_LAUNCHER ${sui_emscripten_environment})
endforeach()
