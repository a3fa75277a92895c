// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

/// What of a table is wanted, and how. Columns that the table has not are a bug of the caller: compose has checked.
struct TableWish {
  struct Test {
    std::string column;
    std::vector<std::string> values;  ///< One of them is the cell's text, or one of its parts between commas.
  };
  std::string id, caption, when_empty;
  std::vector<std::string> columns;                         ///< Empty: all.
  std::vector<std::pair<std::string, std::string>> titles;  ///< Other titles for columns, by id.
  std::vector<Test> where;                                  ///< All must hold.
  std::vector<Test> except;                                 ///< None may hold.
  std::string sort;      ///< A column; a `-` before it: largest first. Empty: the order of the table.
  std::size_t most = 0;  ///< Rows; 0: all.
  bool anchors = false;  ///< Rows can be linked to. Of all tables with the same rows, one should say so.
};

struct DrawnTable {
  Table table;
  std::vector<std::size_t> rows;  ///< Of the view's table, one for each row drawn.
  std::size_t left_out = 0;       ///< Rows that fit, but are more than `most`.
};
/// Whether a row is wanted.
bool fits(const TableWish& wish, const ViewTable& table, std::size_t row);
DrawnTable draw_table(const ViewTable& from, const TableWish& wish);

}  // namespace assize::dossier
