// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

/// Fails for a word outside the margins of its page, and for two words that lie on each other.
void check_placed_well(const std::vector<Word>& words) {
  for (const Word& word : words) {
    const double margin = word.page_width > word.page_height ? 54 : 68;
    const bool inside = word.left >= margin - 0.5 && word.right <= word.page_width - margin + 0.5 && word.top >= 20 &&
                        word.bottom <= word.page_height - 20;
    if (inside) continue;
    CAPTURE(word.text, word.page, word.left, word.right, word.top, word.bottom);
    FAIL_CHECK("a word lies outside the margins");
  }
  std::vector<Word> sorted = words;
  std::sort(sorted.begin(), sorted.end(),
            [](const Word& a, const Word& b) { return a.page != b.page ? a.page < b.page : a.top < b.top; });
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t k = i + 1; k < sorted.size() && sorted[k].page == sorted[i].page; ++k) {
      const Word &a = sorted[i], &b = sorted[k];
      if (b.top > a.bottom) break;
      const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
      const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      if (across > 0.5 && down > 0.45 * std::min(a.bottom - a.top, b.bottom - b.top)) {
        CAPTURE(a.page, a.text, b.text);
        FAIL_CHECK("two words lie on each other");
      }
    }
}

Table table_of(int columns, int rows, const std::string& text) {
  Table table{"t", "A caption", {}, {}, "none"};
  for (int c = 0; c < columns; ++c)
    table.columns.push_back(
        {"c" + std::to_string(c), "Title " + std::to_string(c), c % 4 == 1 ? 3.0 : 1.0, c % 3 == 2});
  for (int r = 0; r < rows; ++r) {
    std::vector<Cell> row;
    for (int c = 0; c < columns; ++c) {
      const Tone tone = static_cast<Tone>((r + c) % 7);
      row.push_back((r + c) % 3 == 0 ? cell(text, tone) : (r + c) % 5 == 0 ? cell("") : cell("word"));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

const std::string kHash = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const std::string kPath = "evidence/2025/models/ranking-model_v2.4.1/validation.report.final.pdf";
std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("no text leaves its page or lies on other text, whatever the table") {
  const int columns = GENERATE(0, 1, 3, 7, 12, 30);
  const int rows = GENERATE(0, 14);
  const std::string text =
      GENERATE(std::string("short"), kHash, kPath, repeated("W", 150), repeated("many words ", 60));
  CAPTURE(columns, rows, text);
  check_placed_well(words_of(pdf_of(document_with(table_of(columns, rows, text)))));
}

TEST_CASE("no text leaves its page or lies on other text, whatever the block") {
  const std::string long_word = repeated("Unbreakable", 30), long_text = repeated("A sentence with words. ", 200);
  const auto block = GENERATE_COPY(values<Block>({
      paragraph(long_word),
      paragraph(kPath + " " + kHash + long_text),
      List{true, {{{{.text = long_word}}}, {{{.text = long_text}}, 1}, {{{.text = long_word}}, 5}, {{}, 9}}},
      Preformatted{long_word + "\n\n\t" + long_text},
      GapNote{long_word, long_word, long_word + " " + long_text},
      GapNote{"", long_text, ""},
      KeyFacts{{{long_word, {{.text = long_word}}, Tone::critical}, {long_text, {}}}},
      KeyFacts{{{"", {{.text = long_text + long_text}}, Tone::minor}}},
  }));
  check_placed_well(words_of(pdf_of(document_with(block))));
}

TEST_CASE("no text leaves its page or lies on other text, however long the titles") {
  const std::string text = GENERATE(repeated("Unbreakable", 40), repeated("Title of words ", 60));
  Document document = document_with({{"a", text, text, {}, {{"b", "1.1", text, {paragraph("x")}, {}}}}});
  document.title = document.subtitle = document.id = document.version = document.classification = document.author =
      text;
  Table table = table_of(3, 2, "x");
  table.caption = table.when_empty = table.columns[1].title = text;
  document.sections[0].sections[0].blocks.push_back(table);
  const auto rendered = render_pdf(document, fonts());
  REQUIRE(rendered);
  CHECK(has_code(rendered.diagnostics(), "text-cut"));
  check_placed_well(words_of(rendered.value()));
}

TEST_CASE("a row shorter than a third of a page stays on one page, a taller one is split") {
  const int lines = GENERATE(3, 12, 70, 200);
  Table table{"t", "", {{"a", "A"}, {"b", "B"}}, {}, ""};
  for (int r = 0; r < 12; ++r) {
    std::string tall;
    for (int i = 0; i < lines; ++i) tall += "row" + std::to_string(r) + (i + 1 < lines ? "\n" : "");
    table.rows.push_back({cell("first"), cell(tall)});
  }
  std::map<std::string, std::map<std::size_t, int>> pages_of_row;
  for (const Word& word : words_of(pdf_of(document_with(table))))
    if (word.text.rfind("row", 0) == 0) ++pages_of_row[word.text][word.page];
  REQUIRE(pages_of_row.size() == 12);
  std::size_t split = 0;
  for (const auto& [row, on] : pages_of_row) {
    int total = 0;
    for (const auto& [page, count] : on) total += count;
    CHECK(total == lines);
    split += on.size() > 1 ? 1 : 0;
  }
  CHECK((split > 0) == (lines > 20));
}

TEST_CASE("a heading is never the last thing on a page, and a caption stays with its table") {
  const int filler = GENERATE(range(0, 40, 3));
  CAPTURE(filler);
  Section section{"s", "1", "Outer", {}, {}};
  for (int i = 0; i < filler; ++i) section.blocks.push_back(paragraph("fill"));
  Table table = table_of(3, 4, "cellword");
  table.caption = "Captionword";
  section.sections.push_back({"i", "1.1", "Headingword", {}, {{"d", "1.1.1", "Deeperword", {table}, {}}}});
  section.sections.push_back({"j", "1.2", "Secondword", {paragraph(repeated("Bodyword ", 60))}, {}});
  const auto pages = pages_of(pdf_of(document_with({section})));
  const auto page = [&](const char* word) { return page_with(pages, word, 2); };
  CHECK(page("Headingword") == page("cellword"));
  CHECK(page("Deeperword") == page("cellword"));
  CHECK(page("Captionword") == page("cellword"));
  CHECK(page("Secondword") == page("Bodyword"));
}

TEST_CASE("no line of a paragraph stands alone on a page") {
  const int length = GENERATE(2, 3, 4, 5, 9);
  Section section{"s", "1", "Paragraphs", {}, {}};
  for (int p = 0; p < 60; ++p) {
    std::string text;  // A word fills more than half a line, so each stands on its own.
    for (int i = 0; i < length; ++i) text += "p" + std::to_string(p) + "x" + repeated("m", 30) + " ";
    section.blocks.push_back(paragraph(text));
  }
  std::map<std::string, std::map<std::size_t, int>> lines;
  for (const Word& word : words_of(pdf_of(document_with({section}))))
    if (word.text.find("xmmm") != std::string::npos) ++lines[word.text][word.page];
  REQUIRE(lines.size() == 60);
  for (const auto& [words, pages] : lines)
    for (const auto& [page, count] : pages) {
      CAPTURE(words, page);
      CHECK(count >= 2);
    }
}

TEST_CASE("short sections of the first level share a page, long ones do not") {
  const auto [words, pages] = GENERATE(table<int, std::size_t>({{30, 3}, {700, 6}}));
  std::vector<Section> sections;
  for (int i = 0; i < 4; ++i)
    sections.push_back(
        {"s" + std::to_string(i), std::to_string(i + 1), "Part", {paragraph(repeated("word ", words))}, {}});
  CHECK(pages_of(pdf_of(document_with(sections))).size() == pages);
}

TEST_CASE("a label is shortened to its width, and nothing of a figure leaves its frame") {
  Figure figure{"f", "A figure", "Boxes", 300, 120, {}};
  figure.shapes.push_back(Figure::Box{-50, 10, 600, 40, Tone::major, true, true});
  figure.shapes.push_back(Figure::Label{10, 30, repeated("label ", 40), 9, Figure::Align::left, false, 80});
  figure.shapes.push_back(Figure::Label{150, 60, repeated("centre ", 60), 9, Figure::Align::centre});
  figure.shapes.push_back(Figure::Label{290, 90, repeated("right ", 60), 9, Figure::Align::right});
  figure.shapes.push_back(Figure::Line{{{0, 0}, {0, 0}, {900, 900}}, true, false, Tone::critical});
  figure.shapes.push_back(Figure::Line{{}, true});
  figure.shapes.push_back(Figure::Ellipse{10, 10, 0, 0, Tone::good});
  const std::string pdf = pdf_of(document_with(figure));
  check_placed_well(words_of(pdf));
  const std::string page = pages_of(pdf).back();
  CHECK(page.find("Figure 1 — A figure") != std::string::npos);
  CHECK(page.find("…") != std::string::npos);
}

TEST_CASE("a figure that cannot be drawn is an error") {
  Figure figure{"flow-figure", "", "", 300, 120, {}};
  SECTION("a coordinate") { figure.shapes.push_back(Figure::Box{0.0 / 0.0, 1, 2, 3}); }
  SECTION("a point") { figure.shapes.push_back(Figure::Line{{{1, 1}, {1.0 / 0.0, 2}}}); }
  SECTION("its size") { figure.height = 0; }
  const auto rendered = render_pdf(document_with(figure), fonts());
  CHECK_FALSE(rendered);
  CHECK(has_code(rendered.diagnostics(), "figure-not-finite", "flow-figure"));
}
