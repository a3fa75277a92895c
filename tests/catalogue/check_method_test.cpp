// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/catalogue/read_method.h"
#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

/// A sound method, of which a test changes one line.
std::string sound() {
  return R"(id: m
title: M
version: 1.0.0
scheme: hazard
factors: [{id: time, title: Time, levels: [{id: a, title: a, points: 0}, {id: b, title: b, points: 3}, {id: c, title: c, not-feasible: true}]}]
intensity: [{id: many, title: many, adds: 1}, {id: one, title: one, adds: 0}]
ratings: [{id: low, title: Low, from: 0, likelihood: 2}, {id: high, title: High, from: 3, likelihood: 1}]
likelihoods: [{value: 1, id: no, title: No}, {value: 2, id: yes, title: Yes}]
impacts: [{value: 1, id: a, title: A}, {value: 2, id: b, title: B}, {value: 3, id: c, title: C}]
impact-cap: 3
risk: [[1, 2, 3], [1, 3, 4]]
classes: [{id: mild, title: Mild, from: 1}, {id: bad, title: Bad, from: 3}]
measures: [{metric: x, factor: time, levels: [{up-to: 0.5, level: b}, {level: a}]}]
)";
}

/// The sound method with the line of that key replaced, or added.
Method with(const std::string& line) {
  auto text = sound();
  if (!line.empty()) {
    const auto key = line.substr(0, line.find(':') + 1);
    if (const auto at = text.find("\n" + key); at != std::string::npos)
      text.replace(at + 1, text.find('\n', at + 1) - at - 1, line);
    else
      text += line + "\n";
  }
  return read_method(laws::tree_of(text));
}

}  // namespace

TEST_CASE("a method that keeps its invariant has no fault") { CHECK(check_method(with("")).empty()); }

TEST_CASE("what breaks the invariant of a method is found") {
  const auto* line = GENERATE(
      "factors: [{id: time, title: T, levels: [{id: a, title: a, points: 3}, {id: b, title: b, points: 0}]}]",
      "factors: [{id: time, title: T, levels: [{id: a, title: a, not-feasible: true}, {id: b, title: b, points: 3}]}]",
      "intensity: [{id: one, title: one, adds: 0}, {id: many, title: many, adds: 1}]",
      "ratings: [{id: low, title: Low, from: 1, likelihood: 2}, {id: high, title: High, from: 3, likelihood: 1}]",
      "ratings: [{id: low, title: Low, from: 0, likelihood: 2}, {id: high, title: High, from: 0, likelihood: 1}]",
      "ratings: [{id: low, title: Low, from: 0, likelihood: 1}, {id: high, title: High, from: 3, likelihood: 2}]",
      "ratings: [{id: low, title: Low, from: 0, likelihood: 3}, {id: high, title: High, from: 3, likelihood: 1}]",
      "impacts: [{value: 1, id: a, title: A}, {value: 2, id: b, title: B}]", "risk: [[1, 2, 3]]",
      "risk: [[1, 2], [1, 3]]", "risk: [[1, 2, 1], [1, 3, 4]]", "risk: [[1, 2, 3], [1, 1, 4]]",
      "classes: [{id: mild, title: Mild, from: 3}, {id: bad, title: Bad, from: 3}]",
      "measures: [{metric: x, factor: tme, levels: [{level: a}]}]",
      "measures: [{metric: x, factor: time, levels: [{level: z}]}]",
      "measures: [{metric: x, factor: time, levels: [{up-to: 0.5, level: b}]}]",
      "measures: [{metric: x, factor: time, levels: [{up-to: 0.5, level: b}, {up-to: 0.2, level: b}, {level: a}]}]",
      "measures: [{metric: x, factor: time, levels: [{level: b}, {level: a}]}]",
      "classes: [{id: mild, title: Mild, from: 2}, {id: bad, title: Bad, from: 3}]",
      "factors: [{id: time, title: T, levels: [{id: a, title: a, points: 0}, {id: b, title: b, points: 3}], read-as: "
      "[{level: z, as: y}]}]",
      "factors: [{id: time, title: T, levels: [{id: a, title: a, points: 0}, {id: b, title: b, points: 3}], read-as: "
      "[{level: a, as: b}]}]",
      "factors: [{id: time, title: T, levels: [{id: a, title: a, points: 0}, {id: b, title: b, points: 3}], read-as: "
      "[{level: z, as: a}, {level: z, as: b}]}]",
      "rating-impacts: [{rating: 1, impact: 1}, {rating: 2, impact: 2}]",
      "rating-impacts: [{rating: 2, impact: 1}, {rating: 1, impact: 2}, {rating: 3, impact: 3}]",
      "rating-impacts: [{rating: 1, impact: 2}, {rating: 2, impact: 1}, {rating: 3, impact: 3}]",
      "rating-impacts: [{rating: 1, impact: 1}, {rating: 2, impact: 2}, {rating: 3, impact: 4}]",
      "cost-benefit: {dimensions: [], weights: [{class: bad, weight: 4}]}",
      "cost-benefit: {dimensions: [], weights: [{class: mild, weight: 5}, {class: bad, weight: 4}]}",
      "cost-benefit: {dimensions: [], weights: [{class: mild, weight: 1}, {class: bad, weight: 4}, {class: worse, "
      "weight: 9}]}",
      "cost-benefit: {dimensions: [], weights: [{class: mild, weight: 1}, {class: mild, weight: 1}, {class: bad, "
      "weight: "
      "4}]}",
      "cost-benefit: {dimensions: [{id: x, title: X, is: cost, levels: []}, {id: x, title: X, is: cost, levels: []}], "
      "weights: [{class: mild, weight: 1}, {class: bad, weight: 4}]}");
  CAPTURE(line);
  const auto found = check_method(with(line));
  CHECK_FALSE(found.empty());
  for (const auto& one : found) CHECK(one.code == "bad-method");
}

