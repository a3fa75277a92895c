// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/dossier/cells.h"
#include "engine/dossier/overruled.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;
using treat::Row;
using RiskField = Field<const Row*>;

const analyse::Risk& risk_of(const Row* row) { return *row->risk; }
const catalogue::Threat& threat_of(const Row* row) { return *row->risk->scenario.threat; }

void add(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// Implementations at work on the risk, each once.
std::vector<std::string> working_on(const analyse::Risk& risk, evidence::Status status) {
  std::vector<std::string> ids;
  for (const auto& working : risk.working)
    if (working.implementation->status == status) add(ids, working.implementation->id);
  return ids;
}

/// What made the threat apply, and what moved a factor: facts and, where the condition asks for nothing, the kind.
std::string reasons_of(const analyse::Risk& risk, const Assessment& assessment) {
  const auto& scenario = risk.scenario;
  auto names = facts_asked(scenario.threat->when, scenario.subject, assessment.facts);
  for (const auto& origin : risk.origins)
    if (origin.adjustment)
      for (const auto& name : facts_asked(origin.adjustment->when, scenario.subject, assessment.facts))
        add(names, name);
  if (!names.empty()) return join(names);
  const auto at = static_cast<std::size_t>(scenario.subject.index);
  return scenario.subject.scope == catalogue::Scope::element ? "kind " + assessment.facts.elements[at]->kind.value.text
                                                             : "flow";
}

/// Harms of the description that follow when what is hit fails; else whom the catalogue says it harms.
std::string harms_of(const analyse::Risk& risk, const Assessment& assessment) {
  const auto& threat = *risk.scenario.threat;
  const auto name = assessment.facts.name_of(risk.scenario.subject);
  std::vector<std::string> harms;
  for (const auto& harm : assessment.facts.system->harms)
    for (const auto& when : harm.when)
      if ((when.element.text == name || when.element.text == risk.asset.element) &&
          std::find(threat.hits.begin(), threat.hits.end(), when.objective.text) != threat.hits.end())
        add(harms, harm.what);
  return harms.empty() ? join(threat.harms) : join(harms, "; ");
}

std::string impact_reason(const analyse::Risk& risk) {
  const auto& asset = risk.asset;
  const std::string where = asset.objective + " of " + asset.element;
  if (asset.harm) return where + ": " + asset.harm->what;
  if (asset.value) return where + (asset.value->because.empty() ? "" : ": " + asset.value->because);
  return "not rated; counts as 1";
}

std::string title_of_level(At at) { return sentence_case(std::string(name_of(at))); }

std::vector<std::string> names_of_decisions() {
  std::vector<std::string> names;
  for (const auto decision : treat::all_decisions) names.emplace_back(name_of(decision));
  return names;
}

void add_level_fields(At at, const std::vector<std::string>& classes, std::vector<RiskField>& fields) {
  const std::string id(name_of(at)), title = title_of_level(at);
  fields.push_back({{id, title, 1.3}, [at](const Row* row) {
                      auto cell = class_cell(risk_of(row), at);
                      cell.text += "\u00A0(" + std::to_string(risk_of(row).at(at).risk.value) + ")";  // On one line.
                      return cell;
                    }});
  fields.push_back({{id + "-class", title + " class", 1, false, classes},
                    [at](const Row* row) { return class_cell(risk_of(row), at); }});
  fields.push_back({{id + "-risk", title + " risk", 0.6, true}, [at](const Row* row) {
                      return with_tone(integer_cell(risk_of(row).at(at).risk.value),
                                       tone_of_class(*risk_of(row).method, risk_of(row).at(at).risk_class));
                    }});
  fields.push_back({{id + "-likelihood", title + " likelihood", 0.6, true},
                    [at](const Row* row) { return integer_cell(risk_of(row).at(at).likelihood.value); }});
  fields.push_back({{id + "-impact", title + " impact", 0.6, true},
                    [at](const Row* row) { return integer_cell(risk_of(row).at(at).impact.value); }});
  fields.push_back({{id + "-points", title + " points", 0.6, true}, [at](const Row* row) {
                      const auto& points = risk_of(row).at(at).points;
                      return points ? integer_cell(*points) : text_cell("not feasible");
                    }});
}

std::vector<std::string> names_of_people(const Project& project) {
  std::vector<std::string> names;
  for (const auto& person : project.settings.people) add(names, name_of_person(project, person.id));
  return names;
}

/// "modify, Head of quality, due 2027-01-31: open".
std::string text_of_decision(const Row& row, const Project& project) {
  std::vector<std::string> parts;
  if (const auto* treatment = row.treatment) {
    parts.push_back(treatment->option);
    parts.push_back(name_of_person(project, treatment->owner.value));
    if (treatment->accepted)
      parts.push_back("accepted by " + name_of_person(project, treatment->accepted->by.value) + " on " +
                      to_text(treatment->accepted->on) +
                      (treatment->accepted->until ? " until " + to_text(*treatment->accepted->until) : ""));
    else if (treatment->due)
      parts.push_back("due " + to_text(*treatment->due));
  }
  const std::string state(name_of(row.decision));
  return parts.empty() ? state : join(parts) + ": " + state;
}

bool is_wrong(const Row& row) {
  using treat::Decision;
  return row.decision == Decision::overdue || row.decision == Decision::lapsed ||
         (row.decision == Decision::none && row.risk->at(At::evidenced).risk_class > 0);
}

ViewTable risks_table(const Project& project, const Assessment& assessment) {
  const auto* all = &project;
  const auto* found = &assessment;
  std::vector<RiskField> fields = {
      {{"id", "Risk", 2.2}, [](const Row* row) { return with_anchor(text_cell(risk_of(row).id), risk_of(row).id); }},
      {{"threat", "Threat", 1}, [](const Row* row) { return text_cell(threat_of(row).id); }},
      {{"title", "What can happen", 3}, [](const Row* row) { return text_cell(threat_of(row).title); }},
      {{"says", "Description", 4}, [](const Row* row) { return text_cell(threat_of(row).says); }},
      {{"element", "Element", 1.4},
       [found](const Row* row) {
         const auto subject = risk_of(row).scenario.subject;
         const auto name = found->facts.name_of(subject);
         return with_source(with_link(text_cell(name), "element:" + name), found->facts.place_of(subject));
       }},
      {{"element-title", "Where", 1.8},
       [found](const Row* row) { return text_cell(title_of_subject(found->facts, risk_of(row).scenario.subject)); }},
      {{"family", "Family", 1.2}, [](const Row* row) { return text_cell(threat_of(row).family); }},
      {{"nature", "Nature", 1}, [](const Row* row) { return text_cell(threat_of(row).nature); }},
      {{"objectives", "Objectives hit", 1.6}, [](const Row* row) { return list_cell(threat_of(row).hits); }},
      {{"stages", "Life-cycle stages", 1.4}, [](const Row* row) { return list_cell(threat_of(row).stages); }},
      {{"method", "Method", 0.8}, [](const Row* row) { return text_cell(risk_of(row).method->id); }},
      {{"impact-rating", "Rating", 0.6, true}, [](const Row* row) { return integer_cell(risk_of(row).asset.rating); }},
      {{"impact-because", "Rating because", 2.4},
       [](const Row* row) { return text_cell(impact_reason(risk_of(row))); }},
  };
  const auto classes = titles_of_classes(project);
  for (const auto level : analyse::all_levels) add_level_fields(level, classes, fields);
  const auto treatment = [](const Row* row, auto what) {
    return row->treatment ? what(*row->treatment) : text_cell("");
  };
  const std::vector<RiskField> rest = {
      {{"distance", "Claimed is better than evidenced", 0.8, false, {"yes", "no"}},
       [](const Row* row) {
         return yes_no_cell(risk_of(row).at(At::evidenced).risk_class > risk_of(row).at(At::claimed).risk_class);
       }},
      {{"treatment", "Treatment", 1.2, false, names_of_options()},
       [=](const Row* row) {
         return treatment(row, [](const auto& one) { return with_source(text_cell(one.option), one.place); });
       }},
      {{"owner", "Owner", 1.2},
       [=](const Row* row) {
         return treatment(row, [&](const auto& one) { return text_cell(name_of_person(*all, one.owner.value)); });
       }},
      {{"due", "Due", 1},
       [=](const Row* row) { return treatment(row, [](const auto& one) { return date_cell(one.due); }); }},
      {{"decision", "Decision", 1.2, false, names_of_decisions()},
       [](const Row* row) {
         return with_tone(text_cell(std::string(name_of(row->decision))), is_wrong(*row) ? Tone::gap : Tone::plain);
       }},
      {{"decided", "What is decided", 2.6},
       [all](const Row* row) {
         return with_tone(text_cell(text_of_decision(*row, *all)), is_wrong(*row) ? Tone::gap : Tone::plain);
       }},
      {{"accepted-by", "Accepted by", 1.2},
       [=](const Row* row) {
         return treatment(row, [&](const auto& one) {
           return text_cell(one.accepted ? name_of_person(*all, one.accepted->by.value) : "");
         });
       }},
      {{"accepted-until", "Accepted until", 1},
       [=](const Row* row) {
         return treatment(
             row, [](const auto& one) { return one.accepted ? date_cell(one.accepted->until) : text_cell(""); });
       }},
      {{"controls", "Controls in place", 1.8},
       [](const Row* row) { return list_cell(working_on(risk_of(row), evidence::Status::in_place)); }},
      {{"controls-planned", "Controls planned", 1.4},
       [](const Row* row) { return list_cell(working_on(risk_of(row), evidence::Status::planned)); }},
      {{"agents", "Agents", 1.4},
       [](const Row* row) {
         std::vector<std::string> titles;
         for (const auto* agent : risk_of(row).agents)
           titles.push_back(agent->title.empty() ? agent->id : agent->title);
         return list_cell(titles);
       }},
      {{"reasons", "Because", 2.4}, [found](const Row* row) { return text_cell(reasons_of(risk_of(row), *found)); }},
      {{"harms", "Harms", 2}, [found](const Row* row) { return text_cell(harms_of(risk_of(row), *found)); }},
      {{"references", "References", 2}, [](const Row* row) { return list_cell(threat_of(row).references); }},
      {{"basis", "Basis of the rating", 1}, [](const Row* row) { return text_cell(threat_of(row).basis); }},
      {{"overruled", "Overruled", 1.6},
       [all](const Row* row) {
         std::vector<std::string> texts;
         for (const auto* one : overrulings_behind(risk_of(row), all->catalogue)) texts.push_back(text_of(*one));
         return list_cell(texts);
       }},
  };
  fields.insert(fields.end(), rest.begin(), rest.end());
  return table_of<const Row*>("risks", "Risks", pointers(assessment.risk_register.rows), std::move(fields));
}

ViewTable treatments_table(const Project& project, const Assessment& assessment) {
  const auto* all = &project;
  std::vector<const Row*> rows;
  for (const auto& row : assessment.risk_register.rows)
    if (row.treatment) rows.push_back(&row);
  const auto accepted = [](const Row* row) -> const std::optional<treat::Treatment::Acceptance>& {
    return row->treatment->accepted;
  };
  return table_of<const Row*>(
      "treatments", "Treatments", std::move(rows),
      {{{"risk", "Risk", 2},
        [](const Row* row) {
          return with_source(with_link(text_cell(risk_of(row).id), risk_of(row).id), row->treatment->place);
        }},
       {{"title", "What can happen", 2.6}, [](const Row* row) { return text_cell(threat_of(row).title); }},
       {{"evidenced", "Evidenced", 1.1, false, titles_of_classes(project)},
        [](const Row* row) { return class_cell(risk_of(row), At::evidenced); }},
       {{"planned", "Planned", 1.1, false, titles_of_classes(project)},
        [](const Row* row) { return class_cell(risk_of(row), At::planned); }},
       {{"option", "Option", 1.2, false, names_of_options()},
        [](const Row* row) { return text_cell(row->treatment->option); }},
       {{"by", "By", 1.6},
        [](const Row* row) {
          std::vector<std::string> ids;
          for (const auto& one : row->treatment->by) ids.push_back(one.value);
          return list_cell(ids);
        }},
       {{"owner", "Owner", 1.4, false, names_of_people(project)},
        [all](const Row* row) { return text_cell(name_of_person(*all, row->treatment->owner.value)); }},
       {{"due", "Due", 1.1}, [](const Row* row) { return date_cell(row->treatment->due); }},
       {{"because", "Because", 2.4}, [](const Row* row) { return text_cell(row->treatment->because); }},
       {{"decision", "Decision", 1.2, false, names_of_decisions()},
        [](const Row* row) { return text_cell(std::string(name_of(row->decision))); }},
       {{"decided", "What is decided", 2.6}, [all](const Row* row) { return text_cell(text_of_decision(*row, *all)); }},
       {{"accepted-by", "Accepted by", 1.4},
        [=](const Row* row) { return text_cell(accepted(row) ? name_of_person(*all, accepted(row)->by.value) : ""); }},
       {{"accepted-on", "On", 1.1},
        [=](const Row* row) { return date_cell(accepted(row) ? std::optional(accepted(row)->on) : std::nullopt); }},
       {{"accepted-until", "Until", 1.1},
        [=](const Row* row) { return date_cell(accepted(row) ? accepted(row)->until : std::nullopt); }},
       {{"accepted-because", "Accepted because", 2.4},
        [=](const Row* row) { return text_cell(accepted(row) ? accepted(row)->because : ""); }}});
}

/// A row per class, worst first, then all together.
struct ClassRow {
  std::string id, title;
  Tone tone = Tone::plain;
  std::array<int, 4> counts{};
};

std::vector<ClassRow> class_rows(const Project& project, const Assessment& assessment) {
  std::vector<ClassRow> rows;
  for (const auto* method : methods_of(project))
    for (std::size_t i = method->classes.size(); i-- > 0;) {
      const auto& one = method->classes[i];
      if (std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == one.id; }))
        rows.push_back({one.id, one.title, tone_of_class(*method, static_cast<int>(i)), {}});
    }
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  ClassRow sum{"all", "All", Tone::plain, {}};
  for (const auto level : analyse::all_levels) {
    const auto at = static_cast<std::size_t>(level);
    const auto counts = count_classes(assessment.risk_register, level, ids);
    for (std::size_t i = 0; i < rows.size(); ++i) sum.counts[at] += rows[i].counts[at] = counts[i];
  }
  rows.push_back(sum);
  return rows;
}

