// SPDX-License-Identifier: Apache-2.0
// The numbers of TS 102 165-1 as its reference restates them, against the files that ship. Each row carries its mark:
// S second-hand, I inferred, U unverified.
#include <catch2/catch.hpp>
#include <optional>
#include <set>

#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

const Method& method(const std::string& id) {
  static const auto read = laws::read_shipped({"vocabulary", "tvra", "hazard"});
  REQUIRE(laws::said(read.found).empty());
  const auto* found = read.catalogue.method(id);
  REQUIRE(found);
  return *found;
}

constexpr int not_feasible = -1;

struct Row {
  const char* level;
  int points;
  const char* mark;
};

/// The factor has these levels, in this order, and no other.
void check_factor(const Method& asked, const std::string& factor, const std::vector<Row>& rows) {
  CAPTURE(asked.id, factor);
  const int at = asked.factor(factor);
  REQUIRE(at >= 0);
  const auto& levels = asked.factors[static_cast<std::size_t>(at)].levels;
  REQUIRE(levels.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].level);
    CHECK(levels[i].id == rows[i].level);
    CHECK(levels[i].not_feasible == (rows[i].points == not_feasible));
    if (rows[i].points != not_feasible) CHECK(levels[i].points == rows[i].points);
    CHECK(name_of(levels[i].mark) == rows[i].mark);
    CHECK(!levels[i].source.empty());
  }
}

struct Edge {
  int points;
  const char* band;
  int likelihood;
};

void check_edges(const Method& asked, const std::vector<Edge>& edges) {
  for (const auto& edge : edges) {
    CAPTURE(asked.id, edge.points);
    const auto& band = band_of(asked, edge.points);
    CHECK(band.id == edge.band);
    CHECK(band.likelihood.value == edge.likelihood);
  }
}

}  // namespace

TEST_CASE("section 5, profile iso18045: levels, points and marks of each factor, in method `tvra`") {
  const auto& tvra = method("tvra");
  REQUIRE(tvra.factors.size() == 5);
  check_factor(tvra, "time",
               {{"day", 0, "S"},
                {"week", 1, "S"},
                {"two-weeks", 2, "U"},
                {"month", 4, "S"},
                {"two-months", 7, "U"},
                {"three-months", 10, "S"},
                {"four-months", 13, "U"},
                {"five-months", 15, "U"},
                {"six-months", 17, "S"},
                {"beyond-six-months", 19, "S"}});
  check_factor(tvra, "expertise",
               {{"layman", 0, "S"}, {"proficient", 3, "S"}, {"expert", 6, "S"}, {"multiple-experts", 8, "S"}});
  check_factor(tvra, "knowledge",
               {{"public", 0, "S"}, {"restricted", 3, "S"}, {"sensitive", 7, "S"}, {"critical", 11, "S"}});
  check_factor(
      tvra, "opportunity",
      {{"unlimited", 0, "S"}, {"easy", 1, "S"}, {"moderate", 4, "S"}, {"difficult", 10, "S"}, {"none", -1, "S"}});
  check_factor(tvra, "equipment",
               {{"standard", 0, "S"}, {"specialised", 4, "S"}, {"bespoke", 7, "S"}, {"multiple-bespoke", 9, "S"}});
}

