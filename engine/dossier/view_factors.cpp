// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;
using analyse::Origin;

/// One factor of one risk; the number of factors stands for intensity.
struct FactorOfRisk {
  const analyse::Risk* risk = nullptr;
  std::size_t factor = 0;
  bool is_intensity() const { return factor == risk->method->factors.size(); }
  std::string id() const { return is_intensity() ? "intensity" : risk->method->factors[factor].id; }
  const Origin& origin() const { return risk->origins[factor]; }
  std::string level(int rank) const {
    const auto at = static_cast<std::size_t>(rank);
    return is_intensity() ? risk->method->intensities[at].id : risk->method->factors[factor].levels[at].id;
  }
  std::string level(At at) const {
    const auto& one = risk->at(at);
    return level(is_intensity() ? one.intensity : one.ranks[factor]);
  }
};

std::string name_of(Origin::From from) {
  switch (from) {
    case Origin::From::catalogue:
      return "catalogue";
    case Origin::From::adjustment:
      return "adjustment";
    case Origin::From::measurement:
      return "measured";
    case Origin::From::assessor:
      return "assessor";
  }
  return {};
}

std::string because(const FactorOfRisk& row) {
  const auto& origin = row.origin();
  switch (origin.from) {
    case Origin::From::catalogue:
      return row.risk->scenario.threat->rating.at(row.id()).because;
    case Origin::From::adjustment:
      return origin.adjustment->because;
    case Origin::From::measurement:
      return origin.metric->name + " " + origin.metric->as_written + ", shown by " + origin.metric->evidence.value;
    case Origin::From::assessor:
      return origin.override->because;
  }
  return {};
}

std::string place_of(const FactorOfRisk& row) {
  const auto& origin = row.origin();
  switch (origin.from) {
    case Origin::From::catalogue:
      return to_text(row.risk->scenario.threat->rating.at(row.id()).place);
    case Origin::From::adjustment:
      return to_text(origin.adjustment->place);
    case Origin::From::measurement:
      return to_text(origin.metric->place);
    case Origin::From::assessor:
      return to_text(origin.override->place);
  }
  return {};
}

/// Rows are found by counting, not kept: a large register has a million of them.
ViewTable factors_table(const Assessment& assessment) {
  const auto* risks = &assessment.risk_register.rows;
  auto starts = std::make_shared<std::vector<std::size_t>>();  // Of each risk, the row its factors begin at.
  std::size_t rows = 0;
  for (const auto& row : *risks) {
    starts->push_back(rows);
    rows += row.risk->method->factors.size() + 1;
  }
  std::vector<Field<FactorOfRisk>> fields = {
      {{"risk", "Risk", 2.2}, [](const FactorOfRisk& row) { return with_link(text_cell(row.risk->id), row.risk->id); }},
      {{"factor", "Factor", 1.2}, [](const FactorOfRisk& row) { return text_cell(row.id()); }},
      {{"catalogue", "In the catalogue", 1.2},
       [](const FactorOfRisk& row) { return text_cell(row.level(row.origin().catalogue_rank)); }},
  };
  for (const auto level : analyse::all_levels)
    fields.push_back({{std::string(name_of(level)), sentence_case(std::string(name_of(level))), 1.2},
                      [level](const FactorOfRisk& row) { return text_cell(row.level(level)); }});
  fields.push_back(
      {{"origin", "From", 1}, [](const FactorOfRisk& row) { return text_cell(name_of(row.origin().from)); }});
  fields.push_back({{"because", "Because", 3}, [](const FactorOfRisk& row) {
                      auto cell = text_cell(because(row));
                      cell.source = place_of(row);
                      return cell;
                    }});
  ViewTable table{"factors", "Factors of each risk", {}, rows, {}};
  for (const auto& field : fields) table.columns.push_back(field.column);
  const auto shared = std::make_shared<const std::vector<Field<FactorOfRisk>>>(std::move(fields));
  table.cell = [=](std::size_t row, std::size_t column) {
    const auto next = std::upper_bound(starts->begin(), starts->end(), row);
    const auto risk = static_cast<std::size_t>(next - starts->begin()) - 1;
    return (*shared)[column].cell({(*risks)[risk].risk, row - (*starts)[risk]});
  };
  return table;
}

