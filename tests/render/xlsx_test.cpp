// SPDX-License-Identifier: Apache-2.0
#include <time.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/render/formats.h"
#include "engine/render/sheet_name.h"
#include "engine/render/tone_rules.h"
#include "engine/render/workbook.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;
using dossier::Cell;
using dossier::Tone;

namespace {

/// One file of a zip, through the unzip program.
std::string part(const std::string& xlsx, const std::string& name) {
  char path[] = "/tmp/xlsx_test_XXXXXX";
  const int file = mkstemp(path);
  REQUIRE(file >= 0);
  REQUIRE(write(file, xlsx.data(), xlsx.size()) == static_cast<ssize_t>(xlsx.size()));
  close(file);
  std::string text;
  FILE* pipe = popen(("unzip -p " + std::string(path) + " " + name).c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[65536];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, got);
  CHECK(pclose(pipe) == 0);
  unlink(path);
  return text;
}

std::string rendered(const dossier::Document& document) {
  const auto xlsx = render_xlsx(document);
  for (const auto& each : xlsx.diagnostics()) UNSCOPED_INFO(each.code << ": " << each.message);
  REQUIRE(xlsx);
  return xlsx.value();
}

/// Every text between two marks, in order.
std::vector<std::string> between(const std::string& text, const std::string& open, const std::string& close) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    at += open.size();
    const auto end = text.find(close, at);
    found.push_back(text.substr(at, end - at));
  }
  return found;
}

