// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/render/formats.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;
using dossier::Cell;

TEST_CASE("a CSV field is quoted when it must be, and text that a spreadsheet would run is neutralised") {
  const auto [text, field] = GENERATE(table<std::string, std::string>({
      {"plain", "plain"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"a;b", "a;b"},
      {"say \"so\"", "\"say \"\"so\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"two\r\nlines", "\"two\r\nlines\""},
      {" edge", "\" edge\""},
      {"edge ", "\"edge \""},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"a=b", "a=b"},
      {"'quoted", "'quoted"},
      {"über 計", "über 計"},
      {std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b"},
      {"\x1b[31mred", "\xEF\xBF\xBD[31mred"},
  }));
  CAPTURE(text);
  const auto csv = render_csv(with_cell(text_cell(text)));
  REQUIRE(csv);
  CHECK(csv.value() == "id,v\r\nR-1," + field + "\r\n");
}

TEST_CASE("a number keeps its sign in CSV, unless it only claims to be a number") {
  const auto [text, field] = GENERATE(table<std::string, std::string>(
      {{"-3", "-3"}, {"+0.5 %", "+0.5 %"}, {"7", "7"}, {"-cmd", "'-cmd"}, {"=3", "'=3"}, {"-", "'-"}}));
  CAPTURE(text);
  const auto csv = render_csv(with_cell({.type = Cell::Type::number, .text = text, .number = -3}));
  REQUIRE(csv);
  CHECK(csv.value() == "id,v\r\nR-1," + field + "\r\n");
}

TEST_CASE("a CSV has every table, with ids as header, and blank lines only between tables") {
  const auto csv = render_csv(sample_register());
  REQUIRE(csv);
  CHECK(csv.diagnostics().empty());
  CHECK(csv.value() ==
        "id,title,points,class,due\r\n"
        "R-001,\"Tampering, \"\"by hand\"\"\",9,critical,2026-06-30\r\n"
        "R-002,\"Ablesung über Funk\nzweite Zeile\",14,major,2027-01-01\r\n"
        "R-003,計測データの改ざん,25,minor,\r\n"
        "\r\n"
        "word,first\r\ncritical,R-001\r\nmajor,method\r\n");
}

TEST_CASE("an empty cell alone on its line is not a blank line") {
  const dossier::Table table{
      .id = "t", .columns = {{.id = "v", .title = "V"}}, .rows = {{Cell{.type = Cell::Type::empty}}, {text_cell("x")}}};
  const auto csv = render_csv(with_block(table));
  REQUIRE(csv);
  CHECK(csv.value() == "v\r\n\"\"\r\nx\r\n");
}

TEST_CASE("a table without rows is its header, and a document without tables says that nothing is there") {
  const auto header = render_csv(with_block(dossier::Table{.id = "t", .columns = {{.id = "v", .title = "V"}}}));
  REQUIRE(header);
  CHECK(header.value() == "v\r\n");
  const auto nothing = render_csv(with_text("prose"));
  REQUIRE(nothing);
  CHECK(nothing.value().empty());
  CHECK(codes(nothing.diagnostics()) == std::vector<std::string>{"no-table"});
}

TEST_CASE("replaced control characters are told once, with their number and the first cell") {
  auto document = with_cell(text_cell("a\x01"));
  std::get<dossier::Table>(document.sections[0].blocks[0]).rows.push_back({text_cell("\x02"), text_cell("fine")});
  const auto csv = render_csv(document);
  REQUIRE(csv.diagnostics().size() == 1);
  CHECK(csv.diagnostics()[0].code == "control-character");
  CHECK(csv.diagnostics()[0].message ==
        "control characters in 2 cells were replaced by U+FFFD, first in table `t`, row 1, column `v`");
}

TEST_CASE("text that is not UTF-8 is an error of every format, which names the text") {
  const std::string text =
      GENERATE(as<std::string>{}, "\xFF", "a\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80");
  const auto document = with_cell(text_cell(text));
  for (const auto& result :
       {render_csv(document), render_xlsx(document), render_markdown(document), render_terminal(document, {})}) {
    REQUIRE_FALSE(result);
    REQUIRE(result.diagnostics().size() == 1);
    CHECK(result.diagnostics()[0].code == "invalid-utf-8");
    CHECK(result.diagnostics()[0].message.find("table `t`, row 1, column `v` is not valid UTF-8") == 0);
  }
}

TEST_CASE("the longest and the last code points of each length are valid UTF-8") {
  const std::string text = GENERATE(as<std::string>{}, "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                    "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF");
  CHECK(render_csv(with_cell(text_cell(text))));
}

TEST_CASE("invalid text is found wherever it stands in a document") {
  const std::string bad = "\xFF";
  dossier::Figure figure{.id = "f"};
  figure.shapes = {dossier::Figure::Label{.text = bad}};
  const std::vector<dossier::Block> blocks = {dossier::Paragraph{{{.text = bad}}},
                                              dossier::Paragraph{{{.text = "x", .link = bad}}},
                                              dossier::List{.items = {{.spans = {{.text = bad}}}}},
                                              dossier::Preformatted{bad},
                                              dossier::GapNote{.id = "GAP-1", .title = bad},
                                              dossier::KeyFacts{{{.term = bad}}},
                                              dossier::KeyFacts{{{.term = "x", .value = {{.text = bad}}}}},
                                              dossier::Table{.id = "t", .caption = bad},
                                              dossier::Table{.id = "t", .columns = {{.id = "v", .title = bad}}},
                                              figure};
  for (const auto& block : blocks) {
    CAPTURE(block.index());
    CHECK(codes(render_csv(with_block(block)).diagnostics()) == std::vector<std::string>{"invalid-utf-8"});
  }
  auto title = with_text("fine");
  title.sections[0].title = bad;
  CHECK_FALSE(render_csv(title));
  auto author = with_text("fine");
  author.author = bad;
  CHECK_FALSE(render_csv(author));
}
