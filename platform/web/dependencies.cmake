# The browser build's third-party libraries under the same names as everywhere: sui_dep::<name>.
# Built once by dependencies.sh and kept outside the repository; configuring builds them when they are not there.
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/dependencies.sh
  OUTPUT_VARIABLE prefix OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ".*\n" "" prefix "${prefix}")

function(sui_web_dependency name)
  add_library(sui_dep_${name} INTERFACE)
  target_include_directories(sui_dep_${name} SYSTEM INTERFACE ${prefix}/include)
  if(ARGN)
    target_link_libraries(sui_dep_${name} INTERFACE ${prefix}/lib/lib${ARGN}.a)
  endif()
  add_library(sui_dep::${name} ALIAS sui_dep_${name})
endfunction()
sui_web_dependency(sodium sodium)
sui_web_dependency(zstd zstd)
sui_web_dependency(box2d box2d)
sui_web_dependency(sdl2 SDL2)
target_include_directories(sui_dep_sdl2 SYSTEM INTERFACE ${prefix}/include/SDL2)
sui_web_dependency(json)
sui_web_dependency(cli11)
sui_web_dependency(stb)
sui_web_dependency(flatbuffers)
