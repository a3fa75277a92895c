// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/render/docx/text_width.h"
#include "engine/render/formats.h"
#include "tests/render/docx_reading.h"
#include "tests/render/docx_sample.h"

using namespace assize;
using namespace assize::render;

TEST_CASE("headings are Word's own, down to the sixth, and stand in the contents down to the third", "[docx]") {
  auto document = with_text("x");
  auto* inner = &document.sections[0];
  for (int depth = 2; depth <= 8; ++depth) {
    inner->sections.push_back({.id = "d" + std::to_string(depth), .title = "Level " + std::to_string(depth)});
    inner = &inner->sections[0];
  }
  const Docx docx(docx_of(document));
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
  const auto root = Docx(docx_of(document)).document();
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
  auto root = Docx(docx_of(document)).document();
  CHECK(in_style(root, "Caption") == Texts{"Table 1 — Risks", "Table 2 — Legend", "Table 3 — Wide"});
  CHECK(in_style(root, "FigureCaption") == Texts{"Figure 1 — Flows"});
  CHECK(in_style(root, "ListTitle") == Texts{"Tables"});
  document.parts.lists = false;
  CHECK(in_style(Docx(docx_of(document)).document(), "ListTitle").empty());
  document.parts.contents = false;
  CHECK(in_style(Docx(docx_of(document)).document(), "TOCHeading").empty());
}

TEST_CASE("header and footer say whose paper it is and which page, in the words of the labels", "[docx]") {
  auto document = full_document();
  document.labels.page = "Seite {page} von {pages}";
  document.labels.version_of = "Fassung {version}";
  document.labels.contents = "Inhalt";
  document.labels.table = "Tabelle {number}";
  document.labels.missing = "Fehlt";
  document.labels.document = "Dokument";
  const Docx docx(docx_of(document));
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
  const auto high = Docx(docx_of(document)).part("word/header1.xml");
  CHECK(in_style(high, "HeaderAbove") == Texts{"Confidential"});
}

TEST_CASE("a watermark is on every page and a logo in every head", "[docx]") {
  const Docx docx(docx_of(full_document()));
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
  const auto without = Docx(docx_of(plain)).part("word/header1.xml");
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
  const auto styles = Docx(docx_of(document)).part("word/styles.xml");
  CHECK(all(styles, "w:lang")[0]->attribute("w:val") == checked);
  CHECK(all(styles, "w:rFonts")[0]->attribute("w:ascii") == "Georgia & Co");
  for (const auto* one : all(styles, "w:style"))
    if (one->attribute("w:styleId") == "Heading1") CHECK(all(*one, "w:color").back()->attribute("w:val") == "7A0019");
  document.language = "zh";
  const auto chinese = Docx(docx_of(document)).part("word/styles.xml");
  CHECK(all(chinese, "w:lang")[0]->attribute("w:eastAsia") == "zh-CN");
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
