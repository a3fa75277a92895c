// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;
using catalogue::Method;

constexpr double kRowTitle = 76;  ///< Room for the words of the likelihood scale.
constexpr double kCell = 34, kCellHeight = 24, kBetween = 16;
constexpr double kTitle = 26, kScale = 14, kAxis = 16, kMethodGap = 16;

std::vector<Method::Word> sorted(std::vector<Method::Word> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  return words;
}

Figure::Label label(double x, double y, std::string text, double size, Figure::Align align, double max_width) {
  Figure::Label one;
  one.x = x;
  one.y = y;
  one.text = std::move(text);
  one.size = size;
  one.align = align;
  one.max_width = max_width;
  return one;
}

int count_at(const Assessment& assessment, const Method& method, At level, int likelihood, int impact) {
  return static_cast<int>(std::count_if(assessment.risks.begin(), assessment.risks.end(), [&](const auto& risk) {
    const auto& one = risk.at(level);
    return risk.method == &method && one.likelihood.value == likelihood && one.impact.value == impact;
  }));
}

/// Draws the four maps of a method from `top` down; the height that they take.
double draw_maps(const Assessment& assessment, const Method& method, double top, Figure& figure) {
  const auto likelihoods = sorted(method.likelihoods), impacts = sorted(method.impacts);
  const double map_width = kCell * static_cast<double>(impacts.size());
  const double map_height = kCellHeight * static_cast<double>(likelihoods.size());
  auto heading = label(0, top + 8, method.title, 8, Figure::Align::left, 0);
  heading.bold = true;
  figure.shapes.emplace_back(heading);
  const double y0 = top + kTitle;
  for (std::size_t row = 0; row < likelihoods.size(); ++row) {
    const auto& word = likelihoods[likelihoods.size() - 1 - row];  // The most likely on top.
    figure.shapes.emplace_back(label(kRowTitle - 5, y0 + kCellHeight * (static_cast<double>(row) + 0.5) + 2.5,
                                     word.title, 7, Figure::Align::right, kRowTitle - 6));
  }
  double x0 = kRowTitle;
  for (const auto level : analyse::all_levels) {
    auto title =
        label(x0 + map_width / 2, y0 - 5, sentence_case(std::string(name_of(level))), 8, Figure::Align::centre, 0);
    title.bold = true;
    figure.shapes.emplace_back(title);
    for (std::size_t row = 0; row < likelihoods.size(); ++row)
      for (std::size_t column = 0; column < impacts.size(); ++column) {
        const int likelihood = likelihoods[likelihoods.size() - 1 - row].value, impact = impacts[column].value;
        const int risk_class = class_of(method, risk_of(method, {likelihood}, {impact}));
        const double x = x0 + kCell * static_cast<double>(column), y = y0 + kCellHeight * static_cast<double>(row);
        Figure::Box box;
        box.x = x, box.y = y, box.width = kCell, box.height = kCellHeight;
        box.fill = tone_of_class(method, risk_class);
        figure.shapes.emplace_back(box);
        const int count = count_at(assessment, method, level, likelihood, impact);
        auto number = label(x + kCell / 2, y + kCellHeight / 2 + 3, count > 0 ? std::to_string(count) : "·", 9,
                            Figure::Align::centre, 0);
        number.bold = count > 0;
        figure.shapes.emplace_back(number);
      }
    for (std::size_t column = 0; column < impacts.size(); ++column)
      figure.shapes.emplace_back(label(x0 + kCell * (static_cast<double>(column) + 0.5), y0 + map_height + 9,
                                       impacts[column].title, impacts[column].title.size() > 10 ? 5.6 : 6.5,
                                       Figure::Align::centre, kCell + 2));
    x0 += map_width + kBetween;
  }
  figure.width = std::max(figure.width, x0 - kBetween + 4);
  figure.shapes.emplace_back(label(0, y0 - 5, "Likelihood", 7, Figure::Align::left, kRowTitle));
  figure.shapes.emplace_back(label(0, y0 + map_height + 9, "Impact", 7, Figure::Align::left, kRowTitle));
  return kTitle + map_height + kScale;
}

bool is_used(const Assessment& assessment, const Method& method) {
  return std::any_of(assessment.risks.begin(), assessment.risks.end(),
                     [&](const auto& risk) { return risk.method == &method; });
}

}  // namespace

Figure heat_map(const View& view) {
  Figure figure;
  figure.id = "heat-map";
  figure.caption = "Number of risks by likelihood and impact";
  double y = 0;
  std::string legend;
  for (const auto* method : methods_of(view.project())) {
    if (!is_used(view.assessment(), *method)) continue;
    if (y > 0) y += kMethodGap;
    y += draw_maps(view.assessment(), *method, y, figure);
    legend += (legend.empty() ? "" : "; ") + method->id + ":";
    for (const auto& one : method->classes) legend += " " + one.title + " from " + std::to_string(one.from.value);
  }
  figure.description =
      "For each method four matrices, inherent, claimed, evidenced and planned; the number of risks in each cell. "
      "Classes by "
      "risk value: " +
      legend + ".";
  if (y == 0) {
    figure.shapes.emplace_back(label(0, 10, "No risk was found.", 8, Figure::Align::left, 0));
    figure.width = 200;
    y = 14;
  }
  figure.height = y;
  return figure;
}

Figure class_bars(const View& view) {
  constexpr double kName = 62, kBar = 380, kHeight = 18, kGap = 8, kLegend = 20;
  Figure figure;
  figure.id = "class-bars";
  figure.caption = "Risks per class at the four levels";
  const auto& counts = *view.table("class-counts");
  const std::size_t classes = counts.rows - 1;  // The last row is the sum.
  const double all = counts.cell(classes, 1).number;
  double y = 0;
  for (std::size_t level = 0; level < analyse::all_levels.size(); ++level) {
    figure.shapes.emplace_back(
        label(kName - 6, y + kHeight / 2 + 3, counts.columns[level + 1].title, 8, Figure::Align::right, kName));
    double x = kName;
    for (std::size_t i = 0; i < classes; ++i) {
      const auto number = counts.cell(i, level + 1);
      if (number.number <= 0) continue;
      Figure::Box box;
      box.x = x, box.y = y, box.width = kBar * number.number / all, box.height = kHeight;
      box.fill = counts.cell(i, 0).tone;
      figure.shapes.emplace_back(box);
      const auto text = counts.cell(i, 0).text + " " + number.text;
      if (box.width > 14)
        figure.shapes.emplace_back(label(x + box.width / 2, y + kHeight / 2 + 2.7, box.width > 52 ? text : number.text,
                                         7.5, Figure::Align::centre, box.width - 2));
      x += box.width;
    }
    y += kHeight + kGap;
  }
  constexpr double kLegendStep = 84, kLegendRow = 14;
  double x = kName;
  for (std::size_t i = 0; i < classes; ++i) {
    if (x + kLegendStep > kName + kBar + 4) {  // Methods of many classes: the legend runs on below.
      x = kName;
      y += kLegendRow;
    }
    Figure::Box box;
    box.x = x, box.y = y + 2, box.width = 9, box.height = 9;
    box.fill = counts.cell(i, 0).tone;
    figure.shapes.emplace_back(box);
    figure.shapes.emplace_back(label(x + 13, y + 9.5, counts.cell(i, 0).text, 7, Figure::Align::left, 70));
    x += kLegendStep;
  }
  figure.width = kName + kBar + 4;
  figure.height = y + kLegend;
  figure.description =
      "A bar per level: inherent, claimed, evidenced, planned. The numbers stand in the table of risks per class.";
  return figure;
}

}  // namespace assize::dossier
