// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <set>

#include "engine/catalogue/read_regime.h"
#include "engine/catalogue/regime.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::did_you_mean;
using input::Severity;
using input::suggest;
using FindingKind = LegalFinding::Kind;

bool is_number(const std::string& text) {
  // What the reader of YAML took for a number; that it is one in full is for the schema of the answer.
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }) && std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What a state of a standard can be called; cover/presumption.cpp gives them their meaning.
const std::vector<std::string> states = {
    "presumed", "restricted", "partly", "not-applied", "specification-not-applied", "none-cited"};

class Settler {
 public:
  Settler(Catalogue& catalogue, Regime& regime, Diagnostics& found)
      : catalogue_(catalogue), regime_(regime), found_(found) {}

  void settle() {
    // Gates first: what the tests of roles, classes and tiers rest on, and the order in which they stop one another.
    std::stable_sort(regime_.findings.begin(), regime_.findings.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    check_ids();
    for (auto& finding : regime_.findings) {
      const auto who = std::string(name_of(finding.kind)) + " `" + finding.id + "`";
      settle_test(finding.test, who);
      check_step(finding.step, who, finding.place);
      for (const auto& narrower : finding.includes) must_be(FindingKind::class_, narrower, who, finding.place);
    }
    for (auto& table : regime_.tables) {
      const auto who = "table `" + table.id + "`";
      settle_test(table.test, who);
      check_step(table.step, who, table.place);
      for (auto* rows : {&table.rows, &table.adds})
        for (auto& row : *rows) settle_test(row.test, "row `" + row.id + "` of " + who);
    }
    for (auto& provision : regime_.provisions) {
      const auto who = "provision `" + provision.id + "`";
      settle_test(provision.test, who);
      for (const auto& role : provision.who) must_be(FindingKind::role, role, who, provision.place);
      must_be_listed(provision.topic, regime_.topics, "topic", who, provision.place);
    }
    for (const auto& question : catalogue_.questions)
      if (question.regime == regime_.id) check_step(question.step, "question `" + question.id + "`", question.place);
    for (const auto& presumption : regime_.presumptions)
      for (const auto& requirement : presumption.requirements)
        if (std::find(regime_.presumed.begin(), regime_.presumed.end(), requirement) == regime_.presumed.end())
          error("unknown-requirement",
                "`" + presumption.standard + "` is said to speak to `" + requirement +
                    "`, for which no standard gives presumption",
                presumption.place, did_you_mean(requirement, regime_.presumed));
    check_circles();
  }

 private:
  void error(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, code, std::move(message), place, std::move(help)});
  }

  void check_ids() {
    std::map<std::pair<std::string, std::string>, input::Place> first;
    const auto declare = [&](const std::string& what, const std::string& id, const input::Place& place) {
      if (id.empty()) return;
      const auto [at, fresh] = first.emplace(std::pair(what, id), place);
      if (!fresh)
        error("duplicate-id", what + " `" + id + "` is defined twice", place, "the first is at " + to_text(at->second));
    };
    for (const auto& finding : regime_.findings) declare(std::string(name_of(finding.kind)), finding.id, finding.place);
    for (const auto& table : regime_.tables) {
      declare("table", table.id, table.place);
      for (const auto* rows : {&table.rows, &table.adds})
        for (const auto& row : *rows) declare("row of `" + table.id + "`", row.id, row.place);
    }
    for (const auto& provision : regime_.provisions) declare("provision", provision.id, provision.place);
  }

  std::vector<std::string> ids(FindingKind kind) const {
    std::vector<std::string> known;
    for (const auto& one : regime_.findings)
      if (one.kind == kind) known.push_back(one.id);
    return known;
  }

  void must_be(FindingKind kind, const std::string& id, const std::string& who, const input::Place& place) {
    if (regime_.finding(kind, id)) return;
    error("unknown-gate", who + " names `" + id + "`, which is no " + std::string(name_of(kind)) + " of this law",
          place, suggest(id, ids(kind)));
  }

  void must_be_listed(const std::string& id, const std::vector<Regime::Topic>& known, const std::string& what,
                      const std::string& who, const input::Place& place) {
    std::vector<std::string> names;
    for (const auto& one : known) names.push_back(one.id);
    if (id.empty() || std::find(names.begin(), names.end(), id) != names.end()) return;
    error("unknown-gate", who + " names `" + id + "`, which is no " + what + " of this law", place, suggest(id, names));
  }

  void check_step(const std::string& step, const std::string& who, const input::Place& place) {
    must_be_listed(step, regime_.steps, "step", who, place);
  }

  void settle_test(LegalTest& test, const std::string& who) {
    for (auto& part : test.parts) settle_test(part, who);
    switch (test.word) {
      case LegalWord::answer:
      case LegalWord::above:
      case LegalWord::before:
        check_asked(test, who);
        break;
      case LegalWord::fact:
        test.fact_index = catalogue_.vocabulary.fact(test.name);
        if (test.fact_index < 0 || !catalogue_.vocabulary.facts[static_cast<std::size_t>(test.fact_index)].of_system) {
          error("unknown-fact", who + " asks for the fact `" + test.name + "`, which no pack defines of the system",
                test.place, did_you_mean(test.name, catalogue_.vocabulary.fact_ids()));
          test.fact_index = -1;
        }
        break;
      case LegalWord::gate:
      case LegalWord::class_:
      case LegalWord::role:
      case LegalWord::tier: {
        const auto kind = kind_of(test.word);
        for (const auto& id : test.values) must_be(kind, id, who, test.place);
        break;
      }
      case LegalWord::standards:
        for (const auto& state : test.values)
          if (std::find(states.begin(), states.end(), state) == states.end())
            error("unknown-gate", who + " names `" + state + "`, which is no state of standards", test.place,
                  suggest(state, states));
        break;
      case LegalWord::always:
      case LegalWord::all:
      case LegalWord::any:
      case LegalWord::negation:
      case LegalWord::as_of:
        break;
    }
  }

  static FindingKind kind_of(LegalWord word) {
    return word == LegalWord::gate     ? FindingKind::gate
           : word == LegalWord::class_ ? FindingKind::class_
           : word == LegalWord::role   ? FindingKind::role
                                       : FindingKind::tier;
  }

  void check_asked(const LegalTest& test, const std::string& who) {
    const auto* question = catalogue_.question(test.name);
    if (!question) {
      error("unknown-question", who + " asks `" + test.name + "`, which is no question", test.place,
            did_you_mean(test.name, catalogue_.question_ids()));
      return;
    }
    using Type = Question::Type;
    if ((test.word == LegalWord::above) != (question->type == Type::number) ||
        (test.word == LegalWord::before) != (question->type == Type::date)) {
      error("wrong-answer", who + " asks `" + test.name + "` for something that it is never answered with", test.place,
            "a number is asked with `above`, a day with `before`, all else with `answer`");
      return;
    }
    if (test.word != LegalWord::answer) return;
    for (const auto& value : test.values) {
      std::string hint;
      if (const auto wrong = wrong_with_answer(*question, {value}, question->type == Type::choices, hint);
          !wrong.empty())
        error("wrong-answer", who + " asks whether `" + test.name + "` is " + input::quote(value) + ": " + wrong,
              test.place, hint);
    }
  }

  /// Every test must be answered before what asks for it; a gate that stops comes before all that follows it.
  void check_circles() {
    state_.assign(regime_.findings.size(), 0);
    for (std::size_t i = 0; i < regime_.findings.size(); ++i)
      if (visit(i)) return;  // One circle is enough to look at.
  }

  bool visit(std::size_t at) {
    if (state_[at] == 2) return false;
    const auto& finding = regime_.findings[at];
    if (state_[at] == 1) {
      error("gate-cycle",
            std::string(name_of(finding.kind)) + " `" + finding.id + "` rests on itself, by way of what it asks for",
            finding.place, "a gate that stops is asked before all gates after it, all classes and all roles");
      return true;
    }
    state_[at] = 1;
    if (finding.kind != FindingKind::tier)
      for (std::size_t i = 0; i < at && i < regime_.findings.size(); ++i)
        if (regime_.findings[i].stops && visit(i)) return true;
    if (visit_test(finding.test)) return true;
    state_[at] = 2;
    return false;
  }

  bool visit_test(const LegalTest& test) {
    for (const auto& part : test.parts)
      if (visit_test(part)) return true;
    if (test.word != LegalWord::gate && test.word != LegalWord::class_ && test.word != LegalWord::role &&
        test.word != LegalWord::tier)
      return false;
    for (std::size_t i = 0; i < regime_.findings.size(); ++i)
      if (regime_.findings[i].kind == kind_of(test.word) &&
          std::find(test.values.begin(), test.values.end(), regime_.findings[i].id) != test.values.end() && visit(i))
        return true;
    return false;
  }

  Catalogue& catalogue_;
  Regime& regime_;
  Diagnostics& found_;
  std::vector<int> state_;
};

