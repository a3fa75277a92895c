// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/cover/law.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/classification.h"

namespace assize::dossier {
namespace {

using catalogue::LegalTest;
using catalogue::LegalWord;
using cover::RegimeOutcome;
using cover::Truth;
using cover::Verdict;

bool asks_for(const LegalTest& test, const std::string& question) {
  if ((test.word == LegalWord::answer || test.word == LegalWord::above || test.word == LegalWord::before) &&
      test.name == question)
    return true;
  return std::any_of(test.parts.begin(), test.parts.end(), [&](const auto& part) { return asks_for(part, question); });
}

std::string with_cites(const std::string& text, const std::vector<std::string>& cites) {
  return cites.empty() ? text : text + "  (" + join(cites) + ")";
}

Explanation of_verdict(const Verdict& verdict, input::Date as_of) {
  const auto& finding = *verdict.finding;
  Explanation one{with_cites(std::string(name_of(finding.kind)) + " " + finding.id + ", " + finding.title + ": " +
                                 text_of_verdict(verdict, as_of),
                             finding.cites),
                  to_text(finding.place),
                  {}};
  const auto& says = verdict.truth == Truth::yes  ? finding.says
                     : verdict.truth == Truth::no ? finding.says_not
                                                  : finding.matters;
  if (!says.empty()) one.because.push_back({says, "", {}});
  return one;
}

Explanation of_ground(const cover::Ground& ground) {
  Explanation one{ground.says, to_text(ground.place), {}};
  if (!ground.because.empty())
    one.because.push_back({(ground.from_description ? "from the description: " : "because ") + ground.because, "", {}});
  if (!ground.by.empty()) one.because.push_back({"answered by " + ground.by, "", {}});
  return one;
}

Explanation explain_question(const catalogue::Question& question, const RegimeOutcome& outcome, input::Date as_of) {
  Explanation whole{with_cites(question.id + ": " + question.text, question.cites), to_text(question.place), {}};
  if (!question.help.empty()) whole.because.push_back({question.help, "", {}});
  Explanation choices{"it can be answered with", "", {}};
  for (const auto& choice : question.choices)
    choices.because.push_back({with_cites(choice.id + ": " + choice.text, choice.cites), "", {}});
  if (!choices.because.empty()) whole.because.push_back(std::move(choices));
  Explanation asked{"what asks for it", "", {}};
  const cover::Ground* answer = nullptr;
  for (const auto* verdicts : {&outcome.gates, &outcome.roles, &outcome.classes, &outcome.tiers})
    for (const auto& verdict : *verdicts)
      if (asks_for(verdict.finding->test, question.id)) asked.because.push_back(of_verdict(verdict, as_of));
  for (const auto& one : outcome.answers)
    if (one.question == &question) answer = &one;
  if (answer) whole.because.push_back(of_ground(*answer));
  for (const auto& one : outcome.contradictions)
    if (one.question == &question)
      whole.because.push_back({"the description says otherwise, " + one.described + ": " + one.known->says,
                               to_text(one.reasons.empty() ? one.known->place : one.reasons.front().place),
                               {}});
  for (const auto& open : outcome.open)
    if (open.question == &question) {
      Explanation turns{"it is not answered; what turns on it", "", {}};
      for (const auto& turn : open.turns)
        turns.because.push_back(
            {join(turn.answers) + ": " + (turn.decides.empty() ? "decides nothing by itself" : join(turn.decides)),
             "",
             {}});
      turns.because.push_back({"it keeps open: " + join(open.holds_up), "", {}});
      whole.because.push_back(std::move(turns));
    }
  if (!asked.because.empty()) whole.because.push_back(std::move(asked));
  return whole;
}

Explanation explain_verdict(const Verdict& verdict, input::Date as_of) {
  auto whole = of_verdict(verdict, as_of);
  for (const auto& [label, text] : verdict.finding->tells) whole.because.push_back({label + ": " + text, "", {}});
  if (!verdict.finding->note.empty()) whole.because.push_back({"note: " + verdict.finding->note, "", {}});
  Explanation answers{verdict.truth == Truth::open ? "what is answered" : "what decides it", "", {}};
  for (const auto& ground : verdict.grounds) answers.because.push_back(of_ground(ground));
  if (!answers.because.empty()) whole.because.push_back(std::move(answers));
  return whole;
}

}  // namespace

std::optional<Explanation> explain_classification(const Project& project, const Assessment& assessment,
                                                  const std::string& id) {
  const auto split = id.find(':');
  for (const auto& outcome : assessment.system_class.regimes) {
    for (const auto* verdicts : {&outcome.tiers, &outcome.classes, &outcome.roles, &outcome.gates})
      for (const auto& verdict : *verdicts) {
        const auto kind = name_of(verdict.finding->kind);
        if (verdict.finding->id == id ||
            (split != id.npos && id.substr(0, split) == kind && id.substr(split + 1) == verdict.finding->id))
          return explain_verdict(verdict, assessment.as_of);
      }
    if (const auto* question = project.catalogue.question(id); question && question->regime == outcome.regime->id)
      return explain_question(*question, outcome, assessment.as_of);
  }
  return std::nullopt;
}

}  // namespace assize::dossier
