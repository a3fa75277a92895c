// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/classification.h"

#include <algorithm>

#include "engine/cover/law.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using cover::RegimeOutcome;
using cover::TableOutcome;
using cover::Truth;
using cover::Verdict;

Record or_null(const std::string& text) { return text.empty() ? Record() : Record(text); }
Record day(const std::optional<input::Date>& date) { return date ? Record(to_text(*date)) : Record(); }

Record texts(const std::vector<std::string>& all) {
  Record::List list;
  for (const auto& one : all) list.emplace_back(one);
  return list;
}

bool is_open(const TableOutcome& outcome) {
  return outcome.used != Truth::no && !outcome.row && (outcome.used == Truth::open || !outcome.candidates.empty());
}

std::string word_of_body(const std::string& word) {
  if (word == "choice") return "only if Annex VII is chosen";
  if (word == "part") return "for the restricted part";
  if (word == "other-law") return "as the other law says";
  return word;
}

Record grounds_record(const std::vector<cover::Ground>& grounds) {
  Record::List list;
  for (const auto& ground : grounds)
    list.push_back(Record::Map{{"question", ground.question ? Record(ground.question->id) : Record()},
                               {"says", ground.says},
                               {"because", or_null(ground.because)},
                               {"by", or_null(ground.by)},
                               {"from-description", ground.from_description},
                               {"place", to_text(ground.place)}});
  return list;
}

Record verdict_record(const Verdict& verdict, input::Date as_of) {
  const auto& finding = *verdict.finding;
  Record::Map tells;
  for (const auto& [label, text] : finding.tells) tells.emplace_back(label, text);
  return Record::Map{
      {"id", finding.id},
      {"title", finding.title},
      {"step", or_null(finding.step)},
      {"truth", cover::name_of(verdict.truth)},
      {"asked", verdict.asked},
      {"from", day(verdict.from)},
      {"in-force", verdict.truth == Truth::yes ? Record(!verdict.from || *verdict.from <= as_of) : Record()},
      {"says", or_null(verdict.truth == Truth::yes  ? finding.says
                       : verdict.truth == Truth::no ? finding.says_not
                                                    : finding.matters)},
      {"cites", texts(finding.cites)},
      {"tells", std::move(tells)},
      {"mark", finding.mark},
      {"source", or_null(finding.source)},
      {"note", or_null(finding.note)},
      {"grounds", grounds_record(verdict.grounds)},
      {"place", to_text(finding.place)}};
}

Record verdicts_record(const std::vector<Verdict>& verdicts, input::Date as_of) {
  Record::List list;
  for (const auto& one : verdicts) list.push_back(verdict_record(one, as_of));
  return list;
}

Record row_record(const catalogue::DecisionTable::Row& row) {
  return Record::Map{{"id", row.id},
                     {"result", row.result},
                     {"says", or_null(row.says)},
                     {"notified-body", or_null(row.notified_body)},
                     {"who", or_null(row.who)},
                     {"cites", texts(row.cites)},
                     {"mark", row.mark},
                     {"note", or_null(row.note)},
                     {"place", to_text(row.place)}};
}

Record rows_record(const std::vector<const catalogue::DecisionTable::Row*>& rows) {
  Record::List list;
  for (const auto* row : rows) list.push_back(row_record(*row));
  return list;
}

Record table_record(const TableOutcome& outcome) {
  return Record::Map{{"id", outcome.table->id},
                     {"title", outcome.table->title},
                     {"decides", outcome.table->decides},
                     {"used", cover::name_of(outcome.used)},
                     {"row", outcome.row ? row_record(*outcome.row) : Record()},
                     {"candidates", rows_record(outcome.candidates)},
                     {"adds", rows_record(outcome.adds)},
                     {"open-adds", rows_record(outcome.open_adds)},
                     {"notified-body", or_null(notified_body_text(outcome))},
                     {"grounds", grounds_record(outcome.grounds)}};
}

