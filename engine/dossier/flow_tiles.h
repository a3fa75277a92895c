// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/dossier/flow_diagram.h"

namespace assize::dossier {

/// A part of a map that fits a lying page, and how it lies there.
struct FlowTile {
  FlowPart part;
  FlowDiagram diagram;
  LaneLayout layout;
};

/// Divides the boxes until each tile can be read: halves that hang together, and where one box alone has more flows
/// than a page holds, halves of its flows. Each flow with an end among the boxes is in some tile.
std::vector<FlowTile> tiles_of(const FlowMap& map, const std::vector<std::size_t>& boxes);

}  // namespace assize::dossier
