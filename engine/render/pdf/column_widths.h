// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

inline constexpr double kCellPadding = 4;  ///< White left and right of a cell's text, points.

/// What the columns of a table ask for, measured at a type size of 1 point, without padding.
struct ColumnNeeds {
  std::vector<Extent> cells;  ///< Widest word and widest text of header and cells, a column each.
  std::vector<double> share;  ///< Column::width, made finite and above 0.
  /// Widths of the texts of some rows spread evenly over the table, a row each: what its rows look like.
  std::vector<std::vector<double>> sample;
};

/// How a table is set: which columns stand beside each other, how wide, in which size.
struct TableSetting {
  double size = 8;
  struct Part {
    std::vector<std::size_t> columns;
    std::vector<double> widths;  ///< With padding; they add up to the width given.
  };
  std::vector<Part> parts;  ///< More than one only when the columns do not fit at the smallest size.
};

ColumnNeeds measure_columns(Flow& flow, const dossier::Table& table);

/// The widths that follow the shares as far as no word need be broken and no column gets more than it can use, then
/// moved a little at a time to where they make rows lower.
TableSetting set_columns(const ColumnNeeds& needs, double width);

/// The least width at which the columns stand side by side in a good size without a broken word.
double comfortable_width(const ColumnNeeds& needs);

}  // namespace assize::render::pdf
