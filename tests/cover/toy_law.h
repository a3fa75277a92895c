// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "engine/cover/classify.h"
#include "engine/model/read_system.h"
#include "tests/laws/shipped.h"

namespace assize::laws {

/// A second law, with every word of the language: about toys, so that it owes nothing to the one that is shipped.
inline const std::string toy_law = R"(
kinds:
  - {id: thing, title: Thing}
  - {id: flow, title: Flow}
objectives: [{id: safety, title: Safety, group: trustworthiness}]
stages: [{id: inception, title: Inception}]
traits: [{id: sharp, on: [system], values: [true, false], says: Sharp.}]
facts:
  - {id: is-sharp, title: Sharp, says: The description says so., of: [system], when: {trait: {sharp: true}}}
regimes:
  - id: toys
    title: Toy Act
    governs: [own]
    state: 2026-01-01
    steps: [{id: S1, title: Scope}]
    topics: [{id: keeping, title: Keeping}]
    presumed: [T.1, T.2]
    roles:
      - {id: maker, title: Maker, if: {answer: {acts: makes}}}
      - {id: seller, title: Seller, if: {answer: {acts: sells}}}
    classes:
      - {id: dangerous, title: Dangerous, includes: [burning, cutting]}
      - {id: burning, title: Burns, if: {gate: burns}, applies-from: 2027-06-01, earlier: [{until: 2026-03-31, applies-from: 2026-09-01}]}
      - {id: cutting, title: Cuts, if: {gate: cuts}, applies-from: 2028-06-01}
      - {id: banned, title: Banned, if: {gate: poisons}}
    tiers:
      - {id: banned, title: Banned, if: {class: banned}, bars: true}
      - {id: dangerous, title: Dangerous, if: {class: dangerous}}
      - {id: harmless, title: Harmless, if: {gate: is-toy, not: {class: [dangerous, banned]}}}
      - {id: no-toy, title: No toy, if: {not: {gate: is-toy}}}
questions:
  - {id: is-for-children, text: For children?}
  - id: acts
    text: What is done?
    type: choices
    choices: [{id: makes, text: Makes}, {id: sells, text: Sells}, {id: none, text: Neither}]
  - {id: heat, text: How hot does it get?, type: number}
  - {id: sold-since, text: Since when is it sold?, type: date}
  - id: edge
    text: What edge has it?
    type: choice
    choices: [{id: sharp, text: Sharp}, {id: saw, text: A saw}, {id: blunt, text: Blunt}]
    known: [{when: {fact: is-sharp}, answer: [sharp, saw], says: it is described as sharp}]
  - {id: paint, text: Poisonous paint?, known: [{when: {trait: {sharp: false}}, answer: false, says: never mind}]}
  - {id: paint-sealed, text: Sealed?}
gates:
  - {id: is-toy, step: S1, title: Toy, if: {answer: {is-for-children: true}}, stops: false, cites: [T.0]}
  - {id: burns, title: Burns, if: {above: {heat: 60}}, cites: [T.1]}
  - {id: cuts, title: Cuts, if: {answer: {edge: [sharp, saw]}}, cites: [T.2]}
  - {id: described-sharp, title: Sharp as described, if: {fact: is-sharp}}
  - {id: poisons, title: Poisons, if: {answer: {paint: true}, not: {answer: {paint-sealed: true}}}, applies-from: 2026-05-01, cites: [T.3]}
  - {id: old, title: Old, if: {before: {sold-since: 2020-01-01}}}
  - {id: new-rule, title: In a span, if: {as-of: {from: 2026-07-01, before: 2027-01-01}}}
  - {id: ended, title: Ended, if: {always: true}, applies-until: 2026-06-30}
tables:
  - id: way
    title: Way
    decides: true
    if: {class: dangerous}
    rows:
      - {id: full, if: {standards: {all: presumed}}, result: Own test, notified-body: choice}
      - {id: none, if: {standards: {all: none-cited}}, result: Body, notified-body: yes}
      - {id: missing, if: {standards: {any: [not-applied, partly, none-cited]}}, result: Body, notified-body: yes}
      - {id: specification, if: {standards: {any: specification-not-applied}}, result: Body, notified-body: yes}
      - {id: rest, if: {standards: {any: restricted}}, result: Body in part, notified-body: part}
    adds: [{id: seller, if: {role: seller}, result: The seller is told, who: shop inspectorate}]
provisions:
  - {id: keep, topic: keeping, title: Keep the papers, who: [maker], if: {class: dangerous}, period: 5 years}
  - {id: spare, topic: keeping, title: Old toys are spared, if: {class: dangerous, gate: old}, exempts: ["T.2*"]}
requirements:
  - {id: T.1, title: Warn, binds: [maker], applies-to: [dangerous], applies-from: 2027-06-01, applies-from-for: {cutting: 2028-06-01}, kind: obligation}
  - {id: T.2, title: Test, binds: [maker, seller], applies-to: [dangerous], kind: obligation}
  - {id: T.3, title: Recall, applies-to: [banned], kind: obligation}
  - {id: T.4, title: Smile, kind: obligation, applies-from: 2027-01-01}
  - {id: T.5, title: Gone, applies-until: 2026-06-30, kind: obligation}
)";

