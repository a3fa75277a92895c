// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/draw_table.h"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace assize::dossier {
namespace {

bool has_part(std::string_view text, std::string_view wanted) {
  if (text == wanted) return true;
  while (!text.empty()) {
    const auto comma = std::min(text.find(", "), text.size());
    if (text.substr(0, comma) == wanted) return true;
    text.remove_prefix(std::min(comma + 2, text.size()));
  }
  return false;
}

std::size_t column_of(const ViewTable& table, const std::string& id) {
  const int column = table.column(id);
  assert(column >= 0);
  return static_cast<std::size_t>(column);
}

bool holds(const TableWish::Test& test, const ViewTable& table, std::size_t row) {
  const auto text = table.cell(row, column_of(table, test.column)).text;
  return std::any_of(test.values.begin(), test.values.end(), [&](const auto& value) { return has_part(text, value); });
}

bool is_numeric(const Cell& cell) { return cell.type == Cell::Type::integer || cell.type == Cell::Type::number; }

/// Numbers by value, all else by text, empty cells last.
bool less(const Cell& a, const Cell& b) {
  if ((a.type == Cell::Type::empty) != (b.type == Cell::Type::empty)) return b.type == Cell::Type::empty;
  if (is_numeric(a) && is_numeric(b)) return a.number < b.number;
  return a.text < b.text;
}

void sort_rows(std::vector<std::size_t>& rows, const ViewTable& table, std::string_view sort) {
  const bool falls = sort.starts_with('-');
  const auto column = column_of(table, std::string(sort.substr(falls ? 1 : 0)));
  std::vector<std::pair<Cell, std::size_t>> keyed;
  for (const auto row : rows) keyed.emplace_back(table.cell(row, column), row);
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    return falls ? less(b.first, a.first) : less(a.first, b.first);
  });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = keyed[i].second;
}

}  // namespace

bool fits(const TableWish& wish, const ViewTable& table, std::size_t row) {
  const auto hold = [&](const auto& test) { return holds(test, table, row); };
  return std::all_of(wish.where.begin(), wish.where.end(), hold) &&
         std::none_of(wish.except.begin(), wish.except.end(), hold);
}

DrawnTable draw_table(const ViewTable& from, const TableWish& wish) {
  DrawnTable drawn;
  auto& table = drawn.table;
  table.id = wish.id;
  table.caption = wish.caption;
  table.when_empty = wish.when_empty.empty() ? "Nothing to list." : wish.when_empty;
  std::vector<std::size_t> columns;
  if (wish.columns.empty())
    for (std::size_t i = 0; i < from.columns.size(); ++i) columns.push_back(i);
  for (const auto& id : wish.columns) columns.push_back(column_of(from, id));
  for (const auto column : columns) {
    table.columns.push_back(from.columns[column]);
    for (const auto& [id, title] : wish.titles)
      if (id == table.columns.back().id) table.columns.back().title = title;
  }
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < from.rows; ++row)
    if (fits(wish, from, row)) rows.push_back(row);
  if (!wish.sort.empty()) sort_rows(rows, from, wish.sort);
  if (wish.most > 0 && rows.size() > wish.most) {
    drawn.left_out = rows.size() - wish.most;
    rows.resize(wish.most);
  }
  for (const auto row : rows) {
    auto& cells = table.rows.emplace_back();
    cells.reserve(columns.size());
    for (const auto column : columns) {
      cells.push_back(from.cell(row, column));
      auto& cell = cells.back();
      if (!wish.anchors) {
        // Where rows cannot be linked to, their name links to where they can.
        if (!cell.anchor.empty() && cell.link.empty()) cell.link = "#" + cell.anchor;
        cell.anchor.clear();
      }
    }
  }
  drawn.rows = std::move(rows);
  return drawn;
}

}  // namespace assize::dossier
