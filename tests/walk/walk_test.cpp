// SPDX-License-Identifier: Apache-2.0
#include "engine/walk/walk.h"

#include <catch2/catch.hpp>

#include "engine/evidence/read_evidence.h"
#include "engine/model/read_system.h"
#include "tests/laws/shipped.h"

namespace assize::walk {
namespace {

const std::string catalogue = R"(
kinds: [{id: thing, title: Thing}, {id: box, title: Box, in: thing}, {id: key, title: Key, in: thing}, {id: flow, title: Flow}]
objectives: [{id: integrity, title: Integrity, group: security}]
traits: [{id: colour, on: [element, flow], values: [red, blue], says: Colour.}]
facts:
  - {id: red, title: Red, says: S., of: [element, flow], when: {trait: {colour: red}}}
  - {id: has-key, title: Has a key, says: S., of: [system], when: {somewhere: {is: key}}}
threats:
  - {id: T1, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: [box], when: {always: true}, hits: [integrity], rating: {time: {level: d, because: b}, intensity: {level: i, because: b}}}
  - {id: T2, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: [thing, flow], when: {fact: red}, hits: [integrity], rating: {time: {level: d, because: b}, intensity: {level: i, because: b}}}
  - {id: T3, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: [box], when: {not: {fact: has-key}}, hits: [integrity], rating: {time: {level: d, because: b}, intensity: {level: i, because: b}}}
  - {id: T4, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: [key], when: {always: true}, hits: [integrity], rating: {time: {level: d, because: b}, intensity: {level: i, because: b}}}
controls: [{id: C, title: C, brings: [{id: k, kind: key, title: K}]}]
)";

struct World {
  catalogue::CatalogueRead catalogue;
  model::System system;
  std::vector<evidence::Implementation> implementations;
  Facts facts;
  std::vector<Scenario> scenarios;

  std::string ids() const {
    std::string text;
    for (const auto& one : scenarios) text += (text.empty() ? "" : " ") + id_of(one, facts);
    return text;
  }
};

std::unique_ptr<World> world(const std::string& system, const std::string& implementations = "") {
  auto made = std::make_unique<World>();
  made->catalogue = laws::own_pack(catalogue);
  REQUIRE(laws::said(made->catalogue.found).empty());
  auto read =
      model::read_system(laws::tree_of("format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: "
                                       "P}\nstage: inception\npurpose: {intended: tests}\n" +
                                       system + "\n"));
  REQUIRE(laws::said(read.found).empty());
  made->system = std::move(read.system);
  input::Diagnostics found;
  made->implementations = evidence::read_implementations(
      laws::tree_of("format: assize/implementations/1\nimplementations: [" + implementations + "]\n"), found);
  REQUIRE(laws::said(found).empty());
  made->facts = derive(made->system, made->catalogue.catalogue, made->implementations);
  made->scenarios = walk(made->facts, made->catalogue.catalogue.threats);
  return made;
}

}  // namespace

TEST_CASE("elements come before flows, each in the order said, threats in the order of the catalogue") {
  CHECK(world("elements: [{id: b, kind: box, traits: {colour: red}}, {id: a, kind: box}]\n"
              "flows: [{id: f, from: b, to: a, traits: {colour: red}}, {id: g, from: a, to: b}]")
            ->ids() == "T1@b T2@b T3@b T1@a T3@a T2@f");
}

TEST_CASE("a threat touches the kinds below the one it names, not those above") {
  CHECK(world("elements: [{id: a, kind: thing, traits: {colour: red}}]")->ids() == "T2@a");
  CHECK(world("elements: [{id: a, kind: key}]")->ids() == "T4@a");
}

TEST_CASE("what touches but does not apply is told apart from what does") {
  const auto one = world("elements: [{id: a, kind: box}]");
  std::string rest;
  for (const auto& [threat, subject] : not_applicable(one->facts, one->catalogue.catalogue.threats))
    rest += threat->id + "@" + one->facts.name_of(subject) + " ";
  CHECK(one->ids() == "T1@a T3@a");
  CHECK(rest == "T2@a ");
}

TEST_CASE("each scenario says its kind first, then each condition that held") {
  const auto one = world("elements: [{id: a, kind: box, traits: {colour: red}}]");
  const auto reasons = because(one->scenarios[1], one->facts);
  REQUIRE(reasons.size() == 2);
  CHECK(reasons[0].says == "`a` is a `box`, which the threat touches");
  CHECK(reasons[1].says == "fact `red` (Red)");
  REQUIRE(reasons[1].because.size() == 1);
  CHECK(reasons[1].because[0].says == "`colour` of `a` is `red`");
}

TEST_CASE("what a control brings is walked under its implementation's name") {
  CHECK(world("elements: [{id: a, kind: box}]", "{id: I, control: C, status: in-place}")->ids() == "T1@a T3@a T4@I.k");
  CHECK(world("elements: [{id: a, kind: box}]",
              "{id: I, control: C, status: in-place}, {id: J, control: C, status: in-place}")
            ->ids() == "T1@a T3@a T4@I.k T4@J.k");
  CHECK(world("elements: [{id: a, kind: box}]", "{id: I, control: C, status: planned}")->ids() == "T1@a T3@a");
}

TEST_CASE("what a control brings does not talk away the risk of having none: a claim is no description") {
  const auto described = world("elements: [{id: a, kind: box}, {id: k, kind: key}]");
  CHECK(described->ids() == "T1@a T4@k");
  const auto claimed = world("elements: [{id: a, kind: box}]", "{id: I, control: C, status: in-place}");
  CHECK(claimed->ids() == "T1@a T3@a T4@I.k");
}

}  // namespace assize::walk
