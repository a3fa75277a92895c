// SPDX-License-Identifier: Apache-2.0
// What each word of a condition means, on one small system in which every word is once true and once false.
#include <catch2/catch.hpp>

#include "engine/model/read_system.h"
#include "engine/walk/holds.h"
#include "engine/walk/walk.h"
#include "tests/laws/shipped.h"

namespace assize::walk {
namespace {

using catalogue::Scope;

const std::string vocabulary = R"(
kinds:
  - {id: thing, title: Thing}
  - {id: data, title: Data, in: thing}
  - {id: record, title: Record, in: data}
  - {id: model, title: Model, in: thing}
  - {id: person, title: Person, in: thing, relays: false}
  - {id: nurse, title: Nurse, in: person}
  - {id: flow, title: Flow}
stages: [{id: inception, title: Inception}, {id: retirement, title: Retirement}]
traits:
  - {id: colour, on: [element, flow, system], values: [red, blue, none, "false"], says: Colour.}
  - {id: size, on: [element], values: [small, large], says: Size.}
)";

// sender -> gate -> store -> nurse -> desk; parcel is carried sender -> gate. A lone thing stands beside.
// raw <- clean <- net (lineage); net is judged by test, uses gate, and runs on desk.
const std::string described = R"(
format: assize/system/1
id: s
name: S
version: "1"
provider: {name: P}
stage: inception
purpose: {intended: tests}
traits: {colour: blue}
elements:
  - {id: sender, kind: person, traits: {colour: red}}
  - {id: gate, kind: thing, traits: {colour: [blue, none]}}
  - {id: store, kind: data, traits: {colour: none, size: large}}
  - {id: nurse, kind: nurse, traits: {colour: "false"}}
  - {id: desk, kind: thing}
  - {id: parcel, kind: record}
  - {id: lone, kind: thing}
  - {id: raw, kind: record, traits: {size: small}}
  - {id: clean, kind: data, derived-from: [raw], provided-by: [lone]}
  - {id: net, kind: model, trained-on: [clean], evaluated-on: [test], uses: [gate], runs-on: [desk]}
  - {id: test, kind: data}
  - {id: tuned, kind: model, fine-tuned-from: [net]}
flows:
  - {id: f1, from: sender, to: gate, carries: [parcel], traits: {colour: red}}
  - {id: f2, from: gate, to: store}
  - {id: f3, from: store, to: nurse, traits: {colour: blue}}
  - {id: f4, from: nurse, to: desk}
boundaries:
  - {id: outer, kind: third-party, inside: [inner, store]}
  - {id: inner, inside: [gate]}
  - {id: street, kind: public, inside: [sender]}
)";

struct World {
  catalogue::CatalogueRead catalogue;
  model::System system;
  Facts facts;
};

/// The system with one fact, `f`, of the scope.
std::unique_ptr<World> world(const std::string& scope, const std::string& when, const std::string& more_facts = "") {
  auto made = std::make_unique<World>();
  made->catalogue = laws::own_pack(vocabulary + "facts:\n" + more_facts + "  - {id: f, title: F, says: S., of: [" +
                                   scope + "], when: " + when + "}\n");
  REQUIRE(laws::said(made->catalogue.found).empty());
  auto read = model::read_system(laws::tree_of(described));
  REQUIRE(laws::said(read.found).empty());
  made->system = std::move(read.system);
  made->facts = derive(made->system, made->catalogue.catalogue, {});
  return made;
}

/// Ids for which the fact holds, in the order said.
std::string holding(const World& one, const std::string& scope) {
  const auto fact = static_cast<std::size_t>(one.catalogue.catalogue.vocabulary.fact("f"));
  std::string names;
  const auto add = [&](const std::string& name) { names += (names.empty() ? "" : " ") + name; };
  if (scope == "system" && one.facts.of_system[fact]) add("yes");
  if (scope == "element")
    for (std::size_t i = 0; i < one.facts.elements.size(); ++i)
      if (one.facts.of_element[fact][i]) add(one.facts.elements[i]->id.text);
  if (scope == "flow")
    for (std::size_t i = 0; i < one.system.flows.size(); ++i)
      if (one.facts.of_flow[fact][i]) add(one.system.flows[i].id.text);
  return names;
}

}  // namespace

