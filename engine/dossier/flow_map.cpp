// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/flow_map.h"

#include <map>
#include <utility>

namespace assize::dossier {
namespace {

using model::Relation;
using Look = FlowMap::Look;

/// A boundary with more is not drawn whole.
constexpr std::size_t kMostInUnit = 25;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Look look_of(const walk::Facts& facts, std::size_t element) {
  const auto& vocabulary = *facts.vocabulary;
  const int kind = facts.kind_of_element[element];
  const auto is = [&](const char* ancestor) {
    const int index = vocabulary.kind(ancestor);
    return kind >= 0 && index >= 0 && vocabulary.is_a(kind, index);
  };
  return is("person") ? Look::person : is("data") ? Look::store : Look::component;
}

/// What models are made from. What data is derived from stands in the tables: it would crowd the drawing.
bool is_lineage(Relation relation) {
  return relation == Relation::trained_on || relation == Relation::fine_tuned_from ||
         relation == Relation::evaluated_on;
}

std::vector<FlowMap::Group> groups_of(const walk::Facts& facts) {
  std::vector<FlowMap::Group> groups;
  const auto& boundaries = facts.system->boundaries;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    FlowMap::Group group;
    group.title = boundaries[i].title.empty() ? boundaries[i].id.text : boundaries[i].title;
    if (boundaries[i].kind == model::BoundaryKind::third_party) group.kind = "third party";
    if (boundaries[i].kind == model::BoundaryKind::open_to_public) group.kind = "public";
    group.parent = facts.boundary_parent[i];
    groups.push_back(std::move(group));
  }
  return groups;
}

class Divider {
 public:
  Divider(const FlowMap& map, const std::set<std::size_t>& boxed) : map_(map), direct_(map.groups.size() + 1) {
    for (const auto box : boxed) direct_[slot(map.boxes[box].group)].push_back(box);
    inner_.resize(map.groups.size());
    for (std::size_t i = 0; i < map.groups.size(); ++i)
      if (map.groups[i].parent >= 0) inner_[at(map.groups[i].parent)].push_back(static_cast<int>(i));
  }

  std::vector<FlowUnit> divide() {
    add(-1, direct_[slot(-1)]);
    for (std::size_t i = 0; i < map_.groups.size(); ++i)
      if (map_.groups[i].parent < 0) divide(static_cast<int>(i));
    return std::move(units_);
  }

 private:
  std::size_t slot(int group) const { return group < 0 ? map_.groups.size() : at(group); }

  void add(int group, std::vector<std::size_t> boxes) {
    if (!boxes.empty()) units_.push_back({group, std::move(boxes)});
  }

  void collect(int group, std::vector<std::size_t>& boxes) const {
    boxes.insert(boxes.end(), direct_[at(group)].begin(), direct_[at(group)].end());
    for (const int inner : inner_[at(group)]) collect(inner, boxes);
  }

  void divide(int group) {
    std::vector<std::size_t> all;
    collect(group, all);
    if (all.size() <= kMostInUnit) return add(group, std::move(all));
    add(group, direct_[at(group)]);
    for (const int inner : inner_[at(group)]) divide(inner);
  }

  const FlowMap& map_;
  std::vector<std::vector<std::size_t>> direct_;  ///< By group, then those in none.
  std::vector<std::vector<int>> inner_;
  std::vector<FlowUnit> units_;
};

}  // namespace

FlowMap map_of_elements(const walk::Facts& facts) {
  FlowMap map;
  map.groups = groups_of(facts);
  for (std::size_t i = 0; i < facts.elements.size(); ++i) {
    const auto& element = *facts.elements[i];
    map.boxes.push_back({element.title, "", "#element:" + element.id.text, look_of(facts, i), facts.boundary_of[i]});
  }
  const auto add = [&](int from, int to, std::string label) {
    if (from >= 0 && to >= 0 && from != to) map.flows.push_back({at(from), at(to), std::move(label)});
  };
  for (std::size_t flow = 0; flow < facts.flow_from.size(); ++flow)
    add(facts.flow_from[flow], facts.flow_to[flow], std::to_string(flow + 1));
  for (std::size_t i = 0; i < facts.elements.size(); ++i)
    for (const auto& joint : facts.links_from[i])
      if (is_lineage(joint.relation)) add(joint.other, static_cast<int>(i), "");
  return map;
}

std::set<std::size_t> boxed(const FlowMap& map, bool lineage) {
  std::set<std::size_t> all;
  for (const auto& flow : map.flows)
    if (lineage || !flow.label.empty()) all.insert({flow.from, flow.to});
  if (all.empty())
    for (std::size_t i = 0; i < map.boxes.size(); ++i) all.insert(i);
  return all;
}

std::vector<FlowUnit> units_of(const FlowMap& map, const std::set<std::size_t>& boxed) {
  return Divider(map, boxed).divide();
}

FlowMap map_of_units(const FlowMap& map, const std::vector<FlowUnit>& units) {
  FlowMap summary;
  std::vector<int> unit_of(map.boxes.size(), -1);
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const auto box : units[i].boxes) unit_of[box] = static_cast<int>(i);
    const auto size = units[i].boxes.size();
    summary.boxes.push_back(
        {title_of_group(map, units[i].group), std::to_string(size) + (size == 1 ? " element" : " elements"), ""});
  }
  std::map<std::pair<int, int>, int> counts;
  for (const auto& flow : map.flows)
    if (const std::pair ends{unit_of[flow.from], unit_of[flow.to]};
        !flow.label.empty() && ends.first >= 0 && ends.second >= 0 && ends.first != ends.second)
      ++counts[ends];
  for (const auto& [ends, count] : counts)
    summary.flows.push_back({at(ends.first), at(ends.second), std::to_string(count) + "×"});
  return summary;
}

std::string title_of_group(const FlowMap& map, int group) {
  return group < 0 ? "In no boundary" : map.groups[at(group)].title;
}

}  // namespace assize::dossier
