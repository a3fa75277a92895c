// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/lint.h"

#include "engine/catalogue/lint_rules.h"

namespace assize::catalogue {

input::Diagnostics lint(const Catalogue& catalogue, const std::vector<PackCase>& cases) {
  input::Diagnostics found;
  lint_packs(catalogue, found);
  lint_totals(catalogue, found);
  lint_references(catalogue, found);
  lint_views(catalogue, found);
  lint_conditions(catalogue, found);
  lint_use(catalogue, found);
  lint_ratings(catalogue, found);
  lint_requirements(catalogue, found);
  lint_cases(catalogue, cases, found);
  return found;
}

void each_condition(const Catalogue& catalogue, const std::function<void(const Condition&)>& visit) {
  for (const auto& fact : catalogue.vocabulary.facts)
    for (const auto* definition : {&fact.of_system, &fact.of_element, &fact.of_flow})
      if (*definition) visit((*definition)->when);
  for (const auto& threat : catalogue.threats) {
    visit(threat.when);
    for (const auto& adjustment : threat.adjust) visit(adjustment.when);
  }
  for (const auto& requirement : catalogue.requirements)
    if (requirement.when) visit(*requirement.when);
  for (const auto& question : catalogue.questions)
    for (const auto& known : question.known) visit(known.when);
}

bool is_of(const input::Place& place, const Pack& pack) {
  const auto& head = pack.place.file.text();
  const auto folder = head.substr(0, head.rfind('/') + 1);
  return place.file.text().starts_with(folder);
}

}  // namespace assize::catalogue
