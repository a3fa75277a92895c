// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/what_turns.h"

#include <algorithm>
#include <cmath>

namespace assize::cover {
namespace {

using catalogue::LegalFinding;
using catalogue::LegalTest;
using catalogue::LegalWord;
using catalogue::Question;

/// An answer to try, and how it is called.
struct Trial {
  std::string label;
  KnownAnswer answer;
};

/// Tests that compare an answer with a number or a day.
void add_thresholds(const LegalTest& test, const std::string& question, std::vector<const LegalTest*>& found) {
  if ((test.word == LegalWord::above || test.word == LegalWord::before) && test.name == question)
    found.push_back(&test);
  for (const auto& part : test.parts) add_thresholds(part, question, found);
}

class Turner {
 public:
  Turner(const LawCase& given, const KnownAnswers& known, Law& law) : given_(given), known_(known), law_(law) {}

  std::vector<OpenQuestion> turn() {
    find_undecided();
    std::vector<OpenQuestion> all;
    for (const bool matters : {true, false})
      for (const auto& question : given_.catalogue.questions)
        if (const auto held = held_up_.find(question.id); held != held_up_.end() && held->second.matters == matters)
          all.push_back({&question, {}, matters, held->second.things, turns_of(question)});
    for (const auto& [standard, held] : standards_) all.push_back({nullptr, standard, held.matters, held.things, {}});
    return all;
  }

 private:
  struct Held {
    bool matters = false;
    std::vector<std::string> things;
  };

  void hold(const Law::Missing& missing, const std::string& thing, bool matters) {
    const auto add = [&](std::map<std::string, Held>& into, const std::string& id) {
      auto& held = into[id];
      held.matters = held.matters || matters;
      held.things.push_back(thing);
    };
    for (const auto& id : missing.questions) add(held_up_, id);
    for (const auto& id : missing.standards) add(standards_, id);
  }

  void find_undecided() {
    const auto& findings = given_.regime.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (findings[i].kind == LegalFinding::Kind::gate || law_.value(i).truth != Truth::open) continue;
      Law::Missing missing;
      law_.missing(i, missing);
      hold(missing, std::string(name_of(findings[i].kind)) + " " + findings[i].id, true);
    }
    for (const auto& table : given_.regime.tables) {
      Law::Missing missing;
      law_.missing(table, missing);
      hold(missing, "table " + table.id, table.decides);
      Law::Missing more;  // What is looked at as well never keeps the outcome itself open.
      if (law_.value(table.test).truth != Truth::no)
        for (const auto& row : table.adds) law_.missing(row.test, more);
      hold(more, "table " + table.id + ", what is added", false);
    }
    for (const auto& provision : given_.regime.provisions) {
      Law::Missing missing;
      law_.missing(provision.test, missing);
      hold(missing, "provision " + provision.id, false);
    }
  }

  std::vector<Trial> trials_of(const Question& question) const {
    std::vector<Trial> trials;
    const auto add = [&](const std::string& label, const std::string& value, double number) {
      Trial trial{label, {}};
      trial.answer.values = {value};
      trial.answer.number = number;
      trial.answer.date = input::parse_date(value);
      trials.push_back(std::move(trial));
    };
    if (question.type == Question::Type::boolean) {
      add("yes", "true", 0);
      add("no", "false", 0);
    }
    for (const auto& choice : question.choices) add(choice.id, choice.id, 0);
    if (question.type != Question::Type::number && question.type != Question::Type::date) return trials;
    std::vector<const LegalTest*> tests;
    for (const auto& finding : given_.regime.findings) add_thresholds(finding.test, question.id, tests);
    for (const auto& provision : given_.regime.provisions) add_thresholds(provision.test, question.id, tests);
    for (const auto& table : given_.regime.tables)
      for (const auto& row : table.rows) add_thresholds(row.test, question.id, tests);
    std::vector<std::string> tried;
    for (const auto* test : tests) {
      const auto& limit = test->values.front();
      if (std::find(tried.begin(), tried.end(), limit) != tried.end()) continue;
      tried.push_back(limit);
      if (test->word == LegalWord::above) {
        add("above " + limit, limit, test->number + (test->number == 0 ? 1 : std::abs(test->number)));
        add("at most " + limit, limit, test->number);
      } else if (test->before) {
        add("before " + limit, to_text(input::Date{1, 1, 1}), 0);
        add(limit + " or later", limit, 0);
      }
    }
    return trials;
  }

  /// What is open now and decided in the other law: first what the outcome consists of; gates when that is nothing.
  std::vector<std::string> decided_in(Law& other) {
    std::vector<std::string> outcome, gates;
    const auto& findings = given_.regime.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (law_.value(i).truth != Truth::open) continue;
      const auto truth = other.value(i).truth;
      if (truth == Truth::open) continue;
      auto& into = findings[i].kind == LegalFinding::Kind::gate ? gates : outcome;
      into.push_back(std::string(name_of(findings[i].kind)) + " " + findings[i].id + ": " +
                     std::string(name_of(truth)));
    }
    for (const auto& table : given_.regime.tables) {
      const auto before = law_.outcome(table), after = other.outcome(table);
      if (is_open(before) && !is_open(after))
        outcome.push_back("table " + table.id + ": " + (after.row ? after.row->result : std::string("not used")));
    }
    return outcome.empty() ? gates : outcome;
  }

  static bool is_open(const TableOutcome& outcome) {
    return outcome.used != Truth::no && !outcome.row && (outcome.used == Truth::open || !outcome.candidates.empty());
  }

  std::vector<OpenQuestion::Turn> turns_of(const Question& question) {
    std::vector<OpenQuestion::Turn> turns;
    for (const auto& trial : trials_of(question)) {
      Law other(given_, known_, question.id, trial.answer);
      auto decides = decided_in(other);
      const auto same =
          std::find_if(turns.begin(), turns.end(), [&](const auto& turn) { return turn.decides == decides; });
      if (same != turns.end())
        same->answers.push_back(trial.label);
      else
        turns.push_back({{trial.label}, std::move(decides)});
    }
    return turns;
  }

  const LawCase& given_;
  const KnownAnswers& known_;
  Law& law_;
  std::map<std::string, Held> held_up_, standards_;
};

}  // namespace

std::vector<OpenQuestion> what_turns(const LawCase& given, const KnownAnswers& known, Law& law) {
  return Turner(given, known, law).turn();
}

}  // namespace assize::cover
