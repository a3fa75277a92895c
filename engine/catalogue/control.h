// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/condition.h"

namespace assize::catalogue {

/// A measure in a control catalogue, a mitigation of our own among them.
struct Control {
  /// What it does to one threat: factors are at least `floor`, intensity and impact at most their caps.
  struct Effect {
    std::string threat;
    std::map<std::string, std::string> floor;  ///< Factor -> level.
    std::string intensity_cap;                 ///< Empty: none.
    int impact_cap = 0;                        ///< 0: none.
    std::string basis, source, because;
    input::Place place;
  };
  /// TS 102 165-1: a countermeasure becomes an asset.
  struct Brought {
    std::string id, kind, title;
    input::Place place;
  };
  std::string id;        ///< Qualified by the pack's prefix: `iso27001:A.8.24`, `MTG-049`.
  std::string local_id;  ///< As the standard has it: `A.8.24`.
  std::string title, says, theme, parent, note;
  std::vector<Effect> treats;
  std::vector<Brought> brings;
  std::vector<std::string> references;
  std::string pack;
  input::Place place;
};

/// What a law or standard asks for.
struct Requirement {
  std::string id, local_id, title, says, parent, applies_to, expects, checks, kind, applies_from, note, numbering;
  std::vector<std::string> binds;
  bool narrative = false;         ///< The provider is asked for prose.
  std::optional<Condition> when;  ///< Of the system; absent: always.
  std::string pack;
  input::Place place;
};

/// What `from` is to `to`. Weakest first is not an order of words: see strength_of.
enum class Relates { equal, subset, superset, intersects, supports };

/// One row, one claim, one source (after NIST IR 8477).
struct Mapping {
  std::string from, to;
  Relates relation = Relates::supports;
  std::string strength, basis, source, because;
  input::Place place;
};
std::string_view name_of(Relates relation);

}  // namespace assize::catalogue
