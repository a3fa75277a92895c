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

/// A line of the sheet for what is no table: a term or heading in the first column, text in the second.
struct AboutLine {
  std::string term;
  std::string text;
  bool heading = false;
  Tone tone = Tone::plain;
};

/// Everything of a document that is not in its tables. `prose` stays false when that is only titles.
class About {
 public:
  explicit About(const Document& document) {
    lines.push_back({document.title, document.subtitle, true});
    std::string running;
    for (const auto* part :
         {&document.id, &document.version, &document.date, &document.classification, &document.author})
      if (!part->empty()) running += (running.empty() ? "" : " · ") + *part;
    if (!running.empty()) lines.push_back({"", running});
    block(document.cover);
    for (const auto& part : document.sections) section(part);
  }
  std::vector<AboutLine> lines;
  bool prose = false;

 private:
  void add(AboutLine line) {
    lines.push_back(std::move(line));
    prose = true;
  }
  void block(const Paragraph& paragraph) { add({"", plain_text(paragraph.spans)}); }
  void block(const List& list) {
    std::vector<int> counts;
    for (const auto& item : list.items) {
      const auto depth = static_cast<std::size_t>(std::max(0, item.depth));
      counts.resize(depth + 1);
      const std::string mark = list.numbered ? std::to_string(++counts[depth]) + ". " : "• ";
      add({"", std::string(2 * depth, ' ') + mark + plain_text(item.spans)});
    }
  }
  void block(const Preformatted& preformatted) { add({"", preformatted.text}); }
  void block(const GapNote& gap) {
    add({"! " + gap.id, gap.title + (gap.detail.empty() ? "" : "\n" + gap.detail), false, Tone::gap});
  }
  void block(const KeyFacts& facts) {
    for (const auto& fact : facts.facts) add({fact.term, plain_text(fact.value), false, fact.tone});
  }
  void block(const Table& table) {
    if (table.columns.empty()) add({table.caption, table.when_empty});
  }
  void block(const Figure& figure) { add({"Figure", figure.caption + "\n" + figure.description}); }
  void section(const Section& part) {
    const std::size_t before = lines.size();
    lines.push_back({(part.number.empty() ? "" : part.number + " ") + part.title, "", true});
    for (const auto& each : part.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
    for (const auto& inner : part.sections) section(inner);
    if (lines.size() == before + 1) lines.pop_back();  // Only tables, which have sheets.
  }
};

/// An upper bound of the XML: `&` becomes five bytes, and each cell, link and note has markup around it.
std::size_t xml_bytes(const std::vector<const Table*>& tables, const About& about) {
  std::size_t bytes = 1u << 20;
  for (const auto& line : about.lines) bytes += 300 + 5 * (line.term.size() + line.text.size());
  for (const auto* table : tables)
    for (const auto& row : table->rows)
      for (const auto& cell : row) {
        bytes += 120 + 5 * cell.text.size();
        if (!cell.link.empty()) bytes += 400 + 5 * (cell.link.size() + cell.text.size());
        if (!cell.source.empty()) bytes += 1'500 + 5 * cell.source.size();
      }
  return bytes;
}

Anchors anchors_of(const std::vector<const Table*>& tables, const std::vector<SheetName>& names) {
  Anchors anchors;
  for (std::size_t sheet = 0; sheet < tables.size(); ++sheet) {
    const auto& table = *tables[sheet];
    if (!table.id.empty()) anchors.emplace("#" + table.id, internal_link(names[sheet].name, 0, 0));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        if (const auto& anchor = table.rows[row][column].anchor; !anchor.empty())
          anchors.emplace("#" + anchor, internal_link(names[sheet].name, row + 1, column));
  }
  return anchors;
}

void fill_about(Sheet& sheet, const About& about) {
  const std::string where = "the sheet of texts";
  sheet.width(0, 32);
  sheet.width(1, 100);
  for (std::size_t row = 0; row < about.lines.size(); ++row) {
    const auto& line = about.lines[row];
    sheet.text(row, 0, line.term, {.tone = line.tone, .bold = line.heading}, where);
    sheet.text(row, 1, line.text, {.tone = line.tone}, where);
  }
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

}  // namespace

input::Result<std::string> render_xlsx(const Document& document) {
  auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  const auto tables = sheets_of(document, found);
  if (!found.empty()) return found;
  const About about(document);
  const bool with_about = about.prose || tables.empty();

  std::vector<std::string> wanted;
  for (const auto* table : tables) wanted.push_back(table->caption.empty() ? table->id : table->caption);
  if (with_about) wanted.push_back("About");
  const auto names = sheet_names(wanted);
  for (std::size_t sheet = 0; sheet < names.size(); ++sheet)
    if (names[sheet].changed)
      found.push_back({input::Severity::warning,
                       "sheet-name-cut",
                       "the sheet for `" + wanted[sheet] + "` is called `" + names[sheet].name + "`",
                       {},
                       "spreadsheets allow 31 characters, none of []:*?/\\, and each name once"});

  auto opened = Workbook::open(xml_bytes(tables, about));
  if (!opened) return opened.diagnostics();
  auto book = std::move(opened).value();
  set_properties(book.get(), document);

  Losses losses;
  lxw_error error = LXW_NO_ERROR;
  const auto anchors = anchors_of(tables, names);
  const auto words = tone_words_of(tables);
  const std::string footer = document.id + " " + document.version;
  const auto keep = [&](const Sheet& sheet) { error = error == LXW_NO_ERROR ? sheet.error() : error; };
  for (std::size_t at = 0; at < tables.size(); ++at) {
    Sheet sheet(book, names[at].name, losses);
    sheet.fill(*tables[at], words[at], anchors);
    sheet.page(wanted[at], footer, true);
    keep(sheet);
  }
  if (with_about) {
    Sheet sheet(book, names.back().name, losses);
    fill_about(sheet, about);
    sheet.page(document.title, footer, false);
    keep(sheet);
  }
  if (error != LXW_NO_ERROR)
    return input::Diagnostics{{input::Severity::error, "xlsx-write",
                               std::string("the spreadsheet cannot be written: ") + lxw_strerror(error)}};
  const auto told = losses.told();
  found.insert(found.end(), told.begin(), told.end());
  auto bytes = std::move(book).bytes();
  if (!bytes) return bytes;
  return {std::move(bytes).value(), std::move(found)};
}

}  // namespace assize::render
