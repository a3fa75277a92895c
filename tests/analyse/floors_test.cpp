// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/floors.h"

#include <catch2/catch.hpp>

#include "tests/laws/shipped.h"

namespace assize::analyse {
namespace {

const catalogue::Method& method(const std::string& id) {
  static const auto read = laws::read_shipped({"tvra", "iso27005", "iso-sae-21434", "evita"});
  return *read.catalogue.method(id);
}

/// Ranks of the named levels, in the order of the factors.
std::vector<int> ranks(const catalogue::Method& asked, const std::vector<std::string>& levels) {
  std::vector<int> found;
  for (std::size_t i = 0; i < levels.size(); ++i) found.push_back(asked.factors[i].rank(levels[i]));
  return found;
}

catalogue::Control::Effect effect(std::map<std::string, std::string> floor, std::string intensity_cap = "",
                                  int impact_cap = 0) {
  catalogue::Control::Effect made;
  made.floor = std::move(floor);
  made.intensity_cap = std::move(intensity_cap);
  made.impact_cap = impact_cap;
  return made;
}

std::tuple<std::vector<int>, int, int> all_of(const Floors& floors) {
  return {floors.ranks, floors.intensity, floors.impact_cap};
}

/// Every mixture of a few floors and caps, `none` among them.
std::vector<catalogue::Control::Effect> effects() {
  std::vector<catalogue::Control::Effect> all;
  for (const auto* time : {"", "week", "three-months", "beyond-six-months"})
    for (const auto* opportunity : {"", "easy", "none"})
      for (const auto* intensity : {"", "moderate", "single"})
        for (const int impact : {0, 1, 2}) {
          std::map<std::string, std::string> floor;
          if (*time) floor["time"] = time;
          if (*opportunity) floor["opportunity"] = opportunity;
          all.push_back(effect(floor, intensity, impact));
        }
  return all;
}

}  // namespace

TEST_CASE(
    "6.9.2, 6.9.3: of several countermeasures the least likely value of each factor and the least impact are kept") {
  const auto& tvra = method("tvra");
  auto floors = no_floors(tvra);
  raise(floors, effect({{"time", "month"}, {"expertise", "expert"}}, "moderate", 3), tvra);
  raise(floors, effect({{"time", "week"}, {"knowledge", "sensitive"}}, "single", 2), tvra);
  CHECK(floors.ranks == ranks(tvra, {"month", "expert", "sensitive", "unlimited", "standard"}));
  CHECK(floors.intensity == tvra.intensity("single"));
  CHECK(floors.impact_cap == 2);
}

TEST_CASE("6.9.2: not feasible is the greatest value of every factor") {
  const auto& tvra = method("tvra");
  auto floors = no_floors(tvra);
  raise(floors, effect({{"opportunity", "none"}}), tvra);
  raise(floors, effect({{"opportunity", "difficult"}}), tvra);
  CHECK(floors.ranks == ranks(tvra, {"day", "layman", "public", "none", "standard"}));
  const auto level = rate(tvra, floors.ranks, 0, 1, 0);
  CHECK(level.points == std::nullopt);
  CHECK(level.likelihood.value == 1);
}

TEST_CASE("section 8: the composite of countermeasures is commutative, associative and idempotent") {
  const auto* id = GENERATE("tvra", "tvra-legacy", "iso27005", "iso-sae-21434", "evita", "evita-c4");
  CAPTURE(id);
  const auto& tvra = method(id);
  const auto all = effects();
  const auto composite = [&](std::initializer_list<const catalogue::Control::Effect*> some) {
    auto floors = no_floors(tvra);
    for (const auto* one : some) raise(floors, *one, tvra);
    return all_of(floors);
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(composite({&all[i], &all[i]}) == composite({&all[i]}));
    for (std::size_t j = 0; j < all.size(); j += 5) {
      CHECK(composite({&all[i], &all[j]}) == composite({&all[j], &all[i]}));
      CHECK(composite({&all[i], &all[j], &all[i]}) == composite({&all[i], &all[j]}));
      const auto* third = &all[(i * 7 + j * 3) % all.size()];
      CHECK(composite({&all[i], &all[j], third}) == composite({third, &all[j], &all[i]}));
    }
  }
}

TEST_CASE("section 13: the residual of a composite is never above the best single countermeasure") {
  const auto* id = GENERATE("tvra", "tvra-legacy", "iso27005", "iso-sae-21434", "evita", "evita-c4");
  CAPTURE(id);
  const auto& tvra = method(id);
  const auto all = effects();
  const auto residual = [&](std::initializer_list<const catalogue::Control::Effect*> some) {
    auto floors = no_floors(tvra);
    for (const auto* one : some) raise(floors, *one, tvra);
    return rate(tvra, floors.ranks, floors.intensity, 2, floors.impact_cap).risk;
  };
  const auto without = residual({});
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); j += 3) {
      CHECK(residual({&all[i], &all[j]}) <= std::min(residual({&all[i]}), residual({&all[j]})));
      CHECK(residual({&all[i]}) <= without);
    }
}

