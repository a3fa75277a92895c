// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/figures.h"
#include "engine/dossier/worst_risks.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;
using analyse::At;
using catalogue::Method;

constexpr std::size_t kMostRisks = 6;
constexpr double kBetween = 18, kPanel = (kFigureWidth - kBetween) / 2;
constexpr double kFactor = 91, kAxis = 46, kHead = 21, kRow = 12.5, kMark = 5;

void draw_mark(bool before, double x, double y, Figure& figure) {
  figure.shapes.emplace_back(
      Figure::Ellipse{x - kMark / 2, y - kMark / 2, kMark, kMark, before ? Tone::plain : Tone::critical});
}

/// One factor of one risk: the riskiest level stands on the left, the safest on the right.
void draw_factor(const Method::Factor& factor, int before, int after, Figure::Point corner, Figure& figure) {
  const double y = corner.y + kRow / 2, left = corner.x + kFactor;
  const auto steps = static_cast<double>(std::max<std::size_t>(factor.levels.size(), 2) - 1);
  const auto place = [&](int rank) { return left + kAxis * rank / steps; };
  figure.shapes.emplace_back(label_at(corner.x, y + 2.4, factor.title, 6.8, Align::left, kFactor - 6));
  figure.shapes.emplace_back(line_from({left, y}, {left + kAxis, y}, Tone::quiet));
  for (std::size_t i = 0; i < factor.levels.size(); ++i) {
    const double x = place(static_cast<int>(i));
    figure.shapes.emplace_back(line_from({x, y - 1.5}, {x, y + 1.5}, Tone::quiet));
  }
  if (after != before) {
    const bool right = after > before;
    auto line = line_from({place(before) + (right ? kMark / 2 : -kMark / 2), y},
                          {place(after) - (right ? kMark / 2 : -kMark / 2), y});
    figure.shapes.emplace_back(line);
    draw_mark(true, place(before), y, figure);
  }
  draw_mark(false, place(after), y, figure);
  figure.shapes.emplace_back(label_at(left + kAxis + 7, y + 2.4, factor.levels[static_cast<std::size_t>(after)].title,
                                      6.8, Align::left, kPanel - kFactor - kAxis - 7));
}

void draw_panel(const View& view, const analyse::Risk& risk, Figure::Point corner, Figure& figure) {
  draw_risk_title(view, risk, corner, kPanel, figure);
  const auto &before = risk.at(At::inherent).ranks, &after = risk.at(At::evidenced).ranks;
  for (std::size_t i = 0; i < risk.method->factors.size(); ++i)
    draw_factor(risk.method->factors[i], before[i], after[i],
                {corner.x, corner.y + kHead + kRow * static_cast<double>(i)}, figure);
}

std::string describe(const WorstRisks& worst) {
  std::string text;
  for (const auto* row : worst.rows) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < worst.method->factors.size(); ++i) {
      const auto& factor = worst.method->factors[i];
      const auto level = [&](At at) {
        return factor.levels[static_cast<std::size_t>(row->risk->at(at).ranks[i])].title;
      };
      const auto before = level(At::inherent), after = level(At::evidenced);
      parts.push_back(factor.title + " " + (before == after ? after : before + " → " + after));
    }
    text += (text.empty() ? "" : " ") + row->risk->id + ": " + sentence_of(parts) + ".";
  }
  const auto rest = shown_of(worst.rows.size(), worst.all);
  return rest.empty() ? text : text + " " + rest;
}

double draw_legend(double top, Figure& figure) {
  Legend legend(figure, 0, top, kFigureWidth);
  const auto before = legend.add(kMark, "Inherent");
  draw_mark(true, before.x + kMark / 2, before.y + 5, figure);
  const auto after = legend.add(kMark, "Evidenced");
  draw_mark(false, after.x + kMark / 2, after.y + 5, figure);
  const auto axis = legend.add(24, "From the riskiest level to the safest");
  figure.shapes.emplace_back(line_from({axis.x, axis.y + 5}, {axis.x + 24, axis.y + 5}, Tone::quiet));
  for (const double x : {0.0, 12.0, 24.0})
    figure.shapes.emplace_back(line_from({axis.x + x, axis.y + 3.5}, {axis.x + x, axis.y + 6.5}, Tone::quiet));
  return legend.bottom();
}

Figure draw(const View& view, const WorstRisks& worst) {
  Figure figure;
  figure.width = kFigureWidth;
  const double height = kHead + kRow * static_cast<double>(worst.method->factors.size()) + 12;
  for (std::size_t i = 0; i < worst.rows.size(); ++i)
    draw_panel(view, *worst.rows[i]->risk, {i % 2 == 0 ? 0 : kPanel + kBetween, height * static_cast<double>(i / 2)},
               figure);
  const double rows = static_cast<double>((worst.rows.size() + 1) / 2);
  figure.height = draw_legend(height * rows, figure);
  if (const auto rest = shown_of(worst.rows.size(), worst.all); !rest.empty()) {
    figure.shapes.emplace_back(label_at(kFigureWidth, figure.height + 7, rest, 7, Align::right, kFigureWidth));
    figure.height += 10;
  }
  figure.description = describe(worst);
  return figure;
}

}  // namespace

Figures factor_profile(const View& view) {
  Figures figures;
  for (const auto& worst : worst_risks(view, kMostRisks)) {
    figures.push_back(draw(view, worst));
    figures.back().caption = worst.method->title;
  }
  if (figures.empty()) figures.push_back(nothing_to_show("No risk was found."));
  return figures;
}

}  // namespace assize::dossier
