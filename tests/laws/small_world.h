// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "engine/analyse/analyse.h"
#include "engine/evidence/read_evidence.h"
#include "engine/model/read_system.h"
#include "tests/laws/shipped.h"

namespace assize::laws {

/// The words and the one method of a test's own world; a test adds threats and controls. Factor `time` has levels of 0,
/// 4 and 10 points and one that is not feasible; `skill` 0, 3 and 6; 5 points make it possible, 12 unlikely.
inline const std::string small_words = R"(
kinds:
  - {id: thing, title: Thing}
  - {id: box, title: Box, in: thing}
  - {id: key, title: Key, in: thing}
  - {id: flow, title: Flow}
objectives:
  - {id: integrity, title: Integrity, group: security}
  - {id: secrecy, title: Secrecy, group: security}
stages: [{id: inception, title: Inception}]
traits: [{id: colour, on: [element, flow], values: [red, blue], says: Colour.}]
facts:
  - {id: red, title: Red, says: S., of: [element, flow], when: {trait: {colour: red}}}
  - {id: blue, title: Blue, says: S., of: [element, flow], when: {trait: {colour: blue}}}
methods:
  - id: m
    title: M
    version: 1.0.0
    scheme: attack
    factors:
      - {id: time, title: Time, levels: [{id: day, title: a day, points: 0}, {id: month, title: a month, points: 4}, {id: year, title: a year, points: 10}, {id: never, title: never, not-feasible: true}]}
      - {id: skill, title: Skill, levels: [{id: none, title: none, points: 0}, {id: some, title: some, points: 3}, {id: much, title: much, points: 6}]}
    intensity: [{id: heavy, title: heavy, adds: 2}, {id: moderate, title: moderate, adds: 1}, {id: single, title: single, adds: 0}]
    ratings: [{id: low, title: Low, from: 0, likelihood: 3}, {id: middle, title: Middle, from: 5, likelihood: 2}, {id: high, title: High, from: 12, likelihood: 1}]
    likelihoods: [{value: 1, id: unlikely, title: Unlikely}, {value: 2, id: possible, title: Possible}, {value: 3, id: likely, title: Likely}]
    impacts: [{value: 1, id: low, title: Low}, {value: 2, id: medium, title: Medium}, {value: 3, id: high, title: High}]
    impact-cap: 3
    risk: product
    classes: [{id: minor, title: Minor, from: 1}, {id: major, title: Major, from: 3}, {id: critical, title: Critical, from: 6}]
    measures:
      - {metric: hours, factor: time, levels: [{up-to: 1, level: year}, {up-to: 24, level: month}, {level: day}]}
      - {metric: breaks, factor: time, levels: [{up-to: 0.5, level: month}, {level: day}]}
)";

/// One threat `T` on every thing and flow, at time=month skill=none intensity=single, and what a test adds.
inline std::string small_threat(const std::string& more = "") {
  return "threats: [{id: T, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, "
         "touches: [thing, flow], "
         "when: {always: true}, hits: [integrity], rating: {time: {level: month, because: b}, skill: {level: none, "
         "because: b}, "
         "intensity: {level: single, because: b}}" +
         more + "}]\n";
}

/// Everything up to the risks, from texts; neither settings nor a whole project are needed.
struct SmallWorld {
  catalogue::CatalogueRead catalogue;
  model::System system;
  std::vector<evidence::Implementation> implementations;
  std::vector<evidence::Evidence> evidence;
  std::vector<analyse::Override> overrides;
  walk::Facts facts;
  std::vector<analyse::Risk> risks;

  const analyse::Risk* risk(const std::string& id) const {
    for (const auto& one : risks)
      if (one.id == id) return &one;
    return nullptr;
  }
  /// "month none single 2x1" of the level: factors, intensity, likelihood and impact.
  std::string at(const std::string& id, analyse::At level) const {
    const auto* found = risk(id);
    if (!found) return "no risk";
    const auto& one = found->at(level);
    std::string text;
    for (std::size_t i = 0; i < one.ranks.size(); ++i)
      text += found->method->factors[i].levels[static_cast<std::size_t>(one.ranks[i])].id + " ";
    return text + found->method->intensities[static_cast<std::size_t>(one.intensity)].id + " " +
           std::to_string(one.likelihood.value) + "x" + std::to_string(one.impact.value);
  }
};

struct SmallText {
  std::string catalogue = small_threat();
  std::string system = "elements: [{id: a, kind: box}]";
  std::string implementations = {}, evidence = {};  ///< Items of the lists.
  std::vector<analyse::Override> overrides = {};
  std::string as_of = "2026-06-15";
};

/// Throws what is wrong with the texts. Kept where it is made: facts and risks point into it.
inline std::unique_ptr<SmallWorld> small_world(const SmallText& text) {
  auto made = std::make_unique<SmallWorld>();
  made->catalogue = own_pack(small_words + text.catalogue);
  auto found = made->catalogue.found;
  auto read = model::read_system(
      tree_of("format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: P}\nstage: inception\n"
              "purpose: {intended: tests}\n" +
              text.system + "\n"));
  found.insert(found.end(), read.found.begin(), read.found.end());
  made->system = std::move(read.system);
  made->implementations = evidence::read_implementations(
      tree_of("format: assize/implementations/1\nimplementations: [" + text.implementations + "]\n"), found);
  made->evidence =
      evidence::read_evidence(tree_of("format: assize/evidence/1\nevidence: [" + text.evidence + "]\n"), found);
  if (!found.empty()) throw std::runtime_error(said(found));
  made->overrides = text.overrides;
  made->facts = walk::derive(made->system, made->catalogue.catalogue, made->implementations);
  const auto& method = made->catalogue.catalogue.methods.front();
  made->risks = analyse::analyse(made->facts, walk::walk(made->facts, made->catalogue.catalogue.threats),
                                 {.catalogue = made->catalogue.catalogue,
                                  .attack = method,
                                  .hazard = method,
                                  .implementations = made->implementations,
                                  .evidence = made->evidence,
                                  .overrides = made->overrides,
                                  .as_of = *input::parse_date(text.as_of)});
  return made;
}

}  // namespace assize::laws
