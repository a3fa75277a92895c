// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/fields.h"
#include "engine/input/result.h"

namespace assize::review {

/// What a reviewer notes about a requirement, with what was read and what is missing.
struct Finding {
  enum class Weight { major, minor, question, observation };
  /// What the provider says to it, in a round.
  struct Answer {
    int round = 1;
    input::Date on;
    std::string says;
    std::vector<input::Said<std::string>> evidence;
  };
  /// What the reviewer makes of the answer.
  struct Evaluation {
    enum class Result { closed, reissued, escalated };
    int round = 1;
    input::Date on;
    input::Said<std::string> by;
    std::string says;
    Result result = Result::closed;
  };
  std::string id;
  Weight weight = Weight::observation;
  input::Said<std::string> requirement;
  std::string document, section, page;
  std::string says;     ///< Statement of fact.
  std::string missing;  ///< What is missing; empty for an observation.
  int round = 1;        ///< In which it was raised.
  input::Date on;
  input::Said<std::string> by;
  std::optional<input::Date> due;
  std::vector<Answer> answers;
  std::vector<Evaluation> evaluations;
  input::Place place;
};
std::string_view name_of(Finding::Weight weight);
std::string_view name_of(Finding::Evaluation::Result result);

/// Where a finding stands. Derived from answers and evaluations, never stored.
enum class State { open, overdue, answered, closed, reissued, escalated };
std::string_view name_of(State state);
/// On a day: what happened after it has not happened yet. Overdue: open or reissued, and due before the day.
State state_on(const Finding& finding, input::Date day);
/// Observations and questions do not stand against a recommendation; majors and minors do until they are closed.
bool stands_against(const Finding& finding, input::Date day);

/// What the reviewer says of one requirement.
struct Verdict {
  enum class Result { met, partly, not_met, not_assessed, not_applicable };
  input::Said<std::string> requirement;
  Result result = Result::not_assessed;
  std::string because;
  input::Said<std::string> by;
  input::Date on;
  input::Place place;
};
std::string_view name_of(Verdict::Result result);

struct Reviewer {
  std::string id, name, title;
  input::Place place;
};

/// A review of the documents of a project by a body: review.yaml. Empty `id`: there is none.
struct Review {
  std::string id;
  std::string body, number, address;         ///< Who reviews; number of a notified body.
  std::string document, version, procedure;  ///< What is reviewed, by which procedure.
  std::optional<input::Date> received;
  int round = 1;
  std::vector<Reviewer> team;
  std::vector<Verdict> verdicts;
  std::vector<Finding> findings;
  std::string outcome, recommendation;  ///< pending, issue, issue-with-conditions, refuse; and why.
  std::vector<std::string> conditions;
  input::Place place;
};

/// Faults of the schema `review`; `duplicate-id` of findings, persons and verdicts; `unknown-person`; `date-order` (an
/// answer before its finding, an evaluation without an answer before it); `finding-without-missing` (a major or minor
/// that does not say what is missing). What crosses files (requirements, evidence) is for who knows those.
Review read_review(const input::Tree& tree, input::Diagnostics& found);

}  // namespace assize::review
