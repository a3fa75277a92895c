// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <deque>

#include "engine/walk/facts.h"
#include "engine/walk/holds.h"

namespace assize::walk {
namespace {

using catalogue::Condition;
using catalogue::Scope;
using catalogue::Word;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Deriver {
 public:
  Deriver(const model::System& system, const catalogue::Catalogue& catalogue,
          const std::vector<evidence::Implementation>& implementations)
      : catalogue_(catalogue) {
    facts_.system = &system;
    facts_.vocabulary = &catalogue.vocabulary;
    gather(implementations);
    join();
    enclose();
  }

  Facts derive() {
    const auto& vocabulary = *facts_.vocabulary;
    const auto n = vocabulary.facts.size();
    facts_.of_element.assign(n, std::vector<char>(facts_.elements.size(), 0));
    facts_.of_flow.assign(n, std::vector<char>(facts_.system->flows.size(), 0));
    facts_.of_system.assign(n, 0);
    facts_.searches.resize(at(vocabulary.searches()));
    for (const auto [fact, scope] : vocabulary.fact_order()) {
      const auto& condition = vocabulary.facts[at(fact)].of(scope)->when;
      search(condition);
      if (scope == Scope::system) {
        facts_.of_system[at(fact)] = holds(condition, {Scope::system, 0}, facts_);
        continue;
      }
      auto& answers = scope == Scope::element ? facts_.of_element[at(fact)] : facts_.of_flow[at(fact)];
      for (std::size_t i = 0; i < answers.size(); ++i)
        answers[i] = holds(condition, {scope, static_cast<int>(i)}, facts_);
    }
    return std::move(facts_);
  }

 private:
  void gather(const std::vector<evidence::Implementation>& implementations) {
    for (const auto& implementation : implementations) {
      if (implementation.status != evidence::Status::in_place) continue;  // What is not there yet is no asset.
      const auto* control = catalogue_.control(implementation.control.value);
      if (!control) continue;
      for (const auto& thing : control->brings) {
        const auto said = implementation.brings.find(thing.id);
        if (said != implementation.brings.end() && !said->second.is.value.empty())
          continue;  // The describer has it already.
        model::Element element;
        element.id = {implementation.id + "." + thing.id};
        element.kind = {{thing.kind}, thing.place};
        element.title = thing.title;
        element.brought_by = implementation.id;
        element.place = implementation.place;
        if (said != implementation.brings.end()) element.value = said->second.value;
        facts_.brought.push_back(std::move(element));
      }
    }
    for (const auto& element : facts_.system->elements) facts_.elements.push_back(&element);
    for (const auto& element : facts_.brought) facts_.elements.push_back(&element);
    for (std::size_t i = 0; i < facts_.elements.size(); ++i) {
      facts_.element_index.emplace(facts_.elements[i]->id.text, static_cast<int>(i));
      facts_.kind_of_element.push_back(facts_.vocabulary->kind(facts_.elements[i]->kind.value.text));
    }
    facts_.kind_of_flow = facts_.vocabulary->kind("flow");
  }

  int element(const std::string& id) const {
    const auto found = facts_.element_index.find(id);
    return found == facts_.element_index.end() ? -1 : found->second;
  }

  void join() {
    const auto n = facts_.elements.size();
    facts_.links_from.resize(n);
    facts_.links_to.resize(n);
    facts_.flows_in.resize(n);
    facts_.flows_out.resize(n);
    facts_.carried_on.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      const auto& links = facts_.elements[i]->links;
      for (std::size_t k = 0; k < links.size(); ++k) {
        const int to = element(links[k].to.text);
        if (to < 0) continue;
        facts_.links_from[i].push_back({to, static_cast<int>(k), links[k].relation});
        facts_.links_to[at(to)].push_back({static_cast<int>(i), static_cast<int>(k), links[k].relation});
      }
    }
    const auto& flows = facts_.system->flows;
    for (std::size_t i = 0; i < flows.size(); ++i) {
      const int from = element(flows[i].from.value.text), to = element(flows[i].to.value.text);
      facts_.flow_index.emplace(flows[i].id.text, static_cast<int>(i));
      facts_.flow_from.push_back(from);
      facts_.flow_to.push_back(to);
      facts_.carries.emplace_back();
      if (from < 0 || to < 0) continue;
      facts_.flows_out[at(from)].push_back({to, static_cast<int>(i)});
      facts_.flows_in[at(to)].push_back({from, static_cast<int>(i)});
      for (const auto& carried : flows[i].carries)
        if (const int index = element(carried.value.text); index >= 0) {
          facts_.carries.back().push_back(index);
          facts_.carried_on[at(index)].push_back(static_cast<int>(i));
        }
    }
  }