ViewTable overrides_table(const Project& project, const Assessment& assessment) {
  const auto* all = &project;
  std::vector<FactorOfRisk> rows;
  for (const auto& risk : assessment.risks)
    for (std::size_t factor = 0; factor < risk.origins.size(); ++factor)
      if (risk.origins[factor].override) rows.push_back({&risk, factor});
  const auto override_of = [](const FactorOfRisk& row) -> const analyse::Override& { return *row.origin().override; };
  return table_of<FactorOfRisk>(
      "overrides", "Levels that an assessor overruled", std::move(rows),
      {{{"risk", "Risk", 2.2},
        [=](const FactorOfRisk& row) {
          return with_source(with_link(text_cell(row.risk->id), row.risk->id), override_of(row).place);
        }},
       {{"factor", "Factor", 1.2}, [](const FactorOfRisk& row) { return text_cell(row.id()); }},
       {{"from", "Without it", 1.2},
        [](const FactorOfRisk& row) { return text_cell(row.level(row.origin().adjusted_rank)); }},
       {{"to", "With it", 1.2}, [=](const FactorOfRisk& row) { return text_cell(override_of(row).to.value); }},
       {{"by", "By", 1.4},
        [=](const FactorOfRisk& row) { return text_cell(name_of_person(*all, override_of(row).by.value)); }},
       {{"on", "On", 1}, [=](const FactorOfRisk& row) { return date_cell(override_of(row).on); }},
       {{"because", "Because", 3}, [=](const FactorOfRisk& row) { return text_cell(override_of(row).because); }}});
}

/// What controls do to risks: a row per effect at work.
struct Effect {
  const analyse::Risk* risk = nullptr;
  const analyse::Working* working = nullptr;
};

std::string text_of(const catalogue::Control::Effect& effect) {
  std::vector<std::string> parts;
  for (const auto& [factor, level] : effect.floor) parts.push_back(factor + " at least " + level);
  if (!effect.intensity_cap.empty()) parts.push_back("intensity at most " + effect.intensity_cap);
  if (effect.impact_cap > 0) parts.push_back("impact at most " + std::to_string(effect.impact_cap));
  return parts.empty() ? "no effect on a factor" : join(parts);
}

ViewTable effects_table(const Assessment& assessment) {
  std::vector<Effect> rows;
  for (const auto& row : assessment.risk_register.rows)
    for (const auto& working : row.risk->working) rows.push_back({row.risk, &working});
  return table_of<Effect>(
      "effects", "What controls do to risks", std::move(rows),
      {{{"risk", "Risk", 2.2}, [](const Effect& row) { return with_link(text_cell(row.risk->id), row.risk->id); }},
       {{"implementation", "Implementation", 1.4},
        [](const Effect& row) {
          const auto& id = row.working->implementation->id;
          return with_source(with_link(text_cell(id), "implementation:" + id), row.working->implementation->place);
        }},
       {{"control", "Control", 2.4}, [](const Effect& row) { return text_cell(row.working->control->title); }},
       {{"status", "Status", 1},
        [](const Effect& row) {
          return text_cell(std::string(evidence::name_of(row.working->implementation->status)));
        }},
       {{"evidenced", "Evidenced", 0.8}, [](const Effect& row) { return yes_no_cell(row.working->evidenced); }},
       {{"effect", "Effect", 2.6}, [](const Effect& row) { return text_cell(text_of(*row.working->effect)); }},
       {{"basis", "Basis", 1}, [](const Effect& row) { return text_cell(row.working->effect->basis); }},
       {{"because", "Because", 2.6}, [](const Effect& row) {
          return with_source(text_cell(row.working->effect->because), row.working->effect->place);
        }}});
}

}  // namespace

void add_factor_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(factors_table(assessment));
  tables.push_back(overrides_table(project, assessment));
  tables.push_back(effects_table(assessment));
}

}  // namespace assize::dossier
