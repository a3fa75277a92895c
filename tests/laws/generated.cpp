// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/generated.h"

#include <set>

#include "engine/evidence/digest.h"
#include "engine/walk/walk.h"
#include "tests/laws/shipped.h"

namespace assize::laws {
namespace {

const catalogue::CatalogueRead& packs() {
  static const auto read = read_shipped({"vocabulary", "tvra", "hazard", "iso27005", "iso-sae-21434", "evita",
                                         "ai-threats", "conventional-threats", "mitigations"});
  return read;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}
std::string quoted(const std::string& text) { return "\"" + text + "\""; }
std::string list(const std::vector<std::string>& parts) { return "[" + joined(parts) + "]"; }
std::string map(const std::vector<std::string>& parts) { return "{" + joined(parts) + "}"; }

std::string some_day(std::mt19937& chance, int first_year, int years) {
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(first_year + static_cast<int>(below(chance, static_cast<std::size_t>(years)))) + "-" +
         two(1 + below(chance, 12)) + "-" + two(1 + below(chance, 28));
}

/// Traits that belong on the kind, or on `flow` or `system`.
std::string some_traits(std::mt19937& chance, const std::string& kind, std::size_t each) {
  const auto& vocabulary = packs().catalogue.vocabulary;
  std::vector<std::string> said;
  for (const auto& trait : vocabulary.traits) {
    bool fits = false;
    for (const auto& on : trait.on)
      fits = fits || on == kind || (on == "element" && kind != "system" && kind != "flow") ||
             vocabulary.is_a(vocabulary.kind(kind), vocabulary.kind(on));
    if (!fits || !one_in(chance, each)) continue;
    std::vector<std::string> values{quoted(pick(chance, trait.values))};
    if (one_in(chance, 4)) values.push_back(quoted(pick(chance, trait.values)));
    if (values.size() == 2 && values[0] == values[1]) values.pop_back();
    said.push_back(trait.id + ": " + list(values));
  }
  return map(said);
}

std::string some_value(std::mt19937& chance) {
  std::vector<std::string> said;
  for (const auto& objective : packs().catalogue.vocabulary.objectives)
    if (one_in(chance, 4))
      said.push_back(objective.id + ": {rating: " + std::to_string(1 + below(chance, 3)) + ", because: chance}");
  return map(said);
}

class Describer {
 public:
  Describer(std::uint32_t seed, const Wanted& wanted) : chance_(seed), wanted_(wanted) {}

  Described describe() {
    const auto& vocabulary = packs().catalogue.vocabulary;
    described_.stage = pick(chance_, vocabulary.stages).id;
    described_.system_traits = some_traits(chance_, "system", 3);
    const auto n = 3 + below(chance_, 11);
    for (std::size_t i = 0; i < n; ++i) described_.element_ids.push_back("e" + std::to_string(i));
    evidence();
    for (std::size_t i = 0; i < n; ++i) element(i);
    flows();
    boundaries();
    harms();
    agents();
    if (wanted_.implementations)
      for (std::size_t i = below(chance_, 30); i > 0; --i)
        described_.implementations.push_back(random_implementation(chance_, described_, "I-" + std::to_string(i)));
    decisions();
    return std::move(described_);
  }

 private:
  const std::string& some_element() { return pick(chance_, described_.element_ids); }

  void evidence() {
    for (std::size_t i = 2 + below(chance_, 6); i > 0; --i) {
      const auto id = "EV-" + std::to_string(i);
      const auto made = wanted_.all_evidence_made ? some_day(chance_, 2024, 2) : some_day(chance_, 2025, 3);
      auto text = "id: " + id + ", kind: record, title: T, reference: archive, made: " + made;
      if (one_in(chance_, 2))
        text += ", every: " + pick(chance_, std::vector<std::string>{"P3M", "P1Y", "P2W", "P30D", "P2Y"});
      if (one_in(chance_, 3)) text += ", valid-until: " + some_day(chance_, 2028, 1);
      described_.evidence.push_back("{" + text + "}");
      evidence_ids_.push_back(id);
    }
  }

