// SPDX-License-Identifier: Apache-2.0
#include "engine/walk/holds.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <optional>

namespace assize::walk {
namespace {

using catalogue::Condition;
using catalogue::Scope;
using catalogue::Word;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int kind_of(Subject subject, const Facts& facts) {
  return subject.scope == Scope::element ? facts.kind_of_element[at(subject.index)]
         : subject.scope == Scope::flow  ? facts.kind_of_flow
                                         : -1;
}

bool is_one_of(const std::vector<std::string>& names, const std::string& value) {
  return std::find(names.begin(), names.end(), value) != names.end();
}

/// The value of the trait that is among those asked for.
const std::string* matching_value(const Condition& condition, Subject subject, const Facts& facts) {
  const auto& traits = facts.traits_of(subject);
  const auto trait = traits.find(condition.name);
  if (trait == traits.end()) return nullptr;
  for (const auto& value : trait->second.values)
    if (is_one_of(condition.names, value)) return &value;
  return nullptr;
}

bool has(const Condition& condition, Subject subject, const Facts& facts) {
  const auto& traits = facts.traits_of(subject);
  const auto trait = traits.find(condition.name);
  return trait != traits.end() && std::any_of(trait->second.values.begin(), trait->second.values.end(),
                                              [](const auto& value) { return value != "false" && value != "none"; });
}

/// The boundary of one of the named kinds around the element, or -1.
int boundary_around(const Condition& condition, Subject subject, const Facts& facts) {
  if (subject.scope != Scope::element) return -1;
  for (int boundary = facts.boundary_of[at(subject.index)]; boundary >= 0;
       boundary = facts.boundary_parent[at(boundary)]) {
    const auto kind = facts.system->boundaries[at(boundary)].kind;
    const auto* name = kind == model::BoundaryKind::first_party   ? "first-party"
                       : kind == model::BoundaryKind::third_party ? "third-party"
                                                                  : "public";
    if (is_one_of(condition.names, name)) return boundary;
  }
  return -1;
}

bool fact_holds(int fact, Scope scope, Subject subject, const Facts& facts) {
  switch (scope) {
    case Scope::system:
      return facts.of_system[at(fact)] != 0;
    case Scope::element:
      return facts.of_element[at(fact)][at(subject.index)] != 0;
    case Scope::flow:
      return facts.of_flow[at(fact)][at(subject.index)] != 0;
  }
  return false;
}

/// Each subject next to this one in the sense of the word, until `visit` answers true.
template <class Visit>
bool visit_next(const Condition& condition, Subject subject, const Facts& facts, const Visit& visit) {
  const auto element = [&](int index) { return index >= 0 && visit(Subject{Scope::element, index}); };
  const auto flow = [&](int index) { return visit(Subject{Scope::flow, index}); };
  if (subject.scope == Scope::element) {
    const auto i = at(subject.index);
    switch (condition.word) {
      case Word::linked:
      case Word::linked_from:
        for (const auto& link : condition.word == Word::linked ? facts.links_from[i] : facts.links_to[i])
          if (std::find(condition.by.begin(), condition.by.end(), link.relation) != condition.by.end() &&
              element(link.other))
            return true;
        return false;
      case Word::on_flow:
      case Word::flow_in:
      case Word::flow_out:
        if (condition.word != Word::flow_out)
          for (const auto& in : facts.flows_in[i])
            if (flow(in.by)) return true;
        if (condition.word != Word::flow_in)
          for (const auto& out : facts.flows_out[i])
            if (flow(out.by)) return true;
        return false;
      case Word::carried_by:
        for (const int carrier : facts.carried_on[i])
          if (flow(carrier)) return true;
        return false;
      default:
        return false;
    }
  }
  if (subject.scope == Scope::flow) {
    const auto i = at(subject.index);
    switch (condition.word) {
      case Word::starts_at:
        return element(facts.flow_from[i]);
      case Word::ends_at:
        return element(facts.flow_to[i]);
      case Word::carries:
        for (const int carried : facts.carries[i])
          if (element(carried)) return true;
        return false;
      default:
        return false;
    }
  }
  return false;
}

std::optional<Subject> next_that_holds(const Condition& condition, Subject subject, const Facts& facts) {
  std::optional<Subject> found;
  visit_next(condition, subject, facts, [&](Subject next) {
    if (!holds(condition.parts.front(), next, facts)) return false;
    found = next;
    return true;
  });
  return found;
}

bool crosses(Subject subject, const Facts& facts) {
  if (subject.scope == Scope::flow) return facts.crosses[at(subject.index)];
  if (subject.scope != Scope::element) return false;
  const auto crossing = [&](const auto& joint) { return facts.crosses[at(joint.by)]; };
  const auto& in = facts.flows_in[at(subject.index)];
  const auto& out = facts.flows_out[at(subject.index)];
  return std::any_of(in.begin(), in.end(), crossing) || std::any_of(out.begin(), out.end(), crossing);
}

std::string quoted(const std::string& text) { return "`" + text + "`"; }

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " or ") + quoted(name);
  return text;
}

