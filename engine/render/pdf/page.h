// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/render/pdf/structure.h"
#include "engine/render/pdf/style.h"

namespace assize::render::pdf {

struct Point {
  float x = 0, y = 0;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };

/// One thing to draw, placed: points from the top left of the page, y downwards. Kept small, there may be a million.
struct Item {
  enum class Kind : std::uint8_t { text, box, ellipse, polyline, polygon, logo };
  Kind kind = Kind::text;
  std::uint8_t face = 0;  ///< Of text: index into the faces of the TypeCase.
  bool filled = false;
  bool stroked = false;
  Dash dash = Dash::solid;
  Rgb fill = {};  ///< Also the colour of text.
  Rgb stroke = {};
  float x = 0, y = 0;                  ///< Text: start of the baseline. Else: top left.
  float width = 0, height = 0;         ///< Of box, ellipse and logo.
  float size = 0;                      ///< Text: points. Else: line width.
  float radius = 0;                    ///< Of the corners of a box.
  float turn = 0;                      ///< Of text: degrees, counter-clockwise about its start.
  std::uint32_t begin = 0, count = 0;  ///< Text: in Page::chars. Polyline and polygon: in Page::points.
  ElementId element = kArtifact;       ///< What it is part of.
};

/// An area to click on. The target is an index into Draft::targets.
struct Link {
  float x = 0, y = 0, width = 0, height = 0;
  std::uint32_t target = 0;
  ElementId element = kArtifact;  ///< The Tag::link that it belongs to.
};

/// A laid-out page: all that a canvas needs to draw it.
struct Page {
  const Sheet* sheet = &portrait;
  std::vector<Item> items;  ///< In drawing order.
  std::u16string chars;
  std::vector<Point> points;
  std::vector<Link> links;
  ElementId text_element = kArtifact, shape_element = kArtifact;  ///< What is drawn next is part of these.

  void text(double x, double baseline, std::uint8_t face, double size, Rgb colour, std::u16string_view what);
  void fill_box(double x, double y, double width, double height, Rgb fill, double radius = 0);
  void stroke_box(double x, double y, double width, double height, Rgb stroke, double line, double radius = 0,
                  Dash dash = Dash::solid);
  void ellipse(double x, double y, double width, double height, Rgb fill, bool filled, Rgb stroke, double line);
  void rule(double x1, double y1, double x2, double y2, Rgb stroke, double line, Dash dash = Dash::solid);
  void polyline(const std::vector<Point>& along, Rgb stroke, double line, Dash dash);
  void logo(double x, double y, double width, double height);
  void polygon(const std::vector<Point>& corners, Rgb fill);
};

}  // namespace assize::render::pdf