  void enclose() {
    const auto& boundaries = facts_.system->boundaries;
    std::map<std::string, int> by_id;
    for (std::size_t i = 0; i < boundaries.size(); ++i) by_id.emplace(boundaries[i].id.text, static_cast<int>(i));
    facts_.boundary_of.assign(facts_.elements.size(), -1);
    facts_.boundary_parent.assign(boundaries.size(), -1);
    for (std::size_t i = 0; i < boundaries.size(); ++i)
      for (const auto& inside : boundaries[i].inside) {
        if (const auto inner = by_id.find(inside.value); inner != by_id.end())
          facts_.boundary_parent[at(inner->second)] = static_cast<int>(i);
        else if (const int index = element(inside.value); index >= 0)
          facts_.boundary_of[at(index)] = static_cast<int>(i);
      }
    for (std::size_t i = 0; i < facts_.system->flows.size(); ++i) {
      const int from = facts_.flow_from[i], to = facts_.flow_to[i];
      facts_.crosses.push_back(from >= 0 && to >= 0 && facts_.boundary_of[at(from)] != facts_.boundary_of[at(to)]);
    }
  }

  /// Answers the searching words of a condition, inner ones first.
  void search(const Condition& condition) {
    for (const auto& part : condition.parts) search(part);
    if (condition.search < 0) return;
    auto& found = facts_.searches[at(condition.search)];
    const auto& inner = condition.parts.front();
    if (condition.word == Word::somewhere || condition.word == Word::some_flow) {
      const auto scope = condition.word == Word::somewhere ? Scope::element : Scope::flow;
      // Described ones alone: a control that brings logs must not make the risk of having none go away, evidence or
      // not.
      const auto n = scope == Scope::element ? facts_.system->elements.size() : facts_.system->flows.size();
      found.next.assign(1, -1);
      for (std::size_t i = 0; i < n && found.next[0] < 0; ++i)
        if (holds(inner, {scope, static_cast<int>(i)}, facts_)) found.next[0] = static_cast<int>(i);
      return;
    }
    spread(condition, found);
  }

  /// Breadth-first from all elements where the inner condition holds; each element is entered once.
  void spread(const Condition& condition, Facts::Search& found) {
    const auto n = facts_.elements.size();
    found.next.assign(n, -1);
    found.via.assign(n, -1);
    std::deque<int> open;
    std::vector<char> seed(n, 0);
    for (std::size_t i = 0; i < n; ++i)
      if (holds(condition.parts.front(), {Scope::element, static_cast<int>(i)}, facts_)) {
        seed[i] = 1;
        open.push_back(static_cast<int>(i));
      }
    const bool along_flows = condition.word == Word::reached_from || condition.word == Word::reaches;
    std::vector<char> expanded(n, 0);
    const auto enter = [&](int target, int from, int via) {
      if (found.next[at(target)] >= 0) return;
      found.next[at(target)] = from;
      found.via[at(target)] = via;
      open.push_back(target);
    };
    while (!open.empty()) {
      const int current = open.front();
      open.pop_front();
      if (expanded[at(current)]) continue;
      expanded[at(current)] = 1;
      if (along_flows && !seed[at(current)] && !facts_.vocabulary->relays(facts_.kind_of_element[at(current)]))
        continue;
      switch (condition.word) {
        case Word::reached_from:
          for (const auto& out : facts_.flows_out[at(current)]) {
            enter(out.other, current, out.by);
            for (const int carried : facts_.carries[at(out.by)]) enter(carried, current, out.by);
          }
          break;
        case Word::reaches:
          for (const auto& in : facts_.flows_in[at(current)]) {
            enter(in.other, current, in.by);
            for (const int carried : facts_.carries[at(in.by)]) enter(carried, current, in.by);
          }
          break;
        case Word::goes_into:  // From the made thing to what it is made from.
          for (const auto& link : facts_.links_from[at(current)])
            if (is_lineage(link.relation)) enter(link.other, current, link.by);
          break;
        case Word::made_from:
          for (const auto& link : facts_.links_to[at(current)])
            if (is_lineage(link.relation)) enter(link.other, current, link.by);
          break;
        default:
          assert(false);
      }
    }
  }

  static bool is_lineage(model::Relation relation) {
    return relation == model::Relation::trained_on || relation == model::Relation::fine_tuned_from ||
           relation == model::Relation::derived_from;
  }

  const catalogue::Catalogue& catalogue_;
  Facts facts_;
};

}  // namespace

std::string Facts::name_of(Subject subject) const {
  switch (subject.scope) {
    case Scope::element:
      return elements[at(subject.index)]->id.text;
    case Scope::flow:
      return system->flows[at(subject.index)].id.text;
    case Scope::system:
      return system->id;
  }
  return {};
}

const input::Place& Facts::place_of(Subject subject) const {
  switch (subject.scope) {
    case Scope::element:
      return elements[at(subject.index)]->place;
    case Scope::flow:
      return system->flows[at(subject.index)].place;
    case Scope::system:
      break;
  }
  return system->place;
}

const model::Traits& Facts::traits_of(Subject subject) const {
  switch (subject.scope) {
    case Scope::element:
      return elements[at(subject.index)]->traits;
    case Scope::flow:
      return system->flows[at(subject.index)].traits;
    case Scope::system:
      break;
  }
  return system->traits;
}

Facts derive(const model::System& system, const catalogue::Catalogue& catalogue,
             const std::vector<evidence::Implementation>& implementations) {
  return Deriver(system, catalogue, implementations).derive();
}

}  // namespace assize::walk
