// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/method.h"

#include <algorithm>
#include <cassert>

namespace assize::catalogue {
namespace {

template <class Entries>
int place_of(const Entries& entries, const std::string& id) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].id == id) return static_cast<int>(i);
  return -1;
}

/// Both scales of a method, smallest value first.
std::vector<int> values_of(const std::vector<Method::Word>& words) {
  std::vector<int> values;
  for (const auto& word : words) values.push_back(word.value);
  std::sort(values.begin(), values.end());
  return values;
}

int row_of(const std::vector<int>& values, int value) {
  const auto at = std::find(values.begin(), values.end(), value);
  assert(at != values.end());  // check_method has seen to it.
  return static_cast<int>(at - values.begin());
}

}  // namespace

std::string_view name_of(Mark mark) {
  switch (mark) {
    case Mark::primary:
      return "P";
    case Mark::second_hand:
      return "S";
    case Mark::inferred:
      return "I";
    case Mark::unverified:
      return "U";
  }
  return {};
}

int Method::Factor::rank(const std::string& level) const { return place_of(levels, level); }
int Method::factor(const std::string& factor_id) const { return place_of(factors, factor_id); }
int Method::intensity(const std::string& intensity_id) const { return place_of(intensities, intensity_id); }

Points points_of(const Method& method, const std::vector<int>& ranks) {
  assert(ranks.size() == method.factors.size());
  int sum = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const auto& level = method.factors[i].levels[static_cast<std::size_t>(ranks[i])];
    if (level.not_feasible) return std::nullopt;
    sum += level.points;
  }
  return sum;
}

const Method::Band& band_of(const Method& method, Points points) {
  if (!points) return method.bands.back();
  const Method::Band* band = &method.bands.front();
  for (const auto& next : method.bands)
    if (next.from <= *points) band = &next;
  return *band;
}

int points_to_safer(const Method& method, Points points) {
  if (!points) return 0;
  const auto here = band_of(method, points).likelihood;
  for (const auto& band : method.bands)
    if (band.likelihood < here) return band.from - *points;  // Bands rise: the first that is less likely lies above.
  return 0;
}

Impact impact_of(const Method& method, int asset_rating, int intensity_rank) {
  const auto& intensity = method.intensities[static_cast<std::size_t>(intensity_rank)];
  return {std::min(method.impact_cap, asset_rating + intensity.adds)};
}

RiskValue risk_of(const Method& method, Likelihood likelihood, Impact impact) {
  if (method.matrix.empty()) return {likelihood.value * impact.value};
  const auto row = static_cast<std::size_t>(row_of(values_of(method.likelihoods), likelihood.value));
  const auto column = static_cast<std::size_t>(row_of(values_of(method.impacts), impact.value));
  return {method.matrix[row][column]};
}

int class_of(const Method& method, RiskValue risk) {
  int found = 0;
  for (std::size_t i = 0; i < method.classes.size(); ++i)
    if (method.classes[i].from <= risk) found = static_cast<int>(i);
  return found;
}

std::string title_of(const std::vector<Method::Word>& words, int value) {
  for (const auto& word : words)
    if (word.value == value) return word.title;
  return {};
}

input::Diagnostics check_method(const Method& method) {
  input::Diagnostics found;
  const auto complain = [&](std::string message) {
    found.push_back(
        {input::Severity::error, "bad-method", "method `" + method.id + "`: " + std::move(message), method.place, ""});
  };
  for (const auto& factor : method.factors)
    for (std::size_t i = 1; i < factor.levels.size(); ++i) {
      const auto& before = factor.levels[i - 1];
      const auto& level = factor.levels[i];
      if (before.not_feasible || (!level.not_feasible && level.points < before.points))
        complain("level `" + level.id + "` of factor `" + factor.id + "` comes after `" + before.id +
                 "` but has fewer points");
    }
  for (std::size_t i = 1; i < method.intensities.size(); ++i)
    if (method.intensities[i].adds > method.intensities[i - 1].adds)
      complain("intensities do not come worst first: `" + method.intensities[i].id + "`");
  if (method.bands.front().from != 0) complain("the first band does not begin at 0 points");
  for (std::size_t i = 1; i < method.bands.size(); ++i) {
    if (method.bands[i].from <= method.bands[i - 1].from)
      complain("band `" + method.bands[i].id + "` does not begin above the one before it");
    if (method.bands[i].likelihood > method.bands[i - 1].likelihood)
      complain("band `" + method.bands[i].id + "` is more likely than the one before it");
  }
  const auto likelihoods = values_of(method.likelihoods), impacts = values_of(method.impacts);
  for (const auto& band : method.bands)
    if (!std::binary_search(likelihoods.begin(), likelihoods.end(), band.likelihood.value))
      complain("band `" + band.id + "` has a likelihood that has no name");
  for (int rating = 1; rating <= 3; ++rating)
    for (const auto& intensity : method.intensities)
      if (!std::binary_search(impacts.begin(), impacts.end(), std::min(method.impact_cap, rating + intensity.adds)))
        complain("impact " + std::to_string(rating + intensity.adds) + " has no name");
  if (!method.matrix.empty()) {
    if (method.matrix.size() != likelihoods.size()) complain("the matrix has not a row per likelihood");
    for (std::size_t row = 0; row < method.matrix.size(); ++row) {
      if (method.matrix[row].size() != impacts.size()) {
        complain("row " + std::to_string(row + 1) + " of the matrix has not a column per impact");
        continue;
      }
      for (std::size_t column = 0; column < impacts.size(); ++column)
        if ((column > 0 && method.matrix[row][column] < method.matrix[row][column - 1]) ||
            (row > 0 && method.matrix[row - 1].size() == impacts.size() &&
             method.matrix[row][column] < method.matrix[row - 1][column]))
          complain("the matrix falls at row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1));
    }
  }
  for (std::size_t i = 1; i < method.classes.size(); ++i)
    if (method.classes[i].from <= method.classes[i - 1].from)
      complain("class `" + method.classes[i].id + "` does not begin above the one before it");
  if (!likelihoods.empty() && !impacts.empty() && found.empty() &&
      method.classes.front().from > risk_of(method, {likelihoods.front()}, {impacts.front()}))
    complain("the first class does not cover the lowest risk");
  for (const auto& measure : method.measures) {
    const int at = method.factor(measure.factor);
    if (at < 0) {
      complain("metric `" + measure.metric + "` sets factor `" + measure.factor + "`, which is none");
      continue;
    }
    for (const auto& threshold : measure.levels)
      if (method.factors[static_cast<std::size_t>(at)].rank(threshold.level) < 0)
        complain("metric `" + measure.metric + "` sets level `" + threshold.level + "`, which factor `" +
                 measure.factor + "` has not");
    for (std::size_t i = 1; i < measure.levels.size(); ++i)
      if (const auto& before = measure.levels[i - 1].up_to, &limit = measure.levels[i].up_to;
          !before || (limit && *limit <= *before))
        complain("metric `" + measure.metric + "` has level `" + measure.levels[i].level +
                 "` after one that leaves nothing to it");
    if (measure.levels.back().up_to)
      complain("metric `" + measure.metric + "` has no level for what lies above all limits");
  }
  return found;
}

}  // namespace assize::catalogue
