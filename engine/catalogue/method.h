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
/// rise while their likelihoods fall; a matrix has a row per likelihood and a column per impact and falls along
/// neither; classes rise and the first covers the lowest risk.
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
  struct Factor {
    std::string id, title, says, source;
    std::vector<Level> levels;
    /// Place of the level among `levels`, 0 the riskiest; -1 when there is none of that id.
    int rank(const std::string& level) const;
  };
  struct Intensity : Cell {
    std::string id, title;
    int adds = 0;  ///< Added to the impact rating.
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
  std::string id, title, version, sum, note;
  Scheme scheme = Scheme::attack;
  std::vector<Factor> factors;
  std::vector<Intensity> intensities;  ///< Worst first.
  std::vector<Band> bands;
  std::vector<Word> likelihoods, impacts;
  int impact_cap = 3;
  Mark impact_cap_mark = Mark::primary;
  std::vector<std::vector<int>> matrix;  ///< Empty: likelihood times impact.
  Mark risk_mark = Mark::primary;
  std::vector<Class> classes;
  std::vector<Measure> measures;
  std::string pack;
  input::Place place;

  int factor(const std::string& factor_id) const;        ///< -1 when there is none.
  int intensity(const std::string& intensity_id) const;  ///< Rank, 0 the worst; -1 when there is none.
};

/// `ranks`: one per factor of the method, 0 the riskiest level.
Points points_of(const Method& method, const std::vector<int>& ranks);
/// The last band that begins at or below the points; the last of all when the thing is not feasible.
const Method::Band& band_of(const Method& method, Points points);
/// How many points are missing until the thing counts as less likely; 0 when it cannot become less likely. Of two risks
/// of one class, the one that is further from being less likely is the worse.
int points_to_safer(const Method& method, Points points);
/// TS 102 165-1: min(cap, rating of the asset + what the intensity adds).
Impact impact_of(const Method& method, int asset_rating, int intensity_rank);
RiskValue risk_of(const Method& method, Likelihood likelihood, Impact impact);
/// Index into `classes`; more is worse.
int class_of(const Method& method, RiskValue risk);
/// "Critical", "3 likely" and the like, for people.
std::string title_of(const std::vector<Method::Word>& words, int value);

/// `bad-method`: what breaks the invariant above.
input::Diagnostics check_method(const Method& method);

}  // namespace assize::catalogue