  void element(std::size_t i) {
    static const std::vector<std::string> likely = {"model",
                                                    "model",
                                                    "training-data",
                                                    "personal-data",
                                                    "inference-service",
                                                    "inference-api",
                                                    "application",
                                                    "agent",
                                                    "agent-tool",
                                                    "rag-store",
                                                    "external-content",
                                                    "end-user",
                                                    "ml-pipeline",
                                                    "cloud-account",
                                                    "human-overseer",
                                                    "monitoring",
                                                    "supplier",
                                                    "secrets",
                                                    "system-prompt",
                                                    "feedback-data",
                                                    "model-weights",
                                                    "edge-device",
                                                    "sensor",
                                                    "guardrail"};
    const auto& vocabulary = packs().catalogue.vocabulary;
    std::string kind;
    do kind = one_in(chance_, 3) ? pick(chance_, vocabulary.kinds).id : pick(chance_, likely);
    while (kind == "flow");
    std::vector<std::string> parts{"id: " + described_.element_ids[i], "kind: " + kind,
                                   "traits: " + some_traits(chance_, kind, 3), "value: " + some_value(chance_)};
    std::map<std::string, std::set<std::string>> links;
    for (std::size_t k = below(chance_, 4); k > 0; --k) {
      const auto& [name, relation] = model::relations[below(chance_, model::relations.size())];
      const bool lineage = relation == model::Relation::trained_on || relation == model::Relation::fine_tuned_from ||
                           relation == model::Relation::derived_from;
      if (i == 0) continue;
      // Lineage goes to earlier elements alone, so that it is no cycle.
      const auto& to = lineage ? described_.element_ids[below(chance_, i)] : some_element();
      if (to != described_.element_ids[i]) links[std::string(name)].insert(to);
    }
    for (const auto& [relation, to] : links)
      parts.push_back(relation + ": " + list(std::vector<std::string>(to.begin(), to.end())));
    if (wanted_.metrics && (kind == "model" || one_in(chance_, 3))) parts.push_back("metrics: " + metrics());
    described_.elements.push_back(map(parts));
  }

  std::string metrics() {
    std::vector<std::string> all;
    for (const auto& measure : packs().catalogue.method("hazard")->measures) {
      if (one_in(chance_, 3)) continue;
      static const std::vector<std::string> values = {"0",    "0.001", "0.0011", "0.01", "0.02",
                                                      "0.05", "0.3",   "1",      "24",   "200"};
      auto text = "name: " + measure.metric + ", value: " + pick(chance_, values);
      if (!one_in(chance_, 4)) text += ", evidence: " + pick(chance_, evidence_ids_);
      all.push_back("{" + text + "}");
    }
    return list(all);
  }

  void flows() {
    for (std::size_t i = below(chance_, 2 * described_.element_ids.size()); i > 0; --i) {
      const auto &from = some_element(), &to = some_element();
      if (from == to) continue;
      std::set<std::string> carried;
      while (one_in(chance_, 2)) carried.insert(some_element());
      std::vector<std::string> parts{"id: f" + std::to_string(i), "from: " + from, "to: " + to,
                                     "traits: " + some_traits(chance_, "flow", 2)};
      if (!carried.empty())
        parts.push_back("carries: " + list(std::vector<std::string>(carried.begin(), carried.end())));
      if (one_in(chance_, 3)) parts.push_back("value: " + some_value(chance_));
      described_.flows.push_back(map(parts));
    }
  }

  /// Each element lies in one at most; a boundary may lie in an earlier one.
  void boundaries() {
    const auto n = below(chance_, 5);
    std::vector<std::vector<std::string>> inside(n);
    if (n == 0) return;
    for (const auto& element : described_.element_ids)
      if (!one_in(chance_, 3)) inside[below(chance_, n)].push_back(element);
    for (std::size_t i = n - 1; i > 0; --i)
      if (!inside[i].empty() && one_in(chance_, 2)) inside[below(chance_, i)].push_back("b" + std::to_string(i));
    for (std::size_t i = 0; i < n; ++i)
      if (!inside[i].empty())
        described_.boundaries.push_back(
            map({"id: b" + std::to_string(i),
                 "kind: " + pick(chance_, std::vector<std::string>{"first-party", "third-party", "public"}),
                 "inside: " + list(inside[i])}));
  }

  void harms() {
    for (std::size_t i = below(chance_, 4); i > 0; --i)
      described_.harms.push_back(
          map({"who: individuals", "what: harm", "rating: " + std::to_string(1 + below(chance_, 3)),
               "when: [{" + some_element() + ": " + pick(chance_, packs().catalogue.vocabulary.objectives).id + "}]"}));
  }

  void agents() {
    for (std::size_t i = below(chance_, 3); i > 0; --i)
      described_.agents.push_back("{id: a" + std::to_string(i) +
                                  ", title: A, motivation: focused, capability: formidable, because: chance}");
  }

  /// Overrides and treatments name risks, so that the walk must be known first.
  void decisions() {
    const auto project = read(described_);
    const auto facts = walk::derive(project.system, project.catalogue, project.implementations);
    const auto scenarios = walk::walk(facts, project.catalogue.threats);
    if (scenarios.empty()) return;
    std::set<std::string> overruled, treated;
    for (std::size_t i = below(chance_, 5); i > 0; --i) {
      const auto& scenario = pick(chance_, scenarios);
      const auto& method = scenario.threat->scheme == catalogue::Scheme::attack ? *project.attack : *project.hazard;
      const auto at = below(chance_, method.factors.size() + 1);
      const bool intensity = at == method.factors.size();
      const auto factor = intensity ? "intensity" : method.factors[at].id;
      const auto level = intensity ? pick(chance_, method.intensities).id : pick(chance_, method.factors[at].levels).id;
      const auto id = walk::id_of(scenario, facts);
      if (!overruled.insert(id + " " + factor).second) continue;
      described_.overrides.push_back(
          map({"risk: " + quoted(id), "factor: " + factor, "to: " + level, "by: assessor", "because: chance"}));
    }
    for (std::size_t i = below(chance_, 5); i > 0; --i) {
      const auto id = walk::id_of(pick(chance_, scenarios), facts);
      if (!treated.insert(id).second) continue;
      auto text = "risk: " + quoted(id) + ", option: modify, owner: owner, because: chance";
      if (one_in(chance_, 2)) text += ", due: " + some_day(chance_, 2025, 3);
      if (one_in(chance_, 3))
        text += ", accepted: {by: owner, on: " + some_day(chance_, 2025, 2) + ", because: chance}";
      described_.treatments.push_back("{" + text + "}");
    }
  }

