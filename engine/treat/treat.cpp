// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "engine/treat/risk_register.h"

namespace assize::treat {
namespace {

Decision decide(const Treatment* treatment, input::Date as_of) {
  if (!treatment) return Decision::none;
  const bool overdue = treatment->due && *treatment->due < as_of;
  if (treatment->accepted) {
    if (as_of < treatment->accepted->on) return overdue ? Decision::overdue : Decision::not_yet_accepted;
    if (treatment->accepted->until && *treatment->accepted->until < as_of) return Decision::lapsed;
    return Decision::accepted;
  }
  return overdue ? Decision::overdue : Decision::open;
}

}  // namespace

std::string_view name_of(Decision decision) {
  switch (decision) {
    case Decision::none:
      return "undecided";
    case Decision::open:
      return "open";
    case Decision::overdue:
      return "overdue";
    case Decision::accepted:
      return "accepted";
    case Decision::lapsed:
      return "acceptance lapsed";
    case Decision::not_yet_accepted:
      return "acceptance not yet in force";
  }
  return {};
}

RiskRegister treat(const std::vector<analyse::Risk>& risks, const std::vector<Treatment>& treatments,
                   input::Date as_of) {
  std::map<std::string, const Treatment*> by_risk;
  for (const auto& treatment : treatments) by_risk.emplace(treatment.risk.value, &treatment);
  RiskRegister made;
  made.rows.reserve(risks.size());
  for (const auto& risk : risks) {
    const auto found = by_risk.find(risk.id);
    const auto* treatment = found == by_risk.end() ? nullptr : found->second;
    made.rows.push_back({&risk, treatment, decide(treatment, as_of)});
  }
  using analyse::At;
  const auto badness = [](const Row& row) {
    const auto &evidenced = row.risk->at(At::evidenced), &inherent = row.risk->at(At::inherent);
    const auto& method = *row.risk->method;
    return std::tuple(evidenced.risk_class, evidenced.risk.value, inherent.risk_class, inherent.risk.value,
                      points_to_safer(method, evidenced.points), points_to_safer(method, inherent.points));
  };
  std::stable_sort(made.rows.begin(), made.rows.end(),
                   [&](const Row& a, const Row& b) { return badness(a) > badness(b); });
  return made;
}

std::vector<std::string> classes_of(const RiskRegister& risks) {
  std::vector<std::string> ids;
  std::vector<const catalogue::Method*> seen;
  for (const auto& row : risks.rows) {
    if (std::find(seen.begin(), seen.end(), row.risk->method) != seen.end()) continue;
    seen.push_back(row.risk->method);
    for (const auto& one : row.risk->method->classes)
      if (std::find(ids.begin(), ids.end(), one.id) == ids.end()) ids.push_back(one.id);
  }
  return ids;
}

std::vector<int> count_classes(const RiskRegister& risks, analyse::At level, const std::vector<std::string>& classes) {
  std::vector<int> counts(classes.size(), 0);
  for (const auto& row : risks.rows) {
    const auto& id = row.risk->method->classes[static_cast<std::size_t>(row.risk->at(level).risk_class)].id;
    const auto found = std::find(classes.begin(), classes.end(), id);
    if (found != classes.end()) ++counts[static_cast<std::size_t>(found - classes.begin())];
  }
  return counts;
}

}  // namespace assize::treat
