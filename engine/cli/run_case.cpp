// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_case.h"

#include <algorithm>
#include <filesystem>

#include "engine/assessment.h"
#include "engine/cli/expect_classification.h"
#include "engine/cli/files.h"
#include "engine/cli/load_project.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/read_tree.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Tree;

Tree text_tree(const std::string& text, const input::Place& place) {
  Tree tree;
  tree.shape = Tree::Shape::text;
  tree.text = text;
  tree.place = place;
  return tree;
}

Tree map_tree(std::vector<input::Member> members, const input::Place& place) {
  Tree tree;
  tree.shape = Tree::Shape::map;
  tree.members = std::move(members);
  tree.place = place;
  return tree;
}

void set_if_missing(Tree& map, const std::string& key, Tree value) {
  if (!map.find(key)) map.members.push_back({key, map.place, std::move(value)});
}

/// A case says only what matters to it.
Tree complete(Tree system) {
  const auto& place = system.place;
  set_if_missing(system, "format", text_tree("assize/system/1", place));
  set_if_missing(system, "id", text_tree("case", place));
  set_if_missing(system, "name", text_tree("Case", place));
  set_if_missing(system, "version", text_tree("1", place));
  set_if_missing(system, "stage", text_tree("operation-monitoring", place));
  set_if_missing(system, "provider", map_tree({{"name", place, text_tree("Case", place)}}, place));
  set_if_missing(system, "purpose", map_tree({{"intended", place, text_tree("Case", place)}}, place));
  if (!system.find("elements")) {
    Tree list;
    list.shape = Tree::Shape::list;
    list.place = place;
    list.items.push_back(
        map_tree({{"id", place, text_tree("thing", place)}, {"kind", place, text_tree("application", place)}}, place));
    system.members.push_back({"elements", place, std::move(list)});
  }
  return system;
}

/// Answers of a case, or of a variant of it, over those of the system.
void answer(Tree& system, const Tree* answers, const std::vector<std::string>& without) {
  set_if_missing(system, "facts", map_tree({}, system.place));
  for (auto& member : system.members) {
    if (member.key != "facts") continue;
    auto& facts = member.value.members;
    std::erase_if(facts, [&](const auto& one) {
      return (answers && answers->find(one.key)) || std::find(without.begin(), without.end(), one.key) != without.end();
    });
    if (answers) facts.insert(facts.end(), answers->members.begin(), answers->members.end());
  }
}

Tree wrap(const Tree& list, const char* format, const char* key) {
  return map_tree({{"format", list.place, text_tree(format, list.place)}, {key, list.place, list}}, list.place);
}

std::string text_of(const input::Diagnostic& one) { return to_text(one.place) + ": " + one.code + ": " + one.message; }

class Runner {
 public:
  Runner(const Tree& tree, const Project& project, const Assessment& assessment, CaseResult& result)
      : tree_(tree),
        project_(project),
        assessment_(assessment),
        not_applicable_(walk::not_applicable(assessment.facts, project.catalogue.threats)),
        result_(result) {}

  void run() {
    for (const auto* item : input::items_at(tree_, "expect")) {
      place_ = to_text(item->place);
      if (const auto absent = input::text_at(*item, "absent"); !absent.empty()) {
        if (risk(absent))
          fail("risk `" + absent + "` is there");
        else
          note_miss(absent);
      }
      if (const auto fact = input::text_at(*item, "fact"); !fact.empty() && !fact_holds(fact))
        fail("fact `" + fact + "` does not hold");
      if (const auto fact = input::text_at(*item, "no-fact"); !fact.empty() && fact_holds(fact))
        fail("fact `" + fact + "` holds");
      if (const auto id = input::text_at(*item, "risk"); !id.empty()) expect_risk(*item, id);
      for (const auto& failure : expect_classification(*item, project_, assessment_)) fail(failure);
    }
  }

 private:
  void fail(const std::string& message) { result_.failures.push_back(place_ + ": " + message); }

