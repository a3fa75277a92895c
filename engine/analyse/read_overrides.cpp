// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "engine/analyse/override.h"

namespace assize::analyse {

std::vector<Override> read_overrides(const input::Tree& tree, input::Diagnostics& found) {
  std::vector<Override> overrides;
  std::map<std::pair<std::string, std::string>, input::Place> first;
  for (const auto* item : input::items_at(tree, "overrides")) {
    Override read{.risk = input::said_at(*item, "risk"),
                  .factor = input::said_at(*item, "factor"),
                  .to = input::said_at(*item, "to"),
                  .by = input::said_at(*item, "by"),
                  .because = input::text_at(*item, "because"),
                  .on = input::date_at(*item, "on"),
                  .place = item->place};
    const auto [at, fresh] = first.emplace(std::pair(read.risk.value, read.factor.value), read.place);
    if (!fresh)
      found.push_back({input::Severity::error, "duplicate-id",
                       "factor `" + read.factor.value + "` of risk `" + read.risk.value + "` is overruled twice",
                       read.place, "the first is at " + to_text(at->second)});
    overrides.push_back(std::move(read));
  }
  return overrides;
}

}  // namespace assize::analyse
