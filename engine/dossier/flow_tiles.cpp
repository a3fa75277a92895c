// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/flow_tiles.h"

#include <algorithm>
#include <deque>
#include <set>

namespace assize::dossier {
namespace {

/// More boxes, or more in all with neighbours, no page holds: not worth the trial.
constexpr std::size_t kMostBoxes = 25, kMostNodes = 70;

class Tiler {
 public:
  explicit Tiler(const FlowMap& map) : map_(map), flows_at_(map.boxes.size()), unit_(map.boxes.size(), false) {
    for (std::size_t i = 0; i < map.flows.size(); ++i) {
      flows_at_[map.flows[i].from].push_back(i);
      flows_at_[map.flows[i].to].push_back(i);
    }
  }

  std::vector<FlowTile> tile(const std::vector<std::size_t>& boxes) {
    for (const auto box : boxes) unit_[box] = true;
    divide(together(boxes));
    return std::move(tiles_);
  }

 private:
  /// Along flows, as far as they lead, from the first box on: what stands near each other hangs together.
  std::vector<std::size_t> together(const std::vector<std::size_t>& boxes) const {
    std::vector<std::size_t> order;
    std::vector<bool> seen(map_.boxes.size(), false);
    for (const auto start : boxes) {
      std::deque<std::size_t> next;
      if (!seen[start]) next.push_back(start);
      seen[start] = true;
      for (; !next.empty(); next.pop_front()) {
        const auto box = next.front();
        order.push_back(box);
        for (const auto flow : flows_at_[box])
          for (const auto end : {map_.flows[flow].from, map_.flows[flow].to})
            if (unit_[end] && !seen[end]) {
              seen[end] = true;
              next.push_back(end);
            }
      }
    }
    return order;
  }

  std::vector<std::size_t> flows_of(const std::vector<std::size_t>& boxes) const {
    std::set<std::size_t> all;
    for (const auto box : boxes) all.insert(flows_at_[box].begin(), flows_at_[box].end());
    return {all.begin(), all.end()};
  }

  bool add(const FlowPart& part) {
    if (part.boxes.size() > kMostBoxes) return false;
    FlowTile tile{part, diagram_of(map_, part), {}};
    if (tile.diagram.boxes.size() > kMostNodes) return false;
    tile.layout = widest_layout(tile.diagram);
    if (!fits_lying(tile.layout)) return false;
    tiles_.push_back(std::move(tile));
    return true;
  }

  /// As many as a page holds, then as many of the rest.
  void divide(const std::vector<std::size_t>& boxes) {
    for (auto next = boxes.begin(); next != boxes.end();) {
      auto count = std::min<std::ptrdiff_t>(boxes.end() - next, kMostBoxes);
      while (count > 1 && !add(part_of({next, next + count}))) count -= std::max<std::ptrdiff_t>(1, count / 5);
      if (count == 1) divide_flows({*next}, flows_of({*next}));
      next += count;
    }
  }

  FlowPart part_of(const std::vector<std::size_t>& boxes) const { return {boxes, flows_of(boxes)}; }

  void divide_flows(const std::vector<std::size_t>& box, const std::vector<std::size_t>& flows) {
    if (add({box, flows}) || flows.size() < 2) return;
    const auto middle = flows.begin() + static_cast<std::ptrdiff_t>(flows.size() / 2);
    divide_flows(box, {flows.begin(), middle});
    divide_flows(box, {middle, flows.end()});
  }

  const FlowMap& map_;
  std::vector<std::vector<std::size_t>> flows_at_;  ///< By box.
  std::vector<bool> unit_;                          ///< By box: whether it is to be shown.
  std::vector<FlowTile> tiles_;
};

}  // namespace

std::vector<FlowTile> tiles_of(const FlowMap& map, const std::vector<std::size_t>& boxes) {
  return Tiler(map).tile(boxes);
}

}  // namespace assize::dossier
