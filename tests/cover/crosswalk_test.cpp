// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/crosswalk.h"

#include <catch2/catch.hpp>

#include "engine/cover/chain.h"
#include "tests/laws/shipped.h"

namespace assize::cover {
namespace {

input::Source source(const std::string& name, const std::string& text) { return {input::FileName(name), text}; }

catalogue::PackText pack(const std::string& id, const std::string& content) {
  return {source(id + "/pack.yaml", "format: assize/pack/1\nid: " + id + "\ntitle: " + id +
                                        "\nversion: 1.0.0\nlicence: Apache-2.0\nprefix: \"" + id +
                                        "\"\nsources: []\nverification: {state: judgement}\nfiles: [all.yaml]\n"),
          {source(id + "/all.yaml", "format: assize/catalogue/1\n" + content)}};
}

/// A law of three paragraphs under a heading, a standard of three controls, and mappings between them.
catalogue::CatalogueRead world(const std::string& mappings) {
  auto read = catalogue::read_catalogue(
      {pack("law",
            "requirements:\n"
            "  - {id: '1', title: One, kind: structure}\n"
            "  - {id: '1.1', title: A, parent: '1', kind: obligation}\n"
            "  - {id: '1.2', title: B, kind: obligation}\n"
            "  - {id: '1.3', title: C, kind: obligation}\n"
            "  - {id: '1.3/1', title: D, parent: '1.3', kind: content-item, numbering: derived}\n"
            "  - {id: '1.4', title: E, kind: repealed}\n"),
       pack("norm", "controls:\n  - {id: x, title: X}\n  - {id: y, title: Y}\n  - {id: z, title: Z}\n"),
       pack("between", "controls:\n  - {id: m, title: M}\nmappings:\n" + mappings)});
  CAPTURE(read.found.size());
  REQUIRE_FALSE(input::has_errors(read.found));
  return read;
}

std::string text_of(const std::vector<Crossing>& entries) {
  std::string text;
  for (const auto& entry : entries) {
    text += entry.id + " " + std::string(name_of(entry.strength)) + ":";
    for (const auto& other : entry.others)
      text += " " + other.id + "=" + std::string(name_of(other.strength)) + "/" + std::to_string(other.path.size());
    text += "\n";
  }
  return text;
}

std::string row(const std::string& from, const std::string& relation, const std::string& to) {
  return "  - {from: '" + from + "', relation: " + relation + ", to: '" + to + "', basis: judgement, source: s}\n";
}

}  // namespace

TEST_CASE("each entry of both packs stands once, headings, repealed rows and our own sub-points aside") {
  const auto read = world(row("norm:x", "superset", "law:1.1"));
  const auto made = crosswalk(read.catalogue, "law", "norm");
  CHECK(text_of(made.asked) ==
        "law:1.1 covered: norm:x=covered/1\n"
        "law:1.2 nothing:\n"
        "law:1.3 nothing:\n");
  CHECK(text_of(made.offered) ==
        "norm:x covered: law:1.1=covered/1\n"
        "norm:y nothing:\n"
        "norm:z nothing:\n");
}

TEST_CASE("a chain is as strong as its weakest link, and never more than related through intersects or supports") {
  const auto read = world(row("norm:x", "superset", "between:m") + row("between:m", "subset", "law:1.1") +
                          row("norm:y", "superset", "between:m") + row("norm:y", "intersects", "law:1.2") +
                          row("norm:z", "supports", "law:1.3"));
  const auto made = crosswalk(read.catalogue, "law", "norm");
  CHECK(text_of(made.asked) ==
        "law:1.1 partly: norm:x=partly/2 norm:y=partly/2\n"
        "law:1.2 related only: norm:y=related only/1\n"
        "law:1.3 related only: norm:z=related only/1\n");
  CHECK(text_of(made.offered) ==
        "norm:x partly: law:1.1=partly/2\n"
        "norm:y partly: law:1.1=partly/2 law:1.2=related only/1\n"
        "norm:z related only: law:1.3=related only/1\n");
}

TEST_CASE("two overlaps in a row say nothing; one of them may stand among stronger links") {
  const auto [first, second, strength] = GENERATE(table<std::string, std::string, std::string>({
      {"intersects", "intersects", "nothing"},
      {"supports", "intersects", "nothing"},
      {"intersects", "supports", "nothing"},
      {"supports", "supports", "nothing"},
      {"equal", "intersects", "related only"},
      {"intersects", "superset", "related only"},
      {"supports", "subset", "related only"},
      {"equal", "superset", "covered"},
  }));
  CAPTURE(first, second);
  const auto read = world(row("norm:x", first, "between:m") + row("between:m", second, "law:1.1"));
  CHECK(name_of(crosswalk(read.catalogue, "law", "norm").asked.front().strength) == strength);
}

TEST_CASE("what a whole is covered by covers its part, and not the other way round") {
  const auto read = world(row("norm:x", "equal", "law:1") + row("norm:y", "equal", "law:1.3"));
  const auto made = crosswalk(read.catalogue, "law", "norm");
  CHECK(text_of(made.asked) ==
        "law:1.1 covered: norm:x=covered/2\n"
        "law:1.2 nothing:\n"
        "law:1.3 covered: norm:y=covered/1\n");
}

TEST_CASE("what follows from two claims holds for every three sets of which they are true") {
  using Relation = Chains::Relation;
  // Sets of up to four things as bits, none of them empty: what each relation says of two of them.
  const auto is = [](int a, Relation relation, int b) {
    switch (relation) {
      case Relation::equal:
        return a == b;
      case Relation::superset:
        return (a & b) == b;
      case Relation::subset:
        return (a & b) == a;
      case Relation::overlaps:
        return (a & b) != 0;
      case Relation::related:
        return true;
    }
    return false;
  };
  const auto all = {Relation::equal, Relation::superset, Relation::subset, Relation::overlaps, Relation::related};
  for (const auto first : all)
    for (const auto then : all) {
      const auto made = follow(first, then);
      for (int a = 1; a < 16; ++a)
        for (int b = 1; b < 16; ++b)
          for (int c = 1; c < 16; ++c)
            if (made && is(a, first, b) && is(b, then, c) && !is(a, *made, c))
              FAIL_CHECK("relation " << int(first) << " then " << int(then) << " with " << a << " " << b << " " << c);
      // And no weaker than it must be: where all such sets meet, it says more than related.
      bool always_meet = first != Relation::related && then != Relation::related;
      for (int a = 1; a < 16; ++a)
        for (int b = 1; b < 16; ++b)
          for (int c = 1; c < 16; ++c)
            if (is(a, first, b) && is(b, then, c) && (a & c) == 0) always_meet = false;
      if (always_meet) CHECK((made && strength_of(*made) >= Strength::partly));
    }
}

TEST_CASE("the two directions of the table say the same") {
  const auto read = laws::shipped();
  for (const auto& [asked, offered] : {std::pair("ai-act", "iso42001"), std::pair("iso42001", "iso27001")}) {
    const auto made = crosswalk(read.catalogue, asked, offered);
    std::size_t there = 0, back = 0, nothing_with_others = 0;
    for (const auto& entry : made.asked) there += entry.others.size();
    for (const auto& entry : made.offered) back += entry.others.size();
    for (const auto& entry : made.asked)
      if ((entry.strength == Strength::nothing) != entry.others.empty()) ++nothing_with_others;
    CHECK(there == back);
    CHECK(there > 0);
    CHECK(nothing_with_others == 0);
  }
}

}  // namespace assize::cover
