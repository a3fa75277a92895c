# SPDX-License-Identifier: Apache-2.0
# Golden cases: one test a folder of tests/cases, named `case.FOLDER`; and the pages of diagnostics held against the code.
if(TARGET assize)
  add_executable(cases_test cases_test.cpp)
  target_compile_features(cases_test PRIVATE cxx_std_20)
  assize_flags(cases_test)
  file(GLOB commands CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/cases/*/command")
  foreach(command IN LISTS commands)
    cmake_path(GET command PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    add_test(NAME case.${name} COMMAND cases_test "$<TARGET_FILE:assize>" "${PROJECT_SOURCE_DIR}" "${name}")
    set_tests_properties(case.${name} PROPERTIES TIMEOUT 120)
  endforeach()
endif()

add_executable(diagnostics_test diagnostics_test.cpp)
target_link_libraries(diagnostics_test PRIVATE assize_test_main)
target_compile_options(diagnostics_test PRIVATE -Wall -Wextra)
add_test(NAME diagnostics COMMAND diagnostics_test)
