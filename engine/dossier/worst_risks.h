// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "engine/dossier/figure_parts.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

/// Those risks of a method that a figure has room for.
struct WorstRisks {
  const catalogue::Method* method = nullptr;
  std::vector<const treat::Row*> rows;
  std::size_t all = 0;  ///< Risks of the method.
};

/// Per method that rates some risk: by class as evidenced, then by how much better they are claimed to be, then as the
/// register has them.
std::vector<WorstRisks> worst_risks(const View& view, std::size_t most);

/// What happens and where, one below the other, `width` wide; linked to the row of the register.
void draw_risk_title(const View& view, const analyse::Risk& risk, Figure::Point corner, double width, Figure& figure);

}  // namespace assize::dossier
