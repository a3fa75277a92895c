// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render::pdf {

class Flow;

/// How the columns stand beside each other.
struct TableSetting {
  double size = 8;
  std::vector<double> widths;  ///< With padding; they add up to the width given.
  bool squeezed = false;       ///< Some column is narrower than its longest word at the smallest size.
};

/// How a table is shown best: columns on a portrait page, columns across a landscape page, or each row as a record.
enum class TableShape : std::uint8_t { upright, across, records };

struct TableForm {
  TableShape shape = TableShape::upright;
  TableSetting upright, across;  ///< The columns as they stand on either sheet.
};

/// Takes the form that costs least paper, and none with broken words where another has room. To turn the page costs
/// too: only a table that fills most of one is worth it. Worked out once a table.
const TableForm& form_of(Flow& flow, const dossier::Table& table);

}  // namespace assize::render::pdf
