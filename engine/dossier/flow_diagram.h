// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/dossier/flow_map.h"
#include "engine/dossier/lane_layout.h"

namespace assize::dossier {

/// Which part of a map one drawing shows: some boxes, and flows of which one end at least is among them.
struct FlowPart {
  std::vector<std::size_t> boxes, flows;
};

/// A part with its neighbours at both sides, ready to be laid out.
struct FlowDiagram {
  struct Box {
    std::size_t of = 0;  ///< In the map.
    std::string note;
    bool neighbour = false;
  };
  LaneGraph graph;
  std::vector<Box> boxes;                ///< By node.
  std::vector<std::string> edge_labels;  ///< By edge: numbers of flows; empty for lineage.
};
FlowDiagram diagram_of(const FlowMap& map, const FlowPart& part);

/// The layout that can be drawn largest on a page.
LaneLayout best_layout(const FlowDiagram& diagram);
/// The same on a lying page.
LaneLayout widest_layout(const FlowDiagram& diagram);
/// Whether all of it can be read on a lying page.
bool fits_lying(const LaneLayout& layout);
/// Whether all of it can be read on whichever page it is drawn.
bool is_readable(const LaneLayout& layout);

/// `lying`: so wide that it is drawn on a lying page, however little there is.
Figure draw_flows(const FlowMap& map, const FlowDiagram& diagram, const LaneLayout& layout, bool lying);

/// What is drawn in words: "1 Desk → Server; 2 Server → Store".
std::string flows_in_words(const FlowMap& map, const FlowPart& part);

}  // namespace assize::dossier
