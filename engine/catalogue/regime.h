// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalogue/condition.h"
#include "engine/catalogue/method.h"
#include "engine/input/date.h"
#include "engine/input/fields.h"

namespace assize::catalogue {

/// What a test of a law can say. It is answered yes, no or open (Kleene's strong three-valued logic): an answer that
/// nobody gave is open, never no.
enum class LegalWord {
  always,
  all,
  any,
  negation,  ///< `not`
  answer,    ///< A question is answered with one of these values.
  above,     ///< A question is answered with a number greater than this.
  before,    ///< A question is answered with a day before this.
  fact,      ///< A fact of the system holds. That it does not hold is open: a description may be silent.
  gate,      ///< One of these gates is passed; likewise the next three.
  class_,
  role,
  tier,
  as_of,     ///< The day of the assessment lies in a span.
  standards  ///< Of all (or any) requirements that can be presumed to be met, the state is one of these.
};

/// Plain data: cover/classify.cpp gives it its meaning.
struct LegalTest {
  LegalWord word = LegalWord::always;
  std::string name;                 ///< Of a question or fact; `all` or `any` of `standards`.
  std::vector<std::string> values;  ///< Values of an answer, ids of gates and so on, states: one is enough.
  double number = 0;                ///< Of `above`.
  std::optional<input::Date> from, before;
  std::vector<LegalTest> parts;
  input::Place place;
  int fact_index = -1;  ///< Of `fact`, resolved.
};

/// When something applies. The day of an assessment selects among the states of the law: `earlier` holds the dates that
/// the law gave before it was changed.
struct InForce {
  struct Earlier {
    input::Date until;  ///< The last day on which the law said so.
    input::Date applies_from;
    std::vector<std::string> cites;
  };
  std::optional<input::Date> applies_from, applies_until;
  std::vector<Earlier> earlier;
  /// The day from which it applies, as the law stands on `as_of`; nothing: always.
  std::optional<input::Date> from_on(input::Date as_of) const;
};

/// A question that a person answers about the system, in system.yaml under `facts`.
struct Question {
  enum class Type { boolean, choice, choices, number, date };
  struct Choice {
    std::string id, text;
    std::vector<std::string> cites;
  };
  /// The description itself may answer: then nobody need, and who says otherwise contradicts it.
  struct Known {
    Condition when;
    std::vector<std::string> answer;
    std::string says;
    input::Place place;
  };
  std::string id, text, help, step;
  Type type = Type::boolean;
  std::vector<Choice> choices;
  std::vector<Known> known;
  std::vector<std::string> cites;
  std::string mark, note;
  std::string regime, pack;
  input::Place place;
  const Choice* choice(const std::string& choice_id) const;
};

/// A gate, role, class or tier of a law: a test, and what it means when it is passed and when it is not.
struct LegalFinding {
  enum class Kind { gate, role, class_, tier };
  Kind kind = Kind::gate;
  std::string id, title, step;
  std::string says;      ///< When passed.
  std::string says_not;  ///< When not passed.
  std::string matters;   ///< What hangs on it.
  LegalTest test;
  std::optional<bool> stops;          ///< On yes, or on no: nothing after it is asked.
  bool bars = false;                  ///< A tier: what falls into it may not be supplied at all.
  std::vector<std::string> includes;  ///< A class: narrower classes; who is in one of them is in this one.
  std::vector<std::string> cites;
  std::vector<std::pair<std::string, std::string>> tells;  ///< More that is printed, by label.
  InForce in_force;
  std::string mark, source, note;
  input::Place place;
};
std::string_view name_of(LegalFinding::Kind kind);

/// Rows from the top down, the first that holds counts; rows under `adds` are looked at as well, each by itself.
struct DecisionTable {
  struct Row {
    std::string id, result, says;
    std::string notified_body,
        who;  ///< Whether one takes part: no, yes, choice, part, or as another law says; and who it is.
    LegalTest test;
    std::vector<std::string> cites;
    std::string mark, note;
    input::Place place;
  };
  std::string id, title, step;
  bool decides = false;  ///< Its outcome belongs to the classification: it is open as long as this is open.
  LegalTest test;        ///< Whether the table is used at all.
  std::vector<Row> rows, adds;
  std::vector<std::string> cites;
  input::Place place;
};

/// What holds beside the requirements: periods, clocks, languages, dates, readings, remarks; printed by topic.
struct Provision {
  std::string id, topic, title, says, period, starts, to, note, mark, source;
  std::vector<std::string> who;      ///< Roles; empty: whoever it is.
  std::vector<std::string> exempts;  ///< Requirements that fall away, by id; `Art.27*` is all that begin so.
  LegalTest test;
  bool binding = true;
  std::optional<input::Date> date;  ///< When it was published, or happens.
  InForce in_force;
  std::vector<std::string> cites;
  input::Place place;
};

/// What a law says of one standard and the requirements for which it can give presumption of conformity.
struct Presumption {
  std::string standard, kind, edition, restriction, mark, source, note;
  std::vector<std::string> requirements;
  bool cited = false, covers_fully = false;
  std::optional<input::Date> cited_from, cited_until;
  input::Date state;  ///< When that was looked up.
  std::vector<std::string> cites;
  input::Place place;
};

/// A law as data.
struct Regime {
  struct Topic {
    std::string id, title;
    bool details = false;  ///< Told only to who asks for all.
  };
  std::string id, title, note, state;
  std::vector<std::string> governs;   ///< Packs whose requirements apply as the outcome says.
  std::vector<std::string> presumed;  ///< Requirements that standards can give presumption for.
  std::vector<Topic> steps, topics;
  std::vector<LegalFinding> findings;  ///< Gates first, in their order, then roles, classes and tiers.
  std::vector<std::string> questions;  ///< Ids, in their order.
  std::vector<DecisionTable> tables;
  std::vector<Provision> provisions;
  std::vector<Presumption> presumptions;
  std::string pack;
  input::Place place;

  const LegalFinding* finding(LegalFinding::Kind kind, const std::string& id) const;
};

}  // namespace assize::catalogue
