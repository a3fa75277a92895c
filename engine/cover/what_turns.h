// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/cover/law.h"

namespace assize::cover {

/// Questions that keep something open, and what each answer to each of them would decide, found by trying the answers.
/// `law` has been asked under `known`.
std::vector<OpenQuestion> what_turns(const LawCase& given, const KnownAnswers& known, Law& law);

}  // namespace assize::cover
