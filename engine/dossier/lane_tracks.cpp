// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/lane_tracks.h"

#include <utility>

namespace assize::dossier {

std::size_t assign_tracks(std::vector<Stretch>& stretches) {
  // Lines that go up turn first when they start high, lines that go down when they start low: then they do not cross.
  std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    const bool a_up = a.to < a.from, b_up = b.to < b.from;
    if (a_up != b_up) return a_up;
    return a_up ? a.from < b.from : a.from > b.from;
  });
  std::vector<std::vector<std::pair<double, double>>> taken;
  for (auto& one : stretches) {
    const auto is_free = [&](const auto& track) {
      return std::none_of(track.begin(), track.end(),
                          [&](const auto& other) { return one.low() <= other.second && other.first <= one.high(); });
    };
    const auto found = std::find_if(taken.begin(), taken.end(), is_free);
    one.track = static_cast<std::size_t>(found - taken.begin());
    if (found == taken.end()) taken.emplace_back();
    taken[one.track].emplace_back(one.low(), one.high());
  }
  return taken.size();
}

}  // namespace assize::dossier
