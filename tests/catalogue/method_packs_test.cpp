// SPDX-License-Identifier: Apache-2.0
// The methods beside TVRA, against the numbers of their reference; and what holds for every method that ships.
#include <catch2/catch.hpp>
#include <optional>

#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

const Catalogue& catalogue() {
  static const auto read = laws::read_shipped({"vocabulary", "tvra", "hazard", "iso27005", "iso-sae-21434", "evita"});
  REQUIRE(laws::said(read.found).empty());
  return read.catalogue;
}

const Method& method(const std::string& id) {
  const auto* found = catalogue().method(id);
  REQUIRE(found);
  return *found;
}

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// "day 0 S, week 1 S": levels, points (`-` when not feasible) and marks of a factor.
std::string levels_of(const Method& asked, const std::string& factor) {
  std::string text;
  for (const auto& level : asked.factors[at(asked.factor(factor))].levels)
    text += (text.empty() ? "" : ", ") + level.id + " " + (level.not_feasible ? "-" : std::to_string(level.points)) +
            " " + std::string(name_of(level.mark));
  return text;
}

/// "two-weeks>month": what the factor has not, and what it is read as.
std::string read_as(const Method& asked, const std::string& factor) {
  std::string text;
  for (const auto& one : asked.factors[at(asked.factor(factor))].read_as)
    text += (text.empty() ? "" : ", ") + one.level + ">" + one.as;
  return text;
}

int points(const Method& asked, const std::string& factor, const std::string& level) {
  const auto& known = asked.factors[at(asked.factor(factor))];
  const int rank = known.rank(level);
  REQUIRE(rank >= 0);
  return known.levels[at(rank)].points;
}

/// Ranks of levels named in the order time, expertise, knowledge, opportunity, equipment.
std::vector<int> ranks(const Method& asked, const std::vector<std::string>& levels) {
  const std::vector<std::string> factors{"time", "expertise", "knowledge", "opportunity", "equipment"};
  std::vector<int> found(asked.factors.size());
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const auto factor = at(asked.factor(factors[i]));
    found[factor] = asked.factors[factor].rank(levels[i]);
    REQUIRE(found[factor] >= 0);
  }
  return found;
}

struct Edge {
  int points;
  const char* band;
  int likelihood;
};

void check_edges(const Method& asked, const std::vector<Edge>& edges) {
  for (const auto& edge : edges) {
    CAPTURE(asked.id, edge.points);
    CHECK(band_of(asked, edge.points).id == edge.band);
    CHECK(band_of(asked, edge.points).likelihood.value == edge.likelihood);
  }
}

/// The ids of the classes, a row per likelihood from the least, a column per impact from the mildest.
std::vector<std::vector<std::string>> grid(const Method& asked) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t likelihood = 1; likelihood <= asked.likelihoods.size(); ++likelihood) {
    rows.emplace_back();
    for (std::size_t impact = 1; impact <= asked.impacts.size(); ++impact)
      rows.back().push_back(
          asked.classes[at(class_of(asked, risk_of(asked, {static_cast<int>(likelihood)}, {static_cast<int>(impact)})))]
              .id);
  }
  return rows;
}

using Grid = std::vector<std::vector<std::string>>;

/// "2 3 4": impacts of the ratings 1, 2 and 3 at an intensity.
std::string impacts(const Method& asked, const std::string& intensity) {
  std::string text;
  for (int rating = 1; rating <= 3; ++rating)
    text += (rating > 1 ? " " : "") + std::to_string(impact_of(asked, rating, asked.intensity(intensity)).value);
  return text;
}

std::vector<std::string> all_methods() {
  std::vector<std::string> ids;
  for (const auto& one : catalogue().methods) ids.push_back(one.id);
  return ids;
}

}  // namespace

