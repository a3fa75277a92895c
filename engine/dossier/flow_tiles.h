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

/// Divides the boxes so that each tile can be read: boxes that hang together stand together, and where one alone has
/// more flows than a page holds, its flows are divided. Each flow with an end among the boxes is in some tile.
std::vector<FlowTile> tiles_of(const FlowMap& map, const std::vector<std::size_t>& boxes);

}  // namespace assize::dossier
