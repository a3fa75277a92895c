// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "engine/assessment.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/view.h"
#include "engine/project.h"

namespace sample {

namespace fs = std::filesystem;
using namespace assize;
using namespace assize::dossier;

inline input::Source source_of(const fs::path& path, const std::string& name) {
  std::ifstream file(path, std::ios::binary);
  return {input::FileName(name), std::string(std::istreambuf_iterator<char>(file), {})};
}

/// The shipped packs, in the order of their names.
inline std::vector<catalogue::PackText> shipped_packs() {
  const fs::path folder = fs::path(ASSIZE_SOURCE_DIR) / "catalogues";
  std::vector<fs::path> packs;
  for (const auto& entry : fs::directory_iterator(folder))
    if (fs::exists(entry.path() / "pack.yaml")) packs.push_back(entry.path());
  std::sort(packs.begin(), packs.end());
  std::vector<catalogue::PackText> texts;
  for (const auto& pack : packs) {
    const std::string name = "catalogues/" + pack.filename().string() + "/";
    catalogue::PackText text{source_of(pack / "pack.yaml", name + "pack.yaml"), {}};
    const auto read = catalogue::read_pack(text.pack);
    REQUIRE(read);
    for (const auto& file : read.value().files) text.files.push_back(source_of(pack / file, name + file));
    texts.push_back(std::move(text));
  }
  return texts;
}

inline input::Source text(const char* name, const char* yaml) { return {input::FileName(name), yaml}; }

/// A ticket desk with a classifier: small, but with something of everything that a view shows.
inline ProjectText project_text() {
  ProjectText project;
  project.settings = text("assize.yaml", R"(format: assize/project/1
title: Ticket desk
as-of: 2026-11-20
classification: Internal
people:
  - {id: head, title: Head of support, role: owner}
  - {id: judge, title: Security engineer, role: assessor}
)");
  project.system = text("system.yaml", R"(format: assize/system/1
id: ticket-desk
name: Ticket *Desk*
version: "1.2"
provider: {name: Example Software GmbH, country: DE}
stage: operation-monitoring
purpose:
  intended: Sorts support tickets by topic; a clerk may move each of them.
  users: [clerk]
  affected: [customers]
  misuse: [Tickets are never read again after sorting.]
assumptions: [{id: A1, says: Clerks know the topics., owner: head}]
environment: [The office network.]
boundaries:
  - {id: office, inside: [desk, clerk]}
  - {id: hosting, kind: third-party, inside: [model-server, tickets]}
facts:                       # high-risk by use, and its provider: the annex is asked for
  connected-to-union: true
  scope-exclusion: none
  works-with-autonomy: true
  infers: true
  influences-surroundings: true
  our-acts: [develops-and-supplies]
  annex-i-law: [none]
  annex-iii-use: [4(a)]
  profiles-people: {answer: true, because: ranks tickets by who wrote them, by: head, on: 2026-10-01}
elements:
  - {id: desk, kind: application, title: Ticket desk}
  - {id: clerk, kind: human-overseer, title: Clerk}
  - id: model-server
    kind: inference-service
    title: Model server
    value: {availability: {rating: 2, because: tickets pile up within a day}}
  - id: classifier
    kind: model
    title: Topic classifier
    trained-on: [training-set]
    value: {integrity: {rating: 3, because: wrong topics reach the wrong team}}
    metrics: [{name: error-rate, value: 0.04, on: training-set, evidence: EV-1}]
  - {id: training-set, kind: training-data, title: Labelled tickets}
  - {id: tickets, kind: database, title: Ticket store}
  - {id: ticket, kind: input-data, title: A ticket}
flows:
  - {from: desk, to: model-server, carries: [ticket]}
  - {from: model-server, to: tickets, carries: [ticket]}
  - {from: tickets, to: desk}
  - {from: clerk, to: desk}
harms:
  - {who: individuals, what: An urgent ticket waits for days., when: [classifier: integrity], rating: 2}
)");
  project.implementations = text("implementations.yaml", R"~(format: assize/implementations/1
implementations:
  - {control: "iso27001:A.5.1", status: in-place, says: A policy is in force., owner: head, evidence: [EV-1]}
  - {control: "iso27001:A.7.4", status: not-applicable, because: There are no premises.}
  - {control: "ai-act:Annex IV.2(g)", status: in-place, owner: head}
)~");
  project.evidence = text("evidence.yaml", R"~(format: assize/evidence/1
evidence:
  - {id: EV-1, kind: test-report, title: Test of the classifier, reference: shelf 3, made: 2026-01-10, valid-until: 2027-01-10}
  - {id: EV-2, kind: policy, title: Old policy, reference: shelf 4, made: 2020-01-10, valid-until: 2021-01-10,
     shows: [{requirement: "ai-act:Annex IV.2(h)", section: "4", page: 2}]}
)~");
  project.narratives.push_back(text("narrative/annex-iv.md", R"(# Annex IV.1(a)
The desk sorts **tickets** by topic and leaves every decision to a clerk, who sees the text.

- first thing
  - inner thing

| Release | Date |
| --- | ---: |
| 1.2 | 2026-10-01 |

<script>alert(1)</script> is text here.

# Annex IV.2(g)
To be documented.

# Art.9(2)(a)
Hazards are collected in a workshop every quarter, and each is entered in the register.
)"));
  project.packs = shipped_packs();
  return project;
}

struct Assessed {
  Project project;
  Assessment assessment;
};

/// Read and assessed once for all tests.
inline const Assessed& assessed() {
  static const Assessed* once = [] {
    auto read = read_project(project_text());
    for (const auto& fault : read.diagnostics())
      UNSCOPED_INFO(to_text(fault.place) << " " << fault.code << " " << fault.message);
    REQUIRE(read);
    auto* made = new Assessed{std::move(read).value(), {}};
    made->assessment = assess(made->project, *made->project.settings.as_of);
    return made;
  }();
  return *once;
}

inline const View& view() {
  static const View* once = new View(assessed().project, assessed().assessment);
  return *once;
}

/// A template of the repository.
inline TemplateText shipped_template(const std::string& name) {
  const fs::path folder = fs::path(ASSIZE_SOURCE_DIR) / "templates" / name;
  TemplateText text{source_of(folder / "template.yaml", "template.yaml"), {}};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) text.prose.push_back(source_of(file, file.filename().string()));
  return text;
}

inline void each_section(const std::vector<Section>& sections, const std::function<void(const Section&)>& take) {
  for (const auto& section : sections) {
    take(section);
    each_section(section.sections, take);
  }
}

template <class Kind>
std::vector<const Kind*> blocks_of(const Document& document) {
  std::vector<const Kind*> all;
  each_section(document.sections, [&](const Section& section) {
    for (const auto& block : section.blocks)
      if (const auto* one = std::get_if<Kind>(&block)) all.push_back(one);
  });
  return all;
}

inline const Section* section_of(const Document& document, const std::string& id) {
  const Section* found = nullptr;
  each_section(document.sections, [&](const Section& section) {
    if (section.id == id) found = &section;
  });
  return found;
}

inline const Table* table_of(const Document& document, const std::string& id) {
  for (const auto* table : blocks_of<Table>(document))
    if (table->id == id) return table;
  return nullptr;
}

inline std::string plain(const Spans& spans) {
  std::string text;
  for (const auto& span : spans) text += span.text;
  return text;
}

/// "code file:line:column" of each fault.
inline std::vector<std::string> faults(const input::Diagnostics& found) {
  std::vector<std::string> all;
  for (const auto& fault : found) all.push_back(fault.code + " " + to_text(fault.place));
  return all;
}

}  // namespace sample
