// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace assize::dossier {

/// A stretch of a channel that a line takes, in the units of the other axis.
struct Stretch {
  std::size_t edge = 0;
  double from = 0, to = 0;
  std::size_t track = 0;
  double low() const { return std::min(from, to); }
  double high() const { return std::max(from, to); }
};

/// Gives each stretch a track, so that none lies on another; the number of tracks.
std::size_t assign_tracks(std::vector<Stretch>& stretches);

/// How a line runs: out to the right, up or down, perhaps along a gap between rows, and into the box from the left.
struct Route {
  bool straight_from = false;  ///< Runs along the row of its source as far as the channel before its target.
  bool straight_to = false;    ///< Turns at once, and runs along the row of its target.
  int gap = -1;                ///< Else the gap between rows that it runs along.
};

/// A level stretch of a line in the middle of a row, from one channel to another.
struct LevelRun {
  int first = 0, last = 0;
  double height = 0;  ///< In rows.
};

/// Those that are taken. Two that are too near each other look like one line that leads somewhere else.
class LevelRuns {
 public:
  bool is_clear(const LevelRun& run) const {
    constexpr double kApart = 0.04;
    return std::none_of(taken_.begin(), taken_.end(), [&](const LevelRun& other) {
      return run.first <= other.last && other.first <= run.last && std::abs(run.height - other.height) < kApart;
    });
  }
  void add(const LevelRun& one, const LevelRun& other) { taken_.insert(taken_.end(), {one, other}); }

 private:
  std::vector<LevelRun> taken_;
};

}  // namespace assize::dossier
