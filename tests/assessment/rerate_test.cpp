// SPDX-License-Identifier: Apache-2.0
#include "engine/rerate.h"

#include <catch2/catch.hpp>

#include "tests/assessment/small_project.h"

namespace assize {
namespace {

using laws::small_project;
using laws::some_day;

const analyse::Risk& risk(const Assessment& assessment, const std::string& id) {
  for (const auto& one : assessment.risks)
    if (one.id == id) return one;
  throw std::runtime_error("no risk " + id);
}

std::string level_of(const analyse::Risk& one, const std::string& factor) {
  const auto at = static_cast<std::size_t>(one.method->factor(factor));
  return one.method->factors[at].levels[static_cast<std::size_t>(one.at(analyse::At::inherent).ranks[at])].id;
}

}  // namespace

TEST_CASE("a method takes the place of the one of its scheme, the other stays") {
  auto project = small_project();
  CHECK(is_rated_as_set(project));
  CHECK(rerate(project, {"other"}).empty());
  CHECK(project.attack->id == "other");
  CHECK(project.hazard->id == "h");
  CHECK_FALSE(is_rated_as_set(project));
  const auto assessment = assess(project, some_day);
  CHECK(risk(assessment, "T@a").method->id == "other");
  CHECK(risk(assessment, "W@a").method->id == "h");
}

TEST_CASE("no method, or the one that is set, changes nothing") {
  auto project = small_project({.overrides = "{risk: T@a, factor: time, to: never, by: p, because: b}"});
  CHECK(rerate(project, {}).empty());
  CHECK(rerate(project, {"m"}).empty());
  CHECK(is_rated_as_set(project));
  CHECK(project.overrides.size() == 1);
  CHECK(project.overrides_not_applied.empty());
}

TEST_CASE("an unknown method, and two of one scheme, are errors that leave the project as it was") {
  const auto [methods, codes, help] = GENERATE(table<std::vector<std::string>, std::string, std::string>(
      {{{"othr"}, "unknown-method", "did you mean `other`?"},
       {{"m", "other"}, "two-methods", "name one for attacks, one for hazards, or one of these"},
       {{""}, "unknown-method", "it is one of: `m`, `other`, `five` or `h`"}}));
  auto project = small_project({.overrides = "{risk: T@a, factor: time, to: never, by: p, because: b}"});
  const auto found = rerate(project, methods);
  CHECK(laws::codes_of(found) == codes);
  CHECK(found.front().help == help);
  CHECK(input::has_errors(found));
  CHECK(is_rated_as_set(project));
  CHECK(project.overrides.size() == 1);
}

TEST_CASE("an override that the other method cannot take is set aside, with a warning at its place and a gap") {
  auto project = small_project({.overrides = "{risk: T@a, factor: time, to: never, by: p, because: b}, "
                                             "{risk: T@b, factor: time, to: month, by: p, because: b}, "
                                             "{risk: T@b, factor: skill, to: much, by: p, because: b}"});
  const auto found = rerate(project, {"other"});
  REQUIRE(laws::codes_of(found) == "override-not-applied");
  CHECK(found.front().severity == input::Severity::warning);
  CHECK(found.front().place.file.text() == "treatments.yaml");
  CHECK(found.front().place.line == 3);
  REQUIRE(project.overrides_not_applied.size() == 1);
  CHECK(project.overrides_not_applied.front().override.risk.value == "T@a");
  CHECK(project.overrides.size() == 2);
  const auto assessment = assess(project, some_day);
  const auto& set_aside = risk(assessment, "T@a");
  CHECK(level_of(set_aside, "time") == "year");  // The catalogue's month, as the method reads it.
  CHECK(set_aside.origins[0].override == nullptr);
  const auto& kept = risk(assessment, "T@b");
  CHECK(level_of(kept, "time") == "year");  // A level that is read as another is no reason to set an override aside.
  CHECK(kept.origins[0].override != nullptr);
  CHECK(level_of(kept, "skill") == "much");
  std::vector<std::string> gaps;
  for (const auto& gap : assessment.gaps)
    if (gap.code == "override-not-applied") gaps.push_back(gap.id());
  CHECK(gaps == std::vector<std::string>{"override-not-applied:T@a/time"});
}

TEST_CASE("an override of a hazard stays when only attacks are rated anew") {
  auto project = small_project({.overrides = "{risk: W@a, factor: rarity, to: seldom, by: p, because: b}"});
  CHECK(rerate(project, {"other"}).empty());
  CHECK(level_of(risk(assess(project, some_day), "W@a"), "rarity") == "seldom");
}

TEST_CASE("a re-rating finds the same risks as a project that names the method itself") {
  const std::string implementations = "{control: C-1, status: in-place}, {control: C-2, status: in-place}";
  auto rerated = small_project({.implementations = implementations});
  REQUIRE(rerate(rerated, {"other"}).empty());
  const auto set = small_project({.implementations = implementations, .methods = "{attack: other, hazard: h}"});
  const auto one = assess(rerated, some_day), two = assess(set, some_day);
  REQUIRE(one.risks.size() == two.risks.size());
  for (std::size_t i = 0; i < one.risks.size(); ++i) {
    CHECK(one.risks[i].id == two.risks[i].id);
    for (const auto at : analyse::all_levels) {
      CHECK(one.risks[i].at(at).ranks == two.risks[i].at(at).ranks);
      CHECK(one.risks[i].at(at).risk == two.risks[i].at(at).risk);
    }
  }
}

}  // namespace assize
