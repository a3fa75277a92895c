// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/vocabulary.h"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/input/nearest.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

template <class Entry>
std::map<std::string, int> index(const std::vector<Entry>& entries, const char* what, Diagnostics& found) {
  std::map<std::string, int> by_id;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto [at, fresh] = by_id.emplace(entries[i].id, static_cast<int>(i));
    if (!fresh)
      found.push_back({Severity::error, "duplicate-id", std::string(what) + " `" + entries[i].id + "` is defined twice",
                       entries[i].place,
                       "the first is at " + to_text(entries[static_cast<std::size_t>(at->second)].place)});
  }
  return by_id;
}

template <class Entry>
std::vector<std::string> ids(const std::vector<Entry>& entries) {
  std::vector<std::string> all;
  for (const auto& entry : entries) all.push_back(entry.id);
  return all;
}

template <class Entry>
const Entry* entry(const std::vector<Entry>& entries, const std::map<std::string, int>& by_id, const std::string& id) {
  const auto at = by_id.find(id);
  return at == by_id.end() ? nullptr : &entries[static_cast<std::size_t>(at->second)];
}

bool looks_beyond(Word word) { return word >= Word::somewhere; }

bool needs_search(Word word) {
  switch (word) {
    case Word::somewhere:
    case Word::some_flow:
    case Word::goes_into:
    case Word::made_from:
    case Word::reached_from:
    case Word::reaches:
      return true;
    default:
      return false;
  }
}

/// The subject of the inner condition, when the outer one is asked of `asked`.
Scope inner_scope(Word word, Scope asked) {
  switch (word) {
    case Word::all:
    case Word::any:
    case Word::negation:
      return asked;
    case Word::some_flow:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
      return Scope::flow;
    default:
      return Scope::element;
  }
}

}  // namespace

std::optional<Scope> Fact::answered_by(Scope asked) const {
  if (of(asked)) return asked;
  if (of_system) return Scope::system;
  return std::nullopt;
}

int Vocabulary::kind(const std::string& id) const {
  const auto at = kind_index_.find(id);
  return at == kind_index_.end() ? -1 : at->second;
}

bool Vocabulary::is_a(int kind, int ancestor) const {
  return kind >= 0 && ancestor >= 0 && ancestors_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(ancestor)];
}

bool Vocabulary::relays(int kind) const { return kind < 0 || relays_[static_cast<std::size_t>(kind)]; }

const Objective* Vocabulary::objective(const std::string& id) const { return entry(objectives, objective_index_, id); }
const Stage* Vocabulary::stage(const std::string& id) const { return entry(stages, stage_index_, id); }
const TraitDefinition* Vocabulary::trait(const std::string& id) const { return entry(traits, trait_index_, id); }
int Vocabulary::fact(const std::string& id) const {
  const auto at = fact_index_.find(id);
  return at == fact_index_.end() ? -1 : at->second;
}
std::vector<std::string> Vocabulary::kind_ids() const { return ids(kinds); }
std::vector<std::string> Vocabulary::objective_ids() const { return ids(objectives); }
std::vector<std::string> Vocabulary::stage_ids() const { return ids(stages); }
std::vector<std::string> Vocabulary::trait_ids() const { return ids(traits); }
std::vector<std::string> Vocabulary::fact_ids() const { return ids(facts); }

input::Diagnostics Vocabulary::settle() {
  Diagnostics found;
  kind_index_ = index(kinds, "kind", found);
  objective_index_ = index(objectives, "objective", found);
  stage_index_ = index(stages, "stage", found);
  trait_index_ = index(traits, "trait", found);
  fact_index_.clear();
  for (std::size_t i = 0; i < facts.size(); ++i) fact_index_.emplace(facts[i].id, static_cast<int>(i));

  relays_.assign(kinds.size(), true);
  ancestors_.assign(kinds.size(), std::vector<bool>(kinds.size(), false));
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    int at = static_cast<int>(i);
    for (std::size_t steps = 0; at >= 0; ++steps) {
      if (steps > kinds.size()) {
        found.push_back(
            {Severity::error, "kind-cycle", "kind `" + kinds[i].id + "` lies below itself", kinds[i].place, ""});
        break;
      }
      ancestors_[i][static_cast<std::size_t>(at)] = true;
      if (!kinds[static_cast<std::size_t>(at)].relays) relays_[i] = false;
      const auto& parent = kinds[static_cast<std::size_t>(at)].parent;
      if (parent.empty()) break;
      const int up = kind(parent);
      if (up < 0 && steps == 0)
        found.push_back({Severity::error, "unknown-kind",
                         "kind `" + kinds[i].id + "` is in `" + parent + "`, which is no kind", kinds[i].place,
                         input::did_you_mean(parent, kind_ids())});
      at = up;
    }
  }
  for (const auto& trait : traits)
    for (const auto& on : trait.on)
      if (kind(on) < 0 && on != "element" && on != "flow" && on != "system" && on != "boundary")
        found.push_back({Severity::error, "unknown-kind",
                         "trait `" + trait.id + "` is on `" + on + "`, which is no kind", trait.place,
                         input::did_you_mean(on, kind_ids())});
  for (auto& fact : facts)
    for (auto* definition : {&fact.of_system, &fact.of_element, &fact.of_flow})
      if (*definition) resolve((*definition)->when, Where::fact, found);
  if (!input::has_errors(found)) order_facts(found);
  return found;
}

