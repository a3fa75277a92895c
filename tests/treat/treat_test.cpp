// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "engine/treat/risk_register.h"
#include "tests/laws/small_world.h"

namespace assize::treat {
namespace {

using laws::small_threat;
using laws::small_world;

std::vector<Treatment> treatments(const std::string& list, std::string* codes = nullptr) {
  input::Diagnostics found;
  auto read = read_treatments(laws::tree_of("format: assize/treatments/1\ntreatments: [" + list + "]\n"), found);
  if (codes)
    *codes = laws::codes_of(found);
  else
    REQUIRE(laws::said(found).empty());
  return read;
}

}  // namespace

TEST_CASE("where a decision stands on a day, at both sides of each edge") {
  const auto [treatment, as_of, decision] = GENERATE(table<std::string, std::string, Decision>({
      {"", "2026-06-15", Decision::none},
      {"owner: o", "2026-06-15", Decision::open},
      {"owner: o, due: 2026-06-15", "2026-06-15", Decision::open},
      {"owner: o, due: 2026-06-15", "2026-06-16", Decision::overdue},
      {"owner: o, accepted: {by: p, on: 2026-06-15, because: b}", "2026-06-14", Decision::not_yet_accepted},
      {"owner: o, accepted: {by: p, on: 2026-06-15, because: b}", "2026-06-15", Decision::accepted},
      {"owner: o, accepted: {by: p, on: 2026-06-15, because: b}", "9999-12-31", Decision::accepted},
      {"owner: o, accepted: {by: p, on: 2026-06-15, until: 2026-12-31, because: b}", "2026-12-31", Decision::accepted},
      {"owner: o, accepted: {by: p, on: 2026-06-15, until: 2026-12-31, because: b}", "2027-01-01", Decision::lapsed},
      {"owner: o, due: 2026-01-01, accepted: {by: p, on: 2026-06-15, because: b}", "2026-06-15", Decision::accepted},
  }));
  CAPTURE(treatment, as_of);
  const auto world = small_world({});
  const auto decided = treatments(treatment.empty() ? "" : "{risk: 'T@a', option: modify, " + treatment + "}");
  const auto made = treat(world->risks, decided, *input::parse_date(as_of));
  REQUIRE(made.rows.size() == 1);
  CHECK(made.rows[0].decision == decision);
  CHECK((made.rows[0].treatment != nullptr) == !treatment.empty());
}

TEST_CASE("a day on which a treatment is due but its acceptance is still to come does not hide that it is overdue") {
  const auto world = small_world({});
  const auto made = treat(
      world->risks,
      treatments(
          "{risk: 'T@a', option: modify, owner: o, due: 2026-01-01, accepted: {by: p, on: 2026-06-15, because: b}}"),
      {2026, 3, 1});
  CHECK(made.rows[0].decision == Decision::overdue);
}

TEST_CASE("of risks of one class and value, the one further from being less likely comes first") {
  const auto rated = [](const std::string& id, const std::string& time, const std::string& skill) {
    return "{id: " + id +
           ", title: T, says: S., family: none, nature: adversarial, scheme: attack, basis: judgement, touches: "
           "[thing], when: {always: true}, hits: [integrity], rating: {time: {level: " +
           time + ", because: b}, skill: {level: " + skill + ", because: b}, intensity: {level: single, because: b}}}";
  };
  // 4 points, 0 points, 3 points: all likely; 5 points are missing for the second, 1 and 2 for the others.
  const auto world =
      small_world({.catalogue = "threats: [" + rated("NEAR", "month", "none") + ", " + rated("FAR", "day", "none") +
                                ", " + rated("MIDDLE", "day", "some") + "]\n"});
  std::string order;
  for (const auto& row : treat(world->risks, {}, {2026, 6, 15}).rows) order += row.risk->id + " ";
  CHECK(order == "FAR@a MIDDLE@a NEAR@a ");
  const auto& method = world->catalogue.catalogue.methods.front();
  const auto [points, missing] =
      GENERATE(table<catalogue::Points, int>({{0, 5}, {4, 1}, {5, 7}, {11, 1}, {12, 0}, {30, 0}, {std::nullopt, 0}}));
  CHECK(points_to_safer(method, points) == missing);
}

TEST_CASE("every standing of a decision has its own words") {
  std::set<std::string_view> names;
  for (const auto one : {Decision::none, Decision::open, Decision::overdue, Decision::accepted, Decision::lapsed,
                         Decision::not_yet_accepted})
    names.insert(name_of(one));
  CHECK(names.size() == 6);
  CHECK_FALSE(names.contains(""));
}

TEST_CASE("what is wrong in treatments by itself") {
  const auto [list, code] = GENERATE(table<std::string, std::string>({
      {"{risk: 'T@a', option: modify, owner: o}", ""},
      {"{risk: 'T@a', option: modify, owner: o}, {risk: 'T@a', option: retain, owner: o}", "duplicate-id"},
      {"{risk: 'T@a', option: modify, owner: o, accepted: {by: p, on: 2026-06-15, until: 2026-06-14, because: b}}",
       "date-order"},
      {"{risk: 'T@a', option: modify, owner: o, accepted: {by: p, on: 2026-06-15, until: 2026-06-15, because: b}}", ""},
      {"{risk: 'T@a', option: ignore, owner: o}", "not-one-of"},
      {"{risk: 'T@a', option: modify}", "missing-key"},
      {"{risk: 'T@a', option: modify, owner: o, accepted: {by: p, on: 2026-06-15}}", "missing-key"},
  }));
  CAPTURE(list);
  std::string codes;
  treatments(list, &codes);
  CHECK(codes == code);
}

TEST_CASE("an acceptance is of the evidenced level unless it says otherwise") {
  const auto read = treatments(
      "{risk: 'T@a', option: retain, owner: o, accepted: {by: p, on: 2026-06-15, because: b}}, "
      "{risk: 'T@b', option: retain, owner: o, accepted: {by: p, on: 2026-06-15, because: b, level: claimed}}");
  CHECK(read[0].accepted->level == "evidenced");
  CHECK(read[1].accepted->level == "claimed");
}

TEST_CASE("a factor of a risk is overruled once") {
  input::Diagnostics found;
  const auto item = [](const char* factor) {
    return "{risk: 'T@a', factor: " + std::string(factor) + ", to: x, by: p, because: b}";
  };
  analyse::read_overrides(laws::tree_of("overrides: [" + item("time") + ", " + item("skill") + "]\n"), found);
  CHECK(found.empty());
  analyse::read_overrides(laws::tree_of("overrides: [" + item("time") + ", " + item("time") + "]\n"), found);
  CHECK(laws::codes_of(found) == "duplicate-id");
}

TEST_CASE("the register has the worst as evidenced first, then the worst as inherent, then the order of the walk") {
  const auto world = small_world(
      {.catalogue = small_threat() +
                    "controls: [{id: C, title: C, treats: [{threat: T, floor: {time: never}, basis: judgement}]}]\n",
       .system = "elements: [{id: low, kind: box}, {id: proven, kind: box, value: {integrity: {rating: 3, because: "
                 "b}}}, {id: low-too, kind: box}, "
                 "{id: high, kind: box, value: {integrity: {rating: 3, because: b}}}]",
       .implementations = "{control: C, status: in-place, on: [proven], evidence: [E]}",
       .evidence = "{id: E, kind: record, title: T, reference: r, made: 2026-01-01}"});
  const auto made = treat(world->risks, {}, {2026, 6, 15});
  std::string order;
  for (const auto& row : made.rows) order += row.risk->id.substr(2) + " ";
  CHECK(order ==
        "high proven low low-too ");  // proven: 1x3, as evidenced equal to the low ones (3x1), worse as inherent.
}

TEST_CASE("classes are counted at each level by their ids") {
  const auto world = small_world(
      {.system = "elements: [{id: a, kind: box}, {id: b, kind: box, value: {integrity: {rating: 3, because: b}}}]"});
  const auto made = treat(world->risks, {}, {2026, 6, 15});
  const auto classes = classes_of(made);
  CHECK(classes == std::vector<std::string>{"minor", "major", "critical"});
  CHECK(count_classes(made, analyse::At::inherent, classes) == std::vector<int>{0, 1, 1});
  CHECK(count_classes(made, analyse::At::inherent, {"critical"}) == std::vector<int>{1});
  CHECK(classes_of({}).empty());
}

}  // namespace assize::treat
