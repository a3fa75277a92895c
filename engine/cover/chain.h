// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/cover/coverage.h"

namespace assize::cover {

/// All mappings of a catalogue, and the parts of requirements, as one web that can be searched from what is asked for
/// towards what meets it. Points into the catalogue, which must outlive it.
class Chains {
 public:
  explicit Chains(const catalogue::Catalogue& catalogue);

  /// What one end is to the other: all of it and no more, at least all, a part, something of it and something else, or
  /// only that somebody sees a connection.
  enum class Relation { equal, superset, subset, overlaps, related };

  /// What was reached, and by which chain of claims.
  struct Reached {
    int node = 0;
    Relation relation = Relation::equal;  ///< To the start.
    Strength strength = Strength::nothing;
    int steps = 0;
    bool again = false;  ///< Reached before, more strongly: it may lead further, and counts no second time.
    int from = -1;       ///< Index among what was reached before; -1 for the start.
    const catalogue::Mapping* mapping = nullptr;  ///< Of the last step; null: a part of its parent.
    bool backwards = false;
  };
  /// From the control or requirement backwards, itself first, then the strongest chains first. At most three steps: a
  /// longer chain of judgements says nothing to a reader. Empty when the catalogue does not know the id.
  std::vector<Reached> into(const std::string& id);

  /// The steps from what was reached to the start.
  std::vector<Support::Step> path(const std::vector<Reached>& all, std::size_t of) const;
  const std::string& id_of(int node) const { return ids_[static_cast<std::size_t>(node)]; }

 private:
  struct Edge {
    int from;
    Relation relation;
    const catalogue::Mapping* mapping;
    bool backwards;
  };
  int node(const std::string& id);
  std::map<std::string, int> index_;
  std::vector<std::string> ids_;
  std::vector<std::vector<Edge>> into_;  ///< By node: what meets it, in catalogue order.
  std::vector<int> fewest_;  ///< By node and relation: steps by which it was reached so in the search that runs.
};

/// What A is to C when A is `first` to B and B is `then` to C, or nothing when no claim follows: a part of what covers
/// C may lie outside C, so it is only related; two overlaps in a row, or a part of something related, say nothing.
std::optional<Chains::Relation> follow(Chains::Relation first, Chains::Relation then);
Strength strength_of(Chains::Relation relation);

}  // namespace assize::cover