TEST_CASE("of elements: which ones each word holds for") {
  const auto [when, ids] = GENERATE(table<std::string, std::string>({
      {"{always: true}", "sender gate store nurse desk parcel lone raw clean net test tuned"},
      {"{is: data}", "store parcel raw clean test"},
      {"{is: record}", "parcel raw"},
      {"{is: [record, model]}", "parcel raw net tuned"},
      {"{is: flow}", ""},
      {"{not: {is: [thing]}}", ""},
      {"{not: {is: [data, person, model]}}", "gate desk lone"},
      {"{trait: {colour: red}}", "sender"},
      {"{trait: {colour: [red, blue]}}", "sender gate"},
      {"{trait: {colour: none}}", "gate store"},
      {"{trait: {colour: none, size: large}}", "store"},
      {"{not: {trait: {size: small}}}", "sender gate store nurse desk parcel lone clean net test tuned"},
      {"{has: colour}", "sender gate"},  // Not with `none` or `false` alone.
      {"{has: size}", "store raw"},
      {"{all: [{is: data}, {has: size}]}", "store raw"},
      {"{any: [{is: model}, {has: size}]}", "store raw net tuned"},
      {"{is: data, has: size}", "store raw"},
      {"{stage: [inception]}", "sender gate store nurse desk parcel lone raw clean net test tuned"},
      {"{stage: [retirement]}", ""},
      {"{linked: {by: [provided-by], to: {always: true}}}", "clean"},
      {"{linked: {by: [provided-by], to: {is: data}}}", ""},
      {"{linked: {by: [uses, runs-on], to: {is: thing}}}", "net"},
      {"{linked: {by: [trained-on], to: {is: data}}}", "net"},
      {"{linked: {by: [trained-on], to: {is: record}}}", ""},  // One step, not the whole lineage.
      {"{linked-from: {by: [uses], from: {is: model}}}", "gate"},
      {"{linked-from: {by: [runs-on, provided-by], from: {always: true}}}", "desk lone"},
      {"{linked-from: {by: [uses], from: {is: data}}}", ""},
      {"{goes-into: {is: model}}", "raw clean net"},  // `evaluated-on` is no lineage: not `test`.
      {"{goes-into: {is: data}}", "raw"},
      {"{made-from: {is: record}}", "clean net tuned"},
      {"{made-from: {is: model}}", "tuned"},
      {"{made-from: {is: [data, model]}}", "clean net tuned"},
      {"{reached-from: {is: [person]}}", "gate store nurse desk parcel"},
      {"{reached-from: {trait: {colour: red}}}",
       "gate store nurse parcel"},              // A person does not pass on what reaches them.
      {"{reached-from: {is: nurse}}", "desk"},  // Being where it starts, they do.
      {"{reached-from: {is: data}}", "nurse"},
      {"{reaches: {is: nurse}}", "sender gate store parcel"},
      {"{reaches: {is: data}}", "sender gate parcel"},
      {"{reaches: {trait: {size: large}}}", "sender gate parcel"},
      {"{reaches: {is: model}}", ""},
      {"{on-flow: {trait: {colour: red}}}", "sender gate"},
      {"{on-flow: {always: true}}", "sender gate store nurse desk"},
      {"{flow-in: {always: true}}", "gate store nurse desk"},
      {"{flow-out: {always: true}}", "sender gate store nurse"},
      {"{flow-in: {trait: {colour: blue}}}", "nurse"},
      {"{flow-out: {trait: {colour: blue}}}", "store"},
      {"{carried-by: {always: true}}", "parcel"},
      {"{carried-by: {starts-at: {is: data}}}", ""},
      {"{carried-by: {ends-at: {is: thing}}}", "parcel"},
      {"{crosses-boundary: true}", "sender gate store nurse"},
      {"{inside: public}", "sender"},
      {"{inside: first-party}", "gate"},
      {"{inside: third-party}", "gate store"},  // A boundary around the boundary counts.
      {"{inside: [public, third-party]}", "sender gate store"},
      {"{somewhere: {is: model}}", "sender gate store nurse desk parcel lone raw clean net test tuned"},
      {"{somewhere: {is: flow}}", ""},
      {"{not: {reached-from: {is: person}}}", "sender lone raw clean net test tuned"},
  }));
  CAPTURE(when);
  CHECK(holding(*world("element", when), "element") == ids);
}

TEST_CASE("of flows: which ones each word holds for") {
  const auto [when, ids] = GENERATE(table<std::string, std::string>({
      {"{is: flow}", "f1 f2 f3 f4"},
      {"{is: thing}", ""},
      {"{trait: {colour: [red, blue]}}", "f1 f3"},
      {"{has: colour}", "f1 f3"},
      {"{carries: {is: record}}", "f1"},
      {"{carries: {is: model}}", ""},
      {"{starts-at: {is: data}}", "f3"},
      {"{starts-at: {is: person}}", "f1 f4"},
      {"{ends-at: {is: data}}", "f2"},
      {"{ends-at: {is: thing}, starts-at: {is: nurse}}", "f4"},
      {"{crosses-boundary: true}", "f1 f2 f3"},  // f2: from the inner boundary to the one around it.
      {"{not: {crosses-boundary: true}}", "f4"},
      {"{starts-at: {reached-from: {is: person}}}", "f2 f3 f4"},
      {"{inside: public}", ""},
      {"{stage: [inception]}", "f1 f2 f3 f4"},
  }));
  CAPTURE(when);
  CHECK(holding(*world("flow", when), "flow") == ids);
}

