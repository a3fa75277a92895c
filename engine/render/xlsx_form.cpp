// SPDX-License-Identifier: Apache-2.0
// What makes a sheet a form: headers that say what may be written, values to choose from, locks, and the hidden sheets
// behind it.
#include "engine/render/xlsx_sheet.h"

#include <algorithm>

#include "engine/render/code_points.h"
#include "engine/render/document_text.h"
#include "engine/render/terminal_text.h"

namespace assize::render {
namespace {

using dossier::Column;
using dossier::Table;

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// What a note on the header says; in the language of the document but for the words of the files.
std::string note_of(const Column& column, const std::string& to_edit) {
  std::string note = to_edit;
  for (const auto& choice : column.choices) note += "\n" + choice;
  if (column.edit == Column::Edit::day) note += "\nYYYY-MM-DD";
  if (column.edit == Column::Edit::names && column.choices.empty()) note += "\nID, ID, …";
  return std::string(first_units(terminal_text(note), 1'000));
}

}  // namespace

void Sheet::header(const Table& table, std::size_t column, const std::string& to_edit) {
  const auto& about = table.columns[column];
  const auto head = header_row(table);
  const std::string where = "the header of table `" + table.id + "`";
  const bool open = about.edit != Column::Edit::no;
  if (head > 0) {
    text(0, column, about.id, {}, where);
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    check(worksheet_set_row_opt(sheet_, 0, LXW_DEF_ROW_HEIGHT, nullptr, &hidden));
  }
  text(head, column, about.title, {.right = about.numeric, .header = true, .open = open}, where);
  if (open) check(worksheet_write_comment(sheet_, row_of(head), column_of(column), note_of(about, to_edit).c_str()));
}

void Sheet::choices(const Table& table, std::size_t column, const Surroundings& around) {
  const auto& about = table.columns[column];
  lxw_data_validation rule{};
  std::vector<const char*> words;
  std::string range;
  if (!about.choices.empty() && ChoiceLists::fits_inline(about.choices)) {
    for (const auto& choice : about.choices) words.push_back(choice.c_str());
    words.push_back(nullptr);
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = const_cast<decltype(rule.value_list)>(words.data());  // It only reads them.
  } else if (!about.choices.empty()) {
    range = around.lists.range_of(about.choices, around.lists_sheet);
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
  } else if (about.edit == Column::Edit::day) {
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
    rule.value_datetime = lxw_datetime{1900, 1, 1, 0, 0, 0};
  } else {
    return;
  }
  const auto first = header_row(table) + 1;
  check(worksheet_data_validation_range(sheet_, row_of(first), column_of(column), row_of(first + table.rows.size() - 1),
                                        column_of(column), &rule));
}

/// Against slips, not against people: there is no password. Columns can be made wider, rows filtered.
void Sheet::protect() {
  lxw_protection allowed{};
  allowed.format_cells = allowed.format_columns = allowed.format_rows = 1;
  allowed.autofilter = allowed.sort = 1;
  worksheet_protect(sheet_, nullptr, &allowed);
}

void Sheet::fill_as_sent(const Table& table) {
  if (sheet_ == nullptr) return;
  const std::string where = "the hidden sheet of table `" + table.id + "`";
  text(0, 0, "assize/as-sent/1", {}, where);
  text(0, 1, table.id, {}, where);
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    text(1, column, table.columns[column].id, {}, where);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const auto& cell = table.rows[row][column];
      const auto& said = cell.type == dossier::Cell::Type::date && !cell.iso.empty() ? cell.iso : cell.text;
      if (!said.empty()) text(row + 2, column, said, {}, where);
    }
  }
  worksheet_hide(sheet_);
}

void Sheet::fill_lists(const ChoiceLists& lists) {
  if (sheet_ == nullptr) return;
  for (std::size_t column = 0; column < lists.columns().size(); ++column)
    for (std::size_t row = 0; row < lists.columns()[column].size(); ++row)
      text(row, column, lists.columns()[column][row], {}, "the sheet of lists");
  worksheet_hide(sheet_);
}

void Sheet::fill_about(const About& about, const Anchors& anchors) {
  const std::string where = "the sheet of texts";
  width(0, 32);
  width(1, 100);
  for (std::size_t row = 0; row < about.lines.size(); ++row) {
    const auto& line = about.lines[row];
    const auto anchor = anchors.find(line.link);
    const std::string target = is_web_link(line.link) ? line.link : anchor != anchors.end() ? anchor->second : "";
    const CellLook look{.tone = line.tone, .link = !target.empty()};
    if (!target.empty() && !link(row, 1, target, line.text, book_.format(look))) losses_.add(Losses::Kind::link, where);
    text(row, 0, line.term, {.tone = line.tone, .bold = line.heading}, where);
    text(row, 1, line.text, look, where);
  }
}

}  // namespace assize::render
