# sui_web_page(<program>): links the program for a page and lays index.html beside it, ready to be served.
# Above it: what every WebAssembly program of ours is compiled and linked with.
add_compile_options(-O2 -flto)
add_link_options(-O2 -flto -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=67108864)

function(sui_web_page program)
  set(pre ${CMAKE_SOURCE_DIR}/platform/web/save.js)
  # SDL's sound names these from inside script text, where the linker cannot see that they are needed. In a file,
  # because no quoting brings a dollar sign through CMake, ninja and the shell alike.
  file(WRITE ${CMAKE_BINARY_DIR}/functions_of_sdl.json [=[["$autoResumeAudioContext", "$dynCall"]]=])
  target_link_options(${program} PRIVATE -sENVIRONMENT=web -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -lidbfs.js
    -sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE=@${CMAKE_BINARY_DIR}/functions_of_sdl.json
    --pre-js ${pre} --preload-file ${CMAKE_BINARY_DIR}/assets@/assets)
  # The package holds the assets, so it is linked anew when one of them changes.
  set_property(TARGET ${program} APPEND PROPERTY LINK_DEPENDS ${pre} ${SUI_ASSET_OUTPUTS})
  set(page ${CMAKE_BINARY_DIR}/index.html)
  add_custom_command(OUTPUT ${page} COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/platform/web/shell.html ${page}
    DEPENDS ${CMAKE_SOURCE_DIR}/platform/web/shell.html VERBATIM)
  add_custom_target(${program}_page ALL DEPENDS ${page})
  add_dependencies(${program} ${program}_page)
endfunction()
