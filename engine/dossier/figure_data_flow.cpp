// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/dossier/cells.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/lane_layout.h"

namespace assize::dossier {
namespace {

using model::Relation;

/// More boxes than that on one page nobody reads.
constexpr std::size_t kMostBoxes = 40;
/// Room for a figure on a page, in points, lying and standing: what the figure is fitted to.
constexpr double kLyingWidth = 734, kLyingHeight = 345, kStandingWidth = 459, kStandingHeight = 520;
constexpr double kTitleSize = 7.5;
constexpr std::size_t kTitleLetters = 20;  ///< That fit a line of a box.

std::size_t at(int index) { return static_cast<std::size_t>(index); }

enum class Look { component, person, store };

/// What is drawn, with what the layout does not need.
struct Diagram {
  struct Box {
    std::string title, link;
    Look look = Look::component;
  };
  LaneGraph graph;
  std::vector<Box> boxes;                 ///< By node.
  std::vector<std::string> group_titles;  ///< By group.
  std::vector<std::string> edge_labels;   ///< By edge: numbers of flows; empty for lineage.
  std::size_t left_out = 0;               ///< Elements without a box.
  bool summary = false;
};

Look look_of(const walk::Facts& facts, int element) {
  const auto& vocabulary = *facts.vocabulary;
  const int kind = facts.kind_of_element[at(element)];
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

/// Elements that get a box: those at an end of a flow; with `lineage`, those that are made into another too. What is
/// only carried along flows stands in the table of flows. With no flow at all, every element.
std::set<int> boxed(const walk::Facts& facts, bool lineage) {
  std::set<int> all;
  for (std::size_t flow = 0; flow < facts.flow_from.size(); ++flow)
    all.insert({facts.flow_from[flow], facts.flow_to[flow]});
  if (lineage)
    for (std::size_t element = 0; element < facts.links_from.size(); ++element)
      for (const auto& joint : facts.links_from[element])
        if (is_lineage(joint.relation)) all.insert({static_cast<int>(element), joint.other});
  all.erase(-1);
  if (all.empty())
    for (std::size_t element = 0; element < facts.elements.size(); ++element) all.insert(static_cast<int>(element));
  return all;
}

void add_groups(const walk::Facts& facts, Diagram& diagram) {
  const auto& boundaries = facts.system->boundaries;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    diagram.graph.groups.push_back({facts.boundary_parent[i]});
    auto title = boundaries[i].title.empty() ? boundaries[i].id.text : boundaries[i].title;
    if (boundaries[i].kind == model::BoundaryKind::third_party) title += " (third party)";
    if (boundaries[i].kind == model::BoundaryKind::open_to_public) title += " (public)";
    diagram.group_titles.push_back(std::move(title));
  }
}

/// Adds an edge, or another number to one that is there.
void add_edge(Diagram& diagram, std::size_t from, std::size_t to, const std::string& label) {
  if (from == to) return;
  auto& edges = diagram.graph.edges;
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (edges[i].from == from && edges[i].to == to && diagram.edge_labels[i].empty() == label.empty()) {
      if (!label.empty()) diagram.edge_labels[i] += ", " + label;
      return;
    }
  edges.push_back({from, to});
  diagram.edge_labels.push_back(label);
}

Diagram of_elements(const walk::Facts& facts, bool lineage) {
  Diagram diagram;
  add_groups(facts, diagram);
  std::map<int, std::size_t> node;
  for (const int element : boxed(facts, lineage)) {
    node.emplace(element, diagram.boxes.size());
    const auto& one = *facts.elements[at(element)];
    diagram.boxes.push_back({one.title, "#element:" + one.id.text, look_of(facts, element)});
    diagram.graph.nodes.push_back({facts.boundary_of[at(element)]});
  }
  for (std::size_t flow = 0; flow < facts.flow_from.size(); ++flow)
    if (facts.flow_from[flow] >= 0 && facts.flow_to[flow] >= 0)
      add_edge(diagram, node.at(facts.flow_from[flow]), node.at(facts.flow_to[flow]), std::to_string(flow + 1));
  for (const auto& [element, index] : node)
    for (const auto& joint : facts.links_from[at(element)])
      if (lineage && is_lineage(joint.relation) && node.contains(joint.other))
        add_edge(diagram, node.at(joint.other), index, "");
  diagram.left_out = facts.elements.size() - diagram.boxes.size();
  return diagram;
}

/// A box per outermost boundary, one for all that lies in none, and how many flows there are between them.
Diagram of_boundaries(const walk::Facts& facts) {
  Diagram diagram;
  diagram.summary = true;
  const auto outermost = [&](int element) {
    int boundary = facts.boundary_of[at(element)];
    while (boundary >= 0 && facts.boundary_parent[at(boundary)] >= 0) boundary = facts.boundary_parent[at(boundary)];
    return boundary;
  };
  std::map<int, int> sizes;
  for (std::size_t element = 0; element < facts.elements.size(); ++element)
    ++sizes[outermost(static_cast<int>(element))];
  std::map<int, std::size_t> node;
  for (const auto& [boundary, size] : sizes) {
    node.emplace(boundary, diagram.boxes.size());
    std::string title = "In no boundary";
    if (boundary >= 0) {
      const auto& one = facts.system->boundaries[at(boundary)];
      title = one.title.empty() ? one.id.text : one.title;
    }
    diagram.boxes.push_back({title + " (" + std::to_string(size) + ")", "", Look::component});
    diagram.graph.nodes.push_back({-1});
  }
  std::map<std::pair<std::size_t, std::size_t>, int> flows;
  for (std::size_t flow = 0; flow < facts.flow_from.size(); ++flow)
    if (facts.flow_from[flow] >= 0 && facts.flow_to[flow] >= 0)
      ++flows[{node.at(outermost(facts.flow_from[flow])), node.at(outermost(facts.flow_to[flow]))}];
  for (const auto& [ends, count] : flows) add_edge(diagram, ends.first, ends.second, std::to_string(count) + "×");
  return diagram;
}

Diagram diagram_of(const walk::Facts& facts) {
  for (const bool lineage : {true, false})
    if (boxed(facts, lineage).size() <= kMostBoxes) return of_elements(facts, lineage);
  return of_boundaries(facts);
}

/// The layout that can be drawn largest; of those nearly as large, the one with the most columns.
LaneLayout best_layout(const Diagram& diagram) {
  LaneStyle style;
  auto best = lay_out(diagram.graph, style);
  const auto scale = [](const LaneLayout& layout) {
    const double height = layout.height + 16;
    return std::min(1.0, std::max(std::min(kLyingWidth / layout.width, kLyingHeight / height),
                                  std::min(kStandingWidth / layout.width, kStandingHeight / height)));
  };
  for (int columns = best.columns - 1; columns >= 3 && scale(best) < 0.95; --columns) {
    style.most_columns = columns;
    auto other = lay_out(diagram.graph, style);
    if (scale(other) > scale(best) * 1.04) best = std::move(other);
  }
  return best;
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// In lines of whole words, two at most; a renderer shortens what is still too long.
std::vector<std::string> wrapped(const std::string& title) {
  std::vector<std::string> lines{""};
  std::size_t start = 0;
  while (start < title.size()) {
    const auto end = std::min(title.find(' ', start), title.size());
    const auto word = title.substr(start, end - start);
    const bool fits = lines.back().empty() || letters(lines.back()) + 1 + letters(word) <= kTitleLetters;
    if (!fits && lines.size() < 2) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    start = end + 1;
  }
  return lines;
}

Figure::Label label(double x, double y, std::string text, double size, Figure::Align align, double max_width) {
  Figure::Label one;
  one.x = x, one.y = y, one.size = size, one.align = align, one.max_width = max_width;
  one.text = std::move(text);
  return one;
}

Figure::Box box_of(const LaneLayout::Rectangle& rectangle, Look look) {
  Figure::Box box;
  box.x = rectangle.x, box.y = rectangle.y, box.width = rectangle.width, box.height = rectangle.height;
  box.rounded = look == Look::person;
  box.fill = look == Look::person ? Tone::good : look == Look::store ? Tone::quiet : Tone::plain;
  return box;
}

void draw_box(const LaneLayout::Rectangle& rectangle, const Diagram::Box& box, Figure& figure) {
  figure.shapes.emplace_back(box_of(rectangle, box.look));
  const auto lines = wrapped(box.title);
  const double middle = rectangle.y + rectangle.height / 2, leading = kTitleSize + 1.5;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double baseline =
        middle + kTitleSize * 0.35 + leading * (static_cast<double>(i) - (static_cast<double>(lines.size()) - 1) / 2);
    auto text = label(rectangle.x + rectangle.width / 2, baseline, lines[i], kTitleSize, Figure::Align::centre,
                      rectangle.width - 6);
    text.link = box.link;
    figure.shapes.emplace_back(std::move(text));
  }
}

/// Boundaries stand behind everything, the outermost first.
void draw_groups(const LaneLayout& layout, const Diagram& diagram, Figure& figure) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < layout.groups.size(); ++i)
    if (layout.groups[i].width > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return layout.groups[a].x < layout.groups[b].x; });
  // No line runs where boxes stand: a title that begins there is crossed late or not at all.
  double first = layout.width;
  for (const auto& node : layout.nodes) first = std::min(first, node.x);
  for (const auto i : order) {
    const auto& group = layout.groups[i];
    auto box = box_of(group, Look::component);
    box.dashed = true;
    figure.shapes.emplace_back(box);
    auto title = label(first, group.y + 9.5, diagram.group_titles[i], 7.5, Figure::Align::left,
                       group.x + group.width - first - 6);
    title.bold = true;
    figure.shapes.emplace_back(std::move(title));
  }
}

