// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/box_title.h"
#include "engine/dossier/figure_parts.h"
#include "engine/dossier/flow_diagram.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;
using Look = FlowMap::Look;

/// Wider than that, a figure is drawn on a lying page.
constexpr double kBold = 1.08;  ///< Bold letters are that much wider.
constexpr double kLyingFrom = 662, kNarrowest = 300;

Figure::Box box_of(const LaneLayout::Rectangle& rectangle, Look look) {
  auto box = box_at(rectangle.x, rectangle.y, rectangle.width, rectangle.height,
                    look == Look::person  ? Tone::good
                    : look == Look::store ? Tone::quiet
                                          : Tone::plain);
  box.rounded = look == Look::person;
  return box;
}

Figure::Box neighbour_box(const LaneLayout::Rectangle& rectangle) {
  auto box = box_of(rectangle, Look::store);
  box.outline = false;
  box.rounded = true;
  return box;
}

class Drawer {
 public:
  Drawer(const FlowMap& map, const FlowDiagram& diagram, const LaneLayout& layout)
      : map_(map), diagram_(diagram), layout_(layout) {}

  Figure draw(bool lying) {
    figure_.width = std::max(layout_.width, lying ? kLyingFrom : kNarrowest);
    // Boundaries stand behind everything, lines behind boxes.
    groups();
    for (std::size_t edge = 0; edge < layout_.lines.size(); ++edge)
      figure_.shapes.emplace_back(
          Figure::Line{layout_.lines[edge], true, diagram_.edge_labels[edge].empty(), Tone::plain});
    for (std::size_t node = 0; node < layout_.nodes.size(); ++node) box(node);
    for (std::size_t edge = 0; edge < layout_.lines.size(); ++edge) number(edge);
    move_to_middle();
    legend();
    return std::move(figure_);
  }

 private:
  void groups() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < layout_.groups.size(); ++i)
      if (layout_.groups[i].width > 0) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return layout_.groups[a].x < layout_.groups[b].x; });
    for (const auto i : order) group(layout_.groups[i], map_.groups[i]);
  }

  void group(const LaneLayout::Rectangle& rectangle, const FlowMap::Group& group) {
    auto box = box_of(rectangle, Look::component);
    box.dashed = true;
    figure_.shapes.emplace_back(box);
    // No line runs where boxes stand: a title that begins there is crossed late or not at all.
    const double x = layout_.first, room = rectangle.x + rectangle.width - x - 6;
    const double kind = group.kind.empty() ? 0 : width_of(group.kind, kNumberSize) * kRoomForTranslation;
    const double title = std::min(width_of(group.title, kTitleSize) * kBold, room - (kind > 0 ? kind + 6 : 0));
    figure_.shapes.emplace_back(
        bold(label_at(x, rectangle.y + 9.5, group.title, kTitleSize, Align::left, std::max(title, 20.0))));
    if (kind > 0)
      figure_.shapes.emplace_back(
          label_at(x + title + 6, rectangle.y + 9.5, group.kind, kNumberSize, Align::left, kind));
  }

  void box(std::size_t node) {
    const auto& rectangle = layout_.nodes[node];
    const auto& drawn = diagram_.boxes[node];
    const auto& box = map_.boxes[drawn.of];
    figure_.shapes.emplace_back(drawn.neighbour ? neighbour_box(rectangle) : box_of(rectangle, box.look));
    const auto lines = title_lines(box.title);
    const double text = static_cast<double>(lines.size()) * kTitleLeading + (drawn.note.empty() ? 0 : kNoteLeading);
    const double middle = rectangle.x + rectangle.width / 2, room = rectangle.width - 4;
    double baseline = rectangle.y + (rectangle.height - text) / 2 + kTitleSize * 0.88;
    for (const auto& line : lines) {
      figure_.shapes.emplace_back(linked(label_at(middle, baseline, line, kTitleSize, Align::centre, room), box.link));
      baseline += kTitleLeading;
    }
    if (!drawn.note.empty())
      figure_.shapes.emplace_back(label_at(middle, baseline, drawn.note, kNumberSize, Align::centre, room));
  }

  void number(std::size_t edge) {
    const auto& text = diagram_.edge_labels[edge];
    if (text.empty()) return;
    const auto& start = layout_.lines[edge].front();
    figure_.shapes.emplace_back(
        label_at(start.x + 2, start.y - 1.4, text, kNumberSize, Align::left, width_of(text, kNumberSize) + 1));
  }

  void move_to_middle() {
    const double by = (figure_.width - layout_.width) / 2;
    for (auto& shape : figure_.shapes) {
      if (auto* line = std::get_if<Figure::Line>(&shape))
        for (auto& point : line->points) point.x += by;
      if (auto* box = std::get_if<Figure::Box>(&shape)) box->x += by;
      if (auto* label = std::get_if<Figure::Label>(&shape)) label->x += by;
    }
  }

  bool has(Look look) const {
    return std::any_of(diagram_.boxes.begin(), diagram_.boxes.end(),
                       [&](const auto& box) { return !box.neighbour && map_.boxes[box.of].look == look; });
  }

  void legend() {
    Legend legend(figure_, 0, layout_.height + 5, figure_.width);
    const auto sign = [&](Look look, const char* text) {
      const auto corner = legend.add(14, text);
      figure_.shapes.emplace_back(box_of({corner.x, corner.y, 14, 9}, look));
    };
    if (has(Look::component) && (has(Look::person) || has(Look::store))) sign(Look::component, "Component");
    if (has(Look::person)) sign(Look::person, "People");
    if (has(Look::store)) sign(Look::store, "Data");
    if (std::any_of(diagram_.boxes.begin(), diagram_.boxes.end(), [](const auto& box) { return box.neighbour; })) {
      const auto corner = legend.add(14, "In another figure");
      figure_.shapes.emplace_back(neighbour_box({corner.x, corner.y, 14, 9}));
    }
    const auto& labels = diagram_.edge_labels;
    if (std::any_of(labels.begin(), labels.end(), [](const auto& one) { return one.empty(); })) {
      const auto corner = legend.add(16, "Is made into, or tests");
      auto line = line_from({corner.x, corner.y + 4.5}, {corner.x + 16, corner.y + 4.5});
      line.arrow = line.dashed = true;
      figure_.shapes.emplace_back(line);
    }
    figure_.height = std::max(layout_.height + 18, legend.bottom());
  }

  const FlowMap& map_;
  const FlowDiagram& diagram_;
  const LaneLayout& layout_;
  Figure figure_;
};

}  // namespace

Figure draw_flows(const FlowMap& map, const FlowDiagram& diagram, const LaneLayout& layout, bool lying) {
  return Drawer(map, diagram, layout).draw(lying);
}

}  // namespace assize::dossier
