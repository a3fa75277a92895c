// SPDX-License-Identifier: Apache-2.0
#define POINTERHOLDER_TRANSITION 4
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"
#include "tests/render/pdf_tags.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

Table long_table(int rows) {
  Table table{"register", "Risk register", {}, {}, ""};
  table.columns = {{"risk", "RiskTitle", 1}, {"threat", "ThreatTitle", 3}, {"points", "PointsTitle", 1, true}};
  for (int i = 0; i < rows; ++i) {
    // Some rows are so high that they are split between pages; some cells say nothing.
    const int words = i % 50 == 30 ? 900 : 6;
    Cell first = cell("R-" + std::to_string(i), static_cast<Tone>(i % 7)), second = cell(repeated("evidence ", words));
    Cell third = i % 3 == 0 ? Cell{.type = Cell::Type::empty} : cell("two\nlines");
    first.anchor = "risk-" + std::to_string(i);
    second.link = "#risk-0";
    table.rows.push_back({first, second, third});
  }
  return table;
}

/// Something of everything, with links that break between lines and pages that turn anywhere.
Document all_blocks() {
  Figure figure{"fig", "Drawn caption", "Two boxes, joined.", 200, 60, {}};
  figure.shapes = {Figure::Box{5, 5, 60, 30, Tone::good}, Figure::Line{{{65, 20}, {120, 20}}, true},
                   Figure::Label{10, 20, "in figure", 8}, Figure::Ellipse{120, 5, 60, 30},
                   Figure::Label{130, 20, "linked label", 8, Figure::Align::left, false, 0, "#tab2"}};
  Table empty{"tab2", "", {{"a", "OnlyTitle"}, {"b", "OtherTitle"}, {"c", "ThirdTitle"}}, {}, "No row."};
  Table wide{"wide", "Wide", {}, {}, ""};
  for (int c = 0; c < 30; ++c) wide.columns.push_back({"c" + std::to_string(c), "Column " + std::to_string(c)});
  wide.rows.emplace_back(30, cell("cell with words"));
  List list{true, {{{{.text = "first item"}}}, {{{.text = "deeper item"}}, 1}, {{{.text = "deepest"}}, 3}}};
  list.items.push_back({{{.text = "back outside "}, {.text = "with a link", .link = "#fig"}}});
  Section first{"first", "1", "First heading that is long " + repeated("and longer ", 12), {}, {}};
  first.blocks = {paragraph("start"),
                  Paragraph{{{.text = "Before "},
                             {.text = repeated("a link over lines ", 20), .link = "https://example.org/"},
                             {.text = " between "},
                             {.text = "again", .link = "https://example.org/"},
                             {.text = "."}}},
                  list,
                  List{false, {{{{.text = "plain bullet"}}}}},
                  Preformatted{"code: here\n  nested: 1"},
                  GapNote{"GAP-001", "Missing thing", "Add it."},
                  KeyFacts{{{"Owner", {{.text = "Somebody"}}}, {"Empty", {}}}},
                  figure,
                  empty};
  Section second{"second", "2", "Second", {}, {{"deep", "2.1", "Deep", {long_table(140)}, {}}}};
  Section third{
      "third", "3", "Third", {paragraph(repeated("Many words fill pages. ", 700)), wide, paragraph("the end")}, {}};
  return document_with({first, second, third});
}

/// Every printed character but blanks, as a reader of the structure meets them.
std::string bare(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n') kept += c;
  return kept;
}

std::string words_of_spans(const Spans& spans) {
  std::string all;
  for (const auto& span : spans) all += span.text;
  return all;
}

/// What the first section says, in the order of the document.
std::string first_section(const Document& document) {
  const Section& first = document.sections[0];
  std::string all = first.number + first.title + "start" + words_of_spans(std::get<Paragraph>(first.blocks[1]).spans);
  all +=
      "1.first item"
      "a)deeper item"
      "1.deepest"
      "2.back outside with a link"
      "•plain bullet";
  all +=
      "code: here\n  nested: 1"
      "GAP-001Missing thing"
      "Add it."
      "OwnerSomebody"
      "Empty";
  all +=
      "in figure"
      "linked label"
      "Figure 1 — Drawn caption";
  return all +
         "OnlyTitle"
         "OtherTitle"
         "ThirdTitle"
         "No row.";
}

struct Read {
  explicit Read(
      std::string pdf, const std::function<void(QPDF&)>& change = [](QPDF&) {})
      : bytes(std::move(pdf)) {
    file.processMemoryFile("test", bytes.data(), bytes.size());
    change(file);
    reader = std::make_unique<tags::Reader>(file);
  }
  std::string bytes;
  QPDF file;
  std::unique_ptr<tags::Reader> reader;
};

void check_nothing_wrong(const tags::Reader& reader) {
  for (const auto& each : reader.wrong) FAIL_CHECK(each);
}

}  // namespace

