// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/evidence/digest.h"
#include "tests/dossier/sample.h"

namespace sample {

/// A project with what follows from it, and its view.
struct Seen {
  Project project;
  Assessment assessment;
  std::unique_ptr<View> view;
};

inline std::unique_ptr<Seen> seen(const ProjectText& text, const std::string& as_of) {
  auto read = read_project(text);
  for (const auto& fault : read.diagnostics())
    UNSCOPED_INFO(to_text(fault.place) << " " << fault.code << " " << fault.message);
  REQUIRE(read);
  auto made = std::make_unique<Seen>();
  made->project = std::move(read).value();
  made->assessment = assess(made->project, *input::parse_date(as_of));
  made->view = std::make_unique<View>(made->project, made->assessment);
  return made;
}

/// One of examples/, without narratives and without packs of its own.
inline ProjectText example_text(const std::string& name) {
  const fs::path folder = fs::path(ASSIZE_SOURCE_DIR) / "examples" / name;
  ProjectText project;
  project.settings = source_of(folder / "assize.yaml", "assize.yaml");
  project.system = source_of(folder / "system.yaml", "system.yaml");
  project.implementations = source_of(folder / "implementations.yaml", "implementations.yaml");
  const auto optional = [&](const char* file) {
    return fs::exists(folder / file) ? std::optional(source_of(folder / file, file)) : std::nullopt;
  };
  project.evidence = optional("evidence.yaml");
  project.treatments = optional("treatments.yaml");
  project.packs = shipped_packs();
  for (const auto& path : project.evidence ? evidence_files(*project.evidence) : std::vector<std::string>())
    if (fs::exists(folder / path))
      project.evidence_digests[path] = evidence::sha256(source_of(folder / path, path).text);
  return project;
}

/// A system of so many elements in any mixture of boundaries, with flows as a company has them: most of them within a
/// boundary, some elements that many others talk to, some that nobody does.
inline std::string large_system(std::size_t elements, std::uint32_t seed) {
  std::mt19937 chance(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(chance() % n); };
  const std::vector<std::string> kinds = {"application",   "database", "inference-service", "model",
                                          "training-data", "end-user", "monitoring"};
  const std::vector<std::string> words = {"Clinical", "archive",
                                          "of",       "records",
                                          "and",      "service",
                                          "for",      "reconciliation",
                                          "gateway",  "Internationalisation"};
  const auto title = [&](std::string text) {
    for (std::size_t i = below(6); i > 0; --i) text += " " + words[below(words.size())];
    return text;
  };
  const std::size_t boundaries = seed % 9;
  std::vector<std::vector<std::string>> inside(boundaries);
  std::vector<std::size_t> boundary_of(elements, boundaries);
  std::string text =
      "format: assize/system/1\nid: large\nname: Large\nversion: \"1\"\nprovider: {name: P}\n"
      "stage: operation-monitoring\npurpose: {intended: tests}\nelements:\n";
  for (std::size_t i = 0; i < elements; ++i) {
    if (boundaries > 0 && below(8) > 0)
      inside[boundary_of[i] = below(seed % 2 == 0 ? boundaries : std::min<std::size_t>(boundaries, 2))].push_back(
          "e" + std::to_string(i));
    text += "  - {id: e" + std::to_string(i) + ", kind: " + kinds[below(kinds.size())] +
            ", title: " + title("Element " + std::to_string(i)) + "}\n";
  }
  for (std::size_t i = boundaries; i-- > 1;)
    if (!inside[i].empty() && below(3) == 0) inside[below(i)].push_back("b" + std::to_string(i));
  if (std::any_of(inside.begin(), inside.end(), [](const auto& one) { return !one.empty(); })) text += "boundaries:\n";
  for (std::size_t i = 0; i < boundaries; ++i) {
    if (inside[i].empty()) continue;
    std::string list;
    for (const auto& one : inside[i]) list += (list.empty() ? "" : ", ") + one;
    text += "  - {id: b" + std::to_string(i) + ", title: " + title("Boundary " + std::to_string(i)) +
            (below(3) == 0 ? ", kind: third-party" : "") + ", inside: [" + list + "]}\n";
  }
  if (elements < 2) return text;
  text += "flows:\n";
  const auto flows = elements + below(elements + 1);
  for (std::size_t i = 0; i < flows; ++i) {
    auto from = below(elements), to = below(elements);
    if (below(7) == 0) from = 0;  // Element 0 is what everything talks to.
    for (int tries = 0; tries < 20 && boundary_of[from] != boundary_of[to]; ++tries) to = below(elements);
    if (from == to) to = (from + 1) % elements;
    text +=
        "  - {id: f" + std::to_string(i) + ", from: e" + std::to_string(from) + ", to: e" + std::to_string(to) + "}\n";
  }
  return text;
}

/// The same as a project that few packs are enough for.
inline std::unique_ptr<Seen> seen_large(std::size_t elements, std::uint32_t seed) {
  static const auto packs = [] {
    std::vector<catalogue::PackText> few;
    for (auto& pack : shipped_packs())
      for (const char* name : {"catalogues/vocabulary/", "catalogues/tvra/", "catalogues/hazard/"})
        if (pack.pack.name.text().starts_with(name)) few.push_back(pack);
    return few;
  }();
  ProjectText project;
  project.settings = text("assize.yaml", "format: assize/project/1\n");
  project.system = {input::FileName("system.yaml"), large_system(elements, seed)};
  project.packs = packs;
  return seen(project, "2026-11-20");
}

}  // namespace sample
