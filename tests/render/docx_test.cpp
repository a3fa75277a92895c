// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <limits>
#include <set>

#include "engine/render/docx/outline.h"
#include "engine/render/docx/text_width.h"
#include "engine/render/formats.h"
#include "tests/render/docx_reading.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;
using dossier::Figure;
using Texts = std::vector<std::string>;

namespace {

std::string rendered(const dossier::Document& document) {
  const auto docx = render_docx(document);
  for (const auto& each : docx.diagnostics()) UNSCOPED_INFO(each.code << ": " << each.message);
  REQUIRE(docx);
  return docx.value();
}

/// The smallest thing that begins like a PNG of 40 by 20 pixels.
std::string small_png() {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x28\0\0\0\x14", 24) + std::string(9, '\0');
}

Figure sample_figure() {
  Figure figure{.id = "flows", .caption = "Flows", .description = "Meter to \"head\" end", .width = 300, .height = 90};
  figure.shapes.emplace_back(Figure::Box{10, 10, 80, 30, dossier::Tone::critical, false, true});
  figure.shapes.emplace_back(Figure::Box{5, 5, 200, 80, dossier::Tone::plain, true, false});
  figure.shapes.emplace_back(Figure::Line{{{90, 20}, {150, 20}}, true, false, dossier::Tone::plain});
  figure.shapes.emplace_back(Figure::Line{{{90, 30}, {120, 30}, {120, 60}}, true, true, dossier::Tone::quiet});
  figure.shapes.emplace_back(Figure::Ellipse{200, 40, 60, 30, dossier::Tone::good});
  Figure::Label label;
  label.x = 50, label.y = 25, label.text = "Meter <1>", label.align = Figure::Align::centre, label.link = "#R-001";
  figure.shapes.emplace_back(label);
  return figure;
}

dossier::Table wide_table(std::size_t columns) {
  dossier::Table table{.id = "wide", .caption = "Wide"};
  for (std::size_t i = 0; i < columns; ++i) table.columns.push_back({.id = "c", .title = "Column"});
  table.rows.push_back(std::vector<dossier::Cell>(columns, text_cell("x")));
  return table;
}

/// Something of everything.
dossier::Document full_document() {
  auto document = sample_register();
  document.classification = "Confidential";
  document.language = "de";
  document.watermark = "DRAFT & \"more\"";
  document.style.logo = small_png();
  document.style.logo_text = "House";
  document.style.header = "House of paper";
  document.style.footer = "Registered office";
  document.style.accent = "#7A0019";
  document.cover.facts = {{.term = "State", .value = {{.text = "open"}}, .tone = dossier::Tone::critical}};
  dossier::Section prose{.id = "prose", .number = "2", .title = "Prose"};
  prose.blocks.emplace_back(dossier::Paragraph{{{.text = "See "},
                                                {.text = "R-001", .link = "#R-001"},
                                                {.text = " and "},
                                                {.text = "there", .link = "https://example.org/?a=1&b=<2>"},
                                                {.text = "bold", .bold = true, .note = "From system.yaml:3:1"},
                                                {.text = "code", .code = true}}});
  prose.blocks.emplace_back(
      dossier::List{.numbered = true, .items = {{.spans = {{.text = "a"}}}, {.spans = {{.text = "b"}}, .depth = 1}}});
  prose.blocks.emplace_back(dossier::List{.items = {{.spans = {{.text = "c"}}}}});
  prose.blocks.emplace_back(dossier::Preformatted{"one\n\ttwo\n"});
  prose.blocks.emplace_back(dossier::GapNote{"GAP-001", "No test", "Add one."});
  prose.sections.push_back({.id = "deep", .number = "2.1", .title = "Deep", .blocks = {sample_figure()}});
  document.sections.push_back(prose);
  document.sections.push_back({.id = "wide-one", .number = "3", .title = "Wide", .blocks = {wide_table(9)}});
  document.sections.push_back({.id = "last", .number = "4", .title = "Last"});
  return document;
}

/// Where the second list says an element's children may stand, by ECMA-376 part 1, annex A. What stands in no place is
/// a fault of the table.
const std::map<std::string, Texts> orders = {
    {"w:pPr",
     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:spacing",
      "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"}},
    {"w:rPr",
     {"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:noProof", "w:color", "w:sz", "w:szCs", "w:u",
      "w:vertAlign", "w:lang"}},
    {"w:tblPr",
     {"w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"}},
    {"w:trPr", {"w:cantSplit", "w:tblHeader"}},
    {"w:tcPr", {"w:tcW", "w:gridSpan", "w:shd", "w:vAlign"}},
    {"w:tbl", {"w:tblPr", "w:tblGrid", "w:tr"}},
    {"w:tblBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
    {"w:tblCellMar", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:pBdr", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:sectPr", {"w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"}},
    {"w:style",
     {"w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:pPr",
      "w:rPr", "w:tblPr"}},
    {"w:lvl", {"w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"}},
    {"w:numbering", {"w:abstractNum", "w:num"}},
    {"w:num", {"w:abstractNumId", "w:lvlOverride"}},
    {"w:settings",
     {"w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:updateFields", "w:footnotePr", "w:compat",
      "w:themeFontLang"}},
    {"w:font", {"w:altName", "w:family"}},
    {"w:sdt", {"w:sdtPr", "w:sdtContent"}},
    {"wp:inline", {"wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"}},
    {"wpg:wgp", {"wpg:cNvGrpSpPr", "wpg:grpSpPr", "wps:wsp"}},
    {"wps:wsp", {"wps:cNvPr", "wps:cNvSpPr", "wps:spPr", "wps:txbx", "wps:bodyPr"}},
    {"wps:spPr", {"a:xfrm", "a:custGeom", "a:prstGeom", "a:noFill", "a:solidFill", "a:ln"}},
    {"a:ln", {"a:noFill", "a:solidFill", "a:prstDash", "a:tailEnd"}},
    {"a:custGeom", {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"}},
    {"a:xfrm", {"a:off", "a:ext", "a:chOff", "a:chExt"}},
    {"pic:pic", {"pic:nvPicPr", "pic:blipFill", "pic:spPr"}},
};

/// The faults of order below a node; `met` gets the names of the elements that were looked at.
void check_order(const Node& node, std::set<std::string>& met, Texts& faults) {
  if (const auto rule = orders.find(node.name); rule != orders.end()) {
    met.insert(node.name);
    std::size_t reached = 0;
    for (const auto& child : node.children) {
      const auto place = static_cast<std::size_t>(std::find(rule->second.begin(), rule->second.end(), child.name) -
                                                  rule->second.begin());
      if (place == rule->second.size()) faults.push_back(child.name + " has no place in " + node.name);
      if (place < reached) faults.push_back(child.name + " comes too late in " + node.name);
      reached = std::max(reached, place);
    }
  }
  for (const auto& child : node.children) check_order(child, met, faults);
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

TEST_CASE("every part is well-formed, has a type, and stands in the order of names", "[docx]") {
  const Docx docx(rendered(full_document()));
  REQUIRE(docx.names.front() == "[Content_Types].xml");
  CHECK(std::is_sorted(docx.names.begin() + 1, docx.names.end()));
  std::set<std::string> typed;
  const auto types = docx.part("[Content_Types].xml");
  for (const auto* one : all(types, "Override")) typed.insert(one->attribute("PartName").substr(1));
  for (const auto& name : docx.names) {
    CAPTURE(name);
    if (name != "[Content_Types].xml" && ends_with(name, ".xml")) CHECK(typed.count(name) == 1);
    if (!ends_with(name, ".png")) docx.part(name);
  }
  for (const auto& name : typed) CHECK(docx.files.count(name) == 1);
}

TEST_CASE("every relationship that a part names exists and leads to a part", "[docx]") {
  const Docx docx(rendered(full_document()));
  std::size_t asked = 0;
  for (const auto& name : docx.names) {
    if (name.compare(0, 5, "word/") != 0 || name.find("_rels") != std::string::npos || !ends_with(name, ".xml"))
      continue;
    std::set<std::string> ids;
    const auto relations = "word/_rels/" + name.substr(5) + ".rels";
    if (docx.files.count(relations) == 1)
      for (const auto& one : docx.part(relations).children) {
        CHECK(ids.insert(one.attribute("Id")).second);
        if (one.attribute("TargetMode").empty()) CHECK(docx.files.count("word/" + one.attribute("Target")) == 1);
      }
    const auto root = docx.part(name);
    for (const auto* element : {"w:hyperlink", "a:blip", "w:headerReference", "w:footerReference"})
      for (const auto* one : all(root, element))
        for (const auto* key : {"r:id", "r:embed"})
          if (const auto id = one->attribute(key); !id.empty()) {
            CAPTURE(name, element, id);
            CHECK(ids.count(id) == 1);
            ++asked;
          }
  }
  CHECK(asked >= 12);  // Two logos, a link, headers and footers of three stretches of paper.
}

TEST_CASE("children stand in the order that Word takes", "[docx]") {
  const Docx docx(rendered(full_document()));
  std::set<std::string> met;
  Texts faults;
  for (const auto& name : docx.names)
    if (name.compare(0, 5, "word/") == 0 && ends_with(name, ".xml")) check_order(docx.part(name), met, faults);
  CHECK(faults == Texts{});
  for (const auto& [name, order] : orders) {
    CAPTURE(name);
    CHECK(met.count(name) == 1);  // Else the sample shows nothing of it.
  }
}

TEST_CASE("bookmarks are few enough letters, unique whatever their case, and every inner link finds one", "[docx]") {
  auto document = full_document();
  for (const auto* id : {"a-b", "A_B", "a b", "1", "ü", ""})
    document.sections.push_back({.id = id, .title = "t", .blocks = {dossier::Paragraph{{{.text = "x"}}}}});
  document.sections.push_back({.id = std::string(60, 'x'), .title = "t"});
  document.sections.push_back({.id = std::string(61, 'x'), .title = "t"});
  for (const auto* link : {"#a-b", "#A_B", "#a b", "#1", "#ü"})
    document.sections[0].blocks.emplace_back(dossier::Paragraph{{{.text = link, .link = link}}});
  const auto root = Docx(rendered(document)).document();
  std::set<std::string> names, exact, ids, ends;
  for (const auto* one : all(root, "w:bookmarkStart")) {
    const auto name = one->attribute("w:name");
    CAPTURE(name);
    CHECK(names.insert(lower(name)).second);
    exact.insert(name);
    CHECK(ids.insert(one->attribute("w:id")).second);
    CHECK(name.size() <= 40);
    CHECK((std::isalpha(static_cast<unsigned char>(name[0])) || name.compare(0, 4, "_Toc") == 0));
    for (const char c : name) CHECK((std::isalnum(static_cast<unsigned char>(c)) || c == '_'));
  }
  for (const auto* one : all(root, "w:bookmarkEnd")) ends.insert(one->attribute("w:id"));
  CHECK(ids == ends);
  std::size_t inner = 0;
  for (const auto* one : all(root, "w:hyperlink"))
    if (const auto to = one->attribute("w:anchor"); !to.empty()) {
      CAPTURE(to);
      CHECK(exact.count(to) == 1);
      ++inner;
    }
  CHECK(inner >= 20);
}

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

TEST_CASE("headings are Word's own, down to the sixth, and stand in the contents down to the third", "[docx]") {
  auto document = with_text("x");
  auto* inner = &document.sections[0];
  for (int depth = 2; depth <= 8; ++depth) {
    inner->sections.push_back({.id = "d" + std::to_string(depth), .title = "Level " + std::to_string(depth)});
    inner = &inner->sections[0];
  }
  const Docx docx(rendered(document));
  const auto root = docx.document();
  CHECK(in_style(root, "Heading1") == Texts{"1\xE2\x80\x82Section"});
  CHECK(in_style(root, "Heading5") == Texts{"Level 5"});
  CHECK(in_style(root, "Heading6") == Texts{"Level 6", "Level 7", "Level 8"});
  CHECK(in_style(root, "TOC1") == Texts{"1\xE2\x80\x82Section"});
  CHECK(in_style(root, "TOC3") == Texts{"Level 3"});
  CHECK(in_style(root, "TOC4").empty());
  const auto styles = docx.part("word/styles.xml");
  std::map<std::string, std::string> names;
  for (const auto* one : all(styles, "w:style"))
    names[one->attribute("w:styleId")] = one->child("w:name")->attribute("w:val");
  CHECK(names["Heading1"] == "heading 1");
  CHECK(names["Heading6"] == "heading 6");
  CHECK(names["TOC1"] == "toc 1");
  CHECK(names["Caption"] == "caption");
  for (const auto* one : all(root, "w:pStyle")) {  // No style is used that is not there.
    CAPTURE(one->attribute("w:val"));
    CHECK(names.count(one->attribute("w:val")) == 1);
  }
}

TEST_CASE("contents are a field of Word's, opened and closed once each", "[docx]") {
  auto document = full_document();
  document.sections[0].blocks.emplace_back(sample_figure());
  const auto root = Docx(rendered(document)).document();
  Texts fields;
  for (const auto* one : all(root, "w:instrText"))
    if (words(*one).empty() && one->children[0].text.compare(0, 4, " TOC") == 0)
      fields.push_back(one->children[0].text);
  CHECK(fields ==
        Texts{" TOC \\o \"1-3\" \\h \\z \\u ", " TOC \\h \\z \\c \"Table\" ", " TOC \\h \\z \\c \"Figure\" "});
  int open = 0, deepest = 0;
  for (const auto* one : all(root, "w:fldChar")) {
    const auto kind = one->attribute("w:fldCharType");
    open += kind == "begin" ? 1 : kind == "end" ? -1 : 0;
    deepest = std::max(deepest, open);
    CHECK(open >= 0);
  }
  CHECK(open == 0);
  CHECK(deepest == 1);
  CHECK(in_style(root, "TableofFigures") ==
        Texts{"Table 1 — Risks", "Table 2 — Legend", "Table 3 — Wide", "Figure 1 — Flows", "Figure 2 — Flows"});
}

TEST_CASE("captions are numbered, and one table alone needs no list", "[docx]") {
  auto document = full_document();
  auto root = Docx(rendered(document)).document();
  CHECK(in_style(root, "Caption") == Texts{"Table 1 — Risks", "Table 2 — Legend", "Table 3 — Wide"});
  CHECK(in_style(root, "FigureCaption") == Texts{"Figure 1 — Flows"});
  CHECK(in_style(root, "ListTitle") == Texts{"Tables"});
  document.parts.lists = false;
  CHECK(in_style(Docx(rendered(document)).document(), "ListTitle").empty());
  document.parts.contents = false;
  CHECK(in_style(Docx(rendered(document)).document(), "TOCHeading").empty());
}

TEST_CASE("columns fill the page, header rows repeat, and rows stay whole unless they are very high", "[docx]") {
  dossier::Table table{.id = "t", .columns = {{.id = "a", .title = "A"}, {.id = "b", .title = "B", .numeric = true}}};
  std::string high;
  for (int i = 0; i < 900; ++i) high += "word ";
  table.rows = {{text_cell("one"), text_cell("1")}, {text_cell(high), text_cell(high)}};
  const auto root = Docx(rendered(with_block(table))).document();
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
  const auto root = Docx(rendered(with_block(table))).document();
  CHECK(in_style(root, "TableText").back() == "Nothing is open.");
  CHECK(all(root, "w:gridSpan").size() == 1);
  table.columns.clear();
  CHECK(words(Docx(rendered(with_block(table))).document()).find("Nothing is open.") != std::string::npos);
}

TEST_CASE("wide tables lie on landscape pages of their own", "[docx]") {
  const auto [columns, landscape] = GENERATE(table<std::size_t, bool>({{3, false}, {7, false}, {8, true}, {40, true}}));
  CAPTURE(columns);
  auto document = with_block(wide_table(columns));
  document.sections.insert(document.sections.begin(), {.id = "before", .title = "Before"});
  document.sections.push_back({.id = "after", .title = "After"});
  const Docx docx(rendered(document));
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
  const auto root = Docx(rendered(with_cell(text_cell("Critical (9)", dossier::Tone::critical)))).document();
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
  const Docx docx(rendered(with_block(dossier::Paragraph{
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
  const Docx docx(rendered(document));
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
  const auto root = Docx(rendered(full_document())).document();
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

TEST_CASE("header and footer say whose paper it is and which page, in the words of the labels", "[docx]") {
  auto document = full_document();
  document.labels.page = "Seite {page} von {pages}";
  document.labels.version_of = "Fassung {version}";
  document.labels.contents = "Inhalt";
  document.labels.table = "Tabelle {number}";
  document.labels.missing = "Fehlt";
  document.labels.document = "Dokument";
  const Docx docx(rendered(document));
  CHECK(in_style(docx.part("word/header1.xml"), "Header") ==
        Texts{"\xE2\x80\x82House of paper · Risk register\tConfidential"});
  const auto footer = docx.part("word/footer1.xml");
  CHECK(in_style(footer, "Footer") == Texts{"METER-REGISTER · Fassung 2.1 · 2026-03-01\tSeite 1 von 1"});
  CHECK(in_style(footer, "FooterBelow") == Texts{"Registered office"});
  Texts fields;
  for (const auto* one : all(footer, "w:instrText")) fields.push_back(one->children.at(0).text);
  CHECK(fields == Texts{" PAGE ", " NUMPAGES "});
  const auto root = docx.document();
  CHECK(in_style(root, "TOCHeading") == Texts{"Inhalt"});
  CHECK(in_style(root, "Caption").front() == "Tabelle 1 — Risks");
  CHECK(in_style(root, "GapNote").front() == "Fehlt GAP-001\xE2\x80\x82No test");
  CHECK(in_style(root, "FactTerm").front() == "Dokument");
  document.title = std::string(150, 'T');
  const auto high = Docx(rendered(document)).part("word/header1.xml");
  CHECK(in_style(high, "HeaderAbove") == Texts{"Confidential"});
}

TEST_CASE("a watermark is on every page and a logo in every head", "[docx]") {
  const Docx docx(rendered(full_document()));
  for (const auto* name : {"word/header1.xml", "word/header2.xml", "word/header3.xml"}) {
    CAPTURE(name);
    const auto part = docx.part(name);
    const auto paths = all(part, "v:textpath");
    REQUIRE(paths.size() == 2);
    CHECK(paths[1]->attribute("string") == "DRAFT & \"more\"");
  }
  const auto head = docx.part("word/header1.xml");
  CHECK(all(head, "a:blip").size() == 1);
  CHECK(docx.files.at("word/media/logo.png") == small_png());
  auto plain = full_document();
  plain.watermark.clear();
  const auto without = Docx(rendered(plain)).part("word/header1.xml");
  CHECK(all(without, "v:shape").empty());
}

TEST_CASE("a logo that is no PNG is told and left out", "[docx]") {
  const auto logo = GENERATE(std::string("GIF89a"), small_png().substr(0, 20),
                             std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\x14", 24));
  auto document = with_text("x");
  document.style.logo = logo;
  const auto docx = render_docx(document);
  REQUIRE(docx);
  CHECK(codes(docx.diagnostics()) == Texts{"logo-not-png"});
  CHECK(Docx(docx.value()).files.count("word/media/logo.png") == 0);
}

TEST_CASE("a house's accent and font, and the language, are those of the document", "[docx]") {
  const auto [given, checked] = GENERATE(table<std::string, std::string>(
      {{"de", "de-DE"}, {"fr-BE", "fr-BE"}, {"el", "el-GR"}, {"\"><x", "en-GB"}, {"", "en-GB"}}));
  CAPTURE(given);
  auto document = full_document();
  document.language = given;
  document.style.font = "Georgia & Co";
  const auto styles = Docx(rendered(document)).part("word/styles.xml");
  CHECK(all(styles, "w:lang")[0]->attribute("w:val") == checked);
  CHECK(all(styles, "w:rFonts")[0]->attribute("w:ascii") == "Georgia & Co");
  for (const auto* one : all(styles, "w:style"))
    if (one->attribute("w:styleId") == "Heading1") CHECK(all(*one, "w:color").back()->attribute("w:val") == "7A0019");
  document.language = "zh";
  const auto chinese = Docx(rendered(document)).part("word/styles.xml");
  CHECK(all(chinese, "w:lang")[0]->attribute("w:eastAsia") == "zh-CN");
}

TEST_CASE("dates are the document's own, and equal documents are equal bytes", "[docx]") {
  const auto document = full_document();
  const auto bytes = rendered(document);
  CHECK(bytes == rendered(document));
  const auto core = Docx(bytes).part("docProps/core.xml");
  CHECK(words(*core.child("dcterms:created")) == "2026-03-01T00:00:00Z");
  CHECK(words(*core.child("dc:title")) == "Risk register");
  auto undated = document;
  undated.date = "soon";
  CHECK(Docx(rendered(undated)).part("docProps/core.xml").child("dcterms:created") == nullptr);
}

TEST_CASE("what travels inside other formats is told to be left out", "[docx]") {
  auto document = with_text("x");
  document.attachments = {{.name = "assessment.json", .bytes = "{}"}};
  const auto docx = render_docx(document);
  REQUIRE(docx);
  CHECK(codes(docx.diagnostics()) == Texts{"attachment-left-out"});
}

TEST_CASE("a label is cut where it has no room", "[docx]") {
  using docx::shortened;
  CHECK(shortened("iiii", 1.0) == "iiii");
  CHECK(shortened("iiiii", 1.0) == "…");
  CHECK(shortened("Priority classifier", 5.2) == "Priority…");
  CHECK(shortened("計測計測計測", 4) == "計測計…");
  CHECK(docx::width_in_ems("計測\n計") == Approx(2.0));
  CHECK(docx::widest_word_in_ems("ab abc-abcd") == Approx(4 * 0.53));
}

TEST_CASE("a document with nothing in it is a document", "[docx]") {
  const Docx docx(rendered({}));
  const auto empty = docx.document();
  CHECK(all(empty, "w:sectPr").size() == 1);
  auto bare = dossier::Document{.title = "T"};
  bare.parts = {.cover = false, .contents = false, .lists = false};
  const auto root = Docx(rendered(bare)).document();
  CHECK(in_style(root, "ShortTitle") == Texts{"T"});
  CHECK(all(root, "w:titlePg").empty());
}
