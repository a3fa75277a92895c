// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/laws/shipped.h"

namespace assize::catalogue {

/// A pack of few words in which everything is used, so that what a test adds is all that can be wrong.
inline const std::string small_words = R"(
kinds:
  - {id: thing, title: Thing}
  - {id: box, title: Box, in: thing}
  - {id: bag, title: Bag, in: thing}
  - {id: flow, title: Flow}
objectives: [{id: integrity, title: Integrity, group: security}]
stages: [{id: inception, title: Inception}, {id: operation, title: Operation}]
traits:
  - {id: colour, on: [box], values: [red, blue], says: Colour.}
  - {id: open, on: [thing], values: [true, false], says: Open.}
  - {id: wet, on: [flow], values: [true, false], says: Wet.}
facts:
  - {id: red, title: Red, says: It is red., of: [element], when: {trait: {colour: red}}}
  - {id: soaked, title: Soaked, says: A flow is wet., of: [system], when: {some-flow: {trait: {wet: true}}}}
methods:
  - id: m
    title: M
    version: 1.0.0
    scheme: attack
    factors: [{id: time, title: Time, levels: [{id: day, title: a day, points: 0}, {id: month, title: a month, points: 4}, {id: year, title: a year, points: 9}]}]
    intensity: [{id: many, title: many, adds: 1}, {id: one, title: one, adds: 0}]
    ratings: [{id: low, title: Low, from: 0, likelihood: 2}, {id: high, title: High, from: 5, likelihood: 1}]
    likelihoods: [{value: 1, id: no, title: No}, {value: 2, id: yes, title: Yes}]
    impacts: [{value: 1, id: a, title: A}, {value: 2, id: b, title: B}, {value: 3, id: c, title: C}]
    impact-cap: 3
    risk: product
    classes: [{id: mild, title: Mild, from: 1}, {id: bad, title: Bad, from: 4}]
)";

/// A threat on boxes, rated in the middle; `more` are further keys.
inline std::string small_threat(const std::string& id = "T1", const std::string& when = "{fact: red}",
                                const std::string& touches = "[box]", const std::string& more = "") {
  return "  - {id: " + id +
         ", title: T, says: S., family: none, nature: adversarial, scheme: attack, touches: " + touches +
         ", when: " + when +
         ", hits: [integrity], basis: judgement, rating: {time: {level: month, because: b}, "
         "intensity: {level: many, because: b}}" +
         (more.empty() ? "" : ", " + more) + "}\n";
}

/// A control that treats T1; `effect` are further keys of the effect.
inline std::string small_control(const std::string& effect = "floor: {time: year}, basis: judgement, because: b",
                                 const std::string& more = "") {
  return "  - {id: C1, title: C, treats: [{threat: T1, " + effect + "}]" + (more.empty() ? "" : ", " + more) + "}\n";
}

/// The texts of a pack; `head` are keys of pack.yaml that stand for those it would have.
inline PackText small_pack(const std::string& id, const std::string& content, const std::string& head = "") {
  const auto unless = [&](const std::string& key, const std::string& value) {
    return head.find(key + ":") == std::string::npos ? ", " + key + ": " + value : std::string();
  };
  return {laws::source_of(id + "/pack.yaml", "{format: assize/pack/1, id: " + id +
                                                 ", title: T, version: 1.0.0, licence: X" + unless("prefix", "\"\"") +
                                                 unless("sources", "[{id: own, title: Own, verification: own work}]") +
                                                 unless("verification", "{state: judgement, note: own work}") +
                                                 ", files: [a.yaml]" + (head.empty() ? "" : ", " + head) + "}"),
          {laws::source_of(id + "/a.yaml", "format: assize/catalogue/1\n" + content)}};
}

/// The small pack as tests of single rules extend it.
inline std::string small_content(
    const std::string& more = "",
    const std::string& threats = small_threat() + small_threat("T2", "{fact: soaked, has: open}", "[bag]") +
                                 small_threat("T3", "{has: wet}", "[flow]"),
    const std::string& controls = small_control() +
                                  "  - {id: C2, title: C, treats: [{threat: T2, basis: judgement, "
                                  "because: b}, {threat: T3, basis: judgement, because: b}]}\n") {
  return small_words + "threats:\n" + threats + "controls:\n" + controls + more;
}

}  // namespace assize::catalogue
