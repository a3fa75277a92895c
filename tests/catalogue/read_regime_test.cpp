// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/read_regime.h"

#include <catch2/catch.hpp>

#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

std::string law(const std::string& gates, const std::string& more = "") {
  return R"(
kinds: [{id: thing, title: Thing}]
stages: [{id: inception, title: Inception}]
facts: [{id: there, title: There, says: S., of: [system], when: {always: true}}]
regimes:
  - id: l
    title: L
    governs: [own]
    steps: [{id: S1, title: S}]
    topics: [{id: t, title: T}]
    presumed: [Art.1]
    roles: [{id: maker, title: M, if: {answer: {yes-no: true}}}]
    classes: [{id: risky, title: R, if: {gate: a}}]
    tiers: [{id: risky, title: R, if: {class: risky}}]
questions:
  - {id: yes-no, text: Yes or no?}
  - {id: one, text: Which?, type: choice, choices: [{id: red, text: Red}, {id: blue, text: Blue}]}
  - {id: some, text: Which ones?, type: choices, choices: [{id: red, text: Red}, {id: none, text: None}]}
  - {id: much, text: How much?, type: number}
  - {id: day, text: When?, type: date}
gates:
  - {id: a, title: A, if: {answer: {yes-no: true}}}
)" + gates +
         more;
}

}  // namespace

TEST_CASE("a law as it should be") {
  const auto read = laws::own_pack(law("  - {id: b, title: B, step: S1, if: {fact: there}}\n"));
  CHECK(laws::said(read.found).empty());
  REQUIRE(read.catalogue.regimes.size() == 1);
  const auto& regime = read.catalogue.regimes.front();
  CHECK(regime.findings.front().kind == LegalFinding::Kind::gate);  // Gates first, however they are written.
  CHECK(regime.finding(LegalFinding::Kind::tier, "risky") != nullptr);
  CHECK(read.catalogue.question("much")->type == Question::Type::number);
}

TEST_CASE("what is wrong in a law") {
  const auto [text, code] = GENERATE(table<std::string, std::string>({
      {law("  - {id: a, title: Again, if: {always: true}}\n"), "duplicate-id"},
      {law("  - {id: b, title: B, if: {answer: {yes-on: true}}}\n"), "unknown-question"},
      {law("  - {id: b, title: B, if: {answer: {yes-no: maybe}}}\n"), "wrong-answer"},
      {law("  - {id: b, title: B, if: {answer: {one: green}}}\n"), "wrong-answer"},
      {law("  - {id: b, title: B, if: {above: {one: 3}}}\n"), "wrong-answer"},
      {law("  - {id: b, title: B, if: {answer: {much: 3}}}\n"), "wrong-answer"},
      {law("  - {id: b, title: B, if: {before: {much: 2026-01-01}}}\n"), "wrong-answer"},
      {law("  - {id: b, title: B, if: {fact: here}}\n"), "unknown-fact"},
      {law("  - {id: b, title: B, if: {gate: c}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, if: {class: risk}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, if: {role: marker}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, if: {tier: risk}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, if: {standards: {all: cited}}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, step: S2, if: {always: true}}\n"), "unknown-gate"},
      {law("  - {id: b, title: B, if: {gate: b}}\n"), "gate-cycle"},
      {law("  - {id: b, title: B, if: {gate: c}}\n  - {id: c, title: C, if: {gate: b}}\n"), "gate-cycle"},
      // What stops comes before classes, and so may not ask for one.
      {law("  - {id: b, title: B, stops: true, if: {class: risky}}\n"), "gate-cycle"},
      {law("  - {id: b, title: B, if: {gate: c}}\n  - {id: s, title: S, stops: true, if: {gate: b}}\n  - {id: c, "
           "title: C, if: {always: true}}\n"),
       "gate-cycle"},
      {law("", "tables: [{id: t, title: T, rows: [{id: r, if: {gate: z}, result: R}]}]\n"), "unknown-gate"},
      {law("",
           "tables: [{id: t, title: T, rows: [{id: r, if: {always: true}, result: R}, {id: r, if: {always: true}, "
           "result: R}]}]\n"),
       "duplicate-id"},
      {law("", "provisions: [{id: p, topic: u, title: P}]\n"), "unknown-gate"},
      {law("", "provisions: [{id: p, topic: t, title: P, who: [marker]}]\n"), "unknown-gate"},
      {law("", "provisions: [{id: p, topic: t, title: P, exempts: [\"R.2*\"]}]\nrequirements: [{id: R.1, title: R}]\n"),
       "unknown-requirement"},
      {law("",
           "presumptions: [{standard: EN, kind: harmonised-standard, requirements: [Art.2], cited: false, covers: "
           "full, state: 2026-01-01}]\n"),
       "unknown-requirement"},
      {law("", "requirements: [{id: R.1, title: R, applies-to: [risk]}]\n"), "unknown-gate"},
      {law("", "requirements: [{id: R.1, title: R, binds: [marker]}]\n"), "unknown-gate"},
      {law("", "requirements: [{id: R.1, title: R, applies-to: [risky], applies-from-for: {risk: 2026-01-01}}]\n"),
       "unknown-gate"},
      {"kinds: [{id: thing, title: Thing}]\ngates: [{id: a, title: A, if: {always: true}}]\n", "no-regime"},
      {"kinds: [{id: thing, title: Thing}]\nregimes: [{id: l, title: L, classes: [{id: c, title: C}], tiers: [{id: t, "
       "title: T, if: {class: c}}]}, "
       "{id: m, title: M, classes: [{id: c, title: C}], tiers: [{id: t, title: T, if: {class: c}}]}]\n",
       "no-regime"},
  }));
  CAPTURE(text, code);
  const auto read = laws::own_pack(text);
  INFO(laws::said(read.found));
  REQUIRE_FALSE(read.found.empty());
  CHECK(read.found.front().code == code);
  CHECK(read.found.front().place.line > 0);
}

