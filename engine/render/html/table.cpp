// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/table.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "engine/render/html/prose.h"
#include "engine/render/html/text.h"

namespace assize::render::html {
namespace {

using dossier::Cell;
using dossier::Column;
using dossier::Table;

constexpr std::size_t kBroad = 8;  // Columns from which a table is set smaller, and printed across.

std::string number_text(double number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return {digits, end};
}

/// What the cells of a column are sorted by: all that say something must agree.
std::string_view kind_of(const Table& table, std::size_t column) {
  bool numbers = true, dates = true, any = false;
  for (const auto& row : table.rows) {
    const auto& cell = row[column];
    if (cell.type == Cell::Type::empty) continue;
    any = true;
    numbers = numbers && (cell.type == Cell::Type::integer || cell.type == Cell::Type::number);
    dates = dates && cell.type == Cell::Type::date;
  }
  return !any ? "text" : numbers ? "number" : dates ? "date" : "text";
}

void write_caption(Page& page, const Table& table, const std::string& id) {
  if (table.caption.empty()) return;
  const auto name = filled(page.document.labels.table, "number", std::to_string(page.tables.size() + 1));
  page.tables.push_back({name, table.caption, id});
  page.write("<span class=\"name\">");
  page.text(name);
  page.write("</span> <span>");
  page.text(table.caption);
  page.write("</span> ");
  page.write_here(id, name);
}

void write_head(Page& page, const Table& table) {
  page.write("<thead><tr>");
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    const auto& column = table.columns[at];
    page.write("<th scope=\"col\"");
    if (column.numeric) page.write(" class=\"n\"");
    page.attribute("data-id", column.id);
    page.attribute("data-kind", kind_of(table, at));
    append_direction(page.out, column.title);
    page.write(">");
    page.text(column.title);
    page.write("</th>");
  }
  page.write("</tr></thead>\n");
}

void write_content(Page& page, const Cell& cell, const std::string& id) {
  // A cell with a name is its own address, so that no second link stands in each row.
  auto target = page.target(cell.link);
  const bool own = !target && !id.empty();
  if (own) target = fragment(id);
  if (target) {
    page.write("<a");
    if (own) page.write(" class=\"own\"");
    page.attribute("href", *target);
    page.write(">");
  }
  const bool dated = cell.type == Cell::Type::date && !cell.iso.empty() && cell.iso != cell.text;
  if (dated) {
    page.write("<time");
    page.attribute("datetime", cell.iso);
    page.write(">");
  }
  page.text(cell.text);
  if (dated) page.write("</time>");
  if (target) page.write("</a>");
  if (!own) page.write_here(id, cell.anchor);
}

void write_cell(Page& page, const Cell& cell, const Column& column, bool names_row) {
  if (cell.type == Cell::Type::empty && cell.anchor.empty()) return page.write("<td></td>");
  page.write(names_row ? "<th scope=\"row\"" : "<td");
  const auto id = page.anchors.take(cell.anchor);
  if (!id.empty()) page.attribute("id", id);
  const auto tone = class_of(cell.tone);
  std::string look = column.numeric ? "n" : cell.type == Cell::Type::date ? "d" : "";
  if (!tone.empty()) look += look.empty() ? "t" : " t";
  if (!look.empty()) page.attribute("class", look);
  if (cell.type == Cell::Type::integer || cell.type == Cell::Type::number)
    if (const auto number = number_text(cell.number); number != cell.text) page.attribute("data-v", number);
  if (!cell.source.empty()) page.attribute("title", cell.source);
  append_direction(page.out, cell.text);
  page.write(">");
  if (!tone.empty()) page.write("<span class=\"" + std::string(tone) + "\">");
  write_content(page, cell, id);
  if (!tone.empty()) page.write("</span>");
  page.write(names_row ? "</th>" : "</td>");
}

/// What is written when there are no rows, or no columns to put them in.
void write_empty(Page& page, const Table& table, const std::string& id) {
  if (!table.caption.empty()) {
    page.write("<p class=\"caption\">");
    write_caption(page, table, id);
    page.write("</p>");
  }
  page.write("<p>");
  page.text(table.when_empty);
  page.write("</p></div>\n");
}

}  // namespace

void write_block(Page& page, const Table& table) {
  auto id = page.anchors.take(table.id);
  if (id.empty() && !table.caption.empty()) id = page.anchors.fresh("table-" + std::to_string(page.tables.size() + 1));
  page.write(table.columns.size() < kBroad ? "<div class=\"table\"" : "<div class=\"table broad\"");
  if (!id.empty()) page.attribute("id", id);
  page.write(">");
  if (table.columns.empty() || (table.rows.empty() && !table.when_empty.empty())) return write_empty(page, table, id);
  page.write("<div class=\"scroll\"><table>\n");
  if (!table.caption.empty()) {
    page.write("<caption>");
    write_caption(page, table, id);
    page.write("</caption>\n");
  }
  write_head(page, table);
  page.write("<tbody>\n");
  for (const auto& row : table.rows) {
    page.write("<tr>");
    const bool named = row[0].type == Cell::Type::text && !row[0].text.empty();
    for (std::size_t at = 0; at < row.size(); ++at) write_cell(page, row[at], table.columns[at], at == 0 && named);
    page.write("</tr>\n");
  }
  page.write("</tbody></table></div></div>\n");
}

}  // namespace assize::render::html
