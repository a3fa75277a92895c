// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;

constexpr double kNumber = 24, kHead = 14, kRow = 24, kBarHeight = 9;
constexpr std::size_t kMostPacks = 11;

/// How requirements can stand, the best first: column of the table and how it looks.
struct Standing {
  const char* column;
  Tone fill;
  bool dashed;
};
constexpr Standing kStandings[] = {{"evidenced", Tone::good, false}, {"claimed", Tone::minor, false},
                                   {"planned", Tone::plain, true},   {"related", Tone::plain, false},
                                   {"unmet", Tone::gap, false},      {"open", Tone::major, false},
                                   {"out", Tone::quiet, false}};
constexpr double kBar = kFigureWidth - kNumber * static_cast<double>(std::size(kStandings)) - 12;

Figure::Box box_of(const Standing& standing, double x, double y, double width, double height) {
  auto box = box_at(x, y, width, height, standing.fill);
  box.dashed = standing.dashed;
  return box;
}

double number_x(std::size_t standing) { return kBar + 12 + kNumber * (static_cast<double>(standing) + 1) - 4; }

class Bars {
 public:
  explicit Bars(const ViewTable& counts) : counts_(counts) {
    for (const auto& standing : kStandings)
      columns_.push_back(static_cast<std::size_t>(counts.column(standing.column)));
    asked_ = static_cast<std::size_t>(counts.column("asked"));
    title_ = static_cast<std::size_t>(counts.column("title"));
  }

  /// Packs `first` to `last`, the end.
  Figure draw(std::size_t first, std::size_t last) {
    figure_ = {};
    figure_.width = kFigureWidth;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      figure_.shapes.emplace_back(box_of(kStandings[i], number_x(i) - 9, 1, 9, 9));
    double y = kHead;
    for (std::size_t pack = first; pack < last; ++pack, y += kRow) row(pack, y);
    Legend legend(figure_, 0, y + 5, kFigureWidth);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto corner = legend.add(9, counts_.columns[columns_[i]].title);
      figure_.shapes.emplace_back(box_of(kStandings[i], corner.x, corner.y, 9, 9));
    }
    figure_.height = legend.bottom();
    return std::move(figure_);
  }

 private:
  void row(std::size_t pack, double y) {
    const double top = y + kRow - kBarHeight - 3, baseline = top + kBarHeight - 2;
    const auto title = counts_.cell(pack, title_).text;
    const double asked = counts_.cell(pack, asked_).number;
    figure_.shapes.emplace_back(line_from({0, y}, {kFigureWidth, y}, Tone::quiet));
    figure_.shapes.emplace_back(label_at(0, y + 8.5, title, 7.2, Align::left, kFigureWidth));
    std::vector<std::string> parts;
    double x = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto number = counts_.cell(pack, columns_[i]);
      const double width = kBar * number.number / asked;
      if (width > 0) figure_.shapes.emplace_back(box_of(kStandings[i], x, top, width, kBarHeight));
      x += width;
      auto text =
          label_at(number_x(i), baseline, number.number > 0 ? number.text : "·", 7.2, Align::right, kNumber - 2);
      text.bold = number.number > 0;
      figure_.shapes.emplace_back(std::move(text));
      parts.push_back(counts_.columns[columns_[i]].title + " " + number.text);
    }
    figure_.description += (figure_.description.empty() ? "" : " ") + title + ": " + sentence_of(parts) + ".";
  }

  const ViewTable& counts_;
  std::vector<std::size_t> columns_;
  std::size_t asked_ = 0, title_ = 0;
  Figure figure_;
};

}  // namespace

Figures coverage_bars(const View& view) {
  const auto& counts = *view.table("coverage-counts");
  if (counts.rows == 0) return {nothing_to_show("No pack asks for anything.")};
  Figures figures;
  Bars bars(counts);
  const auto all = (counts.rows + kMostPacks - 1) / kMostPacks;
  for (std::size_t first = 0; first < counts.rows; first += kMostPacks) {
    figures.push_back(bars.draw(first, std::min(counts.rows, first + kMostPacks)));
    if (all > 1) figures.back().caption = std::to_string(figures.size()) + "/" + std::to_string(all);
  }
  return figures;
}

}  // namespace assize::dossier
