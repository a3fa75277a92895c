// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

#include "engine/dossier/lane_order.h"
#include "engine/dossier/lane_tracks.h"

namespace assize::dossier {
namespace {

using Edge = LaneGraph::Edge;

constexpr double kInset = 4;  ///< Of a group in the one around it.

class Layout {
 public:
  Layout(const LaneGraph& graph, const LaneStyle& style)
      : graph_(graph), style_(style), order_(order_lanes(graph, style.most_columns)) {}

  LaneLayout lay_out() {
    drawn_.nodes.resize(graph_.nodes.size());
    drawn_.groups.resize(graph_.groups.size());
    drawn_.columns = order_.columns;
    set_ports();
    set_heights();
    set_routes();
    set_tracks();
    set_coordinates();
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) drawn_.lines.push_back(line(edge));
    return std::move(drawn_);
  }

 private:
  int column(std::size_t node) const { return order_.column[node]; }
  int row(std::size_t node) const { return order_.row[node]; }

  /// Of each side of a box, the order of its lines: by where they lead.
  void set_ports() {
    const auto count = graph_.edges.size();
    out_share_.resize(count);
    in_share_.resize(count);
    std::map<std::size_t, std::vector<std::size_t>> out, in;
    for (std::size_t i = 0; i < count; ++i) {
      out[graph_.edges[i].from].push_back(i);
      in[graph_.edges[i].to].push_back(i);
    }
    const auto spread = [&](auto& by_node, auto other, std::vector<double>& share) {
      for (auto& [node, edges] : by_node) {
        std::stable_sort(edges.begin(), edges.end(), [&](auto a, auto b) {
          return std::pair(row(other(a)), column(other(a))) < std::pair(row(other(b)), column(other(b)));
        });
        for (std::size_t i = 0; i < edges.size(); ++i)
          share[edges[i]] = static_cast<double>(i + 1) / static_cast<double>(edges.size() + 1);
      }
    };
    spread(
        out, [&](std::size_t edge) { return graph_.edges[edge].to; }, out_share_);
    spread(
        in, [&](std::size_t edge) { return graph_.edges[edge].from; }, in_share_);
  }

  /// A box is as high as its lines ask for, a row as high as its highest box.
  void set_heights() {
    std::vector<std::size_t> out(graph_.nodes.size()), in(graph_.nodes.size());
    for (const auto& edge : graph_.edges) ++out[edge.from], ++in[edge.to];
    row_height_.resize(static_cast<std::size_t>(order_.rows), 0);
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
      const double said = graph_.nodes[node].height > 0 ? graph_.nodes[node].height : style_.box_height;
      const double starts = static_cast<double>(out[node] + 1) * style_.start_pitch;
      const double ends = static_cast<double>(in[node] + 1) * style_.end_pitch;
      height_.push_back(std::max({said, out[node] > 0 ? starts : 0, in[node] > 0 ? ends : 0}));
      auto& row_high = row_height_[static_cast<std::size_t>(row(node))];
      row_high = std::max(row_high, height_.back());
    }
  }

  bool is_free(int row_at, int first, int last) const {
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
      if (row(node) == row_at && column(node) >= first && column(node) <= last) return false;
    return true;
  }