ViewTable class_counts_table(const Project& project, const Assessment& assessment) {
  std::vector<Field<ClassRow>> fields = {
      {{"class", "Class", 1.4}, [](const ClassRow& row) { return with_tone(text_cell(row.title), row.tone); }}};
  for (const auto level : analyse::all_levels)
    fields.push_back({{std::string(name_of(level)), title_of_level(level), 1, true}, [level](const ClassRow& row) {
                        return integer_cell(row.counts[static_cast<std::size_t>(level)]);
                      }});
  return table_of("class-counts", "Risks per class", class_rows(project, assessment), std::move(fields));
}

}  // namespace

Cell class_cell(const analyse::Risk& risk, At at) {
  const int risk_class = risk.at(at).risk_class;
  return with_tone(text_cell(risk.method->classes[static_cast<std::size_t>(risk_class)].title),
                   tone_of_class(*risk.method, risk_class));
}

std::vector<std::string> titles_of_classes(const Project& project) {
  std::vector<std::string> titles;
  for (const auto* method : methods_of(project))
    for (const auto& one : method->classes) add(titles, one.title);
  return titles;
}

void add_risk_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(risks_table(project, assessment));
  tables.push_back(treatments_table(project, assessment));
  tables.push_back(class_counts_table(project, assessment));
}

}  // namespace assize::dossier