TEST_CASE("section 5, profile tvra-legacy: levels, points and marks of each factor, in method `tvra-legacy`") {
  const auto& legacy = method("tvra-legacy");
  REQUIRE(legacy.factors.size() == 5);
  check_factor(legacy, "time",
               {{"day", 0, "U"},
                {"week", 1, "U"},
                {"month", 4, "U"},
                {"three-months", 13, "U"},
                {"six-months", 26, "U"},
                {"beyond-six-months", -1, "U"}});
  check_factor(legacy, "expertise", {{"layman", 0, "U"}, {"proficient", 2, "U"}, {"expert", 5, "U"}});
  check_factor(legacy, "knowledge",
               {{"public", 0, "U"}, {"restricted", 1, "U"}, {"sensitive", 4, "U"}, {"critical", 10, "U"}});
  check_factor(
      legacy, "opportunity",
      {{"unlimited", 0, "U"}, {"easy", 1, "U"}, {"moderate", 4, "U"}, {"difficult", 12, "U"}, {"none", -1, "U"}});
  check_factor(legacy, "equipment", {{"standard", 0, "U"}, {"specialised", 3, "U"}, {"bespoke", 7, "U"}});
  // No levels of the older table: threats that are rated so must still have points, and take those of its highest.
  const auto points_of_level = [&](const char* factor, const char* level) {
    const auto& asked = legacy.factors[static_cast<std::size_t>(legacy.factor(factor))];
    const int rank = asked.rank(level);
    REQUIRE(rank >= 0);
    return asked.levels[static_cast<std::size_t>(rank)].points;
  };
  CHECK(points_of_level("expertise", "multiple-experts") == 5);
  CHECK(points_of_level("equipment", "multiple-bespoke") == 7);
  CHECK(points_of_level("time", "two-weeks") == 4);
  CHECK(points_of_level("time", "two-months") == 13);
  CHECK(points_of_level("time", "four-months") == 26);
  CHECK(points_of_level("time", "five-months") == 26);
}

TEST_CASE("section 5, bands of iso18045: 0-9, 10-13, 14-19, 20-24 and 25 up, at both sides of each edge") {
  check_edges(method("tvra"), {{0, "basic", 3},
                               {9, "basic", 3},
                               {10, "enhanced-basic", 3},
                               {13, "enhanced-basic", 3},
                               {14, "moderate", 2},
                               {19, "moderate", 2},
                               {20, "high", 1},
                               {24, "high", 1},
                               {25, "beyond-high", 1},
                               {57, "beyond-high", 1}});
}

TEST_CASE("section 5, bands of tvra-legacy: 0-2, 3-6, 7-14, 15-26 and above 26, at both sides of each edge") {
  check_edges(method("tvra-legacy"), {{0, "no-rating", 3},
                                      {2, "no-rating", 3},
                                      {3, "basic", 3},
                                      {6, "basic", 3},
                                      {7, "moderate", 2},
                                      {14, "moderate", 2},
                                      {15, "high", 1},
                                      {26, "high", 1},
                                      {27, "beyond-high", 1},
                                      {60, "beyond-high", 1}});
}

TEST_CASE("section 5, rating to likelihood: names and values, all of them unverified") {
  for (const auto* id : {"tvra", "tvra-legacy"}) {
    CAPTURE(id);
    const auto& asked = method(id);
    const char* band_mark = asked.id == "tvra" ? "S" : "U";
    REQUIRE(asked.bands.size() == 5);
    for (const auto& band : asked.bands) {
      CAPTURE(band.id);
      CHECK(name_of(band.mark) == band_mark);
      CHECK(name_of(band.likelihood_mark) == "U");
    }
    REQUIRE(asked.likelihoods.size() == 3);
    CHECK(title_of(asked.likelihoods, 1) == "Unlikely");
    CHECK(title_of(asked.likelihoods, 2) == "Possible");
    CHECK(title_of(asked.likelihoods, 3) == "Likely");
    for (const auto& word : asked.likelihoods) CHECK(name_of(word.mark) == "U");
  }
  CHECK(!method("tvra").bands[1].note.empty());  // Enhanced basic is open: the file says which reading it takes.
}

