// SPDX-License-Identifier: Apache-2.0
#include "engine/project.h"

#include <algorithm>
#include <set>

#include "engine/evidence/read_evidence.h"
#include "engine/input/check_schema.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"
#include "engine/input/read_tree.h"
#include "engine/model/read_system.h"
#include "engine/project/check_answers.h"
#include "engine/project/check_description.h"
#include "engine/treat/check_costs.h"
#include "engine/walk/walk.h"

namespace assize {
namespace {

using input::Diagnostics;
using input::did_you_mean;
using input::Severity;
using input::suggest;
using input::Tree;

Settings settings_of(const Tree& tree) {
  Settings settings;
  settings.title = input::text_at(tree, "title");
  if (const auto language = input::text_at(tree, "language"); !language.empty()) settings.language = language;
  settings.classification = input::text_at(tree, "classification");
  settings.style = input::text_at(tree, "style");
  settings.document_id = input::text_at(tree, "document-id");
  settings.as_of = input::date_at(tree, "as-of");
  settings.catalogues = catalogue::read_pack_choices(tree);
  settings.frameworks = input::texts_at(tree, "frameworks");
  settings.attack_method = {"tvra", tree.place};
  settings.hazard_method = {"hazard", tree.place};
  if (const auto* methods = tree.find("methods")) {
    if (methods->find("attack")) settings.attack_method = input::said_at(*methods, "attack");
    if (methods->find("hazard")) settings.hazard_method = input::said_at(*methods, "hazard");
  }
  for (const auto* item : input::items_at(tree, "people"))
    settings.people.push_back({input::text_at(*item, "id"), input::text_at(*item, "name"),
                               input::text_at(*item, "title"), input::text_at(*item, "role"), item->place});
  for (const auto* item : input::items_at(tree, "standards")) settings.standards.push_back(cover::read_applied(*item));
  return settings;
}

class Reader {
 public:
  Reader(const ProjectTrees& trees, catalogue::CatalogueRead catalogue, Diagnostics found)
      : trees_(trees), unread_(trees.unread), found_(std::move(found)) {
    unread_.catalogue |= !catalogue.is_whole;
    append(std::move(catalogue.found));
    project_.catalogue = std::move(catalogue.catalogue);
  }

  input::Result<Project> read() {
    for (auto& pack : project_.catalogue.packs)
      if (const auto digest = trees_.pack_digests.find(pack.id); digest != trees_.pack_digests.end())
        pack.digest = digest->second;
    if (trees_.settings) {
      append(input::schema("project").check(*trees_.settings));
      project_.settings = settings_of(*trees_.settings);
      check_frameworks(*trees_.settings);
    }
    if (trees_.system) {
      auto read = model::read_system(*trees_.system);
      append(std::move(read.found));
      project_.system = std::move(read.system);
    }
    if (trees_.implementations)
      project_.implementations = evidence::read_implementations(*trees_.implementations, found_);
    if (trees_.evidence) project_.evidence = evidence::read_evidence(*trees_.evidence, found_);
    if (trees_.treatments) {
      project_.treatments = treat::read_treatments(*trees_.treatments, found_);
      project_.overrides = analyse::read_overrides(*trees_.treatments, found_);
    }
    if (trees_.review) project_.review = review::read_review(*trees_.review, found_);
    for (const auto& source : trees_.narratives) {
      append(input::check_text(source));
      for (auto& narrative : cover::read_narrative(source, found_)) project_.narratives.push_back(std::move(narrative));
    }
    check();
    if (input::has_errors(found_)) return std::move(found_);
    return {std::move(project_), std::move(found_)};
  }

 private:
  void append(Diagnostics more) {
    found_.insert(found_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  void error(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, code, std::move(message), place, std::move(help)});
  }

  // What crosses files: ids, words of the vocabulary, versions.
  void check() {
    append(catalogue::check_pack_choices(project_.settings.catalogues, project_.catalogue.packs));
    check_methods();
    check_people();
    check_system();
    check_implementations();
    check_costs();
    check_evidence();
    check_narratives();
    check_deciders();
    check_review();
    check_classification();
    // Risks exist only when everything they are made of is sound.
    if (!input::has_errors(found_)) check_risks();
  }