TEST_CASE("section 5, profile iso-sae-21434: levels, points and marks of each factor") {
  const auto& asked = method("iso-sae-21434");
  REQUIRE(asked.factors.size() == 5);
  CHECK(levels_of(asked, "time") == "day 0 S, week 1 S, month 4 S, six-months 17 S, beyond-six-months 19 S");
  CHECK(levels_of(asked, "expertise") == "layman 0 S, proficient 3 S, expert 6 S, multiple-experts 8 S");
  CHECK(levels_of(asked, "knowledge") == "public 0 S, restricted 3 S, sensitive 7 S, critical 11 S");
  CHECK(levels_of(asked, "opportunity") == "unlimited 0 S, easy 1 S, moderate 4 S, difficult 10 S");
  CHECK(levels_of(asked, "equipment") == "standard 0 S, specialised 4 S, bespoke 7 S, multiple-bespoke 9 S");
  // A time lies within the next longer one; a window that makes an attack impossible is not known, so it counts for
  // less.
  CHECK(read_as(asked, "time") ==
        "two-weeks>month, two-months>six-months, three-months>six-months, four-months>six-months, "
        "five-months>six-months");
  CHECK(read_as(asked, "opportunity") == "none>difficult");
  CHECK(points(asked, "time", "three-months") == 17);
  CHECK(points(asked, "opportunity", "none") == 10);
}

TEST_CASE("section 5, iso-sae-21434: feasibility 0-13 high, 14-19 medium, 20-24 low, 25 up very low, at each edge") {
  const auto& asked = method("iso-sae-21434");
  check_edges(asked, {{0, "feasibility-high", 4},
                      {13, "feasibility-high", 4},
                      {14, "feasibility-medium", 3},
                      {19, "feasibility-medium", 3},
                      {20, "feasibility-low", 2},
                      {24, "feasibility-low", 2},
                      {25, "feasibility-very-low", 1},
                      {57, "feasibility-very-low", 1}});
  for (const auto& band : asked.bands) CHECK(name_of(band.mark) == "S");
}

TEST_CASE("section 5: a feasibility is never called by the bare word that TVRA uses for a hard attack") {
  for (const auto& band : method("iso-sae-21434").bands) {
    CHECK(band.title.starts_with("Attack feasibility "));
    for (const auto* tvra : {"tvra", "tvra-legacy"})
      for (const auto& other : method(tvra).bands) {
        CHECK(band.id != other.id);
        CHECK(band.title != other.title);
      }
  }
  for (const auto& word : method("iso-sae-21434").likelihoods) CHECK(word.title.ends_with(" feasibility"));
}

TEST_CASE("iso-sae-21434: the whole grid from feasibility and impact to risk value, unverified") {
  const auto& asked = method("iso-sae-21434");
  CHECK(grid(asked) == Grid{{"value-1", "value-1", "value-1", "value-2"},
                            {"value-1", "value-2", "value-2", "value-3"},
                            {"value-1", "value-2", "value-3", "value-4"},
                            {"value-1", "value-3", "value-4", "value-5"}});
  CHECK(name_of(asked.risk_mark) == "U");
  for (const auto& word : asked.impacts) CHECK(name_of(word.mark) == "U");
  for (const auto& one : asked.classes) CHECK(name_of(one.mark) == "U");
  CHECK(title_of(asked.impacts, 1) == "Negligible");
  CHECK(title_of(asked.impacts, 2) == "Moderate");
  CHECK(title_of(asked.impacts, 3) == "Major");
  CHECK(title_of(asked.impacts, 4) == "Severe");
  CHECK(impacts(asked, "single") == "2 3 4");  // Open whether a rating of low is negligible: the more cautious reading.
  CHECK(impacts(asked, "moderate") == "3 4 4");
  CHECK(impacts(asked, "heavy") == "4 4 4");
}

TEST_CASE("section 10, example 2: the headlamp attack, by cellular and by Bluetooth, under three methods") {
  const auto [opportunity, equipment, sum, tvra, feasibility, probability] =
      GENERATE(table<std::string, std::string, int, std::string, std::string, int>(
          {{"unlimited", "standard", 14, "moderate", "feasibility-medium", 3},
           {"moderate", "specialised", 22, "high", "feasibility-low", 2}}));
  const std::vector<std::string> levels{"week", "expert", "sensitive", opportunity, equipment};
  const auto sum_of = [&](const Method& asked) { return points_of(asked, ranks(asked, levels)); };
  for (const auto* id : {"tvra", "iso-sae-21434", "evita", "iso27005"}) CHECK(sum_of(method(id)) == Points(sum));
  CHECK(band_of(method("tvra"), sum).id == tvra);
  CHECK(band_of(method("iso-sae-21434"), sum).id == feasibility);
  CHECK(band_of(method("evita"), sum).likelihood.value == probability);
  CHECK(band_of(method("iso27005"), sum).likelihood.value == probability);
}

