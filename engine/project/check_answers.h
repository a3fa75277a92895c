// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/catalogue/catalogue.h"
#include "engine/input/diagnostic.h"
#include "engine/model/system.h"

namespace assize {

/// Answers to questions of law against the questions of the packs: `unknown-question`, `wrong-answer`.
input::Diagnostics check_answers(const model::System& system, const catalogue::Catalogue& catalogue);

}  // namespace assize
