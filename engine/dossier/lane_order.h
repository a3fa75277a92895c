// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/dossier/lane_layout.h"

namespace assize::dossier {

/// Where everything stands in a grid, before anything has a size.
struct LaneOrder {
  int columns = 0, rows = 0;
  int first_inside = 0, last_inside = 0;  ///< Columns; those before and after hold what stands at the sides.
  std::vector<int> column, row;           ///< By node; no two share both.
  std::vector<int> first_row, last_row;   ///< By group; -1 when nothing is drawn in it.
  std::vector<int> depths;                ///< By group, 0 outermost.
  int depth(int group) const { return depths[static_cast<std::size_t>(group)]; }
  std::vector<int> groups_starting(int at) const;  ///< Those whose first row it is, outermost first.
  std::vector<int> groups_ending(int at) const;    ///< Those whose last row is the one before, innermost first.
};

/// Columns by longest path, edges that close a circle left aside; nodes of a group in rows of its own; in a column,
/// nodes stand near what they are joined to.
LaneOrder order_lanes(const LaneGraph& graph, int most_columns);

}  // namespace assize::dossier