TEST_CASE("section 5, profile evita: time levels of its own, the rest as ISO/IEC 18045") {
  const auto* id = GENERATE("evita", "evita-c2", "evita-c3", "evita-c4");
  CAPTURE(id);
  const auto& asked = method(id);
  CHECK(levels_of(asked, "time") ==
        "day 0 S, week 1 S, month 4 S, three-months 10 S, six-months 17 S, beyond-six-months 19 S");
  CHECK(read_as(asked, "time") ==
        "two-weeks>month, two-months>three-months, four-months>six-months, five-months>six-months");
  for (const auto* factor : {"expertise", "knowledge", "opportunity", "equipment"})
    CHECK(levels_of(asked, factor) == levels_of(method("tvra"), factor));
  check_edges(asked, {{0, "basic", 5},
                      {9, "basic", 5},
                      {10, "enhanced-basic", 4},
                      {13, "enhanced-basic", 4},
                      {14, "moderate", 3},
                      {19, "moderate", 3},
                      {20, "high", 2},
                      {24, "high", 2},
                      {25, "beyond-high", 1},
                      {57, "beyond-high", 1}});
  CHECK(band_of(asked, std::nullopt).likelihood.value == 1);
  for (const auto& band : asked.bands) CHECK(name_of(band.likelihood_mark) == "S");
}

TEST_CASE("evita: the whole grids from probability and severity to risk level, one per controllability, unverified") {
  const auto [id, rows] = GENERATE(table<std::string, Grid>({{"evita",
                                                              {{"r0", "r0", "r1", "r2"},
                                                               {"r0", "r1", "r2", "r3"},
                                                               {"r1", "r2", "r3", "r4"},
                                                               {"r2", "r3", "r4", "r5"},
                                                               {"r3", "r4", "r5", "r6"}}},
                                                             {"evita-c2",
                                                              {{"r0", "r1", "r2", "r3"},
                                                               {"r1", "r2", "r3", "r4"},
                                                               {"r2", "r3", "r4", "r5"},
                                                               {"r3", "r4", "r5", "r6"},
                                                               {"r4", "r5", "r6", "r7"}}},
                                                             {"evita-c3",
                                                              {{"r1", "r2", "r3", "r4"},
                                                               {"r2", "r3", "r4", "r5"},
                                                               {"r3", "r4", "r5", "r6"},
                                                               {"r4", "r5", "r6", "r7"},
                                                               {"r5", "r6", "r7", "r7-plus"}}},
                                                             {"evita-c4",
                                                              {{"r2", "r3", "r4", "r5"},
                                                               {"r3", "r4", "r5", "r6"},
                                                               {"r4", "r5", "r6", "r7"},
                                                               {"r5", "r6", "r7", "r7-plus"},
                                                               {"r6", "r7", "r7-plus", "r7-plus"}}}}));
  CAPTURE(id);
  const auto& asked = method(id);
  CHECK(grid(asked) == rows);
  CHECK(name_of(asked.risk_mark) == "U");
  for (const auto& word : asked.impacts) CHECK(name_of(word.mark) == "U");
  CHECK(impacts(asked, "single") == "1 2 3");
  CHECK(impacts(asked, "moderate") == "2 3 4");
  CHECK(impacts(asked, "heavy") == "3 4 4");
}

TEST_CASE("evita: a controllability that is worse never lowers a risk") {
  const std::vector<std::string> ids{"evita", "evita-c2", "evita-c3", "evita-c4"};
  for (std::size_t i = 1; i < ids.size(); ++i)
    for (int probability = 1; probability <= 5; ++probability)
      for (int severity = 1; severity <= 4; ++severity)
        CHECK(risk_of(method(ids[i - 1]), {probability}, {severity}) <=
              risk_of(method(ids[i]), {probability}, {severity}));
}

