// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

std::string sentence(int words, const std::string& stem = "evidence") {
  std::string text;
  for (int i = 0; i < words; ++i) text += stem + (i % 7 == 6 ? ". " : " ");
  return text;
}

Table register_of(int rows) {
  Table table{"register", "Risk register", {}, {}, ""};
  table.columns = {{"risk", "RiskTitle", 1}, {"threat", "ThreatTitle", 3}, {"points", "PointsTitle", 1, true}};
  for (int i = 0; i < rows; ++i)
    table.rows.push_back({cell("R-" + std::to_string(i)), cell(sentence(6)), cell(std::to_string(i))});
  return table;
}

Document whole_dossier() {
  Section first{"first", "1", "Management summary", {paragraph(sentence(400))}, {}};
  Section second{"second", "2", "System description", {paragraph(sentence(300))}, {}};
  second.sections.push_back({"purpose", "2.1", "Intended purpose", {paragraph(sentence(500))}, {}});
  second.sections.push_back({"limits", "2.2", "Known limitations", {paragraph(sentence(600))}, {}});
  Section third{"third", "3", "Register of risks", {register_of(150)}, {}};
  Table legend{"legend", "Legend of risks", {{"a", "Word"}}, {{cell("major")}, {cell("minor")}}, ""};
  Section fourth{"fourth", "4", "Closing remarks", {paragraph(sentence(900)), legend}, {}};
  return document_with({first, second, third, fourth});
}

}  // namespace

TEST_CASE("the same document gives the same bytes") {
  CHECK(pdf_of(whole_dossier()) == pdf_of(whole_dossier()));
  Document other = whole_dossier();
  other.sections[0].title += "!";
  CHECK(pdf_of(other) != pdf_of(whole_dossier()));
}

