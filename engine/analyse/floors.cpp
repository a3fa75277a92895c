// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/floors.h"

#include <algorithm>

namespace assize::analyse {

std::string_view name_of(At level) {
  switch (level) {
    case At::inherent:
      return "inherent";
    case At::claimed:
      return "claimed";
    case At::evidenced:
      return "evidenced";
    case At::planned:
      return "planned";
  }
  return {};
}

Floors no_floors(const catalogue::Method& method) { return {std::vector<int>(method.factors.size(), 0), 0, 0}; }

void raise(Floors& floors, const catalogue::Control::Effect& effect, const catalogue::Method& method) {
  for (const auto& [factor, level] : effect.floor) {
    const int at = method.factor(factor);
    if (at < 0) continue;
    auto& rank = floors.ranks[static_cast<std::size_t>(at)];
    rank = std::max(rank, method.factors[static_cast<std::size_t>(at)].rank(level));
  }
  if (!effect.intensity_cap.empty())
    floors.intensity = std::max(floors.intensity, method.intensity(effect.intensity_cap));
  if (effect.impact_cap > 0)
    floors.impact_cap = floors.impact_cap == 0 ? effect.impact_cap : std::min(floors.impact_cap, effect.impact_cap);
}

Level rate(const catalogue::Method& method, std::vector<int> ranks, int intensity, int asset_rating, int impact_cap) {
  Level level;
  level.points = catalogue::points_of(method, ranks);
  level.ranks = std::move(ranks);
  level.intensity = intensity;
  const auto& band = catalogue::band_of(method, level.points);
  level.band = static_cast<int>(&band - method.bands.data());
  level.likelihood = band.likelihood;
  level.impact = catalogue::impact_of(method, asset_rating, intensity);
  if (impact_cap > 0) level.impact = std::min(level.impact, catalogue::impact_of_rating(method, impact_cap));
  level.risk = catalogue::risk_of(method, level.likelihood, level.impact);
  level.risk_class = catalogue::class_of(method, level.risk);
  return level;
}

}  // namespace assize::analyse
