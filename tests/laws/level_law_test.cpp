// SPDX-License-Identifier: Apache-2.0
// What holds for the levels of every risk of every system.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/laws/generated.h"
#include "tests/laws/oracle.h"
#include "tests/laws/shipped.h"

namespace assize::laws {
namespace {

using analyse::At;

const input::Date today{2026, 6, 15};

std::map<std::string, const analyse::Risk*> by_id(const Assessment& assessment) {
  std::map<std::string, const analyse::Risk*> all;
  for (const auto& risk : assessment.risks) all[risk.id] = &risk;
  return all;
}

/// Whether no scale of the level is above the other's.
bool no_worse(const analyse::Level& level, const analyse::Level& than) {
  return level.likelihood <= than.likelihood && level.impact <= than.impact && level.risk <= than.risk &&
         level.risk_class <= than.risk_class;
}

Stated stated(const Register& all, const std::string& id, At at) { return all.at(id)[static_cast<std::size_t>(at)]; }

}  // namespace

TEST_CASE("inherent is no better than evidenced, evidenced than claimed, claimed than planned; no control, no change") {
  std::size_t moved = 0, untreated = 0;
  for (std::uint32_t seed = 101; seed <= 140; ++seed) {
    const auto project = read(random_system(seed));
    const auto assessment = assess(project, today);
    const auto all = fast_register(assessment);
    CAPTURE(seed);
    CHECK(all.size() == assessment.risks.size());  // No two risks have the same id.
    for (const auto& risk : assessment.risks) {
      CAPTURE(risk.id);
      CHECK(no_worse(risk.at(At::evidenced), risk.at(At::inherent)));
      CHECK(no_worse(risk.at(At::claimed), risk.at(At::evidenced)));
      CHECK(no_worse(risk.at(At::planned), risk.at(At::claimed)));
      moved += risk.at(At::planned).risk < risk.at(At::inherent).risk ? 1u : 0u;
      if (!risk.working.empty()) continue;
      ++untreated;
      for (const auto at : analyse::all_levels) CHECK(stated(all, risk.id, at) == stated(all, risk.id, At::inherent));
    }
  }
  CHECK(moved > 20);  // Some risks do get smaller, and some have no control.
  CHECK(untreated > 20);
}

TEST_CASE("the order in which things are said changes no level and no id") {
  for (std::uint32_t seed = 301; seed <= 320; ++seed) {
    CAPTURE(seed);
    auto described = random_system(seed);
    const auto before = read(described);
    std::mt19937 chance(seed);
    for (auto* lines :
         {&described.agents, &described.boundaries, &described.elements, &described.flows, &described.harms,
          &described.implementations, &described.evidence, &described.overrides, &described.treatments})
      shuffle(chance, *lines);
    const auto after = read(described);
    const auto first = assess(before, today), second = assess(after, today);
    CHECK(fast_register(first) == fast_register(second));
    std::map<std::string, treat::Decision> decided, decided_again;
    for (const auto& row : first.risk_register.rows) decided[row.risk->id] = row.decision;
    for (const auto& row : second.risk_register.rows) decided_again[row.risk->id] = row.decision;
    CHECK(decided == decided_again);
    std::multiset<std::string> gaps, gaps_again;
    for (const auto& gap : first.gaps) gaps.insert(gap.id());
    for (const auto& gap : second.gaps) gaps_again.insert(gap.id());
    CHECK(gaps == gaps_again);
  }
}

TEST_CASE("the same values give equal assessments, twice") {
  for (std::uint32_t seed = 401; seed <= 406; ++seed) {
    const auto project = read(random_system(seed));
    const auto first = assess(project, today), second = assess(project, today);
    CAPTURE(seed);
    CHECK(fast_register(first) == fast_register(second));
    REQUIRE(first.risks.size() == second.risks.size());
    for (std::size_t i = 0; i < first.risks.size(); ++i) {
      CHECK(first.risks[i].id == second.risks[i].id);
      CHECK(first.risk_register.rows[i].risk->id == second.risk_register.rows[i].risk->id);
    }
    REQUIRE(first.gaps.size() == second.gaps.size());
    for (std::size_t i = 0; i < first.gaps.size(); ++i)
      CHECK(first.gaps[i].id() + first.gaps[i].says == second.gaps[i].id() + second.gaps[i].says);
    REQUIRE(first.coverage.size() == second.coverage.size());
    for (std::size_t i = 0; i < first.coverage.size(); ++i)
      CHECK(first.coverage[i].strength == second.coverage[i].strength);
  }
}

TEST_CASE("one more implementation removes no risk of what is described, and raises none that it treats") {
  std::size_t treated = 0, lowered = 0, brought = 0;
  for (std::uint32_t seed = 501; seed <= 532; ++seed) {
    auto described = random_system(seed);
    const auto project = read(described);
    std::mt19937 chance(seed);
    described.implementations.push_back(random_implementation(chance, described, "NEW"));
    const auto more = read(described);
    const auto before = assess(project, today), after = assess(more, today);
    const auto now = by_id(after);
    const auto registered_before = fast_register(before), registered = fast_register(after);
    brought += after.facts.brought.size() > before.facts.brought.size() ? 1u : 0u;
    for (const auto& risk : before.risks) {
      CAPTURE(seed, risk.id, described.implementations.back());
      REQUIRE(now.contains(risk.id));
      const auto& again = *now.at(risk.id);
      CHECK(stated(registered, risk.id, At::inherent) == stated(registered_before, risk.id, At::inherent));
      const bool by_new = std::any_of(again.working.begin(), again.working.end(),
                                      [](const auto& one) { return one.implementation->id == "NEW"; });
      if (!by_new) continue;
      ++treated;
      for (const auto at : analyse::all_levels) {
        CHECK(no_worse(again.at(at), risk.at(at)));
        lowered += again.at(at).risk < risk.at(at).risk ? 1u : 0u;
      }
    }
  }
  CAPTURE(treated, lowered, brought);
  CHECK(treated > 15);
  CHECK(lowered > 3);
  CHECK(brought > 3);
}

TEST_CASE("a later date betters nothing as evidenced when no evidence begins to count") {
  Wanted wanted;
  wanted.metrics = false;  // A measurement that lapses may give way to a better judgement: a law of its own below.
  wanted.all_evidence_made = true;
  std::size_t lapsed = 0;
  for (std::uint32_t seed = 601; seed <= 630; ++seed) {
    const auto project = read(random_system(seed, wanted));
    const auto sooner = assess(project, {2026, 1, 1}), later = assess(project, {2027, 9, 1});
    const auto then = fast_register(sooner), now = fast_register(later);
    const auto now_by_id = by_id(later);
    for (const auto& risk : sooner.risks) {
      CAPTURE(seed, risk.id);
      for (const auto at : {At::inherent, At::claimed, At::planned})
        CHECK(stated(then, risk.id, at) == stated(now, risk.id, at));
      CHECK(no_worse(risk.at(At::evidenced), now_by_id.at(risk.id)->at(At::evidenced)));
      lapsed += stated(then, risk.id, At::evidenced) != stated(now, risk.id, At::evidenced) ? 1u : 0u;
    }
  }
  CHECK(lapsed > 0);
}

TEST_CASE("a thing that is joined to nothing and changes no fact of the system leaves all other risks as they are") {
  std::size_t unchanged = 0;
  for (std::uint32_t seed = 701; seed <= 728; ++seed) {
    auto described = random_system(seed);
    const auto project = read(described);
    std::mt19937 chance(seed);
    const auto& kinds = shipped().catalogue.vocabulary.kinds;
    auto kind = pick(chance, kinds).id;
    while (kind == "flow") kind = pick(chance, kinds).id;
    described.elements.insert(
        described.elements.begin() + static_cast<std::ptrdiff_t>(below(chance, described.elements.size() + 1)),
        "{id: bystander, kind: " + kind + "}");
    const auto more = read(described);
    const auto before = assess(project, today), after = assess(more, today);
    if (before.facts.of_system != after.facts.of_system) continue;
    ++unchanged;
    const auto then = fast_register(before), now = fast_register(after);
    CAPTURE(seed, kind);
    std::size_t of_others = 0;
    for (const auto& [id, levels] : now) {
      if (id.ends_with("@bystander")) continue;
      ++of_others;
      CHECK(then.contains(id));
    }
    CHECK(of_others == then.size());
    for (const auto& [id, levels] : then) {
      CAPTURE(id);
      REQUIRE(now.contains(id));
      CHECK(now.at(id) == levels);
    }
  }
  CHECK(unchanged > 10);
}

TEST_CASE("who may attack is recorded with each rating and changes no number") {
  for (std::uint32_t seed = 801; seed <= 806; ++seed) {
    auto described = random_system(seed);
    described.agents.clear();
    const auto without = read(described);
    described.agents = {
        "{id: a, title: A, motivation: focused, capability: formidable, access: insider, because: b}",
        "{id: b, title: B, motivation: curious, capability: little, families: [manipulation], because: b}"};
    const auto with = read(described);
    const auto plain = assess(without, today), watched = assess(with, today);
    CAPTURE(seed);
    CHECK(fast_register(plain) == fast_register(watched));
    for (const auto& risk : watched.risks) {
      const bool attack = risk.scenario.threat->scheme == catalogue::Scheme::attack;
      CHECK(risk.agents.size() == (!attack ? 0u : risk.scenario.threat->family == "manipulation" ? 2u : 1u));
    }
  }
}

TEST_CASE("section 13: a higher rating of what is hit never lowers a risk") {
  for (std::uint32_t seed = 901; seed <= 910; ++seed) {
    auto described = random_system(seed);
    const auto before = read(described);
    for (auto& element : described.elements) {
      for (auto at = element.find("rating: "); at != std::string::npos; at = element.find("rating: ", at + 1))
        element[at + 8] = static_cast<char>(std::min<int>('3', element[at + 8] + 1));
    }
    const auto after = read(described);
    const auto first = assess(before, today), second = assess(after, today);
    const auto now = by_id(second);
    for (const auto& risk : first.risks) {
      CAPTURE(seed, risk.id);
      for (const auto at : analyse::all_levels) CHECK(no_worse(risk.at(at), now.at(risk.id)->at(at)));
    }
  }
}

TEST_CASE("the register holds each risk once, the worst as evidenced first") {
  for (std::uint32_t seed = 951; seed <= 956; ++seed) {
    const auto project = read(random_system(seed));
    const auto assessment = assess(project, today);
    const auto& rows = assessment.risk_register.rows;
    CAPTURE(seed);
    REQUIRE(rows.size() == assessment.risks.size());
    std::set<const analyse::Risk*> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(seen.insert(rows[i].risk).second);
      if (i > 0) CHECK(rows[i - 1].risk->at(At::evidenced).risk_class >= rows[i].risk->at(At::evidenced).risk_class);
    }
  }
}

}  // namespace assize::laws