TEST_CASE("an id that is nearly right is suggested") {
  const auto read = laws::own_pack(law("  - {id: b, title: B, if: {answer: {yes-on: true}}}\n"));
  REQUIRE(read.found.size() == 1);
  CHECK(read.found.front().help == "did you mean `yes-no`?");
}

TEST_CASE("answers that fit their question, and those that do not") {
  const auto read = laws::own_pack(law(""));
  const auto [question, values, is_list, fits] = GENERATE(table<std::string, std::vector<std::string>, bool, bool>({
      {"yes-no", {"true"}, false, true},
      {"yes-no", {"false"}, false, true},
      {"yes-no", {"yes"}, false, false},
      {"yes-no", {"true"}, true, false},
      {"one", {"red"}, false, true},
      {"one", {"green"}, false, false},
      {"one", {"red", "blue"}, true, false},
      {"some", {"red"}, true, true},
      {"some", {"red"}, false, true},
      {"some", {"none"}, true, true},
      {"some", {"red", "none"}, true, false},
      {"some", {"green"}, true, false},
      {"some", {}, true, false},
      {"much", {"1.0e+25"}, false, true},
      {"much", {"12"}, false, true},
      {"much", {"-3.5"}, false, true},
      {"much", {"much"}, false, false},
      {"much", {"e"}, false, false},
      {"day", {"2026-02-28"}, false, true},
      {"day", {"2026-02-30"}, false, false},
      {"day", {"yesterday"}, false, false},
  }));
  CAPTURE(question, values, is_list);
  std::string hint;
  CHECK(wrong_with_answer(*read.catalogue.question(question), values, is_list, hint).empty() == fits);
}

TEST_CASE("the shipped law is sound, and has what the reference has") {
  const auto read = laws::read_shipped({"vocabulary", "ai-act-regime"});
  CHECK(laws::said(read.found).empty());
  const auto& regime = read.catalogue.regimes.front();
  const auto count = [&](LegalFinding::Kind kind, const std::string& beginning) {
    return std::count_if(regime.findings.begin(), regime.findings.end(),
                         [&](const auto& one) { return one.kind == kind && one.id.starts_with(beginning); });
  };
  using Kind = LegalFinding::Kind;
  CHECK(count(Kind::gate, "Annex-III.") == 25);  // The uses of Annex III.
  CHECK(count(Kind::gate, "art5-") == 10);       // Points (a) to (h), (ba), (bb).
  CHECK(count(Kind::gate, "art50-") == 5);
  CHECK(read.catalogue.question("annex-i-law")->choices.size() ==
        1 + 11 + 9);  // None, Section A 2-12, Section B 13-21.
  for (const auto* id : {"high-risk", "high-risk-annex-iii", "high-risk-annex-i", "high-risk-biometrics", "derogated",
                         "transparency", "gpai", "gpai-systemic", "prohibited", "all-ai"})
    CHECK(regime.finding(Kind::class_, id) != nullptr);
  const auto& route = regime.tables.front();
  CHECK(route.id == "conformity-route");
  CHECK(route.rows.size() + route.adds.size() == 11 + 3);  // The eleven of Art. 43, and what needs no route.
  for (const auto& presumption : regime.presumptions) CHECK_FALSE(presumption.cited);  // As of its state.
  for (const auto& finding : regime.findings) {
    CAPTURE(finding.id);
    CHECK((!finding.cites.empty() || finding.kind == Kind::tier));  // Every reason cites.
  }
}

}  // namespace assize::catalogue