/// Once a governed pack is there, what is said to fall away must be in one.
void check_exempted(const Catalogue& catalogue, const Regime& regime, const Provision& provision,
                    const std::string& pattern, Diagnostics& found) {
  const auto is_governed = [&](const Requirement& requirement) {
    return std::find(regime.governs.begin(), regime.governs.end(), requirement.pack) != regime.governs.end();
  };
  const bool any = pattern.ends_with('*');
  const auto beginning = std::string_view(pattern).substr(0, pattern.size() - (any ? 1 : 0));
  bool governed = false;
  for (const auto& requirement : catalogue.requirements) {
    if (!is_governed(requirement)) continue;
    governed = true;
    if (any ? requirement.local_id.starts_with(beginning) : requirement.local_id == beginning) return;
  }
  if (!governed) return;
  std::vector<std::string> known;
  for (const auto& requirement : catalogue.requirements)
    if (is_governed(requirement)) known.push_back(requirement.local_id);
  found.push_back({Severity::error, "unknown-requirement",
                   "provision `" + provision.id + "` exempts from `" + pattern + "`, which no requirement is called",
                   provision.place, did_you_mean(beginning, known)});
}

/// Requirements of a governed pack name only classes and roles that the law can give.
void check_governed(const Catalogue& catalogue, const Regime& regime, Diagnostics& found) {
  const auto must_be = [&](FindingKind kind, const std::string& id, const Requirement& requirement) {
    if (regime.finding(kind, id)) return;
    std::vector<std::string> known;
    for (const auto& one : regime.findings)
      if (one.kind == kind) known.push_back(one.id);
    found.push_back({Severity::error, "unknown-gate",
                     "requirement `" + requirement.id + "` names `" + id + "`, which is no " +
                         std::string(name_of(kind)) + " of " + regime.title,
                     requirement.place, suggest(id, known)});
  };
  for (const auto& requirement : catalogue.requirements) {
    if (std::find(regime.governs.begin(), regime.governs.end(), requirement.pack) == regime.governs.end()) continue;
    for (const auto& id : requirement.applies_to) must_be(FindingKind::class_, id, requirement);
    for (const auto& [id, date] : requirement.applies_from_for) must_be(FindingKind::class_, id, requirement);
    for (const auto& id : requirement.binds) must_be(FindingKind::role, id, requirement);
  }
  for (const auto& provision : regime.provisions)
    for (const auto& pattern : provision.exempts) check_exempted(catalogue, regime, provision, pattern, found);
}

