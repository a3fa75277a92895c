// SPDX-License-Identifier: Apache-2.0
#include "engine/render/xlsx_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/input/date.h"
#include "engine/render/code_points.h"
#include "engine/render/document_text.h"
#include "engine/render/neutral_cell.h"
#include "engine/render/terminal_text.h"

namespace assize::render {
namespace {

using dossier::Cell;
using dossier::Table;
using dossier::Tone;

constexpr std::size_t longest_text = 32'767;  // UTF-16 code units in a cell.
constexpr std::size_t longest_link = 2'000;   // Characters; Excel's own limit is 2,079.
constexpr std::size_t longest_shown = 255;    // Of a link, in the library's own entry for it.
constexpr std::size_t most_links = 65'530;    // A sheet; with one more Excel drops them all.
constexpr std::size_t most_notes = 1'000;     // A sheet; each is a drawing, and thousands make programs crawl.
constexpr const char* iso_day = "yyyy-mm-dd";
constexpr double widest = 60;  // Characters; longer texts wrap.

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// In a cell `_x000D_` means a carriage return; text that happens to look like that has its first underscore escaped.
std::string without_escapes(const std::string& text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool looks = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
                       text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
    escaped += looks ? "_x005F_" : text.substr(at, 1);
  }
  return escaped;
}

/// The library complains on stderr, so what it refuses is not handed to it: control characters, and links that are too
/// long once it has written %XX for what a URL cannot hold.
bool fits_as_link(const std::string& target) {
  std::size_t length = 0;
  for (const char character : target) {
    if (static_cast<unsigned char>(character) < 0x20) return false;
    length += std::string_view(" \"<>[]^`{|}\\%").find(character) == std::string_view::npos ? 1u : 3u;
  }
  return length <= longest_link;
}

/// Columns of the widest line.
int widest_line(const std::string& text) {
  int columns = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    columns = std::max(columns, columns_of(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return columns;
}

/// In headers and footers & starts a code; the library takes 255 characters in all.
std::string page_text(const std::string& text) {
  std::string escaped;
  for (const char character : std::string(first_units(terminal_text(text), 80))) {
    if (character == '&') escaped += '&';
    escaped += character == '\n' ? ' ' : character;
  }
  return escaped;
}

std::string page_part(const char* where, const std::string& text) {
  // A number right after a code would be read as a size of letters.
  const auto escaped = page_text(text);
  return escaped.empty() ? "" : where + (escaped.front() >= '0' && escaped.front() <= '9' ? " " + escaped : escaped);
}

}  // namespace

void Losses::add(Kind kind, const std::string& where) {
  auto& count = counts_[kind];
  if (count.cells++ == 0) count.first = where;
}

input::Diagnostics Losses::told() const {
  static constexpr std::pair<const char*, const char*> texts[] = {
      {"control-character", "control characters were replaced by U+FFFD"},
      {"cell-cut", "text beyond the 32,767 characters that a spreadsheet cell holds was cut"},
      {"cell-link-lost", "links that a spreadsheet cannot hold were left out"},
      {"cell-note-lost", "notes that say where a value comes from were left out after the first 1,000 of a sheet"}};
  input::Diagnostics warnings;
  for (const auto& [kind, count] : counts_) {
    const auto& [code, text] = texts[static_cast<std::size_t>(kind)];
    warnings.push_back({input::Severity::warning, code,
                        std::string(text) + ", cells: " + std::to_string(count.cells) + ", first: " + count.first});
  }
  return warnings;
}

Sheet::Sheet(Workbook& book, const std::string& name, Losses& losses)
    : book_(book), sheet_(workbook_add_worksheet(book.get(), name.c_str())), losses_(losses) {
  if (sheet_ == nullptr) error_ = LXW_ERROR_MEMORY_MALLOC_FAILED;
}

void Sheet::fill(const Table& table, const std::vector<ToneWords>& words, const Surroundings& around) {
  if (sheet_ == nullptr) return;
  const auto head = header_row(table);
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    header(table, column, around.to_edit);
    double wide = widest_line(table.columns[column].title) + 4;  // Room for the filter's button.
    for (const auto& row : table.rows) wide = std::max(wide, widest_line(row[column].text) + 2.0);
    width(column, std::min(wide, widest));
    for (std::size_t row = 0; row < table.rows.size(); ++row) cell(table, row, column, words[column], around.anchors);
    if (!table.rows.empty()) rules(table, column, words[column]);
    if (!table.rows.empty()) choices(table, column, around);
  }
  const auto last_column = column_of(table.columns.size() - 1);
  worksheet_freeze_panes(sheet_, row_of(head + 1), 0);
  check(worksheet_repeat_rows(sheet_, row_of(head), row_of(head)));
  check(worksheet_autofilter(sheet_, row_of(head), 0, row_of(head + table.rows.size()), last_column));
  if (is_editable(table)) protect();
  if (table.rows.empty() && !table.when_empty.empty())
    text(head + 1, 0, table.when_empty, {}, "the note of table `" + table.id + "`");
}

void Sheet::text(std::size_t row, std::size_t column, const std::string& raw, const CellLook& look,
                 const std::string& where) {
  if (sheet_ == nullptr) return;
  const auto neutral = neutral_text(raw);
  if (neutral.replaced) losses_.add(Losses::Kind::control, where);
  const auto escaped = without_escapes(neutral.text);
  const auto kept = std::string(first_units(escaped, longest_text));
  if (kept.size() < escaped.size()) losses_.add(Losses::Kind::cut, where);
  check(worksheet_write_string(sheet_, row_of(row), column_of(column), kept.c_str(), book_.format(look)));
}

void Sheet::cell(const Table& table, std::size_t row, std::size_t column, const ToneWords& words,
                 const Anchors& anchors) {
  const Cell& cell = table.rows[row][column];
  const std::size_t at = header_row(table) + 1 + row;
  const auto neutral = neutral_cell(cell);
  const auto where = [&] { return name_of_cell(table, row, column); };
  const auto anchor = anchors.find(cell.link);
  const std::string target = is_web_link(cell.link) ? cell.link : anchor != anchors.end() ? anchor->second : "";

  CellLook look{
      .tone = words.empty() ? cell.tone : Tone::plain, .right = table.columns[column].numeric, .link = !target.empty()};
  const auto edit = table.columns[column].edit;
  look.open = edit != dossier::Column::Edit::no;
  if (edit == dossier::Column::Edit::names) look.number_format = "@";  // An id like SEP-01 must not become a day.
  if (edit == dossier::Column::Edit::day) look.number_format = iso_day;
  const bool numeric =
      (cell.type == Cell::Type::integer || cell.type == Cell::Type::number) && std::isfinite(cell.number);
  const auto date =
      cell.type == Cell::Type::date ? input::parse_date(cell.iso.empty() ? cell.text : cell.iso) : std::nullopt;
  const bool excel_date = date && date->year >= 1900;  // Excel's calendar begins there; earlier days stay text.
  if (numeric) look.number_format = number_format_of(cell.text, cell.number);
  if (excel_date) look.number_format = iso_day;
  lxw_format* format = book_.format(look);

  if (!target.empty() && !link(at, column, target, neutral.text, format)) losses_.add(Losses::Kind::link, where());
  if (numeric) {
    check(worksheet_write_number(sheet_, row_of(at), column_of(column), cell.number, format));
  } else if (excel_date) {
    lxw_datetime day{date->year, date->month, date->day, 0, 0, 0};
    check(worksheet_write_datetime(sheet_, row_of(at), column_of(column), &day, format));
  } else if (neutral.text.empty()) {
    check(worksheet_write_blank(sheet_, row_of(at), column_of(column), format));
  } else {
    const auto escaped = without_escapes(neutral.text);
    const auto kept = std::string(first_units(escaped, longest_text));
    if (neutral.replaced) losses_.add(Losses::Kind::control, where());
    if (kept.size() < escaped.size()) losses_.add(Losses::Kind::cut, where());
    check(worksheet_write_string(sheet_, row_of(at), column_of(column), kept.c_str(), format));
  }
  if (!cell.source.empty()) note(table, row, column);
}

bool Sheet::link(std::size_t row, std::size_t column, const std::string& target, const std::string& shown,
                 lxw_format* format) {
  if (!fits_as_link(target) || links_ == most_links) return false;
  ++links_;
  // The cell itself is written after this; the library keeps the link.
  const auto text = std::string(first_units(without_escapes(shown), longest_shown));
  return worksheet_write_url_opt(sheet_, row_of(row), column_of(column), target.c_str(), format, text.c_str(),
                                 nullptr) == LXW_NO_ERROR;
}

void Sheet::note(const Table& table, std::size_t row, std::size_t column) {
  if (notes_ == most_notes) return losses_.add(Losses::Kind::note, name_of_cell(table, row, column));
  ++notes_;
  const auto text = std::string(first_units(terminal_text(table.rows[row][column].source), 1'000));
  check(worksheet_write_comment(sheet_, row_of(header_row(table) + 1 + row), column_of(column), text.c_str()));
}

void Sheet::rules(const Table& table, std::size_t column, const ToneWords& words) {
  const auto head = header_row(table);
  for (const auto& [word, tone] : words) {
    std::string formula = "\"";
    for (const char character : word) formula.append(character == '"' ? 2 : 1, character);
    formula += '"';
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    rule.value_string = formula.data();
    rule.format = book_.tone_rule(tone);
    check(worksheet_conditional_format_range(sheet_, row_of(head + 1), column_of(column),
                                             row_of(head + table.rows.size()), column_of(column), &rule));
  }
}

void Sheet::width(std::size_t column, double width) {
  if (sheet_ != nullptr) check(worksheet_set_column(sheet_, column_of(column), column_of(column), width, nullptr));
}

void Sheet::page(const PageMatter& matter) {
  if (sheet_ == nullptr) return;
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet_, a4);
  if (matter.landscape) worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);  // As wide as the page, as long as it gets.
  const std::string head = page_part("&L", matter.title) + page_part("&R", matter.classification);
  if (!head.empty()) check(worksheet_set_header(sheet_, head.c_str()));
  std::string page = page_text(matter.page);
  for (const auto& [word, code] : {std::pair<std::string, const char*>{"{page}", "&P"}, {"{pages}", "&N"}})
    if (const auto at = page.find(word); at != std::string::npos) page.replace(at, word.size(), code);
  check(worksheet_set_footer(sheet_, (page_part("&L", matter.identity) + "&R" + page).c_str()));
}

}  // namespace assize::render
