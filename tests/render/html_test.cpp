// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <set>

#include "engine/evidence/digest.h"
#include "engine/render/formats.h"
#include "engine/render/html/base64.h"
#include "engine/render/html/colour.h"
#include "engine/render/html/label_width.h"
#include "engine/render/html/text.h"
#include "tests/render/html_reading.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;

namespace {

std::string drawn(const dossier::Document& document) {
  const auto page = render_html(document);
  for (const auto& each : page.diagnostics()) UNSCOPED_INFO(each.code << ": " << each.message);
  REQUIRE(page);
  return page.value();
}
ReadPage read(const dossier::Document& document) { return read_page(drawn(document)); }

/// The page between <main> and </main>.
std::string body(const dossier::Document& document) {
  const auto page = drawn(document);
  const auto from = page.find('\n', page.find("<main")) + 1;
  return page.substr(from, page.find("</main>") - from);
}
/// What stands under the heading of the section.
std::string body(const dossier::Block& block) {
  const auto page = body(with_block(block));
  const auto from = page.find("</div>\n") + 7;
  return page.substr(from, page.find("</section>\n") - from);
}

std::string hex_of(const std::string& base64) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bits;
  for (const char c : base64)
    if (const auto value = letters.find(c); value != std::string::npos)
      for (int bit = 5; bit >= 0; --bit) bits += (value >> bit & 1) ? '1' : '0';
  std::string hex;
  for (std::size_t at = 0; at + 4 <= bits.size() && hex.size() < 64; at += 4)
    hex += "0123456789abcdef"[std::stoi(bits.substr(at, 4), nullptr, 2)];
  return hex;
}

std::string decoded(const std::string& fragment) {
  std::string text;
  for (std::size_t at = 0; at < fragment.size(); ++at) {
    const bool coded = fragment[at] == '%';
    text += coded ? static_cast<char>(std::stoi(fragment.substr(at + 1, 2), nullptr, 16)) : fragment[at];
    if (coded) at += 2;
  }
  return text;
}

/// `text` in every place of a document that takes one.
dossier::Document with_everywhere(const std::string& text) {
  using namespace dossier;
  Document document{text, text, text, text, text, text, text, text};
  const Spans spans{{text, true, true, true, "#" + text, text},
                    {text, false, false, false, "https://a.example/" + text, {}}};
  document.cover.facts = {{text, spans, Tone::gap}};
  document.watermark = text;
  document.style = {"#123456", "", text, text, text, text};
  document.attachments = {{text, text, text, text}};
  Cell cell{.type = Cell::Type::text,
            .text = text,
            .tone = Tone::major,
            .anchor = "0" + text,
            .link = "#" + text,
            .source = text};
  Cell date{.type = Cell::Type::date, .text = text + "1", .iso = text};
  Figure figure{.id = "2" + text, .caption = text, .description = text, .width = 100, .height = 50};
  figure.shapes = {Figure::Label{.text = text + text, .max_width = 20, .link = "#" + text}};
  document.sections = {{text, text, text, {}, {{"6" + text, "", text, {Paragraph{spans}}, {}}}}};
  document.sections[0].blocks = {
      Paragraph{spans},
      List{false, {{spans, 0}, {spans, 1}}},
      Preformatted{text},
      GapNote{"3" + text, text, text},
      KeyFacts{{{text, spans, Tone::plain}}},
      Table{"4" + text, text, {{text, text, 1, false}, {text, text, 1, true}}, {{cell, date}}, text},
      Table{"5" + text, text, {{text, text, 1, false}}, {}, "7" + text},
      figure};
  for (auto* label : {&document.labels.contents, &document.labels.figures, &document.labels.tables,
                      &document.labels.page, &document.labels.missing, &document.labels.notes, &document.labels.skip,
                      &document.labels.search, &document.labels.filter, &document.labels.rows_shown,
                      &document.labels.to_top, &document.labels.dark, &document.labels.link_here})
    *label = text;
  return document;
}

/// Names of all tags with the names of their attributes.
std::vector<std::string> skeleton(const ReadPage& page) {
  std::vector<std::string> names;
  for (const auto& tag : page.tags) {
    std::string name = tag.name;
    for (const auto& [attribute, value] : tag.attributes) name += " " + attribute;
    names.push_back(name);
  }
  return names;
}

}  // namespace

