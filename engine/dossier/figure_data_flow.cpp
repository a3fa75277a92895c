// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "engine/dossier/figures.h"
#include "engine/dossier/flow_tiles.h"

namespace assize::dossier {
namespace {

/// More boxes than that in one drawing nobody reads.
constexpr std::size_t kMostBoxes = 40;

std::string words(std::size_t number) { return std::to_string(number); }

std::string left_out_of(const FlowMap& map, std::size_t boxes) {
  if (boxes == map.boxes.size()) return {};
  return " " + words(map.boxes.size() - boxes) +
         " elements that no flow starts or ends at stand in the table of elements.";
}

std::string describe(const std::string& opening, const std::string& flows) {
  return opening + (flows.empty() ? "" : " Flows: " + flows + ".");
}

FlowPart whole(const FlowMap& map, const std::set<std::size_t>& boxes) {
  FlowPart part{{boxes.begin(), boxes.end()}, {}};
  for (std::size_t i = 0; i < map.flows.size(); ++i)
    if (boxes.contains(map.flows[i].from) && boxes.contains(map.flows[i].to)) part.flows.push_back(i);
  return part;
}

/// All in one, where a page holds it.
std::optional<Figure> single(const FlowMap& map) {
  for (const bool lineage : {true, false}) {
    const auto boxes = boxed(map, lineage);
    if (boxes.size() > kMostBoxes) continue;
    const auto part = whole(map, boxes);
    const auto diagram = diagram_of(map, part);
    const auto layout = best_layout(diagram);
    if (!is_readable(layout)) continue;
    auto figure = draw_flows(map, diagram, layout, false);
    figure.description = describe("Numbers are those of the table of data flows.", flows_in_words(map, part)) +
                         left_out_of(map, boxes.size());
    return figure;
  }
  return std::nullopt;
}

/// "Hosting", or of several "Hosting (2/3)".
std::string part_title(const std::string& title, std::size_t number, std::size_t all) {
  return all == 1 ? title : title + " (" + words(number + 1) + "/" + words(all) + ")";
}

void add_overview(const FlowMap& map, const std::vector<FlowUnit>& units, std::size_t boxes, Figures& figures) {
  const auto summary = map_of_units(map, units);
  std::vector<std::size_t> all(summary.boxes.size());
  std::string sizes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = i;
    sizes += (i == 0 ? " " : "; ") + summary.boxes[i].title + ": " + summary.boxes[i].note;
  }
  const auto tiles = tiles_of(summary, all);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    auto figure = draw_flows(summary, tiles[i].diagram, tiles[i].layout, true);
    if (tiles.size() > 1) figure.caption = words(i + 1) + "/" + words(tiles.size());
    figure.description = describe(
                             "Boundaries, the number of elements in each, and how many flows lead from one to "
                             "another." +
                                 sizes + ".",
                             flows_in_words(summary, tiles[i].part)) +
                         left_out_of(map, boxes);
    figures.push_back(std::move(figure));
  }
}

void add_unit(const FlowMap& map, const FlowUnit& unit, Figures& figures) {
  const auto tiles = tiles_of(map, unit.boxes);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    auto figure = draw_flows(map, tiles[i].diagram, tiles[i].layout, true);
    figure.caption = part_title(title_of_group(map, unit.group), i, tiles.size());
    figure.description = describe("Numbers are those of the table of data flows.", flows_in_words(map, tiles[i].part));
    figures.push_back(std::move(figure));
  }
}

}  // namespace

Figures data_flow(const View& view) {
  const auto map = map_of_elements(view.assessment().facts);
  if (auto figure = single(map)) return {std::move(*figure)};
  const auto boxes = boxed(map, false);
  const auto units = units_of(map, boxes);
  Figures figures;
  if (units.size() > 1) add_overview(map, units, boxes.size(), figures);
  for (const auto& unit : units) add_unit(map, unit, figures);
  return figures;
}

}  // namespace assize::dossier
