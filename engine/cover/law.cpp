// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/law.h"

#include <algorithm>

namespace assize::cover {
namespace {

using catalogue::LegalFinding;
using catalogue::LegalTest;
using catalogue::LegalWord;
using Kind = LegalFinding::Kind;
using Day = std::optional<input::Date>;

// No day: always, which is before all days.
Day earlier(const Day& a, const Day& b) { return std::min(a, b); }
Day later(const Day& a, const Day& b) { return std::max(a, b); }

Kind kind_of(LegalWord word) {
  return word == LegalWord::gate     ? Kind::gate
         : word == LegalWord::class_ ? Kind::class_
         : word == LegalWord::role   ? Kind::role
                                     : Kind::tier;
}

bool is_reference(LegalWord word) {
  return word == LegalWord::gate || word == LegalWord::class_ || word == LegalWord::role || word == LegalWord::tier;
}

}  // namespace

std::string_view name_of(Truth truth) {
  switch (truth) {
    case Truth::no:
      return "no";
    case Truth::open:
      return "open";
    case Truth::yes:
      return "yes";
  }
  return {};
}

LawIndex::LawIndex(const catalogue::Regime& regime) {
  for (std::size_t i = 0; i < regime.findings.size(); ++i)
    by_id_.emplace(std::pair(regime.findings[i].kind, regime.findings[i].id), i);
}

std::size_t LawIndex::at(Kind kind, const std::string& id) const { return by_id_.at({kind, id}); }

Law::Law(const LawCase& given, const KnownAnswers& known)
    : given_(given), known_(known), values_(given.regime.findings.size()) {}

Law::Law(const LawCase& given, const KnownAnswers& known, const std::string& question, const KnownAnswer& answer)
    : Law(given, known) {
  question_ = &question;
  answer_ = &answer;
}

const KnownAnswer* Law::known(const std::string& question) const {
  if (question_ && *question_ == question) return answer_;
  const auto found = known_.find(question);
  return found == known_.end() ? nullptr : &found->second;
}

Truth Law::asked(const LegalTest& test) const {
  const auto* answer = known(test.name);
  if (!answer) return Truth::open;
  if (test.word == LegalWord::above) return truth_of(answer->number > test.number);
  if (test.word == LegalWord::before)
    return answer->date && test.before ? truth_of(*answer->date < *test.before) : Truth::open;
  return truth_of(std::any_of(test.values.begin(), test.values.end(), [&](const auto& value) {
    return std::find(answer->values.begin(), answer->values.end(), value) != answer->values.end();
  }));
}

Truth Law::standards(const LegalTest& test) const {
  const bool all = test.name == "all";
  auto whole = truth_of(all);
  for (const auto& one : given_.presumed) {
    const auto state =
        one.state == PresumedState::State::unstated
            ? Truth::open
            : truth_of(std::find(test.values.begin(), test.values.end(), name_of(one.state)) != test.values.end());
    whole = all ? both(whole, state) : either(whole, state);
  }
  return whole;
}

template <class Visit>
void Law::each_named(const LegalTest& test, Visit visit) {
  for (const auto& id : test.values) visit(given_.index.at(kind_of(test.word), id));
}

Law::Value Law::value(const LegalTest& test) {
  switch (test.word) {
    case LegalWord::always:
      return {Truth::yes, {}};
    case LegalWord::all: {
      Value whole{Truth::yes, {}};
      for (const auto& part : test.parts) {
        const auto one = value(part);
        whole.truth = both(whole.truth, one.truth);
        whole.from = later(whole.from, one.from);
      }
      return whole.truth == Truth::yes ? whole : Value{whole.truth, {}};
    }
    case LegalWord::any: {
      Value whole{Truth::no, {}};
      for (const auto& part : test.parts) {
        const auto one = value(part);
        if (one.truth == Truth::yes) whole.from = whole.truth == Truth::yes ? earlier(whole.from, one.from) : one.from;
        whole.truth = either(whole.truth, one.truth);
      }
      return whole;
    }
    case LegalWord::negation:
      return {negated(value(test.parts.front()).truth), {}};
    case LegalWord::answer:
    case LegalWord::above:
    case LegalWord::before:
      return {asked(test), {}};
    case LegalWord::fact: {
      const auto& holds = given_.facts.of_system;
      const auto at = static_cast<std::size_t>(test.fact_index);
      return {test.fact_index >= 0 && at < holds.size() && holds[at] ? Truth::yes : Truth::open, {}};
    }
    case LegalWord::gate:
    case LegalWord::class_:
    case LegalWord::role:
    case LegalWord::tier: {
      Value whole{Truth::no, {}};
      each_named(test, [&](std::size_t at) {
        const auto one = value(at);
        if (one.truth == Truth::yes) whole.from = whole.truth == Truth::yes ? earlier(whole.from, one.from) : one.from;
        whole.truth = either(whole.truth, one.truth);
      });
      return whole;
    }
    case LegalWord::as_of:
      return {truth_of((!test.from || *test.from <= given_.as_of) && (!test.before || given_.as_of < *test.before)),
              {}};
    case LegalWord::standards:
      return {standards(test), {}};
  }
  return {};
}

Truth Law::stopped(std::size_t finding) {
  if (given_.regime.findings[finding].kind == Kind::tier) return Truth::no;  // A tier may say why all else stopped.
  auto stop = Truth::no;
  for (std::size_t i = 0; i < finding; ++i) {
    const auto& gate = given_.regime.findings[i];
    if (!gate.stops) continue;
    const auto truth = value(i).truth;
    stop = either(stop, *gate.stops ? truth : negated(truth));
  }
  return stop;
}

Law::Value Law::value(std::size_t finding) {
  if (values_[finding]) return *values_[finding];
  const auto& law = given_.regime.findings[finding];
  auto found = value(law.test);
  if (law.in_force.applies_until && *law.in_force.applies_until < given_.as_of) found = {Truth::no, {}};
  found.truth = both(found.truth, negated(stopped(finding)));
  found.from = found.truth == Truth::yes ? later(found.from, law.in_force.from_on(given_.as_of)) : Day{};
  values_[finding] = found;
  return found;
}

Truth Law::held(const std::vector<std::string>& roles) {
  auto truth = truth_of(roles.empty());
  for (const auto& role : roles) truth = either(truth, value(given_.index.at(Kind::role, role)).truth);
  return truth;
}

TableOutcome Law::outcome(const catalogue::DecisionTable& table) {
  TableOutcome made;
  made.table = &table;
  made.used = value(table.test).truth;
  if (made.used == Truth::no) return made;
  bool undecided = made.used == Truth::open;
  for (const auto& row : table.rows) {
    const auto truth = value(row.test).truth;
    if (truth == Truth::no) continue;
    if (truth == Truth::yes && !undecided) {
      made.row = &row;
      made.grounds = grounds(row.test);
      break;
    }
    undecided = true;
    made.candidates.push_back(&row);
    if (truth == Truth::yes) break;
  }
  for (const auto& row : table.adds) {
    const auto truth = both(made.used, value(row.test).truth);
    if (truth == Truth::yes) made.adds.push_back(&row);
    if (truth == Truth::open) made.open_adds.push_back(&row);
  }
  return made;
}

void Law::collect(const LegalTest& test, std::set<std::string>& seen, std::vector<Ground>& found) {
  const auto truth = value(test).truth;
  switch (test.word) {
    case LegalWord::all:
    case LegalWord::any:
      for (const auto& part : test.parts) {
        const auto one = value(part).truth;
        // A single no decides `all`, a single yes decides `any`; of what is open, all that is answered is shown.
        if (truth == Truth::open ? one != Truth::open : one == truth) collect(part, seen, found);
      }
      break;
    case LegalWord::negation:
      collect(test.parts.front(), seen, found);
      break;
    case LegalWord::answer:
    case LegalWord::above:
    case LegalWord::before:
      if (const auto* answer = known(test.name); answer && seen.insert(test.name).second) {
        found.push_back(ground_of(*given_.catalogue.question(test.name), *answer));
      }
      break;
    case LegalWord::fact:
      if (truth == Truth::yes && seen.insert("fact " + test.name).second) {
        const auto& fact = given_.catalogue.vocabulary.facts[static_cast<std::size_t>(test.fact_index)];
        const auto why = walk::why(fact.of_system->when, {}, given_.facts);
        found.push_back({nullptr,
                         "The description says so: " + fact.of_system->title,
                         {},
                         {},
                         true,
                         why.empty() ? fact.of_system->place : why.front().place});
      }
      break;
    case LegalWord::gate:
    case LegalWord::class_:
    case LegalWord::role:
    case LegalWord::tier:
      each_named(test, [&](std::size_t at) {
        const auto one = value(at).truth;
        if (truth == Truth::open ? one != Truth::open : one == truth) collect(at, seen, found);
      });
      break;
    case LegalWord::standards:
      for (const auto& one : given_.presumed)
        if (seen.insert("standards " + one.requirement).second)
          found.push_back({nullptr,
                           one.requirement + ": " + one.because,
                           {},
                           {},
                           false,
                           one.applied ? one.applied->place
                           : one.by    ? one.by->place
                                       : given_.regime.place});
      break;
    case LegalWord::always:
    case LegalWord::as_of:
      break;
  }
}

void Law::collect(std::size_t finding, std::set<std::string>& seen, std::vector<Ground>& found) {
  if (stopped(finding) == Truth::yes) {
    for (std::size_t i = 0; i < finding; ++i) {
      const auto& gate = given_.regime.findings[i];
      if (gate.stops && value(i).truth == truth_of(*gate.stops)) {
        collect(i, seen, found);
        return;
      }
    }
  }
  collect(given_.regime.findings[finding].test, seen, found);
}

std::vector<Ground> Law::grounds(const LegalTest& test) {
  std::set<std::string> seen;
  std::vector<Ground> found;
  collect(test, seen, found);
  return found;
}

std::vector<Ground> Law::grounds(std::size_t finding) {
  std::set<std::string> seen;
  std::vector<Ground> found;
  collect(finding, seen, found);
  return found;
}

void Law::missing(const LegalTest& test, Missing& all) {
  if (value(test).truth != Truth::open) return;
  for (const auto& part : test.parts) missing(part, all);
  if (test.word == LegalWord::answer || test.word == LegalWord::above || test.word == LegalWord::before)
    all.questions.insert(test.name);
  if (is_reference(test.word)) each_named(test, [&](std::size_t at) { missing(at, all); });
  if (test.word == LegalWord::standards)
    for (const auto& one : given_.presumed)
      if (one.state == PresumedState::State::unstated) all.standards.insert(one.by->standard);
}

void Law::missing(std::size_t finding, Missing& all) {
  if (value(finding).truth != Truth::open) return;
  missing(given_.regime.findings[finding].test, all);
  if (stopped(finding) == Truth::open)
    for (std::size_t i = 0; i < finding; ++i)
      if (given_.regime.findings[i].stops) missing(i, all);
}

void Law::missing(const catalogue::DecisionTable& table, Missing& all) {
  missing(table.test, all);
  if (value(table.test).truth == Truth::no) return;
  for (const auto& row : table.rows) {
    if (value(row.test).truth == Truth::yes) return;
    missing(row.test, all);
  }
}

Ground ground_of(const catalogue::Question& question, const KnownAnswer& answer) {
  return {&question,
          question.text + " " + text_of_answer(question, answer.values),
          answer.because,
          answer.by,
          answer.from_description,
          answer.place};
}

std::string text_of_answer(const catalogue::Question& question, const std::vector<std::string>& values) {
  std::string text;
  for (const auto& value : values) {
    const auto* choice = question.choice(value);
    text += (text.empty() ? "" : "; ") + (value == "true"    ? std::string("yes")
                                          : value == "false" ? std::string("no")
                                          : choice           ? value + ": " + choice->text
                                                             : value);
  }
  return text;
}

}  // namespace assize::cover