  std::mt19937 chance_;
  const Wanted& wanted_;
  Described described_;
  std::vector<std::string> evidence_ids_;
};

}  // namespace

Described random_system(std::uint32_t seed, const Wanted& wanted) { return Describer(seed, wanted).describe(); }

std::string random_implementation(std::mt19937& chance, const Described& described, const std::string& id) {
  // Some that bring elements, so that these are walked often enough to matter.
  std::vector<std::string> controls, bringing;
  for (const auto& control : packs().catalogue.controls) {
    controls.push_back(control.id);
    if (!control.brings.empty()) bringing.push_back(control.id);
  }
  const auto status =
      pick(chance, std::vector<std::string>{"in-place", "in-place", "in-place", "planned", "not-applicable"});
  std::vector<std::string> parts{
      "id: " + id, "control: " + quoted(one_in(chance, 4) ? pick(chance, bringing) : pick(chance, controls)),
      "status: " + status, "because: chance"};
  if (one_in(chance, 2)) {
    std::set<std::string> on;
    for (std::size_t i = 1 + below(chance, 4); i > 0; --i) on.insert(pick(chance, described.element_ids));
    const auto id_in = [](const std::string& line) { return line.substr(5, line.find(',') - 5); };
    if (!described.flows.empty() && one_in(chance, 3)) on.insert(id_in(pick(chance, described.flows)));
    if (!described.boundaries.empty() && one_in(chance, 3)) on.insert(id_in(pick(chance, described.boundaries)));
    parts.push_back("on: " + list(std::vector<std::string>(on.begin(), on.end())));
  }
  if (one_in(chance, 2)) parts.push_back("evidence: [EV-" + std::to_string(1 + below(chance, 2)) + "]");
  return map(parts);
}

Project read(const Described& described) {
  const auto lines = [](const char* key, const std::vector<std::string>& all) {
    return std::string(key) + ": [" + joined(all) + "]\n";
  };
  ProjectTrees trees;
  trees.settings =
      tree_of("{format: assize/project/1, people: [{id: assessor, role: assessor}, {id: owner, role: owner}]}");
  trees.system = tree_of(
      "format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: P}\nstage: " + described.stage +
      "\npurpose: {intended: tests}\ntraits: " + described.system_traits + "\n" + lines("agents", described.agents) +
      lines("boundaries", described.boundaries) + lines("elements", described.elements) +
      lines("flows", described.flows) + lines("harms", described.harms));
  trees.implementations =
      tree_of("format: assize/implementations/1\n" + lines("implementations", described.implementations));
  trees.evidence = tree_of("format: assize/evidence/1\n" + lines("evidence", described.evidence));
  trees.treatments = tree_of("format: assize/treatments/1\n" + lines("treatments", described.treatments) +
                             lines("overrides", described.overrides));
  auto project = read_project(trees, packs(), {});
  if (!project) throw std::runtime_error(said(project.diagnostics()));
  return std::move(project).value();
}

std::optional<Project> read_example(const std::string& name, std::string& wrong) {
  const auto folder = source_folder() / "examples" / name;
  const auto tree = [&](const std::string& file) -> std::optional<input::Tree> {
    if (!std::filesystem::exists(folder / file)) return std::nullopt;
    auto read = input::read_tree(source_of(file, bytes_of(folder / file)));
    if (!read) throw std::runtime_error(said(read.diagnostics()));
    return std::move(read).value();
  };
  ProjectTrees trees;
  trees.settings = tree("assize.yaml");
  trees.system = tree("system.yaml");
  trees.implementations = tree("implementations.yaml");
  trees.evidence = tree("evidence.yaml");
  trees.treatments = tree("treatments.yaml");
  if (trees.evidence)
    for (const auto* piece : input::items_at(*trees.evidence, "evidence"))
      if (const auto file = input::text_at(*piece, "file"); !file.empty() && std::filesystem::exists(folder / file))
        trees.evidence_digests[file] = evidence::sha256(bytes_of(folder / file));
  auto project = read_project(trees, shipped(), {});
  if (!project) {
    wrong = said(project.diagnostics());
    return std::nullopt;
  }
  return std::move(project).value();
}

}  // namespace assize::laws
