// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/catalogue/lint_rules.h"
#include "engine/catalogue/satisfiable.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

/// Conditions that are asked of several kinds of subject: one is a fault only where it never holds of any of them.
class Asked {
 public:
  explicit Asked(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void of(Scope scope, const std::vector<const Condition*>& conditions, std::vector<bool> kinds = {}) {
    const auto seen = prospect(conditions, scope, std::move(kinds), vocabulary_);
    if (seen.never && !never_) never_ = seen.never;
    if (!seen.never) {
      ++possible_;
      for (const auto& dead : seen.alternatives) ++dead_[to_text(dead.place)].count;
      for (const auto& dead : seen.alternatives) dead_[to_text(dead.place)].what = dead;
    }
    ++asked_;
  }

  bool is_impossible() const { return asked_ > 0 && possible_ == 0; }

  void report(const std::string& who, Diagnostics& found) const {
    if (is_impossible()) {
      add(who + " can never hold: " + never_->because, never_->place, found);
      return;
    }
    for (const auto& [place, dead] : dead_)
      if (dead.count >= possible_)
        add("an alternative of " + who + " can never hold: " + dead.what.because, dead.what.place, found);
  }

 private:
  static void add(std::string message, const input::Place& place, Diagnostics& found) {
    found.push_back(
        {Severity::warning, "unreachable-condition", std::move(message), place,
         "`assize catalogue show trait:NAME` says where a trait may stand, `fact:NAME` what a fact asks for"});
  }
  struct Dead {
    int count = 0;
    Never what;
  };
  const Vocabulary& vocabulary_;
  int asked_ = 0, possible_ = 0;
  std::optional<Never> never_;
  std::map<std::string, Dead> dead_;
};

/// What a threat touches, apart: its elements by kind, and whether flows.
struct Touched {
  std::vector<int> elements;
  bool flows = false;
};
Touched touched_by(const Threat& threat, const Vocabulary& vocabulary) {
  Touched touched;
  for (const int kind : threat.touched_kinds)
    if (kind == vocabulary.kind("flow"))
      touched.flows = true;
    else
      touched.elements.push_back(kind);
  return touched;
}

std::vector<bool> flow_alone(const Vocabulary& vocabulary) {
  std::vector<bool> kinds(vocabulary.kinds.size(), false);
  if (const int flow = vocabulary.kind("flow"); flow >= 0) kinds[static_cast<std::size_t>(flow)] = true;
  return kinds;
}

void lint_facts(const Vocabulary& vocabulary, Diagnostics& found) {
  for (const auto& fact : vocabulary.facts) {
    // A definition for several subjects is one text, and reported once.
    std::map<std::string, Asked> by_place;
    const auto ask = [&](const std::optional<Fact::Definition>& definition, Scope scope, std::vector<bool> kinds) {
      if (!definition) return;
      const auto at = by_place.try_emplace(to_text(definition->place), vocabulary).first;
      at->second.of(scope, {&definition->when}, std::move(kinds));
    };
    ask(fact.of_system, Scope::system, {});
    ask(fact.of_element, Scope::element, {});
    ask(fact.of_flow, Scope::flow, flow_alone(vocabulary));
    for (const auto& [place, asked] : by_place) asked.report("fact `" + fact.id + "`", found);
  }
}

void lint_threat(const Threat& threat, const Vocabulary& vocabulary, Diagnostics& found) {
  const auto touched = touched_by(threat, vocabulary);
  const auto ask = [&](const std::vector<const Condition*>& conditions) {
    Asked asked(vocabulary);
    if (!touched.elements.empty()) asked.of(Scope::element, conditions, kinds_below(touched.elements, vocabulary));
    if (touched.flows) asked.of(Scope::flow, conditions, flow_alone(vocabulary));
    return asked;
  };
  const auto whole = ask({&threat.when});
  whole.report("the condition of threat `" + threat.id + "`", found);
  if (whole.is_impossible()) return;
  for (const auto& adjustment : threat.adjust) {
    const auto asked = ask({&threat.when, &adjustment.when});
    if (asked.is_impossible())
      asked.report("an adjustment of threat `" + threat.id + "`", found);
    else
      ask({&adjustment.when}).report("an adjustment of threat `" + threat.id + "`", found);
  }
  if (touched.elements.empty()) return;
  const auto seen = prospect({&threat.when}, Scope::element, kinds_below(touched.elements, vocabulary), vocabulary);
  for (const int kind : touched.elements) {
    const auto below = kinds_below({kind}, vocabulary);
    bool possible = false;
    for (std::size_t i = 0; i < below.size(); ++i) possible = possible || (below[i] && seen.kinds[i]);
    if (!possible || seen.never)
      found.push_back({Severity::remark, "idle-touch",
                       "threat `" + threat.id + "` touches `" + vocabulary.kinds[static_cast<std::size_t>(kind)].id +
                           "`, of which its condition never holds",
                       threat.place, "remove the kind from `touches:`"});
  }
}

}  // namespace

