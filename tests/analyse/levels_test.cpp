// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/laws/small_world.h"

namespace assize::analyse {
namespace {

using laws::small_threat;
using laws::small_world;

const std::string report = "{id: E, kind: record, title: T, reference: r, made: 2026-01-01, valid-until: 2026-12-31}";

Override override_of(const std::string& risk, const std::string& factor, const std::string& to) {
  Override made;
  made.risk.value = risk;
  made.factor.value = factor;
  made.to.value = to;
  made.by.value = "somebody";
  made.because = "b";
  return made;
}

}  // namespace

TEST_CASE("of the adjustments that hold, the most cautious replaces the base, whatever their order") {
  const std::string red_year = "{when: {fact: red}, set: {time: year}, because: r}",
                    blue_never = "{when: {fact: blue}, set: {time: never, skill: much}, because: b}";
  const auto [traits, inherent] = GENERATE(table<std::string, std::string>({
      {"{}", "month none single 3x1"},
      {"{colour: red}", "year none single 2x1"},  // An adjustment may lower as well as raise.
      {"{colour: blue}", "never much single 1x1"},
      {"{colour: [red, blue]}", "year much single 1x1"},  // Both hold: time takes the riskier, skill the only one.
  }));
  CAPTURE(traits);
  for (const auto& order : {red_year + ", " + blue_never, blue_never + ", " + red_year}) {
    const auto world = small_world({.catalogue = small_threat(", adjust: [" + order + "]"),
                                    .system = "elements: [{id: a, kind: box, traits: " + traits + "}]"});
    CHECK(world->at("T@a", At::inherent) == inherent);
  }
}

TEST_CASE("an override replaces the level, and what it replaced stays to be shown") {
  const auto world =
      small_world({.catalogue = small_threat(", adjust: [{when: {fact: red}, set: {time: year}, because: r}]"),
                   .system = "elements: [{id: a, kind: box, traits: {colour: red}}, {id: b, kind: box}]",
                   .overrides = {override_of("T@a", "time", "day"), override_of("T@a", "intensity", "heavy")}});
  CHECK(world->at("T@a", At::inherent) == "day none heavy 3x3");
  CHECK(world->at("T@b", At::inherent) == "month none single 3x1");  // Of that risk alone.
  const auto& time = world->risk("T@a")->origins[0];
  const auto& levels = world->risk("T@a")->method->factors[0].levels;
  CHECK(time.from == Origin::From::assessor);
  CHECK(levels[static_cast<std::size_t>(time.catalogue_rank)].id == "month");
  CHECK(levels[static_cast<std::size_t>(time.adjusted_rank)].id == "year");
  CHECK(time.adjustment);
  CHECK(time.override->because == "b");
  CHECK(world->risk("T@a")->origins[1].from == Origin::From::catalogue);
}

TEST_CASE("a measured number beats a judged level only with evidence that is valid on the date") {
  const auto [metric, as_of, inherent] = GENERATE(table<std::string, std::string, std::string>({
      {"{name: hours, value: 1, evidence: E}", "2026-06-15", "year"},
      {"{name: hours, value: 1.01, evidence: E}", "2026-06-15", "month"},
      {"{name: hours, value: 24, evidence: E}", "2026-06-15", "month"},
      {"{name: hours, value: 24.5, evidence: E}", "2026-06-15", "day"},
      {"{name: hours, value: 0, evidence: E}", "2026-06-15", "year"},
      {"{name: hours, value: 1, evidence: E}", "2025-12-31", "month"},  // Not yet made.
      {"{name: hours, value: 1, evidence: E}", "2027-01-01", "month"},  // Lapsed.
      {"{name: hours, value: 1}", "2026-06-15", "month"},
      {"{name: other, value: 1, evidence: E}", "2026-06-15", "month"},
      // Of several numbers, the most cautious level, in either order.
      {"{name: hours, value: 1, evidence: E}, {name: hours, value: 30, of: group, evidence: E}", "2026-06-15", "day"},
      {"{name: hours, value: 30, evidence: E}, {name: hours, value: 1, of: group, evidence: E}", "2026-06-15", "day"},
      {"{name: hours, value: 1, evidence: E}, {name: breaks, value: 0.5, evidence: E}", "2026-06-15", "month"},
      {"{name: hours, value: 1, evidence: E}, {name: breaks, value: 0.6}", "2026-06-15", "year"},
  }));
  CAPTURE(metric, as_of);
  const auto world = small_world({.catalogue = small_threat(", measured-by: [hours, breaks]"),
                                  .system = "elements: [{id: a, kind: box, metrics: [" + metric + "]}]",
                                  .evidence = report,
                                  .as_of = as_of});
  const auto& risk = *world->risk("T@a");
  CHECK(risk.method->factors[0].levels[static_cast<std::size_t>(risk.at(At::inherent).ranks[0])].id == inherent);
}

TEST_CASE("only a threat that says so is measured") {
  const auto world =
      small_world({.system = "elements: [{id: a, kind: box, metrics: [{name: hours, value: 1, evidence: E}]}]",
                   .evidence = report});
  CHECK(world->at("T@a", At::inherent) == "month none single 3x1");
}

TEST_CASE("an assessor overrules a measurement, and both are kept") {
  const auto world =
      small_world({.catalogue = small_threat(", measured-by: [hours]"),
                   .system = "elements: [{id: a, kind: box, metrics: [{name: hours, value: 1, evidence: E}]}]",
                   .evidence = report,
                   .overrides = {override_of("T@a", "time", "day")}});
  const auto& origin = world->risk("T@a")->origins[0];
  CHECK(world->at("T@a", At::inherent) == "day none single 3x1");
  CHECK(origin.from == Origin::From::assessor);
  REQUIRE(origin.metric);
  CHECK(origin.metric->as_written == "1");
  CHECK(origin.adjusted_rank == world->risk("T@a")->method->factors[0].rank("year"));
}

TEST_CASE("a floor does not better a measured level: the number already holds what controls do") {
  const auto world = small_world(
      {.catalogue =
           small_threat(", measured-by: [hours]") +
           "controls: [{id: C, title: C, treats: [{threat: T, floor: {time: year, skill: much}, basis: judgement}]}]\n",
       .system = "elements: [{id: a, kind: box, metrics: [{name: hours, value: 30, evidence: E}]}]",
       .implementations = "{control: C, status: in-place}",
       .evidence = report});
  CHECK(world->at("T@a", At::claimed) == "day much single 2x1");
}

TEST_CASE("the impact is the worst rating of what the threat hits, or one that says it is not rated") {
  const auto [system, impact, rated] = GENERATE(table<std::string, int, bool>({
      {"elements: [{id: a, kind: box}]", 1, false},
      {"elements: [{id: a, kind: box, value: {secrecy: {rating: 3, because: b}}}]", 1,
       false},  // Not hit by the threat.
      {"elements: [{id: a, kind: box, value: {integrity: {rating: 1, because: b}}}]", 1, true},
      {"elements: [{id: a, kind: box, value: {integrity: {rating: 2, because: b}}}]", 2, true},
      {"elements: [{id: a, kind: box}]\nharms: [{who: individuals, what: w, when: [{a: integrity}], rating: 3}]", 3,
       true},
      {"elements: [{id: a, kind: box}]\nharms: [{who: individuals, what: w, when: [{a: secrecy}], rating: 3}]", 1,
       false},
      {"elements: [{id: a, kind: box, value: {integrity: {rating: 3, because: b}}}]\nharms: [{who: individuals, what: "
       "w, when: [{a: integrity}], rating: 2}]",
       3, true},
      {"elements: [{id: a, kind: box, value: {integrity: {rating: 1, because: b}}}]\nharms: [{who: individuals, what: "
       "w, when: [{a: integrity}], rating: 2}]",
       2, true},
  }));
  CAPTURE(system);
  const auto world = small_world({.system = system});
  const auto& risk = *world->risk("T@a");
  CHECK(risk.at(At::inherent).impact.value == impact);
  CHECK((risk.asset.value || risk.asset.harm) == rated);
}

TEST_CASE("a flow that is not rated is worth what it carries, and else where it ends") {
  const std::string ends =
      "{id: a, kind: box, value: {integrity: {rating: 3, because: b}}}, {id: b, kind: box, value: {integrity: {rating: "
      "2, because: b}}}, "
      "{id: c, kind: key, value: {integrity: {rating: 3, because: b}}}, {id: d, kind: key}";
  const auto [flow, impact] = GENERATE(table<std::string, int>({
      {"{id: f, from: a, to: b}", 2},
      {"{id: f, from: a, to: d}", 1},
      {"{id: f, from: a, to: b, carries: [c]}", 3},
      {"{id: f, from: a, to: b, carries: [d]}", 2},
      {"{id: f, from: a, to: b, carries: [c], value: {integrity: {rating: 1, because: b}}}", 1},
      {"{id: f, from: a, to: b, carries: [c], value: {secrecy: {rating: 2, because: b}}}", 3},
  }));
  CAPTURE(flow);
  const auto world = small_world({.system = "elements: [" + ends + "]\nflows: [" + flow + "]"});
  CHECK(world->risk("T@f")->at(At::inherent).impact.value == impact);
}

TEST_CASE("which implementations count at which level") {
  const auto [implementation, claimed, evidenced, planned] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"status: in-place", "year", "month", "year"},
          {"status: in-place, evidence: [E]", "year", "year", "year"},
          {"status: in-place, evidence: [OLD]", "year", "month", "year"},
          {"status: in-place, evidence: [OLD, E]", "year", "year", "year"},
          {"status: planned", "month", "month", "year"},
          {"status: planned, evidence: [E]", "month", "month", "year"},
          {"status: not-applicable, because: b", "month", "month", "month"},
      }));
  CAPTURE(implementation);
  const auto world = small_world(
      {.catalogue = small_threat() +
                    "controls: [{id: C, title: C, treats: [{threat: T, floor: {time: year}, basis: judgement}]}]\n",
       .implementations = "{control: C, " + implementation + "}",
       .evidence = report + ", {id: OLD, kind: record, title: T, reference: r, made: 2025-01-01, every: P1Y}"});
  const auto time = [&](At at) { return world->at("T@a", at).substr(0, world->at("T@a", at).find(' ')); };
  CHECK(time(At::inherent) == "month");
  CHECK(time(At::claimed) == claimed);
  CHECK(time(At::evidenced) == evidenced);
  CHECK(time(At::planned) == planned);
}

