# SPDX-License-Identifier: Apache-2.0
# Builds schemas/*.schema.json into assize_input, so that a reader and its schema can never be of different versions.
file(GLOB schema_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/schemas/*.schema.json")
set(table "")
foreach(file IN LISTS schema_files)
  get_filename_component(name "${file}" NAME)
  string(REPLACE ".schema.json" "" name "${name}")
  file(READ "${file}" text)
  # A string literal of a compiler may be limited to 64 KiB: cut into pieces that the compiler joins.
  string(LENGTH "${text}" length)
  set(at 0)
  set(literal "")
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND literal "R\"~~~(${piece})~~~\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND table "    {\"${name}\", ${literal}},\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/schema_texts.cpp" @ONLY CONTENT
"// Made by engine/schemas.cmake from schemas/.
#include \"engine/input/check_schema.h\"

namespace assize::input {
std::string_view schema_text(std::string_view name) {
  struct Entry {
    std::string_view name;
    std::string_view text;
  };
  static constexpr Entry entries[] = {
@table@    {\"\", \"\"}};
  for (const auto& entry : entries)
    if (entry.name == name) return entry.text;
  return {};
}
}  // namespace assize::input
")
if(TARGET assize_input)
  target_sources(assize_input PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/schema_texts.cpp")
endif()
