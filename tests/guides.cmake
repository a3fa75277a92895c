# SPDX-License-Identifier: Apache-2.0
# The steps of each guide in docs/guides, done as its reader would: one test a page, `guide.NAME`.
if(TARGET assize)
  add_executable(guide_test guides/guide_test.cpp)
  target_compile_features(guide_test PRIVATE cxx_std_20)
  assize_flags(guide_test)
  file(GLOB guides CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/guides/*.md" "${PROJECT_SOURCE_DIR}/docs/templates.md")
  foreach(guide IN LISTS guides)
    cmake_path(GET guide STEM name)
    add_test(NAME guide.${name} COMMAND guide_test "$<TARGET_FILE:assize>" "${PROJECT_SOURCE_DIR}" "${guide}")
    set_tests_properties(guide.${name} PROPERTIES TIMEOUT 120)
  endforeach()
endif()