TEST_CASE("evidence may name what it shows, or be named by it") {
  const auto [implementation, piece, shown] = GENERATE(table<std::string, std::string, bool>({
      {"evidence: [E]", "", true},
      {"because: none", ", shows: [{implementation: I}]", true},
      {"because: none", ", shows: [{implementation: J}]", false},
      {"because: none", "", false},
      {"because: none", ", shows: [{section: three}]", false},
  }));
  CAPTURE(implementation, piece);
  const auto world = small_world(
      {.catalogue = small_threat() +
                    "controls: [{id: C, title: C, treats: [{threat: T, floor: {time: year}, basis: judgement}]}]\n",
       .implementations = "{id: I, control: C, status: in-place, " + implementation + "}",
       .evidence = "{id: E, kind: record, title: T, reference: r, made: 2026-01-01" + piece + "}"});
  CHECK(is_evidenced(world->implementations[0], world->evidence, {2026, 6, 15}) == shown);
  CHECK(is_evidenced(world->implementations[0], world->evidence, {2025, 12, 31}) == false);
  CHECK((world->at("T@a", At::evidenced).substr(0, 4) == "year") == shown);  // One notion, for risks too.
  CHECK(evidence_of(world->implementations[0], world->evidence).size() == (shown ? 1u : 0u));
}

