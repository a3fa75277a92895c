// SPDX-License-Identifier: Apache-2.0
#include "tests/dossier/sample.h"

#include "engine/dossier/fill.h"
#include "engine/dossier/read_prose.h"

using namespace sample;

/// Blocks as short words: P paragraph, L list, C code, T table.
static std::string shape(const std::vector<Block>& blocks) {
  std::string text;
  for (const auto& block : blocks)
    text += std::holds_alternative<Paragraph>(block)      ? 'P'
            : std::holds_alternative<List>(block)         ? 'L'
            : std::holds_alternative<Preformatted>(block) ? 'C'
                                                          : 'T';
  return text;
}

TEST_CASE("prose becomes blocks in its order") {
  const auto [markdown, expected] =
      GENERATE(table<std::string, std::string>({{"one\n\ntwo", "PP"},
                                                {"a\nb", "P"},
                                                {"# head\n\ntext", "PP"},
                                                {"- a\n- b", "L"},
                                                {"1. a\n2. b\n\nafter", "LP"},
                                                {"- a\n  - b\n    - c", "L"},
                                                {"```\ncode\n```", "C"},
                                                {"| a |\n| --- |\n| 1 |", "T"},
                                                {"text\n\n| a |\n| --- |\n| 1 |\n\nmore", "PTP"},
                                                {"> quoted", "P"},
                                                {"", ""}}));
  CAPTURE(markdown);
  CHECK(shape(read_prose(markdown, "x")) == expected);
}

TEST_CASE("items keep their depth and their words") {
  const auto blocks = read_prose("- a\n  - b\n    - c\n- d", "x");
  const auto& items = std::get<List>(blocks.at(0)).items;
  REQUIRE(items.size() == 4);
  const std::vector<int> depths = {items[0].depth, items[1].depth, items[2].depth, items[3].depth};
  CHECK(depths == std::vector<int>{0, 1, 2, 0});
  CHECK(plain(items[2].spans) == "c");
}

TEST_CASE("styles nest, links that lead elsewhere than the web are dropped, HTML is text") {
  const auto one = [](const char* markdown) { return std::get<Paragraph>(read_prose(markdown, "x").at(0)).spans; };
  const auto styled = one("**bold _both_** `code`");
  REQUIRE(styled.size() == 4);
  CHECK((styled[0].bold && !styled[0].italic && styled[0].text == "bold "));
  CHECK((styled[1].bold && styled[1].italic && styled[1].text == "both"));
  CHECK((styled[3].code && styled[3].text == "code"));
  CHECK(one("[a](https://example.org/)").at(0).link == "https://example.org/");
  CHECK(one("[a](javascript:alert)").at(0).link.empty());
  CHECK(one("[a](file:///etc)").at(0).link.empty());
  CHECK(plain(one("a <b>c</b>")) == "a <b>c</b>");
  CHECK(plain(one("&amp; &#8212; &#x41; &unknown; &#0;")) == "& — A &unknown; \xEF\xBF\xBD");
}

TEST_CASE("a row of a table has a cell per column") {
  const auto blocks = read_prose("| a | b |\n| --- | ---: |\n| 1 |\n| 1 | 2 | 3 |", "x");
  const auto& table = std::get<Table>(blocks.at(0));
  REQUIRE(table.columns.size() == 2);
  CHECK(table.columns[1].numeric);
  REQUIRE(table.rows.size() == 2);
  for (const auto& row : table.rows) CHECK(row.size() == 2);
}

TEST_CASE("a placeholder is filled with text, not with markup") {
  auto blocks = read_prose("Name: {{name}}, code `{{name}}`, {{ name }}.", "x");
  fill(blocks, {{"name", "*a* {{name}}"}});
  CHECK(plain(std::get<Paragraph>(blocks.at(0)).spans) == "Name: *a* {{name}}, code *a* {{name}}, *a* {{name}}.");
  CHECK_FALSE(std::get<Paragraph>(blocks.at(0)).spans.at(0).italic);
}

TEST_CASE("what nobody stated is printed as not stated") {
  CHECK(fill("by {{who}}", {{"who", ""}}) == "by not stated");
}

TEST_CASE("a hole is an error at its line and column") {
  const auto [text, expected] =
      GENERATE(table<std::string, std::string>({{"a {{nmae}}", "unknown-placeholder p.md:1:3"},
                                                {"a\nbc {{x.y}} d", "unknown-placeholder p.md:2:4"},
                                                {"{{}}", "unknown-placeholder p.md:1:1"},
                                                {"a {{name", "unclosed-placeholder p.md:1:3"},
                                                {"{{name\n}}", "unclosed-placeholder p.md:1:1"}}));
  CAPTURE(text);
  const auto found = faults(check_placeholders(input::Source{input::FileName("p.md"), text}, {{"name", "n"}}));
  REQUIRE(found.size() == 1);
  CHECK(found[0] == expected);
}

TEST_CASE("a misspelt placeholder is told what was meant") {
  const auto found = check_placeholders(input::Source{input::FileName("p.md"), "{{system.nmae}}"}, view().values());
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "did you mean `system.name`?");
}