void lint_conditions(const Catalogue& catalogue, Diagnostics& found) {
  const auto& vocabulary = catalogue.vocabulary;
  lint_facts(vocabulary, found);
  for (const auto& threat : catalogue.threats) lint_threat(threat, vocabulary, found);
  for (const auto& requirement : catalogue.requirements) {
    if (!requirement.when) continue;
    Asked asked(vocabulary);
    asked.of(Scope::system, {&*requirement.when});
    asked.report("the condition of requirement `" + requirement.id + "`", found);
  }
  for (const auto& question : catalogue.questions)
    for (const auto& known : question.known) {
      Asked asked(vocabulary);
      asked.of(Scope::system, {&known.when});
      asked.report("what the description answers to question `" + question.id + "`", found);
    }
}

void lint_use(const Catalogue& catalogue, Diagnostics& found) {
  const auto& vocabulary = catalogue.vocabulary;
  std::set<std::string> kinds, traits, facts, objectives, attributes;
  const std::function<void(const Condition&)> note = [&](const Condition& condition) {
    if (condition.word == Word::is) kinds.insert(condition.names.begin(), condition.names.end());
    if (condition.word == Word::trait || condition.word == Word::has) traits.insert(condition.name);
    if (condition.word == Word::fact) facts.insert(condition.name);
    for (const auto& part : condition.parts) note(part);
  };
  each_condition(catalogue, note);
  const std::function<void(const LegalTest&)> note_test = [&](const LegalTest& test) {
    if (test.word == LegalWord::fact) facts.insert(test.name);
    for (const auto& part : test.parts) note_test(part);
  };
  for (const auto& regime : catalogue.regimes) {
    for (const auto& finding : regime.findings) note_test(finding.test);
    for (const auto& provision : regime.provisions) note_test(provision.test);
    for (const auto& table : regime.tables) {
      note_test(table.test);
      for (const auto* rows : {&table.rows, &table.adds})
        for (const auto& row : *rows) note_test(row.test);
    }
  }
  for (const auto& threat : catalogue.threats) {
    kinds.insert(threat.touches.begin(), threat.touches.end());
    objectives.insert(threat.hits.begin(), threat.hits.end());
  }
  for (const auto& control : catalogue.controls) {
    for (const auto& brought : control.brings) kinds.insert(brought.kind);
    for (const auto& [name, values] : control.attributes) attributes.insert(name);
  }
  const auto unused = [&](const char* what, const std::string& id, const input::Place& place) {
    found.push_back({Severity::warning, "unused-entry",
                     std::string(what) + " `" + id + "` is asked for by nothing in the catalogue", place,
                     "use it, remove it, or say by `kept:` why it stays"});
  };
  // A kind is of use when something asks for it, for one above it or for one below.
  std::set<int> asked;
  for (const auto& id : kinds) asked.insert(vocabulary.kind(id));
  for (std::size_t i = 0; i < vocabulary.kinds.size(); ++i) {
    const auto kind = static_cast<int>(i);
    if (vocabulary.kinds[i].kept.empty() && std::none_of(asked.begin(), asked.end(), [&](int one) {
          return vocabulary.is_a(kind, one) || vocabulary.is_a(one, kind);
        }))
      unused("kind", vocabulary.kinds[i].id, vocabulary.kinds[i].place);
  }
  for (const auto& trait : vocabulary.traits)
    if (!traits.contains(trait.id) && trait.kept.empty()) unused("trait", trait.id, trait.place);
  for (const auto& fact : vocabulary.facts)
    if (!facts.contains(fact.id))
      for (const auto* definition : {&fact.of_system, &fact.of_element, &fact.of_flow})
        if (*definition && (*definition)->kept.empty()) {
          unused("fact", fact.id, (*definition)->place);
          break;
        }
  for (const auto& objective : vocabulary.objectives)
    if (!objectives.contains(objective.id)) unused("objective", objective.id, objective.place);
  for (const auto& attribute : catalogue.attributes)
    if (!attributes.contains(attribute.id)) unused("attribute", attribute.id, attribute.place);
}

}  // namespace assize::catalogue
