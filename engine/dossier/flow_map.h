// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/walk/facts.h"

namespace assize::dossier {

/// Boxes, the groups that they lie in, and what flows between them: what drawings of data flows show a part of.
struct FlowMap {
  enum class Look { component, person, store };
  struct Box {
    std::string title;
    std::string note;  ///< A second line in small letters; may be empty.
    std::string link;
    Look look = Look::component;
    int group = -1;
  };
  struct Flow {
    std::size_t from = 0, to = 0;  ///< Boxes; distinct.
    std::string label;             ///< Number of the flow; empty: what the one is made from, or tested with.
  };
  struct Group {
    std::string title;
    std::string kind;  ///< `third party`, `public` or empty.
    int parent = -1;
  };
  std::vector<Box> boxes;
  std::vector<Flow> flows;
  std::vector<Group> groups;
};

/// All elements, by their index; flows in their order, then what models are made from.
FlowMap map_of_elements(const walk::Facts& facts);

/// Elements that get a box: those at an end of a flow; with `lineage`, those that are made into another too. What is
/// only carried along flows stands in the table of flows. With no flow at all, every element.
std::set<std::size_t> boxed(const FlowMap& map, bool lineage);

/// What is drawn in figures of its own: a boundary with those inside it or, where these are too many for a page, what
/// lies directly in it; or all that lies in no boundary.
struct FlowUnit {
  int group = -1;
  std::vector<std::size_t> boxes;
};
std::vector<FlowUnit> units_of(const FlowMap& map, const std::set<std::size_t>& boxed);

/// A box per unit, and how many flows there are from each to each.
FlowMap map_of_units(const FlowMap& map, const std::vector<FlowUnit>& units);

/// What a group is called; what lies in none is "In no boundary".
std::string title_of_group(const FlowMap& map, int group);

}  // namespace assize::dossier
