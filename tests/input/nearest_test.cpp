// SPDX-License-Identifier: Apache-2.0
#include "engine/input/nearest.h"

#include <catch2/catch.hpp>

#include "engine/input/quote.h"

using namespace assize::input;

TEST_CASE("the candidate with the fewest edits is the nearest, if it is near at all") {
  const std::vector<std::string> words{"from", "form", "to", "boundary", "confidentiality", "id", "ab", "abcd"};
  const auto [word, near] = GENERATE(table<std::string, std::string>({
      {"fro", "from"},    // a letter missing
      {"frm", "from"},    // as near to `form`: the first wins
      {"frmo", "from"},   // neighbours swapped: one edit
      {"fromm", "from"},  // one too many
      {"fram", "from"},   // one replaced
      {"bondary", "boundary"},
      {"Boundary", "boundary"},  // case alone is no edit
      {"ID", "id"},
      {"confidental", ""},  // four edits of eleven letters: a third is three
      {"confidentilaty", "confidentiality"},
      {"xy", ""},
      {"t", ""},  // a third of one letter is no edit
      {"", ""},
      {"something else", ""},
  }));
  CAPTURE(word);
  CHECK(nearest(word, words).value_or("") == near);
}

TEST_CASE("among equally near words the one written in the same case wins") {
  CHECK(nearest("Flows", {"flow", "Flow"}) == "Flow");
  CHECK(nearest("flows", {"Flow", "flow"}) == "flow");
}

TEST_CASE("did you mean quotes the word, or says nothing") {
  CHECK(did_you_mean("fro", {"from"}) == "did you mean `from`?");
  CHECK(did_you_mean("fro", {"element"}).empty());
  CHECK(did_you_mean("fro", {}).empty());
}

TEST_CASE("a quoted word stays on one line and ends with a whole character") {
  CHECK(quote("a b") == "`a b`");
  CHECK(quote("a\nb\x1B[m") == "`a b [m`");
  CHECK(quote(std::string(60, 'x')) == "`" + std::string(60, 'x') + "`");
  CHECK(quote(std::string(59, 'x') + "ää") == "`" + std::string(59, 'x') + "…`");
  CHECK(one_of({}) == "");
  CHECK(one_of({"a"}) == "a");
  CHECK(one_of({"a", "b", "c"}) == "a, b or c");
}