TEST_CASE("all that a PDF paints is part of something or an artifact, and every part knows its place") {
  const PdfA part = GENERATE(PdfA::part_3b, PdfA::part_1b);
  const auto rendered = render_pdf(all_blocks(), fonts(), part);
  REQUIRE(rendered);
  const Read read(rendered.value());
  check_nothing_wrong(*read.reader);
  CHECK(read.reader->elements > 600);
}

TEST_CASE("the structure says the words of the document in its order") {
  const Document document = all_blocks();
  const Read read(pdf_of(document));
  const auto& parts = read.reader->document.parts;
  REQUIRE(parts.size() == 5);  // Cover, contents, three sections.
  CHECK(bare(parts[2].text) == bare(first_section(document)));
  // A cell that is split between pages is whole, before the cells that stand beside it.
  const auto tables = read.reader->all("/Table");
  const tags::Part* register_ = nullptr;
  for (const auto* table : tables)
    if (table->text.find("R-139") != std::string::npos) register_ = table;
  REQUIRE(register_ != nullptr);
  REQUIRE(register_->parts.size() == 142);  // Caption, header, rows.
  CHECK(bare(register_->parts[1].text) == "RiskTitleThreatTitlePointsTitle");
  const Table given = long_table(140);
  for (std::size_t i = 0; i < given.rows.size(); ++i) {
    std::string row;
    for (const auto& each : given.rows[i]) row += each.text;
    CHECK(bare(register_->parts[i + 2].text) == bare(row));
  }
  CHECK(register_->text.find("two lines") != std::string::npos);  // Words on two lines stay two words.
}

TEST_CASE("headings, lists, contents and figures are what they are") {
  const Read read(pdf_of(all_blocks()));
  const auto texts = [&](const std::string& type) {
    std::vector<std::string> all;
    for (const auto* part : read.reader->all(type)) all.push_back(part->text);
    return all;
  };
  CHECK(texts("/Title") == std::vector<std::string>{"Technical documentation"});
  CHECK(texts("/H1").size() == 4);  // With that of the contents.
  const auto second = texts("/H2");
  REQUIRE(second.size() >= 1);
  CHECK(second.back() == "2.1 Deep");
  CHECK(texts("/LI").size() == 5);
  CHECK(texts("/L").size() == 4);  // A list below an item is a list of its own.
  CHECK(texts("/TOCI").size() >= 4);
  for (const auto* part : read.reader->all("/Figure"))
    CHECK(part->element.getKey("/Alt").getUTF8Value() == "Two boxes, joined.");
  CHECK(texts("/Figure").size() == 1);
  CHECK(texts("/Code") == std::vector<std::string>{"code: here   nested: 1"});
  // One link over several lines is one part.
  int over_lines = 0;
  for (const auto* part : read.reader->all("/Link"))
    over_lines += part->text.find("link over lines") != std::string::npos;
  CHECK(over_lines == 1);
}

TEST_CASE("the reader of structures finds what is wrong") {
  using Change = std::function<void(QPDF&)>;
  const auto element = [](QPDF& pdf, const std::string& type) {
    for (auto object : pdf.getAllObjects())
      if (object.isDictionary() && object.hasKey("/S") && object.getKey("/S").isName() &&
          object.getKey("/S").getName() == type && object.hasKey("/K"))
        return object;
    return QPDFObjectHandle::newNull();
  };
  const auto [what, change] = GENERATE_COPY(table<std::string, Change>({
      {"has no Alt", [&](QPDF& pdf) { element(pdf, "/Figure").removeKey("/Alt"); }},
      {"no Scope", [&](QPDF& pdf) { element(pdf, "/TH").removeKey("/A"); }},
      {"cells, its table",
       [&](QPDF& pdf) {
         auto row = element(pdf, "/TR");
         row.getKey("/K").eraseItem(0);
       }},
      {"is part of nothing", [&](QPDF& pdf) { element(pdf, "/P").removeKey("/K"); }},
      {"names another parent", [&](QPDF& pdf) { element(pdf, "/P").replaceKey("/P", pdf.getRoot()); }},
      {"two elements",
       [&](QPDF& pdf) {
         auto kid = element(pdf, "/P");
         kid.replaceKey("/K", QPDFObjectHandle::parse("[0 0]"));
       }},
      {"neither tagged",
       [&](QPDF& pdf) {
         QPDFObjectHandle last = pdf.getAllPages().back();
         last.addPageContents(QPDFObjectHandle::newStream(&pdf, "0 0 m 9 9 l S"), false);
       }},
      {"not tagged", [&](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }},
  }));
  CAPTURE(what);
  const Read read(pdf_of(all_blocks()), change);
  bool found = false;
  for (const auto& each : read.reader->wrong) found = found || each.find(what) != std::string::npos;
  CHECK(found);
}
