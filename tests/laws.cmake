# SPDX-License-Identifier: Apache-2.0
# Laws that hold for every system, the slow second version of walk and analyse, and the table of includes.
if(TARGET assize_assessment)
  file(GLOB ASSIZE_LAWS CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/laws/*.cpp")
  add_executable(laws_test ${ASSIZE_LAWS})
  target_link_libraries(laws_test PRIVATE assize_test_main assize_assessment assize_rerate)
  target_compile_options(laws_test PRIVATE -Wall -Wextra)
  target_precompile_headers(laws_test REUSE_FROM assize_test_main)
  add_test(NAME laws COMMAND laws_test)
endif()

add_executable(architecture_test architecture_test.cpp)
target_link_libraries(architecture_test PRIVATE assize_test_main)
target_compile_options(architecture_test PRIVATE -Wall -Wextra)
target_precompile_headers(architecture_test REUSE_FROM assize_test_main)
add_test(NAME architecture COMMAND architecture_test)
