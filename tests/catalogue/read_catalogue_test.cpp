// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

/// Enough words for the faults below to be the only ones.
const std::string words = R"(
kinds:
  - {id: thing, title: Thing}
  - {id: box, title: Box, in: thing}
objectives: [{id: integrity, title: Integrity, group: security}]
stages: [{id: inception, title: Inception}]
traits: [{id: colour, on: [thing], values: [red, blue], says: Colour.}]
facts: [{id: red, title: Red, says: It is red., of: [element], when: {trait: {colour: red}}}]
methods:
  - id: m
    title: M
    version: 1.0.0
    scheme: attack
    factors: [{id: time, title: Time, levels: [{id: day, title: a day, points: 0}, {id: year, title: a year, points: 9}]}]
    intensity: [{id: many, title: many, adds: 1}, {id: one, title: one, adds: 0}]
    ratings: [{id: low, title: Low, from: 0, likelihood: 2}, {id: high, title: High, from: 5, likelihood: 1}]
    likelihoods: [{value: 1, id: no, title: No}, {value: 2, id: yes, title: Yes}]
    impacts: [{value: 1, id: a, title: A}, {value: 2, id: b, title: B}, {value: 3, id: c, title: C}]
    impact-cap: 3
    risk: product
    classes: [{id: mild, title: Mild, from: 1}, {id: bad, title: Bad, from: 4}]
)";

std::string threat(const std::string& changes = "") {
  return "{id: T1, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement" +
         (changes.empty() ? std::string(", touches: [thing], when: {always: true}, hits: [integrity], rating: "
                                        "{time: {level: day, because: b}, intensity: {level: one, because: b}}")
                          : ", " + changes) +
         "}";
}

std::string codes(const std::string& more) { return laws::codes_of(laws::own_pack(words + more).found); }

}  // namespace

TEST_CASE("the shipped catalogues are sound together") { CHECK(laws::said(laws::shipped().found).empty()); }

TEST_CASE("a sound pack of one's own gives no complaint") { CHECK(codes("threats: [" + threat() + "]\n").empty()); }

TEST_CASE("what a threat names must be there") {
  const auto rated = std::string("rating: {time: {level: day, because: b}, intensity: {level: one, because: b}}");
  const auto [code, changes] = GENERATE_COPY(table<std::string, std::string>({
      {"unknown-kind", "touches: [thng], when: {always: true}, hits: [integrity], " + rated},
      {"unknown-kind", "touches: [thing], when: {is: bx}, hits: [integrity], " + rated},
      {"unknown-trait", "touches: [thing], when: {has: colr}, hits: [integrity], " + rated},
      {"unknown-trait-value", "touches: [thing], when: {trait: {colour: green}}, hits: [integrity], " + rated},
      {"unknown-fact", "touches: [thing], when: {fact: blue}, hits: [integrity], " + rated},
      {"unknown-stage", "touches: [thing], when: {stage: [middle]}, hits: [integrity], " + rated},
      {"unknown-stage", "touches: [thing], when: {always: true}, stages: [middle], hits: [integrity], " + rated},
      {"unknown-objective", "touches: [thing], when: {always: true}, hits: [integrty], " + rated},
      {"wrong-length missing-factor",
       "touches: [thing], when: {always: true}, hits: [integrity], rating: {intensity: {level: one, because: b}}"},
      {"wrong-length missing-factor",
       "touches: [thing], when: {always: true}, hits: [integrity], rating: {time: {level: day, because: b}}"},
      {"unknown-factor",
       "touches: [thing], when: {always: true}, hits: [integrity], rating: {time: {level: day, because: b}, "
       "tme: {level: day, because: b}, intensity: {level: one, because: b}}"},
      {"unknown-level",
       "touches: [thing], when: {always: true}, hits: [integrity], rating: {time: {level: dy, because: b}, "
       "intensity: {level: one, because: b}}"},
      {"unknown-level",
       "touches: [thing], when: {always: true}, hits: [integrity], rating: {time: {level: day, because: b}, "
       "intensity: {level: two, because: b}}"},
      {"unknown-level",
       "touches: [thing], when: {always: true}, hits: [integrity], adjust: [{when: {fact: red}, set: "
       "{time: dy}, because: b}], " +
           rated},
      {"unknown-fact",
       "touches: [thing], when: {always: true}, hits: [integrity], adjust: [{when: {fact: blue}, set: "
       "{time: day}, because: b}], " +
           rated},
      {"word-out-of-place", "touches: [thing], when: {somewhere: {is: box}}, hits: [integrity], " + rated},
      {"word-out-of-place", "touches: [thing], when: {any: [{reached-from: {is: box}}]}, hits: [integrity], " + rated},
  }));
  CAPTURE(changes);
  CHECK(codes("threats: [" + threat(changes) + "]\n") == code);
}