Record provision_record(const cover::ProvisionOutcome& outcome) {
  const auto& one = *outcome.provision;
  return Record::Map{{"id", one.id},
                     {"topic", one.topic},
                     {"title", one.title},
                     {"says", or_null(one.says)},
                     {"applies", cover::name_of(outcome.applies)},
                     {"from", day(outcome.from)},
                     {"period", or_null(one.period)},
                     {"starts", or_null(one.starts)},
                     {"to", or_null(one.to)},
                     {"who", texts(one.who)},
                     {"exempts", texts(one.exempts)},
                     {"binding", one.binding},
                     {"date", day(one.date)},
                     {"cites", texts(one.cites)},
                     {"mark", one.mark},
                     {"source", or_null(one.source)},
                     {"note", or_null(one.note)},
                     {"place", to_text(one.place)}};
}

Record open_record(const cover::OpenQuestion& open) {
  Record::List choices, turns;
  if (open.question)
    for (const auto& choice : open.question->choices)
      choices.push_back(Record::Map{{"id", choice.id}, {"text", choice.text}, {"cites", texts(choice.cites)}});
  for (const auto& turn : open.turns)
    turns.push_back(Record::Map{{"answers", texts(turn.answers)}, {"decides", texts(turn.decides)}});
  return Record::Map{{"question", open.question ? Record(open.question->id) : Record()},
                     {"standard", or_null(open.standard)},
                     {"text", open.question ? Record(open.question->text) : Record()},
                     {"help", open.question ? or_null(open.question->help) : Record()},
                     {"choices", std::move(choices)},
                     {"cites", open.question ? texts(open.question->cites) : Record(Record::List{})},
                     {"matters", open.matters},
                     {"holds-up", texts(open.holds_up)},
                     {"turns", std::move(turns)}};
}

Record presumed_record(const cover::PresumedState& state) {
  return Record::Map{{"requirement", state.requirement},
                     {"state", cover::name_of(state.state)},
                     {"standard", state.by ? Record(state.by->standard) : Record()},
                     {"edition", state.by ? or_null(state.by->edition) : Record()},
                     {"because", state.because}};
}

Record contradiction_record(const cover::Contradiction& one) {
  return Record::Map{{"question", one.question->id},
                     {"answered", one.answered},
                     {"described", one.described},
                     {"because", one.known->says},
                     {"place", to_text(one.place)}};
}

}  // namespace

std::string text_of_verdict(const Verdict& verdict, input::Date as_of) {
  if (!verdict.asked) return "not asked";
  std::string text(cover::name_of(verdict.truth));
  if (verdict.from && as_of < *verdict.from) text += ", applies from " + to_text(*verdict.from);
  return text;
}

std::string outcome_text(const RegimeOutcome& outcome, input::Date as_of) {
  std::vector<std::string> yes, open;
  for (const auto& tier : outcome.tiers) {
    if (tier.truth == Truth::yes)
      yes.push_back(tier.finding->title +
                    (tier.from && as_of < *tier.from ? " (applies from " + to_text(*tier.from) + ")" : std::string()));
    if (tier.truth == Truth::open) open.push_back(tier.finding->title);
  }
  if (!outcome.any_answer && yes.empty()) return "open: no question of the law is answered";
  if (yes.empty() && open.empty()) return "none of the classes of the law";
  return join(yes) + (open.empty() ? "" : (yes.empty() ? "open: " : "; open: ") + join(open));
}

std::string text_of_row(const TableOutcome& outcome) {
  if (outcome.used == Truth::no) return "not used";
  if (!outcome.row) {
    std::vector<std::string> may;
    for (const auto* row : outcome.candidates)
      if (std::find(may.begin(), may.end(), row->result) == may.end()) may.push_back(row->result);
    return is_open(outcome) ? "open: " + join(may, " / ") : "no row fits";
  }
  return outcome.row->result;
}

std::string notified_body_text(const TableOutcome& outcome) {
  if (!outcome.row || outcome.row->notified_body.empty()) return {};
  auto text = word_of_body(outcome.row->notified_body);
  for (const auto* row : outcome.adds) {
    if (!row->who.empty()) text += ", the " + row->who;
    if (!row->notified_body.empty()) text += ", " + word_of_body(row->notified_body);
  }
  return text;
}

