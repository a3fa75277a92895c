// SPDX-License-Identifier: Apache-2.0
#include "engine/diff.h"

#include <catch2/catch.hpp>

#include "engine/rerate.h"
#include "tests/assessment/small_project.h"

namespace assize {
namespace {

using analyse::At;
using laws::ProjectWords;
using laws::small_project;
using laws::some_day;

/// A project with its assessment, which points into it.
struct State {
  Project project;
  Assessment assessment;
};

std::unique_ptr<State> state(const ProjectWords& words, const std::vector<std::string>& methods = {}) {
  auto made = std::make_unique<State>(State{small_project(words), {}});
  if (const auto found = rerate(made->project, methods); input::has_errors(found))
    throw std::runtime_error(laws::said(found));
  made->assessment = assess(made->project, some_day);
  return made;
}

Difference between(const State& before, const State& after) { return diff(before.assessment, after.assessment); }

std::vector<std::string> ids(const std::vector<const treat::Row*>& rows) {
  std::vector<std::string> all;
  for (const auto* row : rows) all.push_back(row->risk->id);
  return all;
}

std::vector<std::string> ids(const std::vector<const cover::Gap*>& gaps) {
  std::vector<std::string> all;
  for (const auto* gap : gaps) all.push_back(gap->id());
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing differs between an assessment and itself, or another of the same project") {
  const ProjectWords words{.implementations = "{control: C-1, status: in-place}"};
  const auto one = state(words), two = state(words);
  for (const auto& found : {between(*one, *one), between(*one, *two)}) {
    CHECK(found.is_empty());
    CHECK(found.unchanged == one->assessment.risks.size());
    CHECK(found.tables.empty());
  }
}

TEST_CASE("a control that comes changes the levels at which it counts, and no other") {
  const auto before = state({}), after = state({.implementations = "{control: C-1, status: in-place, on: [a]}"});
  const auto found = between(*before, *after);
  REQUIRE(found.changed.size() == 1);
  CHECK(found.changed.front().after->risk->id == "T@a");
  CHECK(found.changed.front().before->risk->id == "T@a");
  CHECK(found.changed.front().levels == std::vector<At>{At::claimed, At::planned});  // Nothing shows it yet.
  CHECK_FALSE(found.changed.front().decision);
  CHECK(found.unchanged == before->assessment.risks.size() - 1);
  CHECK(found.added.empty());
  CHECK(found.removed.empty());
}

TEST_CASE("classes are crossed where some risk changed class, level by level") {
  const auto before = state({}), after = state({.implementations = "{control: C-1, status: in-place}"});
  const auto found = between(*before, *after);
  REQUIRE(found.tables.size() == 2);  // Claimed and planned, of attacks.
  CHECK(found.tables[0].level == At::claimed);
  CHECK(found.tables[1].level == At::planned);
  CHECK(found.tables[0].before->id == "m");
  // T@a from critical to major, T@b from major to minor.
  CHECK(found.tables[0].counts == std::vector<std::vector<int>>{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
}

TEST_CASE("a floor that moves a factor without moving the likelihood is a change all the same") {
  const auto before = state({.overrides = "{risk: T@b, factor: time, to: never, by: p, because: b}"});
  const auto after = state({.implementations = "{control: C-1, status: in-place, on: [b]}",
                            .overrides = "{risk: T@b, factor: time, to: never, by: p, because: b}"});
  const auto found = between(*before, *after);
  REQUIRE(found.changed.size() == 1);  // Not feasible before and after; only the skill is another.
  CHECK(found.changed.front().levels == std::vector<At>{At::claimed, At::planned});
  CHECK(found.tables.empty());
}

TEST_CASE("risks come and go with elements, and the other way round they go and come") {
  const auto before = state({}),
             after = state({.elements = "{id: a, kind: box, value: {integrity: {rating: 3, because: "
                                        "b}}}, {id: c, kind: key}"});
  const auto found = between(*before, *after), back = between(*after, *before);
  CHECK(ids(found.added) == Names{"T@c"});
  CHECK(ids(found.removed) == Names{"T@b", "W@b"});
  CHECK(ids(back.added) == ids(found.removed));
  CHECK(ids(back.removed) == ids(found.added));
  CHECK(found.changed.empty());
  CHECK(found.unchanged == 2);
  CHECK_FALSE(found.is_empty());
}

TEST_CASE("under another method each of its risks is another at every level, and no class is taken for its namesake") {
  const auto before = state({}), after = state({}, {"other"});
  const auto found = between(*before, *after);
  REQUIRE(found.changed.size() == 2);  // The attacks; hazards are rated as before.
  for (const auto& change : found.changed) {
    CHECK(change.before->risk->method->id == "m");
    CHECK(change.after->risk->method->id == "other");
    CHECK(change.levels.size() == 4);
  }
  CHECK(found.unchanged == 2);
  REQUIRE(found.tables.size() == 4);
  for (const auto& table : found.tables) {
    CHECK(table.before->id == "m");
    CHECK(table.after->id == "other");
    // T@a critical (9) and critical (6): namesakes, in different rows and columns of two methods. T@b major and minor.
    CHECK(table.counts == std::vector<std::vector<int>>{{0, 0, 0}, {1, 0, 0}, {0, 0, 1}});
  }
  CHECK_FALSE(is_same_method(*found.tables[0].before, *found.tables[0].after));
}

TEST_CASE("the rows and columns of a table sum to the risks that both sides have") {
  const auto before = state({.implementations = "{control: C-1, status: planned}"}), after = state({}, {"five"});
  for (const auto& table : between(*before, *after).tables) {
    int sum = 0;
    REQUIRE(table.counts.size() == table.before->classes.size());
    for (const auto& row : table.counts) {
      REQUIRE(row.size() == table.after->classes.size());
      for (const int count : row) sum += count;
    }
    CHECK(sum == 2);
  }
}

TEST_CASE("a decision that stands elsewhere is a change without a level") {
  const auto before = state({});
  const auto after = state({.treatments = "{risk: W@b, option: retain, owner: p, because: b}"});
  const auto found = between(*before, *after);
  REQUIRE(found.changed.size() == 1);
  CHECK(found.changed.front().after->risk->id == "W@b");
  CHECK(found.changed.front().levels.empty());
  CHECK(found.changed.front().decision);
}

TEST_CASE("gaps come and go, and change weight, by their ids") {
  const auto before = state({}), after = state({.treatments = "{risk: T@a, option: retain, owner: p, because: b}"});
  const auto found = between(*before, *after), back = between(*after, *before);
  CHECK(ids(found.gaps_removed) == Names{"risk-undecided:T@a"});
  CHECK(found.gaps_added.empty());
  CHECK(ids(back.gaps_added) == Names{"risk-undecided:T@a"});
  // Of the worst class it blocks; a class below it is only open.
  const auto milder =
      state({.elements = "{id: a, kind: box, value: {integrity: {rating: 1, because: b}}}, {id: b, kind: box}"});
  const auto changed = between(*before, *milder).gaps_changed;
  REQUIRE(changed.size() == 1);
  CHECK(changed.front().before->id() == "risk-undecided:T@a");
  CHECK(changed.front().before->weight == cover::Gap::Weight::blocking);
  CHECK(changed.front().after->weight == cover::Gap::Weight::open);
}

}  // namespace assize