  const analyse::Risk* risk(const std::string& id) const {
    for (const auto& one : assessment_.risks)
      if (one.id == id) return &one;
    return nullptr;
  }

  bool fact_holds(const std::string& text) const {
    const auto& facts = assessment_.facts;
    const auto split = text.find('@');
    const int fact = facts.vocabulary->fact(text.substr(0, split));
    if (fact < 0) return false;
    const auto at = static_cast<std::size_t>(fact);
    if (split == text.npos) return facts.of_system[at] != 0;
    const auto name = text.substr(split + 1);
    if (const auto element = facts.element_index.find(name); element != facts.element_index.end())
      return facts.of_element[at][static_cast<std::size_t>(element->second)] != 0;
    if (const auto flow = facts.flow_index.find(name); flow != facts.flow_index.end())
      return facts.of_flow[at][static_cast<std::size_t>(flow->second)] != 0;
    return false;
  }

  /// A near miss: the threat touches the kind of the subject, so that its condition is what failed.
  void note_miss(const std::string& absent) {
    const auto split = absent.find('@');
    const auto& facts = assessment_.facts;
    for (const auto& one : not_applicable_)
      if (one.threat->id == absent.substr(0, split) && split != absent.npos &&
          facts.name_of(one.subject) == absent.substr(split + 1))
        result_.missed.insert(one.threat->id);
  }

  void expect_risk(const Tree& expected, const std::string& id) {
    const auto* found = risk(id);
    if (!found) {
      fail("risk `" + id + "` is not there");
      return;
    }
    result_.fired.insert(found->scenario.threat->id);
    const auto& method = *found->method;
    auto at = analyse::At::inherent;
    for (const auto level : analyse::all_levels)
      if (analyse::name_of(level) == input::text_at(expected, "level")) at = level;
    const auto& level = found->at(at);
    for (const auto& member : expected.members) {
      const auto& key = member.key;
      const auto& want = member.value.text;
      if (key == "risk" || key == "level") continue;
      std::string have;
      if (key == "because") {
        if (!because_holds(*found, want))
          fail("`" + want + "` is neither among the reasons of `" + id + "` nor of its adjustments");
        continue;
      }
      if (key == "class")
        have = method.classes[static_cast<std::size_t>(level.risk_class)].id;
      else if (key == "likelihood")
        have = std::to_string(level.likelihood.value);
      else if (key == "impact")
        have = std::to_string(level.impact.value);
      else if (key == "value")
        have = std::to_string(level.risk.value);
      else if (key == "intensity")
        have = method.intensities[static_cast<std::size_t>(level.intensity)].id;
      else if (const int factor = method.factor(key); factor >= 0)
        have = method.factors[static_cast<std::size_t>(factor)]
                   .levels[static_cast<std::size_t>(level.ranks[static_cast<std::size_t>(factor)])]
                   .id;
      else {
        fail("`" + key + "` is nothing that can be expected of a risk");
        continue;
      }
      if (have != want) fail(key + " of `" + id + "` is `" + have + "`, not `" + want + "`");
    }
  }

  bool because_holds(const analyse::Risk& found, const std::string& fact) const {
    if (assessment_.facts.vocabulary->fact(fact) < 0) return true;  // A remark.
    const auto among = [&](const catalogue::Condition& condition) {
      const auto asked = facts_asked(condition, found.scenario.subject, assessment_.facts);
      return std::find(asked.begin(), asked.end(), fact) != asked.end();
    };
    if (among(found.scenario.threat->when)) return true;
    return std::any_of(found.origins.begin(), found.origins.end(),
                       [&](const auto& origin) { return origin.adjustment && among(origin.adjustment->when); });
  }

  const Tree& tree_;
  const Project& project_;
  const Assessment& assessment_;
  std::vector<walk::NotApplicable> not_applicable_;
  CaseResult& result_;
  std::string place_;
};

}  // namespace

