// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using cover::Coverage;
using Row = const Coverage*;

std::vector<Row> rows_that(const Assessment& assessment, bool (*fits)(const Coverage&)) {
  std::vector<Row> rows;
  for (const auto& coverage : assessment.coverage)
    if (fits(coverage)) rows.push_back(&coverage);
  return rows;
}

/// Why it is in or out, as a statement of applicability must say for each control.
std::string reason_of(const Coverage& coverage) {
  if (coverage.excluded) return coverage.excluded->because;
  if (coverage.applies.applies != cover::Truth::yes) return coverage.applies.why;
  std::vector<std::string> reasons;
  if (!coverage.treats.empty()) {
    std::vector<std::string> ids;
    for (const auto* risk : coverage.treats) {
      if (ids.size() == 3) break;
      ids.push_back(risk->id);
    }
    const auto more = coverage.treats.size() - ids.size();
    reasons.push_back("treats " + join(ids) + (more > 0 ? " and " + std::to_string(more) + " more" : ""));
  }
  for (const auto& support : coverage.supports)
    if (support.implementation && support.path.empty() && !support.implementation->because.empty())
      reasons.push_back(support.implementation->because);
  if (reasons.empty() && coverage.requirement)
    return coverage.applies.why.empty() ? "asked of this system" : coverage.applies.why;
  return reasons.empty() ? "applicable unless excluded; no risk in the register calls for it" : join(reasons, "; ");
}

Cell applies_cell(const Coverage& coverage) {
  if (coverage.applies.is_open() && !coverage.excluded) return with_tone(text_cell("open"), Tone::gap);
  return yes_no_cell(!coverage.applies.is_out() && !coverage.excluded);
}

/// Each gap about a control or requirement, found once for the whole table.
std::shared_ptr<const std::map<std::string, std::vector<const cover::Gap*>>> gaps_by_subject(
    const Assessment& assessment) {
  auto found = std::make_shared<std::map<std::string, std::vector<const cover::Gap*>>>();
  for (const auto& gap : assessment.gaps) (*found)[gap.about].push_back(&gap);
  return found;
}

std::string says(const std::vector<const cover::Gap*>& gaps) {
  std::vector<std::string> texts;
  for (const auto* gap : gaps) texts.push_back(gap->says);
  return join(texts, "; ");
}

std::vector<Field<Row>> shared_fields(const Project& project, const Assessment& assessment, const std::string& anchor) {
  const auto* all = &project;
  const auto gaps = gaps_by_subject(assessment);
  return {
      {{"id", sentence_case(anchor), 1.6},
       [=](Row row) {
         return with_source(with_anchor(text_cell(row->id), anchor + ":" + row->id),
                            row->control ? row->control->place : row->requirement->place);
       }},
      {{"number", "No.", 1.1},
       [](Row row) { return text_cell(row->control ? row->control->local_id : row->requirement->local_id); }},
      {{"title", "Title", 3}, [](Row row) { return text_cell(row->title); }},
      {{"pack", "Pack", 0.8}, [](Row row) { return text_cell(row->pack); }},
      {{"applies", "Applies", 0.7, false, {"yes", "no", "open"}}, [](Row row) { return applies_cell(*row); }},
      {{"reason", "Why it is in or out", 2.8}, [=](Row row) { return text_cell(reason_of(*row)); }},
      {{"coverage", "How far", 1}, [](Row row) { return text_cell(std::string(name_of(met(*row).strength))); }},
      {{"standing", "How sure", 1}, [](Row row) { return text_cell(std::string(name_of(met(*row).standing))); }},
      {{"state", "State", 1.4}, [](Row row) { return with_tone(text_cell(text_of_met(*row)), tone_of_met(*row)); }},
      {{"met-by", "Met by", 1.8}, [](Row row) { return list_cell(met_by(*row)); }},
      {{"evidence", "Evidence", 1.4}, [=](Row row) { return list_cell(evidence_for(*row, *all)); }},
      {{"gap", "What falls short", 2.2},
       [=](Row row) {
         const auto own = gaps->find(row->id);
         return own == gaps->end() ? text_cell("") : with_tone(text_cell(says(own->second)), Tone::gap);
       }},
      {{"risks", "Risks", 0.6, true}, [](Row row) { return integer_cell(static_cast<int>(row->treats.size())); }},
      {{"treats", "Treats", 2.4},
       [](Row row) {
         std::vector<std::string> ids;
         for (const auto* risk : row->treats) ids.push_back(risk->id);
         return list_cell(ids);
       }},
  };
}

ViewTable requirements_table(const Project& project, const Assessment& assessment) {
  auto fields = shared_fields(project, assessment, "requirement");
  const auto requirement = [](Row row) -> const catalogue::Requirement& { return *row->requirement; };
  const std::vector<Field<Row>> more = {
      {{"says", "What is asked", 3},
       [=](Row row) {
         return text_cell(requirement(row).says.empty() ? requirement(row).title : requirement(row).says);
       }},
      {{"parent", "Part of", 1.2}, [=](Row row) { return text_cell(requirement(row).parent); }},
      {{"kind", "Kind", 1}, [=](Row row) { return text_cell(requirement(row).kind); }},
      {{"numbering", "Numbering", 0.8}, [=](Row row) { return text_cell(requirement(row).numbering); }},
      {{"binds", "Binds", 1}, [=](Row row) { return list_cell(requirement(row).binds); }},
      {{"applies-from", "Applies from", 1},
       [=](Row row) { return date_cell(row->applies.from ? row->applies.from : requirement(row).applies_from); }},
      {{"expects", "Expected", 2.2}, [=](Row row) { return text_cell(requirement(row).expects); }},
      {{"checks", "What a reviewer checks", 2.2}, [=](Row row) { return text_cell(requirement(row).checks); }}};
  fields.insert(fields.end(), more.begin(), more.end());
  return table_of<Row>("requirements", "Requirements",
                       rows_that(assessment, [](const Coverage& one) { return one.requirement != nullptr; }),
                       std::move(fields));
}