TEST_CASE("section 5: a factor that is not feasible puts the attack beyond all bands, however easy the rest is") {
  const auto& tvra = method("tvra");
  const auto& legacy = method("tvra-legacy");
  const auto points = [](const Method& asked, const char* time, const char* opportunity) {
    return points_of(asked, {asked.factors[0].rank(time), 0, 0, asked.factors[3].rank(opportunity), 0});
  };
  CHECK(points(tvra, "day", "difficult") == Points(10));
  CHECK(points(tvra, "day", "none") == std::nullopt);
  CHECK(points(legacy, "day", "none") == std::nullopt);
  CHECK(points(legacy, "six-months", "unlimited") == Points(26));
  CHECK(points(legacy, "beyond-six-months", "unlimited") == std::nullopt);
  for (const auto* asked : {&tvra, &legacy}) {
    CHECK(band_of(*asked, std::nullopt).id == "beyond-high");
    CHECK(band_of(*asked, std::nullopt).likelihood.value == 1);
  }
}

TEST_CASE("section 5: attack potential is the sum of the five factors, and of nothing else") {
  const auto& tvra = method("tvra");
  CHECK(points_of(tvra, {0, 0, 0, 0, 0}) == Points(0));
  for (std::size_t factor = 0; factor < 5; ++factor)
    for (std::size_t level = 0; level < tvra.factors[factor].levels.size(); ++level) {
      std::vector<int> ranks(5, 0);
      ranks[factor] = static_cast<int>(level);
      const auto& said = tvra.factors[factor].levels[level];
      CAPTURE(tvra.factors[factor].id, said.id);
      CHECK(points_of(tvra, ranks) == (said.not_feasible ? Points() : Points(said.points)));
    }
  CHECK(points_of(tvra, {9, 3, 3, 3, 3}) == Points(19 + 8 + 11 + 10 + 9));
}

TEST_CASE("section 6, resulting impact: min(3, A + N) for each asset impact and intensity") {
  const auto [intensity, adds, low, medium, high] = GENERATE(table<const char*, int, int, int, int>(
      {{"single", 0, 1, 2, 3}, {"moderate", 1, 2, 3, 3}, {"heavy", 2, 3, 3, 3}}));
  const auto* id = GENERATE("tvra", "tvra-legacy");
  CAPTURE(id, intensity);
  const auto& asked = method(id);
  const int rank = asked.intensity(intensity);
  REQUIRE(rank >= 0);
  CHECK(asked.intensities[static_cast<std::size_t>(rank)].adds == adds);
  CHECK(name_of(asked.intensities[static_cast<std::size_t>(rank)].mark) == "S");
  CHECK(impact_of(asked, 1, rank).value == low);
  CHECK(impact_of(asked, 2, rank).value == medium);
  CHECK(impact_of(asked, 3, rank).value == high);
  CHECK(asked.impact_cap == 3);
  CHECK(name_of(asked.impact_cap_mark) == "U");
  CHECK(title_of(asked.impacts, 1) == "Low");
  CHECK(title_of(asked.impacts, 2) == "Medium");
  CHECK(title_of(asked.impacts, 3) == "High");
  for (const auto& word : asked.impacts) CHECK(name_of(word.mark) == "U");
}

TEST_CASE("section 6, risk: L times I, so that 1, 2, 3, 4, 6 and 9 can be reached and nothing else") {
  const auto* id = GENERATE("tvra", "tvra-legacy", "hazard");
  const auto& asked = method(id);
  std::set<int> reached;
  for (int likelihood = 1; likelihood <= 3; ++likelihood)
    for (int impact = 1; impact <= 3; ++impact) {
      const auto risk = risk_of(asked, {likelihood}, {impact});
      CHECK(risk.value == likelihood * impact);
      reached.insert(risk.value);
    }
  CHECK(reached == std::set<int>{1, 2, 3, 4, 6, 9});
  CHECK(name_of(asked.risk_mark) == (asked.id == "hazard" ? "I" : "S"));
}