const CaseRunner::Packs& CaseRunner::packs(const std::vector<std::string>& shipped, const PackPath& pack) {
  const auto [at, fresh] = known_.try_emplace({shipped, pack.folder + "/" + pack.choice.path});
  if (!fresh) return at->second;
  std::vector<Settings::PackChoice> choices;
  for (const auto& one : shipped) choices.push_back({.pack = one, .path = {}, .version = {}});
  if (!pack.choice.path.empty()) choices.push_back(pack.choice);
  Sources sources;
  std::vector<std::pair<std::string, std::string>> digests;
  const auto loaded = load_packs(choices, pack.folder, world_, sources, at->second.found, digests);
  at->second.read = catalogue::read_catalogue(loaded.packs);
  return at->second;
}

CaseResult CaseRunner::run(const input::Source& source, const PackPath& pack) {
  CaseResult result;
  const auto tree = input::read_tree(source);
  auto found = tree.diagnostics();
  if (tree)
    for (auto& fault : input::schema("case").check(tree.value())) found.push_back(std::move(fault));
  const auto give_up = [&] {
    for (const auto& one : found) result.failures.push_back(text_of(one));
    return result;
  };
  if (input::has_errors(found)) return give_up();
  result.title = input::text_at(tree.value(), "case");
  auto shipped = input::texts_at(tree.value(), "packs");
  if (!tree.value().find("packs"))  // A pack of one's own stands beside all shipped ones, as it does in a project.
    shipped = pack.choice.path.empty() ? std::vector<std::string>{"vocabulary", "tvra", "hazard"}
                                       : list_folders(fs::path(world_.data_folder) / "catalogues", "pack.yaml");
  if (!pack.choice.pack.empty() && std::find(shipped.begin(), shipped.end(), pack.choice.pack) == shipped.end())
    shipped.push_back(pack.choice.pack);
  const auto& known = packs(shipped, pack);
  found.insert(found.end(), known.found.begin(), known.found.end());
  ProjectTrees trees;
  trees.settings = map_tree({{"format", {}, text_tree("assize/project/1", {})}}, tree.value().place);
  if (const auto* standards = tree.value().find("standards"))
    trees.settings->members.push_back({"standards", standards->place, *standards});
  if (const auto* methods = tree.value().find("methods"))
    trees.settings->members.push_back({"methods", methods->place, *methods});
  trees.system = complete(*tree.value().find("system"));
  answer(*trees.system, tree.value().find("answers"), {});
  if (const auto* list = tree.value().find("implementations"))
    trees.implementations = wrap(*list, "assize/implementations/1", "implementations");
  if (const auto* list = tree.value().find("evidence")) trees.evidence = wrap(*list, "assize/evidence/1", "evidence");
  const auto as_of = input::date_at(tree.value(), "as-of").value_or(input::Date{2026, 1, 1});
  const auto run = [&](const ProjectTrees& given, const Tree& expected, input::Date day) {
    const auto project = read_project(given, known.read, found);
    if (!project) {
      for (const auto& one : project.diagnostics()) result.failures.push_back(text_of(one));
      return;
    }
    Runner(expected, project.value(), assess(project.value(), day), result).run();
  };
  run(trees, tree.value(), as_of);
  for (const auto* variant : input::items_at(tree.value(), "variants")) {
    auto varied = trees;
    answer(*varied.system, variant->find("answers"), input::texts_at(*variant, "without"));
    if (const auto* traits = variant->find("traits")) {
      std::erase_if(varied.system->members, [](const auto& one) { return one.key == "traits"; });
      varied.system->members.push_back({"traits", traits->place, *traits});
    }
    const auto before = result.failures.size();
    run(varied, *variant, input::date_at(*variant, "as-of").value_or(as_of));
    for (auto i = before; i < result.failures.size(); ++i)
      result.failures[i] += " (variant \"" + input::text_at(*variant, "case") + "\")";
  }
  return result;
}

}  // namespace assize::cli
