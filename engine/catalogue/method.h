// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/threat.h"

namespace assize::catalogue {

/// How sure a cell of a published table is.
enum class Mark { primary, second_hand, inferred, unverified };
std::string_view name_of(Mark mark);

/// Sum of the points of all factors. More points: harder to do, or less likely to happen. Nothing when a factor is at a
/// level that is not feasible at all.
using Points = std::optional<int>;

/// Values on the method's scales; more is worse. Distinct types: swapping two does not compile.
struct Likelihood {
  int value = 1;
  auto operator<=>(const Likelihood&) const = default;
};
struct Impact {
  int value = 1;
  auto operator<=>(const Impact&) const = default;
};
struct RiskValue {
  int value = 1;
  auto operator<=>(const RiskValue&) const = default;
};

/// Scales, points, thresholds and matrix, all from a method file; nothing here knows a number.
/// Invariant, checked by check_method: levels of a factor rise in points and come riskiest first; bands start at 0 and
/// rise while their likelihoods fall; impacts of ratings do not fall; a matrix has a row per likelihood and a column
/// per impact and falls along neither; classes rise and the first covers the lowest risk.
struct Method {
  struct Cell {
    Mark mark = Mark::primary;
    std::string source, note;
  };
  struct Level : Cell {
    std::string id, title;
    int points = 0;
    bool not_feasible = false;  ///< Beyond any number of points.
  };
  /// A level of the threats' scheme that this method has not, and the level of its own that stands in for it.
  struct ReadAs : Cell {
    std::string level, as;
  };
  struct Factor {
    std::string id, title, says, source;
    std::vector<Level> levels;
    std::vector<ReadAs> read_as;
    /// Place of the level among `levels`, 0 the riskiest, by what it is read as when it is none of them; -1 when the
    /// factor does not know it.
    int rank(const std::string& level) const;
  };
  struct Intensity : Cell {
    std::string id, title;
    int adds = 0;  ///< Added to the impact rating.
  };
  /// What a rating of an asset, 1 to 3, is on the method's own scale of impacts.
  struct RatingImpact : Cell {
    int rating = 1;
    Impact impact;
  };
  struct Band : Cell {
    std::string id, title;
    int from = 0;  ///< Points at which it begins.
    Likelihood likelihood;
    Mark likelihood_mark = Mark::primary;
  };
  struct Word : Cell {  ///< A name for a value of a scale.
    int value = 0;
    std::string id, title;
  };
  struct Class : Cell {
    std::string id, title;
    RiskValue from;
    std::string undecided;  ///< nothing, open or blocking; empty: by its place among the classes.
  };
  /// A level from a measured number: the first whose limit is not below it.
  struct Measure {
    struct Threshold {
      std::optional<double> up_to;
      std::string level;
    };
    std::string metric, factor, because;
    std::vector<Threshold> levels;
    input::Place place;
  };
  /// TS 102 165-1 V5.3.1, 6.10: what a countermeasure costs and brings, in points, against the risks it takes away.
  struct CostBenefit {
    struct Level : Cell {
      std::string id, title;
      int value = 0;  ///< Points; may be below 0 where a dimension is added.
    };
    struct Dimension {
      std::string id, title, says, source;
      bool adds = false;  ///< Added to the result; else, as for costs, taken from it.
      std::vector<Level> levels;
      const Level* level(const std::string& level_id) const;
    };
    struct Weight : Cell {  ///< Points per risk that leaves the class.
      std::string risk_class;
      int weight = 0;
    };
    std::vector<Dimension> dimensions;
    std::vector<Weight> weights;
    Mark mark = Mark::primary;  ///< Of the formula: weights times differences, costs taken off, the rest added.
    std::string source, note;
    const Dimension* dimension(const std::string& dimension_id) const;
    const Weight* weight(const std::string& risk_class) const;
  };
  std::string id, title, version, sum, note;
  Scheme scheme = Scheme::attack;
  std::vector<Factor> factors;
  std::vector<Intensity> intensities;  ///< Worst first.
  std::vector<Band> bands;
  std::vector<Word> likelihoods, impacts;
  std::vector<RatingImpact> rating_impacts;  ///< Empty: a rating is an impact.
  int impact_cap = 3;
  Mark impact_cap_mark = Mark::primary;
  std::string impact_cap_note;
  std::vector<std::vector<int>> matrix;  ///< Empty: likelihood times impact.
  Mark risk_mark = Mark::primary;
  std::string risk_source, risk_note;
  std::vector<Class> classes;
  std::vector<Measure> measures;
  std::optional<CostBenefit> cost_benefit;
  std::string pack;
  input::Place place;

  int factor(const std::string& factor_id) const;        ///< -1 when there is none.
  int intensity(const std::string& intensity_id) const;  ///< Rank, 0 the worst; -1 when there is none.
  /// Every level that the factor (or `intensity`) knows, those that are read as another after its own.
  std::vector<std::string> level_ids(const std::string& factor_id) const;
  std::vector<std::string> factor_ids() const;  ///< `intensity` first.
};

/// `ranks`: one per factor of the method, 0 the riskiest level.
Points points_of(const Method& method, const std::vector<int>& ranks);
/// The last band that begins at or below the points; the last of all when the thing is not feasible.
const Method::Band& band_of(const Method& method, Points points);
/// How many points are missing until the thing counts as less likely; 0 when it cannot become less likely. Of two risks
/// of one class, the one that is further from being less likely is the worse.
int points_to_safer(const Method& method, Points points);
/// What a rating of 1 to 3 is on the method's scale of impacts.
Impact impact_of_rating(const Method& method, int rating);
/// After TS 102 165-1: min(cap, impact of the asset's rating + what the intensity adds).
Impact impact_of(const Method& method, int asset_rating, int intensity_rank);
RiskValue risk_of(const Method& method, Likelihood likelihood, Impact impact);
/// Index into `classes`; more is worse.
int class_of(const Method& method, RiskValue risk);
/// "Critical", "3 likely" and the like, for people.
/// What a risk of the class is as a gap while nothing is decided about it: nothing, open or blocking.
std::string undecided(const Method& method, int risk_class);
std::string title_of(const std::vector<Method::Word>& words, int value);

/// `bad-method`: what breaks the invariant above.
input::Diagnostics check_method(const Method& method);

}  // namespace assize::catalogue
