// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/input/read_tree.h"
#include "engine/review/review.h"

using namespace assize;
using namespace assize::review;

static input::Date day(const char* text) { return *input::parse_date(text); }

static const std::string head =
    "format: assize/review/1\nid: R-1\nbody: {name: A body}\nof: {document: D}\nteam: [{id: lead, title: Lead}]\n";

static Review read(const std::string& text, input::Diagnostics& found) {
  const auto tree = input::read_tree({input::FileName("review.yaml"), head + text});
  for (const auto& fault : tree.diagnostics()) UNSCOPED_INFO(fault.message);
  REQUIRE(tree);
  return read_review(tree.value(), found);
}

static Finding finding_with(const std::string& more, const std::string& weight = "major") {
  input::Diagnostics found;
  auto review = read("findings:\n  - {id: F, weight: " + weight +
                         ", requirement: R, says: Says, missing: Missing, on: 2026-02-01, by: lead, due: 2026-03-01" +
                         more + "}\n",
                     found);
  for (const auto& fault : found) UNSCOPED_INFO(fault.code << " " << fault.message);
  REQUIRE(found.empty());
  return review.findings.at(0);
}

TEST_CASE("where a finding stands follows from answers and evaluations up to the day") {
  const std::string answer = ", answers: [{round: 1, on: 2026-02-20, says: A}]";
  const std::string closed = ", evaluations: [{round: 1, on: 2026-02-25, by: lead, result: closed, says: E}]";
  const std::string reissued = ", evaluations: [{round: 1, on: 2026-02-25, by: lead, result: reissued, says: E}]";
  const std::string escalated = ", evaluations: [{round: 1, on: 2026-02-25, by: lead, result: escalated, says: E}]";
  const std::string two_answers =
      ", answers: [{round: 1, on: 2026-02-20, says: A}, {round: 2, on: 2026-03-20, says: B}]";
  struct Case {
    std::string more;
    const char* on;
    State state;
    bool against;
  };
  const auto one = GENERATE_COPY(values<Case>({
      {"", "2026-02-10", State::open, true},
      {"", "2026-03-01", State::open, true},  // Due on that day: still in time.
      {"", "2026-03-02", State::overdue, true},
      {answer, "2026-02-19", State::open, true},
      {answer, "2026-02-20", State::answered, true},
      {answer, "2026-05-01", State::answered, true},  // The ball is with the reviewer.
      {answer + closed, "2026-02-24", State::answered, true},
      {answer + closed, "2026-02-25", State::closed, false},
      {answer + reissued, "2026-02-26", State::reissued, true},
      {answer + reissued, "2026-03-02", State::overdue, true},
      {answer + escalated, "2026-05-01", State::escalated, true},
      {two_answers + reissued, "2026-03-19", State::overdue, true},
      {two_answers + reissued, "2026-03-20", State::answered, true},
  }));
  CAPTURE(one.more, one.on);
  const auto finding = finding_with(one.more);
  CHECK(name_of(state_on(finding, day(one.on))) == name_of(one.state));
  CHECK(stands_against(finding, day(one.on)) == one.against);
  for (const char* light : {"question", "observation"})
    CHECK_FALSE(stands_against(finding_with(one.more, light), day(one.on)));
}

TEST_CASE("faults of a review are found at their place") {
  const std::string finding =
      "  - {id: F-1, weight: minor, requirement: R, says: S, missing: M, on: 2026-02-01, by: lead";
  struct Case {
    const char* says;
    std::string text;
    std::vector<std::string> codes;
  };
  const auto one = GENERATE_COPY(values<Case>({
      {"a finding twice", "findings:\n" + finding + "}\n" + finding + "}\n", {"duplicate-id"}},
      {"a verdict twice",
       "verdicts:\n  - {requirement: R, verdict: met, by: lead, on: 2026-01-01}\n"
       "  - {requirement: R, verdict: partly, by: lead, on: 2026-01-01}\n",
       {"duplicate-id"}},
      {"somebody who is not of the team",
       "verdicts: [{requirement: R, verdict: met, by: led, on: 2026-01-01}]\n",
       {"unknown-person"}},
      {"nothing is missing",
       "findings: [{id: F, weight: major, requirement: R, says: S, on: 2026-01-01, by: lead}]\n",
       {"finding-without-missing"}},
      {"an answer before the finding",
       "findings:\n" + finding + ", answers: [{round: 1, on: 2026-01-01, says: A}]}\n",
       {"date-order"}},
      {"an evaluation of nothing",
       "findings:\n" + finding + ", evaluations: [{round: 1, on: 2026-03-01, by: lead, result: closed}]}\n",
       {"date-order"}},
      {"an evaluation of an answer of a later round",
       "findings:\n" + finding +
           ", answers: [{round: 2, on: 2026-02-02, says: A}], evaluations: [{round: 1, on: 2026-03-01, by: lead, "
           "result: closed}]}\n",
       {"date-order"}},
      {"an unknown weight",
       "findings: [{id: F, weight: grave, requirement: R, says: S, on: 2026-01-01, by: lead}]\n",
       {"not-one-of"}},
  }));
  CAPTURE(one.says);
  input::Diagnostics found;
  (void)read(one.text, found);
  std::vector<std::string> codes;
  for (const auto& fault : found) {
    codes.push_back(fault.code);
    CHECK(fault.place.line > 5);
  }
  CHECK(codes == one.codes);
}
