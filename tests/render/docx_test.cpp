// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>
#include <set>

#include "engine/render/formats.h"
#include "tests/render/docx_reading.h"
#include "tests/render/docx_sample.h"

using namespace assize;
using namespace assize::render;
using dossier::Figure;

TEST_CASE("text of users is never markup, and control characters are told", "[docx]") {
  const auto [text, shown, code] = GENERATE(table<std::string, std::string, std::string>({
      {"<w:t>&amp;\"'>", "<w:t>&amp;\"'>", ""},
      {"]]>", "]]>", ""},
      {"two\nlines\tand\r\ntab", "two\nlines\tand\ntab", ""},
      {"a\rb", "a\nb", ""},
      {" blanks  kept ", " blanks  kept ", ""},
      {"計測 Ablesung 😀", "計測 Ablesung 😀", ""},
      {"\x1b[31m", "\xEF\xBF\xBD[31m", "control-character"},
      {std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b",
       "control-character"},
      {"\xEF\xBF\xBF", "\xEF\xBF\xBD", "control-character"},
      {"", "", ""},
  }));
  CAPTURE(text);
  const auto of_cell = render_docx(with_cell(text_cell(text)));
  const auto of_prose = render_docx(with_text(text));
  REQUIRE(of_cell);
  REQUIRE(of_prose);
  const auto expected = code.empty() ? Texts{} : Texts{code};
  CHECK(codes(of_cell.diagnostics()) == expected);
  CHECK(codes(of_prose.diagnostics()) == expected);
  CHECK(in_style(Docx(of_prose.value()).document(), "BodyText") == Texts{shown});
  CHECK(in_style(Docx(of_cell.value()).document(), "TableText").back() == shown);
}

TEST_CASE("text that is not UTF-8 is an error that names it", "[docx]") {
  CHECK(codes(render_docx(with_text("Z\xE4hler")).diagnostics()) == Texts{"invalid-utf-8"});
}

TEST_CASE("columns fill the page, header rows repeat, and rows stay whole unless they are very high", "[docx]") {
  dossier::Table table{.id = "t", .columns = {{.id = "a", .title = "A"}, {.id = "b", .title = "B", .numeric = true}}};
  std::string high;
  for (int i = 0; i < 900; ++i) high += "word ";
  table.rows = {{text_cell("one"), text_cell("1")}, {text_cell(high), text_cell(high)}};
  const auto root = Docx(docx_of(with_block(table))).document();
  const auto tables = all(root, "w:tbl");
  REQUIRE(tables.size() == 2);  // The cover's facts are one.
  int width = 0;
  for (const auto* one : all(*tables[1], "w:gridCol")) width += std::stoi(one->attribute("w:w"));
  CHECK(width == 9186);
  const auto rows = all(*tables[1], "w:tr");
  REQUIRE(rows.size() == 3);
  CHECK(all(*rows[0], "w:tblHeader").size() == 1);
  CHECK(all(*rows[1], "w:tblHeader").empty());
  CHECK(all(*rows[1], "w:cantSplit").size() == 1);
  CHECK(all(*rows[2], "w:cantSplit").empty());
  CHECK(all(*rows[1], "w:jc").size() == 1);
  CHECK(all(*tables[1], "w:tblLayout")[0]->attribute("w:type") == "fixed");
}

TEST_CASE("a table without rows says so across its columns", "[docx]") {
  dossier::Table table{.id = "t", .columns = {{.id = "a", .title = "A"}, {.id = "b", .title = "B"}}};
  table.when_empty = "Nothing is open.";
  const auto root = Docx(docx_of(with_block(table))).document();
  CHECK(in_style(root, "TableText").back() == "Nothing is open.");
  CHECK(all(root, "w:gridSpan").size() == 1);
  table.columns.clear();
  CHECK(words(Docx(docx_of(with_block(table))).document()).find("Nothing is open.") != std::string::npos);
}

TEST_CASE("wide tables lie on landscape pages of their own", "[docx]") {
  const auto [columns, landscape] = GENERATE(table<std::size_t, bool>({{3, false}, {7, false}, {8, true}, {40, true}}));
  CAPTURE(columns);
  auto document = with_block(wide_table(columns));
  document.sections.insert(document.sections.begin(), {.id = "before", .title = "Before"});
  document.sections.push_back({.id = "after", .title = "After"});
  const Docx docx(docx_of(document));
  const auto root = docx.document();
  Texts sides;
  for (const auto* one : all(root, "w:pgSz")) sides.push_back(one->attribute("w:orient"));
  CHECK(sides == (landscape ? Texts{"", "landscape", ""} : Texts{""}));
  for (const auto* one : all(root, "w:tblGrid")) {
    int width = 0;
    for (const auto* column : all(*one, "w:gridCol")) width += std::stoi(column->attribute("w:w"));
    CHECK((width == 9186 || (landscape && width == 14678)));
    CHECK(one->children.size() <= 63);  // Word's limit.
  }
  CHECK(docx.files.count("word/header2.xml") == (landscape ? 1 : 0));
}

TEST_CASE("tones are grounds with words on them", "[docx]") {
  const auto root = Docx(docx_of(with_cell(text_cell("Critical (9)", dossier::Tone::critical)))).document();
  const auto cells = all(root, "w:tc");
  const auto& cell = *cells.back();
  CHECK(words(cell) == "Critical (9)");
  CHECK(all(cell, "w:shd")[0]->attribute("w:fill") == "E38D77");
  CHECK(all(cell, "w:b").size() == 1);
}