/// "`a` → `b` → `c`": from the subject to the other end that a search found, or the other way about.
Reason path(const Condition& condition, Subject subject, const Facts& facts) {
  const auto& search = facts.searches[at(condition.search)];
  std::vector<int> way{subject.index};
  while (search.next[at(way.back())] >= 0 && way.size() <= facts.elements.size()) {
    way.push_back(search.next[at(way.back())]);
    if (holds(condition.parts.front(), {Scope::element, way.back()}, facts)) break;
  }
  const bool towards = condition.word == Word::reaches || condition.word == Word::goes_into;
  std::string text;
  const auto add = [&](int element) {
    text += (text.empty() ? "" : " → ") + quoted(facts.elements[at(element)]->id.text);
  };
  if (towards)
    std::for_each(way.begin(), way.end(), add);
  else
    std::for_each(way.rbegin(), way.rend(), add);
  const bool by_flows = condition.word == Word::reaches || condition.word == Word::reached_from;
  const Subject end{Scope::element, way.back()};
  const int via = search.via[at(subject.index)];
  auto place = facts.place_of(subject);
  if (by_flows && via >= 0) place = facts.system->flows[at(via)].place;
  return {(by_flows ? "along flows: " : "by lineage: ") + text, place, why(condition.parts.front(), end, facts)};
}

}  // namespace

bool holds(const Condition& condition, Subject subject, const Facts& facts) {
  const auto part_holds = [&](const Condition& part) { return holds(part, subject, facts); };
  switch (condition.word) {
    case Word::always:
      return true;
    case Word::all:
      return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Word::any:
      return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Word::negation:
      return !holds(condition.parts.front(), subject, facts);
    case Word::is: {
      const int kind = kind_of(subject, facts);
      return std::any_of(condition.kinds.begin(), condition.kinds.end(),
                         [&](int asked) { return facts.vocabulary->is_a(kind, asked); });
    }
    case Word::trait:
      return matching_value(condition, subject, facts) != nullptr;
    case Word::has:
      return has(condition, subject, facts);
    case Word::fact: {
      const auto scope = facts.vocabulary->facts[at(condition.fact)].answered_by(subject.scope);
      return scope && fact_holds(condition.fact, *scope, subject, facts);
    }
    case Word::somewhere:
    case Word::some_flow:
      return facts.searches[at(condition.search)].next[0] >= 0;
    case Word::goes_into:
    case Word::made_from:
    case Word::reached_from:
    case Word::reaches:
      return subject.scope == Scope::element && facts.searches[at(condition.search)].next[at(subject.index)] >= 0;
    case Word::linked:
    case Word::linked_from:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
    case Word::carries:
    case Word::starts_at:
    case Word::ends_at:
      return next_that_holds(condition, subject, facts).has_value();
    case Word::crosses_boundary:
      return crosses(subject, facts);
    case Word::inside:
      return boundary_around(condition, subject, facts) >= 0;
    case Word::stage:
      return is_one_of(condition.names, facts.system->stage.value);
  }
  std::abort();  // A Word without a meaning: -Wswitch refuses to build it.
}

