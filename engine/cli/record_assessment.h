// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/assessment.h"
#include "engine/cli/load_project.h"

namespace assize::cli {

/// Appends to the project's store (`.assize/store.db`) that this assessment was made, and from what: the digests of
/// every file read, the files of the project themselves, the as-of date and the register. An assessment equal to the
/// last one recorded is not recorded again. The sentence says which entry it is.
input::Result<std::string> record_assessment(const std::string& folder, const Loaded& loaded,
                                             const Assessment& assessment, const World& world);

}  // namespace assize::cli
