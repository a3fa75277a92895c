// SPDX-License-Identifier: Apache-2.0
// Each rule of lint fires on a fault and is silent on what stands next to it.
#include "engine/catalogue/lint.h"

#include <catch2/catch.hpp>

#include "tests/catalogue/small_pack.h"

namespace assize::catalogue {
namespace {

input::Diagnostics findings(const std::vector<PackText>& packs, const std::vector<PackCase>& cases = {}) {
  const auto read = read_catalogue(packs);
  if (!read.found.empty()) throw std::runtime_error(laws::said(read.found));
  return lint(read.catalogue, cases);
}

std::string codes(const std::string& content, const std::string& head = "") {
  return laws::codes_of(findings({small_pack("own", content, head)}));
}

const std::string others =
    small_threat("T2", "{fact: soaked, has: open}", "[bag]") + small_threat("T3", "{has: wet}", "[flow]");
const std::string other_controls =
    "  - {id: C2, title: C, treats: [{threat: T2, basis: judgement, because: b}, {threat: T3, basis: judgement, "
    "because: "
    "b}]}\n";

std::string with_threat(const std::string& first) { return small_content("", first + others); }
std::string with_control(const std::string& first) {
  return small_content("", small_threat() + others, first + other_controls);
}

const std::string schemes = "schemes: [{id: LIST, title: A list}]\n";
const std::string entries =
    "external: [{scheme: LIST, entries: [{id: A, title: A}, {id: A.1, title: A1, parent: A}, {id: B, title: B}]}]\n";
std::string refers(const std::string& to, const std::string& more) {
  return small_content(schemes + more, small_threat("T1", "{fact: red}", "[box]", "references: [" + to + "]") + others);
}

}  // namespace

TEST_CASE("lint has nothing to say of a pack in which all is used, treated and sourced") {
  CHECK(laws::said(findings({small_pack("own", small_content())})).empty());
}

TEST_CASE("lint finds what packs owe their readers") {
  const auto [code, head, more] = GENERATE(table<std::string, std::string, std::string>({
      {"unsourced", "sources: []", ""},
      {"unverified", "sources: [{id: own, title: Own}]", ""},
      {"unverified", "verification: {state: judgement}", ""},
      {"unsourced", "", "mappings: [{from: C1, relation: equal, to: C2, basis: published}]"},
      {"unsourced", "", "mappings: [{from: C1, relation: equal, to: C2, basis: published, because: b}]"},
      {"unsourced", "", "mappings: [{from: C1, relation: equal, to: C2, basis: judgement}]"},
      {"", "", "mappings: [{from: C1, relation: equal, to: C2, basis: published, source: s}]"},
      {"", "", "mappings: [{from: C1, relation: equal, to: C2, basis: judgement, because: b}]"},
      {"protected-text", "protected: {title: 20, because: b}",
       "requirements: [{id: R, title: A title of more than twenty characters}]"},
      {"", "protected: {title: 20, because: b}", "requirements: [{id: R, title: Twenty characters ät}]"},
      {"protected-text", "protected: {title: 20, because: b}", "requirements: [{id: R, title: R, says: S.}]"},
      {"", "", "requirements: [{id: R, title: A title of more than twenty characters, says: S.}]"},
      {"wrong-total", "totals: [{of: controls, count: 3, source: s}]", ""},
      {"", "totals: [{of: controls, count: 2, source: s}]", ""},
      {"wrong-total", "totals: [{of: threats, where: {begins: T1}, count: 2, source: s}]", ""},
      {"", "totals: [{of: threats, where: {begins: [T1, T3], scheme: attack}, count: 2, source: s}]", ""},
      {"wrong-total", "totals: [{of: threats, where: {theme: x}, count: 0, source: s}]", ""},
      {"", "totals: [{of: effects, where: {to: T2, basis: judgement}, count: 1, source: s}]", ""},
      {"", "totals: [{of: facts, count: 2, source: s}, {of: kinds, count: 4, source: s}]", ""},
  }));
  CAPTURE(head, more);
  CHECK(codes(small_content(more + "\n"), head) == code);
}

TEST_CASE("lint follows references to the lists of others") {
  const auto [code, to, more] = GENERATE(table<std::string, std::string, std::string>({
      {"", "'LIST:A'", ""},
      {"dangling-reference", "'LISTE:A'", ""},
      {"dangling-reference", "'LISTE:A', 'LISTE:B'", ""},  // Said once.
      {"dangling-reference", "no colon here", ""},
      {"unnamed-entries", "'LIST:A'", entries},
      {"", "'LIST:A', 'LIST:A.1', 'LIST:B'", entries},
      {"dangling-reference", "'LIST:C', 'LIST:A', 'LIST:A.1', 'LIST:B'", entries},
      {"renumbered-reference", "'LIST:Z', 'LIST:A.1', 'LIST:B'",
       entries + "aliases: [{scheme: LIST, old: Z, new: A, relation: renumbered}]\n"},
      {"dangling-id unnamed-entries", "'LIST:A'",
       entries + "aliases: [{scheme: LIST, old: Z, new: Y, relation: renumbered}]\n"},
      {"unnamed-entries", "'LIST:A'",
       entries + "aliases: [{scheme: LIST, old: A, new: Y, relation: renumbered, since: later}]\n"},
      {"", "'LIST:A', 'LIST:A.1', 'LIST:B'", entries + "aliases: [{scheme: LIST, old: Z, relation: no successor}]\n"},
      {"dangling-id", "'LIST:A'", "external: [{scheme: LIST, entries: [{id: A, title: A, parent: Q}]}]\n"},
  }));
  CAPTURE(to, more);
  CHECK(codes(refers(to, more)) == code);
}

TEST_CASE("lint holds a view against every entry of its schemes") {
  const auto view = [](const std::string& open) {
    return "views: [{id: v, title: V, schemes: [LIST]" + (open.empty() ? "" : ", open: [" + open + "]") + "}]\n";
  };
  const auto [code, to, open] = GENERATE(table<std::string, std::string, std::string>({
      {"unnamed-entries view-gap", "'LIST:A.1'", ""},          // B lacks; A has what stands below it.
      {"unnamed-entries view-gap", "'LIST:A', 'LIST:B'", ""},  // A.1 lacks: what is above it does not speak for it.
      {"unnamed-entries", "'LIST:A.1'", "{id: 'LIST:B', because: b}"},
      {"unnamed-entries", "'LIST:B'", "{id: 'LIST:A', because: b}"},  // With all below it.
      {"view-open-named", "'LIST:A.1', 'LIST:A', 'LIST:B'", "{id: 'LIST:B', because: b}"},
      {"dangling-id", "'LIST:A.1', 'LIST:A', 'LIST:B'", "{id: 'LIST:C', because: b}"},
      {"", "'LIST:A.1', 'LIST:A', 'LIST:B'", ""},
  }));
  CAPTURE(to, open);
  CHECK(codes(refers(to, entries + view(open))) == code);
  CHECK(codes(refers("'LIST:A'", view(""))) == "unchecked-view");
}

TEST_CASE("a view groups by entries of its kinds alone") {
  const auto listed = [](const std::string& kinds) {
    return "external:\n  - {scheme: LIST, kind: threat, entries: [{id: A, title: A}]}\n  - {scheme: LIST, kind: "
           "measure, "
           "entries: [{id: M, title: M}]}\nviews: [{id: v, title: V, schemes: [LIST]" +
           kinds + "}]\n";
  };
  CHECK(codes(refers("'LIST:A'", listed(", kinds: [threat]"))) == "unnamed-entries");
  CHECK(codes(refers("'LIST:A'", listed(""))) == "unnamed-entries view-gap");
  // A control that names an entry of another list says nothing of threats.
  auto content = refers("'LIST:A'", listed(""));
  const std::string control = "{id: C1, title: C, ";
  content.insert(content.find(control) + control.size(),
                 "relations: [{to: 'LIST:M', relation: corresponds, basis: judgement, because: b}], ");
  CHECK(codes(content) == "view-gap");
}

TEST_CASE("lint finds conditions that never hold, and no others") {
  const auto [code, touches, when] = GENERATE(table<std::string, std::string, std::string>({
      // Kinds.
      {"unreachable-condition", "[box]", "{is: bag}"},
      {"", "[thing]", "{is: bag}"},
      {"", "[box]", "{is: thing}"},
      {"unreachable-condition", "[thing]", "{all: [{is: bag}, {is: box}]}"},
      {"unreachable-condition", "[box]", "{not: {is: thing}}"},
      {"", "[thing]", "{not: {is: box}}"},
      {"idle-touch", "[box, bag]", "{is: box}"},
      {"", "[box, bag]", "{any: [{is: box}, {is: bag}]}"},
      // Traits: where they stand, and those that are true or false.
      {"unreachable-condition", "[bag]", "{trait: {colour: red}}"},
      {"", "[thing]", "{trait: {colour: red}}"},
      {"", "[box]", "{all: [{trait: {colour: red}}, {trait: {colour: blue}}]}"},  // It may be both.
      {"unreachable-condition", "[box]", "{all: [{trait: {open: true}}, {trait: {open: false}}]}"},
      {"unreachable-condition", "[box]", "{all: [{has: open}, {trait: {open: false}}]}"},
      {"", "[box]", "{all: [{has: open}, {trait: {open: [true, false]}}]}"},
      {"unreachable-condition", "[box]", "{has: wet}"},
      {"", "[box, flow]", "{any: [{has: wet}, {is: box}]}"},
      // Asked for and denied.
      {"unreachable-condition", "[box]", "{fact: red, not: {fact: red}}"},
      {"unreachable-condition", "[box]", "{fact: red, not: {trait: {colour: red}}}"},  // By its definition.
      {"unreachable-condition", "[box]", "{trait: {colour: red}, not: {trait: {colour: [red, blue]}}}"},
      {"", "[box]", "{trait: {colour: [red, blue]}, not: {trait: {colour: red}}}"},
      {"", "[box]", "{fact: red, not: {all: [{fact: red}, {has: open}]}}"},
      {"unreachable-condition", "[box]", "{fact: red, has: open, not: {all: [{fact: red}, {has: open}]}}"},
      {"unreachable-condition", "[box]", "{fact: red, not: {any: [{has: open}, {fact: red}]}}"},
      {"unreachable-condition", "[box]", "{not: {always: true}}"},
      {"", "[box]", "{not: {not: {fact: red}}}"},
      // Stages, and words that are asked of the wrong subject.
      {"unreachable-condition", "[box]", "{all: [{stage: [inception]}, {stage: [operation]}]}"},
      {"", "[box]", "{all: [{stage: [inception, operation]}, {stage: [operation]}]}"},
      {"unreachable-condition", "[flow]", "{inside: [public]}"},
      {"", "[box]", "{inside: [public]}"},
      {"unreachable-condition", "[flow]", "{fact: red}"},  // Nothing defines it for flows.
      {"", "[flow]", "{fact: soaked}"},                    // The system answers.
      {"unreachable-condition", "[bag]", "{fact: red}"},   // Its definition asks for a trait of boxes.
      // Alternatives.
      {"unreachable-condition", "[box]", "{any: [{is: bag}, {has: wet}]}"},
      {"unreachable-condition", "[box]", "{any: [{is: bag}, {fact: red}]}"},
      {"", "[box]", "{any: [{trait: {colour: blue}}, {fact: red}]}"},
      {"", "[box, flow]", "{any: [{has: wet}, {fact: red}]}"},  // Each alternative holds of one of the two.
  }));
  CAPTURE(touches, when);
  // T4 keeps in use what T1 may leave out; what T1 brings in use is no fault here.
  const auto content =
      small_content("", small_threat("T1", when, touches) + small_threat("T4") + others,
                    small_control() + other_controls +
                        "  - {id: C4, title: C, treats: [{threat: T4, basis: judgement, because: b}]}\n");
  CHECK(codes(content) == code);
}

TEST_CASE(
    "lint judges an adjustment together with the condition of its threat, and facts and requirements for themselves") {
  const auto adjusted = [](const std::string& when) {
    return with_threat(
        small_threat("T1", "{fact: red}", "[box]", "adjust: [{when: " + when + ", set: {time: day}, because: b}]"));
  };
  CHECK(codes(adjusted("{has: open}")).empty());
  CHECK(codes(adjusted("{not: {fact: red}}")) == "unreachable-condition");
  CHECK(codes(adjusted("{is: bag}")) == "unreachable-condition");
  const auto required = [](const std::string& when) {
    return small_content("requirements: [{id: R, title: R, when: " + when + "}]\n");
  };
  CHECK(codes(required("{fact: soaked}")).empty());
  CHECK(codes(required("{is: box}")) == "unreachable-condition");
  CHECK(codes(required("{fact: red}")) == "unreachable-condition");
  const auto fact = [](const std::string& of, const std::string& when) {
    auto content = small_content("", small_threat("T1", "{any: [{fact: red}, {fact: new}]}", "[box, flow]") + others);
    const std::string after = "facts:\n";
    return content.insert(content.find(after) + after.size(),
                          "  - {id: new, title: N, says: N., of: " + of + ", when: " + when + "}\n");
  };
  CHECK(codes(fact("[element, flow]", "{any: [{has: wet}, {has: open}]}")).empty());
  CHECK(codes(fact("[element, flow]", "{any: [{has: wet}, {carries: {is: box}}, {is: box}]}")).empty());
  CHECK(codes(fact("[element]", "{any: [{carries: {is: box}}, {is: box}]}")) == "unreachable-condition");
  CHECK(codes(fact("[element, flow]", "{linked: {by: [uses], to: {all: [{is: box}, {is: bag}]}}}"))
            .find("unreachable-condition") == 0);
}

TEST_CASE("lint finds entries that nothing asks for") {
  const auto added = [](const std::string& list, const std::string& entry) {
    auto content = small_content();
    const auto at = content.find(list + ":\n");
    return content.insert(at + list.size() + 2, "  - " + entry + "\n");
  };
  CHECK(codes(added("kinds", "{id: jar, title: Jar}")) == "unused-entry");
  CHECK(codes(added("kinds", "{id: jar, title: Jar, kept: for later}")).empty());
  CHECK(codes(added("kinds", "{id: crate, title: Crate, in: box}")).empty());
  CHECK(codes(added("traits", "{id: old, on: [box], values: [true, false], says: Old.}")) == "unused-entry");
  CHECK(codes(added("facts", "{id: old, title: O, says: O., of: [element], when: {has: open}}")) == "unused-entry");
  CHECK(codes(small_content("attributes: [{id: type, title: Type, values: [a]}]\n")) == "unused-entry");
  CHECK(codes(small_content(
                  "attributes: [{id: type, title: Type, values: [a]}]\n", small_threat() + others,
                  small_control("floor: {time: year}, basis: judgement, because: b", "attributes: {type: [a]}") +
                      other_controls))
            .empty());
}

TEST_CASE("lint finds threats without a control, and levels without a reason") {
  CHECK(codes(small_content("", small_threat() + others + small_threat("T4"))) == "untreated-threat");
  const auto blank = [](std::string content, const std::string& what, const std::string& by) {
    return content.replace(content.find(what), what.size(), by);
  };
  CHECK(codes(blank(small_content(), "{level: month, because: b}", "{level: month, because: ' '}")) == "unreasoned");
  CHECK(codes(with_threat(small_threat("T1", "{fact: red}", "[box]",
                                       "adjust: [{when: {has: open}, set: {time: day}, because: ' '}]"))) ==
        "unreasoned");
  CHECK(codes(with_control(small_control("floor: {time: year}, basis: judgement"))) == "unreasoned");
  CHECK(codes(with_control(small_control("floor: {time: year}, basis: published, because: b"))) == "unsourced");
  CHECK(codes(with_control(small_control("floor: {time: year}, basis: published, source: s"))).empty());
}

TEST_CASE("lint finds floors, caps and adjustments that change nothing") {
  const auto [code, adjust, effect] = GENERATE(table<std::string, std::string, std::string>({
      {"", "", "floor: {time: year}"},
      {"idle-floor", "", "floor: {time: month}"},
      {"idle-floor", "", "floor: {time: day}"},
      {"", "{when: {has: open}, set: {time: day}, because: b}", "floor: {time: month}"},
      {"idle-floor", "{when: {has: open}, set: {time: day}, because: b}", "floor: {time: day}"},
      {"idle-floor", "{when: {has: open}, set: {time: year}, because: b}", "floor: {time: month}"},
      {"", "", "cap: {intensity: one}"},
      {"idle-floor", "", "cap: {intensity: many}"},
      {"", "", "cap: {impact: 2}"},
      {"idle-floor", "", "cap: {impact: 3}"},
      {"idle-adjustment", "{when: {has: open}, set: {time: month}, because: b}", "floor: {time: year}"},
      {"",
       "{when: {has: open}, set: {time: month}, because: b}, {when: {not: {has: open}}, set: {time: day}, because: b}",
       "floor: {time: year}"},
  }));
  CAPTURE(adjust, effect);
  CHECK(codes(small_content("", small_threat("T1", "{fact: red}", "[box]", "adjust: [" + adjust + "]") + others,
                            small_control(effect + ", basis: judgement, because: b") + other_controls)) == code);
}

TEST_CASE("lint finds ids that lead nowhere, and classes that no loaded law governs") {
  CHECK(codes(small_content("", small_threat() + others,
                            small_control("floor: {time: year}, basis: judgement, because: b", "parent: Q") +
                                other_controls)) == "dangling-id");
  const auto standard = [](const std::string& requirement) {
    return small_content(
        "requirements: [{id: R, title: R}]\nstandards: [{id: S, title: S, kind: standard, status: published, "
        "source: s, speaks-to: [{requirement: " +
        requirement + ", source: s, basis: published}]}]\n");
  };
  CHECK(codes(standard("R")).empty());
  CHECK(codes(standard("Q")) == "dangling-id");
  CHECK(codes(small_content("requirements: [{id: R, title: R, related: [Q]}]\n")) == "dangling-id");
  CHECK(codes(small_content("requirements: [{id: R, title: R, related: [C1]}]\n")).empty());
  CHECK(codes(small_content("requirements: [{id: R, title: R, applies-to: [high]}]\n")) == "unchecked-classes");
}

TEST_CASE("lint finds expectations that cannot fail") {
  const auto expect = [](const std::string& expected) {
    std::vector<PackCase> cases;
    cases.push_back({"own", laws::tree_of("system: {elements: [{id: b, kind: box}, {id: c, kind: box}], flows: "
                                          "[{from: b, to: c}]}\nexpect: [" +
                                          expected + "]\n")});
    return laws::codes_of(findings({small_pack("own", small_content())}, cases));
  };
  CHECK(expect("{absent: T1@b}").empty());
  CHECK(expect("{absent: T3@b..c}, {no-fact: red@b}, {no-fact: soaked}").empty());
  CHECK(expect("{absent: T9@b}") == "idle-expectation");
  CHECK(expect("{absent: T1@x}") == "idle-expectation");
  CHECK(expect("{absent: T1}") == "idle-expectation");
  CHECK(expect("{no-fact: green@b}") == "idle-expectation");
}

TEST_CASE("lint finds overrulings that change nothing") {
  const auto overruled = [](const std::string& set) {
    return laws::codes_of(
        findings({small_pack("own", small_content()),
                  small_pack("mine", "overrules: [{threat: T1, of: own, because: b, set: " + set + "}]\n")}));
  };
  CHECK(overruled("{title: T}") == "idle-overruling");
  CHECK(overruled("{title: Other}").empty());
  CHECK(overruled("{title: Other, rating: {time: {level: month, because: b}}}") == "idle-overruling");
}

}  // namespace assize::catalogue
