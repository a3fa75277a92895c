// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/lane_order.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace assize::dossier {
namespace {

using Edge = LaneGraph::Edge;

/// Edges without those that lead back to a node on the way to them, taking nodes in their order.
std::vector<Edge> without_circles(const LaneGraph& graph) {
  enum class State { untouched, open, done };
  std::vector<State> state(graph.nodes.size(), State::untouched);
  std::vector<std::vector<std::size_t>> next(graph.nodes.size());
  std::vector<bool> entered(graph.nodes.size(), false);
  for (const auto& edge : graph.edges) {
    next[edge.from].push_back(edge.to);
    entered[edge.to] = true;
  }
  std::vector<Edge> kept;
  const std::function<void(std::size_t)> visit = [&](std::size_t node) {
    state[node] = State::open;
    for (const auto other : next[node]) {
      if (state[other] == State::open) continue;
      kept.push_back({node, other});
      if (state[other] == State::untouched) visit(other);
    }
    state[node] = State::done;
  };
  for (const bool start : {true, false})  // From where nothing leads in first, so that few edges point backwards.
    for (std::size_t node = 0; node < graph.nodes.size(); ++node)
      if (state[node] == State::untouched && (!start || !entered[node])) visit(node);
  return kept;
}

using Side = LaneGraph::Side;

bool is_inside(const LaneGraph& graph, std::size_t node) { return graph.nodes[node].side == Side::inside; }

/// What no line touches is spread over the columns: one below the other it would make a tower.
void spread_single(const LaneGraph& graph, int most_columns, std::vector<int>& column) {
  std::vector<bool> joined(graph.nodes.size(), false);
  for (const auto& edge : graph.edges) joined[edge.from] = joined[edge.to] = true;
  const int used = column.empty() ? 0 : 1 + *std::max_element(column.begin(), column.end());
  const int columns = std::max(used, std::min(most_columns, 5));
  int next = 0;
  for (std::size_t node = 0; node < column.size(); ++node)
    if (!joined[node]) column[node] = next++ % columns;
}

/// Columns of what stands inside, 0 the first.
std::vector<int> inner_columns(const LaneGraph& graph, int most_columns) {
  auto edges = without_circles(graph);
  edges.erase(
      std::remove_if(edges.begin(), edges.end(),
                     [&](const Edge& edge) { return !is_inside(graph, edge.from) || !is_inside(graph, edge.to); }),
      edges.end());
  std::vector<int> column(graph.nodes.size(), 0);
  for (std::size_t round = 0; round < graph.nodes.size(); ++round) {
    bool moved = false;
    for (const auto& edge : edges)
      if (column[edge.to] <= column[edge.from]) {
        column[edge.to] = column[edge.from] + 1;
        moved = true;
      }
    if (!moved) break;
  }
  // What nothing leads to stands just before what it leads to.
  std::vector<int> nearest(graph.nodes.size(), -1);
  std::vector<bool> entered(graph.nodes.size(), false);
  for (const auto& edge : edges) {
    entered[edge.to] = true;
    auto& best = nearest[edge.from];
    if (best < 0 || column[edge.to] < best) best = column[edge.to];
  }
  for (std::size_t node = 0; node < column.size(); ++node)
    if (!entered[node] && nearest[node] > 0) column[node] = nearest[node] - 1;
  const int most = column.empty() ? 0 : *std::max_element(column.begin(), column.end());
  if (most >= most_columns)
    for (auto& one : column) one = one * most_columns / (most + 1);
  spread_single(graph, most_columns, column);
  return column;
}

void set_columns(const LaneGraph& graph, int most_columns, LaneOrder& order) {
  order.column = inner_columns(graph, most_columns);
  int last = 0;
  bool left = false, right = false;
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    if (is_inside(graph, node)) last = std::max(last, order.column[node]);
    left = left || graph.nodes[node].side == Side::left;
    right = right || graph.nodes[node].side == Side::right;
  }
  order.first_inside = left ? 1 : 0;
  order.last_inside = last + order.first_inside;
  order.columns = graph.nodes.empty() ? 0 : order.last_inside + (right ? 2 : 1);
  for (std::size_t node = 0; node < graph.nodes.size(); ++node)
    order.column[node] = graph.nodes[node].side == Side::left    ? 0
                         : graph.nodes[node].side == Side::right ? order.columns - 1
                                                                 : order.column[node] + order.first_inside;
}