TEST_CASE("html: text of users is never markup, wherever it stands") {
  const std::string filler = "xxxxxxxxxxxxxxxx";  // So that what is done with long texts is done with all.
  const auto plain = read(with_everywhere(filler));
  CHECK(plain.balanced);
  const auto text =
      GENERATE(as<std::string>{}, "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
               "</title></style></script><b>", "-->", "]]><svg onload=alert(1)>", "\";}*{color:red}</style>", "\\3c b",
               "&lt;b&gt;", "%3Cb%3E%", "javascript:alert(1)", "{number}{page}{pages}{count}", "\x01\x1b[0m\x7f");
  CAPTURE(text);
  const auto page = read(with_everywhere(text + filler));
  CHECK(page.balanced);
  CHECK(skeleton(page) == skeleton(plain));
  CHECK(page.all("style").size() == 2);
  CHECK(page.all("style")[1]->text.find('<') == std::string::npos);
}

TEST_CASE("html: what text becomes") {
  const auto [text, markup] = GENERATE(table<std::string, std::string>({
      {"plain words, 3.5 % (so)", "plain words, 3.5 % (so)"},
      {"a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"},
      {"&amp;", "&amp;amp;"},
      {"two\nlines\r\nthree\rfour", "two<br>lines<br>three<br>four"},
      {"a\tb", "a\tb"},
      {"\x1b[0m", "\xEF\xBF\xBD[0m"},
      {"a\xE2\x80\xAE"
       "b\xE2\x81\xA6",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD"},                                         // Overrides and isolates of direction are shown.
      {"\xE2\x80\x8F\xE2\x80\x8D", "\xE2\x80\x8F\xE2\x80\x8D"},  // Marks and joiners belong to the script.
      {"計測 Ü", "計測 Ü"},
      {"", ""},
  }));
  CAPTURE(text);
  std::string page;
  html::append_text(page, text);
  CHECK(page == markup);
}

TEST_CASE("html: a string of a style never ends before it should") {
  CHECK(html::css_string("plain 1") == "\"plain 1\"");
  CHECK(html::css_string("a\"b\\c\nd</e") == "\"a\\22 b\\5c c\\a d\\3c \\2f e\"");
  CHECK(html::css_string("Ü") == "\"Ü\"");
}

TEST_CASE("html: invalid UTF-8 is an error that names its place") {
  auto document = with_text("a\xFF");
  const auto text = render_html(document);
  REQUIRE_FALSE(text);
  CHECK(codes(text.diagnostics()) == std::vector<std::string>{"invalid-utf-8"});
  document = with_text("a");
  document.watermark = "\xC3";
  std::get<dossier::Paragraph>(document.sections[0].blocks[0]).spans[0].note = "\xC3";
  CHECK(codes(render_html(document).diagnostics()) == std::vector<std::string>{"invalid-utf-8", "invalid-utf-8"});
}

TEST_CASE("html: the policy lets in the styles and the script of the page and nothing else") {
  CHECK(html::policy_source("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  auto document = sample_register();
  document.style.accent = "#7a1fa2";
  const auto page = read(document);
  std::string policy;
  for (const auto* meta : page.all("meta"))
    if (meta->of("http-equiv") == "Content-Security-Policy") policy = meta->of("content");
  REQUIRE(!policy.empty());
  std::vector<std::string> allowed, present;
  std::string rest = policy;
  for (auto at = rest.find("'sha256-"); at != std::string::npos; at = rest.find("'sha256-")) {
    const auto end = rest.find('\'', at + 1);
    allowed.push_back(hex_of(rest.substr(at + 8, end - at - 8)));
    rest.replace(at, end + 1 - at, "#");
  }
  for (const auto* tag : page.all("style")) present.push_back(evidence::sha256(tag->text));
  for (const auto* tag : page.all("script")) present.push_back(evidence::sha256(tag->text));
  CHECK(allowed == present);
  CHECK(rest == "default-src 'none'; style-src # #; script-src #; img-src data:; base-uri 'none'; form-action 'none'");
}

TEST_CASE("html: nothing in the page needs what the policy forbids, or the network") {
  const auto page = read(with_everywhere("x"));
  for (const auto& tag : page.tags) {
    CAPTURE(tag.name);
    for (const auto& [name, value] : tag.attributes) {
      CAPTURE(name, value);
      CHECK(name != "style");
      CHECK_FALSE(name.starts_with("on"));
      if (name == "src") CHECK(value.starts_with("data:"));
      if (name == "href" && tag.name == "link") CHECK(value == "data:,");
    }
    CHECK(std::set<std::string>{"iframe", "object", "embed", "form", "base"}.count(tag.name) == 0);
  }
  for (const auto* style : page.all("style")) {
    CHECK(style->text.find("url(") == std::string::npos);
    CHECK(style->text.find("@import") == std::string::npos);
  }
}

TEST_CASE("html: base64 as in RFC 4648") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"},
                                                                       {"\xFF\xFE\xFD", "//79"}}));
  std::string page;
  html::append_base64(page, bytes);
  CHECK(page == text);
}

