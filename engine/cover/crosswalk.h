// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/cover/coverage.h"

namespace assize::cover {

/// One control or requirement, and what of the other pack has to do with it.
struct Crossing {
  struct Other {
    std::string id, title;
    Strength strength = Strength::nothing;
    std::vector<Support::Step> path;  ///< From the offered one to the asked one.
  };
  std::string id, title, kind;
  Strength strength = Strength::nothing;  ///< Of the best.
  std::vector<Other> others = {};         ///< Strongest first.
};

/// What one pack asks against what another offers, both ways, from the mappings alone. Words, no percentage: rows that
/// only say "intersects" carry none.
struct Crosswalk {
  std::vector<Crossing> asked;    ///< Each entry of the one: requirements without control show as nothing.
  std::vector<Crossing> offered;  ///< Each entry of the other: controls without requirement show as nothing.
};

/// Headings, repealed rows and sub-points of our own numbering are left out: nobody is asked for them.
Crosswalk crosswalk(const catalogue::Catalogue& catalogue, const std::string& asked_pack,
                    const std::string& offered_pack);

}  // namespace assize::cover
