// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "engine/render/formats.h"
#include "engine/render/terminal_text.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;

namespace {

std::vector<std::string> wrapped(const std::string& text, int width) {
  std::vector<std::string> lines;
  for (const auto& line : wrap(text, width)) lines.push_back(text.substr(line.begin, line.end - line.begin));
  return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string without_escapes(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b')
      at = text.find('m', at);
    else
      plain += text[at];
  }
  return plain;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

std::string drawn(const dossier::Document& document, int width = 80) {
  const auto text = render_terminal(document, {.width = width});
  REQUIRE(text);
  return text.value();
}

}  // namespace

TEST_CASE("text wraps at blanks, between wide characters, and only at need inside a word") {
  using Lines = std::vector<std::string>;
  const auto [text, width, lines] = GENERATE(table<std::string, int, Lines>({
      {"aaa bbb", 7, {"aaa bbb"}},
      {"aaa bbb", 6, {"aaa", "bbb"}},
      {"aaa bbb", 3, {"aaa", "bbb"}},
      {"aaa bbb", 2, {"aa", "a", "bb", "b"}},
      {"aaa  bbb", 4, {"aaa", "bbb"}},
      {"aaa bbb ", 7, {"aaa bbb"}},
      {"  aaa bbb", 5, {"  aaa", "bbb"}},
      {"      a", 3, {"a"}},
      {"a\nb", 9, {"a", "b"}},
      {"a\n\nb\n", 9, {"a", "", "b", ""}},
      {"", 9, {""}},
      {"計測計測", 4, {"計測", "計測"}},
      {"計測計測", 5, {"計測", "計測"}},
      {"ab計測", 4, {"ab計", "測"}},
      {"R-0001 計測", 6, {"R-0001", "計測"}},
      {"e\xCC\x81"
       "e\xCC\x81"
       "e",
       2,
       {"e\xCC\x81"
        "e\xCC\x81",
        "e"}},
      {"a-b-c-d", 4, {"a-b-", "c-d"}},
  }));
  CAPTURE(text, width);
  CHECK(wrapped(text, width) == lines);
}

TEST_CASE("columns are counted as terminals draw them") {
  const auto [text, columns] = GENERATE(table<std::string, int>({{"", 0},
                                                                 {"abc", 3},
                                                                 {"über", 4},
                                                                 {"e\xCC\x81", 1},
                                                                 {"計測", 4},
                                                                 {"ｶﾅ", 2},
                                                                 {"Ａ", 2},
                                                                 {"한글", 4},
                                                                 {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2},
                                                                 {"😀", 2},
                                                                 {"a\xE2\x80\x8B"
                                                                  "b",
                                                                  2},
                                                                 {"Ωд", 2}}));
  CAPTURE(text);
  CHECK(columns_of(text) == columns);
}

TEST_CASE("text of users cannot drive the terminal") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"\x1b[2Jgone", "\xEF\xBF\xBD[2Jgone"},
      {"\x1b]0;title\x07", "\xEF\xBF\xBD]0;title\xEF\xBF\xBD"},
      {"a\xC2\x9B"
       "31m",
       "a\xEF\xBF\xBD"
       "31m"},
      {"a\bb",
       "a\xEF\xBF\xBD"
       "b"},
      {"over\rwrite", "over\xEF\xBF\xBDwrite"},
      {"a\xE2\x80\xAE"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {"a\tb", "a b"},
      {"a\x7F", "a\xEF\xBF\xBD"},
  }));
  CAPTURE(text);
  CHECK(terminal_text(text) == shown);
  auto everywhere = with_cell(text_cell(text));
  everywhere.title = everywhere.subtitle = everywhere.sections[0].title = text;
  everywhere.cover.facts = {{.term = text, .value = {{.text = text}}}};
  everywhere.sections[0].blocks.push_back(dossier::Paragraph{{{.text = text, .link = "https://x/" + text}}});
  everywhere.sections[0].blocks.push_back(dossier::List{.items = {{.spans = {{.text = text}}}}});
  everywhere.sections[0].blocks.push_back(dossier::Preformatted{text});
  everywhere.sections[0].blocks.push_back(dossier::GapNote{text, text, text});
  everywhere.sections[0].blocks.push_back(dossier::Figure{.caption = text, .description = text});
  for (const char control : {'\x1b', '\a', '\b', '\r', '\t', '\x7F', '\x9B'})
    if (control != '\x9B') CHECK(drawn(everywhere).find(control) == std::string::npos);
  CHECK(drawn(everywhere).find("\xC2\x9B") == std::string::npos);
  CHECK(drawn(everywhere).find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("a document is drawn as a whole") {
  auto document = sample_register();
  document.cover.facts = {
      {.term = "System", .value = {{.text = "Meter"}}},
      {.term = "Operator", .value = {{.text = "see "}, {.text = "site", .link = "https://a.example"}}}};
  document.sections[0].number = "1";
  document.sections[0].blocks.insert(document.sections[0].blocks.begin(),
                                     dossier::GapNote{"GAP-003", "No narrative", "Write it."});
  CHECK(drawn(document, 64) ==
        "Risk register\n"
        "Smart meter\n"
        "METER-REGISTER · 2.1 · 2026-03-01 · Example Metering\n"
        "\n"
        "System    Meter\n"
        "Operator  see site <https://a.example>\n"
        "\n"
        "1 Register\n"
        "══════════\n"
        "\n"
        "! GAP-003 No narrative\n"
        "  Write it.\n"
        "\n"
        "Risks\n"
        "Id     Title                 Points  Class     Due\n"
        "─────  ────────────────────  ──────  ────────  ──────────\n"
        "R-001  Tampering, \"by hand\"       9  critical  2026-06-30\n"
        "R-002  Ablesung über Funk        14  major     2027-01-01\n"
        "       zweite Zeile\n"
        "R-003  計測データの改ざん        25  minor\n"
        "\n"
        "Legend\n"
        "Word      First risk\n"
        "────────  ──────────\n"
        "critical  R-001\n"
        "major     method\n");
}

TEST_CASE("lists are numbered per level") {
  const dossier::List list{.numbered = true,
                           .items = {{.spans = {{.text = "a"}}},
                                     {.spans = {{.text = "b"}}, .depth = 1},
                                     {.spans = {{.text = "c"}}, .depth = 1},
                                     {.spans = {{.text = "d"}}},
                                     {.spans = {{.text = "e"}}, .depth = 1}}};
  CHECK(drawn(with_block(list)).find("  1. a\n    1. b\n    2. c\n  2. d\n    1. e\n") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal and no word of a table is lost") {
  const int width = GENERATE(range(20, 121, 3));
  CAPTURE(width);
  auto document = sample_register();
  auto& table = std::get<dossier::Table>(document.sections[0].blocks[0]);
  for (auto& row : table.rows) row[1].text += " and more words than fit on one line, with a-very-long-compound-word";
  const auto text = drawn(document, width);
  for (const auto& line : lines_of(text)) {
    CAPTURE(line);
    CHECK(columns_of(line) <= width);
    CHECK((line.empty() || line.back() != ' '));
  }
  for (const auto& row : table.rows) CHECK(text.find(row[0].text) != std::string::npos);  // Ids are whole.
  std::size_t words = 0;
  for (std::size_t at = text.find("fit"); at != std::string::npos; at = text.find("fit", at + 1)) ++words;
  CHECK(words == table.rows.size());
}

TEST_CASE("a table too wide for the terminal becomes a block of lines per row, and only then") {
  dossier::Table table{.id = "t"};
  for (int column = 0; column < 6; ++column) {
    const std::string name = "col" + std::to_string(column);
    table.columns.push_back({.id = name, .title = name});
  }
  table.rows.emplace_back();
  for (int column = 0; column < 6; ++column) table.rows[0].push_back(text_cell("a fairly long text"));
  // Six columns of 8 and five gaps of 2 need 58.
  CHECK(drawn(with_block(table), 58).find("─") != std::string::npos);
  const auto narrow = drawn(with_block(table), 57);
  CHECK(narrow.find("col0:  a fairly long text\ncol1:  a fairly long text\n") != std::string::npos);
  for (auto& cell : table.rows[0]) cell.text = "abc";
  CHECK(drawn(with_block(table), 40).find("col0  col1  col2  col3  col4  col5\n") != std::string::npos);
}

TEST_CASE("colour adds escapes and changes nothing else") {
  auto document = sample_register();
  document.sections[0].blocks.push_back(
      dossier::Paragraph{{{.text = "one ", .bold = true}, {.text = "two three four five", .italic = true}}});
  document.sections[0].blocks.push_back(dossier::GapNote{"GAP-1", "Nothing here", "Do."});
  for (const int width : {20, 40, 100}) {
    const auto colored = render_terminal(document, {.width = width, .color = true});
    REQUIRE(colored);
    CHECK(colored.value().find("\x1b[1;31mcritical\x1b[0m") != std::string::npos);
    CHECK(without_blanks(without_escapes(colored.value())) == without_blanks(drawn(document, width)));
  }
}

TEST_CASE("a table without rows says what it should") {
  const auto text = drawn(with_block(
      dossier::Table{.id = "t", .columns = {{.id = "a", .title = "A"}}, .when_empty = "There are no open risks."}));
  CHECK(text.find("There are no open risks.") != std::string::npos);
}
