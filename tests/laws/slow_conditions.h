// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/project.h"

namespace assize::laws {

using catalogue::Condition;
using catalogue::Scope;
using catalogue::Threat;
using catalogue::Word;
using model::Relation;

inline bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// An element of the description, or one that a control in place brings.
struct Thing {
  std::string id, kind;
  model::Traits traits;
  model::Value value;
  std::vector<model::Link> links;
  std::vector<model::Metric> metrics;
};

/// Whether a condition holds, the slow and obvious way.
class SlowConditions {
 public:
  explicit SlowConditions(const Project& project) : project_(project), system_(project.system) {
    for (const auto& element : system_.elements)
      things_.push_back(
          {element.id.text, element.kind.value.text, element.traits, element.value, element.links, element.metrics});
    for (const auto& implementation : project.implementations)
      for (const auto& control : project.catalogue.controls)
        if (control.id == implementation.control.value && implementation.status == evidence::Status::in_place)
          for (const auto& thing : control.brings) {
            Thing brought{implementation.id + "." + thing.id, thing.kind, {}, {}, {}, {}};
            if (const auto said = implementation.brings.find(thing.id); said != implementation.brings.end()) {
              if (!said->second.is.value.empty()) continue;
              brought.value = said->second.value;
            }
            things_.push_back(brought);
          }
  }

 protected:
  // ---- the description
  const Thing& thing(int i) const { return things_[static_cast<std::size_t>(i)]; }
  const model::Flow& flow(int i) const { return system_.flows[static_cast<std::size_t>(i)]; }
  int count(Scope scope) const {
    return scope == Scope::element ? static_cast<int>(things_.size())
           : scope == Scope::flow  ? static_cast<int>(system_.flows.size())
                                   : 1;
  }
  std::string id_of(Scope scope, int i) const { return scope == Scope::element ? thing(i).id : flow(i).id.text; }
  int index_of(const std::string& id) const {
    for (int i = 0; i < count(Scope::element); ++i)
      if (thing(i).id == id) return i;
    return -1;
  }
  const model::Traits& traits(Scope scope, int i) const {
    return scope == Scope::element ? thing(i).traits : scope == Scope::flow ? flow(i).traits : system_.traits;
  }

  /// The kind itself, then the kinds above it.
  std::vector<catalogue::Kind> with_kinds_above(std::string id) const {
    std::vector<catalogue::Kind> all;
    while (!id.empty()) {
      std::string parent;
      for (const auto& kind : project_.catalogue.vocabulary.kinds)
        if (kind.id == id) {
          all.push_back(kind);
          parent = kind.parent;
        }
      id = parent;
    }
    return all;
  }
  bool is(const std::string& kind, const std::vector<std::string>& names) const {
    for (const auto& one : with_kinds_above(kind))
      if (among(names, one.id)) return true;
    return false;
  }
  bool relays(const std::string& kind) const {
    for (const auto& one : with_kinds_above(kind))
      if (!one.relays) return false;
    return true;
  }
  bool touches(const Threat& threat, const std::string& kind) const { return is(kind, threat.touches); }

  /// The boundary directly around an element or boundary, or null.
  const model::Boundary* around(const std::string& id) const {
    for (const auto& boundary : system_.boundaries)
      for (const auto& inside : boundary.inside)
        if (inside.value == id) return &boundary;
    return nullptr;
  }
  bool crosses(const model::Flow& one) const { return around(one.from.value.text) != around(one.to.value.text); }
  bool lies_in(std::string id, const std::string& boundary) const {
    for (const auto* at = around(id); at; at = around(at->id.text))
      if (at->id.text == boundary) return true;
    return false;
  }

  // ---- conditions
  bool fact(const std::string& name, Scope scope, int i) {
    for (const auto& one : project_.catalogue.vocabulary.facts) {
      if (one.id != name) continue;
      const bool own = one.of(scope).has_value();
      if (!own && !one.of_system) return false;
      const auto asked = own ? scope : Scope::system;
      const std::tuple question(name, asked, own ? i : 0);
      // Asked once: a fact asked again and again by facts that ask again would take for ever.
      if (const auto answer = answers_.find(question); answer != answers_.end()) return answer->second;
      return answers_[question] = holds(one.of(asked)->when, asked, own ? i : 0);
    }
    return false;
  }

  /// Of elements, those described alone: what a control brings changes nothing of what is described.
  bool some(Scope scope, const Condition& condition) {
    const auto n = scope == Scope::element ? static_cast<int>(system_.elements.size()) : count(scope);
    for (int i = 0; i < n; ++i)
      if (holds(condition, scope, i)) return true;
    return false;
  }

  static bool lineage(Relation relation) {
    return relation == Relation::trained_on || relation == Relation::fine_tuned_from ||
           relation == Relation::derived_from;
  }

  /// Goes over all steps again until nothing new is reached. A step leads from one thing to another; things that
  /// satisfy the condition are where it starts, and are reached only when a step leads to them.
  std::set<std::string> spread(const Condition& condition,
                               const std::vector<std::pair<std::string, std::string>>& steps, bool stops_at_people) {
    std::set<std::string> starts, reached;
    for (int i = 0; i < count(Scope::element); ++i)
      if (holds(condition, Scope::element, i)) starts.insert(thing(i).id);
    for (bool grew = true; grew;) {
      grew = false;
      for (const auto& [from, to] : steps) {
        const bool passes = starts.contains(from) ||
                            (reached.contains(from) && (!stops_at_people || relays(thing(index_of(from)).kind)));
        if (passes && reached.insert(to).second) grew = true;
      }
    }
    return reached;
  }