TEST_CASE("what controls, requirements and mappings name must be there") {
  const auto [code, more] = GENERATE(table<std::string, std::string>({
      {"",
       "controls: [{id: C, title: C, treats: [{threat: T1, floor: {time: year}, cap: {intensity: one, impact: 2}, "
       "basis: judgement}]}]"},
      {"unknown-threat", "controls: [{id: C, title: C, treats: [{threat: T2, basis: judgement}]}]"},
      {"unknown-factor", "controls: [{id: C, title: C, treats: [{threat: T1, floor: {tme: year}, basis: judgement}]}]"},
      {"unknown-level", "controls: [{id: C, title: C, treats: [{threat: T1, floor: {time: yr}, basis: judgement}]}]"},
      {"unknown-level",
       "controls: [{id: C, title: C, treats: [{threat: T1, cap: {intensity: two}, basis: judgement}]}]"},
      {"unknown-kind", "controls: [{id: C, title: C, brings: [{id: k, kind: keys, title: K}]}]"},
      {"duplicate-id", "controls: [{id: C, title: C}, {id: C, title: D}]"},
      {"",
       "controls: [{id: C, title: C, relations: [{to: 'S:1', relation: supports, basis: published, source: s}, "
       "{to: 'S:1', relation: supports, basis: published, source: other}, {to: 'S:1', relation: corresponds, basis: "
       "judgement, source: s}]}]"},
      {"duplicate-id",
       "controls: [{id: C, title: C, relations: [{to: 'S:1', relation: supports, basis: published, source: s}, "
       "{to: 'S:1', relation: supports, basis: judgement, source: s}]}]"},
      {"bad-pattern", "controls: [{id: C, title: C, relations: [{to: S, relation: supports, basis: published}]}]"},
      {"not-one-of", "controls: [{id: C, title: C, relations: [{to: 'S:1', relation: equal, basis: published}]}]"},
      {"unknown-requirement", "requirements: [{id: R, title: R, parent: Q}]"},
      {"unknown-fact", "requirements: [{id: R, title: R, when: {fact: blue}}]"},
      {"duplicate-id", "requirements: [{id: R, title: R}, {id: R, title: S}]"},
      {"unknown-control",
       "controls: [{id: C, title: C}]\nmappings: [{from: C, relation: equal, to: D, basis: judgement}]"},
      {"duplicate-id",
       "controls: [{id: C, title: C}, {id: D, title: D}]\nmappings: [{from: C, relation: equal, to: D, basis: "
       "judgement, source: s}, {from: C, relation: equal, to: D, basis: judgement, source: s}]"},
      {"",
       "controls: [{id: C, title: C}, {id: D, title: D}]\nmappings: [{from: C, relation: equal, to: D, basis: "
       "judgement, "
       "source: s}, {from: C, relation: equal, to: D, basis: judgement, source: other}]"},
  }));
  CAPTURE(more);
  CHECK(codes("threats: [" + threat() + "]\n" + more + "\n") == code);
}