  void check_frameworks(const Tree& tree) {
    if (unread_.catalogue) return;
    std::vector<std::string> known;
    for (const auto& pack : project_.catalogue.packs)
      if (!pack.prefix.empty()) known.push_back(pack.id);
    for (const auto& named : input::saids_at(tree, "frameworks"))
      if (std::find(known.begin(), known.end(), named.value) == known.end())
        error("unknown-pack",
              "the project answers to `" + named.value + "`, which is no pack of requirements or controls", named.place,
              did_you_mean(named.value, known));
  }

  const catalogue::Method* method(const input::Said<std::string>& name, catalogue::Scheme scheme) {
    std::vector<std::string> known;
    for (const auto& one : project_.catalogue.methods)
      if (one.scheme == scheme) known.push_back(one.id);
    const auto* found = project_.catalogue.method(name.value);
    if (found && found->scheme == scheme) return found;
    if (!trees_.settings || unread_.catalogue) return nullptr;
    error(
        "unknown-method",
        "`" + name.value + "` is no method that rates " + (scheme == catalogue::Scheme::attack ? "attacks" : "hazards"),
        name.place, suggest(name.value, known));
    return nullptr;
  }

  void check_methods() {
    project_.attack = method(project_.settings.attack_method, catalogue::Scheme::attack);
    project_.hazard = method(project_.settings.hazard_method, catalogue::Scheme::hazard);
  }

  void check_people() {
    std::map<std::string, input::Place> first;
    for (const auto& person : project_.settings.people) {
      const auto [at, fresh] = first.emplace(person.id, person.place);
      if (!fresh && !person.id.empty())
        error("duplicate-id", "person `" + person.id + "` is named twice", person.place,
              "the first is at " + to_text(at->second));
    }
  }

  const Person* must_be_person(const input::Said<std::string>& id, const std::string& what) {
    if (id.value.empty() || unread_.settings) return nullptr;
    if (const auto* person = project_.person(id.value)) return person;
    std::vector<std::string> known;
    for (const auto& person : project_.settings.people) known.push_back(person.id);
    auto help = did_you_mean(id.value, known);
    error("unknown-person", what + " is `" + id.value + "`, who is not among the people of the project", id.place,
          help.empty() ? "name the person under `people:` in assize.yaml" : help);
    return nullptr;
  }

  void check_system() {
    check_metrics();
    if (unread_.catalogue || project_.catalogue.vocabulary.kinds.empty()) return;
    append(check_description(project_.system, project_.catalogue.vocabulary));
  }

  void check_metrics() {
    for (const auto& element : project_.system.elements)
      for (const auto& metric : element.metrics)
        must_be_evidence(metric.evidence,
                         [&] { return "metric `" + metric.name + "` of element `" + element.id.text + "`"; });
  }

  template <class Naming>
  void must_be_evidence(const input::Said<std::string>& id, const Naming& what) {
    if (id.value.empty() || unread_.evidence) return;
    std::vector<std::string> known;
    for (const auto& piece : project_.evidence) {
      if (piece.id == id.value) return;
      known.push_back(piece.id);
    }
    auto help = did_you_mean(id.value, known);
    error("unknown-evidence", what() + " is shown by `" + id.value + "`, which is no evidence", id.place,
          help.empty() ? "list it in evidence.yaml" : help);
  }

