// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/classification.h"

namespace assize::dossier {
namespace {

using cover::RegimeOutcome;
using cover::Truth;
using cover::Verdict;

std::string title_of(const std::vector<catalogue::Regime::Topic>& topics, const std::string& id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const auto& one) { return one.id == id; });
  return found == topics.end() ? id : found->title;
}

struct VerdictRow {
  const RegimeOutcome* outcome;
  const Verdict* verdict;
};

std::string because(const Verdict& verdict) {
  std::vector<std::string> texts;
  for (const auto& ground : verdict.grounds)
    texts.push_back(ground.says + (ground.because.empty() ? "" : " (" + ground.because + ")"));
  return join(texts, "; ");
}

std::string meaning(const Verdict& verdict) {
  const auto& finding = *verdict.finding;
  return verdict.truth == Truth::yes ? finding.says : verdict.truth == Truth::no ? finding.says_not : finding.matters;
}

ViewTable verdicts_table(const Assessment& assessment) {
  std::vector<VerdictRow> rows;
  for (const auto& outcome : assessment.system_class.regimes)
    for (const auto* verdicts : {&outcome.tiers, &outcome.roles, &outcome.classes, &outcome.gates})
      for (const auto& verdict : *verdicts) rows.push_back({&outcome, &verdict});
  const auto as_of = assessment.as_of;
  return table_of<VerdictRow>(
      "classification", "Classification", std::move(rows),
      {{{"law", "Law", 1.4}, [](const VerdictRow& row) { return text_cell(row.outcome->regime->id); }},
       {{"kind", "Kind", 0.7},
        [](const VerdictRow& row) { return text_cell(std::string(name_of(row.verdict->finding->kind))); }},
       {{"step", "Step", 1.2},
        [](const VerdictRow& row) {
          return text_cell(title_of(row.outcome->regime->steps, row.verdict->finding->step));
        }},
       {{"id", "Id", 1.2},
        [](const VerdictRow& row) {
          return with_source(text_cell(row.verdict->finding->id), row.verdict->finding->place);
        }},
       {{"title", "What is asked", 2.4}, [](const VerdictRow& row) { return text_cell(row.verdict->finding->title); }},
       {{"verdict", "Outcome", 0.8},
        [](const VerdictRow& row) {
          return with_tone(
              text_cell(row.verdict->asked ? std::string(cover::name_of(row.verdict->truth)) : "not asked"),
              row.verdict->truth == Truth::open ? Tone::gap : Tone::plain);
        }},
       {{"from", "Applies from", 1}, [](const VerdictRow& row) { return date_cell(row.verdict->from); }},
       {{"state", "Outcome", 1.4},
        [=](const VerdictRow& row) { return text_cell(text_of_verdict(*row.verdict, as_of)); }},
       {{"says", "What it means", 3}, [](const VerdictRow& row) { return text_cell(meaning(*row.verdict)); }},
       {{"because", "Because", 4}, [](const VerdictRow& row) { return text_cell(because(*row.verdict)); }},
       {{"cites", "Where the law says so", 1.6},
        [](const VerdictRow& row) { return list_cell(row.verdict->finding->cites); }},
       {{"mark", "Mark", 0.5}, [](const VerdictRow& row) { return text_cell(row.verdict->finding->mark); }}});
}

struct OpenRow {
  const RegimeOutcome* outcome;
  const cover::OpenQuestion* open;
};

std::string turns_text(const cover::OpenQuestion& open) {
  std::vector<std::string> texts;
  for (const auto& turn : open.turns)
    texts.push_back(join(turn.answers) + ": " +
                    (turn.decides.empty() ? "decides nothing by itself" : join(turn.decides)));
  return join(texts, "; ");
}

ViewTable open_table(const Assessment& assessment) {
  std::vector<OpenRow> rows;
  for (const auto& outcome : assessment.system_class.regimes)
    for (const auto& open : outcome.open) rows.push_back({&outcome, &open});
  return table_of<OpenRow>(
      "open-questions", "Questions of law without an answer", std::move(rows),
      {{{"law", "Law", 1}, [](const OpenRow& row) { return text_cell(row.outcome->regime->id); }},
       {{"question", "Question", 1.4},
        [](const OpenRow& row) { return text_cell(row.open->question ? row.open->question->id : row.open->standard); }},
       {{"text", "What is asked", 3},
        [](const OpenRow& row) {
          return text_cell(row.open->question ? row.open->question->text : "Is " + row.open->standard + " applied?");
        }},
       {{"matters", "Decides the class", 0.8}, [](const OpenRow& row) { return yes_no_cell(row.open->matters); }},
       {{"holds-up", "Keeps open", 2}, [](const OpenRow& row) { return list_cell(row.open->holds_up); }},
       {{"turns", "What turns on it", 4}, [](const OpenRow& row) { return text_cell(turns_text(*row.open)); }}});
}

