// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/cover/coverage.h"
#include "engine/cover/gap.h"
#include "engine/cover/system_class.h"

namespace assize::cover {

/// Of laws that govern a pack the project answers to: one blocking gap for each tier, role and deciding table that is
/// open (code `classification-open`; it counts the requirements that wait for it), for each answer that the description
/// contradicts (`answer-contradicted`) and for each tier that bars supply (`supply-barred`).
std::vector<Gap> classification_gaps(const SystemClass& system_class, const std::vector<Coverage>& coverage,
                                     const std::vector<std::string>& frameworks);

}  // namespace assize::cover