/// Groups depth first, so that those inside one another stand together; nodes of no group come first, as lane -1.
std::vector<int> lanes_of(const LaneGraph& graph) {
  std::vector<int> lanes{-1};
  const std::function<void(int)> add = [&](int parent) {
    for (std::size_t group = 0; group < graph.groups.size(); ++group)
      if (graph.groups[group].parent == parent) {
        lanes.push_back(static_cast<int>(group));
        add(static_cast<int>(group));
      }
  };
  add(-1);
  return lanes;
}

class Orderer {
 public:
  Orderer(const LaneGraph& graph, int most_columns) : graph_(graph), lanes_(lanes_of(graph)) {
    set_columns(graph, most_columns, order_);
    order_.row.resize(graph.nodes.size());
    for (std::size_t node = 0; node < graph.nodes.size(); ++node)
      cells_[{graph.nodes[node].group, order_.column[node]}].push_back(node);
  }

  LaneOrder order() {
    set_rows();
    for (int sweep = 0; sweep < 6; ++sweep) {
      for (auto& [cell, nodes] : cells_) {
        std::vector<std::pair<double, std::size_t>> keyed;
        for (const auto node : nodes) keyed.emplace_back(barycentre(node), node);
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] = keyed[i].second;
      }
      set_rows();
    }
    set_groups();
    return std::move(order_);
  }

 private:
  double barycentre(std::size_t node) const {
    double sum = 0;
    int count = 0;
    for (const auto& edge : graph_.edges) {
      if (edge.from != node && edge.to != node) continue;
      sum += order_.row[edge.from == node ? edge.to : edge.from];
      ++count;
    }
    return count > 0 ? sum / count : order_.row[node];
  }

  void set_rows() {
    int top = 0;
    for (const int lane : lanes_) {
      int height = 0;
      for (int column = 0; column < order_.columns; ++column)
        if (const auto found = cells_.find({lane, column}); found != cells_.end())
          height = std::max(height, static_cast<int>(found->second.size()));
      for (int column = 0; column < order_.columns; ++column)
        if (const auto found = cells_.find({lane, column}); found != cells_.end()) {
          const int spare = (height - static_cast<int>(found->second.size())) / 2;  // Short stacks stand in the middle.
          for (std::size_t i = 0; i < found->second.size(); ++i)
            order_.row[found->second[i]] = top + spare + static_cast<int>(i);
        }
      if (lane >= 0) lane_rows_[lane] = {top, top + height - 1};
      top += height;
    }
    order_.rows = top;
  }

  void set_groups() {
    const auto count = graph_.groups.size();
    order_.first_row.assign(count, -1);
    order_.last_row.assign(count, -1);
    order_.depths.assign(count, 0);
    for (const auto& [lane, rows] : lane_rows_) {
      const auto [first, last] = rows;
      for (int group = lane; group >= 0; group = graph_.groups[static_cast<std::size_t>(group)].parent) {
        if (group != lane) ++order_.depths[static_cast<std::size_t>(lane)];
        if (last < first) continue;
        auto& begin = order_.first_row[static_cast<std::size_t>(group)];
        auto& end = order_.last_row[static_cast<std::size_t>(group)];
        begin = begin < 0 ? first : std::min(begin, first);
        end = std::max(end, last);
      }
    }
  }

  const LaneGraph& graph_;
  const std::vector<int> lanes_;
  LaneOrder order_;
  std::map<std::pair<int, int>, std::vector<std::size_t>> cells_;  ///< By lane and column, top down.
  std::map<int, std::pair<int, int>> lane_rows_;
};

}  // namespace

std::vector<int> LaneOrder::groups_starting(int at) const {
  std::vector<int> groups;
  for (std::size_t group = 0; group < first_row.size(); ++group)
    if (first_row[group] == at) groups.push_back(static_cast<int>(group));
  std::stable_sort(groups.begin(), groups.end(), [&](int a, int b) { return depth(a) < depth(b); });
  return groups;
}

std::vector<int> LaneOrder::groups_ending(int at) const {
  std::vector<int> groups;
  for (std::size_t group = 0; group < last_row.size(); ++group)
    if (last_row[group] >= 0 && last_row[group] + 1 == at) groups.push_back(static_cast<int>(group));
  std::stable_sort(groups.begin(), groups.end(), [&](int a, int b) { return depth(a) > depth(b); });
  return groups;
}

LaneOrder order_lanes(const LaneGraph& graph, int most_columns) { return Orderer(graph, most_columns).order(); }

}  // namespace assize::dossier