TEST_CASE("iso27005: the factors of ISO/IEC 18045, a likelihood for each of its bands") {
  const auto& asked = method("iso27005");
  for (const auto* factor : {"time", "expertise", "knowledge", "opportunity", "equipment"})
    CHECK(levels_of(asked, factor) == levels_of(method("tvra"), factor));
  check_edges(asked, {{0, "basic", 5},
                      {9, "basic", 5},
                      {10, "enhanced-basic", 4},
                      {13, "enhanced-basic", 4},
                      {14, "moderate", 3},
                      {19, "moderate", 3},
                      {20, "high", 2},
                      {24, "high", 2},
                      {25, "beyond-high", 1},
                      {57, "beyond-high", 1}});
  for (const auto& band : asked.bands) CHECK(name_of(band.likelihood_mark) == "I");
}

TEST_CASE("iso27005-hazard: factors, thresholds and the inner edges of method `hazard`, its outer bands cut in two") {
  const auto &asked = method("iso27005-hazard"), &hazard = method("hazard");
  for (const auto* factor : {"exposure", "occurrence", "detectability", "avoidability"})
    CHECK(levels_of(asked, factor) == levels_of(hazard, factor));
  check_edges(asked, {{0, "very-little", 5},
                      {3, "very-little", 5},
                      {4, "little", 4},
                      {6, "little", 4},
                      {7, "some", 3},
                      {11, "some", 3},
                      {12, "strong", 2},
                      {14, "strong", 2},
                      {15, "very-strong", 1},
                      {18, "very-strong", 1}});
  for (int sum = 0; sum <= 18; ++sum) {
    const int of_three = band_of(hazard, sum).likelihood.value, of_five = band_of(asked, sum).likelihood.value;
    CHECK(of_three == (of_five >= 4 ? 3 : of_five == 3 ? 2 : 1));
  }
  REQUIRE(asked.measures.size() == hazard.measures.size());
  for (std::size_t i = 0; i < hazard.measures.size(); ++i) {
    CHECK(asked.measures[i].metric == hazard.measures[i].metric);
    CHECK(asked.measures[i].factor == hazard.measures[i].factor);
    REQUIRE(asked.measures[i].levels.size() == hazard.measures[i].levels.size());
    for (std::size_t j = 0; j < hazard.measures[i].levels.size(); ++j) {
      CHECK(asked.measures[i].levels[j].up_to == hazard.measures[i].levels[j].up_to);
      CHECK(asked.measures[i].levels[j].level == hazard.measures[i].levels[j].level);
    }
  }
}

TEST_CASE("iso27005: the whole five by five grid, unverified, the same for attacks and hazards") {
  const auto* id = GENERATE("iso27005", "iso27005-hazard");
  CAPTURE(id);
  const auto& asked = method(id);
  CHECK(grid(asked) == Grid{{"very-low", "very-low", "low", "low", "low"},
                            {"very-low", "low", "low", "medium", "medium"},
                            {"low", "low", "medium", "high", "high"},
                            {"low", "medium", "high", "high", "very-high"},
                            {"medium", "high", "high", "very-high", "very-high"}});
  CHECK(name_of(asked.risk_mark) == "U");
  for (const auto& word : asked.likelihoods) CHECK(name_of(word.mark) == "U");
  for (const auto& word : asked.impacts) CHECK(name_of(word.mark) == "U");
  CHECK(impacts(asked, "single") == "1 3 5");
  CHECK(impacts(asked, "moderate") == "2 4 5");
  CHECK(impacts(asked, "heavy") == "3 5 5");
}

TEST_CASE("section 6: the whole grid of TVRA, of V5.3.1 and of older editions") {
  CHECK(grid(method("tvra")) ==
        Grid{{"minor", "minor", "major"}, {"minor", "major", "critical"}, {"major", "critical", "critical"}});
  CHECK(grid(method("hazard")) == grid(method("tvra")));
  CHECK(grid(method("tvra-legacy")) ==
        Grid{{"minor", "minor", "minor"}, {"minor", "major", "critical"}, {"minor", "critical", "critical"}});
}

