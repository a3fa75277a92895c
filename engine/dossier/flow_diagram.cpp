// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/flow_diagram.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "engine/dossier/box_title.h"
#include "engine/dossier/figure_parts.h"

namespace assize::dossier {
namespace {

using Side = LaneGraph::Side;

constexpr double kLegend = 18;
constexpr double kLyingWidth = 733, kLyingHeight = 346;
constexpr std::size_t kLongestLabel = 7;  ///< Letters; with one more number it is two lines.
/// Lines of boxes in the same layout.
double height_of(const std::string& title, bool note, bool neighbour) {
  const auto lines = static_cast<double>(title_lines(title).size());
  const double text = lines * kTitleLeading + (note ? kNoteLeading : 0);
  return neighbour ? text + 3 : std::max(27.0, text + 8);
}

/// Adds a part's boxes, its neighbours and edges to a diagram.
class Assembler {
 public:
  Assembler(const FlowMap& map, const FlowPart& part) : map_(map), part_(part) {}

  FlowDiagram assemble() {
    for (std::size_t i = 0; i < map_.groups.size(); ++i) {
      const auto& group = map_.groups[i];
      const double kind = group.kind.empty() ? 0 : 8 + width_of(group.kind, kNumberSize) * kRoomForTranslation;
      made_.graph.groups.push_back({group.parent, std::min(width_of(group.title, kTitleSize) + kind, 240.0)});
    }
    for (const auto box : part_.boxes) inside_[box] = add_box(box, Side::inside, map_.boxes[box].group, false);
    for (const auto index : part_.flows) add_flow(map_.flows[index]);
    for (std::size_t i = 0; i < made_.edge_labels.size(); ++i)
      made_.graph.edges[i].label = width_of(made_.edge_labels[i], kNumberSize);
    return std::move(made_);
  }

 private:
  std::size_t add_box(std::size_t of, Side side, int group, bool foreign) {
    const auto& box = map_.boxes[of];
    const bool neighbour = side != Side::inside;
    auto note = foreign ? title_of_group(map_, box.group) : box.note;
    if (neighbour && !foreign) note.clear();
    made_.graph.nodes.push_back({group, side, height_of(box.title, !note.empty(), neighbour)});
    made_.boxes.push_back({of, std::move(note), neighbour});
    return made_.boxes.size() - 1;
  }

  std::size_t neighbour(std::size_t of, Side side, std::size_t beside) {
    const int group = map_.boxes[beside].group;
    const auto [found, is_new] = neighbours_.try_emplace({of, side}, 0);
    if (is_new) found->second = add_box(of, side, group, map_.boxes[of].group != group);
    return found->second;
  }

  void add_flow(const FlowMap::Flow& flow) {
    const auto from = inside_.find(flow.from), to = inside_.find(flow.to);
    if (from != inside_.end() && to != inside_.end()) return add_edge(from->second, to->second, flow.label);
    if (flow.label.empty()) return;  // What models are made from is drawn where both are.
    if (from != inside_.end()) return add_edge(from->second, neighbour(flow.to, Side::right, flow.from), flow.label);
    if (to != inside_.end()) add_edge(neighbour(flow.from, Side::left, flow.to), to->second, flow.label);
  }

  /// Adds an edge, or another number to one that is there and has room.
  void add_edge(std::size_t from, std::size_t to, const std::string& label) {
    auto& labels = made_.edge_labels;
    const auto key = std::tuple(from, to, label.empty());
    if (const auto last = edges_.find(key); last != edges_.end()) {
      if (label.empty()) return;
      if (labels[last->second].size() <= kLongestLabel) {
        labels[last->second] += ", " + label;
        return;
      }
    }
    edges_[key] = labels.size();
    made_.graph.edges.push_back({from, to});
    labels.push_back(label);
  }

  const FlowMap& map_;
  const FlowPart& part_;
  FlowDiagram made_;
  std::map<std::size_t, std::size_t> inside_;                                ///< From boxes of the map to nodes.
  std::map<std::pair<std::size_t, Side>, std::size_t> neighbours_;           ///< The same.
  std::map<std::tuple<std::size_t, std::size_t, bool>, std::size_t> edges_;  ///< The last between two nodes.
};

LaneLayout largest(const FlowDiagram& diagram, const std::function<double(const LaneLayout&)>& scale) {
  LaneStyle style;
  auto best = lay_out(diagram.graph, style);
  for (int columns = best.columns - 1; columns >= 2 && scale(best) < 1; --columns) {
    style.most_columns = columns;
    auto other = lay_out(diagram.graph, style);
    if (scale(other) > scale(best) * 1.04) best = std::move(other);
  }
  return best;
}

}  // namespace

FlowDiagram diagram_of(const FlowMap& map, const FlowPart& part) { return Assembler(map, part).assemble(); }

LaneLayout best_layout(const FlowDiagram& diagram) {
  return largest(diagram, [](const LaneLayout& layout) { return print_scale(layout.width, layout.height + kLegend); });
}

namespace {
double lying_scale(const LaneLayout& layout) {
  return std::min({1.0, kLyingWidth / layout.width, kLyingHeight / (layout.height + kLegend)});
}
}  // namespace

LaneLayout widest_layout(const FlowDiagram& diagram) { return largest(diagram, lying_scale); }

bool fits_lying(const LaneLayout& layout) { return lying_scale(layout) * kNumberSize >= kSmallestLetters; }

bool is_readable(const LaneLayout& layout) {
  return print_scale(layout.width, layout.height + kLegend) * kNumberSize >= kSmallestLetters;
}

std::string flows_in_words(const FlowMap& map, const FlowPart& part) {
  std::string text;
  for (const auto index : part.flows) {
    const auto& flow = map.flows[index];
    if (flow.label.empty()) continue;
    text +=
        (text.empty() ? "" : "; ") + flow.label + " " + map.boxes[flow.from].title + " → " + map.boxes[flow.to].title;
  }
  return text;
}

}  // namespace assize::dossier
