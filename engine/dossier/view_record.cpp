// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/figures.h"
#include "engine/dossier/records.h"

namespace assize::dossier {
namespace {

Record value_of(const Cell& cell) {
  switch (cell.type) {
    case Cell::Type::empty:
      return {};
    case Cell::Type::integer:
      return static_cast<int>(cell.number);
    case Cell::Type::number:
      return cell.number;
    default:
      return cell.text;
  }
}

Record row_record(const ViewTable& table, std::size_t row) {
  Record::Map cells, places;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto cell = table.cell(row, column);
    cells.emplace_back(table.columns[column].id, value_of(cell));
    if (!cell.source.empty()) places.emplace_back(table.columns[column].id, cell.source);
  }
  return Record::Map{{"cells", std::move(cells)}, {"places", std::move(places)}};
}

Record table_record(const ViewTable& table) {
  Record::List columns, rows;
  for (const auto& column : table.columns)
    columns.emplace_back(Record::Map{{"id", column.id}, {"title", column.title}});
  for (std::size_t row = 0; row < table.rows; ++row) rows.push_back(row_record(table, row));
  return Record::Map{
      {"id", table.id}, {"title", table.title}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace

Record::Map view_record(const View& view) {
  auto record = head_record(view.project(), view.assessment(), "assize/view/1");
  Record::Map values;
  for (const auto& [name, value] : view.values()) values.emplace_back(name, value);
  Record::List tables, figures;
  for (const auto& table : view.tables()) tables.push_back(table_record(table));
  for (const auto& figure : figure_kinds) figures.emplace_back(figure.id);
  record.emplace_back("values", std::move(values));
  record.emplace_back("tables", std::move(tables));
  record.emplace_back("figures", std::move(figures));
  return record;
}

}  // namespace assize::dossier
