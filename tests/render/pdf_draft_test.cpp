// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "engine/render/pdf/labels.h"
#include "tests/render/draft_check.h"
#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

struct LaidOut {
  pdf::TypeCase type;
  pdf::Draft draft;
};

LaidOut laid_out(const Document& document) {
  auto opened = pdf::TypeCase::open(fonts());
  REQUIRE(opened);
  LaidOut made{std::move(opened).value(), {}};
  made.draft = pdf::lay_out(document, made.type, nullptr, pdf::Boxes::kept);
  return made;
}

std::string times(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// Columns of ids, short words and prose, so that every form of a table comes up.
Table table_of(int columns, int rows, int words) {
  Table table{"t", "A caption", {}, {}, "none"};
  for (int c = 0; c < columns; ++c)
    table.columns.push_back({"c" + std::to_string(c), "Column " + std::to_string(c), 1});
  for (int r = 0; r < rows; ++r) {
    std::vector<Cell> row;
    for (int c = 0; c < columns; ++c)
      row.push_back(c == 0       ? cell("R-" + std::to_string(r) + "@speech-gateway/model.v2")
                    : c % 3 == 1 ? cell(times("considerable explanation ", (r + c) % (words + 1)))
                                 : cell("planned", static_cast<Tone>((r + c) % 7)));
    row[0].anchor = "row-" + std::to_string(r);
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::size_t page_of(const pdf::Draft& draft, const std::string& anchor) {
  for (const auto& each : draft.anchors)
    if (each.name == anchor) return each.spot.page;
  FAIL("no anchor " << anchor);
  return 0;
}

bool has_anchor(const pdf::Draft& draft, const std::string& anchor) {
  return std::any_of(draft.anchors.begin(), draft.anchors.end(), [&](const auto& each) { return each.name == anchor; });
}

std::size_t count_of(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
  return count;
}

Document with_notes(int notes, int words) {
  Section section{"s", "1", "Noted", {}, {}};
  for (int i = 0; i < notes; ++i) {
    section.blocks.push_back(Paragraph{
        {{.text = times("body text ", 12 + i % 40)},
         {.text = "claim" + std::to_string(i), .note = "source" + std::to_string(i) + " " + times("says ", words)},
         {.text = " and more of it."}}});
    section.blocks.push_back(KeyFacts{
        {{"Fact", {{.text = "value", .note = "factsource" + std::to_string(i)}}}, {"Other", {{.text = "x"}}}}});
  }
  return document_with({section});
}

}  // namespace

TEST_CASE("text stays in its cell, whatever form the table takes") {
  const int columns = GENERATE(1, 2, 5, 9, 14, 30);
  const int rows = GENERATE(1, 2, 7, 60);
  const int words = GENERATE(0, 3, 60);
  CAPTURE(columns, rows, words);
  const auto made = laid_out(document_with(table_of(columns, rows, words)));
  CHECK(made.draft.boxes.size() >= static_cast<std::size_t>(rows));
  pdf::check_draft(made.draft, made.type);
}

TEST_CASE("no page of a table holds but one or two rows of it") {
  const int rows = GENERATE(range(3, 64, 4));
  const int words = GENERATE(0, 20);
  CAPTURE(rows, words);
  const auto made = laid_out(document_with(table_of(4, rows, words)));
  std::map<std::size_t, int> on_page;
  for (int r = 0; r < rows; ++r) ++on_page[page_of(made.draft, "row-" + std::to_string(r))];
  for (const auto& [page, count] : on_page) {
    CAPTURE(page);
    CHECK(count >= 3);
  }
}

TEST_CASE("a table whose columns are too many for a page becomes records, and nothing is lost") {
  Table table = table_of(20, 6, 30);
  table.rows[2][19].link = "#row-5";
  const Document document = document_with(table);
  const std::string text = times("", 0) + [&] {
    std::string all;
    for (const auto& page : pages_of(pdf_of(document), "-raw")) all += page;
    return all;
  }();
  CHECK(count_of(text, "Column 19") == 6);  // Each record says its terms.
  CHECK(count_of(text, "considerable") == [&] {
    std::size_t words = 0;
    for (const auto& row : table.rows)
      for (const auto& each : row) words += count_of(each.text, "considerable");
    return words;
  }());
}

TEST_CASE("a gap note stands on the page of the facts above it") {
  const int filler = GENERATE(range(20, 60, 3));
  CAPTURE(filler);
  Section section{"s", "1", "Facts", {}, {}};
  for (int i = 0; i < filler; ++i) section.blocks.push_back(paragraph("fill"));
  Table anchors{"f", "", {{"a", "A"}}, {}, ""};
  section.blocks.push_back(KeyFacts{{{"One", {{.text = "x"}}}, {"Two", {{.text = "lastfact"}}}}});
  section.blocks.push_back(GapNote{"GAP-1", "Missing", "Add it."});
  const auto pages = pages_of(pdf_of(document_with({section})));
  CHECK(page_with(pages, "lastfact") == page_with(pages, "Add it."));
}

TEST_CASE("a note stands at the foot of the page of its mark, and both lead to each other") {
  const auto made = laid_out(with_notes(60, 6));
  pdf::check_draft(made.draft, made.type);
  CHECK(made.draft.pages.size() > 8);
  for (std::size_t number = 1; number <= 120; ++number) {
    CAPTURE(number);
    REQUIRE(page_of(made.draft, pdf::note_anchor(number)) == page_of(made.draft, pdf::mark_anchor(number)));
    const auto& targets = made.draft.targets;
    for (const auto& anchor : {pdf::note_anchor(number), pdf::mark_anchor(number)})
      CHECK(std::count(targets.begin(), targets.end(), "#" + anchor) == 1);
  }
  const auto pages = pages_of(pdf_of(with_notes(60, 6)));
  for (int i = 0; i < 60; ++i)
    for (const std::string& word : {"source" + std::to_string(i) + " says", "factsource" + std::to_string(i) + "\n"})
      CHECK(page_with(pages, word) < pages.size());
}

TEST_CASE("a note longer than the rest of its page goes on on the next ones, whole") {
  const int words = GENERATE(600, 5000);
  const auto made = laid_out(with_notes(3, words));
  pdf::check_draft(made.draft, made.type);
  std::string text;
  for (const auto& page : pages_of(pdf_of(with_notes(3, words)))) text += page;
  CHECK(count_of(text, "says") == static_cast<std::size_t>(3 * words));
}

TEST_CASE("notes of the cover are numbered first") {
  Document document = with_notes(2, 2);
  document.cover.facts = {{"Basis", {{.text = "law", .note = "coversource"}}}};
  const auto made = laid_out(document);
  CHECK(page_of(made.draft, pdf::note_anchor(1)) == 0);
  CHECK(page_of(made.draft, pdf::note_anchor(2)) > 1);
  CHECK(has_anchor(made.draft, pdf::note_anchor(5)));
  CHECK_FALSE(has_anchor(made.draft, pdf::note_anchor(6)));
}

TEST_CASE("the index names each id once, where it stands and where it is linked from") {
  Document document = document_with(table_of(3, 120, 2));
  document.parts.identifiers = true;
  Section uses{"uses", "2", "Uses", {}, {}};
  for (int i = 0; i < 70; ++i) uses.blocks.push_back(paragraph("see row " + times("words ", 30), "#row-7"));
  uses.blocks.push_back(GapNote{"GAP-9", "Missing", ""});
  document.sections.push_back(uses);
  document.labels.identifiers = "Kennungen";
  const auto made = laid_out(document);
  pdf::check_draft(made.draft, made.type);
  const auto pages = pages_of(pdf_of(document), "-raw");
  const std::size_t index = page_with(pages, "Kennungen", 2);
  REQUIRE(index < pages.size());
  std::string text;
  for (std::size_t i = index; i < pages.size(); ++i) text += pages[i];
  const auto number = [&](const std::string& anchor) { return std::to_string(page_of(made.draft, anchor) + 1); };
  CHECK(text.find("GAP-9 " + number("GAP-9")) != text.npos);
  for (int r = 0; r < 120; ++r) CHECK(count_of(text, "row-" + std::to_string(r) + " ") == 1);
  CHECK(text.find("row-9 ") < text.find("row-10 "));
  const auto first_use = page_with(pages, "see row", 2);
  CHECK(text.find("row-7 " + number("row-7") + ", " +
                  std::to_string(first_use + (first_use == page_of(made.draft, "row-7") ? 2 : 1))) != text.npos);
  CHECK(page_with(pages, "Kennungen", 1) == 1);  // The contents list it.
}

TEST_CASE("a document without cover and contents begins with its title on its first page") {
  Document document = document_with(paragraph("bodyword"));
  document.parts = {.cover = false, .contents = false};
  document.cover.facts = {{"Owner", {{.text = "ownerword"}}}};
  const auto pages = pages_of(pdf_of(document));
  REQUIRE(pages.size() == 1);
  for (const char* words :
       {"Technical documentation", "Of a system under test", "ownerword", "bodyword", "Page 1 of 1"})
    CHECK(pages[0].find(words) != std::string::npos);
  document.parts.contents = true;
  CHECK(pages_of(pdf_of(document)).size() == 2);
  document.parts = {.cover = true, .contents = false};
  CHECK(pages_of(pdf_of(document)).size() == 2);
}

TEST_CASE("figures and tables are listed where there are two of a kind, unless nobody wants it") {
  const int tables = GENERATE(0, 1, 2, 5);
  const bool wanted = GENERATE(false, true);
  Section section{"s", "1", "Section", {}, {}};
  for (int i = 0; i < tables; ++i) {
    Table table = table_of(2, 1, 0);
    table.id = "t" + std::to_string(i);
    table.caption = "Caption" + std::to_string(i);
    section.blocks.push_back(table);
  }
  Document document = document_with({section});
  document.parts.lists = wanted;
  document.labels.table = "Tafel {number}:";
  const auto pages = pages_of(pdf_of(document));
  const bool listed = pages[1].find("Caption") != std::string::npos;
  CHECK(listed == (wanted && tables >= 2));
  if (tables > 0) CHECK(pages.back().find("Tafel " + std::to_string(tables) + ":") != std::string::npos);
}

TEST_CASE("all words that paper says of itself are labels") {
  Document document = document_with(table_of(4, 90, 3));
  document.sections[0].blocks.push_back(GapNote{"", "Something", ""});
  Labels& l = document.labels;
  for (std::string* label : {&l.contents, &l.figures, &l.tables, &l.document, &l.version, &l.date, &l.classification,
                             &l.missing, &l.identifiers, &l.identifiers_about, &l.stands_on, &l.named_on, &l.continued})
    *label = "Wort";
  l.figure = "Bild {number}";
  l.table = "Tafel {number}";
  l.page = "Seite {page} von {pages}";
  l.version_of = "Fassung {version}";
  document.parts.identifiers = true;
  std::string text;
  for (const auto& page : pages_of(pdf_of(document))) text += page;
  for (const char* english : {"Contents", "Tables", "Table", "Page", "Version", "Date", "Classification", "Missing",
                              "Identifiers", "continued", "Stands", "Named", "Document"})
    CHECK(text.find(english) == text.npos);
  for (const char* german : {"Tafel 1 (Wort)", "Seite 2 von ", "Fassung 1.2"}) CHECK(text.find(german) != text.npos);
}

TEST_CASE("a label is filled by name, and what it does not know stays") {
  CHECK(pdf::filled("{page}/{pages}", {{"page", "3"}, {"pages", "{page}"}}) == "3/{page}");
  CHECK(pdf::filled("a {b} c", {}) == "a {b} c");
  CHECK(pdf::filled("{open", {{"open", "x"}}) == "{open");
  CHECK(pdf::filled("", {{"x", "y"}}).empty());
}

TEST_CASE("the watermark stands once on each page, below the text, and is light") {
  Document document = document_with(table_of(5, 150, 4));
  document.watermark = "ENTWURF";
  const auto pages = pages_of(pdf_of(document));
  REQUIRE(pages.size() > 4);
  const auto made = laid_out(document);
  for (std::size_t i = 0; i < made.draft.pages.size(); ++i) {
    const auto& first = made.draft.pages[i].items.front();
    CHECK(first.turn > 20);
    CHECK(first.fill.red > 0xE0);
    CHECK(count_of(pages[i], "ENTWURF") <= 1);
  }
  document.watermark = times("DRAFT ", 40);
  const auto rendered = render_pdf(document, fonts());
  REQUIRE(rendered);
  CHECK(has_code(rendered.diagnostics(), "text-cut", "watermark"));
}