ViewTable controls_table(const Project& project, const Assessment& assessment) {
  auto fields = shared_fields(project, assessment, "control");
  const std::vector<Field<Row>> more = {
      {{"says", "What it asks", 3}, [](Row row) { return text_cell(row->control->says); }},
      {{"theme", "Theme", 1.2}, [](Row row) { return text_cell(row->control->theme); }},
      {{"parent", "Part of", 1}, [](Row row) { return text_cell(row->control->parent); }},
      {{"references", "References", 1.6}, [](Row row) { return list_cell(row->control->references); }}};
  fields.insert(fields.end(), more.begin(), more.end());
  return table_of<Row>("controls", "Controls",
                       rows_that(assessment, [](const Coverage& one) { return one.control != nullptr; }),
                       std::move(fields));
}

/// A mapping, and the most that a reported claim makes of it.
struct UsedMapping {
  const catalogue::Mapping* mapping = nullptr;
  cover::Strength strength = cover::Strength::nothing;
};

ViewTable mappings_table(const Project& project, const Assessment& assessment) {
  std::map<const catalogue::Mapping*, cover::Strength> used;
  for (const auto& coverage : assessment.coverage) {
    const auto state = met(coverage);
    for (const auto& support : coverage.supports)
      if (counts(support, state))
        for (const auto& step : support.path)
          if (step.mapping) used[step.mapping] = std::max(used[step.mapping], support.strength);
  }
  std::vector<UsedMapping> rows;
  for (const auto& mapping : project.catalogue.mappings)
    if (const auto found = used.find(&mapping); found != used.end()) rows.push_back({&mapping, found->second});
  const auto text = [](std::string id, std::string title, double width, std::string catalogue::Mapping::*what) {
    return Field<UsedMapping>{{std::move(id), std::move(title), width},
                              [what](const UsedMapping& row) { return text_cell(row.mapping->*what); }};
  };
  return table_of<UsedMapping>(
      "mappings-used", "Mappings that carry a claim", std::move(rows),
      {{{"from", "From", 1.4},
        [](const UsedMapping& row) { return with_source(text_cell(row.mapping->from), row.mapping->place); }},
       {{"relation", "Relation", 1},
        [](const UsedMapping& row) { return text_cell(std::string(name_of(row.mapping->relation))); }},
       text("to", "To", 1.6, &catalogue::Mapping::to),
       {{"strength", "Carries", 1},
        [](const UsedMapping& row) { return text_cell(std::string(name_of(row.strength))); }},
       text("basis", "Basis", 1, &catalogue::Mapping::basis),
       text("source", "Source", 2, &catalogue::Mapping::source),
       text("because", "Because", 2.4, &catalogue::Mapping::because)});
}

/// Per pack: how many requirements and controls stand how.
struct PackCount {
  std::string pack, title;
  int asked = 0, evidenced = 0, claimed = 0, planned = 0, related = 0, unmet = 0, open = 0, out = 0;
};

bool is_asked(const Coverage& coverage) {
  return !coverage.requirement ||
         (coverage.requirement->kind != "structure" && coverage.requirement->numbering != "derived");
}

ViewTable coverage_counts_table(const Project& project, const Assessment& assessment) {
  std::vector<PackCount> rows;
  for (const auto& pack : project.catalogue.packs) {
    PackCount row{pack.id, pack.title};
    for (const auto& coverage : assessment.coverage) {
      if (coverage.pack != pack.id || !is_asked(coverage)) continue;
      ++row.asked;
      const auto state = met(coverage);
      if (coverage.applies.is_out() || coverage.excluded)
        ++row.out;
      else if (coverage.applies.is_open())
        ++row.open;
      else if (state.strength == cover::Strength::nothing)
        ++row.unmet;
      else if (state.strength == cover::Strength::related)
        ++row.related;
      else if (state.standing == cover::Standing::evidenced)
        ++row.evidenced;
      else if (state.standing == cover::Standing::claimed)
        ++row.claimed;
      else
        ++row.planned;
    }
    if (row.asked > 0) rows.push_back(row);
  }
  const auto number = [](std::string id, std::string title, int PackCount::*which) {
    return Field<PackCount>{{std::move(id), std::move(title), 0.8, true},
                            [which](const PackCount& row) { return integer_cell(row.*which); }};
  };
  return table_of<PackCount>("coverage-counts", "How requirements and controls stand", std::move(rows),
                             {{{"pack", "Pack", 1}, [](const PackCount& row) { return text_cell(row.pack); }},
                              {{"title", "Title", 3}, [](const PackCount& row) { return text_cell(row.title); }},
                              number("asked", "Asked", &PackCount::asked),
                              number("evidenced", "Met, evidenced", &PackCount::evidenced),
                              number("claimed", "Met, claimed only", &PackCount::claimed),
                              number("planned", "Planned", &PackCount::planned),
                              number("related", "Related only", &PackCount::related),
                              number("unmet", "Met by nothing", &PackCount::unmet),
                              number("open", "Open whether asked", &PackCount::open),
                              number("out", "Out of scope", &PackCount::out)});
}

}  // namespace

void add_coverage_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(requirements_table(project, assessment));
  tables.push_back(controls_table(project, assessment));
  tables.push_back(mappings_table(project, assessment));
  tables.push_back(coverage_counts_table(project, assessment));
}

}  // namespace assize::dossier
