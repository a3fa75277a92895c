// SPDX-License-Identifier: Apache-2.0
// The plan as a workbook that people fill in and hand back: a row for each risk, treated or not, its decision in the
// words of treatments.yaml. exchange/import_treatments reads it by the ids of these columns.
#include <iterator>

#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;
using treat::Row;
using PlanField = Field<const Row*>;
using Acceptance = treat::Treatment::Acceptance;

const analyse::Risk& risk_of(const Row* row) { return *row->risk; }

std::vector<std::string> ids_of_people(const Project& project) {
  std::vector<std::string> ids;
  for (const auto& person : project.settings.people) ids.push_back(person.id);
  return ids;
}

/// What the treatment of a row says; empty where there is none.
template <class What>
auto treated(What what) {
  return [what](const Row* row) { return row->treatment ? what(*row->treatment) : text_cell(""); };
}
template <class What>
auto accepted(What what) {
  return treated([what](const auto& one) { return one.accepted ? what(*one.accepted) : text_cell(""); });
}

Cell ids_cell(const std::vector<input::Said<std::string>>& said) {
  std::vector<std::string> ids;
  for (const auto& one : said) ids.push_back(one.value);
  return list_cell(ids);
}

/// What is known of the risk: nobody writes here.
std::vector<PlanField> given_fields(const Project& project, const Assessment& assessment) {
  const auto* found = &assessment;
  const auto classes = titles_of_classes(project);
  return {{{"risk", "Risk", 2},
           [](const Row* row) {
             auto cell = with_anchor(text_cell(risk_of(row).id), risk_of(row).id);
             return row->treatment ? with_source(cell, row->treatment->place) : cell;
           }},
          {{"title", "What can happen", 2.4},
           [](const Row* row) { return text_cell(risk_of(row).scenario.threat->title); }},
          {{"element", "Element", 1.4},
           [found](const Row* row) {
             const auto name = found->facts.name_of(risk_of(row).scenario.subject);
             return with_link(text_cell(name), "element:" + name);
           }},
          {{"inherent", "Inherent", 1.1, false, classes},
           [](const Row* row) { return class_cell(risk_of(row), At::inherent); }},
          {{"evidenced", "Evidenced", 1.1, false, classes},
           [](const Row* row) { return class_cell(risk_of(row), At::evidenced); }}};
}

/// What is decided.
std::vector<PlanField> decided_fields(const Project& project) {
  using Edit = Column::Edit;
  const auto people = ids_of_people(project);
  return {{{"option", "Option", 1.2, false, names_of_options(), Edit::names},
           treated([](const auto& one) { return text_cell(one.option); })},
          {{"owner", "Owner", 1.3, false, people, Edit::names},
           treated([](const auto& one) { return text_cell(one.owner.value); })},
          {{"due", "Due", 1.1, false, {}, Edit::day}, treated([](const auto& one) { return date_cell(one.due); })},
          {{"by", "By", 1.4, false, {}, Edit::names}, treated([](const auto& one) { return ids_cell(one.by); })},
          {{"because", "Because", 2.4, false, {}, Edit::prose},
           treated([](const auto& one) { return text_cell(one.because); })},
          {{"accepted-by", "Accepted by", 1.3, false, people, Edit::names},
           accepted([](const Acceptance& one) { return text_cell(one.by.value); })},
          {{"accepted-on", "Accepted on", 1.1, false, {}, Edit::day},
           accepted([](const Acceptance& one) { return date_cell(one.on); })},
          {{"accepted-until", "Accepted until", 1.1, false, {}, Edit::day},
           accepted([](const Acceptance& one) { return date_cell(one.until); })},
          {{"accepted-level",
            "Accepted level",
            1.1,
            false,
            {std::begin(treat::accepted_levels), std::end(treat::accepted_levels)},
            Edit::names},
           accepted([](const Acceptance& one) { return text_cell(one.level); })},
          {{"accepted-because", "Accepted because", 2.4, false, {}, Edit::prose},
           accepted([](const Acceptance& one) { return text_cell(one.because); })}};
}

}  // namespace

std::vector<std::string> names_of_options() { return {std::begin(treat::options), std::end(treat::options)}; }

void add_treatment_plan(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  auto fields = given_fields(project, assessment);
  auto decided = decided_fields(project);
  fields.insert(fields.end(), std::make_move_iterator(decided.begin()), std::make_move_iterator(decided.end()));
  tables.push_back(table_of<const Row*>("treatment-plan", "Treatment plan", pointers(assessment.risk_register.rows),
                                        std::move(fields)));
}

}  // namespace assize::dossier
