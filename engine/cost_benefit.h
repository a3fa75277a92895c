// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/assessment.h"

namespace assize {

/// TS 102 165-1 V5.3.1, 6.10 (step 9): what a countermeasure costs and brings, and the risks it takes away, in points.
struct Balance {
  struct ClassTerm {
    const catalogue::Method::CostBenefit::Weight* weight = nullptr;
    int before = 0, after = 0;  ///< Risks of the class in the whole register, without the countermeasure and with it.
    int points() const { return weight->weight * (before - after); }
  };
  /// A word that was said on a dimension; a set of countermeasures has several per dimension.
  struct CostTerm {
    const evidence::Implementation* implementation = nullptr;
    const catalogue::Method::CostBenefit::Dimension* dimension = nullptr;
    const catalogue::Method::CostBenefit::Level* level = nullptr;
    int points() const { return dimension->adds ? level->value : -level->value; }
  };
  std::vector<ClassTerm> classes;  ///< Worst first.
  std::vector<CostTerm> costs;     ///< In the order of the method's dimensions, then of the implementations.
  int result() const;
};

/// How many risks a register has in each class, by the class's id.
using ClassCounts = std::map<std::string, int>;

/// The sum alone. `implementations`: those whose costs count; check_costs has judged their words.
Balance balance_of(const catalogue::Method& method, const ClassCounts& before, const ClassCounts& after,
                   const std::vector<const evidence::Implementation*>& implementations);

/// A countermeasure, or several that are weighed as one.
struct Countermeasure {
  std::vector<const evidence::Implementation*> parts;
  Balance balance;
  /// Risks that are only there with it (it brings elements that can be attacked themselves), and only without it.
  std::vector<std::string> added, removed;
};

struct CostBenefit {
  const catalogue::Method* method = nullptr;
  std::vector<Countermeasure> each;  ///< Every implementation that states its cost, in their order.
  Countermeasure planned;            ///< All planned ones that state their cost, as one.
  std::vector<const evidence::Implementation*> unstated;  ///< Planned ones that state no cost: in no sum.
  std::vector<const evidence::Implementation*>
      not_applicable;  ///< Those that state a cost but do not apply: in no sum.
};

/// Classes of the register's methods that the analysis gives no weight; it cannot be made when there are any.
std::vector<std::string> unweighed_classes(const Project& project, const catalogue::Method& method);

/// Each countermeasure against the register as claimed: what is in place is taken at its word, what is only planned
/// does not count. Before: the countermeasure is not there, nor the elements it brings. After: it is in place as
/// stated. Walks again for both, so that what it brings counts (TS 102 165-1: a countermeasure is itself an asset).
/// Needs project.cost_benefit_method() and no unweighed class.
CostBenefit weigh(const Project& project, input::Date as_of);

/// Several implementations weighed as one; each must state its cost.
Countermeasure weigh_together(const Project& project, input::Date as_of,
                              const std::vector<const evidence::Implementation*>& parts);

}  // namespace assize
