# Flags every target of ours shares: warnings as errors, and the arithmetic the determinism contract needs.
add_library(sui_flags INTERFACE)
target_include_directories(sui_flags INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(sui_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wformat=2 -Werror
  -ffp-contract=off -fno-fast-math)

set(SUI_SANITIZE "" CACHE STRING "address,undefined or thread; empty for none")
if(SUI_SANITIZE)
  add_compile_options(-fsanitize=${SUI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SUI_SANITIZE})
endif()

# One static library per folder: sui_library(craft clay.cpp …) makes target sui_craft, linked as sui::craft.
function(sui_library name)
  add_library(sui_${name} STATIC ${ARGN})
  add_library(sui::${name} ALIAS sui_${name})
  target_link_libraries(sui_${name} PUBLIC sui_flags)
endfunction()

function(sui_program name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE sui_flags)
  # Programs lie at the top of the build folder, next to the assets they read.
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()
