// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/narrative.h"

#include <catch2/catch.hpp>

#include "tests/laws/shipped.h"

namespace assize::cover {
namespace {

std::vector<Narrative> read(const std::string& text, std::string* codes = nullptr) {
  input::Diagnostics found;
  auto narratives = read_narrative(laws::source_of("narrative/a.md", text), found);
  if (codes) *codes = laws::codes_of(found);
  return narratives;
}

std::string hollow_text(const std::string& text) {
  Narrative narrative;
  narrative.text = text;
  return hollow(narrative);
}

}  // namespace

TEST_CASE("a file is split at its level-1 headings, each of which names the requirement it answers") {
  const auto all = read("# Annex IV.1\nfirst\n\n## Below\nmore\n# ai-act:Art.9: Risk management\nsecond\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].requirement == "Annex IV.1");
  CHECK(all[0].text == "first\n\n## Below\nmore\n");
  CHECK(all[0].place.line == 1);
  CHECK(all[0].first_line == 2);
  CHECK(all[1].requirement == "ai-act:Art.9");
  CHECK(all[1].text == "second\n");
  CHECK(all[1].place.line == 6);
  CHECK(all[1].first_line == 7);
}

TEST_CASE("what is no heading stays text") {
  const auto [text, count] = GENERATE(table<std::string, std::size_t>({
      {"# A\n#B\n", 1},
      {"# A\n## B\n", 1},
      {"# A\n```\n# B\n```\n", 1},
      {"# A\n~~~\n# B\n~~~\n", 1},
      {"# A\n```\n~~~\n# B\n```\n", 1},  // Another kind of fence does not end the block.
      {"# A\n````\n```\n# B\n````\n", 1},
      {"# A\n```\n# B\n", 1},
      {"# A\n```\nx\n```\n# B\n", 2},
      {"# A\r\ntext\r\n# B\r\n", 2},
      {"\n\n# A\n", 1},
      {"<!-- note -->\n# A\n", 1},
      {"", 0},
  }));
  CAPTURE(text);
  std::string codes;
  CHECK(read(text, &codes).size() == count);
  CHECK(codes.empty());
}

TEST_CASE("text before the first heading, and a requirement answered twice, are errors") {
  std::string codes;
  read("text\nmore\n# A\n", &codes);
  CHECK(codes == "no-heading");
  read("# A\nx\n# A\ny\n", &codes);
  CHECK(codes == "duplicate-id");
}

TEST_CASE("the last line needs no line end") {
  const auto all = read("# A\nlast");
  REQUIRE(all.size() == 1);
  CHECK(all[0].text == "last\n");
}

TEST_CASE("a placeholder is not content") {
  const auto* text = GENERATE("", "   \n\n", "TBD", "To be documented.",
                              "This section is to be completed in the next version of the file.",
                              "todo: describe how the data were chosen and who decided it in the end",
                              "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do", "n/a",
                              "We do this well.", "yes.\n\n\n\n\n\n\n\nno.", "one        two",
                              "The answer (TBD) will be given by the team before the release is made.");
  CAPTURE(text);
  CHECK_FALSE(hollow_text(text).empty());
}

TEST_CASE("prose is content, also when a placeholder's letters stand inside a word") {
  const auto* text =
      GENERATE("The model is retrained each quarter on data that the deployers have released for it.",
               "Methodology and todos are kept apart; mastodons are not of concern to this system at all.",
               "One two three four five six seven eight");
  CAPTURE(text);
  CHECK(hollow_text(text).empty());
}

}  // namespace assize::cover