  void check_implementations() {
    const auto& catalogue = project_.catalogue;
    std::vector<std::string> controls, places;
    for (const auto& control : catalogue.controls) controls.push_back(control.id);
    for (const auto& requirement : catalogue.requirements) controls.push_back(requirement.id);
    for (const auto& element : project_.system.elements) places.push_back(element.id.text);
    for (const auto& flow : project_.system.flows) places.push_back(flow.id.text);
    for (const auto& boundary : project_.system.boundaries) places.push_back(boundary.id.text);
    std::set<std::string> elements;
    for (const auto& element : project_.system.elements) elements.insert(element.id.text);
    for (const auto& implementation : project_.implementations)  // What controls bring can be protected too.
      if (implementation.status == evidence::Status::in_place)
        if (const auto* control = catalogue.control(catalogue.qualified(implementation.control.value)))
          for (const auto& thing : control->brings) places.push_back(implementation.id + "." + thing.id);
    const std::set<std::string> known(places.begin(), places.end());
    for (auto& implementation : project_.implementations) {
      const bool named_after_control = implementation.id == implementation.control.value;
      implementation.control.value = catalogue.qualified(implementation.control.value);
      if (named_after_control) implementation.id = implementation.control.value;
      const auto* control = catalogue.control(implementation.control.value);
      if (!unread_.catalogue && !control && !catalogue.requirement(implementation.control.value) &&
          !implementation.control.value.empty())
        error("unknown-control", "`" + implementation.control.value + "` is neither a control nor a requirement",
              implementation.control.place, did_you_mean(implementation.control.value, controls));
      for (const auto& on : implementation.on)
        if (!unread_.system && !known.contains(on.value))
          error(
              "unknown-element",
              "`" + implementation.id + "` is said to be on `" + on.value + "`, which is no element, flow or boundary",
              on.place, did_you_mean(on.value, places));
      for (const auto& named : implementation.evidence)
        must_be_evidence(named, [&] { return "`" + implementation.id + "`"; });
      must_be_person(implementation.owner, "the owner of `" + implementation.id + "`");
      for (const auto& [thing, said] : implementation.brings) {
        append(check_value(said.value, "what `" + implementation.id + "` brings", catalogue.vocabulary));
        if (!said.is.value.empty() && !elements.contains(said.is.value))
          error("unknown-element",
                "what `" + implementation.id + "` brings is `" + said.is.value + "`, which is not an element",
                said.is.place, did_you_mean(said.is.value, places));
        if (control && std::none_of(control->brings.begin(), control->brings.end(),
                                    [&](const auto& brought) { return brought.id == thing; }))
          error("unknown-element", "control `" + control->id + "` does not bring `" + thing + "`", implementation.place,
                "");
      }
    }
  }

  /// Against the method that weighs them; when the project's have no such analysis, against one that has.
  void check_costs() {
    if (unread_.catalogue || unread_.settings) return;
    const auto* method = project_.cost_benefit_method();
    for (const auto& one : project_.catalogue.methods)
      if (!method && one.cost_benefit) method = &one;
    append(treat::check_costs(project_.implementations, method));
  }

  void check_evidence() {
    std::vector<std::string> implementations;
    for (const auto& implementation : project_.implementations) implementations.push_back(implementation.id);
    const std::set<std::string> known(implementations.begin(), implementations.end());
    for (auto& piece : project_.evidence) {
      for (auto& shows : piece.shows) {
        auto& named = shows.implementation;
        if (!named.value.empty() && !known.contains(named.value))
          named.value = project_.catalogue.qualified(named.value);
        if (!named.value.empty() && !unread_.implementations && !known.contains(named.value))
          error("unknown-implementation",
                "evidence `" + piece.id + "` shows `" + named.value + "`, which is no implementation", named.place,
                did_you_mean(named.value, implementations));
        if (shows.requirement.value.empty()) continue;
        shows.requirement.value = project_.catalogue.qualified(shows.requirement.value);
        must_be_requirement(shows.requirement.value, shows.requirement.place, "evidence `" + piece.id + "` shows");
      }
      must_be_person(piece.owner, "the owner of evidence `" + piece.id + "`");
      if (piece.file.value.empty() || evidence::leaves_project(piece.file.value)) continue;
      const auto digest = trees_.evidence_digests.find(piece.file.value);
      if (digest == trees_.evidence_digests.end()) {
        error("missing-file", "file `" + piece.file.value + "` of evidence `" + piece.id + "` is not there",
              piece.file.place, "paths are relative to the folder of the project");
        continue;
      }
      piece.digest = digest->second;
      if (piece.digest.empty()) continue;  // There, but not readable: whoever tried has said why.
      if (!piece.sha256.empty() && piece.sha256 != piece.digest)
        error("evidence-changed",
              "file `" + piece.file.value + "` of evidence `" + piece.id + "` is not the one that was registered",
              piece.file.place, "if it may differ, look at it and write `sha256: " + piece.digest + "`");
    }
  }

