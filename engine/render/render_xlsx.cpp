// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/input/date.h"
#include "engine/render/code_points.h"
#include "engine/render/document_text.h"
#include "engine/render/formats.h"
#include "engine/render/sheet_name.h"
#include "engine/render/terminal_text.h"
#include "engine/render/tone_rules.h"
#include "engine/render/workbook.h"
#include "engine/render/xlsx_sheet.h"

namespace assize::render {
namespace {

using namespace dossier;

/// Seconds from 1970 to noon of the day: noon, so that it is the same day in nearly every time zone and never 0, for
/// which the library would take the clock.
time_t noon_of(const std::string& iso_date) {
  const auto date = input::parse_date(iso_date).value_or(input::Date{1980, 1, 1});  // As the files in the zip.
  const long month = (date.month + 9) % 12;  // From March, so that the leap day comes last.
  const long year = date.year - (month >= 10 ? 1 : 0);
  const long day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const long day = 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719'468;
  return static_cast<time_t>(day * 86'400 + 43'200);
}

/// An upper bound of the XML: `&` becomes five bytes, and each cell, link and note has markup around it.
std::size_t xml_bytes(const std::vector<const Table*>& tables, const About& about, const ChoiceLists& lists) {
  std::size_t bytes = 1u << 20;
  for (const auto& line : about.lines) bytes += 300 + 5 * (line.term.size() + line.text.size());
  for (const auto* table : tables)
    for (const auto& row : table->rows)
      for (const auto& cell : row) {
        bytes += 120 + 5 * cell.text.size();
        if (!cell.link.empty()) bytes += 400 + 5 * (cell.link.size() + cell.text.size());
        if (!cell.source.empty()) bytes += 1'500 + 5 * cell.source.size();
        if (is_editable(*table)) bytes += 120 + 5 * cell.text.size();  // Once more, as it is sent out.
      }
  for (const auto& list : lists.columns())
    for (const auto& choice : list) bytes += 120 + 5 * choice.size();
  return bytes;
}

/// What File > Info shows; 255 characters each.
void set_properties(lxw_workbook* book, const Document& document) {
  const auto property = [](const std::string& text) { return std::string(first_units(terminal_text(text), 255)); };
  auto title = property(document.title);
  auto subject = property(document.subtitle);
  auto author = property(document.author);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.subject = subject.data();
  properties.author = author.data();
  properties.created = noon_of(document.date);
  workbook_set_properties(book, &properties);
}

/// Tables that Excel has room for and that have something to show; an error for each that is too large.
std::vector<const Table*> sheets_of(const Document& document, input::Diagnostics& found) {
  std::vector<const Table*> sheets;
  for (const auto* table : tables_of(document)) {
    if (table->columns.empty()) continue;
    if (table->rows.size() >= LXW_ROW_MAX || table->columns.size() > LXW_COL_MAX)
      found.push_back({input::Severity::error,
                       "table-too-large",
                       "table `" + table->id + "` has more rows or columns than a spreadsheet",
                       {},
                       "ask for CSV, which has no limit"});
    sheets.push_back(table);
  }
  return sheets;
}

/// The sheets in their order: one a table, the texts, then those that are hidden.
struct Plan {
  std::vector<const Table*> tables, editable;
  About about;
  bool with_about = false;
  ChoiceLists lists;
  std::vector<std::string> wanted;
  std::vector<SheetName> names;
  std::size_t lists_at = 0;  ///< Index into `names`; those after it are of editable tables, as sent out.
};

Plan plan_of(const Document& document, std::vector<const Table*> tables) {
  Plan plan{tables, {}, About(document), false, ChoiceLists(tables), {}, {}, 0};
  plan.with_about = plan.about.prose || tables.empty();
  for (const auto* table : tables) {
    plan.wanted.push_back(table->caption.empty() ? table->id : table->caption);
    if (is_editable(*table)) plan.editable.push_back(table);
  }
  if (plan.with_about) plan.wanted.push_back(document.labels.about);
  plan.lists_at = plan.wanted.size();
  if (!plan.lists.columns().empty()) plan.wanted.push_back("Lists");
  for (std::size_t i = 0; i < plan.editable.size(); ++i) plan.wanted.push_back("As sent");
  plan.names = sheet_names(plan.wanted);
  return plan;
}

void tell_names(const Plan& plan, input::Diagnostics& found) {
  for (std::size_t sheet = 0; sheet < plan.lists_at; ++sheet)
    if (plan.names[sheet].changed)
      found.push_back({input::Severity::warning,
                       "sheet-name-cut",
                       "the sheet for `" + plan.wanted[sheet] + "` is called `" + plan.names[sheet].name + "`",
                       {},
                       "spreadsheets allow 31 characters, none of []:*?/\\, and each name once"});
}

/// The first thing that failed, or LXW_NO_ERROR.
lxw_error fill(Workbook& book, const Document& document, const Plan& plan, Losses& losses) {
  lxw_error error = LXW_NO_ERROR;
  const auto keep = [&](const Sheet& sheet) { error = error == LXW_NO_ERROR ? sheet.error() : error; };
  auto shown = plan.names;
  shown.resize(plan.lists_at);
  const auto anchors = anchors_of(document, plan.tables, plan.about, shown);
  const auto hidden = [&](std::size_t at) { return at < plan.names.size() ? plan.names[at].name : std::string(); };
  const Surroundings around{anchors, plan.lists, hidden(plan.lists_at), document.labels.to_edit};
  const auto words = tone_words_of(plan.tables);
  PageMatter matter{{}, document.classification, document.id + " " + document.version, document.labels.page};
  for (std::size_t at = 0; at < plan.tables.size(); ++at) {
    Sheet sheet(book, plan.names[at].name, losses);
    sheet.fill(*plan.tables[at], words[at], around);
    matter.title = plan.wanted[at];
    sheet.page(matter);
    keep(sheet);
  }
  if (plan.with_about) {
    Sheet sheet(book, plan.names[plan.tables.size()].name, losses);
    sheet.fill_about(plan.about, anchors);
    matter.title = document.title;
    matter.landscape = false;
    sheet.page(matter);
    keep(sheet);
  }
  auto at = plan.lists_at;
  if (!plan.lists.columns().empty()) {
    Sheet sheet(book, plan.names[at++].name, losses);
    sheet.fill_lists(plan.lists);
    keep(sheet);
  }
  for (const auto* table : plan.editable) {
    Sheet sheet(book, plan.names[at++].name, losses);
    sheet.fill_as_sent(*table);
    keep(sheet);
  }
  return error;
}

}  // namespace

input::Result<std::string> render_xlsx(const Document& document) {
  auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  const auto tables = sheets_of(document, found);
  if (!found.empty()) return found;
  const auto plan = plan_of(document, tables);
  tell_names(plan, found);
  auto opened = Workbook::open(xml_bytes(plan.tables, plan.about, plan.lists));
  if (!opened) return opened.diagnostics();
  auto book = std::move(opened).value();
  set_properties(book.get(), document);
  Losses losses;
  if (const auto error = fill(book, document, plan, losses); error != LXW_NO_ERROR)
    return input::Diagnostics{{input::Severity::error, "xlsx-write",
                               std::string("the spreadsheet cannot be written: ") + lxw_strerror(error)}};
  const auto told = losses.told();
  found.insert(found.end(), told.begin(), told.end());
  auto bytes = std::move(book).bytes();
  if (!bytes) return bytes;
  return {std::move(bytes).value(), std::move(found)};
}

}  // namespace assize::render
