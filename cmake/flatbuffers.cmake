# sui_flatbuffer(<target> <schema.fbs>): <build>/generated/<folder>/<schema>_generated.h, made before <target> compiles.
find_program(SUI_FLATC flatc REQUIRED)
function(sui_flatbuffer target schema)
  cmake_path(ABSOLUTE_PATH schema OUTPUT_VARIABLE source)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE folder)
  cmake_path(GET schema STEM stem)
  set(out ${CMAKE_BINARY_DIR}/generated/${folder})
  add_custom_command(
    OUTPUT ${out}/${stem}_generated.h
    COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
    COMMAND ${SUI_FLATC} --cpp --scoped-enums -o ${out} ${source}
    DEPENDS ${source} VERBATIM)
  target_sources(${target} PRIVATE ${out}/${stem}_generated.h)
endfunction()
