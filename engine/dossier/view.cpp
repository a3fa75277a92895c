// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/view.h"

#include <algorithm>

#include "engine/dossier/classification.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {

int ViewTable::column(const std::string& name) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.id == name; });
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

View::View(const Project& project, const Assessment& assessment)
    : project_(project), assessment_(assessment), values_(values_of(project, assessment)) {
  for (const auto add : {add_risk_tables, add_treatment_plan, add_factor_tables, add_description_tables,
                         add_purpose_tables, add_evidence_tables, add_coverage_tables, add_method_tables,
                         add_catalogue_tables, add_classification_tables, add_review_tables})
    add(project, assessment, tables_);
}

const ViewTable* View::table(const std::string& id) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const auto& one) { return one.id == id; });
  return found == tables_.end() ? nullptr : &*found;
}

std::string name_of_person(const Project& project, const std::string& id) {
  const auto* person = project.person(id);
  if (!person) return id;
  return !person->name.empty() ? person->name : !person->title.empty() ? person->title : person->id;
}

std::string title_of_subject(const walk::Facts& facts, walk::Subject subject) {
  const auto at = static_cast<std::size_t>(subject.index);
  switch (subject.scope) {
    case catalogue::Scope::system:
      return facts.system->name;
    case catalogue::Scope::element:
      return facts.elements[at]->title;
    case catalogue::Scope::flow: {
      const auto& flow = facts.system->flows[at];
      if (!flow.title.empty() && flow.title != flow.id.text) return flow.title;
      return facts.elements[static_cast<std::size_t>(facts.flow_from[at])]->title + " → " +
             facts.elements[static_cast<std::size_t>(facts.flow_to[at])]->title;
    }
  }
  return {};
}

std::string text_of_traits(const model::Traits& traits) {
  std::string text;
  for (const auto& [name, trait] : traits) {
    std::string values;
    for (const auto& value : trait.values) values += (values.empty() ? "" : ", ") + value;
    text += (text.empty() ? "" : "; ") + name;
    if (values == "false")
      text += ": no";
    else if (values != "true")
      text += ": " + values;
  }
  return text;
}

std::vector<const catalogue::Method*> methods_of(const Project& project) {
  std::vector<const catalogue::Method*> methods;
  for (const auto* method : {project.attack, project.hazard})
    if (method) methods.push_back(method);
  return methods;
}

}  // namespace assize::dossier