TEST_CASE("text comes out of the PDF in reading order, whatever its letters") {
  Section section{"s", "1", "Größe", {}, {}};
  section.blocks.push_back(paragraph("alpha ä š é ½ → ≥ ☑ omega"));
  section.blocks.push_back(GapNote{"GAP-001", "Narrative missing", "Write it."});
  section.blocks.push_back(KeyFacts{{{"Owner", {{.text = "Šárka"}}}}});
  section.blocks.push_back(List{true, {{{{.text = "first item"}}}, {{{.text = "deeper item"}}, 1}}});
  section.blocks.push_back(Preformatted{"key: value\n  nested: 1"});
  section.blocks.push_back(paragraph("the end"));
  const auto pages = pages_of(pdf_of(document_with({section})));
  const std::string& text = pages.back();
  std::size_t at = 0;
  for (const char* words : {"Größe", "alpha ä š é ½ → ≥ ☑ omega", "GAP-001", "Narrative missing", "Write it.", "Owner",
                            "Šárka", "first item", "deeper item", "key: value", "nested: 1", "the end"}) {
    INFO(words << " in\n" << text);
    const auto found = text.find(words, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("text that is not composed is drawn composed") {
  const auto pages = pages_of(pdf_of(document_with(paragraph("cafe\xCC\x81"))));
  CHECK(pages.back().find("caf\xC3\xA9") != std::string::npos);
}

TEST_CASE("each page says what it is a page of") {
  const auto pages = pages_of(pdf_of(whole_dossier()));
  REQUIRE(pages.size() > 5);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CAPTURE(i, pages[i]);
    CHECK(pages[i].find("Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())) != std::string::npos);
    CHECK(pages[i].find("TEST-1") != std::string::npos);
    CHECK(pages[i].find("Version 1.2") != std::string::npos);
    CHECK(pages[i].find("2026-01-15") != std::string::npos);
    CHECK(pages[i].find("Confidential") != std::string::npos);
    CHECK(pages[i].find("Technical documentation") != std::string::npos);
  }
}

TEST_CASE("the contents name the page on which a heading or a table stands") {
  const bool many = GENERATE(false, true);  // The contents themselves may take several pages.
  Document document = whole_dossier();
  if (many)
    for (int i = 0; i < 90; ++i)
      document.sections[1].sections.push_back({"extra" + std::to_string(i),
                                               "2." + std::to_string(i + 3),
                                               "Extra part " + std::to_string(i),
                                               {paragraph(sentence(40))},
                                               {}});
  const auto pages = pages_of(pdf_of(document), "-layout");
  const std::size_t first = page_with(pages, "evidence evidence");
  CHECK((first > 2) == many);
  std::vector<std::string> listed{"Management summary", "System description", "Intended purpose", "Known limitations",
                                  "Register of risks",  "Closing remarks",    "Risk register",    "Legend of risks"};
  if (many) listed.insert(listed.end(), {"Extra part 0\n", "Extra part 44", "Extra part 89"});
  for (std::string title : listed) {
    const bool ends_line = title.back() == '\n';
    if (ends_line) title.pop_back();
    const std::size_t page = page_with(pages, title + (ends_line ? "\n" : ""), first);
    REQUIRE(page < pages.size());
    const std::size_t contents = page_with(pages, title, 1);
    REQUIRE(contents < first);
    const auto at = pages[contents].find(title + " ");
    const std::string line = pages[contents].substr(at, pages[contents].find('\n', at) - at);
    CAPTURE(title, line);
    CHECK(std::stoul(line.substr(line.find_last_of(' '))) == page + 1);
  }
}

TEST_CASE("a long table repeats its header on each of its pages and keeps every row whole") {
  const auto pages = pages_of(pdf_of(document_with(register_of(300))));
  int with_rows = 0, rows = 0;
  for (const std::string& page : pages) {
    if (page.find("R-") == std::string::npos) continue;
    ++with_rows;
    CAPTURE(page);
    for (const char* title : {"RiskTitle", "ThreatTitle", "PointsTitle"}) CHECK(page.find(title) != std::string::npos);
    for (auto at = page.find("R-"); at != std::string::npos; at = page.find("R-", at + 1)) ++rows;
  }
  CHECK(with_rows > 4);
  CHECK(rows == 300);
}

TEST_CASE("an empty table says so") {
  Table table = register_of(0);
  table.when_empty = "No risk is accepted.";
  CHECK(page_with(pages_of(pdf_of(document_with(table))), "No risk is accepted.") == 2);
}

TEST_CASE("a page turns only for what is wide") {
  const auto [columns, rows, landscape] =
      GENERATE(table<int, int, bool>({{3, 40, false}, {9, 1, false}, {9, 40, true}, {11, 60, true}}));
  CAPTURE(columns);
  Table wide{"wide", "Wide", {}, {}, ""};
  for (int i = 0; i < columns; ++i) wide.columns.push_back({"c" + std::to_string(i), "Measurement", 1});
  for (int r = 0; r < rows; ++r) wide.rows.emplace_back(static_cast<std::size_t>(columns), cell("word measurement"));
  const auto words =
      words_of(pdf_of(document_with({{"a", "1", "Before", {paragraph("narrowword")}, {}},
                                     {"b", "2", "Table", {wide}, {}},
                                     {"c", "3", "After", {paragraph("narrowword " + sentence(500))}, {}}})));
  for (const Word& word : words) {
    CAPTURE(word.text, word.page);
    if (word.text == "word") CHECK((word.page_width > word.page_height) == landscape);
    if (word.text == "narrowword") CHECK(word.page_width < word.page_height);
  }
}

TEST_CASE("what cannot be shown is an error that names it") {
  const auto [text, code] =
      GENERATE(table<std::string, std::string>({{"abc \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "right-to-left"},
                                                {"abc \xD9\x85\xD8\xB1", "right-to-left"},
                                                {"abc \xFF", "invalid-utf-8"},
                                                {"abc \xC0\xAF", "invalid-utf-8"},
                                                {"abc \xED\xA0\x80", "invalid-utf-8"},
                                                {"abc \xE2\x82", "invalid-utf-8"}}));
  CAPTURE(text);
  Table table = register_of(1);
  table.rows[0][1] = cell(text);
  for (const auto& block : {Block{paragraph(text)}, Block{table}}) {
    const auto rendered = render_pdf(document_with(block), fonts());
    CHECK_FALSE(rendered);
    CHECK(has_code(rendered.diagnostics(), code, "abc "));
  }
}

TEST_CASE("a character that no font has is warned of once and replaced") {
  const auto rendered =
      render_pdf(document_with(paragraph("a \xF0\x9F\xA6\x84 b \xF0\x9F\xA6\x84 \xE1\x8B\xB0")), fonts());
  REQUIRE(rendered);
  REQUIRE(rendered.diagnostics().size() == 2);
  CHECK(has_code(rendered.diagnostics(), "missing-glyph", "U+01F984"));
  CHECK(has_code(rendered.diagnostics(), "missing-glyph", "U+12F0"));
  CHECK(pages_of(rendered.value()).back().find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("a font that is none is an error, also when it is cut or damaged") {
  Fonts broken = fonts();
  SECTION("nothing") { broken.bold.clear(); }
  SECTION("text") { broken.bold = "not a font at all, but long enough to be read as one"; }
  SECTION("cut") { broken.bold.resize(GENERATE(4u, 20u, 300u, 5000u, 100000u)); }
  SECTION("no tables") { broken.bold[5] = 0; }
  const auto rendered = render_pdf(document_with(paragraph("word")), broken);
  CHECK_FALSE(rendered);
  CHECK(has_code(rendered.diagnostics(), "font-unreadable", "bold"));
}

TEST_CASE("one font in every role is enough") {
  Fonts one{fonts().regular, fonts().regular, fonts().regular, fonts().regular, {fonts().regular}, ""};
  const auto rendered = render_pdf(document_with(Preformatted{"plain words"}), one);
  REQUIRE(rendered);
  CHECK(page_with(pages_of(rendered.value()), "plain words") == 2);
}

TEST_CASE("two different fonts of one name are an error, not a mix-up") {
  Fonts twins = fonts();
  twins.bold = twins.regular + std::string(4, '\0');  // Read the same, and yet not the same bytes.
  Section section{"s", "1", "Bold", {paragraph("regular")}, {}};
  const auto rendered = render_pdf(document_with({section}), twins);
  CHECK_FALSE(rendered);
  CHECK(has_code(rendered.diagnostics(), "pdf-undrawn", "same name"));
}
