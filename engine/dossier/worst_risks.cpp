// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/worst_risks.h"

#include <algorithm>
#include <tuple>

#include "engine/dossier/view_tables.h"

namespace assize::dossier {

using analyse::At;

std::vector<WorstRisks> worst_risks(const View& view, std::size_t most) {
  std::vector<WorstRisks> found;
  for (const auto* method : methods_of(view.project())) {
    WorstRisks worst;
    worst.method = method;
    for (const auto& row : view.assessment().risk_register.rows)
      if (row.risk->method == method) worst.rows.push_back(&row);
    worst.all = worst.rows.size();
    if (worst.all == 0) continue;
    const auto key = [](const treat::Row* row) {
      const auto& risk = *row->risk;
      return std::tuple(risk.at(At::evidenced).risk_class,
                        risk.at(At::evidenced).risk_class - risk.at(At::claimed).risk_class);
    };
    std::stable_sort(worst.rows.begin(), worst.rows.end(), [&](auto a, auto b) { return key(a) > key(b); });
    worst.rows.resize(std::min(most, worst.all));
    found.push_back(std::move(worst));
  }
  return found;
}

void draw_risk_title(const View& view, const analyse::Risk& risk, Figure::Point corner, double width, Figure& figure) {
  const auto where = title_of_subject(view.assessment().facts, risk.scenario.subject);
  figure.shapes.emplace_back(linked(
      label_at(corner.x, corner.y + 7.5, risk.scenario.threat->title, 7.5, Figure::Align::left, width), "#" + risk.id));
  figure.shapes.emplace_back(label_at(corner.x, corner.y + 16.5, where, 6.8, Figure::Align::left, width));
}

}  // namespace assize::dossier
