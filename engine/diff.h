// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/assessment.h"

namespace assize {

/// What changed between two assessments: of two states of a project, of two projects, or of one project under two
/// methods. Risks are matched by id, gaps too. Points into both assessments, which must outlive it.
struct Difference {
  /// A risk that both sides have, and where they differ.
  struct RiskChange {
    const treat::Row* before = nullptr;
    const treat::Row* after = nullptr;
    /// Levels at which a factor, the points, likelihood, impact, risk or class is another. Under another method every
    /// level is another: its numbers and words mean something else, even where they look alike.
    std::vector<analyse::At> levels;
    bool decision = false;  ///< Whether the decision stands elsewhere.
  };
  /// Number of risks by their class on either side. Rows and columns are classes of `before` and `after`, mildest
  /// first; a class of one method is never taken for a class of another.
  struct CrossTable {
    analyse::At level = analyse::At::inherent;
    const catalogue::Method* before = nullptr;
    const catalogue::Method* after = nullptr;
    std::vector<std::vector<int>> counts;
  };
  /// A gap that both sides have, with another weight.
  struct GapChange {
    const cover::Gap* before = nullptr;
    const cover::Gap* after = nullptr;
  };
  std::vector<const treat::Row*> added;    ///< In the order of the later register, worst first.
  std::vector<const treat::Row*> removed;  ///< In the order of the earlier register.
  std::vector<RiskChange> changed;         ///< In the order of the later register.
  std::size_t unchanged = 0;
  std::vector<CrossTable> tables;  ///< Of risks on both sides: where the methods differ, or some risk changed class.
  std::vector<const cover::Gap*> gaps_added, gaps_removed;
  std::vector<GapChange> gaps_changed;

  bool is_empty() const;
};

Difference diff(const Assessment& before, const Assessment& after);

/// Same name, same version. What a pack of one's own changes without a new version counts as the same method.
bool is_same_method(const catalogue::Method& one, const catalogue::Method& other);

}  // namespace assize
