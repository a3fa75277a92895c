// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/render/docx/column_needs.h"
#include "engine/render/docx/text.h"
#include "engine/render/docx/text_width.h"

namespace assize::render::docx {
namespace {

using dossier::Cell;
using pdf::TableSetting;

constexpr std::size_t kManyColumns = 7;
constexpr double kManyCrumbs = 0.3;      // Share of rows with many short lines in a narrow column.
constexpr std::size_t kShortTable = 10;  // Rows that are kept on one page.
constexpr std::size_t kShortFacts = 8;
constexpr double kShortLines = 28;
constexpr double kWholeRow = 18;  // Lines; a higher row may break across pages.

/// The style of cells whose type is set at `size` points, and the size that it has.
struct CellStyle {
  std::string_view id;
  double size;
};
CellStyle cell_style(double size) {
  if (size > 8.3) return {"TableText", 9};
  if (size > 7.6) return {"TableTextSmall", 8.5};
  if (size > 6.9) return {"TableTextSmaller", 8};
  return {"TableTextSmallest", 7};
}

/// Points as twentieths, so that the columns add up to `sum`.
std::vector<int> twentieths(const std::vector<double>& widths, int sum) {
  std::vector<int> whole;
  double edge = 0;
  int before = 0;
  const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (const double width : widths) {
    edge += width;
    const int at = static_cast<int>(std::lround(edge / all * sum));
    whole.push_back(at - before);
    before = at;
  }
  return whole;
}

void open_table(Xml& xml, std::string_view style, const std::vector<int>& widths, bool with_header,
                const dossier::Table* described) {
  const int sum = std::accumulate(widths.begin(), widths.end(), 0);
  xml.open("w:tbl").open("w:tblPr").leaf("w:tblStyle", {{"w:val", style}});
  xml.leaf("w:tblW", {{"w:w", std::to_string(sum)}, {"w:type", "dxa"}});
  xml.leaf("w:tblLayout", {{"w:type", "fixed"}});
  xml.leaf("w:tblLook", {{"w:val", with_header ? "0020" : "0000"},
                         {"w:firstRow", with_header ? "1" : "0"},
                         {"w:lastRow", "0"},
                         {"w:firstColumn", "0"},
                         {"w:lastColumn", "0"},
                         {"w:noHBand", "1"},
                         {"w:noVBand", "1"}});
  if (described && !described->caption.empty()) xml.leaf("w:tblCaption", {{"w:val", described->caption}});
  xml.close().open("w:tblGrid");
  for (const int width : widths) xml.leaf("w:gridCol", {{"w:w", std::to_string(width)}});
  xml.close();
}

void open_row(Xml& xml, bool whole, bool header) {
  xml.open("w:tr");
  if (!whole && !header) return;
  xml.open("w:trPr");
  if (whole) xml.leaf("w:cantSplit");
  if (header) xml.leaf("w:tblHeader");
  xml.close();
}

void open_cell(Xml& xml, int width, std::size_t span, std::string_view fill, std::string_view upright) {
  xml.open("w:tc").open("w:tcPr").leaf("w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
  if (span > 1) xml.leaf("w:gridSpan", {{"w:val", std::to_string(span)}});
  if (!fill.empty()) xml.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", fill}});
  if (!upright.empty()) xml.leaf("w:vAlign", {{"w:val", upright}});
  xml.close();
}

/// One part of a table as it is written.
struct Part {
  const dossier::Table& table;
  const std::vector<std::size_t>& columns;
  std::vector<int> widths;
  CellStyle style;
  bool first;       ///< Of the parts: the one whose cells can be linked to.
  bool kept_whole;  ///< On one page.
};

void write_header(Draft& draft, const Part& part) {
  auto& xml = draft.xml;
  open_row(xml, true, true);
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    const auto& column = part.table.columns[part.columns[i]];
    open_cell(xml, part.widths[i], 1, draft.look.header_fill, "bottom");
    write_paragraph(
        xml, {.style = part.style.id, .keep_next = true, .align = column.numeric ? Align::right : Align::as_styled},
        column.title, {.bold = true, .colour = draft.look.accent});
    xml.close();
  }
  xml.close();
}

void write_cell(Draft& draft, const Part& part, std::size_t i, const Cell& cell, bool keep_next) {
  auto& xml = draft.xml;
  const auto tint = pdf::tint_of(cell.tone);
  const bool filled = tint.filled && !cell.text.empty();
  const auto fill = filled ? hex(tint.fill) : std::string();
  const auto colour = tint.text == pdf::ink::text ? std::string() : hex(tint.text);
  open_cell(xml, part.widths[i], 1, fill, "");
  write_paragraph(xml,
                  {.style = part.style.id,
                   .keep_next = keep_next,
                   .align = part.table.columns[part.columns[i]].numeric ? Align::right : Align::as_styled},
                  [&] {
                    const auto write = [&] {
                      write_link(draft, cell.link, cell.text, {.bold = tint.bold, .colour = colour});
                    };
                    draft.anchored(part.first || i > 0 ? cell.anchor : std::string(), write);
                  });
  xml.close();
}

/// How many lines the row takes, about.
double lines_of(const Part& part, const std::vector<Cell>& row) {
  double most = 1;
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    const auto& text = row[part.columns[i]].text;
    const double room = std::max(1.0, part.widths[i] / 20.0 - 2 * pdf::kCellPadding);
    const auto ends = static_cast<double>(std::count(text.begin(), text.end(), '\n'));
    most = std::max(most, std::ceil(width_in_ems(text) * part.style.size / room) * (1 + ends));
  }
  return most;
}

void write_rows(Draft& draft, const Part& part) {
  auto& xml = draft.xml;
  const auto& rows = part.table.rows;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    open_row(xml, lines_of(part, rows[r]) <= kWholeRow, false);
    for (std::size_t i = 0; i < part.columns.size(); ++i)
      write_cell(draft, part, i, rows[r][part.columns[i]], part.kept_whole && r + 1 < rows.size());
    xml.close();
  }
  if (!rows.empty()) return;
  open_row(xml, true, false);
  open_cell(xml, std::accumulate(part.widths.begin(), part.widths.end(), 0), part.columns.size(), "", "");
  write_paragraph(xml, {.style = part.style.id}, part.table.when_empty.empty() ? "–" : part.table.when_empty,
                  {.italic = true, .colour = hex(pdf::ink::quiet)});
  xml.close().close();
}

