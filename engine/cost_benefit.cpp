// SPDX-License-Identifier: Apache-2.0
#include "engine/cost_benefit.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "engine/analyse/analyse.h"

namespace assize {
namespace {

using analyse::At;
using evidence::Implementation;
using evidence::Status;

/// A register reduced to what is counted.
struct Counted {
  ClassCounts classes;
  std::set<std::string> risks;
};

/// The register as claimed, with the parts in the given state and everything else as it is.
Counted count(const Project& project, input::Date as_of, const std::vector<const Implementation*>& parts,
              Status status) {
  auto implementations = project.implementations;
  for (const auto* part : parts)
    implementations[static_cast<std::size_t>(part - project.implementations.data())].status = status;
  const auto facts = walk::derive(project.system, project.catalogue, implementations);
  const auto risks = analyse::analyse(facts, walk::walk(facts, project.catalogue.threats),
                                      {.catalogue = project.catalogue,
                                       .attack = *project.attack,
                                       .hazard = *project.hazard,
                                       .implementations = implementations,
                                       .evidence = project.evidence,
                                       .overrides = project.overrides,
                                       .as_of = as_of});
  Counted counted;
  for (const auto& risk : risks) {
    counted.risks.insert(risk.id);
    ++counted.classes[risk.method->classes[static_cast<std::size_t>(risk.at(At::claimed).risk_class)].id];
  }
  return counted;
}

int count_of(const ClassCounts& counts, const std::string& risk_class) {
  const auto found = counts.find(risk_class);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

int Balance::result() const {
  int sum = 0;
  for (const auto& term : classes) sum += term.points();
  for (const auto& term : costs) sum += term.points();
  return sum;
}

Balance balance_of(const catalogue::Method& method, const ClassCounts& before, const ClassCounts& after,
                   const std::vector<const Implementation*>& implementations) {
  assert(method.cost_benefit);
  const auto& analysis = *method.cost_benefit;
  Balance balance;
  for (auto one = method.classes.rbegin(); one != method.classes.rend(); ++one)
    balance.classes.push_back({analysis.weight(one->id), count_of(before, one->id), count_of(after, one->id)});
  for (const auto& dimension : analysis.dimensions)
    for (const auto* implementation : implementations)
      if (const auto* cost = implementation->cost_of(dimension.id))
        balance.costs.push_back({implementation, &dimension, dimension.level(cost->level.value)});
  return balance;
}

std::vector<std::string> unweighed_classes(const Project& project, const catalogue::Method& method) {
  std::vector<std::string> classes;
  for (const auto* rating : {project.attack, project.hazard})
    for (const auto& one : rating->classes)
      if (!method.cost_benefit->weight(one.id) && std::find(classes.begin(), classes.end(), one.id) == classes.end())
        classes.push_back(one.id);
  return classes;
}

Countermeasure weigh_together(const Project& project, input::Date as_of,
                              const std::vector<const Implementation*>& parts) {
  const auto before = count(project, as_of, parts, Status::not_applicable);
  const auto after = count(project, as_of, parts, Status::in_place);
  Countermeasure made{parts, balance_of(*project.cost_benefit_method(), before.classes, after.classes, parts), {}, {}};
  std::set_difference(after.risks.begin(), after.risks.end(), before.risks.begin(), before.risks.end(),
                      std::back_inserter(made.added));
  std::set_difference(before.risks.begin(), before.risks.end(), after.risks.begin(), after.risks.end(),
                      std::back_inserter(made.removed));
  return made;
}

CostBenefit weigh(const Project& project, input::Date as_of) {
  CostBenefit made;
  made.method = project.cost_benefit_method();
  std::vector<const Implementation*> planned;
  for (const auto& implementation : project.implementations) {
    if (implementation.status == Status::not_applicable) {
      if (!implementation.cost.empty()) made.not_applicable.push_back(&implementation);
      continue;
    }
    const bool is_planned = implementation.status == Status::planned;
    if (implementation.cost.empty()) {
      if (is_planned) made.unstated.push_back(&implementation);
      continue;
    }
    made.each.push_back(weigh_together(project, as_of, {&implementation}));
    if (is_planned) planned.push_back(&implementation);
  }
  made.planned = weigh_together(project, as_of, planned);
  return made;
}

}  // namespace assize
