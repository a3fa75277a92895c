// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/analyse/risk.h"
#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;

constexpr double kName = 72, kBar = 382, kHeight = 18, kGap = 8;

void draw_bar(const ViewTable& counts, std::size_t level, double y, Figure& figure) {
  const std::size_t classes = counts.rows - 1;  // The last row is the sum.
  const double all = counts.cell(classes, level + 1).number;
  double x = kName;
  for (std::size_t i = 0; i < classes; ++i) {
    const auto number = counts.cell(i, level + 1);
    if (number.number <= 0) continue;
    const double width = kBar * number.number / all;
    figure.shapes.emplace_back(box_at(x, y, width, kHeight, counts.cell(i, 0).tone));
    const double room = width_of(number.text, 8) + 1;
    if (width > room)
      figure.shapes.emplace_back(label_at(x + width / 2, y + kHeight / 2 + 2.8, number.text, 8, Align::centre, room));
    x += width;
  }
}

std::string describe(const ViewTable& counts) {
  std::string text;
  for (std::size_t level = 0; level < analyse::all_levels.size(); ++level) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i + 1 < counts.rows; ++i)
      parts.push_back(counts.cell(i, 0).text + " " + counts.cell(i, level + 1).text);
    text += (text.empty() ? "" : " ") + counts.columns[level + 1].title + ": " + sentence_of(parts) + ".";
  }
  return text;
}

}  // namespace

Figures class_bars(const View& view) {
  const auto& counts = *view.table("class-counts");
  if (counts.rows < 2 || counts.cell(counts.rows - 1, 1).number <= 0) return {nothing_to_show("No risk was found.")};
  Figure figure;
  double y = 0;
  for (std::size_t level = 0; level < analyse::all_levels.size(); ++level) {
    figure.shapes.emplace_back(
        label_at(kName - 6, y + kHeight / 2 + 3, counts.columns[level + 1].title, 8, Align::right, kName - 6));
    draw_bar(counts, level, y, figure);
    y += kHeight + kGap;
  }
  Legend legend(figure, kName, y, kBar);
  for (std::size_t i = 0; i + 1 < counts.rows; ++i) {
    const auto corner = legend.add(9, counts.cell(i, 0).text);
    figure.shapes.emplace_back(box_at(corner.x, corner.y, 9, 9, counts.cell(i, 0).tone));
  }
  figure.width = kName + kBar + 4;
  figure.height = legend.bottom();
  figure.description = describe(counts);
  return {std::move(figure)};
}

}  // namespace assize::dossier
