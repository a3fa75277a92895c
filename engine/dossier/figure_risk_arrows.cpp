// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "engine/dossier/cells.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/worst_risks.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;
using analyse::At;
using catalogue::Method;

constexpr std::size_t kMostRisks = 8;
constexpr double kTitle = 204, kScale = kFigureWidth - kTitle, kHead = 15, kRow = 30, kMark = 5.5;
constexpr double kStep = (kRow - kMark - 3) / 3;  ///< From one level down to the next.
constexpr double kSmallestBand = 40;

/// In which order a risk sinks: with nothing, as shown, as said, as planned.
constexpr std::array<At, 4> kWay = {At::inherent, At::evidenced, At::claimed, At::planned};

/// Values of risk that a method knows, mildest left, in bands of their classes.
class ClassScale {
 public:
  explicit ClassScale(const Method& method) : method_(method), counts_(method.classes.size()) {
    for (const auto& likelihood : method.likelihoods)
      for (const auto& impact : method.impacts) values_[risk_of(method, {likelihood.value}, {impact.value}).value] = 0;
    for (auto& [value, place] : values_) {
      const auto of = static_cast<std::size_t>(class_of(method, {value}));
      place = counts_[of]++;
    }
    const auto classes = static_cast<double>(counts_.size());
    const double least = std::min(kSmallestBand, kScale / classes), rest = kScale - least * classes;
    double x = kTitle;
    for (const int count : counts_) {
      starts_.push_back(x);
      x += least + rest * count / static_cast<double>(values_.size());
    }
    starts_.push_back(x);
  }

  double start(std::size_t of) const { return starts_[of]; }
  double width(std::size_t of) const { return starts_[of + 1] - starts_[of]; }
  double place(catalogue::RiskValue risk) const {
    const auto of = static_cast<std::size_t>(class_of(method_, risk));
    const auto found = values_.find(risk.value);
    const int nth = found == values_.end() ? 0 : found->second;
    return start(of) + width(of) * (nth + 0.5) / std::max(1, counts_[of]);
  }

 private:
  const Method& method_;
  std::map<int, int> values_;   ///< By value, its place within its class.
  std::vector<int> counts_;     ///< Values by class.
  std::vector<double> starts_;  ///< By class, and the end.
};

/// Each level has its own sign, so that none rests on colour.
void draw_mark(At level, double x, double y, Figure& figure) {
  const double left = x - kMark / 2, top = y - kMark / 2;
  if (level == At::inherent || level == At::evidenced) {
    figure.shapes.emplace_back(
        Figure::Ellipse{left, top, kMark, kMark, level == At::evidenced ? Tone::critical : Tone::plain});
    return;
  }
  figure.shapes.emplace_back(box_at(left, top, kMark, kMark, level == At::planned ? Tone::good : Tone::plain));
}

void draw_way(const analyse::Risk& risk, const ClassScale& scale, double top, Figure& figure) {
  std::vector<Figure::Point> places;
  for (std::size_t i = 0; i < kWay.size(); ++i)
    places.push_back({scale.place(risk.at(kWay[i]).risk), top + 1 + kMark / 2 + kStep * static_cast<double>(i)});
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    if (places[i].x - places[i + 1].x < 0.5) continue;  // It stays where it is: the marks say so.
    auto line = line_from({places[i].x - kMark / 2, places[i].y}, {places[i + 1].x + kMark / 2 + 0.5, places[i + 1].y});
    line.arrow = true;
    line.dashed = i > 0;
    figure.shapes.emplace_back(line);
  }
  for (std::size_t i = 0; i < places.size(); ++i) draw_mark(kWay[i], places[i].x, places[i].y, figure);
}

void draw_scale(const Method& method, const ClassScale& scale, double height, Figure& figure) {
  for (std::size_t i = 0; i < method.classes.size(); ++i) {
    auto head = box_at(scale.start(i), 0, scale.width(i), kHead - 3, tone_of_class(method, static_cast<int>(i)));
    figure.shapes.emplace_back(head);
    figure.shapes.emplace_back(label_at(scale.start(i) + scale.width(i) / 2, 8.5, method.classes[i].title, 7,
                                        Align::centre, scale.width(i) - 2));
    figure.shapes.emplace_back(line_from({scale.start(i), kHead - 3}, {scale.start(i), height}, Tone::quiet));
  }
  figure.shapes.emplace_back(line_from({kTitle + kScale, kHead - 3}, {kTitle + kScale, height}, Tone::quiet));
}

std::string title_of(const Method& method, const analyse::Level& level) {
  return method.classes[static_cast<std::size_t>(level.risk_class)].title + " (" + std::to_string(level.risk.value) +
         ")";
}

std::string describe(const WorstRisks& worst) {
  std::string text;
  for (const auto* row : worst.rows) {
    std::vector<std::string> parts;
    for (const auto level : kWay)
      parts.push_back(std::string(name_of(level)) + " " + title_of(*worst.method, row->risk->at(level)));
    text += (text.empty() ? "" : " ") + row->risk->id + ": " + sentence_of(parts) + ".";
  }
  const auto rest = shown_of(worst.rows.size(), worst.all);
  return rest.empty() ? text : text + " " + rest;
}

Figure draw(const View& view, const WorstRisks& worst) {
  Figure figure;
  figure.width = kFigureWidth;
  const ClassScale scale(*worst.method);
  const double bottom = kHead + kRow * static_cast<double>(worst.rows.size());
  draw_scale(*worst.method, scale, bottom, figure);
  double y = kHead;
  for (const auto* row : worst.rows) {
    figure.shapes.emplace_back(line_from({0, y}, {kFigureWidth, y}, Tone::quiet));
    draw_risk_title(view, *row->risk, {0, y + 5}, kTitle - 8, figure);
    draw_way(*row->risk, scale, y + 1, figure);
    y += kRow;
  }
  figure.shapes.emplace_back(line_from({0, y}, {kFigureWidth, y}, Tone::quiet));
  Legend legend(figure, 0, y + 5, kFigureWidth);
  for (const auto level : kWay) {
    const auto corner = legend.add(kMark, sentence_case(std::string(name_of(level))));
    draw_mark(level, corner.x + kMark / 2, corner.y + 5, figure);
  }
  figure.height = legend.bottom();
  if (const auto rest = shown_of(worst.rows.size(), worst.all); !rest.empty()) {
    figure.shapes.emplace_back(label_at(kFigureWidth, figure.height + 7, rest, 7, Align::right, kFigureWidth));
    figure.height += 10;
  }
  figure.description = describe(worst);
  return figure;
}

}  // namespace

Figures risk_arrows(const View& view) {
  Figures figures;
  for (const auto& worst : worst_risks(view, kMostRisks)) {
    figures.push_back(draw(view, worst));
    figures.back().caption = worst.method->title;
  }
  if (figures.empty()) figures.push_back(nothing_to_show("No risk was found."));
  return figures;
}

}  // namespace assize::dossier