  std::vector<std::pair<std::string, std::string>> steps(Word word) const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& one : system_.flows) {
      const auto &from = one.from.value.text, &to = one.to.value.text;
      if (word == Word::reached_from) all.emplace_back(from, to);
      if (word == Word::reaches) all.emplace_back(to, from);
      for (const auto& carried : one.carries) {
        if (word == Word::reached_from) all.emplace_back(from, carried.value.text);
        if (word == Word::reaches) all.emplace_back(to, carried.value.text);
      }
    }
    for (const auto& one : things_)
      for (const auto& link : one.links) {
        if (!lineage(link.relation)) continue;
        if (word == Word::goes_into) all.emplace_back(one.id, link.to.text);
        if (word == Word::made_from) all.emplace_back(link.to.text, one.id);
      }
    return all;
  }

  bool on_some_flow(const Condition& condition, int i, bool in, bool out) {
    for (int f = 0; f < count(Scope::flow); ++f)
      if (((in && flow(f).to.value.text == thing(i).id) || (out && flow(f).from.value.text == thing(i).id)) &&
          holds(condition.parts[0], Scope::flow, f))
        return true;
    return false;
  }

  bool holds_for_id(const Condition& condition, const std::string& id) {
    return holds(condition, Scope::element, index_of(id));
  }

  bool holds(const Condition& condition, Scope scope, int i) {
    const bool element = scope == Scope::element, is_flow = scope == Scope::flow;
    switch (condition.word) {
      case Word::always:
        return true;
      case Word::all:
        for (const auto& part : condition.parts)
          if (!holds(part, scope, i)) return false;
        return true;
      case Word::any:
        for (const auto& part : condition.parts)
          if (holds(part, scope, i)) return true;
        return false;
      case Word::negation:
        return !holds(condition.parts[0], scope, i);
      case Word::is:
        return scope != Scope::system && is(element ? thing(i).kind : "flow", condition.names);
      case Word::trait:
        for (const auto& [name, trait] : traits(scope, i))
          for (const auto& value : trait.values)
            if (name == condition.name && among(condition.names, value)) return true;
        return false;
      case Word::has:
        for (const auto& [name, trait] : traits(scope, i))
          for (const auto& value : trait.values)
            if (name == condition.name && value != "none" && value != "false") return true;
        return false;
      case Word::fact:
        return fact(condition.name, scope, i);
      case Word::somewhere:
        return some(Scope::element, condition.parts[0]);
      case Word::some_flow:
        return some(Scope::flow, condition.parts[0]);
      case Word::linked:
        if (element)
          for (const auto& link : thing(i).links)
            if (std::count(condition.by.begin(), condition.by.end(), link.relation) &&
                holds_for_id(condition.parts[0], link.to.text))
              return true;
        return false;
      case Word::linked_from:
        if (element)
          for (int other = 0; other < count(Scope::element); ++other)
            for (const auto& link : thing(other).links)
              if (link.to.text == thing(i).id && std::count(condition.by.begin(), condition.by.end(), link.relation) &&
                  holds(condition.parts[0], Scope::element, other))
                return true;
        return false;
      case Word::goes_into:
      case Word::made_from:
        return element && spread(condition.parts[0], steps(condition.word), false).contains(thing(i).id);
      case Word::reached_from:
      case Word::reaches:
        return element && spread(condition.parts[0], steps(condition.word), true).contains(thing(i).id);
      case Word::on_flow:
        return element && on_some_flow(condition, i, true, true);
      case Word::flow_in:
        return element && on_some_flow(condition, i, true, false);
      case Word::flow_out:
        return element && on_some_flow(condition, i, false, true);
      case Word::carried_by:
        if (element)
          for (int f = 0; f < count(Scope::flow); ++f)
            for (const auto& carried : flow(f).carries)
              if (carried.value.text == thing(i).id && holds(condition.parts[0], Scope::flow, f)) return true;
        return false;
      case Word::carries:
        if (is_flow)
          for (const auto& carried : flow(i).carries)
            if (holds_for_id(condition.parts[0], carried.value.text)) return true;
        return false;
      case Word::starts_at:
        return is_flow && holds_for_id(condition.parts[0], flow(i).from.value.text);
      case Word::ends_at:
        return is_flow && holds_for_id(condition.parts[0], flow(i).to.value.text);
      case Word::crosses_boundary:
        if (is_flow) return crosses(flow(i));
        if (element)
          for (const auto& one : system_.flows)
            if ((one.from.value.text == thing(i).id || one.to.value.text == thing(i).id) && crosses(one)) return true;
        return false;
      case Word::inside:
        if (element)
          for (const auto* at = around(thing(i).id); at; at = around(at->id.text)) {
            const char* kind = at->kind == model::BoundaryKind::first_party   ? "first-party"
                               : at->kind == model::BoundaryKind::third_party ? "third-party"
                                                                              : "public";
            if (among(condition.names, kind)) return true;
          }
        return false;
      case Word::stage:
        return among(condition.names, system_.stage.value);
    }
    return false;
  }

  const Project& project_;
  const model::System& system_;
  std::vector<Thing> things_;
  std::map<std::tuple<std::string, Scope, int>, bool> answers_;
};

}  // namespace assize::laws
