// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/catalogue/method.h"
#include "engine/evidence/implementation.h"

namespace assize::treat {

/// What the implementations say they cost, held against the words of the method: `unknown-dimension`, `unknown-level`,
/// `missing-dimension` (what is not said would count as nothing). `method` without a cost-benefit analysis, or none at
/// all, knows no word.
input::Diagnostics check_costs(const std::vector<evidence::Implementation>& implementations,
                               const catalogue::Method* method);

}  // namespace assize::treat