/// A law asked about one system; kept where it is made, since outcomes point into it.
struct Asked {
  catalogue::CatalogueRead read;
  model::System system;
  walk::Facts facts;
  cover::SystemClass made;

  const cover::RegimeOutcome& law() const { return made.regimes.front(); }
  const cover::Verdict& of(const std::string& kind_and_id) const {
    using Kind = catalogue::LegalFinding::Kind;
    const auto split = kind_and_id.find(' ');
    const auto kind = kind_and_id.substr(0, split);
    const auto* found = law().find(kind == "gate"    ? Kind::gate
                                   : kind == "role"  ? Kind::role
                                   : kind == "class" ? Kind::class_
                                                     : Kind::tier,
                                   kind_and_id.substr(split + 1));
    if (!found) throw std::runtime_error("no law has " + kind_and_id);
    return *found;
  }
  std::string truth(const std::string& kind_and_id) const { return std::string(cover::name_of(of(kind_and_id).truth)); }
  const cover::TableOutcome& table(const std::string& id) const {
    for (const auto& one : law().tables)
      if (one.table->id == id) return one;
    throw std::runtime_error("no table is called " + id);
  }
  /// Every decided thing, a line each: what a law compares.
  std::string decided() const {
    std::string text;
    for (const auto* all : {&law().gates, &law().roles, &law().classes, &law().tiers})
      for (const auto& one : *all)
        if (one.truth != cover::Truth::open)
          text += std::string(name_of(one.finding->kind)) + " " + one.finding->id + " " +
                  std::string(cover::name_of(one.truth)) + "\n";
    return text;
  }
};

inline std::unique_ptr<Asked> ask(catalogue::CatalogueRead read, const std::string& answers, const std::string& day,
                                  const std::string& traits = "", std::vector<cover::AppliedStandard> standards = {},
                                  const std::string& kind = "thing") {
  auto asked = std::make_unique<Asked>();
  asked->read = std::move(read);
  if (!asked->read.found.empty()) throw std::runtime_error(said(asked->read.found));
  auto system = model::read_system(
      tree_of("format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: P}\nstage: inception\n"
              "purpose: {intended: tests}\nelements: [{id: a, kind: " +
              kind + "}]\nfacts: {" + answers + "}\n" + (traits.empty() ? "" : "traits: {" + traits + "}\n")));
  if (!system.found.empty()) throw std::runtime_error(said(system.found));
  asked->system = std::move(system.system);
  asked->facts = walk::derive(asked->system, asked->read.catalogue, {});
  asked->made =
      cover::classify(asked->read.catalogue, asked->system.facts, standards, asked->facts, *input::parse_date(day));
  return asked;
}

inline std::unique_ptr<Asked> ask_toys(const std::string& answers, const std::string& day = "2026-06-15",
                                       const std::string& traits = "", const std::string& more = "",
                                       std::vector<cover::AppliedStandard> standards = {}) {
  return ask(own_pack(toy_law + more), answers, day, traits, std::move(standards));
}

}  // namespace assize::laws
