# SPDX-License-Identifier: Apache-2.0
# Builds the style and the script of the HTML page into assize_render: each all files of this folder of its kind, in the
# order of their names.
function(assize_join_assets pattern into)
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/render/html/${pattern}")
  list(SORT files)
  set(joined "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    if(text MATCHES "</[Ss]" OR text MATCHES "<!--" OR text MATCHES "[^\t\n -~]")
      message(FATAL_ERROR "${file}: a closing tag, a comment of HTML or a character beyond ASCII would break the page")
    endif()
    # A string literal of a compiler may be limited to 64 KiB: cut into pieces that the compiler joins.
    string(LENGTH "${text}" length)
    set(at 0)
    while(at LESS length)
      string(SUBSTRING "${text}" ${at} 8000 piece)
      string(APPEND joined "R\"~~~(${piece})~~~\"\n")
      math(EXPR at "${at} + 8000")
    endwhile()
  endforeach()
  set(${into} "${joined}" PARENT_SCOPE)
endfunction()

assize_join_assets("*.css" style)
assize_join_assets("*.js" script)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/html_assets.cpp" @ONLY CONTENT
"// Made by engine/render/html/assets.cmake from the files beside it.
#include \"engine/render/html/assets.h\"

namespace assize::render::html {
std::string_view style_text() { return @style@; }
std::string_view script_text() { return @script@; }
}  // namespace assize::render::html
")
target_sources(assize_render PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/html_assets.cpp")
