// SPDX-License-Identifier: Apache-2.0
#include "engine/review/review.h"

namespace assize::review {

std::string_view name_of(Finding::Weight weight) {
  switch (weight) {
    case Finding::Weight::major:
      return "major";
    case Finding::Weight::minor:
      return "minor";
    case Finding::Weight::question:
      return "question";
    case Finding::Weight::observation:
      return "observation";
  }
  return {};
}

std::string_view name_of(Finding::Evaluation::Result result) {
  switch (result) {
    case Finding::Evaluation::Result::closed:
      return "closed";
    case Finding::Evaluation::Result::reissued:
      return "reissued";
    case Finding::Evaluation::Result::escalated:
      return "escalated";
  }
  return {};
}

std::string_view name_of(State state) {
  switch (state) {
    case State::open:
      return "open";
    case State::overdue:
      return "overdue";
    case State::answered:
      return "answered";
    case State::closed:
      return "closed";
    case State::reissued:
      return "reissued";
    case State::escalated:
      return "escalated";
  }
  return {};
}

std::string_view name_of(Verdict::Result result) {
  switch (result) {
    case Verdict::Result::met:
      return "met";
    case Verdict::Result::partly:
      return "partly";
    case Verdict::Result::not_met:
      return "not-met";
    case Verdict::Result::not_assessed:
      return "not-assessed";
    case Verdict::Result::not_applicable:
      return "not-applicable";
  }
  return {};
}

State state_on(const Finding& finding, input::Date day) {
  const Finding::Answer* answer = nullptr;
  const Finding::Evaluation* evaluation = nullptr;
  for (const auto& one : finding.answers)
    if (one.on <= day) answer = &one;
  for (const auto& one : finding.evaluations)
    if (one.on <= day) evaluation = &one;
  if (answer && (!evaluation || evaluation->round < answer->round)) return State::answered;
  if (evaluation && evaluation->result == Finding::Evaluation::Result::closed) return State::closed;
  if (evaluation && evaluation->result == Finding::Evaluation::Result::escalated) return State::escalated;
  if (finding.due && *finding.due < day) return State::overdue;
  return evaluation ? State::reissued : State::open;
}

bool stands_against(const Finding& finding, input::Date day) {
  const bool weighs = finding.weight == Finding::Weight::major || finding.weight == Finding::Weight::minor;
  return weighs && state_on(finding, day) != State::closed;
}

}  // namespace assize::review
