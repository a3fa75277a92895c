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
Entry read_cell(const Tree& map) {
  Entry entry;
  entry.mark = mark_at(map, "mark");
  entry.source = input::text_at(map, "source");
  entry.note = input::text_at(map, "note");
  entry.id = input::text_at(map, "id");
  entry.title = input::text_at(map, "title");
  return entry;
}

Method::Factor read_factor(const Tree& map) {
  Method::Factor factor{.id = input::text_at(map, "id"),
                        .title = input::text_at(map, "title"),
                        .says = input::text_at(map, "says"),
                        .source = input::text_at(map, "source"),
                        .levels = {}};
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
  method.impact_cap = integer_at(map, "impact-cap", 3);
  method.impact_cap_mark = mark_at(map, "impact-cap-mark");
  method.risk_mark = mark_at(map, "risk-mark");
  if (const auto* risk = map.find("risk"))
    for (const auto& row : risk->items) {
      std::vector<int> cells;
      for (const auto& cell : row.items) cells.push_back(static_cast<int>(cell.integer));
      method.matrix.push_back(std::move(cells));
    }
  for (const auto* item : input::items_at(map, "classes")) {
    auto risk_class = read_cell<Method::Class>(*item);
    risk_class.from = {integer_at(*item, "from")};
    method.classes.push_back(std::move(risk_class));
  }
  for (const auto* item : input::items_at(map, "measures")) method.measures.push_back(read_measure(*item));
  method.place = map.place;
  return method;
}

}  // namespace assize::catalogue
