// SPDX-License-Identifier: Apache-2.0
#include "engine/render/xlsx_places.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <variant>

namespace assize::render {
namespace {

using namespace dossier;

/// Id of the first table of a section or of those in it; empty when it has none.
std::string first_table(const Section& section) {
  for (const auto& block : section.blocks)
    if (const auto* table = std::get_if<Table>(&block); table && !table->columns.empty()) return table->id;
  for (const auto& inner : section.sections)
    if (auto id = first_table(inner); !id.empty()) return id;
  return {};
}

void add_sections(const std::vector<Section>& sections, Anchors& anchors) {
  for (const auto& section : sections) {
    if (const auto at = anchors.find("#" + first_table(section)); at != anchors.end() && !section.id.empty())
      anchors.emplace("#" + section.id, at->second);
    add_sections(section.sections, anchors);
  }
}

}  // namespace

bool is_editable(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const auto& column) { return column.edit != Column::Edit::no; });
}

std::size_t header_row(const Table& table) { return is_editable(table) ? 1 : 0; }

std::string internal_link(const std::string& sheet, std::size_t row, std::size_t column) {
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(cell, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column));
  std::string quoted;
  for (const char character : sheet) quoted.append(character == '\'' ? 2 : 1, character);
  return "internal:'" + quoted + "'!" + cell;
}

Anchors anchors_of(const Document& document, const std::vector<const Table*>& tables, const About& about,
                   const std::vector<SheetName>& names) {
  Anchors anchors;
  for (std::size_t sheet = 0; sheet < tables.size(); ++sheet) {
    const auto& table = *tables[sheet];
    const auto head = header_row(table);
    if (!table.id.empty()) anchors.emplace("#" + table.id, internal_link(names[sheet].name, head, 0));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        if (const auto& anchor = table.rows[row][column].anchor; !anchor.empty())
          anchors.emplace("#" + anchor, internal_link(names[sheet].name, head + 1 + row, column));
  }
  if (names.size() > tables.size())
    for (std::size_t row = 0; row < about.lines.size(); ++row)
      for (const auto& anchor : about.lines[row].anchors)
        if (!anchor.empty()) anchors.emplace("#" + anchor, internal_link(names[tables.size()].name, row, 0));
  add_sections(document.sections, anchors);
  return anchors;
}

}  // namespace assize::render