TEST_CASE("what an implementation protects: all, an element, a flow, or what lies in a boundary") {
  const auto [on, protects] = GENERATE(table<std::string, std::string>({
      {"", "a b c I.k f g"},
      {"on: [a], ", "a"},
      {"on: [f], ", "f"},
      {"on: [inner], ", "a"},
      {"on: [outer], ", "a b f"},  // The inner one lies in it; f has both ends in it, g one.
      {"on: [inner, c, g], ", "a c g"},
      {"on: [I.k], ", "I.k"},
  }));
  CAPTURE(on);
  const auto world = small_world(
      {.catalogue = small_threat() + "controls: [{id: C, title: C, treats: [{threat: T, floor: {time: year}, basis: "
                                     "judgement}], brings: [{id: k, kind: key, title: K}]}]\n",
       .system = "elements: [{id: a, kind: box}, {id: b, kind: box}, {id: c, kind: box}]\nflows: [{id: f, from: a, to: "
                 "b}, {id: g, from: b, to: c}]\n"
                 "boundaries: [{id: outer, inside: [inner, b]}, {id: inner, inside: [a]}]",
       .implementations = "{id: I, control: C, status: in-place, " + on + "because: b}"});
  std::string found;
  for (const auto& risk : world->risks)
    if (world->at(risk.id, At::claimed).substr(0, 4) == "year") found += (found.empty() ? "" : " ") + risk.id.substr(2);
  CHECK(found == protects);
}

TEST_CASE("TVRA: what a countermeasure in place brings is an asset, and walked; what is only planned is none yet") {
  const auto [status, there] =
      GENERATE(table<std::string, bool>({{"in-place", true}, {"planned", false}, {"not-applicable", false}}));
  CAPTURE(status);
  const auto world = small_world(
      {.catalogue = small_threat() + "controls: [{id: C, title: C, brings: [{id: k, kind: key, title: K}]}]\n",
       .implementations = "{id: I, control: C, status: " + status +
                          ", because: b, brings: {k: {value: {integrity: {rating: 3, because: b}}}}}"});
  const auto* risk = world->risk("T@I.k");
  CHECK((risk != nullptr) == there);
  if (risk) CHECK(risk->at(At::inherent).impact.value == 3);
}

TEST_CASE("what a control brings can be a thing that the describer has named already") {
  const auto world = small_world(
      {.catalogue = small_threat() + "controls: [{id: C, title: C, brings: [{id: k, kind: key, title: K}]}]\n",
       .implementations = "{id: I, control: C, status: in-place, brings: {k: {is: a}}}"});
  CHECK(world->risk("T@a"));
  CHECK_FALSE(world->risk("T@I.k"));
}

}  // namespace assize::analyse
