// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/catalogue/catalogue.h"
#include "engine/input/tree.h"

namespace assize::catalogue {

/// Adds what a content file says of a law to the regime of its pack, and its questions to the catalogue. Code
/// `no-regime`: a pack that has two regimes, or gates and the like without one.
void read_regime_file(const input::Tree& tree, const Pack& pack, Catalogue& catalogue, input::Diagnostics& found);

/// After all is read: resolves names, or reports `duplicate-id`, `unknown-question`, `wrong-answer`, `unknown-gate` (a
/// gate, role, class, tier, topic or step), `unknown-fact`, `unknown-pack` (governed) and `gate-cycle`.
void settle_regimes(Catalogue& catalogue, input::Diagnostics& found);

/// What is wrong with an answer, in words, or "" when the question allows it. `hint` is what to do.
std::string wrong_with_answer(const Question& question, const std::vector<std::string>& values, bool is_list,
                              std::string& hint);

}  // namespace assize::catalogue
