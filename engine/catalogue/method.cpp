// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/method.h"

#include <algorithm>
#include <cassert>
#include <functional>

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

using Complain = std::function<void(std::string)>;

void check_ratings(const Method& method, const Complain& complain) {
  const auto& ratings = method.rating_impacts;
  if (ratings.empty()) return;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (ratings[i].rating != static_cast<int>(i) + 1 || ratings.size() != 3)
      return complain("impacts of ratings are not those of 1, 2 and 3, in this order");
    if (ratings[i].impact.value > method.impact_cap)
      complain("the impact of rating " + std::to_string(i + 1) + " lies above the highest");
    if (i > 0 && ratings[i].impact < ratings[i - 1].impact)
      complain("the impact of rating " + std::to_string(i + 1) + " is below that of the one before");
  }
}

void check_measures(const Method& method, const Complain& complain) {
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
}

/// Each class has one weight, a worse class no smaller one, so that easing a risk is never worth less than nothing.
void check_cost_benefit(const Method& method, const Complain& complain) {
  if (!method.cost_benefit) return;
  const auto& analysis = *method.cost_benefit;
  int before = 0;
  for (const auto& one : method.classes) {
    const auto* weight = analysis.weight(one.id);
    if (!weight)
      complain("the cost-benefit analysis gives class `" + one.id + "` no weight");
    else if (weight->weight < before)
      complain("the cost-benefit analysis gives class `" + one.id + "` less weight than the one before it");
    before = weight ? weight->weight : before;
  }
  for (std::size_t i = 0; i < analysis.weights.size(); ++i) {
    if (place_of(method.classes, analysis.weights[i].risk_class) < 0)
      complain("the cost-benefit analysis weighs `" + analysis.weights[i].risk_class + "`, which is no class");
    for (std::size_t j = 0; j < i; ++j)
      if (analysis.weights[j].risk_class == analysis.weights[i].risk_class)
        complain("the cost-benefit analysis weighs `" + analysis.weights[i].risk_class + "` twice");
  }
  for (std::size_t i = 0; i < analysis.dimensions.size(); ++i)
    if (place_of(analysis.dimensions, analysis.dimensions[i].id) != static_cast<int>(i))
      complain("the cost-benefit analysis has dimension `" + analysis.dimensions[i].id + "` twice");
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

int Method::Factor::rank(const std::string& level) const {
  if (const int own = place_of(levels, level); own >= 0) return own;
  for (const auto& one : read_as)
    if (one.level == level) return place_of(levels, one.as);
  return -1;
}
int Method::factor(const std::string& factor_id) const { return place_of(factors, factor_id); }
int Method::intensity(const std::string& intensity_id) const { return place_of(intensities, intensity_id); }

std::vector<std::string> Method::level_ids(const std::string& factor_id) const {
  std::vector<std::string> ids;
  if (factor_id == "intensity")
    for (const auto& one : intensities) ids.push_back(one.id);
  if (const int at = factor(factor_id); at >= 0) {
    const auto& known = factors[static_cast<std::size_t>(at)];
    for (const auto& one : known.levels) ids.push_back(one.id);
    for (const auto& one : known.read_as) ids.push_back(one.level);
  }
  return ids;
}

std::vector<std::string> Method::factor_ids() const {
  std::vector<std::string> ids{"intensity"};
  for (const auto& one : factors) ids.push_back(one.id);
  return ids;
}

const Method::CostBenefit::Level* Method::CostBenefit::Dimension::level(const std::string& level_id) const {
  const int at = place_of(levels, level_id);
  return at < 0 ? nullptr : &levels[static_cast<std::size_t>(at)];
}
const Method::CostBenefit::Dimension* Method::CostBenefit::dimension(const std::string& dimension_id) const {
  const int at = place_of(dimensions, dimension_id);
  return at < 0 ? nullptr : &dimensions[static_cast<std::size_t>(at)];
}
const Method::CostBenefit::Weight* Method::CostBenefit::weight(const std::string& risk_class) const {
  for (const auto& one : weights)
    if (one.risk_class == risk_class) return &one;
  return nullptr;
}

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

std::string undecided(const Method& method, int risk_class) {
  const auto& said = method.classes[static_cast<std::size_t>(risk_class)].undecided;
  if (!said.empty()) return said;
  return risk_class + 1 == static_cast<int>(method.classes.size()) ? "blocking" : risk_class == 0 ? "nothing" : "open";
}

int points_to_safer(const Method& method, Points points) {
  if (!points) return 0;
  const auto here = band_of(method, points).likelihood;
  for (const auto& band : method.bands)
    if (band.likelihood < here) return band.from - *points;  // Bands rise: the first that is less likely lies above.
  return 0;
}

Impact impact_of_rating(const Method& method, int rating) {
  for (const auto& one : method.rating_impacts)
    if (one.rating == rating) return one.impact;
  return {rating};
}

Impact impact_of(const Method& method, int asset_rating, int intensity_rank) {
  const auto& intensity = method.intensities[static_cast<std::size_t>(intensity_rank)];
  return {std::min(method.impact_cap, impact_of_rating(method, asset_rating).value + intensity.adds)};
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
  for (const auto& factor : method.factors)
    for (std::size_t i = 0; i < factor.read_as.size(); ++i) {
      const auto& one = factor.read_as[i];
      if (place_of(factor.levels, one.level) >= 0)
        complain("factor `" + factor.id + "` has level `" + one.level + "` and reads it as `" + one.as + "` as well");
      if (place_of(factor.levels, one.as) < 0)
        complain("factor `" + factor.id + "` reads `" + one.level + "` as `" + one.as + "`, which is no level of it");
      for (std::size_t j = 0; j < i; ++j)
        if (factor.read_as[j].level == one.level)
          complain("factor `" + factor.id + "` reads `" + one.level + "` as two levels");
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
  check_ratings(method, complain);
  for (int rating = 1; rating <= 3; ++rating)
    for (std::size_t i = 0; i < method.intensities.size(); ++i)
      if (const int impact = impact_of(method, rating, static_cast<int>(i)).value;
          !std::binary_search(impacts.begin(), impacts.end(), impact))
        complain("impact " + std::to_string(impact) + " has no name");
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
  check_measures(method, complain);
  check_cost_benefit(method, complain);
  return found;
}

}  // namespace assize::catalogue