std::string route_text(const RegimeOutcome& outcome) {
  std::vector<std::string> routes;
  for (const auto& table : outcome.tables) {
    if (!table.table->decides || table.used == Truth::no) continue;
    const auto body = notified_body_text(table);
    routes.push_back(text_of_row(table) + (body.empty() ? "" : "; notified body: " + body));
  }
  return join(routes, "; ");
}

std::string roles_text(const RegimeOutcome& outcome) {
  std::vector<std::string> yes, open;
  for (const auto& role : outcome.roles) {
    if (role.truth == Truth::yes) yes.push_back(role.finding->title);
    if (role.truth == Truth::open) open.push_back(role.finding->title);
  }
  if (yes.empty() && open.size() == outcome.roles.size()) return outcome.roles.empty() ? "none" : "open";
  return (yes.empty() ? "none" : join(yes)) + (open.empty() ? "" : "; open: " + join(open));
}

void add_classification_values(const Assessment& assessment, std::map<std::string, std::string>& values) {
  const auto& regimes = assessment.system_class.regimes;
  const auto told = [&](const auto& text) {
    std::vector<std::string> all;
    for (const auto& one : regimes)
      if (const auto own = text(one); !own.empty())
        all.push_back((regimes.size() > 1 ? one.regime->title + ": " : std::string()) + own);
    return join(all, "; ");
  };
  values["classification"] = regimes.empty()
                                 ? "not classified: no law is loaded"
                                 : told([&](const auto& one) { return outcome_text(one, assessment.as_of); });
  values["classification.route"] = told([](const auto& one) { return route_text(one); });
  values["classification.roles"] = told([](const auto& one) { return roles_text(one); });
  values["classification.law"] = told([](const auto& one) { return one.regime->title; });
  values["classification.open"] = told([](const auto& one) {
    return std::to_string(
        std::count_if(one.open.begin(), one.open.end(), [](const auto& question) { return question.matters; }));
  });
}

Record classification_record(const Assessment& assessment) {
  Record::List regimes;
  for (const auto& outcome : assessment.system_class.regimes) {
    Record::List tables, provisions, presumed, open, contradictions;
    for (const auto& one : outcome.tables) tables.push_back(table_record(one));
    for (const auto& one : outcome.provisions) provisions.push_back(provision_record(one));
    for (const auto& one : outcome.presumed) presumed.push_back(presumed_record(one));
    for (const auto& one : outcome.open) open.push_back(open_record(one));
    for (const auto& one : outcome.contradictions) contradictions.push_back(contradiction_record(one));
    regimes.push_back(Record::Map{{"id", outcome.regime->id},
                                  {"title", outcome.regime->title},
                                  {"state", or_null(outcome.regime->state)},
                                  {"outcome", outcome_text(outcome, assessment.as_of)},
                                  {"answered", outcome.any_answer},
                                  {"answers", grounds_record(outcome.answers)},
                                  {"open", outcome.is_open()},
                                  {"barred", outcome.is_barred()},
                                  {"tiers", verdicts_record(outcome.tiers, assessment.as_of)},
                                  {"roles", verdicts_record(outcome.roles, assessment.as_of)},
                                  {"classes", verdicts_record(outcome.classes, assessment.as_of)},
                                  {"gates", verdicts_record(outcome.gates, assessment.as_of)},
                                  {"tables", std::move(tables)},
                                  {"provisions", std::move(provisions)},
                                  {"presumption", std::move(presumed)},
                                  {"open-questions", std::move(open)},
                                  {"contradictions", std::move(contradictions)}});
  }
  return regimes;
}

Record classification_head(const Assessment& assessment) {
  Record::List regimes;
  for (const auto& outcome : assessment.system_class.regimes)
    regimes.push_back(Record::Map{{"regime", outcome.regime->id},
                                  {"outcome", outcome_text(outcome, assessment.as_of)},
                                  {"roles", roles_text(outcome)},
                                  {"route", or_null(route_text(outcome))},
                                  {"open", outcome.is_open()}});
  return regimes;
}

}  // namespace assize::dossier