std::string unescaped(std::string text) {
  for (const auto& [entity, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
      text.replace(at, std::string(entity).size(), character);
  return text;
}

std::vector<std::string> shared_strings(const std::string& xlsx) {
  std::vector<std::string> strings;
  for (const auto& item : between(part(xlsx, "xl/sharedStrings.xml"), "<si><t", "</t></si>"))
    strings.push_back(unescaped(item.substr(item.find('>') + 1)));
  return strings;
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// The texts and raw values of a sheet's cells, row by row.
std::vector<std::vector<std::string>> cells_of(const std::string& xlsx, int sheet) {
  const auto strings = shared_strings(xlsx);
  std::vector<std::vector<std::string>> rows;
  const auto xml = part(xlsx, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
  for (const auto& row : between(xml, "<row ", "</row>")) {
    rows.emplace_back();
    for (const auto& cell : between(row, "<c ", ">")) {
      if (cell.back() == '/') {
        rows.back().push_back("");
        continue;
      }
      const auto value = between(row.substr(row.find("<c " + cell)), "<v>", "</v>").at(0);
      rows.back().push_back(has(cell, "t=\"s\"") ? strings.at(std::stoul(value)) : value);
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("a sheet name is what Excel allows") {
  const auto [wanted, name] = GENERATE(table<std::string, std::string>({
      {"Risks", "Risks"},
      {"1234567890123456789012345678901", "1234567890123456789012345678901"},
      {"12345678901234567890123456789012", "1234567890123456789012345678901"},
      {"123456789012345678901234567890 12", "123456789012345678901234567890"},
      {"a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h"},
      {"'quoted'", "quoted"},
      {"it's", "it's"},
      {"", "Table"},
      {" ' ", "Table"},
      {"History", "History (2)"},
      {"two\nlines", "two lines"},
      {"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},
  }));
  CAPTURE(wanted);
  const auto names = sheet_names({wanted});
  REQUIRE(names.size() == 1);
  CHECK(names[0].name == name);
  CHECK(names[0].changed == (name != wanted));
}

TEST_CASE("sheet names are unique whatever their case") {
  std::vector<std::string> names;
  const std::string longest(31, 'x');
  for (const auto& name : sheet_names({"Risks", "RISKS", "risks", "Größe", "GRÖSSE", longest, longest}))
    names.push_back(name.name);
  CHECK(names == std::vector<std::string>{"Risks", "RISKS (2)", "risks (3)", "Größe", "GRÖSSE (2)", longest,
                                          std::string(27, 'x') + " (2)"});
}

TEST_CASE("a sheet name that is not the caption is told") {
  auto document = sample_register();
  std::get<dossier::Table>(document.sections[0].blocks[0]).caption = "All risks of the system by their class";
  const auto xlsx = render_xlsx(document);
  REQUIRE(xlsx);
  CHECK(codes(xlsx.diagnostics()) == std::vector<std::string>{"sheet-name-cut"});
  CHECK(has(part(xlsx.value(), "xl/workbook.xml"), "<sheet name=\"All risks of the system by thei\""));
}

TEST_CASE("cells show what the document's cells say, in their types") {
  const auto xlsx = rendered(sample_register());
  using Rows = std::vector<std::vector<std::string>>;
  CHECK(cells_of(xlsx, 1) == Rows{{"Id", "Title", "Points", "Class", "Due"},
                                  {"R-001", "Tampering, \"by hand\"", "9", "critical", "46203"},
                                  {"R-002", "Ablesung über Funk\nzweite Zeile", "14", "major", "46388"},
                                  {"R-003", "計測データの改ざん", "25", "minor", ""}});
  CHECK(cells_of(xlsx, 2) == Rows{{"Word", "First risk"}, {"critical", "R-001"}, {"major", "method"}});
  CHECK(has(part(xlsx, "xl/styles.xml"), "formatCode=\"yyyy-mm-dd\""));
}

TEST_CASE("a register can be read, sorted and printed as it is") {
  const auto xlsx = rendered(sample_register());
  const auto sheet = part(xlsx, "xl/worksheets/sheet1.xml");
  CHECK(has(sheet, "state=\"frozen\""));
  CHECK(has(sheet, "<pane ySplit=\"1\""));
  CHECK(has(sheet, "<autoFilter ref=\"A1:E4\"/>"));
  CHECK(has(sheet, "orientation=\"landscape\""));
  CHECK(has(sheet, "fitToHeight=\"0\""));
  const auto workbook = part(xlsx, "xl/workbook.xml");
  CHECK(has(workbook, "<sheet name=\"Risks\""));
  CHECK(has(workbook, "<sheet name=\"Legend\""));
  CHECK_FALSE(has(workbook, "<sheet name=\"About\""));
  CHECK(has(workbook, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Risks!$1:$1</definedName>"));
  const auto core = part(xlsx, "docProps/core.xml");
  CHECK(has(core, "<dc:title>Risk register</dc:title>"));
  CHECK(has(core, "<dc:subject>Smart meter</dc:subject>"));
  CHECK(has(core, "<dc:creator>Example Metering</dc:creator>"));
  CHECK(has(core, ">2026-03-01T12:00:00Z</dcterms:created>"));
}

TEST_CASE("the date of a file is the document's, also where a clock would creep in") {
  const auto [date, shown] = GENERATE(table<std::string, std::string>({{"1970-01-01", "1970-01-01T12:00:00Z"},
                                                                       {"2024-02-29", "2024-02-29T12:00:00Z"},
                                                                       {"2000-03-01", "2000-03-01T12:00:00Z"},
                                                                       {"1999-12-31", "1999-12-31T12:00:00Z"},
                                                                       {"soon", "1980-01-01T12:00:00Z"}}));
  auto document = sample_register();
  document.date = date;
  CHECK(has(part(rendered(document), "docProps/core.xml"), ">" + shown + "</dcterms:created>"));
}

TEST_CASE("a word that a user writes into a class column takes that word's colour") {
  const auto xlsx = rendered(sample_register());
  const auto sheet = part(xlsx, "xl/worksheets/sheet1.xml");
  CHECK(between(sheet, "<conditionalFormatting sqref=\"", "\"") == std::vector<std::string>{"D2:D4"});
  CHECK(between(sheet, "<formula>", "</formula>") ==
        std::vector<std::string>{"\"critical\"", "\"major\"", "\"minor\""});
  // The legend has no `minor`, but a user may write it there.
  CHECK(between(part(xlsx, "xl/worksheets/sheet2.xml"), "<formula>", "</formula>").size() == 3);
}

TEST_CASE("tones are rules only where a word stands for one tone") {
  const auto words = [](std::vector<Cell> cells) {
    dossier::Table table{.id = "t", .columns = {{.id = "v"}}};
    for (auto& cell : cells) table.rows.push_back({std::move(cell)});
    return tone_words_of({&table})[0][0];
  };
  CHECK(words({text_cell("a"), text_cell("b")}).empty());
  CHECK(words({text_cell("a", Tone::good), text_cell("a", Tone::gap)}).empty());
  CHECK(words({text_cell("a", Tone::good), text_cell("A")}).empty());
  CHECK(words({text_cell("a\nb", Tone::good)}).empty());
  CHECK(words({Cell{.type = Cell::Type::integer, .text = "1", .number = 1, .tone = Tone::good}}).empty());
  CHECK(words({text_cell("Done", Tone::good), text_cell("open")}) ==
        ToneWords{{"critical", Tone::critical}, {"done", Tone::good}, {"major", Tone::major}, {"minor", Tone::minor}});
  CHECK(words({text_cell("major", Tone::good), text_cell("minor")}) ==
        ToneWords{{"critical", Tone::critical}, {"major", Tone::good}});
  std::vector<Cell> many;
  for (int word = 0; word < 17; ++word) many.push_back(text_cell("word" + std::to_string(word), Tone::good));
  CHECK(words(many).empty());
  many.pop_back();
  CHECK(words(many).size() == 16 + 3);
}

TEST_CASE("a tone that no rule can give colours its cell") {
  const auto plain = rendered(with_cell(Cell{.type = Cell::Type::integer, .text = "1", .number = 1}));
  const auto toned =
      rendered(with_cell(Cell{.type = Cell::Type::integer, .text = "1", .number = 1, .tone = Tone::critical}));
  CHECK_FALSE(has(part(plain, "xl/styles.xml"), "FFB3261E"));
  CHECK(has(part(toned, "xl/styles.xml"), "FFB3261E"));
}

TEST_CASE("no text becomes a formula, and what looks like an escape stays text") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"=1+1", "'=1+1"},
      {"+x", "'+x"},
      {"-x", "'-x"},
      {"@x", "'@x"},
      {"\tx", "'\tx"},
      {"\rx", "'_x000D_x"},
      {"_x000D_", "_x005F_x000D_"},
      {"_x00D_", "_x00D_"},
      {"_x000D", "_x000D"},
      {"a\x01<&\">b", "a\xEF\xBF\xBD<&\">b"},
      {" kept ", " kept "},
      {"https://x.example", "https://x.example"},
      {"{=1}", "{=1}"},
  }));
  CAPTURE(text);
  const auto xlsx = render_xlsx(with_cell(text_cell(text)));
  REQUIRE(xlsx);
  CHECK(cells_of(xlsx.value(), 1).at(1).at(1) == shown);
  const auto sheet = part(xlsx.value(), "xl/worksheets/sheet1.xml");
  CHECK_FALSE(has(sheet, "<f>"));
  CHECK_FALSE(has(sheet, "<hyperlink"));
  CHECK(xlsx.diagnostics().empty() == !has(text, "\x01"));
}

TEST_CASE("CSV and XLSX show the same cells") {
  auto document = sample_register();
  auto& table = std::get<dossier::Table>(document.sections[0].blocks[0]);
  table.rows[0][1].text = "=cmd|' /C calc'!A0";
  table.rows[1][1].text = "-dash\x02";
  const auto csv = render_csv(document);
  REQUIRE(csv);
  for (const auto& row : cells_of(rendered(document), 1)) {
    CAPTURE(row[1]);
    if (row[0] != "Id") CHECK(has(csv.value(), row[0] + "," + row[1] + ","));
  }
}

TEST_CASE("a number is shown as its text") {
  const auto [text, number, format] = GENERATE(table<std::string, double, std::string>({
      {"9", 9, "0"},
      {"0", 0, "0"},
      {"-3", -3, "0"},
      {"1.50", 1.5, "0.00"},
      {"0.5", 0.5, "0.0"},
      {"007", 7, "000"},
      {"12 %", 12, "0\" %\""},
      {"1,234", 1234, ""},
      {"about 3", 3, ""},
      {"3", 4, ""},
      {"1e5", 1e5, ""},
      {"3\"", 3, ""},
  }));
  CAPTURE(text);
  CHECK(number_format_of(text, number) == format);
}

TEST_CASE("a day before Excel's calendar, a day that does not exist and an infinite number stay text") {
  const auto [type, text, shown] = GENERATE(table<Cell::Type, std::string, std::string>({
      {Cell::Type::date, "1899-12-31", "1899-12-31"},
      {Cell::Type::date, "1900-01-01", "1"},
      {Cell::Type::date, "2026-02-30", "2026-02-30"},
      {Cell::Type::number, "infinite", "infinite"},
  }));
  CAPTURE(text);
  const auto xlsx = rendered(with_cell({.type = type, .text = text, .number = HUGE_VAL}));
  CHECK(cells_of(xlsx, 1).at(1).at(1) == shown);
}

TEST_CASE("a text longer than a cell is cut at a character, and told") {
  const auto [bytes, kept, cut] = GENERATE(table<std::string, std::size_t, bool>({
      {std::string(32'767, 'x'), 32'767, false},
      {std::string(32'768, 'x'), 32'767, true},
      {std::string(32'766, 'x') + "😀", 32'766, true},
      {"=" + std::string(32'765, 'x'), 32'767, false},
      {"=" + std::string(32'766, 'x'), 32'767, true},
  }));
  const auto xlsx = render_xlsx(with_cell(text_cell(bytes)));
  REQUIRE(xlsx);
  CHECK(cells_of(xlsx.value(), 1).at(1).at(1).size() == kept);
  CHECK(codes(xlsx.diagnostics()) == (cut ? std::vector<std::string>{"cell-cut"} : std::vector<std::string>{}));
}

TEST_CASE("links lead to the web or to a cell, and nowhere else") {
  const auto sheet = part(rendered(sample_register()), "xl/worksheets/sheet2.xml");
  CHECK(has(sheet, "<hyperlink ref=\"B2\" location=\"'Risks'!A2\""));
  CHECK(has(part(rendered(sample_register()), "xl/worksheets/_rels/sheet2.xml.rels"),
            "Target=\"https://example.org/method?a=1&amp;b=2\""));
  for (const std::string link : {"#nowhere", "javascript:x", "file:///etc/passwd", "external:x.xlsx", "internal:A1"}) {
    auto cell = text_cell("x");
    cell.link = link;
    const auto xlsx = render_xlsx(with_cell(cell));
    REQUIRE(xlsx);
    CHECK_FALSE(has(part(xlsx.value(), "xl/worksheets/sheet1.xml"), "<hyperlink"));
    CHECK(xlsx.diagnostics().empty());
  }
  auto endless = text_cell("x");
  endless.link = "https://example.org/" + GENERATE(std::string(3'000, 'x'), std::string(1'500, ' '), std::string("\n"));
  const auto lost = render_xlsx(with_cell(endless));
  CHECK(codes(lost.diagnostics()) == std::vector<std::string>{"cell-link-lost"});
  CHECK(cells_of(lost.value(), 1).at(1).at(1) == "x");
}

TEST_CASE("a link keeps the whole text of its cell") {
  auto cell = text_cell("=" + std::string(500, 'y'));
  cell.link = "https://example.org";
  CHECK(cells_of(rendered(with_cell(cell)), 1).at(1).at(1) == "'=" + std::string(500, 'y'));
}

TEST_CASE("the source of a value is a note on its cell") {
  auto cell = text_cell("x");
  cell.source = "system.yaml:41:9";
  CHECK(has(part(rendered(with_cell(cell)), "xl/comments1.xml"), "system.yaml:41:9"));
}

TEST_CASE("what is no table stands on a last sheet of its own") {
  auto document = sample_register();
  document.sections[0].blocks.insert(document.sections[0].blocks.begin(),
                                     dossier::GapNote{"GAP-003", "No narrative", "Write it."});
  document.sections[0].blocks.push_back(dossier::KeyFacts{{{.term = "=Term", .value = {{.text = "value"}}}}});
  const auto xlsx = rendered(document);
  const auto sheets = between(part(xlsx, "xl/workbook.xml"), "<sheet name=\"", "\"");
  CHECK(sheets == std::vector<std::string>{"Risks", "Legend", "About"});
  std::vector<std::string> texts;
  for (const auto& row : cells_of(xlsx, 3))
    for (const auto& text : row)
      if (!text.empty()) texts.push_back(text);
  CHECK(texts == std::vector<std::string>{"Risk register", "Smart meter",
                                          "METER-REGISTER · 2.1 · 2026-03-01 · Example Metering", "Register",
                                          "! GAP-003", "No narrative\nWrite it.", "'=Term", "value"});
}

TEST_CASE("a document without tables, and a table without rows, are whole workbooks") {
  CHECK(has(part(rendered(with_text("prose")), "xl/workbook.xml"), "<sheet name=\"About\""));
  CHECK(has(part(rendered(dossier::Document{.title = "T"}), "xl/workbook.xml"), "<sheet name=\"About\""));
  const auto xlsx = rendered(
      with_block(dossier::Table{.id = "t", .columns = {{.id = "a", .title = "A"}}, .when_empty = "There are none."}));
  CHECK(cells_of(xlsx, 1) == std::vector<std::vector<std::string>>{{"A"}, {"There are none."}});
}

TEST_CASE("the same document is the same bytes in every time zone") {
  const char* before = getenv("TZ");
  const std::string restored = before == nullptr ? "" : before;
  std::vector<std::string> files;
  for (const char* zone : {"UTC", "Pacific/Kiritimati", "America/Los_Angeles"}) {
    setenv("TZ", zone, 1);
    tzset();
    files.push_back(rendered(sample_register()));
  }
  if (before == nullptr)
    unsetenv("TZ");
  else
    setenv("TZ", restored.c_str(), 1);
  tzset();
  CHECK(files[0] == files[1]);
  CHECK(files[0] == files[2]);
}

TEST_CASE("a large register is whole in every format") {
  auto document = sample_register();
  auto& table = std::get<dossier::Table>(document.sections[0].blocks[0]);
  const auto rows = table.rows;
  while (table.rows.size() < 20'000) {
    table.rows.push_back(rows[table.rows.size() % rows.size()]);
    table.rows.back()[0].text = "R-" + std::to_string(table.rows.size());
  }
  const auto sheet = part(rendered(document), "xl/worksheets/sheet1.xml");
  CHECK(has(sheet, "<row r=\"20001\""));
  CHECK(sheet.find("</worksheet>") == sheet.size() - 12);
  for (const auto& text : {render_csv(document), render_terminal(document, {}), render_markdown(document)})
    CHECK(has(text.value(), "R-20000"));
}

TEST_CASE("rendering leaves no file behind") {
  const auto folder = std::filesystem::temp_directory_path() / "xlsx_leaves_nothing";
  std::filesystem::create_directories(folder);
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  rendered(sample_register());
  std::filesystem::current_path(before);
  CHECK(std::filesystem::is_empty(folder));
  std::filesystem::remove_all(folder);
}