struct ProvisionRow {
  const RegimeOutcome* outcome;
  const cover::ProvisionOutcome* provision;
};

ViewTable provisions_table(const Assessment& assessment) {
  std::vector<ProvisionRow> rows;
  for (const auto& outcome : assessment.system_class.regimes)
    for (const auto& topic : outcome.regime->topics)
      for (const auto& one : outcome.provisions)
        if (one.provision->topic == topic.id && one.applies != Truth::no) rows.push_back({&outcome, &one});
  const auto text = [](std::string id, std::string title, double width, std::string catalogue::Provision::*which) {
    return Field<ProvisionRow>{{std::move(id), std::move(title), width}, [which](const ProvisionRow& row) {
                                 return text_cell(row.provision->provision->*which);
                               }};
  };
  return table_of<ProvisionRow>(
      "provisions", "What holds beside the requirements", std::move(rows),
      {{{"law", "Law", 1}, [](const ProvisionRow& row) { return text_cell(row.outcome->regime->id); }},
       text("topic", "Topic", 1, &catalogue::Provision::topic),
       {{"topic-title", "Topic", 1.4},
        [](const ProvisionRow& row) {
          return text_cell(title_of(row.outcome->regime->topics, row.provision->provision->topic));
        }},
       {{"id", "Id", 1},
        [](const ProvisionRow& row) {
          return with_source(text_cell(row.provision->provision->id), row.provision->provision->place);
        }},
       text("title", "What", 2.6, &catalogue::Provision::title),
       text("says", "What holds", 3.4, &catalogue::Provision::says),
       {{"applies", "Applies", 0.7},
        [](const ProvisionRow& row) { return text_cell(std::string(cover::name_of(row.provision->applies))); }},
       {{"from", "Applies from", 1}, [](const ProvisionRow& row) { return date_cell(row.provision->from); }},
       text("period", "How long or how soon", 1.8, &catalogue::Provision::period),
       text("starts", "Starts with", 1.4, &catalogue::Provision::starts),
       text("to", "To whom", 1.4, &catalogue::Provision::to),
       {{"who", "Who", 1}, [](const ProvisionRow& row) { return list_cell(row.provision->provision->who); }},
       {{"date", "Date", 0.9}, [](const ProvisionRow& row) { return date_cell(row.provision->provision->date); }},
       {{"binding", "Binds", 0.6},
        [](const ProvisionRow& row) { return yes_no_cell(row.provision->provision->binding); }},
       {{"cites", "Where the law says so", 1.6},
        [](const ProvisionRow& row) { return list_cell(row.provision->provision->cites); }},
       text("mark", "Mark", 0.5, &catalogue::Provision::mark),
       text("source", "Source", 1.6, &catalogue::Provision::source),
       text("note", "Note", 2, &catalogue::Provision::note)});
}

struct PresumedRow {
  const RegimeOutcome* outcome;
  const cover::PresumedState* state;
};

ViewTable presumption_table(const Assessment& assessment) {
  std::vector<PresumedRow> rows;
  for (const auto& outcome : assessment.system_class.regimes)
    for (const auto& state : outcome.presumed) rows.push_back({&outcome, &state});
  return table_of<PresumedRow>(
      "presumption", "Presumption of conformity by standards", std::move(rows),
      {{{"law", "Law", 1}, [](const PresumedRow& row) { return text_cell(row.outcome->regime->id); }},
       {{"requirement", "Requirement", 1.2}, [](const PresumedRow& row) { return text_cell(row.state->requirement); }},
       {{"state", "State", 1},
        [](const PresumedRow& row) { return text_cell(std::string(cover::name_of(row.state->state))); }},
       {{"standard", "Standard", 1.4},
        [](const PresumedRow& row) { return text_cell(row.state->by ? row.state->by->standard : ""); }},
       {{"because", "Because", 4}, [](const PresumedRow& row) { return text_cell(row.state->because); }}});
}

}  // namespace

void add_classification_tables(const Project&, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(verdicts_table(assessment));
  tables.push_back(open_table(assessment));
  tables.push_back(provisions_table(assessment));
  tables.push_back(presumption_table(assessment));
}

}  // namespace assize::dossier
