// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/analyse/risk.h"
#include "engine/treat/treatment.h"

namespace assize::treat {

/// Where the decision on a risk stands on the date.
enum class Decision {
  none,             ///< Nothing is decided.
  open,             ///< Decided, not yet due.
  overdue,          ///< Due before the date.
  accepted,         ///< What remains is accepted by a named person.
  lapsed,           ///< The acceptance has ended.
  not_yet_accepted  ///< The acceptance begins after the date.
};
inline constexpr Decision all_decisions[] = {Decision::none,     Decision::open,   Decision::overdue,
                                             Decision::accepted, Decision::lapsed, Decision::not_yet_accepted};
std::string_view name_of(Decision decision);

struct Row {
  const analyse::Risk* risk = nullptr;
  const Treatment* treatment = nullptr;
  Decision decision = Decision::none;
};

/// The register: worst first as evidenced, then as inherent, then by how far each is from being less likely;
/// equal ones in the order of the walk.
struct RiskRegister {
  std::vector<Row> rows;
};

RiskRegister treat(const std::vector<analyse::Risk>& risks, const std::vector<Treatment>& treatments,
                   input::Date as_of);

/// Number of risks per class index, at a level. Classes of the methods are matched by id against `classes`.
std::vector<int> count_classes(const RiskRegister& risks, analyse::At level, const std::vector<std::string>& classes);

/// All class ids that the register's methods have, mildest first.
std::vector<std::string> classes_of(const RiskRegister& risks);

}  // namespace assize::treat
