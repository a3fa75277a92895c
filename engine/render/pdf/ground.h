// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// What lies under tinted lines, with a bar at its left edge if `bar` is above 0.
struct Ground {
  double x, width, padding;
  Rgb fill;
  double bar = 0;
  Rgb bar_colour = {};
};

/// Lines on a ground, over as many pages as it takes. `draw_head` is called once, with the top of the `head_height`
/// kept free for it above the first line.
void place_on_ground(Flow& flow, const Ground& ground, const StyledText& text, const std::vector<Line>& lines, double x,
                     double size, double leading, double head_height, const std::function<void(double)>& draw_head);

/// What of that must stand on the page where it begins.
double least_height(const Ground& ground, std::size_t lines, double leading, double head_height);

}  // namespace assize::render::pdf
