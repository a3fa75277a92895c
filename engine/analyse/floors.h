// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/analyse/risk.h"

namespace assize::analyse {

/// Raises each factor to the highest floor and lowers intensity and impact to the lowest cap (TS 102 165-1, 6.9.2:
/// several countermeasures combine by the strongest). Commutative, associative, idempotent; never raises a risk.
struct Floors {
  std::vector<int> ranks;  ///< Per factor.
  int intensity = 0;       ///< Rank, 0 the worst.
  int impact_cap = 0;      ///< Rating 1 to 3 whose impact is the most there can be; 0: none.
};
Floors no_floors(const catalogue::Method& method);
void raise(Floors& floors, const catalogue::Control::Effect& effect, const catalogue::Method& method);

/// Completes a level from its ranks, intensity and the asset rating. A cap speaks in ratings too, so that it means the
/// same under a method whose impacts have another scale.
Level rate(const catalogue::Method& method, std::vector<int> ranks, int intensity, int asset_rating, int impact_cap);

}  // namespace assize::analyse
