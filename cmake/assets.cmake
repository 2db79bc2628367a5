# Target sui_assets: everything the game reads while running, in <build>/assets beside the programs.
# Shaders, string tables and character packs are copied; fonts are cut down from Debian's Noto to what the tables say.
# The browser downloads them, so it gets a smaller serif: only the characters our own headings use.
find_program(SUI_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
set(SUI_FONT_FOLDER /usr/share/fonts/opentype/noto CACHE PATH "where Debian's fonts-noto-cjk lies")
set(SUI_ASSETS ${CMAKE_BINARY_DIR}/assets)

set(asset_outputs)
file(GLOB asset_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/assets
  ${CMAKE_SOURCE_DIR}/assets/shaders/* ${CMAKE_SOURCE_DIR}/assets/strings/*.json)
file(GLOB_RECURSE character_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/assets
  ${CMAKE_SOURCE_DIR}/assets/characters/*)
list(APPEND asset_sources ${character_sources})
foreach(asset IN LISTS asset_sources)
  add_custom_command(OUTPUT ${SUI_ASSETS}/${asset}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/assets/${asset} ${SUI_ASSETS}/${asset}
    DEPENDS ${CMAKE_SOURCE_DIR}/assets/${asset} VERBATIM)
  list(APPEND asset_outputs ${SUI_ASSETS}/${asset})
endforeach()

# Inside an application package no folder can be looked through: the packs are said in a file.
set(character_folders ${character_sources})
list(TRANSFORM character_folders REPLACE "^characters/([^/]+)/.*" "\\1")
list(REMOVE_DUPLICATES character_folders)
string(REPLACE ";" "\n" character_folders "${character_folders}")
file(GENERATE OUTPUT ${SUI_ASSETS}/characters/folders.txt CONTENT "${character_folders}\n")

file(GLOB string_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/strings/*.json
  ${CMAKE_SOURCE_DIR}/assets/characters/*/manifest.json ${CMAKE_SOURCE_DIR}/assets/characters/*/lines.*.json)
# Number 2 in Noto's collections is the simplified Chinese face.
function(sui_font name source)
  if(NOT EXISTS ${SUI_FONT_FOLDER}/${source})
    message(FATAL_ERROR "${SUI_FONT_FOLDER}/${source} is missing: install Debian's fonts-noto-cjk")
  endif()
  set(out ${SUI_ASSETS}/fonts/${name}.otf)
  add_custom_command(OUTPUT ${out}
    COMMAND ${SUI_PYTHON} ${CMAKE_SOURCE_DIR}/cmake/font_subset.py --font ${SUI_FONT_FOLDER}/${source} --number 2
            --out ${out} ${ARGN} --strings ${string_tables}
    DEPENDS ${CMAKE_SOURCE_DIR}/cmake/font_subset.py ${CMAKE_SOURCE_DIR}/cmake/font_letters.py ${string_tables}
    COMMENT "Cutting ${name}.otf down to the game's characters" VERBATIM)
  set(asset_outputs ${asset_outputs} ${out} PARENT_SCOPE)
endfunction()
if(EMSCRIPTEN)
  sui_font(sans NotoSansCJK-Regular.ttc --han --hangul names)
  sui_font(serif NotoSerifCJK-Bold.ttc --headings)
else()
  sui_font(sans NotoSansCJK-Regular.ttc --han --hangul all)
  sui_font(serif NotoSerifCJK-Bold.ttc --han --hangul all)
endif()

set(SUI_ASSET_OUTPUTS ${asset_outputs})
add_custom_target(sui_assets ALL DEPENDS ${asset_outputs})