TEST_CASE("section 6 and Table 15: the classes of V5.3.1 and of older editions differ at a risk value of three alone") {
  const auto [risk, now, before] = GENERATE(table<int, const char*, const char*>({{1, "minor", "minor"},
                                                                                  {2, "minor", "minor"},
                                                                                  {3, "major", "minor"},
                                                                                  {4, "major", "major"},
                                                                                  {6, "critical", "critical"},
                                                                                  {9, "critical", "critical"}}));
  CAPTURE(risk);
  const auto name = [&, value = risk](const char* id) {
    const auto& asked = method(id);
    return asked.classes[static_cast<std::size_t>(class_of(asked, {value}))].id;
  };
  CHECK(name("tvra") == now);
  CHECK(name("tvra-legacy") == before);
  CHECK(name("hazard") == now);  // So that one register may mix both.
}

TEST_CASE("section 6, Table 15: class names carry S in V5.3.1 and U in older editions") {
  for (const auto& one : method("tvra").classes) CHECK(name_of(one.mark) == "S");
  for (const auto& one : method("tvra-legacy").classes) CHECK(name_of(one.mark) == "U");
  CHECK(method("tvra").version == "5.3.1");
}

TEST_CASE("section 10, example 2: the headlamp attack has 14 points by cellular and 22 by Bluetooth") {
  const auto& tvra = method("tvra");
  const auto points = [&](const char* opportunity, const char* equipment) {
    return points_of(tvra,
                     {tvra.factors[0].rank("week"), tvra.factors[1].rank("expert"), tvra.factors[2].rank("sensitive"),
                      tvra.factors[3].rank(opportunity), tvra.factors[4].rank(equipment)});
  };
  CHECK(points("unlimited", "standard") == Points(14));
  CHECK(band_of(tvra, points("unlimited", "standard")).id == "moderate");
  CHECK(points("moderate", "specialised") == Points(22));
  CHECK(band_of(tvra, points("moderate", "specialised")).id == "high");
}

TEST_CASE("section 13: raising a factor never raises the likelihood, and raising impact or intensity never lowers it") {
  const auto* id = GENERATE("tvra", "tvra-legacy", "hazard");
  const auto& asked = method(id);
  for (std::size_t factor = 0; factor < asked.factors.size(); ++factor)
    for (int rest = 0; rest < 4; ++rest) {
      std::vector<int> ranks;  // The rest at this rank, or at the last one where a factor has fewer.
      for (const auto& one : asked.factors) ranks.push_back(std::min(rest, static_cast<int>(one.levels.size()) - 1));
      int before = 9;
      for (std::size_t level = 0; level < asked.factors[factor].levels.size(); ++level) {
        ranks[factor] = static_cast<int>(level);
        const int likelihood = band_of(asked, points_of(asked, ranks)).likelihood.value;
        CAPTURE(id, asked.factors[factor].id, level, rest);
        CHECK(likelihood <= before);
        before = likelihood;
      }
    }
  for (int rank = 0; rank < 3; ++rank)
    for (int rating = 1; rating <= 2; ++rating)
      CHECK(impact_of(asked, rating, rank) <= impact_of(asked, rating + 1, rank));
  for (int rating = 1; rating <= 3; ++rating)
    for (int rank = 1; rank < 3; ++rank) CHECK(impact_of(asked, rating, rank) <= impact_of(asked, rating, rank - 1));
}

TEST_CASE("hazard method: levels and points of each factor, all marked as our own inference") {
  const auto& hazard = method("hazard");
  REQUIRE(hazard.factors.size() == 4);
  check_factor(hazard, "exposure",
               {{"continuous", 0, "I"}, {"frequent", 1, "I"}, {"occasional", 2, "I"}, {"rare", 3, "I"}});
  check_factor(hazard, "occurrence",
               {{"expected", 0, "I"}, {"probable", 2, "I"}, {"occasional", 4, "I"}, {"remote", 7, "I"}});
  check_factor(hazard, "detectability",
               {{"hidden", 0, "I"}, {"hard", 1, "I"}, {"likely", 2, "I"}, {"evident", 4, "I"}});
  check_factor(hazard, "avoidability", {{"none", 0, "I"}, {"hardly", 1, "I"}, {"possible", 2, "I"}, {"easy", 4, "I"}});
  check_edges(
      hazard,
      {{0, "little", 3}, {6, "little", 3}, {7, "some", 2}, {11, "some", 2}, {12, "strong", 1}, {18, "strong", 1}});
  for (const auto& band : hazard.bands) {
    CHECK(name_of(band.mark) == "I");
    CHECK(name_of(band.likelihood_mark) == "I");
  }
  for (const auto& one : hazard.classes) CHECK(name_of(one.mark) == "I");
  for (const auto& one : hazard.intensities) CHECK(name_of(one.mark) == "I");
}