Reasons why(const Condition& condition, Subject subject, const Facts& facts) {
  const auto name = quoted(facts.name_of(subject));
  const auto& place = facts.place_of(subject);
  switch (condition.word) {
    case Word::always:
      return {{"always", condition.place, {}}};
    case Word::all: {
      Reasons reasons;
      for (const auto& part : condition.parts)
        for (auto& reason : why(part, subject, facts)) reasons.push_back(std::move(reason));
      return reasons;
    }
    case Word::any:
      for (const auto& part : condition.parts)
        if (holds(part, subject, facts)) return why(part, subject, facts);
      return {};
    case Word::negation:
      return {{why_not(condition.parts.front(), subject, facts), place, {}}};
    case Word::is: {
      const auto& kind = facts.vocabulary->kinds[at(kind_of(subject, facts))];
      const auto direct = is_one_of(condition.names, kind.id);
      return {{name + " is a " + quoted(kind.id) + (direct ? "" : ", which is a kind of " + joined(condition.names)),
               subject.scope == Scope::element ? facts.elements[at(subject.index)]->kind.place : place,
               {}}};
    }
    case Word::trait: {
      const auto* value = matching_value(condition, subject, facts);
      return {{quoted(condition.name) + " of " + name + " is " + quoted(*value),
               facts.traits_of(subject).at(condition.name).place,
               {}}};
    }
    case Word::has:
      return {{name + " has " + quoted(condition.name), facts.traits_of(subject).at(condition.name).place, {}}};
    case Word::fact: {
      const auto& fact = facts.vocabulary->facts[at(condition.fact)];
      const auto scope = *fact.answered_by(subject.scope);
      const auto& definition = *fact.of(scope);
      const Subject asked = scope == Scope::system ? Subject{Scope::system, 0} : subject;
      return {{"fact " + quoted(fact.id) + " (" + definition.title + ")", definition.place,
               why(definition.when, asked, facts)}};
    }
    case Word::somewhere:
    case Word::some_flow: {
      const auto scope = condition.word == Word::somewhere ? Scope::element : Scope::flow;
      return why(condition.parts.front(), {scope, facts.searches[at(condition.search)].next[0]}, facts);
    }
    case Word::goes_into:
    case Word::made_from:
    case Word::reached_from:
    case Word::reaches:
      return {path(condition, subject, facts)};
    case Word::linked:
    case Word::linked_from:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
    case Word::carries:
    case Word::starts_at:
    case Word::ends_at: {
      const auto next = *next_that_holds(condition, subject, facts);
      const auto* joins = condition.word == Word::linked        ? " is joined to "
                          : condition.word == Word::linked_from ? " is named by "
                          : condition.word == Word::on_flow     ? " is an end of flow "
                          : condition.word == Word::flow_in     ? " is where this flow ends: "
                          : condition.word == Word::flow_out    ? " is where this flow starts: "
                          : condition.word == Word::carried_by  ? " moves on flow "
                          : condition.word == Word::carries     ? " carries "
                          : condition.word == Word::starts_at   ? " starts at "
                                                                : " ends at ";
      return {{name + joins + quoted(facts.name_of(next)), facts.place_of(next),
               why(condition.parts.front(), next, facts)}};
    }
    case Word::crosses_boundary:
      return {{name + (subject.scope == Scope::flow ? " crosses a boundary" : " has a flow that crosses a boundary"),
               place,
               {}}};
    case Word::inside: {
      const auto& boundary = facts.system->boundaries[at(boundary_around(condition, subject, facts))];
      return {{name + " lies in boundary " + quoted(boundary.id.text), boundary.place, {}}};
    }
    case Word::stage:
      return {{"the system is in stage " + quoted(facts.system->stage.value), facts.system->stage.place, {}}};
  }
  std::abort();
}

std::string why_not(const Condition& condition, Subject subject, const Facts& facts) {
  const auto name = quoted(facts.name_of(subject));
  switch (condition.word) {
    case Word::always:
      return "it always holds";
    case Word::all:
      for (const auto& part : condition.parts)
        if (!holds(part, subject, facts)) return why_not(part, subject, facts);
      return {};
    case Word::any: {
      std::string text;
      for (const auto& part : condition.parts) text += (text.empty() ? "" : "; ") + why_not(part, subject, facts);
      return text;
    }
    case Word::negation: {
      const auto reasons = why(condition.parts.front(), subject, facts);
      return reasons.empty() ? std::string("what must not be so is so") : reasons.front().says;
    }
    case Word::is:
      return name + " is not a " + joined(condition.names);
    case Word::trait:
      return "nothing says that " + quoted(condition.name) + " of " + name + " is " + joined(condition.names);
    case Word::has:
      return "nothing says that " + name + " has " + quoted(condition.name);
    case Word::fact:
      return "fact " + quoted(condition.name) + " does not hold for " + name;
    case Word::somewhere:
    case Word::some_flow:
      return "nothing in the system is such";
    case Word::crosses_boundary:
      return name + " crosses no boundary";
    case Word::inside:
      return name + " lies in no such boundary";
    case Word::stage:
      return "the system is not in stage " + joined(condition.names);
    case Word::goes_into:
    case Word::made_from:
    case Word::reached_from:
    case Word::reaches:
    case Word::linked:
    case Word::linked_from:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
    case Word::carries:
    case Word::starts_at:
    case Word::ends_at:
      return name + " is joined to nothing of that kind";
  }
  std::abort();
}

std::vector<std::string> facts_asked(const Condition& condition, Subject subject, const Facts& facts) {
  std::vector<std::string> names;
  if (!holds(condition, subject, facts)) return names;
  if (condition.word == Word::fact) names.push_back(condition.name);
  if (condition.word == Word::all || condition.word == Word::any)
    for (const auto& part : condition.parts)
      for (auto& name : facts_asked(part, subject, facts)) names.push_back(std::move(name));
  return names;
}

}  // namespace assize::walk