void Vocabulary::resolve(Condition& condition, Where where, Diagnostics& found) {
  const auto complain = [&](const char* code, std::string message, std::string help) {
    found.push_back({Severity::error, code, std::move(message), condition.place, std::move(help)});
  };
  if (where != Where::fact && looks_beyond(condition.word) && condition.word != Word::crosses_boundary &&
      condition.word != Word::inside && condition.word != Word::stage)
    complain("word-out-of-place", "a threat's condition looks beyond its subject",
             "define a fact in the vocabulary, and ask for that fact here");
  switch (condition.word) {
    case Word::is:
      condition.kinds.clear();
      for (const auto& name : condition.names) {
        const int known = kind(name);
        if (known < 0)
          complain("unknown-kind", "a condition asks for kind `" + name + "`, which is no kind",
                   input::did_you_mean(name, kind_ids()));
        else
          condition.kinds.push_back(known);
      }
      break;
    case Word::trait:
    case Word::has: {
      const auto* known = trait(condition.name);
      if (!known) {
        complain("unknown-trait", "a condition asks for trait `" + condition.name + "`, which is no trait",
                 input::did_you_mean(condition.name, trait_ids()));
        break;
      }
      for (const auto& value : condition.names)
        if (std::find(known->values.begin(), known->values.end(), value) == known->values.end())
          complain("unknown-trait-value",
                   "a condition asks whether `" + condition.name + "` is `" + value + "`, which it can never be",
                   input::did_you_mean(value, known->values));
      break;
    }
    case Word::fact:
      condition.fact = fact(condition.name);
      if (condition.fact < 0)
        complain("unknown-fact", "a condition asks for fact `" + condition.name + "`, which is no fact",
                 input::did_you_mean(condition.name, fact_ids()));
      break;
    case Word::stage:
      for (const auto& name : condition.names)
        if (!stage(name))
          complain("unknown-stage", "a condition asks for stage `" + name + "`, which is no stage",
                   input::did_you_mean(name, stage_ids()));
      break;
    case Word::inside:
      for (const auto& name : condition.names)
        if (name != "first-party" && name != "third-party" && name != "public")
          complain("unknown-kind", "a condition asks for a boundary of kind `" + name + "`, which is none",
                   input::did_you_mean(name, {"first-party", "third-party", "public"}));
      break;
    default:
      break;
  }
  if (needs_search(condition.word)) condition.search = searches_++;
  for (auto& part : condition.parts) resolve(part, where, found);
}

void Vocabulary::order_facts(Diagnostics& found) {
  fact_order_.clear();
  std::set<std::pair<int, Scope>> done, open;
  std::function<void(int, Scope)> place_fact;
  std::function<void(const Condition&, Scope)> place_needs = [&](const Condition& condition, Scope asked) {
    if (condition.word == Word::fact) {
      if (const auto scope = facts[static_cast<std::size_t>(condition.fact)].answered_by(asked))
        place_fact(condition.fact, *scope);
      return;
    }
    for (const auto& part : condition.parts) place_needs(part, inner_scope(condition.word, asked));
  };
  place_fact = [&](int fact, Scope scope) {
    const std::pair slot(fact, scope);
    if (done.contains(slot)) return;
    const auto& definition = *facts[static_cast<std::size_t>(fact)].of(scope);
    if (!open.insert(slot).second) {
      found.push_back(
          {Severity::error, "fact-cycle",
           "fact `" + facts[static_cast<std::size_t>(fact)].id + "` is defined by itself, directly or by way of others",
           definition.place, ""});
      return;
    }
    place_needs(definition.when, scope);
    open.erase(slot);
    if (done.insert(slot).second) fact_order_.push_back({fact, scope});
  };
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (const auto scope : {Scope::system, Scope::element, Scope::flow})
      if (facts[i].of(scope)) place_fact(static_cast<int>(i), scope);
}

}  // namespace assize::catalogue