TEST_CASE("hazard method: only occurrence alone can move a hazard, and only remoteness does") {
  const auto& hazard = method("hazard");
  for (std::size_t factor = 0; factor < 4; ++factor)
    for (std::size_t level = 0; level < 4; ++level) {
      std::vector<int> ranks(4, 0);
      ranks[factor] = static_cast<int>(level);
      const bool remote = hazard.factors[factor].levels[level].id == "remote";
      CAPTURE(hazard.factors[factor].id, level);
      CHECK(band_of(hazard, points_of(hazard, ranks)).likelihood.value == (remote ? 2 : 3));
    }
}

TEST_CASE("hazard method: what the note of the method says of its bands") {
  const auto& hazard = method("hazard");
  const auto likelihood = [&](std::vector<int> ranks) {
    return band_of(hazard, points_of(hazard, ranks)).likelihood.value;
  };
  CHECK(likelihood({1, 1, 1, 1}) == 3);  // Second-worst everywhere: 5 points.
  CHECK(likelihood({2, 2, 2, 2}) == 2);  // Second-best everywhere: 10 points.
  CHECK(likelihood({0, 2, 3, 3}) == 1);  // A curb on occurrence and two good safeguards: 12 points.
  CHECK(likelihood({3, 0, 3, 3}) == 2);  // Without a curb on occurrence 11 points at most.
}

TEST_CASE("section 8, cost-benefit: Tables 16 to 20, second-hand, and the weights, inferred") {
  const auto& tvra = method("tvra");
  REQUIRE(tvra.cost_benefit);
  const auto& analysis = *tvra.cost_benefit;
  const auto [dimension, adds, levels] = GENERATE(table<std::string, bool, std::vector<std::pair<std::string, int>>>(
      {{"standards-design", false, {{"none", 0}, {"low", 1}, {"medium", 4}, {"major", 9}}},
       {"implementation", false, {{"none", 0}, {"low", 1}, {"medium", 4}, {"major", 9}}},
       {"operation", false, {{"none", 0}, {"low", 1}, {"medium", 4}, {"major", 9}}},
       {"regulatory",
        true,
        {{"severe-negative", -9}, {"negative", -4}, {"none", 0}, {"positive", 4}, {"severe-positive", 9}}},
       {"market",
        true,
        {{"severe-negative", -9}, {"negative", -4}, {"none", 0}, {"positive", 4}, {"severe-positive", 9}}}}));
  CAPTURE(dimension);
  CHECK(analysis.dimensions.size() == 5);
  const auto* found = analysis.dimension(dimension);
  REQUIRE(found);
  CHECK(found->adds == adds);
  REQUIRE(found->levels.size() == levels.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    CHECK(found->levels[i].id == levels[i].first);
    CHECK(found->levels[i].value == levels[i].second);
    CHECK(name_of(found->levels[i].mark) == "S");
  }
  CHECK(analysis.weight("critical")->weight == 9);
  CHECK(analysis.weight("major")->weight == 4);
  CHECK(analysis.weight("minor")->weight == 1);
  for (const auto& weight : analysis.weights) CHECK(name_of(weight.mark) == "I");
  CHECK(name_of(analysis.mark) == "I");
  CHECK_FALSE(method("tvra-legacy").cost_benefit);  // Section 1: absent or optional before V5.3.1.
}

}  // namespace assize::catalogue
