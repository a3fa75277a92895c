// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "engine/dossier/cells.h"
#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;
using analyse::At;
using catalogue::Method;

constexpr double kRowTitle = 86;  ///< Room for the words of the likelihood scale.
constexpr double kBetween = 24, kTitle = 14, kBelow = 14;
constexpr double kWord = 6.8;

std::vector<Method::Word> sorted(std::vector<Method::Word> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  return words;
}

/// Four maps of one method, two and two: the words of the scales stand once per row of maps and below each map.
class Maps {
 public:
  Maps(const Assessment& assessment, const Method& method)
      : method_(method), likelihoods_(sorted(method.likelihoods)), impacts_(sorted(method.impacts)) {
    for (const auto& risk : assessment.risks)
      if (risk.method == &method)
        for (const auto level : analyse::all_levels) {
          const auto& one = risk.at(level);
          ++counts_[{level, one.likelihood.value, one.impact.value}];
        }
    columns_ = static_cast<double>(impacts_.size()), rows_ = static_cast<double>(likelihoods_.size());
    cell_ = (kFigureWidth - kRowTitle - 1.5 * kBetween) / 2 / columns_;  // Half of it for words at the right edge.
    cell_height_ = std::clamp(110 / rows_, 18.0, 24.0);
    tiers_ = columns_ > 3 ? 2 : 1;
  }

  Figure draw() {
    figure_.width = kFigureWidth;
    double y = 0;
    for (std::size_t i = 0; i < 4; i += 2) {
      row_words(y + kTitle);
      map(analyse::all_levels[i], kRowTitle, y);
      map(analyse::all_levels[i + 1], kRowTitle + cell_ * columns_ + kBetween, y);
      y += kTitle + cell_height_ * rows_ + kBelow + 10 * (tiers_ - 1) + 2;
    }
    legend(y);
    figure_.description = describe();
    return std::move(figure_);
  }

 private:
  void row_words(double y) {
    figure_.shapes.emplace_back(label_at(0, y - 4, "Likelihood", kWord, Align::left, kRowTitle - 8));
    for (std::size_t row = 0; row < likelihoods_.size(); ++row)
      figure_.shapes.emplace_back(label_at(kRowTitle - 5, y_of(row, y) + cell_height_ / 2 + 2.4,
                                           likelihoods_[row].title, kWord, Align::right, kRowTitle - 6));
    figure_.shapes.emplace_back(
        label_at(0, y + cell_height_ * rows_ + 9, "Impact", kWord, Align::left, kRowTitle - cell_ / 2 - 4));
  }

  /// The most likely stands on top.
  double y_of(std::size_t row, double top) const { return top + cell_height_ * (rows_ - 1 - static_cast<double>(row)); }

  void map(At level, double x0, double top) {
    const double y0 = top + kTitle;
    figure_.shapes.emplace_back(
        bold(label_at(x0 + cell_ * columns_ / 2, top + 10, sentence_case(std::string(name_of(level))), 8, Align::centre,
                      cell_ * columns_)));
    for (std::size_t row = 0; row < likelihoods_.size(); ++row)
      for (std::size_t column = 0; column < impacts_.size(); ++column)
        cell(level, likelihoods_[row].value, impacts_[column].value, x0 + cell_ * static_cast<double>(column),
             y_of(row, y0));
    column_words(x0, y0 + cell_height_ * rows_ + 9);
  }

  void cell(At level, int likelihood, int impact, double x, double y) {
    const auto risk = risk_of(method_, {likelihood}, {impact});
    figure_.shapes.emplace_back(box_at(x, y, cell_, cell_height_, tone_of_class(method_, class_of(method_, risk))));
    const auto found = counts_.find({level, likelihood, impact});
    const bool some = found != counts_.end();
    auto number = label_at(x + cell_ / 2 - 2, y + cell_height_ / 2 + 3, some ? std::to_string(found->second) : "·", 9,
                           Align::centre, cell_ - 16);
    number.bold = some;
    figure_.shapes.emplace_back(std::move(number));
    // The value of the risk says without colour which class a cell is of.
    figure_.shapes.emplace_back(
        label_at(x + cell_ - 2, y + 7, std::to_string(risk.value), kSmallestLetters, Align::right, 10));
  }

  /// Words of many columns stand on two lines in turn, so that each has the room of two.
  void column_words(double x0, double y) {
    for (std::size_t column = 0; column < impacts_.size(); ++column) {
      const bool lower = tiers_ > 1 && column % 2 == 1;
      const bool at_end = column == 0 || column + 1 == impacts_.size();
      const double room = tiers_ == 1 ? cell_ - 2 : at_end ? cell_ + kBetween - 6 : 2 * cell_ - 4;
      figure_.shapes.emplace_back(label_at(x0 + cell_ * (static_cast<double>(column) + 0.5), y + (lower ? 10 : 0),
                                           impacts_[column].title, kWord, Align::centre, room));
    }
  }

  void legend(double top) {
    Legend legend(figure_, 0, top + 3, kFigureWidth);
    for (std::size_t i = 0; i < method_.classes.size(); ++i) {
      const auto& one = method_.classes[i];
      const auto corner = legend.add(24, one.title);
      figure_.shapes.emplace_back(box_at(corner.x, corner.y, 24, 10, tone_of_class(method_, static_cast<int>(i))));
      figure_.shapes.emplace_back(
          label_at(corner.x + 12, corner.y + 7.5, "≥ " + std::to_string(one.from.value), kWord, Align::centre, 22));
    }
    figure_.height = legend.bottom();
  }

  std::string describe() const {
    std::string text;
    for (const auto level : analyse::all_levels) {
      std::vector<std::string> parts;
      for (std::size_t row = likelihoods_.size(); row-- > 0;)
        for (std::size_t column = impacts_.size(); column-- > 0;) {
          const auto& likelihood = likelihoods_[row];
          const auto& impact = impacts_[column];
          if (const auto found = counts_.find({level, likelihood.value, impact.value}); found != counts_.end())
            parts.push_back(likelihood.title + " × " + impact.title + " " + std::to_string(found->second));
        }
      text += (text.empty() ? "" : " ") + sentence_case(std::string(name_of(level))) + ": " + sentence_of(parts) + ".";
    }
    return text;
  }

  const Method& method_;
  const std::vector<Method::Word> likelihoods_, impacts_;  ///< Mildest first.
  std::map<std::tuple<At, int, int>, int> counts_;
  double columns_ = 0, rows_ = 0, cell_ = 0, cell_height_ = 0;
  int tiers_ = 1;
  Figure figure_;
};

}  // namespace

Figures heat_map(const View& view) {
  Figures figures;
  const auto& risks = view.assessment().risks;
  for (const auto* method : methods_of(view.project())) {
    if (std::none_of(risks.begin(), risks.end(), [&](const auto& risk) { return risk.method == method; })) continue;
    figures.push_back(Maps(view.assessment(), *method).draw());
    figures.back().caption = method->title;
  }
  if (figures.empty()) figures.push_back(nothing_to_show("No risk was found."));
  return figures;
}

}  // namespace assize::dossier
