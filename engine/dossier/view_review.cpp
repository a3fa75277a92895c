// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"
#include "engine/review/review.h"

namespace assize::dossier {
namespace {

using review::Finding;

std::string name_of_reviewer(const review::Review& review, const std::string& id) {
  for (const auto& person : review.team)
    if (person.id == id) return person.name.empty() ? person.title : person.name;
  return id;
}

std::string title_of_requirement(const Project& project, const std::string& id) {
  if (const auto* requirement = project.catalogue.requirement(id)) return requirement->title;
  if (const auto* control = project.catalogue.control(id)) return control->title;
  return {};
}

Tone tone_of(const Finding& finding, input::Date day) {
  if (!stands_against(finding, day)) return Tone::plain;
  return finding.weight == Finding::Weight::major ? Tone::critical : Tone::major;
}

template <class Entry>
const Entry* last_until(const std::vector<Entry>& entries, input::Date day) {
  const Entry* last = nullptr;
  for (const auto& one : entries)
    if (one.on <= day) last = &one;
  return last;
}

ViewTable findings_table(const Project& project, const Assessment& assessment) {
  using Row = const Finding*;
  const auto* all = &project;
  const auto day = assessment.as_of;
  const auto answer = [day](Row row) { return last_until(row->answers, day); };
  const auto evaluation = [day](Row row) { return last_until(row->evaluations, day); };
  return table_of<Row>(
      "findings", "Findings of the review", pointers(project.review.findings),
      {{{"id", "Finding", 0.8},
        [](Row row) { return with_source(with_anchor(text_cell(row->id), "finding:" + row->id), row->place); }},
       {{"weight", "Weight", 0.9},
        [=](Row row) { return with_tone(text_cell(std::string(name_of(row->weight))), tone_of(*row, day)); }},
       {{"requirement", "Requirement", 1.4},
        [](Row row) { return with_link(text_cell(row->requirement.value), "requirement:" + row->requirement.value); }},
       {{"requirement-title", "Title", 2.2},
        [=](Row row) { return text_cell(title_of_requirement(*all, row->requirement.value)); }},
       {{"document", "Document", 1.4}, [](Row row) { return text_cell(row->document); }},
       {{"section", "Section", 0.8}, [](Row row) { return text_cell(row->section); }},
       {{"page", "On page", 0.6}, [](Row row) { return text_cell(row->page); }},
       {{"says", "What was found", 3}, [](Row row) { return text_cell(row->says); }},
       {{"missing", "What is missing", 3}, [](Row row) { return text_cell(row->missing); }},
       {{"round", "Round", 0.5, true}, [](Row row) { return integer_cell(row->round); }},
       {{"on", "Raised on", 0.9}, [](Row row) { return date_cell(row->on); }},
       {{"by", "Raised by", 1.2}, [=](Row row) { return text_cell(name_of_reviewer(all->review, row->by.value)); }},
       {{"due", "Answer due", 0.9}, [](Row row) { return date_cell(row->due); }},
       {{"state", "State", 0.9},
        [=](Row row) {
          return with_tone(text_cell(std::string(name_of(state_on(*row, day)))),
                           stands_against(*row, day) ? Tone::gap : Tone::plain);
        }},
       {{"answer", "Answer of the provider", 2.6},
        [=](Row row) { return answer(row) ? text_cell(answer(row)->says) : text_cell(""); }},
       {{"answered-on", "Answered on", 0.9},
        [=](Row row) { return answer(row) ? date_cell(answer(row)->on) : date_cell({}); }},
       {{"answer-evidence", "Evidence with the answer", 1.2},
        [=](Row row) {
          std::vector<std::string> ids;
          if (answer(row))
            for (const auto& named : answer(row)->evidence) ids.push_back(named.value);
          return list_cell(ids);
        }},
       {{"evaluation", "Evaluation", 2.2},
        [=](Row row) { return evaluation(row) ? text_cell(evaluation(row)->says) : text_cell(""); }},
       {{"evaluated-on", "Evaluated on", 0.9},
        [=](Row row) { return evaluation(row) ? date_cell(evaluation(row)->on) : date_cell({}); }},
       {{"stands-against", "Stands against", 0.7}, [=](Row row) { return yes_no_cell(stands_against(*row, day)); }}});
}

ViewTable verdicts_table(const Project& project) {
  using Row = const review::Verdict*;
  const auto* all = &project;
  return table_of<Row>(
      "verdicts", "Verdicts of the review", pointers(project.review.verdicts),
      {{{"requirement", "Requirement", 1.4},
        [](Row row) {
          return with_source(with_link(text_cell(row->requirement.value), "requirement:" + row->requirement.value),
                             row->place);
        }},
       {{"title", "Title", 2.4},
        [=](Row row) { return text_cell(title_of_requirement(*all, row->requirement.value)); }},
       {{"checks", "What a reviewer checks", 2.6},
        [=](Row row) {
          const auto* requirement = all->catalogue.requirement(row->requirement.value);
          return text_cell(requirement ? requirement->checks : "");
        }},
       {{"verdict", "Verdict", 1},
        [](Row row) {
          using Result = review::Verdict::Result;
          const auto tone = row->result == Result::met                                        ? Tone::good
                            : row->result == Result::not_met || row->result == Result::partly ? Tone::gap
                                                                                              : Tone::plain;
          return with_tone(text_cell(std::string(name_of(row->result))), tone);
        }},
       {{"because", "Because", 2.6}, [](Row row) { return text_cell(row->because); }},
       {{"by", "By", 1.2}, [=](Row row) { return text_cell(name_of_reviewer(all->review, row->by.value)); }},
       {{"on", "On", 0.9}, [](Row row) { return date_cell(row->on); }}});
}

/// Requirements that apply and on which the review has no verdict: nothing is passed over in silence.
ViewTable unjudged_table(const Project& project, const Assessment& assessment) {
  using Row = const cover::Coverage*;
  std::vector<Row> rows;
  if (!project.review.id.empty())
    for (const auto& coverage : assessment.coverage) {
      if (!coverage.requirement || coverage.applies.applies != cover::Truth::yes || coverage.excluded) continue;
      if (coverage.requirement->kind != "obligation" && coverage.requirement->kind != "content-item") continue;
      const auto judged = [&](const auto& verdict) { return verdict.requirement.value == coverage.id; };
      if (std::none_of(project.review.verdicts.begin(), project.review.verdicts.end(), judged))
        rows.push_back(&coverage);
    }
  return table_of<Row>(
      "unjudged", "Requirements without a verdict", std::move(rows),
      {{{"id", "Requirement", 1.4}, [](Row row) { return with_link(text_cell(row->id), "requirement:" + row->id); }},
       {{"title", "Title", 3}, [](Row row) { return text_cell(row->title); }},
       {{"pack", "Pack", 0.8}, [](Row row) { return text_cell(row->pack); }},
       {{"state", "State", 1.4}, [](Row row) { return with_tone(text_cell(text_of_met(*row)), tone_of_met(*row)); }},
       {{"checks", "What a reviewer checks", 3}, [](Row row) { return text_cell(row->requirement->checks); }}});
}

ViewTable team_table(const Project& project) {
  using Row = const review::Reviewer*;
  return table_of<Row>("review-team", "Who reviews", pointers(project.review.team),
                       {{{"id", "Id", 0.8}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
                        {{"name", "Name", 1.6}, [](Row row) { return text_cell(row->name); }},
                        {{"title", "Function", 2}, [](Row row) { return text_cell(row->title); }}});
}

ViewTable conditions_table(const Project& project) {
  using Row = const std::string*;
  return table_of<Row>("review-conditions", "Conditions", pointers(project.review.conditions),
                       {{{"says", "Condition", 4}, [](Row row) { return text_cell(*row); }}});
}

}  // namespace

void add_review_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(findings_table(project, assessment));
  tables.push_back(verdicts_table(project));
  tables.push_back(unjudged_table(project, assessment));
  tables.push_back(team_table(project));
  tables.push_back(conditions_table(project));
}

void add_review_values(const Project& project, const Assessment& assessment,
                       std::map<std::string, std::string>& values) {
  const auto& review = project.review;
  values["review.id"] = review.id;
  values["review.body"] = review.body;
  values["review.number"] = review.number;
  values["review.address"] = review.address;
  values["review.document"] = review.document;
  values["review.version"] = review.version;
  values["review.received"] = review.received ? to_text(*review.received) : "";
  values["review.procedure"] = review.procedure;
  values["review.round"] = review.id.empty() ? "" : std::to_string(review.round);
  values["review.outcome"] = review.outcome;
  values["review.recommendation"] = review.recommendation;
  const auto count = [&](const std::string& name, auto fits) {
    values["count.findings" + name] =
        std::to_string(std::count_if(review.findings.begin(), review.findings.end(), fits));
  };
  const auto day = assessment.as_of;
  count("", [](const auto&) { return true; });
  count(".against", [&](const auto& finding) { return stands_against(finding, day); });
  count(".overdue", [&](const auto& finding) { return state_on(finding, day) == review::State::overdue; });
  count(".closed", [&](const auto& finding) { return state_on(finding, day) == review::State::closed; });
  for (const auto weight :
       {Finding::Weight::major, Finding::Weight::minor, Finding::Weight::question, Finding::Weight::observation})
    count("." + std::string(name_of(weight)), [=](const auto& finding) { return finding.weight == weight; });
  values["count.verdicts"] = std::to_string(review.verdicts.size());
}

}  // namespace assize::dossier
