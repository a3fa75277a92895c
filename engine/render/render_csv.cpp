// SPDX-License-Identifier: Apache-2.0
#include "engine/render/document_text.h"
#include "engine/render/formats.h"
#include "engine/render/neutral_cell.h"

namespace assize::render {
namespace {

/// RFC 4180: a field with a comma, a quote or a line end stands in quotes, and a quote in it is doubled. Outer blanks
/// are quoted too, because readers differ on whether to keep them.
void append_field(std::string& csv, std::string_view text) {
  const bool blank_at_edge = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!blank_at_edge && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    csv += text;
    return;
  }
  csv += '"';
  for (const char character : text) {
    if (character == '"') csv += '"';
    csv += character;
  }
  csv += '"';
}

/// Counts control characters that were replaced, to say so once.
struct Replaced {
  std::size_t cells = 0;
  std::string first;
};

void append_table(std::string& csv, const dossier::Table& table, Replaced& replaced) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column > 0) csv += ',';
    append_field(csv, neutral_text(table.columns[column].id).text);
  }
  csv += "\r\n";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const auto cell = neutral_cell(table.rows[row][column]);
      if (column > 0) csv += ',';
      // Alone on its line an empty field would be a blank line, which means the end of the table.
      if (cell.text.empty() && table.columns.size() == 1) csv += "\"\"";
      append_field(csv, cell.text);
      if (cell.replaced && replaced.cells++ == 0) replaced.first = name_of_cell(table, row, column);
    }
    csv += "\r\n";
  }
}

}  // namespace

input::Result<std::string> render_csv(const dossier::Document& document) {
  auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  std::string csv;
  Replaced replaced;
  bool any = false;
  for (const auto* table : tables_of(document)) {
    if (table->columns.empty()) continue;
    if (any) csv += "\r\n";
    append_table(csv, *table, replaced);
    any = true;
  }
  if (!any)
    found.push_back({input::Severity::warning,
                     "no-table",
                     "document `" + document.id + "` has no table, so its CSV is empty",
                     {},
                     "ask for a format that shows text"});
  if (replaced.cells > 0)
    found.push_back({input::Severity::warning, "control-character",
                     "control characters in " + std::to_string(replaced.cells) +
                         " cells were replaced by U+FFFD, first in " + replaced.first});
  return {std::move(csv), std::move(found)};
}

}  // namespace assize::render
