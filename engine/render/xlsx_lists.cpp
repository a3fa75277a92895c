// SPDX-License-Identifier: Apache-2.0
#include "engine/render/xlsx_lists.h"

#include <xlsxwriter.h>

#include "engine/render/code_points.h"

namespace assize::render {

ChoiceLists::ChoiceLists(const std::vector<const dossier::Table*>& tables) {
  for (const auto* table : tables)
    for (const auto& column : table->columns) {
      if (column.choices.empty() || fits_inline(column.choices)) continue;
      if (index_.emplace(column.choices, columns_.size()).second) columns_.push_back(column.choices);
    }
}

bool ChoiceLists::fits_inline(const std::vector<std::string>& choices) {
  constexpr std::size_t most = 255;  // UTF-16 code units, commas between included.
  std::string joined;
  for (const auto& choice : choices) {
    // Blanks at an end would be cut, and quotes close the list in some programs.
    if (choice.empty() || choice.find_first_of(",\"\n") != std::string::npos || choice.front() == ' ' ||
        choice.back() == ' ')
      return false;
    joined += (joined.empty() ? "" : ",") + choice;
  }
  return first_units(joined, most).size() == joined.size();
}

std::string ChoiceLists::range_of(const std::vector<std::string>& choices, const std::string& sheet) const {
  char cells[LXW_MAX_CELL_RANGE_LENGTH];
  const auto column = static_cast<lxw_col_t>(index_.at(choices));
  lxw_rowcol_to_range_abs(cells, 0, column, static_cast<lxw_row_t>(choices.size() - 1), column);
  std::string quoted;
  for (const char character : sheet) quoted.append(character == '\'' ? 2 : 1, character);
  return "='" + quoted + "'!" + cells;
}

}  // namespace assize::render
