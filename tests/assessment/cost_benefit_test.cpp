// SPDX-License-Identifier: Apache-2.0
#include "engine/cost_benefit.h"

#include <catch2/catch.hpp>

#include "engine/rerate.h"
#include "tests/assessment/small_project.h"

namespace assize {
namespace {

using laws::ProjectWords;
using laws::small_project;
using laws::some_day;

const std::string low = "cost: {build: {level: low, because: b}, law: {level: good, because: b}}";
const std::string free = "cost: {build: {level: none, because: b}, law: {level: none, because: b}}";

/// "critical 1>0 9, major 1>1 0, minor 0>1 -1; build low -1, law good 4; 11".
std::string told(const Countermeasure& one) {
  std::string text;
  for (const auto& term : one.balance.classes)
    text += (text.empty() ? "" : ", ") + term.weight->risk_class + " " + std::to_string(term.before) + ">" +
            std::to_string(term.after) + " " + std::to_string(term.points());
  std::string costs;
  for (const auto& term : one.balance.costs)
    costs +=
        (costs.empty() ? "" : ", ") + term.dimension->id + " " + term.level->id + " " + std::to_string(term.points());
  return text + "; " + costs + "; " + std::to_string(one.balance.result());
}

evidence::Implementation with_costs(const std::vector<std::pair<std::string, std::string>>& words) {
  evidence::Implementation made;
  made.id = "I";
  for (const auto& [dimension, level] : words) made.cost.push_back({dimension, {level, {}}, "b", {}});
  return made;
}

const catalogue::Method& tvra() {
  static const auto read = laws::read_shipped({"tvra"});
  return *read.catalogue.method("tvra");
}

int result(const ClassCounts& before, const ClassCounts& after,
           const std::vector<std::pair<std::string, std::string>>& words) {
  const auto one = with_costs(words);
  return balance_of(tvra(), before, after, {&one}).result();
}

}  // namespace

TEST_CASE("section 10, example 1 (Table H.1): reducing the frequency of repeated messages has the result 14") {
  CHECK(result({{"critical", 3}, {"major", 0}, {"minor", 0}}, {{"critical", 0}, {"major", 3}, {"minor", 0}},
               {{"standards-design", "low"},
                {"implementation", "none"},
                {"operation", "none"},
                {"regulatory", "none"},
                {"market", "none"}}) == 14);
}

TEST_CASE("section 8: every word on every dimension, with the sign it has in the result") {
  const auto [dimension, level, points] =
      GENERATE(table<std::string, std::string, int>({{"standards-design", "none", 0},
                                                     {"standards-design", "low", -1},
                                                     {"standards-design", "medium", -4},
                                                     {"standards-design", "major", -9},
                                                     {"implementation", "none", 0},
                                                     {"implementation", "low", -1},
                                                     {"implementation", "medium", -4},
                                                     {"implementation", "major", -9},
                                                     {"operation", "none", 0},
                                                     {"operation", "low", -1},
                                                     {"operation", "medium", -4},
                                                     {"operation", "major", -9},
                                                     {"regulatory", "severe-negative", -9},
                                                     {"regulatory", "negative", -4},
                                                     {"regulatory", "none", 0},
                                                     {"regulatory", "positive", 4},
                                                     {"regulatory", "severe-positive", 9},
                                                     {"market", "severe-negative", -9},
                                                     {"market", "negative", -4},
                                                     {"market", "none", 0},
                                                     {"market", "positive", 4},
                                                     {"market", "severe-positive", 9}}));
  CAPTURE(dimension, level);
  CHECK(result({}, {}, {{dimension, level}}) == points);
  CHECK(result({{"critical", 1}}, {}, {{dimension, level}}) == 9 + points);
}

TEST_CASE("section 8: a risk that leaves a class counts its weight, one that enters it the same with another sign") {
  const auto [risk_class, weight] = GENERATE(table<std::string, int>({{"critical", 9}, {"major", 4}, {"minor", 1}}));
  CHECK(result({{risk_class, 5}}, {{risk_class, 3}}, {}) == 2 * weight);
  CHECK(result({{risk_class, 3}}, {{risk_class, 5}}, {}) == -2 * weight);
}

TEST_CASE("a planned countermeasure is set against what is in place, over the whole register") {
  const auto project = small_project({.implementations = "{control: C-1, status: planned, " + low + "}"});
  const auto analysis = weigh(project, some_day);
  REQUIRE(analysis.each.size() == 1);
  // T@a goes from critical to major, T@b from major to minor; the hazards stay minor.
  CHECK(told(analysis.each.front()) == "critical 1>0 9, major 1>1 0, minor 2>3 -1; build low -1, law good 4; 11");
  CHECK(analysis.each.front().added.empty());
  CHECK(told(analysis.planned) == told(analysis.each.front()));
}

TEST_CASE("where another countermeasure that is in place does the same, nothing is gained") {
  const auto project = small_project(
      {.implementations = "{control: C-1, status: planned, " + low + "}, {control: C-3, status: in-place}"});
  CHECK(told(weigh(project, some_day).each.front()) ==
        "critical 0>0 0, major 1>1 0, minor 3>3 0; build low -1, law good 4; 3");
}

TEST_CASE("what is only planned does not count for another that is planned, but both count in the plan, once") {
  const auto project = small_project({.implementations = "{control: C-1, status: planned, " + free +
                                                         "}, {control: C-3, status: planned, " + low + "}"});
  const auto analysis = weigh(project, some_day);
  REQUIRE(analysis.each.size() == 2);
  CHECK(analysis.each[0].balance.result() == 8);
  CHECK(analysis.each[1].balance.result() == 8 - 1 + 4);
  CHECK(told(analysis.planned) ==
        "critical 1>0 9, major 1>1 0, minor 2>3 -1; build none 0, build low -1, law none 0, law good 4; 11");
}

TEST_CASE("a countermeasure in place is set against the register without it") {
  const auto project = small_project({.implementations = "{control: C-1, status: in-place, " + free + "}"});
  const auto analysis = weigh(project, some_day);
  CHECK(told(analysis.each.front()) == "critical 1>0 9, major 1>1 0, minor 2>3 -1; build none 0, law none 0; 8");
  CHECK(analysis.planned.parts.empty());
}

TEST_CASE("section 13: what a countermeasure brings is walked too, so that it may raise the risk") {
  const auto project = small_project({.implementations = "{control: C-2, status: planned, " + free + "}"});
  const auto analysis = weigh(project, some_day);
  REQUIRE(analysis.each.size() == 1);
  CHECK(analysis.each.front().added == std::vector<std::string>{"T@C-2.k"});
  CHECK(analysis.each.front().removed.empty());
  CHECK(told(analysis.each.front()) == "critical 1>1 0, major 1>2 -4, minor 2>2 0; build none 0, law none 0; -4");
}

TEST_CASE("what does not apply and what is planned without a cost are in no sum, and are named") {
  const auto project = small_project({.implementations = "{control: C-1, status: planned}, "
                                                         "{control: C-3, status: not-applicable, because: b, " +
                                                         free + "}"});
  const auto analysis = weigh(project, some_day);
  CHECK(analysis.each.empty());
  CHECK(analysis.planned.parts.empty());
  CHECK(analysis.planned.balance.result() == 0);
  REQUIRE(analysis.unstated.size() == 1);
  CHECK(analysis.unstated.front()->id == "C-1");
  REQUIRE(analysis.not_applicable.size() == 1);
  CHECK(analysis.not_applicable.front()->id == "C-3");
}

TEST_CASE("the plan ends where the register's planned level is, when the plan brings nothing new") {
  const auto project = small_project({.implementations = "{control: C-1, status: planned, on: [a], " + free +
                                                         "}, {control: C-3, status: in-place, on: [b]}"});
  ClassCounts planned;
  for (const auto& risk : assess(project, some_day).risks)
    ++planned[risk.method->classes[static_cast<std::size_t>(risk.at(analyse::At::planned).risk_class)].id];
  for (const auto& term : weigh(project, some_day).planned.balance.classes)
    CHECK(term.after == planned[term.weight->risk_class]);
}

TEST_CASE("which analysis counts, and which classes it does not weigh") {
  auto project = small_project();
  REQUIRE(project.cost_benefit_method());
  CHECK(project.cost_benefit_method()->id == "m");
  CHECK(unweighed_classes(project, *project.cost_benefit_method()).empty());
  const auto& m = *project.attack;
  REQUIRE(rerate(project, {"five"}).empty());
  CHECK(project.cost_benefit_method() == nullptr);
  CHECK(unweighed_classes(project, m) == std::vector<std::string>{"mild"});
}

TEST_CASE("a cost in words that the method has not, or one that is left out, is an error at its place") {
  const auto [cost, codes] = GENERATE(table<std::string, std::string>(
      {{"{build: {level: low, because: b}, law: {level: none, because: b}}", ""},
       {"{build: {level: low, because: b}}", "missing-dimension"},
       {"{build: {level: lo, because: b}, law: {level: none, because: b}}", "unknown-level"},
       {"{bild: {level: low, because: b}, law: {level: none, because: b}}", "unknown-dimension"},
       {"{build: {level: low}, law: {level: none, because: b}}", "missing-key"},
       {"{}", "wrong-length"}}));
  CAPTURE(cost);
  CHECK(laws::codes_of(laws::try_project({.implementations = "{control: C-1, status: planned, cost: " + cost + "}"})
                           .diagnostics()) == codes);
}

}  // namespace assize
