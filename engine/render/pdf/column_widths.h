// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"
#include "engine/render/pdf/table_form.h"

namespace assize::render::pdf {

inline constexpr double kCellPadding = 4;  ///< White left and right of a cell's text, points.

/// What the columns of a table ask for, measured at a type size of 1 point, without padding.
struct ColumnNeeds {
  struct Text {
    double total = 0;  ///< Width of all its lines behind each other.
    double lines = 1;  ///< That its line ends make of it.
  };
  std::vector<Extent> cells;  ///< Widest word and widest text of header and cells, a column each.
  std::vector<double> share;  ///< Column::width, made finite and above 0.
  /// The texts of some rows spread evenly over the table, a row each: what its rows look like.
  std::vector<std::vector<Text>> sample;
  std::size_t rows = 0;
};

ColumnNeeds measure_columns(Flow& flow, const dossier::Table& table);

/// The widths that follow the shares as far as no word need be broken and no column gets more than it can use, then
/// moved a little at a time to where they make rows lower.
TableSetting set_columns(const ColumnNeeds& needs, double width);

/// Lines that an average row takes in this setting, as a guess.
double lines_a_row(const ColumnNeeds& needs, const TableSetting& setting);
/// The share of rows in which a text makes four lines or more in a column too narrow for a few words.
double crumbs(const ColumnNeeds& needs, const TableSetting& setting);
/// As lines_a_row, for a row that stands as terms and values of this width below each other, in this size.
double lines_a_record(const ColumnNeeds& needs, double value_width, double size);

}  // namespace assize::render::pdf