void settle_question(Question& question, Catalogue& catalogue, Diagnostics& found) {
  const bool has_choices = question.type == Question::Type::choice || question.type == Question::Type::choices;
  if (has_choices == question.choices.empty())
    found.push_back({Severity::error, "wrong-answer",
                     "question `" + question.id + "` " +
                         (has_choices ? "has no choices" : "has choices, but asks for something else"),
                     question.place, "a `choice` and `choices` list what may be answered; nothing else does"});
  for (auto& known : question.known) {
    catalogue.vocabulary.resolve(known.when, Vocabulary::Where::threat, found);
    std::string hint;
    if (const auto wrong = wrong_with_answer(question, known.answer, question.type == Question::Type::choices, hint);
        !wrong.empty())
      found.push_back({Severity::error, "wrong-answer",
                       "what the description answers to `" + question.id + "` is wrong: " + wrong, known.place, hint});
  }
}

}  // namespace

void settle_regimes(Catalogue& catalogue, Diagnostics& found) {
  for (std::size_t i = 0; i < catalogue.questions.size(); ++i) {
    const auto& question = catalogue.questions[i];
    const auto [at, fresh] = catalogue.question_index.emplace(question.id, i);
    if (!fresh)
      found.push_back({Severity::error, "duplicate-id", "question `" + question.id + "` is asked twice", question.place,
                       "the first is at " + to_text(catalogue.questions[at->second].place) +
                           "; a law may use the questions of another"});
  }
  for (auto& question : catalogue.questions) settle_question(question, catalogue, found);
  std::set<std::string> known;
  for (auto& regime : catalogue.regimes) {
    if (!regime.id.empty() && !known.insert(regime.id).second)
      found.push_back({Severity::error, "duplicate-id", "regime `" + regime.id + "` is there twice", regime.place, ""});
    Settler(catalogue, regime, found).settle();
    check_governed(catalogue, regime, found);
  }
}

std::string wrong_with_answer(const Question& question, const std::vector<std::string>& values, bool is_list,
                              std::string& hint) {
  using Type = Question::Type;
  std::vector<std::string> allowed;
  for (const auto& one : question.choices) allowed.push_back(one.id);
  if (question.type == Type::boolean) allowed = {"true", "false"};
  if (is_list && question.type != Type::choices) {
    hint = "give one value";
    return "it takes one answer, not a list";
  }
  if (values.empty()) {
    hint = allowed.empty() ? "" : "it can be: " + input::one_of(allowed);
    return "nothing is answered";
  }
  for (const auto& value : values) {
    if (question.type == Type::number) {
      hint = "write a number, such as 2.5e24";
      if (!is_number(value)) return input::quote(value) + " is no number";
    } else if (question.type == Type::date) {
      hint = "write it as YYYY-MM-DD";
      if (!input::parse_date(value)) return input::quote(value) + " is no day";
    } else if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      hint = suggest(value, allowed);
      if (question.type == Type::boolean && hint.empty()) hint = "write true or false";
      return input::quote(value) + " is none of the answers";
    }
  }
  if (values.size() > 1 && std::find(values.begin(), values.end(), "none") != values.end()) {
    hint = "either `none`, or what fits";
    return "`none` stands beside other answers";
  }
  return {};
}

}  // namespace assize::catalogue