  /// The requirement or control by its full id, if the short one means one alone; else a complaint.
  void must_be_asked(input::Said<std::string>& said, const std::string& what) {
    said.value = project_.catalogue.qualified(said.value);
    must_be_requirement(said.value, said.place, what + " is about");
  }

  void must_be_requirement(const std::string& id, const input::Place& place, const std::string& what) {
    if (unread_.catalogue || project_.catalogue.requirement(id) || project_.catalogue.control(id)) return;
    std::vector<std::string> known;
    for (const auto& requirement : project_.catalogue.requirements) {
      known.push_back(requirement.id);
      known.push_back(requirement.local_id);
    }
    error("unknown-requirement", what + " `" + id + "`, which is no requirement", place, did_you_mean(id, known));
  }

  void check_narratives() {
    std::map<std::string, input::Place> first;
    for (auto& narrative : project_.narratives) {
      narrative.requirement = project_.catalogue.qualified(narrative.requirement);
      must_be_requirement(narrative.requirement, narrative.place, "the text answers");
      const auto [at, fresh] = first.emplace(narrative.requirement, narrative.place);
      if (!fresh && at->second.file != narrative.place.file)
        error("duplicate-id", "`" + narrative.requirement + "` is answered twice", narrative.place,
              "the first is at " + to_text(at->second));
    }
  }

  void check_classification() {
    if (!unread_.catalogue) append(check_answers(project_.system, project_.catalogue));
    for (const auto& [id, answer] : project_.system.facts) must_be_person(answer.by, "who answered `" + id + "`");
    for (const auto& standard : project_.settings.standards)
      for (const auto& named : standard.evidence)
        must_be_evidence(named, [&] { return "that `" + standard.id + "` is applied"; });
  }

  /// A review speaks of requirements of the catalogues and of evidence of the project.
  void check_review() {
    if (unread_.catalogue) return;
    auto& review = project_.review;
    for (auto& verdict : review.verdicts) must_be_asked(verdict.requirement, "a verdict");
    for (auto& finding : review.findings) {
      must_be_asked(finding.requirement, "finding `" + finding.id + "`");
      for (const auto& answer : finding.answers)
        for (const auto& named : answer.evidence)
          must_be_evidence(named, [&] { return "the answer to finding `" + finding.id + "`"; });
    }
  }

  void check_deciders() {
    for (const auto& treatment : project_.treatments) {
      must_be_person(treatment.owner, "the owner of the treatment of `" + treatment.risk.value + "`");
      if (treatment.accepted) must_be_person(treatment.accepted->by, "who accepts `" + treatment.risk.value + "`");
    }
    for (const auto& override : project_.overrides) {
      const auto* person = must_be_person(override.by, "who overrules `" + override.factor.value + "`");
      if (person && person->role != "assessor")
        error("not-an-assessor", "`" + person->id + "` overrules a level, but is no assessor", override.by.place,
              "only a person with `role: assessor` may overrule a catalogue");
    }
  }

  /// Treatments and overrides must name risks that the walk finds: an unused one would be a judgement nobody sees.
  void check_risks() {
    if (project_.treatments.empty() && project_.overrides.empty()) return;
    const auto facts = walk::derive(project_.system, project_.catalogue, project_.implementations);
    std::map<std::string, const catalogue::Threat*> risks;
    std::vector<std::string> ids;
    for (const auto& scenario : walk::walk(facts, project_.catalogue.threats)) {
      ids.push_back(id_of(scenario, facts));
      risks.emplace(ids.back(), scenario.threat);
    }
    std::vector<std::string> implementations;
    for (const auto& implementation : project_.implementations) implementations.push_back(implementation.id);
    for (auto& treatment : project_.treatments) {
      if (!risks.contains(treatment.risk.value))
        error("unknown-risk", "a treatment is for `" + treatment.risk.value + "`, which is no risk of this system",
              treatment.risk.place, help_for_risk(treatment.risk.value, ids));
      for (auto& by : treatment.by) {
        if (std::find(implementations.begin(), implementations.end(), by.value) == implementations.end())
          by.value = project_.catalogue.qualified(by.value);
        if (std::find(implementations.begin(), implementations.end(), by.value) == implementations.end())
          error("unknown-implementation",
                "a treatment is carried out by `" + by.value + "`, which is no implementation", by.place,
                did_you_mean(by.value, implementations));
      }
    }
    for (const auto& override : project_.overrides) check_override(override, risks, ids);
  }

