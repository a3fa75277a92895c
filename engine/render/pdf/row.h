// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// A row of cells side by side, measured and broken, not yet placed. All cells share size and leading.
struct Row {
  struct Cell {
    StyledText text;
    std::vector<Line> lines;
    double x = 0, width = 0;  ///< Of the text, without padding.
    bool to_the_right = false;
    Tint tint = {};
    std::string anchor;
    ElementId element = kArtifact;
  };
  std::vector<Cell> cells;
  double size = 8, leading = 10.8;
  double padding = 3;  ///< White above and below the lines.

  std::size_t line_count() const;
  double height() const { return static_cast<double>(line_count()) * leading + 2 * padding; }
};

/// Tells what the cells are, as parts of the row that is being drawn.
void tag_cells(Flow& flow, Row& row, Tag tag);

/// How far the ground of a tinted cell reaches beyond its text, to either side.
inline constexpr double kTintReach = 3;

/// What a row on top of a page may find above it, at most: a row taller than the rest of the page is split.
inline constexpr double kRepeatedHead = 90;

/// Places the row whole; only one that is taller than a page is split, between lines. `turn` starts the next page and
/// draws what is repeated there. Draws no rules: `close` is called at the foot of each part.
void place_row(Flow& flow, const Row& row, const std::function<void()>& turn, const std::function<void()>& close);

/// Height that the notes called for in the row ask for at the foot of the page.
double foot_of(Flow& flow, const Row& row);

/// Height of the row, or of the part of it that must stand on the page where it begins.
double least_height(const Flow& flow, const Row& row);

}  // namespace assize::render::pdf