void draw_legend(const Diagram& diagram, double top, Figure& figure) {
  double x = 0;
  const auto entry = [&](Look look, const char* text) {
    figure.shapes.emplace_back(box_of({x, top, 14, 9}, look));
    figure.shapes.emplace_back(label(x + 18, top + 7, text, 6.5, Figure::Align::left, 0));
    x += 28 + 3.9 * static_cast<double>(std::string_view(text).size());
  };
  entry(Look::component, "component");
  entry(Look::person, "people");
  entry(Look::store, "data");
  const bool lineage =
      std::any_of(diagram.edge_labels.begin(), diagram.edge_labels.end(), [](const auto& one) { return one.empty(); });
  if (!lineage) return;
  figure.shapes.emplace_back(Figure::Line{{{x, top + 4.5}, {x + 16, top + 4.5}}, true, true, Tone::plain});
  figure.shapes.emplace_back(label(x + 20, top + 7, "is made into, or tests", 6.5, Figure::Align::left, 0));
}

}  // namespace

Figure data_flow(const View& view) {
  const auto diagram = diagram_of(view.assessment().facts);
  const auto layout = best_layout(diagram);
  Figure figure;
  figure.id = "data-flow";
  figure.width = std::max(layout.width, 260.0);
  figure.height = layout.height + 16;
  draw_groups(layout, diagram, figure);
  for (std::size_t edge = 0; edge < layout.lines.size(); ++edge)
    figure.shapes.emplace_back(Figure::Line{layout.lines[edge], true, diagram.edge_labels[edge].empty(), Tone::plain});
  for (std::size_t node = 0; node < layout.nodes.size(); ++node)
    draw_box(layout.nodes[node], diagram.boxes[node], figure);
  for (std::size_t edge = 0; edge < layout.lines.size(); ++edge) {
    const auto& start = layout.lines[edge].front();
    figure.shapes.emplace_back(label(start.x + 2, start.y - 1.6, diagram.edge_labels[edge], 6, Figure::Align::left, 0));
  }
  draw_legend(diagram, layout.height + 5, figure);
  if (diagram.summary) {
    figure.caption = "Boundaries with the number of their elements, and how many flows join them";
    figure.description =
        "The system is too large for one drawing of all elements; they stand in the table of elements.";
  } else {
    figure.caption = "Elements in their trust boundaries and the flows between them";
    figure.description = "Numbers are those of the table of data flows.";
    if (diagram.left_out > 0)
      figure.description += " " + std::to_string(diagram.left_out) +
                            " elements that no flow starts or ends at stand in the table of elements.";
  }
  return figure;
}

}  // namespace assize::dossier