TEST_CASE("html: ids are unique, and each link inside the page leads to one") {
  auto document =
      GENERATE(sample_register(), with_everywhere("x y"), with_everywhere("%41 \"<"), with_everywhere("title"));
  document.sections.push_back({.id = "search", .title = "A name of ours"});
  document.sections.push_back({.id = "search", .title = "Twice"});
  document.sections.push_back({.id = "a b", .title = "Blank"});
  document.sections.push_back({.id = "a_b", .title = "No blank"});
  const auto page = read(document);
  std::set<std::string> ids;
  for (const auto& tag : page.tags)
    if (tag.attributes.contains("id")) {
      CAPTURE(tag.name, tag.of("id"));
      CHECK(ids.insert(tag.of("id")).second);
      CHECK(tag.of("id").find_first_of(" \n\t") == std::string::npos);
      CHECK_FALSE(tag.of("id").empty());
    }
  CHECK(ids.size() > 10);
  for (const auto& tag : page.tags) {
    if (const auto link = tag.of("href"); link.size() > 1 && link[0] == '#') {
      CAPTURE(link);
      CHECK(ids.contains(decoded(link.substr(1))));
    }
    for (const auto* name : {"for", "aria-controls", "aria-labelledby", "aria-describedby"})
      if (tag.attributes.contains(name)) CHECK(ids.contains(tag.of(name)));
  }
}

TEST_CASE("html: an anchor is its own id, and the document comes before us") {
  auto document = sample_register();
  document.sections[0].id = "search";
  document.sections.push_back({.id = "IV.2(g)", .title = "Validation"});
  const auto page = read(document);
  for (const auto* id : {"R-001", "legend", "IV.2(g)"}) {
    CAPTURE(id);
    CHECK(page.by_id(id));
  }
  REQUIRE(page.by_id("search"));
  CHECK(page.by_id("search")->name == "section");
}

TEST_CASE("html: links lead where they may; the others are text, and it is said") {
  const auto [link, code] = GENERATE(table<std::string, std::string>({{"https://a.example/?b=1&c=2", ""},
                                                                      {"http://a.example", ""},
                                                                      {"mailto:a@a.example", ""},
                                                                      {"#s", ""},
                                                                      {"#nowhere", "dangling-link"},
                                                                      {"javascript:alert(1)", "link-inactive"},
                                                                      {"data:text/html,x", "link-inactive"},
                                                                      {"file:///etc/passwd", "link-inactive"},
                                                                      {"//a.example", "link-inactive"},
                                                                      {"#", "link-inactive"}}));
  CAPTURE(link);
  const dossier::Paragraph paragraph{{{.text = "x", .link = link}, {.text = "y", .link = link}}};
  const auto page = render_html(with_block(paragraph));
  CHECK(codes(page.diagnostics()) == (code.empty() ? std::vector<std::string>{} : std::vector<std::string>{code}));
  CHECK(bool(page) == (code != "dangling-link"));
  if (!page) return;
  const auto read = read_page(page.value());
  const auto links = read.all("a");
  CHECK(std::any_of(links.begin(), links.end(),
                    [&](const auto* a) { return a->of("href") == link && a->text == "x"; }) == code.empty());
}