bool is_kept_whole(const Part& part) {
  if (part.table.rows.size() > kShortTable) return false;
  double lines = 0;
  for (const auto& row : part.table.rows) lines += lines_of(part, row);
  return lines <= kShortLines;
}

void write_columns(Draft& draft, const dossier::Table& table, const TableSetting& setting, const Paper& paper) {
  std::vector<std::size_t> columns(table.columns.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  Part part{table, columns, twentieths(setting.widths, paper.text_width()), cell_style(setting.size), true, false};
  part.kept_whole = is_kept_whole(part);
  open_table(draft.xml, "DossierTable", part.widths, true, &table);
  write_header(draft, part);
  write_rows(draft, part);
  draft.xml.close();
  // Word joins tables with nothing between them.
  write_paragraph(draft.xml, {.style = "AfterTable"}, "");
}

}  // namespace

void write_caption(Draft& draft, CaptionOf kind, const std::string& words) {
  auto& xml = draft.xml;
  const bool of_table = kind == CaptionOf::table;
  const auto& labels = draft.document.labels;
  const RunLook name{.bold = true, .colour = draft.look.accent};
  const auto index = (of_table ? draft.tables : draft.figures)++;
  const std::string_view sequence = of_table ? " SEQ Table \\* ARABIC " : " SEQ Figure \\* ARABIC ";
  const auto number = [&] { write_field(xml, sequence, std::to_string(index + 1), name); };
  write_paragraph(xml, {.style = of_table ? "Caption" : "FigureCaption", .keep_next = of_table}, [&] {
    draft.bookmarked(of_table ? table_bookmark(index) : figure_bookmark(index), [&] {
      write_pattern(of_table ? labels.table : labels.figure, {{"number", number}},
                    [&](std::string_view around) { write_run(xml, around, name); });
      write_run(xml, " — " + words);
    });
  });
}

bool wants_landscape(const dossier::Table& table) {
  if (table.columns.size() > kManyColumns) return true;
  if (table.rows.empty() || table.columns.empty()) return false;
  const auto needs = column_needs(table);
  const auto upright = pdf::set_columns(needs, kPortrait.text_width() / 20.0);
  return upright.squeezed || pdf::crumbs(needs, upright) > kManyCrumbs;
}

void write_table(Draft& draft, const dossier::Table& table, const Paper& paper) {
  draft.anchored(table.id, [] {});
  if (!table.caption.empty()) write_caption(draft, CaptionOf::table, table.caption);
  if (table.columns.empty())
    return write_paragraph(draft.xml, {}, table.when_empty.empty() ? "–" : table.when_empty, {.italic = true});
  write_columns(draft, table, pdf::set_columns(column_needs(table), paper.text_width() / 20.0), paper);
}

void write_key_facts(Draft& draft, const dossier::KeyFacts& facts) {
  constexpr double kSize = 10, kGap = 14;
  if (facts.facts.empty()) return;
  auto& xml = draft.xml;
  const int width = kPortrait.text_width();
  double widest = 0;
  for (const auto& fact : facts.facts) widest = std::max(widest, width_in_ems(fact.term) * kSize * 1.06);
  const int term_width = std::clamp(static_cast<int>((widest + kGap) * 20), width / 5, width * 36 / 100);
  const bool kept_whole = facts.facts.size() <= kShortFacts;
  open_table(xml, "KeyFacts", {term_width, width - term_width}, false, nullptr);
  for (const auto& fact : facts.facts) {
    const auto tint = pdf::tint_of(fact.tone);
    const auto colour = tint.text == pdf::ink::text ? std::string() : hex(tint.text);
    open_row(xml, true, false);
    open_cell(xml, term_width, 1, "", "");
    write_paragraph(xml, {.style = "FactTerm", .keep_next = kept_whole && &fact != &facts.facts.back()}, fact.term);
    xml.close();
    open_cell(xml, width - term_width, 1, tint.filled && !fact.value.empty() ? hex(tint.fill) : std::string(), "");
    write_paragraph(xml, {.style = "FactValue"},
                    [&] { write_spans(draft, fact.value, {.bold = tint.bold, .colour = colour}); });
    xml.close().close();
  }
  xml.close();
  write_paragraph(xml, {.style = "AfterTable"}, "");
}

}  // namespace assize::render::docx
