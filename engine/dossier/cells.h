// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalogue/method.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

// Cells of each type. What is not said is an empty cell, never the text "none".

Cell text_cell(std::string text);
Cell list_cell(const std::vector<std::string>& items);  ///< Joined by ", ".
Cell integer_cell(int value);
Cell number_cell(double value, std::string as_written);
Cell date_cell(const std::optional<input::Date>& date);
Cell yes_no_cell(bool yes);

/// The same cell with one more thing about it.
Cell with_source(Cell cell, const input::Place& place);
Cell with_tone(Cell cell, Tone tone);
Cell with_anchor(Cell cell, std::string anchor);
/// `anchor` is a name within this document, without `#`.
Cell with_link(Cell cell, const std::string& anchor);

std::string join(const std::vector<std::string>& items, const std::string& between = ", ");
/// The first letter large.
std::string with_capital(std::string text);
/// An id as people write it: "in-place" is "In place".
std::string sentence_case(std::string text);

/// By position, since methods name their classes as they like: the mildest is minor, the worst critical, those between
/// by thirds.
Tone tone_of_class(const catalogue::Method& method, int risk_class);

/// A column and how a row fills it.
template <class Row>
struct Field {
  Column column;
  std::function<Cell(const Row&)> cell;
};

template <class Row>
ViewTable table_of(std::string id, std::string title, std::vector<Row> rows, std::vector<Field<Row>> fields) {
  ViewTable table{std::move(id), std::move(title), {}, rows.size(), {}};
  for (const auto& field : fields) table.columns.push_back(field.column);
  const auto all =
      std::make_shared<const std::pair<std::vector<Row>, std::vector<Field<Row>>>>(std::move(rows), std::move(fields));
  table.cell = [all](std::size_t row, std::size_t column) { return all->second[column].cell(all->first[row]); };
  return table;
}

/// Pointers to all of a list that stays where it is.
template <class Entry>
std::vector<const Entry*> pointers(const std::vector<Entry>& entries) {
  std::vector<const Entry*> all;
  all.reserve(entries.size());
  for (const auto& entry : entries) all.push_back(&entry);
  return all;
}

}  // namespace assize::dossier