TEST_CASE("html: headings deepen one by one, and past the sixth say their level") {
  auto document = with_text("x");
  auto* inner = &document.sections[0];
  for (int depth = 0; depth < 6; ++depth) {
    inner->sections.push_back({.id = "d" + std::to_string(depth), .title = "deep"});
    inner = &inner->sections[0];
  }
  std::vector<std::string> levels;
  for (const auto& tag : read(document).tags)
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6')
      levels.push_back(tag.of("aria-level").empty() ? tag.name : tag.name + "/" + tag.of("aria-level"));
  CHECK(levels == std::vector<std::string>{"h1", "h2", "h3", "h4", "h5", "h6", "h6/7", "h6/8"});
}

TEST_CASE("html: what a reader without eyes steers by is there") {
  auto document = sample_register();
  document.language = "de-AT";
  const auto page = read(document);
  CHECK(page.balanced);
  CHECK(page.all("html")[0]->of("lang") == "de-AT");
  for (const auto* landmark : {"header", "nav", "main", "footer", "h1"}) {
    CAPTURE(landmark);
    CHECK(page.all(landmark).size() == 1);
  }
  CHECK(page.tags[static_cast<std::size_t>(page.all("body")[0] - page.tags.data()) + 1].of("class") == "skip");
  CHECK(page.all("table").size() == 2);
  CHECK(page.all("caption").size() == 2);
  for (const auto* head : page.all("th")) CHECK((head->of("scope") == "col" || head->of("scope") == "row"));
  CHECK(page.all("nav")[0]->of("aria-label") == "Contents");
}

TEST_CASE("html: a page from right to left") {
  auto document = with_text("שלום");
  CHECK(body(document).find("<p dir=\"auto\">") != std::string::npos);
  CHECK(read(document).all("html")[0]->of("dir").empty());
  document.language = "he";
  CHECK(read(document).all("html")[0]->of("dir") == "rtl");
  CHECK(body(with_text("Ü")).find("dir=") == std::string::npos);
}

TEST_CASE("html: spans keep their styles") {
  using dossier::Span;
  CHECK(
      body(dossier::Paragraph{
          {{.text = "a "}, {.text = "b", .bold = true}, {.text = "c", .bold = true, .italic = true, .code = true}}}) ==
      "<p>a <strong>b</strong><strong><em><code>c</code></em></strong></p>\n");
  CHECK(body(dossier::Preformatted{"\n a\n<b>"}) == "<pre>\n\n a\n&lt;b&gt;</pre>\n");
}

TEST_CASE("html: lists nest as deep as they can") {
  const dossier::List list{.numbered = true,
                           .items = {{.spans = {{.text = "a"}}, .depth = 2},
                                     {.spans = {{.text = "b"}}, .depth = 1},
                                     {.spans = {{.text = "c"}}, .depth = 3},
                                     {.spans = {{.text = "d"}}},
                                     {.spans = {{.text = "e"}}, .depth = -1}}};
  auto made = body(list);
  made.erase(std::remove(made.begin(), made.end(), '\n'), made.end());
  CHECK(made == "<ol><li>a<ol><li>b<ol><li>c</li></ol></li></ol></li><li>d</li><li>e</li></ol>");
  CHECK(body(dossier::List{}) == "\n");
}

