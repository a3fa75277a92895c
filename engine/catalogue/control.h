// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/condition.h"
#include "engine/input/date.h"

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
  /// What somebody else's list says of the same measure: a claim with its source, which no coverage follows from.
  struct Relation {
    std::string to;        ///< `SCHEME:id` of an external entry.
    std::string relation;  ///< corresponds: names the same measure; supports: helps with what the entry asks for.
    std::string basis, source, because;
    input::Place place;
  };
  std::string id;        ///< Qualified by the pack's prefix: `iso27001:A.8.24`, `MTG-049`.
  std::string local_id;  ///< As the standard has it: `A.8.24`.
  std::string title, says, theme, parent, note;
  std::vector<Effect> treats;
  std::vector<Brought> brings;
  std::vector<Relation> relations;
  std::vector<std::string> references;
  std::map<std::string, std::vector<std::string>> attributes;  ///< By id of an Attribute.
  std::string pack;
  input::Place place;
};

/// What a law or standard asks for.
struct Requirement {
  std::string id, local_id, title, says, parent, expects, checks, kind, note, numbering, amended, phase, condition,
      norm, verification;
  std::vector<std::string> binds;       ///< Roles.
  std::vector<std::string> applies_to;  ///< Classes that a regime may give; one is enough. Empty: every system.
  std::optional<input::Date> applies_from, applies_until;
  std::map<std::string, input::Date> applies_from_for;  ///< Class -> its own day, instead of `applies_from`.
  std::vector<std::string> related, references;
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