TEST_CASE("lists of others keep what they say: kind of entry, relation with basis and source, ids without successor") {
  const auto read = laws::own_pack(
      words +
      "schemes: [{id: S, title: S, kind: [threat, control]}]\n"
      "external:\n"
      "  - {scheme: S, kind: threat, entries: [{id: t1, title: One}]}\n"
      "  - {scheme: S, kind: control, entries: [{id: c1, title: Two}]}\n"
      "aliases: [{scheme: S, old: t0}, {scheme: S, old: t9, new: t1}]\n"
      "views: [{id: v, title: V, schemes: [S], kinds: [threat]}]\n"
      "controls: [{id: C, title: C, relations: [{to: 'S:c1', relation: corresponds, basis: published, source: s}]}]\n");
  REQUIRE(read.found.empty());
  const auto& c = read.catalogue;
  CHECK(c.external("S:t1")->kind == "threat");
  CHECK(c.external("S:c1")->kind == "control");
  CHECK(c.aliases[0].new_id.empty());
  CHECK(c.aliases[1].new_id == "t1");
  CHECK(c.view("v")->kinds == std::vector<std::string>{"threat"});
  const auto& relation = c.control("C")->relations.at(0);
  CHECK(relation.to == "S:c1");
  CHECK(relation.relation == "corresponds");
  CHECK(relation.basis == "published");
  CHECK(relation.source == "s");
}

TEST_CASE("a fact may ask for others in any order, but not for itself") {
  const auto read = [](const std::string& facts) {
    return laws::codes_of(laws::own_pack("kinds: [{id: thing, title: Thing}]\nfacts:\n" + facts).found);
  };
  const auto fact = [](const std::string& id, const std::string& when) {
    return "  - {id: " + id + ", title: T, says: S., of: [element], when: " + when + "}\n";
  };
  CHECK(read(fact("a", "{fact: b}") + fact("b", "{is: thing}")).empty());
  CHECK(read(fact("a", "{fact: a}")) == "fact-cycle");
  CHECK(read(fact("a", "{reached-from: {fact: b}}") + fact("b", "{not: {fact: a}}")) == "fact-cycle");
  CHECK(read(fact("a", "{is: thing}") + fact("a", "{is: thing}")) == "duplicate-id");
}

TEST_CASE("a fact of the system may ask for the fact of the same name of an element") {
  const auto read = laws::own_pack(R"(
kinds: [{id: thing, title: Thing}]
facts:
  - {id: a, title: T, says: S., of: [system], when: {somewhere: {fact: a}}}
  - {id: a, title: T, says: S., of: [element], when: {is: thing}}
)");
  CHECK(laws::said(read.found).empty());
}

TEST_CASE("kinds lie below one another, not below themselves nor below nothing") {
  const auto read = laws::own_pack("kinds: [{id: a, title: A}, {id: b, title: B, in: a}, {id: c, title: C, in: b}]\n");
  const auto& vocabulary = read.catalogue.vocabulary;
  const auto is = [&](const char* kind, const char* ancestor) {
    return vocabulary.is_a(vocabulary.kind(kind), vocabulary.kind(ancestor));
  };
  CHECK(is("a", "a"));
  CHECK(is("b", "a"));
  CHECK(is("c", "a"));
  CHECK_FALSE(is("a", "b"));
  CHECK_FALSE(is("a", "none"));
  CHECK_FALSE(is("none", "a"));
  CHECK(laws::codes_of(laws::own_pack("kinds: [{id: a, title: A, in: b}]\n").found) == "unknown-kind");
  CHECK(laws::codes_of(laws::own_pack("kinds: [{id: a, title: A, in: a}]\n").found) == "kind-cycle");
  CHECK(laws::codes_of(laws::own_pack("kinds: [{id: a, title: A}, {id: a, title: B}]\n").found) == "duplicate-id");
}

