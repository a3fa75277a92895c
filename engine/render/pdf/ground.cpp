// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/ground.h"

#include <algorithm>

namespace assize::render::pdf {
namespace {

void draw_ground(Flow& flow, const Ground& ground, double top, double height) {
  flow.page().fill_box(ground.x, top, ground.width, height, ground.fill);
  if (ground.bar > 0) flow.page().fill_box(ground.x, top, ground.bar, height, ground.bar_colour);
}

}  // namespace

double least_height(const Ground& ground, std::size_t lines, double leading, double head_height) {
  return 2 * ground.padding + head_height + leading * static_cast<double>(lines <= 4 ? lines : 2);
}

void place_on_ground(Flow& flow, const Ground& ground, const StyledText& text, const std::vector<Line>& lines, double x,
                     double size, double leading, double head_height, const std::function<void(double)>& draw_head) {
  std::size_t placed = 0;
  bool first = true;
  do {
    const std::size_t left = lines.size() - placed;
    const double head = first ? head_height : 0;
    flow.claim(least_height(ground, left, leading, head));
    const double space = flow.room() - 2 * ground.padding - head;
    auto fit = std::min(left, static_cast<std::size_t>(std::max(1.0, (space + 0.01) / leading)));
    if (fit < left && left - fit < 2 && fit > 2) fit = left - 2;
    draw_ground(flow, ground, flow.y(), 2 * ground.padding + head + leading * static_cast<double>(fit));
    flow.advance(ground.padding);
    if (first) draw_head(flow.y());
    flow.advance(head);
    for (const std::size_t end = placed + fit; placed < end; ++placed) {
      place_line(flow, text, lines[placed], x, baseline_in(flow.y(), leading, size), size);
      flow.advance(leading);
    }
    flow.advance(ground.padding);
    first = false;
    if (placed < lines.size()) flow.next_page();
  } while (placed < lines.size());
}

}  // namespace assize::render::pdf