TEST_CASE("links lead where they say, and the others are told", "[docx]") {
  const auto [link, target, code] = GENERATE(table<std::string, std::string, std::string>({
      {"https://a.example/?b=1&c=2#d", "https://a.example/?b=1&c=2#d", ""},
      {"http://a.example/a b|<c>\"", "http://a.example/a%20b%7C%3Cc%3E%22", ""},
      {"https://a.example/%20%zz[1]", "https://a.example/%20%25zz%5B1%5D", ""},
      {"https://ä.example", "https://%C3%A4.example", ""},
      {"mailto:a@b.example", "mailto:a@b.example", ""},
      {"javascript:alert(1)", "", "link-inactive"},
      {"file:///etc/passwd", "", "link-inactive"},
      {"https://", "", "link-inactive"},
      {"https:///x", "", "link-inactive"},
      {"#", "", "link-inactive"},
      {"#nowhere", "", "dangling-link"},
  }));
  CAPTURE(link);
  const auto docx = render_docx(with_block(dossier::Paragraph{{{.text = "there", .link = link}}}));
  CHECK(codes(docx.diagnostics()) == (code.empty() ? Texts{} : Texts{code}));
  REQUIRE(bool(docx) == (code != "dangling-link"));
  if (!docx) return;
  const Docx read(docx.value());
  std::string found;
  for (const auto& one : read.part("word/_rels/document.xml.rels").children)
    if (one.attribute("TargetMode") == "External") found = one.attribute("Target");
  CHECK(found == target);
  CHECK(in_style(read.document(), "BodyText") == Texts{"there"});
}

TEST_CASE("notes become footnotes, in order", "[docx]") {
  const Docx docx(docx_of(with_block(dossier::Paragraph{
      {{.text = "one", .note = "first <a>"}, {.text = "two"}, {.text = "three", .note = "second"}}})));
  Texts references, notes;
  const auto root = docx.document(), under = docx.part("word/footnotes.xml");
  for (const auto* one : all(root, "w:footnoteReference")) references.push_back(one->attribute("w:id"));
  for (const auto* one : all(under, "w:footnote"))
    if (one->attribute("w:type").empty()) notes.push_back(one->attribute("w:id") + words(*one));
  CHECK(references == Texts{"1", "2"});
  CHECK(notes == Texts{"1 first <a>", "2 second"});
}

TEST_CASE("each numbered list begins anew", "[docx]") {
  auto document = with_block(dossier::List{.numbered = true, .items = {{.spans = {{.text = "a"}}}}});
  document.sections[0].blocks.emplace_back(
      dossier::List{.numbered = true, .items = {{.spans = {{.text = "b"}}, .depth = 99}}});
  document.sections[0].blocks.emplace_back(dossier::List{.items = {{.spans = {{.text = "c"}}, .depth = -1}}});
  const Docx docx(docx_of(document));
  Texts uses;
  const auto root = docx.document(), numbering = docx.part("word/numbering.xml");
  for (const auto* one : all(root, "w:numPr"))
    uses.push_back(one->child("w:numId")->attribute("w:val") + "/" + one->child("w:ilvl")->attribute("w:val"));
  CHECK(uses == Texts{"1/0", "2/8", "3/0"});
  Texts kinds;
  for (const auto* one : all(numbering, "w:num"))
    kinds.push_back(one->child("w:abstractNumId")->attribute("w:val") + (one->child("w:lvlOverride") ? " anew" : ""));
  CHECK(kinds == Texts{"1 anew", "1 anew", "0"});
}

TEST_CASE("a figure is shapes that can be edited, with its description as text", "[docx]") {
  const auto root = Docx(docx_of(full_document())).document();
  const auto groups = all(root, "wpg:wgp");
  REQUIRE(groups.size() == 1);
  CHECK(all(*groups[0], "wps:wsp").size() == 6);
  CHECK(words(*all(*groups[0], "w:txbxContent").at(0)) == "Meter <1>");
  CHECK(all(*groups[0], "w:hyperlink").size() == 1);
  std::set<std::string> ids;
  Texts descriptions;
  for (const auto* one : all(root, "wp:docPr")) {
    CHECK(ids.insert(one->attribute("id")).second);
    descriptions.push_back(one->attribute("descr"));
  }
  CHECK(descriptions == Texts{"House", "Meter to \"head\" end"});
  for (const auto* one : all(root, "wps:cNvPr")) CHECK(ids.insert(one->attribute("id")).second);
  const auto fallbacks = all(root, "mc:Fallback");
  REQUIRE(fallbacks.size() == 1);
  CHECK(words(fallbacks[0]->children.at(0)) == "Meter to \"head\" end");
}

TEST_CASE("a figure that cannot be drawn as shapes is an error", "[docx]") {
  auto figure = sample_figure();
  const int which = GENERATE(0, 1, 2, 3);
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  if (which == 0) figure.width = nothing;
  if (which == 1) figure.height = 0;
  if (which == 2) std::get<Figure::Box>(figure.shapes[0]).x = std::numeric_limits<double>::infinity();
  if (which == 3) std::get<Figure::Line>(figure.shapes[2]).points[1].y = nothing;
  figure.shapes.pop_back();  // Its link leads nowhere here.
  CHECK(codes(render_docx(with_block(figure)).diagnostics()) == Texts{"figure-not-finite"});
}
