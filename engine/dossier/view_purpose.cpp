// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

ViewTable people_table(const Project& project) {
  using Row = const Person*;
  return table_of<Row>("people-and-roles", "People and roles", pointers(project.settings.people),
                       {{{"id", "Id", 1}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
                        {{"name", "Name", 1.6}, [](Row row) { return text_cell(row->name); }},
                        {{"title", "Function", 2}, [](Row row) { return text_cell(row->title); }},
                        {{"role", "Role in this assessment", 1.2}, [](Row row) { return text_cell(row->role); }}});
}

ViewTable agents_table(const Project& project) {
  using Row = const model::Agent*;
  return table_of<Row>(
      "agents", "Threat agents", pointers(project.system.agents),
      {{{"id", "Id", 1}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
       {{"title", "Who", 2}, [](Row row) { return text_cell(row->title.empty() ? row->id : row->title); }},
       {{"motivation", "Motivation", 1}, [](Row row) { return text_cell(row->motivation); }},
       {{"capability", "Capability", 1}, [](Row row) { return text_cell(row->capability); }},
       {{"access", "Access", 1}, [](Row row) { return text_cell(row->access); }},
       {{"families", "Threat families", 1.6},
        [](Row row) { return row->families.empty() ? text_cell("all") : list_cell(row->families); }},
       {{"because", "Because", 2.6}, [](Row row) { return text_cell(row->because); }}});
}

ViewTable harms_table(const Project& project) {
  using Row = const model::Harm*;
  return table_of<Row>("harms", "Harms to people, society and the organisation", pointers(project.system.harms),
                       {{{"id", "Id", 0.8}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
                        {{"who", "Who", 1}, [](Row row) { return text_cell(row->who); }},
                        {{"what", "What happens", 3}, [](Row row) { return text_cell(row->what); }},
                        {{"when", "When", 2},
                         [](Row row) {
                           std::vector<std::string> parts;
                           for (const auto& when : row->when)
                             parts.push_back(when.objective.text + " of " + when.element.text);
                           return list_cell(parts);
                         }},
                        {{"rating", "Rating", 0.6, true}, [](Row row) { return integer_cell(row->rating); }},
                        {{"because", "Because", 2}, [](Row row) { return text_cell(row->because); }}});
}

ViewTable assumptions_table(const Project& project) {
  using Row = const model::Assumption*;
  return table_of<Row>("assumptions", "Assumptions", pointers(project.system.assumptions),
                       {{{"id", "Id", 0.8}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
                        {{"says", "What is taken for granted", 4}, [](Row row) { return text_cell(row->says); }},
                        {{"owner", "Who must see to it", 1.4}, [](Row row) { return text_cell(row->owner); }}});
}

/// A list of sentences as a table of one column.
ViewTable sentences(std::string id, const std::string& title, const std::vector<std::string>& all) {
  using Row = const std::string*;
  return table_of<Row>(std::move(id), title, pointers(all),
                       {{{"says", title, 4}, [](Row row) { return text_cell(*row); }}});
}

struct PersonRow {
  std::string part, who, kind;
};

ViewTable users_table(const Project& project, const Assessment& assessment) {
  const auto& facts = assessment.facts;
  std::vector<PersonRow> rows;
  const auto add = [&](const std::string& part, const std::vector<input::Said<std::string>>& names) {
    for (const auto& name : names) {
      const auto found = facts.element_index.find(name.value);
      if (found == facts.element_index.end()) {
        rows.push_back({part, name.value, ""});
      } else {
        const auto& element = *facts.elements[static_cast<std::size_t>(found->second)];
        rows.push_back({part, element.title, element.says});
      }
    }
  };
  add("uses it", project.system.purpose.users);
  add("is affected by it", project.system.purpose.affected);
  return table_of<PersonRow>("users-and-affected", "Who uses it and who is affected", std::move(rows),
                             {{{"part", "Part", 1}, [](const PersonRow& row) { return text_cell(row.part); }},
                              {{"who", "Who", 2}, [](const PersonRow& row) { return text_cell(row.who); }},
                              {{"says", "Description", 3}, [](const PersonRow& row) { return text_cell(row.kind); }}});
}

ViewTable versions_table(const Project& project) {
  using Row = const model::EarlierVersion*;
  return table_of<Row>("earlier-versions", "Earlier versions", pointers(project.system.earlier),
                       {{{"version", "Version", 0.8}, [](Row row) { return text_cell(row->version); }},
                        {{"date", "Released", 1},
                         [](Row row) {
                           const auto date = input::parse_date(row->date);
                           return date ? date_cell(date) : text_cell(row->date);
                         }},
                        {{"changes", "What was different", 4}, [](Row row) { return text_cell(row->changes); }}});
}

struct AnswerRow {
  std::string question, answer, because, by;
  input::Place place;
};

std::string text_of_answer(const model::Answer& answer) {
  std::vector<std::string> texts;
  for (const auto& one : answer.values)
    texts.push_back(one.value == "true" ? "yes" : one.value == "false" ? "no" : one.value);
  return join(texts);
}

ViewTable answers_table(const Project& project) {
  const auto* all = &project;
  std::vector<AnswerRow> rows;
  for (const auto& [question, answer] : project.system.facts)
    rows.push_back({question, text_of_answer(answer), answer.because, answer.by.value, answer.place});
  return table_of<AnswerRow>(
      "answers", "Answers to questions of law", std::move(rows),
      {{{"question", "Question", 2}, [](const AnswerRow& row) { return text_cell(row.question); }},
       {{"answer", "Answer", 1}, [](const AnswerRow& row) { return with_source(text_cell(row.answer), row.place); }},
       {{"because", "Because", 4}, [](const AnswerRow& row) { return text_cell(row.because); }},
       {{"by", "Answered by", 1.2},
        [all](const AnswerRow& row) { return text_cell(row.by.empty() ? "" : name_of_person(*all, row.by)); }}});
}

}  // namespace

void add_purpose_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(people_table(project));
  tables.push_back(agents_table(project));
  tables.push_back(harms_table(project));
  tables.push_back(assumptions_table(project));
  tables.push_back(sentences("environment", "What surrounds the system", project.system.environment));
  tables.push_back(sentences("misuse", "Foreseeable misuse", project.system.purpose.misuse));
  tables.push_back(sentences("excluded", "Excluded uses", project.system.purpose.excluded));
  tables.push_back(users_table(project, assessment));
  tables.push_back(versions_table(project));
  tables.push_back(answers_table(project));
}

}  // namespace assize::dossier
