// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
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

  /// What was reached, and by which chain of claims. The strength is that of the weakest link: an "intersects" or
  /// "supports" never becomes more than related.
  struct Reached {
    int node = 0;
    Strength strength = Strength::nothing;
    int steps = 0;
    bool again = false;  ///< By a weaker but shorter way: it leads further, and counts no second time.
    int from = -1;       ///< Index among what was reached before; -1 for the start.
    const catalogue::Mapping* mapping = nullptr;  ///< Of the last step; null: a part of its parent.
    bool backwards = false;
  };
  /// From the control or requirement backwards, itself first, then the strongest chains first, each control or
  /// requirement once. At most three steps: a longer chain of judgements says nothing to a reader. Empty when the
  /// catalogue does not know the id.
  std::vector<Reached> into(const std::string& id);

  /// The steps from what was reached to the start.
  std::vector<Support::Step> path(const std::vector<Reached>& all, std::size_t of) const;
  const std::string& id_of(int node) const { return ids_[static_cast<std::size_t>(node)]; }

 private:
  struct Edge {
    int from;
    Strength strength;
    const catalogue::Mapping* mapping;
    bool backwards;
  };
  int node(const std::string& id);
  std::map<std::string, int> index_;
  std::vector<std::string> ids_;
  std::vector<std::vector<Edge>> into_;  ///< By node: what meets it, strongest first, each strength in catalogue order.
  std::vector<int> fewest_;              ///< By node: steps by which it was reached in the search that runs.
};

}  // namespace assize::cover
