// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/classify.h"

#include <algorithm>

#include "engine/cover/law.h"
#include "engine/cover/what_turns.h"

namespace assize::cover {
namespace {

using catalogue::LegalFinding;
using catalogue::Question;
using Kind = LegalFinding::Kind;

KnownAnswer known_of(const model::Answer& answer) {
  KnownAnswer known;
  for (const auto& one : answer.values) known.values.push_back(one.value);
  known.number = answer.number;
  if (known.values.size() == 1) known.date = input::parse_date(known.values.front());
  known.because = answer.because;
  known.by = answer.by.value;
  known.place = answer.place;
  return known;
}

/// The deepest line of the description that a reason rests on.
const input::Place& line_of(const walk::Reasons& reasons, const input::Place& otherwise) {
  if (reasons.empty()) return otherwise;
  const auto& first = reasons.front();
  return first.because.empty() ? first.place : line_of(first.because, first.place);
}

/// What persons have answered, and what the description answers where nobody has; where both do and differ, the person
/// counts and the contradiction is told.
class Knowing {
 public:
  Knowing(const catalogue::Catalogue& catalogue, const Answers& answers, const walk::Facts& facts)
      : facts_(facts), answers_(answers) {
    for (const auto& question : catalogue.questions) add(question);
  }
  KnownAnswers known;
  std::vector<Contradiction> contradictions;

 private:
  void add(const Question& question) {
    const auto said = answers_.find(question.id);
    if (said != answers_.end() && !said->second.values.empty()) known[question.id] = known_of(said->second);
    for (const auto& one : question.known) {
      if (!walk::holds(one.when, {catalogue::Scope::system, 0}, facts_)) continue;
      auto reasons = walk::why(one.when, {catalogue::Scope::system, 0}, facts_);
      if (said != answers_.end()) {
        if (contradicts(question, known[question.id].values, one.answer))
          contradictions.push_back({&question, &one, text_of_answer(question, known[question.id].values),
                                    text_of_answer(question, one.answer), said->second.place, std::move(reasons)});
        continue;
      }
      if (question.type == Question::Type::choice && one.answer.size() > 1) continue;  // One of these: leaves it open.
      auto& described = known[question.id];
      if (!described.values.empty() && question.type != Question::Type::choices) continue;  // The first that holds.
      for (const auto& value : one.answer)
        if (std::find(described.values.begin(), described.values.end(), value) == described.values.end())
          described.values.push_back(value);
      described.from_description = true;
      described.because = one.says;
      described.place = line_of(reasons, one.place);
    }
  }

  static bool contradicts(const Question& question, const std::vector<std::string>& answered,
                          const std::vector<std::string>& described) {
    if (question.type == Question::Type::choice)  // Several are described: one of them must be answered.
      return answered.empty() || std::find(described.begin(), described.end(), answered.front()) == described.end();
    if (question.type != Question::Type::choices) return answered != described;
    return std::any_of(described.begin(), described.end(), [&](const auto& value) {
      return std::find(answered.begin(), answered.end(), value) == answered.end();
    });
  }

  const walk::Facts& facts_;
  const Answers& answers_;
};

Verdict verdict_of(const catalogue::Regime& regime, std::size_t at, Law& law) {
  const auto value = law.value(at);
  return {&regime.findings[at], value.truth, law.stopped(at) != Truth::yes, value.from, law.grounds(at)};
}

std::vector<Verdict>& of_kind(RegimeOutcome& outcome, Kind kind) {
  return kind == Kind::gate     ? outcome.gates
         : kind == Kind::role   ? outcome.roles
         : kind == Kind::class_ ? outcome.classes
                                : outcome.tiers;
}

}  // namespace

const Verdict* RegimeOutcome::find(Kind kind, const std::string& id) const {
  const auto& all = kind == Kind::gate ? gates : kind == Kind::role ? roles : kind == Kind::class_ ? classes : tiers;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.finding->id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool RegimeOutcome::is_open() const {
  return std::any_of(open.begin(), open.end(), [](const auto& one) { return one.matters; });
}

bool RegimeOutcome::is_barred() const {
  return std::any_of(tiers.begin(), tiers.end(),
                     [](const auto& one) { return one.finding->bars && one.truth == Truth::yes; });
}

const RegimeOutcome* SystemClass::governing(const std::string& pack) const {
  for (const auto& one : regimes)
    if (std::find(one.regime->governs.begin(), one.regime->governs.end(), pack) != one.regime->governs.end())
      return &one;
  return nullptr;
}

SystemClass classify(const catalogue::Catalogue& catalogue, const Answers& answers,
                     const std::vector<AppliedStandard>& standards, const walk::Facts& facts, input::Date as_of) {
  SystemClass made;
  if (catalogue.regimes.empty()) return made;
  const Knowing knowing(catalogue, answers, facts);
  for (const auto& regime : catalogue.regimes) {
    RegimeOutcome outcome;
    outcome.regime = &regime;
    outcome.any_answer = std::any_of(regime.questions.begin(), regime.questions.end(),
                                     [&](const auto& id) { return answers.contains(id); });
    for (const auto& id : regime.questions)
      if (const auto known = knowing.known.find(id); known != knowing.known.end())
        outcome.answers.push_back(ground_of(*catalogue.question(id), known->second));
    outcome.presumed = presume(regime, standards, as_of);
    const LawIndex index(regime);
    const LawCase given{catalogue, regime, index, facts, outcome.presumed, as_of};
    Law law(given, knowing.known);
    for (std::size_t i = 0; i < regime.findings.size(); ++i)
      of_kind(outcome, regime.findings[i].kind).push_back(verdict_of(regime, i, law));
    for (const auto& table : regime.tables) outcome.tables.push_back(law.outcome(table));
    for (const auto& provision : regime.provisions) {
      const auto& in_force = provision.in_force;
      auto truth = both(law.value(provision.test).truth, law.held(provision.who));
      if (in_force.applies_until && *in_force.applies_until < as_of) truth = Truth::no;
      outcome.provisions.push_back({&provision, truth, in_force.from_on(as_of)});
    }
    outcome.open = what_turns(given, knowing.known, law);
    for (const auto& one : knowing.contradictions)
      if (one.question->regime == regime.id) outcome.contradictions.push_back(one);
    made.regimes.push_back(std::move(outcome));
  }
  return made;
}

}  // namespace assize::cover
