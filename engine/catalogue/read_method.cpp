// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/read_method.h"

#include "engine/input/fields.h"

namespace assize::catalogue {
namespace {

using input::Tree;

int integer_at(const Tree& map, std::string_view key, int otherwise = 0) {
  const auto* found = map.find(key);
  return found && found->shape == Tree::Shape::integer ? static_cast<int>(found->integer) : otherwise;
}

/// A cell without a mark is one that nobody has verified.
Mark mark_at(const Tree& map, std::string_view key) {
  const auto text = input::text_at(map, key);
  if (text == "P") return Mark::primary;
  if (text == "S") return Mark::second_hand;
  if (text == "I") return Mark::inferred;
  return Mark::unverified;
}

/// Fills what every cell has, and hands it back.
template <class Entry>
Entry read_marked(const Tree& map) {
  Entry entry;
  entry.mark = mark_at(map, "mark");
  entry.source = input::text_at(map, "source");
  entry.note = input::text_at(map, "note");
  return entry;
}

/// The same for cells that have a name.
template <class Entry>
Entry read_cell(const Tree& map) {
  auto entry = read_marked<Entry>(map);
  entry.id = input::text_at(map, "id");
  entry.title = input::text_at(map, "title");
  return entry;
}

Method::Factor read_factor(const Tree& map) {
  Method::Factor factor{.id = input::text_at(map, "id"),
                        .title = input::text_at(map, "title"),
                        .says = input::text_at(map, "says"),
                        .source = input::text_at(map, "source"),
                        .levels = {},
                        .read_as = {}};
  for (const auto* item : input::items_at(map, "read-as")) {
    auto read_as = read_marked<Method::ReadAs>(*item);
    read_as.level = input::text_at(*item, "level");
    read_as.as = input::text_at(*item, "as");
    factor.read_as.push_back(std::move(read_as));
  }
  for (const auto* item : input::items_at(map, "levels")) {
    auto level = read_cell<Method::Level>(*item);
    level.points = integer_at(*item, "points");
    level.not_feasible = input::true_at(*item, "not-feasible");
    factor.levels.push_back(std::move(level));
  }
  return factor;
}

std::vector<Method::Word> read_words(const Tree& map, std::string_view key) {
  std::vector<Method::Word> words;
  for (const auto* item : input::items_at(map, key)) {
    auto word = read_cell<Method::Word>(*item);
    word.value = integer_at(*item, "value");
    words.push_back(std::move(word));
  }
  return words;
}

Method::Measure read_measure(const Tree& map) {
  Method::Measure measure{.metric = input::text_at(map, "metric"),
                          .factor = input::text_at(map, "factor"),
                          .because = input::text_at(map, "because"),
                          .levels = {},
                          .place = map.place};
  for (const auto* item : input::items_at(map, "levels")) {
    const auto* up_to = item->find("up-to");
    measure.levels.push_back({up_to ? std::optional(up_to->number) : std::nullopt, input::text_at(*item, "level")});
  }
  return measure;
}

Method::CostBenefit read_cost_benefit(const Tree& map) {
  Method::CostBenefit read;
  read.mark = mark_at(map, "mark");
  read.source = input::text_at(map, "source");
  read.note = input::text_at(map, "note");
  for (const auto* item : input::items_at(map, "dimensions")) {
    Method::CostBenefit::Dimension dimension{.id = input::text_at(*item, "id"),
                                             .title = input::text_at(*item, "title"),
                                             .says = input::text_at(*item, "says"),
                                             .source = input::text_at(*item, "source"),
                                             .adds = input::text_at(*item, "is") == "benefit",
                                             .levels = {}};
    for (const auto* level_item : input::items_at(*item, "levels")) {
      auto level = read_cell<Method::CostBenefit::Level>(*level_item);
      level.value = integer_at(*level_item, "value");
      dimension.levels.push_back(std::move(level));
    }
    read.dimensions.push_back(std::move(dimension));
  }
  for (const auto* item : input::items_at(map, "weights")) {
    auto weight = read_marked<Method::CostBenefit::Weight>(*item);
    weight.risk_class = input::text_at(*item, "class");
    weight.weight = integer_at(*item, "weight");
    read.weights.push_back(std::move(weight));
  }
  return read;
}

}  // namespace

Method read_method(const Tree& map) {
  Method method;
  method.id = input::text_at(map, "id");
  method.title = input::text_at(map, "title");
  method.version = input::text_at(map, "version");
  method.sum = input::text_at(map, "sum");
  method.note = input::text_at(map, "note");
  method.scheme = input::text_at(map, "scheme") == "hazard" ? Scheme::hazard : Scheme::attack;
  for (const auto* item : input::items_at(map, "factors")) method.factors.push_back(read_factor(*item));
  for (const auto* item : input::items_at(map, "intensity")) {
    auto intensity = read_cell<Method::Intensity>(*item);
    intensity.adds = integer_at(*item, "adds");
    method.intensities.push_back(std::move(intensity));
  }
  for (const auto* item : input::items_at(map, "ratings")) {
    auto band = read_cell<Method::Band>(*item);
    band.from = integer_at(*item, "from");
    band.likelihood = {integer_at(*item, "likelihood", 1)};
    band.likelihood_mark = mark_at(*item, "likelihood-mark");
    method.bands.push_back(std::move(band));
  }
  method.likelihoods = read_words(map, "likelihoods");
  method.impacts = read_words(map, "impacts");
  for (const auto* item : input::items_at(map, "rating-impacts")) {
    auto impact = read_marked<Method::RatingImpact>(*item);
    impact.rating = integer_at(*item, "rating");
    impact.impact = {integer_at(*item, "impact")};
    method.rating_impacts.push_back(std::move(impact));
  }
  method.impact_cap = integer_at(map, "impact-cap", 3);
  method.impact_cap_note = input::text_at(map, "impact-cap-note");
  method.impact_cap_mark = mark_at(map, "impact-cap-mark");
  method.risk_mark = mark_at(map, "risk-mark");
  method.risk_source = input::text_at(map, "risk-source");
  method.risk_note = input::text_at(map, "risk-note");
  if (const auto* risk = map.find("risk"))
    for (const auto& row : risk->items) {
      std::vector<int> cells;
      for (const auto& cell : row.items) cells.push_back(static_cast<int>(cell.integer));
      method.matrix.push_back(std::move(cells));
    }
  for (const auto* item : input::items_at(map, "classes")) {
    auto risk_class = read_cell<Method::Class>(*item);
    risk_class.from = {integer_at(*item, "from")};
    risk_class.undecided = input::text_at(*item, "undecided");
    method.classes.push_back(std::move(risk_class));
  }
  for (const auto* item : input::items_at(map, "measures")) method.measures.push_back(read_measure(*item));
  if (const auto* analysis = map.find("cost-benefit")) method.cost_benefit = read_cost_benefit(*analysis);
  method.place = map.place;
  return method;
}

}  // namespace assize::catalogue
