// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/render/formats.h"
#include "engine/render/markdown_text.h"
#include "tests/render/render_sample.h"

using namespace assize;
using namespace assize::render;

namespace {

std::string drawn(const dossier::Document& document) {
  const auto text = render_markdown(document);
  REQUIRE(text);
  return text.value();
}

/// What stands under the section's heading.
std::string body(const dossier::Block& block) {
  const std::string heading = "## 1 Section\n\n";
  const auto text = drawn(with_block(block));
  return text.substr(text.find(heading) + heading.size());
}

}  // namespace

TEST_CASE("text of users is never markup") {
  const auto [text, markdown] = GENERATE(table<std::string, std::string>({
      {"plain words, 3.5 % (so)", "plain words, 3.5 % (so)"},
      {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
      {"[x](y) ![z](w)", "\\[x\\](y) !\\[z\\](w)"},
      {"<b>&amp;", "\\<b\\>\\&amp;"},
      {"a|b\\|c", "a\\|b\\\\\\|c"},
      {"# no", "\\# no"},
      {"- no", "\\- no"},
      {"+ no", "\\+ no"},
      {"1. no", "1\\. no"},
      {"2026) no", "2026\\) no"},
      {"1.", "1\\."},
      {"1.5", "1.5"},
      {"===", "\\==="},
      {"    code", "code"},
      {"~~~", "\\~\\~\\~"},
      {"two\nlines", "two<br>lines"},
      {"two\r\nlines", "two<br>lines"},
      {"\n \n- no", "\\- no"},
      {"\n", ""},
      {"https://x.example www.x.example a@x.example", "https\\://x.example www\\.x.example a\\@x.example"},
      {"\x1b[0m", "\xEF\xBF\xBD\\[0m"},
      {"end!", "end\\!"},
      {"", ""},
  }));
  CAPTURE(text);
  CHECK(markdown_line(text) == markdown);
}

TEST_CASE("spans keep their styles, where asterisks work and where they do not") {
  using dossier::Span;
  using dossier::Spans;
  const auto [spans, markdown] = GENERATE(table<Spans, std::string>({
      {{{.text = "a "}, {.text = "b", .bold = true}, {.text = " c"}}, "a **b** c"},
      {{{.text = "a"}, {.text = "b", .bold = true}, {.text = "c"}}, "a<strong>b</strong>c"},
      {{{.text = "b", .italic = true}}, "*b*"},
      {{{.text = " b", .italic = true}}, "<em> b</em>"},
      {{{.text = "b", .bold = true, .italic = true}}, "***b***"},
      {{{.text = "b\xC2\xA0", .bold = true}}, "<strong>b\xC2\xA0</strong>"},
      {{{.text = "Ü", .bold = true}}, "**Ü**"},
      {{{.text = "a`b", .code = true}}, "``a`b``"},
      {{{.text = "`b", .code = true}}, "`` `b ``"},
      {{{.text = "*", .code = true}}, "`*`"},
      {{{.text = "1"}, {.text = ". no"}}, "1\\. no"},
      {{{.text = "!"}, {.text = "x", .link = "#A"}}, "\\![x](#A)"},
      {{{.text = "IV.2(g)", .link = "#IV.2(g)"}}, "[IV.2(g)](#IV.2%28g%29)"},
      {{{.text = "x", .link = "https://a.example/?b=1&c=2"}}, "[x](https://a.example/?b=1&amp;c=2)"},
      {{{.text = "x", .link = "https://a.example/\") <b"}}, "[x](https://a.example/%22%29%20%3Cb)"},
      {{{.text = "x", .link = "javascript:alert(1)"}}, "x"},
  }));
  CAPTURE(markdown);
  CHECK(markdown_spans(spans) == markdown);
}

TEST_CASE("a fence is longer than any run of backticks inside it") {
  const auto [text, fence] = GENERATE(
      table<std::string, std::string>({{"x", "```"}, {"``` x", "````"}, {"`````", "``````"}, {"a\n```\nb", "````"}}));
  CHECK(body(dossier::Preformatted{text}) == fence + "\n" + text + "\n" + fence + "\n");
}

TEST_CASE("a table is a pipe table that its cells cannot break") {
  dossier::Cell anchored = text_cell("R|1");
  anchored.anchor = "R\"1";
  anchored.link = "#R-2";
  const dossier::Table table{.id = "t",
                             .caption = "Risks",
                             .columns = {{.id = "a", .title = "A|x"}, {.id = "n", .title = "N", .numeric = true}},
                             .rows = {{anchored, text_cell("two\nlines")}, {text_cell(""), text_cell("# 1")}}};
  CHECK(body(table) ==
        "<a id=\"t\"></a>**Risks**\n\n"
        "| A\\|x | N |\n"
        "| --- | ---: |\n"
        "| <a id=\"R&quot;1\"></a>[R\\|1](#R-2) | two<br>lines |\n"
        "| | \\# 1 |\n");
}

TEST_CASE("lists nest under the text of the item around them") {
  const dossier::List list{.numbered = true,
                           .items = {{.spans = {{.text = "a"}}},
                                     {.spans = {{.text = "b"}}, .depth = 1},
                                     {.spans = {{.text = "- c"}}, .depth = 3},
                                     {.spans = {{.text = "d"}}}}};
  CHECK(body(list) == "1. a\n   1. b\n      1. \\- c\n2. d\n");
}

TEST_CASE("gaps, facts and figures say in words what they are") {
  CHECK(body(dossier::GapNote{"GAP-003", "No narrative", "Write it."}) ==
        "> <a id=\"GAP-003\"></a>**! GAP-003** No narrative\n>\n> Write it.\n");
  CHECK(body(dossier::KeyFacts{{{.term = "Class", .value = {{.text = "high"}}}}}) == "- **Class:** high\n");
  CHECK(body(dossier::Figure{.id = "f", .caption = "Flows", .description = "Meter to head end."}) ==
        "<a id=\"f\"></a>**Figure:** Flows\n\nMeter to head end.\n");
}

TEST_CASE("headings deepen with sections, down to the sixth level") {
  auto document = with_text("x");
  auto* inner = &document.sections[0];
  for (int depth = 0; depth < 6; ++depth) {
    inner->sections.push_back({.id = "d", .title = "deep" + std::to_string(depth)});
    inner = &inner->sections[0];
  }
  const auto text = drawn(document);
  CHECK(text.find("# Title\n") == 0);
  CHECK(text.find("\n<a id=\"s\"></a>\n\n## 1 Section\n") != std::string::npos);
  CHECK(text.find("\n### deep0\n") != std::string::npos);
  CHECK(text.find("\n###### deep3\n") != std::string::npos);
  CHECK(text.find("\n###### deep5\n") != std::string::npos);
}