  static std::string help_for_risk(const std::string& id, const std::vector<std::string>& ids) {
    const auto near = did_you_mean(id, ids);
    return near.empty() ? "the threat may no longer apply: `assize register` lists the risks, `assize explain` says why"
                        : near;
  }

  void check_override(const analyse::Override& override, const std::map<std::string, const catalogue::Threat*>& risks,
                      const std::vector<std::string>& ids) {
    const auto risk = risks.find(override.risk.value);
    if (risk == risks.end()) {
      error("unused-override", "an override is for `" + override.risk.value + "`, which is no risk of this system",
            override.risk.place, help_for_risk(override.risk.value, ids));
      return;
    }
    if (auto fault = analyse::check_override(override, project_.method_of(*risk->second)))
      found_.push_back(std::move(*fault));
  }

  const ProjectTrees& trees_;
  ProjectTrees::Unread unread_;
  Project project_;
  Diagnostics found_;
};

}  // namespace

const Person* Project::person(const std::string& id) const {
  for (const auto& one : settings.people)
    if (one.id == id) return &one;
  return nullptr;
}

const catalogue::Method* Project::cost_benefit_method() const {
  for (const auto* method : {attack, hazard})
    if (method && method->cost_benefit) return method;
  return nullptr;
}

const catalogue::Method& Project::method_of(const catalogue::Threat& threat) const {
  return threat.scheme == catalogue::Scheme::attack ? *attack : *hazard;
}

input::Result<Settings> read_settings(const input::Source& source) {
  auto tree = input::read_tree(source);
  if (!tree) return tree.diagnostics();
  return settings_of(tree.value());
}

std::vector<std::string> evidence_files(const input::Source& source) {
  std::vector<std::string> files;
  const auto tree = input::read_tree(source);
  if (!tree) return files;
  for (const auto* item : input::items_at(tree.value(), "evidence"))
    if (auto file = input::text_at(*item, "file"); !file.empty()) files.push_back(std::move(file));
  return files;
}

input::Result<Project> read_project(const ProjectTrees& trees, catalogue::CatalogueRead catalogue,
                                    input::Diagnostics found) {
  return Reader(trees, std::move(catalogue), std::move(found)).read();
}

input::Result<Project> read_project(const ProjectText& text) {
  Diagnostics found;
  const auto tree_of = [&](const std::optional<input::Source>& source, const char* required,
                           bool& unread) -> std::optional<Tree> {
    if (!source) {
      unread = required != nullptr;
      if (required)
        found.push_back({Severity::error,
                         "missing-file",
                         "there is no `" + std::string(required) + "`",
                         {},
                         "`assize init` makes a project that has one"});
      return std::nullopt;
    }
    auto tree = input::read_tree(*source);
    found.insert(found.end(), tree.diagnostics().begin(), tree.diagnostics().end());
    unread = !tree;
    if (!tree) return std::nullopt;
    return std::move(tree).value();
  };
  ProjectTrees trees;
  trees.settings = tree_of(text.settings, "assize.yaml", trees.unread.settings);
  trees.system = tree_of(text.system, "system.yaml", trees.unread.system);
  trees.implementations = tree_of(text.implementations, nullptr, trees.unread.implementations);
  trees.evidence = tree_of(text.evidence, nullptr, trees.unread.evidence);
  bool nothing_names_treatments = false;
  trees.treatments = tree_of(text.treatments, nullptr, nothing_names_treatments);
  trees.review = tree_of(text.review, nullptr, nothing_names_treatments);
  trees.unread.catalogue = !text.packs_are_whole;
  trees.narratives = text.narratives;
  trees.pack_digests = text.pack_digests;
  trees.evidence_digests = text.evidence_digests;
  return read_project(trees, catalogue::read_catalogue(text.packs), std::move(found));
}

}  // namespace assize
