// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::dossier {

// A layered drawing whose groups are kept together: each group is a lane across the drawing, each layer a column, and
// lines run in the channels between boxes, so that none crosses a box. The same graph always gives the same drawing.

/// What is to be drawn. Nodes and groups are named by their index.
struct LaneGraph {
  /// Nodes on the left and on the right stand outside all groups: where lines come from and where they lead to.
  enum class Side { inside, left, right };
  struct Node {
    int group = -1;  ///< Innermost group, or none; of those at a side the one beside which they stand.
    Side side = Side::inside;
    double height = 0;  ///< 0: as the style says. Becomes more where many lines start or end.
  };
  struct Edge {
    std::size_t from = 0, to = 0;  ///< Distinct.
    double label = 0;              ///< Width of what is written where it starts.
  };
  struct Group {
    int parent = -1;
    double title = 0;  ///< Width of what is written on top of it.
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Group> groups;
};

/// Sizes in points.
struct LaneStyle {
  double box_width = 87, box_height = 27;
  double header = 12;                       ///< For the title of a group, on top inside it.
  double pad = 6;                           ///< Between a group's boxes and its lower edge.
  double stub = 13;                         ///< From a box to the first track, at least: room for a line's number.
  double start_pitch = 8.2, end_pitch = 5;  ///< Between lines that start at a box, with their numbers; that end there.
  double track = 5;                         ///< Between parallel lines.
  double row_gap = 7;                       ///< Between boxes that stand one above the other, at least.
  int most_columns = 100;                   ///< Layers are squeezed into so many.
};

struct LaneLayout {
  struct Rectangle {
    double x = 0, y = 0, width = 0, height = 0;
  };
  double width = 0, height = 0;
  double first = 0;                               ///< Left edge of the first column inside groups.
  std::vector<Rectangle> nodes;                   ///< By node.
  std::vector<Rectangle> groups;                  ///< By group; of no width when nothing is drawn in it.
  std::vector<std::vector<Figure::Point>> lines;  ///< By edge, from the right of a box to the left of another.
  int columns = 0;
};

LaneLayout lay_out(const LaneGraph& graph, const LaneStyle& style);

}  // namespace assize::dossier