TEST_CASE(
    "section 13, every method: a harder level never raises the likelihood, a greater rating never lowers a risk") {
  const auto id = GENERATE(from_range(all_methods()));
  CAPTURE(id);
  const auto& asked = method(id);
  for (std::size_t factor = 0; factor < asked.factors.size(); ++factor)
    for (int rest = 0; rest < 3; ++rest) {
      std::vector<int> chosen;
      for (const auto& one : asked.factors) chosen.push_back(std::min(rest, static_cast<int>(one.levels.size()) - 1));
      int before = 99;
      for (std::size_t level = 0; level < asked.factors[factor].levels.size(); ++level) {
        chosen[factor] = static_cast<int>(level);
        const int likelihood = band_of(asked, points_of(asked, chosen)).likelihood.value;
        CHECK(likelihood <= before);
        before = likelihood;
      }
    }
  for (const auto& likelihood : asked.likelihoods)
    for (int rating = 1; rating <= 3; ++rating)
      for (int intensity = 0; intensity < static_cast<int>(asked.intensities.size()); ++intensity) {
        const auto risk = risk_of(asked, {likelihood.value}, impact_of(asked, rating, intensity));
        if (rating > 1) CHECK(risk_of(asked, {likelihood.value}, impact_of(asked, rating - 1, intensity)) <= risk);
        if (intensity > 0) CHECK(risk_of(asked, {likelihood.value}, impact_of(asked, rating, intensity - 1)) >= risk);
        if (likelihood.value > 1)
          CHECK(risk_of(asked, {likelihood.value - 1}, impact_of(asked, rating, intensity)) <= risk);
      }
}

TEST_CASE("every attack method knows every level that another attack method has, every hazard method likewise") {
  for (const auto& one : catalogue().methods)
    for (const auto& other : catalogue().methods) {
      if (one.scheme != other.scheme) continue;
      for (const auto& factor : other.factor_ids())
        for (const auto& level : other.level_ids(factor)) {
          CAPTURE(one.id, other.id, factor, level);
          const auto known = one.level_ids(factor);
          CHECK(std::find(known.begin(), known.end(), level) != known.end());
        }
    }
}

TEST_CASE(
    "a level that is read as another keeps its place: it is no easier than those before it, no harder than after") {
  const auto& order = method("tvra").factors;  // The method of the scheme that has all levels.
  for (const auto& one : catalogue().methods) {
    if (one.scheme != Scheme::attack) continue;
    for (const auto& full : order) {
      const auto& factor = one.factors[at(one.factor(full.id))];
      int before = 0;
      for (const auto& level : full.levels) {
        CAPTURE(one.id, full.id, level.id);
        CHECK(factor.rank(level.id) >= before);
        before = factor.rank(level.id);
      }
    }
  }
}

TEST_CASE("every cell of a shipped method says how sure it is") {
  for (const auto* name : {"tvra", "hazard", "iso27005", "iso-sae-21434", "evita"}) {
    const auto tree = laws::tree_of(laws::bytes_of(laws::source_folder() / "catalogues" / name / "methods.yaml"));
    for (const auto* one : input::items_at(tree, "methods")) {
      const auto marked = [&](const input::Tree& cell) {
        CAPTURE(input::text_at(*one, "id"), to_text(cell.place));
        CHECK(cell.find("mark"));
      };
      for (const auto* factor : input::items_at(*one, "factors"))
        for (const auto* list : {"levels", "read-as"})
          for (const auto* level : input::items_at(*factor, list)) marked(*level);
      for (const auto* list : {"intensity", "ratings", "likelihoods", "impacts", "classes", "rating-impacts"})
        for (const auto* cell : input::items_at(*one, list)) marked(*cell);
      for (const auto* band : input::items_at(*one, "ratings")) CHECK(band->find("likelihood-mark"));
      CHECK(one->find("impact-cap-mark"));
      CHECK(one->find("risk-mark"));
      if (const auto* analysis = one->find("cost-benefit")) {
        marked(*analysis);
        for (const auto* weight : input::items_at(*analysis, "weights")) marked(*weight);
        for (const auto* dimension : input::items_at(*analysis, "dimensions"))
          for (const auto* level : input::items_at(*dimension, "levels")) marked(*level);
      }
    }
  }
}

}  // namespace assize::catalogue
