// SPDX-License-Identifier: Apache-2.0
#include "engine/walk/walk.h"

#include <algorithm>

namespace assize::walk {
namespace {

using catalogue::Scope;
using catalogue::Threat;

/// By kind: the threats that touch it, in catalogue order.
std::vector<std::vector<const Threat*>> by_kind(const Facts& facts, const std::vector<Threat>& threats) {
  const auto& vocabulary = *facts.vocabulary;
  std::vector<std::vector<const Threat*>> touching(vocabulary.kinds.size());
  for (std::size_t kind = 0; kind < touching.size(); ++kind)
    for (const auto& threat : threats)
      if (std::any_of(threat.touched_kinds.begin(), threat.touched_kinds.end(),
                      [&](int touched) { return vocabulary.is_a(static_cast<int>(kind), touched); }))
        touching[kind].push_back(&threat);
  return touching;
}

template <class Visit>
void visit_touched(const Facts& facts, const std::vector<Threat>& threats, const Visit& visit) {
  const auto touching = by_kind(facts, threats);
  for (std::size_t i = 0; i < facts.elements.size(); ++i)
    if (const int kind = facts.kind_of_element[i]; kind >= 0)
      for (const auto* threat : touching[static_cast<std::size_t>(kind)])
        visit(*threat, Subject{Scope::element, static_cast<int>(i)});
  if (facts.kind_of_flow < 0) return;
  for (std::size_t i = 0; i < facts.system->flows.size(); ++i)
    for (const auto* threat : touching[static_cast<std::size_t>(facts.kind_of_flow)])
      visit(*threat, Subject{Scope::flow, static_cast<int>(i)});
}

}  // namespace

std::string id_of(const Scenario& scenario, const Facts& facts) {
  return scenario.threat->id + "@" + facts.name_of(scenario.subject);
}

std::vector<Scenario> walk(const Facts& facts, const std::vector<Threat>& threats) {
  std::vector<Scenario> scenarios;
  visit_touched(facts, threats, [&](const Threat& threat, Subject subject) {
    if (holds(threat.when, subject, facts)) scenarios.push_back({&threat, subject});
  });
  return scenarios;
}

Reasons because(const Scenario& scenario, const Facts& facts) {
  Reasons reasons;
  const auto& kinds = facts.vocabulary->kinds;
  if (scenario.subject.scope == Scope::element) {
    const auto& element = *facts.elements[static_cast<std::size_t>(scenario.subject.index)];
    const auto& kind =
        kinds[static_cast<std::size_t>(facts.kind_of_element[static_cast<std::size_t>(scenario.subject.index)])];
    reasons.push_back(
        {"`" + element.id.text + "` is a `" + kind.id + "`, which the threat touches", element.kind.place, {}});
  } else {
    reasons.push_back({"`" + facts.name_of(scenario.subject) + "` is a flow, which the threat touches",
                       facts.place_of(scenario.subject),
                       {}});
  }
  for (auto& reason : why(scenario.threat->when, scenario.subject, facts)) reasons.push_back(std::move(reason));
  return reasons;
}

std::vector<NotApplicable> not_applicable(const Facts& facts, const std::vector<Threat>& threats) {
  std::vector<NotApplicable> rest;
  visit_touched(facts, threats, [&](const Threat& threat, Subject subject) {
    if (!holds(threat.when, subject, facts)) rest.push_back({&threat, subject});
  });
  return rest;
}

}  // namespace assize::walk