TEST_CASE("section 10, example 3: the residual in values of tvra-legacy goes from 9 by way of 6 to 4") {
  const auto& legacy = method("tvra-legacy");
  const auto inherent = ranks(legacy, {"day", "proficient", "public", "easy", "standard"});
  const auto residual = [&](std::initializer_list<catalogue::Control::Effect> some) {
    auto floors = no_floors(legacy);
    for (const auto& one : some) raise(floors, one, legacy);
    auto after = inherent;
    for (std::size_t i = 0; i < after.size(); ++i) after[i] = std::max(after[i], floors.ranks[i]);
    return rate(legacy, after, std::max(legacy.intensity("moderate"), floors.intensity), 2, floors.impact_cap);
  };
  const auto harder = effect({{"expertise", "expert"}, {"knowledge", "sensitive"}, {"opportunity", "moderate"}});
  const auto fewer = effect({}, "single");
  const auto row = [&](const Level& level) {
    return std::to_string(*level.points) + " " + legacy.bands[static_cast<std::size_t>(level.band)].id + " " +
           std::to_string(level.likelihood.value) + "x" + std::to_string(level.impact.value) + "=" +
           std::to_string(level.risk.value) + " " + legacy.classes[static_cast<std::size_t>(level.risk_class)].id;
  };
  CHECK(row(residual({})) == "3 basic 3x3=9 critical");
  CHECK(row(residual({harder})) == "13 moderate 2x3=6 critical");
  CHECK(row(residual({harder, fewer})) == "13 moderate 2x2=4 major");
  CHECK(row(residual({fewer})) == "3 basic 3x2=6 critical");
}

TEST_CASE("a floor at a level that the method has not is one at the level that stands in for it") {
  const auto& asked = method("iso-sae-21434");
  auto floors = no_floors(asked);
  raise(floors, effect({{"time", "three-months"}, {"opportunity", "none"}}), asked);
  CHECK(floors.ranks == ranks(asked, {"six-months", "layman", "public", "difficult", "standard"}));
}

TEST_CASE("a cap of the impact speaks in ratings: under another scale it is the impact of that rating") {
  const auto [id, cap, most] = GENERATE(table<const char*, int, int>({{"tvra", 1, 1},
                                                                      {"tvra", 2, 2},
                                                                      {"iso27005", 1, 1},
                                                                      {"iso27005", 2, 3},
                                                                      {"iso27005", 3, 5},
                                                                      {"iso-sae-21434", 1, 2},
                                                                      {"iso-sae-21434", 2, 3},
                                                                      {"evita", 2, 2}}));
  CAPTURE(id, cap);
  const auto& asked = method(id);
  CHECK(rate(asked, std::vector<int>(5, 0), asked.intensity("heavy"), 3, cap).impact.value == most);
}

TEST_CASE("a floor of a factor that the method has not is no fault: another method of the scheme may rate") {
  const auto& tvra = method("tvra");
  auto floors = no_floors(tvra);
  raise(floors, effect({{"window", "small"}}), tvra);
  CHECK(all_of(floors) == all_of(no_floors(tvra)));
}

}  // namespace assize::analyse