TEST_CASE("a pack's prefix qualifies its ids, and the bare id finds them when only one pack has it") {
  const auto pack = [](const std::string& id, const std::string& content) {
    return PackText{
        laws::source_of(id + "/pack.yaml", "{format: assize/pack/1, id: " + id +
                                               ", title: T, version: 1.0.0, licence: X, prefix: " + id +
                                               ", sources: [], verification: {state: judgement}, files: [a.yaml]}"),
        {laws::source_of(id + "/a.yaml", "format: assize/catalogue/1\n" + content)}};
  };
  const auto read = read_catalogue({pack("x", "controls: [{id: A.1, title: One}, {id: A.2, title: Two}]"),
                                    pack("y", "controls: [{id: A.1, title: Other}]")});
  REQUIRE(laws::said(read.found).empty());
  CHECK(read.catalogue.control("x:A.2"));
  CHECK_FALSE(read.catalogue.control("A.2"));
  CHECK(read.catalogue.qualified("A.2") == "x:A.2");
  CHECK(read.catalogue.qualified("A.1") == "A.1");  // Two packs have it: nobody may guess.
  CHECK(read.catalogue.qualified("x:A.1") == "x:A.1");
}

TEST_CASE("a file of a pack may not leave its folder") {
  const auto* file = GENERATE("../a.yaml", "/a.yaml", "a/../../b.yaml", "a\\b.yaml");
  CAPTURE(file);
  const auto pack = read_pack(laws::source_of(
      "pack.yaml",
      std::string("{format: assize/pack/1, id: x, title: T, version: 1.0.0, licence: X, prefix: \"\", sources: [], "
                  "verification: {state: judgement}, files: ['") +
          file + "']}"));
  CHECK_FALSE(pack);
  CHECK(laws::codes_of(pack.diagnostics()).find("path-outside") != std::string::npos);
}

namespace {

/// Facts that a condition asks for and that cannot be answered for any subject of the scope.
void unanswerable(const Condition& condition, Scope scope, const Vocabulary& vocabulary, std::set<std::string>& found) {
  if (condition.word == Word::fact && condition.fact >= 0 &&
      !vocabulary.facts[static_cast<std::size_t>(condition.fact)].answered_by(scope))
    found.insert(condition.name);
  if (condition.word == Word::all || condition.word == Word::any || condition.word == Word::negation)
    for (const auto& part : condition.parts) unanswerable(part, scope, vocabulary, found);
}

}  // namespace

TEST_CASE("each fact that a shipped threat or requirement asks for can be answered for what it is asked of") {
  const auto& catalogue = laws::shipped().catalogue;
  const auto& vocabulary = catalogue.vocabulary;
  for (const auto& threat : catalogue.threats) {
    bool elements = false, flows = false;
    for (const int kind : threat.touched_kinds) (kind == vocabulary.kind("flow") ? flows : elements) = true;
    std::set<std::string> of_elements, of_flows, unanswered;
    const auto ask = [&](const Condition& condition) {
      if (elements) unanswerable(condition, Scope::element, vocabulary, of_elements);
      if (flows) unanswerable(condition, Scope::flow, vocabulary, of_flows);
    };
    ask(threat.when);
    for (const auto& adjustment : threat.adjust) ask(adjustment.when);
    for (const auto& fact : of_elements)
      if (!flows || of_flows.contains(fact)) unanswered.insert(fact);
    for (const auto& fact : of_flows)
      if (!elements || of_elements.contains(fact)) unanswered.insert(fact);
    CAPTURE(threat.id, unanswered);
    CHECK(unanswered.empty());
  }
  for (const auto& requirement : catalogue.requirements) {
    std::set<std::string> unanswered;
    if (requirement.when) unanswerable(*requirement.when, Scope::system, vocabulary, unanswered);
    CAPTURE(requirement.id, unanswered);
    CHECK(unanswered.empty());
  }
}

TEST_CASE("every metric that a shipped threat is measured by has a measure in the method that rates it") {
  const auto& catalogue = laws::shipped().catalogue;
  int asked = 0;
  for (const auto& threat : catalogue.threats)
    for (const auto& metric : threat.measured_by) {
      CAPTURE(threat.id, metric);
      bool measured = false;
      for (const auto& method : catalogue.methods)
        for (const auto& measure : method.measures)
          measured = measured || (method.scheme == threat.scheme && measure.metric == metric);
      CHECK(measured);
      ++asked;
    }
  CHECK(asked > 0);
}

}  // namespace assize::catalogue