TEST_CASE("of the system: whether each word holds") {
  const auto [when, holds] = GENERATE(table<std::string, std::string>({
      {"{trait: {colour: blue}}", "yes"},
      {"{trait: {colour: red}}", ""},
      {"{has: colour}", "yes"},
      {"{has: size}", ""},
      {"{stage: [retirement, inception]}", "yes"},
      {"{stage: [retirement]}", ""},
      {"{somewhere: {is: model, trait: {colour: red}}}", ""},
      {"{somewhere: {is: person, trait: {colour: red}}}", "yes"},
      {"{somewhere: {made-from: {is: record}}}", "yes"},
      {"{some-flow: {trait: {colour: red}}}", "yes"},
      {"{some-flow: {starts-at: {is: model}}}", ""},
      {"{not: {some-flow: {carries: {is: record}}}}", ""},
      {"{is: thing}", ""},
  }));
  CAPTURE(when);
  CHECK(holding(*world("system", when), "system") == holds);
}

TEST_CASE("a fact that is not defined for an element is asked of the system") {
  const auto* system_fact = "  - {id: g, title: G, says: S., of: [system], when: {trait: {colour: blue}}}\n";
  CHECK(holding(*world("element", "{fact: g, is: model}", system_fact), "element") == "net tuned");
  const auto* own_fact =
      "  - {id: g, title: G, says: S., of: [system], when: {trait: {colour: blue}}}\n"
      "  - {id: g, title: G, says: S., of: [element], when: {is: person}}\n";
  CHECK(holding(*world("element", "{fact: g}", own_fact), "element") == "sender nurse");
  CHECK(holding(*world("flow", "{fact: g}", own_fact), "flow") == "f1 f2 f3 f4");
  const auto* element_fact = "  - {id: g, title: G, says: S., of: [element], when: {always: true}}\n";
  CHECK(holding(*world("flow", "{fact: g}", element_fact), "flow").empty());
}

TEST_CASE("what holds has reasons with places, and what does not hold says why not") {
  for (const auto* when :
       {"{reached-from: {is: person}}", "{made-from: {is: record}}", "{on-flow: {trait: {colour: red}}}",
        "{inside: third-party}", "{not: {is: data}}", "{has: size}", "{linked: {by: [uses], to: {is: thing}}}",
        "{flow-in: {always: true}}", "{crosses-boundary: true}", "{any: [{is: model}, {has: colour}]}",
        "{somewhere: {is: model}}", "{stage: [inception]}"}) {
    const auto one = world("element", when);
    const auto& vocabulary_read = one->catalogue.catalogue.vocabulary;
    const auto& condition = vocabulary_read.facts[static_cast<std::size_t>(vocabulary_read.fact("f"))].of_element->when;
    for (int i = 0; i < static_cast<int>(one->facts.elements.size()); ++i) {
      const Subject subject{Scope::element, i};
      CAPTURE(when, one->facts.name_of(subject));
      if (holds(condition, subject, one->facts)) {
        const auto reasons = why(condition, subject, one->facts);
        REQUIRE_FALSE(reasons.empty());
        for (const auto& reason : reasons) {
          CHECK_FALSE(reason.says.empty());
          CHECK(reason.place.line > 0);
        }
      } else {
        CHECK_FALSE(why_not(condition, subject, one->facts).empty());
      }
    }
  }
}

TEST_CASE("the path by which something is reached names each step") {
  const auto one = world("element", "{reached-from: {trait: {colour: red}}}");
  const auto& read = one->catalogue.catalogue.vocabulary;
  const auto& condition = read.facts[static_cast<std::size_t>(read.fact("f"))].of_element->when;
  const auto reasons = why(condition, {Scope::element, one->facts.element_index.at("store")}, one->facts);
  REQUIRE(reasons.size() == 1);
  CHECK(reasons[0].says == "along flows: `sender` → `gate` → `store`");
  REQUIRE(reasons[0].because.size() == 1);
  CHECK(reasons[0].because[0].says == "`colour` of `sender` is `red`");
}

}  // namespace assize::walk