TEST_CASE("html: a table says what its cells are") {
  using dossier::Cell;
  Cell anchored = text_cell("R-1");
  anchored.anchor = "R-1";
  anchored.source = "system.yaml:4:2";
  Cell linked = text_cell("high", dossier::Tone::critical);
  linked.link = "#R-1";
  const Cell number{.type = Cell::Type::number, .text = "1.234,5", .number = 1234.5};
  const Cell plain{.type = Cell::Type::number, .text = "7", .number = 7};
  const Cell date{.type = Cell::Type::date, .text = "1. März 2026", .iso = "2026-03-01"};
  const Cell nothing{.type = Cell::Type::empty};
  const dossier::Table table{.id = "t",
                             .caption = "Risks",
                             .columns = {{.id = "id", .title = "Id"},
                                         {.id = "c", .title = "C"},
                                         {.id = "n", .title = "N", .numeric = true},
                                         {.id = "d", .title = "D"}},
                             .rows = {{anchored, linked, number, date}, {nothing, nothing, plain, nothing}}};
  const auto made = body(table);
  CAPTURE(made);
  const auto has = [&](std::string_view part) { return made.find(part) != std::string::npos; };
  CHECK(has("<div class=\"table\" id=\"t\">"));
  CHECK(has("<caption><span class=\"name\">Table 1</span> <span>Risks</span>"));
  CHECK(has("<th scope=\"col\" data-id=\"id\" data-kind=\"text\">Id</th>"));
  CHECK(has("<th scope=\"col\" class=\"n\" data-id=\"n\" data-kind=\"number\">N</th>"));
  CHECK(has("data-kind=\"date\">D</th>"));
  CHECK(has("<th scope=\"row\" id=\"R-1\" title=\"system.yaml:4:2\"><a class=\"own\" href=\"#R-1\">R-1</a></th>"));
  CHECK(has("<td class=\"t\"><span class=\"critical\"><a href=\"#R-1\">high</a></span></td>"));
  CHECK(has("<td class=\"n\" data-v=\"1234.5\">1.234,5</td>"));
  CHECK(has("<td class=\"n\">7</td>"));
  CHECK(has("<td class=\"d\"><time datetime=\"2026-03-01\">1. März 2026</time></td>"));
  CHECK(has("<tr><td></td><td></td>"));
}

TEST_CASE("html: a table without rows says so") {
  dossier::Table table{
      .id = "t", .caption = "Risks", .columns = {{.id = "id", .title = "Id"}}, .when_empty = "No risk."};
  CHECK(body(table).find("<p>No risk.</p>") != std::string::npos);
  CHECK(body(table).find("<table") == std::string::npos);
  table.when_empty.clear();
  CHECK(body(table).find("<table") != std::string::npos);
  CHECK(body(dossier::Table{}).find("<table") == std::string::npos);
}

TEST_CASE("html: notes stand at the end, with a way there and back") {
  auto document =
      with_block(dossier::Paragraph{{{.text = "a", .note = "first"}, {.text = "b"}, {.text = "c", .note = "second"}}});
  document.cover.facts = {{.term = "T", .value = {{.text = "v", .note = "of the cover"}}}};
  document.labels.notes = "Anmerkungen";
  const auto page = read(document);
  std::vector<std::string> marks, notes;
  for (const auto& tag : page.tags) {
    if (tag.of("role") == "doc-noteref") {
      marks.push_back(tag.text);
      const auto* note = page.by_id(tag.of("href").substr(1));
      REQUIRE(note);
      notes.push_back(note->text);
      const auto back = std::find_if(page.tags.begin(), page.tags.end(), [&](const auto& each) {
        return each.of("role") == "doc-backlink" && each.of("href") == "#" + tag.of("id");
      });
      CHECK(back != page.tags.end());
    }
  }
  CHECK(marks == std::vector<std::string>{"1", "2", "3"});
  CHECK(notes == std::vector<std::string>{"of the cover ", "first ", "second "});
  CHECK(page.words.find("Anmerkungen") != std::string::npos);
  CHECK(drawn(with_text("x")).find("doc-endnotes") == std::string::npos);
}

TEST_CASE("html: a gap says in words that something is missing") {
  auto document = with_block(dossier::GapNote{"GAP-003", "No narrative", "Write it."});
  document.labels.missing = "Fehlt";
  const auto made = body(document);
  CHECK(made.find("<aside role=\"note\" class=\"missing\" id=\"GAP-003\"><p><strong>Fehlt</strong> "
                  "<code>GAP-003</code> No narrative") != std::string::npos);
  CHECK(made.find("<p>Write it.</p>") != std::string::npos);
}

