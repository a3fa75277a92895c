// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/applicability.h"

#include <catch2/catch.hpp>

#include "engine/cover/classification_gaps.h"
#include "engine/cover/cover.h"
#include "tests/cover/toy_law.h"

namespace assize::cover {
namespace {

using laws::ask_toys;

/// "yes", "yes from DAY", "no", "open".
std::string applies(const laws::Asked& asked, const std::string& requirement, const std::string& day = "2026-06-15") {
  const auto found =
      applicability(*asked.read.catalogue.requirement(requirement), &asked.made, asked.facts, *input::parse_date(day));
  CHECK((found.applies == Truth::yes || !found.why.empty()));  // Out and open always say why.
  return std::string(name_of(found.applies)) + (found.from ? " from " + to_text(*found.from) : "");
}

std::vector<Gap> gaps_of(const laws::Asked& asked, const std::vector<std::string>& frameworks = {}) {
  const std::vector<evidence::Implementation> implementations;
  const std::vector<evidence::Evidence> evidence;
  const std::vector<Narrative> narratives;
  const Given given{.catalogue = asked.read.catalogue,
                    .implementations = implementations,
                    .evidence = evidence,
                    .narratives = narratives,
                    .frameworks = frameworks,
                    .as_of = {2026, 6, 15},
                    .system_class = &asked.made};
  const auto coverage = cover(asked.facts, {}, given);
  return find_gaps(asked.facts, treat::treat({}, {}, given.as_of), coverage, given);
}

std::string ids(const std::vector<Gap>& gaps) {
  std::string text;
  for (const auto& gap : gaps) text += gap.id() + "\n";
  return text;
}

}  // namespace

TEST_CASE("a requirement applies by class, role, day and relief, and by nothing else") {
  const auto burning =
      ask_toys("is-for-children: true, heat: 100, edge: blunt, acts: [makes], paint: false, sold-since: 2025-01-01");
  CHECK(applies(*burning, "T.1") == "yes from 2027-06-01");
  CHECK(applies(*burning, "T.2") == "yes from 2027-06-01");  // The day of the class.
  CHECK(applies(*burning, "T.3") == "no");
  CHECK(applies(*burning, "T.4") == "yes from 2027-01-01");  // Asked of every system.
  CHECK(applies(*burning, "T.5") == "yes");
  const auto seller =
      ask_toys("is-for-children: true, heat: 100, edge: blunt, acts: [sells], paint: false, sold-since: 2025-01-01");
  CHECK(applies(*seller, "T.1") == "no");  // It binds the maker alone.
  CHECK(applies(*seller, "T.2") == "yes from 2027-06-01");
  const auto harmless = ask_toys("is-for-children: true, heat: 1, edge: blunt, acts: [makes], paint: false");
  CHECK(applies(*harmless, "T.1") == "no");
  CHECK(applies(*harmless, "T.4") == "yes from 2027-01-01");
  const auto old =
      ask_toys("is-for-children: true, heat: 100, edge: blunt, acts: [makes], paint: false, sold-since: 2019-01-01");
  CHECK(applies(*old, "T.1") == "yes from 2027-06-01");
  CHECK(applies(*old, "T.2") == "no");  // It falls away.
}

TEST_CASE("what is open stays open") {
  CHECK(applies(*ask_toys("is-for-children: true, acts: [makes], edge: blunt"), "T.1") == "open");  // The class.
  CHECK(applies(*ask_toys("is-for-children: true, heat: 100"), "T.1") == "open");                   // The role.
  CHECK(applies(*ask_toys("is-for-children: true, heat: 100, acts: [makes]"), "T.2") == "open");    // The relief.
  CHECK(applies(*ask_toys("is-for-children: true, heat: 100, acts: [makes]"), "T.1") == "yes from 2027-06-01");
  CHECK(applies(*ask_toys("is-for-children: true, acts: [none]"), "T.1") == "no");  // No role: the class is no matter.
  CHECK(applies(*ask_toys("is-for-children: false"), "T.1") == "no");
}

TEST_CASE("a class with a day of its own, and the first of several classes") {
  const std::string maker = "is-for-children: true, acts: [makes], sold-since: 2025-01-01, paint: false";
  CHECK(applies(*ask_toys(maker + ", heat: 1, edge: saw"), "T.1") == "yes from 2028-06-01");
  CHECK(applies(*ask_toys(maker + ", heat: 100, edge: saw"), "T.1") == "yes from 2027-06-01");
}

TEST_CASE("the edges of days") {
  const auto asked =
      ask_toys("is-for-children: true, heat: 100, edge: blunt, acts: [makes], paint: false, sold-since: 2025-01-01");
  CHECK(applies(*asked, "T.1", "2027-05-31") == "yes from 2027-06-01");
  CHECK(applies(*asked, "T.1", "2027-06-01") == "yes");
  CHECK(applies(*asked, "T.5", "2026-06-30") == "yes");
  CHECK(applies(*asked, "T.5", "2026-07-01") == "no");
}

TEST_CASE("without a law a requirement applies, and says that none was loaded") {
  const auto asked = ask_toys("is-for-children: false");
  const auto found = applicability(*asked->read.catalogue.requirement("T.1"), nullptr, asked->facts, {2027, 7, 1});
  CHECK(found.applies == Truth::yes);
  CHECK(found.why.find("no law is loaded") != std::string::npos);
}

TEST_CASE("one blocking gap for each thing that is open, and none for each requirement that waits") {
  const auto asked = ask_toys("is-for-children: true, edge: blunt, paint: false");
  const auto gaps = gaps_of(*asked);
  CHECK(
      ids(gaps) ==
      "classification-open:toys:dangerous\nclassification-open:toys:harmless\nclassification-open:toys:maker\n"
      "classification-open:toys:seller\nclassification-open:toys:way\nrequirement-unmet:T.4\nrequirement-unmet:T.5\n");
  for (const auto& gap : gaps) CHECK(gap.weight == Gap::Weight::blocking);
  CHECK(gaps.front().says.find("2 requirement(s) wait") != std::string::npos);  // T.1 and T.2.
  CHECK(gaps.front().to_do.find("heat") != std::string::npos);
}

TEST_CASE("a law of which nothing is answered makes one gap") {
  CHECK(ids(gaps_of(*ask_toys(""))).starts_with("classification-open:toys\nrequirement-unmet:T.4\n"));
}

TEST_CASE("a law makes no gaps for a project that answers to none of its packs") {
  CHECK(ids(gaps_of(*ask_toys(""), {"another"})).empty());
  CHECK(ids(gaps_of(*ask_toys(""), {"own"})).starts_with("classification-open:toys\n"));
}

TEST_CASE("a contradiction and a ban block") {
  const auto contradicted = ids(gaps_of(*ask_toys(
      "is-for-children: true, heat: 1, edge: blunt, acts: [none], paint: false", "2026-06-15", "sharp: true")));
  CHECK(contradicted.starts_with("answer-contradicted:edge\n"));
  const auto banned =
      gaps_of(*ask_toys("is-for-children: true, heat: 1, edge: blunt, acts: [none], paint: true, paint-sealed: false"));
  REQUIRE_FALSE(banned.empty());
  CHECK(banned.front().id() == "supply-barred:toys:banned");
  CHECK(to_text(*banned.front().when) == "2026-05-01");
}

TEST_CASE("a gap of what applies later carries the day") {
  const auto gaps = gaps_of(
      *ask_toys("is-for-children: true, heat: 100, edge: blunt, acts: [makes], paint: false, sold-since: 2025-01-01"));
  REQUIRE_FALSE(gaps.empty());
  CHECK(gaps.front().id() == "requirement-unmet:T.1");
  CHECK(to_text(*gaps.front().when) == "2027-06-01");
}

}  // namespace assize::cover
