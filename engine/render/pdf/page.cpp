// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/page.h"

namespace assize::render::pdf {
namespace {

constexpr float f(double value) { return static_cast<float>(value); }

}  // namespace

void Page::text(double x, double baseline, std::uint8_t face, double size, Rgb colour, std::u16string_view what) {
  if (what.empty()) return;
  items.push_back({.kind = Item::Kind::text,
                   .face = face,
                   .fill = colour,
                   .x = f(x),
                   .y = f(baseline),
                   .size = f(size),
                   .begin = static_cast<std::uint32_t>(chars.size()),
                   .count = static_cast<std::uint32_t>(what.size()),
                   .element = text_element});
  chars.append(what);
}

void Page::fill_box(double x, double y, double width, double height, Rgb fill, double radius) {
  items.push_back({.kind = Item::Kind::box,
                   .filled = true,
                   .fill = fill,
                   .x = f(x),
                   .y = f(y),
                   .width = f(width),
                   .height = f(height),
                   .radius = f(radius),
                   .element = shape_element});
}

void Page::stroke_box(double x, double y, double width, double height, Rgb stroke, double line, double radius,
                      Dash dash) {
  items.push_back({.kind = Item::Kind::box,
                   .stroked = true,
                   .dash = dash,
                   .stroke = stroke,
                   .x = f(x),
                   .y = f(y),
                   .width = f(width),
                   .height = f(height),
                   .size = f(line),
                   .radius = f(radius),
                   .element = shape_element});
}

void Page::ellipse(double x, double y, double width, double height, Rgb fill, bool filled, Rgb stroke, double line) {
  items.push_back({.kind = Item::Kind::ellipse,
                   .filled = filled,
                   .stroked = true,
                   .fill = fill,
                   .stroke = stroke,
                   .x = f(x),
                   .y = f(y),
                   .width = f(width),
                   .height = f(height),
                   .size = f(line),
                   .element = shape_element});
}

void Page::rule(double x1, double y1, double x2, double y2, Rgb stroke, double line, Dash dash) {
  polyline({{f(x1), f(y1)}, {f(x2), f(y2)}}, stroke, line, dash);
}

void Page::polyline(const std::vector<Point>& along, Rgb stroke, double line, Dash dash) {
  if (along.size() < 2) return;
  items.push_back({.kind = Item::Kind::polyline,
                   .stroked = true,
                   .dash = dash,
                   .stroke = stroke,
                   .size = f(line),
                   .begin = static_cast<std::uint32_t>(points.size()),
                   .count = static_cast<std::uint32_t>(along.size()),
                   .element = shape_element});
  points.insert(points.end(), along.begin(), along.end());
}

void Page::logo(double x, double y, double width, double height) {
  items.push_back({.kind = Item::Kind::logo,
                   .x = f(x),
                   .y = f(y),
                   .width = f(width),
                   .height = f(height),
                   .element = shape_element});
}

void Page::polygon(const std::vector<Point>& corners, Rgb fill) {
  if (corners.size() < 3) return;
  items.push_back({.kind = Item::Kind::polygon,
                   .filled = true,
                   .fill = fill,
                   .begin = static_cast<std::uint32_t>(points.size()),
                   .count = static_cast<std::uint32_t>(corners.size()),
                   .element = shape_element});
  points.insert(points.end(), corners.begin(), corners.end());
}

}  // namespace assize::render::pdf