TEST_CASE("html: a drawing is read aloud, and with links its parts are") {
  using dossier::Figure;
  Figure figure{.id = "f", .caption = "Flows", .description = "Meter to head end.", .width = 200, .height = 100};
  figure.shapes = {
      Figure::Box{.x = 10, .y = 10, .width = 50, .height = 20, .fill = dossier::Tone::good, .dashed = true},
      Figure::Line{.points = {{0, 0}, {10, 0}}, .arrow = true},
      Figure::Ellipse{.x = 0, .y = 0, .width = 10, .height = 4},
      Figure::Label{.x = 5, .y = 6.005, .text = "Head <end>", .size = 8, .align = Figure::Align::centre, .bold = true}};
  const auto made = body(figure);
  CAPTURE(made);
  const auto has = [&](std::string_view part) { return made.find(part) != std::string::npos; };
  CHECK(has(
      "role=\"img\" aria-labelledby=\"drawing-1-title\" aria-describedby=\"drawing-1-text\" viewBox=\"0 0 200 100\""));
  CHECK(has("<title id=\"drawing-1-title\">Flows</title><desc id=\"drawing-1-text\">Meter to head end.</desc>"));
  CHECK(has("<rect class=\"box good dashed\" x=\"10\" y=\"10\" width=\"50\" height=\"20\"/>"));
  CHECK(has("<polyline class=\"line\" points=\"0,0 4.5,0\"/><polygon class=\"head\""));
  CHECK(has("<ellipse class=\"box\" cx=\"5\" cy=\"2\" rx=\"5\" ry=\"2\"/>"));
  CHECK(has("font-weight=\"700\" text-anchor=\"middle\">Head &lt;end&gt;</text>"));
  CHECK(has("<figcaption><span class=\"name\">Figure 1</span> <span>Flows</span>"));
  std::get<Figure::Label>(figure.shapes[3]).link = "#f";
  CHECK(body(figure).find("role=\"group\"") != std::string::npos);
  CHECK(body(figure).find("<a href=\"#f\"><text") != std::string::npos);
}

TEST_CASE("html: a figure that has no place is an error") {
  const double wrong = GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
  using dossier::Figure;
  Figure figure{.id = "f", .width = 10, .height = 10};
  figure.shapes = {GENERATE_COPY(Figure::Shape{Figure::Box{.x = wrong}}, Figure::Shape{Figure::Ellipse{.width = wrong}},
                                 Figure::Shape{Figure::Label{.y = wrong}},
                                 Figure::Shape{Figure::Line{.points = {{wrong, 0}}}})};
  CHECK(codes(render_html(with_block(figure)).diagnostics()) == std::vector<std::string>{"figure-not-finite"});
}

TEST_CASE("html: a label is shortened to its room, and nothing is lost") {
  CHECK(html::shortened("short", false, 10) == "short");
  const auto cut = html::shortened("Emergency call recordings", false, 6);
  CHECK(cut.ends_with("…"));
  CHECK(html::estimated_width(cut, false) <= 6);
  CHECK(html::shortened("計測データ", false, 3) == "計…");
  CHECK(html::shortened("abc", false, 0) == "…");
  dossier::Figure figure{.id = "f", .width = 100, .height = 50};
  figure.shapes = {dossier::Figure::Label{.text = "Emergency call recordings", .size = 8, .max_width = 48}};
  CHECK(body(figure).find("…<title>Emergency call recordings</title></text>") != std::string::npos);
}

TEST_CASE("html: the house's colour can be read on light and on dark") {
  const html::Colour colour{GENERATE(range(0, 256, 51)), GENERATE(range(0, 256, 51)), GENERATE(range(0, 256, 51))};
  CAPTURE(html::to_text(colour));
  for (const html::Colour& ground : {html::Colour{255, 255, 255}, html::Colour{0xEE, 0xF2, 0xF5},
                                     html::Colour{0x14, 0x19, 0x1E}, html::Colour{0x26, 0x2F, 0x37}}) {
    const auto readable = html::readable_on(ground, colour);
    CHECK(html::contrast(ground, readable) >= 4.5);
    if (html::contrast(ground, colour) >= 4.5) CHECK(readable == colour);
  }
  CHECK(html::read_colour(html::to_text(colour)) == colour);
}

