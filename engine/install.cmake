# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the command, its data beside it, and the library for `find_package(assize)`.
include(CMakePackageConfigHelpers)

# One target for who uses the library; its parts are exported too.
add_library(assize_all INTERFACE)
set_target_properties(assize_all PROPERTIES EXPORT_NAME assize)
target_link_libraries(assize_all INTERFACE assize_rerate assize_assessment assize_diff assize_cost_benefit assize_dossier assize_render assize_store)
add_library(assize::assize ALIAS assize_all)

install(TARGETS assize RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS ${ASSIZE_FOLDERS} assize_all EXPORT assizeTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT assizeTargets NAMESPACE assize:: DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/assize")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/engine" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/assize" FILES_MATCHING PATTERN "*.h" PATTERN "cli" EXCLUDE)

set(data "${CMAKE_INSTALL_DATADIR}/assize")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/catalogues" "${PROJECT_SOURCE_DIR}/templates" "${PROJECT_SOURCE_DIR}/schemas" "${PROJECT_SOURCE_DIR}/examples"
  DESTINATION "${data}" PATTERN ".assize" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/diagnostics" DESTINATION "${data}/docs")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/assize")

configure_package_config_file("${PROJECT_SOURCE_DIR}/engine/assizeConfig.cmake.in" "${PROJECT_BINARY_DIR}/assizeConfig.cmake"
  INSTALL_DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/assize")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/assizeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/assizeConfig.cmake" "${PROJECT_BINARY_DIR}/assizeConfigVersion.cmake" DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/assize")
