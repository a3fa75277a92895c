// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/rerate.h"
#include "tests/laws/generated.h"
#include "tests/laws/oracle.h"
#include "tests/laws/shipped.h"

namespace assize::laws {
namespace {

/// The first ten lines in which two registers differ; "" when they agree.
std::string difference(const Register& fast, const Register& slow) {
  std::vector<std::string> lines;
  for (const auto& [id, levels] : slow) {
    const auto found = fast.find(id);
    if (found == fast.end()) {
      lines.push_back(id + ": only the slow one finds it");
      continue;
    }
    for (const auto at : analyse::all_levels) {
      const auto i = static_cast<std::size_t>(at);
      if (found->second[i] != levels[i])
        lines.push_back(id + " " + std::string(analyse::name_of(at)) + "\n    fast " + found->second[i] +
                        "\n    slow " + levels[i]);
    }
  }
  for (const auto& [id, levels] : fast)
    if (!slow.contains(id)) lines.push_back(id + ": only the fast one finds it");
  std::string text;
  for (std::size_t i = 0; i < lines.size() && i < 10; ++i) text += "\n  " + lines[i];
  return text;
}

std::vector<std::string> examples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "examples"))
    if (std::filesystem::exists(entry.path() / "system.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("walk and analyse agree with the slow and obvious version on every example") {
  const auto names = examples();
  REQUIRE(!names.empty());
  std::size_t compared = 0;
  for (const auto& name : names) {
    CAPTURE(name);
    std::string wrong;
    const auto project = read_example(name, wrong);
    if (!project) {  // Whether each example can be read is the business of others.
      WARN("example " << name << " cannot be read:\n" << wrong);
      continue;
    }
    ++compared;
    const auto as_of = project->settings.as_of.value_or(input::Date{2026, 11, 20});
    const auto assessment = assess(*project, as_of);
    REQUIRE(assessment.risks.size() > 10);
    const auto slow = slow_register(*project, as_of);
    CHECK(difference(fast_register(assessment), slow) == "");
    CHECK(assessment.risks.size() == slow.size());  // No id twice.
  }
  CHECK(compared > 0);
}

TEST_CASE("under every shipped method they agree too, and no level is worse than the one before it") {
  const auto methods = GENERATE(values<std::vector<std::string>>({{"tvra-legacy"},
                                                                  {"iso27005", "iso27005-hazard"},
                                                                  {"iso-sae-21434"},
                                                                  {"evita"},
                                                                  {"evita-c2"},
                                                                  {"evita-c3"},
                                                                  {"evita-c4"}}));
  CAPTURE(methods);
  std::size_t risks = 0, set_aside = 0;
  for (std::uint32_t seed = 501; seed <= 510; ++seed) {
    CAPTURE(seed);
    auto project = read(random_system(seed));
    REQUIRE_FALSE(input::has_errors(rerate(project, methods)));
    const input::Date as_of{2026, 6, 15};
    const auto assessment = assess(project, as_of);
    CHECK(difference(fast_register(assessment), slow_register(project, as_of)) == "");
    risks += assessment.risks.size();
    set_aside += project.overrides_not_applied.size();
    using analyse::At;
    for (const auto& risk : assessment.risks)
      for (const auto& [worse, better] :
           {std::pair{At::inherent, At::evidenced}, {At::evidenced, At::claimed}, {At::claimed, At::planned}})
        CHECK(risk.at(better).risk_class <= risk.at(worse).risk_class);
  }
  CHECK(risks > 100);
  CHECK(set_aside == 0);  // The shipped methods of a scheme know each other's levels.
}

TEST_CASE("walk and analyse agree with the slow and obvious version on generated systems") {
  std::size_t risks = 0, treated = 0, measured = 0, overruled = 0, brought = 0;
  for (std::uint32_t seed = 1; seed <= 64; ++seed) {
    CAPTURE(seed);
    const auto project = read(random_system(seed));
    const input::Date as_of{2026, static_cast<int>(1 + seed % 12), 15};
    const auto assessment = assess(project, as_of);
    const auto slow = slow_register(project, as_of);
    CHECK(difference(fast_register(assessment), slow) == "");
    CHECK(assessment.risks.size() == slow.size());
    risks += assessment.risks.size();
    brought += assessment.facts.brought.size();
    for (const auto& risk : assessment.risks) {
      treated += risk.working.empty() ? 0u : 1u;
      for (const auto& origin : risk.origins) {
        measured += origin.from == analyse::Origin::From::measurement ? 1u : 0u;
        overruled += origin.from == analyse::Origin::From::assessor ? 1u : 0u;
      }
    }
  }
  // What is compared must be there: otherwise the generator has gone dull.
  CAPTURE(risks, treated, measured, overruled, brought);
  CHECK(risks > 1000);
  CHECK(treated > 200);
  CHECK(measured > 10);
  CHECK(overruled > 40);
  CHECK(brought > 20);
}

}  // namespace assize::laws
