// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "engine/catalogue/lint.h"

namespace assize::catalogue {

// The rules of lint, by what they look at. Each adds what it finds.

void lint_packs(const Catalogue& catalogue, input::Diagnostics& found);
void lint_totals(const Catalogue& catalogue, input::Diagnostics& found);
void lint_references(const Catalogue& catalogue, input::Diagnostics& found);
void lint_views(const Catalogue& catalogue, input::Diagnostics& found);
void lint_conditions(const Catalogue& catalogue, input::Diagnostics& found);
void lint_use(const Catalogue& catalogue, input::Diagnostics& found);
void lint_ratings(const Catalogue& catalogue, input::Diagnostics& found);
void lint_requirements(const Catalogue& catalogue, input::Diagnostics& found);
void lint_cases(const Catalogue& catalogue, const std::vector<PackCase>& cases, input::Diagnostics& found);

/// Calls `visit` with each condition of the catalogue and the subjects it is asked of, outermost words only.
void each_condition(const Catalogue& catalogue, const std::function<void(const Condition&)>& visit);
/// Whether something stands in the files of the pack.
bool is_of(const input::Place& place, const Pack& pack);

}  // namespace assize::catalogue
