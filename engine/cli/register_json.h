// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/assessment.h"

namespace assize::cli {

/// The register for machines (`assize/register/1`), made risk by risk: as one value it would be many times its text.
std::string register_json(const Project& project, const Assessment& assessment, const catalogue::View* by = nullptr);

}  // namespace assize::cli
