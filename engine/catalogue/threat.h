// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/catalogue/condition.h"

namespace assize::catalogue {

/// Which factors rate a threat: those of an attack, or those of a hazard (nobody attacks).
enum class Scheme { attack, hazard };

/// A catalogue entry: what can happen to which kinds of element under which conditions.
struct Threat {
  struct RatedLevel {
    std::string level, because;
    input::Place place;
  };
  /// Of the adjustments that hold, the most cautious level of a factor replaces its base: order does not matter.
  struct Adjustment {
    Condition when;
    std::map<std::string, std::string> set;  ///< Factor -> level.
    std::string because;
    input::Place place;
  };
  std::string id, title, says;
  std::string family;  ///< TVRA threat tree, or `none`.
  std::string nature;  ///< adversarial, accidental, systemic, misuse.
  Scheme scheme = Scheme::attack;
  std::vector<std::string> touches;
  std::vector<int> touched_kinds;  ///< `touches`, resolved.
  Condition when;
  std::vector<std::string> hits, stages, harms;
  std::map<std::string, RatedLevel> rating;  ///< By factor; `intensity` among them.
  std::vector<std::string> measured_by;      ///< Metrics that set the level of a factor.
  std::vector<Adjustment> adjust;
  std::string basis;
  std::vector<std::string> references;
  std::string pack;
  input::Place place;
};

}  // namespace assize::catalogue
