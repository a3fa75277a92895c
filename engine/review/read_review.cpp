// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <map>

#include "engine/input/check_schema.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"
#include "engine/review/review.h"

namespace assize::review {
namespace {

using input::Tree;

int number_at(const Tree& map, const char* key, int otherwise) {
  const auto* said = map.find(key);
  return said && said->shape == Tree::Shape::integer ? static_cast<int>(said->integer) : otherwise;
}

input::Date day_at(const Tree& map, const char* key) { return input::date_at(map, key).value_or(input::Date{}); }

Finding::Weight weight_of(const std::string& name) {
  for (const auto one : {Finding::Weight::major, Finding::Weight::minor, Finding::Weight::question})
    if (name_of(one) == name) return one;
  return Finding::Weight::observation;
}

Finding::Evaluation::Result result_of(const std::string& name) {
  using Result = Finding::Evaluation::Result;
  for (const auto one : {Result::reissued, Result::escalated})
    if (name_of(one) == name) return one;
  return Result::closed;
}

Verdict::Result verdict_of(const std::string& name) {
  using Result = Verdict::Result;
  for (const auto one : {Result::met, Result::partly, Result::not_met, Result::not_applicable})
    if (name_of(one) == name) return one;
  return Result::not_assessed;
}

class Reader {
 public:
  explicit Reader(input::Diagnostics& found) : found_(found) {}

  Review read(const Tree& tree) {
    Review review;
    review.id = input::text_at(tree, "id");
    review.place = tree.place;
    if (const auto* body = tree.find("body")) {
      review.body = input::text_at(*body, "name");
      review.number = input::text_at(*body, "number");
      review.address = input::text_at(*body, "address");
    }
    if (const auto* of = tree.find("of")) {
      review.document = input::text_at(*of, "document");
      review.version = input::text_at(*of, "version");
      review.received = input::date_at(*of, "received");
    }
    review.procedure = input::text_at(tree, "procedure");
    review.round = number_at(tree, "round", 1);
    read_team(tree, review);
    for (const auto* item : input::items_at(tree, "verdicts")) read_verdict(*item, review);
    for (const auto* item : input::items_at(tree, "findings")) read_finding(*item, review);
    if (const auto* said = tree.find("recommendation")) {
      review.outcome = input::text_at(*said, "outcome");
      review.recommendation = input::text_at(*said, "says");
      review.conditions = input::texts_at(*said, "conditions");
    }
    return review;
  }

 private:
  void error(const char* code, std::string message, const input::Place& place, std::string help = {}) {
    found_.push_back({input::Severity::error, code, std::move(message), place, std::move(help)});
  }

  /// Whether the id is new; else a complaint.
  bool is_new(std::map<std::string, input::Place>& seen, const std::string& what, const std::string& id,
              const input::Place& place) {
    const auto [first, fresh] = seen.emplace(id, place);
    if (!fresh && !id.empty())
      error("duplicate-id", what + " " + input::quote(id) + " stands twice", place,
            "the first is at " + to_text(first->second));
    return fresh;
  }

  void read_team(const Tree& tree, Review& review) {
    for (const auto* item : input::items_at(tree, "team")) {
      review.team.push_back(
          {input::text_at(*item, "id"), input::text_at(*item, "name"), input::text_at(*item, "title"), item->place});
      is_new(persons_, "person", review.team.back().id, item->place);
    }
  }

  void check_person(const input::Said<std::string>& by) {
    if (by.value.empty() || persons_.contains(by.value)) return;
    std::vector<std::string> known;
    for (const auto& [id, place] : persons_) known.push_back(id);
    error("unknown-person", input::quote(by.value) + " is not in the team of the review", by.place,
          input::suggest(by.value, known));
  }

  void read_verdict(const Tree& item, Review& review) {
    review.verdicts.push_back({.requirement = input::said_at(item, "requirement"),
                               .result = verdict_of(input::text_at(item, "verdict")),
                               .because = input::text_at(item, "because"),
                               .by = input::said_at(item, "by"),
                               .on = day_at(item, "on"),
                               .place = item.place});
    const auto& verdict = review.verdicts.back();
    is_new(verdicts_, "the verdict on", verdict.requirement.value, item.place);
    check_person(verdict.by);
  }

  void read_finding(const Tree& item, Review& review) {
    Finding finding;
    finding.id = input::text_at(item, "id");
    finding.weight = weight_of(input::text_at(item, "weight"));
    finding.requirement = input::said_at(item, "requirement");
    finding.document = input::text_at(item, "document");
    finding.section = input::text_at(item, "section");
    finding.page = input::text_at(item, "page");
    finding.says = input::text_at(item, "says");
    finding.missing = input::text_at(item, "missing");
    finding.round = number_at(item, "round", 1);
    finding.on = day_at(item, "on");
    finding.by = input::said_at(item, "by");
    finding.due = input::date_at(item, "due");
    finding.place = item.place;
    for (const auto* one : input::items_at(item, "answers"))
      finding.answers.push_back({number_at(*one, "round", 1), day_at(*one, "on"), input::text_at(*one, "says"),
                                 input::saids_at(*one, "evidence")});
    for (const auto* one : input::items_at(item, "evaluations"))
      finding.evaluations.push_back({number_at(*one, "round", 1), day_at(*one, "on"), input::said_at(*one, "by"),
                                     input::text_at(*one, "says"), result_of(input::text_at(*one, "result"))});
    check(finding, item);
    review.findings.push_back(std::move(finding));
  }

  void check(const Finding& finding, const Tree& item) {
    is_new(findings_, "finding", finding.id, item.place);
    check_person(finding.by);
    const bool weighs = finding.weight == Finding::Weight::major || finding.weight == Finding::Weight::minor;
    if (weighs && finding.missing.empty())
      error("finding-without-missing",
            "finding " + input::quote(finding.id) + " is " + std::string(name_of(finding.weight)) +
                " and does not say what is missing",
            item.place, "add `missing:`, so that the provider knows what to bring");
    for (const auto& answer : finding.answers)
      if (answer.on < finding.on)
        error("date-order", "an answer to finding " + input::quote(finding.id) + " is older than the finding",
              item.place);
    for (const auto& evaluation : finding.evaluations) {
      check_person(evaluation.by);
      const auto answered = [&](const auto& answer) {
        return answer.round <= evaluation.round && answer.on <= evaluation.on;
      };
      if (std::none_of(finding.answers.begin(), finding.answers.end(), answered))
        error("date-order", "finding " + input::quote(finding.id) + " is evaluated before it is answered", item.place,
              "an evaluation follows an answer of the same round");
    }
  }

  input::Diagnostics& found_;
  std::map<std::string, input::Place> persons_, verdicts_, findings_;
};

}  // namespace

Review read_review(const input::Tree& tree, input::Diagnostics& found) {
  auto faults = input::schema("review").check(tree);
  found.insert(found.end(), faults.begin(), faults.end());
  return Reader(found).read(tree);
}

}  // namespace assize::review