TEST_CASE("a matrix takes the row of the likelihood and the column of the impact, in the order of their values") {
  const auto method = with("");
  const auto [likelihood, impact, risk] =
      GENERATE(table<int, int, int>({{1, 1, 1}, {1, 3, 3}, {2, 1, 1}, {2, 2, 3}, {2, 3, 4}}));
  CHECK(risk_of(method, {likelihood}, {impact}).value == risk);
}

TEST_CASE("a level that the method has not is read as the one that stands in for it, anything else as none") {
  const auto method = with(
      "factors: [{id: time, title: T, levels: [{id: a, title: a, points: 0}, {id: b, title: b, points: 3}], read-as: "
      "[{level: z, as: b, mark: I}]}]");
  CHECK(check_method(method).empty());
  CHECK(method.factors[0].rank("b") == 1);
  CHECK(method.factors[0].rank("z") == 1);
  CHECK(method.factors[0].rank("y") == -1);
  CHECK(method.level_ids("time") == std::vector<std::string>{"a", "b", "z"});
  CHECK(method.level_ids("intensity") == std::vector<std::string>{"many", "one"});
  CHECK(method.level_ids("none").empty());
}

TEST_CASE("a rating is an impact, or what the method says it is, before the intensity adds to it and the cap holds") {
  const auto plain = with("");
  CHECK(impact_of_rating(plain, 2).value == 2);
  CHECK(impact_of(plain, 2, 0).value == 3);
  CHECK(impact_of(plain, 3, 0).value == 3);
  const auto own = with("rating-impacts: [{rating: 1, impact: 2}, {rating: 2, impact: 2}, {rating: 3, impact: 3}]");
  CHECK(check_method(own).empty());
  CHECK(impact_of_rating(own, 1).value == 2);
  CHECK(impact_of(own, 1, 0).value == 3);
  CHECK(impact_of(own, 1, 1).value == 2);
}

TEST_CASE("a cell that does not say how sure it is counts as unverified, never as read in the standard") {
  const auto method = with("");
  CHECK(method.factors[0].levels[0].mark == Mark::unverified);
  CHECK(method.intensities[0].mark == Mark::unverified);
  CHECK(method.bands[0].mark == Mark::unverified);
  CHECK(method.bands[0].likelihood_mark == Mark::unverified);
  CHECK(method.classes[0].mark == Mark::unverified);
  CHECK(method.impact_cap_mark == Mark::unverified);
  CHECK(method.risk_mark == Mark::unverified);
}

TEST_CASE("the marks of cells") {
  const auto [mark, read] = GENERATE(table<std::string, Mark>(
      {{"P", Mark::primary}, {"S", Mark::second_hand}, {"I", Mark::inferred}, {"U", Mark::unverified}}));
  const auto method = with("intensity: [{id: one, title: one, adds: 0, mark: " + mark + "}]");
  CHECK(method.intensities[0].mark == read);
  CHECK(name_of(read) == mark);
}

}  // namespace assize::catalogue
