// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/assessment.h"
#include "tests/laws/small_world.h"

namespace assize::laws {

/// The small words with a cost-benefit analysis for method `m`, a method `other` whose classes have the same names, and
/// a method `h` for hazards. Threat `T` on every thing; `W`, without an attacker, on boxes.
inline const std::string project_words = small_words + R"(
    cost-benefit:
      dimensions:
        - {id: build, title: Build, is: cost, levels: [{id: none, title: none, value: 0}, {id: low, title: low, value: 1}, {id: much, title: much, value: 9}]}
        - {id: law, title: Law, is: benefit, levels: [{id: bad, title: bad, value: -4}, {id: none, title: none, value: 0}, {id: good, title: good, value: 4}]}
      weights: [{class: minor, weight: 1}, {class: major, weight: 4}, {class: critical, weight: 9}]
  - id: other
    title: Other
    version: 1.0.0
    scheme: attack
    factors:
      - {id: time, title: Time, levels: [{id: day, title: a day, points: 0}, {id: year, title: a year, points: 5}], read-as: [{level: month, as: year}]}
      - {id: skill, title: Skill, levels: [{id: none, title: none, points: 0}, {id: some, title: some, points: 3}, {id: much, title: much, points: 6}]}
    intensity: [{id: heavy, title: heavy, adds: 2}, {id: moderate, title: moderate, adds: 1}, {id: single, title: single, adds: 0}]
    ratings: [{id: low, title: Low, from: 0, likelihood: 2}, {id: high, title: High, from: 9, likelihood: 1}]
    likelihoods: [{value: 1, id: no, title: No}, {value: 2, id: yes, title: Yes}]
    impacts: [{value: 1, id: low, title: Low}, {value: 2, id: medium, title: Medium}, {value: 3, id: high, title: High}]
    impact-cap: 3
    risk: product
    classes: [{id: minor, title: Minor, from: 1}, {id: major, title: Major, from: 3}, {id: critical, title: Critical, from: 6}]
  - id: five
    title: Five
    version: 1.0.0
    scheme: attack
    factors:
      - {id: time, title: Time, levels: [{id: day, title: a day, points: 0}, {id: month, title: a month, points: 4}, {id: year, title: a year, points: 10}]}
      - {id: skill, title: Skill, levels: [{id: none, title: none, points: 0}, {id: some, title: some, points: 3}, {id: much, title: much, points: 6}]}
    intensity: [{id: heavy, title: heavy, adds: 2}, {id: moderate, title: moderate, adds: 1}, {id: single, title: single, adds: 0}]
    ratings: [{id: low, title: Low, from: 0, likelihood: 1}]
    likelihoods: [{value: 1, id: yes, title: Yes}]
    impacts: [{value: 1, id: low, title: Low}, {value: 2, id: medium, title: Medium}, {value: 3, id: high, title: High}]
    impact-cap: 3
    risk: product
    classes: [{id: mild, title: Mild, from: 1}]
  - id: h
    title: H
    version: 1.0.0
    scheme: hazard
    factors: [{id: rarity, title: Rarity, levels: [{id: often, title: often, points: 0}, {id: seldom, title: seldom, points: 5}]}]
    intensity: [{id: single, title: single, adds: 0}]
    ratings: [{id: common, title: Common, from: 0, likelihood: 2}, {id: rare, title: Rare, from: 5, likelihood: 1}]
    likelihoods: [{value: 1, id: no, title: No}, {value: 2, id: yes, title: Yes}]
    impacts: [{value: 1, id: low, title: Low}, {value: 2, id: medium, title: Medium}, {value: 3, id: high, title: High}]
    impact-cap: 3
    risk: product
    classes: [{id: minor, title: Minor, from: 1}, {id: major, title: Major, from: 3}, {id: critical, title: Critical, from: 6}]
threats:
  - {id: T, title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: [thing], when: {always: true}, hits: [integrity],
     rating: {time: {level: month, because: b}, skill: {level: none, because: b}, intensity: {level: single, because: b}}}
  - {id: W, title: W, says: S., family: none, nature: systemic, scheme: hazard, basis: judgement, touches: [box], when: {always: true}, hits: [secrecy],
     rating: {rarity: {level: often, because: b}, intensity: {level: single, because: b}}}
controls:
  - {id: C-1, title: C1, treats: [{threat: T, floor: {time: year, skill: much}, basis: judgement, because: b}]}
  - {id: C-2, title: C2, treats: [{threat: W, floor: {rarity: seldom}, basis: judgement, because: b}], brings: [{id: k, kind: key, title: Key}]}
  - {id: C-3, title: C3, treats: [{threat: T, floor: {time: year, skill: much}, basis: judgement, because: b}]}
)";

struct ProjectWords {
  std::string elements = "{id: a, kind: box, value: {integrity: {rating: 3, because: b}}}, {id: b, kind: box}";
  std::string implementations = {}, treatments = {}, overrides = {};  ///< Items of the lists.
  std::string methods = "{attack: m, hazard: h}";
};

inline input::Result<Project> try_project(const ProjectWords& words) {
  ProjectText text;
  text.settings = source_of("assize.yaml", "format: assize/project/1\nmethods: " + words.methods +
                                               "\npeople: [{id: p, title: P, role: assessor}]\n");
  text.system = source_of("system.yaml",
                          "format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: P}\nstage: "
                          "inception\npurpose: {intended: tests}\nelements: [" +
                              words.elements + "]\n");
  text.implementations = source_of(
      "implementations.yaml", "format: assize/implementations/1\nimplementations: [" + words.implementations + "]\n");
  text.treatments = source_of("treatments.yaml", "format: assize/treatments/1\ntreatments: [" + words.treatments +
                                                     "]\noverrides: [" + words.overrides + "]\n");
  text.packs = {{source_of("own/pack.yaml",
                           "{format: assize/pack/1, id: own, title: Own, version: 1.0.0, licence: Apache-2.0, prefix: "
                           "\"\", sources: [], verification: {state: judgement}, files: [own.yaml]}"),
                 {source_of("own/own.yaml", "format: assize/catalogue/1\n" + project_words)}}};
  return read_project(text);
}

/// Throws what is wrong with the texts.
inline Project small_project(const ProjectWords& words = {}) {
  auto read = try_project(words);
  if (!read) throw std::runtime_error(said(read.diagnostics()));
  return std::move(read).value();
}

inline const input::Date some_day{2026, 6, 15};

}  // namespace assize::laws
