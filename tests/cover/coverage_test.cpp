// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "engine/cover/cover.h"
#include "tests/laws/small_world.h"

namespace assize::cover {
namespace {

using laws::small_world;

const std::string proof =
    "{id: E, kind: record, title: T, reference: r, made: 2026-01-01, valid-until: 2026-12-31}, "
    "{id: OLD, kind: record, title: T, reference: r, made: 2024-01-01, valid-until: 2024-12-31}";
const input::Date today{2026, 6, 15};

/// All that coverage is worked out from, with what a test says.
struct Covered {
  std::unique_ptr<laws::SmallWorld> world;
  std::vector<Narrative> narratives;
  std::vector<std::string> frameworks;
  std::vector<Coverage> coverage;
  std::vector<Gap> gaps;

  const Coverage& of(const std::string& id) const {
    for (const auto& one : coverage)
      if (one.id == id) return one;
    throw std::runtime_error("nothing is called " + id);
  }
  std::string gap_codes(const std::string& about) const {
    std::string text;
    for (const auto& gap : gaps)
      if (gap.about == about) text += (text.empty() ? "" : " ") + gap.code;
    return text;
  }
};

std::unique_ptr<Covered> covered(laws::SmallText text, std::vector<Narrative> narratives = {}) {
  auto made = std::make_unique<Covered>();
  text.catalogue = laws::small_threat() + text.catalogue;
  if (text.evidence.empty()) text.evidence = proof;
  made->world = small_world(text);
  made->narratives = std::move(narratives);
  const Given given{.catalogue = made->world->catalogue.catalogue,
                    .implementations = made->world->implementations,
                    .evidence = made->world->evidence,
                    .narratives = made->narratives,
                    .frameworks = made->frameworks,
                    .as_of = today};
  made->coverage = cover(made->world->facts, made->world->risks, given);
  made->gaps = find_gaps(made->world->facts, treat::treat(made->world->risks, {}, today), made->coverage, given);
  return made;
}

std::string mapping(const std::string& from, const std::string& relation, const std::string& to) {
  return "{from: " + from + ", relation: " + relation + ", to: " + to + ", basis: judgement, source: " + from +
         relation + to + "}";
}

/// Controls A to F and a requirement R, with these mappings.
std::string mapped(const std::string& mappings) {
  return "controls: [{id: A, title: A}, {id: B, title: B}, {id: C, title: C}, {id: D, title: D}, {id: E, title: E}, "
         "{id: F, title: F}]\n"
         "requirements: [{id: R, title: R, kind: obligation}]\nmappings: [" +
         mappings + "]\n";
}

}  // namespace

TEST_CASE("what meeting one end of a mapping does for the other, forwards and backwards") {
  const auto [relation, forwards, backwards] = GENERATE(table<std::string, Strength, Strength>({
      {"equal", Strength::covered, Strength::covered},
      {"superset", Strength::covered, Strength::partly},
      {"subset", Strength::partly, Strength::covered},
      {"intersects", Strength::related, Strength::related},
      {"supports", Strength::related, Strength::nothing},
  }));
  CAPTURE(relation);
  const auto there = covered({.catalogue = mapped(mapping("A", relation, "R")),
                              .implementations = "{control: A, status: in-place, evidence: [E]}"});
  CHECK(there->of("R").at(Standing::evidenced) == forwards);
  const auto back = covered({.catalogue = mapped(mapping("R", relation, "A")),
                             .implementations = "{control: A, status: in-place, evidence: [E]}"});
  CHECK(back->of("R").at(Standing::evidenced) == backwards);
  if (backwards != Strength::nothing) {
    REQUIRE(back->of("R").supports.size() == 1);
    CHECK(back->of("R").supports[0].path[0].backwards);
  }
}

TEST_CASE("along a chain of mappings the weakest link counts, and an intersection never becomes cover") {
  const auto [chain, strength] = GENERATE(table<std::string, Strength>({
      {mapping("A", "equal", "B") + ", " + mapping("B", "equal", "R"), Strength::covered},
      {mapping("A", "equal", "B") + ", " + mapping("B", "subset", "R"), Strength::partly},
      {mapping("A", "superset", "B") + ", " + mapping("B", "subset", "R"), Strength::partly},
      {mapping("A", "subset", "B") + ", " + mapping("B", "subset", "R"), Strength::partly},
      // A part of what covers R may be another part than R.
      {mapping("A", "subset", "B") + ", " + mapping("B", "superset", "R"), Strength::related},
      {mapping("A", "equal", "B") + ", " + mapping("B", "intersects", "R"), Strength::related},
      {mapping("A", "intersects", "B") + ", " + mapping("B", "equal", "R"), Strength::related},
      {mapping("A", "intersects", "B") + ", " + mapping("B", "intersects", "R"), Strength::nothing},
      {mapping("A", "subset", "B") + ", " + mapping("B", "intersects", "R"), Strength::nothing},
      {mapping("A", "supports", "B") + ", " + mapping("B", "equal", "R"), Strength::related},
      {mapping("B", "supports", "A") + ", " + mapping("B", "equal", "R"), Strength::nothing},
      // Two ways: the stronger one counts.
      {mapping("A", "intersects", "R") + ", " + mapping("A", "equal", "B") + ", " + mapping("B", "equal", "R"),
       Strength::covered},
      {mapping("A", "equal", "B") + ", " + mapping("B", "equal", "C") + ", " + mapping("C", "equal", "R"),
       Strength::covered},
      // Four steps say nothing to a reader.
      {mapping("A", "equal", "B") + ", " + mapping("B", "equal", "C") + ", " + mapping("C", "equal", "D") + ", " +
           mapping("D", "equal", "R"),
       Strength::nothing},
      // A strong long way to B must not hide that a short weak one leads further.
      {mapping("A", "equal", "B") + ", " + mapping("B", "intersects", "R") + ", " + mapping("B", "equal", "C") + ", " +
           mapping("C", "equal", "D") + ", " + mapping("D", "equal", "R"),
       Strength::related},
  }));
  CAPTURE(chain);
  const auto made =
      covered({.catalogue = mapped(chain), .implementations = "{control: A, status: in-place, evidence: [E]}"});
  CHECK(made->of("R").at(Standing::evidenced) == strength);
}

TEST_CASE("how sure it is that something is met") {
  const auto [implementation, standing, gap] = GENERATE(table<std::string, Standing, std::string>({
      {"", Standing::none, "requirement-unmet"},
      {"{id: I, control: R, status: planned, due: 2027-01-01}", Standing::planned, "requirement-planned"},
      {"{id: I, control: R, status: in-place}", Standing::claimed, "requirement-claimed"},
      {"{id: I, control: R, status: in-place, evidence: [OLD]}", Standing::claimed, "requirement-claimed"},
      {"{id: I, control: R, status: in-place, evidence: [E]}", Standing::evidenced, ""},
      {"{id: I, control: R, status: not-applicable, because: b}", Standing::none, ""},
  }));
  CAPTURE(implementation);
  const auto made = covered({.catalogue = mapped(""), .implementations = implementation});
  const auto& requirement = made->of("R");
  for (const auto one : {Standing::planned, Standing::claimed, Standing::evidenced})
    CHECK(requirement.at(one) == (one <= standing ? Strength::covered : Strength::nothing));
  CHECK(made->gap_codes("R") == gap);
}

TEST_CASE("what is met in part or by a relative alone is a gap of its own") {
  const auto [relation, evidence, gap] = GENERATE(table<std::string, std::string, std::string>({
      {"subset", ", evidence: [E]", "requirement-partly"},
      {"subset", "", "requirement-claimed"},
      {"intersects", ", evidence: [E]", "requirement-related-only"},
      {"supports", ", evidence: [E]", "requirement-related-only"},
      {"equal", ", evidence: [E]", ""},
  }));
  CAPTURE(relation, evidence);
  const auto made = covered({.catalogue = mapped(mapping("A", relation, "R")),
                             .implementations = "{control: A, status: in-place" + evidence + "}"});
  CHECK(made->gap_codes("R") == gap);
}

TEST_CASE("evidence may show a requirement itself, without any implementation") {
  const auto [valid, standing] =
      GENERATE(table<std::string, Standing>({{"2026-12-31", Standing::evidenced}, {"2026-01-31", Standing::claimed}}));
  CAPTURE(valid);
  const auto made =
      covered({.catalogue = mapped(""),
               .evidence = "{id: E, kind: record, title: T, reference: r, made: 2026-01-01, valid-until: " + valid +
                           ", shows: [{requirement: R}]}"});
  REQUIRE(made->of("R").supports.size() == 1);
  CHECK(made->of("R").supports[0].standing == standing);
  CHECK(made->of("R").supports[0].evidence);
}

TEST_CASE("what meets a requirement meets its parts, but a part does not meet the whole") {
  const std::string parts =
      "requirements: [{id: W, title: W, kind: obligation}, {id: P, title: P, parent: W, kind: obligation}, {id: Q, "
      "title: Q, parent: W, kind: obligation}]\n";
  const auto whole = covered({.catalogue = parts, .implementations = "{control: W, status: in-place, evidence: [E]}"});
  CHECK(whole->of("P").at(Standing::evidenced) == Strength::covered);
  CHECK(whole->of("Q").at(Standing::evidenced) == Strength::covered);
  const auto part = covered({.catalogue = parts, .implementations = "{control: P, status: in-place, evidence: [E]}"});
  CHECK(part->of("W").at(Standing::evidenced) == Strength::nothing);
  CHECK(part->of("Q").at(Standing::evidenced) == Strength::nothing);
}

TEST_CASE("a requirement whose condition does not hold does not apply, and makes no gap") {
  const auto [when, applies] =
      GENERATE(table<std::string, bool>({{"stage: [inception]", true}, {"not: {stage: [inception]}", false}}));
  CAPTURE(when);
  const auto made =
      covered({.catalogue = "requirements: [{id: R, title: R, kind: obligation, when: {" + when + "}}]\n"});
  CHECK(made->of("R").applies.is_out() != applies);
  CHECK(made->gap_codes("R") == (applies ? "requirement-unmet" : ""));
}

TEST_CASE("a control that is not applicable in one place and in place in another is not excluded") {
  const auto controls = std::string("controls: [{id: S1, title: S, theme: Technical}]\n");
  const auto excluded =
      covered({.catalogue = controls, .implementations = "{id: I, control: S1, status: not-applicable, because: b}"});
  CHECK(excluded->of("S1").excluded);
  CHECK(excluded->gap_codes("S1").empty());
  const auto mixed = covered({.catalogue = controls,
                              .implementations = "{id: I, control: S1, status: not-applicable, on: [a], because: b}, "
                                                 "{id: J, control: S1, status: in-place}"});
  CHECK_FALSE(mixed->of("S1").excluded);
  CHECK(mixed->gap_codes("S1") == "control-claimed");
}

TEST_CASE("controls of our own are offers; those of a standard are asked for") {
  const auto made = covered(
      {.catalogue =
           "controls: [{id: S1, title: S, theme: Technical}, {id: S2, title: S, parent: S}, {id: O, title: O}]\n"});
  CHECK(made->gap_codes("S1") == "control-unmet");
  CHECK(made->gap_codes("S2") == "control-unmet");
  CHECK(made->gap_codes("O").empty());
}

TEST_CASE("risks make gaps by their class as evidenced and by what is decided") {
  const auto undecided = [](int rating) {
    return covered({.catalogue = "",
                    .system = "elements: [{id: a, kind: box, value: {integrity: {rating: " + std::to_string(rating) +
                              ", because: b}}}]"});
  };
  CHECK(undecided(1)->gap_codes("T@a") == "risk-undecided");  // 3x1: major.
  const auto critical = undecided(2);
  CHECK(critical->gap_codes("T@a") == "risk-undecided");
  for (const auto& gap : critical->gaps)
    if (gap.about == "T@a") CHECK(gap.weight == Gap::Weight::blocking);
}

TEST_CASE("what an undecided risk is as a gap follows from its class, and the class may say so itself") {
  catalogue::Method method;
  method.classes.resize(4);
  const auto words = [&] {
    std::string text;
    for (int i = 0; i < 4; ++i) text += catalogue::undecided(method, i) + " ";
    return text;
  };
  CHECK(words() == "nothing open open blocking ");
  method.classes[0].undecided = "open";
  method.classes[2].undecided = "blocking";
  CHECK(words() == "open open blocking blocking ");
}

TEST_CASE("evidence and implementations make gaps of their own") {
  const auto made =
      covered({.catalogue = mapped(""),
               .implementations =
                   "{id: I, control: A, status: in-place}, {id: J, control: B, status: planned, due: 2026-06-14}, "
                   "{id: K, control: C, status: planned, due: 2026-06-15}, {id: L, control: D, status: planned}, "
                   "{id: M, control: E, status: in-place, evidence: [E]}"});
  CHECK(made->gap_codes("I") == "implementation-unevidenced implementation-serves-nothing");
  CHECK(made->gap_codes("J") == "implementation-overdue implementation-serves-nothing");
  CHECK(made->gap_codes("K") == "implementation-serves-nothing");
  CHECK(made->gap_codes("L") == "implementation-undated implementation-serves-nothing");
  CHECK(made->gap_codes("M") == "implementation-serves-nothing");
  CHECK(made->gap_codes("OLD") == "evidence-lapsed evidence-unused");
  CHECK(made->gap_codes("a") == "value-not-rated");
}

TEST_CASE("a metric without valid evidence is a gap, and evidence that shows a metric is used") {
  const auto made = covered({.catalogue = "",
                             .system = "elements: [{id: a, kind: box, metrics: [{name: hours, value: 1, evidence: "
                                       "OLD}, {name: breaks, value: 1, evidence: E}, {name: other, value: 1}]}]"});
  CHECK(made->gap_codes("a/hours") == "metric-unevidenced");
  CHECK(made->gap_codes("a/breaks") == "");
  CHECK(made->gap_codes("a/other") == "metric-unevidenced");
  CHECK(made->gap_codes("E") == "");
}

TEST_CASE("a plan to meet a requirement is told with its day, though something related is in place") {
  const auto made = covered({.catalogue = mapped(mapping("A", "supports", "R") + ", " + mapping("B", "equal", "R")),
                             .implementations = "{control: A, status: in-place, evidence: [E]}, "
                                                "{control: B, status: planned, due: 2027-03-01}"});
  CHECK(made->gap_codes("R") == "requirement-planned");
  for (const auto& gap : made->gaps)
    if (gap.about == "R") {
      CHECK(gap.says == "is only planned, for 2027-03-01");
      CHECK(gap.when == input::Date{2027, 3, 1});
    }
  // A plan that is only related as well adds nothing to what is in place.
  const auto both = covered({.catalogue = mapped(mapping("A", "supports", "R") + ", " + mapping("B", "supports", "R")),
                             .implementations = "{control: A, status: in-place}, {control: B, status: planned}"});
  CHECK(both->gap_codes("R") == "requirement-related-only");
}

TEST_CASE("a measure that treats no risk and meets nothing that is asked is a gap of its own") {
  const std::string controls =
      "controls: [{id: A, title: A}, {id: B, title: B}, {id: S, title: S, theme: Of a standard}, "
      "{id: C, title: C, treats: [{threat: T, basis: judgement}]}]\n"
      "requirements: [{id: R, title: R, kind: obligation}]\nmappings: [" +
      mapping("B", "supports", "R") + "]\n";
  const auto made = covered({.catalogue = controls,
                             .implementations = "{control: A, status: in-place}, {control: B, status: planned}, "
                                                "{control: S, status: in-place}, {control: C, status: in-place}"});
  const auto serves_nothing = [&](const std::string& id) {
    return made->gap_codes(id).find("implementation-serves-nothing") != std::string::npos;
  };
  CHECK(serves_nothing("A"));
  CHECK_FALSE(serves_nothing("B"));  // Even a support is a purpose.
  CHECK_FALSE(serves_nothing("S"));  // The standard asks for its own controls.
  CHECK_FALSE(serves_nothing("C"));
}

TEST_CASE("prose that is asked for is missing, hollow or there") {
  const std::string asks = "requirements: [{id: R, title: R, kind: content-item, narrative: true}]\n";
  const auto answer = [](const std::string& text) {
    Narrative narrative;
    narrative.requirement = "R";
    narrative.text = text;
    return std::vector<Narrative>{narrative};
  };
  CHECK(covered({.catalogue = asks})->gap_codes("R") == "narrative-missing");
  CHECK(covered({.catalogue = asks}, answer("TBD"))->gap_codes("R") == "narrative-hollow");
  const auto sound =
      covered({.catalogue = asks}, answer("The data were chosen by the team, by the rules of the plan."));
  CHECK(sound->gap_codes("R") == "requirement-claimed");  // Written, and not yet shown.
  CHECK(sound->of("R").at(Standing::claimed) == Strength::covered);
  CHECK(sound->of("R").at(Standing::evidenced) == Strength::nothing);
}

TEST_CASE("prose under an obligation is a claim, not a proof") {
  Narrative narrative;
  narrative.requirement = "R";
  narrative.text = "The data were chosen by the team, by the rules of the plan.";
  const auto made = covered({.catalogue = mapped("")}, {narrative});
  CHECK(made->of("R").at(Standing::claimed) == Strength::covered);
  CHECK(made->of("R").at(Standing::evidenced) == Strength::nothing);
  CHECK(made->gap_codes("R") == "requirement-claimed");
}

TEST_CASE("one more mapping never weakens what was covered") {
  const std::vector<std::string> relations = {"equal", "subset", "superset", "intersects", "supports"};
  const std::vector<std::string> nodes = {"A", "B", "C", "D", "R"};
  std::uint32_t state = 7;
  const auto below = [&](std::size_t n) { return (state = state * 1664525u + 1013904223u, (state >> 8) % n); };
  for (int trial = 0; trial < 60; ++trial) {
    std::set<std::string> rows;
    std::string before;
    for (int i = 0; i < 8; ++i) {
      const auto from = nodes[below(nodes.size())], to = nodes[below(nodes.size())];
      if (from == to) continue;
      const auto row = mapping(from, relations[below(relations.size())], to);
      if (!rows.insert(row).second) continue;
      const auto all = before + (before.empty() ? "" : ", ") + row;
      const auto implementation = "{control: A, status: in-place, evidence: [E]}";
      const auto was = covered({.catalogue = mapped(before), .implementations = implementation});
      const auto now = covered({.catalogue = mapped(all), .implementations = implementation});
      CAPTURE(all);
      CHECK(now->of("R").at(Standing::evidenced) >= was->of("R").at(Standing::evidenced));
      before = all;
    }
  }
}

}  // namespace assize::cover
