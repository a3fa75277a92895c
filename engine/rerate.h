// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/project.h"

namespace assize {

/// Puts other methods in the place of those of assize.yaml; each replaces the one of its scheme. Errors, with the
/// project unchanged: `unknown-method`, `two-methods` (of one scheme). An override whose level the other method does
/// not know stays in the project as one that is not applied, with a warning `override-not-applied` at its place.
input::Diagnostics rerate(Project& project, const std::vector<std::string>& methods);

/// Whether it is rated as assize.yaml says.
bool is_rated_as_set(const Project& project);

}  // namespace assize