  void set_routes() {
    routes_.resize(graph_.edges.size());
    for (const bool short_ones : {true, false})  // Those can run in one way only: the others give way.
      for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge)
        if ((column(graph_.edges[edge].to) == column(graph_.edges[edge].from) + 1) == short_ones) set_route(edge);
  }

  void set_route(std::size_t edge) {
    auto& route = routes_[edge];
    const auto [source, target, width] = graph_.edges[edge];
    const int from = column(source), to = column(target), r1 = row(source), r2 = row(target);
    const LevelRun start{from + 1, from + 1, source_height(edge)}, end{to, to, target_height(edge)};
    const LevelRun along_source{from + 1, to, start.height}, along_target{from + 1, to, end.height};
    if (to == from + 1 || (to > from && is_free(r2, from + 1, to - 1) && runs_.is_clear(along_target))) {
      route.straight_to = true;
      runs_.add(start, along_target);
    } else if (to > from && is_free(r1, from + 1, to - 1) && runs_.is_clear(along_source)) {
      route.straight_from = true;
      runs_.add(along_source, end);
    } else {
      route.gap = r1 < r2 ? r2 : r1 > r2 ? r2 + 1 : r1;
      runs_.add(start, end);
    }
  }

  /// Heights in rows: the highest box fills the middle of its row, a gap lies on the border.
  double height_in_rows(std::size_t node, double share) const {
    const double of_row = height_[node] / row_height_[static_cast<std::size_t>(row(node))];
    return row(node) + 0.5 + 0.6 * of_row * (share - 0.5);
  }
  double source_height(std::size_t edge) const { return height_in_rows(graph_.edges[edge].from, out_share_[edge]); }
  double target_height(std::size_t edge) const { return height_in_rows(graph_.edges[edge].to, in_share_[edge]); }

  void set_tracks() {
    across_.resize(static_cast<std::size_t>(order_.columns) + 1);
    along_.resize(static_cast<std::size_t>(order_.rows) + 1);
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
      const auto after = static_cast<std::size_t>(column(graph_.edges[edge].from)) + 1;
      const auto before = static_cast<std::size_t>(column(graph_.edges[edge].to));
      const auto& route = routes_[edge];
      if (route.straight_to) {
        across_[after].push_back({edge, source_height(edge), target_height(edge)});
      } else if (route.straight_from) {
        across_[before].push_back({edge, source_height(edge), target_height(edge)});
      } else {
        // Both ends in the gap, a little apart per line, so that lines which meet there are told apart.
        const double height = route.gap;
        along_[static_cast<std::size_t>(route.gap)].push_back(
            {edge, static_cast<double>(after), static_cast<double>(before)});
        across_[after].push_back({edge, source_height(edge), height});
        across_[before].push_back({edge, height, target_height(edge)});
      }
    }
    for (auto& channel : across_) across_tracks_.push_back(assign_tracks(channel));
    for (auto& gap : along_) along_tracks_.push_back(assign_tracks(gap));
  }

  void set_coordinates() {
    set_across();
    set_down();
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
      const auto at = static_cast<std::size_t>(row(node));
      drawn_.nodes[node] = {column_x_[static_cast<std::size_t>(column(node))],
                            row_y_[at] + (row_height_[at] - height_[node]) / 2, style_.box_width, height_[node]};
    }
  }

  /// Room that what is written at the starts of lines takes in each channel.
  std::vector<double> label_rooms() const {
    std::vector<double> rooms(across_.size(), 0);
    for (const auto& edge : graph_.edges) {
      auto& room = rooms[static_cast<std::size_t>(column(edge.from)) + 1];
      room = std::max({room, style_.stub, edge.label + 5});
    }
    return rooms;
  }

  void set_across() {
    const auto rooms = label_rooms();
    const auto first = static_cast<std::size_t>(order_.first_inside);
    const auto after_last = static_cast<std::size_t>(order_.last_inside) + 1;
    int deepest = 0;
    for (const int depth : order_.depths) deepest = std::max(deepest, depth);
    const double edge_zone = 8 + kInset * deepest;  ///< For the edges of groups, where something stands at that side.
    double x = style_.pad;
    for (std::size_t c = 0; c < across_.size(); ++c) {
      const bool outermost = c == 0 || c + 1 == across_.size();
      const auto tracks = static_cast<double>(across_tracks_[c]);
      x += rooms[c];
      if (c == first && first > 0) inside_left_ = x, x += edge_zone;
      track_start_.push_back(tracks > 0 ? x += 2 : x);
      // Between the last track and the box that follows there must be room for the head of an arrow.
      x += tracks > 0 ? tracks * style_.track + 8 : outermost ? 4 : 8;
      if (c == after_last && !outermost) {
        x = std::max(x + edge_zone, column_x_[first] + widest_title() + kInset * deepest);
        inside_right_ = x;
        x += 9;
      }
      column_x_.push_back(x);
      if (c + 1 < across_.size()) x += style_.box_width;
    }
    if (after_last + 1 == across_.size()) {
      x = std::max(x + style_.pad, column_x_[first] + widest_title() + kInset * deepest);
      inside_right_ = x;
    }
    drawn_.width = x + (after_last + 1 == across_.size() ? 0 : style_.pad);
    drawn_.first = column_x_[first];
  }

  double widest_title() const {
    double widest = 0;
    for (std::size_t group = 0; group < graph_.groups.size(); ++group)
      if (order_.first_row[group] >= 0) widest = std::max(widest, graph_.groups[group].title + 8);
    return widest;
  }

  double end_groups(int r, double y) {
    for (const auto ended : order_.groups_ending(r)) {
      auto& group = drawn_.groups[static_cast<std::size_t>(ended)];
      group.height = (y += style_.pad) - group.y;
    }
    return y;
  }

  double start_groups(int r, double y) {
    for (const auto begun : order_.groups_starting(r)) {
      auto& group = drawn_.groups[static_cast<std::size_t>(begun)];
      const double inset = kInset * order_.depth(begun);
      group.x = inside_left_ + inset;
      group.width = inside_right_ - inset - group.x;
      group.y = y;
      y += style_.header;
    }
    return y;
  }

  void set_down() {
    double y = 2;
    for (int r = 0; r <= order_.rows; ++r) {
      const bool between = r > 0 && r < order_.rows;
      const auto tracks = static_cast<double>(along_tracks_[static_cast<std::size_t>(r)]);
      const double gap = tracks > 0 ? (tracks + 1) * style_.track : 0;
      if (between) y = end_groups(r, y);
      if (r == 0) y = start_groups(r, y);  // Lines along the outermost rows stay inside the groups there.
      gap_y_.push_back(y);
      y += between ? std::max(gap, order_.groups_starting(r).empty() ? style_.row_gap : 7.0) : gap;
      if (r == order_.rows) y = end_groups(r, y);
      if (r > 0) y = start_groups(r, y);
      row_y_.push_back(y);
      if (r < order_.rows) y += row_height_[static_cast<std::size_t>(r)];
    }
    drawn_.height = y + 2;
  }

  double track_x(std::size_t channel, std::size_t edge) const {
    for (const auto& one : across_[channel])
      if (one.edge == edge) return track_start_[channel] + static_cast<double>(one.track) * style_.track;
    return track_start_[channel];
  }
  double track_y(std::size_t gap, std::size_t edge) const {
    for (const auto& one : along_[gap])
      if (one.edge == edge) return gap_y_[gap] + static_cast<double>(one.track + 1) * style_.track;
    return gap_y_[gap];
  }

  std::vector<Figure::Point> line(std::size_t edge) const {
    const auto& source = drawn_.nodes[graph_.edges[edge].from];
    const auto& target = drawn_.nodes[graph_.edges[edge].to];
    const auto after = static_cast<std::size_t>(column(graph_.edges[edge].from)) + 1;
    const auto before = static_cast<std::size_t>(column(graph_.edges[edge].to));
    const double y1 = source.y + source.height * out_share_[edge], y2 = target.y + target.height * in_share_[edge];
    std::vector<Figure::Point> points{{source.x + source.width, y1}};
    const auto& route = routes_[edge];
    if (route.gap < 0) {
      const double x = track_x(route.straight_to ? after : before, edge);
      if (std::abs(y1 - y2) > 0.01) points.insert(points.end(), {{x, y1}, {x, y2}});
    } else {
      const double x1 = first_x(after, edge), x2 = last_x(before, edge);
      const double y = track_y(static_cast<std::size_t>(route.gap), edge);
      points.insert(points.end(), {{x1, y1}, {x1, y}, {x2, y}, {x2, y2}});
    }
    points.push_back({target.x, y2});
    return points;
  }

  /// In a channel that a line takes twice, on its way out and on its way in, the first and the last of its stretches.
  double first_x(std::size_t channel, std::size_t edge) const { return nth_x(channel, edge, false); }
  double last_x(std::size_t channel, std::size_t edge) const { return nth_x(channel, edge, true); }
  double nth_x(std::size_t channel, std::size_t edge, bool incoming) const {
    for (const auto& one : across_[channel])
      if (one.edge == edge && (one.to == target_height(edge)) == incoming)
        return track_start_[channel] + static_cast<double>(one.track) * style_.track;
    return track_x(channel, edge);
  }

  const LaneGraph& graph_;
  const LaneStyle& style_;
  const LaneOrder order_;
  LaneLayout drawn_;
  std::vector<double> out_share_, in_share_;  ///< By edge: where on the side of its box it starts and ends, 0 to 1.
  std::vector<Route> routes_;
  std::vector<std::vector<Stretch>> across_, along_;  ///< By channel between columns; by gap between rows.
  std::vector<std::size_t> across_tracks_, along_tracks_;
  LevelRuns runs_;
  std::vector<double> height_, row_height_;  ///< By node; by row.
  std::vector<double> track_start_, column_x_, gap_y_, row_y_;
  double inside_left_ = 0, inside_right_ = 0;  ///< Between which groups stand.
};

}  // namespace

LaneLayout lay_out(const LaneGraph& graph, const LaneStyle& style) { return Layout(graph, style).lay_out(); }

}  // namespace assize::dossier