TEST_CASE("html: contrast as WCAG has it") {
  CHECK(html::contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(html::contrast({255, 0, 0}, {255, 255, 255}) == Approx(3.998).margin(0.001));
  CHECK(html::contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == Approx(4.478).margin(0.001));
}

TEST_CASE("html: the house dresses the page, and what it cannot wear is said") {
  auto document = with_text("x");
  document.classification = "Confidential";
  document.style = {"#0a6b3d",       "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\x0dIHDR\0\0\0\x40\0\0\x01\x02", 16),
                    "Example house", "Head",
                    "Foot",          "Source Sans 3"};
  document.watermark = "DRAFT";
  auto made = render_html(document);
  CHECK(made.diagnostics().empty());
  const auto page = read_page(made.value());
  const auto house = page.all("style")[1]->text;
  CAPTURE(house);
  CHECK(house.find("--house:#0a6b3d;--house-dark:#") != std::string::npos);
  CHECK(house.find("--house-font:\"Source Sans 3\";") != std::string::npos);
  CHECK(house.find("@top-right{content:\"Confidential\"}") != std::string::npos);
  CHECK(house.find("@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages) }") != std::string::npos);
  REQUIRE(page.all("img").size() == 1);
  CHECK(page.all("img")[0]->of("alt") == "Example house");
  CHECK(page.all("img")[0]->of("width") == "64");
  CHECK(page.all("img")[0]->of("height") == "258");
  CHECK(page.all("img")[0]->of("src").starts_with("data:image/png;base64,iVBORw0KGgo"));
  CHECK(made.value().find("<p class=\"mark\">DRAFT</p>") != std::string::npos);
  CHECK(made.value().find("<div class=\"watermark\" aria-hidden=\"true\"><span>DRAFT</span></div>") !=
        std::string::npos);
  document.style.accent = GENERATE("green", "#12345", "#12345g", "#1234567");
  document.style.logo = "GIF89a";
  made = render_html(document);
  CHECK(codes(made.diagnostics()) == std::vector<std::string>{"style-unusable", "style-unusable"});
  REQUIRE(made);
  CHECK(read_page(made.value()).all("img").empty());
}

TEST_CASE("html: parts that are not wanted are not there") {
  auto document = sample_register();
  CHECK(drawn(document).find("<p class=\"author\">") != std::string::npos);
  CHECK(read(document).all("details").size() == 2);  // Contents, and the list of two tables.
  document.parts.lists = false;
  CHECK(read(document).all("details").size() == 1);
  document.parts.contents = false;
  CHECK(read(document).all("nav").empty());
  document.parts.cover = false;
  CHECK(drawn(document).find("<p class=\"author\">") == std::string::npos);
  CHECK(read(document).all("h1").size() == 1);
}

TEST_CASE("html: a file inside the page is offered whole") {
  auto document = with_text("x");
  document.attachments = {{"assessment.json", "application/json", "For machines", "{\"a\": 1}"},
                          {"x", "text/html,<b>", "", "x"}};
  const auto page = read(document);
  std::vector<std::string> links;
  for (const auto* link : page.all("a"))
    if (link->attributes.contains("download")) links.push_back(link->of("download") + " " + link->of("href"));
  CHECK(links == std::vector<std::string>{"assessment.json data:application/json;base64,eyJhIjogMX0=",
                                          "x data:application/octet-stream;base64,eA=="});
}

TEST_CASE("html: every word that is not the document's is a label") {
  // In a document of digits no letter is read.
  auto document = with_everywhere("1");
  for (auto* label :
       {&document.labels.figure, &document.labels.table, &document.labels.document, &document.labels.version,
        &document.labels.date, &document.labels.classification, &document.labels.all_values, &document.labels.sort_by,
        &document.labels.found, &document.labels.none_found})
    *label = "1";
  document.attachments.clear();
  const auto page = read(document);
  std::string letters;
  for (const auto& tag : page.tags)
    if (tag.name != "style" && tag.name != "script")
      for (const auto& [name, value] : tag.attributes)
        if (name == "aria-label" || name == "title" || name == "placeholder" || name == "alt" ||
            name.starts_with("data-"))
          if (name != "data-kind" && name != "data-id") letters += value;
  letters += page.words;
  letters.erase(std::remove_if(letters.begin(), letters.end(),
                               [](char c) { return !std::isalpha(static_cast<unsigned char>(c)) || (c & 0x80); }),
                letters.end());
  CHECK(letters.empty());
}

TEST_CASE("html: the same document gives the same bytes") {
  CHECK(drawn(with_everywhere("x")) == drawn(with_everywhere("x")));
}
