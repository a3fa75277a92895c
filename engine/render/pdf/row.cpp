// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/row.h"

#include <algorithm>

namespace assize::render::pdf {
namespace {

void draw_part(Flow& flow, const Row& row, std::size_t from, std::size_t to) {
  const double top = flow.y() + row.padding;
  for (const Row::Cell& cell : row.cells) {
    if (from == 0) flow.anchor(cell.anchor, true);
    const Within part(flow, cell.element);
    const std::size_t end = std::min(to, cell.lines.size());
    if (from >= end) continue;
    const std::size_t first_item = flow.page().items.size();
    if (cell.tint.filled)
      flow.page().fill_box(cell.x - kTintReach, top - 0.9, cell.width + 2 * kTintReach,
                           static_cast<double>(end - from) * row.leading + 1.8, cell.tint.fill, 2);
    for (std::size_t i = from; i < end; ++i) {
      const Line& line = cell.lines[i];
      const double x = cell.to_the_right ? cell.x + std::max(0.0, cell.width - line.width) : cell.x;
      place_line(flow, cell.text, line, x,
                 baseline_in(top + static_cast<double>(i - from) * row.leading, row.leading, row.size), row.size);
    }
    if (flow.draft.keeps_boxes)
      flow.draft.boxes.push_back({flow.page_index(), static_cast<float>(cell.x),
                                  static_cast<float>(cell.x + std::max(cell.width, 1.0)), static_cast<float>(flow.y()),
                                  static_cast<float>(top + static_cast<double>(to - from) * row.leading + row.padding),
                                  first_item, flow.page().items.size()});
  }
}

}  // namespace

void tag_cells(Flow& flow, Row& row, Tag tag) {
  for (Row::Cell& cell : row.cells) cell.element = flow.draft.structure.add(tag);
}

std::size_t Row::line_count() const {
  std::size_t most = 1;
  for (const Cell& cell : cells) most = std::max(most, cell.lines.size());
  return most;
}

double foot_of(Flow& flow, const Row& row) {
  double height = 0;
  for (const Row::Cell& cell : row.cells) height += flow.foot_of(cell.text, cell.lines, 0, cell.lines.size());
  return height;
}

double least_height(const Flow& flow, const Row& row) {
  const double whole = row.height();
  if (whole <= flow.sheet().text_height() - kRepeatedHead) return whole;
  return 3 * row.leading + 2 * row.padding;
}

void place_row(Flow& flow, const Row& row, const std::function<void()>& turn, const std::function<void()>& close) {
  const std::size_t lines = row.line_count();
  const bool fits = row.height() + foot_of(flow, row) <= flow.room() + 0.01;
  if (fits || least_height(flow, row) == row.height()) {
    if (!fits) turn();
    draw_part(flow, row, 0, lines);
    flow.advance(row.height());
    close();
    return;
  }
  for (std::size_t placed = 0; placed < lines;) {
    const double space = flow.room() - 2 * row.padding;
    auto fit = static_cast<std::size_t>(std::max(0.0, (space + 0.01) / row.leading));
    const std::size_t left = lines - placed;
    if (fit < left && left - fit < 2 && fit > 2) fit = left - 2;
    if (fit < std::min<std::size_t>(left, 2)) {
      turn();
      // A repeated head may leave no room at all: then one line must do, so that the row ends.
      fit = static_cast<std::size_t>(std::max(1.0, (flow.room() - 2 * row.padding + 0.01) / row.leading));
    }
    fit = std::min(fit, left);
    draw_part(flow, row, placed, placed + fit);
    flow.advance(static_cast<double>(fit) * row.leading + 2 * row.padding);
    close();
    placed += fit;
    if (placed < lines) turn();
  }
}

}  // namespace assize::render::pdf
